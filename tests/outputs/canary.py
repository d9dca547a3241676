#!/usr/bin/env python3
"""What a report leaves out is in none of its outputs.

    canary.py PROGRAM TEMPLATES WORK

TEMPLATES are those of the golden tests. The word CANARY stands wherever data
holds what nobody reads or wants: title lines, columns that were left out or
not asked for, elements beside the records, fields that lie deeper, files that
are internal or kept back. It must be in no HTML, PDF, attachment, record or
manifest, in any encoding.
"""
import base64
import pathlib
import re
import shutil
import subprocess
import sys

WORD = "CANARY"
FILES = {
    "report.xml": """<report format="1" template="small" lang="en-GB">
  <header><field id="title">Small report</field></header>
  <data id="titles" file="titles.csv" kind="figures" title="One"/>
  <data id="chosen" file="chosen.csv" kind="figures" columns="item amount"
        title="Two"/>
  <data id="elements" file="elements.xml" path="group/figure" kind="figures"
        title="Three"><column id="level" from="../@level"/></data>
  <data id="rows" kind="figures" title="Four">
    <row item="A" amount="1" secret="CANARY"/>
  </data>
  <data id="inner" file="inner.csv" kind="figures" copy="internal" title="F"/>
  <data id="again" file="inner-copy.csv" kind="figures" title="Six"/>
  <data id="kept" file="kept.csv" kind="figures" attach="no" title="Seven"/>
  <data id="own" kind="figures" copy="internal" title="Eight">
    <row item="CANARY" amount="1"/>
  </data>
  <section id="text"><p>Words.</p><table data="titles"/><table data="chosen"/>
  <table data="elements"/><table data="rows"/>
  <p>{{again.total}} {{kept.total}}</p></section>
</report>
""",
    "titles.csv": "CANARY council,,,\n\nItem,Amount,Secret,\nA,1,CANARY,\n",
    "chosen.csv": "Item,Amount,Remark,Date\nA,1,CANARY,\nB,2,CANARY,\n",
    "elements.xml": """<export made="CANARY"><about>CANARY</about>
<!-- CANARY --><?canary CANARY?>
<group level="High" code="CANARY"><figure item="A" amount="1" id="CANARY">
<owner><name>CANARY</name></owner></figure></group></export>
""",
    "inner.csv": "Item,Amount,Remark\nCANARY,1,\nTotal,1,\n",
    "inner-copy.csv": "Item,Amount,Remark\nCANARY,1,\nTotal,1,\n",
    "kept.csv": "Item,Amount,Remark\nCANARY,1,\nTotal,1,\n",
}


def spellings():
    for encoding in "utf-8", "utf-16-be", "utf-16-le":
        yield WORD.encode(encoding)
        yield WORD.encode(encoding).hex().encode()
        yield WORD.encode(encoding).hex().upper().encode()


def bytes_of(path, work):
    """What PATH holds, and what is packed in it."""
    data = path.read_bytes()
    yield data
    for digits in re.findall(rb"base64,([A-Za-z0-9+/=]+)", data):
        yield base64.b64decode(digits)
    if path.suffix == ".pdf":
        plain = work / "plain.pdf"
        subprocess.run(["qpdf", "--qdf", "--object-streams=disable",
                        "--decode-level=all", path, plain], check=True)
        yield plain.read_bytes()
        yield subprocess.run(["pdftotext", path, "-"], check=True,
                             capture_output=True).stdout


def main():
    program, templates, work = (pathlib.Path(a).resolve()
                                for a in sys.argv[1:])
    shutil.rmtree(work, ignore_errors=True)
    folder = work / "canaries"
    folder.mkdir(parents=True)
    for name, text in FILES.items():
        (folder / name).write_text(text, encoding="utf-8")
    out = work / "out"
    run = subprocess.run([program, "build", "-q", "-o", out, "--templates",
                          templates, folder], capture_output=True, text=True,
                         check=False)
    if run.returncode != 0:
        sys.exit(run.stderr)
    found, looked = [], 0
    for path in sorted(p for p in out.rglob("*") if p.is_file()):
        looked += 1
        for data in bytes_of(path, work):
            found += [path.name for word in spellings() if word in data]
    html = (out / "canaries.html").read_text(encoding="utf-8")
    files = re.findall(r'download="([^"]*)"', html)
    if files != ["titles.csv", "chosen.csv", "elements.csv", "rows.csv"]:
        sys.exit(f"other files travel: {files}")
    if found:
        sys.exit(f"what was left out is in {sorted(set(found))}")
    if looked < 3:
        sys.exit(f"only {looked} files were made")


if __name__ == "__main__":
    main()
