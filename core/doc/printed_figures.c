#include "core/doc/printed_figures.h"

#include <assert.h>
#include <stdlib.h>

struct figure_origin figure_origin_of_cell(const struct table *t, size_t row,
                                           size_t column)
{
    return (struct figure_origin){
        .first = table_cell_place(t, row, column),
        .table = t,
        .row = row,
        .column = column,
    };
}

void printed_figures_init(struct printed_figures *p, struct arena *arena)
{
    *p = (struct printed_figures){
        .list = list_of(arena, sizeof(struct printed_figure))};
}

void printed_figures_add(struct printed_figures *p,
                         struct printed_figure figure)
{
    struct printed_figure *kept =
        figure.origins == NULL ? NULL : list_add(&p->list);

    if (kept != NULL)
        *kept = figure;
}

static uintptr_t where(const struct printed_figure *f)
{
    return (uintptr_t)f->words.ptr;
}

static int by_address(const void *a, const void *b)
{
    const uintptr_t x = where(a);
    const uintptr_t y = where(b);

    return (x > y) - (x < y);
}

void printed_figures_sort(struct printed_figures *p)
{
    if (p->list.count > 0)
        qsort(p->list.items, p->list.count, sizeof(struct printed_figure),
              by_address);
    p->sorted = true;
}

/* The first that does not begin before ADDRESS. */
static size_t first_from(const struct printed_figures *p, uintptr_t address)
{
    const struct printed_figure *items = p->list.items;
    size_t low = 0, high = p->list.count;

    while (low < high) {
        const size_t middle = low + (high - low) / 2;

        if (where(&items[middle]) < address)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

size_t printed_figures_in(const struct printed_figures *p, struct str text,
                          const struct printed_figure **first)
{
    const struct printed_figure *items = p->list.items;
    const uintptr_t begin = (uintptr_t)text.ptr;
    size_t n = 0;
    size_t from;

    assert(p->sorted);
    *first = NULL;
    if (p->list.count == 0 || text.len == 0)
        return 0;
    from = first_from(p, begin);
    while (from + n < p->list.count &&
           where(&items[from + n]) - begin < text.len)
        n++;
    *first = &items[from];
    return n;
}
