"""What compare.py gives to two programs: reports, golden cases, files of data."""
import os
import pathlib
import random
import re
import shutil
import subprocess
import sys

import disguises
import run as properties

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests" / "golden"))
import golden_cases as golden  # noqa: E402

SOURCES = ("random", "examples", "golden", "shared", "disguised")
SHARED = ROOT.parent / "shared"
SHARED_FOLDERS = ("cases", "domain-samples", "office")
DATA = (".csv", ".xlsx", ".ods")
TIME_LIMIT = 120  # seconds; what takes them hangs


class Program:
    """A build with its templates, the small ones of the tests among them."""

    def __init__(self, path, templates, work):
        self.work = work
        self.templates = templates
        self.root = work / "root"  # this project's folder, but for the templates
        self.root.mkdir(parents=True)
        self.path = str(work / "councilpress")  # a copy: somebody may build meanwhile
        shutil.copy2(path, self.path)
        shutil.copytree(templates, self.root / "templates")
        for name in ("bench", "docs", "examples", "tests"):
            (self.root / name).symlink_to(ROOT / name)
        small = templates.parent / "tests" / "golden" / "templates-small"
        golden.assemble_small_templates(
            work / "templates-small",
            small if small.is_dir() else golden.GOLDEN / "templates-small", self.root)
        style = templates / "style"  # a copy of the program finds no templates of its own
        if style.is_dir():
            shutil.copytree(style, work / "templates-small" / "style", dirs_exist_ok=True)

    def run(self, words, folder):
        done = subprocess.run([self.path, *words], cwd=folder, capture_output=True,
                              env=dict(os.environ, LC_ALL="C"), timeout=TIME_LIMIT,
                              stdin=subprocess.DEVNULL)
        return [str(done.returncode), self.text(done.stderr), self.text(done.stdout)]

    def text(self, raw):
        return (raw.decode("utf-8", "backslashreplace")
                .replace(str(self.work), "WORK").replace(str(self.templates), "TEMPLATES"))


def size_of(path):
    """The bytes of a file, or of all files below a folder."""
    files = [path] if path.is_file() else [f for f in path.rglob("*") if f.is_file()]
    return sum(f.stat().st_size for f in files)


class Report:
    """A report folder, with the folders of templates that it needs before the others."""

    stages = ("report", "doc")

    def __init__(self, source, folder, templates=()):
        self.source = source
        self.name = str(folder)
        self.folder = folder
        self.templates = templates

    def size(self):
        return size_of(self.folder)

    def result(self, program, stage, *others):
        """Of this report and OTHERS, which need the same templates."""
        options = [o for t in (*self.templates, program.work / "templates-small",
                               program.root / "templates") for o in ("--templates", t)]
        folders = [report.folder for report in (self, *others)]
        return program.run(["check", f"--dump={stage}", *options, *folders], ROOT)

    def disguised(self, folder, number):
        """A copy of it below FOLDER in which one CSV file is another's, or None."""
        numbers = random.Random(f"{self.name.removeprefix(str(ROOT))} {number}")
        copy = folder / f"{self.folder.name}-{number}"
        shutil.copytree(self.folder, copy)
        if not disguise_one(copy, numbers):
            shutil.rmtree(copy)
            return None
        return Report("disguised", copy, self.templates)


def disguise_one(folder, numbers):
    """Disguises a CSV file of FOLDER; whether there was one."""
    files = sorted(folder.rglob("*.csv"))
    path = numbers.choice(files) if files else None
    found = disguises.disguised(path.read_bytes(), numbers) if path else None
    if found is None:
        return False
    path.write_bytes(found[0])
    return True


class Case:
    """A run of a golden case; each program has a copy of its own."""

    source = "golden"
    stages = ("report", "doc")

    def __init__(self, case, suffix):
        self.case = case
        self.suffix = suffix
        self.name = case.name + suffix

    def size(self):
        return size_of(self.case.path)

    def result(self, program, stage):
        made = golden.Run(self.case, self.suffix, program.path, program.work / "golden",
                          root=program.root)
        made.small = program.work / "templates-small"
        dumps = re.match(r"(build|check)\b(?!.*--(dump|watch))", made.words)
        done, _ = made.run(("--dump", stage) if dumps else ())
        shutil.rmtree(made.work)
        return [str(done.returncode), *(program.text(made.text(part).encode())
                                        for part in (done.stderr, done.stdout))]

    def report(self, work):
        """Its report, to be disguised, below WORK; None where it has none as it stands."""
        folder = work / self.name.replace("/", "-")
        if self.suffix or "setup.sh" in self.case.places:
            return None
        self.case.copy_to(folder)
        if not (folder / "report" / "report.xml").exists():
            return None
        own = folder / "templates"
        return Report(self.source, (folder / "report").rename(folder / folder.name),
                      (own,) if own.is_dir() else ())


class File:
    """A file of data that no report names."""

    source = "shared"
    stages = ("inspect",)

    def __init__(self, path):
        self.path = path
        self.name = str(path)

    def size(self):
        return size_of(self.path)

    def result(self, program, _):
        return program.run(["inspect", self.path.name], self.path.parent)

    def report(self, program, work):
        """A report below WORK that reads it, or None where `inspect` knows no kind."""
        said = program.run(["inspect", self.path.name], self.path.parent)[2]
        known = {f[:-4] for f in os.listdir(properties.KINDS)}
        data = [line for line in re.findall(r"<data [^>]*/>", said)
                if re.search('kind="([^"]*)"', line)[1] in known]
        if not data:
            return None
        folder = work / re.sub(r"\W+", "-", str(self.path.relative_to(SHARED)))
        folder.mkdir(parents=True)
        shutil.copy(self.path, folder)
        tables = "".join(f'<table data="{re.search(" id=.([^ ]*). ", d)[1]}"/>' for d in data)
        (folder / "report.xml").write_text(
            f'<report format="2" template="small" lang="en-GB">\n<header>'
            f'<field id="title">{folder.name}</field></header>\n'
            + "\n".join(data) + f'\n<section id="text">{tables}</section>\n</report>\n',
            encoding="utf-8")
        return Report("shared", folder)


def shared_reports():
    for part in SHARED_FOLDERS:
        for path in sorted((SHARED / part).rglob("report.xml")):
            above = [f / "templates" for f in path.parents if f.is_relative_to(SHARED / part)]
            yield Report("shared", path.parent, tuple(f for f in above if f.is_dir()))


def shared_files():
    for part in SHARED_FOLDERS:
        for path in sorted((SHARED / part).rglob("*")):
            named = any((f / "report.xml").exists() for f in list(path.parents)[:3])
            if path.suffix in DATA and not named:
                yield File(path)


def random_reports(work, tables):
    """Right tables, of which disguises are made, and changed ones."""
    kinds = [properties.Kind(f[:-4]) for f in sorted(os.listdir(properties.KINDS))]
    wanted = properties.make(work, [k for k in kinds if k.can_be_made()], tables, 2)
    wanted.update(properties.make_claims(work, tables, 2))
    for name, (what, _) in wanted.items():
        yield Report("random", work / name), what == "nothing"


def find_inputs(program, work, tables, disguises_each):
    """All that both programs are given: TABLES of each kind and maker, DISGUISES_EACH of
    each report. PROGRAM inspects files that no report names."""
    cases = [Case(case, place[len("args"):]) for case in golden.find_cases([golden.GOLDEN])
             for place in sorted(case.places) if place.split(".")[0] == "args"]
    files = list(shared_files())
    reports = [Report("examples", p.parent)
               for p in sorted((ROOT / "examples").glob("*/report.xml"))]
    reports += shared_reports()
    reports += filter(None, (f.report(program, work / "files") for f in files))
    made = list(random_reports(work / "random", tables))
    yield from (*cases, *files, *reports, *(r for r, _ in made))
    reports += [r for r, is_right in made if is_right]
    reports += filter(None, (c.report(work / "golden") for c in cases))
    for n in range(disguises_each):
        for i, report in enumerate(reports):
            copy = report.disguised(work / "disguised" / str(i), n)
            if copy is not None:
                yield copy
