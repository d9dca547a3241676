#!/usr/bin/env python3
"""A county's year in one run: 100,000 reports in 64 shards, in figures.

    simulate.py [--reports N] [--shards N] PROGRAM WORK

All report folders are there, and one shard is built as on a machine of its own:
it finds all reports, chooses its own, and builds them. What the other shards
would say is written as that shard said it, without their files; then all are
merged, and merged again as in the next month. Prints what each step took.
"""
import argparse
import hashlib
import json
import multiprocessing
import os
import pathlib
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "cli"))

from support import begin, write_report  # noqa: E402

MACHINES = 10
MEMORY_LIMIT = 256  # MiB of the process that merges, or that leads a shard


def apart(work):
    """Does WORK in a process of its own: what this one has taken at most would be
    counted as taken by those that it starts."""
    process = multiprocessing.get_context("fork").Process(target=work)
    process.start()
    process.join()
    if process.exitcode != 0:
        sys.exit("simulate: the step before failed")


def shard_of(name, count):
    digest = hashlib.sha256(name.encode()).digest()
    return int.from_bytes(digest[:8], "big") % count + 1


class Simulation:
    def __init__(self, program, work, reports, shards):
        self.program, self.work = program, work
        self.count, self.shards = reports, shards
        self.out = work / "out"
        self.names = [f"report-{i:06}" for i in range(reports)]

    def write(self):
        first = write_report(self.work / "all" / self.names[0])
        text = (first / "report.xml").read_bytes()
        for name in self.names[1:]:
            folder = self.work / "all" / name
            folder.mkdir()
            (folder / "report.xml").write_bytes(text)

    def run(self, what, *args):
        """Seconds, and MiB of the largest of its processes."""
        began = time.monotonic()
        words = [str(self.program), *map(str, args)]
        with subprocess.Popen(words, cwd=self.work, stdout=subprocess.PIPE,
                              encoding="utf-8") as process:
            out = process.stdout.read()
            _, status, usage = os.wait4(process.pid, 0)
            process.returncode = os.waitstatus_to_exitcode(status)
        seconds = time.monotonic() - began
        memory = usage.ru_maxrss // 1024
        print(f"    {what}: {seconds:.1f} s, {memory} MiB")
        if process.returncode != 0 or memory > MEMORY_LIMIT:
            sys.exit(f"simulate: {what}: status {process.returncode}\n{out}")
        return seconds

    def build_one(self):
        return self.run(f"shard 1 of {self.shards}", "build", "-q",
                        "--shard", f"1/{self.shards}", "-o", self.out,
                        "--templates", self.work / "templates", "all")

    def record(self, shard):
        return (self.out / ".councilpress.shards" / f"{shard}-of-{self.shards}"
                / "record")

    def forge_others(self):
        """As shard 1 said it of its own."""
        head, entry = self.record(1).read_text().splitlines()[:2]
        head, known = json.loads(head), json.loads(entry)["name"]
        shares = {n: [] for n in range(1, self.shards + 1)}
        for place, name in enumerate(self.names):
            shares[shard_of(name, self.shards)].append((place, name))
        assert any(name == known for _, name in shares[1])
        for shard in range(2, self.shards + 1):
            share = shares[shard]
            head["reports"] = head["done"] = len(share)
            path = self.record(shard)
            path.parent.mkdir(parents=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(json.dumps(head) + "\n")
                for place, name in share:
                    line = json.loads(entry.replace(known, name))
                    line["place"] = place
                    file.write(json.dumps(line, ensure_ascii=False) + "\n")
                file.write(json.dumps({"end": len(share)}) + "\n")
        print(f"    its share: {len(shares[1])} reports")

    def merge(self, what):
        seconds = self.run(what, "merge", "-q", self.out)
        apart(self.look)
        return seconds

    def look(self):
        manifest = self.out / "manifest.json"
        reports = json.loads(manifest.read_text())["reports"]
        if [r["name"] for r in reports] != self.names:
            sys.exit("simulate: the manifest has other reports")
        size = manifest.stat().st_size / 1e6
        print(f"    manifest.json: {size:.1f} MB of {len(reports)} reports")


def main():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--reports", type=int, default=100000)
    parser.add_argument("--shards", type=int, default=64)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    o = parser.parse_args()
    work = o.work.resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    begin(o.program.resolve(), work, False)
    simulation = Simulation(o.program.resolve(), work, o.reports, o.shards)
    print(f"simulate: {o.reports} reports in {o.shards} shards")
    simulation.write()
    shard = simulation.build_one()
    apart(simulation.forge_others)
    merge = simulation.merge("merge")
    rounds = -(-o.shards // MACHINES)
    print(f"    {MACHINES} machines such as this one: {rounds} shards each, one "
          f"after another, and the merge: {rounds * shard + merge:.0f} s")
    # The next month reads what that left.
    simulation.build_one()
    apart(simulation.forge_others)
    simulation.merge("the next merge")
    shutil.rmtree(work)
    return 0


if __name__ == "__main__":
    sys.exit(main())
