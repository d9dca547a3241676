/*
 * library.h - templates, kinds, house styles and wordings in the folders of
 * templates, read when they are first asked for.
 *
 * A folder is laid out as
 *   NAME/template.xml   kinds/NAME.xml   house/NAME.xml   wording/LANG.xml
 *   calendars/NAME.xml   rules/NAME.xml   style/screen.css
 * Several are looked through in their order, file by file: what is found first
 * is taken. What nobody asks for is not read, so that a fault in it harms
 * nobody.
 *
 * Ownership: the arena of the run.
 * Failure: findings of what was read stand with it. When the arena failed,
 * there seems to be nothing of any name: its owner asks arena_status().
 */
#ifndef INPUT_TEMPLATES_LIBRARY_H
#define INPUT_TEMPLATES_LIBRARY_H

#include "core/base/digest.h"
#include "core/base/list.h"
#include "core/finding/finding.h"
#include "core/model/template.h"
#include "input/templates/library_unit.h"

struct library;

/*
 * FOLDERS are looked through in this order; one that cannot be read is a
 * finding and ST_NOINPUT. Where none of them has a style sheet, SHIPPED has
 * one, the program's own folder, which may be NULL. The strings and GENERATORS
 * must outlive the library.
 */
MUST_CHECK enum status
library_open(struct arena *arena, const char *const *folders, size_t nfolders,
             const char *shipped, const struct generator_names *generators,
             struct findings *findings, struct library **library);

/* NULL when no folder has a file of that name. */
const struct library_unit *library_unit(struct library *library,
                                        enum library_part part, struct str id);

/* Whether its files are still what was read; when they are not, this is a
   fault of it from now on. Asked once of each: later changes are for the next
   run. */
void library_unchanged(struct library *library,
                       const struct library_unit *unit);

/* The names there are, const char *, in their order; those of files that an
   editor or a spreadsheet keeps for itself are none. ST_NOINPUT when a folder
   cannot be read. */
MUST_CHECK enum status library_names(struct library *library,
                                     enum library_part part,
                                     struct findings *findings,
                                     struct list *names);

/* Reads everything there is. The faults of all of it are findings of FINDINGS;
   the status is the worst. */
MUST_CHECK enum status library_read_all(struct library *library,
                                        struct findings *findings);

/* What has been read so far, in the order in which it was asked for. */
const struct library_unit *const *library_units(const struct library *library,
                                                size_t *count);
const char *const *library_folders(const struct library *library,
                                   size_t *count);

#endif
