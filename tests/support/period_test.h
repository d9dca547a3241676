/*
 * period_test.h - periods as tests read and write them, with the words of
 * test_wording().
 *
 * Ownership: what period_said() returns stands until it is asked again.
 */
#ifndef TESTS_SUPPORT_PERIOD_TEST_H
#define TESTS_SUPPORT_PERIOD_TEST_H

#include "core/value/period.h"

#include <stddef.h>

struct period_case {
    const char *text;
    const char *want; /* as period_said() has it */
};

/* Days are read before months. */
enum date_form period_read_text(const char *text, struct period *value);

/* The value as text: `2018-04-01..2018-05-31 2019-01-01..open`, `undated`. */
const char *period_said(const struct period *value);

/* Fails where one of N cases is not read as is wanted. */
void periods_are_read(const struct period_case *cases, size_t n);

#endif
