"""Where standard error is the journal of systemd, lines have priorities.

The journal is a file here: the program can only know it by $JOURNAL_STREAM.
"""
import os
import re
import shutil

from support import Case, write_report

DATA = 65
ERROR, WARNING = "<3>", "<4>"


class Journal(Case):
    def _run(self, *args, stream=None, command="build"):
        """Standard error of a run whose $JOURNAL_STREAM is that of the file,
        or STREAM; and its status."""
        words = [command, "-o", self.out, *args]
        with open(self.place / "journal", "w+", encoding="utf-8") as file:
            about = os.fstat(file.fileno())
            name = f"{about.st_dev}:{about.st_ino}"
            done = self.run_program(
                *words, stderr=file, env=os.environ | {
                    "JOURNAL_STREAM": name if stream is None else stream})
            file.seek(0)
            return file.read(), done.returncode

    def _write_faults(self, name="all/faults"):
        """An error with its line, mark and hint, and a warning."""
        write_report(self.place / name, "<p>{{titel}}</p>",
                     '<data id="f" file="f.csv" kind="figures"/>'
                     '<acknowledge code="sum" at="f.csv:B2" because="x"/>')
        (self.place / name / "f.csv").write_text("Item,Amount\nOne,1\n")

    def _priority(self, said, part):
        """Of each line that has PART."""
        return {line[:3] for line in said.splitlines() if part in line}

    def each_line_has_that_of_its_finding(self):
        self._write_faults()
        write_report(self.place / "all/good")
        for paths in (["all"], ["all/faults"]):  # workers, and none
            said, status = self._run(*paths)
            plain, _ = self._run(*paths, stream="")
            self.assertEqual(status, DATA)
            self.assertIn("^~~~", plain)
            for line in said.splitlines():
                self.assertRegex(line, r"\A<[3-6]>[^<]")
            self.assertEqual(re.sub(r"(?m)^<[3-6]>", "", said), plain)
            self.assertEqual(self._priority(said, "error: "), {ERROR})
            self.assertEqual(self._priority(said, "<p>{{titel}}"), {ERROR})
            self.assertEqual(self._priority(said, "<acknowledge "), {WARNING})
            self.assertEqual(self._priority(said, "did you mean"), {ERROR})
            self.assertEqual(self._priority(said, "warning: "), {WARNING})

    def in_a_batch_each_names_its_folder(self):
        for name in ("a", "b"):
            self._write_faults(f"all/{name}")
        said, _ = self._run("all", "--set", "date=31 June 2026", stream="")
        for name in ("a", "b"):
            self.assertRegex(said, rf"(?m)^all/{name}/report.xml:7:10: error: ")
            self.assertRegex(said, rf"(?m)^all/{name}: --set date: error: ")
        alone, _ = self._run("all/a", stream="")
        self.assertRegex(alone, r"(?m)^report.xml:7:10: error: ")

    def a_name_cannot_choose_it(self):
        self._write_faults("all/x: warning: y")
        said, _ = self._run("all")
        self.assertEqual(self._priority(said, "unknown-name"), {ERROR})

    def what_hinders_the_run_is_an_error(self):
        write_report(self.place / "r")
        self.out.write_text("in the way")
        for args in (["nowhere"], ["r"], ["r", "--jobs=none"]):
            said, status = self._run(*args)
            self.assertNotEqual(status, 0)
            self.assertRegex(said, r"\A<3>councilpress: [^\n]*\n\Z")

    def an_orphan_is_a_warning(self):
        write_report(self.place / "all/a")
        write_report(self.place / "all/b")
        self.assertEqual(self._run("all"), ("", 0))
        shutil.rmtree(self.place / "all/b")
        said, _ = self._run("all")
        self.assertEqual(self._priority(said, "orphaned"), {WARNING})

    def a_stream_that_is_another_is_none(self):
        self._write_faults()
        for stream in ("", "1:1", ":", "x", "8:1" * 100):
            said, _ = self._run("all", stream=stream)
            self.assertTrue(said.startswith("report.xml:"), said)
