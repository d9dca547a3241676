#include "output/layout/maker.h"

#define SMALLEST 9000 /* milli-points: smaller type is a finding */

static const struct doc_node *caption_of(const struct doc_node *figure)
{
    const struct doc_node *first = figure->first;

    return first != NULL && first->kind == DOC_CAPTION ? first : NULL;
}

/* What the caption takes of a page at most: each of its lines but the last is
   filled up to its widest word. */
static int32_t caption_height(struct flow *f, const struct doc_node *figure)
{
    const struct doc_node *caption = caption_of(figure);
    const int32_t width = f->right - flow_left(f);
    const struct text_style style = caption_style(f);
    struct extent e;
    int32_t lines;

    if (caption == NULL)
        return 0;
    inline_atoms(f->m, caption, &style, false);
    e = line_extent(f->m);
    lines = e.min < width / 2 ? e.max / (width - e.min) + 1
                              : e.max / (width / 2) + 2;
    return lines * style_height(&style) + f->m->sizes->paragraph_space;
}

/* How large it is drawn, in thousandths: as large as it is, unless no page
   has room for it. */
static int32_t scale_of(struct flow *f, const struct doc_node *figure,
                        const struct drawing *d)
{
    const int32_t page = page_text_height(f->m, f->landscape);
    const int32_t width = f->right - flow_left(f);
    int32_t room = page - caption_height(f, figure);
    int64_t scale = 1000;

    if (room < page / 4)
        room = page / 4;
    if (d->height > room)
        scale = (int64_t)room * 1000 / d->height;
    if (d->width > width && (int64_t)width * 1000 / d->width < scale)
        scale = (int64_t)width * 1000 / d->width;
    return scale < 1 ? 1 : (int32_t)scale;
}

static void report_small(const struct flow *f, const struct doc_node *figure,
                         const struct drawing *d, int32_t scale)
{
    const int32_t size = (int32_t)((int64_t)drawing_smallest(d) * scale / 1000);

    if (size == 0 || size >= SMALLEST)
        return;
    finding(f->m->findings, FINDING_SMALL_TEXT, figure->at,
            "this picture had to be shrunk: its text is %d.%d points high",
            (int)(size / 1000), (int)(size % 1000 / 100));
    finding_hint(f->m->findings, "show less in it, or split its data in two");
}

void picture_place(struct flow *f, const struct doc_node *figure,
                   enum keep keep)
{
    struct maker *m = f->m;
    const struct drawing *d =
        drawing_make(figure, m->style->house, f->right - flow_left(f),
                     m->shaper, m->arena, m->findings);
    struct layout_item *item = item_new(m, LAYOUT_DRAWING);
    struct strip *s;
    int32_t scale;

    if (d == NULL || item == NULL)
        return;
    scale = scale_of(f, figure, d);
    report_small(f, figure, d, scale);
    item->src = figure;
    item->drawing = d;
    item->x = flow_left(f);
    item->width = (int32_t)((int64_t)d->width * scale / 1000);
    item->height = (int32_t)((int64_t)d->height * scale / 1000);
    s = strip_new(m, item->height);
    if (s == NULL)
        return;
    strip_item(s, item);
    s->keep = (uint8_t)keep;
    flow_emit(f, s);
}
