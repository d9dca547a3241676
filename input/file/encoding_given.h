/*
 * encoding_given.h - text of a set that somebody names. For encoding_in.h
 * alone.
 */
#ifndef INPUT_FILE_ENCODING_GIVEN_H
#define INPUT_FILE_ENCODING_GIVEN_H

#include "input/file/encoding_text.h"

/* The set that a file is said to be in; empty where nothing is said. */
struct encoding_given {
    struct str name;
    struct place at;
    struct str lang; /* of the report that the file is of; or empty */
};

#define ENCODING_NOT_GIVEN                                                     \
    ((struct encoding_given){{NULL, 0}, {NULL, 0, 0}, {NULL, 0}})

/* What the XML declaration of S names; nothing where it is UTF-8. */
struct encoding_given encoding_declared(const struct source *s);

/* Whether NAME is what people call the CHARSET of a source. */
bool encoding_is(const char *charset, struct str name);

/* The text of the set that GIVEN names. */
MUST_CHECK enum status encoding_as_given(const struct encoding *e,
                                         struct encoding_given given);

#endif
