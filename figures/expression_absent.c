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
    return scope->asks && table_column(t, id) == t->ncolumns &&
           kind_has_column(t->kind, id);
}

bool absent_field(const struct scope *scope, struct str id)
{
    return scope->rules != NULL && rules_field(scope->rules, id) != NULL;
}

struct figure absent_figure(void)
{
    return (struct figure){.type = FIGURE_BLANK, .cell.state = CELL_BLANK};
}
