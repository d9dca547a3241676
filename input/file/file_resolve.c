#include "input/file/file_resolve.h"

#include <stdlib.h>
#include <string.h>

bool file_resolve(const char *folder, const char *path,
                  char real_folder[PATH_MAX], char real_path[PATH_MAX],
                  struct str *rest)
{
    size_t len;

    *rest = (struct str){NULL, 0};
    if (realpath(folder, real_folder) == NULL ||
        realpath(path, real_path) == NULL)
        return false;
    len = strcmp(real_folder, "/") == 0 ? 0 : strlen(real_folder);
    if (strncmp(real_folder, real_path, len) == 0 && real_path[len] == '/')
        *rest = str_of(real_path + len + 1);
    return true;
}
