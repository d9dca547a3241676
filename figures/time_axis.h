/*
 * time_axis.h - days as places along a picture, and how its time is divided.
 *
 * An axis begins and ends where one of its divisions does: weeks where all is
 * within three months, months within fifteen, quarters within three years,
 * financial years beyond. Days count from 1 January 1970.
 */
#ifndef FIGURES_TIME_AXIS_H
#define FIGURES_TIME_AXIS_H

#include "core/value/date.h"

#include <stdbool.h>
#include <stdint.h>

enum time_step {
    STEP_WEEK,
    STEP_MONTH,
    STEP_QUARTER, /* of a financial year, which begins in April */
    STEP_YEAR,    /* likewise */
};

/* All zero: of nothing yet. */
struct time_axis {
    int32_t from, to; /* TO is the day after the last */
    enum time_step step;
    bool begun;
};

/* All days from FROM to TO are on it, both included. */
void time_axis_widen(struct time_axis *a, int32_t from, int32_t to);

/* After the last: chooses the step, and ends that suit it. */
void time_axis_settle(struct time_axis *a);

/* Where the division that holds DAY ends: the day after it. */
int32_t time_axis_next(const struct time_axis *a, int32_t day);

/* Divisions of A. */
uint32_t time_axis_count(const struct time_axis *a);

/*
 * Whether the division that begins with DAY has its name: of many months every
 * second, of many years the round ones, but for those at the ends; a week that
 * began before the axis has none.
 */
bool time_axis_is_named(const struct time_axis *a, int32_t day);

/* Where DAY begins, in millionths; days beyond the ends are brought between
   them. */
int32_t time_axis_place(const struct time_axis *a, int32_t day);

/* The first of the two years of the financial year that DAY is in, and its
   quarter, 1 to 4. */
int financial_year_of(struct date day);
int financial_quarter_of(struct date day);

#endif
