#include "cmd/schema_address.h"
#include "batch/program_folder.h"
#include "core/base/uri_path.h"

#include <stdlib.h>

static const char *address_of(struct arena *arena, const char *path)
{
    struct buf b;

    buf_init(&b, arena->limit);
    buf_puts(&b, "file://");
    uri_path_put(&b, str_of(path));
    return arena_take(arena, &b).ptr;
}

const char *schema_address(struct arena *arena)
{
    static const char *const places[] = {
        "../share/doc/councilpress/docs/schema/report.rng", /* PREFIX/bin */
        "../../docs/schema/report.rng",                     /* build/VARIANT */
    };
    char buffer[PATH_MAX];
    const struct str program = program_folder(buffer);

    for (size_t i = 0;
         program.len > 0 && i < sizeof(places) / sizeof(places[0]); i++) {
        const char *path =
            arena_printf(arena, "%.*s%s", STR_ARG(program), places[i]).ptr;
        char real[PATH_MAX];

        if (path != NULL && realpath(path, real) != NULL)
            return address_of(arena, real);
    }
    return NULL;
}
