#include "output/html/html_parts.h"

#include "core/doc/cell_drawing.h"
#include "output/drawing/cell_marks.h"

/*
 * A drawing in a cell stretches with it: places across are percentages, lengths
 * up and down are pixels about the middle of a line, to which the style sheet
 * moves what is not as high as its row.
 */

/* MPT in pixels of CSS, thousandths of them. */
static int32_t pixels(int32_t mpt)
{
    return (int32_t)((int64_t)mpt * 4 / 3);
}

static void put_length(struct html *h, const char *name, int32_t n)
{
    html_attr_begin(&h->tags, name);
    html_put_thousandths(h->tags.out, n);
    html_attr_end(&h->tags);
}

/* A place in millionths of the width. */
static void put_place(struct html *h, const char *name, int32_t place)
{
    html_attr_begin(&h->tags, name);
    html_put_thousandths(h->tags.out, place / 10);
    buf_char(h->tags.out, '%');
    html_attr_end(&h->tags);
}

static uint32_t colour_of(const struct html *h, const struct cell_mark *m)
{
    return cell_tone_colour(h->doc->style->house, m->tone);
}

static bool is_hollow(const struct cell_mark *m)
{
    return m->shape == SHAPE_HOLLOW || m->shape == SHAPE_ARROW_HOLLOW ||
           m->shape == SHAPE_BACK_HOLLOW || m->shape == SHAPE_DIAMOND_HOLLOW;
}

static void put_paint(struct html *h, const struct cell_mark *m)
{
    html_attr_colour(&h->tags, "fill",
                     is_hollow(m) ? 0xffffff : colour_of(h, m));
    if (!is_hollow(m))
        return;
    html_attr_colour(&h->tags, "stroke", colour_of(h, m));
    put_length(h, "stroke-width", pixels(CELL_EDGE));
}

/* A shape of a fixed size at PLACE. */
static void put_path_at(struct html *h, const struct cell_mark *m,
                        int32_t place, const char *path)
{
    html_open(&h->tags, TAG_DRAWING, m);
    put_place(h, "x", place);
    html_attr(&h->tags, "overflow", STR_LIT("visible"));
    html_open(&h->tags, TAG_PATH, m);
    html_attr(&h->tags, "d", str_of(path));
    put_paint(h, m);
    html_close(&h->tags, m);
}

static void put_bar(struct html *h, const struct cell_mark *m)
{
    html_open(&h->tags, TAG_RECT, m);
    put_place(h, "x", m->from);
    put_length(h, "y", -pixels(CELL_BAR) / 2);
    put_place(h, "width", m->to - m->from);
    put_length(h, "height", pixels(CELL_BAR));
    put_paint(h, m);
    html_close(&h->tags, m);
    /* A tip covers the edge that it goes on from. */
    if (m->shape == SHAPE_ARROW || m->shape == SHAPE_ARROW_HOLLOW)
        put_path_at(h, m, m->to, "M-1-6H0L6 0L0 6H-1");
    if (m->shape == SHAPE_BACK || m->shape == SHAPE_BACK_HOLLOW)
        put_path_at(h, m, m->from, "M1-6H0L-6 0L0 6H1");
}

/* An upright line, of a length or of the row's whole height. */
static void put_upright(struct html *h, const struct cell_mark *m,
                        int32_t thickness, int32_t length)
{
    html_open(&h->tags, TAG_LINE, m);
    put_place(h, "x1", m->from);
    put_place(h, "x2", m->from);
    if (length > 0) {
        put_length(h, "y1", -pixels(length) / 2);
        put_length(h, "y2", pixels(length) / 2);
    } else {
        html_attr(&h->tags, "y2", STR_LIT("100%"));
    }
    html_attr_colour(&h->tags, "stroke", colour_of(h, m));
    put_length(h, "stroke-width", pixels(thickness));
    if (m->shape == SHAPE_AS_AT)
        html_attr(&h->tags, "stroke-dasharray", STR_LIT("4"));
    html_close(&h->tags, m);
}

#define SPARK_HEIGHT 16 /* pixels */

static int32_t along(int32_t place)
{
    return SPARK_HEIGHT * 1000 / 2 - place / 1000 * SPARK_HEIGHT;
}

static void put_line(struct html *h, const struct cell_mark *m)
{
    html_open(&h->tags, TAG_LINE, m);
    put_place(h, "x1", m->from);
    put_length(h, "y1", along(m->low));
    put_place(h, "x2", m->to);
    put_length(h, "y2", along(m->high));
    html_attr_colour(&h->tags, "stroke", colour_of(h, m));
    put_length(h, "stroke-width", pixels(CELL_LINE));
    html_close(&h->tags, m);
}

static void put_point(struct html *h, const struct cell_mark *m)
{
    html_open(&h->tags, TAG_LINE, m);
    put_place(h, "x1", m->to);
    put_length(h, "y1", along(m->high) - 2000);
    put_place(h, "x2", m->to);
    put_length(h, "y2", along(m->high) + 2000);
    html_attr_colour(&h->tags, "stroke", colour_of(h, m));
    put_length(h, "stroke-width", 4000);
    html_close(&h->tags, m);
}

static bool is_as_high_as_row(const struct cell_mark *m)
{
    return m->shape == SHAPE_AXIS || m->shape == SHAPE_GRID ||
           m->shape == SHAPE_AS_AT;
}

static void put_mark(struct html *h, const struct cell_mark *m)
{
    switch ((enum cell_shape)m->shape) {
    case SHAPE_AXIS: put_upright(h, m, CELL_AXIS, 0); break;
    case SHAPE_GRID: put_upright(h, m, CELL_GRID, 0); break;
    case SHAPE_AS_AT: put_upright(h, m, CELL_AS_AT, 0); break;
    case SHAPE_TICK: put_upright(h, m, CELL_THICK, CELL_TICK); break;
    case SHAPE_LINE: put_line(h, m); break;
    case SHAPE_POINT: put_point(h, m); break;
    case SHAPE_DIAMOND:
    case SHAPE_DIAMOND_HOLLOW:
        put_path_at(h, m, m->from, "M0-7L7 0L0 7L-7 0Z");
        break;
    default: put_bar(h, m); break;
    }
}

static void put_word(struct html *h, const struct cell_word *w)
{
    const int32_t pad = w->above ? 3000 : 5000;
    int32_t place = w->from;
    const char *anchor = NULL;

    if (w->align == ALIGN_END) {
        place = w->to;
        anchor = "end";
    } else if (w->align == ALIGN_CENTRE) {
        place = w->from + (w->to - w->from) / 2;
        anchor = "middle";
    }
    html_open(&h->tags, TAG_TEXT, w);
    if (w->above)
        html_attr(&h->tags, "class", STR_LIT("above"));
    put_place(h, "x", place);
    html_attr(&h->tags, "y", STR_LIT("100%"));
    if (w->align != ALIGN_CENTRE)
        put_length(h, "dx", w->align == ALIGN_END ? -pad : pad);
    if (anchor != NULL)
        html_attr(&h->tags, "text-anchor", str_of(anchor));
    html_text(&h->tags, w->text);
    html_close(&h->tags, w);
}

static void put_polygon(struct html *h, const struct cell_polygon *p)
{
    struct buf *out = h->tags.out;

    html_open(&h->tags, TAG_PATH, p);
    html_attr_begin(&h->tags, "d");
    for (uint32_t i = 0; i < p->npoints; i++) {
        buf_char(out, i == 0 ? 'M' : 'L');
        html_put_thousandths(out, p->points[i].x);
        buf_char(out, ' ');
        html_put_thousandths(out, p->points[i].y);
    }
    buf_char(out, 'Z');
    html_attr_end(&h->tags);
    html_attr_colour(&h->tags, "fill", p->colour);
    html_close(&h->tags, p);
}

static void begin_svg(struct html *h, const struct doc_node *n)
{
    html_open(&h->tags, TAG_DRAWING, n);
    html_attr(&h->tags, "aria-hidden", STR_LIT("true"));
}

static void put_symbol(struct html *h, const struct doc_node *n,
                       const struct cell_mark *m)
{
    struct cell_polygon polygons[CELL_POLYGONS];
    const size_t npolygons = cell_symbol(h->doc->style->house, m, polygons);

    begin_svg(h, n);
    html_attr(&h->tags, "class", STR_LIT("symbol"));
    html_attr(&h->tags, "viewBox", STR_LIT("0 0 20 20"));
    for (size_t i = 0; i < npolygons; i++)
        put_polygon(h, &polygons[i]);
    html_close(&h->tags, n);
}

/* Beside a word, in a line that has its own height. */
static void begin_sample(struct html *h, const struct doc_node *n)
{
    html_attr(&h->tags, "class", STR_LIT("sample"));
    put_length(h, "width", pixels(cell_sample_width(n->u.drawing)));
    put_length(h, "height", pixels(CELL_SAMPLE_HEIGHT));
}

bool html_enter_drawing(struct html *h, const struct doc_node *n)
{
    const struct cell_drawing *d = n->u.drawing;

    if (d->nmarks == 1 && cell_shape_is_symbol(d->marks[0].shape)) {
        put_symbol(h, n, &d->marks[0]);
        return false;
    }
    begin_svg(h, n);
    if (cell_drawing_is_sample(n))
        begin_sample(h, n);
    for (uint32_t i = 0; i < d->nmarks; i++) {
        if (is_as_high_as_row(&d->marks[i]))
            put_mark(h, &d->marks[i]);
    }
    if (d->nmarks > 0)
        html_open(&h->tags, TAG_G, d);
    for (uint32_t i = 0; i < d->nmarks; i++) {
        if (!is_as_high_as_row(&d->marks[i]))
            put_mark(h, &d->marks[i]);
    }
    html_close(&h->tags, d);
    for (uint32_t i = 0; i < d->nwords; i++)
        put_word(h, &d->words[i]);
    html_close(&h->tags, n);
    return false;
}
