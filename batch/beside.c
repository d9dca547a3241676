#include "batch/beside.h"

#include <stdlib.h>
#include <string.h>

void beside_open(struct beside *b, const struct batch_settings *settings)
{
    char real[PATH_MAX];

    *b = (struct beside){.below = false};
    arena_init(&b->arena, settings->max_memory);
    siblings_open(&b->siblings, settings->max_memory);
    b->roots = list_of(&b->arena, sizeof(const char *));
    for (size_t i = 0; i < settings->nroots; i++) {
        const char **root = realpath(settings->roots[i], real) == NULL
                                ? NULL
                                : list_add(&b->roots);

        if (root != NULL)
            *root = arena_cstr(&b->arena, str_of(real));
    }
    /* Then none is known, and all is looked for. */
    if (arena_status(&b->arena) != ST_OK)
        b->roots.count = 0;
}

void beside_close(struct beside *b)
{
    siblings_close(&b->siblings);
    arena_free(&b->arena);
}

static bool is_below(const char *root, const char *folder)
{
    const size_t len = strcmp(root, "/") == 0 ? 0 : strlen(root);

    return strncmp(root, folder, len) == 0 &&
           (folder[len] == '/' || folder[len] == '\0');
}

/* Whether the parent of FOLDER lies below a path of the run. */
static bool is_allowed(struct beside *b, struct arena *arena,
                       const char *folder)
{
    const char *const *roots = b->roots.items;
    const char *up = arena_printf(arena, "%s/..", folder).ptr;
    char parent[PATH_MAX];

    if (up == NULL || realpath(folder[0] == '\0' ? ".." : up, parent) == NULL)
        return false;
    if (strcmp(parent, b->parent) == 0)
        return b->below;
    memcpy(b->parent, parent, strlen(parent) + 1);
    b->below = false;
    for (size_t i = 0; !b->below && i < b->roots.count; i++)
        b->below = is_below(roots[i], parent);
    return b->below;
}

bool beside_named(struct beside *b, struct arena *arena, const char *folder,
                  struct list *paths)
{
    const struct report_root root = report_root_in(arena, folder);
    const char **path;

    report_root_previous(arena, folder, root.previous, &b->siblings, paths);
    path = root.of == NULL ? NULL : list_add(paths);
    if (path == NULL)
        return root.previous.len > 0 || root.of != NULL;
    *path = root.of;
    report_root_previous(arena, root.of,
                         report_root_in(arena, root.of).previous, &b->siblings,
                         paths);
    return true;
}

void beside_folders(struct beside *b, struct arena *arena, const char *folder,
                    struct list *paths)
{
    if (!is_allowed(b, arena, folder))
        (void)beside_named(b, arena, folder, paths);
}
