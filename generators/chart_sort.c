#include "generators/chart_data.h"
#include "generators/chart_order.h"

#include <string.h>

/* The order of a chart's categories. */

/* Whether CATEGORY is not sorted: the steps of a waterfall stay between the
   sums that they lead from and to. */
static bool stays(const struct chart_data *c, uint32_t category)
{
    return c->call->draw == CHART_WATERFALL && chart_is_sum(c, category);
}

static void sort_runs(const struct chart_data *c, struct chart_place *places)
{
    uint32_t i = 0;

    while (i < c->ncategories) {
        uint32_t end = i;

        while (end < c->ncategories && !stays(c, end))
            end++;
        chart_order(c->call->sort, &places[i], end - i, sizeof(*places));
        i = end + 1;
    }
}

void chart_sort(struct chart_data *c)
{
    struct arena *a = c->d->arena;
    const size_t row = c->nseries;
    struct chart_place *places =
        arena_alloc(a, c->ncategories, sizeof(*places));
    struct chart_value *values =
        arena_alloc(a, (size_t)c->ncategories * row, sizeof(*values));

    if (places == NULL || values == NULL || c->call->sort == CHART_AS_DATA)
        return;
    for (uint32_t i = 0; i < c->ncategories; i++) {
        places[i] = (struct chart_place){
            .name = c->categories[i], .value = {0, c->scale}, .index = i};
        places[i].known = chart_sum(c, i, &places[i].value.coefficient);
    }
    sort_runs(c, places);
    for (uint32_t i = 0; i < c->ncategories; i++) {
        c->categories[i] = places[i].name;
        memcpy(&values[i * row], &c->values[places[i].index * row],
               row * sizeof(*values));
    }
    c->values = values;
}
