#include "figures/expression_evaluation.h"

#include "figures/data_figures.h"
#include "figures/expression_absent.h"

void evaluation_mark(const struct evaluation *ev, const void *thing)
{
    used_mark(ev->scope->used, thing, USE_NAMED);
}

/* From the first to the last of the cells of a column, as they stand in its
   file: rows of a view may be in another order. */
static struct figure_origin origin_of_rows(const struct table *t, size_t column)
{
    struct figure_origin origin = {.next = NULL};

    for (size_t r = 0; r < t->nrows; r++) {
        const struct place at =
            table_cell_place(t, r, column < t->ncolumns ? column : 0);

        if (!row_is_plain(t->row_roles[r]))
            continue;
        if (origin.first.source == NULL || place_compare(at, origin.first) < 0)
            origin.first = at;
        if (origin.last.source == NULL || place_compare(at, origin.last) > 0)
            origin.last = at;
    }
    return origin;
}

static bool is_same_origin(const struct figure_origin *a,
                           const struct figure_origin *b)
{
    return place_compare(a->first, b->first) == 0 &&
           place_compare(a->last, b->last) == 0;
}

void evaluation_read(const struct evaluation *ev, const struct figure *f)
{
    struct figure_origin origin = {.first = f->at};
    struct figure_origin **end = ev->origins;

    if (end == NULL || f->type == FIGURE_NONE)
        return;
    if (f->of_rows != NULL)
        origin = origin_of_rows(f->of_rows, f->of_column);
    if (origin.first.source == NULL)
        return;
    while (*end != NULL && !is_same_origin(*end, &origin))
        end = &(*end)->next;
    if (*end == NULL)
        *end = arena_alloc(ev->arena, 1, sizeof(origin));
    if (*end != NULL)
        **end = (struct figure_origin){(*end)->next, origin.first, origin.last};
}

struct place evaluation_place(const struct evaluation *ev, size_t offset)
{
    return expression_place(ev->expression, offset);
}

const struct wording *evaluation_wording(const struct evaluation *ev)
{
    return ev->scope->wording != NULL
               ? ev->scope->wording
               : ev->scope->figures->template_used->wording;
}

bool evaluation_lacks_data(const struct evaluation *ev, struct str id)
{
    const bool absent = absent_data(ev->scope, id);

    *ev->absent |= absent;
    return absent;
}

bool evaluation_lacks_column(const struct evaluation *ev, const struct table *t,
                             struct str id)
{
    const bool absent = absent_column(ev->scope, t, id);

    *ev->absent |= absent;
    return absent;
}
