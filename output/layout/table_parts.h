/*
 * table_parts.h - a table on its way to boxes. For output/layout/table*.c
 * only.
 *
 * Lengths are those of layout_parts.h. The struct and its edges live in the
 * layout's arena, because boxes of rows point to its head until they are
 * placed.
 */
#ifndef OUTPUT_LAYOUT_TABLE_PARTS_H
#define OUTPUT_LAYOUT_TABLE_PARTS_H

#include "core/doc/table_grid.h"
#include "output/layout/layout_parts.h"

struct table_layout {
    struct layout_parts *m;
    const struct doc_node *node;
    const struct doc_column *columns;
    uint32_t ncolumns;
    int32_t *edges; /* x of the columns' left edges and the last right edge */
    const struct extent *words; /* by column, at the size of type: of what
                                   stands beside drawings; NULL: none has any */
    int32_t *hangs; /* by column of figures: what marks of notes take that hang
                       beyond them, at the style's size */
    uint32_t names; /* the column of the names of rows, below which such cells
                       begin */
    bool *below; /* by column: its cells stand below their rows, and it has no
                    width */
    bool heads_stack; /* the heads of those stand below that of the names */
    struct text_style style;
    int32_t padding;      /* of either side of a cell's content, on average */
    int32_t padding_left; /* of both: words without a ground behind them begin
                             where those outside the table do */
    int32_t padding_above;
    int32_t gap; /* what more stands between figures and words behind them */
    bool landscape;
    struct page_repeat repeat; /* its caption and head */
    int32_t page;              /* what a page has for its rows below these */
    size_t nrows;              /* below the head */
    size_t rows_made;          /* of those */
};

/* ROW, or the first after it in its group that stands on paper; or NULL. */
const struct doc_node *table_row_printed(const struct doc_node *row);

/* Whether what its drawings mean, or its source, follows it on the page. */
bool table_has_foot(const struct doc_node *table);

/* Whether its cells are boxes, and columns beside the names even. */
static inline bool table_is_boxed(const struct table_layout *t)
{
    return t->node->u.table->form || t->node->u.table->matrix;
}

/* Whether a cell of COLUMN, over COLUMNS of them, stands below its row; and how
   many columns do. */
bool table_is_below(const struct table_layout *t, uint32_t column,
                    uint32_t columns);
uint32_t table_count_below(const struct table_layout *t);

/* Whether words begin right behind the figures of COLUMN: t->gap parts them. */
bool table_words_follow(const struct table_layout *t, uint32_t column);

/* What is right of the content of cells that end with COLUMN: nothing in the
   last, where words without a ground end where the rules do. Where it ends. */
int32_t table_padding_right(const struct table_layout *t, uint32_t column);
int32_t table_content_right(const struct table_layout *t, uint32_t column);

struct text_style table_cell_style(const struct table_layout *t,
                                   const struct doc_node *cell,
                                   uint32_t column);

/* How far CELL of COLUMN stands in from its column's edge: the rows of a group
   stand below its name. And how much more is above ROW, which names one. */
int32_t table_indent(const struct doc_node *cell, uint32_t column);
int32_t table_title_space(const struct table_layout *t,
                          const struct doc_node *row);

/*
 * Chooses left edge, size of type, orientation and the columns' edges from
 * the content of every row: table_widths.c. False: the table cannot be set,
 * and a finding says so.
 */
bool table_fit(struct table_layout *t, const struct flow *f);

/* Whether more than symbols is drawn in it; and in COLUMN, anything. */
bool table_is_drawn(const struct table_layout *t);
bool table_column_is_drawn(const struct table_layout *t, uint32_t column);

/*
 * What is drawn beside the words of cells: table_drawn.c. The room that COLUMN
 * needs for it at SIZE of type, beside its words and all padding; nothing where
 * it has none.
 */
struct extent table_drawn_extent(const struct table_layout *t, uint32_t column,
                                 int32_t size);
/* *LEFT and *RIGHT are set to the place of words in a cell of COLUMN; they stay
   where nothing is drawn in it. */
void table_words_place(const struct table_layout *t,
                       const struct doc_node *cell, uint32_t column,
                       int32_t *left, int32_t *right);
/* How high a row is for words over drawings in CELL. */
int32_t table_drawn_height(const struct table_layout *t,
                           const struct doc_node *cell, uint32_t column);
/* What is drawn in CELL of COLUMN as an item of S, whose row begins at Y. */
void table_drawn_place(const struct table_layout *t, struct box *s,
                       const struct doc_node *cell, uint32_t column, int32_t y,
                       int32_t height);

/*
 * Cells below their rows: table_below.c. Moves columns of words there, the
 * longest first, until FITS says that the others fit; false: they never do, and
 * none has moved. No cell of a FIXED column moves, and short words only
 * IN_NEED.
 */
bool table_move_below(struct table_layout *t, const bool *fixed,
                      const struct extent *columns, bool in_need,
                      bool (*fits)(struct table_layout *t, void *context),
                      void *context);
/* Most of it is figures, and its words are comments on them. */
bool table_is_of_figures(const struct table_layout *t);
void table_ask_below(struct table_layout *t); /* those that the tree asks for */
/* Whether their heads fit below that of the names of rows, as the words stand
   below these. */
bool table_heads_stack(struct table_layout *t);
/* The words of CELL of COLUMN, with those of its heading before them
   where several columns stand there. */
struct boxes table_below_lines(struct table_layout *t, const struct flow *outer,
                               const struct doc_node *cell, uint32_t column);

/* All rows of GROUP as boxes into F: table_rows.c. */
void table_rows(struct table_layout *t, struct flow *f,
                const struct doc_node *group);

/* --- what stands again on later pages, as artifacts: table_repeat.c --- */

/* PHRASE about what NAMED says, as a node of its own that no tree has; NULL:
   it says nothing, or the wording has no such phrase. */
const struct doc_node *table_phrase(const struct table_layout *t,
                                    enum phrase phrase,
                                    const struct doc_node *named);
struct page_repeat table_repeat(const struct table_layout *t,
                                struct boxes boxes);

enum table_again {
    AGAIN_GROUP, /* a group's title */
    AGAIN_ROW,   /* the heading of a row that was split */
};

/* ABOVE and below it what NAMED says, continued; or ABOVE alone, where that
   would leave rows less than half a page. */
const struct page_repeat *table_again(struct table_layout *t,
                                      const struct page_repeat *above,
                                      const struct doc_node *named,
                                      enum table_again again);

#endif
