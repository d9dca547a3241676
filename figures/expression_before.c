#include "figures/expression_before.h"
#include "figures/expression_path.h"
#include "figures/previous.h"

struct figure before_change(const struct evaluation *ev,
                            const struct expression_node *n, struct figure now,
                            struct figure then)
{
    struct figure f = {.type = FIGURE_BLANK, .cell.state = CELL_NOT_APPLICABLE};
    struct decimal d;

    if (now.type == FIGURE_NONE || then.type == FIGURE_NONE)
        return (struct figure){.type = FIGURE_NONE};
    if (now.type == FIGURE_DATE && then.type == FIGURE_DATE) {
        f = figure_of_decimal(
            TYPE_NUMBER, (struct decimal){date_days(now.cell.value.date) -
                                              date_days(then.cell.value.date),
                                          0});
    } else if (now.type == then.type && figure_type_is_numeric(now.type) &&
               decimal_subtract(figure_decimal(&now), figure_decimal(&then),
                                &d)) {
        f = figure_of_decimal(now.form.type, d);
        f.form = now.form;
        f.difference = true;
    } else if (now.type != FIGURE_BLANK && then.type != FIGURE_BLANK) {
        finding(ev->findings, FINDING_BAD_EXPRESSION,
                evaluation_place(ev, n->offset),
                "change() takes a figure or a day; here it was %s and is %s",
                figure_type_name(then.type), figure_type_name(now.type));
        return (struct figure){.type = FIGURE_NONE};
    }
    f.audience = now.audience > then.audience ? now.audience : then.audience;
    f.at = now.at;
    return f;
}

/* A row at hand, as it was. */
static bool row_then(const struct evaluation *ev,
                     const struct expression_node *n,
                     const struct table **table, size_t *row)
{
    const struct figures *figures = ev->scope->figures;
    const char *why = "has no such data";

    if (*table == NULL)
        return true;
    switch (previous_row_of(figures, *table, *row, table, row)) {
    case PREVIOUS_FOUND:
    case PREVIOUS_ABSENT: return true;
    case PREVIOUS_NO_DATA: break;
    case PREVIOUS_AMBIGUOUS:
        why = "cannot be asked of a row without a name, or with that of "
              "another";
        break;
    }
    finding(ev->findings, FINDING_PREVIOUS, evaluation_place(ev, n->offset),
            "the period before %s", why);
    return false;
}

/* Whether there is none, which the expression asks itself:
   `previous and before(x) > 0`. */
static bool is_asked_for(const struct evaluation *ev)
{
    const struct figures *f = ev->scope->figures;

    return f->previous == NULL && !f->report->previous_failed &&
           path_asks_for_previous(ev->expression);
}

struct figure before_unknown(const struct evaluation *ev)
{
    const struct figure absent = {.type = FIGURE_BLANK,
                                  .cell.state = CELL_NOT_APPLICABLE};

    return is_asked_for(ev) ? absent : (struct figure){.type = FIGURE_NONE};
}

bool before_scope(const struct evaluation *ev, const struct expression_node *n,
                  struct scope *scope)
{
    *scope = *ev->scope;
    if (scope->figures->previous == NULL &&
        scope->figures->report->previous_failed)
        return false; /* there is a finding */
    if (is_asked_for(ev))
        return false;
    if (scope->figures->previous == NULL) {
        finding(ev->findings, FINDING_PREVIOUS, evaluation_place(ev, n->offset),
                "the report names no period before");
        finding_hint(ev->findings, "say previous=\"...\" in its first element; "
                                   "a template asks when=\"previous\"");
        return false;
    }
    if (!row_then(ev, n, &scope->table, &scope->row) ||
        !row_then(ev, n, &scope->among, &scope->among_row))
        return false;
    scope->wording = evaluation_wording(ev);
    scope->figures = ev->scope->figures->previous;
    scope->today = ev->scope->figures;
    scope->used = NULL;
    scope->heard = NULL;
    return true;
}
