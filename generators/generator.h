/*
 * generator.h - what a generator is and what it gets. For generators/ alone.
 *
 * A generator adds blocks to a section. It does no sums, no I/O, and keeps no
 * state. generator_rows.h lists them.
 */
#ifndef GENERATORS_GENERATOR_H
#define GENERATORS_GENERATOR_H

#include "core/doc/doc.h"
#include "core/model/report.h"
#include "core/model/template.h"
#include "core/model/used.h"
#include "figures/expression.h"
#include "figures/figures.h"

/*
 * Prose may ask for generators, and some generators print prose. So that none
 * runs inside another, prose leaves a place in the tree where its generator
 * belongs, and whoever lays out the section fills such places afterwards:
 * run_waiting().
 */
struct waiting_calls {
    struct waiting_call *first;
    struct waiting_call *last;
    struct printed *printed; /* what of the report's own stands already; the
                                last first */
    size_t unread;           /* calls so far whose data could not be read */
    size_t repeated; /* rows so far that prose was repeated for inside others */
};

/*
 * Where what a condition leaves out this time is made, to know what it would
 * use: that counts as used. Nobody reads this tree, or what is found in it.
 */
struct trial {
    struct arena arena;
    struct doc doc;
    struct findings unheard;
    struct findings *heard; /* the report's */
};

/* A generator at work, and the one whose prose asked for it. */
struct working_generator {
    const struct generator *generator;
    const struct working_generator *inside; /* or NULL */
};

/* What a generator gets. */
struct table_form; /* generators/data_table.h */

struct generator_in {
    const struct report *report;
    const struct figures *figures;
    const struct template *template_used;
    const struct wording *wording; /* of the language that is written now */
    const char *template_lang; /* of the template's own words, where the report
                                  is in another language; else NULL */
    bool of_template;          /* this prose is the template's */
    bool running;              /* of the head or foot of pages, where no note
                                  can stand */
    const struct template_section *section;     /* the template's */
    const struct report_section *section_given; /* the report's, or NULL */
    const struct generator_call
        *call; /* its arguments, as the template gives them */
    const struct table_form *form; /* of the generator */
    const struct data *data;       /* what slot->data names, or NULL */
    struct place at;               /* of the call */
    uint8_t medium;                /* that the call itself is for */
    uint8_t level;                 /* of the heading above it */
    enum audience audience; /* internal while something internal is made that is
                           not a block of its own */
    struct findings *findings;
    struct waiting_calls *waiting;
    const struct working_generator *at_work; /* the one that runs or whose
                                                prose this is; or NULL */
    struct used *used;
    struct trial *trial;
    struct empty_sections *empty_sections; /* of those beside it */
    bool trying;                           /* this is for the trial's tree */
    const struct table *row_table;         /* the row around prose; or NULL */
    size_t row;
    const char *turn; /* doc_turn() of the rows around; or NULL */
};

/* A place in the tree that a generator still has to fill, or prose that is to
   be tried. */
struct waiting_call {
    struct waiting_call *next;
    struct doc *d;
    struct doc_node *place;    /* or NULL, and ... */
    struct doc_node *left_out; /* ... a fragment of what was left out */
    struct generator_in in;    /* of the prose that it stands in */
};

/* Adds blocks to SECTION; nothing to say is nothing added. */
typedef void generator_fn(const struct generator_in *in, struct doc *d,
                          struct doc_node *section);

/* An argument: what it is called, and what it says. */
struct generator_takes {
    const char *name;
    const char *sentence;
};

struct generator {
    const char *name;
    const char *sentence; /* what it prints */
    generator_fn *make;
    bool needs_data;
    const struct generator_takes *arguments; /* a NULL name ends them */
    const struct table_form *form; /* of the table that it prints of its data;
                                      NULL: none */
};

#endif
