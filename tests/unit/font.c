#include "output/font/font.h"
#include "tests/support/sample.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define LIMIT ((size_t)64 << 20)

struct fixture {
    struct arena arena;
    struct findings findings;
    struct house house;
    struct font_set set;
};

static void open_fixture(struct fixture *f)
{
    memset(f, 0, sizeof(*f));
    arena_init(&f->arena, LIMIT);
    findings_init(&f->findings, &f->arena);
    f->house = *sample_style.house;
}

static enum status open_fonts(struct fixture *f)
{
    return font_set_open(&f->arena, &f->house, NULL, &f->findings, &f->set);
}

static void close_fixture(struct fixture *f)
{
    font_set_close(&f->set);
    arena_free(&f->arena);
}

static void reads_the_faces_and_fallbacks_of_a_house(void **state)
{
    struct fixture f;

    (void)state;
    open_fixture(&f);
    assert_int_equal(open_fonts(&f), ST_OK);
    assert_int_equal(f.set.count, FACE_MAX + 1);
    assert_true(str_is(f.set.faces[FACE_BOLD].name, "LiberationSans-Bold"));
    assert_true(str_is(f.set.faces[FACE_MAX].name, "DejaVuSans"));
    for (size_t i = 0; i < f.set.count; i++)
        assert_int_equal(f.set.faces[i].index, i);
    close_fixture(&f);
}

static void a_file_that_two_houses_name_is_read_once(void **state)
{
    struct font_set other;
    struct fixture f;

    (void)state;
    open_fixture(&f);
    assert_int_equal(open_fonts(&f), ST_OK);
    f.house.fonts.files[FACE_BOLD] = f.house.fonts.files[FACE_ITALIC];
    assert_int_equal(
        font_set_open(&f.arena, &f.house, &f.set, &f.findings, &other), ST_OK);
    for (size_t i = 0; i < other.count; i++)
        assert_ptr_equal(
            other.faces[i].bytes.ptr,
            f.set.faces[i == FACE_BOLD ? FACE_ITALIC : i].bytes.ptr);
    assert_int_equal(font_set_unchanged(&other, NOWHERE, &f.findings), ST_OK);
    font_set_close(&other);
    close_fixture(&f);
}

/* From the tables of Liberation Sans 2: unitsPerEm 2048, hhea 1854 and -434,
   sCapHeight 1409. */
static void metrics_are_thousandths_of_the_em(void **state)
{
    struct fixture f;
    const struct font_face *face = &f.set.faces[FACE_REGULAR];

    (void)state;
    open_fixture(&f);
    assert_int_equal(open_fonts(&f), ST_OK);
    assert_int_equal(face->units_per_em, 2048);
    assert_int_equal(face->ascent, 905);
    assert_int_equal(face->descent, -212);
    assert_in_range(face->cap_height, 680, 735);
    assert_int_equal(face->italic_angle, 0);
    assert_int_equal(f.set.faces[FACE_ITALIC].italic_angle, -12);
    assert_true(f.set.faces[FACE_BOLD].stem_v > face->stem_v);
    assert_true(face->box[0] < 0 && face->box[1] < 0);
    assert_true(face->box[2] > 1000 && face->box[3] > 900);
    close_fixture(&f);
}

static void a_missing_font_file_is_a_finding(void **state)
{
    struct fixture f;

    (void)state;
    open_fixture(&f);
    f.house.fonts.files[FACE_ITALIC] = "/nowhere/Italic.ttf";
    assert_int_equal(open_fonts(&f), ST_NOINPUT);
    assert_int_equal(f.findings.count, 1);
    assert_int_equal(f.findings.first->id, FINDING_NO_FILE);
    assert_int_equal(f.set.count, 0);
    close_fixture(&f);
}

static void a_house_without_a_face_is_a_finding(void **state)
{
    struct fixture f;

    (void)state;
    open_fixture(&f);
    f.house.fonts.files[FACE_BOLD] = NULL;
    assert_int_equal(open_fonts(&f), ST_DATA);
    assert_int_equal(f.findings.first->id, FINDING_MISSING);
    close_fixture(&f);
}

static void assert_no_font(const char *bytes, size_t len)
{
    char path[] = "build/font-XXXXXX";
    const int fd = mkstemp(path);
    struct fixture f;
    FILE *file;

    assert_true(fd >= 0);
    file = fdopen(fd, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(bytes, 1, len, file), len);
    assert_int_equal(fclose(file), 0);
    open_fixture(&f);
    f.house.fonts.files[FACE_BOLD] = path;
    assert_int_equal(open_fonts(&f), ST_DATA);
    assert_int_equal(f.findings.first->id, FINDING_BAD_VALUE);
    close_fixture(&f);
    assert_int_equal(remove(path), 0);
}

static void refuses_files_that_are_no_fonts(void **state)
{
    static const char header[] = "\0\1\0\0\0\2\0\0\0\0\0\0glyf";

    (void)state;
    assert_no_font("hello", 5);
    assert_no_font(header, sizeof(header));
}

static void a_font_cut_short_is_refused_or_read_without_harm(void **state)
{
    static const size_t lengths[] = {4, 12, 100, 300, 5000};
    char bytes[5000];
    FILE *file = fopen(sample_style.house->fonts.files[FACE_REGULAR], "rb");

    (void)state;
    assert_non_null(file);
    assert_int_equal(fread(bytes, 1, sizeof(bytes), file), sizeof(bytes));
    (void)fclose(file);
    for (size_t i = 0; i < sizeof(lengths) / sizeof(lengths[0]); i++)
        assert_no_font(bytes, lengths[i]);
}

static void widths_round_to_the_nearest_milli_point(void **state)
{
    (void)state;
    assert_int_equal(font_width(556, 12000), 6672);
    assert_int_equal(font_width(1, 500), 1);
    assert_int_equal(font_width(1, 499), 0);
    assert_int_equal(font_width(0, 12000), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_faces_and_fallbacks_of_a_house),
        cmocka_unit_test(a_file_that_two_houses_name_is_read_once),
        cmocka_unit_test(metrics_are_thousandths_of_the_em),
        cmocka_unit_test(a_missing_font_file_is_a_finding),
        cmocka_unit_test(a_house_without_a_face_is_a_finding),
        cmocka_unit_test(refuses_files_that_are_no_fonts),
        cmocka_unit_test(a_font_cut_short_is_refused_or_read_without_harm),
        cmocka_unit_test(widths_round_to_the_nearest_milli_point),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
