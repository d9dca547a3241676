/*
 * side.h - what stands beside a report in the preview, as HTML: its state in
 * words, its findings, facts, what it can be shown with, the other reports.
 *
 * The page of the preview takes over each element that has `data-part`, by its
 * id (preview/page/page.js). All that authors wrote is text there.
 *
 * Failure: sticks in the buffer.
 */
#ifndef PREVIEW_SIDE_H
#define PREVIEW_SIDE_H

#include "batch/settings.h"
#include "core/base/list.h"
#include "preview/reports.h"

/* What is the same for all reports. */
struct side_facts {
    struct list templates; /* const char *: the names that there are */
    const char *const *paths;
    size_t npaths;
    const struct batch_settings *started; /* how the preview was started */
};

/* What stands beside item N of R: a report, or one that is shown otherwise. */
void side_write(const struct reports *r, size_t n,
                const struct side_facts *facts, struct buf *out);

#endif
