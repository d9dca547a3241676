#include "figures/expression_possible.h"
#include "figures/condition_limits.h"

/* Whether all that A allows is below all that B allows. */
static bool is_below(const struct condition_limit *a,
                     const struct condition_limit *b)
{
    const int order = decimal_compare(a->number, b->number);
    const bool ends = a->asks == LIMIT_BELOW || a->asks == LIMIT_AT_MOST ||
                      a->asks == LIMIT_IS;
    const bool begins = b->asks == LIMIT_ABOVE || b->asks == LIMIT_AT_LEAST ||
                        b->asks == LIMIT_IS;

    return ends && begins &&
           (order < 0 ||
            (order == 0 && (a->asks == LIMIT_BELOW || b->asks == LIMIT_ABOVE)));
}

/* A choice may go by several names. */
static bool same_text(const struct table *t, struct str column, struct str a,
                      struct str b)
{
    const size_t c = t == NULL ? 0 : table_column(t, column);
    const struct kind_column *kind =
        t == NULL || c == t->ncolumns ? NULL : t->columns[c].kind;

    if (kind == NULL || kind->type != TYPE_CHOICE)
        return str_same_text(a, b);
    return kind_column_choice(kind, a) == kind_column_choice(kind, b);
}

static bool exclude(const struct table *t, const struct condition_limit *a,
                    const struct condition_limit *b)
{
    const bool unlike = (a->asks == LIMIT_IS && b->asks == LIMIT_IS_NOT) ||
                        (a->asks == LIMIT_IS_NOT && b->asks == LIMIT_IS);

    if (!str_eq(a->column, b->column) || a->is_number != b->is_number)
        return false;
    if (!a->is_number && unlike)
        return same_text(t, a->column, a->text, b->text);
    if (!a->is_number)
        return a->asks == LIMIT_IS && b->asks == LIMIT_IS &&
               !same_text(t, a->column, a->text, b->text);
    return is_below(a, b) || is_below(b, a) ||
           (unlike && decimal_compare(a->number, b->number) == 0);
}

static struct str limit_text(const struct evaluation *ev,
                             const struct condition_limit *l)
{
    static const char *const words[] = {
        [LIMIT_IS] = "",          [LIMIT_IS_NOT] = "other than ",
        [LIMIT_BELOW] = "below ", [LIMIT_AT_MOST] = "at most ",
        [LIMIT_ABOVE] = "above ", [LIMIT_AT_LEAST] = "at least ",
    };
    const struct wording *w = ev->scope->figures->template_used->wording;

    return arena_printf(
        ev->findings->arena, "%s`%.*s`", words[l->asks],
        STR_ARG(l->is_number ? wording_number(ev->findings->arena, w, l->number)
                             : l->text));
}

bool expression_can_hold(const struct evaluation *ev, const struct table *table,
                         const struct expression_node *first,
                         const struct expression_node *end)
{
    struct condition_limit a;
    struct condition_limit b;

    for (const struct expression_node *x = first; x != end; x = x->next) {
        if (x->op == OP_OR || x->op == OP_NOT)
            return true;
    }
    for (const struct expression_node *x = first; x != end; x = x->next) {
        for (const struct expression_node *y = x->next;
             y != end && condition_limit_at(x, &a); y = y->next) {
            if (!condition_limit_at(y, &b) || !exclude(table, &a, &b))
                continue;
            finding(ev->findings, FINDING_BAD_EXPRESSION,
                    expression_place(ev->expression, b.offset),
                    "no row can be both %.*s and %.*s in `%.*s`",
                    STR_ARG(limit_text(ev, &a)), STR_ARG(limit_text(ev, &b)),
                    STR_ARG(a.column));
            finding_hint(ev->findings, "write `or` between them");
            return false;
        }
    }
    return true;
}
