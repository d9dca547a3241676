#include "figures/expression_parse.h"
#include "figures/figure.h"

struct operator
{
    enum expression_op op;
    size_t offset;
};

struct parser {
    struct arena *arena;
    struct findings *findings;
    struct expression e;
    size_t pos;
    const struct expression_node **end; /* where the next node goes */
    struct operator stack[EXPRESSION_DEPTH];
    size_t depth;
    bool failed; /* a finding has been made */
};

struct place expression_place(const struct expression *e, size_t offset)
{
    /* To find a place costs a walk through the text: not for findings that
       are only counted. */
    if (e->findings->count >= FINDINGS_MAX)
        return e->at;
    return source_advance(e->at, e->around, e->start + offset);
}

/* Makes the finding only when it is the expression's first. */
static void PRINTF_LIKE(3, 4)
    fail(struct parser *p, size_t offset, const char *fmt, ...)
{
    va_list args;
    struct str text;

    if (p->failed)
        return;
    p->failed = true;
    va_start(args, fmt);
    text = arena_vprintf(p->arena, fmt, args);
    va_end(args);
    finding(p->findings, FINDING_BAD_EXPRESSION,
            expression_place(&p->e, offset), "%.*s", STR_ARG(text));
}

/* The character at hand; NUL at the end. */
static char peek(const struct parser *p)
{
    return p->pos < p->e.text.len ? p->e.text.ptr[p->pos] : '\0';
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* Letters of any language: what is above ASCII counts as one. */
static bool begins_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (unsigned char)c >= 0x80;
}

static bool in_name(char c)
{
    return begins_name(c) || is_digit(c) || c == '-';
}

static void skip_space(struct parser *p)
{
    while (p->pos < p->e.text.len && is_space(peek(p)))
        p->pos++;
}

static bool take(struct parser *p, char c)
{
    skip_space(p);
    if (p->pos == p->e.text.len || peek(p) != c)
        return false;
    p->pos++;
    return true;
}

static struct str slice(const struct parser *p, size_t from)
{
    return str_to(str_from(p->e.text, from), p->pos - from);
}

static struct str take_name(struct parser *p)
{
    const size_t from = p->pos;

    while (p->pos < p->e.text.len && in_name(peek(p)))
        p->pos++;
    return slice(p, from);
}

/* Takes WORD when it stands here whole. */
static bool take_word(struct parser *p, const char *word)
{
    const size_t from = p->pos;

    if (begins_name(peek(p)) && str_is(take_name(p), word))
        return true;
    p->pos = from;
    return false;
}

/* What stands up to the character C, or between quotation marks. */
static struct str take_quoted(struct parser *p)
{
    const size_t from = p->pos;
    const char quote = peek(p);
    struct str text;

    p->pos++;
    while (p->pos < p->e.text.len && peek(p) != quote)
        p->pos++;
    text = slice(p, from + 1);
    if (p->pos == p->e.text.len)
        fail(p, from, "the quotation mark %c is not closed", quote);
    else
        p->pos++;
    return text;
}

/* The text of a [key] or of a value that count() compares with. */
static struct str take_until(struct parser *p, char end, size_t *offset)
{
    struct str text;
    size_t from;

    skip_space(p);
    from = p->pos;
    *offset = from;
    if (peek(p) == '"' || peek(p) == '\'') {
        text = take_quoted(p);
    } else {
        while (p->pos < p->e.text.len && peek(p) != end)
            p->pos++;
        text = str_trim(slice(p, from));
    }
    if (!take(p, end))
        fail(p, from, "`%.*s` is not followed by %c", STR_ARG(text), end);
    else if (p->pos - from == 1)
        fail(p, from, "nothing stands before %c", end);
    return text;
}

static struct expression_node *emit(struct parser *p, enum expression_op op,
                                    size_t offset)
{
    struct expression_node *n = arena_alloc(p->arena, 1, sizeof(*n));

    if (n == NULL) {
        p->failed = true;
        return NULL;
    }
    n->op = op;
    n->offset = offset;
    *p->end = n;
    p->end = &n->next;
    return n;
}

static struct path_step *add_step(struct parser *p, struct str text,
                                  size_t offset, bool key)
{
    struct path_step *s = arena_alloc(p->arena, 1, sizeof(*s));

    if (s == NULL) {
        p->failed = true;
        return NULL;
    }
    s->text = text;
    s->offset = offset;
    s->key = key;
    return s;
}

/* Also a financial year as a column is called: 2012/13. */
static struct str take_member(struct parser *p)
{
    const size_t from = p->pos;
    const bool year = is_digit(peek(p));

    (void)take_name(p);
    if (year && peek(p) == '/') {
        p->pos++;
        (void)take_name(p);
    }
    return slice(p, from);
}

static struct path_step *name_step(struct parser *p)
{
    size_t from;
    struct str name;

    skip_space(p);
    from = p->pos;
    name = take_member(p);
    if (name.len == 0) {
        fail(p, from, "a name is missing here");
        return NULL;
    }
    return add_step(p, name, from, false);
}

/* name { "." name | "[" key "]" } */
static const struct path_step *parse_path(struct parser *p)
{
    struct path_step *first = name_step(p);
    struct path_step *last = first;

    while (!p->failed) {
        struct path_step *step;

        if (take(p, '.')) {
            step = name_step(p);
        } else if (take(p, '[')) {
            size_t offset;
            const struct str key = take_until(p, ']', &offset);

            step = add_step(p, key, offset, true);
        } else {
            break;
        }
        if (step == NULL)
            return NULL;
        last->next = step;
        last = step;
    }
    return first;
}

static void unknown_format(struct parser *p, struct str name, size_t offset)
{
    struct str names[FORMAT_MAX];
    size_t n = 0;

    fail(p, offset, "there is no format `%.*s`", STR_ARG(name));
    for (int i = FORMAT_PLAIN + 1; i < FORMAT_MAX; i++)
        names[n++] = str_of(figure_format_name((enum figure_format)i));
    names[n++] = STR_LIT("lower");
    finding_nearest(p->findings, name, names, n);
}

/* { "|" format }: one of them, and lower beside it. */
static void parse_formats(struct parser *p, struct expression_node *n)
{
    while (!p->failed && take(p, '|')) {
        struct str name;
        enum figure_format format;
        size_t offset;

        skip_space(p);
        offset = p->pos;
        name = take_name(p);
        format = figure_format_of(name);
        if (str_is(name, "lower")) {
            n->lower = true;
            continue;
        }
        if (name.len == 0)
            fail(p, offset, "the name of a format is missing here");
        else if (format == FORMAT_MAX)
            unknown_format(p, name, offset);
        else if (n->format != FORMAT_PLAIN)
            fail(p, offset, "`%.*s` is a second format", STR_ARG(name));
        n->format = format;
        n->format_offset = offset;
    }
}

/* "(" path [ "," name "=" value ] ")" { "|" format } after the word count */
static void parse_count(struct parser *p, size_t offset)
{
    struct expression_node *n = emit(p, OP_COUNT, offset);

    if (n == NULL || !take(p, '('))
        return;
    n->path = parse_path(p);
    if (!p->failed && take(p, ',')) {
        n->column = name_step(p);
        if (!p->failed && !take(p, '='))
            fail(p, p->pos, "count() wants `=` and a value here");
        if (!p->failed)
            n->text = take_until(p, ')', &n->text_offset);
    } else if (!p->failed && !take(p, ')')) {
        fail(p, offset, "count( is not closed by )");
    }
    parse_formats(p, n);
}

static void parse_number(struct parser *p, size_t offset)
{
    struct expression_node *n = emit(p, OP_NUMBER, offset);
    struct str text;

    p->pos += peek(p) == '-';
    while (is_digit(peek(p)) || peek(p) == '.')
        p->pos++;
    text = slice(p, offset);
    if (n != NULL && decimal_read(text, STR_LIT(""), &n->number) != FIGURE_OK)
        fail(p, offset, "`%.*s` is no number", STR_ARG(text));
}

static void parse_path_operand(struct parser *p, size_t offset)
{
    struct expression_node *n = emit(p, OP_PATH, offset);

    if (n == NULL)
        return;
    n->path = parse_path(p);
    parse_formats(p, n);
}

static bool next_is(const struct parser *p, char c)
{
    struct parser ahead = *p;

    return take(&ahead, c);
}

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
    p->stack[p->depth++] = (struct operator){op, offset};
}

/* How tightly an operator binds. */
static int precedence(enum expression_op op)
{
    switch (op) {
    case OP_OR: return 1;
    case OP_AND: return 2;
    case OP_NOT: return 3;
    case OP_EQUAL:
    case OP_NOT_EQUAL:
    case OP_LESS:
    case OP_AT_MOST:
    case OP_GREATER:
    case OP_AT_LEAST: return 4;
    case OP_BRACKET:
    case OP_PATH:
    case OP_COUNT:
    case OP_TEXT:
    case OP_NUMBER:
    case OP_EMPTY:
    case OP_NOT_EMPTY: break;
    }
    return 0;
}

static bool comparison_open(const struct parser *p)
{
    return p->depth > 0 && precedence(p->stack[p->depth - 1].op) == 4;
}

/* True when an operand was taken, false when a prefix or bracket was. */
static bool parse_operand(struct parser *p)
{
    size_t offset;
    char c;

    skip_space(p);
    offset = p->pos;
    c = peek(p);
    if (c == '(') {
        p->pos++;
        push(p, OP_BRACKET, offset);
        return false;
    }
    if (take_word(p, "not")) {
        if (comparison_open(p))
            fail(p, offset, "`not` stands before a whole comparison");
        push(p, OP_NOT, offset);
        return false;
    }
    if (c == '"' || c == '\'') {
        struct expression_node *n = emit(p, OP_TEXT, offset);

        if (n != NULL)
            n->text = take_quoted(p);
    } else if (is_digit(c) || c == '-') {
        parse_number(p, offset);
    } else if (take_word(p, "count") && next_is(p, '(')) {
        parse_count(p, offset);
    } else if (begins_name(c)) {
        p->pos = offset;
        parse_path_operand(p, offset);
    } else if (p->pos == p->e.text.len) {
        fail(p, offset, "the expression ends where a name should follow");
    } else {
        fail(p, offset, "a name, a number or a quoted text should stand here");
    }
    return true;
}

/* Puts out the operators that bind at least as tightly as LEVEL. */
static void reduce(struct parser *p, int level)
{
    while (p->depth > 0 && precedence(p->stack[p->depth - 1].op) >= level) {
        const struct operator top = p->stack[--p->depth];

        (void)emit(p, top.op, top.offset);
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
    if (take(p, '='))
        return OP_EQUAL;
    if (take_sign(p, "!="))
        return OP_NOT_EQUAL;
    if (take_sign(p, "<="))
        return OP_AT_MOST;
    if (take_sign(p, ">="))
        return OP_AT_LEAST;
    if (take(p, '<'))
        return OP_LESS;
    return take(p, '>') ? OP_GREATER : OP_PATH;
}

/* "is" [ "not" ] "empty", the first word taken. */
static void parse_test(struct parser *p, size_t offset)
{
    enum expression_op op = OP_EMPTY;

    skip_space(p);
    if (take_word(p, "not"))
        op = OP_NOT_EMPTY;
    skip_space(p);
    if (!take_word(p, "empty"))
        fail(p, offset, "`is` is followed by `empty` or `not empty`");
    (void)emit(p, op, offset);
}

static void close_bracket(struct parser *p, size_t offset)
{
    reduce(p, 1);
    if (p->depth == 0)
        fail(p, offset, "there is no ( for this )");
    else
        p->depth--;
}

/*
 * What may follow an operand. True when an operator was taken that wants
 * another operand. TESTED is whether `is empty` stood just before: like a
 * comparison it is no operand of another.
 */
static bool parse_operator(struct parser *p, bool *tested)
{
    const bool closed = *tested || comparison_open(p);
    enum expression_op op;
    size_t offset;

    skip_space(p);
    offset = p->pos;
    *tested = false;
    if (take(p, ')')) {
        close_bracket(p, offset);
        return false;
    }
    if (take_word(p, "or") || take_word(p, "and")) {
        op = p->e.text.ptr[offset] == 'o' ? OP_OR : OP_AND;
        reduce(p, precedence(op));
        push(p, op, offset);
        return true;
    }
    if (take_word(p, "is")) {
        *tested = true;
        parse_test(p, offset);
        op = OP_EMPTY;
    } else {
        op = take_comparison(p);
        if (op == OP_PATH)
            fail(p, offset, "`and`, `or` or a comparison should stand here");
    }
    if (closed)
        fail(p, offset, "two comparisons are joined by `and` or `or`");
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
        skip_space(p);
        if (p->pos == p->e.text.len)
            break;
        want_operand = parse_operator(p, &tested);
    }
    if (p->failed)
        return;
    reduce(p, 1);
    if (p->depth > 0)
        fail(p, p->stack[p->depth - 1].offset, "this ( is not closed by )");
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
    if (p.failed)
        return false;
    *e = p.e;
    return true;
}
