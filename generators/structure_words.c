#include "generators/structure_parts.h"

#include "generators/cell.h"
#include "generators/phrases.h"

struct str structure_words_at(const struct structure_forest *f, size_t row,
                              size_t column)
{
    return column < f->table->ncolumns
               ? generate_cell_words(f->in, f->d, f->table, row, column)
               : (struct str){NULL, 0};
}

struct str structure_alternative(const struct structure_forest *f)
{
    struct arena *a = f->d->arena;
    struct str *tops = arena_alloc(a, f->table->nrows, sizeof(*tops));
    struct placeholder placeholders[] = {
        {"count", arena_printf(a, "%u", (unsigned)f->nboxes)},
        {"tops", {NULL, 0}},
    };
    size_t n = 0;

    if (tops == NULL)
        return (struct str){NULL, 0};
    for (size_t r = f->first; r != STRUCTURE_NOBODY; r = f->beside[r])
        tops[n++] = structure_words_at(f, r, f->name);
    placeholders[1].value = phrase_join(
        f->in, f->d, tops, n, PHRASE_LIST_SEPARATOR, PHRASE_LIST_LAST);
    return phrase_fill(f->in, f->d, PHRASE_STRUCTURE_ALT, placeholders, 2);
}

/* A box as words: what it is, and what else is said of it. */
struct str structure_box_text(const struct structure_forest *f,
                              const struct picture_box *b, enum phrase phrase)
{
    const struct placeholder placeholders[] = {
        {"name", b->name},
        {"role", b->role},
    };

    if (b->role.len == 0)
        return b->name;
    return phrase_fill(f->in, f->d, phrase, placeholders, 2);
}

/* The boxes that belong to PARENT, as words. */
static struct str boxes_below(const struct structure_forest *f, uint32_t parent)
{
    struct str *texts = arena_alloc(f->d->arena, f->nboxes, sizeof(*texts));
    size_t n = 0;

    for (uint32_t i = 0; texts != NULL && i < f->nboxes; i++) {
        if (f->boxes[i].parent == parent)
            texts[n++] = structure_box_text(f, &f->boxes[i], PHRASE_ALT_BOX);
    }
    return phrase_join(f->in, f->d, texts, n, PHRASE_ALT_SEPARATOR,
                       PHRASE_ALT_SEPARATOR);
}

/* Whether the wording can say all that the picture shows. */
bool structure_has_words(const struct structure_forest *f)
{
    const struct str *phrases = f->in->wording->phrases;

    return phrases[PHRASE_ALT_BOXES].len > 0 &&
           phrases[PHRASE_ALT_BELOW].len > 0 && phrases[PHRASE_ALT_BOX].len > 0;
}

/* All boxes, and which belong to which, in the order in which they are read. */
struct str structure_in_words(const struct structure_forest *f)
{
    struct placeholder top[] = {
        {"count", arena_printf(f->d->arena, "%u", (unsigned)f->nboxes)},
        {"boxes", boxes_below(f, PICTURE_NO_PARENT)},
    };
    struct buf text;

    buf_init(&text, f->d->arena->limit);
    buf_str(&text, phrase_fill(f->in, f->d, PHRASE_ALT_BOXES, top, 2));
    for (uint32_t i = 0; i < f->nboxes; i++) {
        const struct placeholder below[] = {
            {"name", f->boxes[i].name},
            {"boxes", boxes_below(f, i)},
        };

        if (below[1].value.len == 0)
            continue;
        buf_char(&text, ' ');
        buf_str(&text, phrase_fill(f->in, f->d, PHRASE_ALT_BELOW, below, 2));
    }
    return arena_take(f->d->arena, &text);
}
