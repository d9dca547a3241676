#!/usr/bin/env python3
"""Counts the instructions of six works, which no other work on the machine
disturbs: `make bench-instructions`.

    instructions.py STAGES FOLDER [BEFORE]

FOLDER has the data of run.py, made at the first run, and gets instructions.txt:
a line for each work, its name and the count of callgrind (valgrind). BEFORE is
such a file of another version, from a machine with the same compiler: the
exit status is 1 where a work takes more than LIMIT more than there.
"""

import glob
import re
import shutil
import subprocess
import sys
import tempfile

from run import make_data

LIMIT = 0.01
WORKS = ("short", "reports", "pictures", "monitoring", "rows-5000", "pages-200")


def count(stages, folder, work):
    """Instructions of one report of WORK, read, laid out and written."""
    report = min(glob.glob(f"{folder}/{work}/*"))
    out = tempfile.mkdtemp(prefix="councilpress-instructions.")
    try:
        done = subprocess.run(
            ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null",
             stages, f"{folder}/templates", out, "0", report],
            check=False, capture_output=True, text=True)
    finally:
        shutil.rmtree(out)
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode != 0 or found is None:
        sys.exit(f"instructions: {work}: {done.stderr}")
    return int(found[1])


def read(path):
    with open(path, encoding="utf-8") as file:
        return {name: int(n) for name, n in map(str.split, file)}


def main():
    stages, folder = sys.argv[1:3]
    before = read(sys.argv[3]) if len(sys.argv) > 3 else {}
    make_data(folder, False)
    counts = {}
    more = False
    for work in WORKS:
        n = counts[work] = count(stages, folder, work)
        line = f"{work:<12} {n:>15,}"
        if work in before:
            change = n / before[work] - 1
            more = more or change > LIMIT
            line += f" {change:+8.2%}"
        print(line, flush=True)
    with open(f"{folder}/instructions.txt", "w", encoding="utf-8") as file:
        file.writelines(f"{name} {n}\n" for name, n in counts.items())
    return more


if __name__ == "__main__":
    sys.exit(main())
