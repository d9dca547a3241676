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

/* --- word_lists.c --- */

/* Once all is read: which lists number headings. */
void word_lists_see_heads(struct word_file *f);
/* Whether P has a number among the headings' (1.1 below 1), which makes it a
   numbered paragraph of the text and no item of a list. */
bool word_is_numbered_text(const struct word_file *f,
                           const struct word_piece *p);
/* Such a paragraph, and a heading: P counts on, and its number is left out. */
void word_number_pass(struct word_file *f, const struct word_piece *p);

#endif
