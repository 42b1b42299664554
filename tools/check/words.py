#!/usr/bin/env python3
"""Words that must not be in the tree: paths of somebody's machine, unfinished-work marks, private hosts; and broken text files.

A mark is a promise nobody keeps: do the work, or write it down where users look. This file names what it looks for in pieces,
so that it does not find itself.
"""
import re

import project

BINARY = {".gz", ".png", ".jpg", ".ico", ".docx", ".pptx", ".xlsx", ".pdf", ".bin"}
RAW_TEXT = ("tests/fuzz/corpus/", "tests/tools/", "tests/document/", "tests/cases/")  # may hold broken UTF-8 on purpose
RULES = [
    ("a path of one machine; write it relative to the project", re.compile(r"(?<![\w.])/(?:" + "wo" + r"rk|ro" + r"ot|fa" + r"rm|home/\w+|tmp/sp" + r"ec)/")),
    ("an unfinished-work mark; deliver it, or say it in the docs", re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X|HA" + r"CK)\b")),
    ("a private host; a user cannot reach it", re.compile(r"\bhttps?://[\w.-]+\.(?:internal|intranet|corp|lan)\b")),
    ("a merge conflict mark", re.compile(r"^(?:<{7}|>{7}) ")),
]


def text_of(path, findings):
    raw = (project.ROOT / path).read_bytes()
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if not str(path).startswith(RAW_TEXT):
            line = raw.count(b"\n", 0, error.start) + 1
            findings.append(f"{path}:{line}: not UTF-8 (byte {error.start}); save it as UTF-8")
        return raw.decode("utf-8", "replace")


def main():
    findings, count = [], 0
    for path in project.files():
        if path.suffix in BINARY:
            continue
        count += 1
        text = text_of(path, findings)
        for number, line in enumerate(text.splitlines(), 1):
            for meaning, pattern in RULES:
                match = pattern.search(line)
                if match:
                    findings.append(f"{path}:{number}: \"{match.group(0)}\" is {meaning}")
    project.finish(findings, f"words: {count} files")


if __name__ == "__main__":
    main()
