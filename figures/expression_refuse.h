/*
 * expression_refuse.h - what is said of a name that leads nowhere, or where
 * this text may not follow. For figures/ only.
 *
 * Each adds a finding at the name, with the nearest names that there are; those
 * that return a figure return FIGURE_NONE, so that a caller can return it.
 */
#ifndef FIGURES_EXPRESSION_REFUSE_H
#define FIGURES_EXPRESSION_REFUSE_H

#include "figures/expression_evaluation.h"

/* The name of the row at hand inside each=. */
#define ROW_NAME "row"

/* The first name of a path is none of a value, header field or data. */
void refuse_root(const struct evaluation *ev, const struct path_step *step);

void refuse_column(const struct evaluation *ev, const struct table *t,
                   const struct path_step *step);

void refuse_key(const struct evaluation *ev, const struct table *t,
                const struct path_step *step);

/* A word in a condition on rows of T that names nothing: perhaps a text. */
void refuse_word(const struct evaluation *ev, const struct table *t,
                 const struct path_step *step);

/* A key that two ROWS of T have, or more. */
void refuse_ambiguous(const struct evaluation *ev, const struct table *t,
                      const struct path_step *step, const size_t rows[2]);

/* After data: neither a row nor what data says of itself. */
struct figure refuse_member(const struct evaluation *ev,
                            const struct path_step *step);

/* A table, where one figure is wanted. */
struct figure refuse_table(const struct evaluation *ev,
                           const struct path_step *step);

/* A step that leads nowhere; WHY is a sentence without its point. */
struct figure refuse_step(const struct evaluation *ev,
                          const struct path_step *step, const char *why);

/* F, which AUDIENCE may read and ORIGIN says; in published text FIGURE_NONE
   where it is internal. */
struct figure refuse_internal(const struct evaluation *ev,
                              const struct path_step *step, struct figure f,
                              enum audience audience, struct place origin);

/* A header field that DECLARED has in another medium than what is printed. */
bool refuse_medium(const struct evaluation *ev, const struct path_step *step,
                   const struct template_field *declared);

#endif
