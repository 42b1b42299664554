"""Runs the weir command and reads what it says."""
import gzip
import json
import math
import subprocess
import sys

HELD = ("review", "block")


def read_lines(out):
    """Verdicts of `weir scan`; a JSON object given comes back with its verdict inside."""
    objects = (json.loads(line) for line in out.split("\n") if line)
    return [found.get("weir", found) for found in objects]


class Weir:
    def __init__(self, path):
        self.path = path

    def run(self, arguments, given=None):
        done = subprocess.run([self.path, *arguments], input=given, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        if done.returncode > 1:
            sys.exit(f"weir {arguments[0]}: exit {done.returncode}\n{done.stderr.decode()}\nnext: ./dev build")
        return done.stdout.decode()

    def verdicts(self, path):
        """One verdict a row of a file, in its order."""
        return read_lines(self.run(["scan", "--quiet", str(path)]))

    def judge(self, texts):
        """One verdict a text."""
        given = "".join(json.dumps({"text": text}, ensure_ascii=False) + "\n" for text in texts).encode()
        return read_lines(self.run(["scan", "--quiet", "--input", "jsonl", "-"], given))

    def test(self, path):
        return json.loads(self.run(["test", "--quiet", "--json", str(path)]))

    def pack(self):
        return self.judge(["好"])[0]["pack"]


def held(verdict):
    return verdict["action"] in HELD


def extras(path):
    """id → the JSON of a shared set's last column, where there is one."""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        rows = (line.rstrip("\n").split("\t") for line in list(file)[1:])
        return {row[0]: json.loads(row[3]) if row[3] else {} for row in rows}


def wilson(count, total):
    """The 95 % Wilson interval of a share: honest for small counts, zero included."""
    if total == 0:
        return 0.0, 0.0
    z, share = 1.96, count / total
    middle = share + z * z / (2 * total)
    spread = z * math.sqrt(share * (1 - share) / total + z * z / (4 * total * total))
    scale = 1 + z * z / total
    return max(0.0, (middle - spread) / scale), min(1.0, (middle + spread) / scale)


def percent(count, total, digits=1):
    return f"{100 * count / total:.{digits}f}" if total else "–"


def interval(count, total):
    low, high = wilson(count, total)
    return f"{100 * low:.2f}–{100 * high:.2f}"
