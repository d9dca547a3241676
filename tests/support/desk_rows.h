/*
 * desk_rows.h - a report with rows, and values for every pipe, that expressions
 * ask for; and short words that say what comes of one.
 *
 * Ownership: all belongs to the test, which desk_close() (desk.h) frees.
 */
#ifndef TESTS_SUPPORT_DESK_ROWS_H
#define TESTS_SUPPORT_DESK_ROWS_H

#include "tests/support/desk.h"

#define COUNT(array) (sizeof(array) / sizeof(*(array)))

int desk_rows_open(void **state);

/* What EXPRESSION prints as. */
void prints(struct desk *d, const char *expression, const char *want);

void is(struct desk *d, const char *text, bool want);

/* TEXT is wrong, and a finding has WANT in it. */
void fails(struct desk *d, const char *text, const char *want);

#endif
