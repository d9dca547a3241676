/*
 * manifest_name.h - what the files of a run are called that stand in an output
 * folder beside those of its reports: manifest.json and run.json.
 */
#ifndef BATCH_MANIFEST_NAME_H
#define BATCH_MANIFEST_NAME_H

#include "batch/settings.h"

#include <limits.h>

#define MANIFEST_NAME "manifest" /* .json */
#define RUN_RECORD_NAME "run"    /* .json */

/* For the copy that is written; and what the record of its last run is. */
void manifest_file_name(const struct batch_settings *settings,
                        char name[NAME_MAX + 1]);
void run_record_file_name(const struct batch_settings *settings,
                          char name[NAME_MAX + 1]);

/* Whether no report can be called NAME, since a file of the run is. */
bool manifest_takes(struct str name);

#endif
