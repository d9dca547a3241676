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

const char *templates_folder_shipped(struct arena *arena)
{
    static const char *const places[] = {
        "../share/councilpress/templates", /* PREFIX/bin */
        "../../templates",                 /* build/VARIANT */
    };
    char buffer[PATH_MAX];
    const struct str program = program_folder(buffer);

    for (size_t i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
        const struct str path =
            arena_printf(arena, "%.*s%s", STR_ARG(program), places[i]);

        if (path.ptr != NULL && is_folder(path.ptr))
            return path.ptr;
    }
    return NULL;
}

enum status templates_folder(struct arena *arena,
                             const struct observer *observer, const char *given,
                             const char **folder)
{
    *folder = given != NULL ? given : templates_folder_shipped(arena);
    if (arena_status(arena) != ST_OK)
        return arena_status(arena);
    if (*folder != NULL)
        return ST_OK;
    observer_error(observer, "no folder of templates beside the program; name "
                             "it with --templates DIR");
    return ST_NOINPUT;
}
