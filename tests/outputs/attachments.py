#!/usr/bin/env python3
"""The data of a report must travel with both outputs, byte for byte.

    attachments.py COPY REPORT HTML PDF

REPORT is a report folder; COPY is published or internal. What its report.xml
names as data, but for what is internal in the published copy or kept back,
must be what the links of the HTML and the associated files of the PDF hold;
and both must say the same of each.
"""
import base64
import hashlib
import html.parser
import pathlib
import re
import sys
import xml.etree.ElementTree

from structure import Pdf, stream_of

ADDRESS = re.compile(r"data:text/csv;charset=([a-z0-9-]+);base64,"
                     r"([A-Za-z0-9+/]*={0,2})")


def of_report(copy, folder):
    """What files hold, by whatever name."""
    root = xml.etree.ElementTree.parse(folder / "report.xml").getroot()
    if root.get("template") == "no-attachments":
        return set()
    data = [(d, (folder / d.get("file")).read_bytes())
            for d in root.findall("data")]
    kept = {file for d, file in data if d.get("attach") == "no" or
            (d.get("copy") == "internal" and copy == "published")}
    return {file for d, file in data} - kept


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
    if wanted != {data for _, data in page.values()}:
        sys.exit(f"{sorted(page)} are not the {len(wanted)} files wanted, or "
                 "have other bytes")
    print(len(wanted))


if __name__ == "__main__":
    main()
