/*
 * drawn_parts.h - what the drawings of columns share. For generators/drawn_*.c
 * alone.
 *
 *   drawn_column.c  which column, what it takes, the nodes
 *   drawn_bars.c    figures as bars
 *   drawn_bullet.c  figures against a target
 *   drawn_spark.c   figures over time
 *   drawn_time.c    periods and dates
 *   drawn_symbols.c choices as symbols
 *   drawn_key.c     what marks mean, below the table
 *   drawn_parts.c   tools
 */
#ifndef GENERATORS_DRAWN_PARTS_H
#define GENERATORS_DRAWN_PARTS_H

#include "core/doc/cell_drawing.h"
#include "figures/scale.h"
#include "figures/time_axis.h"
#include "generators/cell.h"

#define NO_DAY INT32_MIN
#define SPARK_POINTS_MAX 24

struct drawn_column {
    const struct generator_in *in;
    struct doc *d;
    const struct table *table;
    const struct generator_column *asked;
    const struct drawer *drawer;
    const struct kind_column *kind;
    size_t index;
    enum value_type type;
    struct scale scale; /* one for all rows */
    size_t target;      /* of a bullet: columns, or the table's ncolumns */
    size_t actual;
    struct time_axis time;
    int32_t as_at;                   /* a day, or NO_DAY */
    unsigned shows;                  /* for the key */
    size_t points[SPARK_POINTS_MAX]; /* columns */
    size_t npoints;
};

/* An entry of a key. */
struct key_entry {
    struct str words;
    uint8_t shape; /* enum cell_shape of its sample; SHAPE_MAX: it has none */
    uint8_t tone;
};

#define KEY_ENTRIES 7

/* What a row of CELL_DRAWS is made by. */
struct drawer {
    struct doc_room room;
    const char *takes; /* the columns that it is drawn of, for a message */
    bool (*fits)(const struct drawn_column *c);
    /* Looks at all rows first; false: it cannot be drawn, and was said. */
    bool (*begin)(struct drawn_column *c);
    /* The marks of a row: DRAWING has none yet. */
    void (*row)(const struct drawn_column *c, size_t row,
                struct cell_drawing *drawing);
    void (*head)(const struct drawn_column *c, struct cell_drawing *drawing);
    /* Fills ENTRIES and returns how many; NULL: it needs no key. */
    size_t (*key)(const struct drawn_column *c,
                  struct key_entry entries[KEY_ENTRIES]);
};

/* Room for N marks; NULL after a failure. */
struct cell_mark *drawn_marks(const struct drawn_column *c,
                              struct cell_drawing *drawing, uint32_t n);

/* The figure of ROW that is drawn; false: it has none. */
bool drawn_figure(const struct drawn_column *c, size_t row,
                  struct decimal *value);

/* Whether its cells are figures. */
bool drawn_is_figure(const struct drawn_column *c);

/* What it is drawn as: the name of it. */
const char *drawn_name(const struct drawn_column *c);

/* A report that asks for what its data has not is wrong; a template may ask for
   what the data of some reports has not, as for data that some have not. */
bool drawn_asked_by_report(const struct generator_in *in,
                           const struct generator_column *asked);

/* Nothing of it can be drawn: an error, WHY in a clause, and false. A table
   that has no rows to draw, or that a template prints, is as it should be:
   true. */
bool drawn_empty(const struct drawn_column *c, const char *why);

extern const struct drawer drawer_bars;
extern const struct drawer drawer_variance;
extern const struct drawer drawer_status;
extern const struct drawer drawer_timeline;
extern const struct drawer drawer_bullet;
extern const struct drawer drawer_spark;
extern const struct drawer drawer_arrow;

#endif
