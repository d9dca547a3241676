#!/usr/bin/python3
"""Prints the words of a tagged PDF, one a line, in the order of its structure.

The structure is what poppler reads from it (`pdfinfo -struct-text`). Words are
what white space or the edge of a block keeps apart, so `foo bar` and `foobar`
differ: within a block, a line that ends without a space glyph runs into the
next. Artifacts (running matter, repeated headers) are in no structure; the
page numbers of a table of contents are what stands in a TOCI outside its link,
and are left out. A soft hyphen is nothing, whether a line ends there or not.
"""

import re
import subprocess
import sys

# Elements that stand in a line of text; the edge of any other ends a word.
INLINE = {"Annot", "Code", "Em", "Link", "NonStruct", "Quote", "Reference",
          "Span", "Strong"}
ELEMENT = re.compile(r" *([A-Za-z][A-Za-z0-9]*)")


def lines_of(listing):
    """Yields (depth, element, None) and (depth, None, text)."""
    for line in listing.split("\n"):
        depth = len(line) - len(line.lstrip(" "))
        found = ELEMENT.match(line)
        if line[depth:].startswith('"'):
            if len(line) < depth + 2 or not line.endswith('"'):
                raise ValueError(f"a text without an end: {line}")
            yield depth, None, line[depth + 1:-1]
        elif found and found.group(1) != "Object":
            yield depth, found.group(1), None


def is_page_number(path):
    """Of a table of contents: in a TOCI, but not in its link."""
    names = [name for _, name in path]
    return "TOCI" in names and "Link" not in names


def words(listing):
    pieces = []
    path = []  # (depth, element) from the root down
    for depth, element, text in lines_of(listing):
        while path and path[-1][0] >= depth:
            if path.pop()[1] not in INLINE:
                pieces.append(" ")
        if element is None:
            if not is_page_number(path):
                pieces.append(text)
            continue
        path.append((depth, element))
        if element not in INLINE:
            pieces.append(" ")
    return "".join(pieces).replace("\xad", "").split()


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: pdf_words.py FILE.pdf")
    run = subprocess.run(["pdfinfo", "-struct-text", sys.argv[1]],
                         stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                         encoding="utf-8", check=False)
    if run.returncode != 0 or run.stderr:
        sys.exit(f"{sys.argv[1]}: {run.stderr.strip() or 'pdfinfo failed'}")
    try:
        found = words(run.stdout)
    except ValueError as error:
        sys.exit(f"{sys.argv[1]}: {error}")
    print("\n".join(found))


if __name__ == "__main__":
    main()
