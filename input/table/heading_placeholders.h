/*
 * heading_placeholders.h - names of columns and rows that move with the
 * calendar: `Variance {period}`, `Slippage from {year-before}`, `{group}
 * total`.
 *
 * What stands in the place of a placeholder must fit the period that the data
 * is of, or the group that its row stands in.
 */
#ifndef INPUT_TABLE_HEADING_PLACEHOLDERS_H
#define INPUT_TABLE_HEADING_PLACEHOLDERS_H

#include "core/value/report_period.h"

/* What may fill the placeholder of a name. */
struct heading_fillers {
    const struct wording *wording;
    struct report_period period; /* of the data; nothing: not known */
    struct str group;            /* of the row */
};

enum placeholder_fit {
    PLACEHOLDER_NONE,    /* the text is none that the name could have */
    PLACEHOLDER_OTHER,   /* it could be, for another period */
    PLACEHOLDER_UNKNOWN, /* it is, if the period is right, which nobody knows */
    PLACEHOLDER_FITS,
};

/* How TEXT fits NAME, which has one placeholder. */
enum placeholder_fit placeholder_fit(const struct heading_fillers *fillers,
                                     struct str name, struct str text);

#endif
