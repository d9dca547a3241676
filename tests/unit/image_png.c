#include "input/picture/image_in.h"
#include "tests/support/image_file.h"
#include "tests/support/reading.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 13
#define HEIGHT 9

static int set_up(void **state)
{
    struct reading *r = calloc(1, sizeof(*r));

    assert_non_null(r);
    reading_init(r);
    *state = r;
    return 0;
}

static int tear_down(void **state)
{
    struct reading *r = *state;

    reading_free(r);
    free(r);
    return 0;
}

static const struct image *read_bytes(struct reading *r, struct str bytes)
{
    struct source *s = reading_source(r, "map.png", bytes);
    const struct source *report =
        reading_source(r, "r.xml", STR_LIT("<figure "));

    s->kind = SOURCE_BYTES;
    return image_in(&r->arena, s, (struct place){report, 1, 2}, &r->findings);
}

static int depth; /* of the samples that are asked for */

/* Every value of a small depth, and both ends of a large one. */
static unsigned sample(uint32_t x, uint32_t y, unsigned k)
{
    const unsigned n = x * 7 + y * 31 + k * 101;

    if (depth == 16)
        return n % 256 * 257;
    return n % (1U << depth);
}

/* What a sample is in 8 bits. */
static unsigned scaled(unsigned v)
{
    return depth == 16 ? v / 257 : v * 255 / ((1U << depth) - 1);
}

static unsigned onto_white(unsigned v, unsigned alpha)
{
    return (v * alpha + 255 * (255 - alpha) + 127) / 255;
}

static unsigned wanted(const struct png_kind *kind, uint32_t x, uint32_t y,
                       unsigned k)
{
    const unsigned grey = sample(x, y, 0);

    switch (kind->colour) {
    case PNG_COLOR_TYPE_PALETTE:
        return (int)(grey % PALETTE_SIZE) == kind->transparent
                   ? 255
                   : test_palette(grey % PALETTE_SIZE, k);
    case PNG_COLOR_TYPE_GRAY:
        return (int)grey == kind->transparent ? 255 : scaled(grey);
    case PNG_COLOR_TYPE_GRAY_ALPHA:
        return onto_white(scaled(grey), scaled(sample(x, y, 1)));
    case PNG_COLOR_TYPE_RGB:
        return (int)sample(x, y, 0) == kind->transparent &&
                       (int)sample(x, y, 1) == kind->transparent &&
                       (int)sample(x, y, 2) == kind->transparent
                   ? 255
                   : scaled(sample(x, y, k));
    default:
        return onto_white(scaled(sample(x, y, k)), scaled(sample(x, y, 3)));
    }
}

static unsigned index_sample(uint32_t x, uint32_t y, unsigned k)
{
    const unsigned n = sample(x, y, k);

    return n % PALETTE_SIZE; /* 8 bits of index, 16 colours */
}

static void expect_pixels(struct reading *r, const struct png_kind *kind)
{
    const bool grey = kind->colour == PNG_COLOR_TYPE_GRAY ||
                      kind->colour == PNG_COLOR_TYPE_GRAY_ALPHA;
    const struct image *p;
    const uint8_t *pixels;

    depth = kind->depth;
    p = read_bytes(r, test_png(&r->arena, kind,
                               kind->colour == PNG_COLOR_TYPE_PALETTE
                                   ? index_sample
                                   : sample));
    assert_string_equal(reading_faults(r, false), "");
    assert_non_null(p);
    assert_int_equal(p->form, IMAGE_PNG);
    assert_int_equal(p->width, kind->width);
    assert_int_equal(p->height, kind->height);
    /* Few pixels have few colours. */
    assert_int_equal(p->palette != NULL, !grey);
    assert_int_equal(p->channels, 1);
    pixels = test_pixels(&r->arena, p);
    for (uint32_t y = 0; y < kind->height; y++) {
        for (uint32_t x = 0; x < kind->width; x++) {
            for (unsigned k = 0; k < 3; k++)
                assert_int_equal(*pixels++, wanted(kind, x, y, k));
        }
    }
}

static void takes_every_colour_type_and_depth(void **state)
{
    static const struct {
        int colour, depths[6];
    } types[] = {
        {PNG_COLOR_TYPE_GRAY, {1, 2, 4, 8, 16, 0}},
        {PNG_COLOR_TYPE_RGB, {8, 16, 0}},
        {PNG_COLOR_TYPE_PALETTE, {1, 2, 4, 8, 0}},
        {PNG_COLOR_TYPE_GRAY_ALPHA, {8, 16, 0}},
        {PNG_COLOR_TYPE_RGB_ALPHA, {8, 16, 0}},
    };

    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        for (size_t k = 0; types[i].depths[k] != 0; k++) {
            struct png_kind kind = {.width = WIDTH,
                                    .height = HEIGHT,
                                    .colour = types[i].colour,
                                    .depth = types[i].depths[k],
                                    .transparent = -1};

            expect_pixels(*state, &kind);
            kind.interlaced = true;
            expect_pixels(*state, &kind);
        }
    }
}

static unsigned many_colours(uint32_t x, uint32_t y, unsigned k)
{
    return k == 0 ? x : k == 1 ? y : 0;
}

/* Indices, as long as a byte can hold them. */
static void few_colours_become_a_palette(void **state)
{
    struct png_kind kind = {.width = 16,
                            .height = 16,
                            .colour = PNG_COLOR_TYPE_RGB,
                            .depth = 8,
                            .transparent = -1};
    struct reading *r = *state;
    const struct image *p =
        read_bytes(r, test_png(&r->arena, &kind, many_colours));

    assert_int_equal(p->ncolours, 256);
    assert_int_equal(p->palette[3 * 255], 15);
    assert_int_equal(p->channels, 1);
    kind.height = 17;
    p = read_bytes(r, test_png(&r->arena, &kind, many_colours));
    assert_null(p->palette);
    assert_int_equal(p->channels, 3);
    assert_int_equal(test_pixels(&r->arena, p)[16 * 16 * 3 + 1], 16);
    assert_string_equal(reading_faults(r, false), "");
}

static void a_transparent_colour_is_white(void **state)
{
    static const struct png_kind kinds[] = {
        {WIDTH, HEIGHT, PNG_COLOR_TYPE_GRAY, 2, false, 1},
        {WIDTH, HEIGHT, PNG_COLOR_TYPE_GRAY, 8, true, 31},
        {WIDTH, HEIGHT, PNG_COLOR_TYPE_PALETTE, 4, false, 3},
    };
    static const struct png_kind black = {WIDTH, HEIGHT, PNG_COLOR_TYPE_RGB,
                                          8,     false,  0};

    for (size_t i = 0; i < sizeof(kinds) / sizeof(kinds[0]); i++)
        expect_pixels(*state, &kinds[i]);
    expect_pixels(*state, &black);
}

/* Columns of two values. */
static unsigned stripes(uint32_t x, uint32_t y, unsigned k)
{
    (void)y;
    (void)k;
    return x % 2 == 0 ? 0 : 200;
}

static unsigned thirds(uint32_t x, uint32_t y, unsigned k)
{
    static const unsigned values[] = {0, 90, 240};

    (void)y;
    (void)k;
    return values[x % 3];
}

static void a_large_picture_is_averaged(void **state)
{
    const struct png_kind twice = {
        2 * IMAGE_SIDE_MAX, 6, PNG_COLOR_TYPE_GRAY, 8, false, -1};
    const struct png_kind half_more = {
        IMAGE_SIDE_MAX * 3 / 2, 3, PNG_COLOR_TYPE_RGB, 8, true, -1};
    struct reading *r = *state;
    const struct image *p = read_bytes(r, test_png(&r->arena, &twice, stripes));
    const uint8_t *pixels = test_pixels(&r->arena, p);

    assert_int_equal(p->width, IMAGE_SIDE_MAX);
    assert_int_equal(p->height, 3);
    for (size_t i = 0; i < (size_t)p->width * p->height * 3; i++)
        assert_int_equal(pixels[i], 100);
    p = read_bytes(r, test_png(&r->arena, &half_more, thirds));
    pixels = test_pixels(&r->arena, p);
    assert_int_equal(p->width, IMAGE_SIDE_MAX);
    assert_int_equal(p->height, 2);
    for (size_t i = 0; i < (size_t)p->width * p->height; i++)
        assert_int_equal(pixels[i * 3], i % 2 == 0 ? 30 : 190);
    assert_string_equal(reading_faults(r, false), "");
}

static void no_side_vanishes(void **state)
{
    const struct png_kind line = {
        10 * IMAGE_SIDE_MAX, 1, PNG_COLOR_TYPE_GRAY, 1, false, -1};
    struct reading *r = *state;
    const struct image *p;

    depth = 1;
    p = read_bytes(r, test_png(&r->arena, &line, sample));
    assert_int_equal(p->width, IMAGE_SIDE_MAX);
    assert_int_equal(p->height, 1);
    assert_string_equal(reading_faults(r, false), "");
}

static void equal_files_give_equal_bytes(void **state)
{
    const struct png_kind kind = {WIDTH, HEIGHT, PNG_COLOR_TYPE_RGB,
                                  8,     false,  -1};
    struct reading *r = *state;
    const struct image *first;
    const struct image *second;

    depth = 8;
    first = read_bytes(r, test_png(&r->arena, &kind, sample));
    second = read_bytes(r, test_png(&r->arena, &kind, sample));
    assert_int_not_equal(first->bytes.len, 0);
    assert_true(str_eq(first->bytes, second->bytes));
}

static void what_follows_the_end_is_dropped(void **state)
{
    const struct png_kind kind = {WIDTH, HEIGHT, PNG_COLOR_TYPE_RGB,
                                  8,     false,  -1};
    const struct str secret = STR_LIT("<secret/>");
    struct reading *r = *state;
    struct str png;
    char *both;
    const struct image *plain;
    const struct image *longer;

    depth = 8;
    png = test_png(&r->arena, &kind, sample);
    plain = read_bytes(r, png);
    both = arena_alloc(&r->arena, png.len + secret.len, 1);
    assert_non_null(both);
    memcpy(both, png.ptr, png.len);
    memcpy(both + png.len, secret.ptr, secret.len);
    longer = read_bytes(r, (struct str){both, png.len + secret.len});
    assert_string_equal(reading_faults(r, false), "");
    assert_true(str_eq(plain->bytes, longer->bytes));
}

static void expect_refused(struct reading *r, struct str bytes)
{
    const size_t errors = r->findings.errors;
    const struct image *p = read_bytes(r, bytes);

    assert_non_null(p);
    assert_int_equal(p->bytes.len, 0);
    assert_int_equal(r->findings.errors, errors + 1);
}

static void refuses_a_file_that_ends_early(void **state)
{
    const struct png_kind kinds[] = {
        {WIDTH, HEIGHT, PNG_COLOR_TYPE_RGB, 8, false, -1},
        {WIDTH, HEIGHT, PNG_COLOR_TYPE_PALETTE, 4, true, 1}};
    struct reading *r = *state;

    for (size_t i = 0; i < 2; i++) {
        struct str png;

        depth = kinds[i].depth;
        png = test_png(&r->arena, &kinds[i], sample);
        for (size_t n = 0; n < png.len; n++)
            expect_refused(r, str_to(png, n));
    }
}

static void refuses_a_file_with_a_changed_byte(void **state)
{
    const struct png_kind kind = {WIDTH, HEIGHT, PNG_COLOR_TYPE_PALETTE,
                                  4,     false,  1};
    struct reading *r = *state;
    struct str png;

    depth = 4;
    png = test_png(&r->arena, &kind, sample);
    for (size_t i = 0; i < png.len; i++) {
        char *bytes = arena_cstr(&r->arena, png);

        assert_non_null(bytes);
        bytes[i] = (char)(bytes[i] ^ 0x21);
        expect_refused(r, (struct str){bytes, png.len});
    }
}

static void refuses_more_pixels_than_anybody_needs(void **state)
{
    static const struct {
        uint32_t width, height;
    } sizes[] = {{31623, 31623},
                 {PNG_UINT_31_MAX, PNG_UINT_31_MAX},
                 {100000001, 1},
                 {1, PNG_UINT_31_MAX}};
    const struct png_kind kind = {WIDTH, HEIGHT, PNG_COLOR_TYPE_RGB,
                                  8,     false,  -1};
    struct reading *r = *state;
    struct str png;

    depth = 8;
    png = test_png(&r->arena, &kind, sample);
    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        const size_t used = r->arena.used;
        const struct str huge =
            test_png_of_size(&r->arena, png, sizes[i].width, sizes[i].height);

        expect_refused(r, huge);
        assert_true(r->arena.used - used < 16 * png.len);
    }
    assert_non_null(strstr(reading_faults(r, false),
                           "1:2 limit `map.png` has 31623 x 31623 pixels"));
}

static void refuses_a_picture_without_pixels(void **state)
{
    const struct png_kind kind = {WIDTH, HEIGHT, PNG_COLOR_TYPE_RGB,
                                  8,     false,  -1};
    struct reading *r = *state;
    struct str png;

    depth = 8;
    png = test_png(&r->arena, &kind, sample);
    expect_refused(r, test_png_of_size(&r->arena, png, 0, HEIGHT));
    expect_refused(r, test_png_of_size(&r->arena, png, WIDTH, 0));
}

static void asks_no_more_memory_than_is_left(void **state)
{
    const struct png_kind whole = {1000, 1000, PNG_COLOR_TYPE_RGB, 8, true, -1};
    struct reading *r = *state;
    struct str png;

    depth = 8;
    png = test_png(&r->arena, &whole, sample);
    r->arena.limit = r->arena.used + png.len + 4000000;
    expect_refused(r, png); /* it needs all rows twice */
    assert_non_null(
        strstr(reading_faults(r, false), "needs more memory than is left"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(takes_every_colour_type_and_depth),
        TEST(few_colours_become_a_palette),
        TEST(a_transparent_colour_is_white),
        TEST(a_large_picture_is_averaged),
        TEST(no_side_vanishes),
        TEST(equal_files_give_equal_bytes),
        TEST(what_follows_the_end_is_dropped),
        TEST(refuses_a_file_that_ends_early),
        TEST(refuses_a_file_with_a_changed_byte),
        TEST(refuses_more_pixels_than_anybody_needs),
        TEST(refuses_a_picture_without_pixels),
        TEST(asks_no_more_memory_than_is_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
