/*
 * messages.h - what is found in reports, as lines for a person, an editor or
 * the journal of systemd.
 *
 * Each line stands behind its priority, as in sd-daemon(3): "<3>". Whoever
 * shows it takes that away, or leaves it where a journal listens: read back
 * from the text, a folder called `x: warning: y` would choose the priority of
 * its own faults.
 */
#ifndef BATCH_MESSAGES_H
#define BATCH_MESSAGES_H

#include "batch/job.h"
#include "core/finding/finding.h"

/* As syslog(3) numbers them. */
enum priority {
    PRIORITY_ERROR = 3,
    PRIORITY_WARNING = 4,
    PRIORITY_NOTICE = 5,
    PRIORITY_INFO = 6,
};

#define PRIORITY_MARK_SIZE 3 /* bytes before each line */

/* The priority of LINE by its mark; 0: it has none. */
int messages_priority(struct str line);

/*
 * Adds FINDINGS to OUT as a person reads them, each with the priority of its
 * level, and its file with the folder when JOB is not the only report of its
 * run, so that nobody asks which report.xml is meant. A NULL JOB is the run
 * itself. Those that other reports may have as well go to SHARED, so that the
 * run can say them once; where it is NULL, to OUT.
 */
void messages_add(const struct findings *findings, const struct job *job,
                  struct buf *out, struct buf *shared);

/* The first message of what went to SHARED, which is cut off it. */
struct str messages_cut(struct str *shared);

/* One error of a whole report: its folder, WHY, a line end. */
void messages_error(const struct job *job, const char *why, struct buf *out);

/* TEXT from FROM on is whole lines of one priority: each gets its mark. */
void messages_mark(struct buf *text, size_t from, enum priority priority);

#endif
