#!/usr/bin/env python3
"""Every exported name is called by a test or an example, and is in a public header.

    names.py LIBRARY   reads the library's dynamic symbols (nm -DC) and looks for each function's name in tests/ and examples/

A function that nobody calls is a function that nobody would miss when it breaks. Constructors, destructors, operators and
compiler-made symbols (vtable, typeinfo) are left out: calling the rest calls them.
"""
import re
import sys

import project

LOOKED_IN = ("tests", "examples", "bindings")


def exported(library):
    """{symbol: last name} of the weir functions a library exports"""
    code, output = project.run(["nm", "-DC", "--defined-only", library])
    if code != 0:
        sys.exit(f"names: nm could not read {library}:\n{output}next: ./dev build")
    names = {}
    for line in output.splitlines():
        symbol = line.split(" ", 2)[2].split("@")[0]  # without the version node
        if not symbol.startswith(("weir::", "weir_")):
            continue
        parts = symbol.split("(")[0].removesuffix("[abi:cxx11]").split("::")
        if "operator" in symbol.split("(")[0] or parts[-1].startswith("~") or (len(parts) > 2 and parts[-1] == parts[-2]):
            continue
        names[symbol] = parts[-1]
    return names


def words_in(folders, suffixes):
    words = set()
    for folder in folders:
        for path in project.files(folder, suffixes):
            words |= set(re.findall(r"\w+", (project.ROOT / path).read_text(encoding="utf-8", errors="replace")))
    return words


def main():
    library = sys.argv[1] if len(sys.argv) > 1 else "build/release/lib/libweir.so"
    names = exported(library)
    called = words_in(LOOKED_IN, {".cc", ".c", ".h", ".py"})
    declared = words_in(["include"], {".h"})
    findings = []
    for symbol, name in sorted(names.items()):
        if name not in declared:
            findings.append(f"{library}: exports {symbol}, which is in no public header; hide it")
        elif name not in called:
            findings.append(f"{library}: {symbol} is called by no test and no example; write one")
    if not names:
        findings.append(f"{library}: exports no weir function")
    project.finish(findings, f"names: {len(names)} exported functions")


if __name__ == "__main__":
    main()
