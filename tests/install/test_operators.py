"""docs/operators.md is true: its commands run, its tables are complete."""
import json
import os
import re
import shutil
import stat

from installed import Installed
from support import ROOT, Place, write_report

MANUAL = (ROOT / "docs/operators.md").read_text()

# Where the manual says it is, there is a folder of the test.
PLACES = re.compile(r"(?<![\w.-])/(usr/local|srv|var/lib|etc)(?=/)")
# Tools that can be told that the system is elsewhere, and what is left of the
# words of others when nobody but root can do what they ask for.
ELSEWHERE = {"systemd-sysusers": "--root={}", "systemctl": "--root={}",
             "journalctl": "--directory={}/var/log"}
OWNER = re.compile(r" -o councilpress -g councilpress(?= )")

TYPES = {str: "string", int: "number", bool: "boolean", list: "array",
         dict: "object", type(None): "null"}


def blocks(kind):
    return re.findall(rf"(?ms)^```{kind}\n(.*?)^```$", MANUAL)


def table(after):
    """Rows of the first table after a line."""
    text = MANUAL.split(f"\n{after}\n", 1)[1]
    rows = re.search(r"(?m)(?:^\|.*\n)+", text).group().splitlines()[2:]
    return [[cell.strip() for cell in row.split("|")[1:-1]] for row in rows]


class Commands(Installed):
    def setUp(self):
        super().setUp()
        self.make("install")
        for folder in ("etc", "srv", "var/lib/councilpress", "var/log"):
            (self.destdir / folder).mkdir(parents=True)
        shutil.copytree(self.destdir / "usr/local/lib",
                        self.destdir / "usr/lib")  # where --root looks

    def _here(self, command):
        """As the test can run it; None where its tool is missing."""
        words = command.split(" ", 1)
        if words[0] in ELSEWHERE:
            if shutil.which(words[0]) is None:
                return None
            words.insert(1, ELSEWHERE[words[0]].format(self.destdir))
        return PLACES.sub(rf"{self.destdir}/\1", OWNER.sub("", " ".join(words)))

    def _run(self, command):
        done = self.run_in(self.place, "sh", "-c", command)
        self.assertEqual(done.returncode, 0, f"{command}\n{done.stdout}")
        return done.stdout

    def each_can_be_run(self):
        missing = []
        ran = 0
        for command in "".join(blocks("sh")).splitlines():
            here = self._here(command)
            if here is None:
                missing.append(command)
                continue
            said = self._run(here)
            ran += 1
            if command.startswith("tail"):
                self.assertEqual(json.loads(said)["summary"]["reports"],
                                 len(list((ROOT / "examples").glob(
                                     "**/report.xml"))))
        self.assertGreater(ran, 7)
        built = os.listdir(self.destdir / "var/lib/councilpress/monthly")
        self.assertIn("schools-partnership.pdf", built)
        if missing:
            self.skipTest(f"run, all but: {', '.join(missing)}")
        self.assertTrue(os.path.islink(
            self.destdir / "etc/systemd/system/timers.target.wants/"
            "councilpress@monthly.timer"))

    def cron_mails_only_what_is_worth_reading(self):
        line = [s for s in blocks("crontab")[0].splitlines()
                if not s.startswith("MAILTO=")]
        self.assertEqual(len(line), 1)
        fields = line[0].split(" ", 5)
        self.assertNotIn("%", line[0])  # a line end, to cron
        for field in fields[:5]:
            self.assertRegex(field, r"\A(\*|\d+)\Z")
        command = self._here(fields[5])
        reports = self.destdir / "srv/councilpress/monthly"
        shutil.copytree(ROOT / "examples/enabling-school-improvement",
                        reports / "a")
        shutil.copytree(ROOT / "examples/enabling-school-improvement",
                        reports / "b")
        for _ in range(2):
            self.assertEqual(self._run(command), "")
        text = (reports / "b/report.xml").read_text()
        (reports / "b/report.xml").write_text(text.replace("{{", "{{x", 1))
        done = self.run_in(self.place, "sh", "-c", command)
        self.assertEqual(done.returncode, 65)
        self.assertIn("/b/report.xml:", done.stdout)
        self.assertRegex(
            done.stdout.splitlines()[0],
            r"1 of 2 reports was not written; its files of .* still stand")
        shutil.rmtree(reports / "b")
        for _ in range(2):
            self.assertRegex(self._run(command),
                             r"\A.*/b\.\*: orphaned: .*\n\Z")
        for file in (self.destdir / "var/lib/councilpress/monthly").glob("b.*"):
            file.unlink()
        self.assertEqual(self._run(command), "")

    def drop_ins_are_understood(self):
        if shutil.which("systemd-analyze") is None:
            self.skipTest("systemd is not installed: ./setup --dev")
        options, time, failure = blocks("ini")
        units = self.destdir / "usr/local/lib/systemd/system"
        for unit, text in (("councilpress@monthly.timer", time),
                           ("councilpress@monthly.service", failure)):
            name = unit.replace("@monthly", "@")
            whole = (units / name).read_text().replace(
                "/usr/local/bin/", f"{self.destdir}/usr/local/bin/")
            (units / name).write_text(whole + text)
            done = self.run_in(self.place, "systemd-analyze", "verify",
                               "--man=no", "--recursive-errors=no",
                               units / unit)
            self.assertEqual((done.returncode, done.stdout), (0, ""))
        option = options.strip().removeprefix("OPTIONS=")
        shutil.copytree(ROOT / "examples", self.destdir / "srv/all")
        self._run(f"{self.destdir}/usr/local/bin/councilpress check {option} "
                  f"{self.destdir}/srv/all/enabling-school-improvement")


class Tables(Installed):
    def _records(self):
        """Of runs in which everything happens that a record can tell."""
        good = write_report(self.place / "all/good") / "report.xml"
        good.write_text(good.read_text().replace(
            'format="1"', 'format="2" rules="own"').replace(
            "</header>", '<field id="date">2026-11-30</field></header>'))
        rules = self.place / "own/rules/own.xml"
        rules.parent.mkdir(parents=True)
        rules.write_text(
            '<rules format="2" title="Our own">'
            '<field id="date" title="the day of the meeting"/>'
            '<rule id="day" title="A day" source="Standing orders" '
            'given="date" remedy="give it"/></rules>')
        faults = write_report(
            self.place / "all/faults", "<p>{{titel}}</p>"
            "<table data='f' caption='F'/>",
            '<data id="f" file="f.csv" kind="figures"/>'
            '<acknowledge code="sum" at="f.csv:B3" because="So printed."/>')
        (faults / "f.csv").write_text("Item,Amount\nA,1\nTotal,2\n")
        lines = []
        for command in (["build"], ["check"],
                        ["build", "--shard=1/1", "-o", self.place / "shared"]):
            done = self.run_program(*command[:1], "-o", self.out, "--json",
                                    "--templates", self.place / "own",
                                    *command[1:], "all")
            lines += [json.loads(s) for s in done.stdout.splitlines()]
        summaries = [r["summary"] for r in lines if "summary" in r]
        return summaries, [r for r in lines if "summary" not in r]

    def _as_documented(self, records, heading, may_lack=()):
        wanted = {name.strip("`"): set(types.split(", "))
                  for name, types, _ in table(heading)}
        found = {}
        for record in records:
            self.assertLessEqual(wanted.keys() - record.keys(), set(may_lack))
            for name, value in record.items():
                found.setdefault(name, set()).add(TYPES[type(value)])
        self.assertEqual(found, wanted)

    def members_are_those_that_are_printed(self):
        summaries, records = self._records()
        self._as_documented(summaries, "`summary`:")
        self._as_documented(records, "A report:", may_lack=(
            "pages", "fields", "lang", "council", "date", "rules"))

    def members_of_findings_are_those_that_are_printed(self):
        row = next(r for r in table("A report:") if r[0] == "`findings`")
        found = set()
        for record in self._records()[1]:
            for finding in record["findings"]:
                found |= finding.keys()
        self.assertEqual(set(re.findall(r"`([a-z]+)`", row[2])), found)

    def a_killed_report_has_what_is_said(self):
        text = (ROOT / "batch/outcome.c").read_text()
        said = re.search(r"crashed or was killed has (.*?) alone", MANUAL,
                         re.S).group(1)
        self.assertEqual(re.findall(r"`([a-z-]+)`", said),
                         re.findall(r'json_out_(?:name|member_\w+)\(&j, "([a-z-]+)"', text))

    def statuses_are_those_of_the_program(self):
        """In the order that decides which is the worst."""
        words = dict(re.findall(r'case (ST_\w+): return "([a-z-]+)";',
                                (ROOT / "core/base/status.c").read_text()))
        exits = dict(re.findall(r"case (ST_\w+): return (EX_\w+);",
                                (ROOT / "cmd/main.c").read_text()))
        order = re.findall(r"(?m)^    (ST_\w+)\b",
                           (ROOT / "core/base/status.h").read_text())
        wanted = [[str(getattr(os, exits[st])), words[st]]
                  for st in order if st != "ST_MAX"]
        rows = table("## Exit status, and what to do")
        self.assertEqual([[r[0], r[1].strip("`")] for r in rows
                          if r[1].strip()], wanted)
        self.assertEqual({r[0] for r in rows if not r[1].strip()},
                         {"64", "128 and more"})

    def defaults_are_those_of_the_program(self):
        text = self.run_in(self.place, Place.program, "--help").stdout
        for option, unit in (("--max-memory", "MIB"), ("--timeout", "SECONDS")):
            default = re.search(rf"{option} .*\((\d+)\)", text).group(1)
            self.assertIn(f"`{option} {unit}` ({default})", MANUAL)

    def files_are_readable_by_who_publishes_them(self):
        write_report(self.place / "r")
        self.build("r")
        umask = os.umask(0)
        os.umask(umask)
        for name in self.files():
            mode = stat.S_IMODE((self.out / name).stat().st_mode)
            self.assertEqual(mode, 0o666 & ~umask)
