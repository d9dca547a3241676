#!/usr/bin/python3
"""Writes the manual as report folders: make manual builds them.

    manual.py FOLDER VERSION

A guide (docs/guides/NAME/guide.md) and a page of docs/ are Markdown whose
second-level headings are the sections of a report; what stands before the first
of them is a section without a heading. Links to files beside the page are
their words alone, since a PDF lies elsewhere.
"""

import pathlib
import re
import sys
from xml.sax.saxutils import escape, quoteattr

DOCS = pathlib.Path(__file__).resolve().parents[1]
MANUAL = {
    "officers-guide": (
        "guides/officers-guide/guide.md", "Officers' guide",
        "How to write a report, take figures from a workbook, and read what "
        "the program says"),
    "editors-guide": (
        "guides/editors-guide/guide.md", "Editors' guide",
        "How to set your own council's reports, without programming"),
    "recipes": (
        "guides/recipes/guide.md", "Recipes",
        "What is asked for most, as whole files that build"),
    "reference": (
        "reference.md", "Reference",
        "Every element and attribute, and what else has a name"),
    "messages": (
        "messages.md", "Messages",
        "What the program says, why, and what to do"),
}
NAMED = re.compile(r"( *)```\S+ (\S+\.\S+)$")
TYPED = re.compile(r"(`[^`]*`)|(\{\{.*?\}\}|delete as applicable)")
LINK = re.compile(r"\[([^\]]+)\]\((?!https?:|mailto:)[^)]*\)")


def prose(line):
    """LINE; what the program would take for its own is code."""
    return TYPED.sub(lambda m: m.group(1) or f"`{m.group(2)}`",
                     LINK.sub(r"\1", line))


def sections_of(text):
    """Yields (heading or "", Markdown); headings are a level higher in it."""
    heading, lines, fenced = "", [], False
    for line in text.split("\n"):
        if line.lstrip().startswith("```"):
            fenced = not fenced
            named = NAMED.match(line) if fenced else None
            if named:
                lines += [f"{named.group(1)}`{named.group(2)}`:", ""]
            elif not fenced:
                lines.append(line)
                continue
        if fenced or line.startswith("# "):
            if fenced:
                lines.append(line)
            continue
        if line.startswith("## "):
            yield heading, "\n".join(lines)
            heading, lines = line[3:].replace("`", ""), []
        elif line.startswith("##"):
            lines.append(line[1:])
        else:
            lines.append(prose(line))
    yield heading, "\n".join(lines)


def write(folder, name, version):
    source, title, subtitle = MANUAL[name]
    text = (DOCS / source).read_text("utf-8")
    report = folder / name
    report.mkdir(parents=True, exist_ok=True)
    sections = []
    for number, (heading, words) in enumerate(sections_of(text), 1):
        if not words.strip():
            continue
        file = f"{number:02}.md"
        (report / file).write_text(words.strip() + "\n", "utf-8")
        sections.append(f"  <section heading={quoteattr(heading or 'About this page')}"
                        f" file=\"{file}\"/>\n")
    (report / "report.xml").write_text(
        '<report format="2" template="manual" lang="en-GB">\n  <header>\n'
        f'    <field id="title">{escape(title)}</field>\n'
        f'    <field id="subtitle">{escape(subtitle)}</field>\n'
        f'    <field id="version">{escape(version)}</field>\n'
        "  </header>\n" + "".join(sections) + "</report>\n", "utf-8")


def main():
    for name in MANUAL:
        write(pathlib.Path(sys.argv[1]), name, sys.argv[2])


if __name__ == "__main__":
    main()
