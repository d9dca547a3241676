#include "input/file/encoding_in.h"
#include "core/base/buf.h"
#include "core/base/utf8.h"
#include "input/text/text_in.h"

#include <string.h>

#define UTF8_MARK STR_LIT("\xEF\xBB\xBF")

struct signature {
    struct str bytes;
    enum finding_id id;
    const char *what;
    const char *hint;
};

static const struct signature signatures[] = {
    {{"PK\x03\x04", 4},
     FINDING_NOT_CSV,
     "is a workbook (.xlsx) or another ZIP file, whatever its name says",
     "open it and save the sheet as CSV UTF-8"},
    {{"\xD0\xCF\x11\xE0", 4},
     FINDING_NOT_CSV,
     "is an old workbook (.xls), whatever its name says",
     "open it and save the sheet as CSV UTF-8"},
    {{"\xFF\xFE", 2},
     FINDING_BAD_ENCODING,
     "is UTF-16 text",
     "save it again as UTF-8"},
    {{"\xFE\xFF", 2},
     FINDING_BAD_ENCODING,
     "is UTF-16 text",
     "save it again as UTF-8"},
};

/* Windows-1252, 0x80 to 0x9F; 0 is unassigned. From 0xA0 on it is Latin-1. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
    0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
    0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
    0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
};

static struct place whole(const struct source *s)
{
    return (struct place){s, 1, 1};
}

/* Line and column, counted in bytes since it is no text, of byte AT. */
static struct place place_of_byte(const struct source *s, size_t at)
{
    struct place p = whole(s);

    for (size_t i = 0; i < at; i++) {
        const unsigned char c = (unsigned char)s->bytes.ptr[i];

        if (c == '\n') {
            p.line++;
            p.column = 1;
        } else if ((c & 0xC0) != 0x80) {
            p.column++;
        }
    }
    return p;
}

static enum status refuse(struct source *s, struct findings *findings,
                          size_t at, const char *what)
{
    const bool csv = s->kind == SOURCE_CSV;

    s->kind = SOURCE_TEXT; /* what is no text has no cells */
    finding(findings, FINDING_BAD_ENCODING, place_of_byte(s, at),
            "`%s` %s (byte %zu of the file is 0x%02X)", s->name, what, at + 1,
            (unsigned)(unsigned char)s->bytes.ptr[at]);
    finding_hint(findings, "save it again as %sUTF-8", csv ? "CSV " : "");
    return ST_DATA;
}

static enum status from_windows_1252(struct arena *arena, struct source *s,
                                     struct findings *findings)
{
    const struct str in = s->bytes;
    struct buf out;
    enum status st;

    buf_init(&out, arena->limit);
    for (size_t i = 0; i < in.len; i++) {
        const unsigned char c = (unsigned char)in.ptr[i];
        const bool mapped = c >= 0x80 && c < 0xA0;
        const uint32_t u = mapped ? windows_1252[c - 0x80] : c;

        if (u == 0) {
            buf_free(&out);
            return refuse(s, findings, i,
                          "is neither UTF-8 nor Windows-1252 text");
        }
        utf8_put(&out, u);
    }
    st = buf_status(&out);
    if (st == ST_OK) {
        s->text = arena_str(arena, buf_view(&out));
        s->charset = "windows-1252";
        st = arena_status(arena);
    }
    buf_free(&out);
    return st;
}

enum status encoding_in(struct arena *arena, struct source *s,
                        struct findings *findings)
{
    const size_t n = sizeof(signatures) / sizeof(signatures[0]);
    size_t at;

    if (s->kind == SOURCE_BYTES)
        return ST_OK;
    for (size_t i = 0; i < n; i++) {
        if (!str_starts(s->bytes, signatures[i].bytes))
            continue;
        s->kind = SOURCE_TEXT; /* what is no text has no cells */
        finding(findings, signatures[i].id, whole(s), "`%s` %s", s->name,
                signatures[i].what);
        finding_hint(findings, "%s", signatures[i].hint);
        return ST_DATA;
    }
    at = str_find_char(s->bytes, '\0');
    if (at < s->bytes.len)
        return refuse(s, findings, at, "is not a text: it holds a NUL byte");
    s->text = s->bytes;
    s->charset = "utf-8";
    if (str_starts(s->text, UTF8_MARK))
        s->text = str_from(s->text, UTF8_MARK.len);
    s->plain = text_is_plain(s->text);
    if (s->plain)
        return ST_OK;
    at = utf8_valid(s->text);
    if (at == s->text.len)
        return ST_OK;
    if (s->kind == SOURCE_CSV)
        return from_windows_1252(arena, s, findings);
    at += s->bytes.len - s->text.len;
    return refuse(s, findings, at, "is not UTF-8 text");
}
