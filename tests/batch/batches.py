"""What the tests of batches share: reports, processes, sets of files."""
import hashlib
import json
import os
import pathlib
import signal
import subprocess
import time

from support import ROOT, Case, Place, write_report

FIGURES = '<data id="f" file="f.csv" kind="figures"/>'


def write_slow(folder, rows=60000):
    """A report that takes seconds."""
    folder = write_report(folder, '<table data="f" caption="Long"/>', FIGURES)
    (folder / "f.csv").write_text(
        "Item,Amount\n" + "".join(f"Item {i},{i}\n" for i in range(rows)))
    return folder


def children(pid):
    """Of a process, as the kernel knows them."""
    try:
        path = f"/proc/{pid}/task/{pid}/children"
        return [int(n) for n in pathlib.Path(path).read_text().split()]
    except OSError:
        return []


class Batch(Case):
    def write_batch(self, count=30):
        for i in range(count):
            write_report(self.place / f"all/r{i:02}", f"<p>Report {i}.</p>",
                         title=f"Report {i}")

    def shim(self, name):
        """Something that is preloaded: tests/batch/NAME.c."""
        path = self.place / f"{name}.so"
        subprocess.run(["cc", "-shared", "-fPIC", "-o", path,
                        ROOT / f"tests/batch/{name}.c"], check=True)
        return path

    def begin(self, *args, **more):
        return subprocess.Popen(
            [Place.program, "build", "-o", self.out, "--templates",
             Place.templates, *map(str, args)], cwd=self.place,
            stdout=subprocess.PIPE, stderr=subprocess.PIPE,
            stdin=subprocess.DEVNULL, encoding="utf-8", **more)

    def busy_worker(self, parent):
        """The worker that computes: the one that has worked longest."""
        end = time.monotonic() + 30
        while time.monotonic() < end and parent.poll() is None:
            for pid in children(parent.pid):
                try:
                    text = pathlib.Path(f"/proc/{pid}/stat").read_text()
                except OSError:
                    continue
                fields = text.rsplit(")", 1)[1].split()
                if fields[0] == "R" and int(fields[11]) >= 20:
                    return pid
            time.sleep(0.01)
        self.fail("no worker was busy")
        return 0

    def end_of(self, parent):
        out, err = parent.communicate(timeout=120)
        return subprocess.CompletedProcess([], parent.returncode, out, err)

    def digest(self, name):
        return hashlib.sha256((self.out / name).read_bytes()).hexdigest()

    def digests(self):
        return {n: self.digest(n) for n in self.files()}

    def manifest(self):
        return json.loads((self.out / "manifest.json").read_text())

    def run_record(self):
        return json.loads((self.out / "run.json").read_text())

    def are_whole(self):
        """The files that each record lists are those beside it."""
        for record in self.out.glob("r[0-9]*.json"):
            for file in json.loads(record.read_text())["outputs"]:
                self.assertEqual(self.digests()[file["name"]], file["sha256"])

    def no_temporary(self):
        self.assertEqual([n for n in self.files() if n.startswith(".")], [])


def kill(pid, number=signal.SIGKILL):
    try:
        os.kill(pid, number)
    except ProcessLookupError:
        pass
