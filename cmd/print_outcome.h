/*
 * print_outcome.h - what a batch says on standard output of its reports: their
 * files, records or dumps, and its sum.
 */
#ifndef CMD_PRINT_OUTCOME_H
#define CMD_PRINT_OUTCOME_H

#include "batch/batch.h"
#include "cmd/options.h"

/* Records and dumps have standard output to themselves: nothing else is
   printed beside them. */
bool print_wanted(const struct options *options, enum verbosity from);

/* Its messages, on standard error, and what came out. Those of a quiet run of
   several reports go to options->held. */
void print_outcome(struct options *options, const struct job *job,
                   const struct outcome *outcome);

/* The last line of a run: for a person, or as JSON. */
void print_summary(const struct options *options,
                   const struct batch_result *result);

#endif
