#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_result.h"
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
    struct sum last;     /* of totals of one line the last, which sums all */
    bool counts_balance; /* a total among the lines has one already */
    bool has_totals;     /* a line has several totals */
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

/* The last row of LINE that is a total; the number of rows: none is. */
static size_t last_total(const struct table *t, const char *line)
{
    size_t r = t->nrows;

    while (r > 0 &&
           (t->row_roles[r - 1] != ROW_TOTAL || !row_is(t, r - 1, line)))
        r--;
    return r == 0 ? t->nrows : r - 1;
}

/* The column whose minus says that ROW is printed as a credit: that of amounts,
   for a variance has a sign of its own. */
static size_t column_of_sign(const struct checks *c, size_t row, size_t column)
{
    const struct table *t = c->table;
    const size_t amount = table_column_of_role(t, COLUMN_AMOUNT);
    struct decimal d;

    return amount < t->ncolumns &&
                   t->columns[amount].kind != t->columns[column].kind &&
                   cell_decimal(t->columns[amount].kind->type,
                                table_cell(t, row, amount), &d) &&
                   d.coefficient != 0
               ? amount
               : column;
}

/* As it counts for what is made of it: a row that has the other sign than its
   lines give counts as they do. */
static int line_sign(const struct checks *c, size_t row, size_t column,
                     int sign, bool either)
{
    if (c->turned != NULL && c->turned[row])
        return -sign;
    return sum_sign(c, row, column_of_sign(c, row, column), sign, either);
}

static void add_lines(const struct checks *c, struct line_sum *given,
                      size_t column, const char *const *lines, size_t nlines,
                      int sign, bool either)
{
    for (size_t i = 0; i < nlines; i++) {
        const size_t last = last_total(c->table, lines[i]);

        for (size_t r = 0; r < c->table->nrows; r++) {
            const uint8_t role = c->table->row_roles[r];
            int s;

            if (!row_is(c->table, r, lines[i]))
                continue;
            s = line_sign(c, r, column, sign, either);
            sum_add(c, &given->sum, r, column, s);
            if (role != ROW_OPENING)
                sum_add(c, &given->flows, r, column, s);
            if (role != ROW_TOTAL || r == last)
                sum_add(c, &given->last, r, column, s);
            given->has_totals |= role == ROW_TOTAL && r != last;
            given->counts_balance |=
                row_is_sum(role) && counts_balance(c, r, column);
        }
    }
}

/* Names of the rows that add_lines() adds, of totals the last, behind WHICH
   others. */
static size_t name_lines(const struct checks *c, struct buf *b, size_t column,
                         const char *const *lines, size_t nlines,
                         const char *between, size_t which)
{
    const struct table *t = c->table;
    size_t left_out = 0;

    for (size_t i = 0; i < nlines; i++) {
        const size_t last = last_total(t, lines[i]);

        for (size_t r = 0; r < t->nrows; r++) {
            if (!row_is(t, r, lines[i]) ||
                (t->row_roles[r] == ROW_TOTAL && r != last))
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

static void add_given(const struct checks *c, const struct kind_check *check,
                      size_t column, struct line_sum *given)
{
    if (given->summed)
        return;
    add_lines(c, given, column, check->plus, check->nplus, 1, false);
    add_lines(c, given, column, check->minus, check->nminus, -1, check->either);
    given->summed = true;
}

/* What a line may be, the likeliest first. */
#define GIVEN_MAX 3

struct given_sums {
    struct sum list[GIVEN_MAX];
    size_t count;
};

static void turn(struct sum *s)
{
    const struct decimal zero = {0, 0};

    s->overflow |= !decimal_subtract(zero, s->printed, &s->printed) ||
                   !decimal_subtract(zero, s->mended, &s->mended);
}

static struct given_sums sums_of(const struct line_sum *given, bool turned)
{
    struct given_sums sums = {.count = 0};

    if (given->has_totals)
        sums.list[sums.count++] = given->last;
    sums.list[sums.count++] = given->sum;
    if (given->counts_balance && given->flows.terms > 0)
        sums.list[sums.count++] = given->flows;
    for (size_t i = 0; turned && i < sums.count; i++)
        turn(&sums.list[i]);
    return sums;
}

/* Whether a line may have given CLAIMED, with the other sign if TURNED. */
static bool may_give(const struct checks *c, size_t column,
                     const struct line_sum *given, bool turned,
                     struct decimal claimed)
{
    const struct given_sums sums = sums_of(given, turned);

    for (size_t i = 0; i < sums.count; i++) {
        const struct sum *s = &sums.list[i];
        const struct rounding_bound bound = rounding_bound(c, column, s);

        if (!s->overflow && !s->unknown &&
            (decimal_compare(claimed, s->printed) == 0 ||
             rounding_explains(&bound, claimed, s->printed)))
            return true;
    }
    return false;
}

static void check_cell(struct checks *c, const struct kind_check *check,
                       size_t row, size_t column, struct line_sum *given)
{
    const struct comparison comparison = {FINDING_SUM, row, column};
    const bool turned = c->turned != NULL && c->turned[row];
    const struct given_sums sums = sums_of(given, turned);

    for (size_t i = 0; i < sums.count; i++) {
        if (comparison_holds(c, &comparison, &sums.list[i]))
            return;
    }
    if (given->basis.len == 0)
        given->basis = basis_of(c, check, column, &sums.list[0]);
    comparison_fault(c, &comparison, &sums.list[0],
                     comparison_name(c, &comparison),
                     turned ? arena_printf(c->arena,
                                           "which has the other sign than its "
                                           "lines; %.*s",
                                           STR_ARG(given->basis))
                            : given->basis);
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

/* A balance is made of what it began with and of all totals, a result of all
   its lines: a part that the data does not have proves nothing. Nought receipts
   need no line. NULL: it lacks none. */
static const char *absent_part(const struct table *t,
                               const struct kind_check *check, size_t row)
{
    const uint8_t role = t->row_roles[row];
    const char *absent = line_absent(t, check->plus, check->nplus);

    if (absent == NULL)
        absent = line_absent(t, check->minus, check->nminus);
    if ((role != ROW_CLOSING && role != ROW_RESULT) ||
        (role == ROW_CLOSING && has_opening(t) && !has_unsummed(t, row)))
        return NULL;
    return absent;
}

static void say_absent(const struct checks *c, const struct kind_check *check,
                       const char *absent)
{
    finding(c->findings, FINDING_UNCHECKED, c->table->columns[0].at,
            "`%s` is not checked by `lines`, since the data has no line `%s`",
            check->result, absent);
}

/* Whether more columns of the row have what its lines give with the other sign
   than as they give it: `Budget gap (5.0)` where 105 is needed and 100 there.
 */
static bool is_turned(const struct checks *c, const struct kind_check *check,
                      size_t row, const struct line_sum *given)
{
    const struct table *t = c->table;
    size_t turned = 0;
    size_t as_given = 0;

    for (size_t k = 0; check->may_turn && k < t->ncolumns; k++) {
        struct decimal claimed;

        if (!given[k].summed || given[k].sum.terms == 0 ||
            !cell_decimal(t->columns[k].kind->type, table_cell(t, row, k),
                          &claimed))
            continue;
        if (may_give(c, k, &given[k], false, claimed))
            as_given += claimed.coefficient != 0;
        else
            turned += may_give(c, k, &given[k], true, claimed);
    }
    return turned > as_given;
}

static void keep_turned(struct checks *c, size_t row)
{
    if (c->turned == NULL)
        c->turned = arena_alloc(c->arena, c->table->nrows, sizeof(*c->turned));
    if (c->turned != NULL)
        c->turned[row] = true;
}

static void check_line(struct checks *c, const struct kind_check *check,
                       size_t row, struct line_sum *given)
{
    const struct table *t = c->table;

    for (size_t k = 0; k < t->ncolumns; k++) {
        if (lines_are_checked_in(t, check, k) && column_is_numeric(t, k))
            add_given(c, check, k, &given[k]);
    }
    if (is_turned(c, check, row, given))
        keep_turned(c, row);
    for (size_t k = 0; k < t->ncolumns; k++) {
        if (given[k].summed)
            check_cell(c, check, row, k, &given[k]);
    }
}

void check_lines(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;
    struct line_sum *given = NULL;

    for (size_t r = 0; r < t->nrows; r++) {
        const char *absent;

        if (!row_is(t, r, check->result))
            continue;
        absent = given == NULL ? absent_part(t, check, r) : NULL;
        if (absent != NULL && check_result_of_rows(c, check, r))
            continue;
        if (absent != NULL) {
            say_absent(c, check, absent);
            return;
        }
        if (given == NULL)
            given = arena_alloc(c->arena, t->ncolumns, sizeof(*given));
        if (given == NULL)
            return;
        check_line(c, check, r, given);
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
