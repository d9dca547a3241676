#!/usr/bin/python3
"""Makes the workbooks and Word files of tests/office/made, and their truths.

    make.py FOLDER

needs python3-openpyxl, python3-xlsxwriter, python3-docx, libreoffice-calc-nogui and
libreoffice-writer-nogui of Debian 12. All data is invented. What stands in a
workbook is written down here, and not read back from it: NAME.cells.csv has
sheet, cell, type, value, what a person sees where that differs, note. LibreOffice
saves some once more, as .ods, .xlsx and .docx.
"""
import csv
import datetime
import pathlib
import subprocess
import sys
import tempfile

import docx
import openpyxl
import xlsxwriter
from docx.enum.style import WD_STYLE_TYPE

DAY = datetime.date
TIME = datetime.datetime


class Truth:
    """What stands in the cells of a workbook."""

    def __init__(self, folder, name):
        self.path = folder / f"{name}.cells.csv"
        self.rows = []

    def add(self, sheet, cell, value, shown="", note=""):
        if value is None:
            return
        kind = "number"
        if isinstance(value, bool):
            kind, value = "boolean", str(value).upper()
        elif isinstance(value, TIME):
            kind, value = "datetime", value.isoformat(sep=" ")
        elif isinstance(value, DAY):
            kind, value = "date", value.isoformat()
        elif isinstance(value, str):
            kind = "error" if value.startswith("#") and value[-1] in "!?A" else "text"
        elif shown.endswith("%"):
            kind = "percent"
        self.rows.append([sheet, cell, kind, value, shown, note])

    def write(self):
        with self.path.open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(["sheet", "cell", "type", "value", "shown", "note"])
            writer.writerows(self.rows)


def write_table(folder, name, rows):
    with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
        csv.writer(file, lineterminator="\n").writerows(rows)


def letter(column):
    return chr(65 + column)


class Book:
    """A workbook by xlsxwriter, whose bytes are the same each time."""

    def __init__(self, folder, name):
        self.book = xlsxwriter.Workbook(str(folder / f"{name}.xlsx"), {"strings_to_numbers": False,
                                                                        "strings_to_formulas": False})
        self.book.set_properties({"created": TIME(2026, 11, 29)})
        self.truth = Truth(folder, name)
        self.formats = {}

    def sheet(self, name):
        self.now = self.book.add_worksheet(name)
        self.name = name
        return self.now

    def look(self, code):
        if code not in self.formats:
            self.formats[code] = self.book.add_format({"num_format": code})
        return self.formats[code]

    def put(self, row, column, value, code=None, shown="", truth=True):
        look = self.look(code) if code else None
        if isinstance(value, DAY):
            self.now.write_datetime(row, column, TIME.combine(value, datetime.time())
                                    if not isinstance(value, TIME) else value, look)
        elif isinstance(value, str):
            self.now.write_string(row, column, value, look)
        elif value is not None:
            self.now.write(row, column, value, look)
        if truth:
            self.truth.add(self.name, f"{letter(column)}{row + 1}", value, shown)

    def rows(self, first, rows, codes=()):
        for r, values in enumerate(rows, first):
            for c, value in enumerate(values):
                code = codes[c] if c < len(codes) and not isinstance(value, str) else None
                self.put(r, c, value, code)

    def close(self):
        self.book.close()
        self.truth.write()


# --- workbooks ---

PLAN = [["Step", "Cost", "Start", "Share", "Done", "Remark"],
        ["Tender", 1250.5, DAY(2026, 12, 8), 0.125, True, "by framework"],
        ["Build", 98000, DAY(2027, 3, 4), 0.85, False, "two phases; ‘wet’ & “dry”"],
        ["Open", 40, DAY(2027, 9, 1), 1, False, None]]


def plain(folder):
    """By openpyxl, as Python programs write."""
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = "Plan"
    truth = Truth(folder, "plain")
    for r, values in enumerate(PLAN, 1):
        for c, value in enumerate(values):
            cell = sheet.cell(r, c + 1, value)
            shown = ""
            if c == 3 and r > 1:
                cell.number_format = "0.0%"
                shown = f"{value * 100:.1f}%"
            elif isinstance(value, DAY):
                cell.number_format = "dd/mm/yyyy"
            truth.add("Plan", f"{letter(c)}{r}", value, shown)
    book.save(folder / "plain.xlsx")
    truth.write()


def titles(folder):
    b = Book(folder, "titles")
    sheet = b.sheet("Savings")
    sheet.merge_range("A1:D1", "Northmoor Borough Council")
    b.put(1, 0, "Savings 2026/27, month 6")
    b.put(2, 0, "£000")
    b.truth.add("Savings", "A1", "Northmoor Borough Council")
    b.rows(4, [["Saving", "Target", "Forecast", "RAG"], ["Lighting", 120, 120, "Green"],
               ["Fraud team", 85, 40, "Red"]], (None, "#,##0", "#,##0"))
    b.rows(8, [["Total", 205, 160, None]], (None, "#,##0", "#,##0"))
    b.put(10, 0, "Savings are net of costs.")
    b.close()


def thousands(folder):
    """Pounds that are shown as thousands, and thousands that are stored."""
    b = Book(folder, "thousands")
    for name, factor, code in (("Pounds shown", 1000, '#,##0,;(#,##0,);"-"'),
                               ("Thousands stored", 1, '#,##0;(#,##0);"-"')):
        b.sheet(name)
        b.put(0, 0, "£000")
        b.rows(1, [["Service", "Budget", "Variance"]])
        for r, (service, budget, variance) in enumerate(
                (("Planning", 1260, 125), ("Leisure", 860, -15), ("Legal", 310, 0)), 2):
            b.put(r, 0, service)
            b.put(r, 1, budget * factor, code, f"{budget:,}")
            b.put(r, 2, variance * factor, code,
                  "-" if variance == 0 else f"({-variance})" if variance < 0 else str(variance))
    b.close()


def dates(folder):
    b = Book(folder, "dates")
    b.sheet("Dates")
    b.rows(0, [["What", "Cell"]])
    cases = [("short", DAY(2026, 9, 30), "dd/mm/yyyy", "30/09/2026"),
             ("no year", DAY(2026, 10, 26), "d-mmm", "26-Oct"),
             ("month", DAY(2027, 3, 1), "mmm-yy", "March 2027"),
             ("with a time", TIME(2026, 12, 8, 18, 30), "dd/mm/yyyy hh:mm", ""),
             ("a time nobody sees", TIME(2026, 9, 30, 1, 0), "dd/mm/yyyy", ""),
             ("in words", DAY(2026, 12, 8), "[$-809]dd mmmm yyyy;@", "08 December 2026"),
             ("typed", "30/09/2026", None, ""),
             ("a number", 46295, None, ""),
             ("red, no day", 7, "[Red]0", ""),
             ("days in words", 5, '0" days"', "5 days")]
    for r, (what, value, code, shown) in enumerate(cases, 1):
        b.put(r, 0, what)
        b.put(r, 1, value, code, shown)
    b.close()
    book = xlsxwriter.Workbook(str(folder / "dates-1904.xlsx"), {"date_1904": True})
    book.set_properties({"created": TIME(2026, 11, 29)})
    sheet = book.add_worksheet("Dates")
    truth = Truth(folder, "dates-1904")
    for c, heading in enumerate(("What", "Cell")):
        sheet.write(0, c, heading)
        truth.add("Dates", f"{letter(c)}1", heading)
    sheet.write(1, 0, "short")
    truth.add("Dates", "A2", "short")
    sheet.write_datetime(1, 1, TIME(2026, 9, 30), book.add_format({"num_format": "dd/mm/yyyy"}))
    truth.add("Dates", "B2", DAY(2026, 9, 30))
    book.close()
    truth.write()


def formulas(folder):
    """With their last values, and, by openpyxl, without any."""
    b = Book(folder, "formulas")
    sheet = b.sheet("Budget")
    b.rows(0, [["Service", "Budget", "Actual", "Over", "Check"]])
    for r, (service, budget, actual) in enumerate((("Parking", 100, 112), ("Parks", 80, 75)), 1):
        b.put(r, 0, service)
        b.put(r, 1, budget)
        b.put(r, 2, actual)
        sheet.write_formula(r, 3, f"=C{r + 1}>B{r + 1}", None, actual > budget)
        b.truth.add("Budget", f"D{r + 1}", actual > budget)
    sheet.write_formula(1, 4, "=1/0", None, "#DIV/0!")
    b.truth.add("Budget", "E2", "#DIV/0!")
    b.put(3, 0, "Total")
    for c, total in ((1, 180), (2, 187)):
        sheet.write_formula(3, c, f"=SUM({letter(c)}2:{letter(c)}3)", None, total)
        b.truth.add("Budget", f"{letter(c)}4", total)
    b.close()
    book = openpyxl.Workbook()
    book.active.title = "Budget"
    truth = Truth(folder, "formulas-without-values")
    for r, values in enumerate([["Service", "Budget"], ["Parking", 100], ["Total", "=SUM(B2:B2)"]], 1):
        for c, value in enumerate(values):
            book.active.cell(r, c + 1, value)
            truth.add("Budget", f"{letter(c)}{r}", value)
    book.save(folder / "formulas-without-values.xlsx")
    truth.write()


def markers(folder):
    b = Book(folder, "markers")
    b.sheet("Values")
    b.rows(0, [["Indicator", "Value"], ["not there", "#N/A"], ["marker", "[c]"], ["dots", ".."],
               ["as text", "1,245"], ["brackets", "(20)"], ["noughts in front", "00123"],
               ["a formula's look", "=1+1"]])
    for r, (what, value, code, shown) in enumerate((
            ("suppressed", -1, '#,##0;"*";0', "*"), ("hidden", 42, ";;;", ""),
            ("a nil left blank", 0, "#,##0;-#,##0;", ""), ("rounded", 0.956, "0%", "96%"),
            ("full", 558.82000000000005, "0.00", "558.82")), 8):
        b.put(r, 0, what)
        b.put(r, 1, value, code, shown)
    b.close()


def hidden(folder):
    b = Book(folder, "hidden")
    sheet = b.sheet("Savings")
    b.rows(0, [["Ref", "Saving", "Cost centre", "Target"], ["H1", "Garden waste", "CANARY-COLUMN", 320],
               ["H2", "CANARY-ROW", "CANARY-COLUMN", 1], ["H3", "Digital post", "CANARY-COLUMN", 40]])
    sheet.set_row(2, None, None, {"hidden": True})
    sheet.set_column("C:C", None, None, {"hidden": True})
    sheet.write_comment("A2", "CANARY-COMMENT")
    b.sheet("Workings").hide()
    b.put(0, 0, "CANARY-SHEET")
    b.close()
    write_table(folder, "hidden", [["Ref", "Saving", "Target"], ["H1", "Garden waste", 320],
                                   ["H3", "Digital post", 40]])


RESERVES = [["Reserve", "Opening", "Closing"], ["General Fund", 2450, 1878], ["Insurance", 300, 300]]
GRANTS = [["Grant", "Amount"], ["Food bank", 5000], ["Credit union", 2500]]


def several(folder):
    """Two tables in a sheet, below and beside each other; tables and ranges with names."""
    b = Book(folder, "several")
    b.sheet("Below")
    b.rows(1, RESERVES)
    b.rows(7, GRANTS)
    b.sheet("Beside")
    b.rows(0, [left + [None] + right for left, right in zip(RESERVES, GRANTS)])
    sheet = b.sheet("Named & kept")
    sheet.write(0, 0, "Prepared by finance")
    sheet.add_table("B3:C6", {"name": "GrantList", "total_row": True, "data": GRANTS[1:],
                              "columns": [{"header": "Grant", "total_string": "Total"},
                                          {"header": "Amount", "total_function": "sum", "total_value": 7500}]})
    b.book.define_name("ReservesQ2", "=Below!$A$2:$C$4")
    b.book.define_name("Gone", "=#REF!")
    b.close()
    write_table(folder, "several.reserves", RESERVES)
    write_table(folder, "several.grants", GRANTS)
    write_table(folder, "several.list", GRANTS + [["Total", 7500]])


def merged(folder):
    b = Book(folder, "merged")
    sheet = b.sheet("Budget")
    sheet.merge_range("A1:A2", "Directorate")
    sheet.merge_range("B1:B2", "Service")
    sheet.merge_range("C1:D1", "2025/26")
    sheet.merge_range("E1:F1", "2026/27")
    for c, heading in enumerate(("Budget", "Actual", "Budget", "Forecast"), 2):
        sheet.write(1, c, heading)
    sheet.merge_range("A3:A4", "Place")
    for r, values in enumerate((["Planning", 1200, 1231, 1260, 1385], ["Waste", 4700, 4802, 4905, 5120]), 2):
        for c, value in enumerate(values, 1):
            sheet.write(r, c, value)
    sheet.write(4, 0, "People")
    for c, value in enumerate(("Housing", 1010, 1134, 1180, 1375), 1):
        sheet.write(4, c, value)
    b.close()
    write_table(folder, "merged", [
        ["Directorate", "Service", "2025/26 Budget", "2025/26 Actual", "2026/27 Budget", "2026/27 Forecast"],
        ["Place", "Planning", 1200, 1231, 1260, 1385], ["Place", "Waste", 4700, 4802, 4905, 5120],
        ["People", "Housing", 1010, 1134, 1180, 1375]])


def strings(folder):
    b = Book(folder, "strings")
    sheet = b.sheet("Strings")
    bold = b.book.add_format({"bold": True})
    raised = b.book.add_format({"font_script": 1})
    b.rows(0, [["What", "Cell"]])
    for r, (what, text) in enumerate((("spaces", "  spaces round it  "), ("lines", "one\ntwo"),
                                      ("escape", "an _x0041_ look"), ("far", "東京, é, 🏛"),
                                      ("signs", "R&D <5%")), 1):
        b.put(r, 0, what)
        b.put(r, 1, text)
    b.put(6, 0, "runs")
    sheet.write_rich_string(6, 1, "Agency ", bold, "cover", " and fuel")
    b.truth.add("Strings", "B7", "Agency cover and fuel")
    b.put(7, 0, "raised")
    sheet.write_rich_string(7, 1, "Roof of 5 m", raised, "2", " or more")
    b.truth.add("Strings", "B8", "Roof of 5 m² or more")
    b.close()


# --- Word ---

def whole(folder):
    """A report, and the same as Markdown."""
    d = docx.Document()
    d.core_properties.created = d.core_properties.modified = TIME(2026, 11, 29)
    d.styles.add_style("Council head", WD_STYLE_TYPE.PARAGRAPH).base_style = d.styles["Heading 1"]
    d.add_heading("Text", 1)
    p = d.add_paragraph("The roof was laid in 1984 and ")
    p.add_run("leaks").bold = True
    p.add_run(" in ")
    p.add_run("winter").italic = True
    p.add_run(".")
    for words in ("schools", "swimmers"):
        d.add_paragraph(words, style="List Bullet")
    d.add_paragraph("They answered:")
    d.add_heading("What they said", 2)
    for words in ("first", "second"):
        d.add_paragraph(words, style="List Number")
    table = d.add_table(3, 2)
    for r, values in enumerate((("Group", "Yes"), ("Swimmers", "80%"), ("Schools", "95%"))):
        for c, value in enumerate(values):
            table.cell(r, c).text = value
    d.add_paragraph("More", style="Council head")
    p = d.add_paragraph("Cut by Word: {{")
    p.add_run("tit")
    p.add_run("le}}").bold = True
    p.add_run(", and §\u00a05.")
    d.save(folder / "whole.docx")
    (folder / "whole.md").write_text("""# Text

The roof was laid in 1984 and **leaks** in *winter*.

- schools
- swimmers

They answered:

## What they said

1. first
2. second

| Group | Yes |
|---|---|
| Swimmers | 80% |
| Schools | 95% |

# More

Cut by Word: {{title}}, and §\u00a05.
""", encoding="utf-8")


def save_again(folder, name, form, kept):
    """Through LibreOffice; KEPT is what the file is called."""
    with tempfile.TemporaryDirectory() as work:
        subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless",
                        "--convert-to", form, "--outdir", work, str(folder / name)],
                       check=True, capture_output=True)
        made = pathlib.Path(work) / (pathlib.Path(name).stem + "." + form.partition(":")[0])
        (folder / kept).write_bytes(made.read_bytes())


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for make in (plain, titles, thousands, dates, formulas, markers, hidden, several, merged, strings, whole):
        make(folder)
    for name in ("plain", "thousands", "dates", "formulas-without-values", "markers", "hidden", "merged",
                 "strings"):
        save_again(folder, f"{name}.xlsx", "ods", f"{name}.ods")
    save_again(folder, "plain.xlsx", "xlsx", "plain-again.xlsx")
    save_again(folder, "whole.docx", "docx", "whole-again.docx")


if __name__ == "__main__":
    main()
