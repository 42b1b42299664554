#!/usr/bin/env python3
"""`weir pack build` killed at any moment over a pack that is there: the old pack or the new one, whole, and no litter that grows."""
import os
import pathlib
import random
import shutil
import signal
import subprocess
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = os.environ.get("WEIR_COMMAND", str(ROOT / "build/release/bin/weir"))
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
SEED = 20261125
KILLS = 20 if os.environ.get("WEIR_SANITIZE") else 120


def weir(*arguments):
    return subprocess.run([COMMAND, *map(str, arguments)], env=ENVIRONMENT, timeout=120, capture_output=True)


class Killed(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="weir-kill-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)
        self.out = self.folder / "out" / "pack.weir"
        self.out.parent.mkdir()
        for name in ("a", "b"):
            (self.folder / name / "zh").mkdir(parents=True)
            rows = "".join(f"坏词{name}{i}\t3\n" for i in range(300))
            (self.folder / name / "zh/abuse.tsv").write_text("term\tweight\n" + rows, encoding="utf-8")

    def build(self, name, out):
        done = weir("pack", "build", self.folder / name, "-o", out)
        self.assertEqual(done.returncode, 0, done.stderr.decode())
        return out.read_bytes()

    def litter(self):
        return sorted(path.name for path in self.out.parent.iterdir() if path != self.out)

    def assert_whole(self, packs, where):
        self.assertIn(self.out.read_bytes(), packs, f"{where}: neither the old pack nor the new one")
        self.assertLessEqual(len(self.litter()), 1, f"{where}: {self.litter()}")

    def test_at_any_moment(self):
        packs = [self.build(name, self.folder / f"{name}.weir") for name in ("a", "b")]
        start = time.monotonic()
        self.build("a", self.out)
        seconds = time.monotonic() - start
        chance = random.Random(SEED)
        killed = 0
        for number in range(KILLS):
            # Every other one near the end, where the file is written.
            delay = seconds * (chance.uniform(0, 1.2) if number % 2 else chance.uniform(0.8, 1.1))
            run = subprocess.Popen([COMMAND, "pack", "build", str(self.folder / "ab"[number % 2]), "-o", str(self.out)], env=ENVIRONMENT,
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(delay)
            run.send_signal(signal.SIGKILL)
            killed += run.wait(timeout=60) == -signal.SIGKILL
            self.assert_whole(packs, f"seed {SEED}, kill {number} after {delay:.4f} s of {seconds:.4f}")
        self.assertGreater(killed, KILLS // 4, "most runs ended before they were killed")
        self.assertEqual(weir("pack", "verify", self.out).returncode, 0)
        self.build("b", self.out)
        self.assertEqual(self.litter(), [], "a build that ends takes away what a killed one left")

    def caught_writing(self):
        """Builds, and kills as soon as a temporary file is seen: what then lies beside the pack"""
        run = subprocess.Popen([COMMAND, "pack", "build", str(self.folder / "b"), "-o", str(self.out), "--quiet"], env=ENVIRONMENT)
        before = {name: (self.out.parent / name).stat().st_mtime_ns for name in self.litter()}
        while run.poll() is None:
            try:
                if {name: (self.out.parent / name).stat().st_mtime_ns for name in self.litter()} != before:
                    run.kill()
            except FileNotFoundError:  # renamed between the two looks
                break
        run.wait(timeout=60)
        return self.litter()

    def test_what_a_killed_write_left_is_taken_over(self):
        new = self.build("b", self.folder / "b.weir")
        self.build("a", self.out)
        left = next(filter(None, (self.caught_writing() for _ in range(100))), None)
        if left is None:
            self.skipTest("no write was slow enough to be seen")
        self.assertEqual(len(left), 1)
        for _ in range(20):
            self.assertIn(self.caught_writing(), ([], left), "one name, however often")
        (self.out.parent / left[0]).write_bytes(b"half a pack")
        runs = [subprocess.Popen([COMMAND, "pack", "build", str(self.folder / "b"), "-o", str(self.out), "--quiet"], env=ENVIRONMENT)
                for _ in range(4)]
        self.assertEqual([run.wait(timeout=120) for run in runs], [0] * 4, "writers at the same time")
        self.assertEqual(self.out.read_bytes(), new)
        self.assertEqual(self.litter(), [])


if __name__ == "__main__":
    unittest.main()
