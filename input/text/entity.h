/*
 * entity.h - character references of CommonMark and HTML: &#163; &#xA3; &pound;
 *
 * Of the names of HTML only those that occur in prose: anything else is a
 * finding of the reader, who is told to write the character itself.
 */
#ifndef INPUT_TEXT_ENTITY_H
#define INPUT_TEXT_ENTITY_H

#include "core/base/str.h"

#include <stdint.h>

#define ENTITY_MAX 12 /* bytes: &#x0010FFFF; */

/* REFERENCE with its & and ; - 0 when it stands for no character that may
   stand in prose. */
uint32_t entity_character(struct str reference);

#endif
