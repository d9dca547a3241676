#include "core/base/ascii.h"
#include "core/base/utf8.h"
#include "core/finding/finding.h"

#define LINE_COLUMNS 76 /* of the offending line */
#define LEAD_COLUMNS 36 /* of it before the mark when it does not fit */
#define PIECE_BYTES 512 /* a bound for marks that take no column at all */
#define INDENT "    "
#define ELLIPSIS "\xE2\x80\xA6"

/* One character as it is shown: a tab and what would be escaped take one
   column each, so that the mark stands right on every terminal. */
static uint32_t shown(uint32_t c)
{
    if (c == '\t')
        return ' ';
    return c == UTF8_BAD || utf8_hidden(c) ? 0xFFFD : c;
}

/* The beginning of *s that fits into COLUMNS is cut off it and, unless OUT is
   NULL, added to that; returns the columns that it takes. */
static unsigned take_characters(struct buf *out, struct str *s,
                                unsigned columns)
{
    const size_t len = s->len;
    unsigned used = 0;

    while (s->len > 0 && len - s->len < PIECE_BYTES) {
        struct str rest = *s;
        const uint32_t c = shown(utf8_next(&rest));

        if (used + utf8_columns(c) > columns)
            break;
        used += utf8_columns(c);
        if (out != NULL)
            utf8_put(out, c);
        *s = rest;
    }
    return used;
}

/* The end of S that fits into COLUMNS. */
static struct str message_tail(struct str s, unsigned columns)
{
    size_t start = s.len;
    unsigned used = 0;

    while (start > 0 && s.len - start < PIECE_BYTES) {
        size_t head = start - 1;
        struct str one;

        while (head > 0 && utf8_continues(s.ptr[head]))
            head--;
        one = str_from(s, head);
        used += utf8_columns(shown(utf8_next(&one)));
        if (used > columns)
            break;
        start = head;
    }
    return str_from(s, start);
}

static void repeat(struct buf *out, char c, unsigned n)
{
    while (n-- > 0)
        buf_char(out, c);
}

/* The line with a mark under its place; around that place when it is long. */
static void print_line(const struct position *p, struct buf *out)
{
    struct str rest = p->text;
    const bool fits =
        take_characters(NULL, &rest, LINE_COLUMNS) > 0 && rest.len == 0;
    const unsigned room = fits ? LINE_COLUMNS : LINE_COLUMNS - 1;
    const size_t at = (size_t)(p->mark.ptr - p->text.ptr);
    const struct str all = str_to(p->text, at);
    struct str lead = fits ? all : message_tail(all, LEAD_COLUMNS);
    unsigned used = lead.len < all.len;
    struct str mark = p->mark;
    unsigned marked;
    unsigned before;

    buf_puts(out, INDENT);
    if (lead.len < all.len)
        buf_puts(out, ELLIPSIS);
    used += take_characters(out, &lead, room);
    before = used;
    marked = take_characters(out, &mark, room - used);
    used += marked;
    rest = str_from(p->text, at + p->mark.len - mark.len);
    (void)take_characters(out, &rest, room - used);
    if (rest.len > 0)
        buf_puts(out, ELLIPSIS);
    buf_puts(out, "\n" INDENT);
    repeat(out, ' ', before);
    buf_char(out, '^');
    repeat(out, '~', marked > 1 ? marked - 1 : 0);
    buf_char(out, '\n');
}

static bool is_alnum(char c)
{
    return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

/* Whether TEXT has WORD as a word. */
static bool names_place(struct str text, struct str word)
{
    while (text.len >= word.len) {
        const size_t at = str_find(text, word);
        const struct str rest = str_from(text, at + word.len);

        if (at == text.len)
            break;
        if ((at == 0 || !is_alnum(text.ptr[at - 1])) &&
            (rest.len == 0 || !is_alnum(rest.ptr[0])))
            return true;
        text = str_from(text, at + 1);
    }
    return false;
}

/* " sheet Revenue, cell F12:" */
static void print_sheet(const struct source *source, const struct position *p,
                        struct buf *out)
{
    if (source->sheet == NULL)
        return;
    buf_puts(out, " sheet ");
    utf8_visible(out, str_of(source->sheet));
    if (p->cell[0] != '\0')
        buf_printf(out, ", cell %s", p->cell);
    buf_char(out, ':');
}

static void print_place(const struct source *source, const struct position *p,
                        struct buf *out)
{
    if (source == NULL || source->name == NULL) {
        buf_puts(out, "councilpress: ");
        return;
    }
    utf8_visible(out, str_of(source->name));
    buf_char(out, ':');
    print_sheet(source, p, out);
    if (source->kind == SOURCE_WORD) {
        if (p->line > 0)
            buf_printf(out, " paragraph %u:", (unsigned)p->line);
        buf_char(out, ' ');
        return;
    }
    if (p->line > 0) {
        buf_int(out, p->line);
        buf_char(out, ':');
    }
    if (p->line > 0 && p->column > 0) {
        buf_int(out, p->column);
        buf_char(out, ':');
    }
    buf_char(out, ' ');
}

static void print_further(const char *before, struct str text, struct buf *out)
{
    if (text.len == 0)
        return;
    buf_puts(out, "  ");
    buf_puts(out, before);
    utf8_visible(out, text);
    buf_char(out, '\n');
}

void finding_print(const struct finding *finding, struct source_cursor *cursor,
                   struct buf *out)
{
    struct position p;

    source_locate_next(cursor, finding->at, &p);
    print_place(finding->at.source, &p, out);
    buf_puts(out, finding_level_name(finding->level));
    buf_puts(out, ": ");
    utf8_visible(out, finding->text);
    if (p.cell[0] != '\0' && finding->at.source->sheet == NULL &&
        !names_place(finding->text, str_of(p.cell)))
        buf_printf(out, " (cell %s)", p.cell);
    buf_printf(out, " [%s]\n", finding_code(finding->id));
    if (p.text.len > 0 && p.mark.ptr != NULL)
        print_line(&p, out);
    print_further("because: ", finding->because, out);
    print_further("", finding->hint, out);
}

void findings_print_dropped(const struct findings *f, struct buf *out)
{
    if (f->dropped > 0)
        buf_printf(out, "and %zu more finding%s\n", f->dropped,
                   f->dropped == 1 ? "" : "s");
}
