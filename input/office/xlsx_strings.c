#include "core/base/utf8.h"
#include "input/office/raised.h"
#include "input/office/xlsx_parts.h"

/* xl/sharedStrings.xml: the texts that cells name by number. */

struct strings_reading {
    struct workbook *book;
    struct buf text; /* of the string that is open */
    bool in_text;    /* t, of the string or of a run of it */
    bool in_phonetic;
    struct xlsx_script script; /* of the run that is open */
};

static bool read_hex(struct str s, uint32_t *c)
{
    *c = 0;
    for (size_t i = 0; i < s.len; i++) {
        const char h = s.ptr[i];
        const int d = h >= '0' && h <= '9'   ? h - '0'
                      : h >= 'A' && h <= 'F' ? h - 'A' + 10
                      : h >= 'a' && h <= 'f' ? h - 'a' + 10
                                             : -1;

        if (d < 0)
            return false;
        *c = *c * 16 + (uint32_t)d;
    }
    return true;
}

struct str xlsx_unescape(struct arena *arena, struct str text)
{
    const size_t length = sizeof("_x000D_") - 1;
    struct buf out;
    struct str made = text;

    if (str_find(text, STR_LIT("_x")) == text.len)
        return text;
    buf_init(&out, text.len + 1);
    while (text.len > 0) {
        uint32_t c;

        if (text.len >= length && text.ptr[0] == '_' && text.ptr[1] == 'x' &&
            text.ptr[length - 1] == '_' &&
            read_hex(str_to(str_from(text, 2), 4), &c)) {
            text = str_from(text, length);
            if (c != '\r')
                utf8_put(&out, c);
            else if (!str_starts(text, STR_LIT("\n")) &&
                     !str_starts(text, STR_LIT("_x000A_")))
                buf_char(&out, '\n');
        } else {
            buf_char(&out, text.ptr[0]);
            text = str_from(text, 1);
        }
    }
    if (buf_status(&out) == ST_OK)
        made = arena_str(arena, buf_view(&out));
    else
        arena_fail(arena, buf_status(&out));
    buf_free(&out);
    return made;
}

void xlsx_see_script(struct xlsx_script *s, const struct part_tag *tag)
{
    if (part_is(tag, "r") || part_is(tag, "si") || part_is(tag, "is"))
        *s = (struct xlsx_script){false, false};
    if (!part_is(tag, "vertAlign"))
        return;
    s->raised = str_is(part_value(tag, "val"), "superscript");
    s->lowered = str_is(part_value(tag, "val"), "subscript");
}

void xlsx_put_run(struct buf *out, const struct xlsx_script *s, struct str text)
{
    if (s->raised || s->lowered)
        raised_put(out, text, s->lowered);
    else
        buf_str(out, text);
}

static void on_start(void *user, struct part_reading *part,
                     const struct part_tag *tag)
{
    struct strings_reading *r = user;

    (void)part;
    if (part_is(tag, "si"))
        buf_clear(&r->text);
    r->in_phonetic |= part_is(tag, "rPh");
    r->in_text = part_is(tag, "t") && !r->in_phonetic;
    xlsx_see_script(&r->script, tag);
}

static void on_end(void *user, struct part_reading *part, struct str name)
{
    struct strings_reading *r = user;
    struct list *strings = &r->book->strings;
    struct workbook_text *s;

    r->in_text = false;
    if (str_is(name, "rPh"))
        r->in_phonetic = false;
    if (!str_is(name, "si"))
        return;
    if (strings->count >= XLSX_STRINGS_MAX) {
        finding(r->book->findings, FINDING_LIMIT,
                (struct place){r->book->source, 0, 0},
                "`%s` has more than %zu texts", r->book->source->name,
                XLSX_STRINGS_MAX);
        part_stop(part, ST_LIMIT);
        return;
    }
    s = list_add(strings);
    if (s != NULL)
        s->text = xlsx_unescape(r->book->arena,
                                arena_str(r->book->arena, buf_view(&r->text)));
}

static void on_text(void *user, struct part_reading *part, struct str text)
{
    struct strings_reading *r = user;

    if (!r->in_text)
        return;
    xlsx_put_run(&r->text, &r->script, text);
    if (buf_status(&r->text) != ST_OK)
        part_stop(part, ST_OK);
}

enum status xlsx_read_strings(struct workbook *w)
{
    static const struct part_handler handler = {on_start, on_end, on_text};
    struct strings_reading r = {.book = w};
    enum status st;

    if (w->strings_read || w->strings_part.len == 0)
        return ST_OK;
    w->strings_read = true;
    buf_init(&r.text, (size_t)4 * SHEET_TEXT_MAX);
    st = part_read(&w->package, w->strings_part, &handler, &r);
    if (st == ST_OK && buf_status(&r.text) == ST_LIMIT) {
        package_refuse(&w->package, w->strings_part,
                       "holds a text of more than 32,767 characters");
        st = ST_DATA;
    } else if (st == ST_OK) {
        st = buf_status(&r.text);
    }
    buf_free(&r.text);
    return st;
}
