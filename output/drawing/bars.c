#include "output/drawing/bars_parts.h"

int32_t bars_draw(struct sketch *s, const struct picture_bars *m)
{
    int32_t height;

    if (m->form == FORM_LINE)
        return bars_line_draw(s, m);
    height = bars_upright_draw(s, m);
    return height > 0 ? height : bars_across_draw(s, m);
}
