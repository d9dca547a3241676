#include "batch/templates_folder.h"
#include "batch/program_folder.h"
#include "core/base/list.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static bool is_folder(const char *path)
{
    struct stat st;

    return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

const char *shipped_folder(struct arena *arena, const char *installed,
                           const char *source)
{
    char buffer[PATH_MAX];
    const struct str program = program_folder(buffer);
    const struct {
        const char *from; /* the program's folder */
        const char *name;
    } places[] = {
        {"../share/councilpress", installed}, /* PREFIX/bin */
        {"../..", source},                    /* build/VARIANT */
    };

    for (size_t i = 0;
         program.len > 0 && i < sizeof(places) / sizeof(places[0]); i++) {
        const struct str path =
            arena_printf(arena, "%.*s%s/%s", STR_ARG(program), places[i].from,
                         places[i].name);

        if (path.ptr != NULL && is_folder(path.ptr))
            return path.ptr;
    }
    return NULL;
}

static const char *templates_folder_shipped(struct arena *arena)
{
    return shipped_folder(arena, "templates", "templates");
}

/* Each once: to look into it again would find nothing new. */
static void add_templates_folder(struct list *folders, const char *folder)
{
    const char *const *items = folders->items;
    const char **place;

    for (size_t i = 0; folder != NULL && i < folders->count; i++) {
        if (strcmp(items[i], folder) == 0)
            return;
    }
    place = folder == NULL ? NULL : list_add(folders);
    if (place != NULL)
        *place = folder;
}

/* False when what follows is not to be looked into. *UNREADABLE becomes NAMES
   where one of them cannot be read. */
static bool add_folders_named(struct list *folders, const char *names,
                              const char **unreadable)
{
    struct str rest = str_of(names == NULL ? "" : names);

    while (rest.len > 0) {
        const struct str name = str_cut(&rest, ':');
        const char *folder =
            name.len == 0 ? NULL : arena_cstr(folders->arena, name);

        if (str_is(name, "-"))
            return folders->count == 0;
        if (folder == NULL)
            continue;
        add_templates_folder(folders, folder);
        if (!is_folder(folder) || access(folder, R_OK | X_OK) != 0)
            *unreadable = names;
    }
    return true;
}

enum status templates_folders(struct arena *arena,
                              const struct batch_settings *settings,
                              const struct observer *observer,
                              struct templates_folders *out)
{
    struct list folders = list_of(arena, sizeof(const char *));
    bool goes_on;

    out->unreadable = NULL;
    for (size_t i = 0; i < settings->ntemplates; i++)
        add_templates_folder(&folders, settings->templates[i]);
    goes_on = add_folders_named(&folders, getenv(TEMPLATES_VARIABLE),
                                &out->unreadable);
    if (goes_on && is_folder(TEMPLATES_FOLDER_OF_MACHINE))
        add_templates_folder(&folders, TEMPLATES_FOLDER_OF_MACHINE);
    out->shipped = templates_folder_shipped(arena);
    if (goes_on || folders.count == 0)
        add_templates_folder(&folders, out->shipped);
    out->folders = folders.items;
    out->count = folders.count;
    if (arena_status(arena) != ST_OK)
        return arena_status(arena);
    if (folders.count > 0)
        return ST_OK;
    observer_error(observer, "no folder of templates beside the program; name "
                             "it with --templates DIR");
    return ST_NOINPUT;
}
