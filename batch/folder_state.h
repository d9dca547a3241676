/*
 * folder_state.h - what stands in the output folder, report by report, and how
 * the last tries to write it ended.
 *
 * manifest.json says it, and so do the records, which count where they are
 * newer than the manifest. A report that was not in a run keeps what was said
 * of it.
 *
 * Ownership: the arena.
 */
#ifndef BATCH_FOLDER_STATE_H
#define BATCH_FOLDER_STATE_H

#include "batch/out_folder.h"
#include "core/base/arena.h"
#include "core/base/json_in.h"

struct folder_entry {
    const char *name;     /* of the report */
    struct str status;    /* of the last try, as status_name() */
    uint64_t failed_runs; /* that failed since the last that did not */
    struct str files;     /* a JSON object: what stands; empty: nothing does */
    int64_t written;      /* when its record was: seconds since 1970, or 0 */
    bool orphan;          /* its report was not found */
};

/* In the order of their names; of a shard (settings.h) its own alone. */
struct folder_state {
    struct folder_entry *items;
    size_t count;
};

/* A folder that has no manifest is empty. ST_NOMEM, ST_CREATE or ST_OUTPUT
   after a line to the folder's observer: what is there cannot be read. */
MUST_CHECK enum status folder_state_read(struct arena *arena,
                                         const struct out_folder *folder,
                                         struct folder_state *state);

/* NULL: nothing is known of it. */
const struct folder_entry *folder_state_find(const struct folder_state *state,
                                             const char *name);

/* What a run has done for a report. Of one that failed ENTRY has no files, and
   `written` 0: what stood before stays. */
struct folder_change {
    struct folder_entry entry;
    bool done; /* the run came to it */
};

/*
 * STATE with CHANGES, of which there are N. ALL says that they are all reports
 * there are: what stands of others is an orphan then, and what stands of none
 * is forgotten.
 */
MUST_CHECK enum status folder_state_change(struct arena *arena,
                                           struct folder_state *state,
                                           const struct folder_change *changes,
                                           size_t n, bool all);

/* What a record says of the files that stand, as an entry keeps it. Empty when
   RECORD is none. */
struct str folder_state_files(struct arena *arena, json_t *record);

#endif
