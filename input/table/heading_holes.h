/*
 * heading_holes.h - names of columns and rows that move with the calendar:
 * `Variance {period}`, `Slippage from {year-before}`, `{group} total`.
 *
 * What stands in the place of a hole must fit the period that the data is of,
 * or the group that its row stands in.
 */
#ifndef INPUT_TABLE_HEADING_HOLES_H
#define INPUT_TABLE_HEADING_HOLES_H

#include "core/value/report_period.h"

/* What may fill the hole of a name. */
struct holes {
    const struct wording *wording;
    struct report_period period; /* of the data; nothing: not known */
    struct str group;            /* of the row */
};

enum hole_fit {
    HOLE_NONE,    /* the text is none that the name could have */
    HOLE_OTHER,   /* it could be, for another period */
    HOLE_UNKNOWN, /* it is, if the period is right, which nobody knows */
    HOLE_FITS,
};

/* How TEXT fits NAME, which has one hole. */
enum hole_fit hole_fit(const struct holes *holes, struct str name,
                       struct str text);

#endif
