/*
 * A run of text: what stands between two pieces of markup.
 */
#include "input/text/text_in.h"
#include "input/xml/xml_reader.h"

void run_begin(struct reader *r)
{
    r->in_run = true;
    r->run_at = r->after;
    r->run_len = 0;
    r->run_differs = false;
}

static struct str source_of_run(const struct reader *r)
{
    return str_to(str_from(r->source->text, r->run_at), r->run_len);
}

/* Whether PIECE follows in the source, byte for byte. It does where the parser
   stands at its head or behind it, in its copy of the source. */
static bool is_next_in_source(const struct reader *r, struct str piece)
{
    const size_t at = r->run_at + r->run_len;
    const char *cur = (const char *)r->parser->input->cur;
    const size_t behind = cur == piece.ptr ? 0 : piece.len;

    return (cur == piece.ptr + behind && reader_offset(r) == at + behind) ||
           str_eq(str_to(str_from(r->source->text, at), piece.len), piece);
}

/* PIECE follows in the run of text. What stands in the source as it was read is
   not copied: line ends and references are what differs. */
static void add_to_run(struct reader *r, struct str piece)
{
    if (!r->run_differs && is_next_in_source(r, piece)) {
        r->run_len += piece.len;
        return;
    }
    if (!r->run_differs)
        buf_str(&r->text, source_of_run(r));
    r->run_differs = true;
    buf_str(&r->text, piece);
}

/* Of data, which is long, a text that stands in the source as it was read is
   left there. Elsewhere texts are the arena's, and end with a NUL. */
struct str run_text(const struct reader *r)
{
    const struct str text =
        r->run_differs ? buf_view(&r->text) : source_of_run(r);

    return r->checking.root == NULL && !r->run_differs
               ? text
               : arena_str(r->arena, text);
}

#define REFERENCE_MAX 16 /* bytes that are looked at of one */

/* Whether the reference that ends before AT is one to the end of a line: &#10;
   or &#xD;, but not &amp;. */
static bool refers_to_line_end(struct str source, size_t at)
{
    struct str number = str_to(source, at - 1);
    static const char *const forms[] = {"10", "13", "xA", "xa", "xD", "xd"};
    size_t begin = number.len;

    while (begin > 0 && number.len - begin < REFERENCE_MAX &&
           number.ptr[begin - 1] != '&')
        begin--;
    number = str_from(number, begin);
    if (!str_starts(number, STR_LIT("#")))
        return false;
    number = str_from(number, 1);
    for (size_t i = 0; i < sizeof(forms) / sizeof(forms[0]); i++) {
        const struct str form = str_of(forms[i]);
        const bool hex = form.ptr[0] == 'x';
        struct str digits = number;

        if (hex && !str_starts(digits, STR_LIT("x")))
            continue;
        digits = str_from(digits, hex);
        while (str_starts(digits, STR_LIT("0")))
            digits = str_from(digits, 1);
        if (str_eq(digits, str_from(form, hex)))
            return true;
    }
    return false;
}

/* The end of a line that a value has by &#10;, &#13; or both, and that is
   therefore one of its own, not of the file's. */
static bool takes_line_end(struct reader *r, struct str piece)
{
    const char c = piece.ptr[0];
    const bool is_line_end = piece.len == 1 && (c == '\n' || c == '\r');
    const size_t at = is_line_end ? reader_offset(r) : 0;
    const bool behind_return = r->after_return;

    r->after_return = false;
    /* One of the file's own that stands behind a reference and before another
       is met where that one ends. */
    if (at == 0 || at == r->reference_end ||
        r->source->text.ptr[at - 1] != ';' ||
        !xml_holds_value(r->open, &r->checking) ||
        !refers_to_line_end(r->source->text, at))
        return false;
    r->reference_end = at;
    r->after_return = c == '\r';
    if (c == '\r' || !behind_return)
        add_to_run(r, TEXT_BREAK_BYTES);
    return true;
}

void run_add(struct reader *r, struct str piece)
{
    if (!takes_line_end(r, piece))
        add_to_run(r, piece);
}

bool run_is_source(const struct reader *r)
{
    const size_t end = r->run_at + r->run_len;

    return !r->run_differs && end < r->source->text.len &&
           r->source->text.ptr[end] == '<';
}

bool run_is_space(const struct reader *r)
{
    const struct str text = r->source->text;
    size_t at = r->run_at;

    while (at < text.len && xml_is_space(text.ptr[at]))
        at++;
    return at < text.len && text.ptr[at] == '<';
}
