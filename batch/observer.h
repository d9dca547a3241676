/*
 * observer.h - who hears what becomes of a run while it goes on, so that
 * nothing here has to know where it is said.
 *
 * Every function is called by the process that called batch_run(), with
 * CONTEXT first; all of them are there. What they are given is theirs for the
 * call only.
 */
#ifndef BATCH_OBSERVER_H
#define BATCH_OBSERVER_H

#include "batch/job.h"
#include "batch/messages.h"
#include "batch/outcome.h"
#include "input/templates/library.h"

struct batch_result;

struct observer {
    void *context;

    /* One line about the run itself, without its end, most often about a path,
       as it is: it may hold what a terminal would act on. PRIORITY_INFO is for
       those who want to hear more. */
    void (*line)(void *context, enum priority priority, struct str line);

    /* What was found in templates and fonts, as messages_add() makes it, each
       once, before the first report that it concerns. */
    void (*findings)(void *context, struct str text);

    /* What the reports name at their heads is read; they come next. */
    void (*opened)(void *context, const struct library *library);

    /* What this kernel cannot do to confine whoever reads reports, a set of
       enum confine_missing: once a run, when there is any. */
    void (*unprotected)(void *context, unsigned missing);

    /* A report's result, in the order of the reports. Those of a run that was
       stopped have gaps. */
    void (*report)(void *context, const struct job *job,
                   const struct outcome *outcome);

    /* How far the run is, after each result, in whatever order they come. */
    void (*progress)(void *context, const struct batch_result *so_far);
};

/* Say such a line. */
void observer_line(const struct observer *o, enum priority priority,
                   const char *fmt, ...) PRINTF_LIKE(3, 4);
void observer_error(const struct observer *o, const char *fmt, ...)
    PRINTF_LIKE(2, 3);

/* The error that STEP, a verb, failed of FOLDER/NAME, or of FOLDER where NAME
   is empty; WHY is errno. */
void observer_cannot(const struct observer *o, const char *folder,
                     const char *name, const char *step, int why);

#endif
