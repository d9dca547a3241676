#!/usr/bin/python3
"""Prints the words of a tagged PDF, one a line, in the order of its structure.

Words are what white space or the edge of a block keeps apart, so `foo bar` and
`foobar` differ: within a block, a line that ends without a space glyph runs
into the next. Artifacts (running matter, repeated headers) are in no structure;
the page numbers of a table of contents are what stands in a TOCI outside its
link, and are left out. A soft hyphen is nothing, whether a line ends there or
not, and neither is a space without width.
"""

import sys

import tagged_text

# Elements that stand in a line of text; the edge of any other ends a word.
INLINE = {"Annot", "Code", "Em", "Link", "NonStruct", "Quote", "Reference",
          "Span", "Strong"}
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b"))


def is_page_number(path):
    """Of a table of contents: in a TOCI, but not in its link."""
    names = [name for _, name in path]
    return "TOCI" in names and "Link" not in names


def words(lines):
    """Of (depth, element, None) and (depth, None, text)."""
    pieces = []
    path = []  # (depth, element) from the root down
    for depth, element, text in lines:
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
    return "".join(pieces).translate(INVISIBLE).split()


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: pdf_words.py FILE.pdf")
    try:
        found = words(tagged_text.lines(sys.argv[1]))
    except ValueError as error:
        sys.exit(f"{sys.argv[1]}: {error}")
    print("\n".join(found))


if __name__ == "__main__":
    main()
