#!/usr/bin/env python3
"""The data of a report must travel with both outputs, clean, and no more of it.

    attachments.py COPY REPORT HTML PDF

REPORT is a report folder; COPY is published or internal. What its report.xml
names as data, but for what is internal in the published copy or kept back,
must be in the links of the HTML and in the associated files of the PDF, which
must be the same: UTF-8 without a mark, a table with its headings in line 1,
cells that the file has, and the file's own bytes never.
"""
import base64
import csv
import hashlib
import html.parser
import io
import pathlib
import re
import sys
import unicodedata
import xml.etree.ElementTree

from structure import Pdf, stream_of

KINDS = pathlib.Path(__file__).resolve().parents[2] / "templates/kinds"
ADDRESS = re.compile(r"data:text/csv;charset=([a-z0-9-]+);base64,"
                     r"([A-Za-z0-9+/]*={0,2})")


def of_report(copy, folder):
    """Files, each as the words and figures of its cells."""
    root = xml.etree.ElementTree.parse(folder / "report.xml").getroot()
    if root.get("template") == "no-attachments":
        return {}
    data = [(d, (folder / d.get("file")).read_bytes())
            for d in root.findall("data")]
    kept = {file for d, file in data if d.get("attach") == "no" or
            (d.get("copy") == "internal" and copy == "published")}
    return {(pathlib.Path(d.get("file")).stem, d.get("kind"), file): d
            for d, file in data if file not in kept}


def bare(text):
    """What is the same of a figure or word, however it is written."""
    return re.sub(r"[^\w%]|\.0+$", "", text)


def cells_of(data):
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("windows-1252")
    if text.lstrip().startswith("<"):
        root = xml.etree.ElementTree.fromstring(text)
        cells = [e.text or "" for e in root.iter()]
        cells += [a for e in root.iter() for a in e.attrib.values()]
    else:
        first = text.splitlines()[0]
        separator = max(",;\t|", key=first.count)
        cells = [c for row in csv.reader(io.StringIO(text, newline=""),
                                         delimiter=separator) for c in row]
    return {bare(unicodedata.normalize("NFC", c)) for c in cells}


def with_choices(cells, kinds):
    """CELLS, and the choices that some of them are aliases of."""
    chosen = set(cells)
    for path in kinds.glob("*.xml"):
        for choice in xml.etree.ElementTree.parse(path).iter("choice"):
            aliases = {bare(a) for a in (choice.get("aliases") or "").split(";")}
            if aliases & cells:
                chosen.add(bare(choice.get("value")))
    return chosen


def of_thousands(cell):
    """What a column in £000 has for a whole sum."""
    return bare(cell[:-3]) if cell.endswith("000") else bare(cell)


def table_of(name, data):
    """The rows of what travels, which must be clean."""
    text = data.decode("utf-8")
    if text.startswith("\ufeff") or "\x00" in text:
        raise ValueError(f"{name}: not plain UTF-8")
    rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    if len({len(row) for row in rows}) != 1 or not all(rows[0]):
        raise ValueError(f"{name}: rows of other lengths, or no headings")
    return rows


def check_against(wanted, found):
    for name, (_, data) in found.items():
        rows = table_of(name, data)
        like = [with_choices(cells_of(file), KINDS) for _, _, file in wanted]
        for row in rows[1:]:
            for cell in row:
                if re.fullmatch(r"\d{4}-\d\d-\d\d", cell):
                    continue
                if not any(bare(cell.lstrip("'")) in cells or
                           bare(re.sub(r"\.\d\d$", "", cell)) in cells or
                           of_thousands(cell) in cells for cells in like):
                    raise ValueError(f"{name}: {cell!r} is in no file")


class Links(html.parser.HTMLParser):
    def __init__(self):
        super().__init__()
        self.found = {}  # name: (description, bytes)
        self.open = None

    def handle_starttag(self, tag, attrs):
        attrs = dict(attrs)
        if tag == "a" and "download" in attrs:
            charset, digits = ADDRESS.fullmatch(attrs["href"]).groups()
            data = base64.b64decode(digits, validate=True)
            data.decode(charset)  # else the charset is not true
            self.open = attrs["download"]
            self.found[self.open] = ("", data)

    def handle_data(self, data):
        if self.open is not None:
            words, file = self.found[self.open]
            self.found[self.open] = (words + data, file)

    def handle_endtag(self, tag):
        if tag == "a":
            self.open = None


def of_html(path):
    links = Links()
    links.feed(path.read_text(encoding="utf-8"))
    return links.found


def in_name_tree(pdf, catalog):
    names = pdf.get(pdf.get(pdf.get(catalog["/Names"])["/EmbeddedFiles"])
                    ["/Names"])
    return dict(zip(names[0::2], names[1::2]))


def of_pdf(path):
    pdf = Pdf(path)
    catalog = pdf.catalog()
    found = {}
    if "/AF" not in catalog:
        return found
    files = pdf.get(catalog["/AF"])
    if sorted(files) != sorted(in_name_tree(pdf, catalog).values()):
        raise ValueError("/AF and the name tree have other files")
    for reference in files:
        spec = pdf.get(reference)
        embedded = spec["/EF"]["/UF"]
        about = pdf.get(embedded)
        data = stream_of(path, embedded)
        checks = {
            "/Type": (spec["/Type"], "/Filespec"),
            "/AFRelationship": (spec["/AFRelationship"], "/Data"),
            "/EF": (spec["/EF"]["/F"], embedded),
            "/F": (spec["/F"], spec["/UF"]),
            "/Subtype": (about["/Subtype"], "/text/csv"),
            "/Size": (about["/Params"]["/Size"], len(data)),
            "/CheckSum": (about["/Params"]["/CheckSum"],
                          "b:" + hashlib.md5(data).hexdigest()),
        }
        for name, (got, wanted) in checks.items():
            if got != wanted:
                raise ValueError(f"{name} is {got}, not {wanted}")
        found[spec["/UF"][2:]] = (spec["/Desc"][2:], data)
    return found


def main():
    if len(sys.argv) != 5:
        sys.exit("usage: attachments.py COPY REPORT HTML PDF")
    wanted = of_report(sys.argv[1], pathlib.Path(sys.argv[2]))
    page = of_html(pathlib.Path(sys.argv[3]))
    paper = of_pdf(sys.argv[4])
    if page != paper:
        sys.exit(f"HTML has {sorted(page)}, PDF {sorted(paper)}, or they "
                 "say other things of them")
    if len(wanted) != len(page):
        sys.exit(f"{sorted(page)} are not the {len(wanted)} files wanted")
    check_against(wanted, page)
    print(len(page))


if __name__ == "__main__":
    main()
