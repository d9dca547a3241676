#include "figures/expression_parse.h"
#include "figures/expression_parser.h"

static void push(struct parser *p, enum expression_op op, size_t offset)
{
    if (p->depth == EXPRESSION_DEPTH) {
        if (!p->failed)
            finding(p->findings, FINDING_LIMIT, expression_place(&p->e, offset),
                    "the expression is nested deeper than %d",
                    EXPRESSION_DEPTH);
        p->failed = true;
        return;
    }
    p->stack[p->depth++] = (struct pending){.op = op, .offset = offset};
}

#define COMPARISON 5
#define ADDITION 6

/* How tightly an operator binds. */
static int precedence(enum expression_op op)
{
    switch (op) {
    case OP_ALSO: return 1;
    case OP_OR: return 2;
    case OP_AND: return 3;
    case OP_NOT: return 4;
    case OP_EQUAL:
    case OP_NOT_EQUAL:
    case OP_LESS:
    case OP_AT_MOST:
    case OP_GREATER:
    case OP_AT_LEAST: return COMPARISON;
    case OP_PLUS:
    case OP_MINUS: return ADDITION;
    case OP_BRACKET:
    case OP_CALL:
    case OP_ROWS:
    case OP_ROWS_END:
    case OP_BEFORE:
    case OP_BEFORE_END:
    case OP_TEST:
    case OP_PATH:
    case OP_TEXT:
    case OP_NUMBER:
    case OP_EMPTY:
    case OP_NOT_EMPTY: break;
    }
    return 0;
}

static bool comparison_open(const struct parser *p)
{
    return p->depth > 0 && precedence(p->stack[p->depth - 1].op) == COMPARISON;
}

static bool is_inside(const struct parser *p, enum expression_op op)
{
    for (size_t i = 0; i < p->depth; i++) {
        if (p->stack[i].op == op)
            return true;
    }
    return false;
}

/* before( or change(: what follows is asked of another period. */
static void begin_before(struct parser *p, enum expression_function f,
                         size_t offset)
{
    struct expression_node *n;

    if (is_inside(p, OP_BEFORE))
        parser_fail(p, offset, "the period before is asked for here already");
    n = p->failed ? NULL : parser_emit(p, OP_BEFORE, offset);
    push(p, OP_BEFORE, offset);
    if (n == NULL || p->failed)
        return;
    n->function = f;
    p->stack[p->depth - 1].rows = n;
}

/* Puts the end of what N asks of rows behind its condition. */
static void end_rows(struct parser *p, struct expression_node *n)
{
    n->end = parser_emit(p, OP_ROWS_END, n->offset);
    parse_pipes(p, n);
}

/* A function, behind its bracket. True when it is whole, false when an argument
   or a condition follows. */
static bool begin_function(struct parser *p, enum expression_function f,
                           size_t offset)
{
    struct expression_node *n = NULL;

    if (f == FUNCTION_BEFORE || f == FUNCTION_CHANGE) {
        begin_before(p, f, offset);
        return false;
    }
    if (!function_is_of_rows(f)) {
        push(p, OP_CALL, offset);
        if (!p->failed) {
            p->stack[p->depth - 1].function = f;
            p->stack[p->depth - 1].narguments = 1;
        }
        return false;
    }
    if (is_inside(p, OP_ROWS))
        parser_fail(p, offset, "a condition on rows asks for no other rows");
    if (!p->failed)
        n = parse_rows(p, f, offset);
    if (n == NULL || p->failed)
        return true;
    if (scan_take(p, ')')) {
        end_rows(p, n);
        return true;
    }
    if (!scan_take(p, ','))
        parser_fail(p, offset, "this ( is not closed by )");
    push(p, OP_ROWS, offset);
    if (!p->failed)
        p->stack[p->depth - 1].rows = n;
    return !p->failed && parse_test(p);
}

/* True when an operand was taken, false when a prefix or bracket was. */
static bool parse_operand(struct parser *p)
{
    enum expression_function f;
    size_t offset;

    scan_space(p);
    offset = p->pos;
    f = parse_function(p);
    if (f != FUNCTION_MAX_COUNT)
        return begin_function(p, f, offset);
    if (scan_take(p, '(')) {
        push(p, OP_BRACKET, offset);
        return false;
    }
    if (scan_word(p, "not")) {
        if (comparison_open(p) ||
            (p->depth > 0 && precedence(p->stack[p->depth - 1].op) == ADDITION))
            parser_fail(p, offset, "`not` stands before a whole comparison");
        push(p, OP_NOT, offset);
        return false;
    }
    if (parse_leaf(p))
        return true;
    if (p->pos == p->e.text.len && p->depth > 0 &&
        p->stack[p->depth - 1].op == OP_NOT)
        parser_fail(p, p->stack[p->depth - 1].offset,
                    "`not` is a word of expressions, and what it denies is "
                    "missing");
    else if (p->pos == p->e.text.len)
        parser_fail(p, offset,
                    "the expression ends where a name should follow");
    else if (offset > 0 && p->e.text.ptr[offset] == '=' &&
             p->e.text.ptr[offset - 1] == '=')
        parser_fail(p, offset, "`=` says that two are equal, once");
    else
        parser_fail(p, offset,
                    "a name, a number or a quoted text should stand here");
    return true;
}

/* A text or number alone is no condition: `rag = 'R' or 'A'` would hold of
   every row. What was put out last is one side of a condition, or all of it. */
static void refuse_constant(struct parser *p)
{
    if (p->last != NULL && (p->last->op == OP_TEXT || p->last->op == OP_NUMBER))
        parser_fail(p, p->last->offset,
                    "this stands alone, and would be true of everything: each "
                    "condition is written out, as in rag = 'Red' or rag = "
                    "'Amber'");
}

static bool wants_truth(enum expression_op op)
{
    return op == OP_AND || op == OP_OR || op == OP_ALSO || op == OP_NOT;
}

static bool is_sum(const struct expression_node *n)
{
    return n != NULL && (n->op == OP_PLUS || n->op == OP_MINUS);
}

/* N is an operator that was put out, or NULL: pipes behind its right side are
   of all of it, where it adds. */
static void end_operator(struct parser *p, struct expression_node *n)
{
    if (!is_sum(n))
        return;
    n->pipes = p->sum_pipes;
    p->sum_pipes = NULL;
}

/* Puts out the operators that bind at least as tightly as LEVEL. */
static void reduce(struct parser *p, int level)
{
    while (p->depth > 0 && precedence(p->stack[p->depth - 1].op) >= level) {
        const struct pending top = p->stack[--p->depth];

        if (wants_truth(top.op))
            refuse_constant(p);
        end_operator(p, parser_emit(p, top.op, top.offset));
    }
}

static bool take_sign(struct parser *p, const char *sign)
{
    if (!str_starts(str_from(p->e.text, p->pos), str_of(sign)))
        return false;
    p->pos += str_of(sign).len;
    return true;
}

/* "=" "!=" "<" "<=" ">" ">="; OP_PATH when none of them stands here. */
static enum expression_op take_comparison(struct parser *p)
{
    if (scan_take(p, '='))
        return OP_EQUAL;
    if (take_sign(p, "!="))
        return OP_NOT_EQUAL;
    if (take_sign(p, "<="))
        return OP_AT_MOST;
    if (take_sign(p, ">="))
        return OP_AT_LEAST;
    if (scan_take(p, '<'))
        return OP_LESS;
    return scan_take(p, '>') ? OP_GREATER : OP_PATH;
}

/* "is" [ "not" ] "empty", the first word taken. */
static void parse_emptiness(struct parser *p, size_t offset)
{
    enum expression_op op = OP_EMPTY;

    scan_space(p);
    if (scan_word(p, "not"))
        op = OP_NOT_EMPTY;
    scan_space(p);
    if (!scan_word(p, "empty"))
        parser_fail(p, offset, "`is` is followed by `empty` or `not empty`");
    (void)parser_emit(p, op, offset);
}

static void close_bracket(struct parser *p, size_t offset)
{
    struct expression_node *n;
    struct pending top;

    reduce(p, 1);
    if (p->depth == 0) {
        parser_fail(p, offset, "there is no ( for this )");
        return;
    }
    top = p->stack[--p->depth];
    if (top.op == OP_ROWS) {
        refuse_constant(p);
        end_rows(p, top.rows);
    } else if (top.op == OP_BEFORE && top.rows != NULL) {
        top.rows->end = parser_emit(p, OP_BEFORE_END, offset);
        parse_pipes(p, top.rows);
    } else if (top.op == OP_CALL) {
        n = parser_emit(p, OP_CALL, top.offset);
        if (n == NULL)
            return;
        n->function = top.function;
        n->narguments = top.narguments;
        parse_pipes(p, n);
    } else if (is_sum(p->last) && p->last->pipes == NULL) {
        parse_pipes(p, p->last);
    }
}

/* The comma between arguments, or between conditions, all of which must hold.
   True when an operand follows. */
static bool next_argument(struct parser *p, size_t offset)
{
    struct pending *top;

    reduce(p, 1);
    top = p->depth == 0 ? NULL : &p->stack[p->depth - 1];
    if (top != NULL && top->op == OP_CALL && top->narguments < ARGUMENTS_MAX) {
        top->narguments++;
        return true;
    }
    if (top == NULL || top->op != OP_ROWS) {
        parser_fail(p, offset, "no further argument can stand here");
        return true;
    }
    refuse_constant(p);
    push(p, OP_ALSO, offset);
    return p->failed || !parse_test(p);
}

/* + and -, which are no part of a name here. */
static enum expression_op take_addition(struct parser *p)
{
    if (scan_take(p, '+'))
        return OP_PLUS;
    return scan_take(p, '-') ? OP_MINUS : OP_PATH;
}

/* What stands where no operator does, as far as it is known what it means. */
static void refuse_operator(struct parser *p, size_t offset)
{
    switch (scan_peek(p)) {
    case '*':
    case '/':
        parser_fail(p, offset,
                    "expressions add and take away, and neither multiply nor "
                    "divide; share(part, whole) is what a part is in per cent");
        break;
    case '%':
        parser_fail(
            p, offset,
            "a percentage stands in quotation marks here, as '30%%' does");
        break;
    case '|':
        parser_fail(p, offset,
                    "a pipe follows a name, a function or a sum, and no "
                    "number, text or other bracket");
        break;
    default:
        if (scan_peek(p) == '(' && p->last != NULL && p->last->op == OP_PATH &&
            p->last->path->next == NULL)
            parser_refuse_function(p, p->last->path);
        parser_fail(p, offset, "`and`, `or` or a comparison should stand here");
    }
}

/*
 * What may follow an operand. True when an operator was taken that wants
 * another operand. TESTED is whether `is empty` stood just before: like a
 * comparison it is no operand of another.
 */
static bool parse_operator(struct parser *p, bool *tested)
{
    enum expression_op op;
    size_t offset;
    bool closed;

    scan_space(p);
    offset = p->pos;
    op = take_addition(p);
    if (op != OP_PATH) {
        if (*tested)
            parser_fail(p, offset, "only figures are added");
        reduce(p, ADDITION);
        push(p, op, offset);
        return true;
    }
    reduce(p, ADDITION);
    closed = *tested || comparison_open(p);
    *tested = false;
    if (scan_take(p, ')')) {
        close_bracket(p, offset);
        return false;
    }
    if (scan_take(p, ','))
        return next_argument(p, offset);
    if (scan_word(p, "or") || scan_word(p, "and")) {
        op = p->e.text.ptr[offset] == 'o' ? OP_OR : OP_AND;
        reduce(p, precedence(op));
        refuse_constant(p);
        push(p, op, offset);
        return true;
    }
    if (scan_word(p, "is")) {
        *tested = true;
        parse_emptiness(p, offset);
        op = OP_EMPTY;
    } else {
        op = take_comparison(p);
        if (op == OP_PATH)
            refuse_operator(p, offset);
    }
    if (closed)
        parser_fail(p, offset, "two comparisons are joined by `and` or `or`");
    if (*tested)
        return false;
    push(p, op, offset);
    return true;
}

static void parse(struct parser *p)
{
    bool want_operand = true;
    bool tested = false;

    while (!p->failed) {
        if (want_operand) {
            want_operand = !parse_operand(p);
            continue;
        }
        scan_space(p);
        if (p->pos == p->e.text.len)
            break;
        want_operand = parse_operator(p, &tested);
    }
    if (p->failed)
        return;
    reduce(p, 1);
    if (p->depth > 0)
        parser_fail(p, p->stack[p->depth - 1].offset,
                    "this ( is not closed by )");
}

bool expression_parse(struct arena *arena, struct findings *findings,
                      struct expression *e)
{
    struct parser p = {.arena = arena, .findings = findings, .e = *e};

    p.end = &p.e.first;
    if (e->text.len > EXPRESSION_LENGTH) {
        finding(findings, FINDING_LIMIT, expression_place(e, 0),
                "the expression is longer than %d bytes", EXPRESSION_LENGTH);
        return false;
    }
    parse(&p);
    if (!p.failed)
        parser_refuse_never(&p);
    if (p.failed)
        return false;
    *e = p.e;
    return true;
}
