#include "figures/typed_figures.h"
#include "core/base/list.h"
#include "core/doc/doc.h"
#include "figures/typed_scan.h"

#define THOUSAND_PENCE 100000

/* One that was typed, and what of the data comes near. */
struct typed {
    struct typed_figure figure;
    struct place at;
    bool met;
    bool any;
    uint64_t distance;
    int64_t nearest; /* as figure.value */
    bool has_pence;
    struct place nearest_at;
    const struct named_value *named; /* it is the nearest; or NULL */
    const char *data; /* it is the sum of a column of it; or NULL */
    const char *column;
};

struct looking {
    const struct figures *figures;
    const struct wording *wording;
    enum audience audience;
    struct list typed; /* struct typed */
};

/* --- what was typed --- */

static void take_text(struct looking *l, const struct doc_node *node)
{
    struct typed_figure figure;
    size_t from = 0;

    while (typed_scan(node->text, l->wording, &from, &figure)) {
        struct typed *t = list_add(&l->typed);

        if (t == NULL)
            return;
        t->figure = figure;
        t->at = source_advance(doc_place(node), node->text, figure.start);
    }
}

static void take_prose(struct looking *l, const struct doc_node *prose)
{
    struct doc_walk walk = doc_walk(prose);

    while (prose != NULL && doc_walk_next(&walk)) {
        if (!walk.entering)
            continue;
        if (walk.node->audience > l->audience ||
            walk.node->kind == DOC_LISTING || walk.node->kind == DOC_CODE)
            doc_walk_skip(&walk);
        else if (walk.node->kind == DOC_TEXT)
            take_text(l, walk.node);
    }
}

static void take_sections(struct looking *l,
                          const struct report_section *sections,
                          size_t nsections)
{
    for (size_t i = 0; i < nsections; i++) {
        if (sections[i].audience <= l->audience)
            take_prose(l, sections[i].prose);
    }
}

static void take_report(struct looking *l)
{
    const struct report *r = l->figures->report;

    for (size_t i = 0; i < r->nrecommendations; i++) {
        if (r->recommendations[i].audience > l->audience)
            continue;
        take_prose(l, r->recommendations[i].prose);
        take_prose(l, r->recommendations[i].reason);
    }
    take_sections(l, r->sections, r->nsections);
    for (size_t i = 0; i < r->nparts; i++)
        take_sections(l, r->parts[i].sections, r->parts[i].nsections);
    for (size_t i = 0; i < r->nappendices; i++) {
        if (r->appendices[i].audience <= l->audience)
            take_prose(l, r->appendices[i].prose);
    }
}

/* --- what there is --- */

struct candidate {
    bool percent;
    int64_t value; /* without a sign */
    bool has_pence;
    struct place at;
    const struct named_value *named;
    const char *data;
    const char *column;
};

/* The value that is shown with steps of STEP, half away from nought. */
static int64_t rounded(int64_t value, int64_t step)
{
    const int64_t rest = value % step;

    if (value > INT64_MAX - step)
        return value;
    return value - rest + (rest >= step - rest ? step : 0);
}

static void compare(struct looking *l, const struct candidate *c)
{
    struct typed *list = l->typed.items;

    for (size_t i = 0; i < l->typed.count; i++) {
        struct typed *t = &list[i];
        const int64_t wanted = t->figure.value;
        const uint64_t distance = c->value > wanted
                                      ? (uint64_t)(c->value - wanted)
                                      : (uint64_t)(wanted - c->value);

        if (t->met || c->percent != t->figure.percent)
            continue;
        t->met = rounded(c->value, t->figure.step) == wanted;
        if (t->any && distance >= t->distance)
            continue;
        t->any = true;
        t->distance = distance;
        t->nearest = c->value;
        t->has_pence = c->has_pence;
        t->nearest_at = c->at;
        t->named = c->named;
        t->data = c->data;
        t->column = c->column;
    }
}

/* False: it is neither money nor a percentage, or too large. */
static bool to_candidate(enum value_type type, const struct cell *cell,
                         struct candidate *c)
{
    struct cell other = *cell;
    struct decimal d;

    if (type == TYPE_MEASURE)
        type = cell_of_measure(cell, &other);
    if ((type != TYPE_MONEY && type != TYPE_PERCENT) ||
        !cell_decimal(type, &other, &d) ||
        !decimal_round(
            d, type == TYPE_MONEY ? MONEY_SCALE : TYPED_PERCENT_SCALE, &d) ||
        d.coefficient == INT64_MIN)
        return false;
    c->percent = type == TYPE_PERCENT;
    c->value = d.coefficient < 0 ? -d.coefficient : d.coefficient;
    c->has_pence = c->value % 100 != 0;
    return true;
}

static void see_column(struct looking *l, const struct data *data, size_t n)
{
    const struct table *t = data->table;
    const enum value_type type = t->columns[n].kind->type;
    struct candidate c = {.data = NULL};
    struct figure total;

    for (size_t row = 0; row < t->nrows; row++) {
        if (!to_candidate(type, table_cell(t, row, n), &c))
            continue;
        c.at = table_cell_place(t, row, n);
        compare(l, &c);
    }
    if (type != TYPE_MONEY)
        return;
    total = figures_total_of(l->figures, data, n);
    c = (struct candidate){.data = data->id, .column = t->columns[n].id};
    if (total.type == FIGURE_MONEY && to_candidate(type, &total.cell, &c))
        compare(l, &c);
}

static void see_figures(struct looking *l)
{
    const struct report *r = l->figures->report;

    for (size_t i = 0; i < r->ndata; i++) {
        const struct table *t = r->data[i].table;

        for (size_t c = 0; t != NULL && c < t->ncolumns; c++) {
            const struct kind_column *k = t->columns[c].kind;

            if (k != NULL &&
                (k->type == TYPE_MONEY || k->type == TYPE_PERCENT ||
                 k->type == TYPE_MEASURE))
                see_column(l, &r->data[i], c);
        }
    }
    for (size_t i = 0; i < r->nvalues; i++) {
        struct candidate c = {.at = r->values[i].at, .named = &r->values[i]};

        if (to_candidate(r->values[i].type, &r->values[i].cell, &c))
            compare(l, &c);
    }
}

/* --- what is said --- */

static struct str value_text(const struct looking *l, const struct typed *t)
{
    struct arena *a = l->figures->arena;

    struct decimal share = {t->nearest, TYPED_PERCENT_SCALE};

    while (share.scale > 0 && share.coefficient % 10 == 0) {
        share.coefficient /= 10;
        share.scale--;
    }
    if (t->figure.percent)
        return wording_percent(a, l->wording, share);
    return wording_money(a, l->wording, t->nearest,
                         t->has_pence ? MONEY_SCALE : 0);
}

static struct str place_text(const struct looking *l, const struct typed *t)
{
    struct arena *a = l->figures->arena;
    char cell[SOURCE_CELL_SIZE];

    if (t->named != NULL && t->named->id != NULL)
        return arena_printf(a, "the value `%s`", t->named->id);
    if (t->column != NULL)
        return arena_printf(a, "the sum of `%s.%s`", t->data, t->column);
    place_cell_name(t->nearest_at, cell);
    return arena_printf(a, "%s of `%s`", cell, t->nearest_at.source->name);
}

static void say(const struct looking *l, const struct typed *t,
                struct findings *findings)
{
    if (!t->any) {
        finding(findings, FINDING_TYPED_FIGURE, t->at,
                "`%.*s` is typed, and the data has no %s",
                STR_ARG(t->figure.text),
                t->figure.percent ? "percentages" : "amounts");
        return;
    }
    finding(findings, FINDING_TYPED_FIGURE, t->at,
            "`%.*s` is typed and equals no figure of the data; the nearest is "
            "%.*s (%.*s)",
            STR_ARG(t->figure.text), STR_ARG(value_text(l, t)),
            STR_ARG(place_text(l, t)));
    if (!t->figure.percent &&
        rounded(t->nearest, THOUSAND_PENCE) == t->figure.value)
        finding_hint(findings, "it is that figure in whole thousands");
}

void typed_figures_look(const struct figures *figures, enum audience audience,
                        struct findings *findings)
{
    struct looking l = {
        .figures = figures,
        .wording = figures->template_used->wording,
        .audience = audience,
        .typed = list_of(figures->arena, sizeof(struct typed)),
    };
    const struct typed *list;

    take_report(&l);
    if (l.typed.count == 0)
        return;
    see_figures(&l);
    list = l.typed.items;
    for (size_t i = 0; i < l.typed.count; i++) {
        if (!list[i].met)
            say(&l, &list[i], findings);
    }
}
