"""Data in other forms than CSV: a workbook and XML of the same rows, how they
are made, and what other programs take to read them.

Peers read and do nothing else: expat (Python's own) through the parts of the
workbook and the XML file, openpyxl, xmllint (--sax is libxml2's parse and
nothing else: what we have to take). councilpress types each cell, checks
rows and totals, and proves a report that quotes the sum. A peer that is not
installed is named as that.
"""

import os
import shutil
import sys
import zipfile

from measure import Failed, Run, middle_of, row, verdict

ROWS = 100000
RUNS = 5, 6  # as of measure.middle_of()
DAY_ONE = 42736  # 1 January 2017, as a workbook counts
HEADINGS = ("Reference", "Service", "Date", "Net", "VAT", "Amount", "Supplier",
            "Cost centre")
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def relations(targets):
    return (HEAD + f'<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(targets, 1)) + "</Relationships>")


def parts_of_a_book(rows):
    """As Excel writes them: texts by number, days as numbers with a format."""
    strings, numbers = {}, []
    for n, values in enumerate([HEADINGS, *rows], 1):
        cells = []
        for c, value in enumerate(values):
            at = f'{"ABCDEFGH"[c]}{n}'
            if isinstance(value, str) and value:
                number = strings.setdefault(value, len(strings))
                cells.append(f'<c r="{at}" t="s"><v>{number}</v></c>')
            elif value != "":
                style = ' s="1"' if c == 2 else ""
                cells.append(f'<c r="{at}"{style}><v>{value}</v></c>')
        numbers.append(f'<row r="{n}">{"".join(cells)}</row>')
    texts = "".join(f"<si><t>{text}</t></si>" for text in strings)
    return {
        "_rels/.rels": relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": HEAD + f'<workbook xmlns="{MAIN}" xmlns:r="{OFFICE}"><sheets>'
        '<sheet name="Payments" sheetId="1" r:id="rId1"/></sheets></workbook>',
        "xl/_rels/workbook.xml.rels": relations([
            ("worksheet", "worksheets/sheet1.xml"), ("sharedStrings", "sharedStrings.xml"),
            ("styles", "styles.xml")]),
        "xl/styles.xml": HEAD + f'<styleSheet xmlns="{MAIN}"><cellXfs count="2">'
        '<xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>',
        "xl/sharedStrings.xml": HEAD + f'<sst xmlns="{MAIN}">{texts}</sst>',
        "xl/worksheets/sheet1.xml": HEAD + f'<worksheet xmlns="{MAIN}"><sheetData>'
        + "".join(numbers) + "</sheetData></worksheet>",
        "[Content_Types].xml": HEAD
        + '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package'
        '.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
        + "".join(f'<Override PartName="/xl/{part}.xml" ContentType="application/vnd.'
                  f'openxmlformats-officedocument.spreadsheetml.{kind}+xml"/>'
                  for part, kind in (("workbook", "sheet.main"), ("styles", "styles"),
                                     ("worksheets/sheet1", "worksheet"),
                                     ("sharedStrings", "sharedStrings")))
        + "</Types>",
    }


def write_book(path, rows):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as book:
        for name, text in parts_of_a_book(rows).items():
            book.writestr(zipfile.ZipInfo(name), text, zipfile.ZIP_DEFLATED)


def write_xml(path, rows):
    names = [heading.lower().replace(" ", "-") for heading in HEADINGS]
    with open(path, "w", encoding="utf-8") as file:
        file.write("<payments>\n")
        for values in rows:
            fields = "".join(f"<{name}>{value}</{name}>"
                             for name, value in zip(names, values) if value != "")
            file.write(f"  <payment>{fields}</payment>\n")
        file.write("</payments>\n")


def payments(numbers, words):
    """Rows of texts and figures; days as a workbook counts them."""
    total = 0
    for n in range(ROWS):
        net = 100 + numbers.below(5000000)
        vat = net // 5
        total += net + vat
        yield [f"P{n + 1:07}", f"{numbers.pick(words).capitalize()} {numbers.pick(words)}",
               DAY_ONE + numbers.below(365), net / 100, vat / 100, (net + vat) / 100,
               f"Supplier {numbers.below(900)}", f"CC{numbers.below(400):04}"]
    yield ["Total", "All services", "", "", "", total / 100, "", ""]


def in_xml(values):
    """The same row with its day in words and its figures with two decimals."""
    day = "" if values[2] == "" else f"{1 + (values[2] - DAY_ONE) % 28:02}/01/2017"
    return [*values[:2], day, *("" if v == "" else f"{v:.2f}" for v in values[3:6]),
            *values[6:]]


# --- what they take ---

EXPAT_BOOK = """import sys, zipfile, xml.parsers.expat
with zipfile.ZipFile(sys.argv[1]) as book:
    for part in ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml"):
        parser = xml.parsers.expat.ParserCreate()
        parser.ParseFile(book.open(part))
"""
EXPAT_XML = """import sys, xml.parsers.expat
xml.parsers.expat.ParserCreate().ParseFile(open(sys.argv[1], "rb"))
"""
OPENPYXL = """import sys, openpyxl
book = openpyxl.load_workbook(sys.argv[1], read_only=True)
print(sum(len(row) for row in book.active.iter_rows(values_only=True)))
"""


def beside(ours, peers, core):
    """`expat 0.30 s (ours 0.7 times that)` of each peer that there is."""
    said = []
    for name, command in peers:
        if shutil.which(command[0]) is None:
            said.append(f"{name} is not installed")
            continue
        try:
            run = middle_of(lambda c=command: Run(c, core), *RUNS)
        except Failed:
            said.append(f"{name} is not installed")
            continue
        said.append(f"{name} {run.cpu:.2f} s, {run.memory:.0f} MiB "
                    f"(ours {ours.cpu / run.cpu:.2f} of its time)")
    return "; ".join(said)


def check_form(bench, form):
    run = middle_of(lambda: bench.check(f"{form}-{ROWS}", True), *RUNS)
    run.memory = max(run.memory, run.workers)
    return run


def bench_forms(bench):
    book = f"{bench.folder}/book-{ROWS}/book-{ROWS}/payments.xlsx"
    run = check_form(bench, "book")
    row(f"{ROWS:,} rows x 8 of a workbook, checked", "0.5 s, 64 MiB",
        verdict([("time", run.elapsed, 0.5, run.cpu),
                 ("memory", run.memory, 64, None)]),
        f"{run.elapsed:.2f} s, cpu {run.cpu:.2f} s, {run.memory:.0f} MiB")
    row("  others that only read it, cpu", "", "", beside(run, [
        ("expat", [sys.executable, "-c", EXPAT_BOOK, book]),
        ("openpyxl", [sys.executable, "-c", OPENPYXL, book])], bench.first_core))

    path = f"{bench.folder}/xml-{ROWS}/xml-{ROWS}/payments.xml"
    size = os.path.getsize(path)
    run = check_form(bench, "xml")
    row(f"the same as XML, {size / 1e6:.1f} MB, checked", "100 MB/s",
        verdict([("rate", run.elapsed, size / 1e8, run.cpu)]),
        f"{size / 1e6 / run.elapsed:.0f} MB/s, of cpu {size / 1e6 / run.cpu:.0f}, "
        f"{run.elapsed:.2f} s, {run.memory:.0f} MiB")
    row("  others that only read it, cpu", "", "", beside(run, [
        ("expat", [sys.executable, "-c", EXPAT_XML, path]),
        ("xmllint --sax", ["xmllint", "--sax", "--noout", path]),
        ("xmllint --stream", ["xmllint", "--stream", "--noout", path])], bench.first_core))
