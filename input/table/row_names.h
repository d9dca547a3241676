/*
 * row_names.h - which names of rows may say what a row is.
 *
 * Most names are of rows like any other, and none that says more begins or ends
 * as they do: by two letters that is known, and nothing is folded or compared.
 */
#ifndef INPUT_TABLE_ROW_NAMES_H
#define INPUT_TABLE_ROW_NAMES_H

#include "core/model/kind.h"
#include "core/value/wording.h"

/* By the first letter of a word, a bit for each letter that may follow it. */
struct row_names {
    uint64_t begins[256]; /* of names */
    uint64_t ends[256];   /* of their last words */
    bool any;             /* a line of the kind may be called anything */
};

/* Lists the names that lines of KIND and words of WORDING tell. */
void row_names_list(struct row_names *n, const struct wording *wording,
                    const struct kind *kind);

/* False: NAME, without marks of notes, is none of them. */
bool row_names_may_tell(const struct row_names *n, struct str name);

/* The first letter or digit of ASCII that S begins with, in lower case; 0: it
   begins otherwise, and may be anything. */
static inline unsigned char row_name_letter(struct str s)
{
    const unsigned char c = s.len > 0 ? (unsigned char)s.ptr[0] : 0;

    if (c >= 'A' && c <= 'Z')
        return (unsigned char)(c - 'A' + 'a');
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') ? c : 0;
}

/* What stands behind the last space of S. */
static inline struct str row_name_last_word(struct str s)
{
    size_t begin = s.len;

    while (begin > 0 && s.ptr[begin - 1] != ' ')
        begin--;
    return str_from(s, begin);
}

#endif
