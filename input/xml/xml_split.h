/*
 * xml_split.h - a list that stands in one value.
 *
 * Ownership: the arena. Failure: sticks in the arena.
 */
#ifndef INPUT_XML_XML_SPLIT_H
#define INPUT_XML_XML_SPLIT_H

#include "core/base/arena.h"
#include "core/base/str.h"

/* The pieces of VALUE between SEPARATORs, without space around them and
   without empty ones. */
const struct str *xml_split(struct arena *arena, struct str value,
                            char separator, size_t *count);

#endif
