/*
 * press.h - what a process keeps for all its reports, and the way of one
 * report through the parts of the program: input, figures, generators,
 * layout, writers, files.
 *
 * Ownership: a press owns its run: templates, fonts, caches. An outcome owns
 * its buffers; outcome_free() ends it.
 */
#ifndef CMD_PRESS_H
#define CMD_PRESS_H

#include "cmd/find_reports.h"
#include "cmd/options.h"
#include "core/buf.h"
#include "core/status.h"

#include <stdint.h>

struct press;

/* Reads templates and fonts. On a failure *press is NULL, and *messages says
   why; it may hold warnings otherwise. */
MUST_CHECK enum status press_open(const struct options *options,
                                  struct buf *messages, struct press **press);
void press_close(struct press *press);

const struct format *press_format(const struct press *press);

/* How a report went: everything that the parent needs to tell a person. */
struct outcome {
    enum status status;
    struct buf messages;       /* findings, as a person reads them */
    struct buf record;         /* one line of JSON */
    struct buf dump;           /* what --dump asked for */
    const char *template_name; /* NULL: none that is known */
    size_t inputs;             /* files read */
    size_t memory;             /* bytes taken */
    uint32_t pages;
    size_t errors, warnings, acknowledged;
};

/* The status is also in the outcome. */
MUST_CHECK enum status press_report(struct press *press, const struct job *job,
                                    struct outcome *outcome);
void outcome_free(struct outcome *outcome);

#endif
