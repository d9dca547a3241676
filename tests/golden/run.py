#!/usr/bin/env python3
"""Golden cases: any folder below tests/golden/ with a file `args`.

`args` is the command line, split as a shell splits words, run in the case's
folder; $OUT in it is an empty folder for outputs. What the case holds is
what is compared:

    want.status     the exit status (0 when there is none)
    want.messages   standard error, always compared
    want.out        standard output
    want.html       the HTML file that was written, without its style sheet
    want.css        its style sheet: in one case, so that a change of looks
                    is one difference
    want.report want.figures want.doc want.layout   what --dump STAGE prints

`args.NAME` is a further run with want.NAME.*. A run that fails must leave no
file behind. `setup.sh`, where there is one, is run first (a symbolic link, a
file without permissions), in a copy of the case. $SMALL, in it and in `args`, is
tests/golden/templates-small with the wording of templates/; $ROOT is the
project's own folder, with its templates and examples. In what is wanted $CASE is
the copy of the case's folder.

    run.py [--bless | --build] [--jobs N] PROGRAM WORK [CASE...]

With --bless each difference is shown and then becomes what is wanted. With
--build nothing is compared: what a case builds, or checks and finds right, is
built, and stays in WORK/CASE/out for the validators.
"""
import argparse
import concurrent.futures
import difflib
import os
import pathlib
import shlex
import shutil
import subprocess
import sys

GOLDEN = pathlib.Path(__file__).resolve().parent
ROOT = GOLDEN.parent.parent
STAGES = ("report", "figures", "doc", "layout")
TIME_LIMIT = 120  # seconds; a case that takes them hangs


def split_style(html):
    """What stands before, in and after the style element."""
    before, _, rest = html.partition("<style>")
    css, _, after = rest.partition("</style>")
    return before + "<style>", css, "</style>" + after


class Case:
    def __init__(self, args, program, work, bless):
        self.small = work / "templates-small"
        self.folder = args.parent
        self.suffix = args.name[len("args"):]
        self.name = str(self.folder.relative_to(GOLDEN)) + self.suffix
        self.words = args.read_text().strip()
        self.program = program
        self.work = work / self.name
        self.bless = bless
        self.log = []

    def want(self, what):
        return self.folder / f"want{self.suffix}.{what}"

    def compare(self, what, got, always=False):
        """True when GOT is what is wanted, or was blessed."""
        path = self.want(what)
        if not path.exists() and not (always and got):
            return True
        wanted = path.read_text() if path.exists() else ""
        if got == wanted:
            return True
        self.log += list(difflib.unified_diff(
            wanted.splitlines(), got.splitlines(), str(path), "got",
            lineterm="", n=1))[:60]
        if self.bless:
            path.write_text(got)
            self.log.append(f"blessed {path.relative_to(GOLDEN)}")
        return self.bless

    def run(self, extra=(), build=False):
        out = self.work / "out"
        shutil.rmtree(self.work, ignore_errors=True)
        out.mkdir(parents=True)
        place = self.folder
        if (self.folder / "setup.sh").exists():
            place = self.work / "case"
            shutil.copytree(self.folder, place, symlinks=True)
            subprocess.run(["sh", "./setup.sh"], cwd=place, check=True,
                           env=dict(os.environ, SMALL=str(self.small),
                                    ROOT=str(ROOT)))
        env = dict(os.environ, OUT=str(out), LC_ALL="C")
        words = [os.path.expandvars(w) if "$OUT" not in w
                 else w.replace("$OUT", str(out))
                 for w in shlex.split(self.words)]
        words = [w.replace("$GOLDEN", str(GOLDEN))
                 .replace("$SMALL", str(self.small))
                 .replace("$ROOT", str(ROOT)) for w in words]
        if build and words[0] in ("build", "check"):
            words = ["build", "-q", "-o", str(out), *words[1:]]
        done = subprocess.run([self.program, *words, *extra], cwd=place,
                              env=env, capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=TIME_LIMIT)
        return done, out

    def text(self, raw):
        """Output without the places of this run."""
        text = raw.decode("utf-8", "backslashreplace")
        return (text.replace(str(self.work / "out"), "$OUT")
                .replace(str(self.work / "case"), "$CASE")
                .replace(str(GOLDEN), "$GOLDEN")
                .replace(str(self.small), "$SMALL")
                .replace(str(ROOT), "$ROOT"))

    def check(self):
        done, out = self.run()
        ok = True
        status = f"{done.returncode}\n"
        if self.want("status").exists() or (self.bless and status != "0\n"):
            ok &= self.compare("status", status, always=True)
        elif status != "0\n":
            self.log.append(f"exit status {done.returncode}, wanted 0")
            ok = False
        ok &= self.compare("messages", self.text(done.stderr), always=True)
        ok &= self.compare("out", self.text(done.stdout))
        files = sorted(p.name for p in out.iterdir())
        if done.returncode != 0 and files and \
                not (self.folder / "keeps-files").exists():
            self.log.append(f"failed, but left {files}")
            ok = False
        for html in out.glob("*.html"):
            head, css, body = split_style(html.read_text())
            ok &= self.compare("html", head + body)
            ok &= self.compare("css", css)
        for stage in STAGES:
            if self.want(stage).exists():
                dump, _ = self.run(("--dump", stage))
                ok &= self.compare(stage, self.text(dump.stdout))
        return ok


def build_all(cases, jobs):
    with concurrent.futures.ThreadPoolExecutor(jobs) as pool:
        built = list(pool.map(lambda case: case.run(build=True), cases))
    right = sum(done.returncode == 0 for done, _ in built)
    print(f"golden: {right} of {len(cases)} cases built")
    return 0 if right else 1


def assemble_small_templates(folder):
    """The few templates of bad/, with wording that never lags behind."""
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(GOLDEN / "templates-small", folder)
    shutil.copytree(GOLDEN.parent.parent / "templates" / "wording",
                    folder / "wording")


def run_one(case):
    try:
        return case, case.check()
    except (subprocess.SubprocessError, OSError, ValueError) as error:
        case.log.append(str(error))
        return case, False


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bless", action="store_true")
    parser.add_argument("--build", action="store_true")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("program")
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("cases", nargs="*", type=pathlib.Path)
    o = parser.parse_args()
    program = os.path.abspath(o.program)
    found = [p for case in o.cases or [GOLDEN]
             for p in case.resolve().rglob("args*")]
    cases = [Case(p, program, o.work.resolve(), o.bless)
             for p in sorted(found)]
    assemble_small_templates(o.work.resolve() / "templates-small")
    if o.build:
        return build_all(cases, o.jobs)
    failed = 0
    with concurrent.futures.ThreadPoolExecutor(o.jobs) as pool:
        for case, ok in pool.map(run_one, cases):
            if not ok or case.log:
                print(("FAILED " if not ok else "") + case.name)
                print("".join(f"    {line}\n" for line in case.log), end="")
            failed += not ok
    print(f"golden: {len(cases) - failed} passed, {failed} failed")
    return 1 if failed or not cases else 0


sys.exit(main())
