/*
 * word_table_head.h - which rows of a table of Word are its head.
 *
 * Ownership: looks, and keeps nothing. Total functions.
 */
#ifndef INPUT_OFFICE_WORD_TABLE_HEAD_H
#define INPUT_OFFICE_WORD_TABLE_HEAD_H

#include "input/office/word_parts.h"

/* Of the table that begins with piece AT of T: the piece before its first row
   with words (blank ones above a head are no head), and how many rows from
   there on are its HEAD, one at least. */
size_t word_table_head(const struct word_text *t, size_t at, uint32_t *head);

#endif
