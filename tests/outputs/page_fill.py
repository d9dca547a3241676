#!/usr/bin/env python3
"""How full the pages of reports are, in hundredths of the height of their text.

    page_fill.py [--least N] PROGRAM [--templates DIR] REPORT...

Prints a line for each report; L before a number is a page on its side. With
--least it ends with 1 where a page but the last of its report is less full.
Read from the layout that the program prints, so that it asks nothing of the PDF.
"""
import argparse
import pathlib
import re
import subprocess
import sys

TOP, BOTTOM = 62362, 70866  # of the shipped formats, in thousandths of a point
PAGE = re.compile(r"page \d+ (\d+)x(\d+)")
ITEM = re.compile(r"  (\w+) -?\d+,(-?\d+) \d+x(\d+)([^|]*)")


def pages(dump):
    """(whether it is on its side, how full it is) of each page."""
    found = []
    for line in dump.splitlines():
        if page := PAGE.match(line):
            found.append([int(page[1]), int(page[2]), TOP])
        elif found and (item := ITEM.match(line)):
            if not re.search(r"\b(header|footer)\b", item[4]):
                below = 0 if item[1] == "text" else int(item[3])
                found[-1][2] = max(found[-1][2], int(item[2]) + below)
    return [(w > h, round(100 * (y - TOP) / (h - TOP - BOTTOM)))
            for w, h, y in found]


def main():
    args = argparse.ArgumentParser()
    args.add_argument("--least", type=int, default=0)
    args.add_argument("--templates")
    args.add_argument("program")
    args.add_argument("reports", nargs="+", type=pathlib.Path)
    args = args.parse_args()
    given = ["--templates", args.templates] if args.templates else []
    empty = False
    for report in args.reports:
        run = subprocess.run([args.program, "check", "--dump=layout", *given,
                              report], capture_output=True, text=True)
        full = pages(run.stdout)
        empty = empty or not full or any(n < args.least for _, n in full[:-1])
        print(f"{report.name:36}", *("L" * side + str(n) for side, n in full))
    return int(empty)


if __name__ == "__main__":
    sys.exit(main())
