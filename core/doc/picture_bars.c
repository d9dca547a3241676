#include "core/doc/dump_text.h"
#include "core/doc/picture_parts.h"

enum picture_fault picture_check_bars(const struct picture_bars *b,
                                      struct str *text)
{
    enum picture_fault fault;

    if (b->ncategories == 0 || b->nseries == 0)
        return PICTURE_EMPTY;
    if (b->ncategories > PICTURE_ROWS_MAX || b->nseries > PICTURE_SERIES_MAX)
        return PICTURE_CROWDED;
    if (b->form == FORM_WATERFALL && (b->nseries != 1 || b->sums == NULL))
        return PICTURE_IMPOSSIBLE;
    if (b->raised && b->from >= b->to)
        return PICTURE_IMPOSSIBLE;
    fault = b->nticks == 0 ? PICTURE_SOUND
                           : picture_check_ticks(b->ticks, b->nticks, text);
    picture_note_text(b->categories, b->ncategories, &fault, text);
    picture_note_text(b->below, b->below == NULL ? 0 : b->ncategories, &fault,
                      text);
    picture_note_text(b->totals, b->totals == NULL ? 0 : b->ncategories, &fault,
                      text);
    picture_note_text(b->series, b->nseries, &fault, text);
    picture_note_text(b->labels,
                      b->labels == NULL ? 0 : b->ncategories * b->nseries,
                      &fault, text);
    picture_note_text(&b->total_name, 1, &fault, text);
    return fault;
}

/* As it is kept, and as it is printed. */
static void put_value(struct buf *out, const struct picture_bars *b, size_t i)
{
    buf_char(out, ' ');
    if (b->missing != NULL && b->missing[i])
        buf_puts(out, "missing");
    else
        buf_int(out, b->values[i]);
    if (b->labels == NULL)
        return;
    buf_char(out, '=');
    dump_quoted(out, b->labels[i]);
}

void picture_dump_bars(struct buf *out, const struct picture_bars *b,
                       size_t depth)
{
    static const char *const forms[] = {
        [FORM_STACK] = "bars",
        [FORM_GROUPED] = "grouped",
        [FORM_LINE] = "lines",
        [FORM_WATERFALL] = "waterfall",
    };

    picture_begin_line(out, depth, forms[b->form]);
    for (uint32_t i = 0; i < b->nseries; i++)
        picture_put_text(out, b->series[i]);
    buf_puts(out, b->rest_series > 0 ? " rest\n" : "\n");
    if (b->raised) {
        picture_begin_line(out, depth + 1, "axis ");
        buf_int(out, b->from);
        buf_puts(out, " to ");
        buf_int(out, b->to);
        buf_char(out, '\n');
    }
    for (uint32_t i = 0; i < b->nticks; i++) {
        picture_begin_line(out, depth + 1, "tick ");
        buf_int(out, b->ticks[i].at);
        picture_put_text(out, b->ticks[i].label);
        buf_char(out, '\n');
    }
    for (uint32_t i = 0; i < b->ncategories; i++) {
        picture_begin_line(out, depth + 1, "bar");
        for (uint32_t k = 0; k < b->nseries; k++)
            put_value(out, b, (size_t)i * b->nseries + k);
        if (b->sums != NULL && b->sums[i])
            buf_puts(out, " sum");
        if (b->rest_category == i + 1)
            buf_puts(out, " rest");
        picture_put_text(out, b->categories[i]);
        if (b->below != NULL && b->below[i].len > 0) {
            buf_puts(out, " below=");
            dump_quoted(out, b->below[i]);
        }
        if (b->totals != NULL && b->totals[i].len > 0) {
            buf_puts(out, " total=");
            dump_quoted(out, b->totals[i]);
        }
        buf_char(out, '\n');
    }
}
