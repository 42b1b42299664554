"""What the disguises are made from: the project's tables of readings, shapes, parts and emoji, and a list of words.

The tables are those weir is built with, so the report measures what weir does with a disguise, not how complete the tables
are; which character takes another's place is this script's own choice. A table that is not there reads as empty, and the ways
that need it are reported as skipped.
"""
import collections
import functools


def rows(path):
    """The rows of a table below its header, as lists of cells; none when there is no such file."""
    if not path.exists():
        return []
    lines = [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]
    return [line.split("\t") for line in lines[1:]]


def code_point(name):
    return chr(int(name.removeprefix("U+"), 16))


class Tables:
    """Each table is read when a way first needs it."""

    def __init__(self, folder, words):
        self.folder = folder
        self.word_list = words

    @functools.cached_property
    def words(self):
        """word → how often it occurs, as the word-border guard's list says."""
        if not self.word_list.exists():
            return {}
        cells = (line.split(" ") for line in self.word_list.read_text(encoding="utf-8").splitlines())
        return {cell[0]: int(cell[1]) for cell in cells if len(cell) > 1}

    @functools.cached_property
    def commonness(self):
        """character → how often it occurs in those words: what an input method would offer first."""
        counts = collections.Counter()
        for word, count in self.words.items():
            for character in word:
                counts[character] += count
        return counts

    @functools.cached_property
    def reading(self):
        """character → its usual reading."""
        usual = {c: cells[0] for cells in rows(self.folder / "sound.tsv") for c in cells[1]}
        usual.update({cells[0]: cells[1].split(" ")[0] for cells in rows(self.folder / "heteronyms.tsv")})
        return usual

    @functools.cached_property
    def sounding(self):
        """reading → characters usually read so, with their commonness."""
        out = collections.defaultdict(dict)
        for character, reading in self.reading.items():
            if self.commonness[character] > 0 and "一" <= character <= "\u9fff":
                out[reading][character] = self.commonness[character]
        return out

    @functools.cached_property
    def alike(self):
        """character → those of its kind by shape."""
        out = {}
        for cells in rows(self.folder / "shapes.tsv"):
            kind = cells[0] + cells[1]
            out.update({c: [other for other in kind if other != c] for c in kind})
        return out

    @functools.cached_property
    def parts(self):
        """character → how it is taken apart, without what ordinary writing has anyway."""
        out = {}
        for cells in rows(self.folder / "splits.tsv"):
            ordinary = cells[2].split(" ") if len(cells) > 2 else []
            out[cells[0]] = [split for split in cells[1].split(" ") if split not in ordinary]
        return {character: splits for character, splits in out.items() if splits}

    @functools.cached_property
    def emoji(self):
        """reading → emoji usually read so."""
        out = collections.defaultdict(list)
        for cells in rows(self.folder / "emoji.tsv"):
            out[cells[1].split(" ")[0]].append(code_point(cells[0]))
        return out

    @functools.cached_property
    def traditional(self):
        """simplified → traditional characters of the basic plane."""
        out = collections.defaultdict(list)
        for cells in rows(self.folder / "plain.tsv"):
            if cells[3] == "traditional" and ".." not in cells[0] and len(cells[0]) == 6:
                out[cells[2]].append(code_point(cells[0]))
        return out
