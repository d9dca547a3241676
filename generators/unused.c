#include "generators/generator_tools.h"
#include "generators/report_tree.h"

/* How a thing is used; what a view names is. */
static unsigned uses_of(const struct generator_in *in, const void *thing)
{
    return used_as(in->used, thing) |
           used_as(&in->figures->used_by_views, thing);
}

static bool is_used(const struct generator_in *in, const void *thing)
{
    return uses_of(in, thing) != 0;
}

/* Content that only a certain generator prints. */
static void not_printed(const struct generator_in *in, struct place at,
                        const char *what, const char *generator)
{
    finding(in->findings, FINDING_BAD_ELEMENT, at,
            "the template `%s` prints no %s", in->template_used->id, what);
    finding_hint(in->findings,
                 "remove them, or add <generate with=\"%s\"/> to the template",
                 generator);
}

static void look_at_recommendations(const struct generator_in *in)
{
    const struct report *r = in->report;

    /* They are printed all or none. */
    if (r->nrecommendations > 0 && !is_used(in, &r->recommendations[0]))
        not_printed(in, r->recommendations_at, "recommendations",
                    "recommendations");
}

/* Papers are listed all or none. An appendix with prose is printed in any case,
   but where no list has it, nothing leads to it. */
static void look_at_papers(const struct generator_in *in)
{
    const struct report *r = in->report;

    if (r->npapers > 0 && !is_used(in, &r->papers[0]))
        not_printed(in, r->papers[0].at, "background papers",
                    "background-papers");
    if (r->nappendices > 0 && !is_used(in, &r->appendices[0]))
        not_printed(in, r->appendices[0].at, "appendices", "appendices");
}

/* A section that the template does not have, or that stands here a second
   time, was an error when the report was read. */
static bool is_repeated(const struct report_section *sections, size_t i)
{
    for (size_t k = 0; k < i; k++) {
        if (sections[k].id != NULL &&
            str_is(str_of(sections[i].id), sections[k].id) &&
            str_eq(sections[i].row, sections[k].row))
            return true;
    }
    return false;
}

static void look_at_prose(const struct generator_in *in,
                          const struct report_section *sections, size_t n,
                          const struct template_section *known, size_t nknown)
{
    for (size_t i = 0; i < n; i++) {
        const struct report_section *s = &sections[i];

        if (s->id == NULL || s->prose == NULL || s->prose->first == NULL ||
            is_used(in, s) || !template_has_section(known, nknown, s->id) ||
            is_repeated(sections, i))
            continue;
        finding(in->findings, FINDING_BAD_ELEMENT, s->at,
                "the template prints no prose in the section `%s`", s->id);
        finding_hint(in->findings, "remove it, or add <prose/> to the section "
                                   "in the template");
    }
}

static const struct report_part *part_given(const struct report *r,
                                            const char *id)
{
    for (size_t i = 0; i < r->nparts; i++) {
        if (str_is(str_of(id), r->parts[i].id))
            return &r->parts[i];
    }
    return NULL;
}

static void look_at_sections(const struct generator_in *in)
{
    const struct report *r = in->report;
    const struct template *t = in->template_used;

    look_at_prose(in, r->sections, r->nsections, t->sections, t->nsections);
    for (size_t i = 0; i < t->nparts; i++) {
        const struct report_part *p = part_given(r, t->parts[i].id);

        if (p != NULL)
            look_at_prose(in, p->sections, p->nsections, t->parts[i].sections,
                          t->parts[i].nsections);
    }
}

/* Why nothing stands for what says EACH and WHEN; its text is empty if it says
   neither. */
static struct str why_none(const struct generator_in *in, struct str each,
                           struct str when)
{
    struct arena *a = in->findings->arena;

    if (each.len > 0 && when.len > 0)
        return arena_printf(a,
                            "no row of `%.*s` makes its condition `%.*s` true",
                            STR_ARG(each), STR_ARG(when));
    if (each.len > 0)
        return arena_printf(a, "`%.*s` has no rows", STR_ARG(each));
    if (when.len > 0)
        return arena_printf(a, "its condition `%.*s` is not true",
                            STR_ARG(when));
    return (struct str){NULL, 0};
}

static const struct template_section *
section_known(const struct template_section *known, size_t n, const char *id)
{
    for (size_t i = 0; id != NULL && i < n; i++) {
        if (known[i].id != NULL && str_is(str_of(id), known[i].id))
            return &known[i];
    }
    return NULL;
}

/* PART is left out, with S; NULL: S is, or its prose. */
static void say_left_out(const struct generator_in *in,
                         const struct report_section *s,
                         const struct template_section *known,
                         const struct template_part *part)
{
    const struct str name = s->id != NULL ? str_of(s->id) : s->heading;
    struct str why = {NULL, 0};

    if (part != NULL)
        why = why_none(in, part->each, part->when);
    else if (known != NULL && !is_used(in, &s->prose))
        why = why_none(in, known->each, known->when);
    if (why.len == 0)
        finding(in->findings, FINDING_NOT_USED, s->at,
                "what the section `%.*s` says is not printed: a condition of "
                "the template leaves it out",
                STR_ARG(name));
    else if (part != NULL)
        finding(in->findings, FINDING_NOT_USED, s->at,
                "the section `%.*s` is not printed: the part `%s` is left out, "
                "since %.*s",
                STR_ARG(name), part->id, STR_ARG(why));
    else
        finding(in->findings, FINDING_NOT_USED, s->at,
                "the section `%.*s` is not printed: %.*s", STR_ARG(name),
                STR_ARG(why));
    finding_hint(in->findings,
                 "remove what it says here, or give the report what the "
                 "template waits for");
}

/* Prose that would be printed if a condition were true, or a table had rows.
   PART: where it stands, if that is left out. */
static void look_at_left_out(const struct generator_in *in,
                             const struct report_section *sections, size_t n,
                             const struct template_section *known,
                             size_t nknown, const struct template_part *part)
{
    for (size_t i = 0; i < n; i++) {
        const struct report_section *s = &sections[i];

        if (s->prose != NULL && s->prose->first != NULL && is_used(in, s) &&
            (uses_of(in, s) & USE_PRINTED) == 0)
            say_left_out(in, s, section_known(known, nknown, s->id), part);
    }
}

static void look_at_sections_left_out(const struct generator_in *in)
{
    const struct report *r = in->report;
    const struct template *t = in->template_used;

    look_at_left_out(in, r->sections, r->nsections, t->sections, t->nsections,
                     NULL);
    for (size_t i = 0; i < t->nparts; i++) {
        const struct template_part *known = &t->parts[i];
        const struct report_part *p = part_given(r, known->id);

        if (p != NULL)
            look_at_left_out(in, p->sections, p->nsections, known->sections,
                             known->nsections, is_used(in, p) ? NULL : known);
    }
}

static void look_at_people(const struct generator_in *in)
{
    const struct report *r = in->report;

    for (size_t i = 0; i < r->npeople; i++) {
        if (is_used(in, &r->people[i]))
            continue;
        finding(in->findings, FINDING_NOT_USED, r->people[i].at,
                "the template `%s` prints nobody with the role `%s`",
                in->template_used->id, r->people[i].role);
        finding_hint(in->findings,
                     "remove the person, or add <generate with=\"contacts\" "
                     "role=\"%s\"/> to the template",
                     r->people[i].role);
    }
}

/* The month of a report says of when its data is, and what came before it. */
static bool says_when(const struct report *r, const struct field *f)
{
    return str_is(str_of(f->id), REPORT_PERIOD_FIELD) &&
           (r->ndata > 0 || r->previous_path.len > 0);
}

static void look_at_fields(const struct generator_in *in)
{
    const struct report *r = in->report;

    for (size_t i = 0; i < r->nfields; i++) {
        const struct field *f = &r->fields[i];

        if (f->text.len == 0 || f->left_out || f->at.source != r->source ||
            is_used(in, f) || says_when(r, f))
            continue;
        finding(in->findings, FINDING_NOT_USED, f->at,
                "nothing prints or names the header field `%s`", f->id);
        finding_hint(in->findings, "remove it, or write {{%s}}", f->id);
    }
}

/* What an option gives is for all reports of a run, some of which need it. */
static void look_at_values(const struct generator_in *in)
{
    const struct report *r = in->report;

    for (size_t i = 0; i < r->nvalues; i++) {
        const struct named_value *v = &r->values[i];

        if (v->at.source != r->source || is_used(in, v))
            continue;
        finding(in->findings, FINDING_NOT_USED, v->at,
                "nothing names the value `%s`", v->id);
        finding_hint(in->findings, "remove it, or write {{%s}}", v->id);
    }
}

/* Whether a check of its kind reads a column. */
static bool is_checked(const struct kind *kind, const struct column *column)
{
    const struct str id = str_of(column->id);

    for (size_t i = 0; i < kind->nchecks; i++) {
        const struct kind_check *c = &kind->checks[i];
        bool named = (c->result != NULL && str_is(id, c->result)) ||
                     (c->units != NULL && str_is(id, c->units)) ||
                     (c->rate != NULL && str_is(id, c->rate));

        for (size_t k = 0; k < c->nplus; k++)
            named = named || str_is(id, c->plus[k]);
        for (size_t k = 0; k < c->nminus; k++)
            named = named || str_is(id, c->minus[k]);
        if (named)
            return true;
    }
    return false;
}

/* Data that is printed, but not all of it: a picture shows some columns. */
static void look_at_columns(const struct generator_in *in,
                            const struct data *data)
{
    const struct table *t = data->table;

    for (size_t i = 0; i < t->ncolumns; i++) {
        const struct column *c = &t->columns[i];
        const bool wanted = c->kind != NULL && c->kind->required;

        if (c->hidden || c->year != 0 || is_used(in, c) ||
            is_checked(data->kind, c))
            continue;
        finding(in->findings, wanted ? FINDING_NOT_USED : FINDING_LEFT_OUT,
                c->at, "nothing prints the column `%.*s`", STR_ARG(c->heading));
        if (wanted)
            finding_hint(in->findings,
                         "print `%s` as a table, too; one with columns=\"...\" "
                         "prints those that it names",
                         data->id);
    }
    for (size_t i = 0; i < t->nnotes; i++) {
        if (is_used(in, &t->notes[i]))
            continue;
        finding(in->findings, FINDING_NOT_USED, t->notes[i].at,
                "nothing prints this note: notes stand under a table");
        finding_hint(in->findings, "print `%s` as a table, too", data->id);
    }
}

/* What shows a column of a view shows that of its data. */
static void pass_uses_on(const struct generator_in *in)
{
    const struct report *r = in->report;

    for (size_t i = r->ndata; i-- > 0;) {
        const struct view_origin *origin = in->figures->data[i].origin;

        for (size_t c = 0; origin != NULL && r->data[i].table != NULL &&
                           c < r->data[i].table->ncolumns;
             c++) {
            if (origin->columns[c] > 0 &&
                is_used(in, &r->data[i].table->columns[c]))
                used_mark(in->used,
                          &origin->of->table->columns[origin->columns[c] - 1],
                          USE_PRINTED);
        }
    }
}

/* Those of a template are for all of its reports. */
static void look_at_view(const struct generator_in *in, const struct data *d)
{
    if (is_used(in, d) || d->at.source != in->report->source)
        return;
    finding(in->findings, FINDING_NOT_USED, d->at,
            "nothing prints the view `%s` or names it", d->id);
    finding_hint(in->findings, "remove it, or print it: <table data=\"%s\"/>",
                 d->id);
}

static void look_at_data(const struct generator_in *in)
{
    const struct report *r = in->report;

    pass_uses_on(in);
    for (size_t i = 0; i < r->ndata; i++) {
        const struct data *d = &r->data[i];
        const unsigned uses = uses_of(in, d);

        if (d->view != NULL) {
            look_at_view(in, d);
        } else if ((uses & USE_PRINTED) != 0 && d->table != NULL) {
            look_at_columns(in, d);
        } else if (uses == USE_ATTACHED) {
            finding(in->findings, FINDING_LEFT_OUT, d->at,
                    "nothing prints the data `%s`: its file alone travels with "
                    "the report",
                    d->id);
        } else if (uses == 0) {
            finding(in->findings, FINDING_NOT_USED, d->at,
                    "nothing prints the data `%s` or names it, and its file "
                    "does not travel with the report",
                    d->id);
            finding_hint(in->findings,
                         "remove it, or print it: <table data=\"%s\"/>", d->id);
        }
    }
}

void generate_unused(const struct generator_in *in)
{
    look_at_recommendations(in);
    look_at_papers(in);
    look_at_sections(in);
    /* What is misspelt elsewhere leaves something unused here, which would be
       the same fault a second time. */
    if (findings_stop(in->findings))
        return;
    look_at_sections_left_out(in);
    look_at_people(in);
    look_at_fields(in);
    look_at_values(in);
    look_at_data(in);
}
