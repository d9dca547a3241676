#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "input/office/word_building.h"

#define HEADING_WORDS_MAX 80 /* bytes: more is a bold sentence */

/* 3.1 or 12. and a space, which no list has, or one of lists. */
static bool begins_with_number(struct str text)
{
    const size_t points = str_find_char(text, '.');
    size_t n = 0;

    while (n < text.len && (is_digit(text.ptr[n]) || text.ptr[n] == '.'))
        n++;
    return n > 0 && n < 6 && points > 0 && points < n &&
           utf8_begins_with_space(str_from(text, n));
}

/* A mark that somebody typed. What may be part of the words is one where the
   paragraph before began so. */
static bool begins_with_mark(struct word_building *x, struct str text)
{
    const struct typed_mark mark = typed_mark_of(text);
    const bool follows = typed_mark_follows(&mark, &x->typed);

    x->typed = mark;
    return begins_with_number(text) ||
           (mark.len > 0 && (!mark.doubtful || follows));
}

bool word_is_quote(const struct word_piece *p)
{
    return str_is(p->style, "quote") || str_is(p->style, "intense quote");
}

/* A caption, or a quotation, which Word makes bold by its styles. */
static bool has_look_of_its_own(const struct word_piece *p)
{
    return word_is_quote(p) || str_is(p->style, "caption");
}

/* Title and Subtitle are of the document, not of its text. */
static bool is_title(const struct word_piece *p)
{
    return str_is(p->style, "title") || str_is(p->style, "subtitle");
}

/* toc 1 to toc 9, outside of a table of contents. */
static bool is_of_contents(const struct word_piece *p)
{
    return p->style.len == 5 && str_starts(p->style, STR_LIT("toc "));
}

void word_doubts(struct word_building *x, const struct word_piece *p,
                 struct str words)
{
    const bool heading = p->outline < WORD_NO_LEVEL;

    if (p->list.len == 0 && begins_with_mark(x, words)) {
        finding(x->b.findings, FINDING_TYPED_LIST, x->b.at,
                heading ? "a number was typed into a heading"
                        : "a mark of a list was typed");
        finding_hint(x->b.findings,
                     heading ? "take it out: the template numbers headings"
                             : "make it a list in Word");
    }
    if (p->tabbed && !has_look_of_its_own(p)) {
        finding(x->b.findings, FINDING_DOUBTFUL, x->b.at,
                "words or figures laid out by tabs or spaces, which are "
                "printed as one");
        finding_hint(x->b.findings, "make a table of them in Word");
    }
    if (is_of_contents(p)) {
        finding(x->b.findings, FINDING_DOUBTFUL, x->b.at,
                "a line of a table of contents, which Word does not keep: its "
                "number is that of a page of Word's");
        finding_hint(x->b.findings, "take it out: the template says whether "
                                    "there is a table of contents");
    }
    if (p->pen) {
        finding(x->b.findings, FINDING_DOUBTFUL, x->b.at,
                "words are marked with a pen (highlighted)");
        finding_hint(x->b.findings,
                     "take the colour off in Word once they are right");
    }
    if (!heading && !has_look_of_its_own(p) && (p->all_marked || is_title(p)) &&
        !x->in_table && p->list.len == 0 && words.len < HEADING_WORDS_MAX &&
        !str_ends(words, STR_LIT("."))) {
        finding(x->b.findings, FINDING_BOLD_HEADING, x->b.at,
                "%s words that look like a heading, and are none",
                is_title(p)   ? "a title's"
                : p->all_bold ? "bold"
                              : "underlined, capital or large");
        finding_hint(x->b.findings,
                     is_title(p) ? "take them out where they are the report's "
                                   "title, or give them a style of headings in "
                                   "Word"
                                 : "give them a style of headings in Word");
    }
}

void word_doubt_caption(struct word_building *x, const char *what)
{
    finding(x->b.findings, FINDING_DOUBTFUL, x->b.at, "%s", what);
    finding_hint(x->b.findings,
                 "captions stand above tables, and below pictures");
}
