#include "figures/check_row.h"
#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"

/* What is printed with a minus of its own is added, where either will do. */
static int sign_of(const struct checks *c, size_t row, size_t column, int sign,
                   bool either)
{
    const struct kind_column *kind = c->table->columns[column].kind;
    struct decimal d;

    return either && kind != NULL &&
                   cell_decimal(kind->type, table_cell(c->table, row, column),
                                &d) &&
                   d.coefficient < 0
               ? 1
               : sign;
}

/* Adds the columns called NAMES of a row. One name may be repeated columns. */
static void add_columns(const struct checks *c, struct sum *s, size_t row,
                        const char *const *names, size_t nnames, int sign,
                        bool either)
{
    const struct table *t = c->table;

    for (size_t i = 0; i < nnames; i++) {
        for (size_t k = 0; k < t->ncolumns; k++) {
            if (str_is(str_of(names[i]), t->columns[k].id))
                sum_add(c, s, row, k, sign_of(c, row, k, sign, either));
        }
    }
}

static void name_columns(const struct checks *c, struct buf *b,
                         const char *const *names, size_t nnames,
                         const char *first, const char *next)
{
    for (size_t i = 0; i < nnames; i++) {
        const size_t column = table_column(c->table, str_of(names[i]));

        buf_puts(b, i == 0 ? first : next);
        if (column < c->table->ncolumns)
            buf_str(b, column_name(c, column));
        else
            buf_puts(b, names[i]);
    }
}

/* `Budget and Grant less Cost give` */
static struct str basis(const struct checks *c, const struct kind_check *check)
{
    struct str text;
    struct buf b;

    buf_init(&b, c->arena->limit);
    name_columns(c, &b, check->plus, check->nplus, "", " and ");
    name_columns(c, &b, check->minus, check->nminus,
                 check->nplus > 0 ? " less " : "less ", " and ");
    buf_puts(&b, check->nplus > 1 ? " give" : " gives");
    if (buf_status(&b) != ST_OK)
        arena_fail(c->arena, buf_status(&b));
    text = arena_str(c->arena, buf_view(&b));
    buf_free(&b);
    return text;
}

static struct sum row_sum(const struct checks *c,
                          const struct kind_check *check, size_t row)
{
    struct sum s = {.terms = 0};

    add_columns(c, &s, row, check->plus, check->nplus, 1, false);
    add_columns(c, &s, row, check->minus, check->nminus, -1, check->either);
    return s;
}

bool row_follows(struct checks *c, const struct comparison *comparison,
                 const struct sum *expected)
{
    const struct kind *kind = c->table->kind;
    const char *id = c->table->columns[comparison->column].id;

    for (size_t i = 0; i < kind->nchecks; i++) {
        const struct kind_check *check = &kind->checks[i];
        struct sum s;

        if (check->type != CHECK_ROW || check->result == NULL ||
            !str_is(str_of(check->result), id))
            continue;
        s = row_sum(c, check, comparison->row);
        if (comparison_follows(c, comparison, &s, expected))
            return true;
    }
    return false;
}

static void check_rows(struct checks *c, const struct kind_check *check,
                       bool sums)
{
    const struct table *t = c->table;
    const size_t result = table_column(t, str_of(check->result));

    if (result == t->ncolumns)
        return;
    for (size_t r = 0; r < t->nrows; r++) {
        const struct comparison comparison = {FINDING_ACROSS, r, result};
        struct sum s;

        if (row_is_sum(t->row_roles[r]) != sums)
            continue;
        s = row_sum(c, check, r);
        if (!comparison_holds(c, &comparison, &s))
            comparison_fault(c, &comparison, &s,
                             comparison_name(c, &comparison), basis(c, check));
    }
}

void check_row_of_entries(struct checks *c, const struct kind_check *check)
{
    check_rows(c, check, false);
}

void check_row_of_sums(struct checks *c, const struct kind_check *check)
{
    check_rows(c, check, true);
}
