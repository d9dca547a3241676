/*
 * picture.h - what a figure shows: its model.
 *
 * A DOC_FIGURE node holds a picture that was read from a file, which both
 * writers embed; or a model of values and ready texts, which output/figure
 * lays out once into lines, areas and texts, and both writers draw that list.
 * No word is made below the generators: axis labels, names and values
 * in print are texts of the model, from the data and the wording. The node's
 * text is the alternative text.
 *
 * Ownership: the arena of the tree; const after it was built.
 */
#ifndef CORE_DOC_PICTURE_H
#define CORE_DOC_PICTURE_H

#include "core/base/str.h"
#include "core/model/image.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * What a picture can show and still be read; doc_check() refuses more. With
 * these no height overflows, whatever the texts are.
 */
#define FIGURE_ROWS_MAX 200 /* rows, categories or boxes */
#define FIGURE_SERIES_MAX 16
#define FIGURE_TICKS_MAX 100
#define FIGURE_SPANS_MAX 50 /* of a row */
#define FIGURE_TEXT_MAX 300 /* bytes */

enum figure_kind {
    DRAWN_TIMELINE,  /* a bar an interval, in rows, over months */
    DRAWN_BARS,      /* stacked bars: a bar a category, a part a series */
    DRAWN_STRUCTURE, /* boxes and what they belong to */
    DRAWN_PICTURE,   /* a picture from a file: not drawn, but embedded */
};

/* A mark on an axis: at a day (timeline) or a value in pence (bars). */
struct figure_tick {
    int64_t at;
    struct str label;
};

struct figure_span {
    int32_t from, to; /* days since 1 January 1970, both included */
    bool open_start;  /* by ...: fades in from the axis' begin */
    bool open_end;    /* from ... on */
};

struct figure_row {
    struct str label;
    struct str group; /* rows of a group stand together; may be empty */
    const struct figure_span *spans;
    uint32_t nspans; /* at least 1: what has no interval is not drawn */
};

struct figure_timeline {
    const struct figure_row *rows;
    uint32_t nrows;
    const struct figure_tick *ticks; /* in order; the first and the last are
                                        the ends of the axis */
    uint32_t nticks;
};

/* Parts above and below zero are stacked apart from each other. */
struct figure_bars {
    const struct str *categories;
    uint32_t ncategories;
    const struct str *series; /* names, for the legend */
    uint32_t nseries;
    const int64_t *values;    /* pence: ncategories x nseries */
    const struct str *totals; /* ncategories: printed above each bar; may be
                                 empty */
    const struct figure_tick *ticks; /* at least 2, in order */
    uint32_t nticks;
};

#define FIGURE_NO_PARENT UINT32_MAX

struct figure_box {
    struct str name;
    struct str role; /* may be empty */
    uint32_t parent; /* index of an earlier box, or FIGURE_NO_PARENT */
};

struct figure_structure {
    const struct figure_box *boxes; /* parents before their children */
    uint32_t nboxes;
};

/* A dot of a picture without a size of its own is 1/96 inch: a pixel of CSS. */
#define FIGURE_MPT_PER_DOT 750

struct figure_picture {
    const struct picture *picture;
    int32_t width;   /* asked for, in milli-points; 0: as its pixels say */
    bool decorative; /* says nothing: it has no alternative text, no caption */
};

struct doc_figure {
    enum figure_kind kind;
    union {
        struct figure_timeline timeline;
        struct figure_bars bars;
        struct figure_structure structure;
        struct figure_picture picture;
    } u;
};

/* What is wrong with a picture. */
enum figure_fault {
    FIGURE_SOUND,
    FIGURE_EMPTY,      /* nothing to draw */
    FIGURE_CROWDED,    /* more of something than FIGURE_..._MAX */
    FIGURE_LONG_TEXT,  /* a text is longer than FIGURE_TEXT_MAX */
    FIGURE_IMPOSSIBLE, /* spans or ticks out of order, parents after children,
                          a picture without pixels */
};

/* *TEXT is set to the text that is too long. */
enum figure_fault figure_check(const struct doc_figure *figure,
                               struct str *text);

/* Its width and height when nothing else limits it, in milli-points. */
struct figure_size {
    int32_t width, height;
};
struct figure_size figure_picture_size(const struct figure_picture *p);
/* The width of PICTURE where it is HEIGHT milli-points high. */
int32_t figure_width_at(const struct picture *picture, int32_t height);

/* FIGURE's picture; NULL: it is drawn from data. */
static inline const struct figure_picture *
figure_picture(const struct doc_figure *figure)
{
    return figure->kind == DRAWN_PICTURE ? &figure->u.picture : NULL;
}

static inline bool figure_is_decorative(const struct doc_figure *figure)
{
    return figure->kind == DRAWN_PICTURE && figure->u.picture.decorative;
}

#endif
