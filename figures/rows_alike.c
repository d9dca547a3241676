#include "figures/rows_alike.h"
#include "figures/row_index.h"

static uint64_t hash_of(const struct table *t, struct str text)
{
    return str_text_hash(text, table_seed(t));
}

static struct rows_alike *make(struct arena *arena, const struct table *t,
                               size_t column)
{
    struct rows_alike *made = arena_alloc(arena, 1, sizeof(*made));

    if (made == NULL)
        return NULL;
    number_map_init(&made->first, arena);
    made->next = arena_alloc(arena, t->nrows, sizeof(*made->next));
    if (made->next == NULL)
        return NULL;
    for (size_t r = t->nrows; r > 0; r--) {
        const struct cell *cell =
            table_cell(t, table_naming_row(t, r - 1, column), column);
        uint64_t hash;

        if (!row_is_plain(t->row_roles[r - 1]))
            continue;
        hash = hash_of(t, cell_as_typed(cell));
        made->next[r - 1] = number_map_get(&made->first, hash);
        number_map_set(&made->first, hash, (uint32_t)r);
    }
    return made;
}

const struct rows_alike *rows_alike(const struct figures *f,
                                    const struct data *data, size_t column)
{
    struct data_figures *d = &f->data[data - f->report->data];
    const struct table *t = data->table;

    if (t->nrows >= UINT32_MAX)
        return NULL;
    if (d->alike == NULL)
        d->alike = arena_alloc(f->arena, t->ncolumns, sizeof(*d->alike));
    if (d->alike == NULL)
        return NULL;
    if (d->alike[column] == NULL)
        d->alike[column] = make(f->arena, t, column);
    return d->alike[column];
}

static size_t row_of(const struct table *t, uint32_t row)
{
    return row == 0 ? t->nrows : row - 1;
}

size_t rows_alike_first(const struct rows_alike *rows,
                        const struct table *table, struct str text)
{
    return row_of(table, number_map_get(&rows->first, hash_of(table, text)));
}

size_t rows_alike_next(const struct rows_alike *rows, const struct table *table,
                       size_t row)
{
    return row_of(table, rows->next[row]);
}
