/*
 * folder.h - a folder of its own for a test that writes files.
 */
#ifndef TESTS_SUPPORT_FOLDER_H
#define TESTS_SUPPORT_FOLDER_H

#include "core/base/buf.h"

#include <stdbool.h>
#include <stddef.h>

#define FOLDER_PATH_SIZE 512

struct test_folder {
    char path[FOLDER_PATH_SIZE];
};

/* Below $TMPDIR or /tmp. Fails the test when it cannot be made. */
void test_folder_init(struct test_folder *f);
void test_folder_free(struct test_folder *f); /* with all that it holds */

/* The path of NAME in it, in OUT of FOLDER_PATH_SIZE bytes. */
void test_folder_path(const struct test_folder *f, const char *name, char *out);

/* The file's bytes are added to OUT; false when it cannot be read. */
bool test_folder_read(const struct test_folder *f, const char *name,
                      struct buf *out);
void test_folder_write(const struct test_folder *f, const char *name,
                       const char *text);

/* Names in it, hidden ones too. */
size_t test_folder_count(const struct test_folder *f);

#endif
