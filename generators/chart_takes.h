/*
 * chart_takes.h - what the charts that are tables may be asked for: what nobody
 * would see of it is an error. For generators/ alone.
 *
 * Failure: a finding, and false.
 */
#ifndef GENERATORS_CHART_TAKES_H
#define GENERATORS_CHART_TAKES_H

#include "generators/chart_data.h"

enum chart_takes {
    CHART_TAKES_LINES = 1,
    CHART_TAKES_AGAINST = 2,
    CHART_TAKES_SORT = 4,
    CHART_TAKES_OTHER = 8,
    CHART_TAKES_ACROSS = 16,
    CHART_TAKES_UNIT = 32,
    CHART_TAKES_SERIES = 64,
    CHART_TAKES_DAYS = 128, /* of an axis of time */
    CHART_TAKES_UNDER = 256,
};

/* An attribute that such a chart has not, and what would do. */
void chart_refuse(const struct chart_data *c, struct place at,
                  const char *attribute, const char *hint);

/* Whether all that is asked for is among TAKES. HINT: what there is. */
bool chart_takes(const struct chart_data *c, unsigned takes, const char *hint);

/* A table has words of its own, and no alternative text. */
bool chart_takes_words(const struct chart_data *c);

#endif
