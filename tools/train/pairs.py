#!/usr/bin/env python3
"""Trains lib/text/data/pairs.tsv: how likely one Han character is after another in comments.

    pairs.py --data FOLDER            trains and writes lib/text/data/pairs.tsv
    pairs.py --data FOLDER --check    trains and says whether the committed file is the same, byte for byte

FOLDER holds cold.tsv.gz, swsr.tsv.gz and teleantifraud.tsv.gz (columns id, text, label, extra; README.md beside this script says where
the sets come from). Only rows whose extra.part is "train" are read. The rest is in the tree: the sentences of dictionaries/**/*.cases,
corpus/*.txt, and the list of words (--words) whose inner pairs count a twentieth of the word's frequency.

The model is a bigram with absolute discounting, backed off to single characters:

    P(b|a) = (c(ab) − D) / c(a) + left(a) · P(b)      for the pairs that are kept
    P(b|a) =                      left(a) · P(b)      for all others

Characters are folded as texts are (lib/text/data/plain.tsv); a run of Han characters is a sentence with the border "0" before and behind.
Costs are −ln P in quarters of a nat. Only the standard library; the same inputs give the same bytes.
"""
import argparse
import csv
import gzip
import json
import math
import pathlib
import re
import sys
from collections import defaultdict

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "lib/text/data/pairs.tsv"
SETS = ("cold.tsv.gz", "swsr.tsv.gz", "teleantifraud.tsv.gz")
BORDER = "0"
STEPS_PER_NAT = 4
DISCOUNT = 0.75
LEAST_COUNT = 2.0  # pairs seen less are left to the back-off: 453,000 pairs became 145,000 and little that was measured was lost
WORD_WEIGHT = 0.05  # of a word's frequency; the list's own counts would drown the comments
OWN_WEIGHT = 4.0  # each sentence of the project's: they are few, and the only ones about gambling and advertising
SMOOTHING = 0.5  # added to each character's count
MOST_COST = 254


def read_fold():
    """{character: folded characters} of those that do not fold to themselves, and a test for Han"""
    fold, han = {}, set()
    for line in (ROOT / "lib/text/data/plain.tsv").read_text(encoding="utf-8").splitlines():
        if line.startswith(("#", "cp\t")) or not line:
            continue
        cps, kind, to, _ = line.split("\t")
        first, _, last = cps.partition("..")
        for cp in range(int(first[2:], 16), int(last[2:] or first[2:], 16) + 1):
            if 0xD800 <= cp < 0xE000:
                continue
            char = chr(cp)
            han.discard(char)  # a row of its own inside a range wins
            fold.pop(char, None)
            if kind != "han":
                fold[char] = " "
            elif to == "=":
                han.add(char)
            else:
                fold[char] = to
    return fold, han


class Folder:
    """Text → its runs of folded Han characters."""

    def __init__(self):
        self.fold, self.han = read_fold()

    def runs(self, text):
        folded = "".join(self.fold.get(c, c) for c in text)
        return ("".join(c if c in self.han and "\u4e00" <= c <= "\u9fff" else " " for c in folded)).split()


def set_texts(path):
    """the texts of a set's train rows"""
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as lines:
        next(lines)
        for line in lines:
            _, text, _, extra = line.rstrip("\n").split("\t")
            if json.loads(extra).get("part") == "train":
                yield re.sub(r"\\(.)", lambda m: {"t": " ", "n": " ", "r": " "}.get(m[1], m[1]), text)


def is_plain(row):
    """Are the row's terms in its text as they are? A disguise must not be learnt as a way to write."""
    return row["expect"] != "hit" or all(term in row["text"] for term in row["terms"].split(",") if term != "-")


def own_texts():
    for path in sorted((ROOT / "dictionaries").rglob("*.cases")):
        with path.open(encoding="utf-8", newline="") as lines:
            rows = csv.DictReader((l for l in lines if l.strip() and not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
            yield from (row["text"] for row in rows if is_plain(row))
    for path in sorted((ROOT / "tools/train/corpus").glob("*.txt")):
        yield from (l for l in path.read_text(encoding="utf-8").splitlines() if l and not l.startswith("#"))


class Counts:
    def __init__(self):
        self.pairs = defaultdict(float)
        self.chars = defaultdict(float)

    def add_sentence(self, run, weight):
        for a, b in zip(BORDER + run, run + BORDER):
            self.pairs[a, b] += weight
            self.chars[b] += weight

    def add_word(self, word, weight):
        for a, b in zip(word, word[1:]):
            self.pairs[a, b] += weight
        for c in word:
            self.chars[c] += weight


def count(data, words):
    folder, counts = Folder(), Counts()
    for name in SETS:
        for text in set_texts(data / name):
            for run in folder.runs(text):
                counts.add_sentence(run, 1.0)
    for text in own_texts():
        for run in folder.runs(text):
            counts.add_sentence(run, OWN_WEIGHT)
    for line in words.read_text(encoding="utf-8").splitlines():
        word, frequency = line.split()[:2]
        runs = folder.runs(word)
        if len(runs) == 1:
            counts.add_word(runs[0], WORD_WEIGHT * int(frequency))
    return counts


def cost(probability):
    return min(MOST_COST, round(-math.log(probability) * STEPS_PER_NAT))


class Model:
    """Costs: single[b], left[a] (the back-off), pair[a][b] of the pairs that are kept."""

    def __init__(self, counts):
        size = sum(1 for _ in range(0x4E00, 0xA000)) + 1
        total = sum(counts.chars[c] for c in sorted(counts.chars)) + SMOOTHING * size
        chance = {c: (n + SMOOTHING) / total for c, n in counts.chars.items()}
        rows = defaultdict(list)
        for (a, b), n in sorted(counts.pairs.items()):
            rows[a].append((b, n))
        self.unknown = cost(SMOOTHING / total)
        self.single = {c: cost(p) for c, p in chance.items()}
        self.left, self.pair = {}, {}
        for a, row in rows.items():
            seen = sum(n for _, n in row)
            kept = [(b, n) for b, n in row if n >= LEAST_COUNT]
            left = (seen - sum(n - DISCOUNT for _, n in kept) + SMOOTHING) / (seen + SMOOTHING)
            self.left[a] = cost(left)
            self.pair[a] = {b: cost((n - DISCOUNT) / (seen + SMOOTHING) + left * chance[b]) for b, n in kept}


def render(model):
    """One line a character: it, its cost alone, the cost of leaving its pairs, and its pairs by cost: 12的一 13是."""
    pairs = sum(len(row) for row in model.pair.values())
    lines = ["# How likely one Han character is after another. Generated by tools/train/pairs.py; do not edit.",
             "# Columns: character (0: the border of a run of Han), −ln P(character), −ln of what its pairs leave to the back-off,",
             "#   its pairs: cost and the characters behind it at that cost. In quarters of a nat. Read by tools/pairc.",
             f"#! pairs {pairs}", f"#! unknown {model.unknown}", "char\tsingle\tleft\tpairs"]
    for c in sorted(model.single):
        by_cost = defaultdict(list)
        for b, n in sorted(model.pair.get(c, {}).items()):
            by_cost[n].append(b)
        cells = " ".join(f"{n}:{''.join(bs)}" for n, bs in sorted(by_cost.items())) or "-"
        lines.append(f"{c}\t{model.single[c]}\t{model.left.get(c, 0)}\t{cells}")
    return "\n".join(lines) + "\n"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--words", type=pathlib.Path, default=pathlib.Path("/usr/lib/python3/dist-packages/jieba/dict.txt"))
    parser.add_argument("--out", type=pathlib.Path, default=OUT)
    parser.add_argument("--check", action="store_true")
    options = parser.parse_args()
    text = render(Model(count(options.data, options.words)))
    if options.check:
        if options.out.read_text(encoding="utf-8") != text:
            sys.exit(f"pairs: {options.out} is not what the inputs give; run without --check, or find the input that differs")
        return
    options.out.write_text(text, encoding="utf-8")
    print(f"pairs: {text.count(chr(10))} lines, {len(text.encode())} bytes → {options.out}", file=sys.stderr)


if __name__ == "__main__":
    main()
