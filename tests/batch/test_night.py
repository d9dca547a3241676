"""What an operator reads after a bad night: the mail, and the journal.

Both are compared with a file that can be read as they would read it;
COUNCILPRESS_BLESS=1 writes it again.
"""
import json
import os
import pathlib
import shutil

from batches import FIGURES, Batch
from support import write_report

HERE = pathlib.Path(__file__).resolve().parent
OCTOBER_5 = 1728086400 + 12 * 60 * 60  # in 2024, so that the year is said
MAIL, JOURNAL = "night.mail", "night.journal"


class Night(Batch):
    def _write(self, name, figures, text="<p>We spent {{f.total|pounds}}.</p>"):
        report = write_report(self.place / "monthly" / name, text, FIGURES,
                              title=name)
        (report / "f.csv").write_text(figures)
        return report

    def _be_as_on(self, moment):
        for path in self.out.rglob("*"):
            if path.is_file():
                os.utime(path, (moment, moment))

    def _holds(self, name, said):
        said = said.replace(f"{self.out}/", "OUT/")
        path = HERE / name
        if os.environ.get("COUNCILPRESS_BLESS") == "1":
            path.write_text(said)
        self.assertEqual(said, path.read_text())

    def _prepare(self):
        """Nine reports of last month; of this month's eleven, eight are bad."""
        good = "Item,Amount\nStaff,100\nTotal,100\n"
        reports = {name: self._write(name, good) for name in (
            "adults", "children", "finance", "highways", "housing", "leisure",
            "library", "planning", "waste")}
        self.says(self.build("-q", "monthly"), 0)
        self._be_as_on(OCTOBER_5)
        # A total that is wrong, in two.
        for name in ("adults", "children"):
            (reports[name] / "f.csv").write_text(
                "Item,Amount\nStaff,90\nTotal,100\n")
        # A column of formulas that broke.
        (reports["finance"] / "f.csv").write_text(
            "Item,Amount\n" + "".join(f"Post {i},#REF!\n" for i in range(999))
            + "Total,100\n")
        # A file that nobody exported.
        (reports["highways"] / "f.csv").unlink()
        # A report whose folder was renamed, and one that was broken off.
        reports["library"].rename(self.place / "monthly/libraries")
        path = reports["housing"] / "report.xml"
        path.write_text(path.read_text()[:90])
        # What takes more than it may have.
        write_report(self.place / "monthly/leisure",
                     '<table data="f" caption="Long"/>', FIGURES)
        (reports["leisure"] / "f.csv").write_text(
            "Item,Amount\n" + "".join(f"Item {i},{i}\n" for i in range(60000)))
        # Data that no page holds, and a new one that never was good.
        self._write("parks", good, "<p>{{f.totel}}</p>")
        # So many faults that nobody reads them all.
        self._write("treasury", good, "".join(
            f"<p>{{{{unknown{i}}}}}</p>" for i in range(40)))
        self._write("waste", good)

    def _run(self, *args, **more):
        return self.build("-q", "--max-memory", "24", "--timeout", "60",
                          *args, "monthly", **more)

    def the_mail_says_how_much_failed_and_what_to_mend(self):
        self._prepare()
        env = os.environ | {"TZ": "UTC"}
        self._run(env=env)
        self._be_as_on(OCTOBER_5)
        done = self._run(env=env)  # the second night in a row
        self.assertEqual(done.stdout, "")
        self._holds(MAIL, done.stderr)
        self.assertLess(len(done.stderr.splitlines()), 120)

    def the_journal_has_a_priority_for_each_line(self):
        self._prepare()
        with open(self.place / "journal", "w+", encoding="utf-8") as file:
            about = os.fstat(file.fileno())
            env = os.environ | {
                "TZ": "UTC",
                "JOURNAL_STREAM": f"{about.st_dev}:{about.st_ino}"}
            self._run(env=env, stderr=file)
            file.seek(0)
            said = file.read()
        for line in said.splitlines():
            self.assertRegex(line, r"\A<[3-6]>")
        self._holds(JOURNAL, said)

    def the_sum_by_code_counts_findings_and_reports(self):
        self._prepare()
        done = self._run("--json")
        codes = json.loads(done.stdout.splitlines()[-1])["summary"]["codes"]
        self.assertEqual(
            {c["code"]: (c["findings"], c["reports"]) for c in codes}["sum"],
            (2, 2))
        # For a person at a terminal as well; a single report speaks for itself.
        done = self.build("--max-memory", "24", "monthly")
        self.assertIn("\nfindings: ", done.stdout)
        done = self.build("monthly/adults")
        self.assertNotIn("findings: ", done.stdout)
        shutil.rmtree(self.place / "monthly")
        self._write("good", "Item,Amount\nStaff,100\nTotal,100\n")
        self._write("fine", "Item,Amount\nStaff,100\nTotal,100\n")
        self.assertNotIn("findings: ", self.build("monthly").stdout)
