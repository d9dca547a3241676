/*
 * cell_text.h - a cell in words: the one function that prints one.
 *
 * Prose, tables, pictures, alternative texts, dumps and messages all ask here,
 * so that a cell reads alike wherever it stands: its words, its sign and unit,
 * its decimals, what it says instead of a figure. What a place wants otherwise
 * is said in the form, once for all cells of a column, and not made by hand.
 *
 * Notes on a figure are marked in the tree (generators/fault_note.h), where
 * they get their numbers.
 *
 * Ownership: a text belongs to the arena or to what it was made from.
 * Failure: sticks in the arena.
 */
#ifndef CORE_MODEL_CELL_TEXT_H
#define CORE_MODEL_CELL_TEXT_H

#include "core/base/arena.h"
#include "core/model/report.h"
#include "core/value/wording.h"

/* How a figure is printed otherwise than its column is: |pipe of an
   expression, or what a picture has room for. */
enum pipe {
    PIPE_PLAIN,  /* as its type says */
    PIPE_POUNDS, /* money without pence, rounded */
    PIPE_PENCE,
    PIPE_THOUSANDS, /* in units of a thousand, one decimal at most */
    PIPE_MILLIONS,
    PIPE_PERCENT,
    PIPE_NUMBER,
    PIPE_WORDS, /* a small whole number in words, any other in figures */
    PIPE_DATE,
    PIPE_MONTH,
    PIPE_YEAR,
    PIPE_QUARTER,        /* of a financial year, in which a day lies */
    PIPE_FINANCIAL_YEAR, /* likewise */
    /* Those that change a figure before it is printed. */
    PIPE_UNSIGNED,
    PIPE_BY_SIGN,
    PIPE_PLURAL,
    PIPE_LOWER,
    PIPE_UPPER,
    PIPE_CAPITAL,
    PIPE_FIRST_WORD,
    PIPE_LOWEST,
    PIPE_HIGHEST,
    PIPE_NAMES,
    PIPE_NUMBERS,
    PIPE_IF_ANY,
    PIPE_MAX,
};

/* The pipe that prints a month, a quarter (3) or a financial year (12) as such;
   of a day (0), PIPE_PLAIN. */
enum pipe pipe_of_months(uint8_t months);

/* How the cells of a column are printed. All zero: plain text. */
struct cell_form {
    const struct kind_column *kind; /* whose choices there are; or NULL */
    enum value_type type;
    enum pipe pipe;
    uint8_t decimals;      /* of money that is whole: 0 or MONEY_SCALE */
    bool own_decimals;     /* whole money has those that it was typed with */
    uint8_t zeros;         /* of the unit that its heading says: money is
                              printed in it, without its sign */
    uint8_t unit_decimals; /* with as many decimals */
    bool signs;            /* a figure above zero has its sign, too */
    struct str pattern;    /* of a date, in print; empty: the wording's */
    bool lower;            /* without capitals */
    bool upper;            /* in capitals */
    bool capital;          /* with one at its beginning */
    uint8_t places;        /* of the pipe: 1 + its decimals; 0: its own */
};

/* As the table of COLUMN prints its cells. */
struct cell_form cell_form_of_column(const struct column *column);

/* The same beside a heading that says the unit: money is printed in it, and
   without its sign. */
struct cell_form cell_form_in_unit(const struct column *column);

/* The noughts of the unit that money is printed in where its data has ZEROS:
   none of one that has no words, and the sums are whole. */
uint8_t unit_in_print(uint8_t zeros);

/* The unit of money in print: £000, £m; empty where it is whole. */
struct str unit_text(struct arena *a, const struct wording *w, uint8_t zeros);

/* For a value of TYPE that stands in no column. */
struct cell_form cell_form_of_type(enum value_type type);

/* FORM for CELL and what is printed beside it. */
struct cell_form cell_form_beside(struct cell_form form,
                                  const struct cell *cell);

/* The figure of a cell that can be summed: false for any other. */
bool cell_decimal(enum value_type type, const struct cell *cell,
                  struct decimal *value);

/* A sum, a share or a tick as a cell of TYPE, which is money, a number or a
   percentage. Money is rounded to pence; what cannot be is CELL_BAD. */
struct cell cell_of_decimal(enum value_type type, struct decimal d);

/* A cell of TYPE_MEASURE that holds a value as the cell of another type that it
   is by itself: the type is returned. */
enum value_type cell_of_measure(const struct cell *measure, struct cell *cell);

/* CELL in print. Prose is given as it was typed: it is laid out as blocks. */
struct str cell_text(struct arena *a, const struct wording *w,
                     const struct cell_form *form, const struct cell *cell);

/* The language of that, a choice, where its kind says one and has no word in
   W's; else NULL. Likewise of a heading. */
const char *cell_text_language(const struct wording *w,
                               const struct cell_form *form,
                               const struct cell *cell);

/* Whether the kind says what a column is headed, and not the file: as the kind
   wants it, as the data element says which column it is, or as its heading is
   what the kind or its id calls it. */
bool column_is_headed_by_kind(const struct column *column);

const char *column_heading_language(const struct wording *w,
                                    const struct column *column);

/* TEXT with the MARKS of notes behind it, as they were typed: in a table, with
   the notes below it. */
struct str cell_marked(struct arena *a, struct str text, struct str marks);

/* The heading of COLUMN in print. */
struct str column_heading(struct arena *a, const struct wording *w,
                          const struct column *column);

#endif
