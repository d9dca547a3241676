/*
 * check_alternatives.h - which checks of a kind are made with a table: of
 * several that may stand in each other's place, one. For figures/ only.
 */
#ifndef FIGURES_CHECK_ALTERNATIVES_H
#define FIGURES_CHECK_ALTERNATIVES_H

#include "figures/check_parts.h"

/* The first column of CHECK that the table does not have; or NULL. */
const char *check_lacks(const struct checks *c, const struct kind_check *check);

/* Of each check of the kind, whether another is made in its place; NULL: no
   memory. Says which columns only those have that are not made. */
bool *checks_passed_over(struct checks *c);

/* What each row says of CHECK, as an enum agreement in ROWS, which is as long
   as the table and all AGREEMENT_UNKNOWN before. Of type `row` (check_row.c),
   where columns that the table does not have count as nought, and of type
   `ratio` (check_ratio.c). */
void row_agreements(struct checks *c, const struct kind_check *check,
                    uint8_t *rows);
void ratio_agreements(struct checks *c, const struct kind_check *check,
                      uint8_t *rows);

#endif
