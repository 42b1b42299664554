#!/usr/bin/env python3
"""200 held comments of the live chat, judged by a reader.

    judged.py --weir WEIR --shared FOLDER     prints those not judged yet, with their text, for the one who judges
    judged.py … --disguised                   the same, of all that a disguise alone holds

A comment is right to be held when a moderator of a public-service livestream would want to look at it: abuse, sexual
talk, advertising, and so on. It is read as what it meant where it was written: game talk (同归于尽) is held wrongly. The
sample is the first 200 held in the order of a hash of their ids: a change of the pack that holds a few others changes
a few of the sample. `judged.tsv` keeps id, verdict and why; never the text.
"""
import argparse
import gzip
import hashlib
import pathlib

import alarms
import command
import tables

SEED = "weir"
SIZE = 200
JUDGED = pathlib.Path(__file__).with_name("judged.tsv")


def order(verdict):
    return hashlib.sha256(f"{SEED} {verdict['id']}".encode()).hexdigest()


def sample(verdicts):
    return sorted(filter(command.held, verdicts), key=order)[:SIZE]


def judgements(path=JUDGED):
    """id → (right, why)"""
    found = {}
    for number, (name, verdict, why) in enumerate(tables.rows(path), 1):
        if verdict not in ("right", "wrong"):
            raise ValueError(f"{path.name}, row {number}: \"{verdict}\" is neither right nor wrong")
        found[name] = (verdict == "right", why)
    return found


def wrong_lines(drawn, known):
    rows = [f"| {v['id']} | {'; '.join(sorted({alarms.cause(hit) for hit in v['hits']}))} | {known[v['id']][1]} |"
            for v in drawn if v["id"] in known and not known[v["id"]][0]]
    return ["| held wrongly | term (via; line) | why |", "|---|---|---|", *sorted(rows)] if rows else []


def disguised(verdicts):
    """Every comment that a disguise alone holds: few, and the first to be wrong."""
    return [v for v in verdicts if command.held(v) and alarms.is_by_disguise(v)]


def tally(what, drawn, known):
    judged = [v for v in drawn if v["id"] in known]
    right = sum(known[v["id"]][0] for v in judged)
    waiting = sorted(v["id"] for v in drawn if v["id"] not in known)
    return [f"{len(drawn)} {what}, {len(judged)} of them judged: {right} rightly held, {command.percent(right, len(judged))} % "
            f"(95 % interval {command.interval(right, len(judged))}).", "",
            *([f"Not judged yet: {', '.join(waiting)}.", ""] if waiting else [])]


def section(verdicts):
    if verdicts is None:
        return ["Skipped, for want of the file."]
    known, drawn, alone = judgements(), sample(verdicts), disguised(verdicts)
    both = {v["id"]: v for v in drawn + alone}.values()
    return ["Right: a moderator of a public-service livestream would want to look at it. Read as what it meant where it was "
            "written, so game talk is held wrongly.", "",
            *tally("held comments drawn", drawn, known), *tally("held by a disguise alone", alone, known), *wrong_lines(both, known)]


def texts(path, ids):
    with gzip.open(path, "rt", encoding="utf-8", newline="\n") as file:
        return {row[0]: row[1] for row in (line.split("\t") for line in file) if row[0] in ids}


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("--weir", default="build/release/bin/weir")
    parser.add_argument("--shared", type=pathlib.Path, default=pathlib.Path("../shared"))
    parser.add_argument("--disguised", action="store_true")
    arguments = parser.parse_args()
    data, known = arguments.shared / "data", judgements()
    chat = alarms.chat(command.Weir(arguments.weir), data) or []
    drawn = disguised(chat) if arguments.disguised else sample(chat)
    drawn = [v for v in drawn if v["id"] not in known]
    written = texts(data / f"{alarms.CHAT}.tsv.gz", {v["id"] for v in drawn})
    for verdict in drawn:
        causes = "; ".join(sorted({alarms.cause(hit) for hit in verdict["hits"]}))
        print(f"{verdict['id']}\t{written[verdict['id']]}\t{causes}")


if __name__ == "__main__":
    main()
