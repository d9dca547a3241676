#include "input/file/encoding_text.h"
#include "core/base/utf8.h"
#include "input/text/mixture.h"

size_t encoding_padding(const struct source *s, struct str text)
{
    size_t at = text.len;
    char before;

    while (s->kind == SOURCE_CSV && at > 0 && text.ptr[at - 1] == '\0')
        at--;
    before = at > 0 ? text.ptr[at - 1] : '\0';
    return before == '\n' || before == '\r' || before == ENCODING_DOS_END
               ? at
               : text.len;
}

struct place encoding_place(const struct source *s, struct str before)
{
    struct place p = {s, 1, 1};

    while (before.len > 0) {
        const uint32_t c = utf8_next(&before);

        if (c == '\r' && str_starts(before, STR_LIT("\n")))
            continue;
        if (c == '\n' || c == '\r') {
            p.line++;
            p.column = 1;
        } else {
            p.column++;
        }
    }
    return p;
}

static void hint_utf8(const struct source *s, struct findings *findings)
{
    finding_hint(findings, "save it again as %sUTF-8",
                 s->kind == SOURCE_CSV ? "CSV " : "");
}

/* S is no text: it has no cells either. */
void encoding_no_cells(struct source *s)
{
    s->kind = SOURCE_TEXT;
    if (s->text.ptr == NULL)
        s->text = s->bytes;
}

static void say_refused(const struct encoding *e, size_t at, const char *what)
{
    const struct source *s = e->source;

    finding(e->findings, FINDING_BAD_ENCODING,
            encoding_place(s, str_to(s->bytes, at)),
            "`%s` %s (byte %zu of the file is 0x%02X)", s->name, what, at + 1,
            (unsigned)(unsigned char)s->bytes.ptr[at]);
}

enum status encoding_refuse(const struct encoding *e, size_t at,
                            const char *what)
{
    say_refused(e, at, what);
    hint_utf8(e->source, e->findings);
    encoding_no_cells(e->source);
    return ST_DATA;
}

enum status encoding_refuse_cut(const struct encoding *e, size_t at)
{
    say_refused(e, at, "ends within a character: it may have been cut off");
    finding_hint(e->findings,
                 "copy or export the file again: its end is not in this one");
    encoding_no_cells(e->source);
    return ST_DATA;
}

/* A file that is UTF-8 at one place and not at another. */
enum status encoding_refuse_mixture(const struct encoding *e, size_t utf8,
                                    size_t other)
{
    struct source *s = e->source;
    const struct place a = encoding_place(s, str_to(s->bytes, utf8));
    const struct place b = encoding_place(s, str_to(s->bytes, other));
    struct str rest = str_from(s->bytes, utf8);
    const struct str all = rest;

    (void)utf8_next(&rest);
    finding(e->findings, FINDING_BAD_ENCODING, b,
            "`%s` is in two character sets: here it is not UTF-8 (byte %zu of "
            "the file is 0x%02X), but at %lu:%lu it is (%.*s)",
            s->name, other + 1, (unsigned)(unsigned char)s->bytes.ptr[other],
            (unsigned long)a.line, (unsigned long)a.column,
            STR_ARG(str_to(all, all.len - rest.len)));
    finding_hint(e->findings, "correct the one or the other; it was perhaps "
                              "put together from two files");
    encoding_no_cells(s);
    return ST_DATA;
}

static enum status keep(const struct encoding *e, struct buf *made,
                        const char *charset)
{
    struct source *s = e->source;
    enum status st = buf_status(made);

    if (st == ST_OK) {
        s->text = arena_str(e->arena, buf_view(made));
        s->charset = charset;
        st = arena_status(e->arena);
    }
    return st;
}

enum status encoding_from_wide(const struct encoding *e, enum wide_form form,
                               size_t mark)
{
    struct source *s = e->source;
    const struct str in = str_from(s->bytes, mark);
    struct buf out;
    enum status st;
    size_t bad;
    struct str made;
    size_t nul;

    buf_init(&out, e->arena->limit);
    bad = wide_decode(&out, form, in);
    made = buf_view(&out);
    nul = str_find_char(made, '\0');
    if (buf_status(&out) == ST_OK &&
        (bad < in.len || nul < encoding_padding(s, made))) {
        finding(e->findings, FINDING_BAD_ENCODING,
                encoding_place(s, str_to(made, nul)),
                "`%s` is not %s text throughout: here is %s", s->name,
                wide_name(form),
                bad < in.len ? "half a character" : "a NUL character");
        hint_utf8(s, e->findings);
        s->text = arena_str(e->arena, made);
        encoding_no_cells(s);
        st = ST_DATA;
    } else {
        st = keep(e, &out, wide_name(form));
    }
    buf_free(&out);
    return st;
}

enum status encoding_from_set(const struct encoding *e,
                              const struct charset *set)
{
    const struct str in = e->source->bytes;
    const size_t utf8 = mixture_find(in);
    const size_t padding = encoding_padding(e->source, in);
    struct buf out;
    enum status st;

    if (utf8 < in.len)
        return encoding_refuse_mixture(e, utf8, utf8_valid(in));
    buf_init(&out, e->arena->limit);
    for (size_t i = 0; i < in.len; i++) {
        const uint32_t c = charset_character(set, (unsigned char)in.ptr[i]);

        if (c == 0 && i < padding) {
            buf_free(&out);
            return encoding_refuse(
                e, i, arena_printf(e->arena, "is not %s text", set->what).ptr);
        }
        utf8_put(&out, c);
    }
    st = keep(e, &out, set->name);
    buf_free(&out);
    return st;
}

enum status encoding_from_utf8(const struct encoding *e)
{
    struct source *s = e->source;
    const size_t bad = s->plain ? s->bytes.len : utf8_valid(s->bytes);

    if (bad < s->bytes.len)
        return encoding_refuse(e, bad, "is not UTF-8 text");
    s->text = s->bytes;
    s->charset = "utf-8";
    return ST_OK;
}
