/*
 * manifest.h - manifest.json: what stands in the output folder.
 *
 * Reports stand in the order of their names. It says nothing of a clock, a
 * machine or the order of a run: equal folders have equal manifests.
 */
#ifndef BATCH_MANIFEST_H
#define BATCH_MANIFEST_H

#include "batch/folder_state.h"
#include "batch/observer.h"
#include "core/base/buf.h"

#include <limits.h>

/* What the file is called, for the copy that is written. */
void manifest_file_name(const struct batch_settings *settings,
                        char name[NAME_MAX + 1]);

/* Whether no report can be called NAME, since a file of the run is. */
bool manifest_takes(struct str name);

/* Puts the file in place. On a failure the old one stays, and OBSERVER hears
   of it. */
MUST_CHECK enum status manifest_put(const struct batch_settings *settings,
                                    const struct observer *observer,
                                    const struct out_folder *folder,
                                    const struct folder_state *state);

/* Puts another file of the run in place, in the same way. */
MUST_CHECK enum status run_file_put(const struct batch_settings *settings,
                                    const struct observer *observer,
                                    const struct out_folder *folder,
                                    const char *name, const struct buf *text);

#endif
