#include "output/layout/layout_parts.h"

#define WHOLE_LINES 15 /* a listing of so many is on one page */
#define ENDS_LINES 3   /* of a longer one, so many stay together */
#define BAR_WIDTH 2000 /* milli-points */
#define FURTHER_IN 4   /* spaces: what goes on below its line */

static struct text_style listing_style(const struct flow *f)
{
    struct text_style style = text_style(f->m, SET_SMALL, FACE_CODE,
                                         f->m->style->house->colours.text);

    style.listing = true;
    return style;
}

/* Where what does not fit a line goes on: further in than the line began, so
   that it is not taken for one of its own. */
static int32_t further_in(struct flow *f, struct str line,
                          const struct text_style *style, int32_t width)
{
    const int32_t space = font_width(
        shaped_advance(shape_space(f->m->shaper, FACE_CODE)), style->size);
    int64_t in = (int64_t)FURTHER_IN * space;

    for (size_t i = 0; i < line.len && line.ptr[i] == ' '; i++)
        in += space;
    return in < width / 2 ? (int32_t)in : width / 2;
}

static void add_empty(struct flow *f, const struct text_style *style,
                      struct boxes *lines)
{
    struct box *box = box_new(f->m, style_height(style));

    if (box == NULL)
        return;
    box->baseline = style_baseline(f->m, style);
    boxes_add(lines, box);
}

static void add_line(struct flow *f, const struct doc_node *line,
                     const struct text_style *style, int32_t left,
                     struct boxes *lines)
{
    struct scratch *s = &f->m->scratch;
    const int32_t room = f->right - left > 1 ? f->right - left : 1;
    const int32_t in = further_in(f, line->text, style, room);
    const struct line_box box = {left + in, room - in, -in};

    inline_atoms(f->m, line, style, true);
    if (s->natoms == 0) {
        add_empty(f, style, lines);
        return;
    }
    /* Words of two lines are apart. */
    s->atoms[s->natoms - 1].space = line->next != NULL;
    line_make(f->m, style, box, lines);
}

/* The bar that goes from the first line to the last. */
static void add_bars(struct flow *f, struct boxes *lines)
{
    for (struct box *b = lines->first; b != NULL; b = b->next) {
        struct layout_item *bar = item_fill(f->m, ARTIFACT_RULE, NULL,
                                            f->m->style->house->colours.rule);

        if (bar == NULL)
            return;
        bar->x = flow_left(f);
        bar->width = BAR_WIDTH;
        bar->height = b->height;
        box_item(b, bar);
    }
}

static void keep_together(struct boxes *lines)
{
    size_t n = 0;
    size_t i = 0;

    for (const struct box *b = lines->first; b != NULL; b = b->next)
        n++;
    for (struct box *b = lines->first; b != NULL; b = b->next) {
        if (++i < n &&
            (n <= WHOLE_LINES || i < ENDS_LINES || i + ENDS_LINES > n))
            b->keep = KEEP_FIRM;
    }
}

void listing_make(struct flow *f, const struct doc_node *node)
{
    const struct text_style style = listing_style(f);
    const int32_t indent = f->m->sizes->list_indent;
    struct boxes lines = {NULL, NULL};

    f->m->scratch.nmarks = 0;
    for (const struct doc_node *n = node->first; n != NULL; n = n->next) {
        if (n->kind == DOC_TEXT)
            add_line(f, n, &style, flow_left(f) + indent / 2, &lines);
    }
    keep_together(&lines);
    add_bars(f, &lines);
    flow_emit_all(f, &lines);
}
