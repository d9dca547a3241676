/*
 * files_fitting.h - the files whose names fit a pattern: 2026-*.csv.
 *
 * One `*` or several, each for any characters or none, may stand in the last
 * part of a path. Locks and hidden files fit nothing, nor do folders.
 *
 * Ownership: all belongs to the arena. Failure: a finding.
 */
#ifndef INPUT_FILE_FILES_FITTING_H
#define INPUT_FILE_FILES_FITTING_H

#include "core/base/list.h"
#include "core/base/status.h"
#include "core/finding/finding.h"

/* Whether NAME is a pattern. */
bool files_is_pattern(const char *name);

/*
 * The names of the files below FOLDER that fit PATTERN, struct str, in the
 * order in which people sort names (core/base/text_order.h). *SOURCE is the
 * list itself, a SOURCE_NAMES, which is among what a report is made from: it is
 * another once a file comes or goes. ST_DATA and a finding at AT when no file
 * fits, or when PATTERN leads out of FOLDER.
 */
MUST_CHECK enum status files_fitting(struct arena *arena, const char *folder,
                                     const char *pattern, struct place at,
                                     struct findings *findings,
                                     struct source **source,
                                     struct list *names);

/* Whether the files that fit are those that SOURCE lists. */
bool files_fit_still(const struct source *source);

#endif
