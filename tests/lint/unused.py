#!/usr/bin/env python3
"""No function that only tests call.

    unused.py OUT

Looks into the objects below OUT: what a file of the rooms gives to others, and
neither another file of them nor its own source uses, is dead, whatever tests do
with it. What the programs that list the tables ask for is used.
"""
import pathlib
import re
import subprocess
import sys

ROOMS = ("batch", "cmd", "core", "figures", "generators", "input", "output",
         "preview")
LISTS = ("tests/lint",)  # the reference and the manual are made from them


def symbols(path):
    done = subprocess.run(["nm", path], check=True, capture_output=True,
                          text=True)
    for line in done.stdout.splitlines():
        kind, name = line.split()[-2:]
        yield kind, name


def main():
    out = pathlib.Path(sys.argv[1])
    given, used = {}, set()
    for folder in (*ROOMS, *LISTS):
        for path in (out / folder).rglob("*.o"):
            source = path.relative_to(out).with_suffix(".c")
            if not source.exists():  # of a file that is no more
                continue
            for kind, name in symbols(path):
                if kind == "U":
                    used.add(name)
                elif kind == "T" and folder in ROOMS:
                    given[name] = source
    if len(given) < 500:
        sys.exit("unused: hardly a function was found: make all units first")
    dead = [(name, source) for name, source in sorted(given.items())
            if name != "main" and name not in used
            and len(re.findall(rf"\b{name}\b", source.read_text())) < 2]
    for name, source in dead:
        print(f"{source}: only tests call {name}()", file=sys.stderr)
    if not dead:
        print(f"unused: {len(given)} functions, each is called")
    return 1 if dead else 0


sys.exit(main())
