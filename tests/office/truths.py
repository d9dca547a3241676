#!/usr/bin/env python3
"""Workbooks come out as their truths say, cell by cell.

    truths.py PROGRAM TEMPLATES LIST FOLDER WORK

FOLDER holds workbooks beside what stands in them: NAME.cells.csv has sheet, cell,
type, value, what a person sees, note; NAME.csv is a table that must come out.
TEMPLATES is a folder of templates with one called `small`. LIST says what is read,
a CSV file with a row for each:

    file, sheet, range   headings in the first row of the range; each may be blank
    more                 what its data element says beyond them
    truth                the cells or the table, a file in FOLDER
    times                by how much figures are larger than in a table
    messages             cells that must have one, and are compared with nothing
    but, why             cells that differ, as 8:Number of a table or B5, and why

All columns are words, so that what is read is what is shown. Prints how many cells
were compared.
"""
import csv
import datetime
import decimal
import pathlib
import re
import shutil
import subprocess
import sys
import unicodedata
from xml.sax.saxutils import quoteattr

MONTHS = ("January February March April May June July August September October "
          "November December").split()
MONTH = re.compile(r"([A-Z][a-z]+) (\d{4})")
DAY = re.compile(r"(?:[A-Z][a-z]+,? )?(\d{1,2}) ([A-Z][a-z]+) (\d{4})(?: (\d\d:\d\d))?")


def unescaped(text):
    """What a dump prints between quotation marks."""
    def byte(found):
        return {"n": "\n", "t": "\t", "r": "\r"}.get(found[1]) or (
            chr(int(found[1][1:], 16)) if found[1][0] == "x" else found[1])
    return re.sub(r"\\(x[0-9A-Fa-f]{2}|.)", byte, text)


def rows_of(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.reader(file))


def cell_name(name):
    letters, row = re.fullmatch(r"([A-Z]+)(\d+)", name).groups()
    column = 0
    for letter in letters:
        column = column * 26 + ord(letter) - 64
    return int(row), column


def name_of(row, column):
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row}"


def plain(text):
    """Composed, with single spaces: text is read so."""
    return " ".join(unicodedata.normalize("NFC", text).split())


def number(text):
    """The number that TEXT is, with the signs that a table prints; or None."""
    text = text.strip().replace("\u2212", "-")
    if re.fullmatch(r"\(.*\)", text):
        text = "-" + text[1:-1]
    percent = text.endswith("%")
    text = re.sub(r"[£,%]", "", text)
    try:
        value = decimal.Decimal(text)
    except decimal.InvalidOperation:
        return None
    return value / 100 if percent else value


def day(text):
    """2026-12-08, or with the minute, as the reader writes a day; or None."""
    month = MONTH.fullmatch(text)
    if month is not None and month[1] in MONTHS:
        return f"{month[2]}-{MONTHS.index(month[1]) + 1:02}"
    found = DAY.fullmatch(text)
    if found is None or found[2] not in MONTHS:
        return None
    date = datetime.date(int(found[3]), MONTHS.index(found[2]) + 1, int(found[1]))
    return f"{date} {found[4]}" if found[4] else str(date)


def same(got, kind, value, shown):
    """Whether what is read is what stands there, or what is seen of it."""
    if kind in ("number", "percent"):
        read = number(got)
        wanted = decimal.Decimal(value)
        if got == shown or read == wanted:
            return True
        if shown == "-" and wanted == 0:
            return got == "-"
        return False
    if kind in ("date", "datetime"):
        return got == shown or day(got) in (value, value[:7], value[:10], value[:16])
    if kind == "time":
        return got in (value, value[:5], shown)
    if kind == "boolean":
        return got.upper() in (value, {"TRUE": "1", "FALSE": "0"}[value], {"TRUE": "YES", "FALSE": "NO"}[value])
    return plain(got) == plain(value)


class Truth:
    def __init__(self, program, templates, folder, work):
        self.program = program
        self.folder = folder
        self.work = work
        self.compared = 0
        self.faults = []
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(templates, work / "templates")
        (work / "report").mkdir()

    def fault(self, what):
        self.faults.append(what)

    def read(self, book, sheet, block, more, headings):
        """{row: [text of each column]} and messages."""
        kind = "".join(f'<column id="c{n}" title={quoteattr(h)} type="text"/>\n'
                       for n, h in enumerate(headings))
        (self.work / "templates/kinds/truth.xml").write_text(
            f'<kind format="2" title="Truth">\n{kind}</kind>\n', encoding="utf-8")
        for old in (self.work / "report").iterdir():
            old.unlink()
        shutil.copy(self.folder / book, self.work / "report" / book)
        said = (f" sheet={quoteattr(sheet)}" if sheet else "") + (f" range={quoteattr(block)}" if block else "")
        (self.work / "report/report.xml").write_text(
            '<report format="2" template="small" lang="en-GB"><header><field id="title">T</field></header>'
            f'<data id="t" file={quoteattr(book)} kind="truth"{said} {more}/>'
            '<section id="text"><table data="t"/></section></report>', encoding="utf-8")
        run = subprocess.run(
            [self.program, "check", "-v", "--dump=report", "--templates", self.work / "templates",
             self.work / "report"], capture_output=True, encoding="utf-8", check=False)
        rows = {}
        row = None
        for line in run.stdout.splitlines():
            begun = re.match(r"  record (\d+)", line)
            if begun is not None:
                row = rows.setdefault(int(begun[1]), [None] * len(headings))
            cell = re.match(r"    c(\d+) (\w+) (\".*\")$", line)
            if cell is not None and row is not None:
                row[int(cell[1])] = unescaped(cell[3][1:-1]) if cell[2] != "bad" else None
            cell = re.match(r"    c(\d+) (\w+)$", line)
            if cell is not None and row is not None:
                row[int(cell[1])] = ""
        return rows, run.stderr

    def messages_at(self, what, messages, wanted):
        for cell in wanted:
            if f"cell {cell}:" not in messages and f"cells {cell}" not in messages:
                self.fault(f"{what}: no message at {cell}: {messages}")

    def cells(self, book, sheet, block, more, name, wanted, but):
        truth = {}
        for cell in rows_of(self.folder / name)[1:]:
            if cell[0] == sheet:
                truth[cell_name(cell[1])] = cell[2:5]
        first, last = (cell_name(c) for c in block.split(":"))
        columns = [c for c in range(first[1], last[1] + 1) if (first[0], c) in truth]
        rows, messages = self.read(book, sheet, block, more, [truth[first[0], c][1] for c in columns])
        what = f"{book} {sheet}"
        for (row, column), (kind, value, shown) in sorted(truth.items()):
            if not first[0] < row <= last[0] or column not in columns:
                continue
            if name_of(row, column) in wanted + but:
                continue
            self.compared += 1
            got = rows.get(row, {}) and rows[row][columns.index(column)]
            if not got and not value.strip():
                continue
            if not same(got or "", kind, value, shown):
                self.fault(f"{what} {name_of(row, column)}: {got!r} is read, {kind} {value!r} {shown!r} stands there")
        for row, texts in rows.items():
            for n, text in enumerate(texts):
                if text and (row, columns[n]) not in truth:
                    self.fault(f"{what} {name_of(row, columns[n])}: {text!r} is read, nothing stands there")
        self.messages_at(what, messages, wanted)
        return messages

    def table(self, book, sheet, block, more, truth, times, wanted, but):
        table = rows_of(self.folder / truth)
        rows, messages = self.read(book, sheet, block, more, table[0])
        what = f"{book} {sheet} {block}"
        got = [rows[n] for n in sorted(rows)]
        if len(got) != len(table) - 1:
            self.fault(f"{what}: {len(got)} rows are read, {len(table) - 1} of {truth} stand there: {messages}")
            return
        for n, (texts, wants) in enumerate(zip(got, table[1:])):
            for column, (text, want) in enumerate(zip(texts, wants)):
                if f"{n + 1}:{table[0][column]}" in but:
                    continue
                self.compared += 1
                value = number(want)
                if value is not None and not want.endswith("%"):
                    value *= times
                text = text or ""
                read = number(text)
                alike = (plain(text) == plain(want)
                         or value is not None and read == value
                         or value is not None and text == "-" and value == 0
                         or want == "-" and read == 0
                         or day(text) == want)
                if not alike:
                    self.fault(f"{what}, row {n + 1} of {truth}, {table[0][column]}: {text!r} is read, {want!r} stands there")
        self.messages_at(what, messages, wanted)


def main():
    program, templates, blocks, folder, work = (pathlib.Path(a).resolve() for a in sys.argv[1:])
    truth = Truth(program, templates, folder, work)
    for book, sheet, block, more, name, times, wanted, but, _ in rows_of(blocks)[1:]:
        if name.endswith(".cells.csv"):
            truth.cells(book, sheet, block, more, name, wanted.split(), but.split(";"))
        else:
            truth.table(book, sheet, block, more, name, int(times or 1), wanted.split(), but.split(";"))
    for fault in truth.faults:
        print(f"FAILED: {fault}", file=sys.stderr)
    print(f"truths: {truth.compared} cells compared, {len(truth.faults)} faults")
    return 1 if truth.faults or not truth.compared else 0


if __name__ == "__main__":
    sys.exit(main())
