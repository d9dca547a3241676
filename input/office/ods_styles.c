#include "core/base/utf8.h"
#include "input/office/ods_parts.h"
#include "input/office/symbol_font.h"

#include <stdlib.h>

#define DIGITS_MAX 20
#define PARENTS_MAX 32 /* of a style, one of the other */

static struct ods_style *add_style(struct ods_styles_reading *r,
                                   struct part_reading *part,
                                   const struct part_tag *tag)
{
    struct ods_style *s;

    if (r->book->styles.count >= ODS_STYLES_MAX) {
        package_refuse(&r->book->package, STR_LIT("content.xml"),
                       "has more styles than can be read");
        part_stop(part, ST_DATA);
        return NULL;
    }
    s = list_add(&r->book->styles);
    if (s == NULL)
        return NULL;
    s->name = arena_str(r->book->arena, part_value(tag, "name"));
    s->automatic = r->automatic;
    s->format.nsections = 1;
    s->look.words = s->look.ground = COLOUR_UNSAID;
    r->open = s;
    r->words = 0;
    r->among = r->past_number = false;
    r->depth = tag->depth;
    return s;
}

static void start_style(struct ods_styles_reading *r, struct part_reading *part,
                        const struct part_tag *tag)
{
    static const struct {
        const char *name;
        enum ods_family family;
    } families[] = {{"table-cell", ODS_CELLS},
                    {"table", ODS_TABLE},
                    {"text", ODS_TEXT},
                    {"paragraph", ODS_PARAGRAPH}};
    const struct str family = part_value(tag, "family");
    struct ods_style *s;

    size_t i = 0;

    while (i < sizeof(families) / sizeof(families[0]) &&
           !str_is(family, families[i].name))
        i++;
    if (i == sizeof(families) / sizeof(families[0]))
        return;
    s = add_style(r, part, tag);
    if (s == NULL)
        return;
    s->family = families[i].family;
    s->parent = arena_str(r->book->arena, part_value(tag, "parent-style-name"));
    s->data = arena_str(r->book->arena, part_value(tag, "data-style-name"));
}

/* number:date-style and its like; false: TAG begins none. */
static bool start_data_style(struct ods_styles_reading *r,
                             struct part_reading *part,
                             const struct part_tag *tag)
{
    static const struct {
        const char *name;
        enum shown_as as;
    } kinds[] = {
        {"number-style", SHOWN_WORDS},     {"currency-style", SHOWN_WORDS},
        {"percentage-style", SHOWN_WORDS}, {"text-style", SHOWN_NUMBER},
        {"boolean-style", SHOWN_NUMBER},   {"date-style", SHOWN_DATE},
        {"time-style", SHOWN_TIME}};

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++) {
        struct ods_style *s;

        if (!part_is(tag, kinds[i].name))
            continue;
        s = add_style(r, part, tag);
        if (s == NULL)
            return true;
        s->family = ODS_DATA;
        /* Words, until a number is found in it. */
        s->format.sections[0].as = kinds[i].as;
        s->format.sections[0].percent = part_is(tag, "percentage-style");
        s->format.sections[0].truth = part_is(tag, "boolean-style");
        if (kinds[i].as == SHOWN_TIME &&
            str_is(part_value(tag, "truncate-on-overflow"), "false"))
            s->format.sections[0].as = SHOWN_DURATION;
        return true;
    }
    return false;
}

/* value()>=0 */
static void read_condition(struct ods_style *s, struct str text)
{
    const size_t n = s->napplied;
    char number[DIGITS_MAX + 1];
    size_t len = 0;
    char c;

    text = str_from(text, str_find_char(text, ')') + 1);
    c = text.len > 0 ? text.ptr[0] : 0;
    text = str_from(text, 1);
    if (text.len > 0 && text.ptr[0] == '=') {
        c = c == '<' ? 'l' : c == '>' ? 'g' : 'n';
        text = str_from(text, 1);
    }
    for (; len < text.len && len < DIGITS_MAX; len++)
        number[len] = text.ptr[len];
    number[len] = '\0';
    s->compared[n] = c;
    s->bound[n] = strtod(number, NULL);
}

static uint8_t digits_of(struct str s)
{
    unsigned n = 0;

    for (size_t i = 0; i < s.len && s.ptr[i] >= '0' && s.ptr[i] <= '9'; i++)
        n = n * 10 + (unsigned)(s.ptr[i] - '0');
    return n > DIGITS_MAX ? DIGITS_MAX : (uint8_t)n;
}

static void read_number(struct format_section *f, const struct part_tag *tag)
{
    struct str factor = part_value(tag, "display-factor");
    const struct str decimals = part_value(tag, "decimal-places");
    const struct str least = part_value(tag, "min-integer-digits");

    f->as = SHOWN_NUMBER;
    f->grouped = str_is(part_value(tag, "grouping"), "true");
    if (decimals.len == 1 && decimals.ptr[0] >= '0' && decimals.ptr[0] <= '9')
        f->decimals = (uint8_t)(decimals.ptr[0] - '0');
    f->rounds = part_is(tag, "number") && decimals.len == 1;
    f->blank_nil = f->rounds && f->decimals == 0 && str_is(least, "0");
    /* A code that is filled up with noughts: 00123. */
    if (f->rounds && f->decimals == 0 && !f->grouped && !f->percent &&
        (least.len == 2 || (least.len == 1 && least.ptr[0] > '1')))
        f->digits = digits_of(least);
    if (str_starts(factor, STR_LIT("1"))) {
        factor = str_from(factor, 1);
        while (str_starts(factor, STR_LIT("0")) && f->zeros < 15) {
            f->zeros++;
            factor = str_from(factor, 1);
        }
    }
}

static enum said said(bool yes)
{
    return yes ? SAID_YES : SAID_NO;
}

/* super 58%, or a height above the line in parts of it. */
static void read_position(struct ods_look *look, struct str position)
{
    const struct str height = str_cut_word(&position);

    if (height.len == 0)
        return;
    look->raised = said(str_is(height, "super") ||
                        (height.ptr[0] >= '1' && height.ptr[0] <= '9'));
    look->lowered =
        said(str_is(height, "sub") || str_starts(height, STR_LIT("-")));
}

/* The line through words is none, or has a style, a type or both. */
static void read_line(struct ods_look *look, const struct part_tag *tag)
{
    const struct str style = part_value(tag, "text-line-through-style");
    const struct str type = part_value(tag, "text-line-through-type");

    if (style.len > 0 || type.len > 0)
        look->struck = said(!str_is(style, "none") && !str_is(type, "none"));
}

static void read_font(struct ods_look *look, const struct part_tag *tag)
{
    const struct str family = part_value(tag, "font-family");
    const struct str font =
        family.len > 0 ? family : part_value(tag, "font-name");

    if (font.len > 0)
        look->signs = said(symbol_font_is(font));
}

static void read_look(struct ods_style *s, const struct part_tag *tag)
{
    if (s->family == ODS_TEXT)
        read_position(&s->look, part_value(tag, "text-position"));
    read_line(&s->look, tag);
    read_font(&s->look, tag);
    if (part_value(tag, "color").len > 0)
        s->look.words = seen_colour_read(part_value(tag, "color"));
    if (str_is(part_value(tag, "use-window-font-color"), "true"))
        s->look.words = COLOUR_UNKNOWN; /* the program's, which is seen */
    if (s->family == ODS_DATA)
        s->format.sections[0].white =
            seen_colour_hides(s->look.words, COLOUR_WHITE);
}

static void read_ground(struct ods_look *look, struct str colour)
{
    if (colour.len > 0)
        look->ground = str_is(colour, "transparent") ? COLOUR_WHITE
                                                     : seen_colour_read(colour);
}

/* Part of a date or time; false: TAG is none. */
static bool read_time_part(struct format_section *f, const struct part_tag *tag)
{
    if (part_is(tag, "year"))
        f->has_year = true;
    else if (part_is(tag, "month"))
        f->has_month = true;
    else if (part_is(tag, "day"))
        f->has_day = true;
    else if (part_is(tag, "day-of-week"))
        f->has_weekday = true;
    else if (part_is(tag, "hours"))
        f->has_hour = true;
    else if (part_is(tag, "minutes"))
        f->has_minute = true;
    else if (part_is(tag, "seconds"))
        f->has_second = true;
    else if (part_is(tag, "quarter") || part_is(tag, "week-of-year") ||
             part_is(tag, "era"))
        f->as = SHOWN_WORDS; /* Q3: no day, nor a month */
    else
        return false;
    return true;
}

static void read_piece(struct ods_styles_reading *r, const struct part_tag *tag)
{
    struct ods_style *s = r->open;
    struct format_section *f = &s->format.sections[0];

    if (part_is(tag, "text") || part_is(tag, "currency-symbol") ||
        part_is(tag, "embedded-text")) {
        r->words = tag->depth;
        r->among = part_is(tag, "embedded-text");
    }
    r->past_number |= part_is(tag, "text-content");
    if (part_is(tag, "number") || part_is(tag, "scientific-number") ||
        part_is(tag, "fraction")) {
        r->past_number = true;
        read_number(f, tag);
    }
    if (s->family == ODS_DATA && read_time_part(f, tag)) {
        r->past_number = true;
        f->after.len = 0; /* what stands between two of them */
        return;
    }
    if (part_is(tag, "table-properties") && part_value(tag, "display").len > 0)
        s->shown = said(!str_is(part_value(tag, "display"), "false"));
    else if (part_is(tag, "text-properties"))
        read_look(s, tag);
    else if (part_is(tag, "table-cell-properties"))
        read_ground(&s->look, part_value(tag, "background-color"));
    else if (part_is(tag, "map") && s->family == ODS_CELLS)
        s->look.ground = COLOUR_UNKNOWN; /* it depends on the value */
    else if (part_is(tag, "map") && s->family == ODS_DATA &&
             s->napplied < FORMAT_SECTIONS) {
        read_condition(s, part_value(tag, "condition"));
        s->applied[s->napplied++] =
            arena_str(r->book->arena, part_value(tag, "apply-style-name"));
    }
}

void ods_styles_start(struct ods_styles_reading *r, struct part_reading *part,
                      const struct part_tag *tag)
{
    if (r->open != NULL)
        read_piece(r, tag);
    else if (part_is(tag, "style") || part_is(tag, "default-style"))
        start_style(r, part, tag);
    else
        (void)start_data_style(r, part, tag);
}

void ods_styles_end(struct ods_styles_reading *r, size_t depth)
{
    if (depth == r->words)
        r->words = 0;
    if (r->open != NULL && depth == r->depth)
        r->open = NULL;
}

/* TEXT beside the number of the style that is open. */
static void keep_words_of_number(struct ods_styles_reading *r, struct str text)
{
    struct format_section *f = &r->open->format.sections[0];
    struct str *side = r->past_number ? &f->after : &f->before;

    if (r->among)
        f->among |= str_trim(text).len > 0;
    else if (side->len + text.len > FORMAT_WORDS_MAX)
        f->among = true; /* too many to be read */
    else
        *side = arena_printf(r->book->arena, "%.*s%.*s", STR_ARG(*side),
                             STR_ARG(text));
}

static bool is_currency(struct str text)
{
    return text.len > 0 && number_format_is_currency(utf8_next(&text)) &&
           text.len == 0;
}

/* A style without a number, whose only text is a dash. */
void ods_styles_text(struct ods_styles_reading *r, struct str text)
{
    struct format_section *f;

    if (r->open != NULL && r->open->family == ODS_DATA && r->words > 0)
        keep_words_of_number(r, text);
    text = str_trim(text);
    if (r->open == NULL || r->open->family != ODS_DATA || text.len == 0)
        return;
    f = &r->open->format.sections[0];
    if (f->as == SHOWN_DASH && is_currency(text))
        return; /* accounts have it beside the dash of a nought */
    for (struct str rest = text; f->zeros > 0 && rest.len > 0;)
        f->names_unit |= utf8_is_letter(utf8_next(&rest));
    if (f->as == SHOWN_WORDS &&
        (str_is(text, "-") || str_is(text, "\xE2\x80\x93")))
        f->as = SHOWN_DASH;
    else if (f->as == SHOWN_DASH)
        f->as = SHOWN_WORDS;
}

static int compare_styles(const void *a, const void *b)
{
    const struct ods_style *x = a;
    const struct ods_style *y = b;

    if (x->family != y->family)
        return x->family < y->family ? -1 : 1;
    if (x->automatic != y->automatic)
        return x->automatic ? -1 : 1;
    return str_cmp(x->name, y->name);
}

static const struct ods_style *find_style(const struct workbook *w,
                                          struct str name,
                                          enum ods_family family,
                                          bool automatic)
{
    const struct ods_style key = {
        .name = name, .family = family, .automatic = automatic};

    if (w->styles.count == 0)
        return NULL;
    return bsearch(&key, w->styles.items, w->styles.count, sizeof(key),
                   compare_styles);
}

const struct ods_style *ods_style_of(const struct workbook *w, struct str name,
                                     enum ods_family family)
{
    const struct ods_style *s = find_style(w, name, family, true);

    return s != NULL ? s : find_style(w, name, family, false);
}

void ods_look_inherit(struct ods_look *look, const struct ods_look *from)
{
    if (look->struck == UNSAID)
        look->struck = from->struck;
    if (look->raised == UNSAID) {
        look->raised = from->raised;
        look->lowered = from->lowered;
    }
    if (look->signs == UNSAID)
        look->signs = from->signs;
    if (look->words == COLOUR_UNSAID)
        look->words = from->words;
    if (look->ground == COLOUR_UNSAID)
        look->ground = from->ground;
}

static void inherit(struct ods_style *s, const struct ods_style *from)
{
    if (s->data.len == 0)
        s->data = from->data;
    if (s->shown == UNSAID)
        s->shown = from->shown;
    ods_look_inherit(&s->look, &from->look);
}

/* What its parents say, and the default style of its family behind them. False:
   they have no end. */
static bool settle_parents(const struct workbook *w, struct ods_style *s)
{
    const struct ods_style *at = s;
    size_t n = 0;

    while (at->parent.len > 0) {
        at = find_style(w, at->parent, s->family, false);
        if (at == NULL)
            break;
        if (n++ == PARENTS_MAX)
            return false;
        inherit(s, at);
    }
    at = find_style(w, (struct str){NULL, 0}, s->family, false);
    if (at != NULL)
        inherit(s, at);
    return true;
}

static void settle_format(const struct workbook *w, struct ods_style *s)
{
    const struct ods_style *data = ods_style_of(w, s->data, ODS_DATA);
    struct number_format *f = &s->format;

    *f = (struct number_format){.sections = {{.as = SHOWN_NUMBER}},
                                .nsections = 1};
    if (data == NULL)
        return;
    f->nsections = 0;
    for (size_t i = 0; i < data->napplied; i++) {
        const struct ods_style *applied =
            ods_style_of(w, data->applied[i], ODS_DATA);

        if (applied == NULL)
            continue;
        f->sections[f->nsections] = applied->format.sections[0];
        f->sections[f->nsections].compared = data->compared[i];
        f->sections[f->nsections++].bound = data->bound[i];
    }
    if (f->nsections < FORMAT_SECTIONS)
        f->sections[f->nsections++] = data->format.sections[0];
}

enum status ods_styles_settle(struct workbook *w)
{
    struct ods_style *list = w->styles.items;

    if (w->styles.count == 0)
        return ST_OK;
    qsort(list, w->styles.count, sizeof(*list), compare_styles);
    for (size_t i = 0; i < w->styles.count; i++) {
        if (!settle_parents(w, &list[i])) {
            package_refuse(&w->package, STR_LIT("styles.xml"),
                           "has styles whose parents have no end");
            return ST_DATA;
        }
        if (list[i].family == ODS_CELLS)
            settle_format(w, &list[i]);
    }
    return ST_OK;
}
