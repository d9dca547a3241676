/*
 * report_builder.h - what a process keeps for all its reports, and the way of
 * one report through the parts of the program: input, figures, generators,
 * layout, writers, files.
 *
 * Ownership: a builder owns what it keeps: templates, fonts, caches.
 */
#ifndef BATCH_REPORT_BUILDER_H
#define BATCH_REPORT_BUILDER_H

#include "batch/observer.h"
#include "batch/report_files.h"
#include "batch/settings.h"
#include "core/base/buf.h"
#include "core/base/list.h"
#include "core/base/status.h"
#include "input/templates/library.h"

struct report_builder;

/* Opens the folders of templates, and reads nothing there yet; what hinders it
   OBSERVER hears. *builder is NULL on a failure. */
MUST_CHECK enum status
report_builder_open(const struct batch_settings *settings,
                    const struct observer *observer,
                    struct report_builder **builder);
void report_builder_close(struct report_builder *builder);

/* Before the process is confined: reads the template that JOB names, and opens
   its fonts. What is wrong with them is found when JOB is built. */
MUST_CHECK enum status report_builder_expect(struct report_builder *builder,
                                             const struct job *job);

/* The files of the fonts that have been opened so far, const char *, into
   PATHS. */
void report_builder_fonts(const struct report_builder *builder,
                          struct list *paths);

struct library *report_builder_library(struct report_builder *builder);

/* The status is also in the outcome. */
MUST_CHECK enum status report_build(struct report_builder *builder,
                                    const struct job *job,
                                    const struct report_targets *targets,
                                    struct outcome *outcome);

#endif
