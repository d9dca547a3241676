/*
 * desk.h - a report with figures that expressions ask for.
 *
 * Ownership: all belongs to the test, which desk_close() frees.
 */
#ifndef TESTS_SUPPORT_DESK_H
#define TESTS_SUPPORT_DESK_H

#include "figures/expression.h"
#include "tests/support/table.h"

extern const struct kind desk_kind; /* of `costs` */

struct desk {
    struct test_report t;
    struct scope scope;
};

int desk_open(void **state);

int desk_close(void **state);

struct place desk_begin(const struct desk *d);

/* What TEXT prints as. */
const char *desk_expanded(struct desk *d, const char *text);

void desk_prints(struct desk *d, const char *text, const char *want);

void desk_is(struct desk *d, const char *text, bool want);

/* TEXT is wrong, and the only finding says WANT: code and the text's begin. */
void desk_fails(struct desk *d, const char *text, const char *want);

#endif
