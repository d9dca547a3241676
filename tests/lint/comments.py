#!/usr/bin/env python3
"""Comments and pages for developers name no file and no function that is not there.

A comment in C may name FILE.c, FILE.h and function(); docs/dev/ and CONTRIBUTING.md
name files in `backquotes`. What moved, or has another name now, is found here. NAME
stands for any.
"""
import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
COMMENT = re.compile(r"/\*.*?\*/", re.S)
NAMED_FILE = re.compile(r"(?<![\w.*<-])([\w/]+\.[ch])\b")
NAMED_FUNCTION = re.compile(r"\b([a-z]\w+)\(\)")
IN_PAGE = re.compile(r"`([\w/]+\.(?:c|h|py|sh))`")
# What others have, and no file of ours includes or calls.
FOREIGN = {"sysexits.h", "isdigit"}
# What recipes.md says was tried and thrown away.
TRIED = {"core/doc/picture_dots.c", "output/drawing/dots.c", "generators/chart_dots.c"}


def tracked():
    done = subprocess.run(["git", "ls-files"], cwd=ROOT, check=True, capture_output=True,
                          text=True)
    return [ROOT / name for name in done.stdout.splitlines()]


def is_there(name, places):
    return "NAME" in name or any(place == name or place.endswith("/" + name) for place in places)


def main():
    files = [path for path in tracked() if path.is_file()]
    places = [path.relative_to(ROOT).as_posix() for path in files]
    sources = {path: path.read_text(encoding="utf-8") for path in files
               if path.suffix in (".c", ".h")}
    known = set(FOREIGN)
    for text in sources.values():
        known.update(re.findall(r"\w+", COMMENT.sub(" ", text)))
        known.update(re.findall(r"#include <([^>]*)>", text))
    lost = []
    for path, text in sources.items():
        for comment in COMMENT.finditer(text):
            where = f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, comment.start()) + 1}"
            lost += [(where, name) for name in NAMED_FILE.findall(comment[0])
                     if name not in known and not is_there(name, places)]
            lost += [(where, name + "()") for name in NAMED_FUNCTION.findall(comment[0])
                     if name not in known and "NAME" not in name]
    for path in files:
        if path.parent == ROOT / "docs" / "dev" or path.name == "CONTRIBUTING.md":
            lost += [(path.relative_to(ROOT), name)
                     for name in IN_PAGE.findall(path.read_text(encoding="utf-8"))
                     if name not in TRIED and not is_there(name, places)]
    for where, name in lost:
        print(f"{where}: names {name}, which is not there")
    return 1 if lost else 0


sys.exit(main())
