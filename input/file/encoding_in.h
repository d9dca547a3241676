/*
 * encoding_in.h - the bytes of a file as UTF-8 text.
 *
 * Read are UTF-8, UTF-16 and UTF-32, with and without a byte order mark, and
 * the sets of input/text/charset.h. Which one it is, says, in this order: the
 * mark; who names the file (`encoding=`); the file itself, where it is XML;
 * the bytes. What was guessed is a note [assumed]. Findings:
 *
 *   [bad-encoding]    no text, or of no set that makes sense; two sets in one
 *                     file, with a place of each
 *   [encoding-doubt]  a warning: another set makes sense too, and a letter or
 *                     a sign of currency would be another; or the file is
 *                     UTF-8 though somebody says that it is not
 */
#ifndef INPUT_FILE_ENCODING_IN_H
#define INPUT_FILE_ENCODING_IN_H

#include "input/file/encoding_given.h"

/*
 * Makes S->text from S->bytes, unless it is SOURCE_BYTES. ST_DATA and a finding
 * for what cannot be read.
 */
MUST_CHECK enum status encoding_in(struct arena *arena, struct source *s,
                                   struct encoding_given given,
                                   struct findings *findings);

#endif
