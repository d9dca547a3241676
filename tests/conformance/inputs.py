"""The reports that the validators see, built by the program."""

import hashlib
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parent.parent
sys.path.insert(0, str(ROOT / "bench"))
import data  # noqa: E402  the benchmark's: a table of any length

INDEX = "examples/out/index.html"
LONG_TABLE = 300  # rows: ten pages, and no more than axe sees in a minute


class Report:
    def __init__(self, record):
        self.record = record
        self.pdf = record.with_suffix(".pdf")
        self.html = record.with_suffix(".html")

    def digest(self):
        return hashlib.sha256(self.pdf.read_bytes()
                              + self.html.read_bytes()).digest()


def build(program, out, templates, *args):
    subprocess.run([program, "build", "-q", "-o", out, "--templates",
                    templates, *args], check=True,
                   stderr=subprocess.DEVNULL)


def build_long_table(program, work):
    """The benchmark's table, and a report of its prose, in a small size."""
    words = data.vocabulary()
    templates = work / "templates"
    shutil.copytree(ROOT / "templates", templates)
    shutil.copy(ROOT / "bench/kinds/payments.xml", templates / "kinds")
    data.write_table_report(str(work / "in/long-table"), LONG_TABLE, words,
                            True)
    data.write_report(str(work / "in/prose"), 1000, words, data.EIGHT_PAGES)
    build(program, work / "out", templates, work / "in")


def build_reports(program, work):
    """Builds into WORK all that there is, and returns each report once."""
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    build(program, work / "examples/out", ROOT / "templates", "--index",
          ROOT / "examples")
    build_long_table(program, work / "bench")
    subprocess.run([sys.executable, ROOT / "tests/golden/run.py", "--build",
                    program, work / "golden"], check=True)
    once = {}
    for path in sorted(work.rglob("out/*.pdf")):
        report = Report(path.with_suffix(".json"))
        for file in (report.record, report.html):
            if not file.exists():
                sys.exit(f"conformance: {file} is missing")
        once.setdefault(report.digest(), report)
    examples = sum(1 for r in once.values()
                   if r.record.is_relative_to(work / "examples"))
    if examples != sum(1 for _ in (ROOT / "examples").glob("*/report.xml")):
        sys.exit("conformance: not every example was built")
    return list(once.values())
