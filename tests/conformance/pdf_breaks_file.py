"""Faults of a PDF around its structure, one at a time, that veraPDF must find
(pdf_broken.py): attached files, links, fonts, what an archive asks for.
"""

import re
import subprocess

from pdf_broken import (descendant, fails, fails_a, first, links, metadata,
                        paragraph, show)


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
    # Of 256 bits, whose salts are random, veraPDF cannot read one in sixty.
    return encrypt("128")


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
