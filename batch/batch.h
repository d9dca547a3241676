/*
 * batch.h - a run: all reports that paths name are found, handed out, told in
 * their order whatever the order they end in, and written down.
 *
 * Reports are built by workers, so that one that crashes, hangs or takes too
 * much costs itself alone.
 */
#ifndef BATCH_BATCH_H
#define BATCH_BATCH_H

#include "batch/batch_result.h"
#include "batch/observer.h"
#include "batch/settings.h"

/*
 * Builds the reports of PATHS. The status is also in *result, whose names
 * belong to the arena: the worst of the reports and of looking for them, or of
 * what kept the run from being whole. When a signal stopped it, what was done
 * is whole, and the rest was not begun; the caller may want to die of it
 * (stop_signals.h).
 */
MUST_CHECK enum status batch_run(struct arena *arena,
                                 const struct batch_settings *settings,
                                 const char *const *paths, size_t npaths,
                                 const struct observer *observer,
                                 struct batch_result *result);

#endif
