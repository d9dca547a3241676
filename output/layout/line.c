#include "output/drawing/cell_draw.h"
#include "output/drawing/cell_marks.h"
#include "output/font/bidi.h"
#include "output/layout/line_breaks.h"

#define WORD_SHOWN 60 /* bytes of a broken word in its finding */

int32_t style_height(const struct text_style *style)
{
    return (int32_t)((int64_t)style->size * style->leading / 1000);
}

int32_t style_baseline(struct layout_parts *m, const struct text_style *style)
{
    const struct shaped *space = shape_space(m->shaper, FACE_REGULAR);
    int32_t ascent;
    int32_t descent; /* negative: below the baseline */

    if (space == NULL)
        return style->size;
    ascent = font_width(space->face->ascent, style->size);
    descent = -font_width(-space->face->descent, style->size);
    return (style_height(style) - (ascent - descent)) / 2 + ascent;
}

/* From the first atom's left to the last one's right. */
static int32_t span_width(const struct layout_parts *m, size_t from, size_t to)
{
    const struct atom *atoms = m->scratch.atoms;
    int32_t width = 0;

    for (size_t i = from; i < to; i++) {
        width += atoms[i].width;
        if (i + 1 < to)
            width += line_space_after(m, &atoms[i]);
    }
    return width;
}

/* --- one line --- */

static void add_underline(struct layout_parts *m, struct box *line,
                          const struct layout_item *text)
{
    struct layout_item *rule = item_fill(m, ARTIFACT_RULE, NULL, text->colour);

    if (rule == NULL)
        return;
    rule->x = text->x;
    rule->width = text->width;
    rule->height = text->height / 20;
    rule->y = text->y + text->height / 10;
    box_item(line, rule);
}

static void add_mark(struct layout_parts *m, struct box *line,
                     const char *target)
{
    struct scratch *s = &m->scratch;

    if (!scratch_room(m, (void **)&s->marks, &s->marks_capacity, s->nmarks + 1,
                      sizeof(*s->marks)))
        return;
    s->marks[s->nmarks++] = (struct mark){line, target};
}

/* What the line has so far: its box, and where its pieces stand. */
struct line {
    struct box *box;
    size_t first;              /* atom */
    struct line_piece *pieces; /* two for each atom: itself, and its space */
};

/* The pieces, N of them, from left to right; NULL: no memory. */
static const uint32_t *order_of(struct layout_parts *m, size_t n)
{
    const struct line_piece *pieces = m->scratch.pieces;
    uint8_t *levels = arena_alloc(m->arena, n, sizeof(*levels));
    uint32_t *order = arena_alloc(m->arena, n, sizeof(*order));

    if (levels == NULL || order == NULL)
        return NULL;
    for (size_t i = 0; i < n; i++)
        levels[i] = pieces[i].level;
    bidi_order(levels, order, n);
    return order;
}

/* Places the pieces of [FROM, TO) from X on as they are seen. */
static bool place_pieces(struct layout_parts *m, size_t from, size_t to,
                         int32_t x)
{
    struct scratch *s = &m->scratch;
    const size_t n = 2 * (to - from);
    const uint32_t *order;

    if (!scratch_room(m, (void **)&s->pieces, &s->pieces_capacity, n,
                      sizeof(*s->pieces)))
        return false;
    for (size_t i = from; i < to; i++) {
        const struct atom *atom = &s->atoms[i];
        const bool last = i + 1 == to; /* no space is seen behind it */

        s->pieces[2 * (i - from)] =
            (struct line_piece){.width = atom->width, .level = atom->level};
        /* What is no space parts no words. */
        s->pieces[2 * (i - from) + 1] =
            (struct line_piece){.width = last ? 0 : line_space_after(m, atom),
                                .level = last          ? 0
                                         : atom->space ? atom->space_level
                                                       : atom->level};
    }
    order = s->turned ? order_of(m, n) : NULL;
    for (size_t i = 0; i < n; i++) {
        struct line_piece *seen = &s->pieces[order == NULL ? i : order[i]];

        seen->x = x;
        x += seen->width;
    }
    return true;
}

/* The words of an item while they are filled in. */
struct line_filling {
    struct shaped_word *words;
    uint32_t n;
};

static void add_shaped(struct line_filling *f, const struct shaped *shaped,
                       int32_t x, bool space)
{
    f->words[f->n++] = (struct shaped_word){shaped, x, space};
}

/* The left and right edge of the atoms [FROM, TO) on LINE. */
static void find_edges(const struct line *line, size_t from, size_t to,
                       int32_t *left, int32_t *right)
{
    *left = line->pieces[2 * (from - line->first)].x;
    *right = *left;
    for (size_t i = from; i < to; i++) {
        const struct line_piece *p = &line->pieces[2 * (i - line->first)];

        *left = p->x < *left ? p->x : *left;
        *right = p->x + p->width > *right ? p->x + p->width : *right;
    }
}

/* The words of the atoms [FROM, TO), from ITEM's left on. Where the line is
   turned, the space after a word may stand on either side of it. */
static void fill_words(struct layout_parts *m, const struct line *line,
                       size_t from, size_t to, const struct layout_item *item,
                       struct line_filling *f)
{
    const struct scratch *s = &m->scratch;

    for (size_t i = from; i < to; i++) {
        const struct line_piece *p = &line->pieces[2 * (i - line->first)];
        const struct atom *atom = &s->atoms[i];

        add_shaped(f, atom->shaped, p[0].x - item->x,
                   atom->space && !s->turned);
        if (atom->space && s->turned)
            add_shaped(f, shape_space(m->shaper, (enum face)item->face),
                       p[1].x - item->x, false);
    }
}

/* The sample that RUN is, from X on, its middle in that of small letters. */
static void add_sample(struct layout_parts *m, const struct line *line,
                       const struct run *run, int32_t x)
{
    struct layout_item *item = item_new(m, LAYOUT_DRAWING);
    const struct cell_area area = {
        .width = cell_sample_width(run->src->u.drawing),
        .height = CELL_SAMPLE_HEIGHT,
        .middle = CELL_SAMPLE_HEIGHT / 2,
    };

    if (item == NULL)
        return;
    item->drawing = cell_draw(run->src, m->style->house, area, m->shaper,
                              m->arena, m->findings);
    if (item->drawing == NULL)
        return;
    if (item->artifact == ARTIFACT_NONE) {
        item->artifact = ARTIFACT_DECORATION;
        item->src = run->src;
    }
    item->x = x;
    item->y = line->box->baseline - run->size / 3 - area.middle;
    item->width = area.width;
    item->height = area.height;
    box_item(line->box, item);
}

/* The atoms [FROM, TO), all of one run and level, as an item; behind them the
   HYPHEN, unless it is NULL. */
static void add_item(struct layout_parts *m, const struct line *line,
                     size_t from, size_t to, const struct shaped *hyphen)
{
    const struct run *run = &m->scratch.runs[m->scratch.atoms[from].run];
    struct layout_item *item = item_new(m, LAYOUT_TEXT);
    /* A word, its space; the hyphen. */
    const size_t most =
        (to - from) * (m->scratch.turned ? 2 : 1) + (hyphen != NULL ? 1 : 0);
    struct shaped_word only;
    struct line_filling f = {NULL, 0};
    int32_t right = 0;

    if (!run->number)
        f.words = most == 1 ? &only : item_words(m, most);
    if (item == NULL || (f.words == NULL && !run->number))
        return;
    item->src = m->artifact == ARTIFACT_NONE ? run->src : NULL;
    item->face = run->face & LAYOUT_FACE;
    item->colour = run->colour & LAYOUT_COLOUR;
    item->y = line->box->baseline - run->rise;
    item->height = run->size;
    find_edges(line, from, to, &item->x, &right);
    item->width = right - item->x;
    if (f.words != NULL)
        fill_words(m, line, from, to, item, &f);
    if (f.words != NULL && hyphen != NULL) {
        add_shaped(&f, hyphen, item->width, false);
        item->width += font_width(shaped_advance(hyphen), run->size);
    }
    layout_set_words(item, f.words, f.n);
    box_item(line->box, item);
    if (run->underline)
        add_underline(m, line->box, item);
    if (run->mark != NULL && m->artifact == ARTIFACT_NONE)
        add_mark(m, line->box, run->mark);
}

/* The atoms [FROM, TO) as a line, with an item a run. */
static void add_line(struct layout_parts *m, const struct text_style *style,
                     struct line_box box, size_t from, size_t to,
                     struct boxes *out)
{
    const struct scratch *s = &m->scratch;
    const struct atom *atoms = s->atoms;
    struct line line = {.box = box_new(m, style_height(style)), .first = from};
    const struct shaped *hyphen =
        from < to && to < s->natoms ? line_hyphen(m, &atoms[to - 1]) : NULL;
    int32_t spare = box.width - box.first_indent - span_width(m, from, to);
    int32_t x = box.left + box.first_indent;

    if (line.box == NULL)
        return;
    line.box->baseline = style_baseline(m, style);
    if (hyphen != NULL)
        spare -= line_hyphen_width(m, &atoms[to - 1]);
    if (spare < 0)
        spare = 0;
    if (style->align == ALIGN_END)
        x += spare;
    else if (style->align == ALIGN_CENTRE)
        x += spare / 2;
    if (from < to && !place_pieces(m, from, to, x))
        return;
    line.pieces = s->pieces;
    while (from < to) {
        size_t end = from + 1;

        while (end < to && atoms[end].run == atoms[from].run &&
               atoms[end].level == atoms[from].level)
            end++;
        if (s->runs[atoms[from].run].sample)
            add_sample(m, &line, &s->runs[atoms[from].run],
                       line.pieces[2 * (from - line.first)].x);
        else
            add_item(m, &line, from, end, end == to ? hyphen : NULL);
        from = end;
    }
    boxes_add(out, line.box);
}

/* --- where lines end --- */

static bool inside_character(struct str text, size_t at)
{
    return at < text.len && ((unsigned char)text.ptr[at] & 0xc0) == 0x80;
}

static size_t next_character(struct str text, size_t at)
{
    do
        at++;
    while (inside_character(text, at));
    return at;
}

/* How many bytes of TEXT, whole characters, fit into WIDTH: found by halving,
   since a longer beginning is never narrower. */
static size_t fitting_bytes(struct layout_parts *m, const struct run *run,
                            bool leftwards, struct str text, int32_t width)
{
    size_t fits = 0;
    size_t too_many = text.len;

    for (;;) {
        size_t middle = fits + (too_many - fits) / 2;
        const struct shaped *s;

        while (inside_character(text, middle))
            middle--;
        if (middle <= fits)
            middle = next_character(text, fits);
        if (middle >= too_many)
            return fits;
        s = shape_directed(m->shaper, (enum face)run->face, leftwards,
                           str_to(text, middle));
        if (s != NULL && font_width(shaped_advance(s), run->size) <= width)
            fits = middle;
        else
            too_many = middle;
    }
}

static struct str atom_text(const struct atom *atom)
{
    const char *start = atom->shaped->text.ptr;
    size_t len = 0;

    for (const struct shaped *p = atom->shaped; p != NULL; p = p->rest)
        len += p->text.len;
    return (struct str){start, len};
}

static void report_wide_word(struct layout_parts *m, size_t at)
{
    const struct scratch *s = &m->scratch;
    const struct run *run = &s->runs[s->atoms[at].run];
    struct str text = atom_text(&s->atoms[at]);
    size_t len = text.len < WORD_SHOWN ? text.len : WORD_SHOWN;

    if (m->artifact != ARTIFACT_NONE)
        return; /* said already, where it stands first */
    while (inside_character(text, len))
        len--;
    finding(m->findings, FINDING_WIDE_WORD, run->src->at,
            "`%.*s%s` is wider than its line and was broken", (int)len,
            text.ptr, len < text.len ? "..." : "");
}

/*
 * Cuts the atom AT so that its head fits into WIDTH, at least one character
 * where NEEDED. The atom becomes the head and *TAIL the rest; false when
 * nothing was cut.
 */
static bool cut_atom(struct layout_parts *m, size_t at, int32_t width,
                     bool needed, struct atom *tail)
{
    struct atom *atom = &m->scratch.atoms[at];
    const struct run *run = &m->scratch.runs[atom->run];
    const bool leftwards = bidi_leftwards(atom->level);
    struct str text;
    size_t len;

    if (atom->shaped == NULL)
        return false;
    text = atom_text(atom);
    len = fitting_bytes(m, run, leftwards, text, width);
    if (len == 0 && needed)
        len = next_character(text, 0);
    if (len == 0 || len >= text.len)
        return false;
    *tail = *atom;
    tail->before = BREAK_NONE;
    tail->shaped = shape_directed(m->shaper, (enum face)run->face, leftwards,
                                  str_from(text, len));
    tail->width = font_width(shaped_advance(tail->shaped), run->size);
    atom->shaped = shape_directed(m->shaper, (enum face)run->face, leftwards,
                                  str_to(text, len));
    atom->width = font_width(shaped_advance(atom->shaped), run->size);
    atom->space = false;
    atom->hyphen = false;
    return true;
}

/* No page ends after the first line of a paragraph, nor before its last. */
static void keep_lines(struct boxes *lines)
{
    if (lines->first == NULL || lines->first->next == NULL)
        return;
    lines->first->keep = KEEP_STRONG;
    for (struct box *s = lines->first; s->next != NULL; s = s->next) {
        if (s->next->next == NULL)
            s->keep = KEEP_STRONG;
    }
}

void line_make(struct layout_parts *m, const struct text_style *style,
               struct line_box box, struct boxes *out)
{
    struct scratch *s = &m->scratch;
    struct boxes lines = {NULL, NULL};
    uint32_t reported = UINT32_MAX;
    const size_t planned = line_breaks(m, style, &box);
    size_t line = 0;
    size_t from = 0;

    while (from < s->natoms && layout_ok(m)) {
        const int32_t width = box.width - box.first_indent;
        const struct line_end end =
            line < planned ? (struct line_end){.to = s->ends[line++]}
                           : line_end_of(m, from, width);
        struct atom tail;
        bool cut = false;

        if (end.inside && box.first_indent > 0) {
            /* Beside its label no word fits: begin below it. */
            add_line(m, style, box, from, from, &lines);
            box.first_indent = 0;
            continue;
        }
        if (end.inside) {
            if (s->atoms[end.to].word != reported && !style->listing)
                report_wide_word(m, end.to);
            reported = s->atoms[end.to].word;
            cut = cut_atom(m, end.to, width - end.width, end.to == from, &tail);
        }
        /* An atom that cannot be cut stands alone, too wide as it is. */
        if (!cut && end.inside && end.to == from)
            add_line(m, style, box, from, from + 1, &lines);
        else
            add_line(m, style, box, from, end.to + (cut ? 1 : 0), &lines);
        if (cut)
            s->atoms[end.to] = tail;
        from = !cut && end.inside && end.to == from ? from + 1 : end.to;
        box.first_indent = 0;
    }
    keep_lines(&lines);
    if (lines.first == NULL)
        return;
    if (out->last == NULL)
        out->first = lines.first;
    else
        out->last->next = lines.first;
    out->last = lines.last;
}
