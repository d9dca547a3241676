#include "output/layout/table_needs.h"

#define SIZE_STEP 500
#define PADDING_LEAST 2500 /* milli-points: beside what is in a dense table */
#define LINES_NAME 2       /* that names of rows beside figures should take, */
#define LINES_FEW 3        /* that comments on figures should take, */
#define LINES_GOOD 4       /* and other words of a cell, */
#define LINES_MOST 8       /* and these where more columns want room */
#define NAMES_PERCENT 40   /* of the width, that names beside drawings take */
#define COLUMNS_MANY 6     /* beside each other, where two lines are enough */

/* The first size, from the house's down, at which the columns fit; or 0. */
static int32_t fitting_size(const struct table_layout *t,
                            const struct measure *me, int32_t width)
{
    for (int32_t size = t->style.size; size >= table_least_size(t);
         size -= SIZE_STEP) {
        if (table_total(t, me, size).min <= width)
            return size;
    }
    return 0;
}

static void set_padding(struct table_layout *t, int32_t padding)
{
    t->padding = padding;
    if (t->padding_left > 0) /* else nothing stands left of the content */
        t->padding_left = padding;
}

/* The same with less beside the cells' content, where nothing else fits. */
static int32_t dense_size(struct table_layout *t, const struct measure *me,
                          int32_t width)
{
    const int32_t padding = t->padding;
    int32_t size = fitting_size(t, me, width);

    if (size > 0 || padding <= PADDING_LEAST)
        return size;
    set_padding(t, PADDING_LEAST);
    size = fitting_size(t, me, width);
    if (size == 0)
        set_padding(t, padding);
    return size;
}

/* The widest that the table can be: its place, a page, or a page on its
   side. */
static int32_t widest(const struct table_layout *t, const struct flow *f)
{
    const int32_t upright = page_text_right(t->m, f->landscape);
    const int32_t right = page_text_right(t->m, true);

    if (!f->paged)
        return f->right - flow_left(f);
    return (right > upright ? right : upright) - page_text_left(t->m);
}

/* --- where --- */

/* What a table is chosen in. */
struct place_of {
    const struct flow *f;
    struct measure *me;
    int32_t left, right;
};

static bool fits_at(const struct table_layout *t, const struct place_of *p,
                    int32_t size)
{
    return table_total(t, p->me, size).min <= p->right - p->left;
}

/* Dates and the like are on one line where there is room for that, if need be
   by more lines of words, but for names beside figures. */
static void take_size(struct table_layout *t, const struct place_of *p,
                      int32_t size)
{
    struct measure *me = p->me;
    const int32_t lines = me->lines;

    me->whole = true;
    if (!fits_at(t, p, size))
        me->lines = 0;
    if (!fits_at(t, p, size)) {
        me->lines = lines;
        me->whole = false;
    }
    table_share_width(t, me, p->left, p->right, size);
    me->whole = false;
    me->lines = lines;
    t->style.size = size;
}

/* In full size or smaller, so that no cell takes more than me->lines. Beside
   figures, dates and the like are rather small than broken. */
static bool fits_easily(struct table_layout *t, void *place)
{
    const struct place_of *p = place;
    const int32_t width = p->right - p->left;
    int32_t size;

    p->me->whole = p->me->name_lines > 0;
    size = fitting_size(t, p->me, width);
    p->me->whole = false;
    if (size == 0)
        size = fitting_size(t, p->me, width);
    if (size > 0)
        take_size(t, p, size);
    return size > 0;
}

static bool fits_densely(struct table_layout *t, void *place)
{
    const struct place_of *p = place;
    const int32_t size = dense_size(t, p->me, p->right - p->left);

    if (size > 0)
        take_size(t, p, size);
    return size > 0;
}

/* As full as it may be, rather than with more columns below their rows. */
static bool fits_somehow(struct table_layout *t, void *place)
{
    return fits_easily(t, place) || fits_densely(t, place);
}

static bool move_below(struct table_layout *t, struct place_of *p, bool in_need,
                       bool (*fits)(struct table_layout *, void *))
{
    return p->f->paged &&
           table_move_below(t, p->me->fixed, p->me->columns, in_need, fits, p);
}

/* Rows that drawings compare are equally high: names and times in one line, at
   full size or smaller, where names leave the others room. */
static bool choose_even_rows(struct table_layout *t, struct place_of *p)
{
    struct measure *me = p->me;
    const int64_t width = p->right - p->left;
    int32_t size = 0;

    if (!table_is_drawn(t) || !me->named ||
        me->columns[me->label].max * (int64_t)100 > width * NAMES_PERCENT)
        return false;
    me->lines = LINES_FEW;
    me->name_lines = 1;
    me->whole = true;
    size = fitting_size(t, me, p->right - p->left);
    if (size > 0) {
        table_share_width(t, me, p->left, p->right, size);
        t->style.size = size;
    }
    me->whole = false;
    return size > 0;
}

static bool choose_easy(struct table_layout *t, struct place_of *p)
{
    const bool figures = table_is_of_figures(t);
    const bool many = !figures && t->ncolumns >= COLUMNS_MANY;
    struct measure *me = p->me;

    if (choose_even_rows(t, p))
        return true;
    me->lines = LINES_FEW;
    for (me->name_lines = LINES_NAME; figures && me->name_lines <= LINES_MOST;
         me->name_lines *= 2) {
        if (fits_easily(t, p) || move_below(t, p, false, fits_somehow))
            return true;
    }
    for (me->lines = LINES_NAME; many && me->lines < LINES_GOOD; me->lines++) {
        if (fits_easily(t, p))
            return true;
    }
    me->lines = LINES_FEW;
    if (many && move_below(t, p, false, fits_easily))
        return true;
    me->name_lines = figures ? LINES_FEW : 0;
    for (me->lines = LINES_GOOD; me->lines <= LINES_MOST; me->lines++) {
        if (fits_easily(t, p))
            return true;
    }
    me->lines = 0;
    me->name_lines = 0;
    return false;
}

static bool choose_turned(struct table_layout *t, struct place_of *p)
{
    const int32_t width = widest(t, p->f);

    if (p->right - p->left < width) {
        t->landscape = true;
        p->right = p->left + width;
        if (fits_densely(t, p))
            return true;
    }
    if (t->padding > PADDING_LEAST)
        set_padding(t, PADDING_LEAST);
    if (!table_share_too_little(t, p->me, p->left, p->right))
        return false;
    t->style.size = table_least_size(t);
    return true;
}

/*
 * So that no cell takes many lines, at full size or smaller, or with comments
 * below their figures; else in more lines at full size, or smaller and with
 * less room between the columns, or with words below their rows; on a page on
 * its side; or, at last, with broken words. False: figures would be broken.
 */
static bool choose(struct table_layout *t, const struct flow *f,
                   struct measure *me)
{
    struct place_of p = {
        .f = f,
        .me = me,
        .left = table_left_edge(f, t->node),
        .right = f->paged ? page_text_right(t->m, f->landscape) : f->right,
    };

    if (choose_easy(t, &p))
        return true;
    if (f->paged &&
        p.left > page_text_left(t->m)) { /* more than its list has */
        p.left = page_text_left(t->m);
        if (choose_easy(t, &p))
            return true;
    }
    if (table_total(t, me, t->style.size).min > p.right - p.left)
        return fits_densely(t, &p) || move_below(t, &p, true, fits_densely) ||
               choose_turned(t, &p);
    take_size(t, &p, t->style.size);
    return true;
}

/* How wide words are where something is drawn beside them, and what hangs
   beyond figures, at the size that was chosen. */
static void keep_words(struct table_layout *t, const struct measure *me,
                       int32_t measured)
{
    const int32_t size = t->style.size;
    struct extent *words = NULL;

    if (t->node->u.table->rooms != NULL)
        words = arena_alloc(t->m->arena, t->ncolumns, sizeof(*words));
    t->words = words;
    t->style.size = measured;
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        if (t->hangs[i] > 0)
            t->hangs[i] = table_scaled(t, t->hangs[i], size);
        if (words != NULL)
            words[i] =
                (struct extent){table_scaled(t, me->columns[i].min, size),
                                table_scaled(t, me->columns[i].max, size)};
    }
    t->style.size = size;
}

static void refuse(const struct table_layout *t)
{
    finding(t->m->findings, FINDING_WIDE_TABLE, t->node->at,
            "a table of %u columns does not fit across a page",
            (unsigned)t->ncolumns);
    finding_hint(t->m->findings,
                 "columns=\"...\" on the table or its data names those that "
                 "are printed; further tables, or a view, have others");
}

bool table_fit(struct table_layout *t, const struct flow *f)
{
    struct measure me = {.columns = NULL};
    uint32_t shown;

    t->below = arena_alloc(t->m->arena, t->ncolumns, sizeof(*t->below));
    if (t->below == NULL)
        return false;
    table_ask_below(t);
    shown = t->ncolumns - table_count_below(t);
    if ((int64_t)shown * table_least_width(t) > widest(t, f)) {
        refuse(t);
        return false;
    }
    t->edges =
        arena_alloc(t->m->arena, (size_t)t->ncolumns + 1, sizeof(*t->edges));
    table_measure(t, &me);
    if (layout_ok(t->m)) {
        const int32_t measured = t->style.size;

        if (!choose(t, f, &me)) {
            refuse(t);
            return false;
        }
        keep_words(t, &me, measured);
        t->heads_stack = table_count_below(t) > 0 && table_heads_stack(t);
    }
    return layout_ok(t->m);
}
