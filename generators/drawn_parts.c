#include "generators/drawn_parts.h"

const char *drawn_name(const struct drawn_column *c)
{
    return choice_name(cell_draw_choices, (int)c->asked->draw);
}

struct cell_mark *drawn_marks(const struct drawn_column *c,
                              struct cell_drawing *drawing, uint32_t n)
{
    struct cell_mark *marks = arena_alloc(c->d->arena, n, sizeof(*marks));

    drawing->marks = marks;
    drawing->nmarks = marks == NULL ? 0 : n;
    return marks;
}

bool drawn_figure(const struct drawn_column *c, size_t row,
                  struct decimal *value)
{
    return row_is_plain(c->table->row_roles[row]) &&
           cell_decimal(c->type, table_cell(c->table, row, c->index), value);
}

bool drawn_asked_by_report(const struct generator_in *in,
                           const struct generator_column *asked)
{
    return asked->at.source == in->report->source;
}

bool drawn_empty(const struct drawn_column *c, const char *why)
{
    size_t r = 0;

    while (r < c->table->nrows && !row_is_plain(c->table->row_roles[r]))
        r++;
    if (r == c->table->nrows || !drawn_asked_by_report(c->in, c->asked))
        return true;
    finding(c->in->findings, FINDING_CHART_EMPTY, c->asked->at,
            "there is nothing to draw as `%s` in the column `%s`: %s",
            drawn_name(c), c->asked->id, why);
    finding_hint(c->in->findings,
                 "take draw=\"%s\" out, or draw a column that has something "
                 "to show",
                 drawn_name(c));
    return false;
}

bool drawn_is_figure(const struct drawn_column *c)
{
    return value_is_figure(c->type);
}
