#!/usr/bin/env python3
"""What every PDF must have, beside what its structure says: one rule a function.

    rules.py PDF...

A rule yields what is wrong. The names of the clauses are those of ISO 32000-1,
14289-1 (PDF/UA-1) and 19005-3 (PDF/A-3). rules_test.py breaks each of them.
"""
import base64
import json
import re
import subprocess
import sys
import xml.etree.ElementTree as ET

from structure import Pdf

RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
PDFA = "{http://www.aiim.org/pdfa/ns/id/}"
PDFUA = "{http://www.aiim.org/pdfua/ns/id/}"
PDFA_SCHEMA = "{http://www.aiim.org/pdfa/ns/schema#}"
GROUPS = ("/THead", "/TBody", "/TFoot")


class File(Pdf):
    """A PDF with the bytes of its streams, decoded."""

    def __init__(self, path):
        run = subprocess.run(
            ["qpdf", "--json", "--json-key=qpdf", "--json-stream-data=inline",
             "--decode-level=generalized", path],
            capture_output=True, check=True)
        self.objects = json.loads(run.stdout)["qpdf"][1]

    def data(self, reference):
        stream = self.objects["obj:" + reference]["stream"]
        return base64.b64decode(stream["data"])

    def pages(self):
        return [o["value"] for o in self.objects.values()
                if isinstance(o.get("value"), dict) and
                o["value"].get("/Type") == "/Page"]

    def references(self):
        """Reference of each structure element: the element."""
        return {name[4:]: o["value"] for name, o in self.objects.items()
                if isinstance(o.get("value"), dict) and
                "/S" in o["value"] and "/P" in o["value"]}

    def kids(self, element):
        kids = self.get(element.get("/K", []))
        return [self.get(k) for k in
                (kids if isinstance(kids, list) else [kids])]

    def types(self, element):
        return [k["/S"] for k in self.kids(element)
                if isinstance(k, dict) and "/S" in k]

    def of_type(self, *names):
        return [e for e in self.elements() if e["/S"] in names]

    def below(self, element):
        """ELEMENT and all elements below it."""
        stack = [element]
        while stack:
            e = stack.pop()
            if isinstance(e, dict) and "/S" in e:
                yield e
                stack.extend(self.kids(e))

    def tree(self, root, key):
        """A name or number tree as pairs."""
        node = self.get(root)
        items = self.get(node.get(key, []))
        yield from zip(items[0::2], items[1::2])
        for kid in self.get(node.get("/Kids", [])):
            yield from self.tree(kid, key)


def metadata_names_both_standards(pdf):
    root = ET.fromstring(pdf.data(pdf.catalog()["/Metadata"]))
    said = {e.tag: e.text for e in root.iter()}
    for tag, wanted in ((PDFA + "part", "3"), (PDFA + "conformance", "A"),
                        (PDFUA + "part", "1")):
        if said.get(tag) != wanted:
            yield f"{tag} is {said.get(tag)}"
    described = [e.text for e in root.iter(PDFA_SCHEMA + "namespaceURI")]
    if PDFUA[1:-1] not in described:
        yield "no extension schema describes the one of PDF/UA"


def colours_have_a_profile(pdf):
    for intent in pdf.catalog().get("/OutputIntents", [{}]):
        if intent.get("/S") != "/GTS_PDFA1":
            yield "no output intent of PDF/A"
        elif pdf.data(intent["/DestOutputProfile"])[36:40] != b"acsp":
            yield "the output intent has no ICC profile"


def the_file_has_an_identifier(pdf):
    halves = pdf.objects["trailer"]["value"].get("/ID", [])
    if len(halves) != 2 or any(len(h) != 2 + 32 for h in halves):
        yield f"/ID is {halves}"


def language_and_title_are_given(pdf):
    catalog = pdf.catalog()
    info = pdf.get(pdf.objects["trailer"]["value"].get("/Info", {}))
    if not re.fullmatch(r"u:[a-z]{2,3}(-[A-Za-z0-9]+)*",
                        catalog.get("/Lang", "")):
        yield f"/Lang is {catalog.get('/Lang')}"
    if pdf.get(catalog.get("/ViewerPreferences", {})).get(
            "/DisplayDocTitle") is not True:
        yield "the title is not displayed"
    if not info.get("/Title", "u:")[2:]:
        yield "there is no title"
    if pdf.get(catalog.get("/MarkInfo", {})).get("/Marked") is not True:
        yield "it is not marked as tagged"


def pages_have_labels_and_an_order_of_tabs(pdf):
    if not list(pdf.tree(pdf.catalog().get("/PageLabels", {}), "/Nums")):
        yield "pages have no labels"
    for page in pdf.pages():
        if page.get("/Tabs") != "/S":
            yield "tabs do not follow the structure"
        if not isinstance(page.get("/StructParents"), int):
            yield "a page is in no structure"


def headings_are_bookmarks(pdf):
    def count(item):
        while item:
            item = pdf.get(item)
            if "/Dest" not in item or not item.get("/Title", "u:")[2:]:
                raise ValueError("a bookmark leads nowhere or says nothing")
            yield item
            yield from count(item.get("/First"))
            item = item.get("/Next")

    headings = pdf.of_type(*(f"/H{n}" for n in range(1, 7)))
    outlines = pdf.get(pdf.catalog().get("/Outlines", {}))
    try:
        found = len(list(count(outlines.get("/First"))))
    except ValueError as error:
        yield str(error)
        return
    if found != len(headings):
        yield f"{found} bookmarks for {len(headings)} headings"


def contents_lead_to_pages(pdf):
    for toc in pdf.of_type("/TOC"):
        if set(pdf.types(toc)) != {"/TOCI"}:
            yield f"a TOC holds {pdf.types(toc)}"
    for item in pdf.of_type("/TOCI"):
        below = [e["/S"] for e in pdf.below(item)]
        if "/Reference" not in below or "/Link" not in below:
            yield "an entry of the contents is no link"
        references = [k for e in pdf.below(item) if e["/S"] == "/Reference"
                      for k in pdf.kids(e)]
        if not any(isinstance(k, int) or (isinstance(k, dict) and
                                          k.get("/Type") == "/MCR")
                   for k in references):
            yield "an entry of the contents has no page number"


def figures_have_texts_and_boxes(pdf):
    for figure in pdf.of_type("/Figure"):
        if not figure.get("/Alt", "u:")[2:].strip():
            yield "a figure without an alternative text"
        box = pdf.attributes(figure).get("/BBox", [])
        if len(box) != 4 or box[0] >= box[2] or box[1] >= box[3]:
            yield f"a figure's box is {box}"


def links_are_tagged_and_named(pdf):
    parents = dict(pdf.tree(pdf.get(pdf.catalog()["/StructTreeRoot"])
                            ["/ParentTree"], "/Nums"))
    for page in pdf.pages():
        for reference in pdf.get(page.get("/Annots", [])):
            annotation = pdf.get(reference)
            if not annotation.get("/Contents", "u:")[2:].strip():
                yield "a link without a description"
            element = pdf.get(parents.get(annotation.get("/StructParent")))
            if element is None or element["/S"] != "/Link":
                yield "a link that no Link element holds"
            elif not any(isinstance(k, dict) and k.get("/Obj") == reference
                         for k in pdf.kids(element)):
                yield "a Link element that holds another link"
    for element in pdf.of_type("/Link"):
        if not any(isinstance(k, dict) and k.get("/Type") == "/OBJR"
                   for k in pdf.kids(element)):
            yield "a Link element without a link"


def lists_have_labels_and_bodies(pdf):
    for element in pdf.of_type("/L"):
        if "/ListNumbering" not in pdf.attributes(element):
            yield "a list does not say how it is numbered"
        if not set(pdf.types(element)) <= {"/LI", "/Caption"}:
            yield f"a list holds {pdf.types(element)}"
    for element in pdf.of_type("/LI"):
        if pdf.types(element) not in (["/Lbl", "/LBody"], ["/LBody"]):
            yield f"an item holds {pdf.types(element)}"


def ids_lead_to_their_elements(pdf):
    root = pdf.get(pdf.catalog()["/StructTreeRoot"])
    tree = list(pdf.tree(root.get("/IDTree", {}), "/Names"))
    names = [name for name, _ in tree]
    if names != sorted(set(names)):
        yield "the tree of ids is out of order"
    elements = pdf.references()
    for name, reference in tree:
        if elements.get(reference, {}).get("/ID") != name:
            yield f"{name} is another element's"
    with_id = [e["/ID"] for e in pdf.elements() if "/ID" in e]
    if sorted(with_id) != names:
        yield "ids that are not in the tree, or twice"
    for note in pdf.of_type("/Note"):
        if "/ID" not in note:
            yield "a note without an id"


def span(pdf, cell, name):
    return pdf.attributes(cell).get(name, 1)


def headers_of(pdf, table):
    """Of each cell of TABLE in order: (cell, ids it must name at least)."""
    above = {}  # column: ids
    for group in pdf.kids(table):
        if group["/S"] not in GROUPS:
            continue
        busy = {}  # column: rows that a cell still takes
        held = []  # [id, rows] of row headers
        for row in pdf.kids(group):
            column = 0
            for cell in pdf.kids(row):
                while busy.get(column, 0) > 0:
                    column += 1
                columns = range(column, column + span(pdf, cell, "/ColSpan"))
                rows = span(pdf, cell, "/RowSpan")
                if cell["/S"] == "/TD":
                    yield cell, {i for c in columns for i in above.get(c, ())
                                 } | {i for i, _ in held}
                elif group["/S"] == "/THead":
                    for c in columns:
                        above.setdefault(c, []).append(cell.get("/ID"))
                else:
                    held.append([cell.get("/ID"), rows])
                busy.update((c, rows) for c in columns)
                column = columns.stop
            busy = {c: n - 1 for c, n in busy.items()}
            held = [[i, n - 1] for i, n in held if n > 1]


def cells_have_headers(pdf):
    for table in pdf.of_type("/Table"):
        groups = [t for t in pdf.types(table) if t in GROUPS]
        if groups != sorted(groups, key=GROUPS.index) or \
                groups.count("/THead") > 1 or "/TBody" not in groups:
            yield f"a table holds {pdf.types(table)}"
        cells = [e for e in pdf.below(table) if e["/S"] in ("/TH", "/TD")]
        heads = [c for c in cells if c["/S"] == "/TH"]
        if not heads:
            yield "a table without header cells"
        for cell in heads:
            if pdf.attributes(cell).get("/Scope") not in (
                    "/Row", "/Column", "/Both"):
                yield "a header cell without a scope"
        ids = {c.get("/ID") for c in heads} - {None}
        if any(span(pdf, c, "/ColSpan") > 1 or span(pdf, c, "/RowSpan") > 1
               for c in heads) and len(ids) != len(heads):
            yield "a header cell spans, and not all have ids"
        for cell in cells:
            if not set(pdf.attributes(cell).get("/Headers", [])) <= ids:
                yield "a header that is not in its table"
        if not ids:
            continue
        for cell, wanted in headers_of(pdf, table):
            if not wanted <= set(pdf.attributes(cell).get("/Headers", [])):
                yield "a cell does not name all its headers"


TOKEN = re.compile(rb"\((?:[^()\\]|\\.)*\)|<<|>>|<[0-9A-Fa-f]*>|\[|\]|"
                   rb"/[^\s/<>\[\]()]*|[^\s/<>\[\]()]+", re.DOTALL)


def string(token):
    """The bytes of a string."""
    if token.startswith(b"<"):
        return bytes.fromhex(token[1:-1].decode())
    return re.sub(rb"\\(.)", lambda m: {b"r": b"\r"}.get(m[1], m[1]),
                  token[1:-1], flags=re.DOTALL)


HEX = rb"<([0-9A-Fa-f]+)>\s*"


class Characters:
    """A ToUnicode map (9.10.3): what its codes are, and which it knows."""

    def __init__(self, cmap):
        def each(name, pattern):
            for body in re.findall(b"begin" + name + b"(.*?)end" + name, cmap,
                                   re.DOTALL):
                for found in re.findall(pattern, body):
                    yield [bytes.fromhex(f.decode()) for f in found]

        self.spaces = list(each(b"codespacerange", HEX + HEX))
        self.known = {code for code, _ in each(b"bfchar", HEX + HEX)}
        for first, last in each(b"bfrange", HEX + HEX + rb"[<\[]"):
            for n in range(int.from_bytes(first, "big"),
                           int.from_bytes(last, "big") + 1):
                self.known.add(n.to_bytes(len(first), "big"))

    def knows_all(self, data):
        while data:
            for low, high in self.spaces:
                code = data[:len(low)]
                if len(code) == len(low) and all(
                        a <= c <= b for a, c, b in zip(low, code, high)):
                    break
            else:
                return False
            if code not in self.known:
                return False
            data = data[len(code):]
        return True


def content(pdf, page):
    references = page["/Contents"]
    if isinstance(references, str):
        references = [references]
    return b"\n".join(pdf.data(r) for r in references)


def all_that_is_drawn_is_content_or_artifact(pdf):
    for page in pdf.pages():
        depth = 0
        tokens = TOKEN.findall(content(pdf, page))
        for i, token in enumerate(tokens):
            if token in (b"BDC", b"BMC"):
                depth += 1
            elif token == b"EMC":
                depth -= 1
            elif token in (b"Tj", b"TJ", b"f", b"S", b"B", b"Do") and not depth:
                yield "something is drawn that is neither"
            elif token == b"/Artifact":
                said = tokens[i + 1:]
                said = said[:said.index(b"BDC") if b"BDC" in said else 0]
                if b"/Type" not in said:
                    yield "an artifact without a type"
                elif said[said.index(b"/Type") + 1] == b"/Pagination" and \
                        b"/Subtype" not in said:
                    yield "an artifact of pagination without a subtype"


def every_glyph_is_a_character(pdf):
    known = {}
    for page in pdf.pages():
        fonts = pdf.get(pdf.get(page["/Resources"]).get("/Font", {}))
        font = None
        tokens = TOKEN.findall(content(pdf, page))
        for i, token in enumerate(tokens):
            if token == b"Tf":
                font = fonts[tokens[i - 2].decode()]
            elif token[:1] == b"(" or (token[:1] == b"<" and token != b"<<"):
                if font is None or tokens[i - 1] in (b"/ActualText", b"/Lang"):
                    continue
                if font not in known:
                    cmap = pdf.get(font).get("/ToUnicode")
                    known[font] = Characters(pdf.data(cmap) if cmap else b"")
                if not known[font].knows_all(string(token)):
                    yield "a glyph that is no character"


RULES = (
    metadata_names_both_standards, colours_have_a_profile,
    the_file_has_an_identifier, language_and_title_are_given,
    pages_have_labels_and_an_order_of_tabs, headings_are_bookmarks,
    contents_lead_to_pages, figures_have_texts_and_boxes,
    links_are_tagged_and_named, lists_have_labels_and_bodies,
    ids_lead_to_their_elements, cells_have_headers,
    all_that_is_drawn_is_content_or_artifact, every_glyph_is_a_character,
)


def main():
    if len(sys.argv) < 2:
        sys.exit("usage: rules.py PDF...")
    failed = False
    for path in sys.argv[1:]:
        pdf = File(path)
        for rule in RULES:
            for fault in sorted(set(rule(pdf))):
                print(f"{path}: {rule.__name__}: {fault}", file=sys.stderr)
                failed = True
    sys.exit(failed)


if __name__ == "__main__":
    main()
