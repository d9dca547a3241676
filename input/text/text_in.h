/*
 * text_in.h - the characters of a text, as they are once it has been read.
 *
 * Every text of every input comes through here: fields of data, texts and
 * attributes of XML, prose. It leaves in Unicode's normalization form C
 * (core/base/compose.h), and without what nobody can print alike on paper and
 * on a screen. Findings, at the place of the character:
 *
 *   [bad-character]  control characters, U+0080 to U+009F among them; signs
 *                    that turn the direction of text; characters that were
 *                    lost, that no standard gives a meaning, or that cannot be
 *                    seen. Each is then a question mark.
 *   [mangled-text]   a warning, with what was meant (mangled.h)
 *   [html-entity]    a warning: &amp; as letters
 *
 * What is neither ASCII nor a control costs a look at each character; texts
 * without one are returned as they are.
 */
#ifndef INPUT_TEXT_TEXT_IN_H
#define INPUT_TEXT_TEXT_IN_H

#include "core/base/arena.h"
#include "core/finding/finding.h"

/* What the line and paragraph separators of Unicode become. */
enum text_breaks {
    TEXT_BREAK_KEPT,  /* U+2028 */
    TEXT_BREAK_LINE,  /* a line feed */
    TEXT_BREAK_SPACE, /* a space */
};

#define TEXT_BREAK 0x2028U
#define TEXT_BREAK_BYTES STR_LIT("\xE2\x80\xA8")

/* TEXT, which was read from AT on. What was changed belongs to the arena. */
struct str text_in(struct arena *arena, struct str text, struct place at,
                   enum text_breaks breaks, struct findings *findings);

/* Whether text_in() would give TEXT back as it is because it is ASCII, without
   control characters: what can be asked of a whole file at once. */
bool text_is_plain(struct str text);

/* Whether text_in() would give TEXT back as it is, which one look at each
   character tells. */
bool text_is_ordinary(struct str text);

/* How many bytes at the head of TEXT are ASCII without control characters, and
   as many letters, signs and spaces of one line. */
size_t text_one_line(struct str text);

/* For a text in which &amp; is no reference: [html-entity] where one stands. */
void text_in_entities(struct str text, struct place at,
                      struct findings *findings);

#endif
