/*
 * note_mark.h - marks that tie words and figures of a table to the notes below
 * it: 572*, July¹, 1,204 [note 2].
 *
 * Ownership: marks point into the texts they were found in. Total functions.
 */
#ifndef CORE_VALUE_NOTE_MARK_H
#define CORE_VALUE_NOTE_MARK_H

#include "core/value/wording.h"

enum note_mark_form {
    NOTE_MARK_SIGN,   /* * ** † ‡ § ¶ */
    NOTE_MARK_RAISED, /* ¹ ᵃ ⁽¹⁾ */
    NOTE_MARK_WORD,   /* [note 1]; of a note also Note 1: */
};

struct note_mark {
    struct str text; /* as typed */
    struct str keys; /* what it names: several with commas between */
    enum note_mark_form form;
};

/* The mark that TEXT ends with and what stands before it, without the space
   between; false: it ends with none, or is nothing else. The 2 of m² is none.
 */
bool note_mark_cut(struct str text, const struct wording *w, struct str *before,
                   struct note_mark *mark);

/* MARK touches the figure BEFORE it, and may be a power of it as well: 10³. */
bool note_mark_may_be_power(struct str before, const struct note_mark *mark);

/* The mark that the note TEXT begins with. */
bool note_mark_begin(struct str text, const struct wording *w,
                     struct note_mark *mark);

/* TEXT as a mark, or several, of a cell that holds nothing else. Cuts the first
 * off it. */
bool note_mark_alone(struct str *text, const struct wording *w,
                     struct note_mark *mark);

/* The first of several keys is cut off KEYS; false when none is left. */
bool note_mark_next_key(struct str *keys, struct str *key);

/* The same number, letter or sign: 1 and ¹, A and a. */
bool note_mark_same_key(struct str a, struct str b);

#endif
