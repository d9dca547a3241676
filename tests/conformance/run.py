#!/usr/bin/env python3
"""Every report that the tests can build, seen by the validators of others.

    run.py PROGRAM WORK

veraPDF (PDF/UA-1 and PDF/A-3a), poppler, qpdf and mutool see every PDF, the
Nu HTML checker every HTML file, axe-core in Chromium all but a huge one. What
they fail is printed; so is what axe leaves to a person.
"""

import collections
import pathlib
import sys
import time

import inputs
import validators

sys.path.insert(0, str(inputs.ROOT / "tests/outputs"))
import tags  # noqa: E402

AXE_LIMIT = 400_000  # bytes: axe looks at each cell, four times


class Run:
    def __init__(self):
        self.faults = 0

    def fault(self, file, text):
        self.faults += 1
        print(f"FAILED {file}: {text}", flush=True)

    def readers(self, pdfs):
        for pdf in pdfs:
            for complaint in validators.readers(pdf):
                self.fault(pdf, complaint)
            for fault in tags.faults(pdf):
                self.fault(pdf, fault)
        print(f"qpdf, poppler, mutool, tags.py: {len(pdfs)} PDF files read",
              flush=True)

    def verapdf(self, pdfs):
        for pdf, profiles in validators.verapdf(pdfs, "0").items():
            for profile in validators.PDF_PROFILES - set(profiles):
                self.fault(pdf, f"not seen as {profile}")
            for profile, rules in profiles.items():
                for rule, checks in rules.items():
                    self.fault(pdf, f"{profile}: {rule}, {checks} times")
        print(f"veraPDF: {len(pdfs)} PDF files validated, ua1 and 3a",
              flush=True)

    def nu(self, pages):
        for page, messages in validators.nu(pages).items():
            for message in messages:
                self.fault(page, f"Nu: {message}")
        print(f"Nu: {len(pages)} HTML files checked", flush=True)

    def axe(self, pages):
        seen = [p for p in pages if p.stat().st_size <= AXE_LIMIT]
        unsure = collections.Counter()
        begun = time.monotonic()

        def progress(page, line):
            unsure.update(line["unsure"])
            for fault in line["faults"]:
                self.fault(page, f"axe, {line['view']}: {fault['rule']} at "
                           f"{fault['where']}")
            if line["view"] == validators.VIEWS[-1]:
                print(f"  {time.monotonic() - begun:5.1f} s {page.name}",
                      flush=True)

        found = validators.axe(seen, progress)
        regions = sum(line["regions"] for page in seen for line in found[page])
        if regions == 0:
            self.fault("axe", "no page had a table that scrolls sideways")
        print(f"axe: {len(seen)} HTML files looked at in "
              f"{len(validators.VIEWS)} views, {regions} wide tables moved by "
              f"keyboard; {len(pages) - len(seen)} above {AXE_LIMIT} bytes "
              "not looked at")
        for rule, places in sorted(unsure.items()):
            print(f"  left to a person: {rule}, {places} places")


def main():
    if len(sys.argv) != 3:
        sys.exit("usage: run.py PROGRAM WORK")
    if validators.missing():
        sys.exit("conformance: ./setup --conformance installs "
                 + ", ".join(validators.missing()))
    program, work = (pathlib.Path(p).resolve() for p in sys.argv[1:])
    print(validators.versions(), flush=True)
    reports = inputs.build_reports(program, work)
    run = Run()
    run.readers([r.pdf for r in reports])
    run.verapdf([r.pdf for r in reports])
    pages = [r.html for r in reports] + [work / inputs.INDEX]
    run.nu(pages)
    run.axe(pages)
    print(f"conformance: {len(reports)} reports, {run.faults} faults")
    return 1 if run.faults or not reports else 0


if __name__ == "__main__":
    try:
        sys.exit(main())
    except validators.Silent as silence:
        sys.exit(f"conformance: {silence}")
