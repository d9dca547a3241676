/*
 * reading.h - sources made of literals, and findings as short lines.
 *
 * For tests of readers. Failures end the test.
 */
#ifndef TESTS_SUPPORT_READING_H
#define TESTS_SUPPORT_READING_H

#include "core/finding/finding.h"

struct reading {
    struct arena arena;
    struct findings findings;
    struct buf out;
};

void reading_init(struct reading *r);
void reading_free(struct reading *r);

/* A text called NAME, as if it had been read from a file. */
struct source *reading_source(struct reading *r, const char *name,
                              struct str text);

/*
 * Every finding so far, sorted, one a line: "4:7 bad-value text | hint".
 * With NAMES the file's name comes first. Valid until the next call.
 */
const char *reading_faults(struct reading *r, bool names);

#endif
