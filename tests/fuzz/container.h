/*
 * container.h - a zip container around an input: stored parts, all sums right.
 */
#ifndef TESTS_FUZZ_CONTAINER_H
#define TESTS_FUZZ_CONTAINER_H

#include "core/base/buf.h"

#define FUZZ_PARTS_MAX 16

struct fuzz_part {
    const char *name;
    const char *text; /* NULL: the input */
};

void fuzz_container(struct buf *out, const struct fuzz_part *parts,
                    size_t nparts, struct str input);

#endif
