#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_rounding.h"
#include "figures/check_steps.h"

#define NAMED_MAX 12 /* rows that a message names */

static bool row_is(const struct table *t, size_t row, const char *line)
{
    const unsigned n = t->row_lines == NULL ? 0 : t->row_lines[row];
    const char *id = n == 0 ? NULL : t->kind->rows[n - 1].id;

    return id != NULL && line != NULL && str_is(str_of(line), id);
}

/* What the lines of a check give in one column. The rows of the result, of
   which there may be many, share it. */
struct line_sum {
    bool summed;
    struct sum sum;
    struct sum flows;    /* without balances brought forward */
    bool counts_balance; /* a total among the lines has one already */
    struct str basis;    /* words for it; empty until a fault needs them */
};

/* Whether the total at ROW counts the balance that was brought forward to its
   block: it is nearer to what the block gives with it than without. */
static bool counts_balance(const struct checks *c, size_t row, size_t column)
{
    const struct table *t = c->table;
    struct sum all = {.terms = 0};
    struct sum flows = {.terms = 0};
    struct decimal claimed;

    for (size_t r = row; r > 0; r--) {
        const uint8_t role = t->row_roles[r - 1];

        if (role == ROW_TOTAL || role == ROW_BLOCK_TOTAL || role == ROW_CLOSING)
            break;
        if (row_is_plain(role) || row_is_stock(role))
            sum_add(c, &all, r - 1, column, 1);
        if (row_is_plain(role))
            sum_add(c, &flows, r - 1, column, 1);
    }
    return all.terms > flows.terms && !all.unknown && !all.overflow &&
           cell_decimal(t->columns[column].kind->type,
                        table_cell(t, row, column), &claimed) &&
           decimal_compare(rounding_distance(claimed, all.printed),
                           rounding_distance(claimed, flows.printed)) < 0;
}

static void add_lines(const struct checks *c, struct line_sum *given,
                      size_t column, const char *const *lines, size_t nlines,
                      int sign, bool either)
{
    for (size_t i = 0; i < nlines; i++) {
        for (size_t r = 0; r < c->table->nrows; r++) {
            const uint8_t role = c->table->row_roles[r];

            if (!row_is(c->table, r, lines[i]))
                continue;
            sum_add(c, &given->sum, r, column,
                    sum_sign(c, r, column, sign, either));
            if (role != ROW_OPENING)
                sum_add(c, &given->flows, r, column,
                        sum_sign(c, r, column, sign, either));
            given->counts_balance |=
                row_is_sum(role) && counts_balance(c, r, column);
        }
    }
}

/* Names of the rows that add_lines() adds, behind WHICH others. */
static size_t name_lines(const struct checks *c, struct buf *b, size_t column,
                         const char *const *lines, size_t nlines,
                         const char *between, size_t which)
{
    const struct table *t = c->table;
    size_t left_out = 0;

    for (size_t i = 0; i < nlines; i++) {
        for (size_t r = 0; r < t->nrows; r++) {
            if (!row_is(t, r, lines[i]))
                continue;
            if (which < NAMED_MAX)
                buf_printf(b, "%s%.*s (%.*s)", which > 0 ? between : "",
                           STR_ARG(row_name(t, r)),
                           STR_ARG(cell_name(c, r, column)));
            else
                left_out++;
            which++;
        }
    }
    if (left_out > 0)
        buf_printf(b, "%s%zu more", between, left_out);
    return which;
}

static struct str basis_of(const struct checks *c,
                           const struct kind_check *check, size_t column,
                           const struct sum *s)
{
    struct str basis;
    struct buf b;
    size_t n;

    buf_init(&b, c->arena->limit);
    n = name_lines(c, &b, column, check->plus, check->nplus, " and ", 0);
    (void)name_lines(c, &b, column, check->minus, check->nminus, " less ", n);
    if (buf_status(&b) != ST_OK)
        arena_fail(c->arena, buf_status(&b));
    basis = arena_printf(c->arena, "%.*s %s", STR_ARG(buf_view(&b)),
                         s->terms > 1 ? "give" : "gives");
    buf_free(&b);
    return basis;
}

static void check_cell(struct checks *c, const struct kind_check *check,
                       size_t row, size_t column, struct line_sum *given)
{
    const struct comparison comparison = {FINDING_SUM, row, column};

    if (!given->summed) {
        add_lines(c, given, column, check->plus, check->nplus, 1, false);
        add_lines(c, given, column, check->minus, check->nminus, -1,
                  check->either);
        given->summed = true;
    }
    if (comparison_holds(c, &comparison, &given->sum) ||
        (given->counts_balance && given->flows.terms > 0 &&
         comparison_holds(c, &comparison, &given->flows)))
        return;
    if (given->basis.len == 0)
        given->basis = basis_of(c, check, column, &given->sum);
    comparison_fault(c, &comparison, &given->sum,
                     comparison_name(c, &comparison), given->basis);
}

/* The column that the check names; else those whose figures can be summed. */
static bool is_checked(const struct table *t, const struct kind_check *check,
                       size_t column)
{
    const struct column *c = &t->columns[column];

    if (check->of != NULL)
        return str_is(str_of(check->of), c->id);
    return c->kind != NULL && c->kind->type == TYPE_MONEY &&
           c->kind->role != COLUMN_RATE;
}

static const char *line_absent(const struct table *t, const char *const *lines,
                               size_t nlines)
{
    for (size_t i = 0; i < nlines; i++) {
        size_t r = 0;

        while (r < t->nrows && !row_is(t, r, lines[i]))
            r++;
        if (r == t->nrows)
            return lines[i];
    }
    return NULL;
}

/* Whether rows stand before the balance at END that no total sums. */
static bool has_unsummed(const struct table *t, size_t end)
{
    bool unsummed = false;

    for (size_t r = 0; r < end; r++) {
        if (t->row_roles[r] == ROW_TOTAL || t->row_roles[r] == ROW_BLOCK_TOTAL)
            unsummed = false;
        else
            unsummed |= row_is_plain(t->row_roles[r]);
    }
    return unsummed;
}

static bool has_opening(const struct table *t)
{
    for (size_t r = 0; r < t->nrows; r++) {
        if (t->row_roles[r] == ROW_OPENING)
            return true;
    }
    return false;
}

/* A balance is made of what it began with and of all totals: a part that the
   data does not have proves nothing. Nought receipts need no line. */
static bool lacks_part(const struct checks *c, const struct kind_check *check,
                       size_t row)
{
    const struct table *t = c->table;
    const char *absent = line_absent(t, check->plus, check->nplus);

    if (absent == NULL)
        absent = line_absent(t, check->minus, check->nminus);
    if (t->row_roles[row] != ROW_CLOSING || absent == NULL ||
        (has_opening(t) && !has_unsummed(t, row)))
        return false;
    finding(c->findings, FINDING_UNCHECKED, t->columns[0].at,
            "`%s` is not checked by `lines`, since the data has no line `%s`",
            check->result, absent);
    return true;
}

void check_lines(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    struct line_sum *given = NULL;

    for (size_t r = 0; r < t->nrows; r++) {
        if (!row_is(t, r, check->result))
            continue;
        if (given == NULL && lacks_part(c, check, r))
            return;
        if (given == NULL)
            given = arena_alloc(c->arena, t->ncolumns, sizeof(*given));
        if (given == NULL)
            return;
        for (size_t k = 0; k < t->ncolumns; k++) {
            if (is_checked(t, check, k) && column_is_numeric(t, k))
                check_cell(c, check, r, k, &given[k]);
        }
    }
}

static bool says_what_it_is(const struct kind *kind, const char *line)
{
    for (size_t i = 0; i < kind->nchecks; i++) {
        const struct kind_check *check = &kind->checks[i];

        if (check->type == CHECK_LINES && line != NULL &&
            check->result != NULL && str_is(str_of(line), check->result))
            return true;
    }
    return false;
}

void check_results_made(const struct checks *c)
{
    const struct table *t = c->table;
    const size_t name = table_column_of_role(t, COLUMN_KEY);

    if (t->row_lines == NULL || t->ncolumns == 0)
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        if (t->row_roles[r] != ROW_RESULT || t->row_lines[r] == 0 ||
            says_what_it_is(t->kind, t->kind->rows[t->row_lines[r] - 1].id))
            continue;
        finding(c->findings, FINDING_UNCHECKED,
                table_cell_place(t, r, name == t->ncolumns ? 0 : name),
                "`%.*s` is not checked, since no check `lines` of its kind "
                "says which lines it is made of",
                STR_ARG(row_name(t, r)));
        return;
    }
}
