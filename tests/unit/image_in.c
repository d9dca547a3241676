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

/* Two files, "a" and "b"; "c" is not there. */
struct state {
    struct reading reading;
    struct source *files[2];
    unsigned opened;
};

static unsigned black(uint32_t x, uint32_t y, unsigned k)
{
    (void)x;
    (void)y;
    (void)k;
    return 0;
}

static struct source *open_file(void *owner, const char *name, struct place at)
{
    struct state *s = owner;

    s->opened++;
    if (name[0] == 'a' || name[0] == 'b')
        return s->files[name[0] - 'a'];
    finding(&s->reading.findings, FINDING_NO_FILE, at, "no `%s`", name);
    return NULL;
}

static int set_up(void **state)
{
    static const struct png_kind kind = {5, 3,     PNG_COLOR_TYPE_GRAY,
                                         8, false, -1};
    struct state *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    reading_init(&s->reading);
    s->files[0] = reading_source(&s->reading, "a",
                                 test_png(&s->reading.arena, &kind, black));
    s->files[1] = reading_source(&s->reading, "b", STR_LIT("no picture"));
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct state *s = *state;

    reading_free(&s->reading);
    free(s);
    return 0;
}

static void reads_each_file_once(void **state)
{
    struct state *s = *state;
    struct image_files files =
        image_files_of(&s->reading.arena, &s->reading.findings, open_file, s);
    const struct image *a = image_file(&files, "a", NOWHERE);

    assert_int_equal(a->width, 5);
    assert_string_equal(a->name, "a");
    assert_ptr_equal(image_file(&files, "a", NOWHERE), a);
    assert_int_equal(s->opened, 2);
    assert_string_equal(reading_faults(&s->reading, false), "");
}

/* What cannot be read is said once, and is a picture all the same. */
static void what_cannot_be_read_has_one_pixel(void **state)
{
    struct state *s = *state;
    struct image_files files =
        image_files_of(&s->reading.arena, &s->reading.findings, open_file, s);

    for (int i = 0; i < 2; i++) {
        const struct image *b = image_file(&files, "b", NOWHERE);

        assert_int_equal(b->width, 1);
        assert_int_equal(b->height, 1);
    }
    assert_int_equal(s->reading.findings.errors, 1);
    assert_int_equal(image_file(&files, "c", NOWHERE)->width, 1);
    assert_int_equal(s->reading.findings.errors, 2);
    assert_int_equal(image_file(&files, NULL, NOWHERE)->width, 1);
    assert_int_equal(s->reading.findings.errors, 2);
}

static void names_what_it_does_not_take(void **state)
{
    static const struct {
        struct str bytes;
        const char *says;
    } cases[] = {
        {{"", 0}, "is empty"},
        {{"GIF89a", 6}, "is a GIF picture"},
        {{"RIFF\0\0\0\0WEBPVP8 ", 16}, "is a WebP picture"},
        {{"\0\0\0\x20"
          "ftypavif",
          12},
         "is an AVIF picture"},
        {{"\0\0\0\x18"
          "ftypheic",
          12},
         "is a HEIC picture"},
        {{"BM\0\0", 4}, "is a BMP picture"},
        {{"II*\0", 4}, "is a TIFF picture"},
        {{"MM\0*", 4}, "is a TIFF picture"},
        {{"8BPS", 4}, "is a Photoshop file"},
        {{"%PDF-1.7", 8}, "is a PDF document"},
        {{"PK\x03\x04", 4}, "is a ZIP or Office file"},
        {{"<svg xmlns='...'/>", 18}, "is an SVG drawing"},
        {{"<?xml version='1.0'?>\n<svg/>", 28}, "is an SVG drawing"},
        {{"<p>No <svg", 3}, "is neither a PNG nor a JPEG picture"},
        {{"\x89PNG\r\n\x1a", 7}, "is neither a PNG nor a JPEG picture"},
        {{"\xff\xd8", 2}, "is neither a PNG nor a JPEG picture"},
    };
    struct state *s = *state;

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        /* Each has a name of its own: equal findings are one. */
        struct source *source = reading_source(
            &s->reading, arena_printf(&s->reading.arena, "%zu.png", i).ptr,
            cases[i].bytes);

        image_in(&s->reading.arena, source, NOWHERE, &s->reading.findings);
        assert_int_equal(s->reading.findings.errors, i + 1);
        assert_non_null(
            strstr(reading_faults(&s->reading, false), cases[i].says));
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(reads_each_file_once),
        TEST(what_cannot_be_read_has_one_pixel),
        TEST(names_what_it_does_not_take),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
