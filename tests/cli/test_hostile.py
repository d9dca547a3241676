"""Files that are none, or not the report's: each is refused by name, at once,
and the old files stay."""
import json
import os
import pathlib
import shutil
import socket
import stat
import subprocess
import tempfile
import unittest

from support import (Case, DATA_OF_FIGURES, Place, ROOT, write_data,
                     write_report)

DATA = 65
NO_INPUT = 66
CANNOT_CREATE = 73
CANNOT_WRITE = 74
AT_ONCE = 30  # seconds; what takes them waits for somebody
FIGURES = '<data id="f" file="{}" kind="figures"/>'
TEBIBYTE = 1 << 40


def make_pipe(path):
    os.mkfifo(path)


def make_socket(path):
    # The path of a socket is short.
    here = os.open(path.parent, os.O_RDONLY)
    with socket.socket(socket.AF_UNIX) as s:
        s.bind(f"/proc/self/fd/{here}/{path.name}")
    os.close(here)


def make_device(path):
    os.mknod(path, stat.S_IFCHR | 0o600, os.makedev(1, 5))  # /dev/zero


def make_loop(path):
    os.symlink(path.name, path)


def make_sparse(path):
    with open(path, "wb") as f:
        f.truncate(TEBIBYTE)


def make_link_to_process(path):
    os.symlink("/proc/self/environ", path)


NO_FILES = {"pipe": make_pipe, "socket": make_socket, "folder": pathlib.Path.mkdir,
            "loop": make_loop, "sparse": make_sparse,
            "link": make_link_to_process}
if os.geteuid() == 0:
    NO_FILES["device"] = make_device


class Files(Case):
    def setUp(self):
        super().setUp()
        self.report = write_report(self.place / "r",
                                   data=FIGURES.format("f.csv"))
        (self.report / "f.csv").write_text("Item,Amount\nOne,1\n")
        self.says(self.build("r"), 0)
        self.before = self._bytes()

    def _bytes(self):
        return {name: (self.out / name).read_bytes() for name in self.files()}

    def _refused(self, *statuses, **more):
        done = self.run_program("build", "-o", self.out, "--set",
                                "title=Another", "r", timeout=AT_ONCE, **more)
        self.assertIn(done.returncode, statuses, done.stderr)
        self.assertIn("error: ", done.stderr)
        self.assertEqual(self._bytes(), self.before)
        return done

    def data_that_is_no_file_is_refused(self):
        for name, make in NO_FILES.items():
            with self.subTest(name=name):
                path = self.report / "f.csv"
                path.unlink()
                make(path)
                self.assertIn("f.csv", self._refused(DATA, NO_INPUT).stderr)
                path.rmdir() if path.is_dir() else path.unlink()
                path.write_text("")

    def a_report_that_is_no_file_is_refused(self):
        for name, make in NO_FILES.items():
            if name in ("folder", "loop"):
                continue  # no report at all
            with self.subTest(name=name):
                path = self.report / "report.xml"
                path.unlink(missing_ok=True)
                make(path)
                self.assertIn("report.xml",
                              self._refused(DATA, NO_INPUT).stderr)
                path.unlink()

    def names_that_lead_out_are_refused(self):
        (self.place / "secret.csv").write_text("Item,Amount\nSecret,1\n")
        for name in ("/etc/passwd", "/proc/self/environ", "../secret.csv",
                     "x/../../secret.csv", "./../secret.csv", "..", ".", "",
                     "f.csv/../../secret.csv"):
            with self.subTest(name=name):
                write_report(self.report, data=FIGURES.format(name))
                self._refused(DATA, NO_INPUT)

    def nothing_is_included_or_fetched(self):
        for text in (
                '<xi:include xmlns:xi="http://www.w3.org/2001/XInclude" '
                'href="/etc/passwd" parse="text"/>',
                '<p xml:base="http://example.gov.uk/">x</p>',
                '<?xml-stylesheet href="/etc/passwd"?><nothing/>',
                "<p>&passwd;</p>"):
            with self.subTest(text=text):
                write_report(self.report, text)
                self.assertNotIn("root:", self._refused(DATA).stderr)
        for head in ('<!DOCTYPE report SYSTEM "/etc/passwd">',
                     '<!DOCTYPE report [<!ENTITY p SYSTEM "/etc/passwd">]>',
                     '<!DOCTYPE report [<!ENTITY % p SYSTEM "/dev/zero">%p;]>'):
            with self.subTest(head=head):
                write_report(self.report, "<p>&p;</p>")
                path = self.report / "report.xml"
                path.write_text(head + path.read_text())
                self.assertNotIn("root:", self._refused(DATA).stderr)


class Templates(Case):
    def templates_that_are_no_files_are_refused(self):
        write_data(write_report(self.place / "r", data=DATA_OF_FIGURES))
        for name in ("small/template.xml", "kinds/figures.xml",
                     "house/plain.xml", "wording/en-GB.xml"):
            for make in (make_pipe, make_sparse, make_link_to_process):
                with self.subTest(name=name, make=make.__name__):
                    folder = self.place / "templates"
                    shutil.rmtree(folder, ignore_errors=True)
                    shutil.copytree(Place.templates, folder)
                    (folder / name).unlink()
                    make(folder / name)
                    done = self.run_program(
                        "build", "-o", self.out, "--templates", folder, "r",
                        templates=False, timeout=AT_ONCE)
                    self.assertIn(done.returncode, (DATA, NO_INPUT))
                    self.assertIn(name, done.stderr)
                    self.assertNotIn("r.pdf", self.files())

    def what_no_report_names_is_not_opened(self):
        write_report(self.place / "r")
        folder = self.place / "templates"
        shutil.copytree(Place.templates, folder)
        make_pipe(folder / "kinds/pipe.xml")
        (folder / "kinds/figures.xml").unlink()
        make_link_to_process(folder / "kinds/figures.xml")
        self.says(self.run_program(
            "build", "-o", self.out, "--templates", folder, "r",
            templates=False, timeout=AT_ONCE), 0)


class OutFolder(Case):
    """What lies where outputs go."""

    def setUp(self):
        super().setUp()
        write_report(self.place / "all/r")
        self.out.mkdir()

    def pipes_hold_nobody_up(self):
        for name in ("r.pdf", "r.html", "r.json", "other.json",
                     "manifest.json"):
            os.mkfifo(self.out / name)
        self.says(self.build("all", timeout=AT_ONCE), 0)
        self.says(self.build("all", timeout=AT_ONCE), 0)
        for name in ("r.pdf", "r.html", "r.json", "manifest.json"):
            self.assertTrue((self.out / name).is_file())

    def links_are_replaced_and_not_followed(self):
        target = self.place / "target"
        target.write_text("mine")
        for name in ("r.pdf", "r.html", "r.json", "manifest.json"):
            os.symlink(target, self.out / name)
        self.says(self.build("all"), 0)
        for name in ("r.pdf", "r.html", "r.json", "manifest.json"):
            self.assertFalse((self.out / name).is_symlink())
        self.assertEqual(target.read_text(), "mine")

    def a_lock_that_is_a_link_is_refused(self):
        target = self.place / "target"
        target.write_text("mine")
        os.symlink(target, self.out / ".councilpress.lock")
        self.says(self.build("all"), CANNOT_CREATE, ".councilpress.lock")
        self.assertEqual(target.read_text(), "mine")


class Disk(Case):
    """A small disk of its own, which only root can mount."""

    PAGE = 4096

    def _mount(self, *options):
        self.out.mkdir(exist_ok=True)
        mount = ["mount", "-t", "tmpfs", "-o", ",".join(("size=1m", *options)),
                 "tmpfs", self.out]
        if os.geteuid() != 0 or subprocess.run(
                mount, stderr=subprocess.DEVNULL, check=False).returncode != 0:
            self.skipTest("only root can mount a disk")
        self.addCleanup(subprocess.run, ["umount", self.out], check=True)

    def _bytes(self):
        return {name: (self.out / name).read_bytes() for name in self.files()
                if name != "filler"}

    def _fill(self, room):
        """Leaves ROOM bytes."""
        with open(self.out / "filler", "wb", buffering=0) as f:
            try:
                while True:
                    f.write(bytes(self.PAGE))
            except OSError:
                f.truncate(f.tell() // self.PAGE * self.PAGE - room)

    def each_fill_level_leaves_the_old_or_the_new(self):
        write_report(self.place / "r")
        self._mount()
        self.says(self.build("r"), 0)
        old = self._bytes()
        self.says(self.build("--as-of", "2026-11-30", "r"), 0)
        new = self._bytes()
        self.assertNotEqual(old, new)
        failed = 0
        for room in range(0, 1 << 20, self.PAGE):
            (self.out / "filler").unlink(missing_ok=True)
            self.says(self.build("r"), 0)
            self.assertEqual(self._bytes(), old)
            self._fill(room)
            done = self.build("--as-of", "2026-11-30", "r")
            if done.returncode == 0:
                break
            self.assertIn(done.returncode, (CANNOT_CREATE, CANNOT_WRITE))
            self.assertIn("No space left on device", done.stderr)
            # The manifest comes after the report.
            self.assertEqual(self._bytes(),
                             old if "/r." in done.stderr else new)
            failed += 1
        self.assertEqual(self._bytes(), new)
        self.assertGreater(failed, 5)

    def one_that_is_read_only_is_named(self):
        write_report(self.place / "r")
        self._mount()
        self.says(self.build("r"), 0)
        before = self._bytes()
        subprocess.run(["mount", "-o", "remount,ro", self.out], check=True)
        self.says(self.build("--as-of", "2026-11-30", "r"), CANNOT_CREATE,
                  "Read-only file system")
        self.assertEqual(self._bytes(), before)


class NoPermission(Case):
    """As a user who may not; root becomes nobody for it."""

    def setUp(self):
        super().setUp()
        # Whatever folder the project lies in, nobody can reach this one.
        self.place = pathlib.Path(tempfile.mkdtemp())
        self.addCleanup(self._remove)
        self.out = self.place / "out"
        shutil.copytree(Place.templates, self.place / "templates")
        shutil.copy(Place.program, self.place / "program")
        self.folder = write_data(
            write_report(self.place / "r", data=DATA_OF_FIGURES))
        self.report = "r"
        os.chmod(self.place, 0o755)
        self.whose = {"user": 65534, "group": 65534, "extra_groups": []} \
            if os.geteuid() == 0 else {}
        if self.whose:
            for folder in (self.place, *self.place.rglob("*")):
                os.chown(folder, 65534, 65534)

    def _remove(self):
        for folder in (self.place, *self.place.rglob("*")):
            if folder.is_dir():
                folder.chmod(0o700)
        shutil.rmtree(self.place)

    def _build(self, *args):
        return subprocess.run(
            [self.place / "program", "build", "-o", self.out, "--templates",
             self.place / "templates", *args, self.report], cwd=self.place,
            capture_output=True, encoding="utf-8", check=False,
            timeout=AT_ONCE, **self.whose)

    def to_write_leaves_the_old_files(self):
        self.says(self._build(), 0)
        before = {n: (self.out / n).read_bytes() for n in self.files()}
        self.out.chmod(0o500)
        (self.out / ".councilpress.lock").chmod(0o600)
        self.says(self._build("--as-of", "2026-11-30"), CANNOT_CREATE,
                  "r.pdf: error: cannot create: Permission denied")
        self.assertEqual({n: (self.out / n).read_bytes()
                          for n in self.files()}, before)

    def to_make_the_folder_is_named(self):
        self.out = self.place / "no/out"
        (self.place / "no").mkdir(mode=0o500)
        self.says(self._build(), CANNOT_CREATE, "cannot create folder",
                  "Permission denied")

    def a_folder_that_cannot_be_read_is_a_failed_report(self):
        """And no orphan, nor what lies below it."""
        for name in ("all/a", "all/b", "all/deep/c"):
            write_report(self.place / name)
        if self.whose:
            for path in (self.place / "all").rglob("*"):
                os.chown(path, 65534, 65534)
        self.report = "all"
        self.says(self._build(), 0)
        for mode in (0, 0o100, 0o400):
            for name in ("all/b", "all/deep"):
                with self.subTest(mode=mode, name=name):
                    (self.place / name).chmod(mode)
                    done = self._build("--json")
                    (self.place / name).chmod(0o700)
                    self.says(done, NO_INPUT, f"{name}", "Permission denied")
                    self.assertNotIn("orphan", done.stderr)
                    summary = json.loads(done.stdout.splitlines()[-1])
                    summary = summary["summary"]
                    self.assertEqual(summary["reports"], 3)
                    self.assertEqual(summary["failed"], 1)
                    self.assertEqual(summary["orphans"], [])

    def to_read_is_named(self):
        (self.folder / "report.xml").chmod(0)
        self.says(self._build(), NO_INPUT, "report.xml", "Permission denied")
        (self.folder / "report.xml").chmod(0o600)
        for name in ("small/template.xml", "kinds", "wording", "small"):
            path = self.place / "templates" / name
            mode = path.stat().st_mode
            path.chmod(0)
            self.says(self._build(), NO_INPUT, name, "Permission denied")
            path.chmod(mode)
        self.says(self._build(), 0)
