#!/usr/bin/env python3
"""The structure of a PDF must be that of the tree it was made from.

    structure.py DUMP PDF

DUMP is what --dump=doc prints, PDF what was written. Both are made into lists
of structure elements, with scope, spans and language, and compared. Elements
that a PDF has and a tree has not (LBody, Document) are passed over; what a
tree has and a PDF has not (strong, text) likewise.
"""
import difflib
import json
import re
import subprocess
import sys

# Tree kind -> structure type (ISO 32000-1, 14.8.4); None: no element of its
# own. A heading's level and a row group's place follow its name in the dump.
TYPES = {
    "cover": "Sect", "part": "Part", "section": "Sect", "quote": "BlockQuote",
    "list": "L", "item": "LI", "field-list": "L", "field": "LI",
    "table": "Table", "row": "TR", "note": "Note",
    "contents": "Sect", "contents-item": "TOCI", "sign-off": "Sect",
    "paragraph": "P", "listing": "P", "caption": "Caption", "link": "Link",
    "reference": "Link", "note-mark": "Link",
}
GROUPS = {"head": "THead", "body": "TBody", "foot": "TFoot"}
COMPARED = {*TYPES.values(), *GROUPS.values(), "TH", "TD", "Figure", "TOC",
            "H1", "H2", "H3", "H4", "H5", "H6"}


def is_empty_side(lines, at):
    """A start, centre or end of which nothing is printed: only a place."""
    depth = len(lines[at]) - len(lines[at].lstrip(" "))
    after = lines[at + 1] if at + 1 < len(lines) else ""
    for line in reversed(lines[:at]):
        above = len(line) - len(line.lstrip(" "))
        if above < depth:
            return (line.split()[0] == "sides" and
                    len(after) - len(after.lstrip(" ")) <= depth)
    return False


def of_tree(dump):
    skip = None  # depth of a subtree that is only running matter
    figure = None  # depth of one: its element comes after its caption
    listed = True  # the TOC of these contents: it comes after their heading
    lines = dump.splitlines()
    for at, line in enumerate(lines):
        depth = len(line) - len(line.lstrip(" "))
        if figure is not None and depth <= figure:
            figure = None
            yield "Figure"
        if skip is not None and depth > skip:
            continue
        skip = None
        words = line.split('"')[0].split()
        if not words:
            continue
        kind = words[0]
        if kind not in ("running", "document") and value(words, "lang"):
            yield f"language {value(words, 'lang')}"
        if kind == "paragraph" and is_empty_side(lines, at):
            continue
        if kind == "running":
            skip = depth
        elif kind in ("picture", "fold") and "screen" in words:
            skip = depth
        elif kind == "picture":
            figure = depth
        elif kind == "image" and line.endswith(" decorative"):
            figure = None
        elif kind == "heading":
            level = next(w for w in words if re.fullmatch(r"level=?\d", w))
            yield "H" + level[-1]
        elif kind == "row-group":
            yield GROUPS[next(w for w in words if w in GROUPS)]
        elif kind == "cell":
            yield cell_of_tree(words)
        elif kind in TYPES:
            if kind == "contents":
                listed = False
            elif kind == "contents-item" and not listed:
                listed = True
                yield "TOC"
            yield TYPES[kind]
    if figure is not None:
        yield "Figure"


def value(words, name, otherwise=None):
    for word in words:
        if word.startswith(name + "="):
            return word[len(name) + 1:]
    return otherwise


def cell_of_tree(words):
    scope = value(words, "scope")
    if scope == "group":  # the rows below name it in Headers
        scope = "row"
    rows = value(words, "rows", "1")
    columns = value(words, "columns", "1")
    name = "TD" if scope is None else f"TH {scope}"
    return f"{name} {rows}x{columns}"


def objects_of(pdf):
    run = subprocess.run(["qpdf", "--json", "--json-key=qpdf", pdf],
                         capture_output=True, check=True)
    return json.loads(run.stdout)["qpdf"][1]


def stream_of(pdf, reference):
    """The decoded bytes of a stream."""
    number = reference.split()[0]
    return subprocess.run(
        ["qpdf", f"--show-object={number}", "--filtered-stream-data", pdf],
        capture_output=True, check=True).stdout


class Pdf:
    def __init__(self, path):
        self.objects = objects_of(path)

    def get(self, x):
        while isinstance(x, str) and re.fullmatch(r"\d+ \d+ R", x):
            found = self.objects.get("obj:" + x, {})
            x = found.get("value", found.get("stream", {}).get("dict"))
        return x

    def catalog(self):
        return self.get(self.objects["trailer"]["value"]["/Root"])

    def elements(self):
        """Structure elements in order, without recursion."""
        root = self.get(self.catalog()["/StructTreeRoot"])
        stack = [root.get("/K")]
        while stack:
            x = self.get(stack.pop())
            if isinstance(x, list):
                stack.extend(reversed(x))
            elif isinstance(x, dict) and "/S" in x:
                yield x
                stack.append(x.get("/K", []))

    def attributes(self, element):
        found = {}
        a = self.get(element.get("/A", []))
        for each in a if isinstance(a, list) else [a]:
            each = self.get(each)
            if isinstance(each, dict):
                found.update(each)
        return found


def cell_of_pdf(kind, attributes):
    spans = (f"{attributes.get('/RowSpan', 1)}x"
             f"{attributes.get('/ColSpan', 1)}")
    if kind == "TD":
        return f"TD {spans}"
    return f"TH {attributes.get('/Scope', '/None')[1:].lower()} {spans}"


def of_pdf(path):
    pdf = Pdf(path)
    for element in pdf.elements():
        kind = element["/S"][1:]
        if "/Lang" in element:
            yield f"language {element['/Lang'][2:]}"
        if kind in ("TH", "TD"):
            yield cell_of_pdf(kind, pdf.attributes(element))
        elif kind in COMPARED:
            yield kind


def differences(dump, path):
    """Lines of a comparison; none when both are the same."""
    tree = list(of_tree(dump))
    if not tree:
        return ["an empty tree"]
    return list(difflib.unified_diff(tree, list(of_pdf(path)), "tree", "pdf",
                                     lineterm="", n=4))


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: structure.py DUMP PDF")
    with open(sys.argv[1], encoding="utf-8") as file:
        found = differences(file.read(), sys.argv[2])
    if found:
        print("\n".join(found[:60]), file=sys.stderr)
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
