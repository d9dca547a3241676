/*
 * manifest.h - manifest.json: what stands in the output folder.
 *
 * Reports stand in the order of their names. It says nothing of a clock, a
 * machine or the order of a run: equal folders have equal manifests.
 */
#ifndef BATCH_MANIFEST_H
#define BATCH_MANIFEST_H

#include "batch/folder_state.h"
#include "core/base/buf.h"

/* Puts the file in place. On a failure the old one stays, and the folder's
   observer hears of it. */
MUST_CHECK enum status manifest_put(const struct out_folder *folder,
                                    const struct folder_state *state);

/* Puts another file of the run in place, in the same way. */
MUST_CHECK enum status run_file_put(const struct out_folder *folder,
                                    const char *name, const struct buf *text);

#endif
