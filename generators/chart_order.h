/*
 * chart_order.h - the order of what a chart draws: categories of a picture,
 * rows of a table with drawings. For generators/chart*.c alone.
 *
 * Ownership: names are those of the caller. Failure: none.
 */
#ifndef GENERATORS_CHART_ORDER_H
#define GENERATORS_CHART_ORDER_H

#include "core/base/str.h"
#include "core/model/chart_call.h"
#include "core/value/decimal.h"

#include <stdbool.h>
#include <stddef.h>

/* What one of them is sorted by. */
struct chart_place {
    struct str name;
    struct decimal value;
    bool known;   /* it has a value */
    size_t index; /* as the data has them: among equals the first comes first */
};

/* Sorts N elements of SIZE bytes at FIRST, each of which begins with its struct
   chart_place. */
void chart_order(enum chart_sort sort, void *first, size_t n, size_t size);

#endif
