#!/usr/bin/env python3
"""The schemas of docs/schema/ say what the program says of a file's structure.

    run.py [--every N] PROGRAM WORK

What the program takes is valid, what it refuses for its structure is not: an
unknown or missing element, attribute or value. What else it refuses (an id given
twice, a name that leads to nothing, an expression) a schema cannot say, and
such a file must be valid. xmllint follows every subset of the optional
attributes that an element has, and takes minutes over a score of them: files
with such an element go through jing alone. Files are those of templates/, examples/ and all golden
cases, and of the first two every change of one thing that changes.py makes, or
one in N. All go through xmllint and, where it is installed, jing.
"""
import argparse
import concurrent.futures
import os
import pathlib
import re
import shutil
import subprocess
import sys
import xml.etree.ElementTree as ET

import changes

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "tests/lint"))
import elements  # noqa: E402

# Templates are looked for in the folders that a test names, and in no others.
os.environ["COUNCILPRESS_TEMPLATES"] = "-"

SCHEMAS = ROOT / "docs/schema"
GOLDEN = ROOT / "tests/golden"
JOBS = os.cpu_count()
MANY = 8  # attributes of one element: see above
BATCH = 500  # files that a validator is given at a time

# What is said of a structure, whatever file it is in; and see said_of_tables().
STRUCTURE = (
    r"<\S+> cannot stand in <\S+>",
    r"the file begins with <\S+>, not with",
    r"<\S+> is neither a block that can stand here nor a generator",
    r"text cannot stand directly in <\S+>",
    r"<\S+> has no attribute `",
    r"<\S+> lacks its attribute `",
    r"<\S+> lacks <\S+>",
    r"<\S+> stands twice in <\S+>",
    r"more than \d+ <\S+> stand in <\S+>",
    r"<\S+> has \d+ <\S+>, not \d+",
    r"<\S+> has neither `\S+` nor `\S+`",
    r"<\S+> holds something, or has the attribute",
    r"<\S+> declares a namespace",
    r"an? \S+ of \S+ `\S+` (lacks its attribute|takes no) `",
    r"`.*` cannot be the \S+ of <\S+>",
    r"`.*` cannot be a name",
    r"`.*` is no language tag",
    r"`.*` is no whole number from",
    r"`.*` is no colour",
    r"the \S+ of <\S+> are at most \d+",
    r"nothing is known that fills \{",
    r"a \{ of the pattern is not closed",
    r"the pattern has no place for its value",
    r"there is no generator `",
    r"`.*` is no fault that a report can own up to",
    r"the generator `\S+` (takes no|needs)",
)
# A measure is refused for its form or for its size; of that no schema speaks.
MEASURE = re.compile(r"`(.*)` is no (length|percentage)")
FORMS = {"length": re.compile(r"[0-9]+(\.[0-9]{1,3})?(mm|pt)"),
         "percentage": re.compile(r"[0-9]+(\.[0-9]{1,3})?%")}
# Of what stands in a phrase or in an alias no schema speaks, either.
PHRASE = re.compile(r"nothing is known that fills .*\n"
                    r"(\s*<(phrase|column|line)\b|.*aliases=)")
# Nor of what the generator takes that a table is handed to.
HANDED = re.compile(r"the generator `\S+` takes no .*\n\s*<table\b.*\bwith=")
# Nor of what stands in the file that is extended.
INHERITED = re.compile(r".*, and what is extended has no")
# A schema is one for all versions of the format.
LATER = re.compile(r".*\n.*\n.*\n  it is there from format=")
MESSAGE = re.compile(r"^(\S+?):\d+:\d+: error: (.*) \[([a-z-]+)\]$", re.M)


def said_of_tables(vocabularies):
    """What the tables of elements have words of their own for."""
    for vocabulary in vocabularies.values():
        for attribute in (a for e in vocabulary for a in e["attributes"]):
            if attribute["empty"]:
                yield re.escape(attribute["empty"])
            if attribute["type"] == "reference" and attribute["choices"]:
                yield re.escape(f"there is no {attribute['of']} `")


class Structure:
    """Tells what is said of a file's structure."""

    def __init__(self, objects):
        said = said_of_tables(elements.tables(objects)["vocabularies"])
        self._said = re.compile("|".join((*STRUCTURE, *said)))

    def has(self, text, code):
        measure = MEASURE.search(text)
        if measure:
            return not FORMS[measure[2]].fullmatch(measure[1])
        return code in ("bad-xml", "bad-encoding") or \
            self._said.search(text) is not None

    def faults_of(self, messages):
        """The files that are refused, each with what is said of its
        structure."""
        found = {}
        for m in MESSAGE.finditer(messages):
            name, text, code = m.groups()
            told = text + messages[m.end():]
            if self.has(text, code) and not any(
                    p.match(told) for p in (PHRASE, HANDED, INHERITED, LATER)):
                found.setdefault(name, []).append(text)
        return found


def schema_of(path):
    """The vocabulary that the file at PATH is of, by its place; or None."""
    if path.name == "report.xml":
        return "report"
    if path.name == "template.xml":
        return "template"
    return {"kinds": "kind", "house": "house",
            "wording": "wording", "calendars": "calendar",
            "rules": "rules"}.get(path.parent.name)


def batches(paths):
    return (paths[i:i + BATCH] for i in range(0, len(paths), BATCH))


def xmllint(name, paths):
    """Those of PATHS that are not valid."""
    bad = set()
    for some in batches(paths):
        done = subprocess.run(
            ["xmllint", "--noout", "--relaxng", SCHEMAS / f"{name}.rng", *some],
            capture_output=True, encoding="utf-8", errors="replace",
            check=False)
        if "failed to compile" in done.stderr:
            sys.exit(f"xmllint: {done.stderr}")
        good = set(re.findall(r"^(.*) validates$", done.stderr, re.M))
        bad |= {p for p in some if str(p) not in good}
    return bad


def has_few_attributes(path):
    try:
        return all(len(e.attrib) <= MANY for e in ET.parse(path).iter())
    except (ET.ParseError, UnicodeError):
        return True


def is_well_formed(path):
    try:
        ET.parse(path)
    except (ET.ParseError, UnicodeError):
        return False
    return True


def jing(name, paths):
    # It stops at the first file that is not well-formed.
    whole = [p for p in paths if is_well_formed(p)]
    bad = set(paths) - set(whole)
    for some in batches(whole):
        done = subprocess.run(["jing", SCHEMAS / f"{name}.rng", *some],
                              capture_output=True, encoding="utf-8",
                              errors="replace", check=False)
        said = re.findall(r"^(.*?):\d+:\d+: (?:fatal|error)", done.stdout,
                          re.M)
        if any(str(SCHEMAS) in path for path in said):
            sys.exit(f"jing: {done.stdout}")
        bad |= {p for p in some if str(p) in said}
    return bad


class Comparison:
    """Files, what the program says of each, and what validators say."""

    def __init__(self):
        self.files = {}  # vocabulary to (path, what is refused, about) list

    def add(self, path, refused, about):
        name = schema_of(path)
        if name:
            self.files.setdefault(name, []).append((path, refused, about))

    def differences(self, validator, validate, takes):
        for name, files in sorted(self.files.items()):
            files = [f for f in files if takes(f[0])]
            bad = validate(name, [path for path, _, _ in files])
            for path, refused, about in files:
                if bool(refused) == (path in bad):
                    continue
                yield (f"{about}: " +
                       (f"valid ({validator}), but the program says: "
                        f"{refused[0]}" if refused else
                        f"not valid ({validator}), but the program takes it"))

    def count(self, refused):
        return sum(bool(r) == refused for files in self.files.values()
                   for _, r, _ in files)


def add_golden(program, work, structure, comparison):
    """What golden cases read, and what they say of it."""
    # Whether they are as they should be, make check-golden says.
    subprocess.run([sys.executable, GOLDEN / "run.py", program, work],
                   check=False, stdout=subprocess.DEVNULL)
    for case in sorted(work.rglob("case")):
        if not case.is_dir():
            continue
        refused = {}
        for path in case.glob("want*.messages"):
            for name, texts in structure.faults_of(path.read_text(
                    encoding="utf-8", errors="replace")).items():
                refused.setdefault(name, []).extend(texts)
        # No report names all of them.
        if (case / "templates").is_dir():
            done = subprocess.run(
                [program, "templates", "--check", "--templates", "templates"],
                cwd=case, capture_output=True, encoding="utf-8",
                errors="replace", check=False)
            for name, texts in structure.faults_of(done.stderr).items():
                refused.setdefault(name, []).extend(texts)
        places = [p.relative_to(case).as_posix() for p in case.rglob("*.xml")]
        # Where a case has several folders, a message does not say which of two
        # files of one name it speaks of.
        unclear = tuple("/" + name for name in refused
                        if sum(("/" + p).endswith("/" + name)
                               for p in places) > 1)
        for path in sorted(case.rglob("*.xml")):
            # Of a DOCTYPE no schema speaks; locks of editors are not read.
            if path.is_symlink() or path.name.startswith("~$") or \
                    b"<!DOCTYPE" in path.read_bytes():
                continue
            place = path.relative_to(case).as_posix()
            if unclear and ("/" + place).endswith(unclear):
                continue
            said = next((texts for name, texts in refused.items()
                         if place == name or place.endswith("/" + name)), [])
            comparison.add(path, said,
                           f"{case.parent.relative_to(work)}: {place}")


def changes_of(program, work, structure, share, every):
    """Files in which one thing was changed, a share of them."""
    found = []
    for change in changes.all_changes(ROOT, work, share, JOBS, every):
        done = subprocess.run([program, *change.command], cwd=change.folder,
                              capture_output=True, encoding="utf-8",
                              errors="replace", check=False)
        if done.returncode < 0:
            sys.exit(f"{change.about}: the program died")
        refused = structure.faults_of(done.stderr).get(change.name, [])
        kept = change.keep()
        # What a generator is given is looked at when it runs: the report that
        # is checked need not have what it prints.
        if not refused and change.is_of_generator:
            refused = ["(an argument of a generator)"]
        found.append((kept, refused, change.about))
    return found


def add_changes(program, work, structure, comparison, every):
    with concurrent.futures.ThreadPoolExecutor(JOBS) as pool:
        for found in pool.map(
                lambda share: changes_of(program, work, structure, share,
                                         every),
                range(JOBS)):
            for one in found:
                comparison.add(*one)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--every", type=int, default=1, metavar="N")
    parser.add_argument("program", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    o = parser.parse_args()
    program, work = o.program.resolve(), o.work.resolve()
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    structure = Structure(program.parent)
    comparison = Comparison()
    for path in [*sorted((ROOT / "templates").rglob("*.xml")),
                 *sorted((ROOT / "examples").rglob("report.xml"))]:
        comparison.add(path, [], str(path.relative_to(ROOT)))
    add_golden(program, work / "golden", structure, comparison)
    add_changes(program, work / "changed", structure, comparison, o.every)

    validators = [("xmllint", xmllint, has_few_attributes)]
    if shutil.which("jing"):
        validators.append(("jing", jing, lambda path: True))
    else:
        print("schema: jing is not installed (./setup --dev): NOT RUN")
    bad = [line for validator in validators
           for line in comparison.differences(*validator)]
    for line in bad:
        print(line, file=sys.stderr)
    print(f"schema: {comparison.count(False)} files that are valid and "
          f"{comparison.count(True)} that are not, by "
          f"{' and '.join(name for name, *_ in validators)}: "
          f"{len(bad)} differences")
    return 1 if bad else 0


sys.exit(main())
