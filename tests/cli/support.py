"""What the tests of the command line share: reports, templates, a run."""
import argparse
import os
import pathlib
import resource
import shutil
import signal
import subprocess
import sys
import unittest

# Templates are looked for in the folders that a test names, and in no others.
os.environ["COUNCILPRESS_TEMPLATES"] = "-"

ROOT = pathlib.Path(__file__).resolve().parents[2]
# Of Debian 12 or 13.
FONTS = next((folder for folder in
              map(pathlib.Path, ("/usr/share/fonts/truetype/liberation2",
                                 "/usr/share/fonts/truetype/liberation"))
              if folder.is_dir()), None)
TIME_LIMIT = 600  # seconds; what takes them hangs

RUN_FILES = {".councilpress.lock", "manifest.json", "manifest.internal.json",
             "run.json", "run.internal.json"}

REPORT = """<report format="1" template="small" lang="en-GB">
  <header>
    <field id="title">{title}</field>
  </header>
  {data}
  <section id="text">
    {text}
  </section>
</report>
"""


class Place:
    """Where the program and its templates are; set once by run.py."""
    program = None
    work = None
    templates = None
    long = False


def begin(program, work, long):
    """The small templates of the golden cases, with the wording and the style
    sheet of templates/."""
    Place.program = program
    Place.work = work
    Place.long = long
    Place.templates = work / "templates"
    shutil.copytree(ROOT / "tests/golden/templates-small", Place.templates)
    shutil.copytree(ROOT / "templates/wording", Place.templates / "wording")
    shutil.copytree(ROOT / "templates/style", Place.templates / "style")


def write_report(folder, text="<p>Words.</p>", data="", title="Small report"):
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "report.xml").write_text(
        REPORT.format(title=title, text=text, data=data), encoding="utf-8")
    return folder


DATA_OF_FIGURES = '<data id="figures" file="f.csv" kind="figures"/>'


def write_data(folder):
    """What DATA_OF_FIGURES names."""
    (folder / "f.csv").write_text("Item,Amount\nA,1\nTotal,1\n")
    return folder


class Loader(unittest.TestLoader):
    """Tests are named as what they prove: every public method of a class in
    a test_*.py is one."""

    def getTestCaseNames(self, case):
        return [] if not case.__module__.startswith("test_") else [
            name for name, value in vars(case).items()
            if callable(value) and not name.startswith("_")
            and name != "setUp"]


def default_signals():
    """What is ignored by whoever started us, a test's program would ignore."""
    for number in (signal.SIGHUP, signal.SIGQUIT, signal.SIGTERM,
                   signal.SIGUSR1, signal.SIGUSR2):
        signal.signal(number, signal.SIG_DFL)
    signal.signal(signal.SIGINT, signal.default_int_handler)


def main(here, about):
    """The tests of the folder HERE, as its run.py was asked for them."""
    parser = argparse.ArgumentParser(
        description=about, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--long", action="store_true")
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("tests", nargs="*")
    o = parser.parse_args()
    default_signals()
    shutil.rmtree(o.work, ignore_errors=True)
    o.work.mkdir(parents=True)
    begin(o.program.resolve(), o.work.resolve(), o.long)
    os.chdir(o.work)
    names = o.tests or sorted(p.stem for p in here.glob("test_*.py"))
    suite = Loader().loadTestsFromNames(names)
    result = unittest.TextTestRunner(verbosity=0, stream=sys.stdout).run(suite)
    print(f"{here.name}: {result.testsRun} tests, "
          f"{len(result.skipped)} skipped")
    for test, why in result.skipped:
        print(f"    SKIPPED {test.id()}: {why}")
    return 0 if result.wasSuccessful() and result.testsRun > 0 else 1


class Case(unittest.TestCase):
    """A test in an empty folder of its own."""

    def setUp(self):
        self.place = Place.work / self.id()
        self.place.mkdir(parents=True)
        self.out = self.place / "out"

    def run_program(self, *args, templates=True, **more):
        words = [str(Place.program), *map(str, args)]
        if templates:
            words += ["--templates", str(Place.templates)]
        more = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE,
                "stdin": subprocess.DEVNULL, "cwd": self.place} | more
        return subprocess.run(words, **{"timeout": TIME_LIMIT} | more,
                              check=False, encoding="utf-8",
                              errors="surrogateescape")

    def build(self, *args, **more):
        return self.run_program("build", "-o", self.out, *args, **more)

    def files(self):
        """The names in the output folder, temporary ones included, without
        those that belong to the run and not to a report."""
        names = os.listdir(self.out) if self.out.is_dir() else []
        return sorted(set(names) - RUN_FILES)

    def says(self, done, status, *parts):
        """DONE ended with STATUS, and each of PARTS is in its messages."""
        self.assertEqual(done.returncode, status, done.stderr)
        for part in parts:
            self.assertIn(part, done.stderr)


def peak_mebibytes():
    """The most memory that any run so far has taken."""
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
