"""The script `dev`: its help names its commands, wrong use is refused with the next step, and what is missing is said or installed.

Nothing is installed here: dpkg-query, apt-get and id are stand-ins in a folder put first in PATH.
"""
import os
import pathlib
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMANDS = ["demo", "test", "build", "bench", "fuzz", "format", "lint", "python", "help"]


def dev(*arguments, path=None, cwd=ROOT):
    environment = {**os.environ, "PATH": f"{path}:{os.environ['PATH']}" if path else os.environ["PATH"]}
    done = subprocess.run([str(cwd / "dev"), *arguments], env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    return done.returncode, done.stdout, done.stderr


class Machine:
    """A copy of `dev` in an empty project, with stand-ins for the package system."""

    def __init__(self, uid, installed, apt_code=0):
        self.folder = pathlib.Path(tempfile.mkdtemp())
        self.bin = self.folder / "bin"
        self.bin.mkdir()
        shutil.copy(ROOT / "dev", self.folder / "dev")
        self.program("id", f"echo {uid}")
        self.program("dpkg-query", "printf '%s ii \\n' " + " ".join(installed))
        self.program("apt-get", f'echo "$@" >>{self.folder}/apt-calls; echo broken mirror; exit {apt_code}')
        self.program("sleep", "true")
        self.program("cmake", "echo cmake was reached; exit 1")

    def program(self, name, body):
        path = self.bin / name
        path.write_text(f"#!/bin/sh\n{body}\n", encoding="utf-8")
        path.chmod(0o755)

    def run(self, *arguments):
        try:
            return dev(*arguments, path=self.bin, cwd=self.folder)
        finally:
            calls = self.folder / "apt-calls"
            self.calls = calls.read_text(encoding="utf-8").splitlines() if calls.exists() else []
            shutil.rmtree(self.folder)


class Dev(unittest.TestCase):
    def test_help_names_every_command(self):
        code, out, _ = dev("help")
        self.assertEqual(code, 0)
        for command in COMMANDS:
            self.assertRegex(out, rf"(?m)^  {command}\b")

    def test_wrong_use_is_refused_with_the_next_step(self):
        for arguments, words in [(["nonsense"], "unknown command 'nonsense'"), (["build", "fast"], "one of release"),
                                 (["test", "--fulll"], "./dev test [--full]"), (["fuzz"], "./dev fuzz NAME")]:
            with self.subTest(arguments=arguments):
                code, _, err = dev(*arguments)
                self.assertEqual(code, 2)
                self.assertIn(words, err)

    def test_missing_and_not_root_prints_the_command(self):
        machine = Machine(uid=1000, installed=["g++", "cmake"])
        code, _, err = machine.run("build")
        self.assertEqual((code, machine.calls), (2, []))
        self.assertRegex(err, r"next: run  sudo apt-get update && sudo apt-get install -y .*libhyperscan-dev")
        self.assertNotIn(" cmake ", err)

    def test_missing_and_root_installs_only_that(self):
        machine = Machine(uid=0, installed=["g++", "cmake"])
        machine.run("build")
        self.assertEqual([call.split()[-1] for call in machine.calls if call.endswith("update")], ["update"])
        install = [call for call in machine.calls if " install " in call]
        self.assertEqual(len(install), 1)
        self.assertIn(" libhyperscan-dev ", install[0])
        self.assertNotIn(" cmake ", install[0])

    def test_a_failing_mirror_is_tried_three_times_and_said(self):
        machine = Machine(uid=0, installed=[], apt_code=100)
        code, _, err = machine.run("build")
        self.assertEqual((code, len(machine.calls)), (2, 3))
        self.assertIn("broken mirror", err)
        self.assertIn("next:", err)


if __name__ == "__main__":
    unittest.main()
