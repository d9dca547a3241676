"""build --watch: a run, and another after every save. No test waits for a
clock: each reads lines until the one that ends a round."""
import os
import queue
import shutil
import signal
import subprocess
import threading

from support import Case, Place, write_report

USAGE, DATA, NO_INPUT = 64, 65, 66
END = "watching for changes\n"
LIMIT = 60  # seconds in which a round comes; one that does not is lost


class Watcher:
    """The program, and what it has said, in the order of its lines."""

    def __init__(self, case, *args):
        self.process = subprocess.Popen(
            [Place.program, "build", "--watch", "-o", case.out, "--templates",
             Place.templates, *map(str, args)], cwd=case.place,
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
            stderr=subprocess.PIPE, encoding="utf-8")
        self.lines = queue.Queue()
        self.errors = []
        self.heard = queue.Queue()  # the errors, for those who wait for one
        for stream, take in ((self.process.stdout, self.lines.put),
                             (self.process.stderr, self._take_error)):
            threading.Thread(target=self._read, args=(stream, take),
                             daemon=True).start()

    def _take_error(self, line):
        self.errors.append(line)
        self.heard.put(line)

    @staticmethod
    def _read(stream, take):
        for line in stream:
            take(line)

    def line(self):
        return self.lines.get(timeout=LIMIT)

    def round(self):
        """All lines up to the one that ends it."""
        lines = [self.line()]
        while not lines[-1].endswith(END):
            lines.append(self.line())
        return lines

    def end(self, number=signal.SIGTERM):
        if self.process.poll() is None:
            self.process.send_signal(number)
        return self.process.wait(timeout=LIMIT)


class Watch(Case):
    def _begin(self, *args):
        watcher = Watcher(self, *args)
        self.addCleanup(watcher.process.kill)
        return watcher

    def a_save_is_a_line_and_an_end(self):
        report = write_report(self.place / "all/a")
        write_report(self.place / "all/b")
        w = self._begin("all")
        self.assertEqual(w.round(), [
            "a: built, 1 page\n", "b: built, 1 page\n",
            f"2 reports, 0 failed; {END}"])
        write_report(report, "<p>Other words.</p>")
        self.assertEqual(w.round(), ["a: built, 1 page\n",
                                     f"2 reports, 0 failed; {END}"])
        self.assertIn("Other words.", (self.out / "a.html").read_text())
        self.assertEqual(w.end(), 0)
        self.assertEqual(w.errors, [])

    def a_fault_is_said_once_and_what_stood_stands(self):
        report = write_report(self.place / "all/a")
        other = write_report(self.place / "all/b")
        w = self._begin("all")
        w.round()
        before = (self.out / "a.pdf").read_bytes()
        write_report(report, "<p>{{no}}</p>")
        self.assertEqual(w.round(), [
            "a: not written, 1 error; its older files still stand\n",
            f"2 reports, 1 failed; {END}"])
        self.assertEqual((self.out / "a.pdf").read_bytes(), before)
        # A save of another says nothing of it again.
        write_report(other, "<p>More.</p>")
        self.assertEqual(w.round(), ["b: built, 1 page\n",
                                     f"2 reports, 1 failed; {END}"])
        # What it was before stands already, and is right.
        write_report(report)
        self.assertEqual(w.round(), [f"2 reports, 0 failed; {END}"])
        # The same fault, a second time.
        write_report(report, "<p>{{no}}</p>")
        self.assertEqual(len(w.round()), 2)
        self.assertEqual(w.end(signal.SIGINT), DATA)
        said = "".join(w.errors)
        self.assertEqual(said.count("[unknown-name]"), 2, said)

    def a_new_file_that_fits_is_read(self):
        data = '<data id="figures" file="f-*.csv" kind="figures"/>'
        report = write_report(self.place / "all/a",
                              "<p>{{figures.total.amount|pounds}}</p>", data)
        (report / "f-1.csv").write_text("Item,Amount\nA,1\n")
        w = self._begin("all")
        w.round()
        self.assertIn("£1<", (self.out / "a.html").read_text())
        (report / "f-2.csv").write_text("Amount,Item\n2,B\nbad")
        self.assertIn("not written", w.round()[0])
        self.assertIn("f-2.csv:3:1: error", "".join(w.errors))
        (report / "f-2.csv").write_text("Amount,Item\n2,B\n")
        self.assertEqual(w.round()[0], "a: built, 1 page\n")
        self.assertIn("£3<", (self.out / "a.html").read_text())
        (report / "f-2.csv").unlink()
        self.assertEqual(w.round()[0], "a: built, 1 page\n")
        self.assertIn("£1<", (self.out / "a.html").read_text())
        self.assertEqual(w.end(), 0)

    def reports_come_and_go(self):
        write_report(self.place / "all/a")
        w = self._begin("all")
        w.round()
        new = self.place / "new"
        write_report(new)
        new.rename(self.place / "all/b")
        self.assertEqual(w.round(), ["b: built, 1 page\n",
                                     f"2 reports, 0 failed; {END}"])
        (self.place / "all/b/report.xml").write_text("<report")
        lines = w.round()
        self.assertEqual(lines[-1], f"2 reports, 1 failed; {END}")
        shutil.rmtree(self.place / "all/b")
        write_report(self.place / "all/a", "<p>Left alone.</p>")
        while not lines[-1].startswith("1 report, 0 failed"):
            lines = w.round()
        self.assertEqual(w.end(), 0)

    def a_save_of_a_template_builds_what_uses_it(self):
        own = self.place / "own"
        shutil.copytree(Place.templates, own)
        write_report(self.place / "all/a")
        w = self._begin("--templates", own, "all")
        w.round()
        # The folder that is named first counts; the same words are no change.
        path = Place.templates / "small/template.xml"
        self.assertTrue(path.exists())
        path = own / "kinds/figures.xml"
        path.write_text(path.read_text() + "\n")
        write_report(self.place / "all/a", "<p>Later.</p>")
        self.assertIn("a: built, 1 page\n", w.round())
        self.assertEqual(w.end(), 0)

    def its_own_output_is_no_change(self):
        """The output folder lies below the path, and each run writes there."""
        write_report(self.place / "all/a")
        self.out = self.place / "all/out"
        w = self._begin("all")
        self.assertEqual(w.round(), ["a: built, 1 page\n",
                                     f"1 report, 0 failed; {END}"])
        write_report(self.place / "all/a", "<p>Second.</p>")
        self.assertEqual(w.round(), ["a: built, 1 page\n",
                                     f"1 report, 0 failed; {END}"])
        self.assertEqual(w.end(), 0)
        self.assertTrue(w.lines.empty())

    def a_single_report_is_followed(self):
        report = write_report(self.place / "a")
        w = self._begin("a/report.xml")
        w.round()
        write_report(report, "<p>Second.</p>")
        self.assertEqual(w.round()[0], "a: built, 1 page\n")
        self.assertEqual(w.end(signal.SIGHUP), 0)

    def what_it_is_compared_with_is_followed(self):
        """The report before lies beside the path, not below it; it may come late."""
        report = write_report(self.place / "b")
        text = (report / "report.xml").read_text()
        (report / "report.xml").write_text(
            text.replace('format="1"', 'format="2" previous="../a"'))
        w = self._begin("b")
        self.assertIn("not written", w.round()[0])
        before = write_report(self.place / "new")
        before.rename(self.place / "a")
        self.assertEqual(w.round()[0], "b: built, 1 page\n")
        (self.place / "a/report.xml").write_text("<report")
        self.assertIn("not written", w.round()[0])
        self.assertEqual(w.end(), DATA)

    def quiet_says_findings_alone(self):
        report = write_report(self.place / "a")
        w = self._begin("-q", "a")
        write_report(report, "<p>{{no}}</p>")
        while "[unknown-name]" not in w.heard.get(timeout=LIMIT):
            pass
        self.assertEqual(w.end(), DATA)
        self.assertTrue(w.lines.empty())

    def json_has_a_line_a_report_and_a_sum(self):
        write_report(self.place / "a")
        w = self._begin("--json", "a")
        self.assertIn('"name":"a"', w.line())
        self.assertIn('"summary"', w.line())
        self.assertEqual(w.end(), 0)

    def what_is_not_there_ends_it(self):
        w = self._begin("nothing")
        self.assertEqual(w.process.wait(timeout=LIMIT), NO_INPUT)

    def it_goes_with_build_alone(self):
        write_report(self.place / "a")
        self.says(self.run_program("check", "--watch", "a"), USAGE, "--watch")
        self.says(self.build("--watch", "--dump", "doc", "a"), USAGE,
                  "--watch")
        self.assertFalse(os.path.exists(self.out))
