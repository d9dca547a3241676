/*
 * preview.h - the page that follows every save.
 *
 * A server on this machine alone shows each report of the paths as it would be
 * published, and what is wrong with it; it builds a report again when one of
 * its files, its template or a font's folder is saved. The last good version
 * stays while a file is broken. Nothing is written anywhere.
 *
 * Who may see the page: a browser that knows its address, whose path holds 128
 * random bits, from this machine, by no other site's page, and where the kernel
 * can tell, run by the same user.
 */
#ifndef PREVIEW_PREVIEW_H
#define PREVIEW_PREVIEW_H

#include "batch/observer.h"
#include "core/base/arena.h"
#include "preview/preview_settings.h"

/* Until a signal ends it, or an hour after its last page was closed. What a
   person is told goes to OBSERVER as lines. */
MUST_CHECK enum status preview_run(struct arena *arena,
                                   const struct preview_settings *settings,
                                   const struct observer *observer);

#endif
