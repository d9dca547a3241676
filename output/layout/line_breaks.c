#include "output/layout/line_breaks.h"

#include "output/font/bidi.h"

#define BALANCED_LINES_MAX 6 /* more are a paragraph */
#define BALANCE_STEP 1000    /* milli-points */
#define LAST_LEAST 12        /* hundredths of a line that the last one has */
#define LAST_SHORT 30        /* hundredths that another may give for it */
#define INSIDE_WORD 10       /* hundredths that may be left not to part words */
#define COST_SHIFT 6         /* so that squares of many lines fit 64 bits */

int32_t line_space_after(const struct layout_parts *m, const struct atom *atom)
{
    return atom->space ? m->scratch.runs[atom->run].space : 0;
}

const struct shaped *line_hyphen(struct layout_parts *m,
                                 const struct atom *atom)
{
    const struct run *run = &m->scratch.runs[atom->run];

    return atom->hyphen && !bidi_leftwards(atom->level)
               ? shape_hyphen(m->shaper, (enum face)run->face)
               : NULL;
}

int32_t line_hyphen_width(struct layout_parts *m, const struct atom *atom)
{
    if (!atom->hyphen)
        return 0;
    return font_width(shaped_advance(line_hyphen(m, atom)),
                      m->scratch.runs[atom->run].size);
}

struct line_end line_end_of(struct layout_parts *m, size_t from, int32_t width)
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
            if (atom->before >= BREAK_ALLOWED &&
                line_hyphen_width(m, atom - 1) <= width - x)
                good = i;
            else if (atom->before == BREAK_LAST_RESORT)
                last_resort = i;
            x += line_space_after(m, atom - 1);
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

/* The lines of a paragraph, each of which takes what fits. */
struct lines_counted {
    size_t lines;  /* 0: a word is wider than its line */
    int32_t last;  /* the width of the last */
    bool resorted; /* one ends where none should */
};

static struct lines_counted count_lines(struct layout_parts *m,
                                        struct line_box box)
{
    const struct scratch *s = &m->scratch;
    struct lines_counted c = {.lines = 0};
    size_t from = 0;

    while (from < s->natoms) {
        const struct line_end end =
            line_end_of(m, from, box.width - box.first_indent);

        if (end.inside)
            return (struct lines_counted){.lines = 0};
        from = end.to;
        c.last = end.width;
        c.resorted |=
            from < s->natoms && s->atoms[from].before == BREAK_LAST_RESORT;
        box.first_indent = 0;
        c.lines++;
    }
    return c;
}

/* The least width at which there are no more lines, so that none is much
   shorter than the others. */
static struct line_box balanced(struct layout_parts *m, struct line_box box)
{
    const size_t lines = count_lines(m, box).lines;
    struct line_box tried = box;
    int32_t too_little = box.first_indent;

    if (lines < 2 || lines > BALANCED_LINES_MAX)
        return box;
    while (box.width - too_little > BALANCE_STEP) {
        tried.width = too_little + (box.width - too_little) / 2;
        if (count_lines(m, tried).lines == lines)
            box.width = tried.width;
        else
            too_little = tried.width;
    }
    return box;
}

/* --- all lines of a paragraph --- */

/* What is left of a line, so that squares of it can be added. */
static int64_t spare_cost(int64_t spare)
{
    const int64_t n = spare >> COST_SHIFT;

    return n * n;
}

/* The places of a paragraph where lines may end, from the first on. */
struct line_breaking {
    struct layout_parts *m;
    struct line_box box;
    size_t first; /* of the places from which a line reaches as far as AT */
    size_t at;    /* atom */
    int64_t x;    /* where it begins, all on one line */
};

/* What a line that ends where B is costs, WIDTH wide: the last one nothing but
   for being short, nor one that an author ends. */
static int64_t line_cost(const struct line_breaking *b, int64_t width)
{
    const struct scratch *s = &b->m->scratch;
    const int64_t whole = b->box.width;

    if (b->at == s->natoms)
        return width * 100 < whole * LAST_LEAST
                   ? spare_cost(whole * LAST_SHORT / 100)
                   : 0;
    if (s->atoms[b->at].before == BREAK_FORCED)
        return 0;
    if (s->atoms[b->at].before == BREAK_SPACE)
        return spare_cost(whole - width);
    return spare_cost(whole - width) + spare_cost(whole * INSIDE_WORD / 100);
}

/* The best of the lines that end where B is: fewer lines first, then those that
   leave the least. False: none reaches as far. */
static bool best_line(struct line_breaking *b, struct break_place *best)
{
    const struct scratch *s = &b->m->scratch;
    const struct atom *last = &s->atoms[b->at - 1];
    const int64_t end = b->x - line_space_after(b->m, last);
    const int32_t hyphen =
        b->at < s->natoms ? line_hyphen_width(b->m, last) : 0;
    bool found = false;

    while (b->first < s->nplaces && end - s->places[b->first].x > b->box.width)
        b->first++;
    for (size_t i = b->first; i < s->nplaces; i++) {
        const struct break_place *from = &s->places[i];
        const int64_t width = end - from->x + hyphen;
        const uint32_t lines = from->lines + 1;
        int64_t cost;

        if (width > b->box.width || (found && lines > best->lines))
            continue;
        cost = from->cost + line_cost(b, width);
        if (found && lines == best->lines && cost >= best->cost)
            continue;
        *best = (struct break_place){b->at, i, b->x, cost, lines};
        found = true;
    }
    return found;
}

static void add_place(struct layout_parts *m, struct break_place place)
{
    struct scratch *s = &m->scratch;

    if (scratch_room(m, (void **)&s->places, &s->places_capacity,
                     s->nplaces + 1, sizeof(*s->places)))
        s->places[s->nplaces++] = place;
}

/* Goes through the atoms; false: no line reaches the last. */
static bool find_places(struct line_breaking *b)
{
    struct scratch *s = &b->m->scratch;
    bool found = false;

    s->nplaces = 0;
    add_place(b->m, (struct break_place){.x = -(int64_t)b->box.first_indent});
    for (b->at = 1; b->at <= s->natoms; b->at++) {
        const struct atom *last = &s->atoms[b->at - 1];
        const uint8_t before =
            b->at < s->natoms ? s->atoms[b->at].before : BREAK_FORCED;
        struct break_place best = {.lines = 0};

        b->x += last->width + line_space_after(b->m, last);
        if (before < BREAK_ALLOWED)
            continue;
        found = best_line(b, &best);
        if (before == BREAK_FORCED)
            b->first = s->nplaces;
        if (found)
            add_place(b->m, best);
    }
    return found && layout_ok(b->m);
}

/* The ends of the lines, from the last place back. */
static size_t take_ends(struct layout_parts *m)
{
    struct scratch *s = &m->scratch;
    const struct break_place *place = &s->places[s->nplaces - 1];
    const uint32_t lines = place->lines;

    if (!scratch_room(m, (void **)&s->ends, &s->ends_capacity, lines,
                      sizeof(*s->ends)))
        return 0;
    for (uint32_t i = lines; i > 0; i--) {
        s->ends[i - 1] = place->at;
        place = &s->places[place->from];
    }
    return lines;
}

size_t line_breaks(struct layout_parts *m, const struct text_style *style,
                   struct line_box *box)
{
    struct line_breaking b = {.m = m, .box = *box};
    struct lines_counted counted;

    if (style->balance) {
        *box = balanced(m, *box);
        return 0;
    }
    if (style->align != ALIGN_START || style->listing)
        return 0;
    counted = count_lines(m, *box);
    if (counted.lines < 2 || counted.resorted)
        return 0;
    if (counted.lines == 2 &&
        (int64_t)counted.last * 100 >= (int64_t)box->width * LAST_LEAST)
        return 0; /* the first takes what fits */
    return find_places(&b) ? take_ends(m) : 0;
}
