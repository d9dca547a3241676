#include "output/drawing/drawing_make.h"
#include "output/layout/band.h"
#include "output/layout/layout_parts.h"

#define SMALLEST 9000 /* milli-points: smaller type is a finding */

/* In hundredths: what a picture may be shrunk to rather than leave the rest of
   its page empty, of its own height and of a page. */
#define SHRUNK_LEAST 60
#define REST_MOST 44

/* The height that a page has for PICTURE below its caption and the headings
   that go with it. */
static int32_t room_for(const struct flow *f)
{
    const int32_t page = page_text_height(f->m, f->landscape);
    int32_t room = page - f->gap;

    if (f->paged)
        room -= page_held_height(f->m);
    else
        room -= boxes_height(&f->out);

    return room < page / 4 ? page / 4 : room;
}

/* How large it is drawn, in thousandths: as large as it is, unless no page
   has room for it. */
static int32_t scale_of(const struct flow *f, const struct drawing *d)
{
    const int32_t width = f->right - flow_left(f);
    const int32_t room = room_for(f);
    int64_t scale = 1000;

    if (d->height > room)
        scale = (int64_t)room * 1000 / d->height;
    if (d->width > width && (int64_t)width * 1000 / d->width < scale)
        scale = (int64_t)width * 1000 / d->width;
    return scale < 1 ? 1 : (int32_t)scale;
}

/* What the words below PICTURE take that stay with it. */
static int32_t feet_height(const struct flow *f, const struct doc_node *picture)
{
    const int32_t width = f->right - flow_left(f);
    int64_t height = 0;

    for (const struct doc_node *n = picture->next;
         n != NULL && n->role == ROLE_FOOT; n = n->next) {
        const struct text_style style = paragraph_style(f, n);
        int64_t lines;

        inline_atoms(f->m, n, &style, false);
        lines = line_extent(f->m).max / (width > 0 ? width : 1) + 1;
        height += f->m->sizes->paragraph_space + lines * style_height(&style);
    }
    return height > INT32_MAX / 2 ? INT32_MAX / 2 : (int32_t)height;
}

/* How high PICTURE may be, which needs HEIGHT: as high as that, or no higher
   than the rest of its page, where it would leave that empty. */
static int32_t shrunk_height(const struct flow *f,
                             const struct doc_node *picture, int32_t height)
{
    const int64_t page = page_text_height(f->m, false);
    int64_t rest;

    if (!f->paged || f->landscape)
        return height;
    rest = page_rest(f->m, f->gap) - feet_height(f, picture);
    if (rest >= height || (rest * 100 < (int64_t)height * SHRUNK_LEAST &&
                           rest * 100 < page * REST_MOST))
        return height;
    return (int32_t)rest;
}

static void report_small(const struct flow *f, const struct doc_node *picture,
                         const struct drawing *d, int32_t scale)
{
    const int32_t size = (int32_t)((int64_t)drawing_smallest(d) * scale / 1000);

    if (size == 0 || size >= SMALLEST)
        return;
    finding(f->m->findings, FINDING_SMALL_TEXT, picture->at,
            "this picture had to be shrunk: its text is %d.%d points high",
            (int)(size / 1000), (int)(size % 1000 / 100));
    finding_hint(f->m->findings, "show less in it, or split its data in two");
}

/* SCALE, or less to fill the rest of a page, as long as its type can be read.
 */
static int32_t scale_in_rest(const struct flow *f,
                             const struct doc_node *picture,
                             const struct drawing *d, int32_t scale)
{
    const int32_t height = (int32_t)((int64_t)d->height * scale / 1000);
    const int32_t shrunk = shrunk_height(f, picture, height);
    const int64_t less =
        (int64_t)shrunk * 1000 / (d->height < 1 ? 1 : d->height);

    if (shrunk == height || drawing_smallest(d) * less / 1000 < SMALLEST)
        return scale;
    return (int32_t)less;
}

/* ITEM is as large as it is; it stands where the flow is. */
static void emit(struct flow *f, struct layout_item *item, enum keep keep)
{
    struct box *s = box_new(f->m, item->height);

    if (s == NULL)
        return;
    item->x = flow_left(f);
    box_item(s, item);
    s->keep = (uint8_t)keep;
    flow_emit(f, s);
}

static void place_drawing(struct flow *f, const struct doc_node *picture,
                          enum keep keep)
{
    struct layout_parts *m = f->m;
    const struct drawing *d =
        drawing_make(picture, m->style->house, f->right - flow_left(f),
                     m->shaper, m->arena, m->findings);
    struct layout_item *item = item_new(m, LAYOUT_DRAWING);
    int32_t scale;

    if (d == NULL || item == NULL)
        return;
    scale = scale_in_rest(f, picture, d, scale_of(f, d));
    report_small(f, picture, d, scale);
    item->src = picture;
    item->drawing = d;
    item->width = (int32_t)((int64_t)d->width * scale / 1000);
    item->height = (int32_t)((int64_t)d->height * scale / 1000);
    emit(f, item, keep);
}

/* SIZE, no wider and no higher than there is room. */
static struct picture_size fit_picture(struct picture_size size, int32_t width,
                                       int32_t height)
{
    if (size.width > width) {
        size.height = (int32_t)((int64_t)size.height * width / size.width);
        size.width = width;
    }
    if (size.height > height) {
        size.width = (int32_t)((int64_t)size.width * height / size.height);
        size.height = height;
    }
    size.width = size.width < 1 ? 1 : size.width;
    size.height = size.height < 1 ? 1 : size.height;
    return size;
}

/* No wider than WIDTH; its height is that of what may stand on a page. */
static struct layout_item *image_item(struct flow *f,
                                      const struct doc_node *picture,
                                      const struct picture_image *p,
                                      int32_t width)
{
    struct layout_item *item = item_new(f->m, LAYOUT_IMAGE);
    struct picture_size size =
        fit_picture(picture_image_size(p), width, room_for(f));

    if (item == NULL)
        return NULL;
    if (band_beside(f, picture) == NULL)
        size = fit_picture(size, width, shrunk_height(f, picture, size.height));
    item->src = picture;
    item->image = p->file;
    item->width = size.width;
    item->height = size.height;
    if (p->decorative && item->artifact == ARTIFACT_NONE)
        item->artifact = ARTIFACT_DECORATION;
    item->x = flow_left(f);
    return item;
}

/* LOGO and those of its row, in equal parts of the width at most. */
static struct logos logos_from(struct flow *f, const struct doc_node *logo)
{
    const size_t row = band_row(logo);
    const int32_t part = (f->right - flow_left(f)) / (int32_t)row;
    struct logos logos = {.count = 0};

    for (size_t i = 0; i < row; i++, logo = logo->next) {
        struct layout_item *item =
            image_item(f, logo, picture_image(logo->u.picture), part);

        if (item != NULL)
            logos.items[logos.count++] = item;
    }
    return logos;
}

static void place_logos(struct flow *f, const struct doc_node *logo,
                        enum keep keep)
{
    const struct doc_node *band = band_beside(f, logo);
    const struct logos logos = logos_from(f, logo);

    if (logos.count == 0)
        return;
    if (band != NULL) {
        const struct text_style style = paragraph_style(f, band);

        band_make(f, &logos, band, &style);
    } else {
        band_logos(f, &logos, keep);
    }
}

static void place_image(struct flow *f, const struct doc_node *picture,
                        const struct picture_image *p, enum keep keep)
{
    struct layout_item *item =
        image_item(f, picture, p, f->right - flow_left(f));

    if (item != NULL)
        emit(f, item, keep);
}

void picture_place(struct flow *f, const struct doc_node *picture,
                   enum keep keep)
{
    const struct picture_image *p = picture_image(picture->u.picture);

    if (picture->role == ROLE_LOGO)
        place_logos(f, picture, keep);
    else if (p != NULL)
        place_image(f, picture, p, keep);
    else
        place_drawing(f, picture, keep);
}
