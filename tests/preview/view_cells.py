"""Cells of a view that several rows were made into: a click says which, and each
of the rows leads to them."""
import json
import re
import urllib.parse

from client import ROOT, Preview, Stream, check, page_of, state

KIND = """<kind format="2" title="Costs">
  <column id="area" title="Area" type="text"/>
  <column id="service" title="Service" type="text" role="key" required="yes"/>
  <column id="budget" title="Budget" type="money" role="amount" required="yes"/>
</kind>
"""
REPORT = """<report format="2" template="small" lang="en-GB">
  <header><field id="title">Views</field></header>
  <data id="m" file="m.csv" kind="costs"/>
  <view id="areas" data="m" group="area" sum="budget" count="Services"/>
  <view id="most" data="m" sort="-budget" top="2" other="yes" columns="service budget"/>
  <section id="text">
    <p>It is {{areas[Adults].budget|pounds}}, and at most {{max(areas.budget)|pounds}}.</p>
    <table data="areas"/>
    <table data="most"/>
  </section>
</report>
"""
DATA = """Area,Service,Budget
Adults,Care,100
Children,Schools,20
Adults,Homes,50
Adults,Meals,1
Place,Roads,200
"""


def element_of(page, words):
    """The number of the last cell or paragraph of the page that begins with WORDS, among all start tags."""
    at = max(m.start() for m in re.finditer(r"<(?:t[dh]|p)[^>]*>" + re.escape(words), page))
    return len(re.findall(r"<[a-zA-Z]", page[:at]))


def told(preview, words):
    page = preview.ask(preview.base + "0/page")[1].decode()
    answer = json.loads(preview.ask(preview.base + "0/place?e=%d" % element_of(page, words))[1])
    return " ".join([answer["said"], *(said for _, said in answer["figures"])])


def found(preview, place):
    path = preview.base + "0/find?q=" + urllib.parse.quote(place, safe="!:")
    return json.loads(preview.ask(path)[1])["said"]


def make(folder, data):
    (folder / "templates/kinds").mkdir(parents=True)
    (folder / "templates/kinds/costs.xml").write_text(KIND, encoding="utf-8")
    (folder / "report").mkdir()
    (folder / "report/report.xml").write_text(REPORT, encoding="utf-8")
    (folder / "report/m.csv").write_text(data, encoding="utf-8")
    return ["--templates", folder / "templates", "--templates",
            ROOT / "tests/golden/templates-small", "--templates", ROOT / "templates",
            folder / "report"]


def try_small(program, folder):
    preview = Preview(program, *make(folder, DATA))
    check("a report of views is shown", Stream(preview, 0).wait(page_of(0, 0)) is not None)
    for words, wanted in (
            ("£151", "Comes from report.xml, line 4. “£151” is computed from m.csv, cells C2 and "
             "C4 to C5 (the view `areas`)."),
            ("Adults", "Comes from m.csv, cell A2. “Adults” is computed from m.csv, cells A2 and "
             "A4 to A5 (the view `areas`)."),
            ("3<", "Comes from report.xml, line 4. “3” is computed from m.csv, cells A2 to C2 and "
             "A4 to C5 (the view `areas`)."),
            ("£20<", "Comes from m.csv, cell C3."),
            ("£71", "Comes from report.xml, line 5. “£71” is computed from m.csv, cells C3 to C5 "
             "(the view `most`)."),
            ("£100", "Comes from m.csv, cell C2."),
            ("It is", "Comes from report.xml, line 7. “£151” is computed from m.csv, cells C2 and "
             "C4 to C5 ({{areas[Adults].budget|pounds}}). “£200” is from m.csv, cell C6 "
             "({{max(areas.budget)|pounds}}).")):
        said = told(preview, words)
        check("%s says: %s" % (words, said), said == wanted)
    for place in ("m.csv:C4", "m.csv:C5"):
        said = found(preview, place)
        check("%s leads to: %s" % (place, said), "C2 and C4 to C5" in said or "C3 to C5" in said)
    said = found(preview, "m.csv:B5")
    check("a row leads to its number: " + said, "“3” is computed from" in said)
    preview.end()


def try_large(program, folder):
    """Each row of very many is found."""
    rows = 30000
    lines = ["Area,Service,Budget"]
    lines += ["%s,Service %d,%d" % ("Adults" if n % 7 else "Place", n, n) for n in range(rows)]
    preview = Preview(program, *make(folder, "\n".join(lines) + "\n"))
    check("a long one is shown", Stream(preview, 0).wait(state(0, "right")) is not None)
    said = found(preview, "m.csv:B%d" % (rows - 2))
    check("of very many some are said: " + said, re.fullmatch(
        r"Shown: “25,714” is computed from m\.csv, cells (?:A\d+ to C\d+, ){19}A\d+ to C\d+ and "
        r"4266 more \(the view `areas`\)\.", said))
    preview.end()


def try_view_cells(program, work):
    try_small(program, work / "view-cells")
    try_large(program, work / "view-cells-large")
