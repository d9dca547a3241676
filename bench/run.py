"""Measures councilpress and prints it beside the goals: `make bench`.

    run.py [--all] PROGRAM STAGES FOLDER

FOLDER gets the data, made at the first run. --all adds 100,000 and 1,000,000
rows. Nothing here fails on a clock:
the exit status says only whether everything ran. Times are elapsed, of the
middle run of several; `cpu` is processor time, which other work on the machine
disturbs less. `memory` is a folder in memory, `disk` one below FOLDER: what
they differ by is the price of syncing.
"""

import glob
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time

HERE = os.path.dirname(os.path.abspath(__file__))

COLD_RUNS = 15
ROW_RUNS = 3
WARM = 20  # reports that fill the caches before `stages` counts
FLAT_ROUNDS = 50  # of 200 reports, for the memory of a process that goes on


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
    """The highest peak of the children of a process, in KiB."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid = pid
        self.over = threading.Event()
        self.peak = 0

    def run(self):
        while not self.over.wait(0.02):
            for child in children(self.pid):
                self.peak = max(self.peak, vm_peak(child))


class Run:
    """One run of a command: elapsed and cpu in seconds, memory in MiB."""

    def __init__(self, command, core=None, watch=False):
        def stay():
            if core is not None:
                os.sched_setaffinity(0, {core})

        start = time.perf_counter()
        # pylint: disable=consider-using-with,subprocess-popen-preexec-fn
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL,
                                   stderr=subprocess.PIPE, preexec_fn=stay)
        watcher = Watch(process.pid)
        if watch:
            watcher.start()
        said = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
        self.elapsed = time.perf_counter() - start
        process.returncode = os.waitstatus_to_exitcode(status)
        watcher.over.set()
        process.stderr.close()
        if process.returncode != 0:
            raise Failed(f"{' '.join(command[:3])} ...: {said.strip()[:500]}")
        self.cpu = usage.ru_utime + usage.ru_stime
        self.memory = usage.ru_maxrss / 1024
        self.workers = watcher.peak / 1024


def middle(runs):
    return sorted(runs, key=lambda run: run.elapsed)[len(runs) // 2]


class Bench:
    def __init__(self, program, stages, folder):
        self.program = program
        self.stages = stages
        self.folder = folder
        self.disk = f"{folder}/out"
        self.first_core = min(os.sched_getaffinity(0))
        self.cores = len(os.sched_getaffinity(0))
        shm = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
        self.memory = tempfile.mkdtemp(prefix="councilpress-bench.", dir=shm)
        shown = subprocess.run([program, "--help"], capture_output=True,
                               text=True, check=True).stdout
        self.has_jobs = re.search(r"(?<![-\w])-j\b", shown) is not None

    def close(self):
        shutil.rmtree(self.memory, ignore_errors=True)

    def build(self, what, out, jobs=1, core=None, watch=False):
        """Everything of WHAT, from an empty folder."""
        shutil.rmtree(f"{out}/{what}", ignore_errors=True)
        command = [self.program, "build", "-q", "--templates",
                   f"{self.folder}/templates", "-o", f"{out}/{what}"]
        if self.has_jobs:
            command += ["-j", str(jobs)]
        return Run(command + [f"{self.folder}/{what}"], core, watch)

    def outputs(self, what):
        """Pages, and bytes of PDF and of HTML, of what was built in memory."""
        pages = pdf = html = 0
        for path in glob.glob(f"{self.memory}/{what}/*.pdf"):
            with open(path[:-3] + "json", encoding="utf-8") as file:
                pages += json.load(file)["pages"]
            pdf += os.path.getsize(path)
            html += os.path.getsize(path[:-3] + "html")
        return pages, pdf, html

    def time_stages(self, what, out, warm, rounds=1):
        """{stage: (elapsed, cpu)} in milliseconds a report."""
        folders = sorted(glob.glob(f"{self.folder}/{what}/*")) * rounds
        done = subprocess.run([self.stages, f"{self.folder}/templates",
                               f"{out}/stages", str(warm)] + folders,
                              capture_output=True, text=True, check=False)
        if done.returncode != 0:
            raise Failed(done.stderr.strip())
        lines = [line.split() for line in done.stdout.splitlines()]
        return {name: (float(elapsed) / 1000, float(cpu) / 1000)
                for name, elapsed, cpu in lines}


def row(work, goal, measured):
    print(f"{work:<44} {goal:>18}   {measured}", flush=True)


PARTS = ("shape", "deflate", "digest")  # counted in the stages as well


def total(stages):
    whole = [v for k, v in stages.items() if k not in PARTS]
    return sum(v[0] for v in whole), sum(v[1] for v in whole)


def show_stages(stages):
    print("\nshare of processor time by stage, 8-page report, warm")
    cpu = total(stages)[1]
    for name, (_, own) in stages.items():
        part = "  of which, over all stages: " if name in PARTS else "  "
        print(f"{part + name:<40} {own:7.2f} ms {100 * own / cpu:5.1f} %")
    print(flush=True)


def bench_short(bench):
    for place, out in (("memory", bench.memory), ("disk", bench.disk)):
        run = middle([bench.build("short", out) for _ in range(COLD_RUNS)])
        row(f"2-page report, cold, {place}", "15 ms",
            f"{run.elapsed * 1e3:.1f} ms, cpu {run.cpu * 1e3:.1f} ms, "
            f"{run.memory:.0f} MiB")


def bench_reports(bench):
    stages = bench.time_stages("reports", bench.memory, WARM)
    elapsed, cpu = total(stages)
    row("8-page report, warm, PDF + HTML, memory", "5 ms, then 2 ms",
        f"{elapsed:.2f} ms, cpu {cpu:.2f} ms")
    elapsed, cpu = total(bench.time_stages("reports", bench.disk, WARM))
    row("8-page report, warm, PDF + HTML, disk", "",
        f"{elapsed:.2f} ms, cpu {cpu:.2f} ms")
    for place, out in (("memory", bench.memory), ("disk", bench.disk)):
        run = bench.build("reports", out, 1, bench.first_core, True)
        row(f"200 reports, one core, {place}", "",
            f"{200 / run.elapsed:.0f} reports/s, of cpu "
            f"{200 / run.cpu:.0f}, {memory_of(run)}")
    for place, out in (("memory", bench.memory), ("disk", bench.disk)):
        goal = "400/s on 2 cores" if place == "memory" else ""
        if not bench.has_jobs:
            row(f"200 reports, {bench.cores} cores, {place}", goal,
                "not there yet: build has no -j")
            continue
        run = bench.build("reports", out, bench.cores, None, True)
        row(f"200 reports, {bench.cores} cores, {place}", goal,
            f"{200 / run.elapsed:.0f} reports/s, {memory_of(run)}")
    pages, pdf, html = bench.outputs("reports")
    row("bytes a page, 200 reports", "",
        f"{pdf / pages:.0f} PDF, {html / pages:.0f} HTML ({pages} pages)")
    return stages


def memory_of(run):
    if run.workers == 0:
        return f"{run.memory:.0f} MiB"
    return f"parent {run.memory:.0f} MiB, worker {run.workers:.0f} MiB"


def bench_rows(bench, what, goal, runs):
    run = middle([bench.build(what, bench.memory, 1, None, True)
                  for _ in range(runs)])
    pages, pdf, html = bench.outputs(what)
    row(f"{what.split('-')[1]} rows x 6, tagged, PDF + HTML", goal,
        f"{run.elapsed:.3f} s, cpu {run.cpu:.3f} s, {memory_of(run)}, "
        f"PDF {pdf / 1e6:.2f} MB, HTML {html / 1e6:.2f} MB, {pages} pages")


def bench_read(bench):
    run = bench.build("read-1000000", bench.memory, 1, None, True)
    row("1000000 rows of CSV read and checked", "",
        f"{run.elapsed:.2f} s, cpu {run.cpu:.2f} s, {memory_of(run)}")


def bench_flat(bench):
    """The same 200 reports again and again in one process."""
    peaks = []
    for rounds in (1, FLAT_ROUNDS):
        folders = sorted(glob.glob(f"{bench.folder}/reports/*")) * rounds
        run = Run([bench.stages, f"{bench.folder}/templates",
                   f"{bench.memory}/stages", "0"] + folders)
        peaks.append(run.memory)
    row(f"memory after 200, {200 * FLAT_ROUNDS} reports", "flat",
        f"{peaks[0]:.1f} MiB, {peaks[1]:.1f} MiB")


def data_version():
    """Of what the data is made by: other programs, other data."""
    digest = hashlib.sha256()
    for path in (f"{HERE}/data.py", f"{HERE}/kinds/payments.xml"):
        with open(path, "rb") as file:
            digest.update(file.read())
    return digest.hexdigest()


def make_data(folder, everything):
    stamp = f"{folder}/made-by"
    want = f"{data_version()} {'all' if everything else 'small'}\n"
    have = ""
    if os.path.exists(stamp):
        with open(stamp, encoding="utf-8") as file:
            have = file.read()
    if have == want or have == want.replace(" small", " all"):
        shutil.rmtree(f"{folder}/templates")
        shutil.copytree(f"{HERE}/../templates", f"{folder}/templates")
        shutil.copy(f"{HERE}/kinds/payments.xml", f"{folder}/templates/kinds")
        return
    subprocess.run([sys.executable, f"{HERE}/data.py", folder]
                   + (["--all"] if everything else []), check=True)
    with open(stamp, "w", encoding="utf-8") as file:
        file.write(want)


def main():
    everything = "--all" in sys.argv
    program, stages, folder = [a for a in sys.argv[1:] if a != "--all"]
    make_data(folder, everything)
    bench = Bench(os.path.abspath(program), os.path.abspath(stages),
                  os.path.abspath(folder))
    load = os.getloadavg()[0]
    print(f"{bench.cores} cores, load {load:.1f} before the first run"
          f"{': other work disturbs this' if load > 0.5 else ''}\n")
    row("work", "goal", "measured")
    try:
        bench_short(bench)
        shares = bench_reports(bench)
        bench_rows(bench, "rows-5000", "0.25 s, 48 MiB, 1 MB", ROW_RUNS)
        if everything:
            bench_rows(bench, "rows-100000", "5 s, 400 MiB", 1)
            bench_read(bench)
            bench_flat(bench)
        show_stages(shares)
    except Failed as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    finally:
        bench.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
