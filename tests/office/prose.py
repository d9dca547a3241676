#!/usr/bin/env python3
"""Word files and bad files come out as their truths say.

    prose.py PROGRAM TEMPLATES FOLDER WORK

Of the folders and files of FOLDER, as far as they are there:

    NAME.docx, NAME.md         both build to the same page, the first heading of
                               NAME.md aside where others follow below it
    NAME.docx, NAME.findings   a line for each finding, `error paragraph 2 "words":
                               what`: that paragraph has one
    bad/                       each file has one message, and nothing of it is read

What the files call CANARY is in no message and no page. Prints what was tried.
"""
import html
import pathlib
import re
import shutil
import subprocess
import sys
import zipfile

# What a message about a bad file must say; None: it is read.
BAD = {
    "truncated.xlsx": "damaged", "damaged-crc.xlsx": "damaged", "empty.xlsx": "is empty",
    "not-well-formed.xlsx": "not well-formed", "no-sheet-part.xlsx": "not there",
    "not-a-number.xlsx": "cell B2: .*no number", "latin-1.xlsx": "not proper UTF-8", "utf-16.xlsx": None,
    "bomb.xlsx": "limit", "stored-huge-claim.ods": "limit", "cell-beyond-the-sheet.xlsx": "limit",
    "doctype.xlsx": "DOCTYPE", "shared-string-out-of-range.xlsx": "cell B2: .*not there",
    "same-cell-twice.xlsx": "cell B2: .*twice", "rows-out-of-order.xlsx": "order",
    "member-twice.xlsx": "contradicts", "path-outside.xlsx": None,
    "external-link.xlsx": None, "macro.xlsm": None, "binary.xlsb": "binary workbook", "password.xlsx": "password",
    "password.ods": "password", "old-format-renamed.xlsx": "older format", "csv-renamed.xlsx": "a text",
    "html-renamed.xlsx": "HTML", "spreadsheet-2003.xlsx": "XML", "~$plan.xlsx": "while the file is open",
}
NOTES = {"external-link.xlsx": "another workbook", "macro.xlsm": "macros"}
# Files whose Markdown says what CommonMark has no spelling for.
REMARKS = ("05-fields", "06-tables", "08-pictures", "09-split-runs", "10-lists", "11-language",
           "12-boxes-and-controls")
TEMPLATE = ('<series id="note" pattern="{note}"/><series id="item" pattern="{item}."/>'
            '<numbering notes="note" ordered="item" ')
HEADINGS = "".join(f'<section id="{i}" heading="{h}"/>' for i, h in (
    ("background", "Background"), ("legal", "Legal implications"), ("financial", "Financial implications")))
VALUES = ('<value id="budget" type="money">1,350,000</value>'
          '<value id="contingency" type="percent">7.5%</value>'
          '<data id="options" file="Options.csv" kind="options"/>')
OPTIONS = "Option,Revenue,Score\nA,\"45,000\",12\nB,\"30,000\",31\nC,\"(62,000)\",44\n"


class Files:
    def __init__(self, program, templates, work):
        self.program = program
        self.work = work
        self.faults = []
        shutil.rmtree(work, ignore_errors=True)
        shutil.copytree(templates, work / "templates")
        (work / "report").mkdir()
        template = work / "templates/small/template.xml"
        text = template.read_text(encoding="utf-8").replace('format="1"', 'format="2"')
        text = text.replace('<numbering ', TEMPLATE).replace(' required="yes"/>\n  <section id="more"',
                                                             '/>\n  <section id="more"')
        template.write_text(text.replace('heading="More"/>', 'heading="More"/><sections-of-report/>'),
                            encoding="utf-8")
        (work / "templates/headings").mkdir()
        (work / "templates/headings/template.xml").write_text(
            re.sub(r'(?s)<section id="text".*<sections-of-report/>', HEADINGS, template.read_text(encoding="utf-8")),
            encoding="utf-8")
        for name, columns in (("cost", (("ref", "Ref", "text"), ("cost", "Cost", "number"))),
                              ("options", (("option", "Option", 'text" role="key'), ("revenue", "Revenue", "money"),
                                           ("score", "Score", "number")))):
            (work / f"templates/kinds/{name}.xml").write_text(
                '<kind format="2" title="K">' + "".join(
                    f'<column id="{i}" title="{t}" type="{k}"/>' for i, t, k in columns) + "</kind>",
                encoding="utf-8")

    def fault(self, what):
        self.faults.append(what)

    def run(self, inside, *options, template="small"):
        (self.work / "report/report.xml").write_text(
            f'<report format="2" template="{template}" lang="en-GB"><header><field id="title">T</field></header>'
            f"{inside}</report>", encoding="utf-8")
        return subprocess.run([self.program, *options, "--templates", self.work / "templates",
                               self.work / "report"], capture_output=True, encoding="utf-8", check=False)

    def begin(self, *files):
        for old in (self.work / "report").iterdir():
            old.unlink()
        for file in files:
            shutil.copy(file, self.work / "report" / file.name)

    def page(self, path, values):
        """The blocks of the page that PATH, Word or Markdown, is built to; or messages."""
        out = self.work / "out"
        shutil.rmtree(out, ignore_errors=True)
        done = self.run(f'{values}<sections file="{path.name}"/>', "build", "-f", "html", "-o", out)
        if done.returncode != 0:
            return [done.stderr]
        text = (out / "report.html").read_text(encoding="utf-8")
        text = re.search(r"(?s)<main.*</main>", text)[0]
        if "CANARY" in text:
            self.fault(f"{path.name}: CANARY on the page")
        text = re.sub(r' (?:id|src)="[^"]*"', "", text)
        return [" ".join(line.split()) for line in html.unescape(text).split("\n") if line.strip()]

    def same_page(self, word):
        markdown = word.with_suffix(".md")
        self.begin(word, markdown)
        with zipfile.ZipFile(word) as parts:
            for name in parts.namelist():
                if name.startswith("word/media/"):
                    (self.work / "report" / pathlib.Path(name).name).write_bytes(parts.read(name))
        (self.work / "report/Options.csv").write_text(OPTIONS, encoding="utf-8")
        text = markdown.read_text(encoding="utf-8")
        if re.match(r"# .*\n(?s:.*)\n## ", text) and "\n# " not in text:
            text = re.sub(r"(?m)^#(#+ )", r"\1", text.partition("\n")[2])
        elif "\n# " not in text and text.startswith("## "):
            text = re.sub(r"(?m)^#(#+ )", r"\1", text)
        (self.work / "report" / markdown.name).write_text(text, encoding="utf-8")
        values = "".join(v for v, name in ((VALUES.partition("<data")[0], "budget"),
                                           ("<data" + VALUES.partition("<data")[2], "options"))
                         if "{{" + name in text or "(" + name in text)
        a, b = self.page(word, values), self.page(markdown, values)
        if a != b:
            at = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
            self.fault(f"{word.name}: {a[at:at + 2]} where {markdown.name} gives {b[at:at + 2]}")

    def findings(self, word):
        self.begin(word)
        whole = word.name.startswith("13")
        section = "sections" if whole else 'section id="text"'
        said = self.run(f'<{section} file="{word.name}"/>', "check", "-v",
                        template="headings" if whole else "small").stderr
        if "CANARY" in said:
            self.fault(f"{word.name}: CANARY in a message")
        for line in word.with_suffix(".findings").read_text(encoding="utf-8").splitlines():
            wanted = re.match(r"(?:error|warning) (after )?paragraph (\d+)", line)
            if wanted is not None and f"paragraph {wanted[2]}: " not in said:
                self.fault(f"{word.name}: nothing is said of {line}")

    def bad(self, file):
        self.begin(file)
        done = self.run(f'<data id="f" file="{file.name}" kind="cost"/><section id="text"><table data="f"/></section>',
                        "check", "-v", "--dump=report")
        said = [line for line in done.stderr.splitlines() if re.match(r".*: (error|warning): ", line)]
        wanted = BAD.get(file.name, "(nobody says what)")
        if "CANARY" in done.stderr + done.stdout or "Officer" in done.stderr:
            self.fault(f"{file.name}: CANARY")
        if wanted is None and (said or "  record 2 " not in done.stdout or NOTES.get(file.name, "") not in done.stderr):
            self.fault(f"{file.name} is not read: {done.stderr}")
        if wanted is not None and (len(said) != 1 or re.search(wanted, said[0]) is None or "  record" in done.stdout):
            self.fault(f"{file.name}: {done.stderr}")


def main():
    program, templates, folder, work = (pathlib.Path(a).resolve() for a in sys.argv[1:])
    files = Files(program, templates, work)
    tried = 0
    for word in sorted([*folder.glob("*.docx"), *folder.glob("word/*.docx")]):
        if word.with_suffix(".md").exists() and word.stem not in REMARKS:
            files.same_page(word)
            tried += 1
        if word.with_suffix(".findings").exists():
            files.findings(word)
            tried += 1
        if not word.with_suffix(".md").exists() and word.with_name(word.stem.removesuffix("-again") + ".md").exists():
            shutil.copy(word, work / "again.docx")
            shutil.copy(word.with_name(word.stem.removesuffix("-again") + ".md"), work / "again.md")
            files.same_page(work / "again.docx")
            tried += 1
    for file in sorted(folder.glob("bad/*")):
        files.bad(file)
        tried += 1
    for fault in files.faults:
        print(f"FAILED: {fault}", file=sys.stderr)
    print(f"prose: {tried} files, {len(files.faults)} faults")
    return 1 if files.faults or not tried else 0


sys.exit(main())
