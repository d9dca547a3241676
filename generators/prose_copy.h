/*
 * prose_copy.h - prose on its way into the tree. For the files prose*.c alone.
 *
 * The prose that was read is never changed: it is copied, block by block, by
 * a loop with a stack of its own. A node is hung into the tree when all of it
 * is there, so that what a condition has emptied need not be taken out again.
 *
 * Memory: nodes and texts are in the document's arena, whose failure sticks.
 */
#ifndef GENERATORS_PROSE_COPY_H
#define GENERATORS_PROSE_COPY_H

#include "generators/generator.h"

/* Siblings that are being copied, or the rows that a block is repeated for. */
struct copy_level {
    const struct doc_node *src;  /* the next to copy; repeats: the block */
    const struct doc_node *from; /* their parent; repeats: NULL */
    struct doc_node *dst;        /* what they are copied into */
    const struct table *table;   /* the row around this level, to go back to */
    size_t row;
    const char *turn;         /* likewise */
    const struct table *each; /* repeats: whose rows */
    struct str rows;          /* and what those are of: listed_turn() */
    const uint8_t *audiences; /* of those rows; or NULL */
    size_t next_row;
    struct doc_node *before; /* SPLICED: what it holds stands behind this one */
    const char *lang;        /* of what is placed here; or NULL: DST's */
    struct doc_node *mark;   /* of a NOTE: what leads to it; or NULL */
    enum audience audience;  /* likewise, beside DST's */
    enum doc_medium medium;  /* likewise */
    bool spliced;            /* a BLOCK: what it holds takes its place */
};

/* A note that was marked, and the row that it was marked in. */
struct pending {
    struct pending *next;
    const struct doc_node *note;   /* or NULL, and ... */
    struct doc_node *fault;        /* ... the note on a figure, as it is printed
                                    */
    struct doc_node *mark;         /* of NOTE */
    const struct doc_node *holder; /* what the mark stands in */
    const char *lang; /* of what that stands in; NULL: the report's */
    const char *id;
    const struct table *table;
    size_t row;
    const char *turn;
    uint8_t medium; /* in which alone its mark is printed */
};

struct copying {
    const struct generator_in *in;
    struct doc *d;
    struct doc_node *base; /* what the fragment is copied into */
    struct scope scope;
    const char *turn; /* doc_turn() of the row in SCOPE; or NULL */
    struct pending *first;
    struct pending *last;
    size_t depth;
    struct copy_level *stack; /* DOC_DEPTH_MAX of them */
};

/*
 * prose_level.c: the stack.
 */

struct copy_level *prose_level(struct copying *c); /* the top one */
/* One more, that copies SRC and its siblings into DST; NULL, and a finding at
   AT, when there are too many. */
struct copy_level *prose_level_push(struct copying *c, struct doc_node *dst,
                                    const struct doc_node *src,
                                    struct place at);
/* The same for what stands where the level now does: it is for nobody whom
   that is not for. */
struct copy_level *prose_level_push_inside(struct copying *c,
                                           struct doc_node *dst,
                                           const struct doc_node *src,
                                           struct place at);
void prose_level_pop(struct copying *c);

/* Of what is placed in DST here. NULL: the report's language. */
const char *prose_language(struct copying *c, const struct doc_node *dst);
const struct wording *prose_wording(struct copying *c,
                                    const struct doc_node *dst);
enum audience prose_audience(struct copying *c, const struct doc_node *dst);
enum doc_medium prose_medium(struct copying *c, const struct doc_node *dst);

/* SRC without what it holds, below DST but not yet among its children; NULL
   when memory ran out. */
struct doc_node *prose_copy_node(struct copying *c, struct doc_node *dst,
                                 const struct doc_node *src);

/* TEXT, at AT, as it is printed in DST, and the figures that want a note. */
struct str prose_expand(struct copying *c, const struct doc_node *dst,
                        struct str text, struct place at,
                        struct expanded_fault **faults);

/*
 * prose_words.c: texts, marks and notes.
 */

/* SRC and the texts that follow it as one, expanded: an expression may lie
   across them. */
void prose_place_text(struct copying *c, struct doc_node *dst,
                      const struct doc_node *src);
void prose_place_mark(struct copying *c, struct doc_node *dst,
                      const struct doc_node *src);
/* Whether the first note that waits can be the next thing in DST: not among
   inlines, and not in what its mark does not stand in, which may be internal
   or of one medium. */
bool prose_takes_note(const struct copying *c, const struct doc_node *dst);
/* Begins the first note that waits. */
void prose_start_note(struct copying *c);

/*
 * prose_condition.c: what is not copied, or not yet.
 */

/* What SRC asks of a generator waits. */
void prose_place_call(struct copying *c, struct doc_node *dst,
                      const struct doc_node *src);
/* Notes what SRC would use, were its condition true or were there rows to
   repeat it for. */
void prose_try_left_out(struct copying *c, const struct doc_node *src);
/* Whether the condition of SRC, if it has one, holds; in a trial, whether it
   may. */
bool prose_holds(struct copying *c, const struct doc_node *src);

/*
 * prose_repeat.c: a block for each row.
 */

/* Begins the rows that SRC names. */
void prose_repeat(struct copying *c, const struct doc_node *src);
/* Goes to the next row of the level; false: it was the last, and the level is
   gone. */
bool prose_next_row(struct copying *c);

#endif
