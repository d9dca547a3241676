#include "output/layout/line_breaks.h"

/* What lines would take. */

#define WIDTH_MAX (1 << 28)

static int32_t at_most(int64_t width)
{
    return (int32_t)(width < WIDTH_MAX ? width : WIDTH_MAX);
}

struct extent line_extent(struct layout_parts *m)
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
        if (at_most(piece + line_hyphen_width(m, atom)) > e.min)
            e.min = at_most(piece + line_hyphen_width(m, atom));
        if (at_most(line) > e.max)
            e.max = at_most(line);
        piece += line_space_after(m, atom);
        line += line_space_after(m, atom);
    }
    return e;
}

int32_t line_hanging(const struct layout_parts *m)
{
    const struct scratch *s = &m->scratch;
    size_t i = s->natoms;
    int64_t width = 0;

    while (i > 0 && s->runs[s->atoms[i - 1].run].hanging) {
        i--;
        width += s->atoms[i].width;
        if (i > 0)
            width += line_space_after(m, &s->atoms[i - 1]);
    }
    return i == 0 ? 0 : at_most(width);
}

int32_t line_halved(struct layout_parts *m)
{
    const struct scratch *s = &m->scratch;
    const int32_t whole = line_extent(m).max;
    int32_t best = whole;
    int64_t x = 0;    /* of the atom at hand */
    int64_t line = 0; /* up to it, without the space before it */

    for (size_t i = 0; i < s->natoms; i++) {
        const int32_t left = at_most(whole - x);
        const int32_t first = at_most(line);

        if (i > 0 && s->atoms[i].before == BREAK_FORCED)
            return whole; /* its lines are the writer's */
        if (i > 0 && s->atoms[i].before >= BREAK_ALLOWED &&
            (first > left ? first : left) < best)
            best = first > left ? first : left;
        line = x + s->atoms[i].width + line_hyphen_width(m, &s->atoms[i]);
        x += s->atoms[i].width + line_space_after(m, &s->atoms[i]);
    }
    return best;
}
