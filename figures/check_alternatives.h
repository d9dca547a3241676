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

#endif
