#!/usr/bin/env python3
"""Runs the command over every cases/*.case and compares exit code, standard output and standard error.

A case is one file of sections. The first names the command, run by bash in an empty folder with `weir` on the path; sections with
other names are files put there first:

    $ weir scan in.txt --no-default-pack --terms 坏词
    --- in.txt
    一个坏词
    --- exit
    0
    --- stdout
    {"id":"1",{{.*}}"term":"坏词",{{.*}}
    --- stderr

Within an expected line {{…}} is a regular expression; a section that is not there is not compared; one that is empty must stay
empty. Lines of `#` before the command say what the case is for. LC_ALL is C.UTF-8 unless the command says otherwise.
"""
import difflib
import os
import pathlib
import re
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
COMMAND = os.environ.get("WEIR_COMMAND", str(HERE.parents[1] / "build/release/bin/weir"))
EXPECTED = ("exit", "stdout", "stderr")


def read_case(path):
    """(command, {section: text})"""
    command, sections, name = None, {}, None
    for line in path.read_text(encoding="utf-8").splitlines(keepends=True):
        if line.startswith("--- "):
            name = line[4:].strip()
            if name in sections:
                raise ValueError(f"{path.name}: section {name} stands twice")
            sections[name] = ""
        elif name is not None:
            sections[name] += line
        elif line.startswith("$ "):
            command = line[2:].strip()
        elif line.strip() and not line.startswith("#"):
            raise ValueError(f"{path.name}: {line.strip()!r} stands before the first section")
    if command is None or "exit" not in sections:
        raise ValueError(f"{path.name}: needs a command and an exit section")
    return command, sections


def line_matches(pattern, line):
    parts = re.split(r"\{\{(.*?)\}\}", pattern)
    regex = "".join(f"(?:{part})" if i % 2 else re.escape(part) for i, part in enumerate(parts))
    return re.fullmatch(regex, line, re.DOTALL) is not None


def difference(name, expected, got):
    """What differs, or None"""
    want, have = expected.splitlines(), got.splitlines()
    if len(want) == len(have) and all(map(line_matches, want, have)):
        return None
    return "\n".join(difflib.unified_diff(want, have, f"expected {name}", name, lineterm=""))


def run_case(path, folder):
    """The complaints about one case"""
    command, sections = read_case(path)
    for name, text in sections.items():
        if name not in EXPECTED:
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text, encoding="utf-8")
    environment = {"PATH": f"{folder}/.bin:{os.environ['PATH']}", "LC_ALL": "C.UTF-8", "HOME": str(folder)}
    (folder / ".bin").mkdir()
    (folder / ".bin/weir").symlink_to(COMMAND)
    done = subprocess.run(["bash", "-c", command], cwd=folder, env=environment, capture_output=True, timeout=60)
    complaints = []
    if done.returncode != int(sections["exit"]):
        complaints.append(f"exit {done.returncode}, expected {sections['exit'].strip()}")
    for name, got in (("stdout", done.stdout), ("stderr", done.stderr)):
        if name in sections:
            complaints.append(difference(name, sections[name], got.decode("utf-8", "replace")))
    complaints = [c for c in complaints if c]
    if complaints and "stderr" not in sections:
        complaints.append("stderr: " + done.stderr.decode("utf-8", "replace"))
    return complaints


def main():
    paths = sorted((HERE / "cases").glob(sys.argv[1] + ".case" if len(sys.argv) > 1 else "*.case"))
    failed = 0
    for path in paths:
        with tempfile.TemporaryDirectory() as folder:
            complaints = run_case(path, pathlib.Path(folder))
        for complaint in complaints:
            print(f"{path.name}: {complaint}")
        failed += bool(complaints)
    print(f"{len(paths) - failed} passed, {failed} failed")
    return 0 if paths and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
