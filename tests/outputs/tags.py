#!/usr/bin/env python3
"""What tags must say and veraPDF does not look at.

    tags.py [--tree DUMP] PDF...

An element's parent is the element that holds it. A list has a ListNumbering;
with DUMP, what --dump=doc prints, it must be that of its labels. A table is
data: two rows and two columns at least, and each of its cells has a header for
its column and one for its row, by scope or by Headers that name header cells
of its own row or column. The alternative of a figure says something.
"""
import argparse
import re
import sys

import structure

# What the last number of a label looks like (ISO 32000-1, table 347); "None"
# is a list of names.
LABELS = {
    "Decimal": r".*\d\W*", "LowerAlpha": r"(.*\W)?[a-z]{1,2}\W*",
    "UpperAlpha": r"(.*\W)?[A-Z]{1,2}\W*",
    "LowerRoman": r"(.*\W)?[ivxlcdm]+\W*",
    "UpperRoman": r"(.*\W)?[IVXLCDM]+\W*", "Disc": r"[^\w\s]+",
    "Circle": r"[^\w\s]+", "Square": r"[^\w\s]+", "None": r".*[^\W\d_]{2}.*",
}
GROUPS = ("/THead", "/TBody", "/TFoot")
FILE_NAME = re.compile(r"\.(png|jpe?g|gif|svg|tiff?|webp|pdf)$", re.I)
FEWEST_WORDS = 2  # of an alternative: "Chart" says nothing, "The park" does


def labels_of_tree(dump):
    """The labels of each list, in order; those of a list of fields are its
    names."""
    lists = []
    path = []  # (depth, kind, labels if it is a list) from the root down
    screen = None  # depth of what paper has not
    for line in dump.splitlines():
        depth = len(line) - len(line.lstrip(" "))
        if screen is not None and depth > screen:
            continue
        kind, _, text = line.strip().partition('"')
        words = kind.split()
        kind = words[0] if words else ""
        screen = depth if kind == "fold" and "screen" in words else None
        while path and path[-1][0] >= depth:
            path.pop()
        kinds = [above for _, above, _ in path]
        if kind == "label" and kinds[-2:] == ["list", "item"]:
            path[-2][2].append(text.rstrip('"'))
        elif kind == "text" and kinds[-3:] == ["field-list", "field",
                                               "field-name"]:
            path[-3][2].append(text.rstrip('"'))
        path.append((depth, kind, []))
        if kind in ("list", "field-list"):
            lists.append(path[-1][2])
    return lists


def numbering_of_pdf(pdf):
    return [pdf.attributes(element).get("/ListNumbering", "/missing")[1:]
            for element in pdf.elements() if element["/S"] == "/L"]


def list_faults(pdf, dump):
    found = numbering_of_pdf(pdf)
    wanted = labels_of_tree(dump) if dump is not None else [[]] * len(found)
    if len(found) != len(wanted):
        yield f"{len(found)} lists, where the tree has {len(wanted)}"
    for numbering, labels in zip(found, wanted):
        if numbering not in LABELS:
            yield f"a list has the ListNumbering {numbering}"
        elif not all(re.fullmatch(LABELS[numbering], label)
                     for label in labels):
            yield f"ListNumbering {numbering} of a list with {labels[:4]}"


class Cell:
    def __init__(self, pdf, element, row, group):
        a = pdf.attributes(element)
        self.group = group
        self.header = element["/S"] == "/TH"
        self.scope = a.get("/Scope", "/None")[1:]
        self.headers = a.get("/Headers", [])
        self.id = element.get("/ID")
        self.row = row
        self.column = 0
        self.rows = a.get("/RowSpan", 1)
        self.columns = a.get("/ColSpan", 1)

    def in_row_of(self, other):
        return (self.row < other.row + other.rows
                and other.row < self.row + self.rows)

    def is_title_of(self, other):
        """It begins a row above in the same group of rows."""
        return (self.header and self.column == 0 and self.group == other.group
                and self.row < other.row)

    def in_column_of(self, other):
        return (self.column < other.column + other.columns
                and other.column < self.column + self.columns)


def kids(pdf, element):
    found = pdf.get(element.get("/K", []))
    found = found if isinstance(found, list) else [found]
    found = [pdf.get(x) for x in found]
    return [x for x in found if isinstance(x, dict) and "/S" in x]


def cells_of(pdf, table):
    """The cells of a table, each with its place after spans."""
    rows = []
    for group, element in enumerate(kids(pdf, table)):
        found = kids(pdf, element) if element["/S"] in GROUPS else \
            [element] if element["/S"] == "/TR" else []
        rows += [(group, row) for row in found]
    taken = set()
    cells = []
    for number, (group, row) in enumerate(rows):
        column = 0
        for element in kids(pdf, row):
            cell = Cell(pdf, element, number, group)
            while (number, column) in taken:
                column += 1
            cell.column = column
            taken.update((number + r, column + c) for r in range(cell.rows)
                         for c in range(cell.columns))
            cells.append(cell)
    return cells


def header_faults(cell, by_row, by_column, ids, columns):
    for name in cell.headers:
        named = ids.get(name)
        if named is None:
            yield f"Headers name {name}, which the table has not"
        elif not (named.in_row_of(cell) or named.in_column_of(cell)
                  or named.is_title_of(cell)):
            yield f"Headers name {name}, which is in another row and column"
    named = [ids[name] for name in cell.headers if name in ids]
    if not any(h.in_column_of(cell) for h in
               by_column.get(cell.column, []) + named):
        yield "no header for its column"
    # What goes across the table is a remark on it, not a figure in it.
    if cell.columns < columns and not any(
            h.in_row_of(cell) for h in by_row.get(cell.row, []) + named):
        yield "no header for its row"


def table_faults(pdf, table):
    cells = cells_of(pdf, table)
    rows = len({c.row for c in cells})
    columns = max((c.column + c.columns for c in cells), default=0)
    if not any(c.header for c in cells) or rows < 2 or columns < 2:
        yield f"a table for layout: {rows} rows, {columns} columns"
        return
    ids = {c.id: c for c in cells if c.header and c.id is not None}
    by_row, by_column = {}, {}
    for c in cells:
        if c.header and c.scope in ("Row", "Both"):
            for row in range(c.row, c.row + c.rows):
                by_row.setdefault(row, []).append(c)
        if c.header and c.scope in ("Column", "Both"):
            for column in range(c.column, c.column + c.columns):
                by_column.setdefault(column, []).append(c)
    for c in cells:
        if not c.header:
            for fault in header_faults(c, by_row, by_column, ids, columns):
                yield f"cell in row {c.row + 1}, column {c.column + 1}: {fault}"
        elif c.scope == "None" and c.id is None:
            yield f"header in row {c.row + 1}: neither scope nor ID"


def figure_faults(figure):
    alt = figure.get("/Alt", "u:")[2:].strip()
    if FILE_NAME.search(alt) or len(alt.split()) < FEWEST_WORDS:
        yield f"a figure's alternative says nothing: {alt!r}"


def parent_faults(pdf, element):
    for kid in kids(pdf, element):
        if pdf.get(kid.get("/P")) is not element:
            yield f"a {kid['/S'][1:]}'s parent is not the " \
                f"{element['/S'][1:]} that holds it"


def faults(path, dump=None):
    pdf = structure.Pdf(path)
    count = 0
    for element in pdf.elements():
        count += 1
        yield from parent_faults(pdf, element)
        if element["/S"] == "/Table":
            yield from table_faults(pdf, element)
        elif element["/S"] == "/Figure":
            yield from figure_faults(element)
    if count == 0:
        yield "no structure"
    yield from list_faults(pdf, dump)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--tree", type=argparse.FileType(encoding="utf-8"))
    parser.add_argument("pdf", nargs="+")
    o = parser.parse_args()
    dump = o.tree.read() if o.tree else None
    found = [f"{path}: {fault}" for path in o.pdf
             for fault in faults(path, dump)]
    for fault in found[:60]:
        print(fault, file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
