/*
 * index_list.h - the reports that stand in an output folder, for those who want
 * to list them: what the manifest knows of each.
 *
 * Ownership: an item's texts live as long as its list, which index_list_free()
 * ends.
 */
#ifndef BATCH_INDEX_LIST_H
#define BATCH_INDEX_LIST_H

#include "batch/folder_state.h"
#include "core/base/json_in.h"

struct index_item {
    json_t *files; /* as folder_entry.files */
    const char *name;
    struct str title, lang, council;
    struct str date; /* 2026-11-30, or empty */
};

struct index_list {
    struct index_item *items; /* the newest first, those of a day by name */
    size_t count;
};

/* Of STATE those that stand. ST_NOMEM leaves nothing to be freed. */
MUST_CHECK enum status index_list_make(const struct folder_state *state,
                                       struct index_list *list);
void index_list_free(struct index_list *list);

/* The file that is read in a browser, or else the first; NULL: there is none.
   And another, by its number; NULL: there are no more. */
const json_t *index_item_page(const struct index_item *item);
const json_t *index_item_file(const struct index_item *item, size_t i);

/* What a file is, by what its name ends with; empty: nobody knows. */
struct str index_extension(struct str name);

#endif
