#!/usr/bin/env python3
"""The public headers keep their promises: standard library only, each compiles alone, weir.h is C99.

Runs the compilers ($CXX, $CC; else g++, gcc) on each header of include/weir with warnings as errors.
"""
import os
import re
import subprocess

import project

C_HEADERS = {"weir.h", "export.h"}  # usable from C
ALLOWED_C = {"stddef.h", "stdint.h", "stdbool.h"}
FOREIGN = re.compile(r"\b(absl|icu|re2|nlohmann|testing)::|\bhs_[a-z_]+\b|\bUChar\b|\bXXH\d*_")
GUARD = "WEIR_{}_H_"


def source_findings(path):
    for line, kind, name in project.includes(path):
        standard = name in ALLOWED_C or (kind == "<" and re.fullmatch(r"[a-z_]+", name))
        own = kind == '"' and name.startswith("weir/")
        if not (standard or own):
            yield f"{path}:{line}: a public header includes only the standard library and \"weir/…\", not {name}"
        if path.name in C_HEADERS and kind == "<" and name not in ALLOWED_C:
            yield f"{path}:{line}: {path.name} is read by C compilers; {name} is C++"
    code = project.without_comments(project.read(path))
    for number, text in enumerate(code.splitlines(), 1):
        match = FOREIGN.search(text)
        if match:
            yield f"{path}:{number}: {match.group(0)} is a third-party name; public headers hold none"
    guard = GUARD.format(path.stem.upper())
    expected = "WEIR_H_" if path.name == "weir.h" else guard
    if f"#ifndef {expected}" not in code and f"#ifndef {guard}" not in code:
        yield f"{path}:1: the include guard is not {expected}"


def compile_finding(path, compiler, flags, language):
    command = [compiler, *flags, "-Wall", "-Wextra", "-Wpedantic", "-Werror", "-fsyntax-only", "-Iinclude", "-x", language, "-"]
    include = f'#include "{path.relative_to("include")}"\n#include "{path.relative_to("include")}"\n'
    include += "extern int weir_header_check;\n"  # C forbids an empty unit
    done = subprocess.run(command, cwd=project.ROOT, input=include, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode == 0:
        return None
    return f"{path}:1: does not compile alone as {language} {' '.join(flags)}:\n{done.stdout.rstrip()}"


def main():
    cxx, cc = os.environ.get("CXX", "g++"), os.environ.get("CC", "gcc")
    findings, count = [], 0
    for path in project.files("include/weir", {".h"}):
        count += 1
        findings += source_findings(path)
        findings.append(compile_finding(path, cxx, ["-std=c++20"], "c++"))
        if path.name in C_HEADERS:
            findings.append(compile_finding(path, cc, ["-std=c99", "-pedantic-errors"], "c"))
    project.finish([finding for finding in findings if finding], f"public headers: {count} compiled alone")


if __name__ == "__main__":
    main()
