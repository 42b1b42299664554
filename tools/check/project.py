"""What the checks share: the project's files, C includes, and one way to report.

A check is a program that prints `file:line: what is wrong; what to do` for each finding and one line of counts at the end,
and exits 1 when it found anything, 0 otherwise. It reads the tree only; it builds nothing unless its own text says so.
"""
import os
import pathlib
import re
import subprocess
import sys

# The checks' own tests point this at small trees with one fault each.
ROOT = pathlib.Path(os.environ.get("WEIR_CHECK_ROOT") or pathlib.Path(__file__).resolve().parents[2])
SKIPPED_FOLDERS = {".git", "build", "__pycache__", ".cache"}
CXX_SUFFIXES = {".cc", ".h", ".c"}
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def files(under=".", suffixes=None):
    """Every file below `under` (a path inside the project), sorted; build output left out."""
    top = ROOT / under
    for path in sorted(top.rglob("*")):
        relative = path.relative_to(ROOT)
        if path.is_file() and not SKIPPED_FOLDERS & set(relative.parts) and (suffixes is None or path.suffix in suffixes):
            yield relative


def read(relative):
    return (ROOT / relative).read_text(encoding="utf-8")


def includes(relative):
    """(line number, "<" or '"', name) of each #include."""
    for number, line in enumerate(read(relative).splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            yield number, match.group(1), match.group(2)


def without_comments(source):
    """C or C++ source with comments blanked, lines kept; string literals are left as they are."""
    pattern = re.compile(r'//[^\n]*|/\*.*?\*/|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.S)

    def blank(match):
        text = match.group(0)
        return text if text[0] in "\"'" else re.sub(r"[^\n]", " ", text)

    return pattern.sub(blank, source)


def run(command):
    """(exit code, combined output)"""
    done = subprocess.run(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    return done.returncode, done.stdout


def finish(findings, summary):
    for finding in findings:
        print(finding)
    print(f"{summary}: {len(findings)} finding{'' if len(findings) == 1 else 's'}")
    sys.exit(1 if findings else 0)
