#include "core/model/table_origins.h"

bool table_row_is_made(const struct table *t, size_t row)
{
    const struct table_origins *o = t->origins;

    return o != NULL && o->starts[row + 1] - o->starts[row] > 1;
}

struct cell_origins cell_origins_of(const struct table *t, size_t row,
                                    size_t column)
{
    const struct table_origins *o = t->origins;

    return (struct cell_origins){
        .origins = o,
        .column = o->columns[column],
        .next = o->starts[row],
        .end = o->starts[row + 1],
    };
}

/* Of a whole row, its first and its last field. */
static struct place_range range_of_row(const struct cell_origins *c,
                                       uint32_t row)
{
    const struct table *of = c->origins->of;
    struct place_range r;

    if (c->column > 0) {
        r.first = table_cell_place(of, row, c->column - 1);
        r.last = r.first;
        return r;
    }
    r.first = table_cell_place(of, row, 0);
    r.last = r.first;
    for (size_t i = 1; i < of->ncolumns; i++) {
        const struct place at = table_cell_place(of, row, i);

        if (place_compare(at, r.first) < 0)
            r.first = at;
        if (place_compare(at, r.last) > 0)
            r.last = at;
    }
    return r;
}

/* Whether nothing stands between the row of BEFORE and that of AFTER. */
static bool is_next(const struct cell_origins *c, const struct place_range *r,
                    const struct place_range *next)
{
    const uint32_t *rows = &c->origins->rows[c->next];

    return source_has_cells(r->last.source)
               ? r->last.line + 1 == next->first.line
               : rows[-1] + 1 == rows[0];
}

bool cell_origins_next(struct cell_origins *c, struct place_range *range)
{
    const uint32_t *rows = c->origins->rows;

    if (c->next == c->end)
        return false;
    *range = range_of_row(c, rows[c->next++]);
    while (c->next < c->end) {
        const struct place_range next = range_of_row(c, rows[c->next]);

        if (!is_next(c, range, &next))
            break;
        range->last = next.last;
        c->next++;
    }
    return true;
}
