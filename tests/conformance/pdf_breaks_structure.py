"""Faults in the structure of a PDF, one at a time, that veraPDF must find
(pdf_broken.py): tables, lists, contents, languages, alternatives.
"""

import re

from pdf_broken import (PART, UA_NAMESPACE, cells, contents, fails, fails_a,
                        first, metadata, paragraph, part, section, table)


# 5, 6: identification


@fails("5-1")
def no_ua_identification(pdf):
    metadata(pdf, PART, "")


@fails("5-2")
def ua_part_2(pdf):
    metadata(pdf, PART, PART.replace("1", "2"))


@fails("5-3")
def ua_part_with_another_prefix(pdf):
    metadata(pdf, PART, f'<ua:part xmlns:ua="{UA_NAMESPACE}">1</ua:part>')


@fails("5-4")
def ua_amendment_with_another_prefix(pdf):
    metadata(pdf, PART,
             PART + f'<ua:amd xmlns:ua="{UA_NAMESPACE}">1</ua:amd>')


@fails("5-5")
def ua_correction_with_another_prefix(pdf):
    metadata(pdf, PART,
             PART + f'<ua:corr xmlns:ua="{UA_NAMESPACE}">1</ua:corr>')


@fails("6.1-1")
@fails_a("6.1.2-1")
def header_of_no_version(pdf):
    return lambda path: path.write_bytes(
        path.read_bytes().replace(b"%PDF-1.7", b"%PDF-1.8", 1))


@fails("6.2-1")
@fails_a("6.7.2.2-1")
def not_marked(pdf):
    pdf.catalog["/MarkInfo"]["/Marked"] = False


# 7.1: content and structure

@fails("7.1-1", "7.1-2")
def artifact_inside_tagged(pdf):
    paragraph(pdf, lambda begin, middle, end:
              begin + b"/Artifact BMC\n" + middle + end + end)


@fails("7.1-2")
def tagged_inside_artifact(pdf):
    paragraph(pdf, lambda begin, middle, end:
              b"/Artifact BMC\n" + begin + middle + end + end)


@fails("7.1-3")
def content_without_a_tag(pdf):
    pdf.write_stream(contents(pdf), pdf.stream(contents(pdf))
                     + b"\n10 10 20 20 re f\n")


@fails("7.1-4")
def suspects(pdf):
    pdf.catalog["/MarkInfo"]["/Suspects"] = True


@fails("7.1-5")
@fails_a("6.7.3.4-1")
def tag_of_nobody(pdf):
    first(pdf, "P")["/S"] = "/Paragraph"


@fails("7.1-6")
@fails_a("6.7.3.4-2")
def roles_in_a_circle(pdf):
    root = pdf.get(pdf.catalog["/StructTreeRoot"])
    root["/RoleMap"] = {"/Strong": "/Bold", "/Bold": "/Strong"}


@fails("7.1-7")
def standard_tag_for_another(pdf):
    root = pdf.get(pdf.catalog["/StructTreeRoot"])
    root["/RoleMap"]["/P"] = "/Span"


@fails("7.1-8")
@fails_a("6.6.2.1-1")
def no_metadata(pdf):
    del pdf.catalog["/Metadata"]


@fails("7.1-9")
def no_title(pdf):
    data = pdf.stream(pdf.catalog["/Metadata"])
    pdf.write_stream(pdf.catalog["/Metadata"],
                     re.sub(rb"<dc:title>.*?</dc:title>", b"", data))


@fails("7.1-10")
def file_name_shown_for_title(pdf):
    del pdf.catalog["/ViewerPreferences"]["/DisplayDocTitle"]


@fails("7.1-11", "7.1-3", "7.18.5-1")
@fails_a("6.7.3.3-1")
def no_structure(pdf):
    del pdf.catalog["/StructTreeRoot"]


# 7.2: tables, lists, contents

def in_part(kind):
    return lambda pdf: part(pdf, kind)


def first_element(kind):
    return lambda pdf: pdf.element(kind)


def new_element(kind):
    return lambda pdf: pdf.add_element(section(pdf), kind)


# An element where none of its kind may stand: rule, name, where, kind.
MISPLACED = [
    ("7.2-3", "paragraph_in_table", table, "P"),
    ("7.2-4", "row_outside_table", section, "TR"),
    ("7.2-5", "head_outside_table", section, "THead"),
    ("7.2-6", "body_outside_table", section, "TBody"),
    ("7.2-7", "foot_outside_table", section, "TFoot"),
    ("7.2-8", "header_cell_outside_row", section, "TH"),
    ("7.2-9", "cell_outside_row", section, "TD"),
    ("7.2-10", "paragraph_in_row", first_element("TR"), "P"),
    ("7.2-11", "two_heads", table, "THead"),
    ("7.2-12", "two_feet", table, "TFoot"),
    ("7.2-13", "foot_without_body", new_element("Table"), "TFoot"),
    ("7.2-14", "head_without_body", new_element("Table"), "THead"),
    ("7.2-17", "item_outside_list", section, "LI"),
    ("7.2-18", "item_body_outside_item", section, "LBody"),
    ("7.2-19", "paragraph_in_list", first_element("L"), "P"),
    ("7.2-20", "paragraph_in_item", first_element("LI"), "P"),
    ("7.2-26", "contents_item_outside_contents", section, "TOCI"),
    ("7.2-27", "paragraph_in_contents", new_element("TOC"), "P"),
    ("7.2-36", "paragraph_in_head", in_part("THead"), "P"),
    ("7.2-37", "paragraph_in_body", in_part("TBody"), "P"),
    ("7.2-38", "paragraph_in_foot", in_part("TFoot"), "P"),
    ("7.2-39", "two_captions", table, "Caption"),
    ("7.2-40", "caption_at_the_end_of_list", first_element("L"), "Caption"),
]


def misplaced(name, where, kind):
    def add(pdf):
        pdf.add_element(where(pdf), kind)
    add.__name__ = name
    return add


for rule, name, where, kind in MISPLACED:
    fails(rule)(misplaced(name, where, kind))


@fails("7.2-15")
def cells_that_overlap(pdf):
    above, below = (pdf.get(row)["/K"] for row
                    in pdf.child_elements(part(pdf, "TBody"))[:2])
    pdf.get(above[-1])["/A"] = {"/O": "/Table", "/RowSpan": 2}
    below.pop()
    pdf.get(below[-1])["/A"] = {"/O": "/Table", "/ColSpan": 2}


@fails("7.2-16")
def caption_in_the_middle(pdf):
    kids = pdf.get(table(pdf))["/K"]
    kids.insert(1, kids.pop(0))


@fails("7.2-28")
def caption_at_the_end_of_contents(pdf):
    toc = pdf.add_element(section(pdf), "TOC")
    pdf.add_element(toc, "TOCI")
    pdf.add_element(toc, "Caption")


@fails("7.2-41")
def cell_longer_than_its_table(pdf):
    row = pdf.child_elements(part(pdf, "TFoot"))[-1]
    pdf.get(pdf.child_elements(row)[-1])["/A"] = {"/O": "/Table",
                                                  "/RowSpan": 2}


@fails("7.2-43")
def row_without_its_last_cell(pdf):
    rows = pdf.child_elements(part(pdf, "TBody"))
    pdf.get(rows[0])["/K"].pop()


@fails("7.2-42")
def cell_wider_than_its_table(pdf):
    rows = pdf.child_elements(part(pdf, "TBody"))
    cell = pdf.get(pdf.child_elements(rows[0])[-1])
    cell["/A"] = {"/O": "/Table", "/ColSpan": 2}


# 7.2: language

# What a report without a language fails at once.
NO_LANGUAGE = ("7.2-2", "7.2-22", "7.2-24", "7.2-33", "7.2-34")


@fails(*NO_LANGUAGE)
def no_language(pdf):
    del pdf.catalog["/Lang"]


@fails(*NO_LANGUAGE, "7.2-21")
def actual_text_without_language(pdf):
    no_language(pdf)
    first(pdf, "P")["/ActualText"] = "u:Report"


@fails(*NO_LANGUAGE, "7.2-23")
def expansion_without_language(pdf):
    no_language(pdf)
    first(pdf, "P")["/E"] = "u:Report"


def mark_span(pdf, entry):
    no_language(pdf)
    paragraph(pdf, lambda begin, middle, end:
              begin + b"/Span<</%s(x)>>BDC\n" % entry + middle + end + end)


@fails(*NO_LANGUAGE, "7.2-30")
def marked_actual_text_without_language(pdf):
    mark_span(pdf, b"ActualText")


@fails(*NO_LANGUAGE, "7.2-31")
def marked_alternative_without_language(pdf):
    mark_span(pdf, b"Alt")


@fails(*NO_LANGUAGE, "7.2-32")
def marked_expansion_without_language(pdf):
    mark_span(pdf, b"E")


@fails("7.2-29")
@fails_a("6.7.4-1")
def language_that_is_none(pdf):
    pdf.catalog["/Lang"] = "u:British English"


# 7.3 to 7.9: figures, headings, table headers, formulas, notes

@fails("7.3-1")
def figure_without_alternative(pdf):
    del first(pdf, "Figure")["/Alt"]


@fails("7.4.2-1")
def heading_level_skipped(pdf):
    first(pdf, "H2")["/S"] = "/H3"


@fails("7.4.4-1", "7.4.4-2", "7.4.4-3")
def two_headings_without_level(pdf):
    pdf.add_element(section(pdf), "H")
    pdf.add_element(section(pdf), "H")


@fails("7.5-1")
def header_cells_without_scope(pdf):
    for cell in cells(pdf, "TH") + cells(pdf, "TD"):
        cell.get("/A", {}).pop("/Scope", None)
        cell.get("/A", {}).pop("/Headers", None)


@fails("7.5-2")
def headers_that_nothing_has(pdf):
    header_cells_without_scope(pdf)
    for cell in cells(pdf, "TD"):
        cell["/A"] = {"/O": "/Table", "/Headers": ["u:nobody"]}


@fails("7.7-1")
def formula_without_alternative(pdf):
    pdf.add_element(section(pdf), "Formula")


@fails("7.9-1")
def note_without_id(pdf):
    del first(pdf, "Note")["/ID"]


@fails("7.9-2")
def two_notes_with_one_id(pdf):
    notes = [pdf.get(ref) for ref in pdf.elements("Note")]
    notes[1]["/ID"] = notes[0]["/ID"]
