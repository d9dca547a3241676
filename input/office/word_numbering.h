/*
 * word_numbering.h - the lists of a Word file. For word_styles.c alone: the
 * lists are found through word_styles.h.
 */
#ifndef INPUT_OFFICE_WORD_NUMBERING_H
#define INPUT_OFFICE_WORD_NUMBERING_H

#include "input/office/relations.h"
#include "input/office/word_style_set.h"

/* Adds those that the part named by RELATIONS has, if there is one. */
MUST_CHECK enum status word_numbering_read(struct package *p,
                                           const struct relations *relations,
                                           struct word_styles *styles);

/* The level of LIST that is linked to STYLE; 0 where none is. */
uint8_t word_linked_level(const struct word_styles *s, struct str list,
                          struct str style);

/* The style ID as it stands, without what it is based on; NULL: none. */
const struct word_style *word_style_called(const struct word_styles *s,
                                           struct str id);

#endif
