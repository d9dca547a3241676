#include "core/doc/doc_dump_picture.h"

#include "core/value/date.h"

void dump_indent(struct buf *out, size_t depth)
{
    for (size_t i = 0; i < depth; i++)
        buf_puts(out, "  ");
}

void dump_quoted(struct buf *out, struct str s)
{
    buf_char(out, '"');
    for (size_t i = 0; i < s.len; i++) {
        const unsigned char c = (unsigned char)s.ptr[i];

        if (c == '"' || c == '\\')
            buf_printf(out, "\\%c", c);
        else if (c == '\n')
            buf_puts(out, "\\n");
        else if (c < 0x20 || c == 0x7f)
            buf_printf(out, "\\x%02x", (unsigned int)c);
        else
            buf_char(out, (char)c);
    }
    buf_char(out, '"');
}

static void begin_line(struct buf *out, size_t depth, const char *name)
{
    dump_indent(out, depth);
    buf_puts(out, name);
}

static void put_text(struct buf *out, struct str text)
{
    buf_char(out, ' ');
    dump_quoted(out, text);
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

static void dump_timeline(struct buf *out, const struct picture_timeline *t,
                          size_t depth)
{
    begin_line(out, depth, t->months ? "timeline months\n" : "timeline\n");
    for (uint32_t i = 0; i < t->nticks; i++) {
        begin_line(out, depth + 1, "tick ");
        put_day(out, t->ticks[i].at);
        put_text(out, t->ticks[i].label);
        buf_char(out, '\n');
    }
    for (uint32_t i = 0; i < t->nrows; i++) {
        const struct picture_row *row = &t->rows[i];

        begin_line(out, depth + 1, "interval");
        for (uint32_t k = 0; k < row->nspans; k++)
            put_span(out, &row->spans[k]);
        put_text(out, row->label);
        if (row->group.len > 0) {
            buf_puts(out, " group=");
            dump_quoted(out, row->group);
        }
        buf_char(out, '\n');
    }
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

static void dump_bars(struct buf *out, const struct picture_bars *b,
                      size_t depth)
{
    static const char *const forms[] = {
        [FORM_STACK] = "bars",
        [FORM_GROUPED] = "grouped",
        [FORM_LINE] = "lines",
        [FORM_WATERFALL] = "waterfall",
    };

    begin_line(out, depth, forms[b->form]);
    for (uint32_t i = 0; i < b->nseries; i++)
        put_text(out, b->series[i]);
    buf_puts(out, b->rest_series > 0 ? " rest\n" : "\n");
    if (b->raised) {
        begin_line(out, depth + 1, "axis ");
        buf_int(out, b->from);
        buf_puts(out, " to ");
        buf_int(out, b->to);
        buf_char(out, '\n');
    }
    for (uint32_t i = 0; i < b->nticks; i++) {
        begin_line(out, depth + 1, "tick ");
        buf_int(out, b->ticks[i].at);
        put_text(out, b->ticks[i].label);
        buf_char(out, '\n');
    }
    for (uint32_t i = 0; i < b->ncategories; i++) {
        begin_line(out, depth + 1, "bar");
        for (uint32_t k = 0; k < b->nseries; k++)
            put_value(out, b, (size_t)i * b->nseries + k);
        if (b->sums != NULL && b->sums[i])
            buf_puts(out, " sum");
        if (b->rest_category == i + 1)
            buf_puts(out, " rest");
        put_text(out, b->categories[i]);
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

static void dump_structure(struct buf *out, const struct picture_structure *s,
                           size_t depth)
{
    begin_line(out, depth, "structure\n");
    for (uint32_t i = 0; i < s->nboxes; i++) {
        const struct picture_box *box = &s->boxes[i];

        begin_line(out, depth + 1, "box");
        put_text(out, box->name);
        if (box->role.len > 0) {
            buf_puts(out, " role=");
            dump_quoted(out, box->role);
        }
        if (box->parent < i) {
            buf_puts(out, " of=");
            dump_quoted(out, s->boxes[box->parent].name);
        }
        buf_char(out, '\n');
    }
}

static void dump_image(struct buf *out, const struct picture_image *p,
                       size_t depth)
{
    const struct image *picture = p->file;

    begin_line(out, depth, "image");
    put_text(out, str_of(picture->name));
    buf_printf(out, " %s %ux%u %s",
               picture->form == IMAGE_JPEG ? "jpeg" : "png",
               (unsigned)picture->width, (unsigned)picture->height,
               picture->palette != NULL ? "palette"
               : picture->channels == 1 ? "grey"
                                        : "rgb");
    if (p->width > 0)
        buf_printf(out, " width=%d", (int)p->width);
    buf_puts(out, p->decorative ? " decorative\n" : "\n");
}

void dump_picture(struct buf *out, const struct picture *picture, size_t depth)
{
    switch (picture->kind) {
    case PICTURE_TIMELINE:
        dump_timeline(out, &picture->u.timeline, depth);
        break;
    case PICTURE_BARS: dump_bars(out, &picture->u.bars, depth); break;
    case PICTURE_STRUCTURE:
        dump_structure(out, &picture->u.structure, depth);
        break;
    case PICTURE_IMAGE: dump_image(out, &picture->u.image, depth); break;
    }
}
