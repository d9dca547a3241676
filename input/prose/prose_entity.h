/*
 * prose_entity.h - character references of CommonMark: &#163; &#xA3; &pound;
 *
 * Of the names of HTML only those that occur in prose: anything else is a
 * finding of the reader, who is told to write the character itself.
 */
#ifndef INPUT_PROSE_PROSE_ENTITY_H
#define INPUT_PROSE_PROSE_ENTITY_H

#include "core/base/str.h"

#include <stdint.h>

/* REFERENCE with its & and ; - 0 when it stands for no character that may
   stand in prose. */
uint32_t prose_entity(struct str reference);

#endif
