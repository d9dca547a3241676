#include "input/office/symbol_font.h"
#include "input/office/xlsx_rules.h"

/* xl/styles.xml: which number format, font and fill each style of cells has. */

struct custom_format {
    uint32_t id;
    struct number_format format;
};

struct font {
    bool struck;
    bool signs;
    uint32_t colour;
};

struct styles_reading {
    struct workbook *book;
    struct list custom;  /* struct custom_format */
    struct list fonts;   /* struct font */
    struct list fills;   /* uint32_t: the colour of each */
    bool in_cell_styles; /* cellXfs, not cellStyleXfs */
    bool in_formats;     /* numFmts, not those of dxfs */
    bool in_fonts;
    bool in_fills;
    bool in_rules; /* dxfs */
    bool is_solid; /* the fill that is read */
};

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
    const uint32_t *fills = r->fills.items;
    struct xlsx_look *look;
    uint32_t id = 0;

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
    look->words = look->ground = COLOUR_UNSAID;
    if (xlsx_number(part_value(tag, "fontId"), UINT16_MAX, &id) &&
        id < r->fonts.count) {
        look->struck = fonts[id].struck;
        look->signs = fonts[id].signs;
        look->words = fonts[id].colour;
    }
    if (xlsx_number(part_value(tag, "fillId"), UINT16_MAX, &id) &&
        id < r->fills.count)
        look->ground = fills[id];
}

static void see_font(struct styles_reading *r, const struct part_tag *tag)
{
    struct font *font = NULL;

    if (tag->depth == 3 && r->fonts.count < XLSX_FONTS_MAX) {
        font = list_add(&r->fonts);
        if (font != NULL)
            font->colour = COLOUR_UNSAID;
        return;
    }
    if (tag->depth != 4 || r->fonts.count == 0)
        return;
    font = (struct font *)r->fonts.items + r->fonts.count - 1;
    if (part_is(tag, "strike"))
        font->struck = xlsx_says_yes(tag);
    else if (part_is(tag, "name"))
        font->signs = symbol_font_is(part_value(tag, "val"));
    else if (part_is(tag, "color"))
        font->colour = xlsx_colour(tag);
}

/* <fill><patternFill patternType="solid"><fgColor/>: other patterns and
   gradients are of more colours than one. */
static void see_fill(struct styles_reading *r, const struct part_tag *tag)
{
    uint32_t *fill = NULL;

    if (tag->depth == 3 && r->fills.count < XLSX_FONTS_MAX) {
        fill = list_add(&r->fills);
        if (fill != NULL)
            *fill = COLOUR_UNSAID;
        return;
    }
    if (r->fills.count == 0)
        return;
    fill = (uint32_t *)r->fills.items + r->fills.count - 1;
    if (part_is(tag, "patternFill")) {
        const struct str pattern = part_value(tag, "patternType");

        r->is_solid = str_is(pattern, "solid");
        if (!r->is_solid && pattern.len > 0 && !str_is(pattern, "none"))
            *fill = COLOUR_UNKNOWN;
    } else if (part_is(tag, "gradientFill")) {
        *fill = COLOUR_UNKNOWN;
    } else if (part_is(tag, "fgColor") && r->is_solid) {
        *fill = xlsx_colour(tag);
    }
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
        r->in_fills = part_is(tag, "fills");
        r->in_rules = part_is(tag, "dxfs");
    } else if (tag->depth == 3 && r->in_formats && part_is(tag, "numFmt")) {
        add_custom(r, tag);
    } else if (tag->depth == 3 && r->in_cell_styles && part_is(tag, "xf")) {
        add_style(r, tag);
    } else if (r->in_fonts) {
        see_font(r, tag);
    } else if (r->in_fills) {
        see_fill(r, tag);
    } else if (r->in_rules) {
        xlsx_rule_look(r->book, tag);
    }
}

enum status xlsx_read_styles(struct workbook *w, struct str part)
{
    static const struct part_handler handler = {.start = on_start};
    struct styles_reading r = {
        .book = w,
        .custom = list_of(w->arena, sizeof(struct custom_format)),
        .fonts = list_of(w->arena, sizeof(struct font)),
        .fills = list_of(w->arena, sizeof(uint32_t)),
    };

    w->looks = list_of(w->arena, sizeof(struct xlsx_look));
    w->rule_looks = list_of(w->arena, sizeof(struct rule_look));
    return part_read(&w->package, part, &handler, &r);
}
