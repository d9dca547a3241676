"""The index of an output folder: what stands there, as a page and as a feed.

Both are compared with a file that can be read as their readers would read it;
COUNCILPRESS_BLESS=1 writes it again.
"""
import os
import pathlib
import re
import resource
import shutil
import subprocess

from batches import Batch
from support import ROOT, Place

HERE = pathlib.Path(__file__).resolve().parent
DATA, NO_INPUT, CANNOT_CREATE, CANNOT_WRITE = 65, 66, 73, 74
DATED = """<template format="2" title="Dated" house="plain" lang="en-GB">
  <page size="A4" top="20mm" right="20mm" bottom="20mm" left="20mm"/>
  <series id="bullet" pattern="•"/>
  <numbering lists="bullet"/>
  <fields>
    <field id="council" role="council"/>
    <field id="title" role="title" required="yes"/>
    <field id="meeting"/>
    <field id="date" type="date"/>
    <field id="wards" type="list"/>
  </fields>
  <header><title/><facts><fact label="Wards">{{wards}}</fact>
    <fact label="Meeting">{{meeting}}</fact><fact label="Date">{{date}}</fact>
    <fact label="Council">{{council}}</fact></facts></header>
  <section id="text" heading="Text"/>
</template>
"""
REPORT = """<report format="2" template="dated"><header>{}</header>
<section id="text"><p>{}</p></section></report>
"""
FEED = {"a": "http://www.w3.org/2005/Atom"}


def element(name, value):
    value = value.replace("&", "&amp;").replace("<", "&lt;")
    return f'<field id="{name}">{value}</field>'


class Index(Batch):
    def setUp(self):
        super().setUp()
        self.own = self.place / "own"
        (self.own / "dated").mkdir(parents=True)
        (self.own / "dated/template.xml").write_text(DATED)
        shutil.copytree(ROOT / "templates/index", self.own / "index")

    def _write(self, name, text="Words.", **fields):
        folder = self.place / "all" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / "report.xml").write_text(REPORT.format(
            "".join(element(n, v) for n, v in fields.items()), text))
        return folder

    def _three(self):
        self._write("2026-11/leisure", title="Leisure: Cabinet",
                    council="Northton", meeting="Cabinet",
                    date="8 December 2026", wards="Market; Riverside")
        self._write("2026-12/leisure", title="A *roof* & [two](x) pools",
                    council="Northton", meeting="Cabinet <open>",
                    date="12 January 2027")
        self._write("2026-12/plan", title="Total")

    def _run(self, *args, command="build", **more):
        words = [Place.program, command, "--templates", self.own,
                 "--templates", Place.templates,
                 "--templates", ROOT / "templates", *args]
        if command == "build":
            words += ["-o", self.out]
        return subprocess.run([str(w) for w in words], cwd=self.place,
                              check=False, encoding="utf-8",
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                              **more)

    def _index(self, *args, **more):
        return self._run("--index", "--tree", "-q", *args, "all", **more)

    def _both(self):
        return {name: (self.out / name).read_bytes()
                for name in ("index.html", "index.atom")}

    def _holds(self, name, said):
        path = HERE / name
        if os.environ.get("COUNCILPRESS_BLESS") == "1":
            path.write_text(said)
        self.assertEqual(said, path.read_text())

    def _is_refused(self, status, *parts, args=()):
        """What stood stands, and nothing else is left."""
        before = self._both() if self.out.is_dir() else None
        done = self._index(*args)
        self.says(done, status, *parts)
        if before is not None:
            self.assertEqual(self._both(), before)
        self.assertFalse((self.out / ".councilpress.index").exists())

    def it_says_what_stands(self):
        self._three()
        self.says(self._index(), 0)
        page = (self.out / "index.html").read_text()
        sizes = re.compile(r"[0-9.]+ kB")
        self._holds("want.index.html", sizes.sub(
            "N kB", page[page.index("<main"):page.index("</main>")]) + "\n")
        feed = (self.out / "index.atom").read_text()
        self._holds("want.index.atom",
                    re.sub(r'length="\d+"', 'length="N"', feed))
        self.assertEqual(self.files(), ["2026-11", "2026-12", "index.atom",
                                        "index.html"])
        for name, _, size in re.findall(
                r'href="([^"]+)" (length)="(\d+)"', feed):
            self.assertEqual((self.out / name).stat().st_size, int(size))

    def its_bytes_are_those_of_what_stands(self):
        self._three()
        self.says(self._index(), 0)
        first = self._both()
        for path in self.out.rglob("*"):
            os.utime(path, (1, 1))
        self.says(self._index("-j1"), 0)
        self.assertEqual(self._both(), first)
        shutil.rmtree(self.out)
        self.says(self._index("--force"), 0)
        self.assertEqual(self._both(), first)

    def a_merge_makes_the_one_of_a_whole_run(self):
        self._three()
        self.says(self._index(), 0)
        first = self._both()
        shutil.rmtree(self.out)
        for number in (2, 1):
            self.says(self._run("--tree", "-q", "--shard", f"{number}/2",
                                "all"), 0)
        self.assertFalse((self.out / "index.html").exists())
        self.says(self._run("-q", "--index", self.out, command="merge"), 0)
        self.assertEqual(self._both(), first)

    def a_report_that_is_gone_is_not_in_it(self):
        self._three()
        self.says(self._index(), 0)
        shutil.rmtree(self.place / "all/2026-11")
        # Its files stand, and so does it: the run says that they are orphans.
        self.says(self._index(), 0, "orphaned")
        self.assertIn(b"2026-11/leisure.pdf", self._both()["index.html"])
        shutil.rmtree(self.out / "2026-11")
        self.says(self._index(), 0)
        for text in self._both().values():
            self.assertNotIn(b"2026-11", text)
        # One that fails is in it as long as its files stand.
        report = self.place / "all/2026-12/plan/report.xml"
        report.write_text(report.read_text().replace("</p>", ""))
        self.says(self._index(), DATA)
        self.assertIn(b"plan.pdf", self._both()["index.html"])

    def nothing_stands_yet(self):
        folder = self._write("bad", title="Bad")
        (folder / "report.xml").write_text("<report")
        self.says(self._index(), DATA)
        self.assertIn(b"There are none yet", self._both()["index.html"])
        self.assertNotIn(b"<entry", self._both()["index.atom"])

    def one_built_by_hand_says_that_the_index_is_old(self):
        self._three()
        self.says(self._index(), 0)
        self._write("2026-12/plan", title="The plan")
        done = self._run("--tree", "-q", "all")
        self.says(done, 0, "index.html: not made anew")
        # Where nothing was built it says what it said.
        done = self._run("--tree", "-q", "all")
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def odd_names_are_links(self):
        self._write("a b: 100% #1?", title="Odd", date="1 May 2026")
        self.says(self._index(), 0)
        want = b"a%20b%3A%20100%25%20%231%3F.pdf"
        for text in self._both().values():
            self.assertIn(want, text)

    def an_internal_copy_has_its_own(self):
        self._write("leisure", title="Pools", date="8 December 2026")
        self.says(self._index("--copy", "internal"), 0)
        self.assertEqual(self.files(), [
            "index.internal.atom", "index.internal.html",
            "leisure.internal.html", "leisure.internal.json",
            "leisure.internal.pdf"])
        page = (self.out / "index.internal.html").read_text()
        self.assertIn("not for publication", page)
        self.assertIn("leisure.internal.pdf", page)

    def internal_fields_are_in_no_published_list(self):
        folder = self._write("leisure", title="Pools", date="8 December 2026")
        path = folder / "report.xml"
        path.write_text(path.read_text().replace(
            "</header>",
            '<field id="meeting" copy="internal">Secret</field></header>'))
        self.says(self._index(), 0)
        for name in ("index.html", "index.atom", "leisure.json",
                     "manifest.json"):
            self.assertNotIn("Secret", (self.out / name).read_text())

    def a_report_of_its_name_is_refused(self):
        self._three()
        self.says(self._index(), 0)
        self._write("index", title="Mine")
        self._is_refused(CANNOT_CREATE, "no report can be called index")

    def the_files_of_a_report_of_its_name_are_left(self):
        self._write("index", title="Mine")
        self.says(self._run("--tree", "-q", "all"), 0)
        before = (self.out / "index.html").read_bytes()
        (self.place / "all/index").rename(self.place / "all/other")
        self.says(self._index(), CANNOT_CREATE, "a report called index")
        self.assertEqual((self.out / "index.html").read_bytes(), before)
        self.assertFalse((self.out / "index.atom").exists())

    def without_a_template_there_is_none(self):
        self._three()
        self.says(self._index(), 0)
        before = self._both()
        shutil.rmtree(self.own / "index")
        words = [Place.program, "build", "--index", "--tree", "-q", "-o",
                 self.out, "--templates", self.own, "--templates",
                 Place.templates, "all"]
        shutil.copytree(ROOT / "templates/house", self.own / "house")
        (self.own / "index").mkdir()
        (self.own / "index/template.xml").write_text("<template")
        done = subprocess.run([str(w) for w in words], cwd=self.place,
                              check=False, encoding="utf-8",
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.says(done, DATA, "the template `index` has faults")
        self.assertEqual(self._both(), before)

    def a_fault_of_its_template_leaves_the_old_one(self):
        self._three()
        self.says(self._index(), 0)
        path = self.own / "index/template.xml"
        path.write_text(path.read_text().replace("count(reports) = 0",
                                                 "count(reprots) = 0"))
        self._is_refused(DATA, "reprots", "no index was made")

    def a_report_without_a_date_is_in_no_feed(self):
        self._three()
        done = self._run("--index", "--tree", "-v", "all")
        self.says(done, 0, "index.atom: 1 of 3 reports are not in it")

    def a_full_disk_leaves_the_old_one(self):
        self._three()
        self.says(self._index(), 0)
        before = self._both()
        shutil.rmtree(self.out / "2026-11")
        shutil.rmtree(self.place / "all/2026-11")

        def limit():
            resource.setrlimit(resource.RLIMIT_FSIZE, (12000, 12000))

        self.says(self._index(preexec_fn=limit), CANNOT_WRITE, "index.html",
                  "cannot write")
        self.assertEqual(self._both(), before)
        self.says(self._index(), 0)
        self.assertNotIn(b"2026-11", self._both()["index.html"])

    def shards_make_none(self):
        self._three()
        done = self._run("--index", "--shard", "1/2", "all")
        self.says(done, 64, "--index", "--shard")
