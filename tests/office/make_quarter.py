#!/usr/bin/python3
"""Makes a quarter's pack of tests/office/quarter in the forms that officers keep it in.

    make_quarter.py FOLDER

needs python3-openpyxl, python3-docx, libreoffice-calc-nogui and libreoffice-writer-nogui
of Debian 12. All data is invented. What the pack says stands here once: the tables as
TABLES, the prose as PROSE. FOLDER gets

    csv/    CSV as a finance system and Excel export it, prose as Markdown
    xml/    one file of records, prose in report.xml
    excel/  one workbook (openpyxl) and one Word file (python-docx)
    libre/  both saved once more by LibreOffice

with the same two reports in each: `quarter`, a monitoring report, and `roof`, a decision.
quarter.py builds them all and compares what comes out.
"""
import csv
import datetime
import io
import pathlib
import shutil
import subprocess
import sys
import tempfile
from xml.sax.saxutils import escape, quoteattr

import docx
import openpyxl

DAY = datetime.date
MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()


class Number:
    """A number, as a workbook stores it and as it shows it."""

    def __init__(self, stored, code, shown):
        self.stored, self.code, self.shown = stored, code, shown


def n(value):
    """A figure with commas, minus in brackets."""
    shown = f"({-value:,})" if value < 0 else f"{value:,}"
    return Number(value, "#,##0;(#,##0)", shown)


def k(value):
    """Whole pounds that are shown in thousands."""
    return Number(value * 1000, "#,##0,;(#,##0,)", n(value).shown)


def percent(value):
    return Number(round(value / 100, 6), "0.0%", f"{value:.1f}%")


def pounds(value):
    return Number(value, "£#,##0;-£#,##0", f"{'-' if value < 0 else ''}£{abs(value):,}")


def day(year, month, date, code):
    """A day behind a number format."""
    value = DAY(year, month, date)
    shown = {"dd/mm/yyyy": value.strftime("%d/%m/%Y"), "mmm-yy": f"{MONTHS[month - 1]}-{year % 100}",
             "d mmmm yyyy": f"{date} {value.strftime('%B')} {year}"}[code]
    return Number(value, code, shown)


def shown(cell):
    return cell.shown if isinstance(cell, Number) else cell


def revenue():
    """Under four title lines, one of which has the unit; directorates stand once."""
    lines = [["Place", "Planning and building control", 1262, 1280, 702, 1401, 88, "Fewer large applications"],
             ["", "Waste and street scene", 4870, 4905, 2611, 5120, 160, "Agency cover; a round was changed in July¹"],
             ["", "Parking", -1910, -1910, -868, -1780, 75, "Income is 7% below its profile"],
             ["People", "Housing and homelessness", 1120, 1180, 687, 1375, 210, "Nightly paid rooms: 62 against 45"],
             ["", "Revenues and benefits", 980, 980, 470, 942, -20, "Vacancies"],
             ["Corporate", "Finance, ICT and HR", 3340, 3325, 1640, 3290, -30, "Two posts are vacant"],
             ["", "Democratic services", 690, 690, 349, 690, 0, ""]]
    rows = [["Fellmoor District Council"], ["Revenue monitoring – Quarter 2 (to 30 September 2026)"], ["£000"], [],
            ["Directorate", "Service", "Original Budget", "Revised Budget", "Actual to Date", "Forecast Outturn",
             "Variance", "Adv / Fav", "Previous Variance (Q1)", "Reason for variance"]]
    totals = [0] * 6
    for group, service, original, revised, actual, forecast, before, why in lines:
        figures = [original, revised, actual, forecast, forecast - revised, before]
        totals = [a + b for a, b in zip(totals, figures)]
        letter = "" if figures[4] == 0 else "A" if figures[4] > 0 else "F"
        rows.append([group, service, *map(n, figures[:5]), letter, n(before), why])
    rows.append(["", "Net cost of services", *map(n, totals[:5]), "A", n(totals[5]), ""])
    return rows + [[], ["¹ A contract of two months, ended in September."]]


def capital():
    """Units in a second heading row; completion in whatever form; figures in whole pounds behind the format."""
    lines = [("Leisure centre roof", 1200, 150, 410, 1350, "Borrowing", day(2027, 3, 31, "dd/mm/yyyy")),
             ("Market Square", 800, 0, 620, 835, "Grant", day(2026, 12, 15, "d mmmm yyyy")),
             ("Disabled facilities grants", 640, 85, 330, 725, "Grant", day(2027, 3, 1, "mmm-yy")),
             ("Depot solar panels", 260, 0, 248, 260, "Reserves", "Complete"),
             ("Riverside flood scheme", 1500, 320, 275, 1100, "Grant", "TBC")]
    rows = [["CAPITAL PROGRAMME 2026/27 - QUARTER 2"], [""] + ["£'000"] * 6 + ["%"],
            ["Scheme", "Approved Budget", "Slippage from 25/26", "Revised Budget", "Spend to Date", "Forecast",
             "Variance", "% spent", "Funding", "Completion"]]
    totals = [0] * 6
    for scheme, approved, slipped, actual, forecast, funding, end in lines:
        revised = approved + slipped
        figures = [approved, slipped, revised, actual, forecast, forecast - revised]
        totals = [a + b for a, b in zip(totals, figures)]
        rows.append([scheme, *map(k, figures), percent(actual / revised * 100), funding, end])
    return rows + [["Total", *map(k, totals), percent(totals[3] / totals[2] * 100), "", ""]]


def savings():
    lines = [("S1", "Garden waste charge", 320, 301, 340, "Green", "Take-up is 71%, not 66%"),
             ("S2", "Shared legal service", 85, 20, 40, "Red", "The partner decided late"),
             ("S3", "Leisure contract", 150, 75, 150, "G", ""),
             ("S4", "Digital post", 40, 12, 30, "Amber", "Begins in November")]
    rows = [["Savings tracker 2026/27"], ["Ref", "Saving", "Target £000", "Achieved to date £000", "Forecast £000",
                                          "Shortfall £000", "RAG", "Comment"]]
    rows += [[ref, what, n(a), n(b), n(c), n(a - c), rag, why] for ref, what, a, b, c, rag, why in lines]
    sums = [sum(line[c] for line in lines) for c in (2, 3, 4)]
    return rows + [["Total", "", *map(n, sums), n(sums[0] - sums[2]), "", ""]]


def reserves():
    lines = [("General Fund balance", 2450, 0, -572, "The Council keeps £1.5m"),
             ("Business rates equalisation", 1840, 250, -400, "Timing of rates"),
             ("Housing and homelessness", 615, 0, -195, ""), ("Insurance", 300, 0, 0, "")]
    rows = [["Reserves movement 2026/27", "£000"],
            ["Reserve", "Balance 1 April 2026", "Transfers in", "Transfers out", "Forecast balance 31 March 2027", "Purpose"]]
    rows += [[what, n(a), n(b), n(c), n(a + b + c), why] for what, a, b, c, why in lines]
    sums = [sum(line[c] for line in lines) for c in (1, 2, 3)]
    return rows + [["Total", *map(n, sums), n(sum(sums)), ""]]


def performance():
    """One column holds percentages, days and counts."""
    return [["Performance indicators Q2 2026/27"],
            ["PI", "Indicator", "Good is", "Target", "Q2 2025/26", "Q1 2026/27", "Q2 2026/27", "RAG", "Direction of travel"],
            ["P1", "Major applications decided in time", "High", *map(percent, (80, 84, 82, 86.4)), "G", "▲"],
            ["P2", "Missed bins per 100,000", "Low", *map(n, (60, 55, 71, 83)), "R", "▼"],
            ["P3", "Households in temporary accommodation", "Low", *map(n, (95, 101, 118, 127)), "R", "▼"],
            ["P4", "Calls answered in a minute", "High", percent(80), percent(76), percent(81), "n/a", "", ""],
            ["P5", "Leisure centre visits", "High", *map(n, (210000, 198455, 101220, 214987)), "G", "▲"]]


def risks():
    """Cells of several lines."""
    return [["Corporate risk register - extract"],
            ["Ref", "Risk", "Likelihood (1-5)", "Impact (1-5)", "Score", "Previous score", "Direction", "Mitigation"],
            ["R1", "Demand for rooms stays above budget", n(5), n(4), n(20), n(16), "↑", "- buy ten homes\n- pay landlords"],
            ["R2", "Parking income does not recover", n(4), n(3), n(12), n(12), "→", "A review of tariffs in January"],
            ["R3", "Grant for the flood scheme is lost", n(2), n(4), n(8), n(8), "→", "Monthly meetings"]]


def options():
    return [["Option", "Description", "Capital cost", "Revenue effect p.a.", "NPV 25 yrs", "Advantages", "Disadvantages",
             "Score", "Recommended"],
            ["A", "Do nothing", pounds(0), pounds(45000), pounds(-1125000), "Nothing to pay", "The roof fails", n(12), "No"],
            ["B", "Patch it", pounds(420000), pounds(30000), pounds(-980000), "Cheap", "Lasts five years", n(31), "No"],
            ["C", "Replace it", pounds(1350000), pounds(-62000), pounds(210000), "- lasts 40 years\n- saves energy",
             "Closed for 14 weeks", n(78), "Yes"],
            ["D", "Build anew", pounds(14200000), pounds(310000), "TBC", "Modern", "No money for it", n(40), "No"]]


def timetable():
    return [["Milestone", "Forecast", "Status"],
            ["Decision by Cabinet", day(2026, 12, 8, "d mmmm yyyy"), "On track"],
            ["Contract let", day(2027, 1, 1, "mmm-yy"), "Not started"],
            ["Work on site", "March to June 2027", "Not started"], ["Lessons for Scrutiny", "TBC", "Not started"]]


# A report's tables: id, kind, sheet, rows, row of the headings, attributes.
TABLES = {
    "quarter": [("revenue", "revenue-monitoring", "Revenue Q2", revenue(), 5, 'as-at="2026-09-30"', "thousand"),
                ("capital", "capital-programme", "Capital Q2", capital(), 3, 'as-at="2026-09-30"', "thousand"),
                ("savings", "savings-tracker", "Savings Q2", savings(), 2, 'as-at="2026-09-30"', "thousand"),
                ("reserves", "reserves", "Reserves Q2", reserves(), 2, 'as-at="2026-09-30"', "thousand"),
                ("performance", "performance-indicators", "Performance Q2", performance(), 2, 'as-at="2026-09-30"', ""),
                ("risks", "risk-register", "Risks", risks(), 2, 'as-at="2026-09-30"', "")],
    "roof": [("options", "options-appraisal", "Options", options(), 1,
              'as-at="2026-11-20" columns="option description capital yearly for against recommended"', ""),
             ("timetable", "milestones", "Timetable", timetable(), 1, 'as-at="2026-11-20"', "")],
}

# A report's prose: headings of its sections, and blocks. ** is bold.
PROSE = {
    "quarter": [("summary", "Summary", [("p", "Half of the year is over; spending on **homelessness** is what moved.")]),
                ("legal", "Legal implications", [("p", "The Council must set a balanced budget (section 31A, Local "
                                                       "Government Finance Act 1992).")])],
    "roof": [("summary", "Summary", [("p", "Replacing the roof costs {{options[C].capital|millions(2)}} and saves "
                                           "{{options[C].yearly|unsigned|pounds}} a year.")]),
             ("reasons", "Reasons for the recommendations", [("p", "Patching would have to be done again.")]),
             ("background", "Background", [("p", "The roof was laid in 1984 and **leaks** above the learner pool."),
                                           ("p", "Its users ask for three things:"),
                                           ("ul", ["a crèche;", "showers that are **warm**;", "longer hours."])]),
             ("options", "Options considered", [("p", "{{count(options)|words|capital}} options were compared.")]),
             ("consultation", "Consultation", [("p", "Users were asked in **October 2026**."), ("h", "What they said"),
                                               ("ol", ["First they said yes.", "Then they asked for a crèche."]),
                                               ("table", [["Group", "Yes"], ["Swimmers", "80%"], ["Schools", "95%"]])]),
             ("finance", "Financial implications", [("p", "The cost is met by borrowing at 4.75%.")]),
             ("equalities", "Equality implications", [("p", "The works bring level access.")])],
}
FIELDS = {
    "quarter": {"date": "8 December 2026", "published-on": "27 November 2026", "period": "September 2026"},
    "roof": {"date": "8 December 2026", "published-on": "27 November 2026", "title": "Leisure centre: a new roof",
             "portfolio": "Leisure; Finance", "wards": "Market; Riverside", "key-decision": "Yes", "key-reason": "it costs more than the threshold",
             "plan-ref": "FP/2026/041", "plan-date": "6 November 2026", "call-in": "Yes",
             "in-force": "17 December 2026"},
}
TEMPLATES = {"quarter": "cabinet-monitoring", "roof": "cabinet-decision"}
ASKED = {"quarter": "That Cabinet notes the forecast overspend of {{revenue.total.variance|pounds}}.",
         "roof": "That option C is approved at a capital cost of {{options[C].capital|millions(2)}}."}


def report_xml(name, data, sections):
    fields = "".join(f'    <field id="{i}">{escape(words)}</field>\n' for i, words in FIELDS[name].items())
    return ('<?xml version="1.0" encoding="UTF-8"?>\n'
            f'<report format="2" template="{TEMPLATES[name]}" lang="en-GB">\n  <header>\n{fields}  </header>\n'
            '  <person role="contact" job="Head of Property" telephone="01632 960200"/>\n'
            + "".join(f"  {line}\n" for line in data)
            + f"  <recommendations><recommendation><p>{ASKED[name]}</p></recommendation></recommendations>\n"
            + "".join(f"  {line}\n" for line in sections) + "</report>\n")


def folder_of(root, form, name):
    folder = root / form / name
    folder.mkdir(parents=True)
    return folder


def markdown(blocks):
    lines = []
    for kind, body in blocks:
        if kind == "p":
            lines += [body, ""]
        elif kind == "h":
            lines += [f"## {body}", ""]
        elif kind == "ul":
            lines += [*(f"- {item}" for item in body), ""]
        elif kind == "ol":
            lines += [*(f"{number}. {item}" for number, item in enumerate(body, 1)), ""]
        else:
            head = [body[0], ["---"] * len(body[0])]
            lines += ["".join(f"| {cell} " for cell in row) + "|" for row in head + body[1:]] + [""]
    return lines


def as_csv(root, name):
    folder = folder_of(root, "csv", name)
    data = []
    for ident, kind, sheet, rows, heading, more, _ in TABLES[name]:
        text = io.StringIO()
        csv.writer(text, lineterminator="\r\n").writerows(
            [shown(cell) for cell in row] + [""] * (len(rows[heading - 1]) - len(row)) for row in rows)
        code = "cp1252" if ident in ("revenue", "savings") else "utf-8-sig"
        (folder / f"{sheet}.csv").write_bytes(text.getvalue().encode(code))
        data.append(f'<data id="{ident}" file="{sheet}.csv" kind="{kind}" {more}/>')
    lines = []
    for _, heading, blocks in PROSE[name]:
        lines += [f"# {heading}", "", *markdown(blocks)]
    (folder / "text.md").write_text("\n".join(lines), encoding="utf-8")
    (folder / "report.xml").write_text(report_xml(name, data, ['<sections file="text.md"/>']), encoding="utf-8")


def xml_words(words):
    parts = escape(words).split("**")
    return "".join(f"<strong>{part}</strong>" if at % 2 else part for at, part in enumerate(parts))


def xml_blocks(blocks):
    text = ""
    for kind, body in blocks:
        if kind in ("p", "h"):
            tag = "p" if kind == "p" else "heading"
            text += f"<{tag}>{xml_words(body)}</{tag}>"
        elif kind == "table":
            text += "<table>" + "".join("<row>" + "".join(f"<cell>{escape(cell)}</cell>" for cell in row) + "</row>"
                                        for row in body) + "</table>"
        else:
            style = ' style="points"' if kind == "ol" else ""
            text += f"<list{style}>" + "".join(f"<item>{xml_words(item)}</item>" for item in body) + "</list>"
    return text


def xml_text(cell):
    return escape(shown(cell), {"\n": "&#10;"})


def as_xml(root, name):
    """Records of elements whose names are as near to the headings as XML lets them."""
    folder = folder_of(root, "xml", name)
    data, file = [], ""
    for ident, kind, _, rows, heading, more, unit in TABLES[name]:
        headings = rows[heading - 1]
        file += f"  <{ident}>\n"
        notes = [row[0] for row in rows[heading:] if len(row) == 1]
        for row in rows[heading:]:
            if len(row) == len(headings):
                cells = "".join(f"<cell column={quoteattr(words)}>{xml_text(cell)}</cell>"
                                for words, cell in zip(headings, row))
                file += f"    <line>{cells}</line>\n"
        for note in notes:
            file += f"    <line><cell column={quoteattr(headings[0])}>{escape(note)}</cell></line>\n"
        file += f"  </{ident}>\n"
        units = f' unit="{unit}"' if unit else ""
        data.append(f'<data id="{ident}" file="pack.xml" path="{ident}/line" kind="{kind}" {more}{units}/>')
    (folder / "pack.xml").write_text(f'<?xml version="1.0" encoding="UTF-8"?>\n<pack>\n{file}</pack>\n', encoding="utf-8")
    sections = [f'<section id="{i}">{xml_blocks(blocks)}</section>' for i, _, blocks in PROSE[name]]
    (folder / "report.xml").write_text(report_xml(name, data, sections), encoding="utf-8")


def write_cell(cell, value):
    if isinstance(value, Number):
        cell.value, cell.number_format = value.stored, value.code
    elif value:
        cell.value = value


def merge_groups(sheet, rows, heading):
    """A directorate stands in one cell beside all its services."""
    starts = [r for r, row in enumerate(rows, 1) if r > heading and len(row) > 1 and row[0]]
    for r in starts:
        end = r
        while end < len(rows) and len(rows[end]) > 1 and not rows[end][0] and rows[end][1] != "Net cost of services":
            end += 1
        if end > r:
            sheet.merge_cells(start_row=r, end_row=end, start_column=1, end_column=1)


def workbook(path, name):
    book = openpyxl.Workbook()
    book.remove(book.active)
    book.properties.created = book.properties.modified = datetime.datetime(2026, 11, 29)
    for ident, _, title, rows, heading, _, _ in TABLES[name]:
        sheet = book.create_sheet(title)
        for r, row in enumerate(rows, 1):
            for c, value in enumerate(row, 1):
                write_cell(sheet.cell(r, c), value)
        if ident == "revenue":
            merge_groups(sheet, rows, heading)
    book.save(path)


def add_words(paragraph, words):
    for at, part in enumerate(words.split("**")):
        if part:
            paragraph.add_run(part).bold = True if at % 2 else None


def word(path, name):
    d = docx.Document()
    d.core_properties.created = d.core_properties.modified = datetime.datetime(2026, 11, 29)
    styles = {"ul": "List Bullet", "ol": "List Number"}
    for _, heading, blocks in PROSE[name]:
        d.add_heading(heading, 1)
        for kind, body in blocks:
            if kind == "p":
                add_words(d.add_paragraph(), body)
            elif kind == "h":
                d.add_heading(body, 2)
            elif kind == "table":
                table = d.add_table(len(body), len(body[0]))
                for r, row in enumerate(body):
                    for c, cell in enumerate(row):
                        table.cell(r, c).text = cell
            else:
                for item in body:
                    add_words(d.add_paragraph(style=styles[kind]), item)
    d.save(path)


def as_excel(root, name):
    folder = folder_of(root, "excel", name)
    workbook(folder / "pack.xlsx", name)
    word(folder / "text.docx", name)
    write_office_report(folder, name, "xlsx")


def write_office_report(folder, name, end):
    sheets = len(TABLES[name]) > 1
    data = [f'<data id="{ident}" file="pack.{end}"' + (f' sheet="{sheet}"' if sheets else "") + f' kind="{kind}" {more}/>'
            for ident, kind, sheet, _, _, more, _ in TABLES[name]]
    (folder / "report.xml").write_text(report_xml(name, data, ['<sections file="text.docx"/>']), encoding="utf-8")


def as_libre(root, name):
    folder = folder_of(root, "libre", name)
    with tempfile.TemporaryDirectory() as work:
        for file, form in (("pack.xlsx", "ods"), ("text.docx", "docx")):
            subprocess.run(["soffice", f"-env:UserInstallation=file://{work}/profile", "--headless", "--convert-to", form,
                            "--outdir", str(folder), str(root / "excel" / name / file)], check=True, capture_output=True)
    write_office_report(folder, name, "ods")


def main():
    root = pathlib.Path(sys.argv[1])
    shutil.rmtree(root, ignore_errors=True)
    for form in as_csv, as_xml, as_excel, as_libre:
        for name in TABLES:
            form(root, name)


if __name__ == "__main__":
    main()
