#include "figures/expression_parser.h"
#include "figures/pipe.h"

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
    const bool year = scan_is_digit(scan_peek(p));

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

static void unknown_pipe(struct parser *p, struct str name, size_t offset)
{
    struct str names[PIPE_MAX];
    size_t n = 0;

    parser_fail(p, offset, "there is no pipe `%.*s`", STR_ARG(name));
    for (int i = PIPE_PLAIN + 1; i < PIPE_MAX; i++)
        names[n++] = str_of(pipe_name((enum pipe)i));
    names[n++] = STR_LIT("lower");
    finding_nearest(p->findings, name, names, n);
}

/* { "|" pipe }: one of them, and lower beside it. */
static void parse_pipes(struct parser *p, struct expression_node *n)
{
    while (!p->failed && scan_take(p, '|')) {
        struct str name;
        enum pipe pipe;
        size_t offset;

        scan_space(p);
        offset = p->pos;
        name = scan_name(p);
        pipe = pipe_of(name);
        if (str_is(name, "lower")) {
            n->lower = true;
            continue;
        }
        if (name.len == 0)
            parser_fail(p, offset, "the name of a pipe is missing here");
        else if (pipe == PIPE_MAX)
            unknown_pipe(p, name, offset);
        else if (n->pipe != PIPE_PLAIN)
            parser_fail(p, offset, "`%.*s` is a second pipe", STR_ARG(name));
        n->pipe = pipe;
        n->pipe_offset = offset;
    }
}

/* "(" path [ "," name "=" value ] ")" { "|" pipe } after the word count */
static void parse_count(struct parser *p, size_t offset)
{
    struct expression_node *n = parser_emit(p, OP_COUNT, offset);

    if (n == NULL || !scan_take(p, '('))
        return;
    n->path = parse_path(p);
    if (!p->failed && scan_take(p, ',')) {
        n->column = name_step(p);
        if (!p->failed && !scan_take(p, '='))
            parser_fail(p, p->pos, "count() wants `=` and a value here");
        if (!p->failed)
            n->text = scan_until(p, ')', &n->text_offset);
    } else if (!p->failed && !scan_take(p, ')')) {
        parser_fail(p, offset, "count( is not closed by )");
    }
    parse_pipes(p, n);
}

static void parse_number(struct parser *p, size_t offset)
{
    struct expression_node *n = parser_emit(p, OP_NUMBER, offset);
    struct str text;

    p->pos += scan_peek(p) == '-';
    while (scan_is_digit(scan_peek(p)) || scan_peek(p) == '.')
        p->pos++;
    text = scan_slice(p, offset);
    if (n != NULL && decimal_read(text, STR_LIT(""), &n->number) != NUMBER_OK)
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

static bool next_is(const struct parser *p, char c)
{
    struct parser ahead = *p;

    return scan_take(&ahead, c);
}

bool parse_leaf(struct parser *p)
{
    const size_t offset = p->pos;
    const char c = scan_peek(p);

    if (c == '"' || c == '\'') {
        struct expression_node *n = parser_emit(p, OP_TEXT, offset);

        if (n != NULL)
            n->text = scan_quoted(p);
    } else if (scan_is_digit(c) || c == '-') {
        parse_number(p, offset);
    } else if (scan_word(p, "count") && next_is(p, '(')) {
        parse_count(p, offset);
    } else if (scan_begins_name(c)) {
        p->pos = offset;
        parse_path_operand(p, offset);
    } else {
        return false;
    }
    return true;
}
