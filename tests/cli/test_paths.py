"""Which reports a path means, and what is said of one that means none."""
import json
import os

from support import Case, write_report

DATA = 65
NO_INPUT = 66


class Paths(Case):
    def _built(self, *paths, cwd=None):
        """The names of the reports that PATHS gave."""
        done = self.build("-q", "-f", "html", *paths, cwd=cwd or self.place)
        self.says(done, 0)
        names = [n[:-5] for n in self.files() if n.endswith(".html")]
        for name in self.files():
            (self.out / name).unlink()
        return names

    def a_folder_its_file_and_its_slashes_are_one_report(self):
        write_report(self.place / "a/report-x")
        for path in ("a/report-x", "a/report-x/", "a/report-x//",
                     "a/report-x/report.xml", "./a//report-x/.",
                     self.place / "a/report-x"):
            with self.subTest(path=path):
                self.assertEqual(self._built(path), ["report-x"])

    def two_reports_are_compared_by_their_folders_or_files(self):
        for name in ("old", "new"):
            write_report(self.place / name)
        for path in ("old", "old/", "old/report.xml", "./old//report.xml"):
            with self.subTest(path=path):
                done = self.run_program("diff", path, "new")
                self.says(done, 0)
                self.assertEqual(done.stdout, "nothing changed\n")
                self.assertEqual(done.stderr, "")
        (self.place / "old.csv").write_text("Item,Amount\n")
        self.says(self.run_program("diff", "old.csv", "new"), NO_INPUT,
                  "old.csv: neither a folder nor a report.xml")
        self.says(self.run_program("diff", "old", "nwe"), NO_INPUT,
                  "nwe: No such file or directory")

    def the_older_of_two_reports_goes_first(self):
        templates = self.place / "templates/monthly"
        templates.mkdir(parents=True)
        (templates / "template.xml").write_text(
            '<template format="2" title="Monthly" extends="small"><fields>'
            '<field id="period" type="month"/></fields></template>')
        for month in ("October", "November"):
            report = write_report(self.place / month) / "report.xml"
            report.write_text(report.read_text().replace(
                'format="1" template="small"', 'format="2" template="monthly"')
                .replace("</header>", f'<field id="period">{month} 2026'
                                      "</field></header>"))
        both = ("diff", "--templates", "templates")
        done = self.run_program(*both, "October", "November")
        self.says(done, 0)
        self.assertEqual(done.stderr, "")
        done = self.run_program(*both, "November", "October/report.xml")
        self.says(done, 0, "warning: November is later than October: "
                           "the older goes first")

    def the_working_folder_gives_its_own_name(self):
        folder = write_report(self.place / "here")
        for path in (".", "./", "report.xml", "./report.xml", "../here"):
            with self.subTest(path=path):
                self.assertEqual(self._built(path, cwd=folder), ["here"])

    def a_folder_of_folders_gives_all_below_it(self):
        for name in ("b", "a", "deep/er/c", "report.xml.old/d"):
            write_report(self.place / "all" / name)
        (self.place / "all/notes.txt").write_text("no report")
        (self.place / "all/.git/hidden").mkdir(parents=True)
        write_report(self.place / "all/.git/hidden")
        self.assertEqual(self._built("all"), ["a", "b", "c", "d"])

    def a_report_inside_a_report_is_part_of_it(self):
        write_report(self.place / "outer")
        write_report(self.place / "outer/inner")
        self.assertEqual(self._built("outer"), ["outer"])

    def reports_are_built_in_the_order_of_names(self):
        for name in ("c", "a", "B", "10", "9"):
            write_report(self.place / "all" / name)
        done = self.run_program("check", "all")
        names = [line.split(":")[0] for line in done.stdout.splitlines()[:5]]
        self.assertEqual(names, ["all/10", "all/9", "all/B", "all/a", "all/c"])

    def links_to_reports_are_followed(self):
        write_report(self.place / "real")
        os.symlink("real", self.place / "link")
        self.assertEqual(self._built("link"), ["link"])
        (self.place / "all").mkdir()
        os.symlink("../real", self.place / "all/linked")
        self.assertEqual(self._built("all"), ["linked"])

    def links_that_lead_back_are_not(self):
        write_report(self.place / "all/a")
        os.symlink("..", self.place / "all/again")
        os.symlink("nowhere", self.place / "all/broken")
        self.assertEqual(self._built("all"), ["a"])

    def reports_are_found_sixteen_levels_deep(self):
        write_report(self.place / "all" / "/".join("abcdefghijklmnop"))
        self.assertEqual(self._built("all"), ["p"])
        write_report(self.place / "more" / "/".join("abcdefghijklmnopq"))
        self.says(self.build("more"), NO_INPUT, "more: no report.xml")

    def paths_without_a_report_are_named(self):
        (self.place / "empty/below").mkdir(parents=True)
        (self.place / "file").write_text("")
        for path, part in (("empty", "empty: no report.xml here or below"),
                           ("nowhere", "nowhere: No such file"),
                           ("file", "neither a folder nor a report.xml"),
                           ("file/report.xml", "Not a directory"),
                           ("/dev/null", "neither a folder nor"),
                           ("", "a path that is empty: No such file")):
            with self.subTest(path=path):
                self.says(self.build(path), NO_INPUT, part)
                self.assertFalse(self.out.exists())

    def a_file_that_is_not_called_quite_so_is_named(self):
        """Report.xml, from a system to which that is the same name."""
        write_report(self.place / "all/a")
        for folder, name in (("b", "Report.xml"), ("c", "report.XML"),
                             ("d", "REPORT.XML")):
            moved = write_report(self.place / "all" / folder) / "report.xml"
            moved.rename(moved.with_name(name))
        (self.place / "all/notes").mkdir()
        (self.place / "all/notes/reports.xml").write_text("")
        done = self.build("-q", "all")
        self.says(done, 0, "all/b/Report.xml: warning: this report is passed over")
        self.assertEqual(done.stderr.count("passed over"), 3)
        self.assertIn("a.pdf", self.files())
        self.says(self.build("all/b/Report.xml"), NO_INPUT,
                  "all/b/Report.xml: neither a folder nor a report.xml, in "
                  "small letters: rename it")

    def a_path_that_is_wrong_costs_itself_alone(self):
        write_report(self.place / "a")
        done = self.build("nowhere", "a")
        self.says(done, NO_INPUT, "nowhere")
        self.assertIn("a.pdf", self.files())


class Names(Case):
    """A name may hold anything but a slash; a terminal may not be given it."""

    def setUp(self):
        super().setUp()
        self.name = "x\x1b[31mred\ny"
        try:
            self.report = write_report(self.place / self.name)
        except OSError as error:
            self.skipTest(f"no such names here: {error}")

    def _is_plain(self, done, status):
        self.says(done, status)
        self.assertNotIn("\x1b", done.stdout + done.stderr)
        self.assertIn("x\\x1b[31mred\\ny", done.stdout + done.stderr)

    def are_shown_without_control_characters(self):
        self._is_plain(self.build(self.name), 0)
        self.assertIn(f"{self.name}.pdf", self.files())
        self._is_plain(self.run_program("check", self.name), 0)
        write_report(self.place / "other" / self.name)
        self._is_plain(self.build(self.name, "other"), DATA)
        self._is_plain(self.run_program("build", self.name, "-o",
                                        self.name + "/report.xml"), 73)
        (self.report / "report.xml").unlink()
        self._is_plain(self.build(self.name), NO_INPUT)
        self._is_plain(self.run_program(self.name), 64)


class Twins(Case):
    def setUp(self):
        super().setUp()
        write_report(self.place / "x/same")
        write_report(self.place / "y/same")
        write_report(self.place / "z")

    def cost_the_two_alone(self):
        done = self.build("x", "y", "z")
        self.says(done, DATA, "x/same: error: y/same would write the same "
                  "files: rename one of the folders")
        self.assertTrue((self.out / "z.pdf").exists())
        self.assertFalse((self.out / "same.pdf").exists())

    def leave_what_stands(self):
        self.says(self.build("x"), 0)
        before = (self.out / "same.pdf").read_bytes()
        self.says(self.build("y", "x"), DATA, "y/same: error: x/same would")
        self.assertEqual((self.out / "same.pdf").read_bytes(), before)

    def are_refused_beside_a_path_that_is_wrong(self):
        done = self.build("nowhere", "x", "y")
        self.says(done, NO_INPUT, "nowhere: No such file", "would write the same")

    def are_one_report_when_it_is_named_twice(self):
        self.says(self.build("z", "z/", "./z/report.xml"), 0)
        manifest = json.loads((self.out / "manifest.json").read_text())
        self.assertEqual([r["name"] for r in manifest["reports"]], ["z"])
