#!/usr/bin/env python3
"""The same table gives the same words, whether it is CSV or XML.

    forms.py PROGRAM TEMPLATES REPORT WORK

REPORT is a report folder. Its CSV files are written again as rows in
report.xml, as files of records, and, where their headings can be names, as
attributes, with groups as parents; each must build to the same HTML, and the
data that travels must have the same cells.
"""
import csv
import io
import pathlib
import re
import shutil
import subprocess
import sys
from xml.sax.saxutils import escape, quoteattr

DATA = re.compile(r"<data\b[^>]*?file=\"([^\"]+)\.csv\"[^>]*?/>", re.S)
# Its size is that of a PDF that has other files in it.
PAPER = re.compile(r'<a href="[^"]*" type="application/pdf">[^<]*</a>')
ATTACHMENTS = re.compile(
    r'<section class="screen" aria-labelledby="\.attachments">.*?</section>',
    re.S)
NAME = re.compile(r"[A-Za-z][A-Za-z0-9-]*")


def text(cell):
    return escape(cell.strip(), {"\n": "&#10;", '"': "&quot;"})


def rows_of(path, heading=1):
    """The headings, which stand in line HEADING, and the rows below them."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    table = list(csv.reader(io.StringIO(text, newline="")))
    return table[heading - 1], table[heading:]


def cell(heading, words):
    return f"<cell column={quoteattr(heading)}>{text(words)}</cell>"


def rows(path, element, heading=1):
    """Rows, each cell on a line of its own, and where each cell stands: its
    line from the first row on, and its column."""
    headings, records = rows_of(path, heading)
    lines, places = [], {}
    for number, record in enumerate(records, heading + 1):
        lines.append(f"<{element}>")
        for field, words in enumerate(record):
            if not headings[field].strip():
                continue
            line = cell(headings[field], words)
            lines.append(line)
            places[number, field + 1] = (len(lines), line.index(">") + 2)
        lines.append(f"</{element}>")
    return lines, places


def column_number(letters):
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def acknowledge(report, name, file, places, first):
    """The cells that are acknowledged, by line and column."""
    def replaced(match):
        at = int(match[2]), column_number(match[1])
        line, column = places[at]
        return f'at="{file}:{first + line}:{column}"'
    return re.sub(rf'at="{re.escape(name)}\.csv:([A-Z]+)(\d+)"', replaced,
                  report)


def as_rows(folder, report):
    if "<acknowledge" in report:
        return None
    for match in reversed(list(DATA.finditer(report))):
        start = re.sub(r"\s*file=\"[^\"]*\"", "", match[0])
        lines, _ = rows(folder / f"{match[1]}.csv", "row")
        report = (report[:match.start()] + start[:-2] + ">" + "\n".join(lines) +
                  "</data>" + report[match.end():])
    return report


def below_titles(folder, match):
    """The line of the headings of a <data>, and what it says as XML, which has no
    title line that could say the unit."""
    line = re.search(r' heading-line="(\d+)"', match[0])
    if line is None:
        return 1, match[0]
    first, others = rows_of(folder / f"{match[1]}.csv")
    unit = any("000" in cell for row in [first, *others[:int(line[1]) - 2]] for cell in row)
    return int(line[1]), match[0].replace(line[0], ' unit="thousand"' if unit else "")


def as_records(folder, report):
    for match in DATA.finditer(report):
        name = match[1]
        heading, said = below_titles(folder, match)
        report = report.replace(match[0], said)
        lines, places = rows(folder / f"{name}.csv", "record", heading)
        (folder / f"{name}.xml").write_text(
            '<?xml version="1.0"?>\n<t:table xmlns:t="urn:table">\n' +
            "\n".join(lines) + "\n</t:table>\n", encoding="utf-8")
        report = acknowledge(report, name, f"{name}.xml", places, 2)
    return re.sub(r'(file="[^"]*)\.csv"', r'\1.xml"', report)


def as_attributes(folder, report):
    """Where headings are names: attributes, the first column as a parent's."""
    for match in DATA.finditer(report):
        headings, records = rows_of(folder / f"{match[1]}.csv")
        if not all(NAME.fullmatch(h) for h in headings):
            return None
        lines = []
        for record in records:
            attributes = " ".join(f'{h}="{text(c)}"' for h, c in
                                  zip(headings[1:], record[1:]) if c.strip())
            lines.append(f'<group name="{text(record[0])}">'
                         f"<record {attributes}/></group>")
        (folder / f"{match[1]}.xml").write_text(
            "<groups>" + "\n".join(lines) + "</groups>", encoding="utf-8")
        column = re.sub(r"\W", "-", headings[0].lower())
        report = report.replace(
            match[0], match[0][:-2].replace(".csv", ".xml") +
            f' path="group/record"><column id="{column}" from="../@name"/>'
            "</data>")
    return report


def earlier(report):
    """The folders beside REPORT that may be of the period before, and that of
    the report it belongs to, with its own."""
    text = (report / "report.xml").read_text(encoding="utf-8")
    named = re.search(r'previous="\.\./([^"]*)"', text)
    of = re.search(r'\bof="\.\./([^"]*)"', text)
    found = [] if named is None else [
        path for path in report.parent.glob(re.sub(r"\{.*?\}", "*", named[1]))
        if path != report]
    if of is not None:
        found += [report.parent / of[1], *earlier(report.parent / of[1])]
    return sorted(set(found))


def build(program, templates, folder, out):
    run = subprocess.run([program, "build", "-q", "-o", out, "--templates",
                          templates, folder, *earlier(folder)],
                         capture_output=True, text=True, check=False)
    if run.returncode != 0:
        raise ValueError(f"{folder}: {run.stderr}")
    page = (out / f"{folder.name}.html").read_text(encoding="utf-8")
    return PAPER.sub("", page)


def main():
    program, templates, given, work = (pathlib.Path(a).resolve()
                                       for a in sys.argv[1:])
    tried = 0
    shutil.rmtree(work, ignore_errors=True)
    wanted = build(program, templates, given, work / "csv")
    for form in as_rows, as_records, as_attributes:
        folder = work / form.__name__ / given.name
        for each in [given, *earlier(given)]:
            shutil.copytree(each, folder.with_name(each.name))
        path = folder / "report.xml"
        report = path.read_text(encoding="utf-8")
        changed = form(folder, report) if DATA.search(report) else None
        if changed is None:
            continue
        path.write_text(changed, encoding="utf-8")
        for file in folder.glob("*.csv"):
            file.unlink()
        got = build(program, templates, folder, work / form.__name__ / "out")
        if form is as_rows: # there each table has the name of its data
            same = (ATTACHMENTS.sub("", got) == ATTACHMENTS.sub("", wanted))
        else:
            same = got == wanted
        if not same:
            sys.exit(f"{given.name}: other words from {form.__name__}")
        tried += 1
    print(tried)


if __name__ == "__main__":
    main()
