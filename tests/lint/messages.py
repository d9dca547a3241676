#!/usr/bin/env python3
"""Every finding has a line in docs/messages.md and a golden case.

    messages.py            prove both
    messages.py --write    write docs/messages.md from core/finding/finding_table.h
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
TABLE = ROOT / "core/finding/finding_table.h"
MANUAL = ROOT / "docs/messages.md"
sys.path.insert(0, str(ROOT / "tests/golden"))
import case_file  # noqa: E402
ROW = re.compile(r'FINDING(?:_OF_CELL)?\((\w+),\s*(\w+),\s*"([^"]+)",\s*'
                 r'"((?:[^"\\]|\\.)*)",\s*"((?:[^"\\]|\\.)*)"\)')

HEAD = """# Messages

A finding reads

    budget.csv:15:21: error: text [code]
        the offending line
        ^~~~
      hint

FILE:LINE:COLUMN come first, so that editors can jump there; a cell of a CSV file
is also named as a spreadsheet names it. An error keeps its report from being
written; a warning does not, unless `--strict` is given. All findings of a report
are shown in one run.

A report can own up to what was published and is wrong, with `acknowledge` and one of these codes: OWNED.

| code | level | cause | cure |
| --- | --- | --- | --- |
"""


def cell(text):
    """TEXT in a row of a table."""
    return text.replace("|", "\\|")


def rows():
    text = re.sub(r'"\s*\n\s*"', "", TABLE.read_text())
    return ROW.findall(text)


def manual():
    lines = [f"| `{code}` | {level.lower()} | {cell(cause)} | {cell(cure)} |"
             for _, level, code, cause, cure in rows()]
    owned = re.findall(r'^FINDING_OF_CELL\(\w+,\s*\w+,\s*"([^"]+)"',
                       TABLE.read_text(), re.M)
    head = HEAD.replace("OWNED", ", ".join(f"`{code}`" for code in owned))
    return head + "\n".join(lines) + "\n"


def wanted_messages():
    """What cases of both forms want to be said."""
    for path in (ROOT / "tests").rglob("want*.messages"):
        yield path.read_text(errors="replace")
    for path in (ROOT / "tests/golden").rglob("*.case"):
        for place, text in case_file.read(path)[1].items():
            if place.startswith("want") and place.endswith(".messages"):
                yield text


def main():
    if "--write" in sys.argv:
        MANUAL.write_text(manual())
        return 0
    bad = []
    if MANUAL.read_text() != manual():
        bad.append("docs/messages.md is not what core/finding/finding_table.h says: "
                   "make messages")
    codes = [row[2] for row in rows()]
    if codes != sorted(codes):
        bad.append("core/finding/finding_table.h is not in the order of its codes")
    shown = "".join(wanted_messages())
    bad += [f"no golden case shows [{code}]" for code in codes
            if f"[{code}]" not in shown]
    for line in bad:
        print(line, file=sys.stderr)
    if not bad:
        print(f"messages: {len(codes)} codes, each in the manual and in a "
              "golden case")
    return 1 if bad else 0


sys.exit(main())
