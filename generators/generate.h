/*
 * generate.h - report and figures into the document tree.
 *
 * generate_report() lays out header, sections, parts, appendices and sign-off
 * as the template says; what stands in a section comes from generators, each
 * a row in generator_table[] (generators/generator_table.c) and a function.
 * Generators do no sums, no I/O, and keep no state.
 */
#ifndef GENERATORS_GENERATE_H
#define GENERATORS_GENERATE_H

#include "core/doc/doc.h"
#include "core/model/report.h"
#include "core/model/template.h"
#include "figures/expression.h"
#include "figures/figures.h"

/*
 * Prose may ask for generators, and some generators print prose. So that none
 * runs inside another, prose leaves a place in the tree where its generator
 * belongs, and whoever lays out the section fills such places afterwards:
 * generate_waiting().
 */
struct waiting_calls {
    struct waiting_call *first;
    struct waiting_call *last;
};

/* A generator at work, and the one whose prose asked for it. */
struct working_generator {
    const struct generator *generator;
    const struct working_generator *inside; /* or NULL */
};

/* What a generator gets. */
struct generator_in {
    const struct report *report;
    const struct figures *figures;
    const struct template *template_used;
    const struct wording *wording;
    const struct template_section *section;     /* the template's */
    const struct report_section *section_given; /* the report's, or NULL */
    const struct generator_call
        *call; /* its arguments, as the template gives them */
    const struct table_form *form; /* of the generator: struct generator */
    const struct data *data;       /* what call->data names, or NULL */
    uint8_t level;                 /* of the heading above it */
    enum audience audience; /* internal while something internal is made that is
                           not a block of its own */
    struct findings *findings;
    struct waiting_calls *waiting;
    const struct working_generator *inside; /* whose prose this is, or NULL */
};

/* A place in the tree that a generator still has to fill. */
struct waiting_call {
    struct waiting_call *next;
    struct doc_node *place;
    struct generator_in in; /* of the prose that it stands in */
};

/* Adds blocks to SECTION; nothing to say is nothing added. */
typedef void generator_fn(const struct generator_in *in, struct doc *d,
                          struct doc_node *section);

struct generator {
    const char *name;
    generator_fn *make;
    bool needs_data;
    const char *const *arguments;  /* NULL-terminated; NULL: none */
    const struct table_form *form; /* how it prints its data as a table; or
                                      NULL: data_table.h */
};

extern const struct generator generator_table[];
extern const size_t generator_count;

const struct generator *generator_find(struct str name);

/* The names, for input/ to prove templates against. */
struct generator_names generator_names(void);

/* Builds the tree of the whole report, numbered, resolved and filtered. */
MUST_CHECK enum status
generate_report(const struct report *report, const struct figures *figures,
                const struct template *template_used, enum audience audience,
                struct findings *findings, struct doc *d);

/*
 * Prose with its expressions and conditions settled, added to PARENT: prose.c.
 * Paragraphs directly in a SECTION take its series; a heading's level comes
 * below in->level; notes follow the block that marks them. What it asks of
 * generators waits.
 */
void generate_prose(const struct generator_in *in, struct doc *d,
                    struct doc_node *parent, const struct doc_node *fragment);

/* How a column of a table is printed; made once a table: cell.c. */
struct printed_column {
    size_t index; /* in the table */
    enum value_type type;
    uint8_t decimals; /* of money: 2 if any cell of the column has pence */
    bool heads_row;
    bool as_written; /* money has the decimals of its own cell instead */
    struct doc_column form;
};

struct printed_column generate_column(const struct table *table, size_t index);

/* COLUMN for C and what is printed beside it. */
struct printed_column generate_column_of(const struct printed_column *column,
                                         const struct cell *c);

/* A figure of COLUMN's type in print: money with the column's decimals. */
struct str generate_figure(const struct generator_in *in, struct doc *d,
                           const struct printed_column *column,
                           struct decimal value);

/* A data cell, or the header cell of its row, in print. */
struct doc_node *generate_cell(const struct generator_in *in, struct doc *d,
                               struct doc_node *row, const struct table *table,
                               size_t table_row,
                               const struct printed_column *column);

/* What CALL asks for, added to PARENT: generator_call.c. PARENT is a SECTION
   or a SIGN_OFF, which no other generator fills at the time. */
void generate_call(const struct generator_in *in, struct doc *d,
                   struct doc_node *parent, const struct generator_call *call,
                   struct place at);

/* Fills all places that wait, and those that wait in what fills them. */
void generate_waiting(const struct generator_in *in, struct doc *d);

#endif
