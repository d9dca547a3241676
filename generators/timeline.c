#include "core/model/picture.h"
#include "generators/alternative.h"
#include "generators/data_table_rows.h"
#include "generators/generator_rows.h"
#include "generators/generator_tools.h"
#include "generators/phrases.h"

#include <string.h>

#define TICKS_MAX 9 /* labels that can be read side by side */

struct timeline {
    const struct generator_in *in;
    struct doc *d;
    const struct table *table;
    size_t head;
    size_t group;
    size_t period;
    struct picture_row *rows;
    uint32_t nrows;
    struct str *drawn; /* nrows: what each says, for the alternative text */
    struct str *undated;
    size_t nundated;
    bool seasons;      /* one is drawn */
    bool years;        /* a financial year is */
    struct date first; /* of all that is known */
    struct date last;
    struct picture_timeline *model;
};

/* A row as words: what it is, and when, as the data has it. */
static struct str in_words(const struct timeline *t, size_t row,
                           enum phrase phrase)
{
    const struct placeholder placeholders[] = {
        {"label", generate_cell_words(t->in, t->d, t->table, row, t->head)},
        {"when", inside_sentence(generate_cell_words(t->in, t->d, t->table, row,
                                                     t->period))},
    };

    return phrase_fill(t->in, t->d, phrase, placeholders, 2);
}

static const struct period *period_of(const struct timeline *t, size_t row)
{
    const struct cell *c = table_cell(t->table, row, t->period);

    return c->state == CELL_VALUE ? c->value.period : NULL;
}

static void see(struct timeline *t, struct date d)
{
    if (d.year == 0)
        return;
    if (t->first.year == 0 || date_compare(d, t->first) < 0)
        t->first = d;
    if (t->last.year == 0 || date_compare(d, t->last) > 0)
        t->last = d;
}

/* Which rows can be drawn; the others are words below the picture. */
static void sort_rows(struct timeline *t)
{
    for (size_t r = 0; r < t->table->nrows; r++) {
        const struct period *w = period_of(t, r);

        if (w == NULL || w->count == 0) {
            if (table_cell(t->table, r, t->head)->len > 0)
                t->undated[t->nundated++] =
                    in_words(t, r, PHRASE_TIMELINE_UNDATED_ITEM);
            continue;
        }
        for (size_t i = 0; i < w->count; i++) {
            see(t, w->intervals[i].from);
            see(t, w->intervals[i].to);
        }
        t->seasons = t->seasons || w->seasons;
        t->years = t->years || w->years;
        t->drawn[t->nrows++] = in_words(t, r, PHRASE_TIMELINE_ITEM);
    }
}

/* Months since the year 0. */
static int month_of(struct date d)
{
    return d.year * 12 + d.month - 1;
}

/* The first day of a month; the last day there is for those beyond it. */
static struct date month_begins(int month)
{
    if (month < 12)
        return (struct date){1, 1, 1};
    if (month > 9999 * 12 + 11)
        return (struct date){9999, 12, 31};
    return (struct date){(int16_t)(month / 12), (uint8_t)(month % 12 + 1), 1};
}

static int round_up(int n, int step)
{
    return (n + step - 1) / step * step;
}

/* MONTH is the first of an axis of months, or the first of a year: the year
   stands once. A wording without such phrases has it everywhere. */
static struct str month_label(const struct timeline *t, int month, bool first)
{
    const struct wording *w = t->in->wording;
    const bool with_year = first || month % 12 == 0;
    const enum phrase phrase =
        with_year ? PHRASE_TIMELINE_FIRST_MONTH : PHRASE_TIMELINE_MONTH;
    const struct str pattern = w->phrases[phrase];

    return wording_date(t->d->arena, w,
                        pattern.len > 0 ? pattern
                                        : w->phrases[PHRASE_TIMELINE_TICK],
                        month_begins(month));
}

static struct str tick_label(const struct timeline *t, int month)
{
    return wording_date(t->d->arena, t->in->wording,
                        t->in->wording->phrases[PHRASE_TIMELINE_TICK],
                        month_begins(month));
}

/* Ticks by months, quarters, half-years, years or more, whichever are few
   enough; the first and the last are the ends of the axis. */
static void add_ticks(struct timeline *t)
{
    static const int steps[] = {1,   3,   6,   12,   24,   60,
                                120, 240, 600, 1200, 6000, 24000};
    const size_t nsteps = sizeof(steps) / sizeof(steps[0]);
    const int first = month_of(t->first);
    const int end = month_of(t->last) + 1;
    struct picture_tick *ticks;
    size_t i = 0;
    int at;

    while (i + 1 < nsteps &&
           (round_up(end, steps[i]) - first / steps[i] * steps[i]) / steps[i] >=
               TICKS_MAX)
        i++;
    ticks = arena_alloc(t->d->arena, TICKS_MAX, sizeof(*ticks));
    if (ticks == NULL)
        return;
    at = first / steps[i] * steps[i];
    t->model->months = steps[i] == 1;
    for (; t->model->nticks < TICKS_MAX; at += steps[i]) {
        struct picture_tick *tick = &ticks[t->model->nticks++];

        tick->at = date_days(month_begins(at));
        if (at >= end && t->model->months)
            break; /* no month begins here */
        tick->label = t->model->months ? month_label(t, at, at == first)
                                       : tick_label(t, at);
        if (at >= end)
            break;
    }
    t->model->ticks = ticks;
}

static struct picture_span span_of(const struct timeline *t, struct interval i)
{
    const struct picture_timeline *m = t->model;
    const bool open_start = i.from.year == 0;
    const bool open_end = i.to.year == 0;

    return (struct picture_span){
        .from = open_start ? (int32_t)m->ticks[0].at : date_days(i.from),
        .to = open_end ? (int32_t)m->ticks[m->nticks - 1].at : date_days(i.to),
        .open_start = open_start,
        .open_end = open_end,
    };
}

static void add_rows(struct timeline *t)
{
    struct str group = {NULL, 0};
    struct picture_row *row = t->rows;

    for (size_t r = 0; r < t->table->nrows; r++) {
        const struct period *w = period_of(t, r);
        struct picture_span *spans;

        if (t->group < t->table->ncolumns &&
            table_cell(t->table, r, t->group)->len > 0)
            group = generate_cell_words(t->in, t->d, t->table, r, t->group);
        if (w == NULL || w->count == 0)
            continue;
        spans = arena_alloc(t->d->arena, w->count, sizeof(*spans));
        if (spans == NULL)
            return;
        for (size_t i = 0; i < w->count; i++)
            spans[i] = span_of(t, w->intervals[i]);
        *row++ = (struct picture_row){
            .label = generate_cell_words(t->in, t->d, t->table, r, t->head),
            .group = group,
            .spans = spans,
            .nspans = w->count,
        };
    }
    t->model->rows = t->rows;
    t->model->nrows = t->nrows;
}

static struct str alternative(const struct timeline *t)
{
    const struct wording *w = t->in->wording;
    struct arena *a = t->d->arena;
    const struct placeholder placeholders[] = {
        {"count", arena_printf(a, "%u", (unsigned)t->nrows)},
        {"from", wording_date(a, w, w->month_pattern, t->first)},
        {"to", wording_date(a, w, w->month_pattern, t->last)},
        {"items", phrase_join(t->in, t->d, t->drawn, t->nrows,
                              PHRASE_ALT_SEPARATOR, PHRASE_ALT_SEPARATOR)},
    };

    const struct str whole =
        phrase_fill(t->in, t->d, PHRASE_TIMELINE_ALT, placeholders, 4);
    const struct placeholder ends[] = {
        placeholders[0],
        placeholders[1],
        placeholders[2],
        {"first", t->nrows > 0 ? t->drawn[0] : (struct str){NULL, 0}},
        {"last", t->nrows > 0 ? t->drawn[t->nrows - 1] : (struct str){NULL, 0}},
    };

    if (!alternative_is_long(t->in, whole, PHRASE_TIMELINE_BRIEF))
        return whole;
    return alternative_with_table(
        t->in, t->d, phrase_fill(t->in, t->d, PHRASE_TIMELINE_BRIEF, ends, 5));
}

static void add_picture(struct timeline *t, struct doc_node *section)
{
    struct picture *picture = arena_alloc(t->d->arena, 1, sizeof(*picture));
    struct doc_node *n = doc_new(t->d->arena, DOC_PICTURE);

    if (picture == NULL || n == NULL)
        return;
    picture->kind = PICTURE_TIMELINE;
    t->model = &picture->u.timeline;
    add_ticks(t);
    if (t->model->nticks == 0)
        return;
    add_rows(t);
    n->at = t->in->data->at;
    n->audience = (uint8_t)t->in->data->audience;
    n->u.picture = picture;
    n->text = alternative(t);
    doc_append(section, n);
    generate_caption(t->in, t->d, n);
}

static void add_below(const struct timeline *t, struct doc_node *section,
                      struct str words)
{
    struct doc_node *p = doc_paragraph(t->d, section, words);

    if (p == NULL)
        return;
    p->at = t->in->data->at;
    p->audience = (uint8_t)t->in->data->audience;
    if (t->nrows == 0) /* there is no picture above it */
        return;
    p->role = ROLE_FOOT;
    p->unnumbered = true;
}

/* What is not drawn, and what is drawn of words that do not say so much. */
static void add_notes(const struct timeline *t, struct doc_node *section)
{
    const struct placeholder undated = {
        "items", phrase_join(t->in, t->d, t->undated, t->nundated,
                             PHRASE_LIST_SEPARATOR, PHRASE_LIST_LAST)};
    const struct str seasons = t->in->wording->phrases[PHRASE_TIMELINE_SEASONS];
    const struct str years = t->in->wording->phrases[PHRASE_TIMELINE_YEARS];

    if (t->nundated > 0)
        add_below(
            t, section,
            phrase_fill(t->in, t->d, PHRASE_TIMELINE_UNDATED, &undated, 1));
    if (t->seasons && seasons.len > 0)
        add_below(t, section, seasons);
    if (t->years && years.len > 0)
        add_below(t, section, years);
}

/* Without a column for it, the words that stand first in a row say what it is
   about. */
static size_t head_of(const struct generator_in *in, const struct table *t)
{
    size_t c = generate_head_column(in, in->form->head);

    if (c < t->ncolumns && t->columns[c].kind != NULL &&
        t->columns[c].kind->type != TYPE_PERIOD)
        return c;
    for (c = 0; c < t->ncolumns; c++) {
        const struct kind_column *kind = t->columns[c].kind;

        if (kind != NULL && kind->role == COLUMN_PLAIN && !kind->repeats &&
            (kind->type == TYPE_TEXT || kind->type == TYPE_PROSE))
            return c;
    }
    return t->ncolumns;
}

/* A picture of all rows that have dates, and the others in words. The data
   stands in a table of its own, printed here when `table` asks for it. */
void generate_timeline(const struct generator_in *in, struct doc *d,
                       struct doc_node *section)
{
    const struct table *table = in->data->table;
    struct doc_node *picture = NULL;
    struct timeline t = {
        .in = in,
        .d = d,
        .table = table,
        .head = head_of(in, table),
        .group = table_column_of_role(table, COLUMN_GROUP),
        .period = table_column_of_role(table, COLUMN_PERIOD),
        .rows = arena_alloc(d->arena, table->nrows, sizeof(*t.rows)),
        .drawn = arena_alloc(d->arena, table->nrows, sizeof(*t.drawn)),
        .undated = arena_alloc(d->arena, table->nrows, sizeof(*t.undated)),
    };

    if (table->nrows == 0) {
        data_table_add(in, d, section, in->form);
        return;
    }
    if (t.rows == NULL || t.drawn == NULL || t.undated == NULL)
        return;
    if (t.period == table->ncolumns || t.head == table->ncolumns ||
        table->columns[t.period].kind->type != TYPE_PERIOD) {
        finding(in->findings, FINDING_MISSING, in->data->at,
                "%s has no column of role `period` and type `when`, or none "
                "that heads its rows",
                in->data->file);
        return;
    }
    sort_rows(&t);
    if (t.nrows > 0) {
        add_picture(&t, section);
        picture = section->last;
    }
    add_notes(&t, section);
    if (picture != NULL && picture->kind == DOC_PICTURE)
        picture->keep_next = section->last != picture;
    if (generate_asked(in, "table"))
        data_table_add(in, d, section, in->form);
}
