"""check --accessibility: who may ask, and what machines are told."""
import json
import re
import shutil

from support import ROOT, Case, Place, write_report

USAGE = 64
DATA = 65
VAGUE = '<p><a href="https://example.gov.uk/">here</a> in red</p>'


class Asking(Case):
    def setUp(self):
        super().setUp()
        write_report(self.place / "r", VAGUE, title="Libraries in winter")

    def only_check_can_be_asked(self):
        part = "--accessibility goes with check, and not with --dump"
        for args in (("build", "r"), ("templates",),
                     ("check", "r", "--dump", "doc")):
            with self.subTest(args=args):
                self.says(self.run_program(*args, "--accessibility"), USAGE,
                          part)
        self.assertEqual(self.files(), [])

    def nobody_who_does_not_ask_is_told(self):
        done = self.run_program("check", "r")
        self.says(done, 0)
        self.assertEqual(done.stderr, "")
        self.assertNotIn("looked at", done.stdout)

    def strict_makes_them_errors(self):
        done = self.run_program("check", "--accessibility", "--strict", "r")
        self.says(done, DATA, "error: `here`", "[vague-link]")

    def each_report_of_many_has_its_own_list(self):
        write_report(self.place / "s", title="Libraries in spring")
        done = self.run_program("check", "--accessibility", "-j2", ".")
        self.says(done, 0, "[vague-link]")
        lines = done.stdout.splitlines()
        self.assertEqual([s for s in lines if s.startswith("looked at")], [
            "looked at 2 headings, 0 tables, 0 pictures, 1 link, "
            "11 colour pairs: 1 finding",
            "looked at 2 headings, 0 tables, 0 pictures, 0 links, "
            "11 colour pairs: 0 findings"])
        self.assertEqual(lines.count("What only a person can judge:"), 2)

    def machines_are_told_the_same(self):
        done = self.run_program("check", "--accessibility", "--json", "r")
        self.says(done, 0)
        record, summary = map(json.loads, done.stdout.splitlines())
        self.assertEqual(list(summary), ["summary"])
        told = record["accessibility"]
        self.assertEqual(told["looked-at"], {
            "headings": 2, "tables": 0, "pictures": 0, "links": 1,
            "colour-pairs": 11})
        self.assertEqual(told["findings"], 1)
        points = {p["id"]: p for p in told["to-judge"]}
        self.assertEqual(list(points), ["headings", "links", "colours",
                                        "language", "readers"])
        self.assertEqual(points["links"]["places"],
                         [{"file": "report.xml", "line": 7, "column": 8}])
        self.assertEqual(points["colours"]["count"], 1)

    def what_was_not_looked_at_is_not_told(self):
        (self.place / "r/report.xml").write_text("<report>")
        done = self.run_program("check", "--accessibility", "--json", "r")
        self.says(done, DATA)
        record, _ = map(json.loads, done.stdout.splitlines())
        self.assertNotIn("accessibility", record)

    def pale_colours_count(self):
        shutil.copytree(Place.templates, self.place / "templates")
        house = self.place / "templates/house/plain.xml"
        house.write_text(house.read_text().replace(
            "<fonts", '<colours charts="#ffdd00"/><fonts'))
        done = self.run_program("check", "--accessibility", "--templates",
                                self.place / "templates", "r", templates=False)
        self.says(done, 0, "[faint-drawing]")
        self.assertIn("6 colour pairs: 2 findings", done.stdout)


class Verdict(Case):
    def no_report_is_called_accessible(self):
        done = self.run_program("check", "--accessibility", "--templates",
                                ROOT / "templates", ROOT / "examples",
                                templates=False)
        self.says(done, 0)
        # Where the project lies is not the program's word.
        said = (done.stdout + done.stderr).replace(str(ROOT), "")
        # A rule may pass; what it asks is the law's word.
        said = re.sub(r"^\d+ rules? of .*$", "", said, flags=re.MULTILINE)
        for word in ("complian", "conform", "passes", "passed", "accessible",
                     "success", "OK"):
            self.assertNotIn(word, said)
        looked = [s for s in done.stdout.splitlines()
                  if s.startswith("looked at")]
        self.assertEqual(len(looked),
                         len(list((ROOT / "examples").iterdir())))
        # Blank cells are as the councils published them.
        codes = set(re.findall(r"\[([a-z-]+)\]$", done.stdout + done.stderr,
                               re.MULTILINE))
        self.assertLessEqual(codes, {"blank-cell", "blank-header", "rounding",
                                     "across", "balance"})
