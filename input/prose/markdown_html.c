#include "core/base/ascii.h"
#include "input/prose/markdown_parts.h"

/* REST without the comments that it begins with. */
static struct str skip_comments(struct str rest)
{
    const struct str end = STR_LIT("-->");

    for (;;) {
        size_t at;

        rest = str_trim(rest);
        at = str_find(rest, end);
        if (!str_starts(rest, STR_LIT("<!--")) || at == rest.len)
            return rest;
        rest = str_from(rest, at + end.len);
    }
}

/* What stands for a tag: each of NAMES, with a space behind each. */
static const struct {
    const char *names;
    const char *hint;
} tags[] = {
    {"br ", "end the line with \\; in a table begin another row"},
    {"sup sub ", "a raised or lowered figure is a sign of its own: m², CO₂; a "
                 "note is [^1]"},
    {"img picture svg ",
     "write ![what it shows](file.png) in a paragraph of its own"},
    {"table thead tbody tr th td ",
     "write | A | B |, below it |---|---|, and each row as its head"},
    {"a ", "write [words](address)"},
    {"ul ol li ", "begin each item with - or 1."},
    {"h1 h2 h3 h4 h5 h6 ", "write ## Heading"},
    {"hr ", "take it out: headings part a text"},
    {"s del strike ", "write what holds now"},
    {"div p span font center section aside details summary mark ins ",
     "write the words alone"},
};

/* NAME, without regard to case, is one of NAMES. */
static bool is_among(const char *names, struct str name)
{
    struct str rest = str_of(names);

    while (rest.len > 0) {
        const struct str one = str_cut(&rest, ' ');

        if (one.len > 0 && one.len == name.len && str_starts_alike(name, one))
            return true;
    }
    return false;
}

/* The way out of what REST begins with, a tag or a comment. */
static const char *hint_of(const struct markdown *r, struct str rest)
{
    struct str name = str_from(rest, 1);
    size_t n = 0;

    if (str_starts(name, STR_LIT("/")))
        name = str_from(name, 1);
    while (n < name.len &&
           (is_ascii_letter(name.ptr[n]) || is_digit(name.ptr[n])))
        n++;
    if (r->options->cell && is_among("br ", str_to(name, n)))
        return "type a line end into the cell (Alt+Enter in a spreadsheet)";
    for (size_t i = 0; i < sizeof(tags) / sizeof(tags[0]); i++) {
        if (is_among(tags[i].names, str_to(name, n)))
            return tags[i].hint;
    }
    return "write **strong** or *emphasis*, and \\< for the sign itself; a "
           "comment ends with -->";
}

/* Comments are dropped; other HTML is not taken, nor a comment that takes the
   rest of the file with it. */
void markdown_end_html(struct markdown *r)
{
    const struct str all = str_trim(buf_view(&r->html));
    const struct str rest = skip_comments(all);

    if (rest.len > 0 && rest.len < all.len && rest.ptr[0] != '<') {
        finding(r->prose.findings, FINDING_BAD_ELEMENT, r->html_at,
                "words (`%.*s`) stand behind a comment in its line, which "
                "makes them HTML",
                STR_ARG(str_to(rest, MARKDOWN_SHOWN_MAX)));
        finding_hint(r->prose.findings, "begin a new line with them");
        r->html_refused = true;
    } else if (rest.len > 0 &&
               !(r->html_refused && str_starts(rest, STR_LIT("</")))) {
        const size_t end = str_find_char(rest, '>');

        finding(r->prose.findings, FINDING_BAD_ELEMENT, r->html_at,
                "HTML (`%.*s`) is not taken in prose",
                STR_ARG(str_to(rest, end < MARKDOWN_SHOWN_MAX
                                         ? end + 1
                                         : MARKDOWN_SHOWN_MAX)));
        finding_hint(r->prose.findings, "%s", hint_of(r, rest));
        r->html_refused = true;
    }
    if (buf_status(&r->html) != ST_OK)
        arena_fail(r->prose.arena, buf_status(&r->html));
    buf_clear(&r->html);
}
