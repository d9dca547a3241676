#include "output/pdf/pdf_drawing.h"
#include "output/pdf/pdf_syntax.h"

#define NO_COLOUR UINT32_MAX

struct pen {
    struct pdf_text *text;
    struct buf *out;
    const struct drawing *d;
    uint32_t fill, stroke; /* the colours that are set */
    int32_t thickness;     /* of strokes; -1: not set yet */
};

static void set_fill(struct pen *p, uint32_t colour)
{
    if (colour == p->fill)
        return;
    pdf_write_colour(p->out, colour);
    buf_puts(p->out, " rg\n");
    p->fill = colour;
}

static void set_stroke(struct pen *p, const struct drawing_item *item)
{
    if (item->colour != p->stroke) {
        pdf_write_colour(p->out, item->colour);
        buf_puts(p->out, " RG\n");
        p->stroke = item->colour;
    }
    if (item->size != p->thickness) {
        pdf_write_mpt(p->out, item->size);
        buf_puts(p->out, " w\n");
        p->thickness = item->size;
    }
}

/* Y grows upward here. */
static void put_point(const struct pen *p, struct drawing_point at,
                      const char *operator)
{
    pdf_write_mpt(p->out, at.x);
    buf_char(p->out, ' ');
    pdf_write_mpt(p->out, (int64_t)p->d->height - at.y);
    buf_puts(p->out, operator);
}

static void draw_area(struct pen *p, const struct drawing_item *item)
{
    pdf_text_end(p->text); /* no path inside a text object */
    set_fill(p, item->colour);
    for (uint32_t i = 0; i < item->npoints; i++)
        put_point(p, item->points[i], i == 0 ? " m " : " l ");
    buf_puts(p->out, "f\n");
}

static void draw_lines(struct pen *p, const struct drawing_item *item)
{
    pdf_text_end(p->text);
    set_stroke(p, item);
    for (uint32_t i = 0; i < item->npoints; i++)
        put_point(p, item->points[i], i % 2 == 0 ? " m " : " l ");
    buf_puts(p->out, "S\n");
}

static void draw_text(struct pen *p, const struct drawing_item *item)
{
    set_fill(p, item->colour);
    for (uint32_t i = 0; i < item->nlines; i++) {
        const struct drawing_line *from = &item->lines[i];
        const struct pdf_text_line line = {
            .x = from->x,
            .y = (int64_t)p->d->height - from->y,
            .face = item->face,
            .size = item->size,
            .words = from->words,
            .nwords = from->nwords,
        };

        pdf_text_line(p->text, &line);
    }
}

/* The way from the picture's coordinates to the page's. */
static void put_matrix(struct buf *out, int64_t scale, int64_t x, int64_t y)
{
    pdf_write_mpt(out, scale);
    buf_puts(out, " 0 0 ");
    pdf_write_mpt(out, scale);
    buf_char(out, ' ');
    pdf_write_mpt(out, x);
    buf_char(out, ' ');
    pdf_write_mpt(out, y);
    buf_puts(out, " cm\n");
}

void pdf_drawing(struct pdf_text *text, const struct drawing *d, int32_t width,
                 int64_t x, int64_t foot)
{
    struct pen p = {
        .text = text,
        .out = text->out,
        .d = d,
        .fill = NO_COLOUR,
        .stroke = NO_COLOUR,
        .thickness = -1,
    };

    pdf_text_end(text);
    buf_puts(p.out, "q\n");
    put_matrix(p.out, ((int64_t)width * 1000 + d->width / 2) / d->width, x,
               foot);
    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        switch ((enum drawing_kind)i->kind) {
        case DRAWING_AREA: draw_area(&p, i); break;
        case DRAWING_LINES: draw_lines(&p, i); break;
        case DRAWING_TEXT: draw_text(&p, i); break;
        }
    }
    pdf_text_end(text);
    pdf_text_forget(text);
    buf_puts(p.out, "Q\n");
}
