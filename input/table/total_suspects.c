#include "input/table/sums_above.h"
#include "input/table/table_less.h"

struct totals {
    struct table_reading *r;
    struct sums_above above;
    size_t title; /* a row with a name alone, below which the group stands; the
                     number of rows: none does */
    size_t end;   /* end_of_entries() */
    size_t confirmed; /* a row that is the sum of two rows, and no chance, since
                         the suspect above it is such a sum, too */
};

static const char is_its_sum[] = "is the sum of the rows above it";
static const char not_its_sum[] =
    "looks like a total, but is not the sum of the rows above it";

static void say_read(struct table_reading *r, const struct suspect *x,
                     enum row_role role, bool agrees)
{
    totals_say_read(r, x, role,
                    agrees ? "it is the sum of rows above it"
                           : "its name says so, though it is not the sum of "
                             "the rows above it");
}

/* The row behind the last one that a total may sum and that is not suspected to
   be a total itself. */
static size_t end_of_entries(const struct table_reading *r)
{
    const struct suspect *suspects = r->suspects.items;
    size_t n = r->suspects.count;
    size_t row = r->nrows;

    while (row > 0) {
        const bool is_suspect = n > 0 && suspects[n - 1].row == row - 1;

        if ((!is_suspect || less_takes(r, row - 1)) &&
            totals_may_count(r, row - 1))
            break;
        n -= is_suspect;
        row--;
    }
    return row;
}

/* A mean or a comparison below all that it may be made of is one; among the
   rows it may be the name of one: an answer `Average`. */
static enum row_role role_of_mean(struct table_reading *r,
                                  const struct suspect *x, size_t end)
{
    const struct kind *kind = r->options->kind;

    if (x->row >= end) {
        totals_say_read(r, x, ROW_RESULT,
                        "its name says so, and it is neither counted nor "
                        "summed with the rows above it");
        return ROW_RESULT;
    }
    finding(r->findings, FINDING_UNKNOWN_TOTAL, table_row_place(r, x->row),
            "%.*s is called as a mean or a comparison of rows is: it counts as "
            "a row like any other",
            STR_ARG(totals_name(r, x)));
    finding_hint(
        r->findings,
        "<line role=\"%s\" aliases=\"...\"/> in kind `%s` says that it "
        "is one, and role=\"%s\" that it is none",
        row_role_name(ROW_RESULT), kind->id, row_role_name(ROW_ENTRY));
    return ROW_ENTRY;
}

/* In a table of percentages nothing can be added: only names tell. */
static void say_named(struct table_reading *r)
{
    const size_t end = end_of_entries(r);

    for (size_t i = 0; i < r->suspects.count; i++) {
        const struct suspect *x = (struct suspect *)r->suspects.items + i;

        if (x->why == SUSPECT_MEAN)
            r->roles[x->row] = (uint8_t)role_of_mean(r, x, end);
        else if (x->why == SUSPECT_WORD)
            totals_say_read(r, x, (enum row_role)r->roles[x->row],
                            "its name says so");
    }
}

static void say_entry(struct table_reading *r, const struct suspect *x,
                      const char *why)
{
    finding(r->findings, FINDING_UNKNOWN_TOTAL, table_row_place(r, x->row),
            "%.*s %s: it counts as a row like any other",
            STR_ARG(totals_name(r, x)), why);
    finding_hint(r->findings,
                 "if it is a total, add its name to those that kind `%s` has "
                 "for totals; <line role=\"%s\" aliases=\"...\"/> there says "
                 "that it is none",
                 r->options->kind->id, row_role_name(ROW_ENTRY));
}

/* A row without a name is an error already; in a table of figures alone no row
   has one. */
static bool needs_no_name(const struct table_reading *r)
{
    bool words = false;

    for (size_t c = 0; c < r->columns.count; c++)
        words |= r->columns.list[c].kind != NULL &&
                 !value_is_figure(r->columns.list[c].kind->type);
    if (!words)
        return true;
    for (size_t i = 0; i < r->nnaming; i++) {
        if (r->columns.list[r->naming[i]].kind->filled)
            return true;
    }
    return false;
}

/* Rows of more than one group stand above: their sum is no sub-total. */
static bool spans_groups(const struct table_reading *r, size_t row)
{
    struct str group = {NULL, 0};

    for (size_t i = 0; r->group_column < r->columns.count && i < row; i++) {
        const struct str text = table_text(r, i, r->group_column);

        if (!row_is_plain(r->roles[i]) || text.len == 0)
            continue;
        if (group.len > 0 && !str_eq(group, text))
            return true;
        group = text;
    }
    return false;
}

/* Whether each figure of ROW is the sum of the rows from FROM on, two or more,
   and two of them are not nought. */
static bool sums_from(const struct totals *t, size_t from, size_t row)
{
    size_t columns = 0;

    for (size_t column = 0; column < t->r->columns.count; column++) {
        struct decimal sum = {0, 0};
        struct decimal d;
        bool known;

        if (!totals_may_sum(&t->r->columns.list[column]))
            continue;
        for (size_t r = from; r < row; r++) {
            d = totals_figure(t->r, r, column, &known);
            if (!totals_may_count(t->r, r) ||
                (known && !decimal_add(sum, d, &sum)))
                return false;
        }
        d = totals_figure(t->r, row, column, &known);
        if (known && decimal_compare(d, sum) != 0)
            return false;
        columns += known && d.coefficient != 0;
    }
    return row > from + 1 && columns > 1;
}

/* Whether the suspect below X is the sum of the rows between them: one sum of
   two rows may be chance, two below each other are not. */
static bool is_confirmed(struct totals *t, const struct suspect *x)
{
    const struct suspect *end =
        (const struct suspect *)t->r->suspects.items + t->r->suspects.count;

    if (t->confirmed == x->row)
        return true;
    if (x + 1 == end || !sums_from(t, x->row + 1, x[1].row))
        return false;
    t->confirmed = x[1].row;
    return true;
}

/* Most of its figures are the sums of the group's, and no one alone by chance:
   the others may be wrong. */
static bool is_mostly_of_group(const struct totals *t, size_t row)
{
    const struct likeness like = sums_above_like_group(&t->above, row);

    return t->above.in_group > 1 && like.equal > 1 && like.equal > like.differ;
}

/* A figure of it is the sum of the group's, and the total below leaves it out:
   the others of it are wrong. */
static bool is_partly_of_group(const struct totals *t, size_t row)
{
    return t->above.in_group > 1 &&
           sums_above_like_group(&t->above, row).equal > 0 &&
           row_is_left_out_below(t->r, row);
}

/* It may be a sum by its name and figures, and the total below counts it. */
static bool is_counted_below(const struct totals *t, const struct suspect *x,
                             enum sums_agreement agrees)
{
    const bool may_be_row =
        agrees == AGREES_NOT
            ? x->why == SUSPECT_LIKE && is_mostly_of_group(t, x->row)
            : x->is_gross;

    return may_be_row && row_counts_below(t->r, x->row);
}

/* The sum of the two rows above it, by its figures alone. */
static enum row_role role_of_two(struct totals *t, const struct suspect *x,
                                 size_t columns)
{
    if (columns < 2)
        return ROW_ENTRY;
    if (is_confirmed(t, x)) {
        say_read(t->r, x, ROW_SUB_TOTAL, true);
        return ROW_SUB_TOTAL;
    }
    say_entry(t->r, x, "is the sum of the two rows above it");
    return ROW_ENTRY;
}

/* More shows it than one figure, which may be a sum by chance. */
static bool is_surely_sum(const struct totals *t, const struct suspect *x,
                          size_t columns)
{
    if (x->why == SUSPECT_LAST)
        return false;
    return columns > 1 || (x->why != SUSPECT_SUM &&
                           (t->above.in_group > 1 || x->why == SUSPECT_LIKE));
}

/* By its name and its place, where its figures leave it open. */
static enum row_role role_of_name(struct totals *t, const struct suspect *x,
                                  enum sums_agreement agrees, size_t columns)
{
    struct table_reading *r = t->r;
    const bool last = x->row + 1 == r->nrows;

    if (agrees == AGREES_WITH_ALL && x->why == SUSPECT_LAST && columns > 0) {
        if (t->above.rows > 2 || columns > 1) {
            say_read(r, x, ROW_TOTAL, true);
            return ROW_TOTAL;
        }
        say_entry(r, x, is_its_sum);
    } else if (x->why == SUSPECT_SUM && agrees != AGREES_NOT) {
        say_entry(r, x, is_its_sum);
    } else if (x->is_gross) {
        return ROW_ENTRY; /* such a row is no sum as often */
    } else if (x->why == SUSPECT_LIKE && last && x->is_large && !r->had_total) {
        say_read(r, x, ROW_TOTAL, false);
        return ROW_TOTAL;
    } else if (x->why == SUSPECT_LIKE && last) {
        say_entry(r, x, not_its_sum);
    } else if (x->why == SUSPECT_BLANK && !needs_no_name(r)) {
        say_entry(r, x, "has figures, but nothing says what they are");
    }
    return ROW_ENTRY;
}

/* What is no mean and has no word that tells: by its figures, or else by its
   name. */
static enum row_role role_of_figures(struct totals *t, const struct suspect *x,
                                     enum sums_agreement agrees, size_t columns)
{
    struct table_reading *r = t->r;
    const bool first_group = t->above.rows == t->above.in_group &&
                             x->row < t->end && !spans_groups(r, x->row);
    const enum row_role role =
        agrees == AGREES_WITH_GROUP || first_group ? ROW_SUB_TOTAL : ROW_TOTAL;

    if (x->why == SUSPECT_SUM && agrees != AGREES_NOT && x->is_of_two)
        return role_of_two(t, x, columns);
    if (x->why == SUSPECT_SUM && x->is_below && columns < 2)
        return ROW_ENTRY; /* that it stands below a total is said */
    if (is_counted_below(t, x, agrees)) {
        say_entry(r, x, agrees == AGREES_NOT ? not_its_sum : is_its_sum);
        return ROW_ENTRY;
    }
    if (agrees != AGREES_NOT && is_surely_sum(t, x, columns)) {
        say_read(r, x, role, true);
        return role;
    }
    if (x->why == SUSPECT_LIKE &&
        (is_mostly_of_group(t, x->row) || is_partly_of_group(t, x->row))) {
        say_read(r, x, ROW_SUB_TOTAL, false);
        return ROW_SUB_TOTAL;
    }
    return role_of_name(t, x, agrees, columns);
}

/* What a suspect is, and a finding that says so; ROW_ENTRY: a row like any
   other. */
static enum row_role role_of_suspect(struct totals *t, const struct suspect *x)
{
    size_t columns;
    const enum sums_agreement agrees =
        sums_above_compare(&t->above, x->row, &columns);
    const enum row_role role = (enum row_role)t->r->roles[x->row];

    if (x->why == SUSPECT_MEAN)
        return role_of_mean(t->r, x, t->end);
    if (x->why != SUSPECT_WORD)
        return role_of_figures(t, x, agrees, columns);
    say_read(t->r, x, role, agrees != AGREES_NOT);
    return role;
}

/* Below `Earmarked reserves` and its rows stands their sum, called a total: the
   name was their title. */
static void see_title(struct totals *t, size_t row)
{
    struct table_reading *r = t->r;

    if (r->roles[row] == ROW_SUB_TOTAL && t->title < r->nrows &&
        t->above.in_group > 0 &&
        sums_above_like_group(&t->above, row).equal > 0)
        r->roles[t->title] = ROW_GROUP_TITLE;
}

/* 1 + the only line of the kind that means ROLE; 0: none does, or several. */
static uint8_t only_line(const struct table_reading *r, enum row_role role)
{
    const struct kind *kind = r->options->kind;
    uint8_t line = 0;

    for (size_t i = 0; i < kind->nrows && i < UINT8_MAX; i++) {
        if (kind->rows[i].role != role)
            continue;
        if (line != 0)
            return 0;
        line = (uint8_t)(i + 1);
    }
    return line;
}

/* What its groups told is known already. A total of all under another name is
   what checks of lines call the total. */
static void see_suspect(struct totals *t, const struct suspect *x)
{
    uint8_t *role = &t->r->roles[x->row];

    if (*role != ROW_ENTRY && x->why != SUSPECT_WORD)
        return;
    *role = (uint8_t)role_of_suspect(t, x);
    if (*role == ROW_TOTAL && t->r->lines[x->row] == 0)
        t->r->lines[x->row] = only_line(t->r, ROW_TOTAL);
}

static void check_rows(struct totals *t)
{
    struct table_reading *r = t->r;
    const struct suspect *suspects = r->suspects.items;
    size_t next = 0;

    t->end = end_of_entries(r);
    t->title = r->nrows;
    t->confirmed = r->nrows;
    for (size_t row = 0; row < r->nrows; row++) {
        if (next < r->suspects.count && suspects[next].row == row)
            see_suspect(t, &suspects[next++]);
        see_title(t, row);
        if (r->roles[row] == ROW_ENTRY && titles_may_be_title(r, row)) {
            sums_above_end_group(&t->above);
            t->title = row;
        } else if (totals_may_count(r, row))
            sums_above_add(&t->above, row);
        else if (r->roles[row] == ROW_OPENING)
            sums_above_add_balance(&t->above, row);
        else if (r->roles[row] == ROW_TOTAL || r->roles[row] == ROW_SUB_TOTAL ||
                 r->roles[row] == ROW_INNER_TOTAL) {
            sums_above_end_group(&t->above);
            t->title = r->nrows;
        }
    }
}

/* A row called `All` above no other but its total is the entry: there is
   nothing that it could be the whole of. */
static void keep_an_entry(struct table_reading *r)
{
    const struct suspect *first = r->suspects.items;

    for (size_t row = 0; row < r->nrows; row++) {
        if (r->roles[row] == ROW_ENTRY)
            return;
    }
    if (first->why != SUSPECT_WORD ||
        !wording_has(r->options->wording, WORD_WHOLE, first->label))
        return;
    r->roles[first->row] = ROW_ENTRY;
    totals_clear_first(r);
}

void totals_check(struct table_reading *r)
{
    struct totals t = {.r = r};

    if (r->nrows > 0)
        totals_suspect_last(r);
    total_first_see(r);
    if (r->suspects.count > 0)
        keep_an_entry(r);
    if (r->suspects.count == 0 && r->lone.count == 0)
        return;
    t.above = sums_above_begin(r);
    if (t.above.ncolumns > 0)
        check_rows(&t);
    else
        say_named(r);
}
