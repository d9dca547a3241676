"""What comes out does not depend on how many work, or in which order."""
import random
import shutil

from batches import Batch
from support import write_report

DATA = 65


class Order(Batch):
    def any_order_and_number_of_workers_gives_equal_files(self):
        self.write_batch()
        folders = [f"all/r{i:02}" for i in range(30)]
        self.says(self.build("-j1", *folders), 0)
        files, manifest = self.digests(), self.manifest()
        self.assertEqual(len(files), 90)
        chance = random.Random(5)
        for turn in range(20):
            shutil.rmtree(self.out)
            chance.shuffle(folders)
            with self.subTest(turn=turn):
                self.says(self.build(f"-j{turn % 8 + 1}", *folders), 0)
                self.assertEqual(self.digests(), files)
                self.assertEqual(self.manifest(), manifest)

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

    def options_and_formats_count(self):
        self.assertIn("other options", self._built("--as-of", "2026-11-30")[1])
        self.assertIn("other formats",
                      self._built("--as-of", "2026-11-30", "-f", "pdf")[1])

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
