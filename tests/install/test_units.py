"""The units: what systemd's own tools say of them, and what they let through.

Nothing here starts a unit: boot.sh does, as root.
"""
import re
import shutil
import subprocess
import sys

from call_filter import Filter
from installed import Installed

EXPOSURE_MAX = 1.0  # of 10, as systemd-analyze security counts
OK = (0, "")


class Units(Installed):
    def setUp(self):
        super().setUp()
        if shutil.which("systemd-analyze") is None:
            self.skipTest("systemd is not installed: ./setup --dev")
        self.destdir = ""
        self.root = self.make("install", self.place / "prefix")
        self.folder = self.root / "lib/systemd/system"
        self.service = self.folder / "councilpress@.service"

    def _verify(self, unit):
        done = self.run_in(self.place, "systemd-analyze", "verify", "--man=no",
                           "--recursive-errors=no", self.folder / unit)
        return done.returncode, done.stdout

    def systemd_understands_them(self):
        for unit in ("councilpress@monthly.service",
                     "councilpress@monthly.timer"):
            self.assertEqual(self._verify(unit), OK)
        with open(self.service, "a", encoding="utf-8") as unit:
            unit.write("ProtectSistem=strict\n")
        self.assertIn("ProtectSistem",
                      self._verify("councilpress@monthly.service")[1])

    def a_service_of_a_folder_with_a_space_starts_its_program(self):
        self.root = self.make("install", self.place / "a b")
        self.folder = self.root / "lib/systemd/system"
        self.assertEqual(self._verify("councilpress@monthly.service"), OK)

    def the_service_is_hardly_exposed(self):
        done = self.run_in(self.place, "systemd-analyze", "security",
                           "--offline=true", "--no-pager",
                           f"--threshold={int(EXPOSURE_MAX * 10)}",
                           self.service)
        self.assertEqual(done.returncode, 0, done.stdout)
        said = re.search(r"exposure level for \S+: ([\d.]+)", done.stdout)
        self.assertLessEqual(float(said.group(1)), EXPOSURE_MAX)

    def the_timer_fires_every_night(self):
        text = (self.folder / "councilpress@.timer").read_text()
        when = re.search(r"(?m)^OnCalendar=(.*)$", text).group(1)
        done = self.run_in(self.place, "systemd-analyze", "calendar",
                           "--iterations=2", when)
        self.assertEqual(done.returncode, 0, done.stdout)
        self.assertEqual(len(re.findall(r" 02:30:00 ", done.stdout)), 2)

    def it_makes_the_user_of_the_service(self):
        (self.place / "etc").mkdir()
        place = self.place / "usr/lib/sysusers.d"
        shutil.copytree(self.root / "lib/sysusers.d", place)
        done = self.run_in(self.place, "systemd-sysusers",
                           f"--root={self.place}")
        self.assertEqual(done.returncode, 0, done.stdout)
        user = re.search(r"(?m)^User=(.*)$", self.service.read_text()).group(1)
        self.assertRegex((self.place / "etc/passwd").read_text(),
                         rf"(?m)^{user}:[^\n]*nologin$")

    def the_program_needs_no_more_calls_than_the_service_has(self):
        limited = Filter(self.service.read_text())
        refused = subprocess.run(
            [sys.executable, "-c", "import os; os.sched_setaffinity(0, {0})"],
            preexec_fn=limited, stderr=subprocess.PIPE, check=False)
        self.assertIn(b"PermissionError", refused.stderr)
        examples = self.root / "share/doc/councilpress/examples"
        said = []
        for more in ({}, {"preexec_fn": limited}):
            for paths in ([examples], [examples / "schools-partnership"]):
                done = self.run_in(
                    self.place, self.root / "bin/councilpress", "build", "-j2",
                    "-v", "--force", "-o", self.out, *paths, **more)
                self.assertEqual(done.returncode, 0, done.stdout)
                said.append(done.stdout)
        # With Landlock and its own filter where they were there before.
        self.assertEqual(said[:2], said[2:])
