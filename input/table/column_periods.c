/*
 * Headings that name a period: how it stands to that of the data.
 */
#include "input/table/column_match.h"

bool heading_behind(const struct heading *h,
                    const struct heading_fillers *fillers, int *behind)
{
    struct report_period p;

    return report_period_scan(h->text, fillers->wording, &p) &&
           report_period_behind(p, fillers->period, behind);
}

/* What fills PLACEHOLDER; empty where the data does not say it. */
static struct str filler_text(struct arena *a, const struct heading_fillers *f,
                              struct str placeholder)
{
    struct report_period period = f->period;

    if (period.months == 0)
        return (struct str){NULL, 0};
    period.day = 0;
    if (str_is(placeholder, "period"))
        return report_period_text(a, f->wording, period);
    if (str_is(placeholder, "year") && f->period.year != 0)
        return wording_year(a, f->wording, f->period.year);
    return (struct str){NULL, 0};
}

struct str heading_name_filled(struct arena *a, const struct heading_fillers *f,
                               struct str name)
{
    struct str rest = name;
    const struct str before = str_cut(&rest, '{');
    const struct str filler = filler_text(a, f, str_cut(&rest, '}'));

    return filler.len == 0 ? name
                           : arena_printf(a, "%.*s%.*s%.*s", STR_ARG(before),
                                          STR_ARG(filler), STR_ARG(rest));
}

/* Whether a heading is called NAME for the data's time. */
static bool is_of_this_period(const struct match *m, struct str name)
{
    for (size_t i = 0; i < m->nheadings; i++) {
        if (m->headings[i].column != NULL &&
            placeholder_fit(&m->fillers, name, m->headings[i].text) ==
                PLACEHOLDER_FITS)
            return true;
    }
    return false;
}

/* Whether H would be C, were the data of the period that H names. Beside this
   year's, `Budget 2027/28` is right, and one more column. */
static bool is_of_other_period(const struct match *m,
                               const struct kind_column *c,
                               const struct heading *h)
{
    for (size_t k = 0; !c->repeats && k < c->naliases; k++) {
        if (name_has_placeholder(c->aliases[k]) &&
            placeholder_fit(&m->fillers, c->aliases[k], h->text) ==
                PLACEHOLDER_OTHER &&
            !is_of_this_period(m, c->aliases[k]))
            return true;
    }
    return false;
}

bool heading_is_of_other_period(const struct match *m, const struct heading *h)
{
    if (h->column != NULL || h->map_id != NULL || h->fit != PLACEHOLDER_OTHER)
        return false;
    for (size_t i = 0; i < m->kind->ncolumns; i++) {
        const struct kind_column *c = &m->kind->columns[i];

        if (!column_is_present(m, c) && is_of_other_period(m, c, h))
            return true;
    }
    return false;
}

bool headings_say_last_periods(const struct match *m,
                               const struct kind_column *c)
{
    const struct heading *last = NULL;
    int least = 0;

    for (size_t i = 0; i < m->nheadings; i++) {
        int behind;

        if (!is_of_other_period(m, c, &m->headings[i]) ||
            !heading_behind(&m->headings[i], &m->fillers, &behind) ||
            behind <= 0 || (last != NULL && behind >= least))
            continue;
        last = &m->headings[i];
        least = behind;
    }
    if (last == NULL)
        return false;
    finding(m->findings, FINDING_MISSING, last->at,
            "column `%.*s` is missing: `%.*s` names another period than the "
            "data, which is of %.*s",
            STR_ARG(c->title), STR_ARG(last->text),
            STR_ARG(report_period_text(m->arena, m->fillers.wording,
                                       m->fillers.period)));
    finding_hint(m->findings, "put this period's file in its place; or correct "
                              "the heading, or the day that the data is of: "
                              "as-at in its data element");
    return true;
}

void headings_say_other_period(struct arena *a, struct findings *findings,
                               const struct heading *h,
                               const struct heading_fillers *fillers)
{
    finding(findings, FINDING_PERIOD, h->at,
            "`%.*s` names another period than the data, which is of %.*s",
            STR_ARG(h->text),
            STR_ARG(report_period_text(a, fillers->wording, fillers->period)));
    finding_hint(findings, "correct the heading, or the day that the data is "
                           "of: as-at in its data element");
}

/* By how many financial years B, which names one, is before A; 0: they name the
   same, or one of them none. */
static int years_before(const struct match *m, const struct heading *a,
                        const struct heading *b)
{
    struct report_period p;
    struct report_period q;

    return report_period_scan(a->text, m->fillers.wording, &p) &&
                   report_period_scan(b->text, m->fillers.wording, &q) &&
                   p.months == 12 && q.months == 12 && q.year != 0 &&
                   p.year != 0
               ? p.year - q.year
               : 0;
}

/* It is its column by a name for an earlier time than the data's. */
static bool is_named_before(const struct match *m, const struct heading *h)
{
    const struct kind_column *c = h->column;

    for (size_t k = 0; k < c->naliases; k++) {
        const struct str name = c->aliases[k];

        if (str_find(name, STR_LIT("-before}")) < name.len &&
            placeholder_fit(&m->fillers, name, h->text) == PLACEHOLDER_UNKNOWN)
            return true;
    }
    return false;
}

/* The heading that shows that H, of a period that nobody knows, may well not be
   what it is taken for: a later year is no earlier time, and what stands below
   another year is called the same. NULL: none does. */
static const struct heading *shown_by(const struct match *m,
                                      const struct heading *h)
{
    const bool before = is_named_before(m, h);

    for (size_t i = 0; i < m->nheadings; i++) {
        const struct heading *other = &m->headings[i];
        const int years = years_before(m, h, other);

        if (years == 0)
            continue;
        if (other->column == NULL && h->lower.len > 0 &&
            str_same_text(h->lower, other->lower))
            return other;
        if (before && years > 0 && other->column != NULL &&
            other->fit == PLACEHOLDER_UNKNOWN && !is_named_before(m, other))
            return other;
    }
    return NULL;
}

void heading_say_unknown_period(const struct match *m, const struct heading *h)
{
    const struct heading *other = shown_by(m, h);

    if (other != NULL)
        finding(m->findings, FINDING_PERIOD, h->at,
                "`%.*s` names another year than `%.*s`, and nothing says which "
                "the data is of",
                STR_ARG(h->text), STR_ARG(other->text));
    else
        finding(m->findings, FINDING_DOUBTFUL, h->at,
                "`%.*s` names a period, and nothing says which the data is "
                "of: it is taken for `%.*s`",
                STR_ARG(h->text), STR_ARG(h->column->title));
    finding_hint(m->findings, "as-at=\"...\" in the data element says of "
                              "which day it is");
}
