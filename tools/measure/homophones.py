#!/usr/bin/env python3
"""What the likelihood step (lib/verify/likelihood.h) does to disguises by sound: precision, recall, acceptances on innocent texts.

    homophones.py --data FOLDER --weigh build/release/bin/weir-weigh [--show N]

A place is where some characters sound like a term (shipped terms of harm, and homophones_terms.txt) and are none. In HED-COLD, whose rows
are aligned to their originals, a place is a disguise when the original has the term there; all other places are innocent, also those that
are disguises in the original already, so precision is understated. Citizens' texts, COLD's dev rows and live chat count as innocent.
Readings of a character that are rarer than 3 % of its use do not count. By hand, not in CI: needs pypinyin (MIT) and the shared data.
"""
import argparse
import gzip
import itertools
import json
import pathlib
import re
import subprocess
import sys
from collections import defaultdict
from difflib import SequenceMatcher

from pypinyin import Style, lazy_pinyin

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tools/train"))
import pairs  # noqa: E402  the fold

HARM = "abuse threat hate sexual gambling drugs scam ads illegal_service"
CITIZENS = ("gov_msgboard", "gov_fuzhou12345", "gov_weibo_fuzhou")
INNOCENT = {"citizens": CITIZENS, "COLD dev": ("cold",), "chat": ("douyu_live",)}
SIDE = 5
FOLDER = pairs.Folder()


def near_form(syllable):
    """one form for syllables that differ only by zh/z, ch/c, sh/s, n/ng, l/n, h/f"""
    for long, short in (("zh", "z"), ("ch", "c"), ("sh", "s"), ("n", "l"), ("h", "f")):
        if syllable.startswith(long) and len(syllable) > 1:
            syllable = short + syllable[len(long):]
            break
    return syllable[:-1] if syllable.endswith("ng") else syllable


class Sounds:
    """The readings of a character that make up 3 % of its use in the word list or more."""

    def __init__(self, words):
        use = defaultdict(lambda: defaultdict(int))
        for line in words.read_text(encoding="utf-8").splitlines():
            word, frequency = line.split()[:2]
            if int(frequency) >= 4 and FOLDER.runs(word) == [word]:
                for char, syllable in zip(word, lazy_pinyin(word, style=Style.NORMAL)):
                    use[char][syllable] += int(frequency)
        self.of = {c: {s for s, n in row.items() if n >= 0.03 * sum(row.values())} for c, row in use.items()}

    def __getitem__(self, char):
        return self.of.setdefault(char, set(lazy_pinyin(char, style=Style.NORMAL)))

    def near(self, char):
        return {near_form(s) for s in self[char]}


def read_terms():
    """{term: does it come from the shipped dictionaries}"""
    terms = {}
    for line in (ROOT / "tools/measure/homophones_terms.txt").read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            terms.update((t, False) for t in line.split())
    for name in HARM.split():
        rows = [l.split("\t") for l in (ROOT / f"dictionaries/zh/{name}.tsv").read_text(encoding="utf-8").splitlines()
                if l and not l.startswith("#")]
        flags = rows[0].index("flags")
        for row in rows[1:]:
            if "allow" not in row[flags] and FOLDER.runs(row[0]) == [row[0]] and 2 <= len(row[0]) <= 6:
                terms[row[0]] = True
    return terms


def texts(data, name, part=None):
    with gzip.open(data / f"{name}.tsv.gz", "rt", encoding="utf-8", newline="\n") as lines:
        next(lines)
        for line in lines:
            _, text, _, extra = line.rstrip("\n").split("\t")
            fields = json.loads(extra) if extra.startswith("{") else {}
            if part is None or fields.get("part") == part:
                yield text, fields.get("orig", text)


class Places:
    """Finds the places of a text: (index, written, before, after, [(term, near syllables)])."""

    def __init__(self, terms, sounds):
        self.terms, self.sounds = terms, sounds
        self.index = defaultdict(set)
        for term in terms:
            for syllables in itertools.product(*(sorted(sounds.near(c)) for c in term)):
                self.index[syllables].add(term)
        self.lengths = sorted({len(t) for t in terms})

    def read(self, text):
        folded = "".join(f if len(f := FOLDER.fold.get(c, c)) == 1 else " " for c in text)
        for match in re.finditer("[\u4e00-\u9fff]+", folded):
            run = match.group()
            near = [sorted(self.sounds.near(c)) for c in run]
            for i, n in itertools.product(range(len(run)), self.lengths):
                written = run[i:i + n]
                if len(written) < n or written in self.terms:
                    continue
                found = set().union(*(self.index.get(s, ()) for s in itertools.product(*near[i:i + n])))
                if found:
                    yield (match.start() + i, written, run[max(0, i - SIDE):i], run[i + n:i + n + SIDE],
                           [(t, sum(not self.sounds[a] & self.sounds[b] for a, b in zip(written, t))) for t in sorted(found)])


def alignment(text, original):
    if len(text) == len(original):
        return dict(enumerate(range(len(text))))
    out = {}
    for tag, i, i2, j, j2 in SequenceMatcher(None, text, original, autojunk=False).get_opcodes():
        if tag == "equal" or (tag == "replace" and i2 - i == j2 - j):
            out.update(zip(range(i, i2), range(j, j2)))
    return out


def original_of(at, written, original, aligned):
    to = [aligned.get(k) for k in range(at, at + len(written))]
    if None in to or to != list(range(to[0], to[0] + len(to))):
        return ""
    return "".join(FOLDER.fold.get(c, c) for c in original[to[0]:to[-1] + 1])


def collect(data, places):
    """[(set, meant term or "", written, before, after, term, near)] and the number of rows of each set"""
    out, rows = [], defaultdict(int)
    sets = [("hed dev", "hed_cold", "dev"), ("hed train", "hed_cold", "train")]
    sets += [(name, source, "dev" if source == "cold" else None) for name, sources in INNOCENT.items() for source in sources]
    for name, source, part in sets:
        for text, original in texts(data, source, part):
            rows[name] += 1
            aligned = alignment(text, original) if name.startswith("hed") else {}
            for at, written, before, after, found in places.read(text):
                meant = original_of(at, written, original, aligned)
                for term, near in found:
                    out.append((name, (rows[name], at, len(written)), meant == term, written, before, after, term, near))
    return out, rows


def weigh(tool, found):
    lines = "".join(f"{before}\t{written}\t{after}\t{term}\n" for _, _, _, written, before, after, term, _ in found)
    done = subprocess.run([tool], input=lines, capture_output=True, text=True, check=True).stdout.splitlines()
    return [tuple(map(int, line.split("\t"))) for line in done]


def near_cost(syllables, near):
    return near * (12 if syllables == 2 else 4)


def best_by_place(found, odds, wanted):
    """{(set, place): (disguise?, best total less near, the row)} over the rows that are wanted"""
    best = {}
    for row, (*_, total, ordinary) in zip(found, odds):
        if not wanted(row):
            continue
        score = -999 if ordinary else total - near_cost(len(row[6]), row[7])
        key = row[:2]
        old = best.get(key, (False, -1000, None))
        best[key] = (old[0] or row[2], max(old[1], score), row if score > old[1] else old[2])
    return best


def report(title, best, rows, thresholds):
    print(f"\n{title}")
    for threshold in thresholds:
        cells = []
        for name in ("hed dev", "hed train"):
            scored = [(meant, score) for (where, _), (meant, score, _) in best.items() if where == name]
            hit = sum(meant and score > threshold for meant, score in scored)
            wrong = sum(not meant and score > threshold for meant, score in scored)
            all_meant = sum(meant for meant, _ in scored)
            cells.append(f"{name} P {hit / max(1, hit + wrong):.3f} R {hit / max(1, all_meant):.3f} ({all_meant}+{len(scored) - all_meant})")
        for name in INNOCENT:
            texts_hit = {where[1][0] for where, (_, score, _) in best.items() if where[0] == name and score > threshold}
            cells.append(f"{name} {10000 * len(texts_hit) / rows[name]:.1f}")
        print(f"  > {threshold / 4:5.2f} nats: " + "; ".join(cells))


def show(best, threshold, count):
    for (name, _), (meant, score, row) in sorted(best.items(), key=lambda item: -item[1][1]):
        if name in INNOCENT and score > threshold and count > 0:
            count -= 1
            print(f"    {name}\t{score}\t{row[6]}\t{row[4]}[{row[3]}]{row[5]}")


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--data", type=pathlib.Path, required=True)
    parser.add_argument("--weigh", type=pathlib.Path, default=ROOT / "build/release/bin/weir-weigh")
    parser.add_argument("--words", type=pathlib.Path, default=pathlib.Path("/usr/lib/python3/dist-packages/jieba/dict.txt"))
    parser.add_argument("--show", type=int, default=0, help="print that many acceptances on innocent texts")
    options = parser.parse_args()
    terms = read_terms()
    found, rows = collect(options.data, Places(terms, Sounds(options.words)))
    odds = weigh(options.weigh, found)
    print(f"{len(terms)} terms; rows: {dict(rows)}")
    cases = [
        ("two syllables, abuse list, exact sound", lambda r: len(r[6]) == 2 and r[7] == 0 and not terms[r[6]], (18, 20, 22, 24, 25, 26, 28, 30)),
        ("two syllables, all terms, near sounds too", lambda r: len(r[6]) == 2, (22, 25, 28, 32)),
        ("three or more, all terms, near sounds too", lambda r: len(r[6]) > 2, (12, 16, 20, 22, 24, 26, 28, 30, 32, 36)),
    ]
    for title, wanted, thresholds in cases:
        best = best_by_place(found, odds, wanted)
        report(title, best, rows, thresholds)
        show(best, 25 if title.startswith("two") else 26, options.show)


if __name__ == "__main__":
    main()
