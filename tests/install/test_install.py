"""make install and make uninstall, with DESTDIR and several PREFIXes."""
import os
import stat

from installed import Installed
from support import ROOT

PREFIXES = ("/usr", "/usr/local", "/opt/a b&|%c")

# Beside templates and examples, which are their folders' files.
FILES = {
    "bin/councilpress",
    "lib/systemd/system/councilpress@.service",
    "lib/systemd/system/councilpress@.timer",
    "lib/sysusers.d/councilpress.conf",
    "share/bash-completion/completions/councilpress",
    "share/doc/councilpress/CHANGES.md",
    "share/doc/councilpress/messages.md",
    "share/doc/councilpress/operators.md",
    "share/doc/councilpress/reference.md",
    "share/doc/councilpress/report-folder.md",
    "share/doc/councilpress/templates.md",
    "share/fish/vendor_completions.d/councilpress.fish",
    "share/man/man1/councilpress.1",
    "share/zsh/site-functions/_councilpress",
} | {f"share/doc/councilpress/{name}.{extension}"
     for name in ("officers-guide", "editors-guide", "recipes", "reference",
                  "messages")
     for extension in ("html", "pdf")
} | {f"share/doc/councilpress/gallery/{name}.{extension}"
     for name in ("pictures", "tables", "edges")
     for extension in ("html", "pdf")}


def files_below(folder, place=""):
    return {place + str(p.relative_to(folder))
            for p in folder.rglob("*") if not p.is_dir()}


class Install(Installed):
    def files_and_modes_are_these(self):
        wanted = (FILES | files_below(ROOT / "templates",
                                      "share/councilpress/templates/")
                  | files_below(ROOT / "examples",
                                "share/doc/councilpress/examples/")
                  | files_below(ROOT / "docs/schema",
                                "share/doc/councilpress/docs/schema/")
                  | files_below(ROOT / "docs/house-styles",
                                "share/doc/councilpress/docs/house-styles/")
                  | files_below(ROOT / "docs/gallery",
                                "share/doc/councilpress/gallery/")
                  | files_below(ROOT / "docs/slurm",
                                "share/doc/councilpress/slurm/")
                  | files_below(ROOT / "preview/page",
                                "share/councilpress/preview/"))
        for prefix in PREFIXES:
            with self.subTest(prefix=prefix):
                root = self.make("install", prefix)
                self.assertEqual(files_below(root), wanted)
                for path in root.rglob("*"):
                    mode = stat.S_IMODE(path.stat().st_mode)
                    runs = path.is_dir() or path.name == "councilpress" and \
                        path.parent.name == "bin"
                    self.assertEqual(oct(mode), oct(0o755 if runs else 0o644),
                                     path)
                self.assertFalse([p for p in root.rglob("*") if p.is_symlink()])

    def the_program_runs_from_there(self):
        for prefix in PREFIXES:
            with self.subTest(prefix=prefix):
                root = self.make("install", prefix)
                program = root / "bin/councilpress"
                done = self.run_in(self.place, program, "templates")
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertIn("cabinet-2018 ", done.stdout)
                done = self.run_in(
                    self.place, program, "build", "-o", self.out,
                    root / "share/doc/councilpress/examples")
                self.assertEqual(done.returncode, 0, done.stdout)
                self.assertIn("enabling-school-improvement.pdf", self.files())
        self.assertIn(" unchanged, 0 failed", done.stdout)

    def a_link_finds_its_templates(self):
        root = self.make("install")
        os.symlink(root / "bin/councilpress", self.place / "link")
        done = self.run_in(self.place, "./link", "templates")
        self.assertIn("cabinet-2018 ", done.stdout)

    def the_service_starts_the_program_of_the_prefix(self):
        for prefix in PREFIXES:
            root = self.make("install", prefix)
            unit = (root / "lib/systemd/system/councilpress@.service")
            text = unit.read_text()
            self.assertNotIn("@PREFIX@", text)
            self.assertIn('ExecStart="{}/bin/councilpress" build '.format(
                prefix.replace("%", "%%")), text)

    def the_manual_names_the_prefix(self):
        for prefix in PREFIXES:
            doc = self.make("install", prefix) / "share/doc/councilpress"
            for name, words in (("operators.md", "{}/bin/councilpress build -q "),
                                ("slurm/councilpress.sbatch", "COUNCILPRESS:-{}/bin/councilpress}}")):
                text = (doc / name).read_text()
                self.assertIn(words.format(prefix), text)
                self.assertTrue(prefix == "/usr/local" or "/usr/local/bin/c" not in text)
            self.assertIn("PATH` has no `/usr/local/bin`", (doc / "operators.md").read_text())

    def uninstall_leaves_nothing(self):
        for prefix in PREFIXES:
            with self.subTest(prefix=prefix):
                root = self.make("install", prefix)
                self.make("uninstall", prefix)
                self.assertEqual(files_below(root), set())
                ours = [p for p in root.rglob("*") if p.name == "councilpress"]
                self.assertEqual(ours, [])

    def uninstall_leaves_what_is_not_its_own(self):
        root = self.make("install")
        own = root / "share/councilpress/templates/ours/template.xml"
        own.parent.mkdir()
        own.write_text("<template/>\n")
        other = root / "bin/another"
        other.write_text("")
        self.make("uninstall")
        self.assertEqual(files_below(root),
                         {str(own.relative_to(root)), "bin/another"})
        self.make("uninstall")  # there is nothing left to do
