/*
 * print_outcome.h - what a batch says on standard output of its reports: their
 * files, records or dumps, and its sum.
 */
#ifndef CMD_PRINT_OUTCOME_H
#define CMD_PRINT_OUTCOME_H

#include "batch/find_reports.h"
#include "batch/outcome.h"

/* Records and dumps have standard output to themselves: nothing else is
   printed beside them. */
bool print_wanted(const struct options *options, enum verbosity from);

/* Its messages, on standard error, and what came out. */
void print_outcome(const struct options *options, const struct job *job,
                   const struct outcome *outcome);

/* What a run has come to. */
struct tally {
    enum status status; /* the worst of all */
    bool stopped;       /* by a signal: some reports are not done */
    size_t reports;
    size_t done;
    size_t unchanged;
    size_t failed;
    uint64_t errors, warnings, acknowledged; /* in what was not unchanged */
    uint64_t pages;
    int64_t ms;
    const char *const *orphans;
    size_t norphans;
};

void tally_add(struct tally *tally, const struct outcome *outcome);

/* The last line of a run: for a person, or as JSON. */
void print_summary(const struct options *options, const struct tally *tally);

#endif
