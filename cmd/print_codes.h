/*
 * print_codes.h - which findings a run made, code by code: what to mend first,
 * and how many reports that would help.
 */
#ifndef CMD_PRINT_CODES_H
#define CMD_PRINT_CODES_H

#include "batch/batch_result.h"
#include "core/base/json_out.h"

#include <stdio.h>

/* One line of a run of several reports on standard output; nothing where
   nothing was found. */
void print_codes(const struct batch_result *result);

/* The same on standard error, before all that is said of single reports. */
void print_codes_first(const struct batch_result *result);

/* An array of code, findings, reports. */
void print_codes_json(const struct code_counts *codes, struct json_out *out);

#endif
