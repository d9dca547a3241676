#include "core/model/contrast.h"
#include "output/drawing/cell_marks.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define WHITE 0xffffffU

static void gives_the_ratios_that_are_known(void **state)
{
    (void)state;
    assert_int_equal(contrast(0x000000, WHITE), 2100);
    assert_int_equal(contrast(WHITE, WHITE), 100);
    assert_int_equal(contrast(0x000000, 0x000000), 100);
    assert_int_equal(contrast(0x767676, WHITE), 454);
    assert_int_equal(contrast(0x777777, WHITE), 447); /* 4.478 */
    assert_int_equal(contrast(0x949494, WHITE), 303);
    assert_int_equal(contrast(0x959595, WHITE), 299); /* 2.995 */
    assert_int_equal(contrast(0xff0000, WHITE), 399); /* 3.998 */
    assert_int_equal(contrast(0x00ff00, WHITE), 137);
    assert_int_equal(contrast(0x0000ff, WHITE), 859);
    assert_int_equal(contrast(0x1d70b8, WHITE), 516);
}

static void has_no_order(void **state)
{
    (void)state;
    assert_int_equal(contrast(WHITE, 0x1d70b8), contrast(0x1d70b8, WHITE));
    assert_int_equal(contrast(0x505a5f, 0xeef2f0),
                     contrast(0xeef2f0, 0x505a5f));
}

/* A little of a component never takes light away: no slip in the table. */
static void more_of_a_component_is_more_light(void **state)
{
    (void)state;
    for (uint32_t i = 1; i < 256; i++) {
        assert_true(contrast(i << 8, 0) >= contrast((i - 1) << 8, 0));
        assert_true(contrast(i * 0x010101, WHITE) <=
                    contrast((i - 1) * 0x010101, WHITE));
    }
    /* Where the definition passes from a line to a curve: 0.04045 is 10.3. */
    assert_int_equal(contrast(0x0a0a0a, 0), 106);
    assert_int_equal(contrast(0x0b0b0b, 0), 106);
    assert_int_equal(contrast(0x808080, 0), 531);
}

static void proposes_the_nearest_darker_colour(void **state)
{
    static const uint32_t colours[] = {0x999999, 0xff0000, 0x85994b, 0xffdd00,
                                       WHITE};

    (void)state;
    for (size_t i = 0; i < sizeof(colours) / sizeof(colours[0]); i++) {
        const uint32_t better = contrast_mend(colours[i], WHITE, CONTRAST_TEXT);

        assert_true(contrast(better, WHITE) >= CONTRAST_TEXT);
        assert_true(contrast(better, WHITE) < CONTRAST_TEXT + 15);
    }
    assert_int_equal(contrast_mend(0x777777, WHITE, CONTRAST_TEXT), 0x767676);
    assert_int_equal(contrast_mend(0x123456, WHITE, CONTRAST_TEXT), 0x123456);
}

static void proposes_a_lighter_one_on_a_dark_ground(void **state)
{
    (void)state;
    assert_true(contrast(contrast_mend(0x0b0c0c, 0x1d5a9e, CONTRAST_TEXT),
                         0x1d5a9e) >= CONTRAST_TEXT);
    assert_int_equal(contrast_mend(0, 0, 2100), WHITE);
}

static struct house_colours colours(void)
{
    return (struct house_colours){
        .text = 0x0b0c0c,
        .secondary = 0x505a5f,
        .accent = 0x00543c,
        .link = 0x1d70b8,
        .rule = 0xb1b4b6,
        .table_head = 0xeef2f0,
        .tint = 0xeef2f0,
        .charts = {1, 2, 3, 1, 2, 3, 1, 2},
    };
}

static void pairs_what_meets(void **state)
{
    struct house_colours c = colours();
    struct set set[SET_MAX] = {[SET_HEADING_2] = {14000, 17000}};
    struct colour_pair pairs[COLOUR_PAIRS_MAX];
    const size_t n = contrast_pairs(&c, set, pairs);
    size_t text = 0;

    (void)state;
    assert_int_equal(n, 5 + 3); /* a colour of charts once */
    for (size_t i = 0; i < n; i++) {
        text += pairs[i].text;
        assert_int_not_equal(pairs[i].colour, c.rule);
    }
    assert_int_equal(text, 5);
    c.tint = 0xffffee;
    assert_int_equal(contrast_pairs(&c, set, pairs), 6 + 3);
}

static void large_bold_type_needs_less(void **state)
{
    struct house_colours c = colours();
    struct set set[SET_MAX] = {[SET_HEADING_2] = {14000, 17000}};
    struct colour_pair pairs[COLOUR_PAIRS_MAX];

    (void)state;
    (void)contrast_pairs(&c, set, pairs);
    assert_string_equal(pairs[3].name, "accent");
    assert_int_equal(pairs[3].least, CONTRAST_LARGE);
    set[SET_HEADING_2].size = 13999;
    (void)contrast_pairs(&c, set, pairs);
    assert_int_equal(pairs[3].least, CONTRAST_TEXT);
}

/* What stands on a dark page, and on its tint. */
static void a_dark_page_can_be_read(void **state)
{
    static const uint32_t words[] = {DARK_TEXT, DARK_SECONDARY, DARK_LINK};

    (void)state;
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++) {
        assert_true(contrast(words[i], DARK_GROUND) >= CONTRAST_TEXT);
        assert_true(contrast(words[i], DARK_TINT) >= CONTRAST_TEXT);
    }
    assert_true(contrast(DARK_TEXT, DARK_GROUND) >= 1500);
    assert_true(contrast(DARK_RULE, DARK_GROUND) >= 200);
    /* Any accent of a house becomes one that can be read there. */
    for (uint32_t accent = 0; accent <= 0xffffff; accent += 0x10101)
        assert_true(contrast(contrast_mend(accent, DARK_GROUND, CONTRAST_TEXT),
                             DARK_GROUND) >= CONTRAST_TEXT);
}

/* What is drawn in cells, but for the lines behind it; whatever the first
   colour of a house's pictures is. */
static void drawings_in_cells_can_be_seen_in_the_dark(void **state)
{
    struct house house = {.look.dark = true};

    (void)state;
    for (uint32_t first = 0; first <= 0xffffff; first += 0x10101) {
        house.colours.charts[0] = first;
        for (unsigned tone = 0; tone < TONE_MAX; tone++)
            assert_true(tone == TONE_RULE ||
                        contrast(cell_tone_dark(&house, (uint8_t)tone),
                                 DARK_GROUND) >= CONTRAST_TEXT);
    }
    assert_true(contrast(cell_tone_dark(&house, TONE_RULE), DARK_GROUND) <
                contrast(DARK_RULE, DARK_GROUND));
}

/* A cover may have any accent as its ground. */
static void there_is_ink_for_every_ground(void **state)
{
    (void)state;
    for (uint32_t ground = 0; ground <= 0xffffff; ground += 0x10101)
        assert_true(contrast(contrast_ink(ground), ground) >= CONTRAST_TEXT);
    assert_int_equal(contrast_ink(0x4c2c92), WHITE);
    assert_int_equal(contrast_ink(0xffdd00), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(there_is_ink_for_every_ground),
        cmocka_unit_test(gives_the_ratios_that_are_known),
        cmocka_unit_test(has_no_order),
        cmocka_unit_test(more_of_a_component_is_more_light),
        cmocka_unit_test(proposes_the_nearest_darker_colour),
        cmocka_unit_test(proposes_a_lighter_one_on_a_dark_ground),
        cmocka_unit_test(pairs_what_meets),
        cmocka_unit_test(large_bold_type_needs_less),
        cmocka_unit_test(a_dark_page_can_be_read),
        cmocka_unit_test(drawings_in_cells_can_be_seen_in_the_dark),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
