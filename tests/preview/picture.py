#!/usr/bin/env python3
"""Makes the README's picture of the preview anew; needs what browser.py needs.

    picture.py PROGRAM WORK OUT
"""
import pathlib
import shutil
import signal
import subprocess
import sys

import browser

EXAMPLE = browser.ROOT / "examples/cabinet-monitoring-2026-11"


def main():
    program, work, out = map(pathlib.Path, sys.argv[1:])
    shutil.rmtree(work, ignore_errors=True)
    # Beside it lies the month before, which it compares itself with.
    for month in ("2026-10", "2026-11"):
        name = EXAMPLE.name.replace("2026-11", month)
        shutil.copytree(EXAMPLE.parent / name, work.resolve() / name)
    report = work.resolve() / EXAMPLE.name
    process, address = browser.start(program.resolve(), report)
    try:
        subprocess.run(["node", browser.ROOT / "tests/preview/picture.mjs", address,
                        report / "revenue.csv", out.resolve()], check=True,
                       timeout=browser.TIME)
    finally:
        process.send_signal(signal.SIGTERM)
        process.communicate()


if __name__ == "__main__":
    main()
