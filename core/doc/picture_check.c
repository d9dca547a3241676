#include "core/doc/picture.h"

/* The first of N texts that is too long, or NULL. */
static const struct str *long_text(const struct str *texts, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (texts[i].len > PICTURE_TEXT_MAX)
            return &texts[i];
    }
    return NULL;
}

/* Keeps the first fault, and the text that it is about. */
static void note_text(const struct str *texts, uint32_t n,
                      enum picture_fault *fault, struct str *text)
{
    const struct str *found = long_text(texts, n);

    if (found == NULL || *fault != PICTURE_SOUND)
        return;
    *fault = PICTURE_LONG_TEXT;
    *text = *found;
}

static enum picture_fault check_ticks(const struct picture_tick *ticks,
                                      uint32_t n, struct str *text)
{
    enum picture_fault fault = PICTURE_SOUND;

    if (n > PICTURE_TICKS_MAX)
        return PICTURE_CROWDED;
    if (n < 2)
        return PICTURE_IMPOSSIBLE;
    for (uint32_t i = 0; i < n; i++) {
        note_text(&ticks[i].label, 1, &fault, text);
        if (i > 0 && ticks[i].at <= ticks[i - 1].at)
            return PICTURE_IMPOSSIBLE;
    }
    return fault;
}

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

static enum picture_fault check_timeline(const struct picture_timeline *t,
                                         struct str *text)
{
    enum picture_fault fault;

    if (t->nrows == 0)
        return PICTURE_EMPTY;
    if (t->nrows > PICTURE_ROWS_MAX)
        return PICTURE_CROWDED;
    fault = check_ticks(t->ticks, t->nticks, text);
    for (uint32_t i = 0; i < t->nrows && fault == PICTURE_SOUND; i++) {
        note_text(&t->rows[i].label, 1, &fault, text);
        note_text(&t->rows[i].group, 1, &fault, text);
        if (fault == PICTURE_SOUND)
            fault = check_spans(&t->rows[i]);
    }
    return fault;
}

static enum picture_fault check_bars(const struct picture_bars *b,
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
    fault =
        b->nticks == 0 ? PICTURE_SOUND : check_ticks(b->ticks, b->nticks, text);
    note_text(b->categories, b->ncategories, &fault, text);
    note_text(b->below, b->below == NULL ? 0 : b->ncategories, &fault, text);
    note_text(b->totals, b->totals == NULL ? 0 : b->ncategories, &fault, text);
    note_text(b->series, b->nseries, &fault, text);
    note_text(b->labels, b->labels == NULL ? 0 : b->ncategories * b->nseries,
              &fault, text);
    note_text(&b->total_name, 1, &fault, text);
    return fault;
}

static enum picture_fault check_structure(const struct picture_structure *s,
                                          struct str *text)
{
    enum picture_fault fault = PICTURE_SOUND;

    if (s->nboxes == 0)
        return PICTURE_EMPTY;
    if (s->nboxes > PICTURE_ROWS_MAX)
        return PICTURE_CROWDED;
    for (uint32_t i = 0; i < s->nboxes; i++) {
        note_text(&s->boxes[i].name, 1, &fault, text);
        note_text(&s->boxes[i].role, 1, &fault, text);
        if (s->boxes[i].parent != PICTURE_NO_PARENT && s->boxes[i].parent >= i)
            return PICTURE_IMPOSSIBLE;
    }
    return fault;
}

static enum picture_fault check_image(const struct picture_image *p)
{
    if (p->file == NULL || p->file->width == 0 || p->file->height == 0)
        return PICTURE_IMPOSSIBLE;
    return PICTURE_SOUND;
}

enum picture_fault picture_check(const struct picture *picture,
                                 struct str *text)
{
    switch (picture->kind) {
    case PICTURE_TIMELINE: return check_timeline(&picture->u.timeline, text);
    case PICTURE_BARS: return check_bars(&picture->u.bars, text);
    case PICTURE_STRUCTURE: return check_structure(&picture->u.structure, text);
    case PICTURE_IMAGE: return check_image(&picture->u.image);
    }
    return PICTURE_IMPOSSIBLE;
}

/* A side of at most INT32_MAX / 2, so that sums of two do not overflow. */
static int32_t side(int64_t mpt)
{
    return mpt < 1 ? 1 : mpt > INT32_MAX / 2 ? INT32_MAX / 2 : (int32_t)mpt;
}

int32_t image_width_at(const struct image *image, int32_t height)
{
    return side(((int64_t)height * image->width + image->height / 2) /
                image->height);
}

struct picture_size picture_image_size(const struct picture_image *p)
{
    const int64_t width =
        p->width > 0 ? p->width : (int64_t)p->file->width * PICTURE_MPT_PER_DOT;
    const int64_t dots = p->file->width;

    return (struct picture_size){
        side(width), side((width * p->file->height + dots / 2) / dots)};
}
