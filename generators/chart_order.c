#include "generators/chart_order.h"

#include "core/base/text_order.h"

#include <stdlib.h>

static int by_index(const struct chart_place *a, const struct chart_place *b)
{
    return a->index < b->index ? -1 : a->index > b->index;
}

/* What has no figure comes last, whichever way the others are sorted. */
static int by_value(const struct chart_place *a, const struct chart_place *b,
                    int sign)
{
    int order;

    if (!a->known || !b->known)
        return a->known == b->known ? by_index(a, b) : a->known ? -1 : 1;
    order = decimal_compare(a->value, b->value);
    return order != 0 ? sign * order : by_index(a, b);
}

static int compare_rising(const void *a, const void *b)
{
    return by_value(a, b, 1);
}

static int compare_falling(const void *a, const void *b)
{
    return by_value(a, b, -1);
}

static int compare_names(const void *one, const void *two)
{
    const struct chart_place *a = one;
    const struct chart_place *b = two;
    const int order = text_order(a->name, b->name);

    return order != 0 ? order : by_index(a, b);
}

static int compare_index(const void *a, const void *b)
{
    return by_index(a, b);
}

void chart_order(enum chart_sort sort, void *first, size_t n, size_t size)
{
    static int (*const orders[])(const void *, const void *) = {
        [CHART_AS_DATA] = compare_index,
        [CHART_RISING] = compare_rising,
        [CHART_FALLING] = compare_falling,
        [CHART_BY_NAME] = compare_names,
    };

    qsort(first, n, size, orders[sort]);
}
