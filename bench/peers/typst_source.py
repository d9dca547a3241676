"""A report's HTML as source for Typst: the same words in the same order.

    typst_source.py REPORT.html FOLDER

FOLDER gets main.typ, report.typ, a CSV file for each table and an SVG file for
each picture. Only what the reports of the benchmark hold is known: anything
else ends it, so that nothing is left out unseen.
"""

import base64
import csv
import os
import re
import shutil
import sys
import xml.etree.ElementTree as ET

HERE = os.path.dirname(os.path.abspath(__file__))
SVG = "http://www.w3.org/2000/svg"


def words_of(element, skip=None):
    """Its text with single spaces; a line break is a space."""
    parts = []
    for each in element.iter():
        if each is not skip:
            parts.append(each.text or "")
        if each.tag == "br":
            parts.append(" ")
        if each is not element:
            parts.append(each.tail or "")
    return re.sub(r"[ \n]+", " ", "".join(parts)).strip()


def string(text):
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def markup(text):
    return "[" + re.sub(r"([\\\[\]#$*_`<>@=/~'\"+-])", r"\\\1", text) + "]"


def label_of(element):
    label = element.find("span[@class='label']")
    return label, "" if label is None else words_of(label)


class Source:
    def __init__(self, folder):
        self.folder = folder
        self.lines = []
        self.files = 0

    def add(self, line):
        self.lines.append(line)

    def new_file(self, extension):
        self.files += 1
        return f"{self.files}.{extension}"

    def table(self, table):
        rows = [list(row) for row in table.iter("tr")]
        name = self.new_file("csv")
        with open(f"{self.folder}/{name}", "w", encoding="utf-8",
                  newline="") as file:
            csv.writer(file).writerows(
                [words_of(cell) for cell in row] for row in rows)
        right = [str(i) for i, cell in enumerate(rows[0])
                 if cell.get("class") == "r"]
        foot = "true" if table.find("tfoot") is not None else "false"
        self.add(f"#rows({markup(words_of(table.find('caption')))}, "
                 f"\"{name}\", ({''.join(r + ',' for r in right)}), {foot})")

    def figure(self, figure):
        svg = figure.find(".//svg")
        name = self.new_file("svg")
        svg.set("xmlns", SVG)
        svg.set("font-family", "Liberation Sans")
        ET.ElementTree(svg).write(f"{self.folder}/{name}", encoding="utf-8")
        self.add(f"#picture({markup(words_of(figure.find('figcaption')))}, "
                 f"\"{name}\", {string(svg.get('aria-label'))})")

    def logo(self, image):
        name = self.new_file("png")
        with open(f"{self.folder}/{name}", "wb") as file:
            file.write(base64.b64decode(image.get("src").partition(",")[2]))
        points = int(image.get("width")) * 0.75  # CSS has 96 px an inch
        self.add(f"#image(\"{name}\", width: {points}pt, "
                 f"alt: {string(image.get('alt'))})")

    def block(self, element):
        """Adds ELEMENT; returns the elements in it that are still to come."""
        tag = element.tag
        label, number = label_of(element)
        if "screen" in element.get("class", "").split():
            return []  # what no PDF shows
        if tag in ("header", "main", "footer", "section"):
            return list(element)
        if tag == "div" and element.get("class") == "scroll":
            return list(element)
        if tag == "h1":
            self.add("= " + markup(words_of(element))[1:-1])
        elif tag == "h2":
            shown = f"#number[{number}]" if number else ""
            self.add(f"== {shown}{markup(words_of(element, label))[1:-1]}")
        elif tag == "p" and number:
            self.add(f"#numbered[{number}]{markup(words_of(element, label))}")
        elif tag == "p":
            self.add(f"#par{markup(words_of(element))}")
        elif tag == "ul":
            self.add("#list(" + ", ".join(
                markup(words_of(item, label_of(item)[0])) for item in element)
                + ")")
        elif tag == "dl":
            self.add("#fields(" + "".join(
                f"({markup(words_of(pair[0]))}, {markup(words_of(pair[1]))}), "
                for pair in element) + ")")
        elif tag == "table":
            self.table(element)
        elif tag == "figure":
            self.figure(element)
        elif tag == "div" and element.get("class") == "logo":
            self.logo(element.find("img"))
        else:
            raise ValueError(f"typst_source.py does not know <{tag}>")
        return []


def convert(html, folder):
    os.makedirs(folder, exist_ok=True)
    root = ET.parse(html).getroot()
    source = Source(folder)
    source.add('#import "report.typ": *')
    source.add("#show: report.with(title: "
               f"{string(words_of(root.find('head/title')))})")
    stack = list(root.find("body"))[::-1]
    while stack:
        stack.extend(reversed(source.block(stack.pop())))
    with open(f"{folder}/main.typ", "w", encoding="utf-8") as file:
        file.write("\n\n".join(source.lines) + "\n")
    shutil.copy(f"{HERE}/report.typ", folder)


if __name__ == "__main__":
    convert(sys.argv[1], sys.argv[2])
