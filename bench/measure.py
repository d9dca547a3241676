"""What the benchmark measures with: one run of a command, and a table's row."""

import os
import subprocess
import threading
import time


class Failed(Exception):
    pass


def vm_peak(pid):
    """KiB, or 0 where the process has gone."""
    try:
        with open(f"/proc/{pid}/status", encoding="utf-8") as file:
            for line in file:
                if line.startswith("VmHWM:"):
                    return int(line.split()[1])
    except OSError:
        pass
    return 0


def children(pid):
    try:
        with open(f"/proc/{pid}/task/{pid}/children",
                  encoding="utf-8") as file:
            return [int(word) for word in file.read().split()]
    except OSError:
        return []


class Watch(threading.Thread):
    """The highest peaks of a process and of its children, in KiB."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid = pid
        self.over = threading.Event()
        self.own = self.peak = 0

    def run(self):
        while not self.over.wait(0.02):
            self.own = max(self.own, vm_peak(self.pid))
            for child in children(self.pid):
                self.peak = max(self.peak, vm_peak(child))


class Run:
    """One run of a command: elapsed and cpu in seconds, memory in MiB. SAID is
    called with its process and each line that it prints."""

    def __init__(self, command, core=None, watch=False, folder=None,
                 said=None):
        def stay():
            if core is not None:
                os.sched_setaffinity(0, {core})

        start = time.perf_counter()
        # pylint: disable=consider-using-with,subprocess-popen-preexec-fn
        process = subprocess.Popen(command, stdout=subprocess.PIPE,
                                   stderr=subprocess.PIPE, preexec_fn=stay,
                                   cwd=folder)
        watcher = Watch(process.pid)
        if watch:
            watcher.start()
        complaints = Reader(process.stderr)
        lines = []
        try:
            for line in process.stdout:
                lines.append(line.decode())
                if said is not None:
                    said(process.pid, lines[-1])
        except BaseException:  # Ctrl-C, SIGTERM: no load is left behind
            process.kill()
            raise
        _, status, usage = os.wait4(process.pid, 0)
        self.elapsed = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        watcher.over.set()
        complaint = complaints.text()
        process.stdout.close()
        process.stderr.close()
        if process.returncode != 0:
            raise Failed(f"{' '.join(command[:3])} ...: "
                         f"status {process.returncode}: {complaint[-500:]}")
        self.lines = lines
        self.cpu = usage.ru_utime + usage.ru_stime
        # What wait4() says is the highest of the process and its children.
        self.memory = (watcher.own or usage.ru_maxrss) / 1024
        self.workers = watcher.peak / 1024


class Reader(threading.Thread):
    """Reads a pipe to its end, so that nobody waits for room in it."""

    def __init__(self, pipe):
        super().__init__(daemon=True)
        self.pipe = pipe
        self.bytes = b""
        self.start()

    def run(self):
        self.bytes = self.pipe.read()

    def text(self):
        self.join()
        return self.bytes.decode(errors="replace").strip()


def middle_of(measure, most, seconds):
    """The run of median time among MOST, an odd number, or as many as SECONDS
    are enough for. It knows the shortest and longest."""
    start = time.perf_counter()
    runs = []
    while len(runs) < most:
        runs.append(measure())
        if time.perf_counter() - start > seconds and len(runs) % 2 == 1:
            break
    runs.sort(key=lambda run: run.elapsed)
    found = runs[len(runs) // 2]
    found.shortest, found.longest = runs[0].elapsed, runs[-1].elapsed
    return found


def verdict(limits):
    """Of (what, measured, limit, without the waiting for others) each: `met`,
    `met by cpu` where only other work on the machine was in the way, or what
    missed. A measure that other work does not stretch has None there."""
    missed = [what for what, value, limit, own in limits
              if value > limit and (own is None or own > limit)]
    if missed:
        return "not met: " + ", ".join(missed)
    if any(value > limit for _, value, limit, _ in limits):
        return "met by cpu"
    return "met"


def row(work, goal, met, measured):
    print(f"{work:<42} {goal:<20} {met:<18} {measured}", flush=True)
