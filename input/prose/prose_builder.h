/*
 * prose_builder.h - blocks and inlines, pushed one after another, as a tree.
 *
 * What is open is a path from the fragment to `top`. Texts of one run are
 * joined before they become a node; white space is folded, and goes at the end
 * of a block. Guidance left in a text is a finding. The text of an
 * item stands in a paragraph until it is known to be all that the item holds:
 * then the item holds the inlines itself. A node's place is where its first
 * text begins.
 *
 * Ownership: nodes belong to the arena; prose_end() frees the rest.
 * Failure: sticks in the arena; `stopped` says that nesting was too deep,
 * which is a finding.
 */
#ifndef INPUT_PROSE_PROSE_BUILDER_H
#define INPUT_PROSE_PROSE_BUILDER_H

#include "core/doc/doc.h"

#define PROSE_DEPTH_MAX 64 /* blocks and inlines in each other */

struct prose_builder {
    struct arena *arena;
    struct findings *findings;
    const struct wording *wording; /* words that betray guidance; or NULL */
    struct doc_node *fragment;
    struct doc_node *top;
    struct place at; /* of what comes next: the owner moves it */
    size_t depth;
    bool implied;           /* top is a paragraph that nobody has opened */
    struct buf run;         /* text that is no node yet */
    struct place run_at;    /* of its first character */
    bool stopped;           /* nothing is added any more */
    struct doc_node *notes; /* marked, to stand behind their block */
    struct doc_node *last_note;
    struct doc_node *marked; /* while a note is open: where its mark stands */
};

void prose_begin(struct prose_builder *b, struct arena *arena,
                 const struct wording *wording, struct findings *findings,
                 struct place at);

/* Inlines in an item open a paragraph. What may not stand in `top` is a
   finding. NULL when the builder has stopped. */
struct doc_node *prose_open(struct prose_builder *b, enum doc_kind kind);
void prose_close(struct prose_builder *b);
struct doc_node *prose_leaf(struct prose_builder *b, enum doc_kind kind);
void prose_text(struct prose_builder *b, struct str text);
void prose_character(struct prose_builder *b, uint32_t c);

/* A note is marked here; until prose_note_close() what is added are its words,
   which follow the block. False, and a finding: no note may stand here. */
bool prose_note_open(struct prose_builder *b);
void prose_note_close(struct prose_builder *b);

/* An id that no other note of the report has: where its mark stands. */
const char *prose_note_id(struct arena *arena, struct place at);

/* What was added so far, as nodes: before `top` is looked at. */
void prose_flush(struct prose_builder *b);

/* Asked by the owner before it goes on. */
bool prose_stopped(const struct prose_builder *b);

/* The fragment, or NULL when the arena has failed. */
struct doc_node *prose_end(struct prose_builder *b);

#endif
