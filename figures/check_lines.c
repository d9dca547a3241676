#include "figures/check_comparison.h"
#include "figures/check_names.h"
#include "figures/check_steps.h"

static bool row_is(const struct table *t, size_t row, const char *line)
{
    const unsigned n = t->row_lines == NULL ? 0 : t->row_lines[row];
    const char *id = n == 0 ? NULL : t->kind->rows[n - 1].id;

    return id != NULL && line != NULL && str_is(str_of(line), id);
}

/* Adds the rows that are one of LINES to S, and their names to B. */
static void add_lines(const struct checks *c, struct sum *s, struct buf *b,
                      size_t column, const char *const *lines, size_t nlines,
                      int sign)
{
    const struct table *t = c->table;

    for (size_t i = 0; i < nlines; i++) {
        for (size_t r = 0; r < t->nrows; r++) {
            if (!row_is(t, r, lines[i]))
                continue;
            if (s->terms > 0)
                buf_puts(b, sign < 0 ? " less " : " and ");
            buf_printf(b, "%.*s (%.*s)", STR_ARG(row_name(t, r)),
                       STR_ARG(cell_name(c, r, column)));
            sum_add(c, s, r, column, sign);
        }
    }
}

static void check_cell(struct checks *c, const struct kind_check *check,
                       size_t row, size_t column)
{
    const struct comparison comparison = {FINDING_SUM, row, column};
    struct sum s = {.terms = 0};
    struct str basis;
    struct buf b;

    buf_init(&b, c->arena->limit);
    add_lines(c, &s, &b, column, check->plus, check->nplus, 1);
    add_lines(c, &s, &b, column, check->minus, check->nminus, -1);
    if (buf_status(&b) != ST_OK)
        arena_fail(c->arena, buf_status(&b));
    basis = arena_printf(c->arena, "%.*s %s", STR_ARG(buf_view(&b)),
                         s.terms > 1 ? "give" : "gives");
    buf_free(&b);
    if (!comparison_holds(c, &comparison, &s))
        comparison_fault(c, &comparison, &s, comparison_name(c, &comparison),
                         basis);
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

void check_lines(struct checks *c, const struct kind_check *check)
{
    const struct table *t = c->table;

    for (size_t r = 0; r < t->nrows; r++) {
        if (!row_is(t, r, check->result))
            continue;
        for (size_t k = 0; k < t->ncolumns; k++) {
            if (is_checked(t, check, k) && column_is_numeric(t, k))
                check_cell(c, check, r, k);
        }
    }
}
