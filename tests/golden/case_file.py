#!/usr/bin/env python3
"""A golden case in one file: NAME.case.

What stands before the first section says what the case proves. A section
begins with a line `-- NAME --` and is a file of the case, byte for byte:

    A total is not the sum of the rows above it.
    -- report.xml --
    <report format="1" template="small" lang="en-GB">
    ...
    -- figures.csv --
    Item,Amount
    ...
    -- want.messages --
    figures.csv:4:7: error: Total, Amount (cell B4) is £4, ...

A name without a folder is a file of the report, report/NAME, unless it begins
with `args` or `want` or is `setup.sh`. Files outside the report have a folder:
`templates/small/template.xml`, or `./` for the case's own.

Bytes that an editor may change on the way or a reader cannot see are not held:
see why_odd(). Such a case is a folder, or makes its file in `setup.sh`.

    case_file.py pack FOLDER...         make FOLDER.case and take FOLDER away
    case_file.py unpack CASE FOLDER     make the folder of a case
"""
import pathlib
import re
import shutil
import sys

MARK = re.compile(r"^-- (\S+) --$", re.M)
OWN = re.compile(r"(args|want)(\.|$)|setup\.sh$")
HIDDEN = re.compile("[\x00-\x08\x0b-\x1f\x7f\ufeff]")
SHORT = ("status", "messages", "out")  # of what is wanted, first
DEFAULT_ARGS = "check --templates $SMALL report\n"


def why_odd(data):
    """Why the bytes DATA cannot be a section, or None."""
    try:
        text = data.decode()
    except UnicodeDecodeError:
        return "is not UTF-8"
    found = HIDDEN.search(text)
    if found:
        return f"has the character U+{ord(found[0]):04X}"
    if text and not text.endswith("\n"):
        return "has no line break at its end"
    if MARK.search(text):
        return "has a line that would begin a section"
    return None


def place_of(name):
    """Where below the case's folder the section NAME lies."""
    path = pathlib.PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts:
        raise ValueError(f"`{name}` is outside the case")
    if "/" in name or OWN.match(name):
        return path.as_posix()
    return f"report/{name}"


def name_of(place):
    """The shortest name of a section that lies at PLACE."""
    for name in (place.removeprefix("report/"), place):
        if place_of(name) == place:
            return name
    return f"./{place}"


def parse(text):
    """What the case proves, and its files: a dictionary from place to text."""
    about, *rest = MARK.split(text)
    files = {}
    for name, content in zip(rest[::2], rest[1::2]):
        place = place_of(name)
        if place in files:
            raise ValueError(f"`{name}` stands there twice")
        files[place] = content[1:]  # past the end of the line of the mark
    if not files:
        raise ValueError("has no section `-- NAME --`")
    if not any(place.split(".")[0] == "args" for place in files):
        files["args"] = DEFAULT_ARGS
    return about, files


def order(place):
    """Inputs, what is done with them, what is wanted, a run after the other."""
    kind, *run = place.split(".")
    if not OWN.match(place):
        later = place.startswith("templates/")
        return 0, later, not place.endswith("report.xml"), 0, place
    if kind != "want":
        return 1, kind != "setup", 0, 0, place
    what = run.pop()
    rank = SHORT.index(what) if what in SHORT else len(SHORT)
    return 2, False, run, rank, place


def compose(about, files):
    """The text of a case: parse() gives the same again."""
    parts = [about]
    for place in sorted(files, key=order):
        if place == "args" and files[place] == DEFAULT_ARGS and \
                not any(p.startswith("args.") for p in files):
            continue
        odd = why_odd(files[place].encode())
        if odd:
            raise ValueError(f"{place} {odd}: it cannot stand in one file")
        parts.append(f"-- {name_of(place)} --\n{files[place]}")
    return "".join(parts)


def read(path):
    try:
        return parse(path.read_bytes().decode())
    except ValueError as error:  # one of UTF-8 is one, too
        raise ValueError(f"{path}: {error}") from None


def unpack(files, folder):
    for place, text in files.items():
        path = folder / place
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())


def pack(folder):
    """FOLDER as one file beside it; what is odd about it, if it must stay."""
    files = {}
    for path in sorted(folder.rglob("*")):
        place = path.relative_to(folder).as_posix()
        if path.is_symlink():
            return f"{place} is a link"
        if path.is_dir():
            if not any(path.iterdir()):
                return f"{place} is an empty folder"
            continue
        data = path.read_bytes()
        odd = why_odd(data)
        if odd:
            return f"{place} {odd}"
        files[place] = data.decode()
    text = compose("", files)
    if parse(text) != ("", files):
        return "it does not come out of one file as it went in"
    folder.with_name(folder.name + ".case").write_bytes(text.encode())
    shutil.rmtree(folder)
    return None


def main():
    command, *paths = [*sys.argv[1:], ""]
    if command == "pack" and len(paths) > 1:
        for name in paths[:-1]:
            odd = pack(pathlib.Path(name))
            if odd:
                print(f"{name} stays a folder: {odd}")
    elif command == "unpack" and len(paths) == 3:
        unpack(read(pathlib.Path(paths[0]))[1], pathlib.Path(paths[1]))
    else:
        sys.exit(__doc__)


if __name__ == "__main__":
    main()
