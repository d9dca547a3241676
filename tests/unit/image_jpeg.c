#include "input/picture/image_in.h"
#include "input/picture/image_parts.h"
#include "tests/support/image_file.h"
#include "tests/support/reading.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define WIDTH 64
#define HEIGHT 32
#define NEAR 6 /* how far a value may be off after it was encoded twice */

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
    struct source *s = reading_source(r, "photo.jpg", bytes);
    const struct source *report =
        reading_source(r, "r.xml", STR_LIT("<figure "));

    s->kind = SOURCE_BYTES;
    return image_in(&r->arena, s, (struct place){report, 1, 2}, &r->findings);
}

/* Quarters of one colour each: black, red, green, blue; in CMYK without black
   ink, turned upside down where Adobe does. */
static bool is_ink, is_adobe;

static unsigned light(unsigned quarter, unsigned k)
{
    return quarter > 0 && quarter - 1 == k ? 255 : 0;
}

static unsigned quarters(uint32_t x, uint32_t y, unsigned k)
{
    const unsigned quarter = (x >= WIDTH / 2) + 2U * (y >= HEIGHT / 2);
    const unsigned value = k == 3 ? 255 : light(quarter, k);

    return is_ink && !is_adobe ? 255 - value : value;
}

static unsigned greys(uint32_t x, uint32_t y, unsigned k)
{
    (void)k;
    return 80U * ((x >= WIDTH / 2) + 2U * (y >= HEIGHT / 2));
}

static void expect_pixel(const struct image *p, const uint8_t *pixels,
                         uint32_t x, uint32_t y, unsigned quarter)
{
    const uint8_t *at = pixels + ((size_t)y * p->width + x) * 3;

    for (unsigned k = 0; k < 3; k++)
        assert_in_range(at[k] + NEAR, light(quarter, k),
                        light(quarter, k) + 2 * NEAR);
}

/* The quarters at the corners: top left, top right, bottom left, bottom
   right. */
static void expect_quarters(struct reading *r, const struct image *p,
                            const unsigned corners[4])
{
    const uint8_t *pixels = test_pixels(&r->arena, p);

    expect_pixel(p, pixels, 4, 4, corners[0]);
    expect_pixel(p, pixels, p->width - 4, 4, corners[1]);
    expect_pixel(p, pixels, 4, p->height - 4, corners[2]);
    expect_pixel(p, pixels, p->width - 4, p->height - 4, corners[3]);
}

static const unsigned upright[4] = {0, 1, 2, 3};

static bool holds(struct str bytes, const char *text)
{
    return str_find(bytes, str_of(text)) < bytes.len;
}

/* From its first table on: what the program leaves as it is. */
static struct str tables(struct str bytes)
{
    return str_from(bytes, str_find(bytes, STR_LIT("\xff\xdb")));
}

static void a_photograph_stays_as_it_is_without_metadata(void **state)
{
    static const enum jpeg_colours colours[] = {JPEG_GREY, JPEG_YCC, JPEG_RGB};
    struct reading *r = *state;

    is_ink = false;
    for (size_t i = 0; i < 6; i++) {
        const struct jpeg_kind kind = {
            .width = WIDTH,
            .height = HEIGHT,
            .colours = colours[i / 2],
            .progressive = i % 2 == 1,
            .exif = STR_LIT("Exif\0\0secret place"),
            .comment = "secret words",
        };
        const bool grey = kind.colours == JPEG_GREY;
        const struct str jpeg =
            test_jpeg(&r->arena, &kind, grey ? greys : quarters);
        const struct image *p = read_bytes(r, jpeg);

        assert_string_equal(reading_faults(r, false), "");
        assert_int_equal(p->form, IMAGE_JPEG);
        assert_int_equal(p->channels, grey ? 1 : 3);
        assert_true(holds(jpeg, "secret"));
        assert_false(holds(p->bytes, "secret"));
        assert_false(holds(p->bytes, "Exif"));
        assert_true(str_eq(tables(p->bytes), tables(jpeg)));
        if (!grey)
            expect_quarters(r, p, upright);
    }
}

/* TIFF in Exif: one entry, the orientation. */
static struct str exif(struct arena *a, bool big, unsigned orientation)
{
    static const char big_head[] =
        "Exif\0\0MM\0\x2a\0\0\0\x08\0\1\x01\x12\0\3\0\0\0\1\0.\0\0\0\0\0";
    static const char little_head[] =
        "Exif\0\0II\x2a\0\x08\0\0\0\1\0\x12\x01\3\0\1\0\0\0.\0\0\0\0\0\0";
    char *bytes = arena_cstr(
        a, (struct str){big ? big_head : little_head, sizeof(big_head) - 1});

    assert_non_null(bytes);
    *(char *)memchr(bytes, '.', sizeof(big_head) - 1) = (char)orientation;
    return (struct str){bytes, sizeof(big_head) - 1};
}

static void a_photograph_is_turned_as_its_camera_was_held(void **state)
{
    /* What stands at the four corners of a picture that is to be turned. */
    static const unsigned corners[9][4] = {
        [1] = {0, 1, 2, 3}, [2] = {1, 0, 3, 2}, [3] = {3, 2, 1, 0},
        [4] = {2, 3, 0, 1}, [5] = {0, 2, 1, 3}, [6] = {2, 0, 3, 1},
        [7] = {3, 1, 2, 0}, [8] = {1, 3, 0, 2},
    };
    struct reading *r = *state;

    is_ink = false;
    for (unsigned i = 1; i <= 8; i++) {
        for (int big = 0; big < 2; big++) {
            const struct jpeg_kind kind = {
                .width = WIDTH,
                .height = HEIGHT,
                .colours = JPEG_YCC,
                .exif = exif(&r->arena, big, i),
            };
            const struct image *p =
                read_bytes(r, test_jpeg(&r->arena, &kind, quarters));

            assert_string_equal(reading_faults(r, false), "");
            assert_int_equal(p->width, i < 5 ? WIDTH : HEIGHT);
            assert_int_equal(p->height, i < 5 ? HEIGHT : WIDTH);
            expect_quarters(r, p, corners[i]);
        }
    }
}

static void an_orientation_that_makes_no_sense_is_none(void **state)
{
    struct reading *r = *state;
    struct str bytes[5];

    is_ink = false;
    bytes[0] = exif(&r->arena, true, 0);
    bytes[1] = exif(&r->arena, true, 9);
    bytes[2] = str_to(exif(&r->arena, false, 6), 20); /* its entry is cut */
    bytes[3] = STR_LIT("Exif\0\0MM\0\x2a\xff\xff\xff\xff");
    bytes[4] = STR_LIT("Exif\0\0XX\0\x2a\0\0\0\x08\0\1\x01\x12\0\3");
    for (size_t i = 0; i < 5; i++) {
        const struct jpeg_kind kind = {.width = WIDTH,
                                       .height = HEIGHT,
                                       .colours = JPEG_YCC,
                                       .exif = bytes[i]};

        expect_quarters(r, read_bytes(r, test_jpeg(&r->arena, &kind, quarters)),
                        upright);
    }
    assert_string_equal(reading_faults(r, false), "");
}

static void cmyk_becomes_rgb_and_is_said(void **state)
{
    static const enum jpeg_colours colours[] = {JPEG_CMYK_ADOBE, JPEG_CMYK,
                                                JPEG_YCCK};
    struct reading *r = *state;

    is_ink = true;
    for (size_t i = 0; i < 3; i++) {
        const struct jpeg_kind kind = {
            .width = WIDTH, .height = HEIGHT, .colours = colours[i]};
        const struct image *p;

        is_adobe = kind.colours != JPEG_CMYK;
        p = read_bytes(r, test_jpeg(&r->arena, &kind, quarters));
        assert_int_equal(p->form, IMAGE_JPEG);
        assert_int_equal(p->channels, 3);
        expect_quarters(r, p, upright);
    }
    assert_int_equal(r->findings.errors, 0);
    assert_non_null(strstr(reading_faults(r, false), "1:2 cmyk-picture"));
}

static void a_large_photograph_is_shrunk(void **state)
{
    const struct jpeg_kind kind = {.width = IMAGE_SIDE_MAX + 1,
                                   .height = HEIGHT,
                                   .colours = JPEG_GREY,
                                   .comment = "secret"};
    struct reading *r = *state;
    const struct image *p = read_bytes(r, test_jpeg(&r->arena, &kind, greys));

    assert_string_equal(reading_faults(r, false), "");
    assert_int_equal(p->width, IMAGE_SIDE_MAX);
    assert_int_equal(p->height, HEIGHT);
    assert_int_equal(p->channels, 1);
    assert_false(holds(p->bytes, "secret"));
}

/* PDF readers and browsers know no arithmetic coding. */
static void arithmetic_coding_is_coded_anew(void **state)
{
    const struct jpeg_kind kind = {.width = WIDTH,
                                   .height = HEIGHT,
                                   .colours = JPEG_YCC,
                                   .arithmetic = true};
    struct reading *r = *state;
    const struct image *p;

    is_ink = false;
    p = read_bytes(r, test_jpeg(&r->arena, &kind, quarters));
    assert_false(holds(p->bytes, "\xff\xc9"));
    expect_quarters(r, p, upright);
}

static void expect_refused(struct reading *r, struct str bytes)
{
    const size_t errors = r->findings.errors;
    const struct image *p = read_bytes(r, bytes);

    assert_non_null(p);
    assert_int_equal(p->bytes.len, 0);
    assert_int_equal(r->findings.errors, errors + 1);
}

static struct str joined(struct arena *a, struct str first, struct str second)
{
    char *both = arena_alloc(a, first.len + second.len, 1);

    assert_non_null(both);
    memcpy(both, first.ptr, first.len);
    memcpy(both + first.len, second.ptr, second.len);
    return (struct str){both, first.len + second.len};
}

static void what_follows_the_end_is_dropped(void **state)
{
    const struct jpeg_kind kind = {
        .width = WIDTH, .height = HEIGHT, .colours = JPEG_YCC};
    struct reading *r = *state;
    struct str jpeg;
    const struct image *plain;
    const struct image *longer;

    is_ink = false;
    jpeg = test_jpeg(&r->arena, &kind, quarters);
    plain = read_bytes(r, jpeg);
    longer = read_bytes(r, joined(&r->arena, jpeg, STR_LIT("<secret/>")));
    assert_string_equal(reading_faults(r, false), "");
    assert_true(str_eq(plain->bytes, longer->bytes));
}

static void refuses_a_file_that_ends_early(void **state)
{
    struct reading *r = *state;

    is_ink = false;
    for (int progressive = 0; progressive < 2; progressive++) {
        const struct jpeg_kind kind = {.width = WIDTH,
                                       .height = HEIGHT,
                                       .colours = JPEG_YCC,
                                       .progressive = progressive == 1};
        const struct str jpeg = test_jpeg(&r->arena, &kind, quarters);

        for (size_t n = 0; n < jpeg.len; n++)
            expect_refused(r, str_to(jpeg, n));
    }
}

/* There is no checksum: what a changed byte breaks is refused, what it does
   not break is a picture. */
static void takes_or_refuses_whatever_a_changed_byte_makes(void **state)
{
    const struct jpeg_kind kind = {
        .width = WIDTH, .height = HEIGHT, .colours = JPEG_YCC};
    struct reading *r = *state;
    struct str jpeg;
    size_t refused = 0;

    is_ink = false;
    jpeg = test_jpeg(&r->arena, &kind, quarters);
    for (size_t i = 0; i < jpeg.len; i++) {
        const size_t errors = r->findings.errors;
        char *bytes = arena_cstr(&r->arena, jpeg);
        const struct image *p;

        assert_non_null(bytes);
        bytes[i] = (char)(bytes[i] ^ 0x5a);
        p = read_bytes(r, (struct str){bytes, jpeg.len});
        assert_non_null(p);
        assert_int_equal(p->bytes.len == 0, r->findings.errors > errors);
        refused += p->bytes.len == 0;
    }
    assert_true(refused > 20);
}

static void refuses_more_pixels_than_anybody_needs(void **state)
{
    const struct jpeg_kind kind = {
        .width = WIDTH, .height = HEIGHT, .colours = JPEG_YCC};
    struct reading *r = *state;
    char *bytes;
    struct str jpeg;
    size_t frame;

    is_ink = false;
    jpeg = test_jpeg(&r->arena, &kind, quarters);
    bytes = arena_cstr(&r->arena, jpeg);
    assert_non_null(bytes);
    frame = str_find(jpeg, STR_LIT("\xff\xc0"));
    assert_true(frame < jpeg.len);
    memcpy(bytes + frame + 5, "\xfd\xe8\xfd\xe8", 4);
    expect_refused(r, (struct str){bytes, jpeg.len});
    assert_non_null(strstr(reading_faults(r, false),
                           "1:2 limit `photo.jpg` has 65000 x 65000 pixels"));
}

static void refuses_more_scans_than_anybody_needs(void **state)
{
    struct jpeg_kind kind = {.width = WIDTH,
                             .height = HEIGHT,
                             .colours = JPEG_GREY,
                             .scans = IMAGE_SCANS_MAX};
    struct reading *r = *state;

    read_bytes(r, test_jpeg(&r->arena, &kind, greys));
    assert_string_equal(reading_faults(r, false), "");
    kind.scans++;
    expect_refused(r, test_jpeg(&r->arena, &kind, greys));
    assert_non_null(strstr(reading_faults(r, false), "it has too many scans"));
}

/* A progressive picture is held whole while it is decoded. */
static void asks_no_more_memory_than_is_left(void **state)
{
    const struct jpeg_kind kind = {.width = 2000,
                                   .height = 1000,
                                   .colours = JPEG_GREY,
                                   .progressive = true};
    struct reading *r = *state;
    const struct str jpeg = test_jpeg(&r->arena, &kind, greys);

    r->arena.limit = r->arena.used + jpeg.len + 1000000;
    expect_refused(r, jpeg);
    assert_non_null(
        strstr(reading_faults(r, false), "needs more memory than is left"));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_photograph_stays_as_it_is_without_metadata),
        TEST(a_photograph_is_turned_as_its_camera_was_held),
        TEST(an_orientation_that_makes_no_sense_is_none),
        TEST(cmyk_becomes_rgb_and_is_said),
        TEST(a_large_photograph_is_shrunk),
        TEST(arithmetic_coding_is_coded_anew),
        TEST(what_follows_the_end_is_dropped),
        TEST(refuses_a_file_that_ends_early),
        TEST(takes_or_refuses_whatever_a_changed_byte_makes),
        TEST(refuses_more_pixels_than_anybody_needs),
        TEST(refuses_more_scans_than_anybody_needs),
        TEST(asks_no_more_memory_than_is_left),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
