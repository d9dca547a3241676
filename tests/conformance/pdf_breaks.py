"""One fault at a time, put into a sound PDF.

Each function takes a PdfFile and breaks it; where it returns a function, that
one gets the path of what was saved. A row of UA1 and A3A holds the rules that
veraPDF must then fail, all of them and no others. A fault that both forbid has
a row in each. A row of OURS holds words of the fault that tags.py or
structure.py must find, while veraPDF finds none.
"""

import re
import subprocess

UA1 = []  # (rules, function): PDF/UA-1
A3A = []  # the same for PDF/A-3a
OURS = []  # (words, function): what tests/outputs says and veraPDF does not
PART = "<pdfuaid:part>1</pdfuaid:part>"
UA_NAMESPACE = "http://www.aiim.org/pdfua/ns/id/"


def fails(*rules, profile=UA1):
    def note(function):
        profile.append((frozenset(rules), function))
        return function
    return note


def fails_a(*rules):
    return fails(*rules, profile=A3A)


def says(words):
    def note(function):
        OURS.append((words, function))
        return function
    return note


def metadata(pdf, old, new):
    pdf.replace(pdf.catalog["/Metadata"], old.encode(), new.encode())


def contents(pdf, page=0):
    return pdf.get(pdf.pages()[page])["/Contents"]


def first(pdf, kind):
    return pdf.get(pdf.element(kind))


def table(pdf):
    """A table with a head, a foot, a body and a caption."""
    for ref in pdf.elements("Table"):
        kinds = [pdf.get(k)["/S"] for k in pdf.child_elements(ref)]
        if {"/Caption", "/THead", "/TBody", "/TFoot"} <= set(kinds):
            return ref
    raise ValueError("no table has all its parts")


def part(pdf, kind):
    return next(k for k in pdf.child_elements(table(pdf))
                if pdf.get(k)["/S"] == "/" + kind)


def section(pdf):
    return pdf.element("Sect")


def links(pdf):
    return [pdf.get(ref) for ref in pdf.of_type("/Annot")]


def descendant(pdf):
    font = pdf.get(pdf.of_type("/Font")[0])
    return font, pdf.get(font["/DescendantFonts"][0])


def paragraph(pdf, change):
    """The first paragraph of a page: CHANGE gets its marked content, begin,
    middle and end, and gives what takes its place."""
    page = contents(pdf)
    data, found = re.subn(
        rb"(/P<</MCID \d+>>BDC\n)(.*?)(EMC\n)",
        lambda m: change(*m.groups()), pdf.stream(page), 1, re.DOTALL)
    if not found:
        raise ValueError("no paragraph on the page")
    pdf.write_stream(page, data)


def show(pdf, code, glyph, mode=0):
    """A paragraph begins with one more code, a space for who extracts text,
    whose glyph is another; painted in a text rendering mode."""
    font, cid = descendant(pdf)
    glyphs = bytearray(pdf.stream(cid["/CIDToGIDMap"]))
    glyphs[2 * code:2 * code + 2] = glyph.to_bytes(2, "big")
    pdf.write_stream(cid["/CIDToGIDMap"], bytes(glyphs))
    pdf.replace(font["/ToUnicode"], b"endcmap",
                b"1 beginbfchar\n<%02X><0020>\nendbfchar\nendcmap" % code)
    paragraph(pdf, lambda begin, middle, end: begin + middle.replace(
        b"[", b"%d Tr <%02X> Tj 0 Tr\n[" % (mode, code), 1) + end)


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

@fails("7.2-3")
def paragraph_in_table(pdf):
    pdf.add_element(table(pdf), "P")


@fails("7.2-4")
def row_outside_table(pdf):
    pdf.add_element(section(pdf), "TR")


@fails("7.2-5")
def head_outside_table(pdf):
    pdf.add_element(section(pdf), "THead")


@fails("7.2-6")
def body_outside_table(pdf):
    pdf.add_element(section(pdf), "TBody")


@fails("7.2-7")
def foot_outside_table(pdf):
    pdf.add_element(section(pdf), "TFoot")


@fails("7.2-8")
def header_cell_outside_row(pdf):
    pdf.add_element(section(pdf), "TH")


@fails("7.2-9")
def cell_outside_row(pdf):
    pdf.add_element(section(pdf), "TD")


@fails("7.2-10")
def paragraph_in_row(pdf):
    pdf.add_element(pdf.element("TR"), "P")


@fails("7.2-11")
def two_heads(pdf):
    pdf.add_element(table(pdf), "THead")


@fails("7.2-12")
def two_feet(pdf):
    pdf.add_element(table(pdf), "TFoot")


@fails("7.2-13")
def foot_without_body(pdf):
    pdf.add_element(pdf.add_element(section(pdf), "Table"), "TFoot")


@fails("7.2-14")
def head_without_body(pdf):
    pdf.add_element(pdf.add_element(section(pdf), "Table"), "THead")


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


@fails("7.2-17")
def item_outside_list(pdf):
    pdf.add_element(section(pdf), "LI")


@fails("7.2-18")
def item_body_outside_item(pdf):
    pdf.add_element(section(pdf), "LBody")


@fails("7.2-19")
def paragraph_in_list(pdf):
    pdf.add_element(pdf.element("L"), "P")


@fails("7.2-20")
def paragraph_in_item(pdf):
    pdf.add_element(pdf.element("LI"), "P")


@fails("7.2-26")
def contents_item_outside_contents(pdf):
    pdf.add_element(section(pdf), "TOCI")


@fails("7.2-27")
def paragraph_in_contents(pdf):
    pdf.add_element(pdf.add_element(section(pdf), "TOC"), "P")


@fails("7.2-28")
def caption_at_the_end_of_contents(pdf):
    toc = pdf.add_element(section(pdf), "TOC")
    pdf.add_element(toc, "TOCI")
    pdf.add_element(toc, "Caption")


@fails("7.2-36")
def paragraph_in_head(pdf):
    pdf.add_element(part(pdf, "THead"), "P")


@fails("7.2-37")
def paragraph_in_body(pdf):
    pdf.add_element(part(pdf, "TBody"), "P")


@fails("7.2-38")
def paragraph_in_foot(pdf):
    pdf.add_element(part(pdf, "TFoot"), "P")


@fails("7.2-39")
def two_captions(pdf):
    pdf.add_element(table(pdf), "Caption")


@fails("7.2-40")
def caption_at_the_end_of_list(pdf):
    pdf.add_element(pdf.element("L"), "Caption")


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


def table_parts(pdf):
    return [k for k in pdf.child_elements(table(pdf))
            if pdf.get(k)["/S"] != "/Caption"]


def cells(pdf, kind):
    return [pdf.get(cell) for ref in table_parts(pdf)
            for row in pdf.child_elements(ref)
            for cell in pdf.child_elements(row)
            if pdf.get(cell)["/S"] == "/" + kind]


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


# 7.11 to 7.18: files, security, annotations

@fails("7.11-1")
@fails_a("6.8-2")
def attached_file_without_unicode_name(pdf):
    del pdf.get(pdf.catalog["/AF"][0])["/UF"]


def encrypt(*options):
    def finish(path):
        plain = path.with_suffix(".plain")
        path.rename(plain)
        subprocess.run(["qpdf", "--newline-before-endstream",
                        "--allow-weak-crypto", "--encrypt", "", "o", *options,
                        "--", plain, path], check=True)
        plain.unlink()
    return finish


@fails("7.16-1")
def readers_for_the_blind_locked_out(pdf):
    return encrypt("128", "--accessibility=n")


@fails("7.18.1-1")
def annotation_that_is_no_link(pdf):
    links(pdf)[0]["/Subtype"] = "/Text"


@fails("7.18.1-2", "7.18.5-2")
def link_without_contents(pdf):
    del links(pdf)[0]["/Contents"]


@fails("7.18.3-1")
def page_without_tab_order(pdf):
    del pdf.get(links(pdf)[0]["/P"])["/Tabs"]


@fails("7.18.5-1")
def link_in_no_link(pdf):
    first(pdf, "Link")["/S"] = "/Span"


# 7.21: fonts

@fails("7.21.3.1-1")
@fails_a("6.2.11.3.1-1")
def characters_of_another_collection(pdf):
    descendant(pdf)[1]["/CIDSystemInfo"]["/Ordering"] = "u:Japan1"


@fails("7.21.3.2-1", "7.21.5-1")
@fails_a("6.2.11.3.2-1", "6.2.11.5-1")
def font_without_glyph_map(pdf):
    del descendant(pdf)[1]["/CIDToGIDMap"]


@fails("7.21.3.3-1", "7.21.3.1-1")
@fails_a("6.2.11.3.3-1", "6.2.11.3.1-1")
def encoding_that_is_not_embedded(pdf):
    descendant(pdf)[0]["/Encoding"] = "/Ours"


@fails("7.21.3.3-2")
@fails_a("6.2.11.3.3-2")
def encoding_of_two_directions(pdf):
    pdf.replace(descendant(pdf)[0]["/Encoding"], b"/WMode 0", b"/WMode 1")


@fails("7.21.3.3-3")
@fails_a("6.2.11.3.3-3")
def encoding_that_uses_another(pdf):
    own = descendant(pdf)[0]["/Encoding"]
    pdf.get(own)["/UseCMap"] = pdf.add(
        {"/Type": "/CMap", "/CMapName": "/Ours",
         "/CIDSystemInfo": pdf.get(own)["/CIDSystemInfo"]}, pdf.stream(own))


@fails("7.21.4.1-1")
@fails_a("6.2.11.4.1-1")
def font_not_embedded(pdf):
    del pdf.get(descendant(pdf)[1]["/FontDescriptor"])["/FontFile2"]


@fails("7.21.4.1-2", "7.21.5-1", "7.21.8-1")
def glyph_that_the_font_lacks(pdf):
    show(pdf, 1, 0x7fff)


@fails("7.21.4.2-2")
@fails_a("6.2.11.4.2-2")
def glyph_set_that_lacks_glyphs(pdf):
    pdf.get(descendant(pdf)[1]["/FontDescriptor"])["/CIDSet"] = \
        pdf.add({}, b"\200")


@fails("7.21.5-1")
@fails_a("6.2.11.5-1")
def width_that_is_not_the_glyph_s(pdf):
    descendant(pdf)[1]["/W"][1][0] += 100


@fails("7.21.7-1")
@fails_a("6.2.11.7.2-1")
def glyph_without_unicode(pdf):
    pdf.replace(descendant(pdf)[0]["/ToUnicode"], b"<20><0020>\n",
                b"<01><0020>\n")


@fails("7.21.7-2")
@fails_a("6.2.11.7.2-2")
def glyph_that_means_zero(pdf):
    pdf.replace(descendant(pdf)[0]["/ToUnicode"], b"<20><0020>",
                b"<20><0000>")


@fails("7.21.8-1")
@fails_a("6.2.11.8-1")
def glyph_of_what_there_is_not(pdf):
    show(pdf, 0, 0, mode=3)


# PDF/A-3a alone

@fails_a("6.1.3-1")
def no_file_identifier(pdf):
    def finish(path):
        path.write_bytes(path.read_bytes().replace(b"/ID [", b"/Id ["))
    return finish


@fails_a("6.1.3-2")
def encrypted(pdf):
    return encrypt("256")


@fails_a("6.2.4.3-2")
def no_output_intent(pdf):
    del pdf.catalog["/OutputIntents"]


@fails_a("6.2.4.3-3")
def colour_for_another_press(pdf):
    paragraph(pdf, lambda begin, middle, end:
              begin + b"0 0 0 1 k\n" + middle + end)


@fails_a("6.3.2-1")
def link_without_flags(pdf):
    del links(pdf)[0]["/F"]


@fails_a("6.5.1-1")
def script_when_opened(pdf):
    pdf.catalog["/OpenAction"] = {"/S": "/JavaScript", "/JS": "u:1;"}


@fails_a("6.6.2.3.1-1", "6.6.2.3.1-2")
def metadata_that_no_schema_has(pdf):
    data = pdf.stream(pdf.catalog["/Metadata"])
    pdf.write_stream(pdf.catalog["/Metadata"], re.sub(
        rb"<pdfaExtension:schemas>.*</pdfaExtension:schemas>\n", b"", data,
        flags=re.DOTALL))


@fails_a("6.6.4-2")
def archive_of_part_2(pdf):
    metadata(pdf, "<pdfaid:part>3", "<pdfaid:part>2")


@fails_a("6.6.4-3")
def archive_of_another_level(pdf):
    metadata(pdf, "conformance>A<", "conformance>X<")


@fails_a("6.8-1")
def attached_file_without_type(pdf):
    spec = pdf.get(pdf.catalog["/AF"][0])
    del pdf.get(spec["/EF"]["/F"])["/Subtype"]


@fails_a("6.8-3")
def attached_file_without_relation(pdf):
    del pdf.get(pdf.catalog["/AF"][0])["/AFRelationship"]


@fails_a("6.8-4")
def attached_files_of_nothing(pdf):
    del pdf.catalog["/AF"]


# What veraPDF does not see

@says("parent is not")
def element_without_parent(pdf):
    del pdf.get(pdf.add_element(section(pdf), "Div"))["/P"]


@says("ListNumbering missing")
def list_without_numbering(pdf):
    del first(pdf, "L")["/A"]


@says("ListNumbering Disc of a list")
def numbers_called_bullets(pdf):
    first(pdf, "L")["/A"]["/ListNumbering"] = "/Disc"


def make_data(cell):
    cell["/S"] = "/TD"
    del cell["/A"]


@says("no header for its row")
def headers_of_columns_alone(pdf):
    for cell in cells(pdf, "TH"):
        if cell["/A"]["/Scope"] == "/Row":
            make_data(cell)


@says("no header for its column")
def headers_of_rows_alone(pdf):
    for cell in cells(pdf, "TH"):
        if cell["/A"]["/Scope"] == "/Column":
            make_data(cell)


@says("a table for layout")
def table_without_headers(pdf):
    for cell in cells(pdf, "TH"):
        make_data(cell)


@says("a table for layout")
def table_around_a_paragraph(pdf):
    body = pdf.add_element(pdf.add_element(section(pdf), "Table"), "TBody")
    row = pdf.add_element(body, "TR")
    pdf.add_element(row, "TH", A={"/O": "/Table", "/Scope": "/Row"})


@says("in another row and column")
def headers_of_another_cell(pdf):
    corner = cells(pdf, "TH")[-1]
    corner["/ID"] = "u:corner"
    cells(pdf, "TD")[0]["/A"] = {"/O": "/Table", "/Headers": ["u:corner"]}


@says("which the table has not")
def headers_of_another_table(pdf):
    header = next(cell for cell in pdf.elements("TH")
                  if pdf.get(cell) not in cells(pdf, "TH"))
    pdf.get(header)["/ID"] = "u:elsewhere"
    cells(pdf, "TD")[0]["/A"] = {"/O": "/Table", "/Headers": ["u:elsewhere"]}


@says("says nothing: 'chart-1.png'")
def figure_with_a_file_name(pdf):
    first(pdf, "Figure")["/Alt"] = "u:chart-1.png"


@says("says nothing: 'Chart'")
def figure_with_a_word(pdf):
    first(pdf, "Figure")["/Alt"] = "u:Chart"


@says("-H3")
def heading_tagged_as_paragraph(pdf):
    first(pdf, "H3")["/S"] = "/P"


@says("-L")
def list_tagged_as_paragraphs(pdf):
    ref = pdf.element("L")
    pdf.get(ref)["/S"] = "/Sect"
    for item in pdf.child_elements(ref):
        pdf.get(item)["/S"] = "/Div"
        for part_ in pdf.child_elements(item):
            pdf.get(part_)["/S"] = "/P"
