#!/usr/bin/env python3
"""Lets one call after another fail, and looks at what is left behind.

    sweep.py [--budget N] [--jobs N] [--calls GROUP,...] PROGRAM INTERPOSER WORK

A folder of outputs is made from an earlier state of a report. Then the report
is built again and again; in run K the K-th call of a group fails, once, or it
and all after it (tests/faults/interpose.c). What a run may end with:

    exit 0, and the files of a run without faults, byte for byte
    another exit status of the group's, a message, and the files as they were
    the same, and all the new files: the fault came when they were in place

A rename that fails, and all after it, cannot be taken back: then each file is
an old or a new one, whole, and the record, which is renamed last, is the old
one. The run says so and ends with 74, and the next one builds all of them. The
same may be found where the parent kills a worker that it cannot talk to, and
temporary files, which the next run takes away.

Nothing else: no signal, no hang, no mixture, no file that was not there. Each
group names the statuses that are right for it. --budget is how many runs a
group may take: the K tried are then evenly spread, the same in every run.
"""
import argparse
import concurrent.futures
import dataclasses
import mmap
import os
import pathlib
import shutil
import struct
import subprocess
import sys
import threading
import time

# Templates are looked for in the folders that a test names, and in no others.
os.environ["COUNCILPRESS_TEMPLATES"] = "-"

ROOT = pathlib.Path(__file__).resolve().parents[2]
REPORT = ROOT / "examples/enabling-school-improvement"
ANOTHER = ROOT / "examples/learning-communities-update"
PHOTO = ROOT / "tests/golden/pictures/town-plan/photo.jpg"  # to be turned
RECORD = REPORT.name + ".json"
TIME_LIMIT = 60  # seconds; a run that takes them hangs
WRONG_MAX = 50  # lines that a group prints
DATA, NOINPUT, SOFTWARE, OSERR, CANTCREAT, IOERR = 65, 66, 70, 71, 73, 74


@dataclasses.dataclass
class Group:
    calls: str
    statuses: tuple
    fresh: bool = False  # there is no folder of outputs yet
    leaves_temporary: bool = False  # what failed is the cleaning up
    batch: bool = False  # beside another report, so that there are workers
    searched: bool = False  # in a folder of folders
    kills: bool = False  # the parent ends workers it cannot talk to, at once
    torn: bool = False  # nothing can be put back once every call fails
    says: tuple = ()  # what -v says, once, when the calls it rests on fail


GROUPS = {
    "alloc": Group("alloc", (OSERR,)),
    "alloc-batch": Group("alloc", (OSERR,), batch=True),
    "write": Group("write,pwrite", (IOERR,)),
    "fsync": Group("fsync", (IOERR,)),
    "close": Group("close", (IOERR,)),
    "rename": Group("rename", (IOERR,), torn=True),
    "rename-linkat": Group("rename,linkat", (IOERR,), torn=True),
    "linkat": Group("linkat", (IOERR,)),
    "unlinkat": Group("unlinkat", (IOERR,), leaves_temporary=True),
    "open": Group("open,openat,fopen", (NOINPUT, CANTCREAT, OSERR)),
    "folder": Group("opendir,readdir,scandir", (NOINPUT, CANTCREAT),
                    searched=True),
    "read": Group("read,pread,fread", (NOINPUT,)),
    "stat": Group("fstat,stat,realpath,readlink",
                  (DATA, NOINPUT, CANTCREAT, IOERR)),
    "mkdir": Group("mkdir", (CANTCREAT,), fresh=True),
    "lock": Group("flock,ftruncate", (CANTCREAT,)),
    "confine": Group("prctl,syscall,limit", (), batch=True, says=(
        b"no Landlock", b"no seccomp filter", b"cannot be limited")),
    "process": Group("fork,pipe,signal,signalfd", (OSERR, SOFTWARE),
                     batch=True),
    "talk": Group("send,recv,poll,wait,kill", (OSERR, SOFTWARE), batch=True,
                  kills=True),
}


def snapshot(folder):
    """Name and bytes of every file; nothing when there is no folder."""
    if not folder.is_dir():
        return {}
    return {p.name: p.read_bytes() for p in folder.iterdir() if p.is_file()}


def settled(folder):
    """snapshot(), when nobody writes any more: a worker that its parent could
    not end is ended by the kernel, a moment later."""
    files = snapshot(folder)
    while True:
        time.sleep(0.05)
        before, files = files, snapshot(folder)
        if files == before:
            return files


def copy_with_photo(work):
    """The report with a photograph, since no example has one."""
    report = work / REPORT.name
    shutil.copytree(REPORT, report)
    shutil.copy(PHOTO, report)
    text = (report / "report.xml").read_text()
    figure = f'<figure file="{PHOTO.name}" alt="A photograph"/></section>'
    (report / "report.xml").write_text(text.replace("</section>", figure, 1))
    return report


def report_files(files):
    return {n: b for n, b in files.items()
            if n.startswith(REPORT.name + ".")}


class Desk:
    """What one thread works on: a folder of outputs and the shared count."""

    def __init__(self, work):
        self.out = work / f"out-{threading.get_ident()}"
        self.state = work / f"state-{threading.get_ident()}"
        self.state.write_bytes(bytes(16))
        with open(self.state, "r+b") as f:
            self.map = mmap.mmap(f.fileno(), 16)

    def lay_out(self, files):
        if snapshot(self.out) == files and (files or not self.out.exists()):
            return
        shutil.rmtree(self.out, ignore_errors=True)
        if files:
            self.out.mkdir()
        for name, data in files.items():
            (self.out / name).write_bytes(data)


class Sweep:
    def __init__(self, arguments):
        self.program = arguments.program.resolve()
        self.interposer = arguments.interposer.resolve()
        self.work = arguments.work.resolve()
        self.preload = arguments.preload
        self.leaks = arguments.leaks
        self.environment = dict(arguments.set)
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        self.report = copy_with_photo(self.work)
        self.local = threading.local()
        self.tree = self.work / "tree"
        self.tree.mkdir()
        (self.tree / REPORT.name).symlink_to(self.report)
        self.old = self.make("old", "--set", "title=An earlier title")
        self.good = self.make("good")
        assert report_files(self.old).keys() == report_files(self.good).keys()
        assert report_files(self.old) != report_files(self.good)

    def command(self, out, *more, report=None):
        return [str(self.program), "build", "--templates",
                str(ROOT / "templates"), "-o", str(out), *more,
                str(report or self.report)]

    def command_of(self, group):
        return self.command(
            self.desk().out, *(["-v"] if group.says else []),
            *(["-j", "2", str(ANOTHER)] if group.batch else []),
            report=self.tree if group.searched else None)

    def make(self, name, *more):
        out = self.work / name
        subprocess.run(self.command(out, *more), check=True,
                       env=dict(os.environ, **self.environment),
                       stdout=subprocess.DEVNULL, timeout=TIME_LIMIT)
        return snapshot(out)

    def desk(self):
        if not hasattr(self.local, "desk"):
            self.local.desk = Desk(self.work)
        return self.local.desk

    def run(self, group, at, times, **more_environment):
        """The finished process, its number of calls, of failures, its files."""
        desk = self.desk()
        desk.lay_out({} if group.fresh else self.old)
        desk.map[:] = bytes(16)
        environment = dict(
            os.environ, **self.environment,
            LD_PRELOAD=" ".join([str(self.interposer), *self.preload]),
            FAULT_CALLS=group.calls, FAULT_AT=str(at), FAULT_TIMES=times,
            FAULT_STATE=str(desk.state), **more_environment)
        done = subprocess.run(self.command_of(group), env=environment,
                              stdout=subprocess.DEVNULL,
                              stderr=subprocess.PIPE, timeout=TIME_LIMIT,
                              close_fds=False)
        look = settled if group.kills else snapshot
        return (done, *struct.unpack("QQ", desk.map[:]), look(desk.out))

    def sees_leaks(self):
        """A program that loses memory by order is called one, alone and as a
        worker; one that does not is not."""
        for name in ("alloc", "alloc-batch"):
            for leak in (False, True):
                environment = {"FAULT_LEAK": "1"} if leak else {}
                done, _, _, _ = self.run(GROUPS[name], 0, "once",
                                         **environment)
                if (b"LeakSanitizer" in done.stderr) != leak:
                    return False
        return True

    def whole(self, kept):
        """Each file an old or a new one, and the old record."""
        return (kept.keys() == report_files(self.old).keys()
                and kept[RECORD] == self.old[RECORD]
                and all(data in (self.old[name], self.good[name])
                        for name, data in kept.items()))

    @staticmethod
    def owns_up(done):
        return (done.returncode == IOERR
                and b"some are new and some are old" in done.stderr)

    def age(self, name, data):
        return ("new" if data == self.good.get(name) else
                "old" if data == self.old.get(name) else "neither")

    def heals(self, group):
        """What is wrong with the next run, in which no call fails."""
        done = subprocess.run(self.command_of(group),
                              env=dict(os.environ, **self.environment),
                              stdout=subprocess.DEVNULL, timeout=TIME_LIMIT)
        files = snapshot(self.desk().out)
        if done.returncode != 0 or report_files(files) != report_files(
                self.good):
            return "the next run does not heal it"
        if any(name.endswith(".tmp") for name in files):
            return "the next run leaves temporary files"
        return None

    def judge(self, group, at, times, done, failures, files):
        """What is wrong with a run, or None."""
        old = {} if group.fresh else self.old
        kept = report_files(files)
        stray = {name for name in files.keys() - old.keys() - self.good.keys()
                 if not name.startswith(ANOTHER.name)}
        new = kept == report_files(self.good)
        if failures == 0 and (done.returncode != 0 or not new):
            return "no call failed, and yet"
        if done.returncode == 0 and not new:
            return "it says that all is well, and the files are not the new"
        if not new and kept != report_files(old):
            if not self.whole(kept) or not (
                    group.kills or (group.torn and self.owns_up(done))):
                return "a mixture of files: " + ", ".join(
                    f"{name} {self.age(name, data)}"
                    for name, data in sorted(kept.items()))
            return self.heals(group)
        if stray and group.kills:
            return self.heals(group)
        if stray and not group.leaves_temporary:
            return "files left: " + " ".join(sorted(stray))
        if done.returncode not in (0, *group.statuses):
            return "not a status for this fault"
        if done.returncode != 0 and not done.stderr.strip():
            return "no message"
        # LeakSanitizer's program is one that does not confine itself.
        said = [done.stderr.count(words) for words in group.says
                if not self.leaks]
        if any(n > 1 for n in said) or (
                (at, times) == (1, "on") and 0 in said):
            return "it is not said once"
        if b"LeakSanitizer" in done.stderr:
            return "memory is lost"
        return None

    def attempt(self, name, at, times):
        """One run; a line that says what is wrong, or None."""
        group = GROUPS[name]
        try:
            done, _, failures, files = self.run(group, at, times)
        except subprocess.TimeoutExpired:
            return f"{name} {at} {times}: hangs"
        wrong = self.judge(group, at, times, done, failures, files)
        if wrong is None:
            return None
        return (f"{name} {at} {times}: {wrong} (status {done.returncode})\n"
                + done.stderr.decode(errors="replace")[-2000:])


def spread(count, budget):
    """1 to COUNT, or as many of them as BUDGET allows, evenly."""
    if budget == 0 or count <= budget:
        return list(range(1, count + 1))
    return sorted({1 + i * (count - 1) // (budget - 1) for i in range(budget)})


def sweep_group(sweep, name, budget, pool):
    """Number of runs, and lines about what was wrong."""
    _, count, _, _ = sweep.run(GROUPS[name], 0, "once")
    runs = [(name, at, times) for at in spread(count, budget // 2)
            for times in ("once", "on")]
    wrong = [w for w in pool.map(lambda r: sweep.attempt(*r), runs) if w]
    print(f"faults: {name}: {count} calls, {len(runs)} runs, "
          f"{len(wrong)} wrong", flush=True)
    for line in wrong[:WRONG_MAX]:
        print(line, flush=True)
    return wrong


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--budget", type=int, default=0, help="runs a group; 0: all")
    p.add_argument("--jobs", type=int, default=os.cpu_count())
    p.add_argument("--calls", default=",".join(GROUPS))
    p.add_argument("--preload", action="append", default=[],
                   help="a further library, after the interposer")
    p.add_argument("--leaks", action="store_true",
                   help="PROGRAM is one of LeakSanitizer's")
    p.add_argument("--set", action="append", default=[], metavar="NAME=VALUE",
                   type=lambda s: s.split("=", 1), help="in the environment")
    p.add_argument("program", type=pathlib.Path)
    p.add_argument("interposer", type=pathlib.Path)
    p.add_argument("work", type=pathlib.Path)
    arguments = p.parse_args()
    sweep = Sweep(arguments)
    wrong = []
    if arguments.leaks and not sweep.sees_leaks():
        wrong.append("leaks are not seen")
        print(wrong[0])
    with concurrent.futures.ThreadPoolExecutor(arguments.jobs) as pool:
        for name in arguments.calls.split(","):
            wrong += sweep_group(sweep, name, arguments.budget, pool)
    sys.exit(1 if wrong else 0)


if __name__ == "__main__":
    main()
