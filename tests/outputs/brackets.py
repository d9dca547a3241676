#!/usr/bin/env python3
"""No phrase of the program's own stands in C.

    brackets.py make TEMPLATES OUT    a copy whose wordings have every phrase
                                      in brackets
    brackets.py look TEMPLATES REPORT FILE
                                      FILE is text of REPORT, a folder, that was
                                      built with the copy: no phrase of TEMPLATES
                                      may stand in it without its brackets, but
                                      for those that REPORT's own files have

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


def own_words(report):
    """All that the officer wrote: a phrase may be a word of hers."""
    files = sorted(p for p in pathlib.Path(report).rglob("*") if p.is_file())
    return "".join(p.read_text(errors="replace") for p in files)


def look(templates, report, file):
    own = own_words(report)
    text = pathlib.Path(file).read_text()
    # The names of CSS are no words.
    text = re.sub(r"<style>.*?</style>", "", text, flags=re.S)
    text = re.sub(r"\s+", " ", text)
    found = bare = 0
    for phrase in phrases(templates):
        fixed = max(re.split(r"\{[a-z]+\}", phrase), key=len).strip()
        if len(fixed) <= SHORT or re.search(rf"\b{re.escape(fixed)}\b", own):
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
    if sys.argv[1:2] == ["make"] and len(sys.argv) == 4:
        make(*sys.argv[2:])
        return 0
    if sys.argv[1:2] == ["look"] and len(sys.argv) == 5:
        return look(*sys.argv[2:])
    sys.exit("usage: brackets.py make TEMPLATES OUT | "
             "look TEMPLATES REPORT FILE")


sys.exit(main())
