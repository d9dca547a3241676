#include "cmd/schema_address.h"
#include "batch/program_folder.h"

#include <stdlib.h>

/* As an address: what is no letter, digit or part of a path is given in
   hexadecimal. */
static const char *address_of(struct arena *arena, const char *path)
{
    static const char plain[] = "abcdefghijklmnopqrstuvwxyz"
                                "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/-._~+";
    const struct str known = STR_LIT(plain);
    struct str address = STR_LIT("file://");

    for (size_t i = 0; path[i] != '\0'; i++) {
        const bool is_plain = str_find_char(known, path[i]) < known.len;

        address = is_plain
                      ? arena_printf(arena, "%.*s%c", STR_ARG(address), path[i])
                      : arena_printf(arena, "%.*s%%%02X", STR_ARG(address),
                                     (unsigned)(unsigned char)path[i]);
    }
    return address.ptr;
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
