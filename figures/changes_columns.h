/*
 * changes_columns.h - which columns are compared with the period before, where
 * nobody says which (figures/changes.h says the rule).
 */
#ifndef FIGURES_CHANGES_COLUMNS_H
#define FIGURES_CHANGES_COLUMNS_H

#include "core/model/report.h"

/* Which columns of D are compared without being told. */
bool change_is_compared(const struct data *d, size_t column);

/* Whether one of these is made of others of its row; and whether any of those
   is one that CHANGED, of its row which columns did. */
bool change_waits(const struct data *d, size_t column);
bool change_follows(const struct data *d, size_t column, const bool *changed);

#endif
