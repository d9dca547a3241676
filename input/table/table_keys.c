#include "core/base/mem.h"
#include "input/table/table_parts.h"

#include <stdlib.h>

/* A key, and the group in which it must be the only one. */
struct key {
    struct str group;
    struct str key;
    size_t row;
};

static int compare_keys(const void *a, const void *b)
{
    const struct key *x = a;
    const struct key *y = b;
    int order = str_cmp(x->group, y->group);

    if (order == 0)
        order = str_cmp(x->key, y->key);
    return order != 0 ? order : (x->row > y->row) - (x->row < y->row);
}

static size_t list_keys(const struct table *t, size_t column, struct key *keys)
{
    const size_t group_column = table_column_of_role(t, COLUMN_GROUP);
    struct str group = {NULL, 0};
    size_t n = 0;

    for (size_t row = 0; row < t->nrows; row++) {
        const struct str key = cell_as_typed(table_cell(t, row, column));

        if (group_column < t->ncolumns &&
            table_cell(t, row, group_column)->len > 0)
            group = cell_as_typed(table_cell(t, row, group_column));
        if (t->row_roles[row] == ROW_ENTRY && key.len > 0)
            keys[n++] = (struct key){group, key, row};
    }
    return n;
}

enum status table_check_keys(const struct table *t, struct findings *findings)
{
    const size_t column = table_column_of_role(t, COLUMN_KEY);
    struct key *keys;
    size_t nkeys;
    size_t first = 0;

    if (column == t->ncolumns || t->nrows == 0)
        return ST_OK;
    keys = mem_alloc(t->nrows * sizeof(*keys)); /* nrows < FILE_SIZE_MAX */
    if (keys == NULL)
        return ST_NOMEM;
    nkeys = list_keys(t, column, keys);
    qsort(keys, nkeys, sizeof(*keys), compare_keys);
    for (size_t i = 1; i < nkeys; i++) {
        char name[SOURCE_CELL_SIZE];

        if (!str_eq(keys[i].group, keys[first].group) ||
            !str_eq(keys[i].key, keys[first].key)) {
            first = i;
            continue;
        }
        place_cell_name(table_cell_place(t, keys[first].row, column), name);
        finding(findings, FINDING_DUPLICATE_ID,
                table_cell_place(t, keys[i].row, column),
                "`%.*s` is the key of an earlier row, too",
                STR_ARG(keys[i].key));
        finding_hint(findings, "the other is in cell %s", name);
    }
    mem_free(keys);
    return ST_OK;
}
