"""What `check`, records and quiet runs say of rules."""
import json
import re
import shutil

from support import ROOT, Case, write_report

DATA = 65
RULES = """<rules format="2" title="Of our own">
  <field id="title" title="the title"/>
  <field id="wards" title="the wards"/>
  <rule id="title" title="A title" source="Nobody, 1" given="title" says="{{title}}"/>
  <rule id="wards" title="Wards" source="Nobody, 2" level="LEVEL" given="wards"/>
  <rule id="open" title="Open" source="Nobody, 3" needs="wards" test="1 = 2"/>
  <rule id="off" title="Off" source="Nobody, 4" when="wards" test="1 = 2"/>
</rules>
"""


class Rules(Case):
    def setUp(self):
        super().setUp()
        self._write_rules("warn")
        self._write("r")

    def _write_rules(self, level):
        folder = self.place / "own" / "rules"
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "own.xml").write_text(RULES.replace("LEVEL", level))

    def _write(self, name):
        path = write_report(self.place / name) / "report.xml"
        text = path.read_text(encoding="utf-8")
        text = re.sub(r'<report format="\d"', '<report format="2" rules="own"',
                      text)
        path.write_text(text, encoding="utf-8")

    def _run(self, *args):
        return self.run_program(*args, "--templates", "own")

    def one_report_is_told_of_each(self):
        done = self._run("check", "r")
        self.says(done, 0, "[rule-warned]")
        self.assertEqual(done.stdout.splitlines()[1:], [
            "Rules: Of our own (own)",
            "  passed        title: A title",
            "      Small report",
            "      Nobody, 1",
            "  warned        wards: Wards",
            "      `wards` (the wards) is not given, and the template `small` "
            "has no such field",
            "      Nobody, 2",
            "  not computed  open: Open",
            "      `wards` (the wards) is not given, and the template `small` "
            "has no such field",
            "      Nobody, 3",
            "4 rules of `own`: 1 passed, 1 warned, 1 could not be computed, "
            "1 not asked of this report"])

    def of_many_it_is_told_how_many(self):
        self._write("s")
        done = self._run("check", ".")
        self.says(done, 0, "[rule-warned]")
        self.assertEqual(done.stdout.count("4 rules of `own`: 1 passed"), 2)
        self.assertNotIn("Nobody, 1", done.stdout)

    def what_fails_is_not_written(self):
        self._write_rules("fail")
        done = self._run("build", "r", "-o", self.out)
        self.says(done, DATA, "error: rule `wards`", "[rule-failed]")
        self.assertEqual(self.files(), [])

    def strict_makes_a_warning_an_error_and_an_open_one_none(self):
        done = self._run("check", "--strict", "r")
        self.says(done, DATA, "error: rule `wards`")
        self.assertNotIn("rule `open`", done.stderr)

    def machines_are_told_the_same(self):
        done = self._run("check", "--json", "r")
        self.says(done, 0)
        told = json.loads(done.stdout.splitlines()[0])["rules"]
        self.assertEqual(told["of"], "own")
        self.assertEqual([(r["id"], r["outcome"]) for r in told["rules"]],
                         [("title", "passed"), ("wards", "warned"),
                          ("open", "not-computed"), ("off", "not-asked")])
        self.assertEqual(told["rules"][0], {
            "id": "title", "outcome": "passed", "asks": "A title",
            "found": "Small report", "source": "Nobody, 1"})

    def records_keep_them(self):
        self.says(self._run("build", "r", "-o", self.out), 0)
        record = json.loads((self.out / "r.json").read_text())
        self.assertEqual(record["rules"]["title"], "Of our own")

    def nobody_is_called_compliant(self):
        shutil.copytree(ROOT / "examples" / "pool-roof-decision",
                        self.place / "roof")
        done = self.run_program("check", "roof", "--templates",
                                ROOT / "templates", templates=False)
        self.says(done, 0)
        self.assertIn("rules of `england-executive`: 14 passed", done.stdout)
        for word in ("complian", "complies", "conform", "lawful"):
            self.assertNotIn(word, done.stdout + done.stderr)
