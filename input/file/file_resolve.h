/*
 * file_resolve.h - where a path leads, and whether that is within a folder.
 */
#ifndef INPUT_FILE_FILE_RESOLVE_H
#define INPUT_FILE_FILE_RESOLVE_H

#include "core/base/str.h"

#include <limits.h>
#include <stdbool.h>

/* Where FOLDER and PATH are once all links are followed; *REST is what lies
   below FOLDER, or empty where PATH is that folder, or lies elsewhere. false:
   one of them cannot be found; errno says why. */
bool file_resolve(const char *folder, const char *path,
                  char real_folder[PATH_MAX], char real_path[PATH_MAX],
                  struct str *rest);

#endif
