#include "output/layout/table_needs.h"

#define SIZE_LEAST 9000 /* milli-points: no table is set smaller */
#define SLACK 8         /* milli-points: for what rounding each word may add */
#define ROOT_SHARES 16  /* parts of a milli-point for each root of one */
#define SHARE_MOST ((int64_t)1 << 24)
#define FIGURE_MOST 9 /* ems that a figure takes, at most */
#define NAMES_PART 4  /* of the width, that names of rows may take */
#define GAP 8000      /* milli-points: more, between figures and words */
#define WORDS_LINES 2 /* that other words take where names have one */

int32_t table_scaled(const struct table_layout *t, int32_t width, int32_t size)
{
    const int64_t whole = t->style.size;

    return (int32_t)(((int64_t)width * size + whole - 1) / whole) + SLACK;
}

/* Lists in a smaller size are indented as far as in the style's. */
static int32_t lost_indent(const struct table_layout *t,
                           const struct measure *me, uint32_t i, int32_t size)
{
    const int32_t indent = me->indents[i];
    const int64_t kept = (int64_t)indent * size / t->style.size;

    return kept < indent ? indent - (int32_t)kept : 0;
}

/* How wide column I must be for cells of few lines; 0: as narrow as it can. */
static int32_t easy_width(const struct measure *me, uint32_t i)
{
    const bool names = me->name_lines > 0 && me->named && i == me->label;
    const int32_t lines = names ? me->name_lines : me->lines;

    if (names && lines == 2)
        return me->halved;
    return lines > 0 ? me->columns[i].max / lines : 0;
}

/* What column I needs at SIZE, with its padding and what is drawn in it. */
static struct extent need(const struct table_layout *t,
                          const struct measure *me, uint32_t i, int32_t size)
{
    const struct extent drawn = table_drawn_extent(t, i, size);
    const int32_t beside = t->padding_left + table_padding_right(t, i) +
                           lost_indent(t, me, i, size);
    const int32_t easy = easy_width(me, i);
    int32_t min = easy > me->columns[i].min ? easy : me->columns[i].min;

    if (me->whole && me->uncut[i] > min)
        min = me->uncut[i];
    if (t->below[i])
        return (struct extent){0, 0};
    return (struct extent){
        table_scaled(t, min, size) + drawn.min + beside,
        table_scaled(t, me->columns[i].max, size) + drawn.max + beside,
    };
}

struct totals table_total(const struct table_layout *t,
                          const struct measure *me, int32_t size)
{
    struct totals sum = {0, 0};

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const struct extent e = need(t, me, i, size);

        sum.min += e.min;
        sum.max += e.max;
    }
    return sum;
}

/* All columns have their greatest width, and of what is left a part in
   proportion to it. */
static void share_plenty(struct table_layout *t, const struct measure *me,
                         int32_t left, int32_t right, int32_t size)
{
    int64_t parts = table_total(t, me, size).max;
    int64_t spare = right - left - parts;
    int32_t x = left;

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const int64_t part = need(t, me, i, size).max;
        const int64_t more = parts == 0 ? 0 : spare * part / parts;

        t->edges[i] = x;
        x += (int32_t)(part + more);
        spare -= more; /* so that the last column ends at RIGHT */
        parts -= part;
    }
    t->edges[t->ncolumns] = right;
}

/* Of what no column needs, words that begin right behind figures have some. */
static void part_words(struct table_layout *t, const struct measure *me,
                       int32_t width, int32_t size)
{
    int64_t spare;
    int32_t n = 0;

    t->gap = 0;
    spare = width - table_total(t, me, size).max;
    for (uint32_t i = 0; i < t->ncolumns; i++)
        n += table_words_follow(t, i);
    if (spare > 0 && n > 0)
        t->gap = spare / n > GAP ? GAP : (int32_t)(spare / n);
}

static int64_t square_root(int64_t n)
{
    int64_t root = 0;

    for (int64_t bit = (int64_t)1 << 20; bit > 0; bit >>= 1) {
        if ((root + bit) * (root + bit) <= n)
            root += bit;
    }
    return root;
}

/* Who has what before the rest is shared out. */
struct first_needs {
    bool words; /* they alone have more than they need */
    bool heads; /* figures need their headings in few lines */
    bool names; /* those of rows need one line */
};

static void set_shares(const struct table_layout *t, const struct measure *me,
                       int32_t size, struct first_needs first)
{
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        struct extent e = need(t, me, i, size);
        const int32_t most = e.max;
        const int32_t head = (int32_t)((int64_t)most * 2 / 3);

        if (t->columns[i].nowrap && first.heads && head > e.min)
            e.min = head;
        if (t->columns[i].nowrap && first.words)
            e.max = e.min;
        if (first.names && i == me->label)
            e = (struct extent){most, most};
        else if (first.names && t->columns[i].align == ALIGN_START &&
                 e.max / WORDS_LINES > e.min)
            e.min = e.max / WORDS_LINES;
        me->shares[i] = (struct column_share){e, square_root(e.max)};
    }
}

/* SHARE for each root, within the column's bounds. */
static int32_t by_root(const struct column_share *s, int64_t share)
{
    const struct extent e = s->bounds;
    const int64_t width = s->root * share / ROOT_SHARES;

    return width < e.min ? e.min : width > e.max ? e.max : (int32_t)width;
}

static int64_t total_by_root(const struct table_layout *t,
                             const struct measure *me, int64_t share)
{
    int64_t sum = 0;

    for (uint32_t i = 0; i < t->ncolumns; i++)
        sum += by_root(&me->shares[i], share);
    return sum;
}

/* Names of rows are in one line, where they stand beside figures or drawings
   or take no more than a part of the width, if that leaves the others what they
   need. */
static bool names_suit(const struct table_layout *t, const struct measure *me,
                       int32_t size, int64_t width)
{
    return me->named &&
           (table_is_of_figures(t) || t->node->u.table->rooms != NULL ||
            need(t, me, me->label, size).max <= width / NAMES_PART);
}

/* Who may have more, so that WIDTH is neither too little nor too much. */
static void choose_shares(const struct table_layout *t,
                          const struct measure *me, int32_t size, int64_t width)
{
    const bool names = names_suit(t, me, size, width);
    const struct first_needs tried[] = {{true, true, names},
                                        {true, false, names},
                                        {true, true, false},
                                        {true, false, false}};
    const size_t last = sizeof(tried) / sizeof(tried[0]) - 1;
    struct first_needs first;
    size_t i = 0;

    do {
        first = tried[i];
        set_shares(t, me, size, first);
    } while (i++ < last && total_by_root(t, me, 0) > width);
    first.words = total_by_root(t, me, SHARE_MOST) > width;
    set_shares(t, me, size, first);
    if (first.names && total_by_root(t, me, 0) > width) {
        first.names = false; /* the words beside them need more than there is */
        set_shares(t, me, size, first);
    }
}

/* The columns beside the first of a form have one width, if all fit it. */
static void make_even(struct table_layout *t, const struct measure *me,
                      int32_t size)
{
    const int32_t left = t->edges[0];
    const int32_t right = t->edges[t->ncolumns];
    const uint32_t n = t->ncolumns - 1;
    const int32_t names = n == 0 ? 0 : need(t, me, 0, size).max;
    const int32_t even = n == 0 ? 0 : (right - left - names) / (int32_t)n;

    for (uint32_t i = 1; i <= n; i++) {
        if (need(t, me, i, size).min > even)
            return;
    }
    for (uint32_t i = 1; i <= n; i++)
        t->edges[i] = left + names + (int32_t)(i - 1) * even;
}

/* What does not fit in full shares the width by the roots of what it needs. */
static void share_by_root(struct table_layout *t, const struct measure *me,
                          int32_t left, int32_t right, int32_t size)
{
    const int64_t width = right - left;
    int64_t share = 0;
    int32_t x = left;

    choose_shares(t, me, size, width);
    for (int64_t bit = SHARE_MOST; bit > 0; bit >>= 1) {
        if (total_by_root(t, me, share + bit) <= width)
            share += bit;
    }
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        t->edges[i] = x;
        x += by_root(&me->shares[i], share);
    }
    t->edges[t->ncolumns] = right;
}

void table_share_width(struct table_layout *t, const struct measure *me,
                       int32_t left, int32_t right, int32_t size)
{
    part_words(t, me, right - left, size);
    if (right - left >= table_total(t, me, size).max) {
        share_plenty(t, me, left, right, size);
    } else {
        share_by_root(t, me, left, right, size);
    }
    if (table_is_boxed(t))
        make_even(t, me, size);
}
int32_t table_least_size(const struct table_layout *t)
{
    return t->style.size < SIZE_LEAST ? t->style.size : SIZE_LEAST;
}

int32_t table_least_width(const struct table_layout *t)
{
    return 2 * table_least_size(t) + 2 * t->padding;
}

/* How wide column I must be in any case: wide enough for figures, but for words
   that stand among them. */
static int32_t least_of(const struct table_layout *t, const struct measure *me,
                        uint32_t i, int32_t size)
{
    const int32_t figure = FIGURE_MOST * size + 2 * t->padding;
    const int32_t min = need(t, me, i, size).min;

    if (t->below[i])
        return 0;
    if (!t->columns[i].nowrap && t->columns[i].align != ALIGN_END)
        return table_least_width(t);
    return min < figure ? min : figure;
}

bool table_share_too_little(struct table_layout *t, const struct measure *me,
                            int32_t left, int32_t right)
{
    const int32_t size = table_least_size(t);
    int64_t spare = (int64_t)right - left;
    int64_t parts = 0;
    int32_t x = left;

    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const int32_t least = least_of(t, me, i, size);
        const int32_t min = need(t, me, i, size).min;

        spare -= least;
        parts += min > least ? min - least : 0;
    }
    if (spare < 0)
        return false;
    for (uint32_t i = 0; i < t->ncolumns; i++) {
        const int32_t least = least_of(t, me, i, size);
        const int32_t min = need(t, me, i, size).min;
        const int64_t part = min > least ? min - least : 0;
        const int64_t more = parts == 0 ? 0 : spare * part / parts;

        t->edges[i] = x;
        x += least + (int32_t)more;
        spare -= more;
        parts -= part;
    }
    t->edges[t->ncolumns] = right;
    return true;
}
