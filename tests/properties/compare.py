#!/usr/bin/env python3
"""What another build of the program reads or says in another way than this one.

    compare.py [--tables N] [--disguises N] [--templates FOLDER] [--only SOURCE]...
               --before PROGRAM PROGRAM WORK

The other one, of the last release for instance, has its own templates: FOLDER, or the
folder `templates` of the checkout that it was built in. Both are given

    random      the tables of run.py and claims.py, right ones and changed ones
    examples    all reports of examples/
    golden      all golden cases
    shared      report folders and files of data below ../shared, where it is there: a
                file that no report names is read as the program's `inspect` says
    disguised   each report of these with one of its CSV files as somebody else would have
                typed it: disguises.py

What differs in exit status, in what is said or in the document as it would be printed
(--dump=doc) is printed, one kind of difference after the other, each with its smallest
input; where the report was already read in another way, with that (--dump=report). They
are for a person to judge: the status is 0 where nothing differs, 1 where something does.
Pages and files are not compared: where lines end and what is drawn may be another.
"""
import argparse
import collections
import concurrent.futures
import difflib
import os
import pathlib
import re
import shutil
import subprocess
import sys
import time

from compare_inputs import ROOT, SOURCES, Program, Report, find_inputs

LINES_SHOWN = 14
NAMES_SHOWN = 4
KIND_SHOWN = 90  # characters
TOGETHER = 16  # reports of one run
FINDING = re.compile(r"^(?:.*?: )?(error|warning|note): (?:.*\[([a-z-]+)\])?")


def codes(said):
    """The findings of what was said: level and code, and the line itself."""
    return [(" ".join(filter(None, m.groups())), m.string)
            for m in map(FINDING.match, said.splitlines()) if m]


def said_kinds(before, now):
    """Which findings are gone, new, or in other words."""
    lines = [{line for _, line in codes(said)} for said in (before, now)]
    gone = {code for code, line in codes(before) if line not in lines[1]}
    new = {code for code, line in codes(now) if line not in lines[0]}
    kinds = [f"other words: {c}" for c in sorted(gone & new)]
    kinds += [f"gone: {c}" for c in sorted(gone - new)]
    kinds += [f"new: {c}" for c in sorted(new - gone)]
    return kinds or ["other lines beside the findings"]


def line_kind(line):
    """A line of a dump without what it holds: its first word, and the role of a record."""
    words = line.split()
    if words[:1] == ["record"]:
        return "record " + " ".join(words[2:3])
    return words[0] if words else "an empty line"


def dump_kind(stage, before, now):
    """Which lines of a dump differ."""
    old, new = before.splitlines(), now.splitlines()
    differ = set()
    for tag, a, b, c, d in difflib.SequenceMatcher(None, old, new, False).get_opcodes():
        if tag != "equal":
            differ.update(map(line_kind, old[a:b] + new[c:d]))
    kind = f"{stage}: {', '.join(sorted(differ))}"
    return kind[:KIND_SHOWN] + ("..." if len(kind) > KIND_SHOWN else "")


class Difference:
    """What two programs made of an item: BEFORE and NOW, each the exit status, what was
    said, and a dump."""

    def __init__(self, item, stage, before, now):
        self.item = item
        self.stage = stage
        self.before = before
        self.now = now

    def is_none(self):
        return self.before == self.now

    def kind(self):
        """What differs, in words that many inputs share."""
        kinds = []
        if self.before[0] != self.now[0]:
            kinds.append(f"exit {self.before[0]} -> {self.now[0]}")
        if self.before[1] != self.now[1]:
            kinds += said_kinds(self.before[1], self.now[1])
        return tuple(kinds) or (dump_kind(self.stage, self.before[2], self.now[2]),)

    def lines(self):
        """The lines that differ: of the dump where nothing else does."""
        part = 1 if self.before[1] != self.now[1] else 2
        lines = [line for line in difflib.unified_diff(
            self.before[part].splitlines(), self.now[part].splitlines(), lineterm="", n=0)
                 if not line.startswith(("@@", "---", "+++"))]
        more = len(lines) - LINES_SHOWN
        return lines[:LINES_SHOWN] + ([f"... {more} more"] if more > 0 else [])


def compare(item, programs):
    """The difference between what two programs make of ITEM, or None: of the earliest of
    its stages that has one. Most have none in the last, and so in none."""
    found = None
    for stage in reversed(item.stages):
        differs = Difference(item, stage, *(item.result(p, stage) for p in programs))
        if differs.is_none():
            break
        found = differs
    return found


def compare_safely(item, programs):
    """compare(), where a program that does not end differs, too."""
    try:
        return compare(item, programs)
    except (subprocess.SubprocessError, OSError) as error:
        return Difference(item, "run", ["", "", ""], ["none", str(error), ""])


def is_same_together(items, programs):
    """Whether one run of each program for all ITEMS tells no difference."""
    first, *others = items
    try:
        before, now = (first.result(p, first.stages[-1], *others) for p in programs)
    except (subprocess.SubprocessError, OSError):
        return False  # whose fault it is, each alone will say
    return before == now


def compare_all(items, programs):
    """The differences of reports that need the same templates, or of one other item: most
    have none, and one run of each program tells that of all."""
    if len(items) > 1 and is_same_together(items, programs):
        return []
    return [d for d in (compare_safely(item, programs) for item in items) if d is not None]


def together(inputs):
    """Reports that one run may take, all others alone."""
    by_templates = {}
    for item in inputs:
        if isinstance(item, Report):
            by_templates.setdefault(item.templates, []).append(item)
        else:
            yield [item]
    for reports in by_templates.values():
        for n in range(0, len(reports), TOGETHER):
            yield reports[n:n + TOGETHER]


def print_groups(groups):
    """The kinds: what is refused now, other exit statuses, then by how many they are."""
    for kind, found in sorted(groups.items(), key=lambda g: (
            not g[0][0].startswith("exit 0"), not g[0][0].startswith("exit"), -len(g[1]))):
        found.sort(key=lambda d: d.item.size())
        counts = collections.Counter(d.item.source for d in found)
        print(f"\n{len(found)} x {'; '.join(kind)} "
              f"({', '.join(f'{n} {s}' for s, n in counts.items())})")
        print(f"  smallest: {found[0].item.name}")
        for line in found[0].lines():
            print(f"    {line[:300]}")
        for d in found[1:NAMES_SHOWN]:
            print(f"  also: {d.item.name}")


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tables", type=int, default=4, help="of each kind and maker")
    parser.add_argument("--disguises", type=int, default=4, help="of each report")
    parser.add_argument("--only", action="append", choices=SOURCES)
    parser.add_argument("--templates", type=pathlib.Path, help="of the program before")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--before", type=pathlib.Path, required=True)
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    o = parser.parse_args()
    o.work = o.work.resolve()
    o.only = o.only or SOURCES
    if o.templates is None:
        o.templates = o.before.resolve().parents[2] / "templates"
    if not (o.templates / "wording").is_dir():
        parser.error(f"{o.templates} has no templates: name those of {o.before}")
    o.templates = o.templates.resolve()
    return o


def main():
    o = options()
    began = time.monotonic()
    shutil.rmtree(o.work, ignore_errors=True)
    programs = [Program(o.before, o.templates, o.work / "before"),
                Program(o.program, ROOT / "templates", o.work / "now")]
    found = find_inputs(programs[1], o.work, o.tables,
                        o.disguises if "disguised" in o.only else 0)
    inputs = [item for item in found if item.source in o.only]
    groups = {}
    with concurrent.futures.ThreadPoolExecutor(o.jobs) as pool:
        for found in pool.map(lambda items: compare_all(items, programs), together(inputs)):
            for difference in found:
                groups.setdefault(difference.kind(), []).append(difference)
    print_groups(groups)
    counts = collections.Counter(item.source for item in inputs)
    print(f"\ncompare: {len(inputs)} inputs ({', '.join(f'{n} {s}' for s, n in counts.items())}), "
          f"{sum(map(len, groups.values()))} differ, in {len(groups)} ways, "
          f"{time.monotonic() - began:.0f} s")
    return 1 if groups else 0


if __name__ == "__main__":
    sys.exit(main())
