#include "core/base/text_order.h"
#include "figures/view_parts.h"

#include <string.h>

#define KEYS_MAX 8

struct sort_key {
    size_t column;
    enum value_type type;
    bool falling;
};

struct sorting {
    const struct table *table;
    uint64_t *steps;
    struct sort_key keys[KEYS_MAX];
    size_t nkeys;
};

static int sign(int64_t n)
{
    return (n > 0) - (n < 0);
}

static int compare_periods(const struct period *a, const struct period *b)
{
    const int order = date_compare(a->intervals[0].from, b->intervals[0].from);

    return order != 0 ? order
                      : date_compare(a->intervals[0].to, b->intervals[0].to);
}

static int compare_values(enum value_type type, const struct cell *a,
                          const struct cell *b)
{
    struct decimal x;
    struct decimal y;

    switch (type) {
    case TYPE_MONEY:
    case TYPE_NUMBER:
    case TYPE_PERCENT:
    case TYPE_MEASURE:
        (void)cell_decimal(type, a, &x);
        (void)cell_decimal(type, b, &y);
        return decimal_compare(x, y);
    case TYPE_DATE: return date_compare(a->value.date, b->value.date);
    case TYPE_YEAR: return sign(a->value.year - b->value.year);
    case TYPE_CHOICE: return sign(a->value.choice - b->value.choice);
    case TYPE_PERIOD: return compare_periods(a->value.period, b->value.period);
    default: return text_order(cell_as_typed(a), cell_as_typed(b));
    }
}

/* Whether a cell has something to be sorted by. */
static bool has_order(enum value_type type, const struct cell *c)
{
    if (c->state != CELL_VALUE)
        return false;
    return type != TYPE_PERIOD ||
           (c->value.period != NULL && c->value.period->count > 0);
}

static const struct cell *cell_at(const struct table *t, size_t row,
                                  size_t column)
{
    return table_cell(t, table_naming_row(t, row, column), column);
}

/* What has no order comes last, whichever way the others are sorted. */
static int compare_rows(const struct sorting *s, uint32_t a, uint32_t b)
{
    ++*s->steps;
    for (size_t i = 0; i < s->nkeys; i++) {
        const struct sort_key *k = &s->keys[i];
        const struct cell *x = cell_at(s->table, a, k->column);
        const struct cell *y = cell_at(s->table, b, k->column);
        const bool ordered = has_order(k->type, x);
        int order;

        if (ordered != has_order(k->type, y))
            return ordered ? -1 : 1;
        order = ordered ? compare_values(k->type, x, y) : 0;
        if (order != 0)
            return k->falling ? -order : order;
    }
    return 0;
}

/* Two sorted runs of FROM, up to MIDDLE and END, into one of TO. */
static void merge(const struct sorting *s, const uint32_t *from, size_t begin,
                  size_t middle, size_t end, uint32_t *to)
{
    size_t left = begin;
    size_t right = middle;

    for (size_t i = begin; i < end; i++) {
        const bool take_left =
            left < middle &&
            (right == end || compare_rows(s, from[left], from[right]) <= 0);

        to[i] = take_left ? from[left++] : from[right++];
    }
}

/* Rows that are equal stay in their order. */
static void sort(const struct sorting *s, struct arena *arena, uint32_t *rows,
                 size_t n)
{
    uint32_t *other = arena_alloc(arena, n, sizeof(*other));
    uint32_t *from = rows;
    uint32_t *to = other;

    if (other == NULL)
        return;
    for (size_t width = 1; width < n; width *= 2) {
        uint32_t *swap = from;

        for (size_t i = 0; i < n; i += 2 * width) {
            const size_t middle = n - i > width ? i + width : n;
            const size_t end = n - i > 2 * width ? i + 2 * width : n;

            merge(s, from, i, middle, end, to);
        }
        from = to;
        to = swap;
    }
    if (from != rows)
        memcpy(rows, from, n * sizeof(*rows));
}

static void read_keys(struct view_making *m, struct sorting *s)
{
    const struct table *t = s->table;
    struct view_names n = {.words = m->view->sort};

    while (view_names_next(&n)) {
        const bool falling = n.name.ptr[0] == '-';
        size_t c;

        if (falling)
            n.name = str_from(n.name, 1);
        c = view_column_called(t, n.name, 0);
        if (c == t->ncolumns && view_may_lack(m, n.name))
            continue;
        if (c == t->ncolumns) {
            view_unknown_column(m, t, &n);
            return;
        }
        if (s->nkeys == KEYS_MAX) {
            finding(m->findings, FINDING_LIMIT, n.at,
                    "a view is sorted by at most %d columns", KEYS_MAX);
            view_fail(m);
            return;
        }
        if (m->last == &m->wide)
            view_mark(m, c);
        s->keys[s->nkeys++] = (struct sort_key){
            c, cell_form_of_column(&t->columns[c]).type, falling};
    }
}

/* Which of two equal rows is among the first ones is chance. */
static void look_at_end(struct view_making *m, const struct sorting *s)
{
    const size_t top = m->view->top;

    if (top == 0 || top >= m->norder || s->nkeys == 0 || m->view->other ||
        compare_rows(s, m->order[top - 1], m->order[top]) != 0)
        return;
    finding(m->findings, FINDING_ASSUMED, m->view->at,
            "row %zu and the one after it are equal in what the view `%s` is "
            "sorted by: the first of the data is taken",
            top, m->view->id);
}

void view_sort(struct view_making *m)
{
    struct sorting s = {.table = &m->last->table,
                        .steps = &m->figures->view_steps};

    read_keys(m, &s);
    if (m->failed)
        return;
    if (s.nkeys > 0)
        sort(&s, m->arena, m->order, m->norder);
    look_at_end(m, &s);
    if (m->view->top > 0 && m->norder > m->view->top) {
        m->nrest = m->view->other ? m->norder - m->view->top : 0;
        m->norder = m->view->top;
    }
}
