#include "core/base/letter_case.h"
#include "generators/chart_data.h"
#include "generators/fault_note.h"
#include "generators/generator_tools.h"
#include "generators/marker_notes.h"
#include "generators/phrases.h"

/* The words around a chart: its title and what stands below it. */

#define TITLE_WORDS_MAX 12

const struct chart_words *chart_words_of(const struct chart_data *c,
                                         const struct doc_node *parent,
                                         enum chart_part part)
{
    for (size_t i = 0; i < c->call->nwords; i++) {
        const struct chart_words *w = &c->call->words[i];

        if (w->part == part &&
            generate_when(c->in, c->d, parent, w->when.text, w->when.at))
            return w;
    }
    return NULL;
}

struct str chart_expanded(const struct chart_data *c,
                          const struct doc_node *parent,
                          const struct chart_words *w)
{
    return w == NULL ? (struct str){NULL, 0}
                     : generate_expand(c->in, c->d, parent, w->words.text,
                                       w->words.at);
}

static size_t count_words(struct str text)
{
    size_t n = 0;

    while (str_trim(text).len > 0)
        n += str_cut_word(&text).len > 0;
    return n;
}

/* Without the notes of its figures, which are nobody's title. */
static size_t count_title(const struct chart_data *c,
                          const struct doc_node *node,
                          const struct chart_words *w)
{
    const struct generator_in unheard = generate_trial(c->in);
    struct expanded_fault *faults;

    return count_words(generate_expand_noted(
        &unheard, c->d, node, w->words.text, w->words.at, &faults));
}

static void prove_title(const struct chart_data *c, const struct doc_node *node,
                        const struct chart_words *w, struct str title)
{
    size_t n = count_words(title);

    if (n > TITLE_WORDS_MAX)
        n = count_title(c, node, w);
    if (n <= TITLE_WORDS_MAX)
        return;
    finding(c->in->findings, FINDING_CHART_TITLE, w->words.at,
            "this title has %zu words, more than %d", n, TITLE_WORDS_MAX);
    finding_hint(c->in->findings,
                 "say what is seen in ten, and what is measured, where and "
                 "when in <subtitle>");
}

/* The headings of what is measured, where nobody says it. */
static struct str measures(const struct chart_data *c)
{
    if (c->call->across == CHART_BY_COLUMNS || c->ny - c->ntargets != 1 ||
        c->type == TYPE_TEXT) /* of a table, whose heads say it */
        return (struct str){NULL, 0};
    return column_heading(c->d->arena, c->in->wording,
                          &c->table->columns[c->y[0]]);
}

static struct str subtitle_of(const struct chart_data *c,
                              const struct doc_node *node)
{
    struct str texts[3];
    size_t n = 0;

    texts[0] =
        chart_expanded(c, node, chart_words_of(c, node, CHART_PART_SUBTITLE));
    if (texts[0].len == 0)
        texts[0] = measures(c);
    n = texts[0].len > 0 ? 1 : 0;
    texts[n] = chart_unit_text(c);
    if (texts[n].len > 0 &&
        (n == 0 || str_find(texts[0], texts[n]) == texts[0].len))
        n++;
    texts[n] = n > 0 ? c->ends : letters_capital(c->d->arena, c->ends);
    n += c->ends.len > 0;
    return phrase_join(c->in, c->d, texts, n, PHRASE_LIST_SEPARATOR,
                       PHRASE_LIST_SEPARATOR);
}

static void add_title(struct chart_data *c, struct doc_node *node)
{
    const struct chart_words *w = chart_words_of(c, node, CHART_PART_TITLE);
    const struct str title = chart_expanded(c, node, w);
    struct doc_node *caption;

    if (title.len == 0) {
        generate_caption(c->in, c->d, node);
        return;
    }
    prove_title(c, node, w, title);
    caption = doc_add(c->d, node, DOC_CAPTION);
    if (caption != NULL) {
        caption->keep_next = true;
        caption->at = w->words.at;
    }
    doc_text(c->d, caption, title);
}

void chart_title(struct chart_data *c, struct doc_node *node)
{
    const struct str subtitle = subtitle_of(c, node);
    const struct chart_words *w = chart_words_of(c, node, CHART_PART_SUBTITLE);
    struct doc_node *caption;
    struct doc_node *span;

    add_title(c, node);
    caption = node->first;
    if (subtitle.len == 0 || caption == NULL)
        return;
    (void)doc_add(c->d, caption, DOC_BREAK);
    span = doc_add(c->d, caption, DOC_SPAN);
    if (span == NULL)
        return;
    span->role = ROLE_SUBTITLE;
    span->at = w != NULL ? w->words.at : caption->at;
    doc_text(c->d, span, subtitle);
}

/* --- below --- */

struct str chart_sentences(const struct chart_data *c, const struct str *texts,
                           size_t n)
{
    struct buf text;

    buf_init(&text, c->d->arena->limit);
    for (size_t i = 0; i < n; i++) {
        if (texts[i].len == 0)
            continue;
        if (buf_view(&text).len > 0)
            buf_char(&text, ' ');
        buf_str(&text, texts[i]);
    }
    return arena_take(c->d->arena, &text);
}

static struct str source_of(struct chart_data *c,
                            const struct doc_node *section,
                            const struct chart_words *w)
{
    const struct placeholder placeholder = {
        "source", inside_sentence(chart_expanded(c, section, w))};

    if (placeholder.value.len == 0 ||
        c->in->wording->phrases[PHRASE_CHART_SOURCE].len == 0)
        return placeholder.value;
    return phrase_fill(c->in, c->d, PHRASE_CHART_SOURCE, &placeholder, 1);
}

/* Whether what is printed of the parts does not add to what is printed of their
   total. */
static bool is_rounded(const struct chart_data *c)
{
    const bool adds = (c->call->draw == CHART_STACK && c->nseries > 1) ||
                      c->call->draw == CHART_WATERFALL;

    for (size_t i = 0; adds && i < (size_t)c->ncategories * c->nseries; i++) {
        if (c->values[i].value % chart_least(c) != 0)
            return true;
    }
    return false;
}

/* What stands in place of figures: the cells', and the picture's own sign for
   one that says nothing. A table says so of what it prints. */
static size_t add_markers(const struct chart_data *c, struct str *texts)
{
    const struct str *phrases = c->in->wording->phrases;
    struct marker_notes notes = {0};
    size_t n = 0;

    for (size_t i = 0; i < (size_t)c->ncategories * c->nseries; i++) {
        const struct chart_value *v = &c->values[i];

        if (v->missing)
            marker_notes_see(
                &notes, c->in->wording,
                v->unknown ? table_cell(c->table, v->row, v->column) : v->cell);
    }
    if (c->gap && !marker_notes_see_text(&notes, c->in->wording,
                                         phrases[PHRASE_CHART_MISSING]))
        texts[n++] = phrases[PHRASE_CHART_MISSING_NOTE];
    if (c->ncategories > 0)
        texts[n++] = marker_notes_text(&notes, c->in, c->d, c->table);
    return n;
}

void chart_foot(struct chart_data *c, struct doc_node *section)
{
    const struct str *phrases = c->in->wording->phrases;
    const size_t most = c->call->nwords + 5;
    struct str *texts = arena_alloc(c->d->arena, most, sizeof(*texts));
    struct doc_node *p;
    struct str all;
    size_t n = 0;

    if (texts == NULL)
        return;
    if (is_rounded(c))
        texts[n++] = phrases[PHRASE_CHART_ROUNDED];
    texts[n] = chart_sums_without(c);
    n += texts[n].len > 0;
    n += add_markers(c, &texts[n]);
    if (c->low)
        texts[n++] = phrases[PHRASE_CHART_LOW_NOTE];
    for (size_t i = 0; i < c->call->nwords; i++) {
        const struct chart_words *w = &c->call->words[i];

        if ((w->part != CHART_PART_NOTE && w->part != CHART_PART_SOURCE) ||
            !generate_when(c->in, c->d, section, w->when.text, w->when.at))
            continue;
        texts[n++] = w->part == CHART_PART_SOURCE
                         ? source_of(c, section, w)
                         : chart_expanded(c, section, w);
    }
    all = chart_sentences(c, texts, n);
    p = all.len > 0 ? doc_paragraph(c->d, section, all) : NULL;
    if (p == NULL)
        return;
    p->role = ROLE_FOOT;
    p->unnumbered = true;
    p->at = c->call->at;
    p->audience = (uint8_t)c->in->data->audience;
}
