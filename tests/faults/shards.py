#!/usr/bin/env python3
"""Lets one call after another fail in a shard of a run, and in a merge.

    shards.py [--budget N] [--jobs N] PROGRAM INTERPOSER WORK

Two shards have built a report each. Then the first is built again from a later
state of its report, or both are merged; in run K the K-th call of a group
fails, once, or it and all after it (tests/faults/interpose.c). Whatever fails,

    no signal, no hang; another status than 0 has a message
    the files of each report are whole: all old or all new
    manifest.json and index.html are not there, or are those of a run without
    faults
    status 0 is said of a merge, or a shard, that has done all, but for taking
    away what is half written

and what an operator does next heals it: the shard again, then the merge, after
which all is as if nothing had failed. Where every call fails from one on,
nothing can be taken back: a set of files may then be mixed, and is healed.
What heals a folder rests on what is in it alone: folders that hold the same,
but for clocks, are healed once.
"""
import argparse
import concurrent.futures
import hashlib
import os
import pathlib
import re
import shutil
import subprocess
import sys

import sweep

BASE = [str(sweep.ROOT / "templates")]
SHARDS = ".councilpress.shards"
GROUPS = {
    "alloc": "alloc",
    "write": "write,pwrite,fsync,close",
    "rename": "rename,linkat",
    "unlinkat": "unlinkat",
    "open": "open,openat,fopen,opendir,readdir,scandir",
    "read": "read,pread,fread,fstat,stat",
    "mkdir": "mkdir",
    "lock": "flock,ftruncate",
    "process": "fork,pipe,signal,signalfd,send,recv,poll,wait",
}
TITLE = '<field id="title">'
CLOCKS = re.compile(rb'"(started|ms|written|age-days)": ?("[^"]*"|\d+)')


def write_report(folder, title):
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(sweep.ANOTHER, folder)
    path = folder / "report.xml"
    before, _, rest = path.read_text().partition(TITLE)
    path.write_text(before + TITLE + title + rest[rest.index("</field>"):])


def snapshot(folder):
    """Bytes by name of what is published, but for what has a clock."""
    return {str(p.relative_to(folder)): p.read_bytes()
            for p in sorted(folder.rglob("*"))
            if p.is_file() and p.name != "run.json"
            and not p.relative_to(folder).parts[0].startswith(".")}


def digest_of(folder):
    """A digest of all that is in FOLDER, but for clocks."""
    digest = hashlib.sha256()
    for path in sorted(folder.rglob("*")):
        digest.update(f"{path.relative_to(folder)}\0".encode())
        if path.is_file():
            data = CLOCKS.sub(b"", path.read_bytes())
            digest.update(b"%d\0" % len(data) + data)
    return digest.digest()


class Shards:
    """Reports a and b of which one is in each of two shards."""

    def __init__(self, arguments):
        self.program = str(arguments.program.resolve())
        self.interposer = str(arguments.interposer.resolve())
        self.work = arguments.work.resolve()
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        self.name_reports()
        self.healed = {}  # what became of a state
        self.reports = {}
        for age in ("old", "new"):
            self.reports[age] = self.work / age
            for name in self.names:
                write_report(self.reports[age] / name, f"{name}, {age}")
        self.start = {}
        self.end = {}
        for what in ("shard", "merge"):
            self.start[what] = self.work / f"start-{what}"
            self.prepare(what, self.start[what])
            shutil.copytree(self.start[what], self.work / f"end-{what}")
            self.heal(self.work / f"end-{what}")
            self.end[what] = snapshot(self.work / f"end-{what}")

    def name_reports(self):
        """Names of which the first is of shard 1, the other of shard 2."""
        self.names = [None, None]
        for i in range(100):
            digest = hashlib.sha256(f"r{i}".encode()).digest()
            self.names[int.from_bytes(digest[:8], "big") % 2] = f"r{i}"

    def command(self, what, out, number=1, age="new"):
        if what == "merge":
            return [self.program, "merge", "--index", "--templates", *BASE,
                    str(out)]
        return [self.program, "build", "--shard", f"{number}/2", "--templates",
                *BASE, "-o", str(out), str(self.reports[age])]

    def must(self, command):
        done = subprocess.run(command, stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, check=False)
        if done.returncode != 0:
            sys.exit(f"{command}: {done.returncode}\n{done.stderr.decode()}")

    def prepare(self, what, out):
        age = "old" if what == "shard" else "new"
        for number in (1, 2):
            self.must(self.command("shard", out, number, age))

    def heal(self, out):
        """What an operator does; what is wrong then, or None."""
        for number in (1, 2):
            self.must(self.command("shard", out, number))
        self.must(self.command("merge", out))

    def files_of(self, files, name):
        return {n: b for n, b in files.items() if n.startswith(name + ".")}

    def judge(self, what, times, done, out):
        before, files = snapshot(self.start[what]), snapshot(out)
        end = self.end[what]
        if done.returncode < 0:
            return "killed"
        if done.returncode != 0 and not done.stderr.strip():
            return "no message"
        for name in self.names:
            now = self.files_of(files, name)
            if now not in (self.files_of(before, name),
                           self.files_of(end, name)) and times == "once":
                return f"the files of {name} are mixed"
        for name in ("manifest.json", "index.html", "index.atom"):
            if files.get(name) not in (None, end[name]):
                return f"{name} is another"
        waits = (out / SHARDS).exists()
        if done.returncode == 0 and what == "merge" and (
                waits or files != end):
            return "it says that all is merged, and it is not"
        if done.returncode == 0 and what == "shard" and self.files_of(
                files, "r") != self.files_of(end, "r") and not waits:
            return "it says that all is built, and it is not"
        return self.after(what, out)

    def after(self, what, out):
        """What is wrong with what an operator does next, or None."""
        key = what, digest_of(out)
        if key not in self.healed:
            self.healed[key] = self.go_on(what, out)
        return self.healed[key]

    def go_on(self, what, out):
        """A merge is run again; a shard, and then the merge."""
        if what == "shard" or not (out / SHARDS).exists():
            self.heal(out)
        else:
            self.must(self.command("merge", out))
        left = [n for n in os.listdir(out)
                if n.startswith(".") and n != ".councilpress.lock"]
        if snapshot(out) != self.end[what] or left:
            return f"what an operator does next does not heal it: {left}"
        return None

    def run(self, what, group, at, times, out):
        state = out.with_suffix(".state")
        state.write_bytes(bytes(16))
        shutil.rmtree(out, ignore_errors=True)
        shutil.copytree(self.start[what], out)
        environment = dict(
            os.environ, LD_PRELOAD=self.interposer, FAULT_STATE=str(state),
            FAULT_CALLS=GROUPS[group], FAULT_AT=str(at), FAULT_TIMES=times)
        done = subprocess.run(self.command(what, out), env=environment,
                              stdout=subprocess.DEVNULL, check=False,
                              stderr=subprocess.PIPE,
                              timeout=sweep.TIME_LIMIT)
        return done, int.from_bytes(state.read_bytes()[:8], "little")

    def attempt(self, what, group, at, times):
        out = self.work / f"{what}-{group}-{at}-{times}"
        try:
            done, _ = self.run(what, group, at, times, out)
            wrong = self.judge(what, times, done, out)
        except subprocess.TimeoutExpired:
            return f"{what} {group} {at} {times}: hangs"
        if wrong is None:
            shutil.rmtree(out)
            return None
        return (f"{what} {group} {at} {times}: {wrong} "
                f"(status {done.returncode})\n"
                + done.stderr.decode(errors="replace")[-1500:])


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--budget", type=int, default=0, help="runs a group; 0: all")
    p.add_argument("--jobs", type=int, default=os.cpu_count())
    p.add_argument("--calls", default=",".join(GROUPS))
    p.add_argument("program", type=pathlib.Path)
    p.add_argument("interposer", type=pathlib.Path)
    p.add_argument("work", type=pathlib.Path)
    arguments = p.parse_args()
    shards = Shards(arguments)
    wrong = []
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for what in ("shard", "merge"):
            for group in arguments.calls.split(","):
                _, count = shards.run(what, group, 0, "once",
                                      shards.work / "count")
                runs = [(what, group, at, times)
                        for at in sweep.spread(count, arguments.budget // 2)
                        for times in ("once", "on")]
                bad = [w for w in pool.map(lambda r: shards.attempt(*r), runs)
                       if w]
                print(f"faults: {what}, {group}: {count} calls, {len(runs)} "
                      f"runs, {len(bad)} wrong", flush=True)
                for line in bad[:sweep.WRONG_MAX]:
                    print(line, flush=True)
                wrong += bad
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
