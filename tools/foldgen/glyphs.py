"""What the generators of the disguise tables share: the plain fold, how common characters are, the terms' characters.

    Fold()("傻Ｘ") -> "傻x"        Frequencies().of("的") -> 4 000 000 or so
"""
import bz2
import collections
import pathlib

ROOT = pathlib.Path(__file__).resolve().parents[2]
DATA = ROOT / "lib/text/data"
JIEBA = pathlib.Path("/usr/lib/python3/dist-packages/jieba/dict.txt")  # Debian's python3-jieba, MIT
UNIHAN_READINGS = pathlib.Path("/usr/share/unicode/Unihan_Readings.txt.bz2")  # Debian's unicode-data


def is_han(char):
    return len(char) == 1 and ("\u4e00" <= char <= "\u9fff" or "\u3400" <= char <= "\u4dbf" or char >= "\U00020000")


class Fold:
    """The plain alphabet (lib/text/data/plain.tsv) for strings: what weir's fold makes of them, runs kept."""

    def __init__(self):
        self.exact, self.ranges, self.known = {}, [], {}
        for line in (DATA / "plain.tsv").read_text("utf-8").splitlines():
            if line.startswith("U+"):
                self._add(*line.split("\t")[:3])

    def _add(self, place, kind, fold):
        first, _, last = place.replace("U+", "").partition("..")
        if last:
            self.ranges.append((int(first, 16), int(last, 16), kind, fold))
        else:
            self.exact[int(first, 16)] = (kind, fold)

    def kind_of(self, char):
        """(kind, fold) of a code point; the fold is "-" for separators."""
        cp = ord(char)
        if cp in self.exact:
            return self.exact[cp]
        found = [r for r in self.ranges if r[0] <= cp <= r[1]]
        return found[-1][2:] if found else ("symbol", "-")

    def _one(self, char):
        fold = self.kind_of(char)[1]
        return char if fold == "=" else "" if fold == "-" else fold

    def __call__(self, text):
        for char in text:
            if char not in self.known:
                self.known[char] = self._one(char)
        return "".join(self.known[char] for char in text)


class Frequencies:
    """Characters and pairs of them, weighed by the frequencies of jieba's words."""

    def __init__(self, fold):
        self.char, self.pair = collections.Counter(), collections.Counter()
        self.begins, self.ends, self.words = collections.Counter(), collections.Counter(), 0
        for line in JIEBA.read_text("utf-8").splitlines():
            word, count = line.split(" ")[:2]
            self._add(fold(word), int(count))
        self.total = sum(self.char.values())
        self.rank = {char: i for i, (char, _) in enumerate(self.char.most_common())}

    def _add(self, word, count):
        if not word:
            return
        self.words += count
        self.begins[word[0]] += count
        self.ends[word[-1]] += count
        for char in word:
            self.char[char] += count
        for a, b in zip(word, word[1:]):
            self.pair[a + b] += count

    def of(self, char):
        return self.char[char]

    def rank_of(self, char):
        return self.rank.get(char, len(self.rank))

    def chance(self, text):
        """How often `text` stands in ordinary writing, per character of it: pairs within words and across their borders."""
        chance = self.char[text[0]] / self.total
        for a, b in zip(text, text[1:]):
            across = self.ends[a] * self.begins[b] / self.words
            chance *= (self.pair[a + b] + across) / max(self.char[a], 1)
        return chance


def term_characters(fold):
    """The Han characters of the dictionaries' terms of harm (dictionaries/*/*.tsv), with the number of terms that hold each."""
    counts = collections.Counter()
    for path in sorted((ROOT / "dictionaries").glob("*/*.tsv")):
        rows = [line for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#")]
        for row in rows[1:]:
            counts.update(c for c in set(fold(row.split("\t")[0])) if is_han(c))
    return counts


def unihan(key):
    """{character: value} of one property of Unihan's readings."""
    out = {}
    for line in bz2.open(UNIHAN_READINGS, "rt", encoding="utf-8"):
        fields = line.rstrip("\n").split("\t")
        if len(fields) == 3 and fields[1] == key:
            out[chr(int(fields[0][2:], 16))] = fields[2]
    return out


TONES = str.maketrans("āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ", "aaaaeeeeiiiioooouuuuüüüünnnm")


def toneless(syllable):
    """xíng -> xing, lǜ -> lv: as typed."""
    plain = syllable.translate(TONES).replace("\u0300", "").replace("\u0301", "").replace("\u0304", "").replace("\u030c", "")
    return plain.replace("ê", "e").replace("ü", "v")


def write(name, head, columns, rows):
    """Writes lib/text/data/NAME: comment lines, the header line, the rows."""
    lines = [f"# {line}".rstrip() for line in head.strip("\n").split("\n")]
    lines.append("\t".join(columns))
    lines += ["\t".join(row) for row in rows]
    (DATA / name).write_text("\n".join(lines) + "\n", "utf-8")
    print(f"{name}: {len(rows)} rows")
