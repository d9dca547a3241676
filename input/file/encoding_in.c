#include "input/file/encoding_in.h"
#include "core/base/utf8.h"
#include "input/text/charset_guess.h"
#include "input/text/mixture.h"
#include "input/text/text_in.h"

#define UTF8_MARK STR_LIT("\xEF\xBB\xBF")
/* The same, read as Windows-1252 and written as UTF-8 once more. */
#define MANGLED_MARK STR_LIT("\xC3\xAF\xC2\xBB\xC2\xBF")
#define SHOWN_MAX 32 /* bytes of a line in a message */

struct signature {
    struct str bytes;
    struct str ending; /* of the name; or empty: any */
    const char *what;
    const char *hint;
};

static const struct signature signatures[] = {
    {STR_INIT("PK\x03\x04"), STR_INIT(".docx"),
     "is a Word file: it holds words, and no table of data",
     "name it in a section (<section id=\"...\" file=\"...\"/>); save a table "
     "that stands in it as a workbook (.xlsx) or CSV UTF-8"},
    {STR_INIT("PK\x03\x04"), STR_INIT(""),
     "is a workbook (.xlsx) or another ZIP file, whatever its name says",
     "open it and save the sheet as CSV UTF-8, words as a Word file (.docx)"},
    {STR_INIT("\xD0\xCF\x11\xE0"), STR_INIT(""),
     "is an old workbook (.xls) or Word file (.doc), whatever its name says",
     "open it and save the sheet as CSV UTF-8, words as a Word file (.docx)"},
    {STR_INIT("{\\rtf"), STR_INIT(""), "is RTF, whatever its name says",
     "open it in Word and save it as a Word file (.docx)"},
    {STR_INIT("\x89PNG"), STR_INIT(""), "is a picture, whatever its name says",
     "name it in a figure (<figure file=\"...\" alt=\"...\"/>)"},
    {STR_INIT("\xFF\xD8\xFF"), STR_INIT(""),
     "is a picture, whatever its name says",
     "name it in a figure (<figure file=\"...\" alt=\"...\"/>)"},
    {STR_INIT("\x1F\x8B"), STR_INIT(""), "is packed (gzip)", "unpack it"},
    {STR_INIT("%PDF-"), STR_INIT(""), "is a PDF file, whatever its name says",
     "ask for the file that it was made of"},
};

static struct place whole(const struct source *s)
{
    return (struct place){s, 0, 0};
}

/* The words about the byte AT, read as SET. */
static struct str shown(const struct encoding *e, const struct charset *set,
                        size_t at)
{
    const struct str in = e->source->bytes;
    size_t start = at;
    size_t end = at;
    struct buf out;
    struct str words;

    while (start > 0 && in.ptr[start - 1] != '\n' && at - start < SHOWN_MAX / 2)
        start--;
    while (end < in.len && in.ptr[end] != '\n' && in.ptr[end] != '\r' &&
           end - at < SHOWN_MAX / 2)
        end++;
    buf_init(&out, e->arena->limit);
    for (size_t i = start; i < end; i++)
        utf8_put(&out, charset_character(set, (unsigned char)in.ptr[i]));
    words = arena_str(e->arena, buf_view(&out));
    buf_free(&out);
    return words;
}

/* What a guess rests on: the bytes without what remove_end_marks() takes. */
static struct str lines_of(const struct source *s)
{
    struct str in = str_to(s->bytes, encoding_padding(s, s->bytes));

    while (s->kind == SOURCE_CSV && in.len > 0 &&
           in.ptr[in.len - 1] == ENCODING_DOS_END)
        in.len--;
    return in;
}

/* Two sets have other letters where what was taken is doubtful. */
static void say_three(const struct encoding *e, const struct charset_guess *g,
                      struct str in)
{
    const struct source *s = e->source;

    finding(e->findings, FINDING_ENCODING_DOUBT, whole(s),
            "`%s` could be %s, %s or %s: line %lu has `%.*s`, `%.*s` or "
            "`%.*s`; it was read as the first",
            s->name, g->set->what, g->other->what, g->third->what,
            (unsigned long)encoding_place(s, str_to(in, g->differs)).line,
            STR_ARG(shown(e, g->set, g->differs)),
            STR_ARG(shown(e, g->other, g->differs)),
            STR_ARG(shown(e, g->third, g->differs)));
    finding_hint(e->findings,
                 "save it again as UTF-8, or say which it is: "
                 "encoding=\"%s\", encoding=\"%s\" or encoding=\"%s\"",
                 g->set->name, g->other->name, g->third->name);
}

static void say_guess(const struct encoding *e, const struct charset_guess *g)
{
    const struct source *s = e->source;
    const struct str in = lines_of(s);

    if (g->third != NULL) {
        say_three(e, g, in);
    } else if (g->other != NULL) {
        finding(e->findings, FINDING_ENCODING_DOUBT, whole(s),
                "`%s` could be %s or %s: line %lu has `%.*s` or `%.*s`; it was "
                "read as the first",
                s->name, g->set->what, g->other->what,
                (unsigned long)encoding_place(s, str_to(in, g->differs)).line,
                STR_ARG(shown(e, g->set, g->differs)),
                STR_ARG(shown(e, g->other, g->differs)));
        finding_hint(e->findings,
                     "save it again as UTF-8, or say which it is: "
                     "encoding=\"%s\" or encoding=\"%s\"",
                     g->set->name, g->other->name);
    } else if (g->odd < in.len) {
        finding(e->findings, FINDING_ENCODING_DOUBT, whole(s),
                "`%s` was read as %s, the likeliest, but `%.*s` in line %lu "
                "makes no sense there",
                s->name, g->set->what, STR_ARG(shown(e, g->set, g->odd)),
                (unsigned long)encoding_place(s, str_to(in, g->odd)).line);
        finding_hint(e->findings,
                     "save it again as UTF-8, or say which it is: "
                     "encoding=\"%s\"",
                     g->set->name);
    } else {
        finding(e->findings, FINDING_ASSUMED, whole(s),
                "read as %s: it is not UTF-8", g->set->what);
    }
}

/* Whether it is the first bytes of a character, and no more. */
static bool ends_within_character(struct str rest)
{
    const unsigned char lead = (unsigned char)rest.ptr[0];
    const size_t length = lead < 0xC2   ? 1
                          : lead < 0xE0 ? 2
                          : lead < 0xF0 ? 3
                                        : 4;

    for (size_t i = 1; i < rest.len; i++) {
        if (!utf8_continues(rest.ptr[i]))
            return false;
    }
    return rest.len < length;
}

static enum status from_guess(const struct encoding *e, size_t bad,
                              struct str lang)
{
    const struct str in = lines_of(e->source);
    const struct charset_guess g = charset_guess(in, lang);
    enum status st;

    if (g.set == NULL && ends_within_character(str_from(in, bad)))
        return encoding_refuse_cut(e, bad);
    if (g.set == NULL)
        return encoding_refuse(e, bad,
                               "is text in no character set that makes sense");
    st = encoding_from_set(e, g.set);
    if (st == ST_OK)
        say_guess(e, &g);
    return st;
}

/* What begins like XML is read as XML, which says itself what it is in. */
static bool is_xml(struct str bytes)
{
    return str_starts(str_trim(str_to(bytes, 64)), STR_LIT("<"));
}

static enum status not_utf8(const struct encoding *e, size_t bad,
                            struct str lang)
{
    const struct str in = e->source->bytes;
    const size_t utf8 = mixture_find(in);

    if (utf8 < bad && ends_within_character(str_from(in, bad)))
        return encoding_refuse_cut(e, bad);
    if (utf8 < in.len)
        return encoding_refuse_mixture(e, utf8, bad);
    if (is_xml(in))
        return encoding_refuse(e, bad, "is not UTF-8 text");
    return from_guess(e, bad, lang);
}

static enum status narrow(const struct encoding *e, struct str lang)
{
    struct source *s = e->source;
    const size_t bad = utf8_valid(s->bytes);

    return bad < s->bytes.len ? not_utf8(e, bad, lang) : encoding_from_utf8(e);
}

static enum status refuse_signature(const struct encoding *e)
{
    struct source *s = e->source;

    for (size_t i = 0; i < sizeof(signatures) / sizeof(signatures[0]); i++) {
        if (!str_starts(s->bytes, signatures[i].bytes) ||
            !str_ends_alike(str_of(s->name), signatures[i].ending))
            continue;
        s->kind = SOURCE_TEXT; /* nor has it lines that could be shown */
        finding(e->findings, FINDING_NOT_CSV, (struct place){s, 1, 1},
                "`%s` %s", s->name, signatures[i].what);
        finding_hint(e->findings, "%s", signatures[i].hint);
        return ST_DATA;
    }
    return ST_OK;
}

static enum status from_bytes(const struct encoding *e, struct str lang)
{
    struct source *s = e->source;
    enum wide_form form;
    size_t mark;
    size_t nul;
    enum status st;

    if (s->plain)
        return encoding_from_utf8(e);
    form = wide_marked(s->bytes, &mark);
    if (form != WIDE_NONE)
        return encoding_from_wide(e, form, mark);
    nul = str_find_char(s->bytes, '\0');
    if (nul == s->bytes.len)
        return narrow(e, lang);
    form = wide_guess(s->bytes);
    if (form == WIDE_NONE)
        return nul == encoding_padding(s, s->bytes)
                   ? narrow(e, lang)
                   : encoding_refuse(e, nul,
                                     "is not a text: it holds a NUL byte");
    st = encoding_from_wide(e, form, 0);
    if (st == ST_OK)
        finding(e->findings, FINDING_ASSUMED, whole(s), "read as %s",
                wide_name(form));
    return st;
}

/* ^Z is where files of DOS end: finance systems that are as old write it, some
   until a block is full; others fill it with NUL bytes. */
static void remove_end_marks(struct source *s, struct findings *findings)
{
    size_t len = s->text.len;
    bool nul = false;
    bool sign = false;

    while (s->kind == SOURCE_CSV && len > 0) {
        const char last = s->text.ptr[len - 1];

        if (last != ENCODING_DOS_END && last != '\0' && last != '\n' &&
            last != '\r')
            break;
        sign |= last == ENCODING_DOS_END;
        nul |= last == '\0';
        len--;
    }
    if (!sign && !nul)
        return;
    while (s->text.ptr[len] == '\n' || s->text.ptr[len] == '\r')
        len++; /* the last line ends before the signs */
    s->text = str_to(s->text, len);
    s->plain = text_is_plain(s->text);
    s->has_end_sign = sign;
    finding(findings, FINDING_LEFT_OUT, whole(s), "%s",
            sign ? "the sign for the end of a file (^Z, U+001A) is left out"
                 : "the NUL bytes behind the last line are left out");
}

/* Programs add a mark to a file that has one, or mangle it. Plain bytes have
   none. */
static void remove_marks(struct source *s)
{
    if (s->plain)
        return;
    for (;;) {
        if (str_starts(s->text, UTF8_MARK))
            s->text = str_from(s->text, UTF8_MARK.len);
        else if (str_starts(s->text, MANGLED_MARK))
            s->text = str_from(s->text, MANGLED_MARK.len);
        else
            break;
    }
    s->plain = text_is_plain(s->text);
}

enum status encoding_in(struct arena *arena, struct source *s,
                        struct encoding_given given, struct findings *findings)
{
    const struct encoding e = {arena, s, findings};
    enum status st;

    if (s->kind == SOURCE_BYTES)
        return ST_OK;
    st = refuse_signature(&e);
    if (st != ST_OK)
        return st;
    s->plain = text_is_plain(s->bytes); /* as most are */
    if (given.name.len == 0 && !s->plain && is_xml(s->bytes) &&
        !utf8_is_ascii(s->bytes))
        given = encoding_declared(s);
    s->plain &= given.name.len == 0; /* else its text may be another */
    st = given.name.len > 0 ? encoding_as_given(&e, given)
                            : from_bytes(&e, given.lang);
    if (st == ST_OK) {
        remove_marks(s);
        remove_end_marks(s, findings);
    }
    return st;
}
