#!/usr/bin/env python3
"""Breaks a sound PDF in each way that rules.py is there for.

    rules_test.py PDF...

What is broken is what was read from the files. A rule that sees nothing, or
finds nothing to break in any of them, fails.
"""
import base64
import copy
import sys

import rules


def change(pdf, kind, edit):
    """Edits the first element of KIND that EDIT takes; True when one was."""
    return any(edit(e) is not False for e in pdf.of_type(kind))


def drop(dictionary, key):
    return dictionary.pop(key, None) is not None


def catalog(pdf):
    return pdf.catalog()


def edit_stream(pdf, reference, old, new):
    stream = pdf.objects["obj:" + reference]["stream"]
    data = base64.b64decode(stream["data"])
    stream["data"] = base64.b64encode(data.replace(old, new)).decode()
    return old in data


def edit_pages(pdf, old, new):
    return any([edit_stream(pdf, r, old, new) for p in pdf.pages()
                for r in ([p["/Contents"]] if isinstance(p["/Contents"], str)
                          else p["/Contents"])])


def first_annotation(pdf):
    for page in pdf.pages():
        for reference in pdf.get(page.get("/Annots", [])):
            return pdf.get(reference)
    return {}


def attributes(element):
    found = element.get("/A", {})
    return found if isinstance(found, dict) else found[0]


def lose_headers(pdf):
    for element in pdf.of_type("/TD"):
        if drop(attributes(element), "/Headers"):
            return True
    return False


def exchange_ids(pdf):
    found = [e for e in pdf.elements() if "/ID" in e]
    if len(found) < 2:
        return False
    found[0]["/ID"], found[1]["/ID"] = found[1]["/ID"], found[0]["/ID"]
    return True


def rename(element, name):
    element["/S"] = name


def break_font(pdf):
    for o in pdf.objects.values():
        value = o.get("value")
        if isinstance(value, dict) and value.get("/Subtype") == "/Type0":
            return drop(value, "/ToUnicode")
    return False


def first_map(pdf):
    return next(o["value"]["/ToUnicode"] for o in pdf.objects.values()
                if isinstance(o.get("value"), dict) and
                "/ToUnicode" in o["value"])


def metadata(old, new):
    return lambda pdf: edit_stream(pdf, catalog(pdf)["/Metadata"], old, new)


BREAKS = {
    "metadata_names_both_standards": [
        metadata(b"<pdfaid:part>3", b"<pdfaid:part>2"),
        metadata(b"conformance>A", b"conformance>B"),
        metadata(b"<pdfuaid:part>1</pdfuaid:part>", b""),
        metadata(b"namespaceURI>http://www.aiim.org/pdfua",
                 b"namespaceURI>http://www.aiim.org/other"),
    ],
    "colours_have_a_profile": [
        lambda pdf: drop(catalog(pdf), "/OutputIntents"),
        lambda pdf: edit_stream(
            pdf, catalog(pdf)["/OutputIntents"][0]["/DestOutputProfile"],
            b"acsp", b"none"),
    ],
    "the_file_has_an_identifier": [
        lambda pdf: drop(pdf.objects["trailer"]["value"], "/ID"),
    ],
    "language_and_title_are_given": [
        lambda pdf: drop(catalog(pdf), "/Lang"),
        lambda pdf: drop(catalog(pdf), "/ViewerPreferences"),
        lambda pdf: drop(catalog(pdf), "/MarkInfo"),
        lambda pdf: drop(pdf.get(pdf.objects["trailer"]["value"]["/Info"]),
                         "/Title"),
    ],
    "pages_have_labels_and_an_order_of_tabs": [
        lambda pdf: drop(catalog(pdf), "/PageLabels"),
        lambda pdf: drop(pdf.pages()[-1], "/Tabs"),
        lambda pdf: drop(pdf.pages()[-1], "/StructParents"),
    ],
    "headings_are_bookmarks": [
        lambda pdf: drop(catalog(pdf), "/Outlines"),
        lambda pdf: change(pdf, "/H2", lambda e: rename(e, "/P")),
    ],
    "contents_lead_to_pages": [
        lambda pdf: change(pdf, "/TOCI", lambda e: rename(e, "/P")),
        lambda pdf: any([change(pdf, "/Reference",
                                lambda e: rename(e, "/Span"))]),
    ],
    "figures_have_texts_and_boxes": [
        lambda pdf: change(pdf, "/Figure", lambda e: drop(e, "/Alt")),
        lambda pdf: change(pdf, "/Figure",
                           lambda e: drop(attributes(e), "/BBox")),
    ],
    "links_are_tagged_and_named": [
        lambda pdf: drop(first_annotation(pdf), "/Contents"),
        lambda pdf: drop(first_annotation(pdf), "/StructParent"),
        lambda pdf: change(pdf, "/Link", lambda e: drop(e, "/K")),
    ],
    "lists_have_labels_and_bodies": [
        lambda pdf: change(pdf, "/L", lambda e: drop(e, "/A")),
        lambda pdf: change(pdf, "/LI", lambda e: rename(e, "/P")),
        lambda pdf: change(pdf, "/LBody", lambda e: rename(e, "/P")),
    ],
    "ids_lead_to_their_elements": [
        exchange_ids,
        lambda pdf: change(pdf, "/Note", lambda e: drop(e, "/ID")),
        lambda pdf: drop(pdf.get(catalog(pdf)["/StructTreeRoot"]), "/IDTree"),
    ],
    "cells_have_headers": [
        lambda pdf: change(pdf, "/TH",
                           lambda e: drop(attributes(e), "/Scope")),
        lambda pdf: change(pdf, "/THead", lambda e: rename(e, "/TBody")) and
        change(pdf, "/TFoot", lambda e: rename(e, "/THead")),
        lambda pdf: change(
            pdf, "/TH", lambda e: "/ID" in e and drop(e, "/ID")),
        lose_headers,
    ],
    "all_that_is_drawn_is_content_or_artifact": [
        lambda pdf: edit_pages(pdf, b"/Subtype/Header>>", b">>"),
        lambda pdf: edit_pages(pdf, b"<</Type/Layout>>", b"<<>>"),
        lambda pdf: edit_pages(pdf, b"BDC", b"") and
        edit_pages(pdf, b"EMC", b""),
    ],
    "every_glyph_is_a_character": [
        break_font,
        lambda pdf: edit_stream(pdf, first_map(pdf), b"<20>", b"<21>"),
    ],
}


def main():
    sound = [rules.File(path) for path in sys.argv[1:]]
    failed = 0
    done = 0
    for rule in rules.RULES:
        for i, spoil in enumerate(BREAKS[rule.__name__]):
            seen = None
            for pdf in sound:
                broken = copy.deepcopy(pdf)
                if spoil(broken):
                    seen = bool(seen) or any(rule(broken))
            done += 1
            if not seen:
                failed += 1
                print(f"{rule.__name__}, {i + 1}: " +
                      ("nothing to break" if seen is None else
                       "does not see what was broken"), file=sys.stderr)
    print(f"rules: {done} faults made, {failed} not seen")
    sys.exit(failed > 0 or not sound)


if __name__ == "__main__":
    main()
