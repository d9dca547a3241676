/*
 * option_values.h - the values of options, proven one by one.
 *
 * Each takes a value as it was given into *o and returns true, or says what
 * it wants on standard error.
 */
#ifndef CMD_OPTION_VALUES_H
#define CMD_OPTION_VALUES_H

#include "cmd/options.h"

bool option_outputs(struct options *o, const char *list);
bool option_audience(struct options *o, const char *value);
bool option_stage(struct options *o, const char *value);
bool option_memory(struct options *o, const char *value);
bool option_workers(struct options *o, const char *value);
bool option_timeout(struct options *o, const char *value);
bool option_as_of(struct options *o, const char *value);
bool option_set(struct options *o, const char *value);

#endif
