"""What comes out does not depend on how many work, or in which order."""
import random
import re
import shutil

from batches import FIGURES, Batch
from support import (DATA_OF_FIGURES, FONTS, ROOT, Place, write_data,
                     write_report)

DATA = 65


# What may stay in a process and colour the next report: other words and
# glyphs, tables, faults, what is internal.
VARIED = (
    ("<p>Plain words, and <strong>strong</strong> ones.</p>", ""),
    ("<p>Ŵŷ €1,234, Ωμέγα, Привет.</p>", ""),
    ('<table data="f" caption="Figures"/>', FIGURES),
    ("<p>{{f.amount}}</p>", FIGURES),
    ("<p>{{f[A].amount|pounds}}</p>", FIGURES),
    ('<p>Open.</p><p copy="internal">Closed.</p>', ""),
    ("<list><item>One</item><item>Two</item></list>", ""),
)


class Order(Batch):
    def _any_order(self, folders, status, *args, templates=True):
        """20 shuffles, 1 to 8 workers: each as the first with one."""
        first = self.build("-j1", *args, *folders, templates=templates)
        self.says(first, status)
        files, manifest = self.digests(), self.manifest()
        self.assertGreater(len(files), len(folders))
        chance = random.Random(5)
        for turn in range(20):
            shutil.rmtree(self.out)
            chance.shuffle(folders)
            with self.subTest(turn=turn):
                self.says(self.build(f"-j{turn % 8 + 1}", *args, *folders,
                                     templates=templates), status)
                self.assertEqual(self.digests(), files)
                self.assertEqual(self.manifest(), manifest)

    def any_order_and_number_of_workers_gives_equal_files(self):
        for i in range(28):
            text, data = VARIED[i % len(VARIED)]
            folder = write_report(self.place / f"all/r{i:02}",
                                  f"<p>Report {i}.</p>{text}", data)
            (folder / "f.csv").write_text(f"Item,Amount\nA,{i}\nTotal,{i}\n")
        self._any_order([f"all/r{i:02}" for i in range(28)], DATA)

    def so_do_reports_of_all_formats(self):
        """Each example several times, between the others; once by its own
        name, by which others name it as `of` and `previous`."""
        if not Place.long:
            self.skipTest("takes minutes: make check-long")
        for example in (ROOT / "examples").iterdir():
            for suffix in ("", "-1", "-2", "-3", "-4", "-5"):
                shutil.copytree(example,
                                self.place / f"all/{example.name}{suffix}")
        folders = sorted(f"all/{p.name}"
                         for p in (self.place / "all").iterdir())
        self._any_order(folders, 0, "--templates", ROOT / "templates",
                        templates=False)

    def results_are_told_in_the_order_of_reports(self):
        self.write_batch(12)
        done = self.build("-j8", "all")
        lines = [line for line in done.stdout.splitlines() if ".html" in line]
        self.assertEqual(lines, [f"{self.out}/r{i:02}.html"
                                 for i in range(12)])

    def a_bad_report_costs_itself_alone(self):
        self.write_batch(6)
        write_report(self.place / "all/bad", "<p>{{no}}</p>")
        done = self.build("-j2", "all")
        self.says(done, DATA, "[unknown-name]")
        self.assertIn("7 reports, 1 failed\n", done.stdout)
        states = {r["name"]: r["status"] for r in self.manifest()["reports"]}
        self.assertEqual(states.pop("bad"), "data")
        self.assertEqual(set(states.values()), {"ok"})

    def no_report_takes_the_name_of_the_manifest(self):
        write_report(self.place / "manifest")
        self.says(self.build("manifest"), 73, "called manifest")

    def numbers_are_proven(self):
        for option in ("-j0", "-j257", "-jx", "--timeout=0", "--timeout=1.5"):
            with self.subTest(option=option):
                self.says(self.build(option, "all"), 64, "want ")


class Incremental(Batch):
    def setUp(self):
        super().setUp()
        self.write_batch(4)
        self.says(self.build("all"), 0)

    def _built(self, *args, status=0):
        done = self.build("-v", *args, "all")
        self.says(done, status)
        return done.stdout.count("built because: "), done.stdout

    def nothing_is_built_twice(self):
        before = self.digests()
        manifest = self.manifest()
        built, said = self._built()
        self.assertEqual(built, 0)
        self.assertIn("4 reports, 4 unchanged, 0 failed\n", said)
        self.assertEqual((self.digests(), self.manifest()), (before, manifest))

    def force_builds_all(self):
        self.assertEqual(self._built("--force")[0], 4)

    def each_reason_is_said(self):
        write_report(self.place / "all/r00", "<p>Other words.</p>")
        (self.out / "r01.pdf").unlink()
        with open(self.out / "r02.html", "a", encoding="utf-8") as f:
            f.write("x")
        (self.out / "r03.json").unlink()
        write_report(self.place / "all/r04")
        before = self.digests()
        built, said = self._built()
        self.assertEqual(built, 5)
        for reason in ("report.xml changed", "r01.pdf is missing",
                       "r02.html was edited", "because: new"):
            self.assertIn(reason, said)
        self.assertNotEqual(self.digests(), before)
        self.assertEqual(self._built()[0], 0)

    def _with_templates(self):
        """A copy of the templates, and of their fonts, that may change."""
        templates = self.place / "templates"
        shutil.copytree(Place.templates, templates)
        shutil.copytree(FONTS, self.place / "fonts")
        house = templates / "house/plain.xml"
        house.write_text(house.read_text().replace(
            "/usr/share/fonts/truetype/liberation2", str(self.place / "fonts")))
        return templates

    def templates_count(self):
        templates = self._with_templates()
        for folder in sorted((self.place / "all").iterdir()):
            write_data(write_report(folder, data=DATA_OF_FIGURES))

        def build():
            done = self.build("-v", "all", "--templates", templates,
                              templates=False)
            self.says(done, 0)
            return done.stdout

        build()
        for name in ("small/template.xml", "kinds/figures.xml",
                     "house/plain.xml", "wording/en-GB.xml",
                     "style/screen.css"):
            comment = "/* Looked at again. */" if name.endswith("css") else \
                "<!-- Looked at again. -->"
            with self.subTest(name=name):
                self.assertNotIn("built because", build())
                with open(templates / name, "a", encoding="utf-8") as f:
                    f.write(comment + "\n")
                self.assertEqual(
                    build().count(f"the template file {name} changed"), 4)
        self.assertNotIn("built because", build())
        shutil.copy(self.place / "fonts/LiberationSans-Bold.ttf",
                    self.place / "fonts/LiberationSans-Italic.ttf")
        self.assertEqual(
            build().count("the font LiberationSans-Italic is not used any more"), 4)
        self.assertNotIn("built because", build())

    def the_version_counts(self):
        record = self.out / "r00.json"
        record.write_text(re.sub(
            r'"made-from": "[0-9a-f]*"', f'"made-from": "{"0" * 64}"',
            re.sub(r'"version": "[^"]*"', '"version": "0.0.9"',
                   record.read_text())))
        built, said = self._built()
        self.assertEqual(built, 1)
        self.assertIn("because: version 0.0.9 made it", said)

    def options_and_formats_count(self):
        self.assertIn("other options", self._built("--as-of", "2026-11-30")[1])
        self.assertIn("other formats",
                      self._built("--as-of", "2026-11-30", "-f", "pdf")[1])

    def a_file_of_an_earlier_build_is_named(self):
        def said(*formats):
            done = self.build(*formats, "all")
            self.says(done, 0)
            return "r00.pdf: warning: it is of an earlier build" in done.stderr

        self.assertFalse(said("-f", "html"))  # of the same state
        report = self.place / "all/r00/report.xml"
        report.write_text(report.read_text().replace("<p>", "<p>Now ", 1))
        self.assertTrue(said("-f", "html"))
        self.assertFalse(said())

    def a_record_that_is_none_is_replaced(self):
        whole = (self.out / "r00.json").read_bytes()
        for text in (b"", b"{", whole[:200], b"\0" * 300, whole[1:],
                     whole.replace(b'"made-from"', b'"made-of"'),
                     whole.replace(b'"sha256": "', b'"sha256": "0')):
            with self.subTest(text=text[:40]):
                (self.out / "r00.json").write_bytes(text)
                self.assertEqual(self._built()[0], 1)
                self.assertEqual((self.out / "r00.json").read_bytes(), whole)

    def an_orphan_is_named_and_stays(self):
        before = self.digests()
        folder = self.place / "all/r02"
        shutil.rmtree(folder)
        done = self.build("all")
        self.says(done, 0, "r02.*: orphaned")
        self.assertEqual(self.digests(), before)
        self.assertEqual(self.manifest()["orphans"], ["r02"])
        self.assertNotIn("orphaned", self.build("all/r00").stderr)
