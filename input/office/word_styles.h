/*
 * word_styles.h - what the styles and lists of a Word file make of a
 * paragraph or a run.
 *
 * Styles are known by id, which Word translates; a heading by its outline
 * level, or its style's name in English, which stays. What a style does not
 * say, the one says that it is based on.
 *
 * Ownership: the arena. Failure: findings of the package.
 * Source: ECMA-376 Part 1, clauses 17.7 and 17.9.
 */
#ifndef INPUT_OFFICE_WORD_STYLES_H
#define INPUT_OFFICE_WORD_STYLES_H

#include "input/office/relations.h"
#include "input/office/word_style_set.h"

/* Those that the part named by RELATIONS has; a file may have none. */
MUST_CHECK enum status word_styles_read(struct package *p,
                                        const struct relations *relations,
                                        struct arena *arena,
                                        struct word_styles *styles);

/* The style ID with what those say that it is based on. */
struct word_style word_style_of(const struct word_styles *s, struct str id);

#endif
