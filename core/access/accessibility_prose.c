#include "core/access/accessibility_parts.h"
#include "core/base/utf8.h"
#include "core/model/picture.h"

#define SHOWN_MAX 60 /* bytes of a text that a message repeats */

#define ALT_LONG 250 /* characters of a picture that somebody described */
#define ALT_DRAWN_LONG 1000 /* of one that was drawn from data */
#define EMPHASIS_LONG 25    /* words */
#define CAPITALS_LONG 5     /* words in a row; or a whole text of so many */
#define CAPITALS_LETTERS 7  /* letters: shorter ones abbreviate */
#define HEADING_LONG 12     /* words: a bold paragraph of more is no heading */

static struct str shown(struct str text)
{
    return str_to(text, utf8_valid(str_to(text, SHOWN_MAX)));
}

#define SHOWN_ARG(s) STR_ARG(shown(s)), (s).len > SHOWN_MAX ? "..." : ""

/* --- links --- */

static bool is_web(struct str s)
{
    return str_starts(s, STR_LIT("http://")) ||
           str_starts(s, STR_LIT("https://")) || str_starts(s, STR_LIT("www."));
}

void accessibility_link(struct accessibility_check *r,
                        const struct doc_node *link)
{
    const struct str words = accessibility_words(r, link);
    const struct accessibility_name *before;

    accessibility_count(r, ACCESSIBILITY_LINKS, link->at);
    if (words.len == 0)
        return; /* doc_check() has said so */
    if (accessibility_is(r, words, WORD_VAGUE_LINK)) {
        finding(r->f, FINDING_VAGUE_LINK, link->at,
                "`%.*s%s` does not say where this link leads",
                SHOWN_ARG(words));
        finding_hint(r->f, "screen readers list links by their words alone: "
                           "name what the reader will find");
        return; /* of many such, one finding each is enough */
    }
    if (is_web(words)) {
        finding(r->f, FINDING_VAGUE_LINK, link->at,
                "the words of this link are its address: `%.*s%s`",
                SHOWN_ARG(words));
        finding_hint(r->f, "it is read out letter by letter: name what the "
                           "reader will find");
        return;
    }
    before = accessibility_name(r, &r->links, words, 0, link->u.target);
    if (before == NULL || before->target == NULL || link->u.target == NULL ||
        str_is(str_of(before->target), link->u.target))
        return;
    finding(r->f, FINDING_SAME_LINK, link->at,
            "two links are called `%.*s%s` and lead to `%s` and `%s`",
            SHOWN_ARG(words), before->target, link->u.target);
    finding_hint(r->f, "give each words of its own");
}

/* --- pictures --- */

/* Its alternative text was made from its data, which stands in a table, too. */
static bool is_drawn(const struct doc_node *picture)
{
    return picture_image(picture->u.picture) == NULL;
}

static void check_alt_length(struct accessibility_check *r,
                             const struct doc_node *picture, struct str alt)
{
    const bool drawn = is_drawn(picture);
    const size_t most = drawn ? ALT_DRAWN_LONG : ALT_LONG;
    const size_t n = utf8_count(alt);

    if (n <= most)
        return;
    finding(r->f, FINDING_LONG_ALT, picture->at,
            "the alternative text of this picture has %zu characters, more "
            "than %zu",
            n, most);
    finding_hint(r->f,
                 drawn ? "it names everything that is drawn: split the data, "
                         "or print the table alone"
                       : "nobody can pause or go back in it: say the gist "
                         "there, and the rest in a paragraph beside it");
}

void accessibility_picture(struct accessibility_check *r,
                           const struct doc_node *picture)
{
    const struct str alt = str_trim(picture->text);
    const struct doc_node *caption = picture->first;
    size_t len;

    if (alt.len == 0 || picture->u.picture == NULL)
        return; /* decorative, or refused by doc_check() */
    accessibility_count(r, ACCESSIBILITY_PICTURES, picture->at);
    check_alt_length(r, picture, alt);
    if (accessibility_ends(r, alt, WORD_FILE_ENDING)) {
        finding(r->f, FINDING_VAGUE_ALT, picture->at,
                "the alternative text `%.*s%s` is the name of a file",
                SHOWN_ARG(alt));
    } else if (accessibility_is(r, alt, WORD_VAGUE_ALT)) {
        finding(r->f, FINDING_VAGUE_ALT, picture->at,
                "the alternative text `%.*s%s` says nothing of this picture",
                SHOWN_ARG(alt));
    } else if (accessibility_begins(r, alt, WORD_ALT_OPENING, &len)) {
        finding(r->f, FINDING_VAGUE_ALT, picture->at,
                "the alternative text begins with `%.*s`: a screen reader has "
                "said so already",
                STR_ARG(str_to(alt, len)));
    } else if (caption != NULL && caption->kind == DOC_CAPTION &&
               str_same_word(accessibility_words(r, caption), alt)) {
        finding(r->f, FINDING_VAGUE_ALT, picture->at,
                "the alternative text is the caption again: `%.*s%s`",
                SHOWN_ARG(alt));
    } else {
        return;
    }
    finding_hint(r->f, "say in a sentence what somebody who sees it learns");
}

/* --- words --- */

static const struct doc_node *behind_label(const struct doc_node *block)
{
    const struct doc_node *n = block->first;

    return n != NULL && n->kind == DOC_LABEL ? n->next : n;
}

/* A line of bold in the place of a heading. */
static void check_bold(struct accessibility_check *r, const struct doc_node *p,
                       struct str words)
{
    const struct doc_node *only = behind_label(p);

    if (p->kind != DOC_PARAGRAPH || only == NULL || only->kind != DOC_STRONG ||
        only->next != NULL || p->parent->kind == DOC_ITEM || words.len == 0 ||
        words.ptr[words.len - 1] == '.' ||
        accessibility_count_words(words) > HEADING_LONG)
        return;
    finding(r->f, FINDING_BOLD_HEADING, p->at,
            "`%.*s%s` looks like a heading and is none", SHOWN_ARG(words));
    finding_hint(r->f, "write it as <heading>, or with ## in a .md file, so "
                       "that it can be jumped to");
}

/* Where the words of BLOCK were written: of a title, the field of the report.
 */
static struct place place_of_words(const struct doc_node *block)
{
    const struct doc_node *words = behind_label(block);

    return words != NULL && words->next == NULL && words->at.source != NULL
               ? words->at
               : block->at;
}

void accessibility_text(struct accessibility_check *r,
                        const struct doc_node *block)
{
    const struct str words = accessibility_words(r, block);
    const struct accessibility_capitals c = accessibility_capitals(words);

    if (accessibility_has(r, words, WORD_COLOUR))
        accessibility_count(r, ACCESSIBILITY_COLOURS, block->at);
    if (c.row >= CAPITALS_LONG || (c.all && c.letters >= CAPITALS_LETTERS)) {
        finding(r->f, FINDING_CAPITALS, place_of_words(block),
                "`%.*s%s` is in capitals", SHOWN_ARG(words));
        finding_hint(r->f, "words lose their shape, and a screen reader may "
                           "spell them: write them as in a sentence");
    }
    check_bold(r, block, words);
}

void accessibility_figures(struct accessibility_check *r,
                           const struct doc_node *text)
{
    const size_t at = accessibility_hyphen(text->text);
    const struct str figure = str_from(text->text, at);

    if (figure.len == 0 || text->at.source == NULL)
        return;
    finding(r->f, FINDING_SILENT_MINUS,
            source_advance_next(&r->cursor, text->at, text->text, at),
            "the hyphen before a figure below nought is passed over by voices: "
            "`%.*s%s`",
            SHOWN_ARG(str_to(figure, str_find(figure, STR_LIT(" ")))));
    finding_hint(r->f, "write a minus sign, − (U+2212), or have the figure "
                       "printed from data or a value");
}

void accessibility_emphasis(struct accessibility_check *r,
                            const struct doc_node *node)
{
    const size_t n = accessibility_count_words(accessibility_words(r, node));

    if (n <= EMPHASIS_LONG || node->parent->kind == DOC_STRONG ||
        node->parent->kind == DOC_EMPHASIS)
        return;
    finding(r->f, FINDING_LONG_EMPHASIS, node->at,
            "%zu words in a row are %s, more than %d", n,
            node->kind == DOC_STRONG ? "bold" : "italic", EMPHASIS_LONG);
    finding_hint(r->f, "stress the few words that matter, or use <quote>");
}
