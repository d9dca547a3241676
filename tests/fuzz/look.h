/*
 * look.h - what `inspect` does with a file of data, for the targets of data.
 */
#ifndef TESTS_FUZZ_LOOK_H
#define TESTS_FUZZ_LOOK_H

#include "core/model/kind.h"
#include "tests/fuzz/fuzz.h"

/* The kind of ID, or the first. */
const struct kind *fuzz_kind(struct str id);

/* BYTES as the file NAME, looked at with all kinds. */
void fuzz_look(const char *name, enum source_kind kind, struct str bytes);

#endif
