#!/usr/bin/env python3
"""A quarter's pack gives the same words from CSV, XML data, a workbook and a Word file.

    quarter.py PROGRAM TEMPLATES FOLDER WORK [HANDED]

FOLDER is what make_quarter.py made: a folder for each form, with the same reports in
each. All build without an error; the words of HTML and PDF are those of `csv`, but for
the names of the data that travels and the size of the PDF. HANDED is a pack that was
handed over, with templates of its own: its CSV files become a workbook, .xlsx and .ods,
and XML data. Prints what was compared.
"""
import html
import pathlib
import re
import shutil
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/outputs"))
import forms  # noqa: E402
import office  # noqa: E402


def words_of_page(path):
    """All words of a page, block by block; tags that stand in words are no gap."""
    text = path.read_text(encoding="utf-8")
    text = forms.PAPER.sub("", forms.ATTACHMENTS.sub("", text))
    text = re.sub(r"(?s)<(style|script)\b.*?</\1>", "", text)
    text = re.sub(r"</?(?:span|strong|em|a|sup|path|svg)\b[^>]*>", "", text)
    return [" ".join(html.unescape(line).split())
            for line in re.sub(r"<[^>]*>", "\n", text).split("\n") if line.strip()]


def words_of_paper(path):
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    return [" ".join(line.split()) for line in text.split("\n") if line.strip()]


class Pack:
    """A report in one form after another; the first is what the others are compared with."""

    def __init__(self, program, templates, work):
        self.program, self.templates, self.work = program, templates, work
        self.wanted, self.faults, self.compared = {}, [], 0

    def fault(self, words):
        self.faults.append(words)

    def build(self, form, folder):
        out = self.work / form
        run = subprocess.run([self.program, "build", "-q", "-o", out, "--templates", self.templates, folder],
                             capture_output=True, text=True, check=False)
        if run.returncode != 0:
            self.fault(f"{form}, {folder.name} is not built: {run.stderr}")
            return
        for end, read in (("html", words_of_page), ("pdf", words_of_paper)):
            self.compare(form, folder.name, end, read(out / f"{folder.name}.{end}"))

    def compare(self, form, name, end, words):
        wanted = self.wanted.setdefault((name, end), words)
        self.compared += wanted is not words
        if words == wanted:
            return
        at = next((i for i, (a, b) in enumerate(zip(wanted, words)) if a != b), min(len(wanted), len(words)))
        self.fault(f"{form}, {name}.{end}: {words[at:at + 2]} where CSV gives {wanted[at:at + 2]}")


FORMS = {"xlsx": lambda folder, report: office.as_xlsx(folder, report, None),
         "ods": lambda folder, report: office.as_ods(folder, report, None),
         "xml": forms.as_records}


def handed_forms(pack, folder, work):
    """A report of CSV files that somebody else made, in each form that its tables can have."""
    pack.build("csv", folder)
    for name, form in FORMS.items():
        copy = work / name / folder.name
        copy.mkdir(parents=True)
        for file in folder.iterdir():
            (copy / file.name).write_bytes(file.read_bytes())
        report = copy / "report.xml"
        report.write_text(form(copy, report.read_text(encoding="utf-8")), encoding="utf-8")
        pack.build(name, copy)


def main():
    program, templates, folder, work = (pathlib.Path(a).resolve() for a in sys.argv[1:5])
    shutil.rmtree(work, ignore_errors=True)
    packs = [Pack(program, templates, work / "own")]
    for form in ("csv", "xml", "excel", "libre"):
        for report in sorted((folder / form).iterdir()):
            packs[0].build(form, report)
    if len(sys.argv) > 5:
        handed = pathlib.Path(sys.argv[5]).resolve()
        packs.append(Pack(program, handed / "templates", work / "handed-out"))
        for report in sorted(path.parent for path in handed.glob("*/report.xml")):
            handed_forms(packs[1], report, work / "handed")
    faults = [fault for pack in packs for fault in pack.faults]
    compared = sum(pack.compared for pack in packs)
    for fault in faults:
        print(f"FAILED: {fault}", file=sys.stderr)
    print(f"quarter: {compared} outputs compared, {len(faults)} faults")
    return 1 if faults or packs[0].compared < 12 else 0


sys.exit(main())
