#!/usr/bin/env python3
"""Makes a file of each folder whose name ends in .xlsx, .xlsm or .ods, in place:
the parts of an office file, as text that one can read.

Of an .xlsx what is not there is made: `sheets` lists names, one a line, of
xl/worksheets/sheet1.xml, sheet2.xml ...; a sheet's file may hold its rows alone;
xl/strings.txt holds shared strings, one a line. Times are fixed.

    pack.py FOLDER...
"""
import pathlib
import shutil
import sys
import zipfile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


def relations(targets):
    return HEAD + '<Relationships xmlns="%s">' % PACKAGE + "".join(
        '<Relationship Id="rId%d" Type="%s/%s" Target="%s"/>' % (n, OFFICE, kind, target)
        for n, (kind, target) in enumerate(targets, 1)
    ) + "</Relationships>"


def complete(folder):
    """Writes the parts of an .xlsx that every one has."""
    names = (folder / "sheets").read_text(encoding="utf-8").splitlines()
    (folder / "sheets").unlink()
    parts = {"_rels/.rels": relations([("officeDocument", "xl/workbook.xml")])}
    targets = [("worksheet", "worksheets/sheet%d.xml" % n) for n in range(1, len(names) + 1)]
    strings = folder / "xl/strings.txt"
    if strings.exists():
        targets.append(("sharedStrings", "sharedStrings.xml"))
        parts["xl/sharedStrings.xml"] = HEAD + '<sst xmlns="%s">' % MAIN + "".join(
            "<si><t>%s</t></si>" % s for s in strings.read_text(encoding="utf-8").splitlines()
        ) + "</sst>"
        strings.unlink()
    if (folder / "xl/styles.xml").exists():
        targets.append(("styles", "styles.xml"))
    parts["xl/_rels/workbook.xml.rels"] = relations(targets)
    parts["xl/workbook.xml"] = (
        HEAD + '<workbook xmlns="%s" xmlns:r="%s"><sheets>' % (MAIN, OFFICE)
        + "".join('<sheet name="%s" sheetId="%d"%s r:id="rId%d"/>'
                  % (name.lstrip("~"), n, ' state="hidden"' if name.startswith("~") else "", n)
                  for n, name in enumerate(names, 1))
        + "</sheets></workbook>")
    for name, text in parts.items():
        path = folder / name
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
    for n in range(1, len(names) + 1):
        path = folder / ("xl/worksheets/sheet%d.xml" % n)
        text = path.read_text(encoding="utf-8")
        if "<worksheet" not in text:
            path.write_text(HEAD + '<worksheet xmlns="%s"><sheetData>' % MAIN + text
                            + "</sheetData></worksheet>", encoding="utf-8")


def pack(folder):
    if (folder / "sheets").exists():
        complete(folder)
    made = folder.with_name(folder.name + ".made")
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for path in sorted(p for p in folder.rglob("*") if p.is_file()):
            entry = zipfile.ZipInfo(path.relative_to(folder).as_posix())
            entry.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(entry, path.read_bytes())
    shutil.rmtree(folder)
    made.rename(folder)


def main():
    for root in sys.argv[1:]:
        for folder in sorted(pathlib.Path(root).rglob("*")):
            if folder.is_dir() and folder.suffix in (".xlsx", ".xlsm", ".ods"):
                pack(folder)


main()
