#include "core/base/mem.h"
#include "core/base/utf8.h"
#include "input/office/raised.h"
#include "input/office/symbol_font.h"
#include "input/office/xlsx_parts.h"
#include "input/text/escaped.h"

/* xl/sharedStrings.xml: the texts that cells name by number. */

struct strings_reading {
    struct workbook *book;
    struct buf text; /* of the string that is open */
    bool in_text;    /* t, of the string or of a run of it */
    bool in_phonetic;
    struct xlsx_run run; /* that is open */
    struct words_met met;
};

void xlsx_see_run(struct xlsx_run *r, const struct part_tag *tag)
{
    if (part_is(tag, "r") || part_is(tag, "si") || part_is(tag, "is"))
        *r = (struct xlsx_run){.colour = COLOUR_UNSAID};
    else if (part_is(tag, "rPr"))
        r->has_look = true;
    else if (part_is(tag, "strike"))
        r->struck = xlsx_says_yes(tag);
    else if (part_is(tag, "rFont"))
        r->signs = symbol_font_is(part_value(tag, "val"));
    else if (part_is(tag, "color"))
        r->colour = xlsx_colour(tag);
    if (!part_is(tag, "vertAlign"))
        return;
    r->raised = str_is(part_value(tag, "val"), "superscript");
    r->lowered = str_is(part_value(tag, "val"), "subscript");
}

void xlsx_put_run(struct buf *out, const struct xlsx_run *r, struct str text,
                  const struct wording *wording, struct words_met *met)
{
    if (str_trim(text).len > 0) {
        met->bare |= !r->has_look;
        met->unstruck |= !r->has_look;
        met->struck |= r->struck;
        met->signs |= r->signs;
        met->white |= seen_colour_hides(r->colour, COLOUR_WHITE);
        met->black |= seen_colour_hides(r->colour, COLOUR_BLACK);
    }
    met->raised |= r->raised && raised_misleads(text, wording);
    met->lowered |= r->lowered && raised_misleads(text, NULL);
    if (r->raised || r->lowered)
        raised_put(out, text, r->lowered);
    else
        buf_str(out, text);
}

static void on_start(void *user, struct part_reading *part,
                     const struct part_tag *tag)
{
    struct strings_reading *r = user;

    (void)part;
    if (part_is(tag, "si")) {
        buf_clear(&r->text);
        r->met = (struct words_met){.bare = false};
    }
    r->in_phonetic |= part_is(tag, "rPh");
    r->in_text = part_is(tag, "t") && !r->in_phonetic;
    xlsx_see_run(&r->run, tag);
}

/* For one more text. */
static enum status make_room(struct workbook *w)
{
    const size_t capacity = w->texts_capacity + w->texts_capacity / 2 + 64;
    struct workbook_text *texts;

    if (w->ntexts >= XLSX_STRINGS_MAX * arena_times(w->arena)) {
        finding(w->findings, FINDING_LIMIT, (struct place){w->source, 0, 0},
                "`%s` has more than %zu texts", w->source->name,
                XLSX_STRINGS_MAX * arena_times(w->arena));
        finding_hint(w->findings, ARENA_TIMES_HINT);
        return ST_LIMIT;
    }
    if (w->ntexts < w->texts_capacity)
        return ST_OK;
    texts = mem_realloc(w->texts, capacity * sizeof(*texts));
    if (texts == NULL)
        return ST_NOMEM;
    w->texts = texts;
    w->texts_capacity = capacity;
    return ST_OK;
}

static void on_end(void *user, struct part_reading *part, const char *name)
{
    struct strings_reading *r = user;
    enum status st;

    r->in_text = false;
    if (part_name_is(name, "rPh"))
        r->in_phonetic = false;
    if (!part_name_is(name, "si"))
        return;
    st = make_room(r->book);
    if (st != ST_OK) {
        part_stop(part, st);
        return;
    }
    r->book->texts[r->book->ntexts++] = (struct workbook_text){
        .text = escaped_meant(r->book->arena,
                              arena_str(r->book->arena, buf_view(&r->text))),
        .met = r->met};
}

static void on_text(void *user, struct part_reading *part, struct str text)
{
    struct strings_reading *r = user;

    if (!r->in_text)
        return;
    xlsx_put_run(&r->text, &r->run, text, r->book->values.wording, &r->met);
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
