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
