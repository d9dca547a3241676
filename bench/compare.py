"""Other programs on the same content, beside councilpress: `make bench-all`.

Content is what councilpress itself writes as HTML: WeasyPrint reads it as it
is, Typst as source that peers/typst_source.py makes of it. Each writes a
tagged PDF that claims PDF/UA-1, in the same fonts, in one process on one core;
councilpress writes HTML as well, and syncs. A PDF that lacks a word of the
content ends the comparison: it would not be the same work.
"""

import collections
import os
import re
import statistics
import subprocess
import sys
import xml.etree.ElementTree as ET

from measure import Failed, Run, middle_of

HERE = os.path.dirname(os.path.abspath(__file__))
BATCH = 20  # reports, of which the first are not counted as warm
WARM = 5
RUNS = 5, 20  # as of measure.middle_of()

sys.path.insert(0, f"{HERE}/peers")
import typst_source  # pylint: disable=wrong-import-position

INLINE = {"a", "em", "span", "strong", "sup", "tspan"}
REPORTS = [f"report-{i:03}" for i in range(BATCH)]
TABLE = ["rows-5000"]


class Ours:
    name = "councilpress"

    def __init__(self, bench):
        self.bench = bench
        shown = subprocess.run([bench.program, "--version"], check=True,
                               capture_output=True, encoding="utf-8").stdout
        self.version = shown.splitlines()[0]

    def inputs(self, names):
        return [f"{self.bench.folder}/"
                f"{'rows-5000' if name in TABLE else 'reports'}/{name}"
                for name in names]

    def run(self, names):
        bench = self.bench
        run = bench.build("ours", bench.memory, 1, bench.first_core, True,
                          self.inputs(names))
        run.memory = max(run.memory, run.workers)
        run.pdfs = [f"{bench.memory}/ours/{name}.pdf" for name in names]
        return run

    def warm(self):
        """Seconds elapsed and of cpu a report."""
        bench = self.bench
        run = bench.time_stages("reports", bench.memory, WARM, BATCH)
        return run.elapsed, run.cpu


class Peer:
    """A program that takes reports one after the other in one process."""

    def __init__(self, bench, name, command, sources):
        self.bench = bench
        self.name = name
        self.command = command
        self.sources = sources  # of reports' names: its last arguments
        self.version = None

    def installed(self):
        """With no report it says its version and ends."""
        try:
            self.version = self.process([]).lines[0].strip()
        except (Failed, OSError):
            return False
        return True

    def process(self, names):
        out = f"{self.bench.memory}/peer"
        os.makedirs(out, exist_ok=True)
        return Run(self.command + [out] + self.sources(self.bench, names),
                   self.bench.first_core, folder=f"{HERE}/peers")

    def run(self, names):
        run = self.process(names)
        run.pdfs = [f"{self.bench.memory}/peer/{name}.pdf" for name in names]
        run.each = [[float(word) / 1e6 for word in line.split()[1:]]
                    for line in run.lines[1:]]
        return run

    def warm(self):
        each = self.run(REPORTS).each[WARM:]
        return tuple(statistics.median(values) for values in zip(*each))


def html_of(bench, name):
    return f"{bench.memory}/content/{name}.html"


def typst_sources(bench, names):
    folder = f"{bench.memory}/typst"
    for name in names:
        if not os.path.exists(f"{folder}/{name}"):
            try:
                typst_source.convert(html_of(bench, name), f"{folder}/{name}")
            except ValueError as error:
                raise Failed(f"{name}.html: {error}") from error
    return [folder] + names


def weasyprint_sources(bench, names):
    return [html_of(bench, name) for name in names]


def words_of_html(path):
    body = ET.parse(path).getroot().find("body")
    for element in list(body.iter()):  # what no PDF shows is no content
        for child in list(element):
            if "screen" in child.get("class", "").split():
                element.remove(child)
    for element in body.iter():
        if element.tag not in INLINE:
            element.tail = " " + (element.tail or "")
    return "".join(body.itertext()).split()


def words_of_pdf(path):
    return subprocess.run(["pdftotext", "-raw", path, "-"], check=True,
                          capture_output=True,
                          encoding="utf-8").stdout.split()


def same_content(bench, program, run, names):
    for name, pdf in zip(names, run.pdfs):
        lacking = (collections.Counter(words_of_html(html_of(bench, name)))
                   - collections.Counter(words_of_pdf(pdf)))
        if lacking:
            raise Failed(f"{program.name}: {name}.pdf lacks words: "
                         f"{list(lacking)[:8]}")


def pages_of(pdf):
    shown = subprocess.run(["pdfinfo", pdf], check=True, capture_output=True,
                           encoding="utf-8").stdout
    return int(re.search(r"Pages: +(\d+)", shown).group(1))


def line(work, program, ours, elapsed, cpu, rest):
    """OURS: our elapsed and cpu of this work."""
    ratios = ("" if ours is None else
              f"{elapsed / ours[0]:6.1f} x {cpu / ours[1]:8.1f} x")
    print(f"{work:<26} {program.name:<13} {elapsed * 1e3:9.1f} ms "
          f"{cpu * 1e3:9.1f} ms {ratios:<19} {rest}".rstrip(), flush=True)


def compare_runs(bench, programs, work, names):
    """A process from its start to its end."""
    ours = None
    for program in programs:
        run = middle_of(lambda p=program: p.run(names), *RUNS)
        same_content(bench, program, run, names)
        size = sum(map(os.path.getsize, run.pdfs)) / len(names)
        rest = (f"{run.memory:6.0f} MiB {size / 1e3:8.0f} kB "
                f"{sum(map(pages_of, run.pdfs)) / len(names):6.1f} pages")
        if len(names) > 1:
            rest += f"   {len(names) / run.elapsed:.1f} reports/s"
        line(work, program, ours, run.elapsed, run.cpu, rest)
        ours = ours or (run.elapsed, run.cpu)


def compare_warm(programs):
    ours = None
    for program in programs:
        elapsed, cpu = program.warm()
        line("8 pages, warm", program, ours, elapsed, cpu, "")
        ours = ours or (elapsed, cpu)


def compare(bench):
    print("\nother programs, on the same content in the same run, a core each")
    programs = [Ours(bench)]
    for peer in (Peer(bench, "Typst", ["node", "typst.mjs"], typst_sources),
                 Peer(bench, "WeasyPrint",
                      ["/usr/bin/python3", "weasyprint_peer.py"],
                      weasyprint_sources)):
        if peer.installed():
            programs.append(peer)
        else:
            print(f"  {peer.name} is not installed: ./setup --bench")
    for program in programs:
        print(f"  {program.name}: {program.version}")
    bench.build("content", bench.memory, bench.cores, None, False,
                programs[0].inputs(REPORTS + TABLE))
    print(f"\n{'work':<26} {'program':<13} {'elapsed':>12} {'cpu':>12} "
          f"{'of ours':>13}", flush=True)
    compare_runs(bench, programs, "8 pages, cold", REPORTS[:1])
    compare_warm(programs)
    compare_runs(bench, programs, f"{BATCH} reports of 8 pages", REPORTS)
    compare_runs(bench, programs, "5,000 rows x 6", TABLE)
