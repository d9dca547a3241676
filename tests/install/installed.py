"""What the tests of an installation share: one below the test's folder."""
import os
import pathlib
import subprocess

from support import ROOT, TIME_LIMIT, Case, Place


class Installed(Case):
    def setUp(self):
        super().setUp()
        self.destdir = self.place / "root"

    def make(self, target, prefix="/usr/local"):
        """Below the test's folder, as packagers do it."""
        env = {k: v for k, v in os.environ.items()
               if k not in ("MAKEFLAGS", "MFLAGS", "MAKELEVEL", "PREFIX")}
        done = subprocess.run(
            ["make", "-s", "-C", ROOT, target, f"PREFIX={prefix}",
             f"OUT={Place.program.parent}", f"DESTDIR={self.destdir}"],
            env=env, umask=0o077, timeout=TIME_LIMIT, encoding="utf-8",
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
        self.assertEqual(done.returncode, 0, done.stdout)
        return pathlib.Path(f"{self.destdir}{prefix}")

    def run_in(self, folder, *words, **more):
        """Any program, in FOLDER; its output and its messages together."""
        return subprocess.run(
            [str(w) for w in words], cwd=folder, timeout=TIME_LIMIT,
            check=False, encoding="utf-8", stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL, **more)
