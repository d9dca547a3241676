#include "batch/program_folder.h"

#include <stdlib.h>
#include <sys/auxv.h>
#include <unistd.h>

struct str program_folder(char buffer[PATH_MAX])
{
    const ssize_t n = readlink("/proc/self/exe", buffer, PATH_MAX);
    const unsigned long called = getauxval(AT_EXECFN);
    struct str path = {buffer, n > 0 ? (size_t)n : 0};

    if (n <= 0 && called != 0 && realpath((const char *)called, buffer) != NULL)
        path = str_of(buffer);
    while (path.len > 0 && path.ptr[path.len - 1] != '/')
        path.len--;
    return path;
}
