/*
 * tell.h - what a batch says on standard output of its reports: their files,
 * records or dumps, and its sum.
 */
#ifndef CMD_TELL_H
#define CMD_TELL_H

#include "cmd/find_reports.h"
#include "cmd/outcome.h"

/* Records and dumps have standard output to themselves: nothing else is
   printed beside them. */
bool tell_wanted(const struct options *options, enum verbosity from);

/* Its messages, on standard error, and what came out. */
void tell_outcome(const struct options *options, const struct job *job,
                  const struct outcome *outcome);

void tell_sum(const struct options *options, size_t reports, size_t unchanged,
              size_t failed);

#endif
