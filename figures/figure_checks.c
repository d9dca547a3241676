#include "figures/figure_checks.h"
#include "figures/check_comparison.h"
#include "figures/check_rounding.h"
#include "figures/expression.h"

/* One side of a comparison. */
struct side {
    struct str name;
    struct figure figure;
    const struct data *data; /* whose cell it is; or NULL */
    struct cell_at cell;
};

struct comparing {
    struct figures *figures;
    struct acknowledgements *acknowledgements;
    struct computed_list *computed;
    struct findings *findings;
    const struct figure_check *check;
};

static bool stands_at(const struct table *t, size_t row, size_t column,
                      struct place at)
{
    return place_same(table_cell_place(t, row, column), at);
}

/* Views have cells of data, which come before them. */
static void find_cell(const struct figures *f, struct side *s)
{
    const struct report *r = f->report;

    for (size_t i = 0; i < r->ndata && s->data == NULL; i++) {
        const struct table *t = r->data[i].table;

        if (t == NULL || r->data[i].view != NULL ||
            (t->nfiles == 0 && t->source != s->figure.at.source))
            continue;
        for (size_t k = 0; k < t->nrows * t->ncolumns; k++) {
            s->cell = (struct cell_at){k / t->ncolumns, k % t->ncolumns};
            if (stands_at(t, s->cell.row, s->cell.column, s->figure.at)) {
                s->data = &r->data[i];
                break;
            }
        }
    }
}

static struct side side_of(const struct comparing *c, struct str text,
                           struct place at)
{
    struct figures *f = c->figures;
    const struct scope scope = {
        .figures = f,
        .audience = AUDIENCE_INTERNAL, /* it is never printed */
        .used = &f->used_by_views,
        .asks = at.source != f->report->source,
    };

    return (struct side){
        .name = text,
        .figure = expression_value(f->arena, text, at, &scope, c->findings)};
}

static const struct column *column_of(const struct side *s)
{
    return s->data == NULL ? NULL : &s->data->table->columns[s->cell.column];
}

static bool is_rounding(const struct side *a, const struct side *b)
{
    const struct column *x = column_of(a);
    const struct column *y = column_of(b);
    struct decimal p;
    struct decimal q;

    return x != NULL && y != NULL && (x->zeros > 0 || y->zeros > 0) &&
           cell_decimal(a->figure.form.type, &a->figure.cell, &p) &&
           cell_decimal(b->figure.form.type, &b->figure.cell, &q) &&
           rounding_parts(p, x, q, y);
}

/* A fault was named there, or what the cell follows from. */
static bool is_faulty(const struct comparing *c, const struct side *s)
{
    const struct data_figures *kept =
        s->data == NULL ? NULL
                        : &c->figures->data[s->data - c->figures->report->data];

    return kept != NULL &&
           number_map_get(
               &kept->corrected,
               cell_number(s->data->table, s->cell.row, s->cell.column)) != 0;
}

/* `revenue.total (cell D9 of revenue.csv)` */
static struct str side_words(const struct comparing *c, const struct side *s)
{
    const struct source *source = s->figure.at.source;
    char cell[SOURCE_CELL_SIZE];

    if (s->data == NULL)
        return s->name;
    place_cell_name(s->figure.at, cell);
    return arena_printf(c->figures->arena, "%.*s (cell %s of %s%s%s)",
                        STR_ARG(s->name), cell, source->name,
                        source->sheet == NULL ? "" : ", sheet ",
                        source->sheet == NULL ? "" : source->sheet);
}

static struct str figure_words(const struct comparing *c,
                               const struct figure *f)
{
    return figure_text(c->figures->arena, c->figures->template_used->wording,
                       f);
}

/* At the first cell that there is, which may be owned up to. */
static void say(struct comparing *c, const struct side *a, const struct side *b)
{
    struct figures *f = c->figures;
    const struct side *at = a->data != NULL ? a : b;
    const struct str text = arena_printf(
        f->arena, "%.*s is %.*s, and %.*s is %.*s", STR_ARG(side_words(c, a)),
        STR_ARG(figure_words(c, &a->figure)), STR_ARG(side_words(c, b)),
        STR_ARG(figure_words(c, &b->figure)));
    struct decimal value = {0, 0};

    (void)cell_decimal((at == a ? b : a)->figure.form.type,
                       &(at == a ? b : a)->figure.cell, &value);
    if (at->data == NULL) {
        finding(c->findings, FINDING_CROSS_TOTAL, c->check->at, "%.*s",
                STR_ARG(text));
    } else {
        struct checks checks = {.arena = f->arena,
                                .findings = c->findings,
                                .wording = f->template_used->wording,
                                .figures = f,
                                .data = at->data,
                                .table = at->data->table,
                                .kept = &f->data[at->data - f->report->data],
                                .acknowledgements = c->acknowledgements,
                                .computed = c->computed};
        const struct comparison comparison = {FINDING_CROSS_TOTAL, at->cell.row,
                                              at->cell.column};

        (void)comparison_finding(&checks, &comparison, value, "%.*s",
                                 STR_ARG(text));
    }
    finding_hint(c->findings, "the check `%s` says that both are the same",
                 c->check->id == NULL ? "" : c->check->id);
}

static void say_unchecked(const struct comparing *c, const struct side *s)
{
    finding(c->findings, FINDING_UNCHECKED, c->check->at,
            "the check `%s` compares nothing, since `%.*s` is %.*s",
            c->check->id == NULL ? "" : c->check->id, STR_ARG(s->name),
            STR_ARG(figure_empty(&s->figure) ? STR_LIT("blank")
                                             : figure_words(c, &s->figure)));
}

/* What nobody knows yet is neither the same as a figure nor another. */
static bool is_open(const struct side *s)
{
    return figure_empty(&s->figure) ||
           (s->figure.type == FIGURE_BLANK && cell_is_to_come(&s->figure.cell));
}

static void compare(struct comparing *c)
{
    const struct wording *w = c->figures->template_used->wording;
    struct side a = side_of(c, c->check->figure, c->check->figure_at);
    struct side b = side_of(c, c->check->equals, c->check->equals_at);

    if (a.figure.type == FIGURE_NONE || b.figure.type == FIGURE_NONE)
        return;
    if (is_open(&a) || is_open(&b)) {
        say_unchecked(c, is_open(&a) ? &a : &b);
        return;
    }
    switch (figure_compare(w, a.figure, b.figure)) {
    case RELATION_EQUAL: return;
    case RELATION_ALIEN:
        finding(c->findings, FINDING_BAD_EXPRESSION, c->check->at,
                "`%.*s` is %s and `%.*s` %s: they cannot be compared",
                STR_ARG(a.name), figure_type_name(a.figure.type),
                STR_ARG(b.name), figure_type_name(b.figure.type));
        return;
    case RELATION_LESS:
    case RELATION_GREATER:
    case RELATION_APART:
    case RELATION_OTHER: break;
    }
    find_cell(c->figures, &a);
    find_cell(c->figures, &b);
    if (!is_rounding(&a, &b) && !is_faulty(c, &a) && !is_faulty(c, &b))
        say(c, &a, &b);
}

void figure_checks_run(struct figures *f,
                       struct acknowledgements *acknowledgements,
                       struct computed_list *computed,
                       struct findings *findings)
{
    struct comparing c = {.figures = f,
                          .acknowledgements = acknowledgements,
                          .computed = computed,
                          .findings = findings};
    const struct template *t = f->template_used;

    for (size_t i = 0; i < t->nchecks; i++) {
        c.check = &t->checks[i];
        compare(&c);
    }
    for (size_t i = 0; i < f->report->nchecks; i++) {
        c.check = &f->report->checks[i];
        compare(&c);
    }
    f->computed = computed->list;
    f->ncomputed = computed->count;
}
