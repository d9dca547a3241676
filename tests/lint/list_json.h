/*
 * list_json.h - what the programs share that write tables of the program as
 * JSON, for the lints in Python.
 */
#ifndef TESTS_LINT_LIST_JSON_H
#define TESTS_LINT_LIST_JSON_H

#include "core/base/json_out.h"

#include <stdio.h>

#define LIST_MEMORY ((size_t)1024 * 1024)

/* All of OUT and a line end, on standard output; false: not all of it. */
static inline bool list_print(struct buf *out)
{
    buf_char(out, '\n');
    return buf_status(out) == ST_OK &&
           fwrite(out->ptr, 1, out->len, stdout) == out->len &&
           fflush(stdout) == 0;
}

#endif
