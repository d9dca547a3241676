/*
 * word_build.h - pieces of a Word file as a fragment of prose, and what stands
 * around it. For word_in.c alone.
 *
 * Ownership: the arena of the file. Failure: a finding, and the fragment lacks
 * what it names; want of memory sticks in the arena, which word_in.c asks.
 */
#ifndef INPUT_OFFICE_WORD_BUILD_H
#define INPUT_OFFICE_WORD_BUILD_H

#include "input/office/word_file.h"

/* The pieces [FROM, TO) of the document, in which BASE is the outline level of
   the first headings. */
const struct doc_node *word_build(struct word_file *f, size_t from, size_t to,
                                  uint8_t base);

/* word_heads.c: words in the heads and feet of Word's pages, which are in no
   report, are findings. */
MUST_CHECK enum status word_heads_say(struct word_file *f);

/* All text of the paragraph that begins with piece AT. */
struct str word_paragraph_words(struct arena *arena, const struct word_text *t,
                                size_t at);

#endif
