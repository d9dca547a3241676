"""Month after month: what an operator finds at each step."""
import json
import os
import shutil
import time

from batches import FIGURES, Batch
from support import Place, write_report

DATA, NO_INPUT, CANNOT_CREATE = 65, 66, 73
COUNT = 30
DAY = 24 * 60 * 60


class Months(Batch):
    def _write(self, folder, month, amount):
        report = write_report(
            folder, "<p>We spent {{f.total|pounds}}.</p>", FIGURES,
            title=f"{folder.name}, {month}")
        (report / "f.csv").write_text(
            f"Item,Amount\nStaff,{amount}\nTotal,{amount}\n")
        return report

    def _break(self, report):
        path = report / "f.csv"
        path.write_text(path.read_text().replace("Total,", "Total,1"))

    def _mend(self, report, amount):
        (report / "f.csv").write_text(
            f"Item,Amount\nStaff,{amount}\nTotal,{amount}\n")

    def _age(self, days):
        """As if all that stands had been written so long ago."""
        then = time.time() - days * DAY
        for path in self.out.rglob("*"):
            if path.is_file():
                os.utime(path, (then, then))

    def _entry(self, name):
        return next(r for r in self.manifest()["reports"] if r["name"] == name)

    def an_entry_that_is_too_long_costs_no_other(self):
        """Of a manifest that another program has written into."""
        for name in ("a", "b"):
            self._write(self.place / "all" / name, "July", 100)
        self._break(self.place / "all/b")
        self.says(self.build("-q", "all"), DATA)
        manifest = self.out / "manifest.json"
        text = manifest.read_text()
        self.assertIn('"a, July"', text)
        manifest.write_text(text.replace("a, July", "a, July " * 5_000_000, 1))
        self.says(self.build("-q", "all"), DATA)
        self.assertEqual(self._entry("b")["failed-runs"], 2)

    def a_manifest_that_cannot_be_read_is_kept(self):
        """It says what nothing else does: how often each has failed."""
        self._write(self.place / "all" / "a", "July", 100)
        self.says(self.build("-q", "all"), 0)
        manifest = self.out / "manifest.json"
        kept = manifest.rename(self.place / "kept.json")
        manifest.mkdir()  # who runs this may read any file
        self.says(self.build("-q", "all"), CANNOT_CREATE,
                  "manifest.json: error: cannot read")
        self.assertTrue(manifest.is_dir())
        manifest.rmdir()
        kept.rename(manifest)
        self.says(self.build("-q", "all"), 0)

    def a_long_field_stands_in_the_manifest(self):
        """What an entry keeps is part of the record, however long it is."""
        report = self._write(self.place / "all" / "a", "July", 100)
        path = report / "report.xml"
        long = "a word " * 20_000 + "at the end"
        path.write_text(path.read_text().replace("a, July", long))
        self.says(self.build("-q", "all"), 0)
        self.assertEqual(self._entry("a")["files"]["title"], long)
        self.says(self.build("-q", "all"), 0)
        self.assertEqual(self._entry("a")["files"]["title"], long)

    def _result(self, name):
        return next(r for r in self.run_record()["results"]
                    if r["name"] == name)

    def four_months_end_as_an_operator_expects(self):
        all_reports = [self._write(self.place / f"all/dept-{i:02}", "July", i)
                       for i in range(COUNT)]
        # July: all is new, and the mail is empty.
        done = self.build("-q", "all")
        self.assertEqual((done.returncode, done.stdout, done.stderr),
                         (0, "", ""))
        july = self.digests()
        self.assertEqual(len(self.manifest()["reports"]), COUNT)
        # August: data replaced, seven broken, one added.
        self._age(31)
        for i, report in enumerate(all_reports):
            self._mend(report, 100 + i)
        for report in all_reports[:7]:
            self._break(report)
        self._write(self.place / "all/dept-30", "August", 30)
        done = self.build("-q", "--json", "all")
        self.says(done, DATA)
        first = done.stderr.splitlines()[0]
        self.assertRegex(first, r"\Acouncilpress: 7 of 31 reports were not "
                                r"written; their files of \d+ \w+( \d+)? "
                                r"still stand\Z")
        lines = [json.loads(s) for s in done.stdout.splitlines()]
        self.assertEqual(len(lines), 32)
        self.assertEqual([s["failed-runs"] for s in lines[:31]],
                         [1] * 7 + [0] * 24)
        self.assertEqual({s["age-days"] for s in lines[:7]}, {31})
        self.assertEqual({s["age-days"] for s in lines[7:31]}, {0})
        self.assertEqual(lines[31]["summary"]["standing"], 7)
        now = self.digests()
        for i in range(7):
            self.assertEqual(now[f"dept-{i:02}.pdf"], july[f"dept-{i:02}.pdf"])
        # The next night: the same seven, and nothing else is built.
        self.build("-q", "all")
        self.assertEqual(self._result("dept-00")["failed-runs"], 2)
        self.assertEqual(self.run_record()["unchanged"], 24)
        # One is mended by hand: what is said of the others stays.
        self._mend(all_reports[0], 100)
        self.says(self.build("-q", all_reports[0]), 0)
        self.assertEqual(len(self.manifest()["reports"]), 31)
        self.assertEqual(self._entry("dept-00")["failed-runs"], 0)
        self.assertEqual(self._entry("dept-01")["failed-runs"], 2)
        self.assertEqual(self.run_record()["reports"], 1)
        # September: one renamed, one saved under another name, rest mended.
        for i in range(1, 7):
            self._mend(all_reports[i], 200 + i)
        all_reports[8].rename(self.place / "all/office-08")
        (all_reports[9] / "report.xml").rename(all_reports[9] / "Report.xml")
        for _ in range(2):
            done = self.build("-q", "all")
            self.says(done, 0, "dept-08.*: orphaned", "dept-09.*: orphaned",
                      "all/dept-09/Report.xml: warning: this report is passed")
            self.assertEqual(len(done.stderr.splitlines()), 3)
        self.assertEqual(self.manifest()["orphans"], ["dept-08", "dept-09"])
        self.assertEqual([o["name"] for o in self.run_record()["orphans"]],
                         ["dept-08", "dept-09"])
        for path in self.out.glob("dept-08.*"):
            path.unlink()
        (all_reports[9] / "Report.xml").rename(all_reports[9] / "report.xml")
        done = self.build("-q", "all")
        self.assertEqual((done.returncode, done.stderr), (0, ""))
        self.assertEqual(self.manifest()["orphans"], [])
        # October: one is published for good.
        frozen = all_reports[10] / "report.xml"
        frozen.write_text(frozen.read_text().replace(
            "<report ", '<report frozen="yes" ', 1))
        before = self.digests()
        self._break(all_reports[10])
        self.says(self.build("-q", "--force", "all"), 0)
        self.assertEqual(self.digests()["dept-10.pdf"], before["dept-10.pdf"])
        # And equal folders have equal manifests, whatever the order.
        manifest = self.manifest()
        shutil.move(self.out, self.place / "first")
        frozen.write_text(frozen.read_text().replace(' frozen="yes"', ""))
        self._mend(all_reports[10], 110)
        self.says(self.build("-q", "-j1", "all"), 0)
        self.assertEqual(self.manifest(), manifest)

    def an_upgrade_leaves_own_templates_as_they_are(self):
        """The own folder of templates comes before the shipped one, whose
        files an upgrade replaces."""
        own, shipped = self.place / "own", self.place / "shipped"
        shutil.copytree(Place.templates, shipped)
        shutil.copytree(shipped / "small", shipped / "other")
        shutil.copytree(shipped / "small", own / "small")

        def edit(folder, name, words):
            path = folder / name / "template.xml"
            path.write_text(path.read_text().replace('heading="Text"',
                                                     f'heading="{words}"'))

        def build():
            done = self.run_program(
                "build", "-q", "-o", self.out, "--templates", own,
                "--templates", shipped, "all", templates=False)
            self.assertEqual((done.returncode, done.stderr), (0, ""))
            return {r["name"]: r["unchanged"]
                    for r in self.run_record()["results"]}

        edit(own, "small", "Ours")
        write_report(self.place / "all/a")
        b = write_report(self.place / "all/b") / "report.xml"
        b.write_text(b.read_text().replace('template="small"',
                                           'template="other"'))
        build()
        before = self.digests()
        for name in ("small", "other"):
            edit(shipped, name, "Shipped anew")
        # Only what uses a file that was replaced is built again.
        self.assertEqual(build(), {"a": True, "b": False})
        self.assertEqual(self.digests()["a.html"], before["a.html"])
        self.assertIn("Ours", (self.out / "a.html").read_text())
        self.assertIn("Shipped anew", (self.out / "b.html").read_text())

    def a_frozen_report_is_never_written_again(self):
        report = self._write(self.place / "r", "July", 1)
        path = report / "report.xml"
        text = path.read_text().replace("<report ",
                                        '<report frozen="yes" ', 1)
        path.write_text(text)
        # It was never published: nothing can be kept.
        self.says(self.build("r"), NO_INPUT, "it is frozen", "no record")
        self.assertEqual(self.files(), [])
        record = json.loads(
            self.build("--json", "r").stdout.splitlines()[0])
        self.assertEqual([f["code"] for f in record["findings"]], ["frozen"])
        path.write_text(text.replace(' frozen="yes"', ""))
        self.says(self.build("r"), 0)
        before = self.digests()
        path.write_text(text.replace("We spent", "We lost"))
        for more in ((), ("--force",), ("--as-of", "2026-11-30"),
                     ("-f", "html")):
            self.says(self.build(*more, "r"), 0)
            self.assertEqual(self.digests(), before)
        (self.out / "r.html").write_text("edited")
        self.says(self.build("r"), NO_INPUT, "r.html was edited")
        self.assertEqual((self.out / "r.html").read_text(), "edited")
        (self.out / "r.pdf").unlink()
        self.says(self.build("r"), NO_INPUT, "r.pdf is missing",
                  "from a backup")
        self.assertEqual(self.files(), ["r.html", "r.json"])

    def months_stand_side_by_side_in_a_tree(self):
        for month in ("2026-09", "2026-10"):
            for name in ("dept-15", "dept-16"):
                self._write(self.place / "all" / month / name, month, 1)
        self.says(self.build("-q", "all"), DATA,
                  "would write the same files: rename one of the folders, or "
                  "keep them apart by --tree")
        self.says(self.build("--tree", "all"), 0, )
        names = [r["name"] for r in self.manifest()["reports"]]
        self.assertEqual(names, ["2026-09/dept-15", "2026-09/dept-16",
                                 "2026-10/dept-15", "2026-10/dept-16"])
        for name in names:
            record = json.loads((self.out / f"{name}.json").read_text())
            self.assertEqual(record["name"], name)
            for file in record["outputs"]:
                self.assertTrue((self.out / file["name"]).is_file())
        self.assertIn("4 unchanged", self.build("--tree", "all/").stdout)
        self.says(self.build("-q", "--tree", "--copy", "internal", "all"), 73,
                  "it holds published files (2026-09/dept-15.json)")
        shutil.rmtree(self.place / "all/2026-09/dept-16")
        done = self.build("-q", "--tree", "all")
        self.says(done, 0, "2026-09/dept-16.*: orphaned")
        self.assertEqual(self.manifest()["orphans"], ["2026-09/dept-16"])
        # A file where a folder should be.
        shutil.rmtree(self.out / "2026-10")
        (self.out / "2026-10").write_text("in the way")
        done = self.build("-q", "--tree", "all")
        self.assertIn(done.returncode, (CANNOT_CREATE, CANNOT_CREATE + 1))
        self.assertIn("2026-10/dept-15", done.stderr)
        self.assertEqual((self.out / "2026-10").read_text(), "in the way")
        self.no_temporary()

    def more_paths_than_a_command_line_holds_come_from_a_list(self):
        self.write_batch(3)
        (self.place / "list").write_text("all/r00\n\nall/r02\n")
        self.says(self.build("--list", "list"), 0)
        self.assertEqual([n for n in self.files() if n.endswith("pdf")],
                         ["r00.pdf", "r02.pdf"])
        self.says(self.build("--list", "list", "all/r01"), 0)
        self.assertIn("r01.pdf", self.files())
        (self.place / "list").write_text("all/none\n")
        self.says(self.build("--list", "list"), NO_INPUT, "all/none")
        (self.place / "list").write_text("")
        self.says(self.build("--list", "list"), 64, "names no report")
        self.says(self.build("--list", "nowhere"), NO_INPUT, "nowhere")
