#include "output/drawing/bars_parts.h"

#define PLOT 150000        /* height of the bars' field */
#define PLOT_NARROW 180000 /* on a narrow screen */
#define SLOT_LEAST 30000   /* a bar and what is left and right of it */
#define BAR_MOST 72000
#define BETWEEN 1000 /* white, from one part to the next */
#define LINES_MOST 3 /* of a name below its bar */
#define PLAIN_SHARE 620
#define GROUP_SHARE 820 /* thousandths of a slot that bars take */

struct upright {
    struct sketch *s;
    const struct picture_bars *m;
    struct axis axis;
    int32_t left;  /* of the first slot */
    int32_t right; /* of the last */
    int32_t slot;
    int32_t bar;    /* how wide one is */
    int32_t totals; /* width of the widest, at least that of a bar */
    int32_t names;  /* width of names beside the last bar; 0: a key above */
    int32_t room;   /* of a name below its bar */
    int32_t foot;   /* of the field */
    int32_t height;
};

static int32_t bars_in_slot(const struct picture_bars *m)
{
    return m->form == FORM_GROUPED ? (int32_t)m->nseries : 1;
}

static bool is_stacked(const struct picture_bars *m)
{
    return m->form == FORM_STACK && m->nseries > 1;
}

/* Nothing but noughts: a field would be empty. */
static bool is_flat(const struct picture_bars *m)
{
    for (uint32_t i = 0; i < m->ncategories; i++) {
        const struct bars_piece reach = bars_reach(m, i);

        if (reach.from != 0 || reach.to != 0)
            return false;
    }
    return true;
}

static enum face name_face(const struct picture_bars *m)
{
    return m->below != NULL ? FACE_BOLD : FACE_REGULAR;
}

/* Bars of all categories up to RIGHT. */
static void place_bars(struct upright *u, int32_t right)
{
    const struct picture_bars *m = u->m;
    const int32_t n = bars_in_slot(m);
    int32_t taken;

    u->slot = (right - u->left) / (int32_t)m->ncategories;
    u->right = u->left + u->slot * (int32_t)m->ncategories;
    u->room = label_even_room(u->s, m->categories, m->ncategories, 0, 1,
                              name_face(m), u->slot - GAP);
    taken = (int32_t)((int64_t)u->slot * (n > 1 ? GROUP_SHARE : PLAIN_SHARE) /
                      1000);
    u->bar = (taken - (n - 1) * BETWEEN) / n;
    if (u->bar > BAR_MOST)
        u->bar = BAR_MOST;
}

static void measure(struct upright *u)
{
    const struct picture_bars *m = u->m;
    const int32_t width = u->s->drawing->width;

    u->height = u->s->narrow ? PLOT_NARROW : PLOT;
    if (is_flat(m)) /* the figures of a stack stand above each other */
        u->height =
            label_leading(u->s) * (is_stacked(m) ? (int32_t)m->nseries : 1);
    u->names = bars_names_width(u->s, m, u->height);
    u->left = bars_grid_width(u->s, m);
    place_bars(u, width - (u->names > 0 ? u->names + 2 * GAP : 0));
    u->totals = u->bar;
    for (uint32_t i = 0; i < m->ncategories; i++) {
        const int32_t w = label_full_width(u->s, bars_total(m, i), FACE_BOLD);

        u->totals = w > u->totals ? w : u->totals;
    }
    u->axis.start = u->height; /* until its place is known */
    u->axis.length = -u->height;
}

static int32_t x_of(const struct upright *u, uint32_t category, uint32_t series)
{
    const int32_t n = bars_in_slot(u->m);
    const int32_t all = n * u->bar + (n - 1) * BETWEEN;
    const int32_t at = n > 1 ? (int32_t)series * (u->bar + BETWEEN) : 0;

    return u->left + (int32_t)category * u->slot + (u->slot - all) / 2 + at;
}

/* --- parts --- */

struct part {
    int32_t top, height;
    bool inside; /* its label is */
};

static struct part part_of(const struct upright *u, uint32_t category,
                           uint32_t series)
{
    const struct bars_piece p = bars_piece(u->m, category, series);
    const int32_t a = axis_at(&u->axis, p.from);
    const int32_t b = axis_at(&u->axis, p.to);
    struct part part = {a < b ? a : b, a < b ? b - a : a - b, false};

    if (bars_is_level(u->m, category)) {
        part.top -= BARS_LEVEL / 2;
        part.height = BARS_LEVEL;
        return part;
    }
    part.inside = part.height >= label_leading(u->s);
    return part;
}

/* Where the labels right of the last bar end. */
static int32_t labels_right(const struct upright *u)
{
    const uint32_t last = u->m->ncategories - 1;
    const int32_t end = x_of(u, last, 0) + u->bar;
    int32_t right = end;

    for (uint32_t i = 0; u->m->labels != NULL && i < u->m->nseries; i++) {
        const int32_t x =
            end +
            label_full_width(u->s, bars_label(u->m, last, i), FACE_REGULAR);

        if (!part_of(u, last, i).inside && x > right)
            right = x;
    }
    return right;
}

/* --- whether every word has its room --- */

static bool label_fits(const struct upright *u, uint32_t category,
                       uint32_t series)
{
    const int32_t width = label_full_width(
        u->s, bars_label(u->m, category, series), FACE_REGULAR);

    if (is_stacked(u->m)) /* in its part or right of it */
        return width <= (part_of(u, category, series).inside
                             ? u->bar - GAP / 2
                             : u->slot - GAP - (u->bar + u->totals) / 2);
    if (u->m->form == FORM_GROUPED)
        return width <= u->bar + BETWEEN;
    return width <= u->slot - GAP / 2;
}

static bool category_fits(const struct upright *u, uint32_t category)
{
    struct sketch *s = u->s;
    const struct picture_bars *m = u->m;
    const int32_t room = u->slot - GAP;
    const struct str name = m->categories[category];

    if (label_word_width(s, name, FACE_BOLD) > room ||
        label_word_width(s, bars_below(m, category), FACE_REGULAR) > room ||
        label_full_width(s, bars_total(m, category), FACE_BOLD) > room ||
        label_make(s, name, FACE_BOLD, room).nlines > LINES_MOST)
        return false;
    for (uint32_t i = 0; i < m->nseries; i++) {
        if (!label_fits(u, category, i))
            return false;
        if (m->labels != NULL && is_stacked(m) &&
            !part_of(u, category, i).inside &&
            label_full_width(s, bars_total(m, category), FACE_BOLD) >
                u->bar + GAP)
            return false; /* it would stand on that label */
    }
    return true;
}

static bool fits(const struct upright *u)
{
    if (u->slot < SLOT_LEAST || u->left > u->s->drawing->width / 3 ||
        u->bar < GAP)
        return false;
    for (uint32_t i = 0; i < u->m->ncategories; i++) {
        if (!category_fits(u, i))
            return false;
    }
    return true;
}

/* However small, it is seen; white divides it from the next. */
static void draw_part(const struct upright *u, uint32_t category,
                      uint32_t series)
{
    struct part part = part_of(u, category, series);
    const struct bars_piece p = bars_piece(u->m, category, series);

    if (p.from == p.to && !bars_is_level(u->m, category))
        return;
    if (part.height < HAIRLINE)
        part.height = HAIRLINE;
    if (is_stacked(u->m) && part.height > 3 * BETWEEN) {
        part.top += BETWEEN / 2;
        part.height -= BETWEEN;
    }
    sketch_box(u->s, bars_fill(u->s, u->m, category, series),
               (struct rectangle){x_of(u, category, series), part.top, u->bar,
                                  part.height});
}

/* Above its bar, or below one that hangs from zero. */
static void label_at_end(const struct upright *u, uint32_t category,
                         uint32_t series)
{
    const struct part part = part_of(u, category, series);
    const struct bars_piece p = bars_piece(u->m, category, series);
    const bool hangs = u->m->form != FORM_WATERFALL && p.to < 0;
    const struct label label = label_make(
        u->s, bars_label(u->m, category, series),
        u->m->form == FORM_WATERFALL && u->m->sums[category] ? FACE_BOLD
                                                             : FACE_REGULAR,
        u->slot);
    const int32_t x = x_of(u, category, series) + (u->bar - label.width) / 2;
    const int32_t y = hangs ? part.top + part.height + GAP / 4
                            : part.top - label.height - GAP / 4;

    label_backing(u->s, &label, x, y);
    label_draw(u->s, &label, x, y, label.width, ALIGN_START);
}

/* Labels of a stack, each in its part; of small parts right of it, in their
   order as far as there is room. */
static void labels_of_parts(const struct upright *u, uint32_t category)
{
    const int32_t leading = label_leading(u->s);
    const int32_t x = x_of(u, category, 0);
    int32_t tops[BARS_SPREAD_MAX];
    uint32_t outside = 0;

    for (uint32_t i = 0; i < u->m->nseries; i++) {
        const struct part part = part_of(u, category, i);

        if (!part.inside)
            tops[outside++] = part.top + part.height / 2 - leading / 2;
    }
    bars_spread(tops, outside, leading,
                u->foot - leading + (u->axis.from < 0 ? leading : 0));
    outside = 0;
    for (uint32_t i = 0; i < u->m->nseries; i++) {
        const struct part part = part_of(u, category, i);
        const struct label label = label_make(
            u->s, bars_label(u->m, category, i), FACE_REGULAR, u->slot);
        const uint32_t fill = bars_fill(u->s, u->m, category, i);

        if (part.inside)
            label_draw_in(u->s, &label, bars_ink_on(u->s, fill), x,
                          part.top + part.height / 2 - leading / 2, u->bar,
                          ALIGN_CENTRE);
        else
            label_draw_in(u->s, &label, bars_ink_of(fill), x + u->bar + GAP / 2,
                          tops[outside++], label.width, ALIGN_START);
    }
}

/* --- the whole --- */

/* Names begin as near the last bar as the labels above it leave them. */
static int32_t names_left(const struct upright *u)
{
    const uint32_t last = u->m->ncategories - 1;
    const int32_t end = x_of(u, last, 0) + u->bar;
    const int32_t above = end + (u->totals - u->bar) / 2;
    const int32_t beside = labels_right(u);
    const int32_t left = (above > beside ? above : beside) + 2 * GAP;
    const int32_t most = u->s->drawing->width - u->names;

    return left < most ? left : most;
}

/* Where the last bar has each part, its label beside it or in it. */
static void draw_names(const struct upright *u)
{
    const uint32_t last = u->m->ncategories - 1;
    const bool total =
        bars_total(u->m, last).len > 0 && u->m->total_name.len > 0;
    int32_t middles[BARS_SPREAD_MAX];

    for (uint32_t i = 0; i < u->m->nseries; i++) {
        const struct part part = part_of(u, last, i);

        middles[i] = part.top + part.height / 2;
    }
    middles[u->m->nseries] = axis_at(&u->axis, bars_reach(u->m, last).to) -
                             GAP / 4 - label_leading(u->s) / 2;
    bars_names_beside(u->s, u->m, middles, u->m->nseries + (total ? 1 : 0),
                      names_left(u), u->foot);
}

/* Its name and what is said under it; returns their height. */
static int32_t draw_category(const struct upright *u, uint32_t category,
                             int32_t y)
{
    const struct picture_bars *m = u->m;
    const int32_t room = u->slot - GAP;
    const int32_t x = u->left + (int32_t)category * u->slot + GAP / 2;
    const struct label name =
        label_make(u->s, m->categories[category], name_face(m), u->room);
    const struct label below =
        label_make(u->s, bars_below(m, category), FACE_REGULAR, room);

    label_draw(u->s, &name, x, y, room, ALIGN_CENTRE);
    label_draw(u->s, &below, x, y + name.height, room, ALIGN_CENTRE);
    return name.height + below.height;
}

static void draw_total(const struct upright *u, uint32_t category)
{
    const int32_t room = u->slot - GAP;
    const struct label total =
        label_make(u->s, bars_total(u->m, category), FACE_BOLD, room);
    const int32_t top = axis_at(&u->axis, bars_reach(u->m, category).to);
    const int32_t x = u->left + (int32_t)category * u->slot;
    const int32_t y = top - total.height - GAP / 4;

    if (total.nlines == 0)
        return;
    label_backing(u->s, &total, x + (u->slot - total.width) / 2, y);
    label_draw(u->s, &total, x + GAP / 2, y, room, ALIGN_CENTRE);
}

/* From where a bar ends to where the next begins, through one that changes
   nothing. */
static void draw_connectors(const struct upright *u)
{
    for (uint32_t i = 0;
         u->m->form == FORM_WATERFALL && i + 1 < u->m->ncategories; i++) {
        const struct bars_piece p = bars_piece(u->m, i, 0);
        const int32_t y = axis_at(&u->axis, p.to);
        const bool still = p.from == p.to && !bars_is_level(u->m, i);

        sketch_line(
            u->s, u->s->house->colours.secondary, HAIRLINE,
            (struct drawing_point){x_of(u, i, 0) + (still ? 0 : u->bar), y},
            (struct drawing_point){x_of(u, i + 1, 0), y});
    }
}

static int32_t draw_bars(const struct upright *u, int32_t y)
{
    const struct picture_bars *m = u->m;
    int32_t names = 0;

    for (uint32_t i = 0; i < m->ncategories; i++) {
        int32_t name;

        for (uint32_t k = 0; k < m->nseries; k++)
            draw_part(u, i, k);
        name = draw_category(u, i, y);
        names = name > names ? name : names;
        draw_total(u, i);
        if (m->labels == NULL)
            continue;
        if (is_stacked(m))
            labels_of_parts(u, i);
        for (uint32_t k = 0; !is_stacked(m) && k < m->nseries; k++)
            label_at_end(u, i, k);
    }
    return names;
}

int32_t bars_upright_draw(struct sketch *s, const struct picture_bars *m)
{
    struct upright u = {.s = s, .m = m, .axis = bars_axis(m)};
    const int32_t leading = label_leading(s);
    int32_t top = 0;
    int32_t names;
    int32_t zero;

    measure(&u);
    if (u.names > 0 && labels_right(&u) > u.right) /* they go before names */
        place_bars(&u, 2 * u.right - labels_right(&u));
    if (!fits(&u))
        return 0;
    if (m->nseries > 1 && u.names == 0)
        top = bars_key(s, m);
    u.foot = top + leading + GAP + u.height;
    u.axis.start = u.foot;
    u.axis.length = -u.height;
    if (u.names > 0)
        draw_names(&u);
    bars_grid(s, m, &u.axis, u.left, u.right);
    draw_connectors(&u);
    if (u.axis.from < 0 && !is_stacked(m))
        u.foot += leading; /* of labels below bars that hang */
    names = draw_bars(&u, u.foot + GAP);
    zero = axis_at(&u.axis, 0);
    if (!m->raised)
        sketch_line(s, s->house->colours.text, STROKE,
                    (struct drawing_point){u.left, zero},
                    (struct drawing_point){u.right, zero});
    return u.foot + GAP + names + GAP / 2;
}
