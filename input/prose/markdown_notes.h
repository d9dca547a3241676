/*
 * markdown_notes.h - the footnotes of GitHub's Markdown, which md4c takes for
 * addresses of links: [^1] in the text, [^1]: and its words below it.
 *
 * They are found before the text is parsed. What is parsed has full stops
 * where a mark stands, and blanks where the words do: so every other
 * character stays at its place.
 *
 * Ownership: the arena.
 */
#ifndef INPUT_PROSE_MARKDOWN_NOTES_H
#define INPUT_PROSE_MARKDOWN_NOTES_H

#include "core/base/list.h"
#include "core/finding/finding.h"

struct markdown_note {
    struct str label;
    struct str words; /* in the text as it was read */
    struct place at;
    bool marked;
};

struct markdown_mark {
    size_t at; /* byte of the text */
    size_t len;
    struct markdown_note *note; /* NULL: there is none of this label */
    struct str label;
};

struct markdown_notes {
    struct list notes; /* of struct markdown_note */
    struct list marks; /* of struct markdown_mark, as they stand */
    size_t next_mark;  /* the first that was not asked for */
};

/* The text to parse for TEXT, which begins at AT. */
struct str markdown_notes_find(struct markdown_notes *n, struct arena *arena,
                               struct str text, struct place at,
                               struct findings *findings);

/* The first mark in the bytes [FROM, TO) of the text; NULL: none. */
const struct markdown_mark *markdown_notes_mark(struct markdown_notes *n,
                                                size_t from, size_t to);

/* Notes that nothing marks are findings. */
void markdown_notes_end(const struct markdown_notes *n,
                        struct findings *findings);

#endif
