#include "figures/expression_parser.h"
#include "figures/pipe.h"

#include <string.h>

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
    const bool year = is_digit(scan_peek(p));

    (void)scan_name(p);
    if (year && scan_peek(p) == '/') {
        p->pos++;
        (void)scan_name(p);
    }
    return scan_slice(p, from);
}

static struct path_step *name_step(struct parser *p)
{
    size_t from;
    struct str name;

    scan_space(p);
    from = p->pos;
    name = take_member(p);
    if (name.len == 0) {
        parser_fail(p, from, "a name is missing here");
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

        if (scan_take(p, '.')) {
            step = name_step(p);
        } else if (scan_take(p, '[')) {
            size_t offset;
            const struct str key = scan_until(p, ']', &offset);

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

/* What stands before it is looked at all the same, for what is wrong there. */
static void unknown_pipe(struct parser *p, struct str name, size_t offset)
{
    struct str names[PIPE_MAX];
    size_t n = 0;

    finding(p->findings, FINDING_BAD_EXPRESSION,
            expression_place(&p->e, offset), "there is no pipe `%.*s`",
            STR_ARG(name));
    for (int i = PIPE_PLAIN + 1; i < PIPE_MAX; i++)
        names[n++] = str_of(pipe_name((enum pipe)i));
    finding_nearest(p->findings, name, names, n);
}

/* The arguments of a pipe, which may be none that is known by that NAME: texts
   in quotation marks, numbers. */
static void parse_arguments(struct parser *p, struct str name,
                            struct pipe_use *use)
{
    do {
        struct str text;
        size_t from;

        scan_space(p);
        from = p->pos;
        if (scan_peek(p) == '"' || scan_peek(p) == '\'') {
            text = scan_quoted(p);
        } else {
            while (is_digit(scan_peek(p)))
                p->pos++;
            text = scan_slice(p, from);
            if (text.len == 0)
                parser_fail(p, from,
                            "a number or a text in quotation marks "
                            "should stand here");
        }
        if (use->narguments == PIPE_ARGUMENTS_MAX)
            parser_fail(p, from, "a pipe has at most %d arguments",
                        PIPE_ARGUMENTS_MAX);
        else
            use->arguments[use->narguments++] = text;
    } while (!p->failed && scan_take(p, ','));
    if (!p->failed && !scan_take(p, ')'))
        parser_fail(p, p->pos, "the arguments of `%.*s` are not closed by )",
                    STR_ARG(name));
}

static struct pipe_use *parse_pipe(struct parser *p)
{
    struct pipe_use *use = arena_alloc(p->arena, 1, sizeof(*use));
    struct str name;
    const char *wrong;

    if (use == NULL) {
        p->failed = true;
        return NULL;
    }
    scan_space(p);
    use->offset = p->pos;
    name = scan_name(p);
    use->pipe = pipe_of(name);
    if (name.len == 0)
        parser_fail(p, use->offset, "the name of a pipe is missing here");
    else if (use->pipe == PIPE_MAX)
        unknown_pipe(p, name, use->offset);
    if (!p->failed && scan_peek(p) == '(') {
        p->pos++;
        parse_arguments(p, name, use);
    }
    wrong = p->failed || use->pipe == PIPE_MAX ? NULL : pipe_wants(use);
    if (wrong != NULL)
        parser_fail(p, use->offset, "the pipe `%s` takes %s",
                    pipe_name(use->pipe), wrong);
    return use;
}

static bool ends_sum(const struct parser *p)
{
    return p->depth > 0 && (p->stack[p->depth - 1].op == OP_PLUS ||
                            p->stack[p->depth - 1].op == OP_MINUS);
}

void parse_pipes(struct parser *p, struct expression_node *n)
{
    const struct pipe_use **first = ends_sum(p) ? &p->sum_pipes : &n->pipes;
    struct pipe_use *last = NULL;
    bool printing = false;

    while (!p->failed && scan_take(p, '|')) {
        struct pipe_use *use = parse_pipe(p);
        const bool prints =
            use != NULL && use->pipe != PIPE_MAX && pipe_prints(use->pipe);

        if (use == NULL)
            return;
        if (printing && prints)
            parser_fail(p, use->offset, "`%s` is a second pipe",
                        pipe_name(use->pipe));
        printing |= prints;
        if (last == NULL)
            *first = use;
        else
            last->next = use;
        last = use;
    }
}

static const struct {
    const char *name;
    bool of_rows;
} functions[] = {
#define FUNCTION_ROW(id, name, of_rows, sentence) [id] = {name, of_rows},
    EXPRESSION_FUNCTIONS(FUNCTION_ROW)
#undef FUNCTION_ROW
};

bool function_is_of_rows(enum expression_function f)
{
    return functions[f].of_rows;
}

enum expression_function parse_function(struct parser *p)
{
    const size_t from = p->pos;
    struct str name;

    if (!scan_begins_name(scan_peek(p)))
        return FUNCTION_MAX_COUNT;
    name = scan_name(p);
    for (int f = 0; f < FUNCTION_MAX_COUNT; f++) {
        if (str_is(name, functions[f].name) && scan_take(p, '('))
            return (enum expression_function)f;
    }
    p->pos = from;
    return FUNCTION_MAX_COUNT;
}

void parser_refuse_function(struct parser *p, const struct path_step *name)
{
    struct str names[FUNCTION_MAX_COUNT];

    parser_fail(p, name->offset, "there is no function `%.*s`",
                STR_ARG(name->text));
    if (str_is(name->text, "ref")) {
        finding_hint(p->findings, "a reference stands alone, as {{ref(id)}} in "
                                  "Word, as <ref to=\"id\"/> in XML");
        return;
    }
    for (int f = 0; f < FUNCTION_MAX_COUNT; f++)
        names[f] = str_of(functions[f].name);
    finding_nearest(p->findings, name->text, names, FUNCTION_MAX_COUNT);
}

struct expression_node *parse_rows(struct parser *p, enum expression_function f,
                                   size_t offset)
{
    struct expression_node *n = parser_emit(p, OP_ROWS, offset);

    if (n == NULL)
        return NULL;
    n->function = f;
    n->path = parse_path(p);
    return n;
}

/* Whether S is more than a text: a comparison, a path, two conditions. */
static bool has_operator(struct str s)
{
    for (size_t i = 0; i < s.len; i++) {
        if (strchr("='\"<>|([", s.ptr[i]) != NULL)
            return true;
    }
    return str_find(s, STR_LIT(" and ")) < s.len ||
           str_find(s, STR_LIT(" or ")) < s.len;
}

bool parse_test(struct parser *p)
{
    const struct parser before = *p;
    struct expression_node *n;
    struct path_step *column;
    struct str text;
    size_t from;

    scan_space(p);
    from = p->pos;
    if (!scan_begins_name(scan_peek(p)))
        return false;
    column = add_step(p, take_member(p), from, false);
    if (column == NULL)
        return false;
    if (scan_take(p, '=')) {
        scan_space(p);
        from = p->pos;
        while (p->pos < p->e.text.len && scan_peek(p) != ')' &&
               scan_peek(p) != ',')
            p->pos++;
        text = str_trim(scan_slice(p, from));
        if (text.len > 0 && !has_operator(text) &&
            !str_starts(text, STR_LIT("row."))) {
            n = parser_emit(p, OP_TEST, column->offset);
            if (n == NULL)
                return false;
            n->path = column;
            n->text = text;
            n->text_offset = from;
            return true;
        }
    }
    *p = before;
    return false;
}

static void parse_number(struct parser *p, size_t offset)
{
    struct expression_node *n = parser_emit(p, OP_NUMBER, offset);
    struct str text;

    p->pos += scan_peek(p) == '-';
    while (is_digit(scan_peek(p)) || scan_peek(p) == '.')
        p->pos++;
    text = scan_slice(p, offset);
    if (str_is(text, "-"))
        parser_fail(p, offset,
                    "a minus stands before a number or between two figures; "
                    "the pipe `unsigned` prints a figure without its minus");
    else if (n != NULL &&
             decimal_read(text, STR_LIT(""), &n->number) != NUMBER_OK)
        parser_fail(p, offset, "`%.*s` is no number", STR_ARG(text));
}

static void parse_path_operand(struct parser *p, size_t offset)
{
    struct expression_node *n = parser_emit(p, OP_PATH, offset);

    if (n == NULL)
        return;
    n->path = parse_path(p);
    parse_pipes(p, n);
}

/* A column for a year, which is called 2026/27. */
static bool is_year(const struct parser *p)
{
    const struct str rest = str_from(p->e.text, p->pos);
    const size_t n = count_digits(rest);

    return n > 0 && n < rest.len && rest.ptr[n] == '/' &&
           is_digit_at(rest, n + 1);
}

bool parse_leaf(struct parser *p)
{
    const size_t offset = p->pos;
    const char c = scan_peek(p);

    if (c == '"' || c == '\'') {
        struct expression_node *n = parser_emit(p, OP_TEXT, offset);

        if (n != NULL)
            n->text = scan_quoted(p);
    } else if ((is_digit(c) && !is_year(p)) || c == '-') {
        parse_number(p, offset);
    } else if (scan_begins_name(c) || is_year(p)) {
        p->pos = offset;
        parse_path_operand(p, offset);
    } else {
        return false;
    }
    return true;
}
