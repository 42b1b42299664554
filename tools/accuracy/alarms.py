"""How many ordinary texts are held: citizens' letters, offices' answers, posts, and the chat of two live rooms.

Their text is nobody's to show: a held one is named by its id and by what held it.
"""
import collections
import dataclasses

import command

DISGUISES = {"homophone", "pinyin", "lookalike", "split", "emoji", "initials", "shuffle", "shuffled"}
CHAT = "douyu_live"


@dataclasses.dataclass
class Texts:
    name: str
    verdicts: list


def is_citizen(extra):
    return extra.get("kind", "").startswith("citizen_")


# name, file, which rows
GROUPS = (
    ("citizens' messages to leaders", "gov_msgboard", is_citizen),
    ("citizens' calls to 12345", "gov_fuzhou12345", is_citizen),
    ("offices' answers, messages", "gov_msgboard", lambda extra: not is_citizen(extra)),
    ("offices' answers, 12345", "gov_fuzhou12345", lambda extra: not is_citizen(extra)),
    ("posts about city works", "gov_weibo_fuzhou", lambda extra: True),
)


def read(weir, data):
    """The groups, and the names of the files that are not there."""
    groups, missing, seen = [], [], {}
    for name, stem, wanted in GROUPS:
        path = data / f"{stem}.tsv.gz"
        if not path.exists():
            missing.append(stem)
            continue
        if stem not in seen:
            seen[stem] = (weir.verdicts(path), command.extras(path))
        verdicts, extras = seen[stem]
        groups.append(Texts(name, [v for v in verdicts if wanted(extras.get(v["id"], {}))]))
    return groups, sorted(set(missing))


def chat(weir, data):
    path = data / f"{CHAT}.tsv.gz"
    return weir.verdicts(path) if path.exists() else None


def cause(hit):
    return f"{hit['term']} ({', '.join(hit['via'])}; {hit['source']})"


def rate_line(name, verdicts):
    held = sum(map(command.held, verdicts))
    return f"| {name} | {len(verdicts):,} | {held} | {command.percent(held, len(verdicts), 2)} | {command.interval(held, len(verdicts))} |"


def held_lines(groups):
    rows = []
    for group in groups:
        for verdict in filter(command.held, group.verdicts):
            causes = "; ".join(sorted({cause(hit) for hit in verdict["hits"]})) or ", ".join(verdict["flags"])
            rows.append(f"| {verdict['id']} | {group.name} | {verdict['action']} {verdict['risk']} | {causes} |")
    return ["| id | of | verdict | term (via; line) |", "|---|---|---|---|", *sorted(rows)] if rows else ["None is held."]


def by_homophone(verdicts):
    return sum("homophone" in hit["via"] for verdict in verdicts for hit in verdict["hits"])


def homophone_line(name, verdicts):
    hits = by_homophone(verdicts)
    return f"| {name} | {len(verdicts):,} | {hits} | {1e4 * hits / len(verdicts):.1f} |"


def is_by_disguise(verdict):
    """Nothing undisguised speaks for the category that holds the comment."""
    worst = max(verdict["scores"], key=lambda name: verdict["scores"][name], default=None)
    hits = [hit for hit in verdict["hits"] if hit["category"] == worst]
    return bool(hits) and all(DISGUISES & set(hit["via"]) for hit in hits)


def ordinary_section(groups, missing):
    skipped = [f"Skipped, for want of the file: {', '.join(missing)}."] if missing else []
    if not groups:
        return skipped
    lines = ["All of these are ordinary writing, some of it angry: whatever is held is a false alarm.", "",
             "| texts | rows | held | % | 95 % interval |", "|---|---:|---:|---:|---:|"]
    lines += [rate_line(group.name, group.verdicts) for group in groups]
    lines.append(rate_line("**all**", [v for group in groups for v in group.verdicts]))
    return [*lines, "", *held_lines(groups), *([""] + skipped if skipped else [])]


def chat_section(verdicts):
    if verdicts is None:
        return ["Skipped, for want of the file."]
    held = [v for v in verdicts if command.held(v)]
    lines = ["| texts | rows | held | % | 95 % interval |", "|---|---:|---:|---:|---:|",
             rate_line("comments of two live rooms", verdicts), ""]
    alone = list(filter(is_by_disguise, held))
    lines.append(f"Of the {len(held):,} held, {len(alone):,} ({command.percent(len(alone), len(held))} %) are held by a disguise alone: "
                 "every hit of the category that holds them is disguised.")
    counts = collections.Counter(via for v in alone for via in {via for hit in v["hits"] for via in hit["via"]} & DISGUISES)
    return lines + ([", ".join(f"{via} {count}" for via, count in sorted(counts.items())) + "."] if counts else [])


def homophone_section(groups, verdicts):
    citizens = [v for group in groups if group.name.startswith("citizens") for v in group.verdicts]
    named = [("citizens' texts", citizens), ("live chat", verdicts or [])]
    if not any(some for _, some in named):
        return ["Skipped, for want of the files."]
    return ["Hits by a homophone that passed every step, right ones among them:", "",
            "| texts | rows | hits | per 10,000 texts |", "|---|---:|---:|---:|",
            *(homophone_line(name, some) for name, some in named if some)]
