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
