#include "output/html/html_parts.h"

#include "output/drawing/drawing_make.h"

/*
 * A picture is as wide as a line of text, 40rem: as many milli-points of the
 * body size make it, so a point of the drawing is a point of the page's text.
 */
#define COLUMNS 40

bool html_enter_picture(struct html *h, const struct doc_node *n)
{
    if (n->role == ROLE_LOGO)
        html_node(h, TAG_DIV, n, "logo", NULL);
    else if (picture_is_decorative(n->u.picture))
        html_node(h, TAG_DIV, n, "picture", NULL);
    else
        html_node(h, TAG_FIGURE, n, NULL, NULL);
    h->caption = h->heading;
    return true;
}

static void put_length(struct html *h, const char *name, int32_t n)
{
    html_attr_begin(&h->tags, name);
    html_put_thousandths(h->tags.out, n);
    html_attr_end(&h->tags);
}

static void put_path(struct html *h, const struct drawing_item *item)
{
    struct buf *out = h->tags.out;
    const bool area = item->kind == DRAWING_AREA;

    html_open(&h->tags, TAG_PATH, item);
    html_attr_begin(&h->tags, "d");
    for (uint32_t i = 0; i < item->npoints; i++) {
        buf_char(out, i == 0 || (!area && i % 2 == 0) ? 'M' : 'L');
        html_put_thousandths(out, item->points[i].x);
        buf_char(out, ' ');
        html_put_thousandths(out, item->points[i].y);
    }
    if (area)
        buf_char(out, 'Z');
    html_attr_end(&h->tags);
    html_attr_colour(&h->tags, area ? "fill" : "stroke", item->colour);
    if (!area)
        put_length(h, "stroke-width", item->size);
}

static void put_words(struct html *h, const struct drawing_line *line)
{
    for (uint32_t i = 0; i < line->nwords; i++) {
        for (const struct shaped *s = line->words[i].shaped; s != NULL;
             s = s->rest)
            html_text(&h->tags, s->text);
        if (line->words[i].space_after && i + 1 < line->nwords)
            html_text(&h->tags, STR_LIT(" "));
    }
}

/*
 * Each line is as long as it was measured, whatever font the reader has. The
 * space after it stands outside, where it is not measured.
 */
static void put_text(struct html *h, const struct drawing_item *item)
{
    html_open(&h->tags, TAG_TEXT, item);
    html_attr_colour(&h->tags, "fill", item->colour);
    put_length(h, "font-size", item->size);
    if (item->face == FACE_BOLD || item->face == FACE_BOLD_ITALIC)
        html_attr(&h->tags, "font-weight", STR_LIT("700"));
    for (uint32_t i = 0; i < item->nlines; i++) {
        const struct drawing_line *line = &item->lines[i];

        html_open(&h->tags, TAG_TSPAN, line);
        put_length(h, "x", line->x);
        put_length(h, "y", line->y);
        if (line->width > 0) {
            put_length(h, "textLength", line->width);
            html_attr(&h->tags, "lengthAdjust", STR_LIT("spacingAndGlyphs"));
        }
        put_words(h, line);
        html_close(&h->tags, line);
        if (i + 1 < item->nlines && line->nwords > 0 &&
            line->words[line->nwords - 1].space_after)
            html_text(&h->tags, STR_LIT(" "));
    }
    html_close(&h->tags, item);
}

/* What it says, the image around it does. */
static void put_svg(struct html *h, const struct drawing *d)
{
    html_open(&h->tags, TAG_SVG, &d->height); /* inside that of D */
    html_attr(&h->tags, "aria-hidden", STR_LIT("true"));
    html_attr_begin(&h->tags, "viewBox");
    buf_puts(h->tags.out, "0 0 ");
    html_put_thousandths(h->tags.out, d->width);
    buf_char(h->tags.out, ' ');
    html_put_thousandths(h->tags.out, d->height);
    html_attr_end(&h->tags);
    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        if (i->kind == DRAWING_TEXT)
            put_text(h, i);
        else
            put_path(h, i);
    }
    html_close(&h->tags, &d->height);
}

/* One of two layouts; the style sheet shows the narrow one, which is hidden
   from whatever reads no style sheet. */
static void put_layout(struct html *h, const struct drawing *d, bool narrow)
{
    html_open(&h->tags, TAG_DIV, d);
    html_attr(&h->tags, "class", narrow ? STR_LIT("narrow") : STR_LIT("wide"));
    if (narrow)
        html_attr(&h->tags, "hidden", STR_LIT(""));
    put_svg(h, d);
    html_close(&h->tags, d);
}

/* One image to whoever does not see it, in two layouts for those who do. */
static void put_drawing(struct html *h, const struct doc_node *n)
{
    const struct house *house = h->doc->style->house;
    const struct drawing *wide;
    const struct drawing *narrow;
    struct arena arena;

    arena_init(&arena, h->tags.out->limit);
    wide = drawing_make(n, house, house->sizes.body * COLUMNS, h->shaper,
                        &arena, NULL);
    narrow = drawing_make_narrow(n, house, h->shaper, &arena);
    if (wide == NULL || narrow == NULL) {
        buf_fail(h->tags.out, arena_status(&arena));
    } else {
        html_open(&h->tags, TAG_DIV, n);
        html_attr(&h->tags, "class", STR_LIT("drawing"));
        html_attr(&h->tags, "role", STR_LIT("img"));
        html_attr(&h->tags, "aria-label", n->text);
        put_layout(h, wide, false);
        put_layout(h, narrow, true);
    }
    html_close(&h->tags, n);
    arena_free(&arena);
}

void html_leave_picture(struct html *h, const struct doc_node *n)
{
    const struct picture_image *p = picture_image(n->u.picture);

    if (p != NULL)
        html_image(h, n, p);
    else
        put_drawing(h, n);
}
