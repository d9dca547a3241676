/*
 * word_build.h - pieces of a Word file as a fragment of prose. For word_in.c
 * alone.
 */
#ifndef INPUT_OFFICE_WORD_BUILD_H
#define INPUT_OFFICE_WORD_BUILD_H

#include "input/office/word_file.h"

/* The pieces [FROM, TO) of the document, in which BASE is the outline level of
   the first headings. */
const struct doc_node *word_build(struct word_file *f, size_t from, size_t to,
                                  uint8_t base);

/* Words in the heads and feet of Word's pages, which are in no report, are
   findings. */
MUST_CHECK enum status word_heads_say(struct word_file *f);

/* All text of the paragraph that begins with piece AT. */
struct str word_paragraph_words(struct arena *arena, const struct word_text *t,
                                size_t at);

#endif
