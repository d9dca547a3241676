/*
 * outcome.h - how a report went: everything that the parent needs to tell a
 * person, in texts and numbers that can travel between processes.
 *
 * Ownership: an outcome owns its buffers and its record; outcome_free() ends
 * them, and leaves the numbers. Failure of a text sticks in its buffer.
 */
#ifndef BATCH_OUTCOME_H
#define BATCH_OUTCOME_H

#include "batch/job.h"
#include "batch/settings.h"
#include "core/base/buf.h"
#include "core/base/json_in.h"

#include <stdint.h>

enum outcome_text {
    TEXT_MESSAGES,      /* findings, as a person reads them */
    TEXT_SHARED,        /* those of files that other reports use as well:
                           messages_cut() */
    TEXT_RECORD,        /* one line of JSON */
    TEXT_DUMP,          /* what --dump asked for */
    TEXT_TEMPLATE,      /* its name; empty: none that is known */
    TEXT_REASON,        /* why it was built; empty where nobody asked */
    TEXT_CODES,         /* code_counts_write(); empty where it was not built */
    TEXT_ACCESSIBILITY, /* --accessibility: what a person should look at */
    TEXT_RULES,         /* `check`: what became of the rules that it names */
    TEXT_COUNT,
};

struct outcome {
    enum status status;
    struct buf texts[TEXT_COUNT];
    uint64_t inputs; /* files read */
    uint64_t memory; /* bytes taken */
    uint64_t pages;
    uint64_t errors, warnings, acknowledged;
    bool unchanged; /* its files are those that would come out: not built */

    /* Set where the outcome is heard: TEXT_RECORD as it was read, once; NULL:
       no report said it. */
    json_t *record;

    /* Set there, too, where files are written. */
    uint64_t failed_runs; /* in a row, this one included */
    int64_t written; /* when what stands was: seconds since 1970; 0: nothing
                        does */
};

/* What a text may have, in bytes: none where it was not asked for. */
size_t outcome_text_limit(const struct batch_settings *settings,
                          enum outcome_text text);

void outcome_init(struct outcome *outcome,
                  const struct batch_settings *settings);
void outcome_free(struct outcome *outcome);

/* Where a report has no record at all it gets one that says no more than its
   status. */
void outcome_complete(struct outcome *outcome,
                      const struct batch_settings *settings,
                      const struct job *job);

/* A report that no process could finish: its message is WHY, a whole sentence
   without its place, and its record says the same. */
void outcome_lost(struct outcome *outcome,
                  const struct batch_settings *settings, const struct job *job,
                  enum status status, const char *why);

#endif
