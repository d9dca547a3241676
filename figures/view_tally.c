#include "figures/view_tally.h"

#define MEAN_PLACES 2 /* more than the figures have, where it is no money */

const struct column *tally_column(const struct view_making *m,
                                  const struct aggregate *a)
{
    return &m->wide.table.columns[a->column];
}

/* Row ROW goes before what was best so far. */
static bool is_better(const struct view_making *m, const struct aggregate *a,
                      uint32_t row, uint32_t best)
{
    const struct figure f = figure_of_cell(&m->wide.table, row, a->column);
    const struct figure g = figure_of_cell(&m->wide.table, best, a->column);
    const enum figure_relation r =
        figure_compare(m->figures->template_used->wording, f, g);

    return r == (a->way == BY_LEAST ? RELATION_LESS : RELATION_GREATER);
}

void tally_count(const struct view_making *m, const struct aggregate *a,
                 uint32_t row, struct tally *t)
{
    const struct cell *c = table_cell(&m->wide.table, row, a->column);
    struct decimal d;

    if (c->state != CELL_VALUE)
        return;
    t->terms++;
    if (t->best == 0 || is_better(m, a, row, t->best - 1))
        t->best = row + 1;
    if (cell_decimal(cell_form_of_column(tally_column(m, a)).type, c, &d))
        t->overflow |= !decimal_add(t->sum, d, &t->sum);
}

static struct cell mean_of(const struct tally *t, const struct column *c,
                           enum value_type type)
{
    const struct decimal n = {t->terms, 0};
    struct decimal mean;

    if (!decimal_divide(t->sum, n,
                        type == TYPE_MONEY
                            ? MONEY_SCALE
                            : (uint8_t)(c->decimals + MEAN_PLACES),
                        &mean))
        return (struct cell){.state = CELL_BAD};
    while (type != TYPE_MONEY && mean.scale > c->decimals &&
           mean.coefficient % 10 == 0)
        mean =
            (struct decimal){mean.coefficient / 10, (uint8_t)(mean.scale - 1)};
    return cell_of_decimal(type, mean);
}

struct cell tally_unmarked(struct cell c)
{
    c.marked = 0;
    return c;
}

struct cell tally_cell(struct view_making *m, const struct aggregate *a,
                       const struct tally *t, uint32_t first)
{
    const struct table *wide = &m->wide.table;
    const struct column *c = tally_column(m, a);
    const enum value_type type = cell_form_of_column(c).type;
    struct cell cell;

    if (t->terms == 0)
        return tally_unmarked(*table_cell(wide, first, a->column));
    if (a->way == BY_LEAST || a->way == BY_GREATEST)
        return tally_unmarked(*table_cell(wide, t->best - 1, a->column));
    cell =
        a->way == BY_SUM ? cell_of_decimal(type, t->sum) : mean_of(t, c, type);
    if (!t->overflow && cell.state == CELL_VALUE)
        return cell;
    finding(m->findings, FINDING_LIMIT, m->view->at,
            "figures of the column `%s` are too large to be summed", c->id);
    view_fail(m);
    return (struct cell){.state = CELL_BAD};
}

void tally_say_unknown(struct view_making *m, const struct aggregate *a)
{
    for (size_t i = 0; i < m->nchosen; i++) {
        const struct cell *cell =
            table_cell(&m->wide.table, m->chosen[i], a->column);
        char name[SOURCE_CELL_SIZE];
        struct place at;

        if (a->way == BY_LEAST || a->way == BY_GREATEST ||
            !cell_is_to_come(cell))
            continue;
        at = table_cell_place(&m->wide.table, m->chosen[i], a->column);
        place_cell_name(at, name);
        finding(m->findings, FINDING_DOUBTFUL, at,
                "cell %s has no figure yet, and counts as nothing in the view "
                "`%s`",
                name, m->view->id);
        return;
    }
}
