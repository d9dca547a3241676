"""One fault at a time, put into sound HTML.

A row of NU holds words of what the Nu checker must then say; a row of AXE the
rules that axe.mjs must fail. Faults are put in beside what a report holds, or
take an attribute away, so that no change of looks can undo them.
"""

import re

NU = []  # (words, function)
AXE = []  # (rules, function)


def says(words):
    def note(function):
        NU.append((words, function))
        return function
    return note


def fails(*rules):
    def note(function):
        AXE.append((set(rules), function))
        return function
    return note


def sub(page, pattern, new, count=1):
    """Replaces a pattern, which must be there."""
    broken, found = re.subn(pattern, new, page, count=count)
    if not found:
        raise ValueError(f"the page has no {pattern}")
    return broken


def add(page, html):
    return sub(page, "</main>", lambda _: html + "</main>")


def style(page, css):
    return sub(page, "</style>", lambda _: css + "</style>")


def wide(page):
    """With what scrolls at any width: most tables are laid out anew."""
    return add(page, '<div role="region" aria-label="Wide" tabindex="0" '
               'style="overflow-x: auto"><p style="width: 900px; '
               'text-align: right">Wide</p></div>')


@says("lang=")
@fails("html-has-lang")
def no_language(page):
    return sub(page, r' lang="[^"]*"', "")


@says("title")
@fails("document-title")
def no_title(page):
    return sub(page, r"<title>.*?</title>\n?", "")


@says("Duplicate ID")
def two_things_with_one_id(page):
    return add(page, '<p id="twin">a</p><p id="twin">b</p>')


@says("alt")
@fails("image-alt")
def picture_without_alternative(page):
    return add(page, '<img src="data:image/gif;base64,R0lGODlhAQABAAAAACw=">')


@says("Unclosed element")
def element_left_open(page):
    return add(page, "<div>")


@says("not allowed as child")
@fails("list")
def paragraph_in_list(page):
    return add(page, "<ul><p>a</p></ul>")


@says("columns wide")
def cell_wider_than_its_table(page):
    return add(page, '<table><tr><th scope="col">a<th scope="col">b</tr>'
               '<tr><td colspan="3">c</td></tr></table>')


@says("CSS")
def style_that_is_none(page):
    return style(page, "p{colour:red}")


@fails("role-img-alt")
def drawing_without_alternative(page):
    return sub(page, r'(<div class="drawing" role="img") aria-label="[^"]*"', r"\1")


@fails("color-contrast")
def grey_on_white(page):
    return style(page, "main p{color:#999!important}")


@fails("link-name")
def link_without_text(page):
    return add(page, '<p><a href="#x"></a></p>')


@fails("link-in-text-block")
def link_told_by_colour_alone(page):
    return add(style(page, "#only{color:#333;text-decoration:none}"),
               '<p style="color:#000">words before <a id="only" href="#x">'
               "here</a> and after</p>")


@fails("target-size")
def targets_too_small(page):
    return add(page, "<div>" + 3 * (
        '<button style="border:0;float:left;font-size:9px;height:9px;'
        'padding:0;width:9px">a</button>') + "</div>")


@fails("meta-viewport")
def zoom_forbidden(page):
    return sub(page, r"(initial-scale=1)", r"\1, user-scalable=no")


@fails("td-has-header")
def table_without_headers(page):
    row = "<tr><td>1</td><td>2</td><td>3</td><td>4</td></tr>"
    return add(page, f"<table>{row * 4}</table>")


@fails("picture-not-shown")
def picture_that_the_page_forbids(page):
    return add(sub(page, r" img-src data:;", ""), '<img alt="A dot" src="data:'
               'image/gif;base64,R0lGODlhAQABAAAAACwAAAAAAQABAAAC">')


@fails("page-scrolls-sideways")
def page_wider_than_a_telephone(page):
    return add(page, '<div style="width:600px">wide</div>')


@fails("wide-without-label")
def wide_table_without_a_label(page):
    return sub(wide(page), r'role="region" aria-label[^ ]*="[^"]*"', "",
               count=0)


@fails("scrollable-region-focusable", "wide-without-keyboard")
def wide_table_out_of_reach(page):
    return sub(wide(page), r' tabindex="0"', ' tabindex="-1"', count=0)
