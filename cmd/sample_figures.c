#include "cmd/sample_figures.h"

#include <string.h>

#define MONEY 1000
#define PASSES 4 /* checks that rest on each other */
#define BEYOND 5 /* per cent beyond the last bound of a check */

bool sample_is_figure(const struct kind_column *c)
{
    return value_is_figure(c->type);
}

const struct kind_row *sample_line(const struct kind *k, enum row_role role)
{
    for (size_t i = 0; i < k->nrows; i++) {
        if (k->rows[i].role == role)
            return &k->rows[i];
    }
    return NULL;
}

/* The first column ID, or s->ncolumns; further ones of it follow. */
static size_t column_of(const struct sample *s, const char *id)
{
    size_t i = 0;

    while (i < s->ncolumns &&
           (id == NULL || strcmp(s->columns[i].kind->id, id) != 0))
        i++;
    return i;
}

static int64_t figure(const struct sample *s, size_t row, size_t column)
{
    return column == s->ncolumns || s->blank[row][column]
               ? 0
               : s->figures[row][column];
}

static void set(struct sample *s, size_t row, size_t column, int64_t n)
{
    if (column == s->ncolumns)
        return;
    s->figures[row][column] = n;
    s->blank[row][column] = false;
}

/* Entries have figures of their own, and so do lines of money that comes in or
   goes out; the others are made of them. */
static void invent(struct sample *s)
{
    for (size_t r = 0; r < s->nrows; r++) {
        const struct sample_row *row = &s->rows[r];

        for (size_t c = 0; c < s->ncolumns; c++) {
            const enum value_type type = s->columns[c].kind->type;
            const bool own =
                row->role == ROW_ENTRY || row->role == ROW_INCOME ||
                row->role == ROW_OPENING || row->role == ROW_EXPENDITURE;

            s->blank[r][c] = !own;
            s->figures[r][c] = type == TYPE_MONEY    ? MONEY - 10 * (int64_t)c
                               : type == TYPE_NUMBER ? 10
                                                     : 50;
            /* Net and VAT of it are what the two rows of a list come to: the
               bank, which a template may hold against a cash book. */
            if (row->role == ROW_OPENING)
                s->figures[r][c] = s->columns[c].repeat == 0 ? MONEY - 10 : 0;
        }
    }
}

static int64_t sum_of_columns(const struct sample *s, size_t row,
                              const char *const *ids, size_t n)
{
    int64_t sum = 0;

    for (size_t i = 0; i < n; i++)
        sum += figure(s, row, column_of(s, ids[i]));
    return sum;
}

static void hold_row(struct sample *s, const struct kind_check *k)
{
    const size_t result = column_of(s, k->result);

    for (size_t r = 0; r < s->nrows; r++) {
        if (!s->blank[r][column_of(s, k->plus[0]) % COLUMNS_MAX])
            set(s, r, result,
                sum_of_columns(s, r, k->plus, k->nplus) -
                    sum_of_columns(s, r, k->minus, k->nminus));
    }
}

/* A bound is no lower than what it bounds. */
static void hold_bound(struct sample *s, const struct kind_check *k)
{
    const size_t of = column_of(s, k->of);

    for (size_t r = 0; r < s->nrows; r++) {
        const int64_t bounded = figure(s, r, column_of(s, k->result));

        if (s->rows[r].role == ROW_ENTRY && figure(s, r, of) < bounded)
            set(s, r, of, bounded);
    }
}

static void hold_product(struct sample *s, const struct kind_check *k)
{
    for (size_t r = 0; r < s->nrows; r++) {
        if (s->rows[r].role == ROW_ENTRY)
            set(s, r, column_of(s, k->result),
                figure(s, r, column_of(s, k->units)) *
                    figure(s, r, column_of(s, k->rate)));
    }
}

/* The sum of COLUMN over the entries of GROUP; 0: of all rows above ROW that
   are no sums. */
static int64_t sum_of_rows(const struct sample *s, size_t column, size_t row,
                           int group)
{
    int64_t sum = 0;

    for (size_t r = 0; r < row; r++) {
        const struct sample_row *x = &s->rows[r];

        if (group != 0 ? x->role == ROW_ENTRY && x->group == group
                       : x->role == ROW_ENTRY || x->role == ROW_INCOME ||
                             x->role == ROW_OPENING)
            sum += figure(s, r, column);
    }
    return sum;
}

/* In column RESULT: of their own, beside the last row of each group, or in
   rows. */
static void hold_sub_totals_in(struct sample *s, const struct kind_check *k,
                               size_t result)
{
    const bool apart = s->columns[result].kind->role == COLUMN_SUB_TOTAL;
    const size_t of = apart && k->nplus > 0 ? column_of(s, k->plus[0]) : result;

    for (size_t r = 0; r < s->nrows; r++) {
        const struct sample_row *x = &s->rows[r];
        const bool last = r + 1 == s->nrows || s->rows[r + 1].group != x->group;

        if (x->role == ROW_SUB_TOTAL)
            set(s, r, result, sum_of_rows(s, of, r, x->group));
        else if (apart && x->role == ROW_ENTRY && last)
            set(s, r, result, sum_of_rows(s, of, r + 1, x->group));
        else if (apart && x->role == ROW_ENTRY)
            s->blank[r][result] = true;
    }
}

static void hold_sub_totals(struct sample *s, const struct kind_check *k)
{
    const size_t first = column_of(s, k->result);

    for (size_t c = first; c < s->ncolumns; c++) {
        if (s->columns[c].kind == s->columns[first].kind)
            hold_sub_totals_in(s, k, c);
    }
}

static void hold_total(struct sample *s, const struct kind_check *k)
{
    const size_t first = column_of(s, k->result);

    for (size_t c = first; c < s->ncolumns; c++) {
        if (s->columns[c].kind != s->columns[first].kind)
            break;
        for (size_t r = 0; r < s->nrows; r++) {
            if (s->rows[r].role == ROW_TOTAL ||
                s->rows[r].role == ROW_BLOCK_TOTAL)
                set(s, r, c, sum_of_rows(s, c, r, 0));
        }
    }
}

/* Makes results of the rows across, but for balances and what they are parts
   of. */
static void hold_across(struct sample *s, const struct kind_check *k)
{
    const struct kind_row *opening = sample_line(s->kind, ROW_OPENING);
    const size_t result = column_of(s, k->result);

    for (size_t r = 0; r < s->nrows && result < s->ncolumns; r++) {
        int64_t sum = 0;

        for (size_t c = 0; c < s->ncolumns; c++)
            sum += s->columns[c].kind->repeats ? figure(s, r, c) : 0;
        sum += sum_of_columns(s, r, k->plus, k->nplus);
        if (row_is_stock((uint8_t)s->rows[r].role))
            s->blank[r][result] = true;
        else if (opening == NULL || !row_is_sum((uint8_t)s->rows[r].role))
            set(s, r, result, sum);
    }
}

/* From each balance brought forward to its own carried forward, which is then
   what the next year brings. */
static void hold_balance_of(struct sample *s, size_t column)
{
    size_t opening = s->nrows;
    int64_t balance = 0;

    for (size_t r = 0; r < s->nrows; r++) {
        const enum row_role role = s->rows[r].role;

        if (role == ROW_OPENING) {
            balance = figure(s, r, column);
            opening = r;
        } else if (role == ROW_CLOSING) {
            set(s, r, column, balance);
            if (opening < s->nrows && column + 1 < s->ncolumns &&
                s->columns[column + 1].kind->repeats)
                set(s, opening, column + 1, balance);
            balance = 0;
        } else if (!row_is_sum((uint8_t)role)) {
            balance += role == ROW_EXPENDITURE ? -figure(s, r, column)
                                               : figure(s, r, column);
        }
    }
}

static void hold_balance(struct sample *s)
{
    for (size_t c = 0; c < s->ncolumns; c++) {
        if (sample_is_figure(s->columns[c].kind) &&
            s->columns[c].kind->role != COLUMN_TOTAL)
            hold_balance_of(s, c);
    }
}

static int64_t sum_of_lines(const struct sample *s, size_t column,
                            const char *const *ids, size_t n)
{
    int64_t sum = 0;

    for (size_t r = 0; r < s->nrows; r++) {
        for (size_t i = 0; i < n && s->rows[r].line != NULL; i++) {
            if (s->rows[r].line->id != NULL &&
                strcmp(s->rows[r].line->id, ids[i]) == 0)
                sum += figure(s, r, column);
        }
    }
    return sum;
}

static void hold_lines(struct sample *s, const struct kind_check *k)
{
    for (size_t r = 0; r < s->nrows; r++) {
        const struct kind_row *line = s->rows[r].line;

        if (line == NULL || line->id == NULL || k->result == NULL ||
            strcmp(line->id, k->result) != 0)
            continue;
        for (size_t c = 0; c < s->ncolumns; c++) {
            if (s->columns[c].kind->type == TYPE_MONEY)
                set(s, r, c,
                    sum_of_lines(s, c, k->plus, k->nplus) -
                        sum_of_lines(s, c, k->minus, k->nminus));
        }
    }
}

static int64_t rounded(int64_t n, int64_t d)
{
    return d == 0 ? 0 : (2 * n + (n < 0 ? -d : d)) / (2 * d);
}

/* A share stands where its amount does. */
static void hold_shares(struct sample *s, const struct kind_check *k)
{
    const size_t result = column_of(s, k->result);
    const size_t of = k->nplus > 0 ? column_of(s, k->plus[0]) : s->ncolumns;
    int64_t total = 0;

    for (size_t r = 0; r < s->nrows && of < s->ncolumns; r++)
        total += s->rows[r].role == ROW_ENTRY ? figure(s, r, of) : 0;
    for (size_t r = 0; r < s->nrows && of < s->ncolumns && total > 0; r++) {
        if (s->blank[r][of])
            s->blank[r][result % COLUMNS_MAX] = true;
        else
            set(s, r, result, rounded(figure(s, r, of) * 100, total));
    }
}

/* What some columns are of another, by each row; rounded as the check rounds.
 */
static void hold_quotient(struct sample *s, const struct kind_check *k)
{
    const int64_t factor = k->type == CHECK_RATIO ? 100 : 1;
    const size_t result = column_of(s, k->result);
    const size_t whole = column_of(s, k->of);
    size_t r = s->nrows;

    while (r-- > 0) {
        if (figure(s, r, whole) > 0)
            set(s, r, result,
                rounded(sum_of_columns(s, r, k->plus, k->nplus) * factor,
                        figure(s, r, whole)));
    }
}

/* Parts of the same size, the first of which takes what is left. */
static void hold_whole(struct sample *s, const struct kind_check *k)
{
    const int64_t part = k->nplus > 0 ? 100 / (int64_t)k->nplus : 0;

    for (size_t r = 0; r < s->nrows; r++) {
        if (s->rows[r].role != ROW_ENTRY)
            continue;
        for (size_t i = 0; i < k->nplus; i++)
            set(s, r, column_of(s, k->plus[i]),
                i > 0 ? part : 100 - part * (int64_t)(k->nplus - 1));
    }
}

/* By the last of the rates; what sums rows or carries them on has none. */
static void hold_rates(struct sample *s, const struct kind_check *k)
{
    const size_t result = column_of(s, k->result);
    const size_t whole = column_of(s, k->of);
    struct decimal rate = {0, 0};
    int64_t hundred = 100;

    if (k->nlimits > 0)
        (void)decimal_read_percent(k->limits[k->nlimits - 1], &rate);
    for (uint8_t i = 0; i < rate.scale; i++)
        hundred *= 10;
    for (size_t r = 0; r < s->nrows; r++) {
        if (s->rows[r].role == ROW_ENTRY)
            set(s, r, result,
                rounded(figure(s, r, whole) * rate.coefficient, hundred));
    }
}

static void hold(struct sample *s, const struct kind_check *k)
{
    switch (k->type) {
    case CHECK_TOTAL: hold_total(s, k); break;
    case CHECK_SUB_TOTALS: hold_sub_totals(s, k); break;
    case CHECK_ROW: hold_row(s, k); break;
    case CHECK_PRODUCT: hold_product(s, k); break;
    case CHECK_BOUND: hold_bound(s, k); break;
    case CHECK_ACROSS: hold_across(s, k); break;
    case CHECK_BALANCE: hold_balance(s); break;
    case CHECK_LINES: hold_lines(s, k); break;
    case CHECK_SHARES: hold_shares(s, k); break;
    case CHECK_WHOLE: hold_whole(s, k); break;
    case CHECK_RATIO:
    case CHECK_QUOTIENT: hold_quotient(s, k); break;
    case CHECK_RATES: hold_rates(s, k); break;
    /* What the others judge is left blank (is_judged()), or any sample does. */
    default: break;
    }
}

/* Of checks that stand for each other, the one that all others stand for. */
static void hold_all(struct sample *s)
{
    const struct kind_check *checks = s->kind->checks;

    for (int pass = 0; pass < PASSES; pass++)
        for (size_t i = 0; i < s->kind->nchecks; i++)
            hold(s, &checks[kind_check_main(checks, i)]);
}

/* The check of each row that says what COLUMN is made of, or NULL. */
static const struct kind_check *made_by(const struct sample *s, size_t column)
{
    for (size_t i = 0; column < s->ncolumns && i < s->kind->nchecks; i++) {
        const struct kind_check *k = &s->kind->checks[i];

        if ((k->type == CHECK_ROW || k->type == CHECK_PRODUCT) &&
            strcmp(k->result, s->columns[column].kind->id) == 0)
            return k;
    }
    return NULL;
}

/* Makes the figure MORE than it is, by what it is made of. */
static void raise(struct sample *s, size_t row, size_t column, int64_t more)
{
    const struct kind_check *k = made_by(s, column);

    for (int i = 0; i < PASSES && k != NULL; i++) {
        if (k->type == CHECK_PRODUCT) {
            more += figure(s, row, column);
            set(s, row, column_of(s, k->rate), 1);
            set(s, row, column_of(s, k->units), more);
            return;
        }
        column = column_of(s, k->plus[0]);
        k = made_by(s, column);
    }
    set(s, row, column, figure(s, row, column) + more);
}

static void change(struct sample *s, size_t row, size_t column, int64_t to)
{
    raise(s, row, column, to - figure(s, row, column));
}

/* What per cent K asks of the choice TEXT; -1: it has none of that name. */
static int64_t percent_of(const struct kind_check *k,
                          const struct kind_column *column, struct str text)
{
    const size_t choice = kind_column_choice(column, text);
    struct decimal bound = {0, 0};
    int64_t last = 0;

    for (size_t i = 0; i < k->nlimits; i++) {
        struct str name;
        const bool bounded = kind_check_limit(k->limits[i], &name, &bound) &&
                             decimal_round(bound, 0, &bound);

        if (bounded)
            last = bound.coefficient;
        if (kind_column_choice(column, name) == choice)
            return bounded                   ? last
                   : k->better == BETTER_LOW ? last + BEYOND
                                             : last - BEYOND;
    }
    return -1;
}

/* The figure that the choice of COLUMN is judged by fits it. */
static void fit_choice(struct sample *s, const struct sample_wish *wish,
                       size_t row)
{
    for (size_t i = 0; i < s->kind->nchecks; i++) {
        const struct kind_check *k = &s->kind->checks[i];
        int64_t percent;

        if (k->type != CHECK_RAG || k->better_by != NULL ||
            strcmp(k->result, wish->column->id) != 0)
            continue;
        percent = percent_of(k, wish->column, wish->limit.text);
        if (percent >= 0)
            change(s, row, column_of(s, k->plus[0]),
                   figure(s, row, column_of(s, k->of)) * percent / 100);
    }
}

static void grant(struct sample *s, const struct sample_wish *wish, size_t row)
{
    const size_t column = column_of(s, wish->column->id);

    if (!sample_is_figure(wish->column))
        fit_choice(s, wish, row);
    else if (wish->limit.asks == LIMIT_BLANK)
        s->blank[row][column] = true;
    else if (wish->limit.is_number)
        change(s, row, column,
               condition_limit_nearest(&wish->limit, figure(s, row, column)));
}

static void grant_wishes(struct sample *s)
{
    for (size_t i = 0; i < s->nwishes; i++) {
        const struct sample_wish *wish = &s->wishes[i];

        for (size_t r = 0; r < s->nrows; r++) {
            if (s->rows[r].line == NULL && s->rows[r].number == wish->number)
                grant(s, wish, r);
        }
        hold_all(s);
    }
}

void sample_figures(struct sample *s)
{
    invent(s);
    hold_all(s);
    grant_wishes(s);
}
