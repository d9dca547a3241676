#include "figures/check_names.h"
#include "figures/expression.h"
#include "figures/figure.h"

struct str cell_name(const struct checks *c, size_t row, size_t column)
{
    char name[SOURCE_CELL_SIZE];

    place_cell_name(table_cell_place(c->table, row, column), name);
    return arena_str(c->arena, str_of(name));
}

struct str span_name(const struct checks *c, const struct sum *s)
{
    const struct str first = cell_name(c, s->first.row, s->first.column);
    const struct str last = cell_name(c, s->last.row, s->last.column);

    if (str_eq(first, last))
        return first;
    return arena_printf(c->arena,
                        c->table->spots == NULL ? "%.*s:%.*s" : "%.*s to %.*s",
                        STR_ARG(first), STR_ARG(last));
}

struct str column_name(const struct checks *c, size_t column)
{
    const struct column *col = &c->table->columns[column];

    if (col->heading.len == 0 && col->kind != NULL)
        return name_cut(col->kind->title);
    return name_cut(col->heading);
}

struct str comparison_name(const struct checks *c,
                           const struct comparison *comparison)
{
    const struct str row = row_name(c->table, comparison->row);
    const struct str column = column_name(c, comparison->column);

    if (row.len == 0)
        return column;
    return arena_printf(c->arena, "%.*s, %.*s", STR_ARG(row), STR_ARG(column));
}

struct str value_text(const struct checks *c, size_t column,
                      struct decimal value)
{
    const struct kind_column *kind = c->table->columns[column].kind;
    const struct figure f = {
        .type = figure_type_of(kind == NULL ? TYPE_TEXT : kind->type),
        .number = value};

    return figure_text(c->arena, &f, c->wording);
}
