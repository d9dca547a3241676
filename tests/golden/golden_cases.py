"""Golden cases and their runs: what run.py compares. Its head says what a case holds."""
import difflib
import os
import pathlib
import re
import shlex
import shutil
import subprocess
import sys

import case_file

# Templates are looked for in the folders that a test names, and in no others.
os.environ["COUNCILPRESS_TEMPLATES"] = "-"

GOLDEN = pathlib.Path(__file__).resolve().parent
ROOT = GOLDEN.parent.parent
STAGES = ("report", "figures", "doc", "layout")
COMPARED = ("status", "messages", "out", "html", "css", *STAGES)
# What a run says of a folder, also where it wrote no report.
STATE = (".councilpress.lock", "manifest.json", "run.json")
PAPER_SIZE = re.compile(
    r'(<a href="[^"]*" type="application/pdf">[^<]*?)[\d.,]+( [kM]B)')
TIME_LIMIT = 120  # seconds; a case that takes them hangs


def split_style(html):
    """What stands before, in and after the style element."""
    before, _, rest = html.partition("<style>")
    css, _, after = rest.partition("</style>")
    return before + "<style>", css, "</style>" + after


class FolderCase:
    """The files of a case, as they lie in a folder."""

    def __init__(self, folder):
        self.path = folder
        self.name = folder.relative_to(GOLDEN).as_posix()
        self.places = [path.name for path in folder.iterdir()
                       if case_file.OWN.match(path.name)]

    def read(self, place):
        path = self.path / place
        return path.read_bytes().decode() if place in self.places else None

    def write(self, place, text):
        (self.path / place).write_bytes(text.encode())

    def copy_to(self, folder):
        shutil.copytree(self.path, folder, symlinks=True)


class FileCase:
    """The same, as they stand in one file."""

    def __init__(self, path):
        self.path = path
        self.name = path.relative_to(GOLDEN).with_suffix("").as_posix()
        self.about, self.files = case_file.read(path)
        self.places = list(self.files)

    def read(self, place):
        return self.files.get(place)

    def write(self, place, text):
        files = {**self.files, place: text}
        self.path.write_bytes(case_file.compose(self.about, files).encode())
        self.files = files

    def copy_to(self, folder):
        case_file.unpack(self.files, folder)


class Run:
    """A command line of a case."""

    def __init__(self, case, suffix, program, work, bless=False, root=ROOT):
        self.case = case
        self.suffix = suffix
        self.name = case.name + suffix
        self.words = case.read("args" + suffix).strip()
        self.program = program
        self.root = root
        self.small = work / "templates-small"
        # No case lies in the folder of another, which each empties.
        self.work = work / self.name.replace("/", "+")
        self.bless = bless
        self.log = []

    def want(self, what):
        return f"want{self.suffix}.{what}"

    def wants(self, what):
        return self.want(what) in self.case.places

    def compare(self, what, got, always=False):
        """True when GOT is what is wanted, or was blessed."""
        if not self.wants(what) and not (always and got):
            return True
        wanted = self.case.read(self.want(what)) or ""
        if got == wanted:
            return True
        self.log += list(difflib.unified_diff(
            wanted.splitlines(), got.splitlines(),
            f"{self.case.path.relative_to(ROOT)} {self.want(what)}", "got",
            lineterm="", n=1))[:60]
        if self.bless:
            self.case.write(self.want(what), got)
            self.log.append(f"blessed {self.want(what)}")
        return self.bless

    def run(self, extra=(), build=False):
        """Runs the program in a new copy of the case: what came of it, and the folder of
        outputs."""
        out = self.work / "out"
        place = self.work / "case"
        shutil.rmtree(self.work, ignore_errors=True)
        out.mkdir(parents=True)
        self.case.copy_to(place)
        if (place / "setup.sh").exists():
            subprocess.run(["sh", "./setup.sh"], cwd=place, check=True,
                           env=dict(os.environ, SMALL=str(self.small),
                                    ROOT=str(self.root)))
        words = [w.replace("$OUT", str(out)).replace("$SMALL", str(self.small))
                 .replace("$ROOT", str(self.root)) for w in shlex.split(self.words)]
        if build and words[0] in ("build", "check"):
            words = ["build", "-q", "-o", str(out), *words[1:]]
        done = subprocess.run([self.program, *words, *extra], cwd=place,
                              env=dict(os.environ, LC_ALL="C"),
                              capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=TIME_LIMIT)
        return done, out

    def text(self, raw):
        """Output without the places of this run."""
        text = raw.decode("utf-8", "backslashreplace")
        text = re.sub("^font: .*/", "font: $FONTS/", text, flags=re.M)
        return (text.replace(str(self.work / "out"), "$OUT")
                .replace(str(self.work / "case"), "$CASE")
                .replace(str(self.small), "$SMALL")
                .replace(str(self.root), "$ROOT"))

    def compare_status(self, status):
        if self.wants("status") or (self.bless and status != "0\n"):
            return self.compare("status", status, always=True)
        if status != "0\n":
            self.log.append(f"exit status {status.strip()}, wanted 0")
        return status == "0\n"

    def compare_html(self, out):
        page = css = ""
        for html in out.glob("*.html"):
            head, css, body = split_style(html.read_bytes().decode())
            page = PAPER_SIZE.sub(r"\1$SIZE\2", head + body)
        return self.compare("html", page) & self.compare("css", css)

    def check(self):
        done, out = self.run()
        ok = self.compare_status(f"{done.returncode}\n")
        ok &= self.compare("messages", self.text(done.stderr), always=True)
        ok &= self.compare("out", self.text(done.stdout))
        ok &= self.compare_html(out)
        files = sorted(p.name for p in out.iterdir() if p.name not in STATE)
        if done.returncode != 0 and files:
            self.log.append(f"failed, but left {files}")
            ok = False
        for stage in STAGES:
            if self.wants(stage):
                dump, _ = self.run(("--dump", stage))
                ok &= self.compare(stage, self.text(dump.stdout))
        return ok


def find_runs(case, program, work, bless=False, root=ROOT):
    """Its command lines; each thing wanted must belong to one."""
    suffixes = sorted(place[len("args"):] for place in case.places
                      if place.split(".")[0] == "args")
    known = {f"want{suffix}.{what}" for suffix in suffixes
             for what in COMPARED}
    lost = [place for place in case.places
            if place.startswith("want") and place not in known]
    if lost:
        sys.exit(f"{case.path}: nothing is compared with {', '.join(lost)}")
    return [Run(case, suffix, program, work, bless, root) for suffix in suffixes]


def find_cases(places):
    """The cases that are, or lie below, one of PLACES."""
    for place in places:
        if place.suffix == ".case":
            yield FileCase(place)
            continue
        for path in sorted(place.rglob("*.case")):
            yield FileCase(path)
        for folder in sorted({path.parent for path in place.rglob("args*")}):
            yield FolderCase(folder)


def assemble_small_templates(folder, small=GOLDEN / "templates-small", root=ROOT):
    """The few templates of the cases, with wording that never lags behind."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(small, folder)
    shutil.copytree(root / "templates" / "wording", folder / "wording")
