#include "core/doc/picture_parts.h"

enum picture_fault picture_check_bars(const struct picture_bars *b,
                                      struct str *text)
{
    enum picture_fault fault;

    if (b->ncategories == 0 || b->nseries == 0)
        return PICTURE_EMPTY;
    if (b->ncategories > PICTURE_ROWS_MAX || b->nseries > PICTURE_SERIES_MAX)
        return PICTURE_CROWDED;
    fault = picture_check_ticks(b->ticks, b->nticks, text);
    picture_check_texts(b->categories, b->ncategories, &fault, text);
    picture_check_texts(b->totals, b->ncategories, &fault, text);
    picture_check_texts(b->series, b->nseries, &fault, text);
    return fault;
}

void picture_dump_bars(struct buf *out, const struct picture_bars *b,
                       size_t depth)
{
    dump_line(out, depth, "bars");
    for (uint32_t i = 0; i < b->nseries; i++)
        dump_text(out, b->series[i]);
    buf_char(out, '\n');
    for (uint32_t i = 0; i < b->nticks; i++) {
        dump_line(out, depth + 1, "tick ");
        buf_int(out, b->ticks[i].at);
        dump_text(out, b->ticks[i].label);
        buf_char(out, '\n');
    }
    for (uint32_t i = 0; i < b->ncategories; i++) {
        dump_line(out, depth + 1, "bar");
        for (uint32_t k = 0; k < b->nseries; k++) {
            buf_char(out, ' ');
            buf_int(out, b->values[(size_t)i * b->nseries + k]);
        }
        dump_text(out, b->categories[i]);
        if (b->totals[i].len > 0) {
            buf_puts(out, " total=");
            dump_quoted(out, b->totals[i]);
        }
        buf_char(out, '\n');
    }
}
