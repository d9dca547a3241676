#include "figures/expression_value.h"
#include "figures/expression.h"
#include "figures/expression_absent.h"
#include "figures/expression_before.h"
#include "figures/expression_call.h"
#include "figures/expression_list.h"
#include "figures/expression_operator.h"
#include "figures/expression_parse.h"
#include "figures/expression_possible.h"
#include "figures/expression_refuse.h"
#include "figures/expression_rows.h"
#include "figures/pipe.h"

#include <assert.h>

/* Each operator that waits for its right side keeps one value back, a function
   all of its arguments but one. */
#define VALUES_MAX (ARGUMENTS_MAX * (EXPRESSION_DEPTH + 1))

static const struct figure none = {.type = FIGURE_NONE};

/* F with the pipes that are asked for. */
static struct figure piped(const struct evaluation *ev,
                           const struct expression_node *n, struct figure f)
{
    for (const struct pipe_use *p = n->pipes; p != NULL; p = p->next) {
        if (p->pipe == PIPE_MAX) /* unknown: there is a finding */
            return none;
        if (!pipe_fits(p->pipe, f.type)) {
            finding(ev->findings, FINDING_BAD_EXPRESSION,
                    evaluation_place(ev, p->offset),
                    "the pipe `%s` does not take what stands before it, which "
                    "is %s",
                    pipe_name(p->pipe), figure_type_name(f.type));
            return none;
        }
        if (!pipe_has_texts(p, evaluation_wording(ev))) {
            finding(ev->findings, FINDING_BAD_EXPRESSION,
                    evaluation_place(ev, p->offset),
                    "the pipe `%s` has %zu texts, and the language `%s` has %u "
                    "plurals",
                    pipe_name(p->pipe), p->narguments,
                    evaluation_wording(ev)->lang,
                    wording_plurals(evaluation_wording(ev)));
            finding_hint(ev->findings,
                         "give a text for each, in the order of the wording, "
                         "that of any other number last; or two");
            return none;
        }
        f = pipe_apply(p, evaluation_wording(ev), f);
    }
    return f;
}

/* A condition without quotation marks; the row may have no such cell. */
static struct figure tested(const struct evaluation *ev,
                            const struct expression_node *n)
{
    const struct expression_node equal = {.op = OP_EQUAL,
                                          .offset = n->text_offset};
    struct figure cell;
    struct figure wanted;

    if (!path_test(ev, n, &cell, &wanted))
        return none;
    /* There is a finding about a cell that is bad. */
    return cell.type == FIGURE_NONE
               ? operator_truth(false, AUDIENCE_PUBLIC)
               : operator_compare(ev, &equal, cell, wanted);
}

static struct figure operand(const struct evaluation *ev,
                             const struct expression_node *n)
{
    struct figure f;

    if (n->op == OP_PATH) {
        f = path_figure(ev, n->path);
        evaluation_read(ev, &f);
        return piped(ev, n, f);
    }
    if (n->op == OP_TEST)
        return tested(ev, n);
    f = n->op == OP_NUMBER ? figure_of_decimal(TYPE_NUMBER, n->number)
                           : figure_of_text(n->text);
    f.literal = true;
    return f;
}

/* Puts what X gives in place of those of VALUES that it takes. */
static size_t step(const struct evaluation *ev, const struct expression_node *x,
                   struct figure *values, size_t n)
{
    if (x->op < OP_ROWS) {
        assert(n < VALUES_MAX);
        values[n++] = operand(ev, x);
    } else if (x->op == OP_NOT || x->op == OP_EMPTY || x->op == OP_NOT_EMPTY) {
        assert(n >= 1);
        values[n - 1] = operator_of_one(ev, x, values[n - 1]);
    } else if (x->op == OP_CALL) {
        bool known = true;

        assert(n >= x->narguments);
        n -= x->narguments;
        for (size_t i = 0; i < x->narguments; i++)
            known &= values[n + i].type != FIGURE_NONE;
        values[n] =
            known ? piped(ev, x, expression_call(ev, x, &values[n])) : none;
        n++;
    } else {
        assert(n >= 2);
        n--;
        values[n - 1] = operator_of_two(ev, x, values[n - 1], values[n]);
        if (values[n - 1].type != FIGURE_NONE)
            values[n - 1] = piped(ev, x, values[n - 1]);
    }
    return n;
}

/* What nodes give that are neither asked of rows nor of the period before. */
static struct figure of_simple(const struct evaluation *ev,
                               const struct expression_node *first,
                               const struct expression_node *end)
{
    struct figure values[VALUES_MAX];
    size_t n = 0;

    for (const struct expression_node *x = first; x != end; x = x->next)
        n = step(ev, x, values, n);
    assert(n == 1);
    return values[0];
}

typedef struct figure nodes_fn(const struct evaluation *ev,
                               const struct expression_node *first,
                               const struct expression_node *end);

/* before() and change(): what they ask, as NODES knows it. */
static struct figure of_before(const struct evaluation *ev,
                               const struct expression_node *n, nodes_fn *nodes)
{
    const size_t findings = ev->findings->count;
    struct scope scope;
    const struct evaluation then = {ev->arena,    ev->expression, &scope,
                                    ev->findings, ev->absent,     ev->origins};
    struct figure before;
    struct figure now;

    if (!before_scope(ev, n, &scope)) {
        const struct figure unknown = before_unknown(ev);

        if (ev->scope->heard != NULL || unknown.type != FIGURE_NONE)
            (void)nodes(ev, n->next, n->end); /* for its names */
        return unknown;
    }
    before = nodes(&then, n->next, n->end);
    now = nodes(ev, n->next, n->end);
    if (before.type == FIGURE_NONE && now.type != FIGURE_NONE &&
        ev->findings->count == findings)
        finding(ev->findings, FINDING_PREVIOUS, evaluation_place(ev, n->offset),
                "the period before does not say this");
    return n->function == FUNCTION_BEFORE ? before
                                          : before_change(ev, n, now, before);
}

/* A condition on rows. */
static struct figure of_condition(const struct evaluation *ev,
                                  const struct expression_node *first,
                                  const struct expression_node *end)
{
    struct figure values[VALUES_MAX];
    size_t n = 0;

    for (const struct expression_node *x = first; x != end; x = x->next) {
        if (x->op != OP_BEFORE) {
            n = step(ev, x, values, n);
            continue;
        }
        assert(n < VALUES_MAX);
        values[n++] = piped(ev, x, of_before(ev, x, of_simple));
        x = x->end;
    }
    assert(n == 1);
    return values[0];
}

/* Whether the row at hand holds; false as well when that cannot be said, which
   is a finding. */
static bool row_holds(const struct evaluation *ev, const struct rows *rows,
                      bool *known)
{
    struct scope scope = *ev->scope;
    const struct evaluation of_row = {ev->arena,    ev->expression, &scope,
                                      ev->findings, ev->absent,     NULL};
    struct figure f;

    if (rows->node->next == rows->node->end)
        return true;
    scope.among = rows->table;
    scope.among_row = rows->row;
    f = of_condition(&of_row, rows->node->next, rows->node->end);
    *known = f.type != FIGURE_NONE;
    return figure_true(evaluation_wording(ev), &f);
}

/* `area = row.area`: what a column must be is the same for all rows, and known
   before they are asked. */
static void see_equality(const struct evaluation *ev, struct rows *rows)
{
    const struct expression_node *x = rows->node->next;
    const struct expression_node *y = x->next;
    struct findings unheard;
    bool absent = false;
    const struct evaluation of_each = {ev->arena, ev->expression, ev->scope,
                                       &unheard,  &absent,        NULL};
    struct figure value;

    if (x == rows->node->end || y == rows->node->end || x->op != OP_PATH ||
        x->path->next != NULL || x->path->key || x->pipes != NULL ||
        y->op != OP_PATH || y->path->next == NULL || ev->scope->table == NULL ||
        !str_is(y->path->text, ROW_NAME) || y->next->op != OP_EQUAL ||
        y->next->next != rows->node->end)
        return;
    findings_init_unheard(&unheard, ev->arena);
    value = operand(&of_each, y);
    rows_want(ev, rows, &value);
}

/* There are no rows of it; nothing else is known. */
static struct figure of_absent(const struct expression_node *node)
{
    const struct decimal zero = {0, 0};

    return node->function == FUNCTION_COUNT
               ? figure_of_decimal(TYPE_NUMBER, zero)
               : absent_figure();
}

static struct figure asked_of_rows(const struct evaluation *ev,
                                   const struct expression_node *node)
{
    const size_t before = ev->findings->count;
    struct rows rows;
    bool known = true;
    bool any = false;

    if (list_is_counted(ev, node))
        return list_count(ev, node);
    if (!rows_begin(ev, node, &rows))
        return rows.absent ? of_absent(node) : none;
    see_equality(ev, &rows);
    while (known && rows_next(&rows)) {
        any = true;
        if (row_holds(ev, &rows, &known))
            rows_take(ev, &rows);
    }
    /* Names are known or not whether there are rows or none. */
    if (!any)
        (void)row_holds(ev, &rows, &known);
    if (any && !known)
        return none;
    return ev->findings->count > before && !any ? none : rows_end(ev, &rows);
}

static struct figure of_rows(const struct evaluation *ev,
                             const struct expression_node *node)
{
    const struct figure f = asked_of_rows(ev, node);

    evaluation_read(ev, &f);
    return f;
}

/* What before() and change() ask. */
static struct figure of_period(const struct evaluation *ev,
                               const struct expression_node *first,
                               const struct expression_node *end)
{
    struct figure values[VALUES_MAX];
    size_t n = 0;

    for (const struct expression_node *x = first; x != end; x = x->next) {
        if (x->op != OP_ROWS) {
            n = step(ev, x, values, n);
            continue;
        }
        assert(n < VALUES_MAX);
        values[n++] = piped(ev, x, of_rows(ev, x));
        x = x->end;
    }
    assert(n == 1);
    return values[0];
}

static struct figure evaluated(const struct evaluation *ev)
{
    const struct figure *known = ev->expression->known;
    struct figure values[VALUES_MAX];
    size_t n = 0;

    for (const struct expression_node *x = ev->expression->first; x != NULL;
         x = x->next) {
        if (x->op != OP_ROWS && x->op != OP_BEFORE) {
            n = step(ev, x, values, n);
            continue;
        }
        assert(n < VALUES_MAX);
        if (x->op == OP_BEFORE)
            values[n++] = piped(ev, x, of_before(ev, x, of_period));
        else
            values[n++] =
                known != NULL ? *known++ : piped(ev, x, of_rows(ev, x));
        x = x->end;
    }
    assert(n == 1);
    return values[0];
}

static bool asks_rows(const struct expression *e)
{
    const struct expression_node *x = e->first;

    while (x != NULL && x->op != OP_ROWS && x->op != OP_BEFORE)
        x = x->next;
    return x != NULL;
}

/* The same wherever it is asked: of no row at hand, and by who marks what it
   names. */
static bool is_kept(const struct scope *scope, struct str text)
{
    return (scope->table == NULL ||
            str_find(text, STR_LIT("row")) == text.len) &&
           scope->among == NULL && scope->rules == NULL &&
           scope->used != NULL && str_find_char(text, '(') < text.len;
}

struct figure expression_value_in(struct arena *arena, struct str text,
                                  struct str around, struct place at,
                                  size_t start, const struct scope *scope,
                                  struct findings *findings)
{
    struct expression e = {.text = text,
                           .around = around,
                           .at = at,
                           .start = start,
                           .findings =
                               scope->heard != NULL ? scope->heard : findings};
    bool absent = false;
    struct figure_origin *origins = NULL;
    const bool wanted = scope->figures->printed != NULL && !scope->asks;
    const struct evaluation ev = {arena,    &e,      scope,
                                  findings, &absent, wanted ? &origins : NULL};
    struct names_known *names = scope->figures->names;
    const size_t errors = findings->errors;
    const size_t warnings = findings->warnings;
    const struct figure *known = NULL;
    struct figure f;

    if (is_kept(scope, text))
        known = names_figure(names, text, scope->audience);
    if (known != NULL)
        return *known;
    if (!expression_parse(arena, scope->heard != NULL ? scope->heard : findings,
                          &e))
        return none;
    f = evaluated(&ev);
    f.origins = origins;
    if (!absent && is_kept(scope, text) && asks_rows(&e) &&
        findings->errors == errors && findings->warnings == warnings)
        names_keep_figure(names, text, scope->audience, f);
    return f;
}

struct figure expression_value(struct arena *arena, struct str text,
                               struct place at, const struct scope *scope,
                               struct findings *findings)
{
    return expression_value_in(arena, text, text, at, 0, scope, findings);
}

/* The node behind X and all that it asks of rows or of another period. */
static const struct expression_node *after(const struct expression_node *x)
{
    return x->op == OP_ROWS || x->op == OP_BEFORE ? x->end->next : x->next;
}

/* What the expression asks of whole tables, in its order. */
static const struct figure *ask_rows(const struct evaluation *ev)
{
    struct scope scope = *ev->scope;
    const struct evaluation outside = {ev->arena,    ev->expression, &scope,
                                       ev->findings, ev->absent,     NULL};
    struct figure *known;
    size_t n = 0;

    scope.among = NULL;
    for (const struct expression_node *x = ev->expression->first; x != NULL;
         x = after(x))
        n += x->op == OP_ROWS;
    known = n == 0 ? NULL : arena_alloc(ev->arena, n, sizeof(*known));
    n = 0;
    for (const struct expression_node *x = ev->expression->first;
         known != NULL && x != NULL; x = after(x)) {
        if (x->op == OP_ROWS)
            known[n++] = piped(&outside, x, of_rows(&outside, x));
    }
    return known;
}

bool expression_of_rows(const struct evaluation *ev, struct expression *e,
                        bool condition)
{
    const size_t errors = ev->findings->errors;

    if (!expression_parse(ev->arena, ev->findings, e) ||
        (condition &&
         !expression_can_hold(ev, ev->scope->among, e->first, NULL)))
        return false;
    e->known = ask_rows(ev);
    return ev->findings->errors == errors;
}

struct figure expression_of_row(const struct evaluation *ev)
{
    return evaluated(ev);
}

bool expression_is_fixed(struct arena *arena, struct str text)
{
    struct findings unheard;
    struct expression e = {
        .text = text, .around = text, .at = NOWHERE, .findings = &unheard};

    findings_init_unheard(&unheard, arena);
    if (!expression_parse(arena, &unheard, &e))
        return false;
    for (const struct expression_node *x = e.first; x != NULL; x = x->next) {
        if (x->op == OP_PATH || x->op == OP_ROWS)
            return false;
    }
    return true;
}

bool expression_true(struct arena *arena, struct str text, struct place at,
                     const struct scope *scope, struct findings *findings)
{
    struct scope asking = *scope;
    struct figure f;

    asking.asks = true;
    f = expression_value(arena, text, at, &asking, findings);

    return figure_true(scope->figures->template_used->wording, &f);
}
