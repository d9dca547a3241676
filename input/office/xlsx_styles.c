#include "input/office/xlsx_parts.h"

/* xl/styles.xml: which number format and which font each style of cells has. */

struct custom_format {
    uint32_t id;
    struct number_format format;
};

struct font {
    bool struck;
};

struct styles_reading {
    struct workbook *book;
    struct list custom;  /* struct custom_format */
    struct list fonts;   /* struct font */
    bool in_cell_styles; /* cellXfs, not cellStyleXfs */
    bool in_formats;     /* numFmts, not those of dxfs */
    bool in_fonts;
};

void xlsx_pass_over(void *user, struct part_reading *part, struct str name)
{
    (void)user;
    (void)part;
    (void)name;
}

bool xlsx_number(struct str s, uint32_t max, uint32_t *n)
{
    uint64_t value = 0;

    s = str_trim(s);
    for (size_t i = 0; i < s.len; i++) {
        if (s.ptr[i] < '0' || s.ptr[i] > '9')
            return false;
        value = value * 10 + (uint64_t)(s.ptr[i] - '0');
        if (value > max)
            return false;
    }
    *n = (uint32_t)value;
    return s.len > 0;
}

static void add_custom(struct styles_reading *r, const struct part_tag *tag)
{
    uint32_t id;
    struct custom_format *f;

    if (!xlsx_number(part_value(tag, "numFmtId"), UINT16_MAX, &id))
        return;
    f = list_add(&r->custom);
    if (f == NULL)
        return;
    f->id = id;
    number_format_read(r->book->arena, part_value(tag, "formatCode"),
                       &f->format);
}

static void add_style(struct styles_reading *r, const struct part_tag *tag)
{
    const struct custom_format *custom = r->custom.items;
    const struct font *fonts = r->fonts.items;
    struct xlsx_look *look;
    uint32_t id = 0;
    uint32_t font;

    if (r->book->looks.count >= XLSX_FORMATS_MAX)
        return;
    look = list_add(&r->book->looks);
    if (look == NULL)
        return;
    (void)xlsx_number(part_value(tag, "numFmtId"), UINT16_MAX, &id);
    number_format_built_in(r->book->arena, id, &look->format);
    for (size_t i = 0; i < r->custom.count; i++) {
        if (custom[i].id == id)
            look->format = custom[i].format;
    }
    if (xlsx_number(part_value(tag, "fontId"), UINT16_MAX, &font) &&
        font < r->fonts.count)
        look->struck = fonts[font].struck;
}

static void see_font(struct styles_reading *r, const struct part_tag *tag)
{
    struct font *fonts = r->fonts.items;

    if (tag->depth == 3 && r->fonts.count < XLSX_FONTS_MAX)
        (void)list_add(&r->fonts);
    else if (tag->depth == 4 && r->fonts.count > 0 && part_is(tag, "strike"))
        fonts[r->fonts.count - 1].struck = xlsx_says_yes(tag);
}

static void on_start(void *user, struct part_reading *part,
                     const struct part_tag *tag)
{
    struct styles_reading *r = user;

    (void)part;
    if (tag->depth == 2) {
        r->in_cell_styles = part_is(tag, "cellXfs");
        r->in_formats = part_is(tag, "numFmts");
        r->in_fonts = part_is(tag, "fonts");
    } else if (tag->depth == 3 && r->in_formats && part_is(tag, "numFmt")) {
        add_custom(r, tag);
    } else if (tag->depth == 3 && r->in_cell_styles && part_is(tag, "xf")) {
        add_style(r, tag);
    } else if (r->in_fonts) {
        see_font(r, tag);
    }
}

enum status xlsx_read_styles(struct workbook *w, struct str part)
{
    static const struct part_handler handler = {on_start, xlsx_pass_over,
                                                xlsx_pass_over};
    struct styles_reading r = {
        .book = w,
        .custom = list_of(w->arena, sizeof(struct custom_format)),
        .fonts = list_of(w->arena, sizeof(struct font)),
    };

    w->looks = list_of(w->arena, sizeof(struct xlsx_look));
    return part_read(&w->package, part, &handler, &r);
}
