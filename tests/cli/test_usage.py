"""What no command line can ask for, and what is said of it."""
import os

from support import Case, write_report

USAGE = 64


class Usage(Case):
    def _refuses(self, *args_and_part):
        *args, part = args_and_part
        done = self.run_program(*args, templates=False)
        self.says(done, USAGE, part)
        self.assertEqual(done.stdout, "")
        self.assertTrue(done.stderr.startswith("councilpress: "))
        self.assertEqual(done.stderr.count("\n"), 1)

    def a_command_is_needed(self):
        self._refuses("which command?")
        self._refuses("-q", "which command?")

    def names_the_nearest_command(self):
        self._refuses("bild", "no command `bild`; did you mean `build`?")
        self._refuses("chek", "x", "did you mean `check`?")
        self._refuses("frobnicate", "want build, check, ")

    def names_the_nearest_option(self):
        self._refuses("build", "--templats", "x", "did you mean --templates?")
        self._refuses("build", "--formt=pdf", "did you mean --format?")
        self._refuses("build", "-x", "x", "no option -x")
        self._refuses("build", "-qx", "x", "no option -x")
        self._refuses("build", "-é", "x", "no option is of that letter")

    def options_want_their_values(self):
        for option in ("--output", "--format", "--copy", "--as-of", "--set",
                       "--templates", "--max-memory", "--dump"):
            self._refuses("build", "x", option, f"{option} needs a value")
        self._refuses("build", "x", "-o", "--output needs a value")
        self._refuses("build", "--json=1", "x", "--json takes no value")
        self._refuses("build", "--quiet=1", "x", "--quiet takes no value")

    def values_are_read_completely(self):
        bad = {
            "-f": ("", "pfd", "pdf,docx", "pdf;html", ",pdf"),
            "--copy": ("", "internl", "Published"),
            "--as-of": ("", "tomorrow", "5 October 2026", "2026-02-30",
                        "2026-13-01", "2026-10-1", "2026-10-011",
                        "0000-01-01"),
            "--set": ("", "title", "=x", "title=a\nb", "title=\x1b[0m",
                      b"title=\xff"),
            "--max-memory": ("", "0", "-1", "+1", " 1", "1.5", "1MiB", "65537",
                             "99999999999999999999", "lots"),
            "--dump": ("", "docs", "all"),
        }
        for option, values in bad.items():
            for value in values:
                with self.subTest(option=option, value=value):
                    done = self.run_program("build", option, os.fsdecode(value),
                                            "x", templates=False)
                    self.says(done, USAGE, "want ")

    def options_go_with_their_commands(self):
        self._refuses("templates", "--json",
                      "--json goes with build, check, merge, inspect or diff")
        self._refuses("-o", "x", "templates", "small",
                      "--output goes with build or check")
        self._refuses("build", "x", "--accessibility",
                      "--accessibility goes with check, and not with --dump")
        self._refuses("check", "--dump", "doc", "--accessibility", "x",
                      "--accessibility goes with check, and not with --dump")
        done = self.run_program("templates", "--json", "--help",
                                templates=False)
        self.says(done, 0)

    def paths_are_needed(self):
        self._refuses("build", "which report?")
        self._refuses("check", "--strict", "which report?")
        self._refuses("templates", "one", "two", "templates takes one name")
        self._refuses("templates", "--list", "nowhere",
                      "--list goes with build or check")

    def options_contradict_each_other(self):
        for first, second in (("--shard=1/2", "--watch"),
                              ("--shard=1/2", "--dump=doc"),
                              ("--shard=1/2", "--index"),
                              ("--watch", "--dump=doc"),
                              ("--json", "--dump=doc")):
            for args in ((first, second), (second, first)):
                with self.subTest(args=args):
                    self._refuses("build", *args, "x", " and not with --")
        self._refuses("templates", "--pages", "x", "--pages goes with --check")

    def a_value_is_given_once(self):
        for option, one, other in (("-f", "pdf", "html"),
                                   ("--copy", "published", "internal"),
                                   ("--as-of", "2026-11-30", "2026-12-31"),
                                   ("--list", "a", "b"),
                                   ("--shard", "1/2", "2/2")):
            with self.subTest(option=option):
                self._refuses("build", option, one, option, other, "x",
                              f" is given twice, `{one}` and `{other}`: "
                              "which one?")
        write_report(self.place / "r")
        done = self.build("-q", "-q", "-f", "pdf", "-fpdf", "r")
        self.says(done, 0)

    def how_a_run_is_done_may_be_said_again(self):
        """As by OPTIONS, behind what a unit or a script says."""
        write_report(self.place / "r")
        for option, first, later in (("-j", "1", "2"), ("--timeout", "9", "90"),
                                     ("--max-memory", "900", "1000"),
                                     ("-o", "elsewhere", self.out)):
            done = self.run_program("build", option, first, "r", option, later)
            self.says(done, 0)
        self.assertIn("r.pdf", self.files())
        self.assertFalse((self.place / "elsewhere").exists())
        self.assertIn("templates: ", self.build("-q", "-v", "r").stdout)

    def what_a_script_left_empty_is_named(self):
        for command, *more in (("merge",), ("templates",), ("kinds",),
                               ("diff", "x"), ("new", "--template", "small")):
            with self.subTest(command=command):
                self._refuses(command, *more, "",
                              f"{command}: an argument is empty; it takes ")
        for args in (("build", "-o", "", "x"), ("check", "-o", "", "x"),
                     ("build", "--list", ""),
                     ("new", "x", "--template", ""),
                     ("templates", "--check", "--pages", ""),
                     ("inspect", "x", "--sheet", ""),
                     ("diff", "x", "y", "--threshold", "")):
            with self.subTest(args=args):
                self._refuses(*args, " : want ")
        (self.place / "list").write_text("\n\n")
        self._refuses("build", "--list", "list", "list: names no report")

    def amounts_are_read_completely(self):
        for value in ("x", "-5", "5%", "1,00", "1e3", "£"):
            with self.subTest(value=value):
                self._refuses("diff", "x", "y", f"--threshold={value}",
                              f"--threshold {value}: want an amount as in ")

    def what_a_command_cannot_do_without_is_named(self):
        self._refuses("new", "x", "new needs --template: ")
        self._refuses("new", "x", "`councilpress templates` lists those")
        self._refuses("kinds", "--sample", "--sample: of which one? "
                      "`councilpress kinds` lists those there are")
        for command, words in (("diff", 1), ("diff", 3), ("merge", 0),
                               ("merge", 2), ("kinds", 2), ("inspect", 0),
                               ("preview", 0)):
            with self.subTest(command=command, words=words):
                done = self.run_program(command, *["x"] * words,
                                        templates=False)
                self.says(done, USAGE)
        self._refuses("new", "x", "y", "--template", "small",
                      "new takes one folder, which it makes")
