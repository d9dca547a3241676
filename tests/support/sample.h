/*
 * sample.h - a report of two pages as a settled tree: every kind of block and
 * inline that a writer meets, numbered and resolved by hand, so that writers
 * and layout can be tried without the modules that stand before them.
 *
 * Ownership: everything belongs to the arena; texts are literals.
 */
#ifndef TESTS_SUPPORT_SAMPLE_H
#define TESTS_SUPPORT_SAMPLE_H

#include "core/doc/doc.h"

extern const struct style sample_style;
extern const struct wording sample_wording;

/* An empty tree with title, author, date, language, style and wording. */
void sample_doc(struct doc *d, struct arena *a);

/* The report. Its caller asks doc_status(). */
void sample_report(struct doc *d, struct arena *a);

/* Adds a table of ROWS rows and six columns, with groups and totals, as
   large exports have them: for tests of size and speed. */
struct doc_node *sample_big_table(struct doc *d, struct doc_node *parent,
                                  unsigned rows);

#endif
