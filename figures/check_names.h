/*
 * check_names.h - what cells, rows and figures are called in messages. For
 * figures/ only.
 */
#ifndef FIGURES_CHECK_NAMES_H
#define FIGURES_CHECK_NAMES_H

#include "figures/check_parts.h"

/* For messages: E14; E9:E13, of all terms; a heading; a heading and its row;
   a figure. */
struct str cell_name(const struct checks *c, size_t row, size_t column);
struct str span_name(const struct checks *c, const struct sum *s);
struct str column_name(const struct checks *c, size_t column);
struct str comparison_name(const struct checks *c,
                           const struct comparison *comparison);
/* `Variance (cell D2 of last.csv) was`: a cell of other data. */
struct str far_cell_words(const struct checks *c, const struct table *t,
                          size_t row, size_t column);
struct str value_text(const struct checks *c, size_t column,
                      struct decimal value);

#endif
