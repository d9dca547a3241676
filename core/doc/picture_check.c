#include "core/doc/picture.h"

/* The first of N texts that is too long, or NULL. */
static const struct str *long_text(const struct str *texts, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (texts[i].len > FIGURE_TEXT_MAX)
            return &texts[i];
    }
    return NULL;
}

/* Keeps the first fault, and the text that it is about. */
static void note_text(const struct str *texts, uint32_t n,
                      enum figure_fault *fault, struct str *text)
{
    const struct str *found = long_text(texts, n);

    if (found == NULL || *fault != FIGURE_SOUND)
        return;
    *fault = FIGURE_LONG_TEXT;
    *text = *found;
}

static enum figure_fault check_ticks(const struct figure_tick *ticks,
                                     uint32_t n, struct str *text)
{
    enum figure_fault fault = FIGURE_SOUND;

    if (n > FIGURE_TICKS_MAX)
        return FIGURE_CROWDED;
    if (n < 2)
        return FIGURE_IMPOSSIBLE;
    for (uint32_t i = 0; i < n; i++) {
        note_text(&ticks[i].label, 1, &fault, text);
        if (i > 0 && ticks[i].at <= ticks[i - 1].at)
            return FIGURE_IMPOSSIBLE;
    }
    return fault;
}

static enum figure_fault check_spans(const struct figure_row *row)
{
    if (row->nspans > FIGURE_SPANS_MAX)
        return FIGURE_CROWDED;
    if (row->nspans == 0)
        return FIGURE_IMPOSSIBLE;
    for (uint32_t i = 0; i < row->nspans; i++) {
        if (row->spans[i].from > row->spans[i].to)
            return FIGURE_IMPOSSIBLE;
    }
    return FIGURE_SOUND;
}

static enum figure_fault check_timeline(const struct figure_timeline *t,
                                        struct str *text)
{
    enum figure_fault fault;

    if (t->nrows == 0)
        return FIGURE_EMPTY;
    if (t->nrows > FIGURE_ROWS_MAX)
        return FIGURE_CROWDED;
    fault = check_ticks(t->ticks, t->nticks, text);
    for (uint32_t i = 0; i < t->nrows && fault == FIGURE_SOUND; i++) {
        note_text(&t->rows[i].label, 1, &fault, text);
        note_text(&t->rows[i].group, 1, &fault, text);
        if (fault == FIGURE_SOUND)
            fault = check_spans(&t->rows[i]);
    }
    return fault;
}

static enum figure_fault check_bars(const struct figure_bars *b,
                                    struct str *text)
{
    enum figure_fault fault;

    if (b->ncategories == 0 || b->nseries == 0)
        return FIGURE_EMPTY;
    if (b->ncategories > FIGURE_ROWS_MAX || b->nseries > FIGURE_SERIES_MAX)
        return FIGURE_CROWDED;
    fault = check_ticks(b->ticks, b->nticks, text);
    note_text(b->categories, b->ncategories, &fault, text);
    note_text(b->totals, b->ncategories, &fault, text);
    note_text(b->series, b->nseries, &fault, text);
    return fault;
}

static enum figure_fault check_structure(const struct figure_structure *s,
                                         struct str *text)
{
    enum figure_fault fault = FIGURE_SOUND;

    if (s->nboxes == 0)
        return FIGURE_EMPTY;
    if (s->nboxes > FIGURE_ROWS_MAX)
        return FIGURE_CROWDED;
    for (uint32_t i = 0; i < s->nboxes; i++) {
        note_text(&s->boxes[i].name, 1, &fault, text);
        note_text(&s->boxes[i].role, 1, &fault, text);
        if (s->boxes[i].parent != FIGURE_NO_PARENT && s->boxes[i].parent >= i)
            return FIGURE_IMPOSSIBLE;
    }
    return fault;
}

static enum figure_fault check_picture(const struct figure_picture *p)
{
    if (p->picture == NULL || p->picture->width == 0 || p->picture->height == 0)
        return FIGURE_IMPOSSIBLE;
    return FIGURE_SOUND;
}

enum figure_fault figure_check(const struct doc_figure *figure,
                               struct str *text)
{
    switch (figure->kind) {
    case DRAWN_TIMELINE: return check_timeline(&figure->u.timeline, text);
    case DRAWN_BARS: return check_bars(&figure->u.bars, text);
    case DRAWN_STRUCTURE: return check_structure(&figure->u.structure, text);
    case DRAWN_PICTURE: return check_picture(&figure->u.picture);
    }
    return FIGURE_IMPOSSIBLE;
}

/* A side of at most INT32_MAX / 2, so that sums of two do not overflow. */
static int32_t side(int64_t mpt)
{
    return mpt < 1 ? 1 : mpt > INT32_MAX / 2 ? INT32_MAX / 2 : (int32_t)mpt;
}

int32_t figure_width_at(const struct picture *picture, int32_t height)
{
    return side(((int64_t)height * picture->width + picture->height / 2) /
                picture->height);
}

struct figure_size figure_picture_size(const struct figure_picture *p)
{
    const int64_t width = p->width > 0
                              ? p->width
                              : (int64_t)p->picture->width * FIGURE_MPT_PER_DOT;
    const int64_t dots = p->picture->width;

    return (struct figure_size){
        side(width), side((width * p->picture->height + dots / 2) / dots)};
}
