/*
 * templates_folder.h - in which folders templates are looked for, and in which
 * order.
 */
#ifndef BATCH_TEMPLATES_FOLDER_H
#define BATCH_TEMPLATES_FOLDER_H

#include "batch/observer.h"
#include "batch/settings.h"
#include "core/base/arena.h"

/* share/councilpress/INSTALLED beside the program's bin/, where `make install`
   puts it, or SOURCE at the root of the sources that the program was built in;
   NULL when there is none, or when the arena failed, to which it belongs. */
const char *shipped_folder(struct arena *arena, const char *installed,
                           const char *source);

/* A machine's own templates, if it has any. */
#define TEMPLATES_FOLDER_OF_MACHINE "/etc/councilpress/templates"

/* Further folders, with colons between. */
#define TEMPLATES_VARIABLE "COUNCILPRESS_TEMPLATES"

struct templates_folders {
    const char *const *folders; /* what is found in the first of them counts */
    size_t count;
    const char *shipped;    /* share/councilpress/templates beside the program's
                               bin/, where `make install` puts them, or templates/
                               at the root of the sources that the program was
                               built in; NULL when there is none */
    const char *unreadable; /* what the variable says, where a folder that it
                               names cannot be read; otherwise NULL */
};

/*
 * Those of SETTINGS, those that the variable names, the machine's and the
 * shipped ones. A "-" in the variable ends the list where any folder is named
 * before it. ST_NOINPUT after a line to OBSERVER when there is none.
 */
MUST_CHECK enum status templates_folders(struct arena *arena,
                                         const struct batch_settings *settings,
                                         const struct observer *observer,
                                         struct templates_folders *out);

#endif
