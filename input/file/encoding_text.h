/*
 * encoding_text.h - the bytes of a file as text of a set that is known, and
 * what is said of those that are not. For encoding_in.h alone.
 */
#ifndef INPUT_FILE_ENCODING_TEXT_H
#define INPUT_FILE_ENCODING_TEXT_H

#include "core/base/arena.h"
#include "core/finding/finding.h"
#include "input/text/charset.h"
#include "input/text/wide.h"

struct encoding {
    struct arena *arena;
    struct source *source;
    struct findings *findings;
};

#define ENCODING_DOS_END '\x1A'

/* Where the NUL bytes begin that fill a block of a disk behind the last line of
   a CSV file whose TEXT this is, or its end. Within a line they are what a
   crash left of it. */
size_t encoding_padding(const struct source *s, struct str text);

/* The place behind BEFORE, the first bytes of S. */
struct place encoding_place(const struct source *s, struct str before);

/* S is no text: it has no cells either; its places are of what there is. */
void encoding_no_cells(struct source *s);

/* ST_DATA: WHAT is the matter with the byte AT. */
MUST_CHECK enum status encoding_refuse(const struct encoding *e, size_t at,
                                       const char *what);
/* ST_DATA: the character that begins AT is not whole, and the file ends. */
MUST_CHECK enum status encoding_refuse_cut(const struct encoding *e, size_t at);

/* ST_DATA: the byte at UTF8 begins a character of UTF-8, that at OTHER does
   not. */
MUST_CHECK enum status encoding_refuse_mixture(const struct encoding *e,
                                               size_t utf8, size_t other);

/* Each makes the text of one set; ST_DATA and a finding where it is none. MARK
   bytes at the head are its mark. */
MUST_CHECK enum status encoding_from_utf8(const struct encoding *e);
MUST_CHECK enum status encoding_from_wide(const struct encoding *e,
                                          enum wide_form form, size_t mark);
MUST_CHECK enum status encoding_from_set(const struct encoding *e,
                                         const struct charset *set);

#endif
