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

enum expression_op {
    OP_PATH,
    OP_COUNT,
    OP_TEXT,
    OP_NUMBER,
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
    OP_BRACKET, /* only while it is parsed */
};

/* A name, or a [key], of a path. */
struct path_step {
    const struct path_step *next;
    struct str text;
    size_t offset; /* in the expression, for findings */
    bool key;
};

struct expression_node {
    const struct expression_node *next;
    enum expression_op op;
    size_t offset;
    const struct path_step *path;   /* OP_PATH, OP_COUNT */
    const struct path_step *column; /* OP_COUNT: the one compared, or NULL */
    struct str text;                /* OP_TEXT; OP_COUNT: compared with */
    size_t text_offset;
    struct decimal number; /* OP_NUMBER */
    enum pipe pipe;        /* OP_PATH */
    size_t pipe_offset;
    bool lower;
};

struct expression {
    struct str text;
    struct str around; /* the text that it is a part of, and which ... */
    struct place at;   /* ... begins here */
    size_t start;      /* of the expression in that text */
    const struct findings *findings;
    const struct expression_node *first;
};

/* The place of a byte of the expression, for a finding. */
struct place expression_place(const struct expression *e, size_t offset);

#endif
