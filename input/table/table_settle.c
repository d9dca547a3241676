/*
 * What a row is that only the rows below it tell.
 */
#include "input/table/table_parts.h"

static struct str text_of(const struct table_reading *r, size_t row, size_t c)
{
    return cell_as_typed(&r->cells[row * r->columns.count + c]);
}

/* What ROW is called, in the first column that names it and is none of groups.
 */
static struct str label_of(const struct table_reading *r, size_t row)
{
    struct str label = {NULL, 0};

    for (size_t i = 0; i < r->nnaming && label.len == 0; i++) {
        if (r->naming[i] != r->group_column)
            label = text_of(r, row, r->naming[i]);
    }
    return label;
}

/* 1 + the first line of the kind that means ROLE; 0: none does. */
static uint8_t line_of(const struct table_reading *r, enum row_role role)
{
    const struct kind *kind = r->options->kind;

    for (size_t i = 0; i < kind->nrows && i < UINT8_MAX; i++) {
        if (kind->rows[i].role == role)
            return (uint8_t)(i + 1);
    }
    return 0;
}

/* `Place, Total` below rows of Place, as pivot tables write it. */
static bool totals_its_group(const struct table_reading *r, size_t row,
                             struct str group)
{
    return r->roles[row] == ROW_TOTAL && label_of(r, row).len > 0 &&
           group.len > 0 && str_eq(text_of(r, row, r->group_column), group);
}

/* Rows below which the total of their own group stands; it becomes its
   sub-total if AS_SUB. */
static size_t count_group_totals(struct table_reading *r, bool as_sub)
{
    struct str group = {NULL, 0};
    size_t count = 0;

    for (size_t row = 0; row < r->nrows; row++) {
        const struct str text = text_of(r, row, r->group_column);

        if (totals_its_group(r, row, group)) {
            count++;
            group.len = 0;
            if (as_sub) {
                r->roles[row] = ROW_SUB_TOTAL;
                r->lines[row] = line_of(r, ROW_SUB_TOTAL);
            }
        } else if (row_has_own_figures(r->roles[row]) && text.len > 0) {
            group = text;
        }
    }
    return count;
}

/* One alone may be that of the whole table, whose group was filled down. */
static void settle_group_totals(struct table_reading *r)
{
    if (r->group_column < r->columns.count && count_group_totals(r, false) > 1)
        (void)count_group_totals(r, true);
}

/* It is called so by a name that moves with the calendar. */
static bool moves(const struct table_reading *r, size_t row)
{
    const struct kind_row *line;

    if (r->lines[row] == 0)
        return false;
    line = &r->options->kind->rows[r->lines[row] - 1];
    for (size_t i = 0; i < line->naliases; i++) {
        if (!name_has_placeholder(line->aliases[i]) &&
            str_same_word(line->aliases[i], label_of(r, row)))
            return false;
    }
    return true;
}

/* `Balance at 31 August` before that at 30 September: what a month opens with
   is the balance of the day before. */
static void settle_balances(struct table_reading *r)
{
    const uint8_t opening = line_of(r, ROW_OPENING);
    size_t first = r->nrows;

    for (size_t row = 0; row < r->nrows && opening > 0; row++) {
        if (r->roles[row] == ROW_OPENING)
            return;
        if (r->roles[row] != ROW_CLOSING || !moves(r, row))
            continue;
        if (first == r->nrows) {
            first = row;
        } else if (!str_same_word(label_of(r, first), label_of(r, row))) {
            r->roles[first] = ROW_OPENING;
            r->lines[first] = opening;
            return;
        }
    }
}

void roles_settle(struct table_reading *r)
{
    settle_group_totals(r);
    settle_balances(r);
}
