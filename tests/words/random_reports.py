#!/usr/bin/env python3
"""Reports made at random: HTML and PDF have the same words in the same order.

    random_reports.py PROGRAM TEMPLATES WORK COUNT [FIRST]

TEMPLATES are those of the golden tests. A report is made of its number alone,
COUNT of them from FIRST on: blocks in blocks, with words that are hard to
print (ligatures, marks that combine, soft hyphens, words from right to left,
of several languages, longer than a line). All must be built, their PDF must
have the structure of the tree, and the words of the HTML.
"""
import difflib
import pathlib
import random
import shutil
import subprocess
import sys
from xml.sax.saxutils import escape, quoteattr

import html_words
import pdf_words
import tagged_text

HERE = pathlib.Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "outputs"))
import structure

PLAIN = """the of council budget roof affluent offices fjord waffle final fluffy
shelf-life well-known Area members 2026/27 £1,350 £12.50 3.5% 12 -38 −£38 (15)
3.2 R&D a<b x>y "quoted" 'single' it’s “curly” p.m. i.e. 21st naïve café Ŵyl
señor Łódź ½ m² CO₂ 10³ * ** † … – — / \\ | {x} [1] # ~ ^ _ ` @ + = 1. (a) •
100% and/or kWh/m² https://example.gov.uk/a/b?c=d&e=f a@example.org Αθήνα
Москва ﬁne""".split()
ODD = ["e\u0301te\u0301", "w\u0302y\u0302r", "x\u0301y", "inter\u00adnation\u00adal",
       "no\u00a0break", "thin\u202fspace", "zero\u200bwidth", "non\u2011breaking",
       "join\u2060er", "A" * 70, "a/b/c/d" * 9, "line\u2028end", "1\u20442", "a\tb",
       "שלום", "עולם", "سلام", "محمد 12", "(שלום)", "שלום 123 עולם", "كتاب."]
VALUES = ["{{council}}", "{{d.total}}", "{{count(d)|words}}", "{{date}}"]
LANGUAGES = ["cy", "en-GB"]
TEMPLATE = """<template format="2" title="Random" house="plain" lang="en-GB"
 contents="yes" contents-levels="3"><about>Of random reports.</about>
<series id="section" pattern="{section}."/>
<series id="paragraph" within="section" pattern="{section}.{paragraph}"/>
<series id="rec" pattern="{rec}."/><series id="bullet" pattern="•"/>
<series id="num" pattern="{num}."/><series id="alpha" pattern="({alpha:a})"/>
<series id="appendix" pattern="Appendix {appendix:A}"/>
<series id="note" pattern="{note:*}"/>
<numbering headings="section" paragraphs="paragraph" recommendations="rec"
 lists="bullet" ordered="num" notes="note"/>
<fields><field id="council" role="council"/><field id="date" type="date"/>
<field id="title" role="title" required="yes"/></fields>
<header><p role="council">{{council}}</p><title/>
<facts><fact label="Date">{{date}}</fact></facts></header>
<foot><sides><start>{{title}}</start><end><page-of/></end></sides></foot>
<section id="recs" heading="Recommendations"><recommendations/></section>
<section id="s0" heading="First"/><section id="s1" heading="Second"/>
<sections-of-report/>
<section id="apps" heading="Appendices"><appendices/></section></template>
"""
DATA = {
    "d.csv": "Item,Amount\nA,1204\nB,-300\nC two,760\nTotal,1664\n",
    "m.csv": "Service,Budget,Forecast,Variance,RAG\nAlpha,100,120,20,R\n"
             "Beta,50,40,-10,G\n",
    "y.csv": "Line,2024/25,2025/26,2026/27\nA,100,200,300\nB,50,70,20\n",
}


class Maker:
    def __init__(self, number):
        self.random = random.Random(number)
        self.pick = self.random.choice
        self.serial = 0

    def unique(self):
        self.serial += 1
        return self.serial

    def several(self, make, *counts):
        return "".join(make() for _ in range(self.pick(counts)))

    def word(self):
        return escape(self.random.choices(
            [self.pick(PLAIN), self.pick(ODD), self.pick(VALUES)],
            [85, 12, 3])[0])

    def words(self, *counts):
        return " ".join(self.word() for _ in range(self.pick(counts)))

    def named(self, name):
        return quoteattr(f"{name} {self.pick(PLAIN)} {self.unique()}")

    def inline(self, depth, inside):
        """INSIDE: "link" and "note" can hold neither of both."""
        words = self.words(1, 2, 5, 12)
        if depth > 3:
            return words
        deeper = self.inline(depth + 1, inside)
        forms = [words] * 6 + [
            f"<strong>{deeper}</strong>", f"<em>{deeper}</em>", "<br/>",
            f"<code>{escape(self.pick(PLAIN))}</code>",
            f'<phrase lang="{self.pick(LANGUAGES)}">{deeper}</phrase>',
            f'<phrase when="1 = 2">{words}</phrase>']
        if inside == "text":
            plain = self.inline(depth + 1, "link")
            forms += [f'<a href="https://example.gov.uk/">to {plain}</a>',
                      f"<note>as {plain}</note>", '<ref to="r0"/>',
                      '<ref to="s0"/>']
        return self.pick(forms)

    def line(self):
        apart = self.pick([" ", " ", "", "\n  "])
        return "Of " + apart.join(self.inline(0, "text")
                                  for _ in range(self.pick([1, 2, 4])))

    def paragraph(self):
        said = self.pick([""] * 8 + [' lang="cy"', ' number="no"'])
        return f"<p{said}>{self.line()}</p>"

    def list(self, depth):
        def item():
            return self.pick([
                f"<item>{self.line()}</item>", f"<item>{self.line()}</item>",
                f"<item>{self.blocks(depth + 1, 1, 2)}</item>"])
        style = self.pick(["", ' style="num"', ' style="alpha"'])
        return f"<list{style}>{self.several(item, 1, 2, 5)}</list>"

    def table(self):
        columns = self.pick([2, 3, 4])
        aligned = self.pick(["", ' align="right"', ' align="centre"'])

        def cell():
            return self.pick([
                f"<cell>{self.words(1, 2, 4)}</cell>", "<cell>–</cell>",
                f"<cell>{self.line()}</cell>",
                f"<cell><p>{self.line()}</p>{self.list(3)}</cell>"])

        def row():
            return f"<row>{self.several(cell, columns)}</row>"
        head = "".join(f"<cell{aligned}>{self.words(1, 2)}</cell>"
                       for _ in range(columns))
        return (f"<table caption={self.named('Words')}><row>{head}</row>"
                f"{self.several(row, 1, 3, 8)}</table>")

    def fact(self):
        label = self.named("Fact")
        return self.pick([
            f"<fact label={label}>{self.line()}</fact>",
            f"<fact label={label}>{self.paragraph()}{self.list(3)}</fact>"])

    def key(self):
        return (f"<key label={self.named('Key')}>{self.words(1)}"
                f"<p>{self.line()}</p></key>")

    def of_data(self):
        title = (f"<title>Seen {self.unique()}</title>"
                 f"<note>{self.words(3)}</note>")
        return self.pick([
            f"<table data=\"d\" caption={self.named('Data')}/>",
            f"<table data=\"m\" caption={self.named('Data')}>"
            '<column id="variance" draw="variance"/>'
            '<column id="rag" draw="status"/></table>',
            f'<chart data="d" draw="columns">{title}</chart>',
            f'<chart data="d" draw="bars">{title}</chart>',
            f'<chart data="y" draw="line">{title}</chart>',
            '<chart data="m" draw="variance" y="forecast" against="budget">'
            f"{title}</chart>"])

    def listing(self):
        line = self.pick(["a = b", "  if x &lt; y:", "", "x" * 130])
        return f"<listing>{line}\n    café  two\nend</listing>"

    def block(self, depth):
        forms = [self.paragraph] * 6 + [self.listing]
        if depth < 3:
            forms += [lambda: self.list(depth)] * 2 + [
                lambda: f"<quote>{self.blocks(depth + 1, 1, 2)}</quote>",
                lambda: f"<facts>{self.several(self.fact, 1, 3)}</facts>"]
        if depth == 0:
            forms += [
                self.table, self.of_data,
                lambda: f"<heading>{self.line()}</heading>{self.paragraph()}",
                lambda: f"<figures>{self.several(self.key, 2, 3)}</figures>",
                lambda: f"<sides><start>{self.words(2)}</start>"
                        f"<end>{self.words(1)}</end></sides>",
                lambda: f'<block lang="cy">{self.blocks(1, 2)}</block>']
        return self.pick(forms)()

    def blocks(self, depth, *counts):
        return self.several(lambda: self.block(depth), *counts)

    def report(self):
        reason = f"<reason>{self.paragraph()}</reason>"
        return f"""<report format="2" template="random"
 lang="{self.pick(LANGUAGES)}"><header>
<field id="title">Of {escape(self.pick(PLAIN + ODD[:6]))}</field>
<field id="date">8 December 2026</field></header>
<data id="d" file="d.csv" kind="figures"/>
<data id="m" file="m.csv" kind="monitoring"/>
<data id="y" file="y.csv" kind="years"/>
<recommendations><recommendation id="r0">{self.paragraph()}{reason}
</recommendation></recommendations>
<section id="s0">{self.paragraph()}{self.blocks(0, 2, 5, 9)}</section>
<section id="s1">{self.blocks(0, 1, 3)}</section>
<section heading={self.named("Own")} lang="cy">{self.blocks(0, 2)}</section>
<appendix id="a0" title={self.named("More")}>{self.blocks(0, 2)}</appendix>
</report>
"""


def make_templates(templates, folder):
    shutil.copytree(templates, folder)
    house = folder / "house" / "plain.xml"
    house.write_text(house.read_text(encoding="utf-8").replace(
        "</house>", '<fallback family="DejaVu Sans"/></house>'),
        encoding="utf-8")
    (folder / "random").mkdir()
    (folder / "random" / "template.xml").write_text(TEMPLATE, encoding="utf-8")


def make_report(number, folder):
    folder.mkdir()
    for name, text in DATA.items():
        (folder / name).write_text(text, encoding="utf-8")
    (folder / "report.xml").write_text(Maker(number).report(),
                                       encoding="utf-8")


def fault_of(program, work, name):
    """What is wrong with the report NAME that was built; or None."""
    pdf = work / "out" / f"{name}.pdf"
    page = work / "out" / f"{name}.html"
    if not pdf.exists():
        return "not built"
    found = list(difflib.unified_diff(
        html_words.words(page.read_text(encoding="utf-8")),
        pdf_words.words(tagged_text.lines(pdf)), "html", "pdf", lineterm=""))
    if not found:
        dump = subprocess.run(
            [program, "check", "-q", "--dump=doc", "--templates",
             work / "templates", work / name], check=False, text=True,
            capture_output=True).stdout
        found = structure.differences(dump, pdf)
    return "\n".join(found[:40]) or None


def main():
    program, templates, work = (pathlib.Path(a).resolve()
                                for a in sys.argv[1:4])
    count = int(sys.argv[4])
    first = int(sys.argv[5]) if len(sys.argv) > 5 else 1
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    make_templates(templates, work / "templates")
    names = [f"random-{n}" for n in range(first, first + count)]
    for number, name in enumerate(names, first):
        make_report(number, work / name)
    run = subprocess.run(
        [program, "build", "-q", "-o", work / "out", "--templates",
         work / "templates", *(work / name for name in names)],
        capture_output=True, text=True, check=False)
    failed = 0
    for name in names:
        fault = fault_of(program, work, name)
        if fault is not None:
            print(f"FAILED: {work / name}: {fault}", file=sys.stderr)
            failed += 1
    if failed > 0:
        errors = [line for line in run.stderr.splitlines() if "error" in line]
        sys.exit("\n".join(errors[:20]) or "words differ")
    print(f"random reports: {count} read back, 0 faults")


if __name__ == "__main__":
    main()
