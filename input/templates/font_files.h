/*
 * font_files.h - where the files of fonts lie on this machine.
 *
 * They are looked for in the folders that COUNCILPRESS_FONTS names, with colons
 * between, then in those of Debian's packages. For a family that is in none of
 * them fontconfig is asked.
 *
 * Ownership: paths are the arena's.
 *
 * Failure: NULL when there is none, or the arena failed. A path may be of a
 * file that cannot be read: whoever opens it says why.
 */
#ifndef INPUT_TEMPLATES_FONT_FILES_H
#define INPUT_TEMPLATES_FONT_FILES_H

#include "core/base/arena.h"

/* Of a file by its name: LiberationSans-Bold.ttf. */
const char *font_file_named(struct arena *a, const char *name);

/* Of a face by its name: Bold of Liberation Sans. */
const char *font_file_of(struct arena *a, const char *family, const char *face);

#endif
