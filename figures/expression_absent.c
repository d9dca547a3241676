#include "figures/expression_absent.h"

bool absent_data(const struct scope *scope, struct str id)
{
    const struct figures *f = scope->figures;

    return scope->asks && names_data(f->names, f->report, id) == NULL &&
           template_asks_for(f->template_used, id);
}

bool absent_column(const struct scope *scope, const struct table *t,
                   struct str id)
{
    if (!scope->asks || table_column(t, id) < t->ncolumns)
        return false;
    for (size_t i = 0; i < t->kind->ncolumns; i++) {
        if (t->kind->columns[i].id != NULL &&
            str_is(id, t->kind->columns[i].id))
            return true;
    }
    return false;
}

bool absent_field(const struct scope *scope, struct str id)
{
    return scope->rules != NULL && rules_field(scope->rules, id) != NULL;
}

struct figure absent_figure(void)
{
    return (struct figure){.type = FIGURE_BLANK, .cell.state = CELL_BLANK};
}
