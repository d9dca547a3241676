#include "output/drawing/sketch.h"

#define SWATCH_WIDTH 16000
#define SWATCH_HEIGHT 10000
#define APART 14000 /* one entry from the next */

int32_t legend_draw(struct sketch *s, const struct picture_bars *b)
{
    const int32_t width = s->drawing->width;
    const int32_t leading = label_leading(s);
    int32_t x = 0;
    int32_t y = 0;
    int32_t row = leading; /* height of the one being filled */

    for (uint32_t i = 0; i < b->nseries; i++) {
        const int32_t left = SWATCH_WIDTH + GAP;
        const struct label label =
            label_make(s, b->series[i], FACE_REGULAR, width - left);
        struct rectangle swatch = {0, 0, SWATCH_WIDTH, SWATCH_HEIGHT};

        if (x > 0 && x + left + label.width > width) {
            x = 0;
            y += row + GAP / 2;
            row = leading;
        }
        swatch.x = x;
        swatch.y = y + (leading - SWATCH_HEIGHT) / 2;
        sketch_part(s, i, picture_colour(b, i), swatch);
        label_draw(s, &label, x + left, y, label.width, ALIGN_START);
        x += left + label.width + APART;
        row = label.height > row ? label.height : row;
    }
    return y + row;
}
