#!/usr/bin/python3
"""Prints the words of an HTML report, one a line, in the order of the document.

Words are what white space or the edge of a block keeps apart, so `foo bar` and
`foobar` differ; what has no width is no word. What is for the screen alone
(class "screen") is left out, and so is what is not shown (the head).
"""

import html.parser
import sys

# Elements that stand in a line of text; the edge of any other ends a word.
INLINE = {"a", "code", "em", "span", "strong", "sup", "tspan"}
VOID = {"br", "circle", "img", "line", "meta", "path", "rect"}
HIDDEN = {"head"}
INVISIBLE = dict.fromkeys(map(ord, "\u00ad\u200b"))


class Words(html.parser.HTMLParser):
    def __init__(self):
        super().__init__(convert_charrefs=True)
        self.pieces = []
        self.open = []  # (element, hidden) from the root down

    def hidden(self):
        return bool(self.open) and self.open[-1][1]

    def edge(self, tag):
        if tag not in INLINE:
            self.pieces.append(" ")

    def handle_starttag(self, tag, attrs):
        self.edge(tag)
        if tag in VOID:
            return
        classes = (dict(attrs).get("class") or "").split()
        # The narrow layout of a picture says the same words again.
        hides = (tag in HIDDEN or "screen" in classes or
                 "hidden" in dict(attrs) or
                 # What the head of a drawn column has beside its title is an
                 # artifact in the PDF, too; a sign that marks a note is not.
                 (dict(attrs).get("aria-hidden") == "true" and
                  any(t == "th" for t, _ in self.open) and
                  not any(t == "sup" for t, _ in self.open)))
        self.open.append((tag, hides or self.hidden()))

    def handle_startendtag(self, tag, attrs):
        if tag not in VOID:
            raise ValueError(f"<{tag}/> is no empty element")
        self.edge(tag)

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            raise ValueError(f"</{tag}> closes nothing")
        self.open.pop()
        self.edge(tag)

    def handle_data(self, data):
        if not self.hidden():
            self.pieces.append(data)


def words(text):
    parser = Words()
    parser.feed(text)
    parser.close()
    if parser.open:
        raise ValueError(f"<{parser.open[-1][0]}> is not closed")
    return "".join(parser.pieces).translate(INVISIBLE).split()


def main():
    if len(sys.argv) != 2:
        sys.exit("usage: html_words.py FILE.html")
    with open(sys.argv[1], encoding="utf-8") as file:
        try:
            found = words(file.read())
        except ValueError as error:
            sys.exit(f"{sys.argv[1]}: {error}")
    print("\n".join(found))


if __name__ == "__main__":
    main()
