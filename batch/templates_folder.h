/*
 * templates_folder.h - where the templates are when nobody says so.
 */
#ifndef BATCH_TEMPLATES_FOLDER_H
#define BATCH_TEMPLATES_FOLDER_H

#include "batch/observer.h"
#include "core/base/arena.h"

/*
 * GIVEN, when it is not NULL; otherwise share/councilpress/templates beside
 * the program's bin/, where `make install` puts them, or templates/ at the
 * root of the sources that the program was built in. ST_NOINPUT after a line
 * to OBSERVER when there is none. *folder belongs to the arena.
 */
MUST_CHECK enum status templates_folder(struct arena *arena,
                                        const struct observer *observer,
                                        const char *given, const char **folder);

#endif
