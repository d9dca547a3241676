"""No file of the program includes or calls another in a circle.

    circles.py [OBJECTS]   (build/release: where the objects of the program lie)

A .c and its .h are one file. It includes what its #include lines name, and
calls those whose symbols its object leaves undefined (nm). Of each knot of
files one circle is printed, the shortest, with what each step needs.
"""
import collections
import pathlib
import re
import subprocess
import sys

ROOMS = ("core input figures generators output batch preview cmd").split()

# The one exception: a table is a block, and its cells hold blocks.
BLOCKS_IN_BLOCKS = {"output/layout/" + name
                    for name in ("block", "fields", "table", "table_rows")}

OF_THE_BUILD = {"batch/call_filter_rules.c"}  # a program of its own
INCLUDE = re.compile(r'^#include "([^"]+)"', re.M)


def module(path):
    return str(path.with_suffix(""))


def sources():
    return sorted(p for room in ROOMS for p in pathlib.Path(room).rglob("*.[ch]")
                  if str(p) not in OF_THE_BUILD)


def included(files):
    """(from, to) -> the header that FROM includes."""
    steps = {}
    for path in files:
        for name in INCLUDE.findall(path.read_text()):
            steps.setdefault((module(path), module(pathlib.Path(name))), name)
    return steps


def symbols(objects, files):
    """What each file defines, and what it leaves to others."""
    defined, wanted = {}, collections.defaultdict(set)
    for path in files:
        if path.suffix != ".c":
            continue
        lines = subprocess.run(["nm", "-g", objects / path.with_suffix(".o")],
                               check=True, capture_output=True, text=True)
        for line in lines.stdout.splitlines():
            kind, name = line.split()[-2:]
            if kind == "U":
                wanted[module(path)].add(name)
            else:
                defined[name] = module(path)
    return defined, wanted


def called(objects, files):
    """(from, to) -> a symbol of TO that FROM uses."""
    defined, wanted = symbols(objects, files)
    steps = {}
    for user in sorted(wanted):
        for name in sorted(wanted[user]):
            if name in defined:
                steps.setdefault((user, defined[name]), name + "()")
    return steps


def shortest_circle(start, graph):
    """The shortest way from START back to it, or None."""
    came_from, queue = {}, collections.deque([start])
    while queue:
        here = queue.popleft()
        for there in sorted(graph[here]):
            if there == start:
                way = [here]
                while way[-1] != start:
                    way.append(came_from[way[-1]])
                return way[::-1]
            if there not in came_from:
                came_from[there] = here
                queue.append(there)
    return None


def circles(steps):
    """The shortest circles, none of which shares a file with another."""
    graph = collections.defaultdict(set)
    for here, there in steps:
        if here != there and not {here, there} <= BLOCKS_IN_BLOCKS:
            graph[here].add(there)
    ways = [w for w in (shortest_circle(f, graph) for f in sorted(graph)) if w]
    seen = set()
    for way in sorted(ways, key=lambda w: (len(w), w)):
        if not seen & set(way):
            yield way
        seen |= set(way)


def main():
    objects = pathlib.Path((sys.argv + ["build/release"])[1])
    files = sources()
    steps = included(files)
    for step, symbol in called(objects, files).items():
        steps[step] = (steps[step] + ", " if step in steps else "") + symbol
    found = list(circles(steps))
    for way in found:
        print("a circle of %d files:" % len(way))
        for here, there in zip(way, way[1:] + way[:1]):
            print("    %s needs %s (%s)" % (here, there, steps[here, there]))
    if found:
        sys.exit(1)
    print("circles: none among %d files" % len(set(map(module, files))))


if __name__ == "__main__":
    main()
