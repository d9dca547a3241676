#include "core/doc/doc.h"
#include "core/model/picture.h"
#include "tests/support/sample.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct arena arena;
static struct doc d;

#define TEST(f) cmocka_unit_test_setup_teardown(f, begin, end)

static int begin(void **state)
{
    (void)state;
    arena_init(&arena, 100000);
    doc_init(&d, &arena);
    d.style = &sample_style;
    return 0;
}

static int end(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

/* A chart of parts with these names, at the end of the tree. */
static const uint8_t *add_chart(const struct str *names, uint32_t n)
{
    struct picture *p = arena_alloc(&arena, 1, sizeof(*p));
    struct doc_node *node = doc_add(&d, d.root, DOC_PICTURE);

    assert_non_null(p);
    assert_non_null(node);
    p->kind = PICTURE_BARS;
    p->u.bars.series = names;
    p->u.bars.nseries = n;
    p->u.bars.colours = arena_alloc(&arena, n, 1);
    node->u.picture = p;
    return p->u.bars.colours;
}

static void a_name_keeps_its_colour(void **state)
{
    static const struct str first[] = {STR_INIT("Tax"), STR_INIT("Grants")};
    static const struct str second[] = {STR_INIT("Grants"), STR_INIT("Fees"),
                                        STR_INIT("Tax")};
    const uint8_t *a = add_chart(first, 2);
    const uint8_t *b = add_chart(second, 3);

    (void)state;
    doc_colour(&d);
    assert_int_equal(a[0], 0);
    assert_int_equal(a[1], 1);
    assert_int_equal(b[0], 1);
    assert_int_equal(b[1], 2);
    assert_int_equal(b[2], 0);
}

static void a_new_name_can_be_told_from_its_neighbour(void **state)
{
    static const struct str first[] = {STR_INIT("A"), STR_INIT("B")};
    static const struct str second[] = {STR_INIT("A"), STR_INIT("C")};
    const uint8_t *b;

    (void)state;
    (void)add_chart(first, 2);
    b = add_chart(second, 2);
    doc_colour(&d);
    assert_int_equal(b[0], 0);
    assert_int_equal(b[1], 3); /* 2 is as dark as 0 */
}

static void colours_are_used_again_when_all_are(void **state)
{
    struct str names[PICTURE_SERIES_MAX];
    unsigned uses[CHART_COLOURS] = {0};
    const uint8_t *all;

    (void)state;
    for (int i = 0; i < PICTURE_SERIES_MAX; i++)
        names[i] = arena_printf(&arena, "part %d", i);
    all = add_chart(names, PICTURE_SERIES_MAX);
    doc_colour(&d);
    for (int i = 0; i < PICTURE_SERIES_MAX; i++) {
        assert_in_range(all[i], 0, CHART_COLOURS - 1);
        uses[all[i]]++;
    }
    for (int i = 0; i < 6; i++)
        assert_in_range(uses[i], 1, 3);
}

static void a_tree_without_style_is_left_alone(void **state)
{
    static const struct str names[] = {STR_INIT("A")};
    const uint8_t *a = add_chart(names, 1);

    (void)state;
    d.style = NULL;
    doc_colour(&d);
    assert_int_equal(a[0], 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_name_keeps_its_colour),
        TEST(a_new_name_can_be_told_from_its_neighbour),
        TEST(colours_are_used_again_when_all_are),
        TEST(a_tree_without_style_is_left_alone),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
