/*
 * fontconfig.h - what fontconfig knows of the fonts of this machine.
 *
 * Its program fc-match is asked, in a process of its own: few families are
 * looked for here, and a library that reads what every font is called would be
 * loaded by each run.
 *
 * Failure: NULL, also when there is no fc-match.
 */
#ifndef INPUT_TEMPLATES_FONTCONFIG_H
#define INPUT_TEMPLATES_FONTCONFIG_H

#include "core/base/arena.h"

/* The file of a face, and not of what is most like it. The path is the
   arena's. */
const char *fontconfig_file(struct arena *a, const char *family,
                            const char *face);

#endif
