#!/usr/bin/env python3
"""Counts what the test programs themselves said, from ctest's JUnit report: programs, GoogleTest cases, skips.

    ctest_summary.py REPORT.xml           one line: "31 programs: 402 cases passed, 0 failed, 3 skipped"
    ctest_summary.py --skips REPORT.xml   the lines in which a test says that it skipped something, and that line last

ctest counts a program whose cases were all skipped as passed; here it is not.
"""
import re
import sys
import xml.etree.ElementTree

PASSED = re.compile(r"^\[  PASSED  \] (\d+) tests?", re.M)
SKIPPED = re.compile(r"^\[  SKIPPED \] (\d+) tests?, listed below", re.M)
FAILED = re.compile(r"^\[  FAILED  \] (\d+) tests?, listed below", re.M)
SKIP_LINE = re.compile(r"^.*\bskipped\b.*$", re.M | re.I)
NOISE = re.compile(r"^\[  SKIPPED \]|^\d+ tests? skipped|\b0 skipped\b")


def count(pattern, text):
    return sum(int(number) for number in pattern.findall(text))


def main():
    arguments = [a for a in sys.argv[1:] if a != "--skips"]
    root = xml.etree.ElementTree.parse(arguments[0]).getroot()
    programs = passed = failed = skipped = 0
    for case in root.iter("testcase"):
        programs += 1
        text = case.findtext("system-out") or ""
        status = case.get("status", "run")
        own = count(PASSED, text), count(FAILED, text), count(SKIPPED, text)
        if sum(own) == 0:  # not a GoogleTest program: it counts as one case
            own = (status == "run", status == "fail", status in ("notrun", "disabled"))
        elif status == "fail" and own[1] == 0:  # it crashed after its summary, or timed out
            own = (own[0], 1, own[2])
        passed, failed, skipped = passed + own[0], failed + own[1], skipped + own[2]
        if "--skips" in sys.argv:
            for line in sorted(set(SKIP_LINE.findall(text))):
                if not NOISE.search(line):
                    print(f"  {case.get('name')}: {line.strip()[:160]}")
    print(f"{programs} programs: {passed} cases passed, {failed} failed, {skipped} skipped")


if __name__ == "__main__":
    main()
