#!/usr/bin/python3
"""Makes the Word files of a case: docx.py FOLDER

Each FOLDER/NAME.docx.xml, which holds what stands in <w:body>, becomes NAME.docx, as Word
lays its parts out. NAME.docx.notes.xml are its footnotes, NAME.docx.head.xml the head of its
pages, NAME.docx.styles.xml more styles, NAME.docx.numbering.xml lists instead of those below.
Shorthands keep a case readable:

    <P style="Heading1">words</P>      a paragraph; style and list may be left out
    <P list="1.0">words</P>            in the list 1, level 0
    <R bold="" lang="cy-GB">words</R>  a run; any attribute is a property of it

Styles: Heading1 to Heading3, Title, Quote, Hidden (words), Cymraeg, ListBullet. Lists: 1 has
bullets, 2 numbers, 3 the same numbers from 1 again, 4 begins with 5, 5 with 7, 6 with 900;
7 has 1., 1.1, (a), (i). rId7 is a picture, rId9 a link.
"""

import pathlib
import re
import struct
import sys
import zipfile
import zlib

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="{R}" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office" '
    'xmlns:wpg="http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"')
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"


def style(name, shown, inside="", base="Normal", kind="paragraph"):
    return (f'<w:style w:type="{kind}" w:styleId="{name}"><w:name w:val="{shown}"/>'
            f'<w:basedOn w:val="{base}"/>{inside}</w:style>')


STYLES = (
    HEAD + f'<w:styles xmlns:w="{W}"><w:docDefaults><w:rPrDefault><w:rPr>'
    '<w:lang w:val="en-GB"/></w:rPr></w:rPrDefault></w:docDefaults>'
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/>'
    '</w:style>'
    + "".join(style(f"Heading{n}", f"heading {n}", '<w:rPr><w:b/></w:rPr>') for n in (1, 2, 3))
    + style("Council", "Council Section", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr>')
    + style("CouncilSmall", "Council Small", "", "Council")
    + style("Title", "Title") + style("Quote", "Quote") + style("Caption", "caption")
    + style("IntenseQuote", "Intense Quote")
    + style("Hidden", "Hidden words", "<w:rPr><w:vanish/></w:rPr>", kind="character")
    + style("Raised", "Raised", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>',
            kind="character")
    + style("Struck", "Struck", "<w:rPr><w:strike/></w:rPr>", kind="character")
    + style("Pale", "Pale", '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>', kind="character")
    + style("Banner", "Banner", '<w:pPr><w:shd w:val="clear" w:fill="203864"/></w:pPr>'
            '<w:rPr><w:color w:val="FFFFFF"/></w:rPr>')
    + style("Dark", "Dark table", '<w:tblStylePr w:type="firstRow"><w:tcPr>'
            '<w:shd w:val="clear" w:fill="203864"/></w:tcPr></w:tblStylePr>', kind="table")
    + style("Draft", "Draft note", "<w:rPr><w:vanish/></w:rPr>")
    + style("Cymraeg", "Cymraeg", '<w:rPr><w:lang w:val="cy-GB"/></w:rPr>')
    + style("ListBullet2", "List Bullet 2", '<w:pPr><w:numPr><w:numId w:val="8"/></w:numPr></w:pPr>')
    + style("ListBullet", "List Bullet", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>')
    + "</w:styles>")


def levels(form, start=1):
    return "".join(f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/></w:lvl>'
                   for n in range(9))


OUTLINE = "".join(
    f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{form}"/><w:lvlText w:val="{text}"/></w:lvl>'
    for n, (form, text) in enumerate(
        (("decimal", "%1."), ("decimal", "%1.%2"), ("lowerLetter", "(%3)"), ("lowerRoman", "(%4)"))))

NUMBERING = (
    HEAD + f'<w:numbering xmlns:w="{W}">'
    f'<w:abstractNum w:abstractNumId="0">{levels("bullet")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="1">{levels("decimal")}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="2">{levels("decimal", 5)}</w:abstractNum>'
    f'<w:abstractNum w:abstractNumId="3">{OUTLINE}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="3"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="1"/></w:lvlOverride></w:num>'
    '<w:num w:numId="4"><w:abstractNumId w:val="2"/></w:num>'
    '<w:num w:numId="5"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="7"/></w:lvlOverride></w:num>'
    '<w:num w:numId="6"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">'
    '<w:startOverride w:val="900"/></w:lvlOverride></w:num>'
    '<w:num w:numId="7"><w:abstractNumId w:val="3"/></w:num>'
    '<w:num w:numId="8"><w:abstractNumId w:val="0"/></w:num></w:numbering>')


def relation(name, kind, target, mode=""):
    return f'<Relationship Id="{name}" Type="{R}/{kind}" Target="{target}"{mode}/>'


def relations(*rows):
    return HEAD + f'<Relationships xmlns="{PACKAGE}">{"".join(rows)}</Relationships>'


def picture():
    """A PNG file of one pixel."""
    def chunk(name, data):
        return (struct.pack(">I", len(data)) + name + data
                + struct.pack(">I", zlib.crc32(name + data)))
    return (b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0))
            + chunk(b"IDAT", zlib.compress(b"\0\x20\x40\x60")) + chunk(b"IEND", b""))


def run(found):
    rows = re.findall(r'(\w+)="([^"]*)"', found[1] or "")
    inside = "".join(f'<w:{name} w:val="{value}"/>' if value else f"<w:{name}/>"
                     for name, value in rows)
    return f'<w:r><w:rPr>{inside}</w:rPr><w:t xml:space="preserve">{found[2]}</w:t></w:r>'


def paragraph(found):
    attributes = dict(re.findall(r'(\w+)="([^"]*)"', found[1] or ""))
    inside = ""
    if "style" in attributes:
        inside += f'<w:pStyle w:val="{attributes["style"]}"/>'
    if "list" in attributes:
        number, level = attributes["list"].split(".")
        inside += f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    words = re.sub(r"(?s)((?:^|(?<=>))[^<>]+)(?=<[w/]|$)",
                   lambda w: f'<w:r><w:t xml:space="preserve">{w[1]}</w:t></w:r>', found[2]) \
        if "<" not in found[2] else found[2]
    return f"<w:p><w:pPr>{inside}</w:pPr>{words}</w:p>"


def full(text):
    text = re.sub(r"(?s)<R((?: [^>]*)?)>(.*?)</R>", run, text)
    return re.sub(r"(?s)<P((?: [^>]*)?)>(.*?)</P>", paragraph, text)


def document(path):
    """word/document.xml"""
    return (HEAD + f"<w:document {NAMESPACES}><w:body>"
            + full(path.read_text(encoding="utf-8")) + "</w:body></w:document>")


def taken(path, what):
    """What stands in NAME.docx.WHAT.xml beside PATH, which goes; or None."""
    beside = path.with_name(path.name.replace(".docx.xml", f".docx.{what}.xml"))
    if not beside.exists():
        return None
    text = full(beside.read_text(encoding="utf-8"))
    beside.unlink()
    return text


def make(path):
    notes, head, styles, lists = (taken(path, w) for w in ("notes", "head", "styles", "numbering"))
    rows = [relation("rId1", "styles", "styles.xml"),
            relation("rId2", "numbering", "numbering.xml"),
            relation("rId7", "image", "media/image1.png"),
            relation("rId9", "hyperlink", "https://example.org/plan", ' TargetMode="External"')]
    with zipfile.ZipFile(path.with_suffix(""), "w", zipfile.ZIP_DEFLATED) as out:
        def add(name, data):
            out.writestr(zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0)), data)
        add("_rels/.rels", relations(relation("rId1", "officeDocument", "word/document.xml")))
        if notes is not None:
            rows.append(relation("rId3", "footnotes", "footnotes.xml"))
            add("word/footnotes.xml", HEAD + f"<w:footnotes {NAMESPACES}>{notes}</w:footnotes>")
        if head is not None:
            rows.append(relation("rId4", "header", "header1.xml"))
            add("word/header1.xml", HEAD + f"<w:hdr {NAMESPACES}>{head}</w:hdr>")
        add("word/document.xml", document(path))
        add("word/styles.xml", STYLES.replace("</w:styles>", (styles or "") + "</w:styles>"))
        add("word/numbering.xml", NUMBERING if lists is None else
            HEAD + f'<w:numbering xmlns:w="{W}">{lists}</w:numbering>')
        add("word/media/image1.png", picture())
        add("word/_rels/document.xml.rels", relations(*rows))
    path.unlink()


def main():
    for path in sorted(pathlib.Path(sys.argv[1]).glob("*.docx.xml")):
        make(path)


if __name__ == "__main__":
    main()
