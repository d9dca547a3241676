#include "input/prose/prose_listing.h"
#include "core/base/utf8.h"
#include "input/text/text_in.h"

#define TAB_WIDTH 4

/* LINE without tabs, as its reader sees it. */
static struct str without_tabs(struct arena *a, struct str line)
{
    struct buf out;
    size_t column = 0;

    if (str_find_char(line, '\t') == line.len)
        return line;
    buf_init(&out, SIZE_MAX);
    for (size_t i = 0; i < line.len; i++) {
        if (line.ptr[i] != '\t') {
            column += ((unsigned char)line.ptr[i] & 0xc0) != 0x80;
            buf_char(&out, line.ptr[i]);
            continue;
        }
        do
            buf_char(&out, ' ');
        while (++column % TAB_WIDTH != 0);
    }
    return arena_take(a, &out);
}

static bool is_line_end(char c)
{
    return c == '\n' || c == '\r';
}

/* TEXT without the line ends, and the spaces before them, that it ends with. */
static struct str without_end(struct str text)
{
    size_t len = text.len;

    while (len > 0 && (is_line_end(text.ptr[len - 1]) ||
                       text.ptr[len - 1] == ' ' || text.ptr[len - 1] == '\t'))
        len--;
    return str_to(text, len);
}

static struct doc_node *add(struct arena *a, struct doc_node *listing,
                            enum doc_kind kind, struct place at)
{
    struct doc_node *n = doc_new(a, kind);

    if (n != NULL)
        n->at = at;
    doc_append(listing, n);
    return n;
}

void prose_listing(struct arena *arena, struct doc_node *listing,
                   struct str text, struct place at, struct findings *findings)
{
    struct str rest = without_end(text);

    if (listing == NULL)
        return;
    if (rest.len == 0) {
        finding(findings, FINDING_MISSING, at, "there is no line of code here");
        return;
    }
    while (rest.len > 0) {
        struct str line = str_cut(&rest, '\n');
        struct doc_node *n = add(arena, listing, DOC_TEXT, at);

        if (n == NULL)
            return;
        line = without_end(line);
        n->text = without_tabs(
            arena, text_in(arena, line, at, TEXT_BREAK_SPACE, findings));
        at.line++;
        if (rest.len > 0)
            add(arena, listing, DOC_BREAK, at);
    }
}

/* --- of XML --- */

/* All that XML holds is text. */
static struct str text_of(struct arena *a, const struct xml_node *xml)
{
    struct buf out;

    buf_init(&out, SIZE_MAX);
    for (const struct xml_node *n = xml->first; n != NULL; n = n->next)
        buf_str(&out, n->text);
    return arena_take(a, &out);
}

static size_t indent_of(struct str line)
{
    size_t n = 0;

    while (n < line.len && line.ptr[n] == ' ')
        n++;
    return n;
}

/* What every line but the empty ones begins with. */
static size_t common_indent(struct str text)
{
    size_t least = SIZE_MAX;

    while (text.len > 0) {
        const struct str line = without_end(str_cut(&text, '\n'));

        if (line.len > 0 && indent_of(line) < least)
            least = indent_of(line);
    }
    return least == SIZE_MAX ? 0 : least;
}

static struct str without_indent(struct arena *a, struct str text)
{
    const size_t indent = common_indent(text);
    struct buf out;

    buf_init(&out, SIZE_MAX);
    while (text.len > 0) {
        const struct str line = str_cut(&text, '\n');

        buf_str(&out, line.len > indent ? str_from(line, indent) : STR_LIT(""));
        buf_char(&out, '\n');
    }
    return arena_take(a, &out);
}

/* TEXT without an empty line that it begins with. */
static struct str without_first(struct str text)
{
    struct str rest = text;
    const struct str first = str_cut(&rest, '\n');

    return without_end(first).len == 0 ? rest : text;
}

void prose_fill_listing(struct prose_reading *p, struct doc_node *node,
                        const struct xml_node *xml)
{
    struct arena *a = p->reading.arena;
    const struct str text = text_of(a, xml);
    const struct str lines = without_first(text);
    struct place at = xml->at;

    if (without_end(text).len > 0)
        at = xml->first->at;
    if (lines.ptr != text.ptr && without_end(lines).len > 0) {
        at.line++;
        at.column = 1;
    }
    prose_listing(a, node, without_indent(a, lines), at, p->reading.findings);
}
