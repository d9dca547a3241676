#!/usr/bin/env python3
"""The same report gives the same words, whether it is CSV and Markdown, or a
workbook and a Word file.

    office.py PROGRAM TEMPLATES REPORT WORK

REPORT is a report folder. Its CSV files become the sheets of one workbook,
.xlsx and .ods, as an office keeps them: figures as numbers behind a format,
those of a column in £000 as whole pounds that are shown in thousands, days as
the number of a day. Its sections that are words become one Word file, each
below the heading of the template. Each must build to the same HTML, but for
the names of the data that travels. Prints how many forms were tried.
"""
import csv
import datetime
import decimal
import io
import pathlib
import re
import shutil
import sys
import zipfile
from xml.etree import ElementTree
from xml.sax.saxutils import escape, quoteattr

import forms

FIGURE = re.compile(r"(\()?(-)?(£)?((?:0|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d*)(?:\.\d+)?)(%)?(\))?")
DAY = re.compile(r"(\d{1,2}) ([A-Z][a-z]+) (\d{4})")
MONTHS = ("January February March April May June July August September October "
          "November December").split()
XLSX = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
ODF = "urn:oasis:names:tc:opendocument:xmlns:"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Cell:
    """A text, a number and its look, or a day."""

    def __init__(self, text, thousands):
        self.text = text.strip()
        self.number = self.day = None
        self.grouped = self.percent = self.scaled = self.money = False
        self.decimals = 0
        figure = FIGURE.fullmatch(self.text)
        day = DAY.fullmatch(self.text)
        if figure is not None and (figure[1] is None) == (figure[6] is None):
            self.take_figure(figure, thousands)
        elif day is not None and day[2] in MONTHS:
            self.day = datetime.date(int(day[3]), MONTHS.index(day[2]) + 1, int(day[1]))

    def take_figure(self, figure, thousands):
        self.number = decimal.Decimal(figure[4].replace(",", ""))
        if figure[1] or figure[2]:
            self.number = -self.number
        self.grouped = "," in figure[4] or bool(figure[1])
        self.money = figure[3] is not None
        self.percent = figure[5] is not None
        self.decimals = len(figure[4].partition(".")[2])
        if self.percent:
            self.number /= 100
        elif thousands:
            self.scaled = True
            self.number *= 1000

    def stored(self):
        if self.day is not None:
            return str((self.day - datetime.date(1899, 12, 30)).days)
        return f"{self.number:f}"

    def code(self):
        """The number format, as Excel writes it."""
        if self.day is not None:
            return "d mmmm yyyy"
        if self.number is None:
            return "General"
        digits = ("£" if self.money else "") + ("#,##0" if self.grouped or self.scaled else "0")
        digits += "." + "0" * self.decimals if self.decimals else ""
        digits += "%" if self.percent else "," if self.scaled else ""
        return f"{digits};({digits})" if self.grouped else digits


def table_of(path):
    """Cells by row; those below a heading that says £000 are scaled."""
    data = path.read_bytes()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252")
    lines = list(csv.reader(io.StringIO(text, newline="")))
    thousands, table = [], []
    for line in lines:
        headings = ["£000" in words for words in line]
        if not any(thousands) and sum(headings) > 0 and len(line) > 1:
            thousands = headings
            table.append([Cell("", False) for _ in line])
            for cell, words in zip(table[-1], line):
                cell.text = words.strip()
            continue
        table.append([Cell(words, n < len(thousands) and thousands[n])
                      for n, words in enumerate(line)])
    return table


def letters(column):
    text = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def relations(*rows):
    return HEAD + f'<Relationships xmlns="{PACKAGE}">' + "".join(
        f'<Relationship Id="rId{n}" Type="{OFFICE}/{kind}" Target="{target}"/>'
        for n, (kind, target) in enumerate(rows, 1)) + "</Relationships>"


def write_parts(path, parts):
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name), text)


def xlsx_cell(name, cell, style):
    if cell.number is None and cell.day is None:
        return (f'<c r="{name}" t="inlineStr"><is><t xml:space="preserve">'
                f"{escape(cell.text)}</t></is></c>") if cell.text else ""
    return f'<c r="{name}" s="{style}"><v>{cell.stored()}</v></c>'


def write_xlsx(path, sheets):
    codes = ["General"]
    parts = {"_rels/.rels": relations(("officeDocument", "xl/workbook.xml"))}
    for n, table in enumerate(sheets.values(), 1):
        rows = []
        for r, row in enumerate(table, 1):
            cells = ""
            for c, cell in enumerate(row, 1):
                if cell.code() not in codes:
                    codes.append(cell.code())
                cells += xlsx_cell(f"{letters(c)}{r}", cell, codes.index(cell.code()))
            rows.append(f'<row r="{r}">{cells}</row>')
        parts[f"xl/worksheets/sheet{n}.xml"] = (
            HEAD + f'<worksheet xmlns="{XLSX}"><sheetData>' + "".join(rows)
            + "</sheetData></worksheet>")
    targets = [("worksheet", f"worksheets/sheet{n}.xml") for n in range(1, len(sheets) + 1)]
    parts["xl/_rels/workbook.xml.rels"] = relations(*targets, ("styles", "styles.xml"))
    parts["xl/workbook.xml"] = (
        HEAD + f'<workbook xmlns="{XLSX}" xmlns:r="{OFFICE}"><sheets>' + "".join(
            f'<sheet name={quoteattr(name)} sheetId="{n}" r:id="rId{n}"/>'
            for n, name in enumerate(sheets, 1)) + "</sheets></workbook>")
    parts["xl/styles.xml"] = (
        HEAD + f'<styleSheet xmlns="{XLSX}"><numFmts>' + "".join(
            f'<numFmt numFmtId="{164 + n}" formatCode={quoteattr(code)}/>'
            for n, code in enumerate(codes)) + "</numFmts><cellXfs>" + "".join(
                f'<xf numFmtId="{164 + n if n else 0}"/>' for n in range(len(codes)))
        + "</cellXfs></styleSheet>")
    write_parts(path, parts)


def ods_style(n, cell):
    if cell.day is not None:
        data = (f'<number:date-style style:name="N{n}"><number:day/><number:month/>'
                "<number:year/></number:date-style>")
    else:
        kind = ("percentage" if cell.percent else "currency" if cell.money else "number")
        data = (f'<number:{kind}-style style:name="N{n}">'
                + ("<number:currency-symbol>£</number:currency-symbol>" if cell.money else "")
                + f'<number:number number:decimal-places="{cell.decimals}"'
                + (' number:grouping="true"' if cell.grouped or cell.scaled else "")
                + (' number:display-factor="1000"' if cell.scaled else "") + "/>"
                + ("<number:text>%</number:text>" if cell.percent else "")
                + f"</number:{kind}-style>")
    return data + (f'<style:style style:name="ce{n}" style:family="table-cell" '
                   f'style:data-style-name="N{n}"/>')


def ods_cell(cell, style):
    if cell.day is not None:
        return (f'<table:table-cell table:style-name="ce{style}" office:value-type="date" '
                f'office:date-value="{cell.day.isoformat()}"/>')
    if cell.number is None:
        lines = "".join(f"<text:p>{escape(line)}</text:p>" for line in cell.text.split("\n"))
        return f"<table:table-cell>{lines if cell.text else ''}</table:table-cell>"
    kind = "percentage" if cell.percent else "currency" if cell.money else "float"
    return (f'<table:table-cell table:style-name="ce{style}" office:value-type="{kind}" '
            f'office:value="{cell.stored()}"><text:p>{escape(cell.text)}</text:p>'
            "</table:table-cell>")


def write_ods(path, sheets):
    codes, styles, tables = [], "", ""
    for name, table in sheets.items():
        tables += f"<table:table table:name={quoteattr(name)}>"
        for row in table:
            tables += "<table:table-row>"
            for cell in row:
                if cell.code() not in codes:
                    codes.append(cell.code())
                    styles += ods_style(len(codes) - 1, cell) if cell.code() != "General" else ""
                tables += ods_cell(cell, codes.index(cell.code()))
            tables += "</table:table-row>"
        tables += "</table:table>"
    names = {"office": "office:1.0", "table": "table:1.0", "text": "text:1.0",
             "style": "style:1.0", "number": "datastyle:1.0"}
    write_parts(path, {"content.xml": (
        HEAD + "<office:document-content"
        + "".join(f' xmlns:{prefix}="{ODF}{name}"' for prefix, name in names.items())
        + f"><office:automatic-styles>{styles}</office:automatic-styles><office:body>"
        f"<office:spreadsheet>{tables}</office:spreadsheet></office:body>"
        "</office:document-content>")})


def as_workbook(folder, report, end, write):
    """The CSV files of REPORT as sheets of one workbook."""
    sheets = {}
    for match in forms.DATA.finditer(report):
        sheets[match[1]] = table_of(folder / f"{match[1]}.csv")
    if not sheets or "<acknowledge" in report:
        return None
    write(folder / f"pack.{end}", sheets)
    for name in sheets:
        report = report.replace(f'file="{name}.csv"', f'file="pack.{end}" sheet="{name}"')
        (folder / f"{name}.csv").unlink()
    return report


def as_xlsx(folder, report, _):
    return as_workbook(folder, report, "xlsx", write_xlsx)


def as_ods(folder, report, _):
    return as_workbook(folder, report, "ods", write_ods)


def run(words):
    """A paragraph's words, cut where Word cuts them: anywhere."""
    half = len(words) // 2
    return "".join(f'<w:r><w:t xml:space="preserve">{escape(part)}</w:t></w:r>'
                   for part in (words[:half], words[half:]))


def paragraph(words, style="", item=False):
    inside = f'<w:pStyle w:val="{style}"/>' if style else ""
    inside += '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>' if item else ""
    return f"<w:p><w:pPr>{inside}</w:pPr>{run(words)}</w:p>"


def words_of(element):
    """The words of a <p> that has nothing but references in it; or None."""
    words = element.text or ""
    for inner in element:
        if inner.tag != "ref" or list(inner):
            return None
        words += "{{ref(" + inner.get("to") + ")}}" + (inner.tail or "")
    return " ".join(words.split())


def paragraphs_of(folder, section):
    """A section's paragraphs as Word has them; None: it is more than words."""
    if set(section.attrib) - {"id", "heading", "file"}:
        return None
    made = []
    if section.get("file", "").endswith(".md"):
        text = (folder / section.get("file")).read_text(encoding="utf-8")
        if re.search(r"[*_\[`#|>\\]", text):
            return None
        for block in text.strip().split("\n\n"):
            items = re.split(r"(?m)^- ", block)
            made += [paragraph(" ".join(words.split()), item=n > 0)
                     for n, words in enumerate(items) if words.strip()]
        return made
    for child in section:
        words = words_of(child) if child.tag == "p" and not child.attrib else None
        if words is None:
            return None
        made.append(paragraph(words))
    return made or None


def as_word(folder, report, templates):
    """The sections that are words alone as one Word file."""
    if re.search(r"<report\b[^>]*\bof=", report):
        return None # its sections are another report's
    name = re.search(r'template="([^"]+)"', report)[1]
    template = ElementTree.parse(templates / name / "template.xml")
    headings = {s.get("id"): s.get("heading") for s in template.iter("section")}
    root = ElementTree.fromstring(report.encode())
    body, seen = [], set()
    for section in root.findall("section"):
        heading = section.get("heading") or headings.get(section.get("id"))
        made = paragraphs_of(folder, section) if heading and heading not in seen else None
        if made is None:
            if body:
                break # what follows stays where it is
            continue
        seen.add(heading)
        body += [paragraph(heading, "Heading1"), *made]
        text = ElementTree.tostring(section, encoding="unicode")
        key = re.match(r"<section [^>]*?(?=\s*/?>)", text)[0]
        start = report.index(key)
        single = re.match(r"[^>]*/>", report[start:])
        end = (start + single.end() if single
               else report.index("</section>", start) + len("</section>"))
        report = (report[:start] + ('<sections file="text.docx"/>' if len(seen) == 1 else "")
                  + report[end:])
    if not body:
        return None
    styles = (HEAD + f'<w:styles xmlns:w="{WORD}"><w:style w:type="paragraph" w:default="1" '
              'w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style '
              'w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/></w:style>'
              "</w:styles>")
    numbering = (HEAD + f'<w:numbering xmlns:w="{WORD}"><w:abstractNum w:abstractNumId="0">'
                 '<w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl></w:abstractNum>'
                 '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>')
    write_parts(folder / "text.docx", {
        "_rels/.rels": relations(("officeDocument", "word/document.xml")),
        "word/_rels/document.xml.rels": relations(("styles", "styles.xml"),
                                                  ("numbering", "numbering.xml")),
        "word/document.xml": HEAD + f'<w:document xmlns:w="{WORD}"><w:body>'
                             + "".join(body) + "</w:body></w:document>",
        "word/styles.xml": styles, "word/numbering.xml": numbering})
    return report


def compare(given, wanted, got, form):
    got, wanted = (forms.ATTACHMENTS.sub("", page).splitlines() for page in (got, wanted))
    if got == wanted:
        return
    for before, after in zip(wanted, got):
        if before != after:
            sys.exit(f"{given.name}: other words from {form.__name__}:\n-{before}\n+{after}")
    sys.exit(f"{given.name}: more or fewer lines from {form.__name__}")


def main():
    program, templates, given, work = (pathlib.Path(a).resolve() for a in sys.argv[1:])
    tried = 0
    shutil.rmtree(work, ignore_errors=True)
    wanted = forms.build(program, templates, given, work / "csv")
    for form in as_xlsx, as_ods, as_word:
        folder = work / form.__name__ / given.name
        for each in [given, *forms.earlier(given)]:
            shutil.copytree(each, folder.with_name(each.name))
        path = folder / "report.xml"
        changed = form(folder, path.read_text(encoding="utf-8"), templates)
        if changed is None:
            continue
        path.write_text(changed, encoding="utf-8")
        got = forms.build(program, templates, folder, work / form.__name__ / "out")
        compare(given, wanted, got, form)
        tried += 1
    print(tried)


if __name__ == "__main__":
    main()
