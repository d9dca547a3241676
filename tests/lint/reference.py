#!/usr/bin/env python3
"""docs/reference.md has every element and attribute of files.

    reference.py [OBJECTS]            prove it (build/release: where element_list is)
    reference.py [OBJECTS] --write    write it
"""
import sys

import elements

PATH = elements.ROOT / "docs/reference.md"

HEAD = """# Reference

Every element and attribute of reports, templates, kinds, house styles and wordings, and what
else has a name. This page is made from the tables by which the program reads and proves
files (`make reference`). `docs/report-folder.md` and `docs/templates.md` say how they go
together.

Elements may stand in any order, except in prose and in what a section of a template prints.
An attribute that is not here is an error. How values are written:

| value | how |
| --- | --- |
| an id | a letter, then letters, digits, hyphens and underscores; 64 at most |
| a language | as BCP 47 writes it: `en-GB`, `cy` |
| a length | `25mm`, `12.5pt` |
| a percentage | `140%` |
| a colour | `#1d70b8` |
| a list | texts with semicolons between |
| an expression | `docs/report-folder.md`, Expressions |
| a pattern | text, with what is filled in in braces: `{day} {month}` |

The schemas in `docs/schema/` say the same to an editor that completes XML, as far as RELAX NG
can: that ids are unique, that a name leads to something, what an expression means, how long
a length may be, and that a wording has each phrase once, the program alone proves.
"""

TITLES = {
    "report": ("report.xml", "What a report folder holds beside its data."),
    "template": ("template.xml", "A report format."),
    "kind": ("Kinds", "A kind of table."),
    "house": ("House styles", "The identity of a council."),
    "wording": ("Wordings", "Every word that the program itself prints."),
    "calendar": ("Calendars", "The days that are no working days."),
    "rules": ("Rules", "What a law asks of the reports of a body."),
}


def marked(words):
    return " ".join(f"`{w}`" for w in words)


def points(mpt):
    return f"{mpt / 1000:g}pt"


def article(words):
    return ("an " if words[0] in "aeiou" else "a ") + words


TYPES = {
    "text": lambda a: "text",
    "expanded": lambda a: "text with expressions",
    "when": lambda a: "an expression",
    "words": lambda a: "words",
    "pattern": lambda a: "a pattern with " + marked(
        f"{{{p}}}" for p in a["placeholders"].split()),
    "id": lambda a: "an id",
    "name": lambda a: f"the name of {article(a['of'])}" if a["of"] else
            "a name",
    "file": lambda a: "a file",
    "path": lambda a: "a file or folder",
    "language": lambda a: "a language",
    "address": lambda a: "an address",
    "number": lambda a: f"a number from {a['min']} to {a['max']}",
    "length": lambda a: f"a length from {points(a['min'])} to "
                        f"{points(a['max'])}",
    "percent": lambda a: f"a percentage from {a['min'] / 10:g}% to "
                         f"{a['max'] / 10:g}%",
    "colour": lambda a: "a colour",
    "colours": lambda a: f"up to {a['max']} colours, with spaces between",
    "list": lambda a: "a list",
    "choice": lambda a: marked(c["name"] for c in a["choices"]),
    "version": lambda a: marked(c["name"] for c in a["choices"]),
    "reference": lambda a: f"the name of {article(a['of'])}",
    "references": lambda a: f"names of {article(a['of'])}, with spaces "
                            "between",
    "date": lambda a: "a date",
    "cell": lambda a: "`FILE:CELL`",
}


def absent(attribute, decides):
    """What it means that the attribute is not there."""
    only = ""
    if attribute["only_for"]:
        values = " or ".join(f"`{v}`" for v in attribute["only_for"].split())
        only = f"with `{decides}` {values} alone"
    if attribute["unless"]:
        return f"required unless `{attribute['unless']}` is given"
    if attribute["required"]:
        return f"required {only}".strip()
    otherwise = attribute["otherwise_says"] or (
        attribute["otherwise"] and f"`{attribute['otherwise']}`") or ""
    return ", ".join(part for part in (otherwise, only) if part)


TOLD = set()  # choices that stand above already


def is_told(choices):
    """Whether they were told before, as those of `copy` are. Now they are."""
    key = tuple((c["name"], c["sentence"]) for c in choices)
    before = key in TOLD
    TOLD.add(key)
    return before


def attribute_table(attributes, decides):
    yield "| attribute | value | if it is absent | what it says |"
    yield "| --- | --- | --- | --- |"
    for a in attributes:
        yield (f"| `{a['name']}` | {TYPES[a['type']](a)} | "
               f"{absent(a, decides)} | {a['sentence']}"
               + (f" (from `format=\"{a['since']}\"` on)" if a["since"] else "")
               + " |")
    yield ""
    for a in attributes:
        told = [c for c in a["choices"] if c["sentence"]]
        if not told or a["type"] == "version":
            continue
        if a["type"] == "reference" or is_told(told):
            continue  # in a table of their own, or above
        yield f"`{a['name']}`:"
        yield ""
        for c in told:
            yield f"- `{c['name']}`: {c['sentence']}"
        yield ""


def counted(child, vocabulary):
    name = f"`{vocabulary[child['element']]['name']}`"
    low, high = child["min"], child["max"]
    if low == high == 1:
        return f"one {name}"
    if low == high:
        return f"{low} {name}"
    if low == 1:
        return f"at least one {name}"
    if high == 1:
        return f"at most one {name}"
    return f"up to {high} {name}" if high else name


def holding(element, vocabulary):
    """A sentence: what it holds."""
    held = [counted(c, vocabulary) for c in element["children"]]
    if element["text"]:
        held.insert(0, "text")
    return f"Holds {', '.join(held)}." if held else "Holds nothing."


def element_section(element, vocabulary):
    yield f"### `{element['name']}`"
    yield ""
    since = f" From `format=\"{element['since']}\"` on." \
        if element["since"] else ""
    yield f"{element['sentence']} {holding(element, vocabulary)}{since}"
    if any(a["common"] for a in element["attributes"]):
        yield "It is a block, with the attributes of all blocks."
    yield ""
    own = [a for a in element["attributes"] if not a["common"]]
    decides = next((a["name"] for a in own if a["decides"]), None)
    if own:
        yield from attribute_table(own, decides)


def is_in(element, vocabulary):
    return any(e["name"] == element["name"] and
               e["sentence"] == element["sentence"] for e in vocabulary)


def prose_section(report, template):
    """What stands in reports and templates alike."""
    shared = [e for e in report if is_in(e, template)]
    yield "## Prose"
    yield ""
    yield ("Blocks of a report and of a template, and what stands in a line of "
           "text. Every block takes:")
    yield ""
    common = next(e for e in shared
                  if any(a["common"] for a in e["attributes"]))
    yield from attribute_table(
        [a for a in common["attributes"] if a["common"]], None)
    for element in shared:
        yield from element_section(element, report)


def named(title, about, rows, columns):
    yield f"## {title}"
    yield ""
    yield about
    yield ""
    yield f"| {' | '.join(columns)} |"
    yield "| " + " | ".join("---" for _ in columns) + " |"
    for row in rows:
        yield "| " + " | ".join(row) + " |"
    yield ""


def generators(table):
    yield "## Generators"
    yield ""
    yield ("What `with` of `generate` and `table` names. The arguments are "
           "further attributes of `generate`.")
    yield ""
    for g in table["generators"]:
        yield f"### `{g['name']}`"
        yield ""
        needs = " It needs `data`." if g["needs_data"] else ""
        yield f"Prints {g['sentence']}.{needs}"
        yield ""
        if g["arguments"]:
            yield "| argument | what it says |"
            yield "| --- | --- |"
            for a in g["arguments"]:
                yield f"| `{a['name']}` | {a['sentence']} |"
            yield ""


def reference(table):
    vocabularies = table["vocabularies"]
    report, template = vocabularies["report"], vocabularies["template"]
    yield HEAD
    for name, vocabulary in vocabularies.items():
        title, about = TITLES[name]
        yield f"## {title}"
        yield ""
        yield about
        yield ""
        for element in vocabulary:
            if name in ("report", "template") and is_in(element, report) and \
                    is_in(element, template):
                continue
            yield from element_section(element, vocabulary)
        if name == "template":
            yield from prose_section(report, template)
    yield from generators(table)
    yield from named(
        "Checks", "What `type` of a kind's `check` names.",
        ([f"`{c['name']}`", marked((c["needs"] or "").split()), c["sentence"],
          ", ".join(f"`{code}`" for code in c["codes"].split(", "))]
         for c in table["checks"]),
        ("check", "needs", "what must hold", "codes"))
    yield from named(
        "Pipes", "What may stand behind a `|` in an expression, and `lower` "
        "beside any of them, for small letters.",
        ([f"`{p['name']}`", p["sentence"]] for p in table["pipes"]),
        ("pipe", "what it prints"))
    yield from named(
        "Phrases", "What `id` of a wording's `phrase` names.",
        ([f"`{p['name']}`",
          marked(f"{{{w}}}" for w in p["placeholders"].split()), p["sentence"]]
         for p in table["phrases"]),
        ("phrase", "is filled with", "what it is printed as"))
    yield from named(
        "Words", "What `id` of a wording's `word` names.",
        ([f"`{w['name']}`", w["sentence"]] for w in table["words"]),
        ("word", "what it means"))


def main():
    table, write = elements.asked()
    text = "\n".join(reference(table)).rstrip("\n") + "\n"
    if elements.settle({PATH: text}, write, "make reference"):
        return 1
    count = sum(len(e["attributes"]) for v in table["vocabularies"].values()
                for e in v)
    print(f"reference: {count} attributes, as the tables say")
    return 0


sys.exit(main())
