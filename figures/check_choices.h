/*
 * check_choices.h - what a column of choices says in a row. For figures/ only.
 */
#ifndef FIGURES_CHECK_CHOICES_H
#define FIGURES_CHECK_CHOICES_H

#include "figures/check_parts.h"

/* The column called ID; the table's ncolumns where ID is NULL or unknown. */
size_t check_column(const struct checks *c, const char *id);

/* The choice of a cell as its kind describes it; NULL when it has none. */
const struct kind_choice *check_choice(const struct checks *c, size_t row,
                                       size_t column);

/* What the choice that means MEANING is called; empty when none does. */
struct str check_meaning_name(const struct checks *c, size_t column,
                              enum choice_meaning meaning);

/* Whether ROW says which side is good, or nothing else does: no figure is
   judged where that could not be read, or neither is. */
bool check_side_is_known(const struct checks *c, const struct kind_check *check,
                         size_t row);

/* Whether ROW was to say which side is good, and does not: either may be. */
bool check_side_is_open(const struct checks *c, const struct kind_check *check,
                        size_t row);

/* Whether low figures are good in ROW. */
bool check_low_is_good(const struct checks *c, const struct kind_check *check,
                       size_t row);

/* The figure of a cell; false when it holds none. */
bool check_figure(const struct checks *c, size_t row, size_t column,
                  struct decimal *d);

/* The cell as a message names and prints it: `forecast £520,000 (F6)`. */
struct str check_cell_text(const struct checks *c, size_t row, size_t column);

#endif
