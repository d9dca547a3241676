/*
 * report_builder.h - what a process keeps for all its reports, and the way of
 * one report through the parts of the program: input, figures, generators,
 * layout, writers, files.
 *
 * Ownership: a press owns its run: templates, fonts, caches.
 */
#ifndef BATCH_REPORT_BUILDER_H
#define BATCH_REPORT_BUILDER_H

#include "batch/find_reports.h"
#include "batch/outcome.h"
#include "cmd/options.h"
#include "core/base/buf.h"
#include "core/base/status.h"

struct report_builder;

/* Reads templates and fonts. On a failure *press is NULL, and *messages says
   why; it may hold warnings otherwise. */
MUST_CHECK enum status report_builder_open(const struct options *options,
                                           struct buf *messages,
                                           struct report_builder **builder);
void report_builder_close(struct report_builder *builder);

const struct templates *
report_builder_templates(const struct report_builder *builder);

/* The status is also in the outcome. */
MUST_CHECK enum status report_build(struct report_builder *builder,
                                    const struct job *job,
                                    struct outcome *outcome);

#endif
