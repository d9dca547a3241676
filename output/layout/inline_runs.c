#include "core/doc/cell_drawing.h"
#include "output/layout/layout_parts.h"

#include <string.h>

/* Inlines as text, and what each part of it looks like. */

#define MARK_SIZE 650 /* thousandths of the text's: a raised mark */
#define MARK_RISE 350 /* thousandths of the text's size */
#define BETWEEN_SPACES 5
#define WORD_JOINER "\xE2\x81\xA0"

/* What the inlines around the one at hand make of its text. */
struct inline_context {
    const struct text_style *style;
    int bold, italic, link, mark, second, code, between, hanging;
    const char *target; /* of the note mark */
};

static void add_bytes(struct layout_parts *m, const char *bytes, size_t len)
{
    struct scratch *s = &m->scratch;

    if (!scratch_room(m, (void **)&s->text, &s->text_capacity, s->len + len, 1))
        return;
    memcpy(s->text + s->len, bytes, len);
    s->len += len;
}

static void add_space(struct layout_parts *m)
{
    const struct scratch *s = &m->scratch;

    if (s->len > 0 && s->text[s->len - 1] != ' ' && s->text[s->len - 1] != '\n')
        add_bytes(m, " ", 1);
}

static void add_break(struct layout_parts *m)
{
    struct scratch *s = &m->scratch;

    if (s->len > 0 && s->text[s->len - 1] == ' ')
        s->text[s->len - 1] = '\n';
    else if (s->len > 0 && s->text[s->len - 1] != '\n')
        add_bytes(m, "\n", 1);
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

/* One space, however many there were, and none at the beginning. */
static void add_text(struct layout_parts *m, struct str text)
{
    struct scratch *s = &m->scratch;
    char last = '\n'; /* so that no space begins it */
    char *to;

    if (!scratch_room(m, (void **)&s->text, &s->text_capacity,
                      s->len + text.len, 1))
        return;
    to = s->text + s->len;
    if (s->len > 0)
        last = to[-1];
    for (size_t i = 0; i < text.len; i++) {
        const char c = is_space(text.ptr[i]) ? ' ' : text.ptr[i];

        if (c == ' ' && (last == ' ' || last == '\n'))
            continue;
        *to++ = c;
        last = c;
    }
    s->len = (size_t)(to - s->text);
}

/* Of a listing's line, every space. */
static void add_typed(struct layout_parts *m, struct str text, bool listing)
{
    if (listing)
        add_bytes(m, text.ptr, text.len);
    else
        add_text(m, text);
}

static struct run *add_run(struct layout_parts *m, const struct doc_node *src,
                           const struct inline_context *now)
{
    struct scratch *s = &m->scratch;
    const struct text_style *style = now->style;
    struct run *run;
    uint8_t face = style->face;
    uint32_t colour = style->colour;

    if (!scratch_room(m, (void **)&s->runs, &s->runs_capacity, s->nruns + 1,
                      sizeof(*s->runs)))
        return NULL;
    if (now->second > 0)
        face &= (uint8_t)~FACE_BOLD;
    if (now->bold > 0)
        face |= FACE_BOLD;
    if (now->bold > 0 && m->running_page > 0)
        colour = m->style->house->colours.text;
    if (now->italic > 0)
        face |= FACE_ITALIC;
    if (now->code > 0)
        face = FACE_CODE;
    run = &s->runs[s->nruns++];
    *run = (struct run){.src = src,
                        .start = s->len,
                        .size = style->size,
                        .colour = colour,
                        .face = face};
    if (now->mark > 0) {
        run->size = (int32_t)((int64_t)style->size * MARK_SIZE / 1000);
        run->rise = (int32_t)((int64_t)style->size * MARK_RISE / 1000);
        run->mark = now->target;
    }
    if (now->second > 0) {
        run->colour = m->style->house->colours.secondary;
        if (run->size > m->sizes->table)
            run->size = m->sizes->table;
    }
    if (now->link > 0) {
        if (!m->plain_links)
            run->colour = m->style->house->colours.link;
        run->underline = true;
    }
    run->hanging = now->hanging > 0;
    run->space =
        font_width(shaped_advance(shape_space(m->shaper, face)), run->size) *
        (now->between > 0 ? BETWEEN_SPACES : 1);
    return run;
}

/* A page number: known in running matter, room for it elsewhere. */
static void add_number(struct layout_parts *m, const struct doc_node *node,
                       const struct inline_context *now)
{
    struct run *run = add_run(m, node, now);
    uint32_t number = m->running_page;
    char digits[12];
    size_t at = sizeof(digits);

    if (run == NULL)
        return;
    if (number == 0) {
        run->number = true;
        add_bytes(m, "0", 1);
        return;
    }
    if (node->kind == DOC_PAGE_COUNT)
        number = m->layout->npages + m->doc->pages_before;
    do {
        digits[--at] = (char)('0' + number % 10);
        number /= 10;
    } while (number > 0);
    add_bytes(m, digits + at, sizeof(digits) - at);
}

/* Before a word of a key, from which no line parts it. */
static void add_sample(struct layout_parts *m, const struct doc_node *node,
                       const struct inline_context *now)
{
    struct run *run = add_run(m, node, now);

    if (run == NULL)
        return;
    run->sample = true;
    add_bytes(m, WORD_JOINER, sizeof(WORD_JOINER) - 1);
}

static void change_context(struct inline_context *now, const struct doc_node *n,
                           bool entering)
{
    const int step = entering ? 1 : -1;

    if (n->kind == DOC_STRONG)
        now->bold += step;
    else if (n->kind == DOC_EMPHASIS)
        now->italic += step;
    else if (n->kind == DOC_CODE)
        now->code += step;
    else if (n->kind == DOC_SPAN && n->role == ROLE_SUBTITLE)
        now->second += step;
    else if (n->kind == DOC_SPAN && n->role == ROLE_BETWEEN)
        now->between += step;
    else if (n->kind == DOC_SPAN && n->role == ROLE_HANGING)
        now->hanging += step;
    else if (n->kind == DOC_LINK)
        now->link += step;
    else if (n->kind == DOC_NOTE_MARK)
        now->mark += step;
    if (n->kind == DOC_NOTE_MARK && entering)
        now->target = n->u.target;
}

void inline_runs(struct layout_parts *m, const struct doc_node *node,
                 const struct text_style *style, bool skip_label)
{
    struct inline_context now = {.style = style};
    struct doc_walk w = doc_walk(node);

    m->scratch.len = 0;
    m->scratch.nruns = 0;
    while (doc_walk_next(&w)) {
        const struct doc_node *n = w.node;

        change_context(&now, n, w.entering);
        if (w.entering && n != node &&
            (n->medium == MEDIUM_SCREEN || !doc_kind_is_inline(n->kind) ||
             (skip_label && n->kind == DOC_LABEL && n == node->first))) {
            doc_walk_skip(&w);
        } else if (n->kind == DOC_LABEL && !w.entering && now.mark == 0) {
            add_space(m); /* apart from the words after it */
        } else if (doc_is_text(n) && w.entering) {
            if (add_run(m, n, &now) != NULL)
                add_typed(m, n->text, style->listing);
        } else if (n->kind == DOC_BREAK && w.entering) {
            add_break(m);
        } else if ((n->kind == DOC_PAGE_NUMBER || n->kind == DOC_PAGE_COUNT) &&
                   w.entering) {
            add_number(m, n, &now);
        } else if (n->kind == DOC_DRAWING && w.entering &&
                   cell_drawing_is_sample(n)) {
            add_sample(m, n, &now);
        }
    }
}
