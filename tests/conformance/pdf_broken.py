"""How faults are put into a sound PDF, one at a time.

Each function takes a PdfFile and breaks it; where it returns a function, that
one gets the path of what was saved. A row of UA1 and A3A holds the rules that
veraPDF must then fail, all of them and no others. A fault that both forbid has
a row in each. A row of OURS holds words of the fault that tags.py or
structure.py must find, while veraPDF finds none.
"""

import re

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


def table_parts(pdf):
    return [k for k in pdf.child_elements(table(pdf))
            if pdf.get(k)["/S"] != "/Caption"]


def cells(pdf, kind):
    return [pdf.get(cell) for ref in table_parts(pdf)
            for row in pdf.child_elements(ref)
            for cell in pdf.child_elements(row)
            if pdf.get(cell)["/S"] == "/" + kind]
