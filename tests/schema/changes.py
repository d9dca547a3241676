"""Files of templates/ and examples/ in which one thing was changed.

Each element is renamed, taken out, doubled, given an attribute or a text; each
attribute renamed, taken out, given values that it cannot have. Of many alike, in
all files of a vocabulary, the first is changed.
"""
import copy
import itertools
import pathlib
import shutil
import xml.etree.ElementTree as ET
import zlib

REPORT = "schools-partnership"
TEMPLATE = "cabinet-2018"
VALUES = ("", " ", "zz", "0", "-1", "1.5pt", "#12345", "{x}")


def command_for(name):
    """What reads the file: no report names all of templates/."""
    if name == "report.xml":
        return ["check", "--templates", "templates", "report"]
    command = ["templates", "--check", "--templates", "templates"]
    return command + [name.partition("/")[0]] * name.endswith("/template.xml")


class Change:
    """A folder in which a file was changed, and the command that reads it."""

    def __init__(self, folder, place, name, about, tree, of_generator):
        self.folder = folder
        self.name = name
        self.about = about
        self.is_of_generator = of_generator
        self._place = place
        self._tree = tree
        self._kept = None
        self.command = command_for(name)

    def prepare(self, kept):
        self._kept = kept
        kept.parent.mkdir(parents=True, exist_ok=True)
        self._tree.write(self._place, encoding="utf-8")

    def keep(self):
        """The changed file, where it stays."""
        shutil.copy(self._place, self._kept)
        return self._kept


def first_of_each(tree, seen):
    """Paths (tuples of indices) to elements: one of each name, parent and
    decision, but those in SEEN, to which they are added."""
    waiting = [((), tree.getroot(), "")]
    while waiting:
        path, element, parent = waiting.pop(0)
        key = (parent, element.tag, element.get("type"), element.get("with"))
        if key not in seen:
            seen.add(key)
            yield path
        waiting += [(path + (i,), child, element.tag)
                    for i, child in enumerate(element)]


def first_attributes(tree, seen):
    """The same of attributes: a path and a name."""
    waiting = [((), tree.getroot())]
    while waiting:
        path, element = waiting.pop(0)
        for name in element.keys():
            key = (element.tag, name, element.get("type"))
            if key not in seen:
                seen.add(key)
                yield path, name
        waiting += [(path + (i,), child) for i, child in enumerate(element)]


def at(tree, path):
    element = tree.getroot()
    for i in path:
        element = element[i]
    return element


def parent_of(tree, path):
    return at(tree, path[:-1])


def of_elements(tree, paths):
    """Copies of TREE with an element changed: (about, copy, tag)."""
    for path in paths:
        tag = at(tree, path).tag
        for what in ("rename", "attribute", "text", "remove", "double",
                     "child"):
            if not path and what in ("remove", "double"):
                continue
            changed = copy.deepcopy(tree)
            element = at(changed, path)
            if what == "rename":
                element.tag = "zz"
            elif what == "attribute":
                element.set("zz", "1")
            elif what == "text":
                element.text = "words " + (element.text or "")
            elif what == "remove":
                parent_of(changed, path).remove(element)
            elif what == "double":
                parent_of(changed, path).insert(path[-1],
                                                copy.deepcopy(element))
            else:
                element.insert(0, ET.Element("p"))
            yield f"{what} <{tag}>", changed, tag


def of_attributes(tree, paths):
    """The same with an attribute changed."""
    for path, name in paths:
        tag = at(tree, path).tag
        changed = copy.deepcopy(tree)
        del at(changed, path).attrib[name]
        yield f"<{tag}> without {name}", changed, tag
        changed = copy.deepcopy(tree)
        given = at(changed, path).attrib
        given["zz-" + name] = given.pop(name)
        yield f"<{tag}> with zz-{name}", changed, tag
        for value in VALUES:
            changed = copy.deepcopy(tree)
            at(changed, path).set(name, value)
            yield f"<{tag}> {name}=\"{value}\"", changed, tag


def is_silent(about, tag):
    """Whether the program may say nothing of it: a generator's business."""
    return (tag == "generate" and
            (about.startswith("attribute") or "zz-" in about or
             "without data" in about or "with=" in about or
             'data=""' in about or 'data=" "' in about)) or \
        (tag == "table" and "with=" in about)


def sources(root):
    """Files to change: where each lies, and what messages call it."""
    for path in sorted((root / "templates").rglob("*.xml")):
        name = path.relative_to(root / "templates").as_posix()
        if path.parent.name in ("kinds", "wording", "house", "calendars", "rules") or \
                path.name == "template.xml":
            yield path, f"templates/{name}", name
    for path in sorted((root / "examples").glob("*/report.xml")):
        yield path, "report/report.xml", "report.xml"


def leave_needed(templates, path):
    """A kind, house style or wording is read whatever templates there are: one
    is enough, and is checked sooner than all."""
    if path.name not in ("template.xml", "report.xml"):
        for other in templates.glob("*/template.xml"):
            if other.parent.name != TEMPLATE:
                shutil.rmtree(other.parent)


def is_taken(about, every):
    """Whether a change is among one in EVERY: which, its words decide, so that
    a change made to a file moves no other."""
    return zlib.crc32(about.encode()) % every == 0


def all_changes(root, work, share=0, shares=1, every=1):
    """One in EVERY of all changes; of SHARES that work beside each other those
    of one, which has a folder of its own."""
    folder = work / f"case-{share}"
    number = 0
    seen = {}
    for path, place, name in sources(root):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        shutil.copytree(root / "templates", folder / "templates")
        leave_needed(folder / "templates", path)
        report = path.parent if path.name == "report.xml" else \
            root / "examples" / REPORT
        shutil.copytree(report, folder / "report")
        tree = ET.parse(path)
        known = seen.setdefault(tree.getroot().tag, set())
        for about, changed, tag in itertools.chain(
                of_elements(tree, list(first_of_each(tree, known))),
                of_attributes(tree, list(first_attributes(tree, known)))):
            what = f"{path.relative_to(root)}: {about}"
            if not is_taken(what, every):
                continue
            number += 1
            if number % shares != share:
                continue
            change = Change(folder, folder / place, name,
                            what, changed, is_silent(about, tag))
            change.prepare(work / "kept" / str(number) /
                           pathlib.PurePosixPath(place).relative_to(
                               pathlib.PurePosixPath(place).parts[0]))
            yield change
        shutil.copy(path, folder / place)
