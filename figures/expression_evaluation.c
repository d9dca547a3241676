#include "figures/expression_evaluation.h"

#include "figures/data_figures.h"
#include "figures/expression_absent.h"

void evaluation_mark(const struct evaluation *ev, const void *thing)
{
    used_mark(ev->scope->used, thing, USE_NAMED);
}

struct place evaluation_place(const struct evaluation *ev, size_t offset)
{
    return expression_place(ev->expression, offset);
}

const struct wording *evaluation_wording(const struct evaluation *ev)
{
    return ev->scope->wording != NULL
               ? ev->scope->wording
               : ev->scope->figures->template_used->wording;
}

bool evaluation_lacks_data(const struct evaluation *ev, struct str id)
{
    const bool absent = absent_data(ev->scope, id);

    *ev->absent |= absent;
    return absent;
}

bool evaluation_lacks_column(const struct evaluation *ev, const struct table *t,
                             struct str id)
{
    const bool absent = absent_column(ev->scope, t, id);

    *ev->absent |= absent;
    return absent;
}
