#!/usr/bin/env python3
"""Which lines and branches the tests have run, by room.

    report.py [--files] OUT EXECUTABLE...

EXECUTABLEs were linked with counters.c in OUT, a coverage build, and have run.
Fails where less is covered than FLOOR asks of all lines, or ROOM_FLOOR of the
lines of a room. With --files every file is named, with the lines that were not
run; OUT/coverage/index.html shows them.
"""
import argparse
import collections
import json
import os
import pathlib
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
ROOMS = ("batch", "cmd", "core", "figures", "generators", "input", "output",
         "preview")
FLOOR = 95  # per cent of lines
ROOM_FLOOR = 90


class Count:
    """Lines and branches: how many there are, how many were run."""

    def __init__(self):
        self.totals = collections.Counter()

    def add(self, file):
        for name in ("line_total", "line_covered", "branch_total",
                     "branch_covered"):
            self.totals[name] += file[name]

    def share(self, what):
        total = self.totals[f"{what}_total"]
        return 100 * self.totals[f"{what}_covered"] / total if total else 100

    def __str__(self):
        return (f"{self.totals['line_total']:7} {self.share('line'):6.1f} % "
                f"{self.totals['branch_total']:9} "
                f"{self.share('branch'):6.1f} %")


def write_counts(out, executables):
    """Each adds its counters to the .gcda files of its objects."""
    for old in out.rglob("*.gcda"):
        old.unlink()
    for executable in executables:
        subprocess.run([executable], check=True,
                       env=dict(os.environ, COUNTERS_WRITE="1"))


def read_counts(out, with_files):
    folder = out / "coverage"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    filters = [word for room in ROOMS for word in ("--filter", f"{room}/")]
    more = ["--txt", "-"] if with_files else []
    # gcov works some counts out from others; where a worker was killed between
    # two, a branch may come to -1, and gcovr refuses it: it counts as not taken.
    subprocess.run(["gcovr", "--root", ".", "--object-directory", out,
                    "--gcov-ignore-parse-errors", *filters, *more, "--json-summary", folder / "summary.json",
                    "--html-details", folder / "index.html", out],
                   cwd=ROOT, check=True)
    return json.loads((folder / "summary.json").read_text())["files"]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--files", action="store_true")
    parser.add_argument("out", type=pathlib.Path)
    parser.add_argument("executables", nargs="+", type=pathlib.Path)
    o = parser.parse_args()
    out = o.out.resolve()
    write_counts(out, [path.resolve() for path in o.executables])
    rooms = collections.defaultdict(Count)
    whole = Count()
    for file in read_counts(out, o.files):
        rooms[file["filename"].split("/")[0]].add(file)
        whole.add(file)
    print(f"{'room':10}   lines            branches")
    for name, count in [*sorted(rooms.items()), ("all", whole)]:
        print(f"{name:10} {count}")
    low = [f"{name}: {count.share('line'):.1f} % of lines, wanted {ROOM_FLOOR}"
           for name, count in sorted(rooms.items())
           if count.share("line") < ROOM_FLOOR]
    if whole.share("line") < FLOOR:
        low.append(f"all: {whole.share('line'):.1f} % of lines, wanted {FLOOR}")
    for line in low:
        print(f"coverage: {line}", file=sys.stderr)
    return 1 if low or not rooms else 0


if __name__ == "__main__":
    sys.exit(main())
