/*
 * chart_years.h - the chart that a template of format 1 asks for: a bar a year,
 * a part a line of the budget. For generators/chart*.c alone.
 *
 *   chart.c         what is drawn
 *   chart_years.c   what it says in words
 *
 * Ownership and failure: as for doc.h.
 */
#ifndef GENERATORS_CHART_YEARS_H
#define GENERATORS_CHART_YEARS_H

#include "core/model/picture.h"
#include "generators/generator.h"

struct chart_years {
    const struct generator_in *in;
    struct doc *d;
    const struct table *table;
    size_t head;
    unsigned lines; /* a bit for each enum row_role that is drawn */
    size_t total;   /* the row of totals, or nrows */
    size_t *columns;
    size_t *rows; /* of the series */
    struct picture_bars *model;
    struct str *categories;
    struct str *series;
    struct str *totals;
    int64_t *values;
};

/* The cell of ROW and COLUMN as the table prints it. */
struct str chart_years_in_print(const struct chart_years *c, size_t row,
                                size_t column);
/* What stands above the bar of CATEGORY; empty: the data has no total. */
struct str chart_years_total(const struct chart_years *c, uint32_t category);
/* The alternative text. */
struct str chart_years_alternative(const struct chart_years *c);

#endif
