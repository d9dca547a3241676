/*
 * style_sheet_in.h - the style sheet of the HTML pages: proven to bring nothing
 * from elsewhere, and made compact.
 *
 * It is read as CSS Syntax 3 has it, as far as comments, strings, words and
 * brackets go; what its declarations mean is a browser's business.
 */
#ifndef INPUT_TEMPLATES_STYLE_SHEET_IN_H
#define INPUT_TEMPLATES_STYLE_SHEET_IN_H

#include "core/finding/finding.h"

#define STYLE_SHEET_BYTES_MAX ((size_t)256 * 1024)

/*
 * The rules of SOURCE, a line each, without comments and needless spaces; they
 * may stand in a <style> that is well-formed XML, too. What cannot, what would
 * load something and what is not closed are findings [bad-style]. Empty when
 * there is one, or when the arena failed.
 */
struct str style_sheet_in(struct arena *arena, const struct source *source,
                          struct findings *findings);

#endif
