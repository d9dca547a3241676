"""Every option of --help is completed by every shell, and none more."""
import re
import shutil

from installed import Installed
from support import ROOT, Place

SHELLS = {
    "bash": "share/bash-completion/completions/councilpress",
    "zsh": "share/zsh/site-functions/_councilpress",
    "fish": "share/fish/vendor_completions.d/councilpress.fish",
}
VALUES = {
    "--format": {"pdf", "html", "pdf,html"},
    "--copy": {"published", "internal"},
    "--dump": {"report", "figures", "doc", "layout"},
}
COMMANDS = {"build", "check", "diff", "inspect", "merge", "preview",
            "templates", "kinds", "new"}

CABINET = {path.name for path in (ROOT / "templates").glob("cab*")}

# A value that is right, by what --help calls it.
RIGHT = {"DIR": ".", "LIST": "pdf", "N": "1", "COPY": "published",
         "DATE": "2026-11-30", "NAME=VALUE": "name=value", "MIB": "1",
         "SECONDS": "1", "STAGE": "doc", "NAME": "cabinet-2018",
         "FILE": "reports", "K": "1/1", "AMOUNT": "100"}

# What readline does: the words so far, then the one at the cursor.
BASH = r"""
source "$1"; shift
type -t _init_completion >/dev/null && exit 3
COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); COMPREPLY=()
complete -p councilpress | grep -q -- '-F _councilpress' || exit 4
_councilpress "$1" "${@: -1}" "${@:$#-1:1}"
printf '%s\n' "${COMPREPLY[@]}"
"""

# The specifications that _councilpress hands to zsh's own _arguments.
ZSH = r"""
_arguments() { print -rl -- "$@" }
source "$1"
"""


class Completion(Installed):
    def setUp(self):
        super().setUp()
        self.root = self.make("install")
        self.program = self.root / "bin/councilpress"
        (self.place / "reports").write_text("nowhere\n", encoding="utf-8")
        text = self.run_in(self.place, self.program, "--help").stdout
        self.lines = re.findall(r"(?m)^  (-\w|  ).? (--[a-z-]+)(?: ([A-Z=]+))?",
                                text)
        self.options = self._names(self.lines)
        self.assertGreater(len(self.options), 20)

    @staticmethod
    def _names(lines):
        return {name for short, long, _ in lines for name in (short, long)
                if name.strip()}

    def _options_of(self, command):
        """Those that the program does not refuse with COMMAND."""
        taken = []
        for line in self.lines:
            words = [line[1], RIGHT[line[2]]] if line[2] else [line[1]]
            words += ["nowhere"] * (2 if command == "diff" else 1)
            # `new` makes it.
            shutil.rmtree(self.place / "nowhere", ignore_errors=True)
            done = self.run_in(self.place, self.program, command, *words)
            if not re.search(r"goes with [a-z]", done.stdout):
                # `new` wants --template as well, --pages wants --check.
                right = ((0, 64, 66) if command == "new" or line[1] == "--pages"
                         else (0, 66))
                self.assertIn(done.returncode, right, done.stdout)
                taken.append(line)
        return self._names(taken)

    def _shell(self, name):
        if shutil.which(name) is None:
            self.skipTest(f"{name} is not installed: ./setup --dev")
        return self.root / SHELLS[name]

    def _bash(self, *words):
        done = self.run_in(self.place, "bash", "--norc", "-c", BASH, "bash",
                           self.root / SHELLS["bash"], self.program, *words)
        self.assertEqual(done.returncode, 0, done.stdout)
        return {line for line in done.stdout.splitlines() if line}

    def bash_knows_every_option(self):
        self.assertEqual(self._bash("-"), self.options)
        for command in COMMANDS:
            self.assertEqual(self._bash(command, "-"),
                             self._options_of(command))
        self.assertEqual(self._bash("build", "--fo"), {"--format", "--force"})

    def bash_knows_commands_and_values(self):
        self.assertEqual(self._bash(""), COMMANDS)
        self.assertEqual(self._bash("-q", "c"), {"check"})
        for option, values in VALUES.items():
            self.assertEqual(self._bash("build", option, ""), values)
            self.assertEqual(self._bash("build", option, "="), values)
            self.assertEqual(self._bash("build", option, "=", ""), values)
        for option in ("--set", "-j", "--as-of", "--timeout"):
            self.assertEqual(self._bash("build", option, ""), set())

    def bash_knows_paths_and_templates(self):
        (self.place / "folder of reports").mkdir()
        (self.place / "report.xml").write_text("")
        (self.place / "figures.csv").write_text("")
        self.assertEqual(self._bash("build", "fo"), {"folder of reports"})
        self.assertEqual(self._bash("check", "r"), {"root", "report.xml"})
        self.assertEqual(self._bash("build", "-o", "f"), {"folder of reports"})
        self.assertEqual(self._bash("templates", "cab"), CABINET)
        self.assertEqual(self._bash("templates", "--templates",
                                    Place.templates, ""),
                         {"no-attachments", "small"})

    def _zsh(self, *words):
        """What _arguments is given: option -> its specification."""
        script = f"words=({' '.join(words)})\n" + ZSH
        done = self.run_in(self.place, "zsh", "-f", "-c", script, "zsh",
                           self._shell("zsh"))
        self.assertEqual(done.returncode, 0, done.stdout)
        specs = [re.sub(r"^(\([^)]*\)|\*)", "", line)
                 for line in done.stdout.splitlines()]
        return {re.match(r"--?[a-z-]+|-[A-Z]", spec).group(): spec
                for spec in specs if spec.startswith("-") and "[" in spec}

    def zsh_knows_every_option(self):
        specs = self._zsh()
        self.assertEqual(specs.keys(), self.options)
        for option, values in VALUES.items():
            spec = specs[option]
            self.assertEqual(set(spec.rsplit("(", 1)[1].rstrip(")").split()),
                             values)
        for command in COMMANDS:
            self.assertEqual(self._zsh("councilpress", command).keys(),
                             self._options_of(command))

    def fish_knows_every_option(self):
        completion = self._shell("fish")

        def complete(line):
            done = self.run_in(
                self.place, "fish", "--no-config", "-c",
                f"source '{completion}'; complete -C '{line}'",
                env={"PATH": f"{self.program.parent}:/usr/bin:/bin",
                     "HOME": str(self.place)})
            self.assertEqual(done.returncode, 0, done.stdout)
            return {s.split("\t")[0] for s in done.stdout.splitlines()}

        def options(words):
            return complete(f"councilpress {words}--") | {
                s[:2] for s in complete(f"councilpress {words}-")
                if not s.startswith("--")}

        self.assertEqual(options(""), self.options)
        for command in COMMANDS:
            self.assertEqual(options(command + " "), self._options_of(command))
        self.assertEqual(complete("councilpress ") & COMMANDS, COMMANDS)
        for option, values in VALUES.items():
            self.assertEqual(complete(f"councilpress build {option} "), values)
        self.assertEqual(complete("councilpress templates cab"), CABINET)

    def all_texts_name_every_option(self):
        """Also where a shell is not there to be asked."""
        wanted = {o for o in self.options if o.startswith("--")}
        for name, path in SHELLS.items():
            text = (self.root / path).read_text()
            if name == "fish":
                found = {"--" + n for n in re.findall(
                    r"(?m)^complete .* -l ([a-z-]+)", text)}
            else:
                found = set(re.findall(r"(?<![\w-])--[a-z]+(?:-[a-z]+)*", text))
            self.assertEqual(found, wanted, name)

    def values_are_those_that_the_program_takes(self):
        for option, values in VALUES.items():
            for value in values:
                done = self.run_in(self.place, self.program, "check", option,
                                   value, "nowhere")
                self.assertEqual(done.returncode, 66, done.stdout)
            done = self.run_in(self.place, self.program, "check", option, "x",
                               "nowhere")
            for value in values:
                self.assertIn(value, done.stdout)
