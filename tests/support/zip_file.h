/*
 * zip_file.h - a zip container made in memory, for tests of its readers.
 *
 * Ownership: zip_file_make() returns bytes that the caller frees with free().
 */
#ifndef TESTS_SUPPORT_ZIP_FILE_H
#define TESTS_SUPPORT_ZIP_FILE_H

#include "core/base/str.h"

struct zip_part {
    const char *name;
    const char *text;
};

struct str zip_file_make(const struct zip_part *parts, size_t nparts);

#endif
