#include "core/model/calendar.h"

#define SATURDAY 5

bool calendar_knows(const struct calendar *c, struct date day)
{
    return date_compare(day, c->span.from) >= 0 &&
           date_compare(day, c->span.to) <= 0;
}

static bool is_holiday(const struct calendar *c, struct date day)
{
    size_t from = 0;
    size_t to = c->nholidays;

    while (from < to) {
        const size_t middle = from + (to - from) / 2;
        const int order = date_compare(c->holidays[middle], day);

        if (order == 0)
            return true;
        if (order < 0)
            from = middle + 1;
        else
            to = middle;
    }
    return false;
}

bool calendar_is_working(const struct calendar *c, struct date day)
{
    return date_weekday(day) < SATURDAY && !is_holiday(c, day);
}

bool calendar_working_days(const struct calendar *c, struct date day, int64_t n,
                           struct date *result)
{
    const int32_t step = n < 0 ? -1 : 1;
    bool working;

    if (!calendar_knows(c, day))
        return false;
    working = n == 0 && calendar_is_working(c, day);
    if (n == 0)
        n = 1;
    while (n != 0 && !working) {
        day = date_of_days(date_days(day) + step);
        if (!calendar_knows(c, day))
            return false;
        if (calendar_is_working(c, day))
            n -= step;
    }
    *result = day;
    return true;
}

bool calendar_clear_days(const struct calendar *c, struct date from,
                         struct date to, int64_t *days)
{
    int64_t n = 0;

    if (!calendar_knows(c, from) || !calendar_knows(c, to))
        return false;
    for (int32_t day = date_days(from) + 1; day < date_days(to); day++)
        n += calendar_is_working(c, date_of_days(day));
    *days = n;
    return true;
}
