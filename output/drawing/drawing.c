#include "output/drawing/drawing.h"

int32_t drawing_smallest(const struct drawing *d)
{
    int32_t smallest = 0;

    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        if (i->kind == DRAWING_TEXT && (smallest == 0 || i->size < smallest))
            smallest = i->size;
    }
    return smallest;
}

static void dump_text(const struct drawing_item *item, struct buf *out)
{
    for (uint32_t i = 0; i < item->nlines; i++) {
        const struct drawing_line *line = &item->lines[i];

        buf_printf(out, " %d,%d+%d |", (int)line->x, (int)line->y,
                   (int)line->width);
        for (uint32_t k = 0; k < line->nwords; k++) {
            for (const struct shaped *w = line->words[k].shaped; w != NULL;
                 w = w->rest)
                buf_str(out, w->text);
            if (line->words[k].space_after)
                buf_char(out, ' ');
        }
        buf_char(out, '|');
    }
}

void drawing_dump(const struct drawing *d, struct buf *out)
{
    static const char *const kinds[] = {
        [DRAWING_AREA] = "area",
        [DRAWING_LINES] = "lines",
        [DRAWING_TEXT] = "words",
    };

    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        buf_printf(out, "    %s #%06x", kinds[i->kind], (unsigned)i->colour);
        for (uint32_t k = 0; k < i->npoints; k++)
            buf_printf(out, " %d,%d", (int)i->points[k].x, (int)i->points[k].y);
        if (i->kind == DRAWING_TEXT)
            dump_text(i, out);
        buf_char(out, '\n');
    }
}
