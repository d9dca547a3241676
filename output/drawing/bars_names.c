#include "output/drawing/bars_parts.h"

#define SWATCH_WIDTH 16000
#define SWATCH_HEIGHT 10000
#define APART 14000   /* one entry from the next */
#define BESIDE_MOST 3 /* tenths of the width, for names beside bars */

int32_t bars_names_width(struct sketch *s, const struct picture_bars *m,
                         int32_t height)
{
    int32_t width = label_full_width(s, m->total_name, FACE_BOLD);

    if (s->narrow || m->nseries < 2 || m->form == FORM_GROUPED ||
        (int32_t)m->nseries * label_leading(s) > height)
        return 0;
    for (uint32_t i = 0; i < m->nseries; i++) {
        const int32_t w = label_full_width(s, m->series[i], FACE_BOLD);

        width = w > width ? w : width;
    }
    return width > s->drawing->width / 10 * BESIDE_MOST ? 0 : width;
}

/* As a bar or a line of the series looks. */
static void draw_swatch(struct sketch *s, const struct picture_bars *m,
                        uint32_t series, int32_t x, int32_t y)
{
    const struct rectangle box = {x, y, SWATCH_WIDTH, SWATCH_HEIGHT};
    const uint32_t fill = bars_fill(s, m, 0, series);
    const struct drawing_point from = {x, y + SWATCH_HEIGHT / 2};
    const struct drawing_point to = {x + SWATCH_WIDTH, y + SWATCH_HEIGHT / 2};

    if (m->form != FORM_LINE)
        sketch_box(s, fill, box);
    else if (series + m->ntargets >= m->nseries)
        sketch_dashes(s, s->house->colours.text, 1250, from, to, 4000, 3000);
    else
        sketch_line(s, fill, 2000, from, to);
}

int32_t bars_key(struct sketch *s, const struct picture_bars *m)
{
    const int32_t width = s->drawing->width;
    const int32_t leading = label_leading(s);
    const int32_t left = SWATCH_WIDTH + GAP;
    int32_t x = 0;
    int32_t y = 0;
    int32_t row = leading; /* height of the one being filled */

    for (uint32_t i = 0; i < m->nseries; i++) {
        const struct label label =
            label_make(s, m->series[i], FACE_REGULAR, width - left);

        if (x > 0 && x + left + label.width > width) {
            x = 0;
            y += row + GAP / 2;
            row = leading;
        }
        draw_swatch(s, m, i, x, y + (leading - SWATCH_HEIGHT) / 2);
        label_draw(s, &label, x + left, y, label.width, ALIGN_START);
        x += left + label.width + APART;
        row = label.height > row ? label.height : row;
    }
    return y + row + 2 * GAP;
}

static uint32_t lowest(const int32_t *tops, uint32_t n, const bool *placed)
{
    uint32_t next = n;

    for (uint32_t i = 0; i < n; i++) {
        if (!placed[i] && (next == n || tops[i] > tops[next]))
            next = i;
    }
    return next;
}

void bars_spread(int32_t *tops, uint32_t n, int32_t leading, int32_t most)
{
    uint32_t order[BARS_SPREAD_MAX];
    bool placed[BARS_SPREAD_MAX] = {false};
    int32_t bound = most + leading;
    int32_t least = 0;

    for (uint32_t k = 0; k < n; k++) {
        const uint32_t i = order[k] = lowest(tops, n, placed);

        placed[i] = true;
        tops[i] = tops[i] > bound - leading ? bound - leading : tops[i];
        bound = tops[i];
    }
    for (uint32_t k = n; k-- > 0;) {
        tops[order[k]] = tops[order[k]] < least ? least : tops[order[k]];
        least = tops[order[k]] + leading;
    }
}

static uint32_t ink_of_name(const struct sketch *s,
                            const struct picture_bars *m, uint32_t series)
{
    if (series == m->nseries ||
        (m->form == FORM_LINE && series + m->ntargets >= m->nseries))
        return s->house->colours.text;
    return bars_ink_of(bars_fill(s, m, 0, series));
}

void bars_names_beside(struct sketch *s, const struct picture_bars *m,
                       int32_t *middles, uint32_t n, int32_t x, int32_t most)
{
    const int32_t leading = label_leading(s);

    for (uint32_t i = 0; i < n; i++)
        middles[i] -= leading / 2;
    bars_spread(middles, n, leading, most - leading);
    for (uint32_t i = 0; i < n; i++) {
        const struct label label =
            label_make(s, i < m->nseries ? m->series[i] : m->total_name,
                       FACE_BOLD, s->drawing->width - x);

        label_draw_in(s, &label, ink_of_name(s, m, i), x, middles[i],
                      s->drawing->width - x, ALIGN_START);
    }
}
