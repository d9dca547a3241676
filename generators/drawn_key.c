#include "generators/drawn_column.h"

#include "core/base/letter_case.h"
#include "generators/drawn_parts.h"

/* The key of a column: a sample of each mark, and what it means. */

#define ARROW_WIDTH 700000 /* without the tip that a page adds to it */

/* Along its whole width, or in its middle. */
static struct cell_mark mark_of(const struct key_entry *entry)
{
    struct cell_mark m = {.shape = entry->shape, .tone = entry->tone};

    switch ((enum cell_shape)entry->shape) {
    case SHAPE_DIAMOND:
    case SHAPE_DIAMOND_HOLLOW:
    case SHAPE_TICK:
    case SHAPE_AS_AT:
        m.from = CELL_DRAWING_WIDTH / 2;
        m.to = m.from;
        break;
    case SHAPE_ARROW_HOLLOW: m.to = ARROW_WIDTH; break;
    default: m.to = CELL_DRAWING_WIDTH; break;
    }
    return m;
}

static void add_sample(const struct drawn_column *c, struct doc_node *p,
                       const struct key_entry *entry)
{
    struct cell_drawing *drawing =
        arena_alloc(c->d->arena, 1, sizeof(*drawing));
    struct cell_mark *mark =
        drawing == NULL ? NULL : drawn_marks(c, drawing, 1);
    struct doc_node *n = mark == NULL ? NULL : doc_add(c->d, p, DOC_DRAWING);

    if (n == NULL)
        return;
    *mark = mark_of(entry);
    n->u.drawing = drawing;
    n->at = c->in->data->at;
}

static void add_between(const struct drawn_column *c, struct doc_node *p)
{
    struct doc_node *span = doc_add(c->d, p, DOC_SPAN);

    if (span == NULL)
        return;
    span->role = ROLE_BETWEEN;
    doc_text(c->d, span, c->in->wording->phrases[PHRASE_ALT_SEPARATOR]);
}

static void add_entry(const struct drawn_column *c, struct doc_node *p,
                      const struct key_entry *entry)
{
    struct str words = entry->words;
    struct doc_node *span = doc_add(c->d, p, DOC_SPAN);

    if (span == NULL)
        return;
    span->role = ROLE_ENTRY;
    if (entry->shape != SHAPE_MAX)
        add_sample(c, span, entry);
    else if (span == p->first)
        words = letters_capital(c->d->arena, words);
    doc_text(c->d, span, words);
}

struct doc_node *drawn_column_key(const struct drawn_column *c,
                                  struct doc_node *parent)
{
    struct key_entry entries[KEY_ENTRIES];
    const size_t n =
        c == NULL || c->drawer->key == NULL ? 0 : c->drawer->key(c, entries);
    struct doc_node *p = n == 0 ? NULL : doc_add(c->d, parent, DOC_PARAGRAPH);

    for (size_t i = 0; p != NULL && i < n; i++) {
        if (i > 0)
            add_between(c, p);
        add_entry(c, p, &entries[i]);
    }
    return p;
}
