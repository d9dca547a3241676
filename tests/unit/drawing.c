#include "tests/support/drawn.h"
#include "tests/support/laid_fixture.h"
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

#define WIDE DRAWN_WIDTH

static const struct drawing *draw(const struct picture *model, int32_t width)
{
    return drawn(&t, model, width);
}

static struct str words_of(const struct drawing *d)
{
    return drawn_words(&t.made, d);
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
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
