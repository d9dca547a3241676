/*
 * text_order.h - the order in which people sort names.
 *
 * Case, kinds of dashes and other differences that fold.h knows do not count,
 * and figures within a name count as figures: R2 comes before R10, and R01
 * before R2. Names that differ in noughts before a figure alone are sorted by
 * those, fewer first.
 */
#ifndef CORE_BASE_TEXT_ORDER_H
#define CORE_BASE_TEXT_ORDER_H

#include "core/base/str.h"

/* Below, above or 0, as for strcmp(). 0: nothing that counts differs. */
int text_order(struct str a, struct str b);

#endif
