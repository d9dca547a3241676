#include "figures/changes.h"
#include "core/value/report_period.h"
#include "figures/changes_columns.h"
#include "figures/previous.h"

static const struct {
    const char *name;
    enum phrase phrase;
} kinds[CHANGE_KIND_MAX] = {
    [CHANGE_NEW] = {"new", PHRASE_CHANGE_NEW},
    [CHANGE_GONE] = {"gone", PHRASE_CHANGE_GONE},
    [CHANGE_MORE] = {"more", PHRASE_CHANGE_MORE},
    [CHANGE_LESS] = {"less", PHRASE_CHANGE_LESS},
    [CHANGE_LATER] = {"later", PHRASE_CHANGE_LATER},
    [CHANGE_EARLIER] = {"earlier", PHRASE_CHANGE_EARLIER},
    [CHANGE_COMPLETE] = {"complete", PHRASE_CHANGE_COMPLETE},
    [CHANGE_GIVEN] = {"given", PHRASE_CHANGE_GIVEN},
    [CHANGE_BLANKED] = {"blanked", PHRASE_CHANGE_BLANKED},
    [CHANGE_OTHER] = {"other", PHRASE_CHANGE_OTHER},
};

static bool is_below_zero(const struct figure *f)
{
    return figure_type_is_numeric(f->type) && figure_decimal(f).coefficient < 0;
}

/* Income of -1,780 after -1,910 is less and yet "up", slippage of -80 after 0
   is more and yet "down": of what lies below zero both figures are said. */
enum phrase change_phrase(const struct change *change)
{
    const bool up_or_down =
        change->kind == CHANGE_MORE || change->kind == CHANGE_LESS;

    if (up_or_down &&
        (is_below_zero(&change->before) || is_below_zero(&change->now)))
        return PHRASE_CHANGE_OTHER;
    return kinds[change->kind].phrase;
}

const char *change_kind_name(enum change_kind kind)
{
    return kinds[kind].name;
}

/* What a row is called: its key, and what it is about; before these its group,
   where the key is that of another row, too. */
static struct str name_of(struct arena *arena, const struct row_index *index,
                          size_t row)
{
    const struct table *t = index->table;
    const size_t label = table_column_of_role(t, COLUMN_LABEL);
    const struct str group = row_stands_in(index, row);
    struct str key = row_key(t, row);
    size_t namesakes[2];
    const struct str said = label == t->ncolumns
                                ? (struct str){NULL, 0}
                                : cell_as_typed(table_cell(t, row, label));
    const bool says_more = said.len > 0 && !str_eq(said, key);

    if (group.len > 0 && row_index_find(index, key, namesakes) > 1)
        key = arena_printf(arena, "%.*s, %.*s", STR_ARG(group), STR_ARG(key));
    if (!says_more)
        return key;
    return arena_printf(arena, "%.*s %.*s", STR_ARG(key), STR_ARG(said));
}

/* A comparison of one table with that before. */
struct comparing {
    const struct figures *now;
    struct arena *arena;
    const struct data *data;
    const struct table *table;
    const struct table *before;
    const struct row_index *rows, *rows_before;
    const struct changes_asked *asked;
    bool *changed; /* of the row at hand, which columns */
    struct list changes;
};

static struct change *add(struct comparing *x, enum change_kind kind,
                          const struct row_index *index, size_t row)
{
    struct change *c = list_add(&x->changes);

    if (c != NULL)
        *c = (struct change){
            .kind = kind, .name = name_of(x->arena, index, row), .row = row};
    return c;
}

/* A day of a span is no later than the span, but more exact. */
static bool lies_within(const struct period *inner, const struct period *outer)
{
    const struct interval *a = &inner->intervals[inner->count - 1];
    const struct interval *b = &outer->intervals[outer->count - 1];

    return a->from.year != 0 && b->from.year != 0 && a->to.year != 0 &&
           b->to.year != 0 && date_compare(a->from, b->from) >= 0 &&
           date_compare(a->to, b->to) <= 0;
}

/* How two times stand to each other: by their ends. */
static int compare_periods(const struct cell *a, const struct cell *b)
{
    const struct period *p = a->value.period;
    const struct period *q = b->value.period;

    if (p == NULL || q == NULL || p->count == 0 || q->count == 0 ||
        lies_within(p, q) || lies_within(q, p))
        return 0;
    return date_compare(p->intervals[p->count - 1].to,
                        q->intervals[q->count - 1].to);
}

static bool is_complete(const struct column *c, const struct figure *f)
{
    const int64_t choice = f->cell.value.choice;

    return c->kind->described != NULL && f->cell.state == CELL_VALUE &&
           (uint64_t)choice < c->kind->nchoices &&
           c->kind->described[choice].status == STATUS_COMPLETE;
}

/* Two figures of one kind: MORE, LESS, or CHANGE_KIND_MAX when neither. */
static enum change_kind compare_figures(const struct comparing *x,
                                        const struct figure *before,
                                        const struct figure *now,
                                        struct figure *difference)
{
    struct decimal d;
    const bool fits =
        decimal_subtract(figure_decimal(now), figure_decimal(before), &d);
    const bool more = fits && d.coefficient > 0;

    if (!fits)
        return CHANGE_OTHER;
    d = decimal_unsigned(d);
    if (d.coefficient == 0 || (now->form.type == TYPE_MONEY &&
                               decimal_compare(d, x->asked->threshold) < 0))
        return CHANGE_KIND_MAX;
    *difference = figure_of_decimal(now->form.type, d);
    difference->form = now->form;
    difference->form.signs = false;
    difference->difference = true;
    return more ? CHANGE_MORE : CHANGE_LESS;
}

/* What changed of a cell, or CHANGE_KIND_MAX. */
static enum change_kind kind_of(const struct comparing *x,
                                const struct column *c,
                                const struct figure *before,
                                const struct figure *now,
                                struct figure *difference)
{
    const struct wording *w = x->now->template_used->wording;
    int order = 0;

    if (before->type == FIGURE_NONE || now->type == FIGURE_NONE)
        return CHANGE_KIND_MAX; /* there is a finding */
    if (before->type == now->type && figure_type_is_numeric(now->type))
        return compare_figures(x, before, now, difference);
    if (figure_compare(w, *before, *now) == RELATION_EQUAL)
        return CHANGE_KIND_MAX;
    if (figure_empty(before) || figure_empty(now))
        return figure_empty(now) ? CHANGE_BLANKED : CHANGE_GIVEN;
    if (before->type == FIGURE_DATE && now->type == FIGURE_DATE)
        order = date_compare(now->cell.value.date, before->cell.value.date);
    else if (c->kind->type == TYPE_PERIOD && before->type == FIGURE_TEXT &&
             now->type == FIGURE_TEXT)
        order = compare_periods(&now->cell, &before->cell);
    if (order != 0)
        return order > 0 ? CHANGE_LATER : CHANGE_EARLIER;
    if (c->kind->type == TYPE_CHOICE && is_complete(c, now))
        return CHANGE_COMPLETE;
    return CHANGE_OTHER;
}

/* The column of the period before; of years, that of the same one. */
static size_t column_before(const struct table *then, const struct column *c)
{
    size_t k = 0;

    while (k < then->ncolumns && !(str_is(str_of(c->id), then->columns[k].id) &&
                                   then->columns[k].year == c->year))
        k++;
    return k;
}

static void compare_cell(struct comparing *x, size_t row, size_t then,
                         size_t column)
{
    const struct column *c = &x->table->columns[column];
    const size_t other = column_before(x->before, c);
    struct figure difference = {.type = FIGURE_NONE};
    struct figure before;
    struct figure now;
    struct change *change;
    enum change_kind kind;

    if (other == x->before->ncolumns)
        return;
    then = table_naming_row(x->before, then, other);
    before = figure_of_cell(x->before, then, other);
    now = figure_of_cell(x->table, table_naming_row(x->table, row, column),
                         column);
    kind = kind_of(x, c, &before, &now, &difference);
    change = kind == CHANGE_KIND_MAX ? NULL : add(x, kind, x->rows, row);
    if (change == NULL)
        return;
    x->changed[column] = true;
    change->column = c;
    change->before = before;
    change->now = now;
    change->difference = difference;
}

/* What follows from others is said only where none of them is. */
static void compare_cells(struct comparing *x, size_t row, size_t then)
{
    const bool *asked = x->asked->columns;
    const size_t n = x->table->ncolumns;

    for (size_t c = 0; c < n; c++)
        x->changed[c] = false;
    for (size_t c = 0; c < n; c++) {
        if (asked != NULL
                ? asked[c]
                : change_is_compared(x->data, c) && !change_waits(x->data, c))
            compare_cell(x, row, then, c);
    }
    for (size_t c = 0; asked == NULL && c < n; c++) {
        if (change_is_compared(x->data, c) && change_waits(x->data, c) &&
            !change_follows(x->data, c, x->changed))
            compare_cell(x, row, then, c);
    }
}

static void compare_row(struct comparing *x, size_t row)
{
    const struct table *before;
    size_t then;

    switch (previous_row_of(x->now, x->table, row, &before, &then)) {
    case PREVIOUS_FOUND: break;
    case PREVIOUS_ABSENT: (void)add(x, CHANGE_NEW, x->rows, row); return;
    case PREVIOUS_NO_DATA:
    case PREVIOUS_AMBIGUOUS: return;
    }
    compare_cells(x, row, then);
}

static void find_gone(struct comparing *x)
{
    for (size_t r = 0; r < x->before->nrows; r++) {
        size_t found;

        if (row_is_plain(x->before->row_roles[r]) &&
            row_index_match(x->rows_before, r, x->rows, &found) == 0)
            (void)add(x, CHANGE_GONE, x->rows_before, r);
    }
}

struct list changes_of(const struct figures *figures, struct arena *arena,
                       const struct data *data,
                       const struct changes_asked *asked)
{
    const struct data *before = previous_data_of(figures, data);
    struct comparing x = {
        .now = figures,
        .arena = arena,
        .data = data,
        .table = data->table,
        .before = before == NULL ? NULL : before->table,
        .asked = asked,
        .changes = list_of(arena, sizeof(struct change)),
    };

    if (x.table == NULL || x.before == NULL)
        return x.changes;
    x.rows = figures_rows(figures, data);
    x.rows_before = figures_rows(figures->previous, before);
    x.changed = arena_alloc(arena, x.table->ncolumns, sizeof(*x.changed));
    if (x.changed == NULL)
        return x.changes;
    for (size_t r = 0; r < x.table->nrows; r++) {
        if (row_is_plain(x.table->row_roles[r]))
            compare_row(&x, r);
    }
    /* What a view leaves out is not gone. */
    if (data->view == NULL)
        find_gone(&x);
    return x.changes;
}

size_t changes_uncompared(const struct figures *figures,
                          const struct data *data, size_t *first)
{
    const struct table *t = data->table;
    size_t count = 0;

    for (size_t r = 0; t != NULL && r < t->nrows; r++) {
        const struct table *before;
        size_t then;

        if (!row_is_plain(t->row_roles[r]) ||
            previous_row_of(figures, t, r, &before, &then) !=
                PREVIOUS_AMBIGUOUS)
            continue;
        *first = count++ == 0 ? r : *first;
    }
    return count;
}

bool changes_below(const struct figures *figures, struct arena *arena,
                   const struct data *data, const struct changes_asked *asked)
{
    const struct changes_asked any = {.columns = asked->columns};

    return asked->threshold.coefficient > 0 &&
           changes_of(figures, arena, data, &any).count > 0;
}

/* What the column of CHANGE is called. One that is headed by its period alone,
   "December 2026", says of neither figure what it is. */
static struct str column_name(struct arena *arena, const struct wording *w,
                              const struct change *change)
{
    const struct column *c = change->column;
    const struct kind_column *kind = c == NULL ? NULL : c->kind;
    struct report_period period;

    if (c == NULL)
        return (struct str){NULL, 0};
    if (kind != NULL && kind->title.len > 0 && c->year == 0 &&
        report_period_read(c->heading, w, &period))
        return kind_title_in(&kind->titles, kind->title, w->lang);
    return column_heading(arena, w, c);
}

struct str change_text(struct arena *arena, const struct wording *w,
                       const struct change *change)
{
    const struct placeholder texts[] = {
        {"name", change->name},
        {"column", column_name(arena, w, change)},
        {"before", figure_text(arena, w, &change->before)},
        {"now", figure_text(arena, w, &change->now)},
        {"difference", figure_text(arena, w, &change->difference)},
    };

    return wording_fill(arena, w->phrases[change_phrase(change)], texts,
                        sizeof(texts) / sizeof(*texts));
}
