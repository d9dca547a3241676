#include "figures/printed_cell.h"
#include "figures/data_figures.h"

struct str printed_cell(const struct figures *f, struct arena *arena,
                        const struct table *t, size_t row, size_t column,
                        struct str words)
{
    const struct data *data;
    struct figure_origin *origin;

    if (f->printed == NULL || words.len == 0 || !table_row_is_made(t, row))
        return words;
    data = figures_data_of(f, t);
    origin = arena_alloc(arena, 1, sizeof(*origin));
    words = arena_str(arena, words);
    if (data == NULL || origin == NULL)
        return words;
    *origin = figure_origin_of_cell(t, row, column);
    printed_figures_add(f->printed,
                        (struct printed_figure){.words = words,
                                                .given_by = str_of(data->file),
                                                .origins = origin});
    return words;
}

struct place printed_cell_place(const struct figures *f, const struct table *t,
                                size_t row, size_t column)
{
    const enum value_type type = cell_form_of_column(&t->columns[column]).type;
    const struct data *data =
        !table_row_is_made(t, row) || type == TYPE_TEXT || type == TYPE_CHOICE
            ? NULL
            : figures_data_of(f, t);

    return data == NULL ? table_cell_place(t, row, column) : data->at;
}
