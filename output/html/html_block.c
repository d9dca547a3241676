#include "output/html/html_parts.h"

#include "core/base/utf8.h"
#include "output/html/html_escape.h"

/* Labels with more characters than this need the column of numbers. */
#define NARROW_LABEL 3
#define WORD_LABEL 7 /* Annex A */
#define LONG_LABEL                                                             \
    24 /* of what has more, all lines but the first stand below */

/* Thousandths of a rem: Arial's letters are half as wide as they are high, its
   capitals some two thirds, and a label ends .35rem before its column does
   (li > .label in screen.css). */
#define LABEL_CHARACTER 530
#define LABEL_CAPITAL 700
#define LABEL_SPACE 350

/* What has more stands across the page, below a title. */
#define SHORT_FACT 28

bool html_enter_cover(struct html *h, const struct doc_node *n)
{
    const bool plain = h->doc->style->house->look.cover == COVER_PLAIN;

    html_node(h, TAG_DIV, n, "cover", plain ? NULL : "panel");
    return true;
}

/* The heading that a section begins with names it. */
static void labelled_by_heading(struct html *h, const struct doc_node *n)
{
    if (n->first != NULL && n->first->kind == DOC_HEADING)
        html_labelled_by(h, html_next_id(h, n->first));
}

bool html_enter_part(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_SECTION, n, "part", NULL);
    labelled_by_heading(h, n);
    return true;
}

static bool has_heading(const struct doc_node *section)
{
    return section->first != NULL && section->first->kind == DOC_HEADING;
}

static bool has_numbered(const struct doc_node *section, enum doc_kind kind)
{
    for (const struct doc_node *n = section->first; n != NULL; n = n->next) {
        if (n->kind == kind && html_has_label(n))
            return true;
    }
    return false;
}

/* Numbers of headings alone are worth no column on a narrow screen. Where
   there are numbers of paragraphs, those of headings stand in their column in
   every section. */
bool html_numbers_paragraphs(const struct doc *d)
{
    struct doc_walk w = doc_walk(d->root);

    while (doc_walk_next(&w)) {
        if (w.entering && w.node->kind == DOC_SECTION &&
            has_numbered(w.node, DOC_PARAGRAPH))
            return true;
        if (w.entering && w.node->kind == DOC_TABLE)
            doc_walk_skip(&w);
    }
    return false;
}

bool html_enter_section(struct html *h, const struct doc_node *n)
{
    const bool numbered =
        has_numbered(n, DOC_PARAGRAPH) ||
        (h->numbers_paragraphs && has_numbered(n, DOC_HEADING));

    h->numbered = numbered ? n : NULL;
    /* One without a heading is no section to whoever listens (HTML, 4.3.3). */
    html_node(h, has_heading(n) ? TAG_SECTION : TAG_DIV, n,
              numbered ? "numbered" : NULL,
              n->role == ROLE_RECOMMENDATIONS ? "recommendations" : NULL);
    return true;
}

void html_leave_section(struct html *h, const struct doc_node *n)
{
    (void)n;
    h->numbered = NULL;
}

bool html_enter_quote(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_BLOCKQUOTE, n, NULL, NULL);
    return true;
}

/* Characters of the longest label of LIST. */
static size_t longest_label(const struct doc_node *list)
{
    size_t most = 0;

    for (const struct doc_node *i = list->first; i != NULL; i = i->next) {
        size_t characters = 0;

        if (!html_has_label(i))
            continue;
        for (const struct doc_node *t = i->first->first; t != NULL; t = t->next)
            characters += utf8_count(t->text);
        most = characters > most ? characters : most;
    }
    return most;
}

/* The column of labels that are words, CHARACTERS of the text; where they are
   in CAPITALS, of these. */
static void put_label_column(struct html *h, size_t characters, bool capitals)
{
    const int64_t each = capitals ? LABEL_CAPITAL : LABEL_CHARACTER;

    html_attr_begin(&h->tags, "style");
    buf_puts(h->tags.out, "--l:");
    html_put_thousandths(h->tags.out, (int64_t)characters * each + LABEL_SPACE);
    buf_puts(h->tags.out, "rem");
    html_attr_end(&h->tags);
}

static bool counts(const struct label_series *series)
{
    return series != NULL &&
           str_find_char(series->pattern, '{') < series->pattern.len;
}

/* No small letter of ASCII is in what the labels of SERIES begin with: APPENDIX
   {A}. */
static bool is_in_capitals(const struct label_series *series)
{
    const size_t end = series == NULL ? 0 : str_find_char(series->pattern, '{');

    for (size_t i = 0; i < end; i++) {
        if (series->pattern.ptr[i] >= 'a' && series->pattern.ptr[i] <= 'z')
            return false;
    }
    return end > 1;
}

/* Its labels are text, so CSS takes the browser's away. */
bool html_enter_list(struct html *h, const struct doc_node *n)
{
    const size_t label = longest_label(n);

    html_node(h, counts(n->u.series) ? TAG_OL : TAG_UL, n,
              label > NARROW_LABEL ? "wide" : NULL, NULL);
    if (label >= WORD_LABEL && label <= LONG_LABEL)
        put_label_column(h, label, is_in_capitals(n->u.series));
    return true;
}

bool html_enter_item(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_LI, n, NULL, NULL);
    return true;
}

static bool stands_in_pairs(const struct html *h, const struct doc_node *list)
{
    return list->role == ROLE_FACTS &&
           h->doc->style->house->look.facts == FACTS_TWO;
}

bool html_enter_field_list(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_DL, n,
              n->role == ROLE_FIGURES ? "figures"
              : stands_in_pairs(h, n) ? "facts"
                                      : NULL,
              NULL);
    return true;
}

/* Of blocks, or more characters than half a page has beside a name. */
static bool is_long(const struct doc_node *field)
{
    const struct doc_node *value = field->last;
    size_t characters = 0;

    if (value == NULL)
        return false;
    for (const struct doc_node *n = value->first; n != NULL; n = n->next) {
        if (!doc_kind_is_inline((enum doc_kind)n->kind))
            return true;
        characters += utf8_count(n->text);
    }
    return characters > SHORT_FACT;
}

/* Whether FIELD is across both columns: it is long, or begins a row and what
   follows is. */
static bool is_across(const struct doc_node *field)
{
    bool begins = true; /* a row */

    for (const struct doc_node *n = field->parent->first; n != NULL;
         n = n->next) {
        const bool alone = n->next == NULL || is_long(n->next);
        const bool across = is_long(n) || (begins && alone);

        if (n == field)
            return across;
        begins = across || !begins;
    }
    return false;
}

bool html_enter_field(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_DIV, n,
              stands_in_pairs(h, n->parent) && is_across(n) ? "long" : NULL,
              NULL);
    return true;
}

bool html_enter_field_name(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_DT, n, NULL, NULL);
    return true;
}

bool html_enter_field_value(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_DD, n, NULL, NULL);
    return true;
}

bool html_enter_note(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_P, n, "note", NULL);
    html_attr(&h->tags, "role", STR_LIT("doc-footnote"));
    return true;
}

void html_leave_note(struct html *h, const struct doc_node *n)
{
    html_text(&h->tags, STR_LIT(" "));
    html_open(&h->tags, TAG_A, n);
    html_attr(&h->tags, "class", STR_LIT(HTML_SCREEN));
    html_link_to(h, HTML_MARK, n->id);
    html_attr(&h->tags, "role", STR_LIT("doc-backlink"));
    if (doc_language(n) != NULL)
        html_attr(&h->tags, "lang", str_of(h->doc->lang));
    html_text(&h->tags, h->doc->wording->phrases[PHRASE_NOTE_BACK]);
}

bool html_enter_contents(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_NAV, n, NULL, NULL);
    labelled_by_heading(h, n);
    return true;
}

/* The list is begun by its first item: the heading stands outside it. */
bool html_enter_contents_item(struct html *h, const struct doc_node *n)
{
    if (h->contents != n->parent) {
        html_open(&h->tags, TAG_UL, n->parent);
        h->contents = n->parent;
    }
    html_node(h, TAG_LI, n,
              n->first != NULL && html_has_label(n->first) ? "n" : NULL,
              n->level > 2 ? "deep" : NULL);
    return true;
}

void html_leave_contents(struct html *h, const struct doc_node *n)
{
    if (h->contents != n)
        return;
    html_attachments_item(h);
    html_paper_item(h);
}

bool html_enter_sign_off(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_FOOTER, n, NULL, NULL);
    return true;
}

static const char *rule_class(uint8_t rules)
{
    if ((rules & RULE_SIGN) != 0)
        return "sign";
    switch (rules & (RULE_ABOVE | RULE_BELOW)) {
    case RULE_ABOVE: return "above";
    case RULE_BELOW: return "below";
    case RULE_ABOVE | RULE_BELOW: return "above below";
    default: return NULL;
    }
}

bool html_enter_sides(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_DIV, n, "sides", rule_class(n->level));
    return true;
}

bool html_enter_fold(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_DETAILS, n, NULL, NULL);
    return true;
}

/* What stands beside something else; what is empty is not there. */
static bool enter_side(struct html *h, const struct doc_node *n)
{
    const struct doc_node *sides = n->parent;

    if (n->first == NULL)
        return false;
    html_node(h, TAG_P, n, n == sides->last ? "end" : NULL,
              n != sides->first && n != sides->last ? "centre" : NULL);
    return true;
}

/* A number hangs beside its heading where the paragraphs' numbers do. */
bool html_enter_heading(struct html *h, const struct doc_node *n)
{
    const enum html_tag tag = (enum html_tag)(TAG_H1 + n->level - 1);
    const bool hangs = html_has_label(n) && n->parent == h->numbered;

    html_node(h, tag, n, hangs ? "n" : NULL, NULL);
    h->heading = html_give_id(h, n);
    return true;
}

static const char *role_class(uint8_t role)
{
    switch (role) {
    case ROLE_COUNCIL: return "council";
    case ROLE_ADDRESSEE: return "addressee";
    case ROLE_MARKING: return "marking";
    case ROLE_SUBTITLE: return "subtitle";
    case ROLE_CLOSING: return "closing";
    case ROLE_LEAD: return "lead";
    case ROLE_REASON: return "reason";
    case ROLE_FOOT: return "foot";
    default: return NULL;
    }
}

bool html_enter_paragraph(struct html *h, const struct doc_node *n)
{
    if (n->parent->kind == DOC_SIDES)
        return enter_side(h, n);
    if (n->parent->kind == DOC_FOLD && n == n->parent->first) {
        html_node(h, TAG_SUMMARY, n, NULL, NULL);
        h->caption = html_give_id(h, n);
        return true;
    }
    html_node(h, TAG_P, n, html_has_label(n) ? "n" : NULL, role_class(n->role));
    return true;
}

/* Each line is an element, so that the style sheet can indent what a narrow
   screen moves to a line below. */
bool html_enter_listing(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_PRE, n, NULL, NULL);
    html_open(&h->tags, TAG_CODE, n);
    for (const struct doc_node *line = n->first; line != NULL;
         line = line->next) {
        if (line->kind != DOC_TEXT)
            continue;
        html_open(&h->tags, TAG_SPAN, line);
        html_text(&h->tags, line->text);
        if (line->next != NULL)
            html_text(&h->tags, STR_LIT("\n"));
        html_close(&h->tags, line);
    }
    return false;
}

/* Nothing on a screen; on paper, CSS turns the page after it. */
bool html_enter_page_break(struct html *h, const struct doc_node *n)
{
    html_node(h, TAG_DIV, n, "turn", NULL);
    return false;
}
