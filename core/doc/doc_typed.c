#include "core/base/ascii.h"
#include "core/base/list.h"
#include "core/base/name_map.h"
#include "core/base/utf8.h"
#include "core/doc/doc.h"

#define DIGITS_MAX 3   /* of a part of a number: years have more */
#define WORDS_SHOWN 60 /* bytes, of what has the number */

/* 3, 4.3, 12.1.2: its length; 0: S begins with none. */
static size_t number_length(struct str s, size_t *parts)
{
    size_t end = 0;

    *parts = 0;
    for (;;) {
        const size_t begin = end;

        while (is_digit_at(s, end))
            end++;
        if (end == begin || end - begin > DIGITS_MAX)
            return 0;
        ++*parts;
        if (end + 1 >= s.len || s.ptr[end] != '.' || !is_digit_at(s, end + 1))
            return end;
        end++;
    }
}

/* --- numbers before words that have one --- */

/* (a), (3), (3.2): its length; 0: S begins with none. */
static size_t bracketed_length(struct str s, size_t *parts)
{
    const struct str inner = str_from(s, 1);
    size_t n;

    if (!str_starts(s, STR_LIT("(")))
        return 0;
    n = number_length(inner, parts);
    if (n == 0 && inner.len > 0 && is_ascii_letter(inner.ptr[0])) {
        *parts = 1;
        n = 1;
    }
    return n > 0 && n < inner.len && inner.ptr[n] == ')' ? n + 2 : 0;
}

/* Behind the space of any kind, and a dash, at the head of S; empty: there is
   no space. */
static struct str behind_space(struct str s)
{
    const struct str rest = str_trim(s);

    if (rest.len == s.len || (s.len > 0 && rest.ptr == s.ptr))
        return (struct str){NULL, 0};
    if (str_starts(rest, STR_LIT("–")) || str_starts(rest, STR_LIT("—")))
        return str_trim(str_from(rest, 3));
    if (str_starts(rest, STR_LIT("- ")) || str_starts(rest, STR_LIT(": ")))
        return str_trim(str_from(rest, 2));
    return rest;
}

/* 3.2 Finance; 3. Finance; 3) Finance; 3.2 – Finance; (a) Finance. A small
   letter follows a quantity. */
static size_t typed_before_words(struct str s, size_t *parts)
{
    size_t behind = bracketed_length(s, parts);
    struct str words;

    if (behind == 0) {
        behind = number_length(s, parts);
        if (behind == 0)
            return 0;
        if (behind < s.len && (s.ptr[behind] == '.' || s.ptr[behind] == ')'))
            behind++;
        else if (*parts == 1)
            return 0;
    }
    words = behind_space(str_from(s, behind));
    return words.len > 0 && words.ptr[0] >= 'A' && words.ptr[0] <= 'Z' ? behind
                                                                       : 0;
}

static void see_numbered(const struct doc_node *block, struct findings *f)
{
    const struct doc_node *label = block->first;
    const struct doc_node *text;
    const struct source *source;
    size_t length;
    size_t parts;

    if (label == NULL || label->kind != DOC_LABEL || label->text.len == 0)
        return;
    text = label->next;
    if (text == NULL || text->kind != DOC_TEXT)
        return;
    source = doc_place(text).source;
    length = typed_before_words(text->text, &parts);
    if (length == 0)
        return;
    if (parts == 1 && block->kind == DOC_PARAGRAPH && source != NULL &&
        source->kind == SOURCE_WORD)
        return; /* the mark of a list: its reader says so */
    finding(f, FINDING_TYPED_NUMBER, doc_place(text),
            "`%.*s` is typed before words that are numbered `%.*s`: both are "
            "printed",
            STR_ARG(str_to(text->text, length)), STR_ARG(label->text));
    finding_hint(f, "take the typed number away; what refers to it can be a "
                    "`ref`, which follows");
}

void doc_typed_numbers(const struct doc *d, struct findings *f)
{
    struct doc_walk walk = doc_walk(d->root);

    while (doc_walk_next(&walk)) {
        if (walk.entering && (walk.node->kind == DOC_HEADING ||
                              walk.node->kind == DOC_PARAGRAPH))
            see_numbered(walk.node, f);
    }
}

/* --- references --- */

struct typed_numbers {
    struct source_cursor cursor; /* where the last mention is */
    const struct doc *d;
    struct findings *findings;
    struct name_map map; /* number to 1 + index */
    struct list bearers; /* const struct doc_node *: what has a number */
};

/* The digits of a label: 4.3 of `4.3`, `4.3.` and `Section 4.3`. */
static struct str label_number(struct str label)
{
    size_t from = 0;
    size_t parts;

    while (from < label.len && !is_digit_at(label, from))
        from++;
    label = str_from(label, from);
    return str_to(label, number_length(label, &parts));
}

static void see_label(struct typed_numbers *n, const struct doc_node *label)
{
    const struct str number = label_number(label->text);
    const struct doc_node **kept;

    if (number.len == 0 || (label->parent->kind != DOC_HEADING &&
                            label->parent->kind != DOC_PARAGRAPH))
        return;
    kept = list_add(&n->bearers);
    if (kept == NULL)
        return;
    *kept = label->parent;
    name_map_add(&n->map, number, (uint32_t)n->bearers.count);
}

/* END without the space before it, which may be U+00A0. */
static size_t before_space(struct str text, size_t end)
{
    if (end > 0 && text.ptr[end - 1] == ' ')
        return end - 1;
    if (end > 1 && text.ptr[end - 2] == '\xC2' && text.ptr[end - 1] == '\xA0')
        return end - 2;
    return end;
}

static struct str word_before(struct str text, size_t at)
{
    const size_t end = before_space(text, at);
    size_t begin = end;

    while (begin > 0 && is_letter_at(text, begin - 1) &&
           (text.ptr[begin - 1] & 0x80) == 0)
        begin--;
    return end == at ? (struct str){text.ptr, 0}
                     : str_to(str_from(text, begin), end - begin);
}

/* Its number is another's: paragraph 3 of Schedule 12A. */
static bool is_of_another_text(const struct wording *w, struct str behind)
{
    const struct spellings *words = &w->words[WORD_OF_ANOTHER];

    behind = str_trim(behind);
    for (size_t i = 0; i < words->count; i++) {
        const size_t n = words->forms[i].len;

        if (n <= behind.len && !is_letter_at(behind, n) &&
            str_same_word(str_to(behind, n), words->forms[i]))
            return true;
    }
    return false;
}

/* (b) behind the number; all such. */
static size_t skip_letters(struct str s, size_t i)
{
    while (i + 2 < s.len && s.ptr[i] == '(' && is_letter_at(s, i + 1) &&
           s.ptr[i + 2] == ')')
        i += 3;
    return i;
}

/* What surrounds a reference that is to be listed. */
struct typed_mention {
    struct str word; /* section; empty: none, but (b) follows */
    size_t start;    /* of the number */
    size_t number;   /* its length */
    size_t end;      /* with the letters behind it */
    size_t parts;
};

static bool mention_at(const struct wording *w, struct str text, size_t at,
                       bool goes_on, struct typed_mention *m)
{
    /* Asked first: the rest of a long number is not walked from each part. */
    if (at > 0 && (is_letter_at(text, at - 1) || is_digit_at(text, at - 1) ||
                   text.ptr[at - 1] == '.' || text.ptr[at - 1] == ','))
        return false;
    m->start = at;
    m->number = number_length(str_from(text, at), &m->parts);
    if (m->number == 0)
        return false;
    m->end = skip_letters(text, at + m->number);
    m->word = word_before(text, at);
    if (!wording_has(w, WORD_NUMBERED, m->word))
        m->word.len = 0;
    return (m->word.len > 0 || goes_on ||
            (m->parts > 1 && m->end > at + m->number)) &&
           !is_letter_at(text, m->end) && !is_digit_at(text, m->end) &&
           !is_of_another_text(w, str_from(text, m->end));
}

static struct str beginning(struct str words)
{
    size_t end = words.len < WORDS_SHOWN ? words.len : WORDS_SHOWN;

    while (end < words.len && end > 0 && utf8_continues(words.ptr[end]))
        end--;
    return str_to(words, end);
}

static void say_mention(struct typed_numbers *n, const struct doc_node *node,
                        const struct typed_mention *m)
{
    const struct str text = node->text;
    const struct str number = str_to(str_from(text, m->start), m->number);
    const uint32_t found = name_map_get(&n->map, number);
    const size_t from =
        m->word.len > 0 ? (size_t)(m->word.ptr - text.ptr) : m->start;
    const struct str shown = str_to(str_from(text, from), m->end - from);
    const struct place at =
        source_advance_next(&n->cursor, doc_place(node), text, from);
    struct buf words;

    if (found == 0 && m->parts == 1)
        return; /* section 151 officer */
    if (found == 0) {
        finding(n->findings, FINDING_TYPED_REFERENCE, at,
                "`%.*s` is typed, and nothing in this report has that number",
                STR_ARG(shown));
        return;
    }
    buf_init(&words, n->d->arena->limit);
    doc_plain_text(((const struct doc_node **)n->bearers.items)[found - 1],
                   &words);
    finding(n->findings, FINDING_TYPED_REFERENCE, at,
            "`%.*s` is typed, and stays when numbers move; it is now `%.*s`",
            STR_ARG(shown), STR_ARG(beginning(buf_view(&words))));
    buf_free(&words);
}

static void see_text(struct typed_numbers *n, const struct doc_node *node)
{
    const struct wording *w = n->d->wording;
    bool goes_on = false; /* sections 3 and 4 */

    for (size_t i = 0; i < node->text.len;) {
        struct typed_mention m;

        if (!is_digit_at(node->text, i)) {
            i++;
            continue;
        }
        goes_on =
            goes_on && (wording_has(w, WORD_ALSO, word_before(node->text, i)) ||
                        wording_has(w, WORD_RANGE, word_before(node->text, i)));
        goes_on = mention_at(w, node->text, i, goes_on, &m);
        if (goes_on)
            say_mention(n, node, &m);
        i = goes_on ? m.end : i + 1;
        while (!goes_on && is_digit_at(node->text, i))
            i++;
    }
}

/* What an author wrote in running text. */
static bool is_passed_over(const struct doc_node *node)
{
    switch (node->kind) {
    case DOC_TABLE:
    case DOC_RUNNING:
    case DOC_CONTENTS:
    case DOC_REFERENCE:
    case DOC_LINK:
    case DOC_LABEL:
    case DOC_CODE:
    case DOC_LISTING: return true;
    default: return false;
    }
}

void doc_typed_references(const struct doc *d, struct findings *f)
{
    struct typed_numbers n = {
        .d = d,
        .findings = f,
        .bearers = list_of(d->arena, sizeof(const struct doc_node *)),
    };
    struct doc_walk walk = doc_walk(d->root);

    if (d->wording == NULL)
        return;
    name_map_init(&n.map, d->arena, (uint64_t)(uintptr_t)d->arena);
    while (doc_walk_next(&walk)) {
        if (walk.entering && walk.node->kind == DOC_LABEL)
            see_label(&n, walk.node);
    }
    for (walk = doc_walk(d->root); doc_walk_next(&walk);) {
        if (walk.entering && is_passed_over(walk.node))
            doc_walk_skip(&walk);
        else if (walk.entering && walk.node->kind == DOC_TEXT)
            see_text(&n, walk.node);
    }
}
