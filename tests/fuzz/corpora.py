#!/usr/bin/env python3
"""Makes what the fuzz targets start from out of golden cases and examples.

    corpora.py WORK

writes WORK/corpora/TARGET/ (a file's name is the hash of its bytes) and
WORK/templates, one folder with the templates of both. WORK/cases are the cases
that are one file, as folders. The forms of inputs are those of tests/fuzz/*.c.
"""
import csv
import hashlib
import pathlib
import re
import shutil
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
GOLDEN = ROOT / "tests/golden"
SMALL = GOLDEN / "templates-small"
sys.path.insert(0, str(GOLDEN))
import case_file  # noqa: E402
sys.path.insert(0, str(GOLDEN / "word"))
import docx  # noqa: E402
MESSAGE = (b"<3>report.xml:4:5: error: no [missing]\n<5>    <p/>\n===\n"
           b'{"format":1,"name":"r","status":"ok","pages":1,"findings":[{"text":'
           b'"\\u202e\\"x"}],"inputs":[],"none":null,"yes":true}\n')
LETTERS = {"template": b"t", "kind": b"k", "wording": b"w", "house": b"h"}
MAIN = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
INPUT_MAX = 20_000  # bytes: large inputs are no beginnings
PICTURES = (".png", ".jpg")
READ = (".csv", ".md", *PICTURES)


def unpack_cases(folder):
    shutil.rmtree(folder, ignore_errors=True)
    for path in GOLDEN.rglob("*.case"):
        name = path.relative_to(GOLDEN).with_suffix("")
        case_file.unpack(case_file.read(path)[1], folder / name)


class Corpora:
    def __init__(self, work):
        self.sources = (ROOT / "examples", GOLDEN, work / "cases",
                        ROOT / "templates")
        self.top = work / "corpora"
        shutil.rmtree(self.top, ignore_errors=True)
        for target in ("csv", "report", "templates", "markdown", "expression",
                       "image", "message", "value", "whole", "word", "workbook",
                       "xmldata"):
            (self.top / target).mkdir(parents=True)

    def sorted_files(self, pattern):
        for top in self.sources:
            yield from (p for p in sorted(top.rglob(pattern)) if p.is_file())

    def add(self, target, data):
        if len(data) <= INPUT_MAX:
            name = hashlib.sha256(data).hexdigest()[:16]
            (self.top / target / name).write_bytes(data)


def add_report(corpora, path):
    text = path.read_bytes()
    blob = b"=== report.xml\n" + text + b"\n"
    kinds = dict(re.findall(rb'<data\b[^>]*?file="([^"]+)"[^>]*?kind="([^"]+)"',
                            text))
    for other in sorted(path.parent.rglob("*")):
        if other.suffix not in READ or not other.is_file():
            continue
        name = other.relative_to(path.parent).as_posix().encode()
        data = other.read_bytes()
        blob += b"=== " + name + b"\n" + data + b"\n"
        if other.suffix == ".csv":
            corpora.add("csv", kinds.get(name, b"any") + b"\n" + data)
    corpora.add("report", text)
    corpora.add("whole", blob)


def add_cells(corpora, path):
    text = path.read_bytes().decode("utf-8", "replace").replace("\0", "")
    for row in csv.reader(text.splitlines()):
        for cell in row:
            if 0 < len(cell) < 100:
                corpora.add("value", cell.encode())


def add_expressions(corpora, path):
    text = path.read_bytes()
    for found in re.findall(rb"\{\{(.*?)\}\}", text, re.S):
        corpora.add("expression", found)
        corpora.add("expression", b"{{" + found + b"}} and {{" + found + b"}}")
    for found in re.findall(rb'\bwhen="([^"]*)"', text):
        corpora.add("expression", found)


def add_templates(corpora, path):
    text = path.read_bytes()
    for root, letter in LETTERS.items():
        if re.search(rb"<%s\b[^>]*format=" % root.encode(), text):
            corpora.add("templates", letter + b"\n" + text)


def add_parts(corpora, path):
    """Parts of workbooks as golden cases have them, and data of XML."""
    if path.name == "content.xml":
        corpora.add("workbook", b"o" + path.read_bytes())
    elif path.name == "workbook.xml":
        corpora.add("workbook", b"b" + path.read_bytes())
    elif path.name == "styles.xml":
        corpora.add("workbook", b"f" + path.read_bytes())
    elif path.parent.name == "worksheets":
        text = path.read_bytes()
        if not text.lstrip().startswith(b"<?xml"):
            text = b"<worksheet " + MAIN + b"><sheetData>" + text + b"</sheetData></worksheet>"
        corpora.add("workbook", b"s" + text)
    elif path.suffix == ".xml" and path.name not in ("report.xml", "template.xml"):
        corpora.add("xmldata", b"any\n\n" + path.read_bytes())


def main():
    work = pathlib.Path(sys.argv[1])
    unpack_cases(work / "cases")
    corpora = Corpora(work)
    for path in corpora.sorted_files("report.xml"):
        add_report(corpora, path)
    for path in corpora.sorted_files("*.md"):
        corpora.add("markdown", path.read_bytes())
    for path in corpora.sorted_files("*.docx.xml"):
        corpora.add("word", docx.document(path).encode())
    for path in corpora.sorted_files("*"):
        add_parts(corpora, path)
    for ending in PICTURES:
        for path in corpora.sorted_files("*" + ending):
            corpora.add("image", path.read_bytes())
    for path in corpora.sorted_files("*.csv"):
        add_cells(corpora, path)
    for path in corpora.sorted_files("*.xml"):
        add_expressions(corpora, path)
        add_templates(corpora, path)
    for path in corpora.sorted_files("*.css"):
        corpora.add("templates", b"s\n" + path.read_bytes())
    corpora.add("message", MESSAGE)
    shutil.rmtree(work / "templates", ignore_errors=True)
    shutil.copytree(ROOT / "templates", work / "templates")
    shutil.copytree(SMALL, work / "templates", dirs_exist_ok=True)


if __name__ == "__main__":
    main()
