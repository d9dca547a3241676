/*
 * markdown_formula.h - formulas between signs of dollars, and what signs stand
 * beside. For the files of input/prose/ that look for signs.
 */
#ifndef INPUT_PROSE_MARKDOWN_FORMULA_H
#define INPUT_PROSE_MARKDOWN_FORMULA_H

#include "core/base/ascii.h"
#include "core/base/str.h"

#define SPAN_MAX 400 /* bytes that a sign and its other are apart */

static inline bool is_word(char c)
{
    return is_ascii_letter(c) || is_digit(c) || (c & 0x80) != 0;
}

static inline char before(struct str line, size_t at)
{
    return at > 0 ? line.ptr[at - 1] : ' ';
}

static inline char behind(struct str line, size_t at)
{
    return at < line.len ? line.ptr[at] : ' ';
}

/* Of $x^2$ at byte AT of LINE; 0: there is none. */
size_t markdown_formula_length(struct str line, size_t at);

#endif
