"""Ways to disguise a term, each made by chance from a seed.

A term is a list of cells, one a character. A way changes some of them, or what stands between; it gives None where it has
nothing to change (no emoji sounds like any of the characters). 傻逼 → 煞逼 (homophone), sha逼 (a syllable), 傻*逼 (symbols).
"""
import dataclasses

SYMBOLS = "*-_~|/#^+=·"  # no sentence marks: those part sentences, and weir leaves them so
STRETCHES = (3, 4)  # a run of two is how ordinary words double (docs/decisions/004)


class Changed(str):
    """A cell that a way has changed: another way leaves it alone."""


def is_han(cell):
    return len(cell) == 1 and "一" <= cell <= "\u9fff" and not isinstance(cell, Changed)


def han_places(cells):
    return [i for i, cell in enumerate(cells) if is_han(cell)]


def replace_one(cells, chance, options):
    """One character, drawn among those that have options, as one of its options."""
    places = [i for i in han_places(cells) if options(cells[i])]
    if not places:
        return None
    at = chance.choice(places)
    return cells[:at] + [chance.choice(options(cells[at]))] + cells[at + 1:]


def homophone(tables, chance, character):
    """Another character of the same usual reading, the common ones oftener; None where there is none."""
    same = tables.sounding.get(tables.reading.get(character), {})
    others = sorted(c for c in same if c != character)
    return chance.choices(others, [same[c] for c in others])[0] if others else None


def homophone_one(tables, chance, cells):
    places = [i for i in han_places(cells) if len(tables.sounding.get(tables.reading.get(cells[i]), {})) > 1]
    if not places:
        return None
    at = chance.choice(places)
    return cells[:at] + [homophone(tables, chance, cells[at])] + cells[at + 1:]


def homophone_all(tables, chance, cells):
    out = [homophone(tables, chance, cell) or cell if is_han(cell) else cell for cell in cells]
    return out if sum(a != b for a, b in zip(out, cells)) >= 2 else None


def lookalike(tables, chance, cells):
    return replace_one(cells, chance, lambda c: tables.alike.get(c, []))


def emoji(tables, chance, cells):
    return replace_one(cells, chance, lambda c: tables.emoji.get(tables.reading.get(c), []))


def split(tables, chance, cells):
    return replace_one(cells, chance, lambda c: tables.parts.get(c, []))


def one_syllable(tables, chance, cells):
    return replace_one(cells, chance, lambda c: [tables.reading[c]] if c in tables.reading else [])


def spelled(tables, cells):
    """Each character's reading; None unless all are Han with one."""
    readings = [tables.reading.get(cell) if is_han(cell) else None for cell in cells]
    return readings if all(readings) and len(readings) > 1 else None


def full_pinyin(tables, chance, cells):
    readings = spelled(tables, cells)
    return readings and [chance.choice(["", " "]).join(readings)]


def initials(tables, chance, cells):
    """All, or of a short term one."""
    readings = spelled(tables, cells)
    if not readings:
        return None
    if len(cells) <= 3 and chance.random() < 0.5:
        at = chance.randrange(len(cells))
        return cells[:at] + [readings[at][0]] + cells[at + 1:]
    return [reading[0] for reading in readings]


def is_latin(character):
    return character.isascii() and character.isalnum()


def gaps(cells):
    """Places between cells, but none inside a Latin word: a space there is an ordinary border of words."""
    return [i for i in range(1, len(cells)) if not (is_latin(cells[i - 1][-1]) and is_latin(cells[i][0]))]


def parted(chance, cells, separators):
    """One and the same separator in one gap or in all."""
    places = gaps(cells)
    if not places:
        return None
    chosen = set(places) if chance.random() < 0.5 else {chance.choice(places)}
    separator = chance.choice(separators)
    return [separator + cell if i in chosen else cell for i, cell in enumerate(cells)]


def spaces(tables, chance, cells):
    return parted(chance, cells, [" ", "  ", "\u3000"])


def symbols(tables, chance, cells):
    return parted(chance, cells, SYMBOLS)


def traditional(tables, chance, cells):
    out = [chance.choice(tables.traditional[cell]) if cell in tables.traditional else cell for cell in cells]
    return out if out != cells else None


def full_width(tables, chance, cells):
    out = [chr(ord(cell) + 0xFEE0) if "!" <= cell <= "~" else cell for cell in cells]
    return out if out != cells else None


def shuffled(tables, chance, cells):
    """Two neighbours exchanged; a term of two characters would be another word."""
    places = [i for i in range(len(cells) - 1) if cells[i] != cells[i + 1]]
    if len(cells) < 3 or not places:
        return None
    at = chance.choice(places)
    return cells[:at] + [cells[at + 1], cells[at]] + cells[at + 2:]


def stretched(tables, chance, cells):
    """One character three or four times, or each of them twice."""
    places = han_places(cells)
    if not places:
        return None
    if len(places) == len(cells) and chance.random() < 0.5:
        return [cell * 2 for cell in cells]
    at = chance.choice(places)
    return cells[:at] + [cells[at] * chance.choice(STRETCHES)] + cells[at + 1:]


def doubled(tables, chance, cells):
    return replace_one(cells, chance, lambda c: [c + c])


@dataclasses.dataclass(frozen=True)
class Way:
    name: str
    make: object
    variants: tuple  # the disguises a term must opt into; none: the plain alphabet undoes it for every term


PLAIN = Way("as written", lambda tables, chance, cells: cells, ())
DOUBLED = Way("one character doubled", doubled, ("no variant undoes it",))  # on purpose: 他妈妈的 is not 他妈的
MIXABLE = (  # in the order they are laid over each other: separators last
    Way("homophone of one character", homophone_one, ("sound",)),
    Way("look-alike", lookalike, ("shape",)),
    Way("emoji", emoji, ("emoji",)),
    Way("one syllable in pinyin", one_syllable, ("pinyin",)),
    Way("split", split, ("split",)),
    Way("stretched", stretched, ()),
    Way("spaces", spaces, ()),
    Way("symbols", symbols, ()),
)
WAYS = (
    PLAIN,
    MIXABLE[0],
    Way("homophones of all characters", homophone_all, ("sound",)),
    *MIXABLE[1:],
    Way("full pinyin", full_pinyin, ("pinyin",)),
    Way("initials", initials, ("initials",)),
    DOUBLED,
    Way("traditional", traditional, ()),
    Way("full width", full_width, ()),
    Way("shuffled", shuffled, ("shuffle",)),
)
MIXED = "mixed, two or three ways"


MOST_TRIED = 20  # choices of ways, until two of them have something to change


def lay(tables, chance, cells, ways):
    """(cells, ways that took) of `ways` one after the other, each on characters not yet changed."""
    taken = []
    for way in ways:
        made = way.make(tables, chance, cells)
        if made is not None:
            cells = [old if old == new else Changed(new) for old, new in zip(cells, made)]
            taken.append(way)
    return cells, taken


def mixed(tables, chance, cells):
    """(cells, ways) of two or three ways together; None where a term has no two."""
    for _ in range(MOST_TRIED):
        chosen = sorted(chance.sample(range(len(MIXABLE)), chance.choice([2, 3])))
        changed, taken = lay(tables, chance, cells, [MIXABLE[i] for i in chosen])
        if len(taken) >= 2:
            return changed, taken
    return None
