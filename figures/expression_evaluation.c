#include "figures/expression_evaluation.h"

#include "figures/data_figures.h"
#include "figures/expression_absent.h"

void evaluation_mark(const struct evaluation *ev, const void *thing)
{
    used_mark(ev->scope->used, thing, USE_NAMED);
}

/* Makes ORIGIN reach over RANGE, too. */
static void widen(struct figure_origin *origin, struct place_range range)
{
    if (origin->first.source == NULL ||
        place_compare(range.first, origin->first) < 0)
        origin->first = range.first;
    if (origin->last.source == NULL ||
        place_compare(range.last, origin->last) > 0)
        origin->last = range.last;
}

/* From the first to the last of the cells of a column, as they stand in its
   file: rows of a view may be in another order. */
static struct figure_origin origin_of_rows(const struct table *t, size_t column)
{
    struct figure_origin origin = {.next = NULL};

    if (column == t->ncolumns)
        column = 0;
    for (size_t r = 0; r < t->nrows; r++) {
        struct place_range range;

        if (!row_is_plain(t->row_roles[r]))
            continue;
        if (table_row_is_made(t, r)) {
            struct cell_origins cells = cell_origins_of(t, r, column);

            while (cell_origins_next(&cells, &range))
                widen(&origin, range);
        } else {
            range.first = table_cell_place(t, r, column);
            range.last = range.first;
            widen(&origin, range);
        }
    }
    return origin;
}

static struct figure_origin origin_of(const struct figure *f)
{
    if (f->of_table == NULL)
        return (struct figure_origin){.first = f->at};
    return f->of_row < f->of_table->nrows
               ? figure_origin_of_cell(f->of_table, f->of_row, f->of_column)
               : origin_of_rows(f->of_table, f->of_column);
}

static bool is_same_origin(const struct figure_origin *a,
                           const struct figure_origin *b)
{
    return place_compare(a->first, b->first) == 0 &&
           place_compare(a->last, b->last) == 0 && a->table == b->table &&
           a->row == b->row;
}

void evaluation_read(const struct evaluation *ev, const struct figure *f)
{
    struct figure_origin **end = ev->origins;
    struct figure_origin origin;

    if (end == NULL || f->type == FIGURE_NONE)
        return;
    origin = origin_of(f);
    if (origin.first.source == NULL)
        return;
    while (*end != NULL && !is_same_origin(*end, &origin))
        end = &(*end)->next;
    if (*end == NULL)
        *end = arena_alloc(ev->arena, 1, sizeof(origin));
    if (*end == NULL)
        return;
    origin.next = (*end)->next;
    **end = origin;
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
