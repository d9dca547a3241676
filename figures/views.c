#include "figures/views.h"
#include "figures/view_parts.h"

#include <string.h>

size_t views_count(const struct report *report,
                   const struct template *template_used)
{
    return report->nviews + template_used->nviews;
}

static void no_such_data(const struct figures *f, const struct view *v,
                         bool of_template, struct findings *findings)
{
    const struct report *r = f->report;
    const struct template *t = f->template_used;
    struct list names = list_of(f->arena, sizeof(struct str));

    for (size_t i = 0; i < r->ndata; i++) {
        struct str *name = r->data[i].id == NULL ? NULL : list_add(&names);

        if (name != NULL)
            *name = str_of(r->data[i].id);
    }
    for (size_t i = 0; of_template && i < t->ndata; i++) {
        struct str *name = t->data[i].id == NULL ? NULL : list_add(&names);

        if (name != NULL)
            *name = str_of(t->data[i].id);
    }
    finding(findings, FINDING_UNKNOWN_NAME, v->of.at,
            "there is no data, and no view above this one, called `%.*s`",
            STR_ARG(v->of.text));
    finding_nearest(findings, v->of.text, names.items, names.count);
}

/* Two things of one file were an error when it was read. */
static bool is_taken(const struct figures *f, const struct view *v,
                     struct findings *findings)
{
    const struct str id = str_of(v->id);
    const struct data *data = report_data(f->report, id);
    const struct named_value *value = names_value(f->names, f->report, id);
    struct place at;

    if (data == NULL && value == NULL)
        return false;
    at = data != NULL ? data->at : value->at;
    if (at.source == v->at.source)
        return true;
    finding(findings, FINDING_DUPLICATE_ID, v->at,
            "the view is called `%s`, as %s in line %u of %s is", v->id,
            data == NULL         ? "a value"
            : data->view != NULL ? "a view"
                                 : "data",
            (unsigned)at.line, at.source == NULL ? "" : at.source->name);
    finding_hint(findings, "give one of them another id");
    return true;
}

static void refuse_other(struct view_making *m)
{
    if (!m->view->other || m->view->top > 0)
        return;
    finding(m->findings, FINDING_BAD_ATTRIBUTE, m->view->at,
            "`other` is of the rows beyond `top`, which is not given");
    view_fail(m);
}

static void order_rows(struct view_making *m)
{
    const bool grouped = m->last == &m->grouped;

    m->norder = grouped ? m->grouped.table.nrows : m->nchosen;
    m->order = arena_alloc(m->arena, m->norder, sizeof(*m->order));
    for (size_t i = 0; m->order != NULL && i < m->norder; i++)
        m->order[i] = grouped ? (uint32_t)i : m->chosen[i];
}

static bool goes_on(const struct view_making *m)
{
    return !m->failed && arena_status(m->arena) == ST_OK;
}

static void make_table(struct view_making *m)
{
    static void (*const steps[])(struct view_making *) = {
        refuse_other, view_further, view_choose, view_group,
        order_rows,   view_sort,    view_table,
    };

    for (size_t i = 0; i < sizeof(steps) / sizeof(*steps) && goes_on(m); i++)
        steps[i](m);
}

static struct data data_of(const struct figures *f, const struct view *v,
                           const struct data *of)
{
    struct data d = {
        .id = v->id,
        .file = arena_printf(f->arena, "the view `%s`", v->id).ptr,
        .title = v->title,
        .kept_back = true, /* its data travels */
        .audience = v->audience,
        .view = v,
        .at = v->at,
        .title_at = v->title.len > 0 ? v->title_at : v->at,
    };

    if (of == NULL)
        return d;
    d.kind = of->kind;
    d.as_at = of->as_at;
    if (d.title.len == 0) {
        d.title = of->title;
        d.title_at = of->title_at;
    }
    if (d.audience < of->audience)
        d.audience = of->audience;
    return d;
}

static void make_of(struct figures *f, const struct data *of, struct data *made,
                    const struct view *v, struct findings *findings)
{
    struct data_figures *kept = &f->data[made - f->report->data];
    struct view_making m = {
        .figures = f,
        .arena = f->arena,
        .findings = findings,
        .view = v,
        .of = of,
        .made = made,
        .of_template = v->at.source != f->report->source,
        .aggregates = list_of(f->arena, sizeof(struct aggregate)),
    };

    kept->rounded = f->data[of - f->report->data].rounded;
    used_mark(&f->used_by_views, of, USE_NAMED);
    if (of->table != NULL && of->kind != NULL)
        make_table(&m);
}

/* Whether a report may lack what V, no view of its own, is made of: data that
   the template asks for, a view above, which is of such data, or what the
   report of the period after is the first to have. */
static bool may_lack(const struct template *t, const struct view *v)
{
    size_t above = 0;

    while (above < t->nviews && &t->views[above] != v)
        above++;
    if (above == t->nviews) /* of the period after */
        return true;
    for (size_t i = 0; i < t->ndata; i++) {
        if (str_is(v->of.text, t->data[i].id))
            return true;
    }
    for (size_t i = 0; i < above; i++) {
        if (t->views[i].id != NULL && str_is(v->of.text, t->views[i].id))
            return true;
    }
    return false;
}

/* V as the next data of REPORT, MADE. A view of another file may ask for what
   this report need not have: then it is not there either. */
static void make(struct figures *f, struct report *report, struct data *made,
                 const struct view *v, struct findings *findings)
{
    const struct data *of = report_data(report, v->of.text);
    const bool of_other = v->at.source != report->source;

    if (v->id == NULL || v->of.text.len == 0 || is_taken(f, v, findings) ||
        (of == NULL && of_other && may_lack(f->template_used, v)))
        return;
    *made = data_of(f, v, of);
    number_map_init(&f->data[report->ndata].faults, f->arena);
    if (of == NULL)
        no_such_data(f, v, of_other, findings);
    else
        make_of(f, of, made, v, findings);
    names_add_data(f->names, str_of(v->id), report->ndata);
    report->ndata++;
}

void views_make(struct figures *f, struct findings *findings)
{
    const struct report *given = f->report;
    const struct template *t = f->template_used;
    const size_t n = views_count(given, t);
    struct report *report;
    struct data *data;

    if (n == 0)
        return;
    report = arena_alloc(f->arena, 1, sizeof(*report));
    data = arena_alloc(f->arena, given->ndata + n, sizeof(*data));
    if (report == NULL || data == NULL)
        return;
    if (given->ndata > 0)
        memcpy(data, given->data, given->ndata * sizeof(*data));
    *report = *given;
    report->data = data;
    f->report = report;
    for (size_t i = 0; i < t->nviews; i++)
        make(f, report, &data[report->ndata], &t->views[i], findings);
    for (size_t i = 0; i < given->nviews; i++)
        make(f, report, &data[report->ndata], &given->views[i], findings);
}
