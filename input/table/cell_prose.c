#include "input/table/cell_prose.h"
#include "core/base/ascii.h"
#include "core/base/buf.h"
#include "core/base/utf8.h"

#include <string.h>

static bool is_alnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') ||
           (c >= 'A' && c <= 'Z');
}

/* A line's end or nothing follows. */
static bool is_space_at(struct str s, size_t i)
{
    return i >= s.len || s.ptr[i] == ' ' || s.ptr[i] == '\t';
}

static size_t indent_of(struct str line)
{
    size_t n = 0;

    while (n < line.len && (line.ptr[n] == ' ' || line.ptr[n] == '\t'))
        n++;
    return n;
}

/* Bytes of a bullet that CommonMark does not know, at the head of S. */
static size_t typed_bullet(struct str s)
{
    struct str rest = s;

    switch (utf8_next(&rest)) {
    case 0x2022: /* bullet */
    case 0x2023: /* triangular bullet */
    case 0x2043: /* hyphen bullet */
    case 0x25AA: /* small square */
    case 0x25CF: /* circle */
    case 0x25E6: /* white bullet */
    case 0xB7: /* middle dot */ break;
    default: return 0;
    }
    while (rest.len > 0 && (rest.ptr[0] == ' ' || rest.ptr[0] == '\t'))
        rest = str_from(rest, 1);
    return rest.len == 0 ? 0 : s.len - rest.len;
}

/* 12. or 12), with a space behind it: the bytes before that mark. */
static size_t number_at(struct str s)
{
    size_t n = 0;

    while (n < s.len && n < 9 && is_digit(s.ptr[n]))
        n++;
    return n > 0 && n < s.len && (s.ptr[n] == '.' || s.ptr[n] == ')') &&
                   is_space_at(s, n + 1)
               ? n
               : 0;
}

/* A list's item in CommonMark. + is left to text: it is a sign. */
static bool is_bullet(struct str s)
{
    return s.len > 1 && (s.ptr[0] == '-' || s.ptr[0] == '*') &&
           is_space_at(s, 1);
}

/* Nothing but the mark and spaces: a rule or the end of a heading. */
static bool is_rule(struct str line, char mark)
{
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] != mark && line.ptr[i] != ' ')
            return false;
    }
    return true;
}

/* Whether CommonMark could take the head of LINE for the mark of a block. */
static bool opens_block(struct str line)
{
    if (line.len == 0)
        return false;
    switch (line.ptr[0]) {
    case '>':
    case '#':
    case '-':
    case '+':
    case '=': return true;
    case '*':
    case '_': return is_space_at(line, 1) || is_rule(line, line.ptr[0]);
    case '`': return str_starts(line, STR_LIT("```"));
    case '~': return str_starts(line, STR_LIT("~~~"));
    case '[': return str_find(line, STR_LIT("]:")) < line.len;
    default: return false;
    }
}

/* What would make a block of a line is text. */
static void put_head(struct buf *out, struct str *line)
{
    const size_t number = number_at(*line);

    buf_str(out, str_to(*line, number));
    *line = str_from(*line, number);
    if (number > 0 || opens_block(*line))
        buf_char(out, '\\');
}

/* 2*3*4 is no emphasis. */
static void put_text(struct buf *out, struct str line)
{
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] == '*' && i > 0 && i + 1 < line.len &&
            is_alnum(line.ptr[i - 1]) && is_alnum(line.ptr[i + 1]))
            buf_char(out, '\\');
        buf_char(out, line.ptr[i]);
    }
}

static void put_line(struct buf *out, struct str line)
{
    put_head(out, &line);
    put_text(out, line);
}

static struct str next_cell_line(struct str *rest)
{
    size_t n = 0;
    struct str line;

    while (n < rest->len && rest->ptr[n] != '\n' && rest->ptr[n] != '\r')
        n++;
    line = str_to(*rest, n);
    *rest = str_from(*rest, n);
    if (str_starts(*rest, STR_LIT("\r\n")))
        *rest = str_from(*rest, 2);
    else if (rest->len > 0)
        *rest = str_from(*rest, 1);
    return line;
}

static void put_item(struct buf *out, struct str line)
{
    const size_t bullet = typed_bullet(line);

    if (bullet > 0) {
        buf_puts(out, "- ");
        line = str_from(line, bullet);
    }
    put_text(out, line);
}

#define INDENTS 16

/* A numbered line is an item where the list that it begins or goes on with has
   the number that was typed; LAST are those of the lines before, by their
   indent, 0: there is no such item. */
static bool is_next_number(struct str words, size_t indent,
                           uint32_t last[INDENTS])
{
    const size_t at = indent < INDENTS ? indent : INDENTS - 1;
    const size_t digits = number_at(words);
    uint32_t n = 0;

    for (size_t i = 0; i < digits; i++)
        n = n * 10 + (uint32_t)(words.ptr[i] - '0');
    if (digits > 0)
        last[at] = n == 1 || n == last[at] + 1 ? n : 0;
    else if (indent == 0)
        last[at] = 0;
    for (size_t i = at + 1; i < INDENTS; i++)
        last[i] = 0;
    return digits > 0 && last[at] > 0;
}

/* A line of text goes on the line before it, after a break; before and after
   a list there is a blank line, lest one takes the other in. */
static void put_cell_lines(struct buf *out, struct str rest)
{
    bool after_text = false;
    bool after_item = false;
    uint32_t last[INDENTS] = {0};

    while (rest.len > 0) {
        const struct str line = next_cell_line(&rest);
        const size_t indent = indent_of(line);
        const struct str words = str_trim(line);
        const bool numbered = is_next_number(words, indent, last);
        const bool item =
            typed_bullet(words) > 0 || is_bullet(words) || numbered;

        if (after_text && words.len > 0)
            buf_puts(out, item ? "\n\n" : "\\\n");
        else if (after_item && !item && words.len > 0 && indent == 0)
            buf_puts(out, "\n\n");
        else if (out->len > 0)
            buf_char(out, '\n');
        if (item || (after_item && indent > 0))
            buf_str(out, str_to(line, indent));
        if (item)
            put_item(out, words);
        else if (after_item && indent > 0 && number_at(words) == 0)
            put_text(out, words);
        else
            put_line(out, words);
        after_item = item || (after_item && indent > 0 && words.len > 0);
        after_text = !after_item && words.len > 0;
    }
}

/* Most cells are a line in which nothing could be taken for a mark. */
static bool is_plain(struct str text)
{
    for (size_t i = 0; i < text.len; i++) {
        if (text.ptr[i] == '\n' || text.ptr[i] == '\r' || text.ptr[i] == '*')
            return false;
    }
    return text.len == 0 || is_alnum(text.ptr[0]) ? number_at(text) == 0
                                                  : false;
}

struct doc_node *cell_prose(struct arena *arena, struct str text,
                            struct place at,
                            const struct prose_options *options,
                            struct findings *findings)
{
    struct buf marked;
    struct doc_node *prose;

    if (is_plain(text))
        return prose_from_markdown(arena, text, at, options, findings);
    buf_init(&marked, text.len * 3 + 16);
    if (memchr(text.ptr, '\n', text.len) == NULL &&
        memchr(text.ptr, '\r', text.len) == NULL)
        put_line(&marked, text);
    else
        put_cell_lines(&marked, text);
    if (buf_status(&marked) != ST_OK)
        arena_fail(arena, buf_status(&marked));
    prose = prose_from_markdown(arena, arena_str(arena, buf_view(&marked)), at,
                                options, findings);
    buf_free(&marked);
    return prose;
}
