#include "figures/expression_parser.h"

/*
 * Comparisons that hold in no report: `count(d) < 0`.
 */

/* What holds of no number of rows. */
static bool never_holds(enum expression_op op, struct decimal number)
{
    const int sign = decimal_compare(number, (struct decimal){0, 0});

    return op == OP_LESS ? sign <= 0
                         : (op == OP_AT_MOST || op == OP_EQUAL) && sign < 0;
}

static bool counts_below_nought(const struct expression_node *x)
{
    const struct expression_node *number;

    if (x->op != OP_ROWS || x->function != FUNCTION_COUNT || x->pipes != NULL)
        return false;
    number = x->end->next;
    return number != NULL && number->op == OP_NUMBER &&
           expression_compares(number->next) &&
           never_holds(number->next->op, number->number);
}

void parser_refuse_never(struct parser *p)
{
    for (const struct expression_node *x = p->e.first; x != NULL; x = x->next) {
        if (!counts_below_nought(x) || p->failed)
            continue;
        parser_fail(p, x->offset,
                    "no number of rows is below 0: this never holds");
        finding_hint(p->findings, "compare it with another number, or leave "
                                  "the condition out");
    }
}
