#include "core/doc/dump_text.h"
#include "core/doc/picture_parts.h"
#include "core/value/date.h"

static enum picture_fault check_spans(const struct picture_row *row)
{
    if (row->nspans > PICTURE_SPANS_MAX)
        return PICTURE_CROWDED;
    if (row->nspans == 0)
        return PICTURE_IMPOSSIBLE;
    for (uint32_t i = 0; i < row->nspans; i++) {
        if (row->spans[i].from > row->spans[i].to)
            return PICTURE_IMPOSSIBLE;
    }
    return PICTURE_SOUND;
}

enum picture_fault picture_check_timeline(const struct picture_timeline *t,
                                          struct str *text)
{
    enum picture_fault fault;

    if (t->nrows == 0)
        return PICTURE_EMPTY;
    if (t->nrows > PICTURE_ROWS_MAX)
        return PICTURE_CROWDED;
    fault = picture_check_ticks(t->ticks, t->nticks, text);
    for (uint32_t i = 0; i < t->nrows && fault == PICTURE_SOUND; i++) {
        picture_note_text(&t->rows[i].label, 1, &fault, text);
        picture_note_text(&t->rows[i].group, 1, &fault, text);
        if (fault == PICTURE_SOUND)
            fault = check_spans(&t->rows[i]);
    }
    return fault;
}

static void put_day(struct buf *out, int64_t day)
{
    struct date d = {0};

    if (day >= INT32_MIN && day <= INT32_MAX)
        d = date_of_days((int32_t)day);
    buf_printf(out, "%04d-%02d-%02d", d.year, d.month, d.day);
}

static void put_span(struct buf *out, const struct picture_span *span)
{
    buf_puts(out, span->open_start ? " ..." : " ");
    put_day(out, span->from);
    buf_char(out, '/');
    put_day(out, span->to);
    if (span->open_end)
        buf_puts(out, "...");
}

void picture_dump_timeline(struct buf *out, const struct picture_timeline *t,
                           size_t depth)
{
    picture_begin_line(out, depth,
                       t->months ? "timeline months\n" : "timeline\n");
    for (uint32_t i = 0; i < t->nticks; i++) {
        picture_begin_line(out, depth + 1, "tick ");
        put_day(out, t->ticks[i].at);
        picture_put_text(out, t->ticks[i].label);
        buf_char(out, '\n');
    }
    for (uint32_t i = 0; i < t->nrows; i++) {
        const struct picture_row *row = &t->rows[i];

        picture_begin_line(out, depth + 1, "interval");
        for (uint32_t k = 0; k < row->nspans; k++)
            put_span(out, &row->spans[k]);
        picture_put_text(out, row->label);
        if (row->group.len > 0) {
            buf_puts(out, " group=");
            dump_quoted(out, row->group);
        }
        buf_char(out, '\n');
    }
}
