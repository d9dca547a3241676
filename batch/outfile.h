/*
 * outfile.h - files that are whole or not there.
 *
 * Each is written and synced under a temporary name beside its target; when
 * all of a set are, they are renamed in order, the record last. Any failure
 * removes the temporary files and leaves the old ones untouched; when a rename
 * fails after others of its set, those are taken back. Where the file system
 * lets nobody do that either, the set is mixed: its record is still the old
 * one, whose digests are not those of the new files.
 * No signal to stop cuts that short (stop_signals.h).
 * A process that is killed leaves them: they are called .NAME.XXXXXX.tmp.
 *
 * Failure: ST_CREATE before the first byte of a file, ST_OUTPUT after it,
 * and an error that says more; its name points to what the caller gave.
 */
#ifndef BATCH_OUTFILE_H
#define BATCH_OUTFILE_H

#include "core/base/status.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stddef.h>

#define OUTFILES_MAX 8

struct outfile {
    const char *name; /* without a folder */
    struct str bytes;
};

/* What went wrong, for the message: which file, which step, errno. */
struct outfile_error {
    const char *name;
    const char *step;
    int error;
    bool mixed; /* files of before and of now stand side by side, each whole,
                   since none could be taken back */
};

/* Makes FOLDER and its parents where they are missing. */
MUST_CHECK enum status outfile_folder(const char *folder,
                                      struct outfile_error *error);

/* FOLDER is there; NFILES is 1 to OUTFILES_MAX. */
MUST_CHECK enum status outfile_put(const char *folder,
                                   const struct outfile *files, size_t nfiles,
                                   struct outfile_error *error);

/* Whether NAME is what a killed process may have left. */
bool outfile_is_temporary(struct str name);

#endif
