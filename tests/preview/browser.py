#!/usr/bin/env python3
"""The preview's page in Debian's Chromium, after ./setup --conformance.

    browser.py [--saves N] PROGRAM WORK
"""
import argparse
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
MODULES = ROOT / "tests/conformance/node_modules/playwright-core"
TIME = 600  # seconds; a minute on a machine that is not busy
WORDS = ("The authority asked every school what it would want of a company of "
         "schools, and what it would not want. Most of them answered within "
         "the month, and all of those who did said that the learners come "
         "first, that small schools need a voice, and that nobody gains from "
         "another layer of offices between a head teacher and a governor.")


def start(program, report):
    process = subprocess.Popen(
        [program, "preview", "--no-open", "--templates", ROOT / "templates",
         report], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    for line in process.stdout:
        found = re.search(r"http://\S+", line)
        if found:
            return process, found[0]
    sys.exit("preview: it did not start")


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
    for page, messages in validators.nu(sorted(pages.glob("*.html"))).items():
        for message in messages:
            yield f"{page.stem}: Nu: {message}"


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--saves", type=int, default=50)
    p.add_argument("program", type=pathlib.Path)
    p.add_argument("work", type=pathlib.Path)
    arguments = p.parse_args()
    if not MODULES.is_dir() or shutil.which("chromium") is None:
        sys.exit("preview: ./setup --conformance installs the browser")
    os.environ["COUNCILPRESS_TEMPLATES"] = "-"
    shutil.rmtree(arguments.work, ignore_errors=True)
    report = arguments.work.resolve() / EXAMPLE.name
    shutil.copytree(EXAMPLE, report)
    long_report = arguments.work.resolve() / "long"
    lengthen(long_report, EXAMPLE)
    new_report = arguments.work.resolve() / "new"
    shutil.copytree(EXAMPLE, new_report)
    broken = (new_report / "report.xml").read_text(encoding="utf-8")
    (new_report / "report.xml").write_text(broken.replace("</report>", ""), encoding="utf-8")
    pages = arguments.work.resolve() / "pages"
    process, address = start(arguments.program.resolve(), report)
    other, long_address = start(arguments.program.resolve(), long_report)
    new, new_address = start(arguments.program.resolve(), new_report)
    try:
        done = subprocess.run(
            ["node", ROOT / "tests/preview/browser.mjs", address, report,
             str(arguments.saves), long_address, long_report, str(process.pid),
             new_address, new_report, pages],
            stdout=subprocess.PIPE, text=True, timeout=TIME, check=False)
    finally:
        for one in (process, other, new):
            one.send_signal(signal.SIGTERM)
            one.communicate()
    wrong = done.stdout.splitlines() + list(look_at(pages))
    for line in wrong:
        print("preview: wrong:", line)
    print(f"preview: the page in Chromium, {arguments.saves} saves, "
          f"{len(wrong)} wrong")
    sys.exit(done.returncode != 0 or bool(wrong))


if __name__ == "__main__":
    main()
