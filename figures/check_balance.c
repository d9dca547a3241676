#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"
#include "figures/row_index.h"

/* From the balance brought forward to the balance carried forward. */
struct block {
    size_t opening, closing; /* rows */
};

/* The columns whose balances follow each other: a fund's years. */
struct series {
    size_t *columns;
    size_t count;
};

static void add_column(struct series *s, const struct table *t, size_t column)
{
    if (column < t->ncolumns && column_is_numeric(t, column))
        s->columns[s->count++] = column;
}

/* The repeated columns; without any, the one that is named or the amounts. */
static struct series series_of(const struct checks *c,
                               const struct kind_check *check)
{
    const struct table *t = c->table;
    struct series s = {.count = 0};

    s.columns = arena_alloc(c->arena, t->ncolumns, sizeof(*s.columns));
    if (s.columns == NULL)
        return s;
    for (size_t k = 0; k < t->ncolumns; k++) {
        if (t->columns[k].kind != NULL && t->columns[k].kind->repeats)
            add_column(&s, t, k);
    }
    if (s.count == 0 && check->result != NULL)
        add_column(&s, t, table_column(t, str_of(check->result)));
    else if (s.count == 0)
        add_column(&s, t, table_column_of_role(t, COLUMN_AMOUNT));
    return s;
}

/*
 * What a block's rows give in a column. A row whose role the kind does not know
 * counts with those that it stands among: as income above the total, as
 * expenditure below it. Expenditure may be printed with a minus or without.
 * Deductions are added or TAKEn away.
 */
static struct sum balance(const struct checks *c, struct block b, size_t column,
                          bool take)
{
    const struct table *t = c->table;
    struct sum income = {.terms = 0};
    struct sum spent = {.terms = 0};
    bool spending = false;

    for (size_t r = b.opening; r < b.closing; r++) {
        const uint8_t role = t->row_roles[r];

        if (role == ROW_INCOME || role == ROW_OPENING)
            spending = false;
        if (role == ROW_EXPENDITURE || role == ROW_TOTAL)
            spending = true;
        if (!row_is_plain(role) && !row_is_stock(role))
            continue;
        sum_add(c, spending ? &spent : &income, r, column,
                take ? sum_sign_of(role) : 1);
    }
    sum_add_sum(&income, &spent, spent.printed.coefficient < 0 ? 1 : -1);
    return income;
}

static void check_closing(struct checks *c, struct block b, size_t column)
{
    const struct comparison comparison = {FINDING_BALANCE, b.closing, column};
    const struct sum added = balance(c, b, column, false);
    const struct sum s = balance(c, b, column, true);

    if (!comparison_holds(c, &comparison, &added) &&
        !comparison_holds(c, &comparison, &s))
        comparison_fault(c, &comparison, &s, comparison_name(c, &comparison),
                         arena_printf(c->arena, "the rows above it (%.*s) give",
                                      STR_ARG(span_name(c, &s))));
}

/* What is brought forward is what the year before carried forward. */
static void check_opening(struct checks *c, struct block b, size_t column,
                          size_t before)
{
    const struct table *t = c->table;
    const struct comparison comparison = {FINDING_BALANCE, b.opening, column};
    struct sum s = {.terms = 0};

    if (t->columns[column].year != t->columns[before].year + 1)
        return;
    sum_add(c, &s, b.closing, before, 1);
    if (!comparison_holds(c, &comparison, &s))
        comparison_fault(c, &comparison, &s, comparison_name(c, &comparison),
                         arena_printf(c->arena,
                                      "the year before carried forward (%.*s)",
                                      STR_ARG(span_name(c, &s))));
}

static void check_block(struct checks *c, struct block b,
                        const struct series *series)
{
    for (size_t i = 0; i < series->count; i++) {
        if (i > 0)
            check_opening(c, b, series->columns[i], series->columns[i - 1]);
        check_closing(c, b, series->columns[i]);
    }
}

static void say_unchecked(struct checks *c, size_t closing)
{
    const struct table *t = c->table;

    if (!c->said_unchecked)
        finding(c->findings, FINDING_UNCHECKED, table_cell_place(t, closing, 0),
                "`%.*s` is not checked by `%s`, since no balance brought "
                "forward stands above it",
                STR_ARG(row_name(t, closing)), check_type_name(CHECK_BALANCE));
    c->said_unchecked = true;
}

void check_balance(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    const struct series series = series_of(c, check);
    struct block b = {t->nrows, 0};

    for (size_t r = 0; r < t->nrows; r++) {
        if (t->row_roles[r] == ROW_OPENING) {
            b.opening = r;
        } else if (t->row_roles[r] == ROW_CLOSING && b.opening < t->nrows) {
            b.closing = r;
            check_block(c, b, &series);
            b.opening = t->nrows;
        } else if (t->row_roles[r] == ROW_CLOSING) {
            say_unchecked(c, r);
        }
    }
}
