#!/usr/bin/env python3
"""docs/schema/NAME.rng says in RELAX NG what elements and attributes there are.

    schemas.py [OBJECTS]            prove it (build/release: where element_list is)
    schemas.py [OBJECTS] --write    write them

Each file of examples/, templates/ and docs/ names the schema of its root, so
that an editor offers what may stand there.

What the program refuses for its structure, a schema refuses: an unknown or
missing element, attribute or value. What a schema cannot say is in
docs/schema/README.md.
"""
import itertools
import os
import re
import sys
from xml.sax.saxutils import escape, quoteattr

import elements

FOLDER = elements.ROOT / "docs/schema"
NAMESPACES = (
    ' xmlns="http://relaxng.org/ns/structure/1.0"\n'
    '         xmlns:a="http://relaxng.org/ns/compatibility/annotations/1.0"\n'
    '         datatypeLibrary="http://www.w3.org/2001/XMLSchema-datatypes"')

ID = "[A-Za-z][A-Za-z0-9_\\-]{0,63}"
LANGUAGE = "[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*"
MEASURE = "[0-9]+(\\.[0-9]{1,3})?"
COLOUR = "#[0-9A-Fa-f]{6}"
SAYS_SOMETHING = "(.|\\s)*\\S(.|\\s)*"


class Writer:
    """XML with its depth as indent."""

    def __init__(self):
        self.lines = []
        self.open = []

    def line(self, text):
        self.lines.append("  " * len(self.open) + text)

    def begin(self, name, /, **attributes):
        self.line(f"<{name}" + "".join(
            f" {k}={quoteattr(v)}" for k, v in attributes.items()) + ">")
        self.open.append(name)

    def end(self):
        name = self.open.pop()
        self.line(f"</{name}>")

    def leaf(self, name, /, **attributes):
        self.line(f"<{name}" + "".join(
            f" {k}={quoteattr(v)}" for k, v in attributes.items()) + "/>")

    def text(self, name, text, /, **attributes):
        self.line(f"<{name}" + "".join(
            f" {k}={quoteattr(v)}" for k, v in attributes.items()) +
            f">{escape(text)}</{name}>")

    def told(self, sentence):
        if sentence:
            self.text("a:documentation", sentence)


def put_pattern(w, pattern):
    w.begin("data", type="string")
    w.text("param", pattern, name="pattern")
    w.end()


def put_number(w, low, high):
    """Digits and nothing else: xsd:integer alone takes a sign and spaces."""
    w.begin("data", type="integer")
    w.text("param", str(low), name="minInclusive")
    w.text("param", str(high), name="maxInclusive")
    w.begin("except")
    put_pattern(w, "[0-9]*[^0-9](.|\\s)*")
    w.end()
    w.end()


def put_values(w, names):
    w.begin("choice")
    for name in names:
        w.text("value", name, type="string")
    w.end()


def placeholder_pattern(a):
    names = "|".join(a["placeholders"].split())
    more = "*" if not a["placeholder_needed"] else "+"
    return f"([^{{]*\\{{({names})\\}}){more}[^{{]*"


def put_value(w, a, filled=False):
    """What may be the value of attribute A; FILLED: it says something."""
    kind = a["type"]
    if kind == "id":
        put_pattern(w, ID)
    elif kind == "language":
        put_pattern(w, LANGUAGE)
    elif kind == "number":
        put_number(w, a["min"], a["max"])
    elif kind == "length":
        put_pattern(w, f"{MEASURE}(mm|pt)")
    elif kind == "percent":
        put_pattern(w, f"{MEASURE}%")
    elif kind == "colour":
        put_pattern(w, COLOUR)
    elif kind == "colours":
        put_pattern(w, f"\\s*({COLOUR}(\\s+{COLOUR}){{0,{a['max'] - 1}}}\\s*)?")
    elif kind == "pattern":
        put_pattern(w, placeholder_pattern(a))
    elif a["choices"]:
        put_values(w, [c["name"] for c in a["choices"]])
    elif a["empty"] and kind == "list":
        put_pattern(w, "(.|\\s)*[^ \\t\\r\\n;](.|\\s)*")
    elif a["empty"] or filled:
        put_pattern(w, SAYS_SOMETHING)
    else:
        w.leaf("text")


def put_attribute(w, a, need):
    """NEED: optional, required, or filled: required, and not blank."""
    if need == "optional":
        w.begin("optional")
    w.begin("attribute", name=a["name"])
    w.told(a["sentence"])
    if need == "blank":
        put_pattern(w, "\\s*")
    else:
        put_value(w, a, need == "filled")
    w.end()
    if need == "optional":
        w.end()


def is_words(a):
    return a["type"] == "words"


def cases_of_unless(attributes):
    """For each way in which what stands for each other may be given: the need
    of each attribute by its name; None: it is not given."""
    named = {a["name"]: a for a in attributes}
    asked = [a for a in attributes if a["unless"]]
    pivots = sorted({a["unless"] for a in asked})
    for given in itertools.product((True, False), repeat=len(pivots)):
        needs = {}
        for name, there in zip(pivots, given):
            full = "filled" if is_words(named[name]) else "required"
            # Words that are blank are not given.
            needs[name] = full if there else \
                "blank" if is_words(named[name]) else None
        clash = False
        for a in asked:
            if needs[a["unless"]] in (None, "blank"):
                if needs.get(a["name"], "x") in (None, "blank"):
                    clash = True
                elif a["name"] not in needs:
                    needs[a["name"]] = "filled" if is_words(a) else "required"
            else:
                needs.setdefault(a["name"], "optional")
        if not clash:
            yield needs


def cases_of_choice(attributes):
    """The same for an attribute whose choices decide about others, and the
    choices that decide alike; without one, a single case."""
    decides = next((a for a in attributes if a["decides"]), None)
    if decides is None:
        yield None, {}
        return
    alike = {}
    for c in decides["choices"]:
        needs = {name: "required" for name in (c["needs"] or "").split()}
        for a in attributes:
            if a["only_for"]:
                ours = c["name"] in a["only_for"].split()
                needs[a["name"]] = ("required" if a["required"] else
                                    "optional") if ours else None
        alike.setdefault(tuple(sorted(needs.items(), key=str)),
                         []).append(c["name"])
    for needs, names in alike.items():
        yield (decides, names), dict(needs)


def put_deciding(w, case):
    decides, names = case
    absent = not decides["required"] and decides["otherwise"] in names
    if absent:
        w.begin("optional")
    w.begin("attribute", name=decides["name"])
    w.told(decides["sentence"])
    put_values(w, names)
    w.end()
    if absent:
        w.end()


def put_case(w, attributes, case, needs):
    for a in attributes:
        need = needs.get(a["name"],
                         "required" if a["required"] else "optional")
        if case is not None and a is case[0]:
            put_deciding(w, case)
        elif need == "blank":
            w.begin("optional")
            put_attribute(w, a, "blank")
            w.end()
        elif need is not None:
            put_attribute(w, a, need)


def put_attributes(w, attributes):
    cases = [(choice, {**unless, **chosen})
             for choice, chosen in cases_of_choice(attributes)
             for unless in cases_of_unless(attributes)]
    if len(cases) > 1:
        w.begin("choice")
    for choice, needs in cases:
        if len(cases) > 1:
            w.begin("group")
        put_case(w, attributes, choice, needs)
        if len(cases) > 1:
            w.end()
    if len(cases) > 1:
        w.end()


def put_generator_calls(w, attributes, generators):
    """What `with` names takes arguments of its own."""
    w.begin("choice")
    for g in generators:
        w.begin("group")
        w.begin("attribute", name="with")
        w.told(f"prints {g['sentence']}")
        w.text("value", g["name"], type="string")
        w.end()
        for a in attributes:
            if a["name"] != "with":
                need = "filled" if a["name"] == "data" and g["needs_data"] \
                    else "optional"
                put_attribute(w, a, need)
        put_arguments(w, g)
        w.end()
    w.end()


def put_arguments(w, generator):
    for argument in generator["arguments"]:
        w.begin("optional")
        w.begin("attribute", name=argument["name"])
        w.told(argument["sentence"])
        w.leaf("text")
        w.end()
        w.end()


def put_generators_by_name(w, element, vocabulary, generators):
    """An element for each generator whose name no other element has."""
    taken = {e["name"] for e in vocabulary}
    w.begin("choice")
    for g in generators:
        if g["name"] in taken:
            continue
        w.begin("element", name=g["name"])
        w.told(f"prints {g['sentence']}")
        for a in element["attributes"]:
            need = "filled" if a["name"] == "data" and g["needs_data"] \
                else "optional"
            put_attribute(w, a, need)
        put_arguments(w, g)
        w.end()
    w.end()


def put_child(w, child, names):
    low, high = child["min"], child["max"]
    name = names[child["element"]]
    if high is None:
        w.begin("oneOrMore" if low else "zeroOrMore")
        w.leaf("ref", name=name)
        w.end()
        return
    if high > 1:
        w.begin("group")
    for i in range(high):
        if i >= low:
            w.begin("optional")
        w.leaf("ref", name=name)
        if i >= low:
            w.end()
    if high > 1:
        w.end()


def put_children(w, element, names):
    children = element["children"]
    free = all(c["min"] == 0 and c["max"] is None for c in children)
    if not children:
        w.leaf("text" if element["text"] else "empty")
    elif free:
        w.begin("zeroOrMore")
        w.begin("choice")
        if element["text"]:
            w.leaf("text")
        for c in children:
            w.leaf("ref", name=names[c["element"]])
        w.end()
        w.end()
    else:
        w.begin("interleave")
        if element["text"]:
            w.leaf("text")
        for c in children:
            inherited = c.get("inherited") and c["min"] > 0
            if inherited:  # all of them or none
                w.begin("optional")
            put_child(w, c, names)
            if inherited:
                w.end()
        w.end()


def put_content(w, element, names, generators):
    attributes = element["attributes"]
    instead = [a for a in attributes if a["instead"]]
    if element["any_attribute"] and not attributes:
        w.begin("zeroOrMore")
        w.begin("attribute")
        w.leaf("anyName")
        w.leaf("text")
        w.end()
        w.end()
        put_children(w, element, names)
    elif element["any_attribute"]:
        put_generator_calls(w, attributes, generators)
        put_children(w, element, names)
    elif instead:
        w.begin("choice")
        w.begin("group")
        put_attributes(w, [a for a in attributes if not a["instead"]])
        put_children(w, element, names)
        w.end()
        w.begin("group")
        put_attributes(w, [{**a, "required": a["required"] or a["instead"]}
                           for a in attributes])
        w.leaf("empty")
        w.end()
        w.end()
    else:
        put_attributes(w, attributes)
        put_children(w, element, names)


def names_of(vocabulary):
    """A name of its own for each element."""
    names, taken = [], {}
    for element in vocabulary:
        count = taken.get(element["name"], 0)
        taken[element["name"]] = count + 1
        names.append(element["name"] + (f"-{count + 1}" if count else ""))
    return names


PART = "-part"  # of a file that extends another


def needed(attribute, required):
    """ATTRIBUTE, which stands for no other that may be given instead."""
    return {**attribute, "required": required, "unless": None}


def part_of(element, root):
    """ELEMENT where the rest of it may stand in the file that is extended."""
    attributes = element["attributes"]
    if element is root:
        attributes = [needed(a, (a["required"] and a["unless"] != "extends")
                             or a["name"] == "extends") for a in attributes]
    elif element["merges"]:
        attributes = [needed(a, a["name"] == "id") for a in attributes]
    children = element["children"]
    if element["merges"]:
        children = [{**c, "inherited": True} for c in children]
    return {**element, "attributes": attributes, "children": children}


def whole(element):
    """ELEMENT, the first, of a file that extends none."""
    return {**element, "attributes": [
        needed(a, True) if a["unless"] == "extends" else a
        for a in element["attributes"] if a["name"] != "extends"]}


def may_extend(vocabulary):
    return any(e["merges"] for e in vocabulary) and any(
        a["name"] == "extends" for a in vocabulary[0]["attributes"])


def put_element(w, name, element, names, generators):
    w.begin("define", name=name)
    w.begin("element", name=element["name"])
    w.told(element["sentence"])
    put_content(w, element, names, generators)
    w.end()
    w.end()


def put_parts(w, vocabulary, names, generators):
    """The first element, and those that merge, of a file that extends
    another."""
    parts = [n + PART if e["merges"] else n for n, e in zip(names, vocabulary)]
    for i, (name, element) in enumerate(zip(names, vocabulary)):
        if i == 0 or element["merges"]:
            put_element(w, name + PART, part_of(element, vocabulary[0]), parts,
                        generators)


def with_generators(element, generators):
    """The generators that `with` of <table> may name; all need its data."""
    for a in element["attributes"]:
        if a["name"] == "with" and not element["any_attribute"]:
            a["choices"] = generators


def schema(vocabulary, generators):
    names = names_of(vocabulary)
    w = Writer()
    w.lines.append('<?xml version="1.0" encoding="UTF-8"?>')
    w.line("<!-- Made from the tables of the program: make reference. -->")
    w.line("<grammar" + NAMESPACES + ">")
    w.open.append("grammar")
    extends = may_extend(vocabulary)
    w.begin("start")
    if extends:
        w.begin("choice")
        w.leaf("ref", name=names[0] + PART)
    w.leaf("ref", name=names[0])
    if extends:
        w.end()
    w.end()
    for name, element in zip(names, vocabulary):
        with_generators(element, generators)
        if element["any_name"]:
            w.begin("define", name=name)
            put_generators_by_name(w, element, vocabulary, generators)
            w.end()
        elif extends and element is vocabulary[0]:
            put_element(w, name, whole(element), names, generators)
        else:
            put_element(w, name, element, names, generators)
    if extends:
        put_parts(w, vocabulary, names, generators)
    w.end()
    return "\n".join(w.lines) + "\n"


def unnamed(names):
    """Files that do not name their schema, with what they would say."""
    for folder in ("examples", "templates", "docs"):
        for path in sorted((elements.ROOT / folder).rglob("*.xml")):
            text = path.read_text(encoding="utf-8")
            root = re.search(r"<([a-z][-a-z]*)",
                             re.sub(r"<!--.*?-->", "", text, flags=re.S))
            if root is None or root.group(1) not in names:
                continue
            href = os.path.relpath(FOLDER / f"{root.group(1)}.rng",
                                   path.parent)
            if f'<?xml-model href="{href}" ' not in text:
                yield path.relative_to(elements.ROOT), href


def main():
    table, write = elements.asked()
    made = {FOLDER / f"{name}.rng": schema(vocabulary, table["generators"])
            for name, vocabulary in table["vocabularies"].items()}
    if elements.settle(made, write, "make reference"):
        return 1
    lacking = list(unnamed(table["vocabularies"]))
    for path, href in lacking:
        print(f'{path}: names no schema; write <?xml-model href="{href}" '
              'schematypens="http://relaxng.org/ns/structure/1.0"?>')
    if lacking:
        return 1
    print(f"schemas: {len(made)}, as the tables say")
    return 0


if __name__ == "__main__":
    sys.exit(main())
