#!/usr/bin/env python3
"""Writes the figures of a committed benchmark JSON into docs/performance.md, between its markers.

    report.py bench/results/NAME.json "what the machine was" docs/performance.md
"""
import json
import pathlib
import sys

import run

BEGIN, END = "<!-- figures: begin -->", "<!-- figures: end -->"


def table(path, results, machine):
    found = run.medians(results)
    lines = [f"From `{path}` ({results['context']['date'][:10]}; {machine}). Medians of five repetitions, one core, CPU time.", ""]
    lines += ["| benchmark | ns a comment (Border…: a hit) | million a second |", "|---|---:|---:|"]
    lines += [f"| {name} | {value:.1f} | {1e3 / value:.2f} |" for name, value in sorted(found.items())]
    lines += ["", "| ratio | measured | bar |", "|---|---:|---:|"]
    lines += [f"| {what} | {ratio:.2f} | ≤ {bar} |" for what, ratio, bar in run.ratios(found)]
    return lines


def main():
    path, machine, page = sys.argv[1:]
    results = json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
    text = pathlib.Path(page).read_text(encoding="utf-8")
    head, rest = text.split(BEGIN)
    tail = rest.split(END)[1]
    pathlib.Path(page).write_text("\n".join([head + BEGIN, *table(path, results, machine), END + tail]), encoding="utf-8")


if __name__ == "__main__":
    main()
