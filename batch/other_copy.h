/*
 * other_copy.h - keeps published files and internal ones out of each other's
 * folder: who publishes a folder publishes all of it.
 */
#ifndef BATCH_OTHER_COPY_H
#define BATCH_OTHER_COPY_H

#include "batch/observer.h"
#include "batch/settings.h"
#include "core/base/arena.h"
#include "core/base/status.h"

/* ST_OK, or ST_CREATE after an error that names a record of the other copy in
   the output folder or, where names are ways, up to FIND_DEPTH_MAX folders
   below it. The names of these stay in the arena. */
MUST_CHECK enum status other_copy_refuse(struct arena *arena,
                                         const struct batch_settings *settings,
                                         const struct observer *observer);

#endif
