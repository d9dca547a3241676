/*
 * check_agreements.h - what the rows of a table say of a check that is not made
 * yet. For figures/ only.
 */
#ifndef FIGURES_CHECK_AGREEMENTS_H
#define FIGURES_CHECK_AGREEMENTS_H

#include "figures/check_parts.h"

/* What each row says of CHECK, as an enum agreement in ROWS, which is as long
   as the table and all AGREEMENT_UNKNOWN before. Of type `row` (check_row.c),
   where columns that the table does not have count as nought, and of type
   `ratio` (check_ratio.c). */
void row_agreements(struct checks *c, const struct kind_check *check,
                    uint8_t *rows);
void ratio_agreements(struct checks *c, const struct kind_check *check,
                      uint8_t *rows);

#endif
