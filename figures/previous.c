#include "figures/previous.h"

static bool computes(const struct view *v)
{
    for (size_t i = 0; i < v->nfurther; i++) {
        if (v->further[i].value.len > 0)
            return true;
    }
    return v->group.text.len > 0;
}

const struct data *previous_data_of(const struct figures *now,
                                    const struct data *data)
{
    const struct figures *then = now->previous;

    if (then == NULL)
        return NULL;
    while (data->view != NULL && !computes(data->view)) {
        const struct view_origin *origin =
            now->data[data - now->report->data].origin;

        if (origin == NULL)
            break;
        data = origin->of;
    }
    return names_data(then->names, then->report, str_of(data->id));
}

/* The data whose rows TABLE has: a view that is made may add columns. */
static const struct data *data_of(const struct figures *now,
                                  const struct table *table)
{
    for (size_t i = 0; i < now->report->ndata; i++) {
        const struct table *t = now->report->data[i].table;

        if (t != NULL && t->records == table->records)
            return &now->report->data[i];
    }
    return NULL;
}

enum previous_row previous_row_of(const struct figures *now,
                                  const struct table *table, size_t row,
                                  const struct table **then, size_t *then_row)
{
    const struct data *data = data_of(now, table);
    const struct data *before =
        data == NULL ? NULL : previous_data_of(now, data);

    if (before == NULL || before->table == NULL)
        return PREVIOUS_NO_DATA;
    *then = before->table;
    *then_row = before->table->nrows;
    if (row >= table->nrows)
        return PREVIOUS_ABSENT;
    switch (row_index_match(figures_rows(now, data), row,
                            figures_rows(now->previous, before), then_row)) {
    case 0: return PREVIOUS_ABSENT;
    case 1: return PREVIOUS_FOUND;
    default: return PREVIOUS_AMBIGUOUS;
    }
}
