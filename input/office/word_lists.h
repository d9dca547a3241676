/*
 * word_lists.h - numbers that a Word file gives paragraphs, by its lists. For
 * word_in.c and word_build.c alone.
 *
 * Ownership: none; where lists stand is kept in the file's styles.
 */
#ifndef INPUT_OFFICE_WORD_LISTS_H
#define INPUT_OFFICE_WORD_LISTS_H

#include "input/office/word_file.h"

/* Once all is read: which lists number headings, and whose marks say what is
   not printed. */
void word_lists_see(struct word_file *f);
/* Whether P is an item of a list: it has a mark that is one. */
bool word_is_item(const struct word_file *f, const struct word_piece *p);
/* Whether P has a number among the headings' (1.1 below 1), which makes it a
   numbered paragraph of the text and no item of a list. */
bool word_is_numbered_text(const struct word_file *f,
                           const struct word_piece *p);
/* Such a paragraph, and a heading: P counts on, and its number is left out. */
void word_number_pass(struct word_file *f, const struct word_piece *p);

#endif
