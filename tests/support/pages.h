/*
 * pages.h - a layout without typography: every text of a tree in a line of
 * its own or more, one below the other, so that writers of pages can be tried
 * without the module that makes good ones.
 *
 * Lines break at the right margin and pages at the lower; the running head
 * and foot, a table's head repeated, and a rectangle behind each header cell
 * are the artifacts that a real layout has.
 *
 * Ownership: the arena; the shaper must outlive the layout.
 */
#ifndef TESTS_SUPPORT_PAGES_H
#define TESTS_SUPPORT_PAGES_H

#include "output/layout/layout.h"

/* Fails the test when anything fails. */
void test_pages(const struct doc *d, struct shaper *shaper, struct arena *arena,
                struct layout *l);

#endif
