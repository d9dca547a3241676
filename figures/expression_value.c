#include "figures/expression.h"
#include "figures/expression_parse.h"
#include "figures/expression_path.h"
#include "figures/pipe.h"

#include <assert.h>

/* Each operator that waits for its right side keeps one value back. */
#define VALUES_MAX (EXPRESSION_DEPTH + 1)

static const struct figure none = {.type = FIGURE_NONE};

static const struct wording *wording_of(const struct evaluation *ev)
{
    return ev->scope->figures->template_used->wording;
}

static struct figure truth(bool value, enum audience audience)
{
    return (struct figure){
        .type = FIGURE_BOOL, .truth = value, .audience = audience};
}

/* F with the pipe that is asked for. */
static struct figure piped(const struct evaluation *ev,
                           const struct expression_node *n, struct figure f)
{
    f.form.lower = n->lower;
    if (n->pipe == PIPE_PLAIN)
        return f;
    if (pipe_fits(n->pipe, f.type)) {
        f.form.pipe = n->pipe;
        return f;
    }
    finding(ev->findings, FINDING_BAD_EXPRESSION,
            expression_place(ev->expression, n->pipe_offset),
            "the pipe `%s` does not take what stands before it, which is %s",
            pipe_name(n->pipe), figure_type_name(f.type));
    return none;
}

static bool holds(enum expression_op op, enum figure_relation r)
{
    switch (op) {
    case OP_EQUAL: return r == RELATION_EQUAL;
    case OP_NOT_EQUAL: return r != RELATION_EQUAL;
    case OP_LESS: return r == RELATION_LESS;
    case OP_AT_MOST: return r == RELATION_LESS || r == RELATION_EQUAL;
    case OP_GREATER: return r == RELATION_GREATER;
    default: return r == RELATION_GREATER || r == RELATION_EQUAL;
    }
}

static bool wants_order(enum expression_op op)
{
    return op != OP_EQUAL && op != OP_NOT_EQUAL;
}

static struct figure compared(const struct evaluation *ev,
                              const struct expression_node *n, struct figure a,
                              struct figure b)
{
    const enum figure_relation r = figure_compare(wording_of(ev), a, b);
    const bool blank = a.type == FIGURE_BLANK || b.type == FIGURE_BLANK;

    if (r == RELATION_ALIEN ||
        (r == RELATION_OTHER && wants_order(n->op) && !blank)) {
        finding(ev->findings, FINDING_BAD_EXPRESSION,
                expression_place(ev->expression, n->offset),
                "%s cannot be compared with %s in this way",
                figure_type_name(a.type), figure_type_name(b.type));
        return none;
    }
    return truth(holds(n->op, r),
                 a.audience > b.audience ? a.audience : b.audience);
}

static struct figure of_one(const struct evaluation *ev,
                            const struct expression_node *n, struct figure a)
{
    if (a.type == FIGURE_NONE)
        return a;
    if (n->op == OP_NOT)
        return truth(!figure_true(wording_of(ev), &a), a.audience);
    return truth(figure_empty(&a) == (n->op == OP_EMPTY), a.audience);
}

static struct figure of_two(const struct evaluation *ev,
                            const struct expression_node *n, struct figure a,
                            struct figure b)
{
    const struct wording *w = wording_of(ev);
    const enum audience audience =
        a.audience > b.audience ? a.audience : b.audience;

    if (a.type == FIGURE_NONE || b.type == FIGURE_NONE)
        return none;
    if (n->op == OP_AND)
        return truth(figure_true(w, &a) && figure_true(w, &b), audience);
    if (n->op == OP_OR)
        return truth(figure_true(w, &a) || figure_true(w, &b), audience);
    return compared(ev, n, a, b);
}

static struct figure operand(const struct evaluation *ev,
                             const struct expression_node *n)
{
    if (n->op == OP_PATH)
        return piped(ev, n, path_figure(ev, n->path));
    if (n->op == OP_COUNT)
        return piped(ev, n, path_count(ev, n));
    if (n->op == OP_NUMBER)
        return figure_of_decimal(TYPE_NUMBER, n->number);
    return figure_of_text(n->text);
}

struct figure expression_value_in(struct arena *arena, struct str text,
                                  struct str around, struct place at,
                                  size_t start, const struct scope *scope,
                                  struct findings *findings)
{
    struct expression e = {text, around, at, start, findings, NULL};
    const struct evaluation ev = {arena, &e, scope, findings};
    struct figure values[VALUES_MAX];
    size_t n = 0;

    if (!expression_parse(arena, findings, &e))
        return none;
    for (const struct expression_node *x = e.first; x != NULL; x = x->next) {
        if (x->op < OP_NOT) {
            assert(n < VALUES_MAX);
            values[n++] = operand(&ev, x);
        } else if (x->op < OP_EQUAL) {
            assert(n >= 1);
            values[n - 1] = of_one(&ev, x, values[n - 1]);
        } else {
            assert(n >= 2);
            n--;
            values[n - 1] = of_two(&ev, x, values[n - 1], values[n]);
        }
    }
    assert(n == 1);
    return values[0];
}

struct figure expression_value(struct arena *arena, struct str text,
                               struct place at, const struct scope *scope,
                               struct findings *findings)
{
    return expression_value_in(arena, text, text, at, 0, scope, findings);
}

bool expression_is_fixed(struct arena *arena, struct str text)
{
    struct findings unheard;
    struct expression e = {text, text, NOWHERE, 0, &unheard, NULL};

    findings_init_unheard(&unheard, arena);
    if (!expression_parse(arena, &unheard, &e))
        return false;
    for (const struct expression_node *x = e.first; x != NULL; x = x->next) {
        if (x->op == OP_PATH || x->op == OP_COUNT)
            return false;
    }
    return true;
}

bool expression_true(struct arena *arena, struct str text, struct place at,
                     const struct scope *scope, struct findings *findings)
{
    const struct figure f = expression_value(arena, text, at, scope, findings);

    return figure_true(scope->figures->template_used->wording, &f);
}
