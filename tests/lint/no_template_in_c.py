#!/usr/bin/env python3
"""No template, council, kind or section id and no printed phrase in C.

Collects every id and phrase of templates/ and of examples/, and looks for
string literals in the C sources (cmd/ to batch/) that are one of them.
Words that the vocabularies of the XML formats themselves use (element and
attribute names, roles, types) are no template's words and are listed in
VOCABULARY, each with its reason.
"""
import pathlib
import re
import sys
import xml.etree.ElementTree as ET

ROOT = pathlib.Path(__file__).resolve().parents[2]
WORDING = ("wording.h", "wording_phrases.h")
SOURCES = ("cmd", "batch", "core", "input", "figures", "generators", "output")
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')

# Names that C and a template use for different things.
VOCABULARY = {
    "recommendations": "an element of report.xml, and a generator",
    "recommendation": "an element of report.xml",
    "appendices": "a generator",
    "timetable": "a generator",
    "budget-lines": "a generator",
    "budget-profile": "a generator",
    "action-plan": "a generator",
    "priorities": "a generator",
    "structure": "a generator",
    "timeline": "a generator",
    "options": "what a table has across",
    "group": "a role of columns and rows",
    "parent": "a role of a column",
    "period": "a role of a column",
    "units": "a role of a column",
    "rate": "a role of a column",
    "sub-total": "a role of columns and rows",
    "share": "a role of a column",
    "total": "a role of columns and rows",
    "year": "a type of a column",
    "subtitle": "a role of a header field",
    "negative": "what exports of finance systems say beside an amount",
    "indicator": "what such exports call it",
    "in": "a word of a message",
    "summary": "the member of --json that holds a run's",
    "part": "an element of report.xml",
    "item": "an element of prose",
    "date": "a type, an attribute and a hole of the wording",
    "title": "an attribute, and a role of a header field",
    "section": "an element of report.xml",
    "paper": "an element of report.xml",
    "papers": "what `each` walks: those of a report",
    "appendix": "an element of report.xml",
    "note": "an element of prose",
    "contact": "a kind of node",
    "council": "an attribute of a house style, and a role",
    "addressee": "a role of a header field",
    "subject": "an entry of PDF metadata",
    "Title": "a key of dictionaries in PDF",
    "Contents": "a key of dictionaries in PDF",
    "paragraph": "a kind of node",
    "bullet": "a format of numbers in Word",
    "line": "an element of a kind",
    "previous": "an attribute of report and data",
    "report": "the root of report.xml",
    "reports": "a member of the records of runs and shards",
    "files": "a member of records",
    "newest": "a member of the records of shards",
    "index": "an option, and the template and kind that it asks for",
    "meeting": "a field of the header that an index asks for",
    "against": "an attribute of charts",
    "changes": "a generator",
    "past": "a type of check, and what a filled mark of a timeline is",
    "variance": "a drawing in cells",
    "amount": "a role of a column, and a hole of the wording",
    "option": "a word of getopt",
    "table": "an element of prose",
    "and": "an operator of expressions",
    "en-GB": "a language code, in tests of the attribute lang",
    "cy": "a language code: whose letters a character set has",
}

# Columns of kinds have the plainest names there are, which formats of files,
# dumps and the vocabularies above use for their own things.
VOCABULARY |= {word: "a plain word, and the id of a column" for word in """
    status heading count question limit closing opening body start end target
    description measure key unit rag trend value address left ref reason by
    lower capital category area before Part out use
    now later tick risk good theme""".split()}
VOCABULARY |= {word: "a plain word, and a phrase of a template" for word in """
    none paragraphs background""".split()}

# The same for one file or folder only.
VOCABULARY_OF = {
    "output/pdf": {"Title", "Contents"},  # keys of PDF dictionaries
    "core/model/kind_words.h": {"previous", "budget", "actual", "forecast", "target",
                          "complete", "high", "low", "funding", "result"},  # words of attributes
    "core/model/row_role.h": {"result", "funding"},    # roles of rows
    "core/model/generator_call.h": {"variance", "against"},  # what draw= draws, an attribute
    "core/doc/cell_drawing.c": {"tick", "risk", "good"},     # shapes and tones, in a dump
    "core/model/chart_call.h": {"against"},      # an attribute of charts
    "core/value/decimal_read.c": {","},         # read between thousands
    "cmd/option_table.c": {","},                # between the values of -f
    "core/doc/report_dump.c": {"blank"},         # the state of a cell, in a dump
}


def allowed_in(path):
    place = str(path.relative_to(ROOT))
    return set().union(*(words for prefix, words in VOCABULARY_OF.items()
                         if place.startswith(prefix)))


def words_of(path):
    """Ids, labels, headings and phrases that a data file defines."""
    tree = ET.parse(path)
    for element in tree.iter():
        for name in ("id", "heading", "label", "value", "council", "empty"):
            # A column says whose heading it prints, not which.
            if element.get(name) and (element.tag, name) != \
                    ("column", "heading"):
                yield element.get(name)
        if element.tag in ("phrase", "about") and element.text:
            yield element.text.strip()
    if path.name != "template.xml":
        yield path.stem
    else:
        yield path.parent.name


def formats_words():
    """Signs between words are anybody's."""
    found = {}
    for path in sorted((ROOT / "templates").rglob("*.xml")):
        for word in words_of(path):
            if any(c.isalnum() for c in word):
                found.setdefault(word, path.relative_to(ROOT))
    return found


def literals(path):
    in_comment = False
    for number, line in enumerate(path.read_text().splitlines(), 1):
        if line.lstrip().startswith(("#include", "/*", "*", "//")):
            continue
        for match in LITERAL.finditer(line):
            yield number, match.group(1)


def names_of_the_wording():
    """Names that core/value/wording.h and its phrases give to phrases and words: not printed."""
    text = "".join((ROOT / "core/value" / name).read_text() for name in WORDING)
    return set(LITERAL.findall(text))


def main():
    words = formats_words()
    allowed = set(VOCABULARY) | names_of_the_wording()
    bad = 0
    for folder in SOURCES:
        for path in sorted((ROOT / folder).rglob("*.[ch]")):
            if path.name in (*WORDING, "finding_table.h"):
                continue
            for number, literal in literals(path):
                if literal in words and literal not in allowed | \
                        allowed_in(path):
                    print(f"{path.relative_to(ROOT)}:{number}: \"{literal}\" "
                          f"belongs to {words[literal]}", file=sys.stderr)
                    bad += 1
    if len(words) < 50:
        print("no_template_in_c: found hardly any words in templates/",
              file=sys.stderr)
        bad += 1
    if bad:
        return 1
    print(f"no template in C: {len(words)} words of templates looked for")
    return 0


sys.exit(main())
