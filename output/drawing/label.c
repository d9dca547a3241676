#include "core/base/utf8.h"
#include "output/drawing/sketch.h"

#define SMALLEST 9000 /* milli-points */
#define LEADING 1250  /* thousandths of the size */
#define BASELINE 940  /* thousandths of the size, below the top of a line */
#define BACKING 2000  /* left and right of a label */
#define NO_BOUND 1000000000

int32_t label_size(const struct sketch *s)
{
    const int32_t small = s->house->sizes.small;

    return small < SMALLEST ? SMALLEST : small;
}

int32_t label_leading(const struct sketch *s)
{
    return (int32_t)((int64_t)label_size(s) * LEADING / 1000);
}

static const struct shaped *shape_text(struct sketch *s, struct str text,
                                       enum face face)
{
    const struct shaped *word = shape(s->shaper, face, text);

    if (word != NULL && word->missing)
        shape_missing(word, s->at, s->findings);
    return word;
}

static int32_t width_of(struct sketch *s, struct str text, enum face face)
{
    return font_width(shaped_advance(shape_text(s, text, face)), label_size(s));
}

static int32_t space_width(struct sketch *s, enum face face)
{
    return font_width(shaped_advance(shape_space(s->shaper, face)),
                      label_size(s));
}

/* Bytes of WORD that fit into ROOM, at least a character; up to a hyphen or a
   slash where there is one among them. */
static size_t fitting(struct sketch *s, struct str word, enum face face,
                      int32_t room)
{
    struct str rest = word;
    size_t fits = 0;
    size_t good = 0;

    while (rest.len > 0) {
        const uint32_t c = utf8_next(&rest);
        const size_t len = word.len - rest.len;

        if (fits > 0 && width_of(s, str_to(word, len), face) > room)
            return good > 0 ? good : fits;
        fits = len;
        if (c == '-' || c == '/')
            good = len;
    }
    return fits;
}

/* A label while its lines are filled. */
struct filling {
    struct sketch *s;
    enum face face;
    int32_t room;
    int32_t space;
    struct shaped_word *words; /* the next free one */
    struct label label;
};

static void begin_line(struct filling *f)
{
    f->label.lines[f->label.nlines++] =
        (struct drawing_line){.words = f->words};
}

static void add_piece(struct filling *f, struct str piece, bool space_after)
{
    struct drawing_line *line = &f->label.lines[f->label.nlines - 1];
    int32_t x = line->width;

    if (line->nwords > 0)
        x += f->space;
    *f->words =
        (struct shaped_word){shape_text(f->s, piece, f->face), x, space_after};
    line->width =
        x + font_width(shaped_advance(f->words->shaped), label_size(f->s));
    line->nwords++;
    f->words++;
    if (line->width > f->label.width)
        f->label.width = line->width;
}

static void add_word(struct filling *f, struct str word)
{
    const struct drawing_line *line = &f->label.lines[f->label.nlines - 1];
    const int32_t width = width_of(f->s, word, f->face);

    if (line->nwords > 0 && width > f->room - line->width - f->space)
        begin_line(f);
    while (width_of(f->s, word, f->face) > f->room) {
        const size_t len = fitting(f->s, word, f->face, f->room);

        if (len >= word.len)
            break;
        add_piece(f, str_to(word, len), false);
        word = str_from(word, len);
        begin_line(f);
    }
    add_piece(f, word, true);
}

struct label label_make(struct sketch *s, struct str text, enum face face,
                        int32_t room)
{
    struct filling f = {
        .s = s,
        .face = face,
        .room = room,
        .space = space_width(s, face),
        .label = {.size = label_size(s), .face = (uint8_t)face},
    };

    text = str_trim(text);
    if (text.len == 0)
        return f.label;
    /* A piece has at least a character, a line at least a piece. */
    f.words = arena_alloc(s->arena, text.len, sizeof(*f.words));
    f.label.lines = arena_alloc(s->arena, text.len, sizeof(*f.label.lines));
    if (f.words == NULL || f.label.lines == NULL)
        return (struct label){.nlines = 0};
    begin_line(&f);
    while (text.len > 0)
        add_word(&f, str_cut_word(&text));
    f.label.height = (int32_t)f.label.nlines * label_leading(s);
    return f.label;
}

int32_t label_full_width(struct sketch *s, struct str text, enum face face)
{
    const int32_t space = space_width(s, face);
    int64_t width = 0;

    text = str_trim(text);
    while (text.len > 0) {
        width += width_of(s, str_cut_word(&text), face);
        if (text.len > 0)
            width += space;
    }
    return width > NO_BOUND ? NO_BOUND : (int32_t)width;
}

int32_t label_word_width(struct sketch *s, struct str text, enum face face)
{
    int32_t widest = 0;

    text = str_trim(text);
    while (text.len > 0) {
        const int32_t width = width_of(s, str_cut_word(&text), face);

        widest = width > widest ? width : widest;
    }
    return widest;
}

void label_backing(struct sketch *s, const struct label *label, int32_t x,
                   int32_t y)
{
    const struct rectangle box = {x - BACKING, y, label->width + 2 * BACKING,
                                  label->height - BACKING};

    sketch_box(s, WHITE, box);
}

void label_draw(struct sketch *s, const struct label *label, int32_t x,
                int32_t y, int32_t width, enum doc_align align)
{
    struct drawing_item *item;

    if (label->nlines == 0)
        return;
    item = sketch_item(s, DRAWING_TEXT, s->house->colours.text);
    if (item == NULL)
        return;
    item->face = label->face;
    item->size = label->size;
    item->lines = label->lines;
    item->nlines = label->nlines;
    for (uint32_t i = 0; i < label->nlines; i++) {
        struct drawing_line *line = &label->lines[i];
        const int32_t spare = width > line->width ? width - line->width : 0;

        line->x = x + (align == ALIGN_END      ? spare
                       : align == ALIGN_CENTRE ? spare / 2
                                               : 0);
        line->y = y + (int32_t)i * label_leading(s) +
                  (int32_t)((int64_t)label->size * BASELINE / 1000);
    }
}
