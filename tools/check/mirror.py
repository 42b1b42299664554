#!/usr/bin/env python3
"""Tests mirror what they test, so a reader finds one from the other by its path.

lib/X/Y.cc has tests/X/Y_test.cc (or .c); tests/X/Y_test.cc has lib/X/Y.cc or lib/X/Y.h; tests/tools/Y_test.cc likewise tools/weir/Y.
A test that its folder's CMakeLists.txt does not name is built by nobody, and is a finding.
What stands apart is listed in tests/MIRROR_EXEMPT, one `path<TAB>reason` a line; a line that is no longer needed is a finding too.
"""
import re

import project

EXEMPT = "tests/MIRROR_EXEMPT"


def read_exempt():
    """{path: line number}, and findings for broken lines"""
    exempt, findings = {}, []
    if not (project.ROOT / EXEMPT).exists():
        return exempt, findings
    for number, line in enumerate(project.read(EXEMPT).splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        path, _, reason = line.partition("\t")
        if not reason.strip():
            findings.append(f"{EXEMPT}:{number}: a reason is missing after the tab")
        elif path in exempt:
            findings.append(f"{EXEMPT}:{number}: {path} is listed twice")
        elif not (project.ROOT / path).exists():
            findings.append(f"{EXEMPT}:{number}: {path} does not exist; take the line out")
        exempt[path] = number
    return exempt, findings


def has_test(folder, stem):
    return any((project.ROOT / f"tests/{folder}/{stem}_test{suffix}").exists() for suffix in (".cc", ".c"))


def has_source(folder, stem):
    top = "tools/weir" if folder == "tools" else f"lib/{folder}"
    return any((project.ROOT / f"{top}/{stem}{suffix}").exists() for suffix in (".cc", ".h"))


def unmirrored():
    """(path, finding) of each source without a test and each test without a source"""
    for path in project.files("lib", {".cc"}):
        folder = "/".join(path.parts[1:-1])
        if not has_test(folder, path.stem):
            yield str(path), f"{path}:1: has no tests/{folder}/{path.stem}_test.cc; write it, or list the file with a reason in {EXEMPT}"
    for path in project.files("tests", {".cc", ".c"}):
        if not path.stem.endswith("_test"):
            continue
        folder, stem = "/".join(path.parts[1:-1]), path.stem[: -len("_test")]
        if not has_source(folder, stem):
            yield str(path), f"{path}:1: mirrors no source; rename it after what it tests, or list it with a reason in {EXEMPT}"


def unbuilt():
    """A finding for each test that the build does not know"""
    for path in project.files("tests", {".cc", ".c"}):
        build = project.ROOT / path.parent / "CMakeLists.txt"
        if path.stem.endswith("_test") and build.exists() and path.name not in re.split(r"[\s()]+", build.read_text(encoding="utf-8")):
            yield f"{path}:1: {path.parent}/CMakeLists.txt does not name it, so it is never built; add it there"


def main():
    exempt, findings = read_exempt()
    pairs = list(unmirrored())
    findings += [finding for path, finding in pairs if path not in exempt]
    findings += unbuilt()
    needed = {path for path, _ in pairs}
    findings += [f"{EXEMPT}:{line}: {path} needs no exemption any more; take the line out"
                 for path, line in exempt.items() if path not in needed and (project.ROOT / path).exists()]
    count = sum(1 for _ in project.files("lib", {".cc"}))
    project.finish(findings, f"mirror: {count} sources, {len(exempt)} exempt")


if __name__ == "__main__":
    main()
