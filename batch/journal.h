/*
 * journal.h - lines that the journal of systemd can sort by priority.
 *
 * Where standard error is the journal, each line begins with <N>, N being its
 * priority (sd-daemon(3)); anywhere else nothing is added. It is the journal
 * when its device and inode are those of $JOURNAL_STREAM (systemd.exec(5)).
 */
#ifndef BATCH_JOURNAL_H
#define BATCH_JOURNAL_H

#include "core/base/buf.h"

#include <stdbool.h>

/* As syslog(3) numbers them. */
enum priority {
    PRIORITY_ERROR = 3,
    PRIORITY_WARNING = 4,
    PRIORITY_NOTICE = 5,
    PRIORITY_INFO = 6,
};

/* Whether standard error is the journal. */
bool journal_listens(void);

/* TEXT from FROM on is whole lines of one priority: for the journal they get
   their prefixes. */
void journal_mark(struct buf *text, size_t from, enum priority priority);

#endif
