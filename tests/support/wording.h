/*
 * wording.h - the English wording, built by hand, for tests that need one.
 *
 * The same words as templates/wording/en-GB.xml; static, never freed.
 */
#ifndef TESTS_SUPPORT_WORDING_H
#define TESTS_SUPPORT_WORDING_H

#include "core/value/wording.h"

const struct wording *test_wording(void);

#endif
