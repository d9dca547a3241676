#include "figures/condition_limits.h"
#include "figures/expression_parse.h"

/* The limits of an expression while it is read: where those of each of its
   operands begin. */
struct gathering {
    struct list *limits;
    size_t from[EXPRESSION_DEPTH + 2];
    size_t depth;
};

static bool is_column(const struct expression_node *x)
{
    return x->op == OP_PATH && x->path->next == NULL && !x->path->key &&
           x->pipes == NULL;
}

static bool is_literal(const struct expression_node *x)
{
    return x->op == OP_TEXT || x->op == OP_NUMBER;
}

static enum limit_asks asks_of(enum expression_op op)
{
    switch (op) {
    case OP_NOT_EQUAL: return LIMIT_IS_NOT;
    case OP_LESS: return LIMIT_BELOW;
    case OP_AT_MOST: return LIMIT_AT_MOST;
    case OP_GREATER: return LIMIT_ABOVE;
    case OP_AT_LEAST: return LIMIT_AT_LEAST;
    case OP_EMPTY: return LIMIT_BLANK;
    case OP_NOT_EMPTY: return LIMIT_FILLED;
    default: return LIMIT_IS;
    }
}

/* What says the same of sides that are exchanged. */
static enum limit_asks turned(enum limit_asks asks)
{
    switch (asks) {
    case LIMIT_BELOW: return LIMIT_ABOVE;
    case LIMIT_AT_MOST: return LIMIT_AT_LEAST;
    case LIMIT_ABOVE: return LIMIT_BELOW;
    case LIMIT_AT_LEAST: return LIMIT_AT_MOST;
    default: return asks;
    }
}

static enum limit_asks contrary(enum limit_asks asks)
{
    switch (asks) {
    case LIMIT_IS: return LIMIT_IS_NOT;
    case LIMIT_IS_NOT: return LIMIT_IS;
    case LIMIT_BELOW: return LIMIT_AT_LEAST;
    case LIMIT_AT_MOST: return LIMIT_ABOVE;
    case LIMIT_ABOVE: return LIMIT_AT_MOST;
    case LIMIT_AT_LEAST: return LIMIT_BELOW;
    case LIMIT_BLANK: return LIMIT_FILLED;
    case LIMIT_FILLED: break;
    }
    return LIMIT_BLANK;
}

/* How many nodes that limit is; 0: none. */
static size_t read_limit(const struct expression_node *x,
                         struct condition_limit *l)
{
    const struct expression_node *y = x->next;
    const struct expression_node *literal;

    *l = (struct condition_limit){.offset = x->offset};
    if (x->op == OP_TEST) {
        l->column = x->path->text;
        l->text = x->text;
        return 1;
    }
    if (y != NULL && is_column(x) &&
        (y->op == OP_EMPTY || y->op == OP_NOT_EMPTY)) {
        l->column = x->path->text;
        l->asks = asks_of(y->op);
        return 2;
    }
    if (y == NULL || !expression_compares(y->next) ||
        !((is_column(x) && is_literal(y)) || (is_literal(x) && is_column(y))))
        return 0;
    literal = is_column(x) ? y : x;
    l->column = (is_column(x) ? x : y)->path->text;
    l->asks =
        is_column(x) ? asks_of(y->next->op) : turned(asks_of(y->next->op));
    l->is_number = literal->op == OP_NUMBER;
    l->text = literal->text;
    l->number = literal->number;
    return 3;
}

bool condition_limit_at(const struct expression_node *x,
                        struct condition_limit *limit)
{
    return read_limit(x, limit) > 0;
}

static void begin_operand(struct gathering *g)
{
    g->from[g->depth++] = g->limits->count;
}

/* The last N operands are one. */
static void join_operands(struct gathering *g, size_t n)
{
    g->depth -= n - 1;
}

/* One of two will do. */
static void choose_operand(struct gathering *g)
{
    const size_t right = g->from[g->depth - 1];

    join_operands(g, 2);
    if (right > g->from[g->depth - 1])
        g->limits->count = right;
}

/* Of several that hold together the contrary is not said by single columns. */
static void turn_operand(struct gathering *g)
{
    struct condition_limit *all = g->limits->items;
    const size_t from = g->from[g->depth - 1];

    if (g->limits->count == from + 1)
        all[from].asks = contrary(all[from].asks);
    else
        g->limits->count = from;
}

static void join(struct gathering *g, const struct expression_node *x)
{
    if (x->op == OP_NOT)
        turn_operand(g);
    else if (x->op == OP_OR)
        choose_operand(g);
    else if (x->op == OP_CALL)
        join_operands(g, x->narguments);
    else if (x->op != OP_EMPTY && x->op != OP_NOT_EMPTY)
        join_operands(g, 2);
}

/* X, and with it what it begins; returns the last node of that. */
static const struct expression_node *take(struct gathering *g,
                                          const struct expression_node *x)
{
    struct condition_limit limit;
    struct condition_limit *kept;
    const size_t n = read_limit(x, &limit);

    if (n > 0) {
        begin_operand(g);
        kept = list_add(g->limits);
        if (kept != NULL)
            *kept = limit;
        for (size_t i = 1; i < n; i++)
            x = x->next;
    } else if (x->op == OP_ROWS || x->op == OP_BEFORE) {
        begin_operand(g);
        x = x->end;
    } else if (x->op == OP_PATH || is_literal(x)) {
        begin_operand(g);
    } else {
        join(g, x);
    }
    return x;
}

void condition_limits(struct str text, struct list *limits)
{
    struct gathering g = {.limits = limits};
    struct expression e = {.text = text, .around = text, .at = NOWHERE};
    struct findings unheard;

    findings_init(&unheard, limits->arena);
    e.findings = &unheard;
    if (!expression_parse(limits->arena, &unheard, &e))
        return;
    for (const struct expression_node *x = e.first; x != NULL; x = x->next)
        x = take(&g, x);
}

int64_t condition_limit_nearest(const struct condition_limit *limit,
                                int64_t now)
{
    struct decimal whole;
    int64_t n;

    if (!decimal_round(limit->number, 0, &whole))
        return now;
    n = whole.coefficient;
    switch (limit->asks) {
    case LIMIT_IS: return n;
    case LIMIT_IS_NOT: return now == n ? n + 1 : now;
    case LIMIT_BELOW: return now < n ? now : n - 1;
    case LIMIT_AT_MOST: return now < n ? now : n;
    case LIMIT_ABOVE: return now > n ? now : n + 1;
    case LIMIT_AT_LEAST: return now > n ? now : n;
    case LIMIT_BLANK:
    case LIMIT_FILLED: break;
    }
    return now;
}
