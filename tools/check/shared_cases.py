#!/usr/bin/env python3
"""Runs `weir test` on each shared case file and holds the results to the floors committed in tests/cases/shared.tsv.

    shared_cases.py WEIR CASES_FOLDER FLOORS.tsv [--update]

The shared sets are larger than what weir can do today: unsupported cases are skipped by `weir test`, and some supported ones
still fail. A floor is the least number of passed cases and the largest number of failed ones; better is fine (and --update
writes it down), worse fails. A set that is not in the floors is reported and fails nothing.
"""
import pathlib
import subprocess
import sys


def read_floors(path):
    floors = {}
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#") and not line.startswith("file\t"):
                name, passed, failed = line.split("\t")
                floors[name] = (int(passed), int(failed))
    return floors


def write_floors(path, results):
    rows = ["# Floors for the shared case sets: tools/check/shared_cases.py --update rewrites them.", "file\tpassed_at_least\tfailed_at_most"]
    rows += [f"{name}\t{passed}\t{failed}" for name, (passed, failed, _) in sorted(results.items())]
    path.write_text("\n".join(rows) + "\n", encoding="utf-8")


def run(weir, path):
    """(passed, failed, skipped) from the report's last line, "N passed, N failed, N skipped", or exits with weir's message"""
    done = subprocess.run([weir, "test", "--lang", "en", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    if done.returncode > 1:
        sys.exit(f"weir test {path.name}: exit {done.returncode}\n{done.stderr}")
    numbers = [int(part.split()[0]) for part in done.stdout.rstrip().splitlines()[-1].split(", ")]
    return tuple(numbers)


def main():
    update = "--update" in sys.argv
    weir, folder, floors_path = [a for a in sys.argv[1:] if a != "--update"]
    if not pathlib.Path(weir).exists():
        sys.exit(f"no {weir}\nnext: ./dev build")
    floors = read_floors(pathlib.Path(floors_path))
    results, worse = {}, []
    for path in sorted(pathlib.Path(folder).glob("*.jsonl")):
        passed, failed, skipped = results[path.name] = run(weir, path)
        print(f"{path.name}: {passed} passed, {failed} failed, {skipped} skipped")
        least, most = floors.get(path.name, (0, passed + failed))
        if passed < least or failed > most:
            worse.append(f"{path.name}: {passed} passed ({least} needed), {failed} failed ({most} allowed)")
    if update:
        write_floors(pathlib.Path(floors_path), results)
    elif worse:
        sys.exit("\n".join(worse) + "\nnext: weir test on that file shows each failure")
    total = [sum(r[i] for r in results.values()) for i in range(3)]
    print(f"{len(results)} sets: {total[0]} passed, {total[1]} failed, {total[2]} skipped; no worse than the floors")


if __name__ == "__main__":
    main()
