#!/usr/bin/env bash
# Installs a build into an empty prefix, then uses it as strangers would: find_package from C++ and from C, pkg-config from C,
# the command itself, and the whole prefix moved elsewhere. Every program must hold an advert and let a question through.
#
#   tests/install/run.sh BUILD_DIR
set -euo pipefail
cd "$(dirname "$(readlink -f "$0")")/../.."
build=$(readlink -f "${1:?usage: run.sh BUILD_DIR}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
readonly ADVERT='加微信细聊' QUESTION='请问社保卡在哪个窗口办'

expect() {  # expect NAME PROGRAM…: the program says review or block to the advert, allow to the question
  local name=$1 advert question
  shift
  advert=$("$@" "$ADVERT") question=$("$@" "$QUESTION")
  case "$advert" in review | block) ;; *) echo "$name: says '$advert' to an advert, should hold it"; exit 1 ;; esac
  [ "$question" = allow ] || { echo "$name: says '$question' to a question, should allow it"; exit 1; }
  echo "$name: ok"
}

cmake --install "$build" --prefix "$work/first" >"$work/install.log" || { cat "$work/install.log"; exit 1; }
mv "$work/first" "$work/moved"  # a relocated prefix must still work
prefix=$work/moved
libdir=$(dirname "$(find "$prefix" -name 'libweir.so' | head -n 1)")

for language in cpp c; do
  cmake -S "tests/install/$language" -B "$work/$language" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" >"$work/$language.log"
  cmake --build "$work/$language" >>"$work/$language.log" || { cat "$work/$language.log"; exit 1; }
  expect "find_package, $language" "$work/$language/consumer"
done

export PKG_CONFIG_PATH=$libdir/pkgconfig
# shellcheck disable=SC2046  # flags, meant to be split
gcc -std=c99 -Wall -Werror tests/install/c/consumer.c -o "$work/plain" $(pkg-config --cflags --libs weir) -Wl,-rpath,"$libdir"
expect "pkg-config, c99" "$work/plain"

"$prefix/bin/weir" version >/dev/null  # a failure ends the script (set -e), with the shell's reason
echo "the installed command: ok"
echo "installed, moved, and used from C++, C and pkg-config"
