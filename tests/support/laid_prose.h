/*
 * laid_prose.h - paragraphs that fill pages, for tests of layout.
 */
#ifndef TESTS_SUPPORT_LAID_PROSE_H
#define TESTS_SUPPORT_LAID_PROSE_H

#include "tests/support/laid.h"

extern const char laid_words[]; /* a sentence */

/* A paragraph of N such sentences that begins with NAME. */
struct doc_node *laid_prose(struct laid_test *t, struct doc_node *parent,
                            const char *name, int n);

/* Height of text on an empty page, in lines of body text. */
int laid_lines_a_page(const struct laid_test *t);

/* Fills the page but for LINES lines. */
void laid_fill_but(struct laid_test *t, int lines);

#endif
