#include "output/pdf/pdf_text.h"
#include "output/pdf/pdf_syntax.h"

#include <assert.h>

void pdf_text_init(struct pdf_text *t, struct pdf_fonts *fonts, struct buf *out)
{
    *t = (struct pdf_text){.out = out, .fonts = fonts, .font = -1};
}

static void end_string(struct pdf_text *t)
{
    if (t->string)
        buf_char(t->out, ')');
    t->string = false;
}

static void end_array(struct pdf_text *t)
{
    end_string(t);
    if (t->array)
        buf_puts(t->out, "]TJ\n");
    t->array = false;
}

void pdf_text_end(struct pdf_text *t)
{
    if (t->open)
        buf_puts(t->out, "ET\n");
    t->open = false;
}

static void begin_string(struct pdf_text *t)
{
    if (!t->array)
        buf_char(t->out, '[');
    t->array = true;
    if (t->adjust != 0) {
        end_string(t);
        buf_int(t->out, t->adjust);
        t->adjust = 0;
    }
    if (!t->string)
        buf_char(t->out, '(');
    t->string = true;
}

static void put_code(struct pdf_text *t, uint32_t code)
{
    char *to;

    begin_string(t);
    to = buf_reserve(t->out, PDF_CODE_ROOM);
    if (to != NULL)
        t->out->len += (size_t)(pdf_put_code(to, code) - to);
}

static void set_font(struct pdf_text *t, int font, int32_t size)
{
    if (font == t->font && size == t->size)
        return;
    end_array(t);
    buf_puts(t->out, "/F");
    buf_int(t->out, font);
    buf_char(t->out, ' ');
    pdf_write_mpt(t->out, size);
    buf_puts(t->out, " Tf\n");
    t->font = font;
    t->size = size;
}

/* Text rise, in milli-points: for a mark above or below its letter. */
static void set_rise(struct pdf_text *t, int64_t rise)
{
    end_array(t);
    pdf_write_mpt(t->out, rise);
    buf_puts(t->out, " Ts\n");
}

static void put_glyph(struct pdf_text *t, const struct pdf_font *font,
                      const struct shaped *part, size_t i)
{
    const struct shaped_glyph g = shaped_glyph(part, i);
    const int64_t rise = (int64_t)g.y_offset * t->size / 1000;
    const uint32_t code = pdf_font_code(font, part, i);

    t->adjust -= g.x_offset;
    if (rise != 0)
        set_rise(t, rise);
    if (code != 0)
        put_code(t, code);
    if (rise != 0)
        set_rise(t, 0);
    t->adjust += (int64_t)g.x_offset - g.kern;
}

/* The pen, in thousandths of the em from the item's start. */
static void move_pen(struct pdf_text *t, int64_t *pen, int64_t want)
{
    t->adjust += *pen - want;
    *pen = want;
}

/* None of its glyphs is moved: nothing stands between their codes. */
static void put_plain(struct pdf_text *t, const struct shaped *part,
                      const struct pdf_font *font)
{
    char *begin;
    char *to;

    begin_string(t);
    begin = buf_reserve(t->out, (size_t)part->nglyphs * PDF_CODE_ROOM);
    if (begin == NULL)
        return;
    to = begin;
    for (size_t i = 0; i < part->nglyphs; i++) {
        const uint32_t code = pdf_font_code(font, part, i);

        if (code != 0)
            to = pdf_put_code(to, code);
    }
    t->out->len += (size_t)(to - begin);
}

static void put_rightwards(struct pdf_text *t, const struct shaped *part,
                           const struct pdf_font *font, int64_t *pen)
{
    if (part->plain && part->nglyphs > 0)
        put_plain(t, part, font);
    for (size_t i = 0; !part->plain && i < part->nglyphs; i++)
        put_glyph(t, font, part, i);
    *pen += part->advance;
}

/* Each glyph stands before the one that is read before it, whose left edge is
 *LEFT: so they lie in the file as they are read. */
static void put_leftwards(struct pdf_text *t, const struct shaped *part,
                          const struct pdf_font *font, int64_t *pen,
                          int64_t *left)
{
    for (size_t i = 0; i < part->nglyphs; i++) {
        const struct shaped_glyph g = shaped_glyph(part, i);
        const int64_t advance = font_glyph_width(part->face, g.id) + g.kern;

        *left -= advance;
        move_pen(t, pen, *left);
        put_glyph(t, font, part, i);
        *pen += advance;
    }
}

/* One part of a word, in one face. */
static void put_part(struct pdf_text *t, const struct shaped *part,
                     int64_t *pen, int64_t *left)
{
    const bool same = pdf_font_use(t->fonts, part);
    const struct pdf_font *font = pdf_font(t->fonts, part->face->index);

    if (font == NULL)
        return;
    set_font(t, part->face->index, t->size);
    if (!same) {
        end_array(t);
        buf_puts(t->out, "/Span<</ActualText");
        pdf_write_text(t->out, part->text);
        buf_puts(t->out, ">>BDC\n");
    }
    if (part->leftwards)
        put_leftwards(t, part, font, pen, left);
    else
        put_rightwards(t, part, font, pen);
    if (!same) {
        end_array(t);
        buf_puts(t->out, "EMC\n");
    }
}

/* Where the pen is after WORD was drawn at PEN. */
static int64_t put_word(struct pdf_text *t, const struct shaped_word *word,
                        int face, int64_t pen)
{
    const struct pdf_font *font;
    int64_t left = pen + shaped_advance(word->shaped);

    for (const struct shaped *part = word->shaped; part != NULL;
         part = part->rest)
        put_part(t, part, &pen, &left);
    if (!word->space_after)
        return pen;
    font = pdf_font(t->fonts, (size_t)face);
    if (font == NULL || font->space == 0)
        return pen;
    set_font(t, face, t->size);
    put_code(t, font->glyphs[font->space].code);
    return pen + font->space_width;
}

/* X milli-points in thousandths of an em of SIZE. */
static int64_t in_thousandths(int64_t x, int32_t size)
{
    const int64_t scaled = x * 1000;

    return (scaled + (scaled < 0 ? -size : size) / 2) / size;
}

void pdf_text_begin(struct pdf_text *t)
{
    if (t->open)
        return;
    buf_puts(t->out, "BT\n");
    t->open = true;
    t->x = 0;
    t->y = 0;
}

static void move_to(struct pdf_text *t, int64_t x, int64_t y)
{
    pdf_text_begin(t);
    pdf_write_mpt(t->out, x - t->x);
    buf_char(t->out, ' ');
    pdf_write_mpt(t->out, y - t->y);
    buf_puts(t->out, " Td\n");
    t->x = x;
    t->y = y;
}

void pdf_text_line(struct pdf_text *t, const struct pdf_text_line *line)
{
    int64_t pen = 0;

    assert(line->size > 0);
    move_to(t, line->x, line->y);
    set_font(t, line->face, line->size);
    t->adjust = 0;
    for (uint32_t i = 0; i < line->nwords; i++) {
        const struct shaped_word *word = &line->words[i];
        const int64_t want = in_thousandths(word->x, line->size);

        /* One thousandth off is the rounding of milli-points. */
        if (want > pen + 1 || want < pen - 1)
            move_pen(t, &pen, want);
        pen = put_word(t, word, line->face, pen);
    }
    end_array(t);
}

void pdf_text_forget(struct pdf_text *t)
{
    t->font = -1;
}
