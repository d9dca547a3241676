#include "output/pdf/pdf_content.h"
#include "output/pdf/pdf_drawing.h"
#include "output/pdf/pdf_struct_map.h"
#include "output/pdf/pdf_syntax.h"
#include "output/pdf/pdf_text.h"

#define NO_COLOUR UINT32_MAX

/* What a marked-content sequence is of: an element, or a kind of artifact. */
struct content_mark {
    struct pdf_owner owner; /* node NULL: an artifact, or no mark */
    const char *artifact;   /* its property list */
    bool in_text;           /* begun inside a text object, where it must end:
                               ISO 32000-1, 14.6.1 */
};

struct page_content {
    struct buf *out;
    const struct layout_page *page;
    uint32_t index;
    const struct pdf_noted *noted;
    struct pdf_text text;
    struct content_mark mark;
    uint32_t colour;
    bool path; /* rectangles that are not filled yet */
};

/* The property lists of artifacts (ISO 32000-1, 14.8.2.2.2). */
static const char head[] = "<</Type/Pagination/Subtype/Header/Attached[/Top]>>";
static const char foot[] =
    "<</Type/Pagination/Subtype/Footer/Attached[/Bottom]>>";
/* A table's head again heads what this page has of it. */
static const char repeat[] = "<</Type/Pagination/Subtype/Header>>";
static const char decoration[] = "<</Type/Layout>>";

/* NULL: ITEM is real content. A rectangle never is. */
static const char *artifact_of(const struct layout_item *item)
{
    switch ((enum layout_artifact)item->artifact) {
    case ARTIFACT_HEADER: return head;
    case ARTIFACT_FOOTER: return foot;
    case ARTIFACT_REPEAT: return repeat;
    case ARTIFACT_BACKGROUND:
    case ARTIFACT_RULE:
    case ARTIFACT_DECORATION: return decoration;
    case ARTIFACT_NONE: break;
    }
    if (item->kind == LAYOUT_FILL || item->src == NULL)
        return decoration;
    return NULL;
}

static void end_mark(struct page_content *c)
{
    if (c->mark.artifact != NULL || c->mark.owner.node != NULL)
        buf_puts(c->out, "EMC\n");
    c->mark = (struct content_mark){.artifact = NULL};
}

/*
 * Ends the mark and, for what is no text, the text object. Text objects stay
 * open from mark to mark: a table's cell is then placed by its distance from
 * the one before, which is the same on every row, and deflate makes the most
 * of that.
 */
static void next_mark(struct page_content *c, bool in_text)
{
    end_mark(c);
    if (in_text)
        pdf_text_begin(&c->text);
    else
        pdf_text_end(&c->text);
    c->mark.in_text = in_text;
}

static void begin_artifact(struct page_content *c, const char *properties,
                           bool in_text)
{
    if (c->mark.artifact == properties && c->mark.in_text == in_text)
        return;
    next_mark(c, in_text);
    buf_puts(c->out, "/Artifact");
    buf_puts(c->out, properties);
    buf_puts(c->out, "BDC\n");
    c->mark.artifact = properties;
}

static void begin_element(struct page_content *c, const struct doc_node *src,
                          bool in_text)
{
    const struct pdf_owner owner = pdf_owner_of(src);

    if (c->mark.owner.node == owner.node &&
        c->mark.owner.wrapped == owner.wrapped && c->mark.in_text == in_text)
        return;
    next_mark(c, in_text);
    buf_char(c->out, '/');
    buf_puts(c->out, owner.type);
    buf_puts(c->out, "<</MCID ");
    buf_int(c->out, pdf_marks_add(c->noted->marks, src));
    buf_puts(c->out, ">>BDC\n");
    c->mark.owner = owner;
}

static void set_colour(struct page_content *c, uint32_t colour)
{
    if (colour == c->colour)
        return;
    pdf_write_colour(c->out, colour);
    buf_puts(c->out, " rg\n");
    c->colour = colour;
}

/* Y, down from the top, as what stands in a PDF: up from the foot. */
static int64_t upwards(const struct page_content *c, int64_t y)
{
    return c->page->height - y;
}

/* Rectangles of one colour that follow each other are one path. */
static void fill_path(struct page_content *c)
{
    if (c->path)
        buf_puts(c->out, "f\n");
    c->path = false;
}

static void draw_fill(struct page_content *c, const struct layout_item *item)
{
    const char *artifact = artifact_of(item);

    if (item->colour != c->colour || artifact != c->mark.artifact)
        fill_path(c);
    begin_artifact(c, artifact, false);
    set_colour(c, item->colour);
    pdf_write_mpt(c->out, item->x);
    buf_char(c->out, ' ');
    pdf_write_mpt(c->out, upwards(c, (int64_t)item->y + item->height));
    buf_char(c->out, ' ');
    pdf_write_mpt(c->out, item->width);
    buf_char(c->out, ' ');
    pdf_write_mpt(c->out, item->height);
    buf_puts(c->out, " re\n");
    c->path = true;
}

static void draw_text(struct page_content *c, const struct layout_item *item)
{
    const struct shaped_word only = layout_word(item, 0);
    const struct pdf_text_line line = {
        .x = item->x,
        .y = upwards(c, item->y),
        .face = item->face,
        .size = item->height,
        .words = item->nwords == 1 ? &only : item->words,
        .nwords = item->nwords,
    };
    const struct doc_node *link = NULL;

    if (item->artifact == ARTIFACT_NONE)
        link = pdf_link_of(item->src);
    if (link != NULL)
        pdf_links_add(c->noted->links, link, c->index, item);
    set_colour(c, item->colour);
    pdf_text_line(&c->text, &line);
}

/* The sequence that was begun last is a picture. */
static void note_box(struct page_content *c, const struct layout_item *item)
{
    const int64_t y = upwards(c, (int64_t)item->y + item->height);

    pdf_marks_box(c->noted->marks,
                  (struct pdf_box){item->x, y, (int64_t)item->x + item->width,
                                   y + item->height});
}

/* An image is a square of side 1 (8.9.5.1). */
static void draw_image(struct page_content *c, const struct layout_item *item)
{
    if (item->artifact == ARTIFACT_NONE)
        note_box(c, item);
    buf_puts(c->out, "q\n");
    pdf_write_mpt(c->out, item->width);
    buf_puts(c->out, " 0 0 ");
    pdf_write_mpt(c->out, item->height);
    buf_char(c->out, ' ');
    pdf_write_mpt(c->out, item->x);
    buf_char(c->out, ' ');
    pdf_write_mpt(c->out, upwards(c, (int64_t)item->y + item->height));
    buf_puts(c->out, " cm\n/I");
    buf_int(c->out, pdf_images_add(c->noted->images, item->image));
    buf_puts(c->out, " Do\nQ\n");
}

static void draw_drawing(struct page_content *c, const struct layout_item *item)
{
    const int64_t y = upwards(c, (int64_t)item->y + item->height);

    if (item->artifact == ARTIFACT_NONE)
        note_box(c, item);
    pdf_drawing(&c->text, item->drawing, item->width, item->x, y);
    c->colour = NO_COLOUR;
}

static bool is_drawn(const struct layout_item *item)
{
    switch ((enum layout_kind)item->kind) {
    case LAYOUT_TEXT: return item->nwords > 0;
    case LAYOUT_FILL:
    case LAYOUT_DRAWING:
    case LAYOUT_IMAGE: return item->width > 0 && item->height > 0;
    }
    return false;
}

/* Backgrounds and rules first: text is never interrupted for one. */
static void draw_fills(struct page_content *c)
{
    for (const struct layout_item *item = c->page->first; item != NULL;
         item = item->next) {
        if (item->kind == LAYOUT_FILL && is_drawn(item))
            draw_fill(c, item);
    }
    fill_path(c);
}

static void draw(struct page_content *c, const struct layout_item *item)
{
    const char *artifact = artifact_of(item);
    const bool in_text = item->kind == LAYOUT_TEXT;

    if (item->kind == LAYOUT_FILL || !is_drawn(item))
        return;
    if (artifact != NULL)
        begin_artifact(c, artifact, in_text);
    else
        begin_element(c, item->src, in_text);
    if (in_text)
        draw_text(c, item);
    else if (item->kind == LAYOUT_IMAGE)
        draw_image(c, item);
    else
        draw_drawing(c, item);
}

void pdf_content(const struct layout_page *page, uint32_t index,
                 const struct pdf_noted *noted, struct buf *out)
{
    struct page_content c = {
        .out = out,
        .page = page,
        .index = index,
        .noted = noted,
        .colour = NO_COLOUR,
    };

    pdf_text_init(&c.text, noted->fonts, out);
    pdf_marks_page(noted->marks);
    draw_fills(&c);
    for (const struct layout_item *item = page->first; item != NULL;
         item = item->next)
        draw(&c, item);
    end_mark(&c);
    pdf_text_end(&c.text);
}
