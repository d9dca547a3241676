#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "input/prose/markdown_parts.h"

#define HEADING_WORDS_MAX 80 /* bytes: more is a bold sentence */
#define UNDERLINE_MIN 3      /* signs: - alone is an item that has no words */
#define GAP_MIN 3            /* spaces that are as good as a tab */
#define MARK_MAX 6           /* bytes of a mark that a tab follows */

/* --- headings --- */

/* === or --- below a heading; empty: its line begins with #. */
static struct str underline_of(const struct markdown *r, struct str line)
{
    const struct str below =
        markdown_words_of(markdown_next_line(r->input, line));
    const char sign = below.len > 0 ? below.ptr[0] : ' ';

    if (str_starts(markdown_words_of(line), STR_LIT("#")) ||
        (sign != '=' && sign != '-'))
        return (struct str){NULL, 0};
    for (size_t i = 1; i < below.len; i++) {
        if (below.ptr[i] != sign)
            return (struct str){NULL, 0};
    }
    return below;
}

/* What other programs are told at the head of a file was refused itself. */
static bool is_of_front(const struct markdown *r,
                        const struct doc_node *heading)
{
    return heading->at.line == 2 && markdown_begins_with_front(r->input);
}

void markdown_doubt_heading(struct markdown *r)
{
    const struct doc_node *heading = r->prose.top;
    struct str line;
    struct str underline;

    if (r->options->cell || prose_stopped(&r->prose))
        return;
    line = markdown_line_seen(r);
    underline = underline_of(r, line);
    line = str_trim(line);
    if (underline.len == 0 || is_of_front(r, heading) ||
        (heading->at.line == r->prose.at.line &&
         underline.len >= UNDERLINE_MIN && !str_ends(line, STR_LIT(".")) &&
         !str_ends(line, STR_LIT(",")) && !str_ends(line, STR_LIT(";"))))
        return;
    finding(r->prose.findings, FINDING_DOUBTFUL, heading->at,
            "these words are a heading, since `%.*s` stands below them",
            STR_ARG(str_to(underline, UNDERLINE_MIN)));
    finding_hint(r->prose.findings,
                 "write ## before a heading, in one line; where it is none, "
                 "take out what stands below it");
}

/* Words that lead to a list, an address, a sum: many are bold, and no heading.
 */
static bool is_no_heading(struct str text)
{
    static const struct str signs[] = {STR_INIT("@"), STR_INIT("£"),
                                       STR_INIT("www."), STR_INIT("://")};
    const char last = text.len > 0 ? text.ptr[text.len - 1] : '.';

    for (size_t i = 0; i < sizeof(signs) / sizeof(signs[0]); i++) {
        if (str_find(text, signs[i]) < text.len)
            return true;
    }
    return last == '.' || last == ':' || last == ';' || last == ',' ||
           last == '!' || !has_ascii_letter(text);
}

/* Whether NODE holds words alone, in one line, as a heading does. */
static bool is_like_heading(struct doc_node *node)
{
    struct doc_walk w = doc_walk(node);
    size_t len = 0;
    struct str last = {NULL, 0};

    while (doc_walk_next(&w)) {
        if (w.entering && w.node->kind == DOC_TEXT) {
            len += w.node->text.len;
            last = w.node->text;
        } else if (w.node->kind == DOC_LINK || w.node->kind == DOC_BREAK) {
            return false;
        }
    }
    return len > 0 && len < HEADING_WORDS_MAX && !is_no_heading(last);
}

/* Whether words of the text stand below the line that was seen last. */
static bool is_followed(const struct markdown *r)
{
    const struct str line = markdown_line_seen(r);
    size_t at = (size_t)(line.ptr - r->input.ptr) + line.len;

    while (at < r->input.len &&
           (r->input.ptr[at] == '\n' || r->input.ptr[at] == '\r' ||
            r->input.ptr[at] == ' ' || r->input.ptr[at] == '\t'))
        at++;
    return at < r->input.len;
}

void markdown_doubt_paragraph(struct markdown *r)
{
    const struct doc_node *p = r->prose.top;

    if (r->options->cell || prose_stopped(&r->prose) ||
        str_trim(buf_view(&r->prose.run)).len > 0 || p->kind != DOC_PARAGRAPH ||
        p->parent != r->prose.fragment || p->first == NULL ||
        p->first != p->last || p->first->kind != DOC_STRONG ||
        !is_like_heading(p->first) || !is_followed(r))
        return;
    finding(r->prose.findings, FINDING_BOLD_HEADING, p->at,
            "bold words that look like a heading, and are none");
    finding_hint(r->prose.findings, "write ## before them where they are one");
}

/* --- rows and columns --- */

void markdown_doubt_row(struct markdown *r)
{
    const struct str row = markdown_line_seen(r);

    if (r->table.ncolumns < 2)
        return;
    for (size_t i = 0; i < row.len; i++) {
        if (row.ptr[i] == '\\')
            i++;
        else if (row.ptr[i] == '|')
            return;
    }
    finding(r->prose.findings, FINDING_DOUBTFUL,
            r->prose.top->at.line > 0 ? r->prose.top->at : r->prose.at,
            "a line without | right below a table is a row of it");
    finding_hint(r->prose.findings,
                 "leave a blank line before it; a row ends with |");
}

/* `1.`, `a)`, `1.1`, `•` before a tab. */
static bool is_mark(struct str words)
{
    const char last = words.len > 0 ? words.ptr[words.len - 1] : ' ';

    return words.len <= MARK_MAX &&
           (words.len <= 1 || last == '.' || last == ')' ||
            (words.len <= 3 && (words.ptr[0] & 0x80) != 0) ||
            (is_digit(last) && str_find_char(words, '.') < words.len));
}

/* Behind a sentence some type three spaces. */
static bool ends_sentence(struct str words)
{
    return str_ends(words, STR_LIT(".")) || str_ends(words, STR_LIT("?")) ||
           str_ends(words, STR_LIT("!"));
}

/* How often a tab stands between words of LINE, and in *GAPS how often that or
   several spaces do; none behind a mark at its head. */
static unsigned tabs_in(struct str line, unsigned *gaps)
{
    const struct str words = markdown_words_of(line);
    unsigned tabs = 0;

    *gaps = 0;
    for (size_t at = 0; at < words.len;) {
        const struct str rest = str_from(words, at);
        size_t n = 0;
        bool tab = false;

        if (str_starts(rest, STR_LIT("{{"))) { /* a value is typed at will */
            at += str_find(rest, STR_LIT("}}"));
            continue;
        }
        while (at + n < words.len &&
               (words.ptr[at + n] == ' ' || words.ptr[at + n] == '\t')) {
            tab = tab || words.ptr[at + n] == '\t';
            n++;
        }
        if ((tab || (n >= GAP_MIN && !ends_sentence(str_to(words, at)))) &&
            !is_mark(str_to(words, at))) {
            tabs += tab;
            ++*gaps;
        }
        at += n > 0 ? n : 1;
    }
    return tabs;
}

/* One gap in one line is nothing; what stands in several lines is a table. */
void markdown_doubt_tabs(struct markdown *r, struct str line)
{
    unsigned gaps;
    unsigned above;
    unsigned below;
    const unsigned tabs = tabs_in(line, &gaps);

    if (r->in_table || gaps == 0)
        return;
    tabs_in(markdown_line_before(r->input, line), &above);
    tabs_in(markdown_next_line(r->input, line), &below);
    if (above > 0 || (tabs < 2 && below == 0))
        return;
    finding(r->prose.findings, FINDING_DOUBTFUL,
            markdown_place_ahead(r, markdown_words_of(line).ptr),
            "words or figures laid out by tabs or spaces, which are printed "
            "as one space");
    finding_hint(r->prose.findings, "write | A | B |, below it |---|---|, "
                                    "and each row as its head");
}
