#include "generators/asked_column.h"

const struct generator_column *asked_column(const struct generator_in *in,
                                            const struct column *column)
{
    const struct generator_call *call = in->call;

    for (size_t i = 0; call != NULL && i < call->ncolumns; i++) {
        if (call->columns[i].id != NULL &&
            str_is(str_of(column->id), call->columns[i].id))
            return &call->columns[i];
    }
    return NULL;
}

bool asked_below(const struct generator_in *in, const struct column *column,
                 bool heads)
{
    const struct generator_column *asked = asked_column(in, column);

    if (asked == NULL || !asked->below)
        return false;
    if (!heads && asked->draw == DRAW_NOTHING)
        return true;
    finding(in->findings, FINDING_BAD_VALUE, asked->at,
            heads ? "the column `%s` begins the rows, and cannot stand below "
                    "them"
                  : "the column `%s` has a drawing, and cannot stand below its "
                    "rows",
            asked->id);
    finding_hint(in->findings, "take below= out");
    return false;
}
