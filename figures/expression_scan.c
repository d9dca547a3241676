#include "core/base/ascii.h"
#include "figures/expression_parser.h"

struct place expression_place(const struct expression *e, size_t offset)
{
    /* To find a place costs a walk through the text: not for findings that
       are only counted. */
    if (e->findings->count >= FINDINGS_MAX)
        return e->at;
    return source_advance(e->at, e->around, e->start + offset);
}

void parser_fail(struct parser *p, size_t offset, const char *fmt, ...)
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

char scan_peek(const struct parser *p)
{
    return p->pos < p->e.text.len ? p->e.text.ptr[p->pos] : '\0';
}

static bool is_space(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool scan_begins_name(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' ||
           (unsigned char)c >= 0x80;
}

void scan_space(struct parser *p)
{
    while (p->pos < p->e.text.len && is_space(scan_peek(p)))
        p->pos++;
}

bool scan_take(struct parser *p, char c)
{
    scan_space(p);
    if (p->pos == p->e.text.len || scan_peek(p) != c)
        return false;
    p->pos++;
    return true;
}

struct str scan_slice(const struct parser *p, size_t from)
{
    return str_to(str_from(p->e.text, from), p->pos - from);
}

struct str scan_name(struct parser *p)
{
    const size_t from = p->pos;

    while (p->pos < p->e.text.len && is_name_byte(scan_peek(p)))
        p->pos++;
    return scan_slice(p, from);
}

bool scan_word(struct parser *p, const char *word)
{
    const size_t from = p->pos;

    if (scan_begins_name(scan_peek(p)) && str_is(scan_name(p), word))
        return true;
    p->pos = from;
    return false;
}

struct str scan_quoted(struct parser *p)
{
    const size_t from = p->pos;
    const char quote = scan_peek(p);
    struct str text;

    p->pos++;
    while (p->pos < p->e.text.len && scan_peek(p) != quote)
        p->pos++;
    text = scan_slice(p, from + 1);
    if (p->pos == p->e.text.len)
        parser_fail(p, from, "the quotation mark %c is not closed", quote);
    else
        p->pos++;
    return text;
}

struct str scan_until(struct parser *p, char end, size_t *offset)
{
    struct str text;
    size_t from;

    scan_space(p);
    from = p->pos;
    *offset = from;
    if (scan_peek(p) == '"' || scan_peek(p) == '\'') {
        text = scan_quoted(p);
    } else {
        while (p->pos < p->e.text.len && scan_peek(p) != end)
            p->pos++;
        text = str_trim(scan_slice(p, from));
    }
    if (!scan_take(p, end))
        parser_fail(p, from, "`%.*s` is not followed by %c", STR_ARG(text),
                    end);
    else if (p->pos - from == 1)
        parser_fail(p, from, "nothing stands before %c", end);
    return text;
}

struct expression_node *parser_emit(struct parser *p, enum expression_op op,
                                    size_t offset)
{
    struct expression_node *n = arena_alloc(p->arena, 1, sizeof(*n));

    if (n == NULL) {
        p->failed = true;
        return NULL;
    }
    n->op = op;
    n->offset = offset;
    p->last = n;
    *p->end = n;
    p->end = &n->next;
    return n;
}
