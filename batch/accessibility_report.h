/*
 * accessibility_report.h - `check --accessibility`: what was looked at, what
 * was found, and what only a person can judge, made from what is in this
 * report.
 *
 * It never says that a report is accessible: no program can know.
 */
#ifndef BATCH_ACCESSIBILITY_REPORT_H
#define BATCH_ACCESSIBILITY_REPORT_H

#include "core/access/accessibility.h"
#include "output/layout/layout.h"

struct accessibility_subject {
    const struct doc *doc;
    const struct accessibility *access;
    const struct findings *findings; /* of the report, sorted */
    const struct layout *layout;     /* without pages where it was not made */
};

/* As lines for a person at a terminal. */
void accessibility_report_text(const struct accessibility_subject *j,
                               struct buf *out);

/* The same as one JSON object; nothing when the report was not looked at. */
void accessibility_report_json(const struct accessibility_subject *j,
                               struct buf *out);

#endif
