/*
 * Groups whose own row stands above theirs and has their sums: `People` in the
 * column of groups, above its services. Read as a row it would be counted with
 * what it is the sum of.
 */
#include "input/table/row_sums.h"

/* Whether a column beside that of groups says what ROW is. */
static bool has_name(const struct table_reading *r, size_t row)
{
    for (size_t i = 0; i < r->nnaming; i++) {
        if (r->naming[i] != r->group_column &&
            table_text(r, row, r->naming[i]).len > 0)
            return true;
    }
    return false;
}

/* A row of figures that names its group and nothing in it. */
static bool may_be_head(const struct table_reading *r, size_t row)
{
    return r->roles[row] == ROW_ENTRY && r->lines[row] == 0 &&
           table_text(r, row, r->group_column).len > 0 && !has_name(r, row);
}

/* Whether ROW is one of the group of HEAD: it has a name, and no other group.
 */
static bool is_of(const struct table_reading *r, size_t row, size_t head)
{
    const struct str group = table_text(r, row, r->group_column);

    return r->roles[row] == ROW_ENTRY && has_name(r, row) &&
           (group.len == 0 ||
            str_eq(group, table_text(r, head, r->group_column)));
}

static bool is_head(const struct table_reading *r, size_t row,
                    struct row_sums *sums)
{
    row_sums_clear(r, sums);
    for (size_t i = row + 1; i < r->nrows && is_of(r, i, row); i++)
        row_sums_add(r, sums, i);
    if (sums->rows == 0)
        return false;
    return likeness_is_sum(row_sums_compare(r, sums, row));
}

void group_heads_settle(struct table_reading *r)
{
    struct row_sums sums = row_sums_begin(r);
    struct named_rows heads = {0};
    struct str more = {NULL, 0};

    if (r->group_column == r->columns.count || sums.of_column == NULL)
        return;
    for (size_t row = 0; row < r->nrows; row++) {
        if (!may_be_head(r, row) || !is_head(r, row, &sums))
            continue;
        r->roles[row] = ROW_GROUP_TITLE;
        if (heads.count++ == 0)
            heads = (struct named_rows){1, row,
                                        table_text(r, row, r->group_column)};
    }
    if (heads.count == 0)
        return;
    if (heads.count > 1)
        more = arena_printf(r->arena, "; %zu rows are so", heads.count);
    finding(r->findings, FINDING_ASSUMED, table_row_place(r, heads.row),
            "`%.*s` is in no sum and no count: it names its group, and is the "
            "sum of its rows below it%.*s",
            STR_ARG(cell_shown(heads.label)), STR_ARG(more));
    finding_hint(r->findings, "a row of its own has a name beside its group");
}
