"""The READMEs and docs keep their word: links lead somewhere, commands exist, transcripts and snippets are what really happens.

A ```console block holds `$ command` lines, each followed by its output; a line `…` stands for any lines. The command runs with the
folder of $WEIR_COMMAND first in PATH; `readme_test.py --update` writes what they print (but where a `…` stands). A ```cpp, ```c or ```python block of a README equals the part of its example between
[readme] and [/readme].
"""
import os
import pathlib
import re
import subprocess
import sys
import textwrap
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
READMES = ["README.md", "README.zh-CN.md"]
DOCS = READMES + ["CONTRIBUTING.md", "SECURITY.md", "CHANGELOG.md"] + sorted(str(p.relative_to(ROOT)) for p in (ROOT / "docs").rglob("*.md"))
EXAMPLES = {"cpp": "examples/cpp/scan.cc", "c": "examples/c/scan.c", "python": "examples/python/scan.py"}
COMMAND = os.environ.get("WEIR_COMMAND", str(ROOT / "build/release/bin/weir"))


def read(path):
    return (ROOT / path).read_text(encoding="utf-8")


def blocks(text, language):
    return re.findall(rf"^```{language}\n(.*?)^```$", text, re.M | re.S)


def transcript(block):
    """[(command, [expected lines])]"""
    steps = []
    for line in block.splitlines():
        if line.startswith("$ "):
            steps.append((line[2:], []))
        elif steps:
            steps[-1][1].append(line.rstrip())
    return steps


def run(command, doc):
    """The lines a command prints, stderr among them, in the language of the document"""
    environment = {name: value for name, value in os.environ.items() if name not in ("LC_ALL", "LC_MESSAGES")}
    environment["PATH"] = f"{pathlib.Path(COMMAND).parent}:{environment['PATH']}"
    environment["LANG"] = "zh_CN.UTF-8" if "zh-CN" in doc else "C.UTF-8"
    done = subprocess.run(["bash", "-c", command], cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return [line.rstrip() for line in done.stdout.splitlines()]


def update():
    def renew(doc):
        def one(block):
            steps = transcript(block.group(1))
            if any("…" in expected for _, expected in steps):
                return block.group(0)
            shown = ["\n".join([f"$ {command}", *run(command, doc)]) + "\n" for command, _ in steps]
            return "```console\n" + "\n".join(shown) + "```"
        return one

    for doc in READMES:
        text = re.sub(r"^```console\n(.*?)^```$", renew(doc), read(doc), flags=re.M | re.S)
        (ROOT / doc).write_text(text, encoding="utf-8")
        print(f"renewed the transcripts of {doc}")


def matches(expected, actual):
    """expected lines against actual ones; "…" is any number of lines"""
    if not expected:
        return not actual
    if expected[0] == "…":
        return any(matches(expected[1:], actual[i:]) for i in range(len(actual) + 1))
    return bool(actual) and squeeze(expected[0]) == squeeze(actual[0]) and matches(expected[1:], actual[1:])


def squeeze(line):
    """padding of a table depends on its widest number, and that one is a speed: 98,000 comments/s one day, 102,000 the next"""
    return re.sub(r"(?<=\S) {2,}", "  ", line)


def region(path, language):
    mark = "#" if language == "python" else "//"
    pattern = r"^ *(?:{0}|/\*) ?\[readme\].*?\n(.*?)^ *(?:{0}|/\*) ?\[/readme\]".format(re.escape(mark))
    found = re.search(pattern, read(path), re.M | re.S)
    return textwrap.dedent(found.group(1)) if found else None


class Readme(unittest.TestCase):
    def test_links_lead_somewhere(self):
        for doc in DOCS:
            for target in re.findall(r"\]\(([^)#\s]+)[^)]*\)", read(doc)):
                if "://" not in target:
                    with self.subTest(doc=doc, target=target):
                        self.assertTrue(((ROOT / doc).parent / target).exists())

    def test_dev_commands_exist(self):
        help_text = subprocess.run([str(ROOT / "dev"), "help"], stdout=subprocess.PIPE, text=True).stdout
        for doc in DOCS:
            for command in re.findall(r"\./dev ([a-z]+)", read(doc)):
                with self.subTest(doc=doc, command=command):
                    self.assertRegex(help_text, rf"(?m)^  {command}\b")

    def test_transcripts_are_real(self):
        for doc in READMES:
            steps = [step for block in blocks(read(doc), "console") for step in transcript(block)]
            self.assertTrue(steps, f"{doc} shows no transcript")
            for command, expected in steps:
                with self.subTest(doc=doc, command=command):
                    actual = run(command, doc)
                    while expected and not expected[-1]:
                        expected = expected[:-1]
                    self.assertTrue(matches(expected, actual), "what came:\n" + "\n".join(actual))

    def test_snippets_are_the_examples(self):
        for doc in READMES:
            for language, path in EXAMPLES.items():
                for block in blocks(read(doc), language):
                    with self.subTest(doc=doc, language=language):
                        self.assertEqual(block, region(path, language))


if __name__ == "__main__":
    if sys.argv[1:] == ["--update"]:
        update()
    else:
        unittest.main()
