#include "output/layout/layout_parts.h"

#define WORD_SHOWN 60 /* bytes of a broken word in its finding */
#define WIDTH_MAX (1 << 28)
#define BALANCED_LINES_MAX 6 /* more are a paragraph */
#define BALANCE_STEP 1000    /* milli-points */

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

static int32_t space_after(const struct layout_parts *m,
                           const struct atom *atom)
{
    return atom->space ? m->scratch.runs[atom->run].space : 0;
}

/* From the first atom's left to the last one's right. */
static int32_t span_width(const struct layout_parts *m, size_t from, size_t to)
{
    const struct atom *atoms = m->scratch.atoms;
    int32_t width = 0;

    for (size_t i = from; i < to; i++) {
        width += atoms[i].width;
        if (i + 1 < to)
            width += space_after(m, &atoms[i]);
    }
    return width;
}

static int32_t at_most(int64_t width)
{
    return (int32_t)(width < WIDTH_MAX ? width : WIDTH_MAX);
}

struct extent line_extent(const struct layout_parts *m)
{
    const struct scratch *s = &m->scratch;
    struct extent e = {0, 0};
    int64_t piece = 0;
    int64_t line = 0;

    for (size_t i = 0; i < s->natoms; i++) {
        const struct atom *atom = &s->atoms[i];

        if (i > 0 && atom->before >= BREAK_ALLOWED)
            piece = 0;
        if (i > 0 && atom->before == BREAK_FORCED)
            line = 0;
        piece += atom->width;
        line += atom->width;
        if (at_most(piece) > e.min)
            e.min = at_most(piece);
        if (at_most(line) > e.max)
            e.max = at_most(line);
        piece += space_after(m, atom);
        line += space_after(m, atom);
    }
    return e;
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

/* The atoms [FROM, TO), all of one run, as an item at X. Returns its right
   edge, without the space after it. */
static int32_t add_item(struct layout_parts *m, struct box *line, size_t from,
                        size_t to, int32_t x)
{
    const struct atom *atoms = m->scratch.atoms;
    const struct run *run = &m->scratch.runs[atoms[from].run];
    struct layout_item *item = item_new(m, LAYOUT_TEXT);
    struct shaped_word *words = NULL;

    if (!run->number)
        words = arena_alloc(m->arena, to - from, sizeof(*words));
    if (item == NULL || (words == NULL && !run->number))
        return x;
    item->src = m->artifact == ARTIFACT_NONE ? run->src : NULL;
    item->face = run->face;
    item->colour = run->colour;
    item->x = x;
    item->y = line->baseline - run->rise;
    item->height = run->size;
    item->words = words;
    for (size_t i = from; i < to; i++) {
        if (words != NULL)
            words[i - from] = (struct shaped_word){atoms[i].shaped, x - item->x,
                                                   atoms[i].space};
        x += atoms[i].width;
        item->width = x - item->x;
        if (i + 1 < to)
            x += space_after(m, &atoms[i]);
    }
    item->nwords = words == NULL ? 0 : (uint32_t)(to - from);
    box_item(line, item);
    if (run->underline)
        add_underline(m, line, item);
    if (run->mark != NULL && m->artifact == ARTIFACT_NONE)
        add_mark(m, line, run->mark);
    return x;
}

/* The atoms [FROM, TO) as a line, with an item a run. */
static void add_line(struct layout_parts *m, const struct text_style *style,
                     struct line_box box, size_t from, size_t to,
                     struct boxes *out)
{
    const struct atom *atoms = m->scratch.atoms;
    struct box *line = box_new(m, style_height(style));
    int32_t spare = box.width - box.first_indent - span_width(m, from, to);
    int32_t x = box.left + box.first_indent;

    if (line == NULL)
        return;
    line->baseline = style_baseline(m, style);
    if (spare < 0)
        spare = 0;
    if (style->align == ALIGN_END)
        x += spare;
    else if (style->align == ALIGN_CENTRE)
        x += spare / 2;
    while (from < to) {
        size_t end = from + 1;

        while (end < to && atoms[end].run == atoms[from].run)
            end++;
        x = add_item(m, line, from, end, x) + space_after(m, &atoms[end - 1]);
        from = end;
    }
    boxes_add(out, line);
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
                            struct str text, int32_t width)
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
        s = shape(m->shaper, (enum face)run->face, str_to(text, middle));
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
    struct str text;
    size_t len;

    if (atom->shaped == NULL)
        return false;
    text = atom_text(atom);
    len = fitting_bytes(m, run, text, width);
    if (len == 0 && needed)
        len = next_character(text, 0);
    if (len == 0 || len >= text.len)
        return false;
    *tail = *atom;
    tail->before = BREAK_NONE;
    tail->shaped = shape(m->shaper, (enum face)run->face, str_from(text, len));
    tail->width = font_width(shaped_advance(tail->shaped), run->size);
    atom->shaped = shape(m->shaper, (enum face)run->face, str_to(text, len));
    atom->width = font_width(shaped_advance(atom->shaped), run->size);
    atom->space = false;
    return true;
}

/* Where the line that begins with FROM ends. */
struct line_end {
    size_t to;     /* its first atom too many */
    int32_t width; /* of what stands before it */
    bool inside;   /* no place to break: TO must be cut */
};

static struct line_end find_end(const struct layout_parts *m, size_t from,
                                int32_t width)
{
    const struct scratch *s = &m->scratch;
    size_t good = from;
    size_t last_resort = from;
    int32_t x = 0;

    for (size_t i = from; i < s->natoms; i++) {
        const struct atom *atom = &s->atoms[i];

        if (i > from) {
            if (atom->before == BREAK_FORCED)
                return (struct line_end){i, x, false};
            if (atom->before >= BREAK_ALLOWED)
                good = i;
            else if (atom->before == BREAK_LAST_RESORT)
                last_resort = i;
            x += space_after(m, atom - 1);
        }
        if (atom->width > width - x) {
            if (good > from)
                return (struct line_end){good, x, false};
            if (last_resort > from)
                return (struct line_end){last_resort, x, false};
            return (struct line_end){i, x, true};
        }
        x += atom->width;
    }
    return (struct line_end){s->natoms, x, false};
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

/* 0: a word is wider than its line. */
static size_t count_lines(const struct layout_parts *m, struct line_box box)
{
    size_t from = 0;
    size_t n = 0;

    while (from < m->scratch.natoms) {
        const struct line_end end =
            find_end(m, from, box.width - box.first_indent);

        if (end.inside)
            return 0;
        from = end.to;
        box.first_indent = 0;
        n++;
    }
    return n;
}

/* The least width at which there are no more lines, so that none is much
   shorter than the others. */
static struct line_box balanced(const struct layout_parts *m,
                                struct line_box box)
{
    const size_t lines = count_lines(m, box);
    struct line_box tried = box;
    int32_t too_little = box.first_indent;

    if (lines < 2 || lines > BALANCED_LINES_MAX)
        return box;
    while (box.width - too_little > BALANCE_STEP) {
        tried.width = too_little + (box.width - too_little) / 2;
        if (count_lines(m, tried) == lines)
            box.width = tried.width;
        else
            too_little = tried.width;
    }
    return box;
}

void line_make(struct layout_parts *m, const struct text_style *style,
               struct line_box box, struct boxes *out)
{
    struct scratch *s = &m->scratch;
    struct boxes lines = {NULL, NULL};
    uint32_t reported = UINT32_MAX;
    size_t from = 0;

    if (style->balance)
        box = balanced(m, box);

    while (from < s->natoms && layout_ok(m)) {
        const int32_t width = box.width - box.first_indent;
        const struct line_end end = find_end(m, from, width);
        struct atom tail;
        bool cut = false;

        if (end.inside && box.first_indent > 0) {
            /* Beside its label no word fits: begin below it. */
            add_line(m, style, box, from, from, &lines);
            box.first_indent = 0;
            continue;
        }
        if (end.inside) {
            if (s->atoms[end.to].word != reported)
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
