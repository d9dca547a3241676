#include "tests/support/drawn.h"
#include "tests/support/laid_fixture.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define RANDOM_MODELS 150

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
        d = drawn(&t, &model, DRAWN_WIDTH);
        assert_readable(d);
        if (i % 3 != 1)
            assert_true(
                str_eq(drawn_words(&t.made, d),
                       drawn_words(&t.made, drawn(&t, &model, 300000))));
        arena_free(&t.made);
        arena_init(&t.made, (size_t)1 << 28);
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_test, close_test)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(any_model_is_readable),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
