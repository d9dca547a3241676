#include "core/doc/picture_parts.h"
#include "core/doc/dump_text.h"

/* The first of N texts that is too long, or NULL. */
static const struct str *long_text(const struct str *texts, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (texts[i].len > PICTURE_TEXT_MAX)
            return &texts[i];
    }
    return NULL;
}

void picture_note_text(const struct str *texts, uint32_t n,
                       enum picture_fault *fault, struct str *text)
{
    const struct str *found = long_text(texts, n);

    if (found == NULL || *fault != PICTURE_SOUND)
        return;
    *fault = PICTURE_LONG_TEXT;
    *text = *found;
}

enum picture_fault picture_check_ticks(const struct picture_tick *ticks,
                                       uint32_t n, struct str *text)
{
    enum picture_fault fault = PICTURE_SOUND;

    if (n > PICTURE_TICKS_MAX)
        return PICTURE_CROWDED;
    if (n < 2)
        return PICTURE_IMPOSSIBLE;
    for (uint32_t i = 0; i < n; i++) {
        picture_note_text(&ticks[i].label, 1, &fault, text);
        if (i > 0 && ticks[i].at <= ticks[i - 1].at)
            return PICTURE_IMPOSSIBLE;
    }
    return fault;
}

void picture_begin_line(struct buf *out, size_t depth, const char *name)
{
    dump_indent(out, depth);
    buf_puts(out, name);
}

void picture_put_text(struct buf *out, struct str text)
{
    buf_char(out, ' ');
    dump_quoted(out, text);
}
