/*
 * expression_absent.h - what a report could have, and has not. For figures/
 * only.
 *
 * A template cannot know which of the data that it asks for a report gives, or
 * which columns of its kind a file has. In a condition these are blank, so that
 * a sentence stands where its figures do; in a text, which would have a hole,
 * they stay unknown names.
 */
#ifndef FIGURES_EXPRESSION_ABSENT_H
#define FIGURES_EXPRESSION_ABSENT_H

#include "figures/expression.h"

/* Whether the template asks for data called ID, which the report lacks; for
   conditions alone. */
bool absent_data(const struct scope *scope, struct str id);

/* Whether the kind of T has a column called ID, which T lacks; likewise. */
bool absent_column(const struct scope *scope, const struct table *t,
                   struct str id);

/* Whether rules ask that name a header field or value ID. */
bool absent_field(const struct scope *scope, struct str id);

/* What each is then. */
struct figure absent_figure(void);

#endif
