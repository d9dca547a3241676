/*
 * templates_folder.h - where the templates are when nobody says so.
 */
#ifndef BATCH_TEMPLATES_FOLDER_H
#define BATCH_TEMPLATES_FOLDER_H

#include "batch/observer.h"
#include "core/base/arena.h"

/* share/councilpress/templates beside the program's bin/, where `make install`
   puts them, or templates/ at the root of the sources that the program was
   built in; NULL when there is none, or when the arena failed, to which it
   belongs. */
const char *templates_folder_shipped(struct arena *arena);

/* GIVEN, when it is not NULL; otherwise the one above. ST_NOINPUT after a line
   to OBSERVER when there is none. */
MUST_CHECK enum status templates_folder(struct arena *arena,
                                        const struct observer *observer,
                                        const char *given, const char **folder);

#endif
