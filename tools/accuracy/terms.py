"""The terms of a pack's source, and the disguises each opts into (docs/dictionary.md)."""
import dataclasses

import tables

CATEGORIES = ("abuse", "ads", "gambling", "scam", "sexual")
LEAST_WEIGHT = 3  # held alone; below it a term is only a hint


@dataclasses.dataclass(frozen=True)
class Term:
    text: str
    category: str
    variants: frozenset
    flags: frozenset


def names(cell):
    return {name for name in cell.replace(",", " ").split() if name != "-"}


def directive(path, key):
    """The disguises a file's `#! variants`, or `#! variants-of-two`, names."""
    for line in path.read_text(encoding="utf-8").split("\n"):
        if line.startswith(f"#! {key} "):
            return names(line.removeprefix(f"#! {key} "))
    return set()


def is_han(text):
    return all("\u4e00" <= character <= "\u9fff" for character in text)


def variants(text, cell, default, of_two):
    """As lib/dictionary/source.cc reads them: `none` switches the file's own off, a list adds."""
    own = names(cell)
    files = default if len(text) > 2 else of_two if len(text) == 2 else set()
    taken = files if is_han(text) and "none" not in own else set()
    return frozenset((taken | own) - {"none"})


def read(dictionaries):
    """The terms of harm that are held alone, sorted."""
    found = []
    for category in CATEGORIES:
        path = dictionaries / "zh" / f"{category}.tsv"
        default, of_two = directive(path, "variants"), directive(path, "variants-of-two")
        for text, weight, cell, flags, *_ in tables.rows(path):
            if float(weight) >= LEAST_WEIGHT:
                found.append(Term(text, category, variants(text, cell, default, of_two), frozenset(flags.split(","))))
    return sorted(found, key=lambda term: (term.category, term.text))
