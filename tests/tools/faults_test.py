#!/usr/bin/env python3
"""What golden cases cannot show of `weir`: full disks, readers that go away, writers that pause, memory, order under --jobs."""
import gzip
import json
import os
import pathlib
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMAND = os.environ.get("WEIR_COMMAND", str(ROOT / "build/release/bin/weir"))
ENGINE = ["--no-default-pack", "--terms", "坏词"]
ENVIRONMENT = {"PATH": os.environ["PATH"], "LC_ALL": "C.UTF-8"}
# Sanitizers keep freed memory back and slow everything down: figures of memory and time mean nothing there.
SANITIZED = bool(os.environ.get("WEIR_SANITIZE"))


def weir(*arguments, **options):
    options.setdefault("capture_output", True)
    return subprocess.run([COMMAND, *map(str, arguments)], env=ENVIRONMENT, timeout=120, **options)


class Folder(unittest.TestCase):
    def setUp(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="weir-faults-"))
        self.addCleanup(shutil.rmtree, self.folder, ignore_errors=True)

    def write(self, name, data):
        path = self.folder / name
        path.write_bytes(data)
        return path


class FullDisk(Folder):
    def assert_kept(self, done, folder, old):
        """Exit 2 with the reason, the old file whole, nothing left beside it"""
        message = done.stderr.decode()
        self.assertEqual(done.returncode, 2, message)
        self.assertIn("out.jsonl", message)
        self.assertRegex(message, "No space left on device|File too large")
        self.assertIn("left as it was", message)
        self.assertEqual([p.name for p in sorted(folder.iterdir())], ["out.jsonl"])
        self.assertEqual((folder / "out.jsonl").read_bytes(), old)

    def test_output_on_a_full_tmpfs(self):
        disk = self.folder / "disk"
        disk.mkdir()
        mount = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(disk)], capture_output=True)
        if mount.returncode != 0:
            self.skipTest("no right to mount; test_output_over_the_size_limit stands in")
        self.addCleanup(subprocess.run, ["umount", str(disk)], check=True)
        (disk / "out.jsonl").write_bytes(b"old\n")
        lines = self.write("in.txt", "坏词\n".encode() * 5000)
        self.assert_kept(weir("scan", lines, "-o", disk / "out.jsonl", *ENGINE), disk, b"old\n")

    def test_output_over_the_size_limit(self):
        out = self.folder / "out"
        out.mkdir()
        (out / "out.jsonl").write_bytes(b"old\n")
        lines = self.write("in.txt", "坏词\n".encode() * 5000)
        limit = lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (65536, 65536))
        done = weir("scan", lines, "-o", out / "out.jsonl", *ENGINE, preexec_fn=limit)
        self.assert_kept(done, out, b"old\n")

    def test_standard_output_is_full(self):
        lines = self.write("in.txt", b"a\n" * 10)
        draft = self.write("a.txt", "坏词".encode())
        cases = self.write("c.jsonl", b'{"id":"1","text":"","expect":{"hit":false}}')
        for arguments in (["scan", lines, *ENGINE], ["audit", draft, *ENGINE], ["test", cases], ["explain", "a", *ENGINE], ["version"]):
            with open("/dev/full", "wb") as full:
                done = weir(*arguments, stdout=full, stderr=subprocess.PIPE, capture_output=False)
            self.assertEqual(done.returncode, 2, arguments)
            self.assertIn("stdout: cannot be written: No space left on device", done.stderr.decode(), arguments)

    def test_stats_json_is_full(self):
        lines = self.write("in.txt", b"a\n")
        done = weir("scan", lines, "--stats-json", "/dev/full", *ENGINE)
        self.assertEqual(done.returncode, 2)
        self.assertIn("/dev/full: cannot be written", done.stderr.decode())
        self.assertEqual(done.stdout.count(b"\n"), 1)


class Pipes(Folder):
    def test_a_reader_that_goes_away(self):
        lines = self.write("in.txt", b"a\n" * 200000)
        run = subprocess.Popen([COMMAND, "scan", str(lines), *ENGINE], env=ENVIRONMENT, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        run.stdout.readline()
        run.stdout.close()
        message = run.stderr.read().decode()
        run.stderr.close()
        self.assertEqual(run.wait(timeout=60), 2)
        self.assertIn("stdout: cannot be written: Broken pipe", message)

    def test_standard_output_closed(self):
        lines = self.write("in.txt", b"a\n")
        done = subprocess.run(["bash", "-c", f'"{COMMAND}" scan "{lines}" --no-default-pack >&-'], env=ENVIRONMENT, capture_output=True)
        self.assertEqual(done.returncode, 2)
        self.assertIn(b"stdout: cannot be written", done.stderr)
        self.assertEqual(lines.read_bytes(), b"a\n")

    def latency(self, *options):
        """Seconds from a line's write to its verdict, where the writer pauses in the middle of the next line"""
        run = subprocess.Popen([COMMAND, "scan", "-", *ENGINE, *options], env=ENVIRONMENT, stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, bufsize=0)
        answers = os.fdopen(os.dup(run.stdout.fileno()), "rb")
        seconds = []
        run.stdin.write("坏".encode())
        for number in range(1, 31):
            time.sleep(0.003)
            start = time.monotonic()
            run.stdin.write("词\n坏".encode())
            answer = json.loads(answers.readline())
            seconds.append(time.monotonic() - start)
            self.assertEqual((answer["id"], len(answer["hits"])), (str(number), 1))
        run.stdin.close()
        self.assertEqual(json.loads(answers.readline())["hits"], [])
        self.assertEqual(answers.read(), b"")
        answers.close()
        run.stdout.close()
        self.assertEqual(run.wait(timeout=20), 0)
        return seconds

    def test_a_line_comes_out_when_the_pipe_pauses(self):
        for options in ([], ["--jobs", "3"]):
            seconds = self.latency(*options)
            # The median, so that a busy machine's one long pause is no failure; a batch that waits would fail every time.
            if not SANITIZED:
                self.assertLess(statistics.median(seconds), 0.05, options)

    def test_gzip_on_a_pipe_that_pauses(self):
        run = subprocess.Popen([COMMAND, "scan", "-", *ENGINE], env=ENVIRONMENT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0)
        answers = os.fdopen(os.dup(run.stdout.fileno()), "rb")
        for number in range(1, 4):
            run.stdin.write(gzip.compress("坏词\n".encode()))
            self.assertEqual(json.loads(answers.readline())["id"], str(number))
        run.stdin.close()
        answers.close()
        run.stdout.close()
        self.assertEqual(run.wait(timeout=20), 0)


class Size(Folder):
    def peak(self, path, *options):
        """Peak resident memory in KiB. A small process starts the command: a child's peak begins with its parent's size."""
        starter = "import os, sys; pid = os.spawnv(os.P_NOWAIT, sys.argv[1], sys.argv[1:]); " \
                  "_, status, usage = os.wait4(pid, 0); print(status, usage.ru_maxrss)"
        done = subprocess.run([sys.executable, "-S", "-c", starter, COMMAND, "scan", str(path), *ENGINE, *options, "-o", "/dev/null"],
                              env=ENVIRONMENT, capture_output=True, text=True, check=True)
        status, kibibytes = map(int, done.stdout.split())
        self.assertEqual(status, 0, done.stderr)
        return kibibytes

    def test_memory_does_not_grow_with_the_input(self):
        if SANITIZED:
            self.skipTest("sanitizers keep freed memory back")
        once = "".join(f"第{i}条评论，问一下坏词怎么办，社保卡丢了\n" for i in range(40000)).encode()
        rows = b"id,text\n" + b"".join(b"%d,%s\n" % (i, line) for i, line in enumerate(once.splitlines()))
        objects = b"".join(b'{"id":%d,"text":"%s"}\n' % (i, line) for i, line in enumerate(once.splitlines()))
        for name, data, repeat in (("a.txt", once, once), ("a.csv", rows, rows[8:]), ("a.jsonl", objects, objects)):
            small = self.peak(self.write("small" + name, data))
            large = self.peak(self.write("large" + name, data + repeat * 9))
            self.assertLess(large, small * 1.1, f"{name}: {small} KiB became {large} KiB")
        small, large = (self.peak(self.folder / f"{size}a.txt", "--jobs", "2") for size in ("small", "large"))
        self.assertLess(large, small * 1.1, "--jobs 2")

    def test_a_line_of_a_mebibyte(self):
        line = "好" * 350000 + "坏词" + "\0" + "\xff好"
        path = self.write("a.txt", line.encode("utf-8") + b"\xff\n" + "坏词\n".encode())
        done = weir("scan", path, *ENGINE)
        self.assertEqual(done.returncode, 0, done.stderr)
        first, second = map(json.loads, done.stdout.splitlines())
        self.assertIn("invalid_utf8", first["flags"])
        self.assertEqual([hit["span_cp"] for hit in first["hits"]], [[350000, 350002]])
        self.assertEqual((second["id"], second["action"]), ("2", "review"))


class Jobs(Folder):
    def test_the_order_is_that_of_the_input(self):
        data = b"".join(b"%d %s\n" % (i, ("坏词" if i % 7 == 0 else "好" * (i % 50)).encode()) for i in range(30000))
        path = self.write("a.txt", data)
        one = weir("scan", path, *ENGINE)
        self.assertEqual(one.stdout.count(b"\n"), 30000)
        for jobs in (2, 5):
            many = weir("scan", path, *ENGINE, "--jobs", jobs, "--stats-json", self.folder / "s.json")
            self.assertEqual(many.returncode, 0)
            self.assertEqual(many.stdout, one.stdout, f"--jobs {jobs}")
            self.assertEqual(json.loads((self.folder / "s.json").read_text())["categories"]["custom"], (30000 + 6) // 7)


class Folders(Folder):
    def test_a_link_to_a_folder_is_no_way_round(self):
        draft = self.folder / "drafts"
        draft.mkdir()
        (draft / "a.txt").write_text("坏词", encoding="utf-8")
        (draft / "loop").symlink_to(draft)
        done = weir("audit", draft, *ENGINE, "--format", "json")
        self.assertEqual(done.returncode, 1)
        self.assertEqual(len(json.loads(done.stdout)["findings"]), 1)


if __name__ == "__main__":
    unittest.main()
