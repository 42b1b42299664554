"""How many disguised terms are found: each shipped term of harm, disguised in each way, inside ordinary sentences."""
import collections
import dataclasses
import random

import command
import disguise

SEED = 20240607
DRAWS = 3  # disguises of one term in one way; those alike count once
TRIES = 8  # draws until the disguise is no ordinary word
BAR = 90


@dataclasses.dataclass
class Trial:
    term: object
    way: str
    on: bool  # the term opts into every disguise in it
    written: str
    text: str
    span: tuple  # in bytes, as hits say theirs
    ways: list  # the names of those mixed; else the way alone
    found: bool = False
    held: bool = False


def carriers(path):
    return [line for line in path.read_text(encoding="utf-8").split("\n") if line and not line.startswith("#")]


def disguised(way, term, tables, chance):
    """(as written, the ways in it), or None: nothing to change, or only ordinary words come of it."""
    for _ in range(TRIES):
        made = way.make(tables, chance, list(term.text))
        if made is None:
            return None
        cells, ways = made if way.name == disguise.MIXED else (made, [way])
        written = "".join(cells)
        if not needed(ways) or written not in tables.words:
            return written, ways
    return None


def needed(ways):
    return {variant for way in ways for variant in way.variants}


def is_on(term, ways):
    separated = "gap=none" in term.flags and any(way.name in ("spaces", "symbols") for way in ways)
    return term.variants.issuperset(needed(ways)) and not separated


def place(sentence, written):
    """The sentence with `written` in its place, and the bytes it takes."""
    head, tail = sentence.split("{}")
    begin = len(head.encode())
    return head + written + tail, (begin, begin + len(written.encode()))


def trials(terms, tables, sentences):
    """Every term in every way. Each has a seed of its own: a term added to the pack changes no other's disguises."""
    ways = [*disguise.WAYS, disguise.Way(disguise.MIXED, disguise.mixed, ())]
    out = []
    for way in ways:
        for term in terms:
            chance, seen = random.Random(f"{SEED} {way.name} {term.text}"), set()
            for _ in range(DRAWS):
                made = disguised(way, term, tables, chance)
                if made and made[0] not in seen:
                    seen.add(made[0])
                    text, span = place(chance.choice(sentences), made[0])
                    out.append(Trial(term, way.name, is_on(term, made[1]), made[0], text, span, [w.name for w in made[1]]))
    return out


def overlaps(hit, span):
    return hit["span"][0] < span[1] and span[0] < hit["span"][1]


def judge(weir, tried):
    for trial, verdict in zip(tried, weir.judge([trial.text for trial in tried])):
        here = [hit for hit in verdict["hits"] if overlaps(hit, trial.span)]
        trial.found = any(hit["term"] == trial.term.text or hit["category"] == trial.term.category for hit in here)
        trial.held = command.held(verdict)


def share(tried):
    """Cells of one half of a row: how many disguises, found %, held %."""
    found, held = sum(t.found for t in tried), sum(t.held for t in tried)
    return [f"{len(tried):,}", command.percent(found, len(tried)), command.percent(held, len(tried))]


def line(name, tried, bar=True):
    """One row of the table: where the term opts in, then where it does not."""
    on, off = [t for t in tried if t.on], [t for t in tried if not t.on]
    found = sum(t.found for t in on)
    kept = "–" if not on or not bar else "yes" if 100 * found >= BAR * len(on) else "**no**"
    return "| " + " | ".join([name, *share(on), kept, *share(off)]) + " |"


def mixture_lines(mixed):
    """A mixture is in the row of each of its ways: the low row names the way that does not mix."""
    return [line(f"… with {way.name}", [t for t in mixed if way.name in t.ways], bar=False) for way in disguise.MIXABLE]


HEAD = ["| way | on: tried | found % | held % | bar kept | off: tried | found % | held % |",
        "|---|---:|---:|---:|---|---:|---:|---:|"]


def by(tried, key):
    groups = collections.defaultdict(list)
    for trial in tried:
        groups[key(trial)].append(trial)
    return groups


def write_misses(path, tried):
    """What was on and not found, for those who mend it: way, term, as written, sentence."""
    rows = [[t.way, "+".join(t.ways), t.term.category, t.term.text, t.written, t.text] for t in tried if t.on and not t.found]
    path.write_text("".join("\t".join(row) + "\n" for row in [["way", "of", "category", "term", "written", "text"], *rows]),
                    encoding="utf-8")


def section(tried, terms, sentences):
    apart = (disguise.PLAIN.name, disguise.DOUBLED.name)  # no disguise; left alone on purpose
    ways = by(tried, lambda t: t.way)
    names = [way.name for way in disguise.WAYS] + [disguise.MIXED]
    missing = [name for name in names if name not in ways]
    changed = [t for t in tried if t.way not in apart]
    lines = [f"{len(terms)} terms of abuse, ads, gambling, scam and sexual of weight 3 and more (those that hold a comment alone), each "
             f"in one of {len(sentences)} ordinary sentences (`tools/accuracy/carriers.txt`), up to {DRAWS} disguises of a kind.", "",
             *HEAD, *(line(name, ways[name]) for name in names if name in ways),
             line("**all disguises**", changed, bar=False), ""]
    lines += ["Mixed, by one of the ways in the mixture:", "", *HEAD, *mixture_lines(ways.get(disguise.MIXED, [])), ""]
    lines += [f"Skipped, for want of a table: {', '.join(missing)}.", ""] if missing else []
    lines += ["The same by category:", "", *HEAD]
    lines += [line(name, group, bar=False) for name, group in sorted(by(changed, lambda t: t.term.category).items())]
    return lines + ["", *length_table(names, [t for t in changed if t.on])]


LENGTHS = (2, 3, 4)  # characters; longer terms stand together
LONGER = 5


def length(trial):
    return min(len(trial.term.text), LONGER)


def length_table(names, tried):
    """Short terms are the hard ones: two syllables are met by chance, and few terms of two opt in."""
    ways = by(tried, lambda t: t.way)
    lines = ["Found %, and of how many, by the term's length in characters, where on:", "",
             f"| way | {' | '.join(map(str, LENGTHS))} | {LONGER} and more |", "|---|" + "---:|" * (len(LENGTHS) + 1)]
    for name in [name for name in names if name in ways]:
        groups = by(ways[name], length)
        cells = [groups.get(count, []) for count in (*LENGTHS, LONGER)]
        shares = [f"{command.percent(sum(t.found for t in cell), len(cell))} of {len(cell):,}" if cell else "–" for cell in cells]
        lines.append(f"| {name} | {' | '.join(shares)} |")
    return lines
