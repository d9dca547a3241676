/*
 * expression_parser.h - what the files of the parser share: characters are
 * taken by expression_scan.c, names and values by expression_operand.c,
 * operators by expression_parse.c. For these only.
 */
#ifndef FIGURES_EXPRESSION_PARSER_H
#define FIGURES_EXPRESSION_PARSER_H

#include "core/base/ascii.h"
#include "figures/expression_nodes.h"

struct parser {
    struct arena *arena;
    struct findings *findings;
    struct expression e;
    size_t pos;
    const struct expression_node **end; /* where the next node goes */
    struct pending {
        enum expression_op op;
        size_t offset;
        enum expression_function function; /* OP_CALL */
        size_t narguments;
        struct expression_node *rows; /* OP_ROWS, OP_BEFORE */
    } stack[EXPRESSION_DEPTH];
    size_t depth;
    struct expression_node *last;     /* put out; or NULL */
    const struct pipe_use *sum_pipes; /* of the sum at hand, once it ends */
    bool failed;                      /* a finding has been made */
};

/* Makes the finding only when it is the expression's first. */
void parser_fail(struct parser *p, size_t offset, const char *fmt, ...)
    PRINTF_LIKE(3, 4);

/* The next node in postfix order; NULL when the arena failed. */
struct expression_node *parser_emit(struct parser *p, enum expression_op op,
                                    size_t offset);

/* The character at hand; NUL at the end. */
char scan_peek(const struct parser *p);
/* Letters of any language: what is above ASCII counts as one. */
bool scan_begins_name(char c);

void scan_space(struct parser *p);
bool scan_take(struct parser *p, char c);           /* after any space */
bool scan_word(struct parser *p, const char *word); /* when it is whole */
struct str scan_name(struct parser *p);             /* may be empty */
struct str scan_slice(const struct parser *p, size_t from); /* up to here */

/* What stands between two quotation marks, the first of them at hand. */
struct str scan_quoted(struct parser *p);

/* What stands before END, or between quotation marks: a [key], or a value
   that count() compares with. Takes END as well. */
struct str scan_until(struct parser *p, char end, size_t *offset);

/* Takes a path, number or text; false when none stands here. */
bool parse_leaf(struct parser *p);

/* The function whose name and bracket stand here, which are taken; or
   FUNCTION_MAX_COUNT. */
enum expression_function parse_function(struct parser *p);
bool function_is_of_rows(enum expression_function f);

/* The node of a function of rows, behind its bracket: its table or column. */
struct expression_node *parse_rows(struct parser *p, enum expression_function f,
                                   size_t offset);

/* A condition whose text has no quotation marks: level = not started. False
   when another stands here. */
bool parse_test(struct parser *p);

/* { "|" pipe } behind N; of the sum that N ends, where it ends one. */
void parse_pipes(struct parser *p, struct expression_node *n);

/* Refuses a comparison that holds in no report: expression_never.c. */
void parser_refuse_never(struct parser *p);

/* Refuses NAME, behind which a bracket stands and which is no function's. */
void parser_refuse_function(struct parser *p, const struct path_step *name);

#endif
