/*
 * cell_prose.h - the prose of a cell: CommonMark, but as typed.
 *
 * A cell is no document. One line is a line of text: `> 5%` is no quotation,
 * `1. Awaiting grant` no list. Of several lines each stays a line; those that
 * begin with a bullet that somebody typed, or with - * or 1. as CommonMark has
 * them, are a list. Emphasis, links and references are CommonMark's.
 *
 * Ownership: the arena. Failure: as prose_from_markdown().
 */
#ifndef INPUT_TABLE_CELL_PROSE_H
#define INPUT_TABLE_CELL_PROSE_H

#include "input/prose/prose_in.h"

struct doc_node *cell_prose(struct arena *arena, struct str text,
                            struct place at,
                            const struct prose_options *options,
                            struct findings *findings);

#endif
