/*
 * word_in.h - prose of a Word file (.docx): of one section, or of several, each
 * below a heading of the first level.
 *
 * Read are paragraphs, headings (by style or outline level), lists, tables of
 * words, pictures with their alternative texts, links, footnotes and endnotes,
 * bold, italic, other languages, quotations by style. Runs are joined before
 * {{ }} is looked for. What leaks is an error [word-leftover], and its words
 * are in no output and no message: tracked changes, comments, hidden words,
 * controls that nobody filled in, fields whose words are of some other day.
 * What cannot be prose is [bad-element].
 *
 * Places are paragraphs, counted as Word counts them, those of tables too;
 * those of text boxes not. The text of the source is the paragraphs, a line
 * each.
 *
 * Ownership: the arena. Failure: findings.
 * Source: ECMA-376 Part 1, clause 17.
 */
#ifndef INPUT_OFFICE_WORD_IN_H
#define INPUT_OFFICE_WORD_IN_H

#include "core/base/list.h"
#include "input/prose/prose_in.h"

struct word_section {
    struct str heading;
    struct place at; /* of the heading */
    const struct doc_node *prose;
};

struct word_sections {
    struct list list; /* of struct word_section */
    struct str title; /* a paragraph of the style Title before them */
    struct place title_at;
};

/* Whether a file of this name is read as a Word file. */
bool word_is_name(const char *file);

/* BYTES is SOURCE_BYTES; LANG that of the report. NULL: nothing can be had
   from it, and a finding says why. */
const struct doc_node *prose_from_word(struct arena *arena,
                                       const struct source *bytes,
                                       const char *lang,
                                       const struct prose_options *options,
                                       struct findings *findings);

/* The sections that stand below headings of the first level. */
MUST_CHECK enum status
word_sections_in(struct arena *arena, const struct source *bytes,
                 const char *lang, const struct prose_options *options,
                 struct findings *findings, struct word_sections *sections);

#endif
