/*
 * figure.h - a figure: what an expression gives, made from a cell or from
 * several; compared, asked whether it is true.
 */
#ifndef FIGURES_FIGURE_H
#define FIGURES_FIGURE_H

#include "core/doc/printed_figures.h"
#include "core/model/cell_text.h"

enum figure_type {
    FIGURE_NONE,
    FIGURE_TEXT,
    FIGURE_NUMBER,
    FIGURE_MONEY,
    FIGURE_PERCENT,
    FIGURE_DATE,
    FIGURE_YEAR,
    FIGURE_BOOL,
    FIGURE_BLANK, /* a cell that is blank, a dash, nil, n/a or TBC */
};

struct computed; /* figures/data_figures.h */

struct figure {
    enum figure_type type;
    bool truth;                   /* BOOL */
    struct cell cell;             /* what all others are, and ... */
    struct cell_form form;        /* ... how they are printed */
    enum audience audience;       /* internal if anything that it rests on is */
    struct place at;              /* of what it rests on */
    const struct computed *fault; /* of its cell, acknowledged; or NULL */
    bool literal;       /* a text or number of the expression itself */
    struct str entries; /* of a list, with ; between; empty: it is none */
    bool difference;    /* what one figure is more than another */
    const struct table *of_table; /* whose cells give it; NULL: AT says it */
    size_t of_row;                /* nrows: all of its plain rows */
    size_t of_column;             /* ncolumns: rows are counted */
    const struct figure_origin *origins; /* what its expression read, where
                                            somebody asks; else NULL */
};

/* Of what stands in no cell. */
struct figure figure_of_decimal(enum value_type type, struct decimal number);
struct figure figure_of_date(struct date date);
struct figure figure_of_text(struct str text);

/* The number of F, which has one. */
struct decimal figure_decimal(const struct figure *f);

/* F, which AT says. */
struct figure figure_said_at(struct figure f, struct place at);

/* F, which the plain rows of T give: of COLUMN; ncolumns: their number. */
struct figure figure_of_rows(struct figure f, const struct table *t,
                             size_t column);

/* A cell as a figure, in the published copy. One of prose is its source. */
struct figure figure_of_cell(const struct table *t, size_t row, size_t column);

/* A cell of TYPE that stands at AT. FIGURE_NONE of a bad one. */
struct figure figure_of_value(enum value_type type, const struct cell *cell,
                              struct place at);

/* Whether it is a change, or of a column as kind_column_is_difference() says.
 */
bool figure_is_difference(const struct figure *f);

bool figure_type_is_numeric(enum figure_type type);
enum figure_type figure_type_of(enum value_type type);
const char *figure_type_name(enum figure_type type); /* with its article */

/* What is typed where F comes from; empty in a blank cell. */
struct str figure_typed(const struct figure *f);

/* Words for what stands in TEXT, as a figure of TYPE; false when it is none. */
bool figure_read(const struct wording *w, enum figure_type type,
                 struct str text, struct figure *figure);

/*
 * figure_compare.c: how A stands to B, -1 to 1, once a text among them is read
 * as what the other is. Texts are equal as words are (str_same_word) and have
 * no order.
 */
enum figure_relation {
    RELATION_LESS,
    RELATION_EQUAL,
    RELATION_GREATER,
    RELATION_APART, /* not equal, and neither before the other: times that
                       overlap, words that name none */
    RELATION_OTHER, /* not equal, and without an order */
    RELATION_ALIEN, /* they cannot be compared */
};

/* Whether one of two dates prints as a month, quarter or year, and the other as
   something else: they may lie within each other, and are never equal. */
bool figure_spans_differ(const struct wording *w, struct figure a,
                         struct figure b);

enum figure_relation figure_compare(const struct wording *w, struct figure a,
                                    struct figure b);

/* Blank, zero, no and false are false. */
bool figure_true(const struct wording *w, const struct figure *figure);

bool figure_empty(const struct figure *figure);

/* A figure in print, by its pipe or, without one, as its column is. */
struct str figure_text(struct arena *arena, const struct wording *wording,
                       const struct figure *figure);

#endif
