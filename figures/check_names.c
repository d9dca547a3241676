#include "figures/check_names.h"

struct str cell_name(const struct checks *c, size_t row, size_t column)
{
    char name[SOURCE_CELL_SIZE];

    place_cell_name(table_cell_place(c->table, row, column), name);
    return arena_str(c->arena, str_of(name));
}

/* Cells between two that are summed which are in no sum: " without B3". */
static struct str left_out_of(const struct checks *c, const struct sum *s)
{
    struct str out = {NULL, 0};

    if (s->first.column != s->last.column)
        return out;
    for (size_t r = s->first.row; r < s->last.row; r++) {
        if (c->table->row_roles[r] == ROW_MEMO)
            out = arena_printf(c->arena, "%.*s%s%.*s", STR_ARG(out),
                               out.len == 0 ? " without " : ", ",
                               STR_ARG(cell_name(c, r, s->first.column)));
    }
    return out;
}

struct str span_name(const struct checks *c, const struct sum *s)
{
    const struct str first = cell_name(c, s->first.row, s->first.column);
    const struct str last = cell_name(c, s->last.row, s->last.column);
    const struct source *from =
        table_cell_place(c->table, s->first.row, s->first.column).source;
    const struct source *to =
        table_cell_place(c->table, s->last.row, s->last.column).source;

    if (from != to)
        return arena_printf(c->arena, "%.*s of %s to %.*s of %s%.*s",
                            STR_ARG(first), from->name, STR_ARG(last), to->name,
                            STR_ARG(left_out_of(c, s)));
    if (str_eq(first, last))
        return first;
    return arena_printf(
        c->arena,
        c->table->spots == NULL ? "%.*s:%.*s%.*s" : "%.*s to %.*s%.*s",
        STR_ARG(first), STR_ARG(last), STR_ARG(left_out_of(c, s)));
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

struct str far_cell_words(const struct checks *c, const struct table *t,
                          size_t row, size_t column)
{
    const struct column *col = &t->columns[column];
    char name[SOURCE_CELL_SIZE];

    place_cell_name(table_cell_place(t, row, column), name);
    return arena_printf(c->arena, "%.*s (cell %s of %s%s%s) was",
                        STR_ARG(name_cut(col->heading)), name, t->source->name,
                        t->source->sheet == NULL ? "" : ", sheet ",
                        t->source->sheet == NULL ? "" : t->source->sheet);
}

struct str value_text(const struct checks *c, size_t column,
                      struct decimal value)
{
    const struct cell_form form =
        cell_form_of_column(&c->table->columns[column]);
    const struct cell cell = cell_of_decimal(form.type, value);

    return cell_text(c->arena, c->wording, &form, &cell);
}
