#include "batch/templates_folder.h"

#include <limits.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

/* The folder that the running program lies in; empty when unknown. */
static struct str program_folder(char buffer[PATH_MAX])
{
    const ssize_t n = readlink("/proc/self/exe", buffer, PATH_MAX);
    struct str path = {buffer, n > 0 ? (size_t)n : 0};

    while (path.len > 0 && path.ptr[path.len - 1] != '/')
        path.len--;
    return path;
}

enum status templates_folder(struct arena *arena,
                             const struct observer *observer, const char *given,
                             const char **folder)
{
    static const char *const places[] = {
        "../share/councilpress/templates", /* PREFIX/bin */
        "../../templates",                 /* build/VARIANT */
    };
    char buffer[PATH_MAX];
    const struct str program = program_folder(buffer);

    *folder = given;
    if (given != NULL)
        return ST_OK;
    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        const struct str path =
            arena_printf(arena, "%.*s%s", STR_ARG(program), places[i]);

        if (path.ptr != NULL && is_folder(path.ptr)) {
            *folder = path.ptr;
            return ST_OK;
        }
    }
    if (arena_status(arena) != ST_OK)
        return arena_status(arena);
    observer_error(observer, "no folder of templates beside the program; name "
                             "it with --templates DIR");
    return ST_NOINPUT;
}
