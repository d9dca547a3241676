"""Every option of docs/man/councilpress.1 does what the page says."""
import json
import os
import pty
import re
import shutil
import subprocess
import unittest

from support import FONTS, ROOT, Case, Place, write_report

DATA = 65
NO_INPUT = 66
CREATE = 73
MANUAL = ROOT / "docs/man/councilpress.1"


class Help(Case):
    def help_goes_to_standard_output(self):
        for option in ("--help", "-h"):
            done = self.run_program(option, templates=False)
            self.says(done, 0)
            self.assertEqual(done.stderr, "")
            self.assertIn("usage: councilpress build", done.stdout)

    def version_goes_to_standard_output(self):
        for option in ("--version", "-V"):
            done = self.run_program(option, templates=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            self.assertRegex(done.stdout, r"\Acouncilpress \d+\.\d+\.\d+\n\Z")

    def help_wins_over_a_command(self):
        done = self.run_program("build", "--help", templates=False)
        self.assertEqual(done.returncode, 0)
        self.assertIn("usage:", done.stdout)

    def help_of_a_command_has_its_options_and_no_others(self):
        option_of = re.compile(r"(?m)^  (?:-\w, |    )--([a-z-]+)(?: ([A-Z]))?")
        right = {"format": "pdf", "copy": "internal", "as-of": "2026-11-30",
                 "set": "a=b", "shard": "1/2", "dump": "doc"}
        whole = self.run_program("--help", templates=False).stdout
        options = option_of.findall(whole)
        self.assertGreater(len(options), 25)
        for name in re.findall(r"councilpress ([a-z]+) \[OPTION\]", whole):
            text = self.run_program(name, "--help", templates=False).stdout
            self.assertEqual(re.findall(r"councilpress ([a-z]+) \[", text),
                             [name])
            told = [option for option, _ in option_of.findall(text)]
            for option, value in options:
                words = [right.get(option, "1")] if value else []
                said = self.run_program(name, f"--{option}", *words,
                                        templates=False).stderr
                with self.subTest(command=name, option=option):
                    self.assertEqual(option not in told, bool(re.search(
                        rf"--{option} goes with [a-z]", said)))
        self.assertEqual(self.run_program("bild", "--help",
                                          templates=False).stdout, whole)

    def help_and_manual_have_the_same_options(self):
        text = self.run_program("--help", templates=False).stdout
        in_help = set(re.findall(r"--([a-z-]+)", text))
        in_manual = set(re.findall(r"Fl -([a-z-]+)", MANUAL.read_text()))
        self.assertEqual(in_help, in_manual)

    def no_line_of_help_is_wider_than_a_terminal(self):
        text = self.run_program("--help", templates=False).stdout
        self.assertEqual([s for s in text.splitlines() if len(s) > 80], [])


class Order(Case):
    def setUp(self):
        super().setUp()
        write_report(self.place / "r")

    def options_stand_before_or_after_paths(self):
        for args in (("build", "-q", "-o", self.out, "r"),
                     ("build", "r", "-q", "-o", self.out),
                     ("-q", "-o", self.out, "build", "r"),
                     ("build", "-q", "r", f"--output={self.out}"),
                     ("build", f"-qo{self.out}", "r")):
            with self.subTest(args=args):
                self.says(self.run_program(*args), 0)
                self.assertIn("r.pdf", self.files())
                for name in self.files():
                    (self.out / name).unlink()

    def the_environment_does_not_change_that(self):
        done = self.run_program("build", "r", "-o", self.out,
                                env={"POSIXLY_CORRECT": "1"})
        self.says(done, 0)
        self.assertIn("r.pdf", self.files())

    def what_follows_two_dashes_is_a_path(self):
        write_report(self.place / "-q")
        done = self.run_program("check", "--templates",
                                self.place.parent / "templates", "--", "-q",
                                templates=False)
        self.says(done, 0)
        self.assertIn("-q: 0 errors", done.stdout)


class Effects(Case):
    def setUp(self):
        super().setUp()
        self.report = write_report(self.place / "r")

    def format_chooses_the_files(self):
        for value, wanted in (("pdf", ["r.json", "r.pdf"]),
                              ("html", ["r.html", "r.json"]),
                              ("pdf,html", ["r.html", "r.json", "r.pdf"]),
                              ("html,pdf", ["r.html", "r.json", "r.pdf"])):
            self.out = self.place / value
            self.says(self.build("-f", value, "r"), 0)
            self.assertEqual(self.files(), wanted)

    def says_where_the_files_are(self):
        done = self.build("r")
        self.assertEqual(done.stdout, f"{self.out}/r.pdf (1 page)\n"
                                      f"{self.out}/r.html\n")

    def quiet_prints_findings_only(self):
        for _ in range(2):  # built, unchanged
            done = self.build("-q", "r")
            self.assertEqual((done.stdout, done.stderr), ("", ""))
        write_report(self.report, "<p>{{no}}</p>")
        done = self.build("-q", "r")
        self.says(done, DATA, "[unknown-name]")
        self.assertEqual(done.stdout, "")

    def verbose_says_what_a_report_was_made_from(self):
        done = self.build("-v", "r")
        self.assertIn("templates: ", done.stdout)
        self.assertRegex(done.stdout, r"r: template small, 1 files read, "
                                      r"\d+ MiB of memory; built because: new\n")

    def verbose_says_where_each_font_was_found(self):
        templates = self.place / "templates"
        fonts = self.place / "fonts"
        shutil.copytree(Place.templates, templates)
        fonts.mkdir()
        for face in ("Regular", "Italic"):
            shutil.copy(FONTS / f"LiberationSans-{face}.ttf",
                        fonts / f"OurSans-{face}.ttf")
        shutil.copy(FONTS / "LiberationSans-Bold.ttf",
                    fonts / "OurSans-Heavy.ttf")
        (templates / "house/plain.xml").write_text(
            '<house format="1" council="Our Council"><fonts family="Our Sans" '
            'bold="Heavy" bold-italic="Heavy"/></house>')
        env = dict(os.environ, COUNCILPRESS_FONTS=f"/nowhere:{fonts}")
        done = self.build("-v", "r", "--templates", templates, env=env,
                          templates=False)
        self.says(done, 0)
        self.assertEqual(
            [line for line in done.stdout.splitlines() if line.startswith("font: ")],
            [*(f"font: {fonts}/OurSans-{face}.ttf"
               for face in ("Regular", "Heavy", "Italic")),
             # Of code, which the house style leaves to the default.
             f"font: {FONTS}/LiberationMono-Regular.ttf"])

    def a_screen_takes_the_family_of_the_paper(self):
        templates = self.place / "templates"
        shutil.copytree(Place.templates, templates)
        for said, font in (('', '"Liberation Serif","Arial","Helvetica",'),
                           ('css="Times, serif"', '"Times",serif;')):
            (templates / "house/plain.xml").write_text(
                '<house format="1" council="Our Council">'
                f'<fonts family="Liberation Serif" {said}/></house>')
            self.says(self.build("r", "--templates", templates,
                                 templates=False), 0)
            html = (self.out / "r.html").read_text(encoding="utf-8")
            self.assertIn(f"--font:{font}", html)

    def check_writes_nothing(self):
        done = self.run_program("check", "-o", self.out, "r")
        self.says(done, 0)
        self.assertEqual(done.stdout, "r: 0 errors, 0 warnings, "
                                      "0 acknowledged\n")
        self.assertFalse(self.out.exists())

    def the_output_folder_is_made_with_its_parents(self):
        self.out = self.place / "a" / "b" / "c"
        self.says(self.build("r"), 0)
        self.assertIn("r.pdf", self.files())

    def outputs_beside_a_report_are_a_warning(self):
        """Whoever publishes the folder publishes its data."""
        self.says(self.run_program("build", "-o", "r", "r"), 0,
                  "r: warning: outputs stand beside a report.xml")
        self.assertTrue((self.report / "r.pdf").exists())
        self.assertEqual(self.build("r").stderr, "")

    def by_default_reports_go_below_the_working_folder(self):
        self.says(self.run_program("build", "r"), 0)
        self.assertTrue((self.place / "build/reports/r.pdf").exists())

    def the_internal_copy_has_names_of_its_own(self):
        write_report(self.report, "<p>Open.</p><p copy='internal'>Shut.</p>")
        self.says(self.build("--copy", "internal", "r"), 0)
        self.assertEqual(self.files(), [
            "r.internal.html", "r.internal.json", "r.internal.pdf"])
        self.assertIn("Shut.", (self.out / "r.internal.html").read_text())
        (self.place / "r.internal").mkdir()
        (self.place / "r.internal/report.xml").write_text("<report/>")
        self.says(self.build("r.internal"), NO_INPUT, "no report can be called so")

    def the_internal_copy_has_a_folder_of_its_own(self):
        write_report(self.report, "<p>Open.</p><p copy='internal'>Shut.</p>")
        self.says(self.build("r"), 0)
        self.says(self.build("--copy", "internal", "r"), CREATE,
                  "it holds published files (r.json)")
        self.assertEqual(self.files(), ["r.html", "r.json", "r.pdf"])
        for name in self.files():
            (self.out / name).unlink()
        self.says(self.build("--copy", "internal", "r"), 0)
        self.says(self.build("r"), CREATE,
                  "it holds internal files (r.internal.json)")
        self.assertNotIn("r.pdf", self.files())

    def strict_makes_errors_of_warnings(self):
        write_report(self.report, f"<p>{'w' * 5000}</p>")
        self.says(self.build("r"), 0, "warning:")
        for name in self.files():
            (self.out / name).unlink()
        self.says(self.build("--strict", "r"), DATA, "error:")
        self.assertEqual(self.files(), [])

    def dump_prints_a_stage_and_writes_nothing(self):
        write_report(self.report, "<p>{{n}} replies</p>",
                     '<value id="n" type="number">43</value>')
        stages = {"report": 'section text "{{n}} replies"', "figures": "n = 43",
                  "doc": 'text "43 replies"', "layout": "|43 replies|"}
        for stage, part in stages.items():
            done = self.build("--dump", stage, "r")
            self.says(done, 0)
            self.assertEqual(
                [s for s in stages if stages[s] in done.stdout], [stage])
        self.assertFalse(self.out.exists())

    def a_small_limit_of_memory_is_named(self):
        (self.report / "f.csv").write_text(
            "Item,Amount\n" + "".join(f"Item {i},{i}\n" for i in range(9000)))
        write_report(self.report, '<table data="f"/>',
                     '<data id="f" file="f.csv" kind="figures"/>')
        done = self.build("--max-memory", "1", "r")
        self.says(done, DATA, "needs more memory than 1 MiB", "--max-memory",
                  "[limit]")
        self.assertEqual(self.files(), [])
        self.says(self.build("--max-memory", "256", "r"), 0)


class Progress(Case):
    def _batch(self, stderr, *args):
        for name in ("a", "b"):
            write_report(self.place / "all" / name)
        return self.build("all", *args, stderr=stderr)

    def _on_terminal(self, *args):
        """What a terminal is given."""
        try:
            terminal, other = pty.openpty()
        except OSError as error:
            self.skipTest(f"this system gives no terminal: {error}")
        self.assertEqual(self._batch(other, *args).returncode, 0)
        os.close(other)
        said = ""
        with open(terminal, "rb", buffering=0) as screen:
            try:
                while part := screen.read(4096):
                    said += part.decode("utf-8")
            except OSError:  # the other side is closed
                pass
        return said

    def a_terminal_gets_a_line_of_progress(self):
        said = self._on_terminal()
        self.assertRegex(
            said, r"1 of 2 reports, 0 failed(, \d+/s)?, \d+ s left")
        self.assertTrue(said.endswith("\r\x1b[K"), said)

    def not_a_quiet_one(self):
        self.assertNotIn("reports", self._on_terminal("-q"))

    def a_pipe_gets_none(self):
        self.assertEqual(self._batch(subprocess.PIPE).stderr, "")


class Values(Case):
    """--set and --as-of."""

    def setUp(self):
        super().setUp()
        self.report = self.place / "r"
        self.report.mkdir()
        (self.report / "f.csv").write_text("Item,Amount\nA,1\n")
        self.data = ('<data id="f" file="f.csv" kind="figures" '
                     'as-at="2026-09-30"/>')

    def _html(self):
        return (self.out / "r.html").read_text(encoding="utf-8")

    def set_replaces_a_header_field(self):
        write_report(self.report)
        self.says(self.build("--set", "title=Another <title>", "r"), 0)
        self.assertIn("Another &lt;title&gt;", self._html())
        self.assertNotIn("Small report</h1>", self._html())

    def set_adds_a_header_field(self):
        write_report(self.report)
        self.says(self.build("--set", "date=2026-11-30", "r"), 0)
        self.assertIn("30 November 2026", self._html())

    def set_replaces_a_date_of_data(self):
        write_report(self.report, "<p>{{f.as-at}}</p>", self.data)
        self.says(self.build("--set", "f.as-at=2026-10-31", "r"), 0)
        self.assertIn("31 October 2026", self._html())

    def set_replaces_a_value(self):
        write_report(self.report, "<p>{{replies}} replies</p>",
                     '<value id="replies" type="number">43</value>')
        self.says(self.build("--set", "replies=1204", "r"), 0)
        self.assertIn("1,204 replies", self._html())

    def the_last_of_two_holds(self):
        write_report(self.report)
        self.says(self.build("--set", "title=One", "r", "--set", "title=Two"),
                  0)
        self.assertIn("Two</h1>", self._html())

    def set_names_the_nearest(self):
        write_report(self.report, data=self.data, text="<table data='f'/>")
        done = self.build("--set", "titel=x", "--set", "f.asat=2026-01-01",
                          "r")
        self.says(done, DATA, "`titel`", "did you mean `title`?", "`f.asat`",
                  "did you mean `f.as-at`?")
        self.assertEqual(self.files(), [])

    def a_date_that_is_none_is_named(self):
        write_report(self.report)
        self.says(self.build("--set", "date=31 June 2026", "r"), DATA,
                  "--set date: error:", "31 June 2026")

    def as_of_is_a_date_of_every_report(self):
        write_report(self.report, "<p>As of {{as-of}}, {{as-of|month}}.</p>")
        self.says(self.build("--as-of", "2026-11-30", "r"), 0)
        words = re.sub("<[^>]*>", "", self._html())
        self.assertIn("As of 30 November 2026, November 2026.", words)

    def as_of_may_stay_unused(self):
        write_report(self.report)
        self.says(self.build("--as-of", "2026-11-30", "r"), 0)

    def as_of_that_nobody_gives_is_named(self):
        write_report(self.report, "<p>{{as-of}}</p>")
        self.says(self.build("r"), DATA, "`as-of`", "--as-of 2026-11-30")

    def as_of_is_part_of_what_a_report_was_made_from(self):
        write_report(self.report)
        made = set()
        for date in ("2026-11-30", "2026-12-31"):
            self.says(self.build("--as-of", date, "r"), 0)
            record = json.loads((self.out / "r.json").read_text())
            made.add(record["made-from"])
        self.assertEqual(len(made), 2)


class Json(Case):
    """A record a line, and the run's summary as the last."""

    def _lines(self, done):
        records = [json.loads(line) for line in done.stdout.splitlines()]
        return records[:-1], records[-1]["summary"]

    def prints_one_record_a_line(self):
        write_report(self.place / "all/a")
        write_report(self.place / "all/b", "<p>{{no}}</p>")
        done = self.build("--json", "all")
        self.assertEqual(done.returncode, DATA)
        records, summary = self._lines(done)
        self.assertEqual([r["name"] for r in records], ["a", "b"])
        self.assertEqual([r["status"] for r in records], ["ok", "data"])
        self.assertEqual([o["name"] for o in records[0]["outputs"]],
                         ["a.pdf", "a.html"])
        self.assertEqual(records[1]["outputs"], [])
        finding = records[1]["findings"][0]
        self.assertEqual((finding["level"], finding["code"]),
                         ("error", "unknown-name"))
        self.assertEqual(
            [summary[n] for n in ("status", "reports", "done", "failed",
                                  "errors", "warnings", "pages")],
            ["data", 2, 2, 1, 1, 0, 2])

    def the_summary_is_of_the_whole_run(self):
        write_report(self.place / "all/a")
        write_report(self.place / "all/b")
        runs = []
        for paths, status in ((["all"], 0), (["all"], 0),
                              (["all", "nowhere"], 66)):
            done = self.build("--json", *paths)
            self.assertEqual(done.returncode, status)
            runs.append(self._lines(done)[1])
        self.assertEqual([r["unchanged"] for r in runs], [0, 2, 2])
        self.assertEqual([r["status"] for r in runs],
                         ["ok", "ok", "no-input"])
        self.assertEqual(runs[0]["output"], str(self.out))
        for run in runs[:2]:
            del run["ms"], run["unchanged"], run["pages"]
        self.assertEqual(runs[0], runs[1])

    def is_the_record_that_is_written(self):
        """And what only the run knows."""
        write_report(self.place / "r")
        line = self._lines(self.build("--json", "r"))[0][0]
        record = json.loads((self.out / "r.json").read_text())
        self.assertEqual({n: line[n] for n in record}, record)
        self.assertEqual(line.keys() - record.keys(),
                         {"unchanged", "failed-runs", "written", "age-days"})

    def check_prints_it_too(self):
        write_report(self.place / "r")
        done = self.run_program("check", "--json", "r")
        records, summary = self._lines(done)
        self.assertEqual(records[0]["outputs"], [])
        self.assertEqual((summary["command"], summary["output"]),
                         ("check", None))

    def names_of_any_bytes_are_valid_json(self):
        name = os.fsdecode(b'a "b"\\ \xff\n')
        try:
            write_report(self.place / name)
        except OSError as error:
            raise unittest.SkipTest(f"no such names here: {error}")
        done = self.build("--json", name)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual(len(done.stdout.splitlines()), 2)
        self._lines(done)

    def a_broken_report_has_a_record(self):
        (self.place / "r").mkdir()
        (self.place / "r/report.xml").write_text("R&D")
        done = self.build("--json", "r")
        self.assertEqual(self._lines(done)[0][0]["status"], "data")


class Templates(Case):
    def lists_them(self):
        done = self.run_program("templates")
        self.says(done, 0)
        self.assertRegex(done.stdout, r"(?m)^small +Small report +\S+$")

    def says_what_one_asks_for(self):
        done = self.run_program("templates", "small")
        self.says(done, 0)
        for part in ("small: Small report", "header fields",
                     "As little as a report can be"):
            self.assertIn(part, done.stdout)
        self.assertRegex(done.stdout, r"(?m)^  title +required +text *$")
        self.assertRegex(done.stdout, r"(?m)^  text +required +Text$")

    def says_of_a_field_what_its_rules_say(self):
        done = self.run_program("templates", "--templates", ROOT / "templates",
                                "cabinet-decision", templates=False)
        self.says(done, 0)
        self.assertRegex(done.stdout, r"(?m)^  published-on +date +the day on "
                                      r"which agenda and report were open")
        done = self.run_program("new", "--templates", ROOT / "templates",
                                "--template", "cabinet-decision", "n",
                                templates=False)
        self.says(done, 0)
        self.assertIn("    <!-- may be left out: what is not for publication "
                      "-->\n    <field id=\"exempt\">",
                      (self.place / "n/report.xml").read_text("utf-8"))

    def names_the_nearest_of_a_name_that_is_unknown(self):
        done = self.run_program("templates", "smal")
        self.says(done, 66, "no template `smal`", "`small`")
        self.assertEqual(done.stdout, "")

    def a_folder_that_is_not_there_is_named(self):
        for command in (("templates",), ("check", "r")):
            write_report(self.place / "r")
            done = self.run_program(*command, "--templates", "nowhere",
                                    templates=False)
            self.says(done, 66, "nowhere")
