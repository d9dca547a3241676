#include "output/drawing/drawing_make.h"
#include "tests/support/laid.h"
#include "tests/support/sample.h"
#include "tests/support/sample_pictures.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define WIDE 453544
#define RANDOM_MODELS 150

static struct laid_test t;

static int open_test(void **state)
{
    (void)state;
    laid_open(&t);
    return 0;
}

static int close_test(void **state)
{
    (void)state;
    laid_close(&t);
    return 0;
}

static const struct drawing *draw(const struct picture *model, int32_t width)
{
    struct doc_node *figure = doc_new(&t.tree, DOC_PICTURE);
    struct str text;
    const struct drawing *d;

    assert_int_equal(picture_check(model, &text), PICTURE_SOUND);
    figure->u.picture = model;
    d = drawing_make(figure, sample_style.house, width, t.shaper, &t.made,
                     &t.findings);
    assert_non_null(d);
    return d;
}

/* --- what must be true of any drawing --- */

struct area {
    int32_t left, top, right, foot;
};

static struct area area_of(const struct drawing_item *item,
                           const struct drawing_line *line)
{
    return (struct area){line->x, line->y - item->size * 3 / 4,
                         line->x + line->width, line->y + item->size / 5};
}

static void assert_inside(const struct drawing *d, struct area a)
{
    if (a.left < 0 || a.top < 0 || a.right > d->width || a.foot > d->height)
        print_error("%d,%d to %d,%d is not in %dx%d\n", a.left, a.top, a.right,
                    a.foot, d->width, d->height);
    assert_true(a.left >= 0 && a.top >= 0);
    assert_true(a.right <= d->width && a.foot <= d->height);
}

static void assert_all_inside(const struct drawing *d)
{
    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        for (uint32_t k = 0; k < i->npoints; k++)
            assert_inside(d, (struct area){i->points[k].x, i->points[k].y,
                                           i->points[k].x, i->points[k].y});
        for (uint32_t k = 0; k < i->nlines; k++)
            assert_inside(d, area_of(i, &i->lines[k]));
    }
}

static bool overlap(struct area a, struct area b)
{
    return a.left < b.right && b.left < a.right && a.top < b.foot &&
           b.top < a.foot;
}

static void assert_apart(const struct drawing_item *i,
                         const struct drawing_item *j)
{
    for (uint32_t a = 0; a < i->nlines; a++) {
        for (uint32_t b = i == j ? a + 1 : 0; b < j->nlines; b++)
            assert_false(
                overlap(area_of(i, &i->lines[a]), area_of(j, &j->lines[b])));
    }
}

static void assert_no_text_on_another(const struct drawing *d)
{
    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        for (const struct drawing_item *j = i; j != NULL; j = j->next)
            assert_apart(i, j);
    }
}

/* All its words, a space after each text. */
static struct str words_of(const struct drawing *d)
{
    struct str words;
    struct buf b;

    buf_init(&b, (size_t)1 << 24);
    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        for (uint32_t k = 0; k < i->nlines; k++) {
            for (uint32_t w = 0; w < i->lines[k].nwords; w++) {
                for (const struct shaped *s = i->lines[k].words[w].shaped;
                     s != NULL; s = s->rest)
                    buf_str(&b, s->text);
                if (i->lines[k].words[w].space_after)
                    buf_char(&b, ' ');
            }
        }
    }
    assert_int_equal(buf_status(&b), ST_OK);
    words = arena_str(&t.made, buf_view(&b));
    buf_free(&b);
    return words;
}

static void assert_readable(const struct drawing *d)
{
    assert_all_inside(d);
    assert_no_text_on_another(d);
    assert_in_range(drawing_smallest(d), 9000, 12000);
}

static size_t count_kind(const struct drawing *d, enum drawing_kind kind)
{
    size_t n = 0;

    for (const struct drawing_item *i = d->first; i != NULL; i = i->next)
        n += i->kind == kind;
    return n;
}

/* --- the samples --- */

static void the_samples_are_readable_at_any_width(void **state)
{
    static const struct picture *const models[] = {
        &sample_timeline, &sample_bars, &sample_structure};
    static const int32_t widths[] = {WIDE, 700000, 300000, 200000, 1};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        const struct str words = words_of(draw(models[i], WIDE));

        for (size_t k = 0; k < sizeof(widths) / sizeof(widths[0]); k++) {
            const struct drawing *d = draw(models[i], widths[k]);

            assert_readable(d);
            assert_true(str_eq(words_of(d), words));
        }
    }
    assert_int_equal(t.findings.count, 0);
}

static void the_same_model_gives_the_same_drawing(void **state)
{
    struct buf a;
    struct buf b;

    (void)state;
    buf_init(&a, (size_t)1 << 20);
    buf_init(&b, (size_t)1 << 20);
    drawing_dump(draw(&sample_bars, WIDE), &a);
    drawing_dump(draw(&sample_bars, WIDE), &b);
    assert_true(a.len > 1000);
    assert_true(str_eq(buf_view(&a), buf_view(&b)));
    buf_free(&a);
    buf_free(&b);
}

static void words_come_in_the_order_of_the_model(void **state)
{
    (void)state;
    assert_true(str_eq(
        words_of(draw(&sample_structure, WIDE)),
        STR_LIT("Director of Culture Head of Libraries Runs the three "
                "libraries Hillside library manager Town Market library "
                "manager Town Riverbank library manager Branch Head of Arts "
                "Grants and venues Venue team Head of Archives ")));
    assert_true(str_starts(words_of(draw(&sample_bars, WIDE)),
                           STR_LIT("Staff Premises Books and other media "
                                   "-£100,000 £0 ")));
    assert_true(str_ends(words_of(draw(&sample_bars, WIDE)),
                         STR_LIT("2028/29 £461,000 ")));
}

static void a_full_arena_is_no_drawing(void **state)
{
    struct doc_node *figure = doc_new(&t.tree, DOC_PICTURE);
    struct arena small;

    (void)state;
    figure->u.picture = &sample_structure;
    for (size_t limit = 0; limit < 3000; limit += 89) {
        arena_init(&small, limit);
        assert_null(drawing_make(figure, sample_style.house, WIDE, t.shaper,
                                 &small, NULL));
        assert_int_equal(arena_status(&small), ST_LIMIT);
        arena_free(&small);
    }
}

/* --- timelines --- */

/* The area that is drawn last in the colour of bars. */
static const struct drawing_item *last_bar(const struct drawing *d)
{
    const struct drawing_item *bar = NULL;

    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        if (i->kind == DRAWING_AREA &&
            i->colour == sample_style.house->colours.charts[0])
            bar = i;
    }
    assert_non_null(bar);
    return bar;
}

static const struct drawing *draw_span(const struct picture_span *span)
{
    static const struct picture_tick ticks[] = {{0, {"a", 1}}, {100, {"b", 1}}};
    struct picture_row *row = arena_alloc(&t.tree, 1, sizeof(*row));
    struct picture *model = arena_alloc(&t.tree, 1, sizeof(*model));

    *row = (struct picture_row){{"x", 1}, {NULL, 0}, span, 1};
    model->kind = PICTURE_TIMELINE;
    model->u.timeline = (struct picture_timeline){
        .rows = row, .nrows = 1, .ticks = ticks, .nticks = 2};
    return draw(model, WIDE);
}

static void a_bar_covers_its_days(void **state)
{
    static const struct picture_span whole = {0, 99, false, false};
    static const struct picture_span half = {50, 99, false, false};
    const struct drawing_item *a = last_bar(draw_span(&whole));
    const struct drawing_item *b = last_bar(draw_span(&half));
    const int32_t length = a->points[1].x - a->points[0].x;

    (void)state;
    assert_int_equal(a->npoints, 4);
    assert_int_equal(b->points[1].x, a->points[1].x);
    assert_in_range(b->points[0].x - a->points[0].x, length / 2 - 1,
                    length / 2 + 1);
}

static void a_bar_outside_the_axis_stays_in_the_picture(void **state)
{
    static const struct picture_span spans[] = {
        {INT32_MIN, INT32_MAX, true, true},
        {-50, -40, false, false},
        {200, 300, false, true},
        {INT32_MAX, INT32_MAX, true, false},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(spans) / sizeof(spans[0]); i++)
        assert_readable(draw_span(&spans[i]));
}

static void an_open_end_is_an_arrow(void **state)
{
    static const struct picture_span span = {50, 99, false, true};
    static const struct picture_span day = {99, 99, false, true};

    (void)state;
    assert_int_equal(last_bar(draw_span(&span))->npoints, 5);
    assert_int_equal(last_bar(draw_span(&day))->npoints, 5);
}

static void an_open_beginning_fades_in(void **state)
{
    static const struct picture_span closed = {0, 50, false, false};
    static const struct picture_span open = {0, 50, true, false};

    (void)state;
    assert_int_equal(count_kind(draw_span(&open), DRAWING_AREA),
                     count_kind(draw_span(&closed), DRAWING_AREA) + 4);
}

/* --- bars --- */

static void a_bar_of_the_largest_figures_still_fits(void **state)
{
    static const struct str names[] = {{"a", 1}, {"b", 1}, {"c", 1}};
    static const int64_t pence[] = {INT64_MAX, INT64_MAX, 1,
                                    INT64_MIN, INT64_MIN, -1,
                                    INT64_MAX, INT64_MIN, 0};
    static const struct picture_tick ticks[] = {{INT64_MIN, {"low", 3}},
                                                {INT64_MAX, {"high", 4}}};
    static const struct picture model = {.kind = PICTURE_BARS,
                                         .u.bars = {.categories = names,
                                                    .ncategories = 3,
                                                    .series = names,
                                                    .nseries = 3,
                                                    .values = pence,
                                                    .totals = names,
                                                    .ticks = ticks,
                                                    .nticks = 2}};

    (void)state;
    assert_readable(draw(&model, WIDE));
}

static void long_names_make_the_bars_run_across(void **state)
{
    static const struct str names[] = {
        {"Accommodation", 13},  {"Administration", 14}, {"Communications", 14},
        {"Transportation", 14}, {"Participation", 13},  {"Commissioning", 13}};
    static const int64_t pence[] = {1, 2, 3, 4, 5, 6};
    static const struct picture_tick ticks[] = {{0, {"0", 1}}, {9, {"9", 1}}};
    static const struct picture model = {.kind = PICTURE_BARS,
                                         .u.bars = {.categories = names,
                                                    .ncategories = 6,
                                                    .series = names,
                                                    .nseries = 1,
                                                    .values = pence,
                                                    .totals = names,
                                                    .ticks = ticks,
                                                    .nticks = 2}};
    const struct drawing *d = draw(&model, WIDE);
    int32_t left = -1;

    (void)state;
    assert_readable(d);
    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        if (i->kind != DRAWING_TEXT || i->face != FACE_REGULAR)
            continue;
        left = i->lines[0].x;
    }
    assert_int_equal(left, 0); /* the last name stands at the left */
}

/* How many lines of the drawing are as thick as THICKNESS. */
static size_t strokes(const struct drawing *d, int32_t thickness)
{
    size_t n = 0;

    for (const struct drawing_item *i = d->first; i != NULL; i = i->next)
        n += i->kind == DRAWING_LINES && i->size == thickness ? i->npoints / 2
                                                              : 0;
    return n;
}

static const struct drawing_item *text_item(const struct drawing *d,
                                            const char *words)
{
    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        if (i->kind == DRAWING_TEXT &&
            str_is(i->lines[0].words[0].shaped->text, words))
            return i;
    }
    return NULL;
}

static const struct str four[] = {{"Q1", 2}, {"Q2", 2}, {"Q3", 2}, {"Q4", 2}};

static void parts_are_named_beside_the_last_bar(void **state)
{
    static const struct str parts[] = {{"Tax", 3}, {"Grants", 6}};
    static const struct str labels[] = {{"10", 2}, {"5", 1}, {"12", 2},
                                        {"0", 1},  {"9", 1}, {"8", 1},
                                        {"7", 1},  {"6", 1}};
    static const int64_t values[] = {10, 5, 12, 0, 9, 8, 7, 6};
    static const struct picture model = {.kind = PICTURE_BARS,
                                         .u.bars = {.categories = four,
                                                    .ncategories = 4,
                                                    .series = parts,
                                                    .nseries = 2,
                                                    .values = values,
                                                    .labels = labels}};
    const struct drawing *d = draw(&model, WIDE);
    const struct drawing_item *tax = text_item(d, "Tax");
    const struct drawing_item *grants = text_item(d, "Grants");

    (void)state;
    assert_readable(d);
    assert_non_null(tax);
    assert_non_null(grants);
    assert_int_equal(tax->lines[0].x, grants->lines[0].x);
    assert_true(tax->lines[0].x > WIDE / 2);
    assert_true(tax->lines[0].y > grants->lines[0].y); /* it is below */
    assert_int_equal(count_kind(d, DRAWING_AREA), 7);  /* none for nought */
    assert_non_null(text_item(d, "0"));
}

static void a_line_has_a_gap_where_a_figure_is_missing(void **state)
{
    static const struct str one = {"Days", 4};
    static const int64_t values[] = {10, 0, 12, 13};
    static const bool missing[] = {false, true, false, false};
    static const struct picture_tick ticks[] = {
        {0, {"0", 1}}, {10, {"10", 2}}, {20, {"20", 2}}};
    static const struct picture model = {.kind = PICTURE_BARS,
                                         .u.bars = {.form = FORM_LINE,
                                                    .categories = four,
                                                    .ncategories = 4,
                                                    .series = &one,
                                                    .nseries = 1,
                                                    .values = values,
                                                    .missing = missing,
                                                    .ticks = ticks,
                                                    .nticks = 3}};
    const struct drawing *d = draw(&model, WIDE);

    (void)state;
    assert_readable(d);
    assert_int_equal(strokes(d, 2000), 1); /* from the third to the fourth */
    assert_int_equal(count_kind(d, DRAWING_AREA), 1); /* the first, alone */
}

static void a_waterfall_begins_where_the_bar_before_it_ended(void **state)
{
    static const struct str one = {"Amount", 6};
    static const struct str labels[] = {
        {"10", 2}, {"+5", 2}, {"-3", 2}, {"12", 2}};
    static const int64_t values[] = {10, 5, -3, 12};
    static const bool sums[] = {true, false, false, true};
    static const struct picture model = {
        .kind = PICTURE_BARS,
        .u.bars = {.form = FORM_WATERFALL,
                   .better = PICTURE_BETTER_LOW,
                   .categories = four,
                   .ncategories = 4,
                   .series = &one,
                   .nseries = 1,
                   .values = values,
                   .sums = sums,
                   .labels = labels}};
    const struct drawing *d = draw(&model, WIDE);
    const struct drawing_item *bars[4];
    size_t n = 0;

    (void)state;
    assert_readable(d);
    for (const struct drawing_item *i = d->first; i != NULL; i = i->next) {
        if (i->kind == DRAWING_AREA && i->colour != 0xffffff && n < 4)
            bars[n++] = i;
    }
    assert_int_equal(n, 4);
    /* Corners from the top left on: the foot of a rise is the top before it. */
    assert_int_equal(bars[1]->points[2].y, bars[0]->points[0].y);
    assert_int_equal(bars[2]->points[0].y, bars[1]->points[0].y);
    assert_int_equal(bars[3]->points[0].y, bars[2]->points[2].y);
    assert_int_equal(bars[1]->colour, 0x8c0029); /* more is worse */
    assert_int_equal(bars[2]->colour, 0x28a197);
    assert_int_equal(strokes(d, 500), 3);
}

/* --- any model --- */

static uint32_t seed;

static uint32_t below(uint32_t n)
{
    seed = seed * 1664525u + 1013904223u;
    return n == 0 ? 0 : (seed >> 8) % n;
}

static struct str random_text(uint32_t most)
{
    static const char letters[] = "abcdefgh ijklm nopq rstuvw- xyz/ABCDEFGHI ";
    const uint32_t len = below(10) == 0 ? 0 : 1 + below(most);
    char *text = arena_alloc(&t.tree, len + 1, 1);

    for (uint32_t i = 0; i < len; i++)
        text[i] = letters[below(sizeof(letters) - 1)];
    return (struct str){text, len};
}

static struct picture_tick *random_ticks(uint32_t n, int64_t from,
                                         uint32_t apart)
{
    struct picture_tick *ticks = arena_alloc(&t.tree, n, sizeof(*ticks));

    for (uint32_t i = 0; i < n; i++) {
        ticks[i] = (struct picture_tick){from, random_text(20)};
        from += 1 + below(apart);
    }
    return ticks;
}

static void random_timeline(struct picture *m)
{
    struct picture_timeline *l = &m->u.timeline;
    struct picture_row *rows;

    m->kind = PICTURE_TIMELINE;
    l->nticks = 2 + below(20);
    l->ticks = random_ticks(l->nticks, 16000, 200);
    l->nrows = 1 + below(30);
    l->rows = rows = arena_alloc(&t.tree, l->nrows, sizeof(*rows));
    for (uint32_t i = 0; i < l->nrows; i++) {
        const uint32_t n = 1 + below(4);
        struct picture_span *spans = arena_alloc(&t.tree, n, sizeof(*spans));

        for (uint32_t k = 0; k < n; k++) {
            spans[k].from = 15500 + (int32_t)below(3000);
            spans[k].to = spans[k].from + (int32_t)below(600);
            spans[k].open_start = below(3) == 0;
            spans[k].open_end = below(3) == 0;
        }
        rows[i] = (struct picture_row){random_text(120), {NULL, 0}, spans, n};
        if (below(3) == 0)
            rows[i].group = random_text(80);
    }
}

static void random_labels(struct picture_bars *b)
{
    const uint32_t n = b->ncategories * b->nseries;
    struct str *labels = arena_alloc(&t.tree, n, sizeof(*labels));

    for (uint32_t i = 0; i < n; i++)
        labels[i] = random_text(below(20) == 0 ? 30 : 6);
    b->labels = labels;
    b->total_name = random_text(8);
}

/* What is missing, and what stands on zero. */
static void random_states(struct picture_bars *b)
{
    const uint32_t n = b->ncategories * b->nseries;
    bool *missing = arena_alloc(&t.tree, n, sizeof(*missing));
    bool *sums = arena_alloc(&t.tree, n, sizeof(*sums));

    for (uint32_t i = 0; i < n; i++) {
        missing[i] = below(9) == 0;
        sums[i] = below(3) == 0;
    }
    b->missing = missing;
    b->sums = sums;
}

static void random_bars(struct picture *m)
{
    struct picture_bars *b = &m->u.bars;
    struct str *texts;
    int64_t *values;

    m->kind = PICTURE_BARS;
    b->form = (uint8_t)below(4);
    b->ncategories = 1 + below(30);
    b->nseries = b->form == FORM_WATERFALL ? 1 : 1 + below(PICTURE_SERIES_MAX);
    b->ntargets = below(2);
    if (below(2) == 0 || b->form == FORM_LINE) {
        b->nticks = 2 + below(10);
        b->ticks = random_ticks(b->nticks, -(int64_t)below(2000), 2000);
    } else {
        random_labels(b);
    }
    random_states(b);
    texts = arena_alloc(&t.tree, 2 * (size_t)b->ncategories + b->nseries,
                        sizeof(*texts));
    for (uint32_t i = 0; i < 2 * b->ncategories + b->nseries; i++)
        texts[i] = random_text(below(3) == 0 ? 90 : 9);
    b->categories = texts;
    b->totals = texts + b->ncategories;
    b->series = b->totals + b->ncategories;
    values = arena_alloc(&t.tree, (size_t)b->ncategories * b->nseries,
                         sizeof(*values));
    for (uint32_t i = 0; i < b->ncategories * b->nseries; i++)
        values[i] = (int64_t)below(3000) - 700;
    b->values = values;
}

static void random_structure(struct picture *m)
{
    struct picture_structure *s = &m->u.structure;
    struct picture_box *boxes;
    const uint32_t shape = 1 + below(6); /* few: deep; many: broad */

    m->kind = PICTURE_STRUCTURE;
    s->nboxes = 1 + below(below(10) == 0 ? PICTURE_ROWS_MAX : 25);
    s->boxes = boxes = arena_alloc(&t.tree, s->nboxes, sizeof(*boxes));
    for (uint32_t i = 0; i < s->nboxes; i++) {
        const uint32_t back = 1 + below(shape * 3);

        boxes[i] = (struct picture_box){random_text(60), random_text(60),
                                        i == 0 || below(20) == 0
                                            ? PICTURE_NO_PARENT
                                            : (back > i ? 0 : i - back)};
    }
}

static void any_model_is_readable(void **state)
{
    static void (*const make[])(struct picture *) = {
        random_timeline, random_bars, random_structure};

    (void)state;
    for (uint32_t i = 0; i < RANDOM_MODELS; i++) {
        struct picture model = {.kind = PICTURE_TIMELINE};
        const struct drawing *d;

        seed = i;
        make[i % 3](&model);
        d = draw(&model, WIDE);
        assert_readable(d);
        if (i % 3 != 1)
            assert_true(str_eq(words_of(d), words_of(draw(&model, 300000))));
        arena_free(&t.made);
        arena_init(&t.made, (size_t)1 << 28);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_test, close_test)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_samples_are_readable_at_any_width),
        TEST(the_same_model_gives_the_same_drawing),
        TEST(words_come_in_the_order_of_the_model),
        TEST(a_full_arena_is_no_drawing),
        TEST(a_bar_covers_its_days),
        TEST(a_bar_outside_the_axis_stays_in_the_picture),
        TEST(an_open_end_is_an_arrow),
        TEST(an_open_beginning_fades_in),
        TEST(a_bar_of_the_largest_figures_still_fits),
        TEST(long_names_make_the_bars_run_across),
        TEST(parts_are_named_beside_the_last_bar),
        TEST(a_line_has_a_gap_where_a_figure_is_missing),
        TEST(a_waterfall_begins_where_the_bar_before_it_ended),
        TEST(any_model_is_readable),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
