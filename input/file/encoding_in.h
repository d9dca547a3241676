/*
 * encoding_in.h - the bytes of a file as UTF-8 text.
 */
#ifndef INPUT_FILE_ENCODING_IN_H
#define INPUT_FILE_ENCODING_IN_H

#include "core/base/arena.h"
#include "core/finding/finding.h"
#include "core/finding/source.h"

/*
 * Makes S->text from S->bytes, unless it is SOURCE_BYTES: UTF-8 with or without
 * a byte order mark, or, in a SOURCE_CSV that is no valid UTF-8, Windows-1252.
 * What is no text (a workbook, UTF-16, a NUL byte) is refused by name: ST_DATA
 * and a finding.
 */
MUST_CHECK enum status encoding_in(struct arena *arena, struct source *s,
                                   struct findings *findings);

#endif
