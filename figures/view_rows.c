#include "core/model/table_origins.h"
#include "figures/view_parts.h"

#define NO_ROW UINT32_MAX

/* Rows of a file that row ROW of the data was made of: *FIRST and those after
   it; their number. */
static uint32_t rows_of_data(const struct view_making *m, const uint32_t *row,
                             const uint32_t **first)
{
    const struct table_origins *o = m->of->table->origins;

    *first = o == NULL ? row : &o->rows[o->starts[*row]];
    return o == NULL ? 1 : o->starts[*row + 1] - o->starts[*row];
}

/* Of each row of `last`, that of the view which it is or is part of. */
static uint32_t *rows_of_view(const struct view_making *m)
{
    const size_t n = m->last->table.nrows;
    uint32_t *to = arena_alloc(m->arena, n, sizeof(*to));

    for (size_t i = 0; to != NULL && i < n; i++)
        to[i] = NO_ROW;
    for (size_t i = 0; to != NULL && i < m->norder + m->nrest; i++)
        to[m->order[i]] = (uint32_t)(i < m->norder ? i : m->norder);
    return to;
}

static uint32_t row_of_chosen(const struct view_making *m, const uint32_t *to,
                              size_t i)
{
    return to[m->last == &m->grouped ? m->group_of[i] : m->chosen[i]];
}

/* COLUMNS of the data as those of the file. */
static const uint32_t *columns_of_file(const struct view_making *m,
                                       const uint32_t *columns, size_t n)
{
    const struct table_origins *o = m->of->table->origins;
    uint32_t *made = o == NULL ? NULL : arena_alloc(m->arena, n, sizeof(*made));

    for (size_t i = 0; made != NULL && i < n; i++)
        made[i] = columns[i] == 0 ? 0 : o->columns[columns[i] - 1];
    return o == NULL ? columns : made;
}

/* Where the rows of each row begin: counted one too far, so that who fills them
   in leaves each where it belongs. */
static uint32_t *count_rows(const struct view_making *m, const uint32_t *to,
                            size_t nrows)
{
    uint32_t *starts = arena_alloc(m->arena, nrows + 2, sizeof(*starts));
    const uint32_t *first;

    for (size_t i = 0; starts != NULL && i < m->nchosen; i++) {
        const uint32_t row = row_of_chosen(m, to, i);

        if (row != NO_ROW)
            starts[row + 2] += rows_of_data(m, &m->chosen[i], &first);
    }
    for (size_t i = 2; starts != NULL && i < nrows + 2; i++)
        starts[i] += starts[i - 1];
    return starts;
}

static uint32_t *list_rows(const struct view_making *m, const uint32_t *to,
                           uint32_t *starts, size_t nrows)
{
    uint32_t *rows = arena_alloc(m->arena, starts[nrows + 1], sizeof(*rows));

    for (size_t i = 0; rows != NULL && i < m->nchosen; i++) {
        const uint32_t row = row_of_chosen(m, to, i);
        const uint32_t *first;
        uint32_t n;

        if (row == NO_ROW)
            continue;
        n = rows_of_data(m, &m->chosen[i], &first);
        while (n-- > 0)
            rows[starts[row + 1]++] = *first++;
    }
    return rows;
}

const struct table_origins *view_rows(struct view_making *m,
                                      const uint32_t *columns, size_t ncolumns)
{
    const struct table *given = m->of->table;
    const size_t nrows = m->norder + (m->nrest > 0);
    struct table_origins *o;
    uint32_t *starts;
    uint32_t *to;

    if (m->last == &m->wide && m->nrest == 0 && given->origins == NULL)
        return NULL;
    to = rows_of_view(m);
    starts = to == NULL ? NULL : count_rows(m, to, nrows);
    o = arena_alloc(m->arena, 1, sizeof(*o));
    if (starts == NULL || o == NULL)
        return NULL;
    o->of = given->origins == NULL ? given : given->origins->of;
    o->columns = columns_of_file(m, columns, ncolumns);
    o->rows = list_rows(m, to, starts, nrows);
    o->starts = starts;
    return o;
}
