#include "figures/changes_columns.h"

static bool names(const char *const *list, size_t n, const char *id)
{
    for (size_t i = 0; i < n; i++) {
        if (str_is(str_of(list[i]), id))
            return true;
    }
    return false;
}

/* What the check CHECK of D makes of a column, or NULL. */
static const struct kind_check *check_of(const struct data *d, const char *id,
                                         enum check_type type)
{
    for (size_t i = 0; d->kind != NULL && i < d->kind->nchecks; i++) {
        const struct kind_check *check = &d->kind->checks[i];

        if (check->type == type && check->result != NULL &&
            str_is(str_of(id), check->result))
            return check;
    }
    return NULL;
}

/* Whether a column says again what stood in the period before. */
static bool is_of_before(const struct data *d, const struct kind_column *c)
{
    return c->scenario == SCENARIO_PREVIOUS ||
           check_of(d, c->id, CHECK_BEFORE) != NULL;
}

static bool has_column(const struct data *d, const char *id)
{
    return table_column(d->table, str_of(id)) < d->table->ncolumns;
}

static bool all_are_there(const struct data *d, const char *const *ids,
                          size_t n)
{
    for (size_t i = 0; i < n; i++) {
        if (!has_column(d, ids[i]))
            return false;
    }
    return true;
}

/* Whether the figures that CHECK makes its own of stand in the table; of a
   trend, the one whose trend it is. */
static bool parts_are_there(const struct data *d,
                            const struct kind_check *check)
{
    return all_are_there(d, check->plus, check->nplus) &&
           (check->type == CHECK_TREND ||
            (all_are_there(d, check->minus, check->nminus) &&
             (check->of == NULL || has_column(d, check->of))));
}

/* Whether it is what moved since the period before, as the data itself says:
   of what has moved since, it says nothing. */
static bool is_movement(const struct data *d, const struct kind_check *check)
{
    const struct kind *kind = d->kind;

    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (names(check->minus, check->nminus, kind->columns[i].id) &&
            is_of_before(d, &kind->columns[i]))
            return true;
    }
    return false;
}

/* The check by which a column follows from others of its row, or NULL. What
   the kind calls the figure of its rows is never left to its parts. */
static const struct kind_check *made_by(const struct data *d,
                                        const struct kind_column *c)
{
    static const enum check_type types[] = {CHECK_ROW, CHECK_RATIO,
                                            CHECK_SHARES, CHECK_TREND};

    if (c->scenario != SCENARIO_NONE || c->role == COLUMN_AMOUNT)
        return NULL;
    for (size_t i = 0; i < sizeof(types) / sizeof(*types); i++) {
        const struct kind_check *check = check_of(d, c->id, types[i]);

        if (check != NULL && parts_are_there(d, check))
            return check;
    }
    return NULL;
}

static bool is_sum_of_columns(const struct data *d, const struct kind_column *c)
{
    return c->role == COLUMN_SUB_TOTAL || c->role == COLUMN_SHARE ||
           (c->role == COLUMN_TOTAL &&
            check_of(d, c->id, CHECK_ACROSS) != NULL);
}

bool change_is_compared(const struct data *d, size_t column)
{
    const struct table *t = d->table;
    const struct kind_column *c = t->columns[column].kind;
    const struct kind_check *check;

    if (c == NULL)
        return false;
    if (c->type == TYPE_DATE || c->type == TYPE_PERIOD)
        return table_column_of_role(t, COLUMN_PERIOD) < t->ncolumns
                   ? c->role == COLUMN_PERIOD
                   : c->type == TYPE_DATE;
    if (c->role == COLUMN_LABEL || c->role == COLUMN_GROUP ||
        c->role == COLUMN_INNER_GROUP)
        return true; /* a key may be used again, or move */
    if (c->type != TYPE_CHOICE && !value_is_figure(c->type))
        return false;
    if (is_of_before(d, c) || is_sum_of_columns(d, c))
        return false;
    check = made_by(d, c);
    return check == NULL || !is_movement(d, check);
}

bool change_follows(const struct data *d, size_t column, const bool *changed)
{
    const struct kind_column *c = d->table->columns[column].kind;
    const struct kind_check *check = c == NULL ? NULL : made_by(d, c);

    for (size_t i = 0; check != NULL && i < d->table->ncolumns; i++) {
        const char *id = d->table->columns[i].id;

        if (changed[i] && id != NULL &&
            (names(check->plus, check->nplus, id) ||
             names(check->minus, check->nminus, id) ||
             (check->of != NULL && str_is(str_of(id), check->of))))
            return true;
    }
    return false;
}

bool change_waits(const struct data *d, size_t column)
{
    const struct kind_column *c = d->table->columns[column].kind;

    return c != NULL && made_by(d, c) != NULL;
}
