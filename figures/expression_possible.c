#include "figures/expression_possible.h"

/* What one node of a condition says of a column. */
struct limit {
    struct str column;
    enum expression_op op;
    bool is_number;
    struct str text;
    struct decimal number;
    size_t offset;
};

/* The comparison that says the same of its sides exchanged. */
static enum expression_op turned(enum expression_op op)
{
    switch (op) {
    case OP_LESS: return OP_GREATER;
    case OP_AT_MOST: return OP_AT_LEAST;
    case OP_GREATER: return OP_LESS;
    case OP_AT_LEAST: return OP_AT_MOST;
    default: return op;
    }
}

static bool is_column(const struct expression_node *x)
{
    return x->op == OP_PATH && x->path->next == NULL && x->pipes == NULL;
}

static bool is_literal(const struct expression_node *x)
{
    return x->op == OP_TEXT || x->op == OP_NUMBER;
}

/* A column, a literal and what compares them, in either order. */
static bool limit_of(const struct expression_node *x, struct limit *l)
{
    const struct expression_node *y = x->next;
    const struct expression_node *op = y == NULL ? NULL : y->next;
    const struct expression_node *literal;

    if (x->op == OP_TEST) {
        *l = (struct limit){.column = x->path->text,
                            .op = OP_EQUAL,
                            .text = x->text,
                            .offset = x->offset};
        return true;
    }
    if (op == NULL || op->op < OP_EQUAL || op->op > OP_AT_LEAST ||
        !((is_column(x) && is_literal(y)) || (is_literal(x) && is_column(y))))
        return false;
    literal = is_column(x) ? y : x;
    *l = (struct limit){
        .column = is_column(x) ? x->path->text : y->path->text,
        .op = is_column(x) ? op->op : turned(op->op),
        .is_number = literal->op == OP_NUMBER,
        .text = literal->text,
        .number = literal->number,
        .offset = x->offset,
    };
    return true;
}

/* Whether all that A allows is below all that B allows. */
static bool is_below(const struct limit *a, const struct limit *b)
{
    const int order = decimal_compare(a->number, b->number);
    const bool ends =
        a->op == OP_LESS || a->op == OP_AT_MOST || a->op == OP_EQUAL;
    const bool begins =
        b->op == OP_GREATER || b->op == OP_AT_LEAST || b->op == OP_EQUAL;

    return ends && begins &&
           (order < 0 ||
            (order == 0 && (a->op == OP_LESS || b->op == OP_GREATER)));
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

static bool exclude(const struct table *t, const struct limit *a,
                    const struct limit *b)
{
    const bool unlike = (a->op == OP_EQUAL && b->op == OP_NOT_EQUAL) ||
                        (a->op == OP_NOT_EQUAL && b->op == OP_EQUAL);

    if (!str_eq(a->column, b->column) || a->is_number != b->is_number)
        return false;
    if (!a->is_number && unlike)
        return same_text(t, a->column, a->text, b->text);
    if (!a->is_number)
        return a->op == OP_EQUAL && b->op == OP_EQUAL &&
               !same_text(t, a->column, a->text, b->text);
    return is_below(a, b) || is_below(b, a) ||
           (unlike && decimal_compare(a->number, b->number) == 0);
}

static struct str limit_text(const struct evaluation *ev, const struct limit *l)
{
    static const char *const words[] = {
        [OP_EQUAL] = "",         [OP_NOT_EQUAL] = "other than ",
        [OP_LESS] = "below ",    [OP_AT_MOST] = "at most ",
        [OP_GREATER] = "above ", [OP_AT_LEAST] = "at least ",
    };
    const struct wording *w = ev->scope->figures->template_used->wording;

    return arena_printf(
        ev->findings->arena, "%s`%.*s`", words[l->op],
        STR_ARG(l->is_number ? wording_number(ev->findings->arena, w, l->number)
                             : l->text));
}

bool expression_can_hold(const struct evaluation *ev, const struct table *table,
                         const struct expression_node *first,
                         const struct expression_node *end)
{
    struct limit a;
    struct limit b;

    for (const struct expression_node *x = first; x != end; x = x->next) {
        if (x->op == OP_OR || x->op == OP_NOT)
            return true;
    }
    for (const struct expression_node *x = first; x != end; x = x->next) {
        for (const struct expression_node *y = x->next;
             y != end && limit_of(x, &a); y = y->next) {
            if (!limit_of(y, &b) || !exclude(table, &a, &b))
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
