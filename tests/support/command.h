/*
 * command.h - what another program says: outputs are read back by programs
 * that know nothing of ours.
 */
#ifndef TESTS_SUPPORT_COMMAND_H
#define TESTS_SUPPORT_COMMAND_H

#include "core/base/buf.h"

/* Runs the shell command, adds what it prints to OUT, followed by a NUL byte
   that its len does not count. Returns its exit status, or -1. */
int test_command(struct buf *out, const char *fmt, ...) PRINTF_LIKE(2, 3);

/* How often NEEDLE stands in TEXT. */
size_t test_count(const char *text, const char *needle);

#endif
