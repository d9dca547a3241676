"""Folders of templates, and what is said of them."""
import os
import signal
import subprocess
import time
from xml.etree import ElementTree

from support import ROOT, TIME_LIMIT, Case, Place, write_report

DATA, NO_INPUT = 65, 66
OWN = ("--templates", "own", "--templates", Place.templates,
       "--templates", ROOT / "templates")

EXTENDED = """<template format="1" title="{title}" extends="small">
  <section id="{id}" heading="{title}"/>
</template>
"""


class Folders(Case):
    def setUp(self):
        super().setUp()
        write_report(self.place / "r")
        self._small("first", "First")
        self._small("second", "Second")

    def _small(self, folder, title):
        small = self.place / folder / "small"
        small.mkdir(parents=True)
        (small / "template.xml").write_text(
            EXTENDED.format(title=title, id=folder))

    def _listed(self, *args, variable="-"):
        done = self.run_program(
            "templates", *args, templates=False,
            env=dict(os.environ, COUNCILPRESS_TEMPLATES=variable))
        self.says(done, 0)
        return done.stdout

    def the_first_that_is_named_counts(self):
        said = self._listed("--templates", "first", "--templates", "second",
                            "--templates", Place.templates)
        self.assertRegex(said, r"(?m)^small +First +first$")
        said = self._listed("--templates", "second", "--templates", "first",
                            "--templates", Place.templates)
        self.assertRegex(said, r"(?m)^small +Second +second$")

    def one_can_extend_the_same_of_a_later_folder(self):
        said = self._listed("--templates", "first", "--templates", "second",
                            "--templates", Place.templates, "small")
        self.assertRegex(said, r"(?s)from first\n.*text.*more.*second.*first")
        done = self.build("r", "--templates", "first", "--templates",
                          Place.templates, templates=False)
        self.says(done, 0)

    def a_variable_names_more_of_them(self):
        said = self._listed("--templates", "first", variable="second:" +
                            str(Place.templates) + ":-")
        self.assertRegex(said, r"(?m)^small +First +first$")
        said = self._listed(variable=f":second:{Place.templates}:-:first")
        self.assertRegex(said, r"(?m)^small +Second +second$")
        self.assertNotIn("cabinet", said)

    def those_of_the_program_come_last(self):
        said = self._listed("--templates", Place.templates, variable="")
        self.assertIn("cabinet-2018", said)
        self.assertRegex(said, r"(?m)^small +Small report ")
        self.assertIn("cabinet-2018", self._listed(variable="-"))

    def one_that_is_not_there_is_named(self):
        done = self.build("r", "--templates", "first", "--templates", "no/such",
                          templates=False)
        self.says(done, NO_INPUT, "cannot read the folder of templates "
                                  "`no/such`: No such file or directory")
        done = self.run_program("build", "--templates", "", "r",
                                templates=False)
        self.says(done, 64, "--templates : want the name of a folder")

    def one_that_the_variable_names_is_told_as_its(self):
        (self.place / "file").write_text("no folder\n")
        for name, why in (("no/such", "No such file or directory"),
                          ("file", "Not a directory")):
            done = self.run_program(
                "check", "r", templates=False,
                env=dict(os.environ, COUNCILPRESS_TEMPLATES=f"second:{name}"))
            self.says(done, NO_INPUT,
                      f"cannot read the folder of templates `{name}`: {why}",
                      "the variable COUNCILPRESS_TEMPLATES says "
                      f"`second:{name}`")
        done = self.build("r", "--templates", "no/such", templates=False)
        self.assertNotIn("the variable", done.stderr)

    def each_is_read_by_confined_processes(self):
        write_report(self.place / "s")
        self.says(self.build("-j2", "r", "s", "--templates", "first",
                             "--templates", Place.templates, templates=False),
                  0)


class Listing(Case):
    def one_with_faults_is_listed_and_named(self):
        small = self.place / "own/small"
        small.mkdir(parents=True)
        (small / "template.xml").write_text(
            '<template format="1" title="Half" extends="smal"/>\n')
        done = self.run_program("templates", "--templates", "own")
        self.says(done, 0)
        self.assertRegex(done.stdout, r"(?m)^small +\(has faults\) +own$")
        done = self.run_program("templates", "--templates", "own", "small")
        self.says(done, DATA, "small/template.xml:1:44: error: there is no "
                              "template `smal` [unknown-name]")


class Kinds(Case):
    def lists_them(self):
        done = self.run_program("kinds")
        self.says(done, 0)
        self.assertRegex(done.stdout, r"(?m)^figures +Figures +\S+$")

    def says_what_one_holds(self):
        done = self.run_program("kinds", "figures")
        self.says(done, 0)
        for part in (r"figures: Figures", r"(?m)^  item +text +required +Item",
                     r"(?m)^  total +Total", r"(?m)^  total +amount: "):
            self.assertRegex(done.stdout, part)

    def names_the_nearest_of_a_name_that_is_unknown(self):
        self.says(self.run_program("kinds", "figure"), NO_INPUT,
                  "no kind `figure`; did you mean `figures`?")

    def stand_in_the_manual_with_what_they_need_and_check(self):
        manual = (ROOT / "docs/templates.md").read_text(encoding="utf-8")
        for path in sorted((ROOT / "templates/kinds").glob("*.xml")):
            kind = ElementTree.parse(path).getroot()
            needs = ", ".join(c.get("title") for c in kind.iter("column")
                              if c.get("required") == "yes")
            checks = ", ".join(dict.fromkeys(
                c.get("type") for c in kind.iter("check"))) or "none"
            if path.stem != "index":  # what the program makes itself
                with self.subTest(kind=path.stem):
                    self.assertIn(f"| `{path.stem}` | {kind.get('title')} | "
                                  f"{needs} | {checks} |\n", manual)

    def one_with_faults_is_named(self):
        (self.place / "own/kinds").mkdir(parents=True)
        (self.place / "own/kinds/figures.xml").write_text("<kind")
        done = self.run_program("kinds", "--templates", "own")
        self.says(done, 0)
        self.assertRegex(done.stdout, r"(?m)^figures +\(has faults\) +own$")
        self.says(self.run_program("kinds", "--templates", "own", "figures"),
                  DATA, "kinds/figures.xml:1:")

    def the_sample_of_each_holds_what_it_checks(self):
        """Of those that come with the program, and of those of the tests."""
        template = self.place / "own/every/template.xml"
        template.parent.mkdir(parents=True)
        template.write_text(
            '<template format="1" title="E" extends="small">'
            '<section id="text" heading="Text"><prose/></section>'
            "</template>\n")
        listed = self.run_program("kinds", *OWN, templates=False).stdout
        names = [line.split()[0] for line in listed.splitlines()]
        self.assertIn("budget-profile", names)
        self.assertIn("figures", names)
        for name in names:
            with self.subTest(name=name):
                report = write_report(
                    self.place / "r", '<table data="d"/>',
                    f'<data id="d" file="d.csv" kind="{name}"/>')
                sample = self.run_program("kinds", *OWN, name, "--sample",
                                          templates=False)
                self.says(sample, 0)
                (report / "d.csv").write_text(sample.stdout)
                done = self.run_program("check", *OWN, "r",
                                        templates=False)
                self.says(done, 0)
                # All columns at once are more than a page takes, at times.
                for line in done.stderr.splitlines():
                    if ": error: " in line or ": warning: " in line:
                        self.assertRegex(line, r"\[(wide-word|sample-words)\]$")


def beside_sample_words(done):
    """What is found but that the words of a sample stand there."""
    return [line for line in done.stderr.splitlines()
            if (": warning: " in line or ": error: " in line)
            and not line.endswith("[sample-words]")]


# Each view is drawn, or has a row that is named: none may be empty.
VIEWS = """<template format="2" title="V" extends="small">
  <data id="r" kind="revenue-monitoring"/>
  <data id="s" kind="savings-tracker"/>
  <data id="m" kind="milestones"/>
  <data id="u" kind="unit-budget"/>
  <view id="over" data="r" where="variance > 0" sort="-variance" top="5"/>
  <view id="place" data="over" where="group = 'Place' and not (rag = 'Green')"/>
  <view id="groups" data="place" group="group" sum="variance"/>
  <view id="under" data="r" where="10 > forecast or rag = 'Red'"/>
  <view id="late" data="m" where="status = 'overdue'"/>
  <view id="begun" data="m" where="actual-date is empty"/>
  <view id="owned" data="s" where="owner = 'Finance' and rag is not empty"/>
  <view id="dear" data="u" where="amount >= 102"/>
  <section id="text">
    <p>{{over[Roads].variance|pounds}}, {{place['Market halls'].variance}},
      {{under[Parks].forecast}}, {{first(late.milestone)}},
      {{last(begun.milestone)}}, {{owned[S7].forecast}}</p>
    <table data="groups"/><table data="r"/><table data="m"/><table data="s"/>
    <table data="u"/>
    <chart data="dear" draw="bars" y="amount" caption="Dear"/>
    <chart data="owned" draw="bars" y="forecast" caption="Owned"/>
  </section>
</template>
"""


# A section is asked for under a condition that the sample fulfils.
ASKING = """<template format="2" title="A" extends="small">
  <fields>
    <field id="outcome" type="choice" choices="granted; refused"/>
  </fields>
  <data id="bins" kind="by-council"/>
  <section id="conditions" heading="Conditions" required="yes"
           when="outcome = 'granted'"/>
  <section id="text"><p>It is {{outcome}}.</p><table data="bins"/></section>
</template>
"""

# Groups that can be one of two alone.
BY_COUNCIL = """<kind format="2" title="Bins">
  <column id="council" title="Council" type="choice" role="group"
          choices="Ashford; Bowland" required="yes"/>
  <column id="line" title="Line" type="text" role="key" required="yes"/>
  <column id="missed" title="Missed" type="number" required="yes"/>
  <line role="sub-total" aliases="{group} total"/>
  <check type="sub-totals" result="missed"/>
</kind>
"""

CROSSED = """<template format="2" title="C" extends="small">
  <data id="a" kind="budget-lines"/>
  <data id="b" kind="budget-lines"/>
  <section id="text"><list><item each="a">{{b[row.line].amount}}</item></list>
  </section>
</template>
"""


class New(Case):
    def _write_own(self, name, text):
        path = self.place / "own" / name
        path.parent.mkdir(parents=True)
        path.write_text(text, encoding="utf-8")

    def _new_builds(self, name):
        """The folder n, of the template NAME, and it has nothing but sample words to mend."""
        self.says(self.run_program("new", *OWN, "--template", name, "n", templates=False), 0)
        done = self.build(*OWN, "n", templates=False)
        self.says(done, 0)
        self.assertEqual(beside_sample_words(done), [])

    def of_each_template_builds_at_once(self):
        folders = ("--templates", Place.templates,
                   "--templates", ROOT / "templates")
        listed = self.run_program("templates", *folders,
                                  templates=False).stdout
        names = [line.split()[0] for line in listed.splitlines()]
        self.assertIn("forum-2012", names)
        self.assertIn("small", names)
        for name in names:
            with self.subTest(name=name):
                done = self.run_program("new", *folders, "--template", name,
                                        f"all/{name}", templates=False)
                self.says(done, 0)
                self.assertIn(f"all/{name}/report.xml\n", done.stdout)
                done = self.build(*folders, f"all/{name}", templates=False)
                self.says(done, 0)
                self.assertEqual(beside_sample_words(done), [])
                self.assertIn("[sample-words]", done.stderr)

    def has_the_rows_that_the_template_names(self):
        self._write_own(
            "named/template.xml",
            '<template format="2" title="N" extends="small">'
            '<data id="p" kind="budget-profile"/><section id="text"><p>'
            "{{p[Roads].2024/25|pounds}}, {{p['Trees'].year-before|pounds}}"
            "</p><table data=\"p\"/></section></template>\n")
        self._new_builds("named")
        data = (self.place / "n/p.csv").read_text(encoding="utf-8")
        for words in ("2024/25", "\nRoads,", "\nTrees,"):
            self.assertIn(words, data)

    def has_rows_that_each_view_lets_through(self):
        self._write_own("seen/template.xml", VIEWS)
        done = self.run_program("templates", "--check", *OWN, "seen",
                                templates=False)
        self.says(done, 0)
        self.assertEqual(done.stderr, "")
        self._new_builds("seen")

    def has_what_conditions_and_groups_ask_for(self):
        self._write_own("asking/template.xml", ASKING)
        self._write_own("kinds/by-council.xml", BY_COUNCIL)
        self._new_builds("asking")
        rows = (self.place / "n/bins.csv").read_text(encoding="utf-8")
        self.assertIn("\nBowland,", rows)

    def a_row_that_says_its_name_is_no_row_of_that_name(self):
        self._write_own("crossed/template.xml", CROSSED)
        done = self.run_program("templates", "--check", *OWN, "crossed",
                                templates=False)
        self.says(done, DATA, "there is no row `row.line`",
                  "first(data.column, key = row.line)")

    def leaves_out_what_its_own_samples_leave_out(self):
        self._write_own(
            "kept/template.xml",
            '<template format="2" title="K" extends="small"><fields>'
            '<field id="call-in" type="date" when="key = \'yes\'" required="yes"/>'
            '<field id="key" type="choice" choices="no; yes" required="yes"/>'
            '<field id="reason" when="key = \'no\'" required="yes"/></fields>'
            '<header><title/><p>{{key}}{{call-in}}{{reason}}{{date}}</p></header>'
            "</template>\n")
        self._new_builds("kept")
        text = (self.place / "n/report.xml").read_text(encoding="utf-8")
        self.assertIn('<!-- <field id="call-in">: required when key', text)
        self.assertIn('<field id="reason">reason</field>', text)

    def leaves_in_what_rests_on_data_by_another_field(self):
        self._write_own(
            "resting/template.xml",
            '<template format="2" title="R" extends="small"><fields>'
            '<field id="number" value="{{count(o)}}"/>'
            '<field id="why" when="number != \'0\'" required="yes"/>'
            '<field id="who" when="count(o) > 0" required="yes"/>'
            '<field id="also" when="who|if-any" required="yes"/>'
            '<field id="key" type="choice" choices="no; yes" required="yes"/>'
            '<field id="last" when="key = \'yes\'" required="yes"/></fields>'
            '<header><title/><p>{{number}}{{why}}{{who}}{{also}}{{key}}{{last}}{{date}}</p></header>'
            '<data id="o" kind="figures"/><section id="text"><table data="o"/></section>'
            "</template>\n")
        self._new_builds("resting")
        text = (self.place / "n/report.xml").read_text(encoding="utf-8")
        self.assertIn('<!-- <field id="last">: required when key', text)
        self.assertIn('<field id="also">also</field>', text)

    def names_the_schema_for_an_editor(self):
        self.says(self.run_program("new", "--template", "small", "r"), 0)
        text = (self.place / "r/report.xml").read_text(encoding="utf-8")
        self.assertRegex(text, r'<\?xml-model href="file:///\S+/report.rng" ')

    def nothing_is_written_over(self):
        report = write_report(self.place / "r")
        before = (report / "report.xml").read_bytes()
        self.says(self.run_program("new", "--template", "small", "r"), 73,
                  "r: there is something already")
        self.assertEqual((report / "report.xml").read_bytes(), before)
        (self.place / "empty").mkdir()
        self.says(self.run_program("new", "--template", "small", "empty"), 0)
        self.says(self.run_program("new", "--template", "small",
                                   "r/report.xml"), 73)

    def asks_for_a_template(self):
        self.says(self.run_program("new", "r"), 64, "new needs --template")
        self.says(self.run_program("new", "--template", "smal", "r"), NO_INPUT,
                  "no template `smal`; did you mean `small`?")
        self.assertFalse((self.place / "r").exists())
        self.says(self.run_program("new", "--template", "small"), 64,
                  "new takes one folder")

    def a_folder_that_cannot_be_made_is_named_once(self):
        done = self.run_program("new", "--template", "small", "/proc/x")
        self.assertEqual((done.returncode, done.stderr), (
            73, "councilpress: /proc/x: cannot create folder: No such file or "
                "directory\n"))

    def of_a_broken_template_nothing_is_made(self):
        (self.place / "own/small").mkdir(parents=True)
        (self.place / "own/small/template.xml").write_text("<templ")
        self.says(self.run_program("new", "--templates", "own", "--template",
                                   "small", "r"), DATA,
                  "small/template.xml:1:")
        self.assertFalse((self.place / "r").exists())


class Check(Case):
    def those_that_come_with_the_program_have_no_faults(self):
        done = self.run_program("templates", "--check", "--templates",
                                ROOT / "templates", "--templates",
                                Place.templates, templates=False)
        self.says(done, 0)
        self.assertEqual(done.stderr, "")
        self.assertRegex(done.stdout, r"^\d+ templates: no faults\n$")

    def those_that_come_with_the_program_number_notes(self):
        for path in sorted((ROOT / "templates").glob("*/template.xml")):
            template = ElementTree.parse(path).getroot()
            if template.get("extends") or path.parent.name == "index":
                continue
            self.assertIsNotNone(template.find("numbering").get("notes"), path)

    def reads_what_no_report_names(self):
        for name, text in (("half/template.xml", "<template"),
                           ("kinds/half.xml", "<kind>"),
                           ("house/half.xml", "junk"),
                           ("wording/zz.xml", "<wording/>")):
            with self.subTest(name=name):
                path = self.place / name.replace("/", "-") / name
                path.parent.mkdir(parents=True)
                path.write_text(text)
                done = self.run_program("templates", "--check", "--templates",
                                        self.place / name.replace("/", "-"))
                self.says(done, DATA, f"{name}:1:")

    def of_one_says_the_faults_of_that(self):
        own = self.place / "own"
        for name, text in (("half", "<template"), (
                "whole", EXTENDED.format(title="Whole", id="whole"))):
            (own / name).mkdir(parents=True)
            (own / name / "template.xml").write_text(text)
        done = self.run_program("templates", "--check", "--templates", "own",
                                "whole")
        self.says(done, 0)
        self.assertEqual(done.stdout, "1 template: no faults\n")
        self.says(self.run_program("templates", "--check", "--templates",
                                   "own", "half"), DATA, "half/template.xml:")

    def writes_a_page_of_each_when_asked(self):
        done = self.run_program("templates", "--check", "--pages", self.out)
        self.says(done, 0)
        self.assertLessEqual({"small.pdf", "small.html"}, set(self.files()))

    def leaves_nothing_behind(self):
        place = self.place / "tmp"
        place.mkdir()
        self.says(self.run_program("templates", "--check", "--templates",
                                   ROOT / "templates",
                                   env=dict(os.environ, TMPDIR=str(place))), 0)
        self.assertEqual(list(place.iterdir()), [])

    def a_signal_leaves_nothing_behind(self):
        place = self.place / "tmp"
        place.mkdir()
        words = [str(Place.program), "templates", "--check", "--templates",
                 str(ROOT / "templates")]
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            with self.subTest(signal=number), subprocess.Popen(
                    words, stdout=subprocess.DEVNULL,
                    stderr=subprocess.DEVNULL,
                    env=dict(os.environ, TMPDIR=str(place))) as run:
                # It reads all templates for long after the folder is made.
                while not any(place.iterdir()) and run.poll() is None:
                    time.sleep(0.001)
                run.send_signal(number)
                self.assertEqual(run.wait(TIME_LIMIT), -number)
                self.assertEqual(list(place.iterdir()), [])

    def nor_does_a_reader_that_has_gone(self):
        place = self.place / "tmp"
        own = self.place / "own/half"
        place.mkdir()
        own.mkdir(parents=True)
        (own / "template.xml").write_text("<template")
        reading, writing = os.pipe()
        os.close(reading)
        try:
            self.run_program("templates", "--check", "--templates", "own",
                             stderr=writing,
                             env=dict(os.environ, TMPDIR=str(place)))
        finally:
            os.close(writing)
        self.assertEqual(list(place.iterdir()), [])
