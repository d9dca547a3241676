#include "core/base/text_order.h"
#include "generators/chart_data.h"

#include <stdlib.h>
#include <string.h>

/* The order of a chart's categories. */

struct place_of {
    struct str name;
    int64_t sum;
    uint32_t index;
    bool known;
};

static int by_index(const struct place_of *a, const struct place_of *b)
{
    return a->index < b->index ? -1 : a->index > b->index;
}

/* What has no figure comes last, whichever way the others are sorted. */
static int by_sum(const struct place_of *a, const struct place_of *b, int sign)
{
    if (a->known != b->known)
        return a->known ? -1 : 1;
    return a->sum != b->sum ? (a->sum < b->sum ? -sign : sign) : by_index(a, b);
}

static int compare_rising(const void *one, const void *two)
{
    return by_sum(one, two, 1);
}

static int compare_falling(const void *one, const void *two)
{
    return by_sum(one, two, -1);
}

static int compare_names(const void *one, const void *two)
{
    const struct place_of *a = one;
    const struct place_of *b = two;
    const int order = text_order(a->name, b->name);

    return order != 0 ? order : by_index(a, b);
}

static int compare_index(const void *one, const void *two)
{
    return by_index(one, two);
}

/* Whether CATEGORY is not sorted: the steps of a waterfall stay between the
   sums that they lead from and to. */
static bool stays(const struct chart_data *c, uint32_t category)
{
    return c->call->draw == CHART_WATERFALL && chart_is_sum(c, category);
}

static void sort_runs(const struct chart_data *c, struct place_of *places,
                      int (*order)(const void *, const void *))
{
    uint32_t i = 0;

    while (i < c->ncategories) {
        uint32_t end = i;

        while (end < c->ncategories && !stays(c, end))
            end++;
        qsort(&places[i], end - i, sizeof(*places), order);
        i = end + 1;
    }
}

void chart_sort(struct chart_data *c)
{
    static int (*const orders[])(const void *, const void *) = {
        [CHART_AS_DATA] = compare_index,
        [CHART_RISING] = compare_rising,
        [CHART_FALLING] = compare_falling,
        [CHART_BY_NAME] = compare_names,
    };
    struct arena *a = c->d->arena;
    const size_t row = c->nseries;
    struct place_of *places = arena_alloc(a, c->ncategories, sizeof(*places));
    struct chart_value *values =
        arena_alloc(a, (size_t)c->ncategories * row, sizeof(*values));

    if (places == NULL || values == NULL || c->call->sort == CHART_AS_DATA)
        return;
    for (uint32_t i = 0; i < c->ncategories; i++) {
        places[i] = (struct place_of){.name = c->categories[i], .index = i};
        places[i].known = chart_sum(c, i, &places[i].sum);
    }
    sort_runs(c, places, orders[c->call->sort]);
    for (uint32_t i = 0; i < c->ncategories; i++) {
        c->categories[i] = places[i].name;
        memcpy(&values[i * row], &c->values[places[i].index * row],
               row * sizeof(*values));
    }
    c->values = values;
}
