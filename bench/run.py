"""Measures councilpress and prints it beside the goals: `make bench`.

    run.py [--all] PROGRAM STAGES FOLDER

FOLDER gets the data, made at the first run. --all adds 100,000 and 1,000,000
rows, a workbook and XML, a batch of 10,000 reports, and other programs on the same content
(compare.py). Nothing here fails on a clock: the exit status says only whether
everything ran. Times are elapsed, of the middle run of several, with the
shortest and the longest; `cpu` is processor time, which other work on the
machine disturbs less. `memory` is a folder in memory, `disk` one below FOLDER:
what they differ by is the price of syncing.
"""

import glob
import hashlib
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile

from compare import compare
from data import COPIES, MANY, MONITORING, MONTH_BEFORE, VIEWED, copy_templates
from forms import bench_forms
from measure import (Failed, Run, children, middle_of, row, verdict,
                     vm_peak)
from preview import bench_preview

HERE = os.path.dirname(os.path.abspath(__file__))

# Runs at most, and the seconds after which there are no more, so that all
# takes 45 s on a busy machine too.
COLD = 25, 1.5
BATCH = 7, 3.5
LONG = 9, 4.5
WARM = 20  # reports that fill the caches before `stages` counts
ROOM = 2 << 30  # bytes that 10,000 reports may take in memory


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

    def close(self):
        shutil.rmtree(self.memory, ignore_errors=True)
        shutil.rmtree(self.disk, ignore_errors=True)

    def places(self):
        return ("memory", self.memory), ("disk", self.disk)

    def build(self, what, out, jobs=1, core=None, watch=False, inputs=None):
        """Everything of WHAT, or INPUTS, into an empty folder."""
        shutil.rmtree(f"{out}/{what}", ignore_errors=True)
        return Run([self.program, "build", "-q", "--templates",
                    f"{self.folder}/templates", "-o", f"{out}/{what}",
                    "-j", str(jobs)] + (inputs or [f"{self.folder}/{what}"]),
                   core, watch)

    def check(self, what, watch=False):
        """Everything of WHAT, of which nothing is written."""
        return Run([self.program, "check", "-q", "--templates",
                    f"{self.folder}/templates", f"{self.folder}/{what}"],
                   None, watch)

    def outputs(self, what):
        """Pages, and bytes of PDF and of HTML, of what was built in memory."""
        pages = pdf = html = 0
        for path in glob.glob(f"{self.memory}/{what}/*.pdf"):
            with open(path[:-3] + "json", encoding="utf-8") as file:
                pages += json.load(file)["pages"]
            pdf += os.path.getsize(path)
            html += os.path.getsize(path[:-3] + "html")
        return pages, pdf, html

    def time_stages(self, what, out, warm, most=None):
        """A run with stages: {name: (elapsed, cpu)} in microseconds a report.
        Its own times are those of one report. MOST reports, or all."""
        folders = sorted(glob.glob(f"{self.folder}/{what}/*"))[:most]
        run = Run([self.stages, f"{self.folder}/templates", f"{out}/stages",
                   str(warm)] + folders, self.first_core)
        run.stages = {name: (float(elapsed), float(cpu)) for
                      name, elapsed, cpu in map(str.split, run.lines)}
        whole = [v for k, v in run.stages.items() if k not in PARTS]
        run.elapsed = sum(v[0] for v in whole) / 1e6
        run.cpu = sum(v[1] for v in whole) / 1e6
        return run


PARTS = ("shape", "deflate", "digest")  # counted in the stages as well


def show_stages(run):
    print("\nshare of processor time by stage, 8-page report, warm")
    for name, (_, own) in run.stages.items():
        part = "  of which, over all stages: " if name in PARTS else "  "
        print(f"{part + name:<40} {own / 1e3:7.2f} ms "
              f"{own / 1e4 / run.cpu:5.1f} %")
    print(flush=True)


def milliseconds(run):
    return (f"{run.elapsed * 1e3:.2f} ms ({run.shortest * 1e3:.2f} to "
            f"{run.longest * 1e3:.2f}), cpu {run.cpu * 1e3:.2f} ms")


def memory_of(run):
    if run.workers == 0:  # a single report needs none
        return f"{run.memory:.0f} MiB"
    return f"parent {run.memory:.0f} MiB, worker {run.workers:.0f} MiB"


def bench_short(bench):
    for place, out in bench.places():
        run = middle_of(lambda at=out: bench.build("short", at), *COLD)
        met = verdict([("time", run.elapsed, 0.015, run.cpu)])
        row(f"2-page report, cold, {place}", "15 ms", met,
            f"{milliseconds(run)}, {run.memory:.0f} MiB")


def bench_warm(bench):
    for place, out in bench.places():
        run = middle_of(lambda at=out: bench.time_stages("reports", at, WARM),
                        *BATCH)
        if place == "disk":
            row("  the same, disk", "", "", milliseconds(run))
            continue
        in_memory = run
        row("8-page report, warm, PDF + HTML, memory", "5 ms",
            verdict([("time", run.elapsed, 0.005, run.cpu)]),
            milliseconds(run))
        row("  the goal after that", "2 ms",
            verdict([("time", run.elapsed, 0.002, run.cpu)]), "")
    return in_memory


def bench_pictures(bench):
    run = middle_of(lambda: bench.time_stages("pictures", bench.memory, WARM),
                    *BATCH)
    row("report of 12 pictures, warm, PDF + HTML, memory", "4 ms",
        verdict([("time", run.elapsed, 0.004, run.cpu)]), milliseconds(run))


def bench_monitoring(bench):
    run = middle_of(lambda: bench.time_stages("monitoring", bench.memory,
                                              WARM, COPIES), *BATCH)
    row("monitoring report, six shipped kinds, warm, memory", "", "",
        milliseconds(run))


def bench_batch(bench, cores, goal):
    """GOAL: reports in a second, in memory, or None."""
    core = bench.first_core if cores == 1 else None
    for place, out in bench.places():
        run = middle_of(lambda at=out: bench.build("reports", at, cores, core,
                                                   True), *BATCH)
        own = run.cpu / cores
        wanted = goal is not None and place == "memory"
        met = (verdict([("rate", run.elapsed, 200 / goal, own)]) if wanted
               else "")
        row(f"200 reports, {cores} core{'s' if cores > 1 else ''}, {place}",
            f"{goal} reports/s" if wanted else "", met,
            f"{200 / run.elapsed:.0f} reports/s ({200 / run.longest:.0f} to "
            f"{200 / run.shortest:.0f}), of cpu {200 / own:.0f}, "
            f"{memory_of(run)}")


def bench_sizes(bench):
    pages, pdf, html = bench.outputs("reports")
    row("bytes a page, 200 reports", "", "",
        f"{pdf / pages:.0f} PDF, {html / pages:.0f} HTML ({pages} pages)")


def bench_long(bench, what, name, goal):
    """A report with a long table. GOAL: seconds, MiB, MB of PDF or None."""
    run = middle_of(lambda: bench.build(what, bench.memory, 1, None, True),
                    *LONG)
    seconds, mebibytes, megabytes = goal
    pages, pdf, html = bench.outputs(what)
    limits = [("time", run.elapsed, seconds, run.cpu),
              ("memory", max(run.memory, run.workers), mebibytes, None)]
    if megabytes is not None:
        limits.append(("bytes", pdf / 1e6, megabytes, None))
    row(name, f"{seconds} s, {mebibytes} MiB"
        + ("" if megabytes is None else f", {megabytes} MB"),
        verdict(limits),
        f"{run.elapsed:.3f} s ({run.shortest:.3f} to {run.longest:.3f}), "
        f"cpu {run.cpu:.3f} s, {memory_of(run)}, PDF {pdf / 1e6:.2f} MB, "
        f"HTML {html / 1e6:.2f} MB, {pages} pages")
    return run


def bench_read(bench):
    run = bench.check("read-1000000", True)
    row("1,000,000 rows of CSV read and checked", "0.5 s, 128 MiB",
        verdict([("time", run.elapsed, 0.5, run.cpu),
                 ("memory", run.memory, 128, None)]),
        f"{run.elapsed:.2f} s, cpu {run.cpu:.2f} s, {memory_of(run)}")
    run = bench.build("read-1000000", bench.memory, 1, None, True)
    row("  the same built: the CSV travels in both outputs", "", "",
        f"{run.elapsed:.2f} s, cpu {run.cpu:.2f} s, {memory_of(run)}")


def bench_views(bench):
    """Checks, views, counts and `each`: twice the rows, twice the time."""
    first = None
    for rows in VIEWED:
        run = middle_of(lambda of=rows: bench.check(f"views-{of}"), *BATCH)
        first = first or run
        row(f"{rows:,} rows through checks, views, each", "1: linear", "",
            f"{run.elapsed:.3f} s, cpu {run.cpu:.3f} s: "
            f"{run.cpu / first.cpu * VIEWED[0] / rows:.2f}")


def bench_linear(small, large):
    row("  time of 100,000 / 20 x 5,000", "1: linear", "",
        f"elapsed {large.elapsed / small.elapsed / 20:.2f}, "
        f"cpu {large.cpu / small.cpu / 20:.2f}")


def bench_many(bench):
    """The peak of one worker as it makes more and more reports."""
    room = os.statvfs(bench.memory)
    out = (bench.memory if room.f_bavail * room.f_frsize > ROOM
           else bench.disk)
    done, peaks = 0, {}

    def said(pid, line):
        nonlocal done
        if line.endswith(".html\n"):
            done += 1
            if done % 100 == 0:
                peaks[done] = max(map(vm_peak, children(pid)), default=0)

    run = Run([bench.program, "build", "-v", "-j", "1", "--templates",
               f"{bench.folder}/templates", "-o", f"{out}/many"]
              + [f"{bench.folder}/many/{part}" for part in MANY],
              watch=True, said=said)
    shutil.rmtree(f"{out}/many")
    # The last one's line is read when the worker may have gone.
    peaks[done] = max(peaks.values())
    shown = ", ".join(f"{peaks[n] / 1024:.1f}" for n in (100, 1000, done))
    row(f"worker after 100, 1,000, {done:,} reports", "flat",
        verdict([("growth", peaks[done], 1.1 * peaks[1000], None)]),
        f"{shown} MiB; parent {run.memory:.0f} MiB, "
        f"{done / run.elapsed:.0f} reports/s")


def data_version():
    """Of what the data is made by: other programs, other data."""
    digest = hashlib.sha256()
    for path in (f"{HERE}/data.py", f"{HERE}/forms.py", f"{HERE}/kinds/payments.xml",
                 f"{HERE}/pictures/report.xml", *sorted(glob.glob(f"{MONITORING}/*")),
                 *sorted(glob.glob(f"{MONTH_BEFORE}/*"))):
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
        copy_templates(folder)
        return
    subprocess.run([sys.executable, f"{HERE}/data.py", folder]
                   + (["--all"] if everything else []), check=True)
    with open(stamp, "w", encoding="utf-8") as file:
        file.write(want)


def measure(bench, everything):
    bench_short(bench)
    warm = bench_warm(bench)
    bench_pictures(bench)
    bench_monitoring(bench)
    bench_batch(bench, 1, None)
    bench_batch(bench, bench.cores, 400)
    bench_sizes(bench)
    rows = bench_long(bench, "rows-5000",
                      "5,000 rows x 6, tagged, PDF + HTML", (0.25, 48, 1.0))
    bench_long(bench, "pages-200", "200 pages, appendix of 6,000 rows",
               (0.4, 64, None))
    bench_preview(bench)
    if everything:
        bench_linear(rows, bench_long(
            bench, "rows-100000", "100,000 rows x 6, tagged, PDF + HTML",
            (5, 200, None)))
        bench_read(bench)
        bench_forms(bench)
        bench_views(bench)
        bench_many(bench)
    show_stages(warm)
    if everything:
        compare(bench)


def main():
    everything = "--all" in sys.argv
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    program, stages, folder = [a for a in sys.argv[1:] if a != "--all"]
    make_data(folder, everything)
    bench = Bench(os.path.abspath(program), os.path.abspath(stages),
                  os.path.abspath(folder))
    load = os.getloadavg()[0]
    print(f"{bench.cores} cores, load {load:.1f} before the first run"
          f"{': other work disturbs this' if load > 0.5 else ''}\n")
    row("work", "goal", "met", "measured")
    try:
        measure(bench, everything)
    except Failed as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    finally:
        bench.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
