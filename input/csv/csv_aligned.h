/*
 * csv_aligned.h - texts whose columns stand below each other by spaces, as old
 * programs print them.
 */
#ifndef INPUT_CSV_CSV_ALIGNED_H
#define INPUT_CSV_CSV_ALIGNED_H

#include "core/finding/finding.h"

/* Whether most of the first lines of TEXT are parted by rows of spaces, and by
   nothing else. */
bool csv_is_aligned(struct str text);

/* Such a file has no fields that could be told from words: ST_DATA. */
MUST_CHECK enum status csv_refuse_spaces(const struct source *source,
                                         struct findings *findings);

#endif
