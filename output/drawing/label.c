#include "core/base/utf8.h"
#include "output/drawing/sketch.h"
#include "output/font/bidi.h"

#define SMALLEST 9000 /* milli-points */
#define NARROW 13000  /* on a narrow screen, where one is a pixel */
#define LEADING 1250  /* thousandths of the size */
#define BASELINE 940  /* thousandths of the size, below the top of a line */
#define BACKING 2000  /* left and right of a label */
#define NO_BOUND 1000000000
#define BALANCE 1000 /* how exactly lines are made alike */
#define SOFT_HYPHEN STR_LIT("\xC2\xAD")

int32_t label_size(const struct sketch *s)
{
    const int32_t small = s->house->sizes.small;

    if (s->narrow)
        return NARROW;
    return small < SMALLEST ? SMALLEST : small;
}

int32_t label_leading(const struct sketch *s)
{
    return (int32_t)((int64_t)label_size(s) * LEADING / 1000);
}

static const struct shaped *shape_text(struct sketch *s, struct str text,
                                       enum face face, bool leftwards)
{
    const struct shaped *word =
        shape_directed(s->shaper, face, leftwards, text);

    if (word != NULL && word->missing)
        shape_missing(word, s->at, s->findings);
    return word;
}

static int32_t width_of(struct sketch *s, struct str text, enum face face)
{
    const bool leftwards = bidi_is_needed(text);

    return font_width(shaped_advance(shape_text(s, text, face, leftwards)),
                      label_size(s));
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
struct label_filling {
    struct sketch *s;
    enum face face;
    int32_t room;
    int32_t space;
    struct shaped_word *words; /* the next free one */
    struct str text;           /* all of it */
    uint8_t *levels;           /* of its bytes; NULL: nothing is turned */
    uint8_t *word_levels;      /* of the words of this line */
    struct label label;
};

static struct drawing_line *line_of(struct label_filling *f)
{
    return &f->label.lines[f->label.nlines - 1];
}

static void begin_line(struct label_filling *f)
{
    f->label.lines[f->label.nlines++] =
        (struct drawing_line){.words = f->words};
}

/* The words of the line, which stand as they are read, as they are seen. */
static void end_line(struct label_filling *f)
{
    const struct drawing_line *line = line_of(f);
    struct shaped_word *words = f->words - line->nwords;
    uint32_t *order;
    int32_t x = 0;

    if (f->levels == NULL)
        return;
    order = arena_alloc(f->s->arena, line->nwords, sizeof(*order));
    if (order == NULL)
        return;
    bidi_order(f->word_levels, order, line->nwords);
    for (uint32_t i = 0; i < line->nwords; i++) {
        struct shaped_word *seen = &words[order[i]];

        seen->x = x;
        x += font_width(shaped_advance(seen->shaped), f->label.size);
    }
}

static void add_shaped(struct label_filling *f, const struct shaped *shaped,
                       int32_t x, bool space_after)
{
    struct drawing_line *line = line_of(f);

    *f->words = (struct shaped_word){shaped, x, space_after};
    line->width = x + font_width(shaped_advance(shaped), f->label.size);
    line->nwords++;
    f->words++;
    if (line->width > f->label.width)
        f->label.width = line->width;
}

/* PIECE in parts of one direction, behind the space before it, which may then
   be seen on either side of a word. */
static void add_turned(struct label_filling *f, struct str piece,
                       bool space_after)
{
    struct drawing_line *line = line_of(f);
    const uint8_t *levels = f->levels + (piece.ptr - f->text.ptr);

    if (line->nwords > 0) {
        f->words[-1].space_after = false;
        f->word_levels[line->nwords] = levels[-1];
        add_shaped(f, shape_space(f->s->shaper, f->face), line->width, false);
    }
    while (piece.len > 0) {
        const size_t len = bidi_same_level(levels, piece.len);

        f->word_levels[line->nwords] = levels[0];
        add_shaped(f,
                   shape_text(f->s, str_to(piece, len), f->face,
                              bidi_leftwards(levels[0])),
                   line->width, space_after && len == piece.len);
        piece = str_from(piece, len);
        levels += len;
    }
}

static void add_piece(struct label_filling *f, struct str piece,
                      bool space_after)
{
    const struct drawing_line *line = line_of(f);

    if (f->levels != NULL)
        add_turned(f, piece, space_after);
    else
        add_shaped(f, shape_text(f->s, piece, f->face, false),
                   line->width + (line->nwords > 0 ? f->space : 0),
                   space_after);
}

static void add_word(struct label_filling *f, struct str word)
{
    const struct drawing_line *line = &f->label.lines[f->label.nlines - 1];
    const int32_t width = width_of(f->s, word, f->face);

    if (line->nwords > 0 && width > f->room - line->width - f->space) {
        end_line(f);
        begin_line(f);
    }
    while (width_of(f->s, word, f->face) > f->room) {
        const size_t len = fitting(f->s, word, f->face, f->room);

        if (len >= word.len)
            break;
        add_piece(f, str_to(word, len), false);
        word = str_from(word, len);
        end_line(f);
        begin_line(f);
    }
    add_piece(f, word, true);
}

/* No label is broken at a soft hyphen: it shows nothing. */
static struct str without_soft_hyphens(struct sketch *s, struct str text)
{
    struct buf out;

    if (str_find(text, SOFT_HYPHEN) == text.len)
        return text;
    buf_init(&out, s->arena->limit);
    while (text.len > 0) {
        const size_t at = str_find(text, SOFT_HYPHEN);

        buf_str(&out, str_to(text, at));
        text = str_from(text, at < text.len ? at + SOFT_HYPHEN.len : at);
    }
    return arena_take(s->arena, &out);
}

/* The directions in the text, where there is more than one. */
static bool find_levels(struct label_filling *f)
{
    struct arena *arena = f->s->arena;

    if (!bidi_is_needed(f->text))
        return true;
    f->levels = arena_alloc(arena, f->text.len, sizeof(*f->levels));
    f->word_levels = arena_alloc(arena, f->text.len, 2);
    if (f->levels == NULL || f->word_levels == NULL)
        return false;
    if (!bidi_levels(f->text, f->levels))
        arena_fail(arena, ST_NOMEM);
    return arena_status(arena) == ST_OK;
}

struct label label_make(struct sketch *s, struct str text, enum face face,
                        int32_t room)
{
    struct label_filling f = {
        .s = s,
        .face = face,
        .room = room,
        .space = space_width(s, face),
        .text = str_trim(without_soft_hyphens(s, text)),
        .label = {.size = label_size(s), .face = (uint8_t)face},
    };
    struct str rest = f.text;

    if (rest.len == 0)
        return f.label;
    /* A piece has at least a character and a space, a line at least a piece. */
    f.words = arena_alloc(s->arena, rest.len, 2 * sizeof(*f.words));
    f.label.lines = arena_alloc(s->arena, rest.len, sizeof(*f.label.lines));
    if (f.words == NULL || f.label.lines == NULL || !find_levels(&f))
        return (struct label){.nlines = 0};
    begin_line(&f);
    while (rest.len > 0)
        add_word(&f, str_cut_word(&rest));
    end_line(&f);
    f.label.height = (int32_t)f.label.nlines * label_leading(s);
    return f.label;
}

/* Lines that TEXT has in ROOM, which none of its words is wider than. */
static uint32_t count_lines(struct sketch *s, struct str text, enum face face,
                            int32_t room)
{
    const int32_t space = space_width(s, face);
    int32_t used = 0;
    uint32_t n = 1;

    while (text.len > 0) {
        const int32_t width = width_of(s, str_cut_word(&text), face);

        if (used > 0 && width > room - used - space) {
            n++;
            used = width;
        } else {
            used += width + (used > 0 ? space : 0);
        }
    }
    return n;
}

struct label label_balanced(struct sketch *s, struct str text, enum face face,
                            int32_t room)
{
    const struct str words = str_trim(without_soft_hyphens(s, text));
    int32_t least = label_word_width(s, words, face);
    int32_t most = room;
    uint32_t lines;

    if (least >= room)
        return label_make(s, text, face, room);
    lines = count_lines(s, words, face, room);
    while (lines > 1 && most - least > BALANCE) {
        const int32_t middle = least + (most - least) / 2;

        if (count_lines(s, words, face, middle) == lines)
            most = middle;
        else
            least = middle;
    }
    return label_make(s, text, face, most);
}

static uint32_t count_words(struct str text)
{
    uint32_t n = 0;

    for (text = str_trim(text); text.len > 0; n++)
        (void)str_cut_word(&text);
    return n;
}

int32_t label_even_room(struct sketch *s, const struct str *texts, uint32_t n,
                        uint32_t first, uint32_t step, enum face face,
                        int32_t room)
{
    const uint32_t words = first < n ? count_words(texts[first]) : 0;
    int32_t widest = 0;
    uint32_t lines = 0;

    for (uint32_t i = first; i < n; i += step) {
        const int32_t width = label_word_width(s, texts[i], face);
        const uint32_t own = count_lines(s, str_trim(texts[i]), face, room);

        if (count_words(texts[i]) != words)
            return room;
        widest = width > widest ? width : widest;
        lines = own > lines ? own : lines;
    }
    return lines == words && widest < room ? widest : room;
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
    label_draw_in(s, label, s->house->colours.text, x, y, width, align);
}

void label_draw_in(struct sketch *s, const struct label *label, uint32_t colour,
                   int32_t x, int32_t y, int32_t width, enum doc_align align)
{
    struct drawing_item *item;

    if (label->nlines == 0)
        return;
    item = sketch_item(s, DRAWING_TEXT, colour);
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
