/*
 * cell_drawing.h - what is drawn beside the words of a cell.
 *
 * A DOC_DRAWING node stands among the inlines of a cell and says nothing that
 * these do not: those who listen never meet it. Before a word of a key it is a
 * sample of what that word means. It is a list of marks. Where
 * one stands across is said in millionths of the width that its column has for
 * drawings, so that both writers draw the same, however wide that is; how high
 * it is, the row decides. Marks are drawn in their order.
 *
 * Ownership: the arena of the tree; const after it was built.
 */
#ifndef CORE_DOC_CELL_DRAWING_H
#define CORE_DOC_CELL_DRAWING_H

#include "core/base/buf.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stdint.h>

#define CELL_DRAWING_WIDTH 1000000

/* How much room a column has for drawings. */
enum cell_room {
    ROOM_NONE,
    ROOM_SYMBOL, /* a square as high as a line */
    ROOM_SPARK,
    ROOM_BAR,
    ROOM_SIDES, /* bars to both sides */
    ROOM_TIME,
    ROOM_MAX,
};

enum cell_shape {
    SHAPE_BAR,    /* filled, between FROM and TO */
    SHAPE_HOLLOW, /* its outline */
    SHAPE_ARROW,  /* a bar that goes on beyond TO: filled */
    SHAPE_ARROW_HOLLOW,
    SHAPE_BACK, /* a bar that began before FROM: filled */
    SHAPE_BACK_HOLLOW,
    SHAPE_DIAMOND, /* at FROM */
    SHAPE_DIAMOND_HOLLOW,
    SHAPE_TICK,  /* an upright line at FROM, higher than a bar */
    SHAPE_LINE,  /* from FROM at LOW to TO at HIGH */
    SHAPE_POINT, /* at TO at HIGH */
    /* As high as the row. */
    SHAPE_AXIS,
    SHAPE_GRID,
    SHAPE_AS_AT, /* dashed */
    /* Symbols. */
    SHAPE_SQUARE,
    SHAPE_TRIANGLE,
    SHAPE_CIRCLE,
    SHAPE_CHECK,
    SHAPE_RING,
    SHAPE_CROSS,
    SHAPE_UP,
    SHAPE_DOWN,
    SHAPE_LEVEL,
    SHAPE_MAX,
};

enum cell_tone {
    TONE_TEXT,
    TONE_MAIN, /* the first colour of pictures */
    TONE_RULE,
    TONE_NEUTRAL,
    TONE_ADVERSE,
    TONE_FAVOURABLE,
    TONE_RISK, /* with an edge: it is too pale by itself */
    TONE_GOOD,
    TONE_MAX,
};

struct cell_mark {
    uint8_t shape;     /* enum cell_shape */
    uint8_t tone;      /* enum cell_tone */
    int32_t from, to;  /* millionths of the width */
    int32_t low, high; /* LINE, POINT: millionths of a line's height, upward */
};

/* Words of a head over the marks below, between FROM and TO. */
struct cell_word {
    struct str text;
    int32_t from, to;
    uint8_t align; /* enum doc_align */
    bool above;    /* on a line of its own above the others */
};

struct cell_drawing {
    const struct cell_mark *marks;
    uint32_t nmarks;
    const struct cell_word *words;
    uint32_t nwords;
};

/* Whether a drawing is a sample in a key: it has a width of its own. */
struct doc_node;
bool cell_drawing_is_sample(const struct doc_node *drawing);

/* Whether a mark is a symbol. */
static inline bool cell_shape_is_symbol(uint8_t shape)
{
    return shape >= SHAPE_SQUARE;
}

/* Each mark and word on a line of its own. */
void cell_drawing_dump(const struct cell_drawing *drawing, size_t depth,
                       struct buf *out);

#endif
