#!/usr/bin/env python3
"""Proof that the validators would say so: files with one fault each.

    proofs.py PROGRAM WORK

WORK is that of run.py, whose reports are broken here.
"""

import pathlib
import shutil
import subprocess
import sys
import xml.etree.ElementTree
import zipfile

import html_breaks
import inputs
import pdf_breaks
import pdf_file
import pdf_rules
import validators

sys.path.insert(0, str(inputs.ROOT / "tests/outputs"))
import structure  # noqa: E402
import tags  # noqa: E402

EXAMPLE = "schools-partnership"  # tables, figures, notes, lists, attachments
PAGE = "enabling-school-improvement"  # a picture and a wide table, and short

PROFILES = {"ua1": ("PDF/UA-1 validation profile", pdf_breaks.UA1),
            "3a": ("PDF/A-3A validation profile", pdf_breaks.A3A)}


class Proofs:
    def __init__(self):
        self.seen = 0
        self.faults = 0

    def expect(self, holds, text):
        self.seen += 1
        if not holds:
            self.faults += 1
            print(f"FAILED {text}", flush=True)


def rules_of_ua1():
    """What veraPDF itself says it looks for."""
    jar = next(validators.JARS.glob("core-*.jar"))
    with zipfile.ZipFile(jar) as archive:
        path = next(n for n in archive.namelist() if n.endswith("/PDFUA-1.xml"))
        root = xml.etree.ElementTree.fromstring(archive.read(path))
    return {f"{e.get('clause')}-{e.get('testNumber')}" for e in root.iter()
            if e.tag.endswith("}id")}


def every_rule_is_listed(proofs):
    rules = rules_of_ua1()
    broken = set().union(*(rules for rules, _ in pdf_breaks.UA1))
    cannot = set(pdf_rules.UA1_CANNOT)
    unseen = set(pdf_rules.UA1_UNSEEN)
    listed = [*broken, *cannot, *unseen]
    proofs.expect(rules, "the profile has no rules")
    for rule in sorted(rules - set(listed)):
        proofs.expect(False, f"ua1 {rule}: neither broken nor excused")
    for rule in sorted(set(listed)):
        proofs.expect(rule in rules, f"ua1 {rule}: no rule of the profile")
        proofs.expect(listed.count(rule) == 1, f"ua1 {rule}: listed twice")
    print(f"ua1: {len(rules)} rules, {len(broken)} broken, {len(unseen)} that "
          f"only we see, {len(cannot)} that no report can break")


def write_mutant(sound, function, path):
    pdf = sound.copy()
    finish = function(pdf)
    pdf.save(path)
    if finish is not None:
        finish(path)


def write_mutants(sound, table, folder):
    """Files by the row that they break; the first, sound, by None."""
    folder.mkdir()
    files = {folder / "sound.pdf": None}
    sound.save(folder / "sound.pdf")
    for row in table:
        path = folder / f"{row[1].__name__}.pdf"
        write_mutant(sound, row[1], path)
        files[path] = row
    return files


def pdf_proofs(proofs, sound, work, flavour):
    profile, table = PROFILES[flavour]
    files = write_mutants(sound, table, work / flavour)
    found = validators.verapdf(list(files), flavour)
    for path, row in files.items():
        wanted = row[0] if row else frozenset()
        failed = set(found[path].get(profile, {"nothing": 1}))
        proofs.expect(failed == wanted, f"{flavour} {path.stem}: fails "
                      f"{sorted(failed)}, wanted {sorted(wanted)}")
    print(f"{flavour}: {len(table)} broken PDF files seen as such", flush=True)


def our_proofs(proofs, sound, work, dump):
    """What we see and veraPDF does not."""
    files = write_mutants(sound, pdf_breaks.OURS, work / "ours")
    found = validators.verapdf(list(files), "ua1")
    for path, row in files.items():
        said = "\n".join([*tags.faults(path, dump),
                          *structure.differences(dump, path)])
        proofs.expect(row[0] in said if row else not said,
                      f"ours {path.stem}: {said[:200] or 'nothing said'}")
        proofs.expect(not any(found[path].values()),
                      f"ours {path.stem}: veraPDF sees it, too")
    print(f"ours: {len(files) - 1} faults that veraPDF does not see",
          flush=True)


def write_pages(page, table, folder):
    folder.mkdir()
    files = {folder / "sound.html": None}
    (folder / "sound.html").write_text(page)
    for row in table:
        path = folder / f"{row[1].__name__}.html"
        path.write_text(row[1](page))
        files[path] = row
    return files


def html_proofs(proofs, page, work):
    files = write_pages(page, html_breaks.NU, work / "nu")
    for path, said in validators.nu(list(files)).items():
        wanted = files[path][0] if files[path] else None
        proofs.expect(any(wanted in text for text in said) if wanted else
                      not said, f"Nu {path.stem}: {said}")
    print(f"Nu: {len(files) - 1} broken HTML files seen as such", flush=True)
    files = write_pages(page, html_breaks.AXE, work / "axe")
    for path, lines in validators.axe(list(files)).items():
        failed = {fault["rule"] for line in lines for fault in line["faults"]}
        wanted = files[path][0] if files[path] else set()
        proofs.expect(wanted <= failed if wanted else not failed,
                      f"axe {path.stem}: {sorted(failed)}")
    print(f"axe: {len(files) - 1} broken HTML files seen as such")


def is_silent(validate, path):
    try:
        validate([path])
    except validators.Silent:
        return True
    return False


def silence_proofs(proofs, work):
    """A file that a validator could not look at is not one without faults."""
    nothing = work / "nothing"
    for validate in (lambda files: validators.verapdf(files, "0"),
                     validators.nu, validators.axe):
        proofs.expect(is_silent(validate, nothing),
                      "a file that is not there passes")
    torn = work / "torn.pdf"
    torn.write_bytes((work / "ua1/sound.pdf").read_bytes()[:4000])
    proofs.expect(not validators.verapdf([torn], "0")[torn],
                  "veraPDF validates half a file")
    proofs.expect(validators.readers(torn), "readers take half a file")


def dump_of(program, example):
    return subprocess.run(
        [program, "build", "--dump", "doc", "--templates",
         inputs.ROOT / "templates", inputs.ROOT / "examples" / example],
        check=True, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        text=True).stdout


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: proofs.py PROGRAM WORK")
    program, reports = (pathlib.Path(p).resolve() for p in sys.argv[1:])
    built = reports / "examples/out"
    work = reports / "proofs"
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir()
    proofs = Proofs()
    every_rule_is_listed(proofs)
    sound = pdf_file.PdfFile(built / f"{EXAMPLE}.pdf")
    for flavour in PROFILES:
        pdf_proofs(proofs, sound, work, flavour)
    our_proofs(proofs, sound, work, dump_of(program, EXAMPLE))
    silence_proofs(proofs, work)
    html_proofs(proofs, (built / f"{PAGE}.html").read_text(), work)
    print(f"proofs: {proofs.seen} looked at, {proofs.faults} faults")
    return 1 if proofs.faults else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except validators.Silent as silence:
        sys.exit(f"proofs: {silence}")
