#!/usr/bin/env python3
"""The same reports, built on two systems: do they have the same words, lines
and pages?

    compare.py FOLDER FOLDER

Each PDF is read by poppler: every word with its place on its page, to a tenth
of a point, and which line it stands in. HTML and the records' own words are
compared as they are. Compressed bytes may differ: another version of a library
packs them in another way; so may the size that a page says of its PDF.
"""
import difflib
import pathlib
import re
import subprocess
import sys

BOX = re.compile(r'<(page|line|word) ([^>]*)>(?:([^<]*)</word>)?')
PAPER = re.compile(r'(<a href="[^"]*" type="application/pdf">[^<]*), [0-9.,]+ [kM]B\)')
NUMBER = re.compile(r'="([0-9.]+)"')


def words_of(pdf):
    """A line of text a page, line and word: what it is and where."""
    text = subprocess.run(["pdftotext", "-bbox-layout", pdf, "-"], check=True,
                          capture_output=True, encoding="utf-8").stdout
    for kind, attributes, word in BOX.findall(text):
        places = [f"{float(n):.1f}" for n in NUMBER.findall(attributes)]
        yield " ".join([kind, *places, word]).strip()


def difference(a, b):
    """The first lines that differ, or none."""
    if a.suffix == ".pdf":
        lines = [list(words_of(path)) for path in (a, b)]
    else:
        lines = [PAPER.sub(r"\1)", path.read_text()).splitlines()
                 for path in (a, b)]
    return list(difflib.unified_diff(*lines, str(a), str(b), lineterm="",
                                     n=0))[:20]


def main():
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    one, other = map(pathlib.Path, sys.argv[1:])
    names = [sorted(path.name for path in folder.iterdir()
                    if path.suffix in (".pdf", ".html"))
             for folder in (one, other)]
    bad = 0
    if names[0] != names[1] or not names[0]:
        print(f"compare: {one} has {names[0]}, {other} has {names[1]}")
        bad = 1
    alike = 0
    for name in sorted(set(names[0]) & set(names[1])):
        found = difference(one / name, other / name)
        bad += bool(found)
        alike += (one / name).read_bytes() == (other / name).read_bytes()
        if found:
            print(f"compare: {name} differs")
            print("".join(f"    {line}\n" for line in found), end="")
    print(f"compare: {len(names[0])} files, {alike} with the same bytes, "
          f"{bad} with other words, lines or pages")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
