/*
 * library_names.h - what stands in a folder of templates, by its names.
 *
 * For input/templates/library.c only.
 */
#ifndef INPUT_TEMPLATES_LIBRARY_NAMES_H
#define INPUT_TEMPLATES_LIBRARY_NAMES_H

#include "core/base/list.h"
#include "core/finding/finding.h"
#include "input/templates/library_unit.h"

#define LIBRARY_NAME_SIZE 512 /* of a file below its folder */

/* "kinds/ID.xml"; false when ID is no name of a file. */
bool library_file_name(enum library_part part, struct str id,
                       char name[LIBRARY_NAME_SIZE]);

/* Whether FOLDER has NAME. A link that leads nowhere is there, and so is what
   may not be looked at: reading it says why it cannot be read. */
bool library_file_there(const char *folder, const char *name);

/* A finding and ST_NOINPUT when it is not. */
MUST_CHECK enum status library_folder_readable(const char *folder,
                                               struct findings *findings);

/* Adds the names of PART in FOLDER to NAMES, const char * in their order, each
   once. */
MUST_CHECK enum status library_list_names(const char *folder,
                                          enum library_part part,
                                          struct findings *findings,
                                          struct list *names);

#endif
