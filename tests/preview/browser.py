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

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
EXAMPLE = ROOT / "examples/schools-partnership"
MODULES = ROOT / "tests/conformance/node_modules/playwright-core"
TIME = 300  # seconds


def start(program, report):
    process = subprocess.Popen(
        [program, "preview", "--no-open", "--templates", ROOT / "templates",
         report], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    for line in process.stdout:
        found = re.search(r"http://\S+", line)
        if found:
            return process, found[0]
    sys.exit("preview: it did not start")


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
    process, address = start(arguments.program.resolve(), report)
    try:
        done = subprocess.run(
            ["node", ROOT / "tests/preview/browser.mjs", address, report,
             str(arguments.saves)], stdout=subprocess.PIPE, text=True,
            timeout=TIME, check=False)
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate()
    for line in done.stdout.splitlines():
        print("preview: wrong:", line)
    print(f"preview: the page in Chromium, {arguments.saves} saves, "
          f"{len(done.stdout.splitlines())} wrong")
    sys.exit(done.returncode != 0 or bool(done.stdout))


if __name__ == "__main__":
    main()
