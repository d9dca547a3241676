#include "output/drawing/bars_parts.h"

#define BAR 11000
#define GROUPED_BAR 10000
#define PAD 4500   /* above and below a row */
#define NAMES 350  /* thousandths: the names' part of the width */
#define LABELS 250 /* thousandths: what labels behind bars have at most */
#define BETWEEN 1000

/* Bars with their names before them, or, on a narrow screen, above them. */
struct across {
    struct sketch *s;
    const struct picture_bars *m;
    struct axis axis;
    int32_t names; /* width of the names; 0: they stand above */
    int32_t right; /* where labels behind bars end */
};

static int32_t part_of(const struct sketch *s, int32_t thousandths)
{
    return (int32_t)((int64_t)s->drawing->width * thousandths / 1000);
}

static int32_t widest(struct sketch *s, const struct str *texts, uint32_t n,
                      int32_t most)
{
    int32_t width = 0;

    for (uint32_t i = 0; texts != NULL && i < n; i++) {
        const int32_t w = label_full_width(s, texts[i], FACE_BOLD);

        width = w > width ? w : width;
    }
    return width < most ? width : most;
}

/* A stack's labels stand in its parts or below them; others behind bars. */
static bool labels_behind(const struct picture_bars *m)
{
    return m->form != FORM_STACK || m->nseries == 1;
}

static void measure(struct across *a)
{
    struct sketch *s = a->s;
    const struct picture_bars *m = a->m;
    int32_t labels = widest(s, m->totals, m->ncategories, part_of(s, LABELS));

    if (labels_behind(m)) {
        const int32_t more = widest(s, m->labels, m->ncategories * m->nseries,
                                    part_of(s, LABELS));

        labels = more > labels ? more : labels;
    }
    a->names =
        s->narrow ? 0
                  : widest(s, m->categories, m->ncategories, part_of(s, NAMES));
    a->axis.start = a->names > 0 ? a->names + 2 * GAP : 0;
    a->axis.length = s->drawing->width - a->axis.start;
    if (labels > 0)
        a->axis.length -= labels + 2 * GAP;
    a->right = s->drawing->width - GAP / 2;
}

/* From X on; returns where it ends. */
static int32_t draw_piece(const struct across *a, uint32_t category,
                          uint32_t series, int32_t y, int32_t thickness)
{
    const struct bars_piece p = bars_piece(a->m, category, series);
    const int32_t from = axis_at(&a->axis, p.from);
    const int32_t to = axis_at(&a->axis, p.to);
    struct rectangle box = {from < to ? from : to, y,
                            from < to ? to - from : from - to, thickness};
    const int32_t end = box.x + box.width;

    if (bars_is_level(a->m, category)) {
        box.x -= BARS_LEVEL / 2;
        box.width = BARS_LEVEL;
    } else if (p.from == p.to) {
        return end;
    }
    if (box.width < HAIRLINE) {
        box.width = HAIRLINE;
        if (box.x > a->axis.start + a->axis.length - HAIRLINE)
            box.x = a->axis.start + a->axis.length - HAIRLINE;
    }
    if (!labels_behind(a->m) && box.width > 3 * BETWEEN) {
        box.x += BETWEEN / 2;
        box.width -= BETWEEN;
    }
    sketch_box(a->s, bars_fill(a->s, a->m, category, series), box);
    return end;
}

/* Returns where it ends. */
static int32_t draw_label(const struct across *a, struct str text,
                          enum face face, int32_t x, int32_t y,
                          int32_t thickness)
{
    const struct label label =
        label_make(a->s, text, face, a->right - x > GAP ? a->right - x : GAP);
    const int32_t top = y + thickness / 2 - label_leading(a->s) / 2;

    if (label.nlines == 0)
        return y + thickness;
    label_backing(a->s, &label, x, top);
    label_draw(a->s, &label, x, top, label.width, ALIGN_START);
    return top + label.height;
}

static bool all_fit_inside(const struct across *a, uint32_t category)
{
    for (uint32_t i = 0; i < a->m->nseries; i++) {
        const struct bars_piece p = bars_piece(a->m, category, i);
        const int32_t from = axis_at(&a->axis, p.from);
        const int32_t to = axis_at(&a->axis, p.to);
        const int32_t room = from < to ? to - from : from - to;

        if (label_full_width(a->s, bars_label(a->m, category, i),
                             FACE_REGULAR) +
                GAP >
            room)
            return false;
    }
    return true;
}

static void labels_inside(const struct across *a, uint32_t category, int32_t y,
                          int32_t thickness)
{
    const int32_t top = y + thickness / 2 - label_leading(a->s) / 2;

    for (uint32_t i = 0; i < a->m->nseries; i++) {
        const struct bars_piece p = bars_piece(a->m, category, i);
        const int32_t from = axis_at(&a->axis, p.from);
        const int32_t to = axis_at(&a->axis, p.to);
        const struct label label = label_make(
            a->s, bars_label(a->m, category, i), FACE_REGULAR, a->right);

        label_draw_in(a->s, &label,
                      bars_ink_on(a->s, bars_fill(a->s, a->m, category, i)),
                      from < to ? from : to, top,
                      from < to ? to - from : from - to, ALIGN_CENTRE);
    }
}

/* One after the other below the bar, in lines; returns their height. */
static int32_t labels_below(const struct across *a, uint32_t category,
                            int32_t y)
{
    const int32_t leading = label_leading(a->s);
    int32_t x = a->axis.start;
    int32_t top = y;
    int32_t row = leading; /* height of the one being filled */

    for (uint32_t i = 0; i < a->m->nseries; i++) {
        const struct label label =
            label_make(a->s, bars_label(a->m, category, i), FACE_REGULAR,
                       a->right - a->axis.start);

        if (x > a->axis.start && x + label.width > a->right) {
            x = a->axis.start;
            top += row;
            row = leading;
        }
        label_draw_in(a->s, &label,
                      bars_ink_of(bars_fill(a->s, a->m, category, i)), x, top,
                      label.width, ALIGN_START);
        x += label.width + 2 * GAP;
        row = label.height > row ? label.height : row;
    }
    return top + row - y;
}

/* A bar of parts, and the labels of all; returns the height they take. */
static int32_t draw_stack(const struct across *a, uint32_t category, int32_t y)
{
    const bool labelled = a->m->labels != NULL;
    const int32_t thickness = labelled ? label_leading(a->s) : BAR;
    const int32_t end = axis_at(&a->axis, bars_reach(a->m, category).to);
    int32_t foot;

    for (uint32_t i = 0; i < a->m->nseries; i++)
        (void)draw_piece(a, category, i, y, thickness);
    foot = draw_label(a, bars_total(a->m, category), FACE_BOLD, end + GAP, y,
                      thickness);
    foot = foot < y + thickness ? y + thickness : foot;
    if (!labelled)
        return foot - y;
    if (all_fit_inside(a, category)) {
        labels_inside(a, category, y, thickness);
        return foot - y;
    }
    return foot - y + labels_below(a, category, foot);
}

/* Bars below each other, each with its label behind it. */
static int32_t draw_group(const struct across *a, uint32_t category, int32_t y)
{
    const struct picture_bars *m = a->m;
    const int32_t leading = label_leading(a->s);
    const int32_t step =
        m->nseries > 1 && m->labels == NULL ? GROUPED_BAR + BETWEEN : leading;
    const int32_t bar = m->nseries > 1 ? GROUPED_BAR : BAR;
    int32_t at = y;

    for (uint32_t i = 0; i < m->nseries; i++) {
        const int32_t top = at + (step - bar) / 2;
        const bool sum = m->form == FORM_WATERFALL && m->sums[category];
        const int32_t zero = axis_at(&a->axis, 0);
        int32_t end = draw_piece(a, category, i, top, bar);
        int32_t foot;

        end = m->form != FORM_WATERFALL && end < zero ? zero : end;
        foot = draw_label(a, bars_label(m, category, i),
                          sum ? FACE_BOLD : FACE_REGULAR, end + GAP, top, bar);
        at = foot > at + step ? foot : at + step;
    }
    return at - y;
}

/* Its name and what is said of it, before its bars or above them. */
static int32_t draw_name(const struct across *a, uint32_t category, int32_t y)
{
    const struct picture_bars *m = a->m;
    const int32_t room = a->names > 0 ? a->names : a->s->drawing->width;
    const struct label name =
        label_make(a->s, m->categories[category],
                   m->below != NULL ? FACE_BOLD : FACE_REGULAR, room);
    const struct label below =
        label_make(a->s, bars_below(m, category), FACE_REGULAR, room);

    label_draw(a->s, &name, 0, y, room, ALIGN_START);
    label_draw(a->s, &below, 0, y + name.height, room, ALIGN_START);
    return name.height + below.height;
}

/* Returns where the next one begins. */
static int32_t draw_row(const struct across *a, uint32_t category, int32_t y)
{
    const int32_t name = draw_name(a, category, y + PAD);
    const int32_t top = y + PAD + (a->names > 0 ? 0 : name + GAP / 4);
    const int32_t bars = labels_behind(a->m) ? draw_group(a, category, top)
                                             : draw_stack(a, category, top);
    const int32_t foot = top + bars;
    const int32_t zero = axis_at(&a->axis, 0);

    if (a->names == 0 && a->axis.from < 0 &&
        !a->m->raised) /* names stand where it would go */
        sketch_line(a->s, a->s->house->colours.text, STROKE,
                    (struct drawing_point){zero, top},
                    (struct drawing_point){zero, foot});

    return (foot > y + PAD + name ? foot : y + PAD + name) + PAD;
}

/* From where the bar of CATEGORY ends, in the row at Y, to where that of the
   row at NEXT begins; names that stand above bars would be in its way. */
static void draw_connector(const struct across *a, uint32_t category, int32_t y,
                           int32_t next)
{
    const int32_t x = axis_at(&a->axis, bars_piece(a->m, category, 0).to);

    if (a->m->form == FORM_WATERFALL && a->names > 0 &&
        category + 1 < a->m->ncategories)
        sketch_line(a->s, a->s->house->colours.secondary, HAIRLINE,
                    (struct drawing_point){x, y + PAD + BAR},
                    (struct drawing_point){x, next + PAD});
}

int32_t bars_across_draw(struct sketch *s, const struct picture_bars *m)
{
    struct across a = {.s = s, .m = m, .axis = bars_axis(m)};
    struct drawing_point *grid = NULL;
    int32_t top = m->nseries > 1 ? bars_key(s, m) : 0;
    int32_t y;

    measure(&a);
    if (m->nticks > 0) {
        grid = sketch_lines(s, s->house->colours.rule, HAIRLINE, 2 * m->nticks);
        top += axis_labels_along(s, &a.axis, m->ticks, m->nticks, false, top) +
               GAP / 2;
    }
    y = top;
    for (uint32_t i = 0; i < m->ncategories; i++) {
        const int32_t next = draw_row(&a, i, y);

        draw_connector(&a, i, y, next);
        y = next;
    }
    for (uint32_t i = 0; grid != NULL && i < m->nticks; i++, grid += 2) {
        const int32_t x = axis_at(&a.axis, m->ticks[i].at);

        grid[0] = (struct drawing_point){x, top};
        grid[1] = (struct drawing_point){x, y};
    }
    if (a.names > 0 && !m->raised)
        sketch_line(s, s->house->colours.text, STROKE,
                    (struct drawing_point){axis_at(&a.axis, 0), top},
                    (struct drawing_point){axis_at(&a.axis, 0), y});
    return y + HAIRLINE;
}
