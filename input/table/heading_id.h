/*
 * heading_id.h - the id of a column that has none, made from its heading.
 */
#ifndef INPUT_TABLE_HEADING_ID_H
#define INPUT_TABLE_HEADING_ID_H

#include "core/base/str.h"

#define HEADING_ID_MAX 64 /* bytes */

enum heading_letters {
    HEADING_LETTERS_ALL,
    HEADING_LETTERS_OF_IDS, /* those that an id in a file may have: a to z, and
                               no digit first */
};

/* The letters and digits of HEADING in lower case, with - between words, as
   many whole characters as ID has room for. Empty where it has none. */
struct str heading_id(struct str heading, enum heading_letters letters,
                      char id[HEADING_ID_MAX]);

#endif
