#include "output/html/html_parts.h"

#include "core/model/contrast.h"
#include "output/drawing/cell_marks.h"
#include "output/html/html_escape.h"

static void put_colour(struct buf *out, const char *name, uint32_t rgb)
{
    buf_puts(out, "--");
    buf_puts(out, name);
    buf_puts(out, ":#");
    buf_hex(out, rgb, 6);
    buf_char(out, ';');
}

static void put_points(struct buf *out, int32_t length)
{
    html_put_thousandths(out, length);
    buf_puts(out, "pt");
}

/* LENGTH as a multiple of the body size. */
static void put_rem(struct buf *out, const char *name, int32_t length,
                    int32_t body)
{
    buf_printf(out, "--%s:", name);
    html_put_thousandths(out, ((int64_t)length * 1000 + body / 2) / body);
    buf_puts(out, "rem;");
}

static bool is_generic(struct str family)
{
    static const char *const generics[] = {"serif", "sans-serif", "monospace",
                                           "system-ui", "ui-sans-serif"};

    for (size_t i = 0; i < sizeof(generics) / sizeof(generics[0]); i++) {
        if (str_is(family, generics[i]))
            return true;
    }
    return false;
}

static struct str without_quotes(struct str s)
{
    if (s.len >= 2 && (s.ptr[0] == '"' || s.ptr[0] == '\'') &&
        s.ptr[s.len - 1] == s.ptr[0])
        return str_from(str_to(s, s.len - 1), 1);
    return s;
}

/* Every name but the generic ones is quoted anew, so that nothing a house
   style may say ends the declaration. */
static void put_fonts(struct buf *out, struct str families)
{
    buf_puts(out, "--font:");
    while (families.len > 0) {
        const struct str name =
            without_quotes(str_trim(str_cut(&families, ',')));

        if (is_generic(name))
            buf_str(out, name);
        else if (name.len > 0)
            html_escape_css_string(out, name);
        if (families.len > 0)
            buf_char(out, ',');
    }
    buf_char(out, ';');
}

/* What recommendations stand on, and the bar before them. */
static void put_panel(struct buf *out, const struct house *house)
{
    const enum panel look = house->look.recommendations;

    if (look == PANEL_FULL)
        put_colour(out, "panel", house->colours.tint);
    if (look != PANEL_PLAIN)
        put_colour(out, "bar", house->colours.accent);
}

/* The ground of a cover, and what stands on it. */
static void put_cover(struct buf *out, const struct house *house,
                      uint32_t accent, uint32_t tint, uint32_t text)
{
    if (house->look.cover == COVER_PLAIN)
        return;
    if (house->look.cover == COVER_LIGHT) {
        put_colour(out, "cover", tint);
        put_colour(out, "ink", text);
        return;
    }
    put_colour(out, "cover", accent);
    put_colour(out, "ink", contrast_ink(accent));
}

/* Sizes and lines of type, by the names that the style sheet has for them; of
   headings below the fourth level as of that. */
static void put_sets(struct buf *out, const struct house *house)
{
    static const char *const names[SET_MAX] = {
        [SET_TITLE] = "h1",        [SET_KICKER] = "kicker",
        [SET_HEADING_2] = "h2",    [SET_HEADING_3] = "h3",
        [SET_HEADING_4] = "h4",    [SET_TABLE] = "small-table",
        [SET_CAPTION] = "caption", [SET_FACTS] = "facts",
        [SET_SMALL] = "small",     [SET_KEY_FIGURE] = "key"};

    for (size_t i = 0; i < SET_MAX; i++) {
        const struct set *set = &house->set[i];

        if (names[i] == NULL)
            continue;
        put_rem(out, names[i], set->size, house->set[SET_BODY].size);
        buf_printf(out, "--%s-line:", names[i]);
        html_put_thousandths(out, ((int64_t)set->line * 1000 + set->size / 2) /
                                      set->size);
        buf_char(out, ';');
    }
    buf_puts(out, "--h5:var(--h4);--h6:var(--h4);");
}

static void put_house(struct buf *out, const struct house *house)
{
    const struct house_colours *c = &house->colours;
    const struct house_sizes *s = &house->sizes;

    buf_puts(out, ":root{");
    put_fonts(out, house->fonts.css);
    put_colour(out, "text", c->text);
    put_colour(out, "secondary", c->secondary);
    put_colour(out, "accent", c->accent);
    put_colour(out, "link", c->link);
    put_colour(out, "rule", c->rule);
    if (house->look.table_head == HEAD_TINT) {
        put_colour(out, "head", c->table_head);
        put_rem(out, "cell-left", s->cell_padding, s->body);
    }
    put_panel(out, house);
    put_cover(out, house, c->accent, c->tint, c->text);
    put_sets(out, house);
    buf_puts(out, "--leading:");
    html_put_thousandths(out,
                         (int64_t)house->set[SET_BODY].line * 1000 / s->body);
    buf_puts(out, ";--paper:");
    put_points(out, s->body);
    buf_char(out, ';');
    put_rem(out, "measure", s->measure, s->body);
    put_rem(out, "after", s->paragraph_space, s->body);
    put_rem(out, "before", s->heading_space, s->body);
    put_rem(out, "number", s->number_column, s->body);
    put_rem(out, "indent", s->list_indent, s->body);
    put_rem(out, "cell", s->cell_padding, s->body);
    buf_puts(out, "}\n");
}

/* What is painted with COLOUR in cells, and in keys to them, has DARK. */
static void put_repainted(struct buf *out, uint32_t colour, uint32_t dark)
{
    static const char *const paints[] = {"fill", "stroke"};

    if (colour == dark)
        return;
    for (size_t i = 0; i < sizeof(paints) / sizeof(paints[0]); i++)
        buf_printf(out, ":is(.drawn,.sample) [%s=\"#%06x\"]{%s:#%06x}",
                   paints[i], (unsigned)colour, paints[i], (unsigned)dark);
}

/* Pictures keep a white ground: their colours are proven on it. What is drawn
   in cells has lighter colours: grounds would cut off what goes beyond them. */
static void put_dark(struct buf *out, const struct house *house)
{
    if (!house->look.dark)
        return;
    buf_puts(out, "@media screen and (prefers-color-scheme:dark){:root{"
                  "color-scheme:dark;");
    put_colour(out, "ground", DARK_GROUND);
    put_colour(out, "text", DARK_TEXT);
    put_colour(out, "secondary", DARK_SECONDARY);
    put_colour(out, "accent", house->colours.dark_accent);
    put_colour(out, "link", DARK_LINK);
    put_colour(out, "rule", DARK_RULE);
    put_cover(out, house, house->colours.dark_accent, DARK_TINT, DARK_TEXT);
    if (house->look.table_head == HEAD_TINT)
        put_colour(out, "head", DARK_TINT);
    if (house->look.recommendations == PANEL_FULL)
        put_colour(out, "panel", DARK_TINT);
    if (house->look.recommendations != PANEL_PLAIN)
        put_colour(out, "bar", house->colours.dark_accent);
    buf_char(out, '}');
    put_repainted(out, 0xffffff, DARK_GROUND);
    for (unsigned tone = 0; tone < TONE_MAX; tone++)
        put_repainted(out, cell_tone_colour(house, (uint8_t)tone),
                      cell_tone_dark(house, (uint8_t)tone));
    buf_puts(out, "}\n");
}

static void put_page_rules(struct buf *out, const struct page_style *page)
{
    const int32_t margins[] = {page->top, page->right, page->bottom,
                               page->left};

    buf_puts(out, "@page{size:");
    put_points(out, page->landscape ? page->height : page->width);
    buf_char(out, ' ');
    put_points(out, page->landscape ? page->width : page->height);
    buf_puts(out, ";margin:");
    for (size_t i = 0; i < 4; i++) {
        put_points(out, margins[i]);
        buf_char(out, i < 3 ? ' ' : ';');
    }
    buf_puts(out, "@bottom-right{content:counter(page);"
                  "font:9.5pt var(--font)}}\n");
}

void html_css(struct buf *out, const struct style *style)
{
    buf_char(out, '\n');
    put_house(out, style->house);
    put_dark(out, style->house);
    buf_str(out, style->sheet);
    put_page_rules(out, &style->page);
}
