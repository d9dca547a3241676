/*
 * prose_test.h - prose that is read, and the tree or the faults that come of
 * it.
 *
 * Ownership: prose_test_open() makes everything, prose_test_close() frees it.
 */
#ifndef TESTS_SUPPORT_PROSE_TEST_H
#define TESTS_SUPPORT_PROSE_TEST_H

#include "input/prose/prose_in.h"
#include "tests/support/reading.h"

struct prose_test {
    struct reading reading;
    struct prose_options options;
    struct image_files images;
    struct buf dump; /* of the last tree, or what a test puts there */
};

extern const struct label_series prose_test_bullet;  /* of plain lists */
extern const struct label_series prose_test_numbers; /* of ordered ones */

int prose_test_open(void **state);
int prose_test_close(void **state);

/* Pictures are taken from now on: every name is one, but "missing.png". */
void prose_test_take_images(struct prose_test *s);

/* TEXT as CommonMark. */
struct doc_node *prose_test_read(struct prose_test *s, struct str text);

/* The tree as doc_dump() has it, with single spaces for its indents and
   without the line of the document. */
const char *prose_test_dump(struct prose_test *s, struct doc_node *fragment);

/* The tree of TEXT, which must have no fault; or its faults. */
const char *tree_of(void **state, const char *text);
const char *faults_of(void **state, const char *text);

#endif
