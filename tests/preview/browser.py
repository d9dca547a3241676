#!/usr/bin/env python3
"""The preview's page in Debian's Chromium, after ./setup --conformance.

    browser.py [--saves N] [--long] [--first] [--only STEP]... PROGRAM WORK

The PDF is looked at on a screen of its own, by Xvfb. Times are those of a quiet
machine with --first alone, for which all goes before other programs (root).
"""
import argparse
import contextlib
import json
import os
import pathlib
import re
import shutil
import signal
import subprocess
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "conformance"))
import validators  # noqa: E402

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "examples/schools-partnership"
MONTH = ROOT / "examples/cabinet-monitoring-2026-11"
PICTURE = ROOT / "examples/enabling-school-improvement"
GUIDE = ROOT / "docs/guides/editors-guide/guide.md"
MODULES = ROOT / "tests/conformance/node_modules/playwright-core"
TIME = 1800  # seconds; two minutes on a machine that is not busy
WORDS = ("The authority asked every school what it would want of a company of "
         "schools, and what it would not want. Most of them answered within "
         "the month, and all of those who did said that the learners come "
         "first, that small schools need a voice, and that nobody gains from "
         "another layer of offices between a head teacher and a governor.")


def start(program, report, *templates):
    folders = [word for folder in templates or (ROOT / "templates",) for word in ("--templates", folder)]
    process = subprocess.Popen(
        [program, "preview", "--no-open", *folders, report],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    for line in process.stdout:
        found = re.search(r"http://\S+", line)
        if found:
            return process, found[0]
    sys.exit("preview: it did not start")


@contextlib.contextmanager
def screen():
    """A screen for windows that are seen; what display it is goes to DISPLAY."""
    out, into = os.pipe()
    with subprocess.Popen(
            ["Xvfb", "-displayfd", str(into), "-screen", "0", "1600x1200x24",
             "-nolisten", "tcp"], pass_fds=(into,), stderr=subprocess.DEVNULL) as process:
        os.close(into)
        with os.fdopen(out) as told:
            os.environ["DISPLAY"] = ":" + told.readline().strip()
        try:
            yield
        finally:
            process.terminate()


def lengthen(report, source):
    """The same report with some 200 pages: a section more, of its prose."""
    shutil.copytree(source, report)
    text = (report / "report.xml").read_text(encoding="utf-8")
    first = re.search(r"<section id=\"local\">", text).start()
    more = "".join(f"<p>{n}. {WORDS}</p>\n" for n in range(1, 1420))
    at = text.index("<p>", first)
    (report / "report.xml").write_text(text[:at] + more + text[at:],
                                       encoding="utf-8")


def look_at(pages):
    """What Nu says of the shell in each state."""
    seen = sorted(pages.glob("*.html"))
    for page, messages in (validators.nu(seen) if seen else {}).items():
        for message in messages:
            yield f"{page.stem}: Nu: {message}"


class Desk:
    """Reports that are written to, each with a preview that shows it."""

    def __init__(self, program, work):
        self.program, self.work, self.processes = program, work, []

    def copy(self, name, example=EXAMPLE):
        shutil.copytree(example, self.work / name)
        return self.work / name

    def guide(self):
        """What the editors' guide has made before it opens a preview."""
        ours = self.work / "ours"
        text = GUIDE.read_text(encoding="utf-8")
        for name, words in re.findall(r"^```xml ours/(\S+)\n(.*?)^```", text, re.M | re.S)[:2]:
            (ours / name).parent.mkdir(parents=True)
            (ours / name).write_text(words, encoding="utf-8")
        sample = self.work / "sample"
        subprocess.run([self.program, "new", "--templates", ROOT / "templates", "--templates", ours,
                        "--template", "marlbrook-cabinet", sample], check=True,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return sample, ours

    def show(self, report, *templates):
        process, address = start(self.program, report, *templates)
        self.processes.append(process)
        return process.pid, address

    def given(self):
        report = self.copy(EXAMPLE.name)
        built = self.work / "built"
        subprocess.run([self.program, "build", "-q", "-o", built, report], check=True,
                       stderr=subprocess.DEVNULL)
        long_report = self.work / "long"
        lengthen(long_report, EXAMPLE)
        new = self.copy("new")
        broken = (new / "report.xml").read_text(encoding="utf-8")
        (new / "report.xml").write_text(broken.replace("</report>", ""), encoding="utf-8")
        # Beside it lies the month before, which it compares itself with.
        self.copy("cabinet-monitoring-2026-10", MONTH.with_name("cabinet-monitoring-2026-10"))
        month = self.copy(MONTH.name, MONTH)
        picture = self.copy(PICTURE.name, PICTURE)
        templates = self.copy("templates", ROOT / "templates")
        sample, ours = self.guide()
        pid, address = self.show(report)
        new_pid, new_address = self.show(new)
        return {"address": address, "report": report, "pid": pid,
                "built": built / (report.name + ".html"),
                "longAddress": self.show(long_report)[1], "longReport": long_report,
                "newAddress": new_address, "newReport": new, "newPid": new_pid,
                "monthAddress": self.show(month, templates)[1], "monthReport": month,
                "pictureAddress": self.show(picture)[1], "pictureReport": picture,
                "guide": GUIDE, "ours": ours, "sampleReport": sample,
                "sampleAddress": self.show(sample, templates, ours)[1],
                "templates": templates, "program": self.program, "pages": self.work / "pages"}

    def close(self):
        for process in self.processes:
            process.send_signal(signal.SIGTERM)
            process.communicate()


def run(arguments, desk):
    given = {**desk.given(), "saves": arguments.saves, "whole": arguments.long,
             "only": arguments.only, "screen": True}
    file = desk.work / "given.json"
    file.write_text(json.dumps(given, default=str), encoding="utf-8")
    with screen():
        done = subprocess.run(["node", ROOT / "tests/preview/browser.mjs", file],
                              stdout=subprocess.PIPE, text=True, timeout=TIME, check=False)
    wrong = done.stdout.splitlines() + list(look_at(given["pages"]))
    return wrong + ["it ended early"] * (done.returncode != 0)


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--saves", type=int, default=50)
    p.add_argument("--long", action="store_true", help="every width and wish for colours")
    p.add_argument("--first", action="store_true", help="before all other programs")
    p.add_argument("--only", action="append", metavar="STEP")
    p.add_argument("program", type=pathlib.Path)
    p.add_argument("work", type=pathlib.Path)
    arguments = p.parse_args()
    if not MODULES.is_dir() or not shutil.which("chromium") or not shutil.which("Xvfb"):
        sys.exit("preview: ./setup --conformance installs the browser and its screen")
    os.environ["COUNCILPRESS_TEMPLATES"] = "-"
    if arguments.first:
        try:
            os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(5))
        except PermissionError:
            sys.exit("preview: root alone may go before other programs")
    shutil.rmtree(arguments.work, ignore_errors=True)
    desk = Desk(arguments.program.resolve(), arguments.work.resolve())
    try:
        wrong = run(arguments, desk)
    finally:
        desk.close()
    for line in wrong:
        print("preview: wrong:", line)
    print(f"preview: the page in Chromium, {arguments.saves} saves, "
          f"{len(wrong)} wrong")
    sys.exit(bool(wrong))


if __name__ == "__main__":
    main()
