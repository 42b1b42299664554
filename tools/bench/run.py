#!/usr/bin/env python3
"""Runs the benchmarks of one build, or of two in turns.

    run.py --build BUILD [FILTER] [--json FILE] [--against OTHER] [--rounds 5]

In turns: each round runs every program of both builds, the order swapped from round to round, so that a busy minute of the machine
falls on both. The ratio is that of the medians over rounds: below 1, this build is faster. Without turns, two runs of one and the
same program differ by several per cent on a shared machine, and a comparison of them says nothing.
"""
import argparse
import json
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile


def programs(build):
    """The benchmark programs of a build folder (or of a project, whose release build is meant)"""
    top = pathlib.Path(build)
    for folder in (top / "bin", top / "build/release/bin", top):
        found = sorted(path for path in folder.glob("*bench*") if path.is_file() and path.stat().st_mode & 0o111)
        if found:
            return found
    sys.exit(f"bench: no benchmark program in {build}\nnext: ./dev build there, or name a folder with bin/*bench*")


def run(program, pattern, extra=()):
    """The parsed JSON of one program; what it prints goes to stderr"""
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        command = [str(program), f"--benchmark_filter={pattern}", f"--benchmark_out={out.name}", "--benchmark_out_format=json", *extra]
        done = subprocess.run(command, stdout=sys.stderr)
        text = pathlib.Path(out.name).read_text(encoding="utf-8")
        if done.returncode != 0 or (not text.strip() and pattern == "."):
            sys.exit(f"bench: {program} ended with exit code {done.returncode}")
        return json.loads(text) if text.strip() else {"context": {}, "benchmarks": []}


def merge(results):
    return {"context": results[0]["context"], "benchmarks": [b for result in results for b in result["benchmarks"]]}


def medians(results):
    """{name: nanoseconds an item (a comment)} of the median of the repetitions, by CPU time"""
    found = {}
    for bench in results["benchmarks"]:
        if bench.get("aggregate_name") == "median" and bench.get("items_per_second"):
            found[bench["run_name"]] = 1e9 / bench["items_per_second"]
    return found


# What the design asks of this machine's ratios (docs/performance.md): name, numerator, denominator, bar.
BARS = [("batched comment / its decode + fold, 10k terms", "ScanBatch/terms:10000", "Fold", 3.3),
        ("single call / batched, 10k terms", "ScanSingle/terms:10000", "ScanBatch/terms:10000", 1.7),
        ("100k terms / 10k, batched", "ScanBatch/terms:100000", "ScanBatch/terms:10000", 1.8),
        ("batched comment, default variants / its decode + fold in both alphabets, 10k terms", "ScanVariants/defaults", "FoldSoundsWords", 5),
        ("live chat, shipped pack, detectors / its decode + fold in both alphabets", "ScanLiveChat", "FoldSoundsLiveChat", 5)]


def ratios(found):
    """(what, ratio, bar) of every bar both benchmarks of which were run"""
    return [(what, found[above] / found[below], bar) for what, above, below, bar in BARS if above in found and below in found]


def one_build(arguments):
    repeat = ["--benchmark_repetitions=5", "--benchmark_min_time=0.2", "--benchmark_enable_random_interleaving=true"]
    results = merge([run(program, arguments.filter, repeat) for program in programs(arguments.build)])
    found = medians(results)
    if not found:
        sys.exit(f"bench: no benchmark matches {arguments.filter!r}")
    for name, nanoseconds in found.items():
        print(f"{name:60} {nanoseconds:10.1f} ns a comment {1e3 / nanoseconds:10.2f} M/s")
    for what, ratio, bar in ratios(found):
        print(f"{what:60} {ratio:10.2f} (bar {bar}){'' if ratio <= bar else '  MISSED'}")
    return results


def times(results, into):
    for bench in results["benchmarks"]:
        if bench.get("run_type", "iteration") == "iteration":
            into.setdefault(bench["name"], []).append(bench["real_time"])


def in_turns(arguments):
    builds = [programs(arguments.build), programs(arguments.against)]
    measured = [{}, {}]
    for turn in range(arguments.rounds):
        for side in ((0, 1) if turn % 2 == 0 else (1, 0)):
            for program in builds[side]:
                times(run(program, arguments.filter, ["--benchmark_min_time=0.2"]), measured[side])
    common = [name for name in measured[0] if name in measured[1]]
    if not common:
        sys.exit(f"bench: no benchmark matches {arguments.filter!r} in both builds")
    rows = []
    for name in common:
        here, there = (statistics.median(side[name]) for side in measured)
        spread = max((max(side[name]) - min(side[name])) / statistics.median(side[name]) for side in measured)
        rows.append({"name": name, "here": here, "there": there, "ratio": here / there, "spread": spread})
        print(f"{name:60} {here:12.1f} {there:12.1f}  ratio {here / there:5.3f}  spread {spread:4.0%}")
    return {"rounds": arguments.rounds, "ratios": rows}


def main():
    parser = argparse.ArgumentParser(prog="./dev bench")
    parser.add_argument("filter", nargs="?", default=".", help="regular expression over benchmark names")
    parser.add_argument("--build", required=True, help=argparse.SUPPRESS)
    parser.add_argument("--json", help="write the results there")
    parser.add_argument("--against", metavar="DIR", help="another build, or a project with one")
    parser.add_argument("--rounds", type=int, default=5)
    arguments = parser.parse_args()
    re.compile(arguments.filter)
    results = in_turns(arguments) if arguments.against else one_build(arguments)
    if arguments.json:
        pathlib.Path(arguments.json).write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
