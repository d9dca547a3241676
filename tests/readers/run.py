#!/usr/bin/env python3
"""A long table in the PDF readers that people have.

    run.py PROGRAM WORK ROWS

The benchmark's report of ROWS rows and six columns is built. Its PDF has one
Table over all its pages, whose head stands there once and whose every cell has
or is a header of its row and column; no array outgrows what a reader takes;
poppler, qpdf, mutool and, where it is installed, PDFium open it and find every
row, or the last ones.
"""
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
SITE = pathlib.Path(__file__).resolve().parent / "site"
sys.path[:0] = [str(ROOT / "bench"), str(SITE)]
import data  # pylint: disable=wrong-import-position

COLUMNS = 6
LAST_PAGES = 20
# Entries of an array, by PDF Reference 1.4, table C.1, and ISO 19005-1, 6.1.12.
# Neither ISO 32000-1, annex C, nor ISO 19005-3, 6.1.13, has such a limit, but
# old readers may. Only the rows of a table's body may be more: they are the
# kids of one element.
ARRAY_MAX = 8191


class Fault(Exception):
    pass


def want(holds, what):
    if not holds:
        raise Fault(what)


def lines_of(*command):
    with subprocess.Popen(command, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, encoding="utf-8") as run:
        for line in run.stdout:
            yield line.rstrip("\n")
        complaint = run.stderr.read()
    want(run.returncode == 0, f"{' '.join(map(str, command[:2]))}: status "
         f"{run.returncode}: {complaint[:300]}")


def build(program, work, rows):
    shutil.rmtree(work, ignore_errors=True)
    shutil.copytree(ROOT / "templates", work / "templates")
    shutil.copy(ROOT / "bench/kinds/payments.xml", work / "templates/kinds")
    data.write_table_report(work / "long", rows, data.vocabulary(), True)
    subprocess.run([program, "build", "-q", "--templates", work / "templates",
                    "-o", work / "out", work / "long"], check=True,
                   stderr=subprocess.DEVNULL)
    with open(work / "out/long.json", encoding="utf-8") as file:
        return work / "out/long.pdf", json.load(file)["pages"]


def row_of_elements(first, scope):
    """A row in which every cell has a header."""
    return (["    TR", "      TH:", f"         /Scope /{first}"]
            + scope * (COLUMNS - 1))


def structure_of_table(rows):
    """As poppler prints it, from the Table inwards."""
    head = row_of_elements("Column", ["      TH:", "         /Scope /Column"])
    row = row_of_elements("Row", ["      TD"])
    return (["Table (block)", "  Caption", "  THead"] + head + ["  TBody"]
            + row * rows + ["  TFoot"] + row)


def check_structure(pdf, rows):
    found, depth, tables = [], None, 0
    for line in lines_of("pdfinfo", "-struct", pdf):
        indent = len(line) - len(line.lstrip(" "))
        if depth is not None and indent <= depth:
            depth = None
        if line.strip().startswith("Table"):
            depth, tables = indent, tables + 1
        if depth is not None:
            found.append(line[depth:].rstrip())
    want(tables == 1, f"{tables} tables in the structure")
    expected = structure_of_table(rows)
    for number, (have, wanted) in enumerate(zip(found, expected)):
        want(have == wanted, f"element {number} is {have!r}, not {wanted!r}")
    want(len(found) == len(expected), f"{len(found)} lines of structure")


def arrays(pdf):
    """Name and length of each array; those in arrays have the outer's name."""
    open_ones = []
    for line in lines_of("qpdf", "--json", "--json-key=qpdf",
                         "--json-stream-data=none", pdf):
        text = line.strip()
        if text.rstrip(",") in ("]", "}"):
            name, length, is_array = open_ones.pop()
            if is_array:
                yield name, length
            continue
        if open_ones:
            open_ones[-1][1] += 1
        if text[-1:] in ("[", "{"):
            named = re.match(r'"(/[^"]*)": ', text)
            name = (named.group(1) if named else
                    open_ones[-1][0] if open_ones else "")
            open_ones.append([name, 0, text[-1] == "["])


def check_arrays(pdf, rows):
    longest = collections.Counter()
    bodies = 0
    for name, length in arrays(pdf):
        if name == "/K" and length == rows:
            bodies += 1  # the rows of the table's body
        else:
            longest[name] = max(longest[name], length)
    want(bodies == 1, f"{bodies} arrays of all the rows")
    for name in ("/Kids", "/Nums", "/K", "/Limits"):
        want(longest[name] > 1, f"no array {name} was seen")
    for name, length in longest.items():
        want(length <= ARRAY_MAX, f"an array {name} of {length} entries")


def references(text):
    return re.findall(r"^P\d{7}\b", text, re.MULTILINE)


def all_rows(rows):
    return [f"P{i + 1:07}" for i in range(rows)]


def check_poppler(pdf, pages, rows):
    info = "\n".join(lines_of("pdfinfo", pdf))
    want(re.search(rf"^Pages: +{pages}$", info, re.MULTILINE), "pdfinfo: pages")
    want(re.search(r"^Tagged: +yes$", info, re.MULTILINE), "pdfinfo: tagged")
    found = references("\n".join(lines_of(
        "pdftotext", "-raw", "-f", str(pages - LAST_PAGES), pdf, "-")))
    want(len(found) > LAST_PAGES and found == all_rows(rows)[-len(found):],
         "pdftotext: the last rows")


def check_qpdf(pdf):
    said = "\n".join(lines_of("qpdf", "--check", pdf))
    want("No syntax or stream encoding errors found" in said, "qpdf: " + said)


def check_mutool(pdf, rows):
    found = references("\n".join(lines_of(
        "mutool", "draw", "-q", "-F", "txt", "-o", "-", pdf)))
    want(found == all_rows(rows), f"mutool: {len(found)} rows")


def check_pdfium(pdf, pages, rows):
    """Returns PDFium's version; None: it is not installed."""
    if not SITE.is_dir():
        return None
    import pypdfium2  # pylint: disable=import-outside-toplevel,import-error
    with pypdfium2.PdfDocument(pdf) as document:
        want(len(document) == pages, f"PDFium: {len(document)} pages")
        found = []
        for number in range(pages - LAST_PAGES, pages):
            text = document[number].get_textpage().get_text_bounded()
            found += references(text.replace("\r\n", "\n"))
        want(found == all_rows(rows)[-len(found):] and found,
             "PDFium: the last rows")
        drawn = document[pages // 2].render(scale=0.5)
        want(len(set(bytes(drawn.buffer))) > 2, "PDFium: an empty page")
    return pypdfium2.PDFIUM_INFO


def main():
    if len(sys.argv) != 4:
        sys.exit("usage: run.py PROGRAM WORK ROWS")
    rows = int(sys.argv[3])
    pdf, pages = build(pathlib.Path(sys.argv[1]).resolve(),
                       pathlib.Path(sys.argv[2]).resolve(), rows)
    try:
        check_structure(pdf, rows)
        check_arrays(pdf, rows)
        check_poppler(pdf, pages, rows)
        check_qpdf(pdf)
        check_mutool(pdf, rows)
        pdfium = check_pdfium(pdf, pages, rows)
    except Fault as fault:
        print(f"FAILED: {rows} rows: {fault}", file=sys.stderr)
        return 1
    print(f"readers: {rows} rows on {pages} pages: structure, arrays, poppler, "
          f"qpdf, mutool{f', PDFium {pdfium}' if pdfium else ''}")
    if not pdfium:
        print("    NOT READ by PDFium, which ./setup --bench installs")
    return 0


if __name__ == "__main__":
    sys.exit(main())
