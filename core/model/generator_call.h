/*
 * generator_call.h - what a template or a report asks a generator for.
 *
 * input/ reads it, generators/ do it; which generators there are input/ is
 * told, since it includes none of them.
 *
 * Ownership: the arena of whoever asks; const after it was read.
 */
#ifndef CORE_MODEL_GENERATOR_CALL_H
#define CORE_MODEL_GENERATOR_CALL_H

#include "core/base/str.h"
#include "core/finding/source.h"

#include <stddef.h>

struct generator_argument {
    const char *name;
    struct str value;
    struct place at;
};

struct generator_call {
    const char *with; /* the generator's name */
    const char *data; /* id of a data element, or NULL */
    struct str caption;
    const struct generator_argument *arguments;
    size_t narguments;
};

/* What generators there are. */
struct generator_names {
    const struct str *names;
    size_t count;
};

#endif
