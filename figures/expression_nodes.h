/*
 * expression_nodes.h - an expression that was read. For figures/ only.
 *
 * It is kept in postfix order, so that whoever evaluates it needs a loop and
 * EXPRESSION_DEPTH + 1 values, and no recursion.
 */
#ifndef FIGURES_EXPRESSION_NODES_H
#define FIGURES_EXPRESSION_NODES_H

#include "figures/expression.h"

#define EXPRESSION_DEPTH 32    /* of brackets and operators inside others */
#define EXPRESSION_LENGTH 4096 /* bytes */
#define ARGUMENTS_MAX 3        /* of a function */
#define PIPE_ARGUMENTS_MAX PLURALS_MAX

enum expression_op {
    OP_PATH,
    OP_TEXT,
    OP_NUMBER,
    OP_TEST, /* of the row at hand: column = text, without quotation marks */
    OP_ROWS, /* a function of rows; its condition follows, up to its `end` */
    OP_ROWS_END,
    OP_BEFORE, /* what follows, up to its `end`, as it was the period before */
    OP_BEFORE_END,
    /* of one value */
    OP_NOT,
    OP_EMPTY,
    OP_NOT_EMPTY,
    /* of two */
    OP_EQUAL,
    OP_NOT_EQUAL,
    OP_LESS,
    OP_AT_MOST,
    OP_GREATER,
    OP_AT_LEAST,
    OP_AND,
    OP_OR,
    OP_ALSO, /* the comma between two conditions */
    OP_PLUS,
    OP_MINUS,
    /* of as many as it says */
    OP_CALL,
    OP_BRACKET, /* only while it is parsed */
};

/* What is asked of rows, and of figures. */
#define EXPRESSION_FUNCTIONS(FUNCTION)                                         \
    FUNCTION(FUNCTION_COUNT, "count", true, "how many rows there are")         \
    FUNCTION(FUNCTION_SUM, "sum", true, "the sum of a column")                 \
    FUNCTION(FUNCTION_MIN, "min", true, "its least figure")                    \
    FUNCTION(FUNCTION_MAX, "max", true, "its greatest figure")                 \
    FUNCTION(FUNCTION_MEAN, "mean", true, "its mean")                          \
    FUNCTION(FUNCTION_FIRST, "first", true, "its cell in the first row")       \
    FUNCTION(FUNCTION_LAST, "last", true, "its cell in the last row")          \
    FUNCTION(FUNCTION_SHARE, "share", false,                                   \
             "what the first of two figures is of the second, in per cent")    \
    FUNCTION(FUNCTION_WORKING_DAYS, "working-days", false,                     \
             "the working day that is so many after a day, by the template's " \
             "calendar; before it, of a number below 0")                       \
    FUNCTION(FUNCTION_DAYS_AFTER, "days-after", false,                         \
             "the day that is so many days of any kind after a day; before "   \
             "it, of a number below 0")                                        \
    FUNCTION(FUNCTION_CLEAR_DAYS, "clear-days", false,                         \
             "how many days lie between two days, both left out")              \
    FUNCTION(FUNCTION_CLEAR_WORKING_DAYS, "clear-working-days", false,         \
             "how many working days do")                                       \
    FUNCTION(FUNCTION_BEFORE, "before", false,                                 \
             "what an expression was in the period before")                    \
    FUNCTION(FUNCTION_CHANGE, "change", false,                                 \
             "by how much a figure is more than it was then")

#define FUNCTION_CONSTANT(id, name, of_rows, sentence) id,
enum expression_function {
    EXPRESSION_FUNCTIONS(FUNCTION_CONSTANT) FUNCTION_MAX_COUNT
};

/* A name, or a [key], of a path. */
struct path_step {
    const struct path_step *next;
    struct str text;
    size_t offset; /* in the expression, for findings */
    bool key;
};

/* |name or |name(argument, ...) */
struct pipe_use {
    const struct pipe_use *next;
    enum pipe pipe;
    size_t offset;
    struct str arguments[PIPE_ARGUMENTS_MAX];
    size_t narguments;
};

struct expression_node {
    const struct expression_node *next;
    enum expression_op op;
    size_t offset;
    const struct path_step *path; /* OP_PATH, OP_ROWS; OP_TEST: the column */
    struct str text;              /* OP_TEXT; OP_TEST: compared with */
    size_t text_offset;
    struct decimal number;             /* OP_NUMBER */
    enum expression_function function; /* OP_ROWS, OP_CALL, OP_BEFORE */
    size_t narguments;                 /* OP_CALL */
    const struct expression_node *end; /* OP_ROWS, OP_BEFORE */
    const struct pipe_use *pipes;
};

struct expression {
    struct str text;
    struct str around; /* the text that it is a part of, and which ... */
    struct place at;   /* ... begins here */
    size_t start;      /* of the expression in that text */
    const struct findings *findings;
    const struct expression_node *first;
    const struct figure *known; /* what each of its OP_ROWS gives, where that
                                   has been asked; or NULL */
};

/* Whether X, which may be NULL, compares the two operands before it. */
static inline bool expression_compares(const struct expression_node *x)
{
    return x != NULL && x->op >= OP_EQUAL && x->op <= OP_AT_LEAST;
}

/* The place of a byte of the expression, for a finding. */
struct place expression_place(const struct expression *e, size_t offset);

#endif
