/*
 * laid_fixture.h - the tree that each test of a program lays out, for tests of
 * what layout and fonts make.
 *
 * Included by test programs alone: the tree and its style are theirs.
 */
#ifndef TESTS_SUPPORT_LAID_FIXTURE_H
#define TESTS_SUPPORT_LAID_FIXTURE_H

#include "tests/support/laid.h"

static struct laid_test t;
static struct style style; /* its own, which a test may change */

static inline int open_test(void **state)
{
    (void)state;
    laid_open(&t);
    style = *t.d.style;
    t.d.style = &style;
    return 0;
}

static inline int close_test(void **state)
{
    (void)state;
    laid_close(&t);
    return 0;
}

#endif
