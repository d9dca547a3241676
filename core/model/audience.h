/*
 * audience.h - who a copy of the report is for, and what stands in it.
 */
#ifndef CORE_MODEL_AUDIENCE_H
#define CORE_MODEL_AUDIENCE_H

#include "core/base/choice.h"

/* clang-format off */
#define AUDIENCES(CHOICE)                                                      \
    CHOICE(AUDIENCE_PUBLIC, "published", "in all copies")                      \
    CHOICE(AUDIENCE_INTERNAL, "internal",                                      \
           "in the internal copy alone; nothing that rests on it can be "      \
           "printed in the published one")
/* clang-format on */

enum audience { AUDIENCES(CHOICE_CONSTANT) };

extern const struct choice audience_choices[];

/* The attribute `copy` of whatever may be kept from the published copy. */
#define MEMBER_AUDIENCE(m) enum audience m;
#define COPY_ATTRIBUTE(A, E)                                                   \
    A(E, AUDIENCE, audience, "copy", "which copies it stands in", OPTIONAL)

#endif
