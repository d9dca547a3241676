/*
 * outfile.h - files that are whole or not there.
 *
 * Each is made, written and synced under a temporary name in the folder of its
 * target. When all files of a set are, they are renamed one after another, the
 * record last; no signal to stop comes between two (stop_signals.h). A process
 * that is killed leaves temporary files: outfile_is_temporary() tells them from
 * all others, so that the next run can remove them.
 *
 * Any failure leaves the old files. When a rename fails, those of its set that
 * were done are taken back; a rename has failed when the file is not in its
 * place, since some file systems do it and answer that they have not. Where
 * they cannot be taken back either the set is mixed: its record is still the
 * old one, whose digests are not those of the new files.
 *
 * Failure: an error that says more; its name points to what the caller gave.
 * Before the first byte of a file as outfile_status() says, ST_OUTPUT after it.
 */
#ifndef BATCH_OUTFILE_H
#define BATCH_OUTFILE_H

#include "core/base/status.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stddef.h>

#define OUTFILES_MAX 8

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

enum { OUTFILE_NAME_SIZE = 80 };

/* The temporary name of file I of what STAGE stands for: a word of letters,
   digits and hyphens. */
void outfile_temporary(const char *stage, size_t i,
                       char name[OUTFILE_NAME_SIZE]);

/* Whether NAME is one of those. */
bool outfile_is_temporary(struct str name);

/* Makes the file NAME in the open FOLDER, or takes one that is there and empty;
   any other goes. Its descriptor, or -1 with errno. */
int outfile_create(int folder, const char *name);

/* What it is when errno WHY keeps a file or folder from being made. */
MUST_CHECK enum status outfile_status(int why);

/* The same of the file SHOWN, with errno. */
MUST_CHECK enum status outfile_cannot_create(const char *shown,
                                             struct outfile_error *error);

/* Writes and, unless it is known to be torn when it is, syncs FD, which is then
   closed. The error names it SHOWN. */
MUST_CHECK enum status outfile_fill(int fd, const char *shown, struct str bytes,
                                    bool sync, struct outfile_error *error);

/* A file that was made and filled, and what it is to be called. */
struct outfile_move {
    const char *from;
    const char *to;
};

/* From one open folder to another of the same file system; NMOVES is 1 to
   OUTFILES_MAX. What is no file of its own there (a link, a pipe) is
   refused. That they are there lasts from outfile_sync() on. */
MUST_CHECK enum status outfile_place(int from, int to,
                                     const struct outfile_move *moves,
                                     size_t nmoves,
                                     struct outfile_error *error);

/* One file, by all these steps, in the open FOLDER. It lasts then, and so does
   all that was moved there before. */
MUST_CHECK enum status outfile_put(int folder, const char *name,
                                   struct str bytes,
                                   struct outfile_error *error);

/* The same in a folder that is not open. */
MUST_CHECK enum status outfile_put_at(const char *folder, const char *name,
                                      struct str bytes,
                                      struct outfile_error *error);

/* Whatever was moved into the open FOLDER; the error names it SHOWN. */
MUST_CHECK enum status outfile_sync(int folder, const char *shown,
                                    struct outfile_error *error);

#endif
