#include "input/templates/font_files.h"
#include "core/base/str.h"
#include "input/templates/fontconfig.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static const char *const known_folders[] = {
    "/usr/share/fonts/truetype/liberation2", /* Debian 12 */
    "/usr/share/fonts/truetype/liberation",  /* 13, and 12's version 1 */
    "/usr/share/fonts/truetype/dejavu",
    "/usr/local/share/fonts",
};

#define NKNOWN (sizeof(known_folders) / sizeof(known_folders[0]))

/* NULL when there is no such file. One that cannot be looked at ends the
   search: another version of it elsewhere would be taken without a word. */
static const char *file_in_folder(struct arena *a, struct str folder,
                                  const char *name)
{
    const struct str path = arena_printf(a, "%.*s/%s", STR_ARG(folder), name);

    if (path.ptr == NULL ||
        (access(path.ptr, R_OK) != 0 && (errno == ENOENT || errno == ENOTDIR)))
        return NULL;
    return path.ptr;
}

const char *font_file_named(struct arena *a, const char *name)
{
    struct str asked = str_of(getenv("COUNCILPRESS_FONTS"));
    const char *found = NULL;

    while (asked.len > 0 && found == NULL) {
        const struct str folder = str_cut(&asked, ':');

        if (folder.len > 0)
            found = file_in_folder(a, folder, name);
    }
    for (size_t i = 0; i < NKNOWN && found == NULL; i++)
        found = file_in_folder(a, str_of(known_folders[i]), name);
    return found;
}

static void remove_spaces(char *s)
{
    char *end = s;

    for (; *s != '\0'; s++) {
        if (*s != ' ')
            *end++ = *s;
    }
    *end = '\0';
}

/* LiberationSans-BoldItalic.ttf; DejaVuSans.ttf is a regular face. */
static const char *file_of(struct arena *a, const char *family,
                           const char *face)
{
    char *name = arena_cstr(a, arena_printf(a, "%s-%s.ttf", family, face));
    const char *found;

    if (name == NULL)
        return NULL;
    remove_spaces(name);
    found = font_file_named(a, name);
    if (found != NULL || strcmp(face, "Regular") != 0)
        return found;
    name = arena_cstr(a, arena_printf(a, "%s.ttf", family));
    if (name == NULL)
        return NULL;
    remove_spaces(name);
    return font_file_named(a, name);
}

const char *font_file_of(struct arena *a, const char *family, const char *face)
{
    const char *found = file_of(a, family, face);

    return found != NULL ? found : fontconfig_file(a, family, face);
}
