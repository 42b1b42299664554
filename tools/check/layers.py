#!/usr/bin/env python3
"""Every include in lib/ keeps to the order of lib/LAYERS, and the command keeps to the public API.

Allowed in a core folder: itself, the folders above it in lib/LAYERS, public headers ("weir/x.h"), system headers.
document/ and report/ stand on the public API: themselves, each other in order, and public headers; the core includes neither.
tools/weir/ (a user of the library like any other): public headers, document/, report/, and itself.
A third-party header may be included only where THIRD_PARTY says: it keeps each dependency replaceable at one place.

    lib/verify/gap.cc   #include "text/fold.h"      fine: text stands above verify
    lib/text/fold.cc    #include "verify/gap.h"     a finding: verify stands below text
    lib/score/score.cc  #include <hs/hs.h>          a finding: Hyperscan belongs to match
"""
import project

ON_PUBLIC_API = ("document", "report")
# Header prefix -> folders of lib/ that may include it. ICU is in none: its data reaches the library as committed tables.
EVERYWHERE = ("base", "text", "dictionary", "match", "verify", "detect", "score", "engine", "capi")
THIRD_PARTY = {
    "absl/": EVERYWHERE,
    "hs/": ("match",), "hs.h": ("match",), "hs_": ("match",),
    "re2/": ("detect", "match"),
    "toml++/": ("dictionary",),
    "unicode/": (),
    "xxhash.h": ("base", "text"),
    "nlohmann/": ("report",),
    "md4c": ("document",),
    "CLI/": (),
}


def layer_names():
    lines = (line.strip() for line in project.read("lib/LAYERS").splitlines())
    return [line for line in lines if line and not line.startswith("#")]


def allowed_folders(folder, layers):
    if folder in ON_PUBLIC_API:
        return {folder, *ON_PUBLIC_API[:ON_PUBLIC_API.index(folder)]}
    core = [name for name in layers if name not in ON_PUBLIC_API]
    return set(core[:core.index(folder) + 1])


def third_party_finding(place, name, folder):
    for prefix, folders in THIRD_PARTY.items():
        if name.startswith(prefix) and folder not in folders:
            where = ", ".join(f"lib/{f}" for f in folders) or "no folder of lib/"
            return f"{place}: {name} may be included in {where}; put what needs it behind a function there"
    return None


def quoted_finding(place, name, allowed, layers):
    first = name.split("/")[0]
    if first == "weir":
        exists = (project.ROOT / "include" / name).exists()
        return None if exists else f"{place}: there is no public header include/{name}"
    if name.startswith(tuple(THIRD_PARTY)):
        return None  # third_party_finding judges it
    if first not in layers:
        return f'{place}: "{name}" is in no layer of lib/LAYERS; write the path from lib/ ("text/fold.h")'
    if first not in allowed:
        return f"{place}: {first} is not open to this folder (lib/LAYERS); move the code, or pass the value in"
    return None


def check_file(path, allowed, folder, layers):
    found = []
    for line, kind, name in project.includes(path):
        place = f"{path}:{line}"
        finding = quoted_finding(place, name, allowed, layers) if kind == '"' else None
        finding = finding or third_party_finding(place, name, folder)
        if finding:
            found.append(finding)
    return found


def main():
    layers = layer_names()
    findings, count = [], 0
    for path in project.files("lib", project.CXX_SUFFIXES):
        folder = path.parts[1]
        count += 1
        if folder not in layers:
            findings.append(f"{path}:1: folder {folder} is not in lib/LAYERS; add it at its place in the order")
            continue
        findings += check_file(path, allowed_folders(folder, layers), folder, layers)
    for path in project.files("tools/weir", project.CXX_SUFFIXES):
        count += 1
        for line, kind, name in project.includes(path):
            if kind == '"' and name.split("/")[0] in set(layers) - set(ON_PUBLIC_API):
                findings.append(f"{path}:{line}: the command uses the public API only, not {name}")
    project.finish(findings, f"layers: {count} files, {len(layers)} layers")


if __name__ == "__main__":
    main()
