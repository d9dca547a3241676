/*
 * What a row is that only the rows below it tell.
 */
#include "input/table/row_sums.h"

/* What ROW is called, in the first column that names it and is none of groups.
 */
static struct str label_of(const struct table_reading *r, size_t row)
{
    struct str label = {NULL, 0};

    for (size_t i = 0; i < r->nnaming && label.len == 0; i++) {
        if (r->naming[i] != r->group_column)
            label = table_text(r, row, r->naming[i]);
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
           group.len > 0 && str_eq(table_text(r, row, r->group_column), group);
}

/* Rows below which the total of their own group stands; it becomes its
   sub-total if AS_SUB. */
static size_t count_group_totals(struct table_reading *r, bool as_sub)
{
    struct str group = {NULL, 0};
    size_t count = 0;

    for (size_t row = 0; row < r->nrows; row++) {
        const struct str text = table_text(r, row, r->group_column);

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

/* A total among the rows, and what its figures are the sum of. */
struct inner_total {
    size_t row;
    struct str label;
    size_t of_group;  /* columns in which it sums the rows since the last sum */
    size_t of_all;    /* and those in which it sums all rows above */
    bool above_other; /* it stands between the rows of two groups */
};

/* The rows above the one at hand. */
struct rows_above {
    struct row_sums all;
    struct row_sums group; /* since a total or sub-total */
    size_t from;           /* the first of these */
};

static void add_row(const struct table_reading *r, struct rows_above *above,
                    size_t row)
{
    above->from = above->group.rows == 0 ? row : above->from;
    row_sums_add(r, &above->all, row);
    row_sums_add(r, &above->group, row);
}

/* Rows of one group down to ROW, and of another below it. */
static bool stands_between_groups(const struct table_reading *r, size_t from,
                                  size_t row)
{
    const size_t g = r->group_column;
    struct str group = {NULL, 0};

    if (row + 1 == r->nrows || r->roles[row + 1] != ROW_ENTRY)
        return false;
    if (g == r->columns.count)
        return titles_may_be_title(r, from) && titles_may_be_title(r, row + 1);
    for (size_t i = from; i < row; i++) {
        const struct str text = table_text(r, i, g);

        if (text.len > 0 && group.len > 0 && !str_eq(text, group))
            return false;
        group = text.len > 0 ? text : group;
    }
    return group.len > 0 && table_text(r, row + 1, g).len > 0 &&
           !str_eq(table_text(r, row + 1, g), group);
}

/* The total at ROW has rows of its own. */
static void see_inner_total(const struct table_reading *r, struct list *totals,
                            const struct rows_above *above, size_t row)
{
    struct inner_total t = {.row = row, .label = label_of(r, row)};
    struct inner_total *kept;

    if (t.label.len == 0 && r->group_column < r->columns.count)
        t.label = table_text(r, row, r->group_column);
    if (!wording_has(r->options->wording, WORD_TOTAL, t.label))
        return;
    t.of_group = row_sums_compare(r, &above->group, row).equal;
    t.of_all = row_sums_compare(r, &above->all, row).equal;
    t.above_other = stands_between_groups(r, above->from, row);
    kept = list_add(totals);
    if (kept != NULL)
        *kept = t;
}

static struct list find_inner_totals(struct table_reading *r)
{
    struct rows_above above = {row_sums_begin(r), row_sums_begin(r), 0};
    struct list totals = list_of(r->arena, sizeof(struct inner_total));

    for (size_t row = 0; above.all.of_column != NULL &&
                         above.group.of_column != NULL && row < r->nrows;
         row++) {
        if (totals_may_count(r, row)) {
            add_row(r, &above, row);
            continue;
        }
        if (r->roles[row] == ROW_TOTAL && above.group.rows > 0)
            see_inner_total(r, &totals, &above, row);
        if (row_is_sum(r->roles[row]))
            row_sums_clear(r, &above.group);
    }
    return totals;
}

static bool is_of_group(const struct inner_total *t)
{
    return t->of_group > t->of_all || (t->of_group > 0 && t->above_other);
}

/* Nothing but the next group says that it is none of the whole table. */
static void say_read(const struct table_reading *r, const struct inner_total *t)
{
    if (table_has_total(r, t->row + 1) || r->lines[t->row] == 0)
        return; /* or it is told as a word that the kind does not have */
    finding(r->findings, FINDING_UNKNOWN_TOTAL, table_row_place(r, t->row),
            "`%.*s` is read as a sub-total: it is the sum of its group, and "
            "another group stands below it",
            STR_ARG(cell_shown(t->label)));
    finding_hint(r->findings,
                 "give the group below its total as well, or the table a total "
                 "of all; if this is the total of all, what stands below it "
                 "belongs into a file of its own");
}

/* Each group's total is called simply `Total`: it is its sub-total. One of them
   proves it by its sum, or by the group that follows; others, whose figures may
   be wrong, are called as it is. */
static void settle_totals_of_groups(struct table_reading *r)
{
    const struct list list = find_inner_totals(r);
    const struct inner_total *totals = list.items;
    size_t proof = 0;

    while (proof < list.count && !is_of_group(&totals[proof]))
        proof++;
    if (proof == list.count)
        return;
    if (list.count == 1)
        say_read(r, totals);
    for (size_t i = 0; i < list.count; i++) {
        const struct inner_total *t = &totals[i];

        if (!is_of_group(t) && (t->of_all > t->of_group ||
                                !str_same_word(t->label, totals[proof].label)))
            continue;
        r->roles[t->row] = ROW_SUB_TOTAL;
        r->lines[t->row] = line_of(r, ROW_SUB_TOTAL);
    }
    r->had_total = table_has_total(r, 0);
}

/* Kinds whose rows are of one sort, and tables without other sums; where no
   names of groups tell, each row is in one of the totals. */
static bool may_total_groups(const struct table_reading *r)
{
    const bool names_groups =
        r->group_column < r->columns.count || r->lone.count > 0;
    bool total = false;
    bool below = false;
    bool open = false;

    for (size_t row = 0; row < r->nrows; row++) {
        const uint8_t role = r->roles[row];

        if (role != ROW_ENTRY && row_is_plain(role))
            return false; /* income has a total of its own */
        if (row_is_stock(role) || role == ROW_BLOCK_TOTAL)
            return false;
        below |= total && role == ROW_ENTRY;
        total |= role == ROW_TOTAL;
        open = role == ROW_ENTRY || (open && role != ROW_TOTAL);
    }
    return below && (names_groups || !open);
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
    if (may_total_groups(r))
        settle_totals_of_groups(r);
    settle_balances(r);
}
