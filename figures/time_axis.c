#include "figures/time_axis.h"

#define WIDTH 1000000
#define WEEKS_MOST 3 /* months that are divided into weeks */
#define MONTHS_MOST 15
#define QUARTERS_MOST 36
#define FIRST_MONTH 4 /* of a financial year */
#define LAST_YEAR 9999

/* Names that stand beside each other on a screen. */
#define YEARS_NAMED 6
#define MONTHS_NAMED 12
#define NAME_PART 15 /* of the width: half the name of a year, nearly */

void time_axis_widen(struct time_axis *a, int32_t from, int32_t to)
{
    if (!a->begun || from < a->from)
        a->from = from;
    if (!a->begun || to >= a->to)
        a->to = to + 1;
    a->begun = true;
}

static int month_number(struct date d)
{
    return d.year * 12 + d.month - 1;
}

static int32_t month_begins(int number)
{
    struct date d = {(int16_t)(number / 12), (uint8_t)(number % 12 + 1), 1};

    if (d.year > LAST_YEAR)
        d = (struct date){LAST_YEAR, 12, 31};
    if (d.year < 1)
        d = (struct date){1, 1, 1};
    return date_days(d);
}

/* Months that each division has. */
static int months_of(enum time_step step)
{
    return step == STEP_YEAR ? 12 : step == STEP_QUARTER ? 3 : 1;
}

/* The number of the month that begins the division of NUMBER. */
static int division_begins(enum time_step step, int number)
{
    const int months = months_of(step);

    return number - (number - (FIRST_MONTH - 1) + 12 * months) % months;
}

void time_axis_settle(struct time_axis *a)
{
    int first = month_number(date_of_days(a->from));
    int last = month_number(date_of_days(a->to - 1));
    const int months = last - first + 1;

    a->step = months <= WEEKS_MOST      ? STEP_WEEK
              : months <= MONTHS_MOST   ? STEP_MONTH
              : months <= QUARTERS_MOST ? STEP_QUARTER
                                        : STEP_YEAR;
    first = division_begins(a->step, first);
    last = division_begins(a->step, last) + months_of(a->step);
    a->from = month_begins(first);
    a->to = month_begins(last);
}

int32_t time_axis_next(const struct time_axis *a, int32_t day)
{
    const struct date d = date_of_days(day);
    int32_t next;

    if (a->step == STEP_WEEK)
        next = day + 7 - date_weekday(d);
    else
        next = month_begins(division_begins(a->step, month_number(d)) +
                            months_of(a->step));
    return next > day && next < a->to ? next : a->to;
}

int32_t time_axis_place(const struct time_axis *a, int32_t day)
{
    if (day <= a->from || a->to <= a->from)
        return 0;
    if (day >= a->to)
        return WIDTH;
    return (int32_t)((int64_t)(day - a->from) * WIDTH / (a->to - a->from));
}

uint32_t time_axis_count(const struct time_axis *a)
{
    uint32_t n = 0;

    for (int32_t day = a->from; day < a->to; day = time_axis_next(a, day))
        n++;
    return n;
}

/* Of how many divisions one is named. */
static int named_part(const struct time_axis *a)
{
    const uint32_t n = time_axis_count(a);

    if (a->step == STEP_MONTH)
        return n > MONTHS_NAMED ? 2 : 1;
    if (a->step != STEP_YEAR || n <= YEARS_NAMED)
        return 1;
    return n <= 2 * YEARS_NAMED ? 2 : n <= 5 * YEARS_NAMED ? 5 : 10;
}

/* Whether a name in the middle of the division of DAY has room on both sides.
 */
static bool is_within(const struct time_axis *a, int32_t day)
{
    const int32_t end = WIDTH / NAME_PART;
    const int32_t middle =
        (time_axis_place(a, day) + time_axis_place(a, time_axis_next(a, day))) /
        2;

    return middle >= end && middle <= WIDTH - end;
}

bool time_axis_is_named(const struct time_axis *a, int32_t day)
{
    const struct date d = date_of_days(day);
    const int part = named_part(a);

    switch (a->step) {
    case STEP_WEEK: return date_weekday(d) == 0;
    case STEP_MONTH: return (d.month - 1) % part == 0;
    case STEP_QUARTER: break;
    case STEP_YEAR:
        return part == 1 ||
               (financial_year_of(d) % part == 0 && is_within(a, day));
    }
    return true;
}

int financial_year_of(struct date day)
{
    return day.month < FIRST_MONTH ? day.year - 1 : day.year;
}

int financial_quarter_of(struct date day)
{
    return (day.month + 12 - FIRST_MONTH) % 12 / 3 + 1;
}
