"""What is written, and what is left when writing fails."""
import hashlib
import json
import os
import shutil
import subprocess

from support import Case, Place, ROOT, write_report

DATA = 65
NO_INPUT = 66
NO_MEMORY = 71
CANNOT_CREATE = 73
CANNOT_WRITE = 74


class Files(Case):
    def _bytes(self):
        return {name: (self.out / name).read_bytes() for name in self.files()}

    def the_record_has_the_digests_of_the_files(self):
        write_report(self.place / "r")
        self.says(self.build("r"), 0)
        record = json.loads((self.out / "r.json").read_text())
        for file in record["outputs"]:
            data = (self.out / file["name"]).read_bytes()
            self.assertEqual(file["bytes"], len(data))
            self.assertEqual(file["sha256"],
                             hashlib.sha256(data).hexdigest())

    def a_report_that_fails_leaves_its_old_files(self):
        report = write_report(self.place / "r")
        self.says(self.build("r"), 0)
        before = self._bytes()
        self.assertEqual(len(before), 3)
        write_report(report, "<p>{{no}}</p>")
        self.says(self.build("r"), DATA)
        self.assertEqual(self._bytes(), before)
        (report / "report.xml").unlink()
        self.says(self.build("r"), NO_INPUT)
        self.assertEqual(self._bytes(), before)

    def the_other_reports_of_a_batch_are_written(self):
        write_report(self.place / "all/a")
        write_report(self.place / "all/b", "<p>{{no}}</p>")
        write_report(self.place / "all/c")
        done = self.build("all")
        self.says(done, DATA, "[unknown-name]")
        self.assertEqual([n for n in self.files() if n.endswith(".pdf")],
                         ["a.pdf", "c.pdf"])
        self.assertIn("3 reports, 1 failed\n", done.stdout)

    def the_worst_of_a_batch_is_its_status(self):
        write_report(self.place / "all/a", "<p>{{no}}</p>")
        write_report(self.place / "all/b", data=(
            '<data id="f" file="missing.csv" kind="figures"/>'))
        write_report(self.place / "all/c")
        self.says(self.build("all"), DATA, "missing.csv")
        (self.place / "all/d").mkdir()
        (self.place / "all/d/report.xml").symlink_to("report.xml")
        self.says(self.build("all"), NO_INPUT, "missing.csv", "report.xml")
        self.assertIn("c.pdf", self.files())

    def a_later_run_replaces_what_is_there(self):
        report = write_report(self.place / "r")
        self.says(self.build("r"), 0)
        write_report(report, "<p>Other words.</p>")
        self.says(self.build("r"), 0)
        self.assertEqual(self.files(), ["r.html", "r.json", "r.pdf"])
        self.assertIn("Other words.", (self.out / "r.html").read_text())

    def equal_inputs_give_equal_files(self):
        write_report(self.place / "r")
        self.says(self.build("r"), 0)
        before = self._bytes()
        shutil.rmtree(self.out)
        self.says(self.build("r"), 0)
        self.assertEqual(self._bytes(), before)


class Failures(Case):
    def setUp(self):
        super().setUp()
        write_report(self.place / "r")

    def a_file_where_the_folder_should_be_is_named(self):
        self.out.write_text("in the way")
        self.says(self.build("r"), CANNOT_CREATE,
                  f"{self.out}: error: cannot create folder: ")
        self.assertEqual(self.out.read_text(), "in the way")

    def a_file_above_the_folder_is_named(self):
        (self.place / "file").write_text("in the way")
        self.out = self.place / "file" / "out"
        self.says(self.build("r"), CANNOT_CREATE, "cannot create folder: ")

    def a_folder_in_place_of_a_file_is_named(self):
        (self.out / "r.html" / "full").mkdir(parents=True)
        self.says(self.build("r"), CANNOT_WRITE, "r.html: error: cannot rename")
        self.assertEqual([n for n in self.files() if n.startswith(".")], [])

    def a_name_that_is_too_long_is_named(self):
        name = "r" * 251
        write_report(self.place / name)
        self.says(self.build(name), CANNOT_CREATE, "name is too long")
        self.assertEqual(self.files(), [])

    def a_file_too_large_for_its_limit_leaves_nothing(self):
        def limit():
            import resource
            resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))
        done = self.build("r", preexec_fn=limit)
        self.says(done, CANNOT_WRITE, "r.pdf: error: cannot write")
        self.assertEqual(self.files(), [])

    def an_unreadable_report_is_named(self):
        (self.place / "d/report.xml").mkdir(parents=True)
        self.says(self.build("d"), NO_INPUT)
        write_report(self.place / "e", data=(
            '<data id="f" file="folder" kind="figures"/>'))
        (self.place / "e/folder").mkdir()
        self.says(self.build("e"), DATA, "folder")

    def a_file_that_is_not_there_is_its_officers_fault(self):
        for name in ("none.csv", "report.xml/none.csv", "n" * 300):
            write_report(self.place / "e", data=(
                f'<data id="f" file="{name}" kind="figures"/>'))
            self.says(self.build("e"), DATA, "cannot read")

    def too_few_open_files_are_the_systems_fault(self):
        def limit():
            import resource
            resource.setrlimit(resource.RLIMIT_NOFILE, (self.most, self.most))
        statuses = set()
        for self.most in range(4, 24):
            done = self.build("r", preexec_fn=limit)
            statuses.add(done.returncode)
            if done.returncode != 0:
                self.assertNotEqual(done.stderr, "")
                self.assertEqual([n for n in self.files()
                                  if n.startswith(".")], [])
        self.assertLessEqual(statuses, {0, NO_MEMORY})
        self.assertIn(0, statuses)


class StandardOutput(Case):
    def setUp(self):
        super().setUp()
        write_report(self.place / "r")

    def a_full_one_is_a_failure(self):
        for args in (("build", "-o", self.out, "r"), ("check", "r"),
                     ("check", "--json", "r"), ("check", "--dump=doc", "r"),
                     ("templates",), ("--help",), ("--version",)):
            with self.subTest(args=args), open("/dev/full", "wb") as full:
                self.says(self.run_program(*args, stdout=full), CANNOT_WRITE,
                          "standard output: No space left on device")
        self.assertIn("r.pdf", self.files())

    def _closed(self, *args):
        return self.run_program(*args, preexec_fn=lambda: os.close(1))

    def a_closed_one_is_a_failure_when_it_is_needed(self):
        self.says(self._closed("build", "-o", self.out, "r"), CANNOT_WRITE,
                  "standard output: ")
        self.assertEqual(self.files(), ["r.html", "r.json", "r.pdf"])
        self.says(self._closed("--help"), CANNOT_WRITE)

    def a_closed_one_that_is_not_needed_is_none(self):
        self.says(self._closed("build", "-q", "-o", self.out, "r"), 0)
        self.assertEqual(self.files(), ["r.html", "r.json", "r.pdf"])

    def no_report_takes_the_place_of_a_closed_stream(self):
        done = self.run_program(
            "build", "-o", self.out, "r",
            preexec_fn=lambda: [os.close(fd) for fd in (0, 1, 2)])
        self.assertEqual(done.returncode, CANNOT_WRITE)
        self.assertTrue((self.out / "r.pdf").read_bytes().startswith(b"%PDF"))
        self.assertTrue((self.out / "r.pdf").read_bytes().rstrip()
                        .endswith(b"%%EOF"))


class Install(Case):
    def the_installed_program_finds_its_templates(self):
        root = self.place / "root"
        environment = {k: v for k, v in os.environ.items()
                       if not k.startswith("MAKE") and k != "MFLAGS"}
        folder = os.path.relpath(Place.program.parent, ROOT)
        subprocess.run(["make", "-s", "install", f"OUT={folder}",
                        f"DESTDIR={root}", "PREFIX=/usr"], cwd=ROOT, check=True,
                       env=environment, stdout=subprocess.DEVNULL)
        program = root / "usr/bin/councilpress"
        self.assertTrue((root / "usr/share/man/man1/councilpress.1").exists())
        done = subprocess.run([program, "build", "-q", "-o", self.out,
                               ROOT / "examples"], check=False,
                              capture_output=True, cwd=self.place)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertTrue(any(n.endswith(".pdf") for n in self.files()))
