/*
 * picture.h - what is drawn or shown: the model of a picture.
 *
 * A DOC_PICTURE node holds an image that was read from a file, which both
 * writers embed; or a model of values and ready texts, which output/drawing
 * lays out once into lines, areas and texts, and both writers draw that list.
 * No word is made below the generators: axis labels, names and values
 * in print are texts of the model, from the data and the wording. The node's
 * text is the alternative text.
 *
 * Ownership: the arena of the tree; const after it was built.
 */
#ifndef CORE_MODEL_PICTURE_H
#define CORE_MODEL_PICTURE_H

#include "core/base/str.h"
#include "core/model/image.h"

#include <stdbool.h>
#include <stdint.h>

/*
 * What a picture can show and still be read; doc_check() refuses more. With
 * these no height overflows, whatever the texts are.
 */
#define PICTURE_ROWS_MAX 200 /* rows, categories or boxes */
#define PICTURE_SERIES_MAX 16
#define PICTURE_TICKS_MAX 100
#define PICTURE_SPANS_MAX 50 /* of a row */
#define PICTURE_TEXT_MAX 300 /* bytes */

/* clang-format off */
/* What is drawn of values and texts: the model struct picture_NAME.
   picture_check_NAME() and picture_dump_NAME() (core/doc/) prove and dump it,
   NAME_draw() (output/drawing/) draws it. */
#define PICTURE_MODELS(MODEL)                                                  \
    MODEL(PICTURE_TIMELINE, timeline)   /* a bar an interval, over months */   \
    MODEL(PICTURE_BARS, bars)           /* by category and series, as          \
                                           enum picture_form says */           \
    MODEL(PICTURE_STRUCTURE, structure) /* boxes and what they belong to */

/* What a <chart draw="..."> draws, and generate_NAME(), which makes it. */
#define CHART_DRAWS(DRAW)                                                      \
    DRAW(CHART_COLUMNS, "columns", chart_picture,                              \
         "a bar for each category: how one measure moved")                     \
    DRAW(CHART_STACK, "stack", chart_picture,                                  \
         "a bar of two to four parts for each: what makes up the total")       \
    DRAW(CHART_GROUPED, "grouped", chart_picture,                              \
         "two or three bars beside each other: to compare them")               \
    DRAW(CHART_LINE, "line", chart_picture,                                    \
         "lines over time, beside what is aimed at")                           \
    DRAW(CHART_WATERFALL, "waterfall", chart_picture,                          \
         "from one figure to another, by the steps between them")              \
    DRAW(CHART_BARS, "bars", chart_table,                                      \
         "how big each is: a table with a bar beside each figure")             \
    DRAW(CHART_VARIANCE, "variance", chart_table,                              \
         "over or under: a table of `y`, `against` and the difference, "       \
         "with bars to either side of zero")                                   \
    DRAW(CHART_BULLET, "bullet", chart_table,                                  \
         "what is so far and forecast beside its target: a table")             \
    DRAW(CHART_TIMELINE, "timeline", chart_table,                              \
         "when: a table with periods as bars and single dates as "             \
         "diamonds along months")                                              \
    DRAW(CHART_STRUCTURE, "structure", structure,                              \
         "boxes, by the roles `key` and `parent`: who answers to whom")        \
    DRAW(CHART_MATRIX, "matrix", matrix,                                       \
         "rows in the cells of two scales, `x` and `y`: a table with "         \
         "headers both ways")

#define PICTURE_KIND(kind, name) kind,
enum picture_kind {
    PICTURE_MODELS(PICTURE_KIND)
    PICTURE_IMAGE, /* an image from a file: not drawn, but embedded */
};
/* clang-format on */
#undef PICTURE_KIND

#define CHART_DRAW(draw, name, maker, sentence) draw,
enum chart_draw { CHART_DRAWS(CHART_DRAW) CHART_DRAW_MAX };
#undef CHART_DRAW

/* A mark on an axis: at a day (timeline) or a value (bars). */
struct picture_tick {
    int64_t at;
    struct str label;
};

struct picture_span {
    int32_t from, to; /* days since 1 January 1970, both included */
    bool open_start;  /* by ...: fades in from the axis' begin */
    bool open_end;    /* from ... on */
};

struct picture_row {
    struct str label;
    struct str group; /* rows of a group stand together; may be empty */
    const struct picture_span *spans;
    uint32_t nspans; /* at least 1: what has no interval is not drawn */
};

struct picture_timeline {
    const struct picture_row *rows;
    uint32_t nrows;
    const struct picture_tick *ticks; /* in order; the first and the last are
                                        the ends of the axis */
    uint32_t nticks;
    bool months; /* each label but the last, which is empty, is that of the
                    whole month from its tick to the next */
};

/* What the values of a category are to each other. */
enum picture_form {
    FORM_STACK,     /* parts of a bar; those above and below zero are stacked
                       apart from each other */
    FORM_GROUPED,   /* bars beside each other */
    FORM_LINE,      /* points, each on the line of its series */
    FORM_WATERFALL, /* of one series: a change from where the category before
                       ended, or what they come to, which stands on zero */
};

/* Which way is good, of what has no colour of its own. */
enum picture_better {
    PICTURE_BETTER_NEITHER,
    PICTURE_BETTER_HIGH,
    PICTURE_BETTER_LOW,
};

struct picture_bars {
    uint8_t form;   /* enum picture_form */
    uint8_t better; /* WATERFALL: enum picture_better */
    const struct str *categories;
    uint32_t ncategories;
    const struct str *below;  /* ncategories: a word under each; NULL: none */
    const struct str *series; /* names */
    uint32_t nseries;
    uint32_t ntargets;     /* LINE: so many of the last series are aimed at */
    uint8_t *colours;      /* nseries: which of the house's each has;
                              doc_colour() sets them */
    const int64_t *values; /* ncategories x nseries */
    const bool *missing;   /* as many: there is none; NULL: all are there */
    const bool *sums;      /* WATERFALL, ncategories: which stand on zero */
    bool raised;           /* WATERFALL: its axis is `from` to `to`, without
                              zero, and what stands on zero a line */
    int64_t from, to;
    const struct str *labels; /* as many as values, each in print; NULL: they
                                 are read from the axis */
    const struct str *totals; /* ncategories: printed above each bar; may be
                                 empty; NULL: none */
    uint32_t rest_category;   /* 1 + the one that stands for the rest; 0 */
    uint32_t rest_series;     /* the same of parts */
    struct str total_name;    /* beside the last of them; may be empty */
    const struct picture_tick *ticks; /* none, or at least 2, in order */
    uint32_t nticks;
};

#define PICTURE_NO_PARENT UINT32_MAX

struct picture_box {
    struct str name;
    struct str role; /* may be empty */
    uint32_t parent; /* index of an earlier box, or PICTURE_NO_PARENT */
};

struct picture_structure {
    const struct picture_box *boxes; /* parents before their children */
    uint32_t nboxes;
};

/* A dot of an image without a size of its own is 1/96 inch: a pixel of CSS. */
#define PICTURE_MPT_PER_DOT 750

struct picture_image {
    const struct image *file;
    int32_t width;   /* asked for, in milli-points; 0: as its pixels say */
    bool decorative; /* says nothing: it has no alternative text, no caption */
};

#define PICTURE_MEMBER(kind, name) struct picture_##name name;
struct picture {
    enum picture_kind kind;
    union {
        PICTURE_MODELS(PICTURE_MEMBER)
        struct picture_image image;
    } u;
};
#undef PICTURE_MEMBER

/* What is wrong with a picture. */
enum picture_fault {
    PICTURE_SOUND,
    PICTURE_EMPTY,      /* nothing to draw */
    PICTURE_CROWDED,    /* more of something than PICTURE_..._MAX */
    PICTURE_LONG_TEXT,  /* a text is longer than PICTURE_TEXT_MAX */
    PICTURE_IMPOSSIBLE, /* spans or ticks out of order, parents after children,
                          an image without pixels */
};

/* Its width and height when nothing else limits it, in milli-points. */
struct picture_size {
    int32_t width, height;
};
struct picture_size picture_image_size(const struct picture_image *p);
/* The width of IMAGE where it is HEIGHT milli-points high. */
int32_t image_width_at(const struct image *image, int32_t height);

/* Which of the house's colours the part INDEX has. */
static inline uint32_t picture_colour(const struct picture_bars *b,
                                      uint32_t index)
{
    return b->colours == NULL ? index : b->colours[index];
}

/* The image that PICTURE is; NULL: it is drawn from data. */
static inline const struct picture_image *
picture_image(const struct picture *picture)
{
    return picture->kind == PICTURE_IMAGE ? &picture->u.image : NULL;
}

static inline bool picture_is_decorative(const struct picture *picture)
{
    return picture->kind == PICTURE_IMAGE && picture->u.image.decorative;
}

#endif
