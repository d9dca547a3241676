/*
 * generator_tools.h - small things that several generators need.
 *
 * For the files of generators/ alone. Texts belong to the tree's arena.
 */
#ifndef GENERATORS_GENERATOR_TOOLS_H
#define GENERATORS_GENERATOR_TOOLS_H

#include "generators/generator.h"

/* What a text that is put into PARENT is for: AUDIENCE_INTERNAL if PARENT or
   anything around it is internal. */
enum audience generate_audience(const struct generator_in *in,
                                const struct doc_node *parent);

/* A finding where what stands at AT, in MEDIUM alone, is in what stands AROUND
   it in the other alone: in neither, then. */
void generate_refuse_medium(const struct generator_in *in,
                            enum doc_medium medium, enum doc_medium around,
                            struct place at);

/* The medium in which alone it is printed, or BOTH. */
enum doc_medium generate_medium(const struct generator_in *in,
                                const struct doc_node *parent);

/* The wording for LANG, or in->wording; for what stands in PARENT. */
const struct wording *generate_wording_of(const struct generator_in *in,
                                          const char *lang);
const struct wording *generate_wording(const struct generator_in *in,
                                       const struct doc_node *parent);

/* TEXT with its expressions expanded, for a text that stands in PARENT. The
   words of notes on its figures stand in it. */
struct str generate_expand(const struct generator_in *in, struct doc *d,
                           const struct doc_node *parent, struct str text,
                           struct place at);

/* The same, with *FAULTS: the figures in it that want a note. */
struct str generate_expand_noted(const struct generator_in *in, struct doc *d,
                                 const struct doc_node *parent, struct str text,
                                 struct place at,
                                 struct expanded_fault **faults);

/* Whether WHEN holds; an empty one always does. In a trial, whether it may. */
bool generate_when(const struct generator_in *in, struct doc *d,
                   const struct doc_node *parent, struct str when,
                   struct place at);

/* Whether WHEN, which does not hold, may another time: what it leaves out is
   to be tried. */
bool generate_to_be_tried(const struct generator_in *in, struct str when);

/* IN for its trial. */
struct generator_in generate_trial(const struct generator_in *in);

/* An error: the report has no data NAME. It names the nearest. */
void generate_unknown_data(const struct generator_in *in, struct str name,
                           struct place at);

/* Data that is asked for at AT and not there. A report that asks for it itself
   is wrong; a template may ask for what some reports do not have, and is wrong
   where it says which data it asks for and this is none of it, or where the
   report has something that is called nearly the same. */
void generate_missing_data(const struct generator_in *in, struct str name,
                           struct place at);

/* THING is printed. */
void generate_mark(const struct generator_in *in, const void *thing);

/* The caption of NODE: the call's, else the title of the data or its kind. */
void generate_caption(const struct generator_in *in, struct doc *d,
                      struct doc_node *node);

/* An argument of in->call; NULL when it was not given. */
const struct generator_argument *
generate_argument(const struct generator_in *in, const char *name);

/* Whether the argument NAME says yes. */
bool generate_asked(const struct generator_in *in, const char *name);

/* The series that the argument `series` names; the template's for lists when
   there is none. An unknown name is a finding. */
const struct label_series *generate_series(const struct generator_in *in);

/* An item or cell that holds one paragraph and nothing else holds its words
   directly: a tag and a line less for the same. */
void generate_unwrap(struct doc_node *holder);

/* The id of the I-th appendix: one without is given one, since its words need
   its label. */
const char *generate_appendix_id(struct doc *d, const struct report *r,
                                 size_t i);

/* An item of LIST: the paper's title, as a link where its address is one,
   otherwise with its address after it. */
void generate_paper(const struct generator_in *in, struct doc *d,
                    struct doc_node *list, const struct paper *paper);

#endif
