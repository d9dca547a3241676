/*
 * What a cell may have been meant for that says none of the choices of its
 * column.
 */
#include "input/table/cell_faults.h"

void cell_offer_choices(struct findings *findings, const struct kind_column *c,
                        struct str text)
{
    const int near = str_nearest(text, c->choices, c->nchoices);

    if (near >= 0 && str_is_slip(text, c->choices[near]))
        finding_hint(findings, "did you mean `%.*s`?",
                     STR_ARG(c->choices[near]));
    else
        finding_known(findings, c->choices, c->nchoices);
}
