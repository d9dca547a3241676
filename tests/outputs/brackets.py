#!/usr/bin/env python3
"""No phrase of the program's own stands in C.

    brackets.py make TEMPLATES OUT    a copy whose wordings have every phrase
                                      in brackets
    brackets.py look TEMPLATES FILE   FILE is text of a report that was built
                                      with the copy: no phrase of TEMPLATES
                                      may stand in it without its brackets

`look` fails as well when it finds no phrase at all: then nothing was proven.
"""
import pathlib
import re
import shutil
import sys
import xml.etree.ElementTree as ET

OPEN, CLOSE = "⟦", "⟧"
SHORT = 4  # "No", "note" or ", " prove nothing: they are in every text


def phrases(templates):
    for path in sorted(pathlib.Path(templates).glob("wording/*.xml")):
        for phrase in ET.parse(path).iter("phrase"):
            yield (phrase.text or "").strip()


def make(templates, out):
    shutil.copytree(templates, out)
    for path in pathlib.Path(out).glob("wording/*.xml"):
        tree = ET.parse(path)
        for phrase in tree.iter("phrase"):
            phrase.text = f"{OPEN}{phrase.text or ''}{CLOSE}"
        tree.write(path, encoding="utf-8", xml_declaration=True)


def look(templates, file):
    text = re.sub(r"\s+", " ", pathlib.Path(file).read_text())
    found = bare = 0
    for phrase in phrases(templates):
        fixed = max(re.split(r"\{[a-z]+\}", phrase), key=len).strip()
        if len(fixed) <= SHORT:
            continue
        for match in re.finditer(rf"\b{re.escape(fixed)}\b", text):
            found += 1
            before = text[:match.start()]
            if before.rfind(OPEN) <= before.rfind(CLOSE):
                print(f"{file}: bare phrase: ...{before[-30:]}"
                      f"[[{match.group()}]]", file=sys.stderr)
                bare += 1
    if OPEN not in text:
        print(f"{file}: no phrase in brackets at all", file=sys.stderr)
        return 1
    return 1 if bare else 0


def main():
    if len(sys.argv) != 4 or sys.argv[1] not in ("make", "look"):
        sys.exit("usage: brackets.py make|look TEMPLATES OUT|FILE")
    if sys.argv[1] == "make":
        make(sys.argv[2], sys.argv[3])
        return 0
    return look(sys.argv[2], sys.argv[3])


sys.exit(main())
