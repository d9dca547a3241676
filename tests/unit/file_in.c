#include "input/file/file_in.h"
#include "tests/support/folder.h"
#include "tests/support/reading.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

struct state {
    struct reading reading;
    struct test_folder folder;
    struct source *source;
};

static int set_up(void **state)
{
    struct state *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    reading_init(&s->reading);
    test_folder_init(&s->folder);
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct state *s = *state;

    test_folder_free(&s->folder);
    reading_free(&s->reading);
    free(s);
    return 0;
}

static enum status read_file(void **state, const char *name,
                             enum source_kind kind)
{
    struct state *s = *state;
    const struct source *named =
        reading_source(&s->reading, "report.xml", STR_LIT("x"));

    return file_in(&s->reading.arena, s->folder.path, name, true, kind,
                   (struct place){named, 1, 1}, &s->reading.findings,
                   &s->source);
}

static void write_bytes(void **state, const char *name, struct str bytes)
{
    struct state *s = *state;
    char path[FOLDER_PATH_SIZE];
    FILE *f;

    test_folder_path(&s->folder, name, path);
    f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(bytes.ptr, 1, bytes.len, f), bytes.len);
    assert_int_equal(fclose(f), 0);
}

static void expect_charset(void **state, const char *charset)
{
    const struct state *s = *state;

    assert_string_equal(s->source->charset, charset);
}

static void expect_text(void **state, enum source_kind kind, struct str bytes,
                        const char *text)
{
    struct state *s = *state;

    write_bytes(state, "a.csv", bytes);
    assert_int_equal(read_file(state, "a.csv", kind), ST_OK);
    assert_true(str_eq(s->source->bytes, bytes));
    assert_true(str_is(s->source->text, text));
    assert_string_equal(reading_faults(&s->reading, false), "");
}

static void expect_fault(void **state, enum source_kind kind, struct str bytes,
                         const char *fault)
{
    struct state *s = *state;

    write_bytes(state, "a.csv", bytes);
    assert_int_equal(read_file(state, "a.csv", kind), ST_DATA);
    assert_null(s->source);
    assert_string_equal(reading_faults(&s->reading, true), fault);
}

static void takes_utf8_with_and_without_a_mark(void **state)
{
    expect_text(state, SOURCE_TEXT, STR_LIT(""), "");
    expect_text(state, SOURCE_TEXT, STR_LIT("£1"), "£1");
    expect_text(state, SOURCE_CSV, STR_LIT("\xEF\xBB\xBF£1"), "£1");
    expect_charset(state, "utf-8");
}

static void takes_windows_1252_for_data(void **state)
{
    expect_text(state, SOURCE_CSV,
                STR_LIT("\xA3"
                        "1 \x96 \x80\xE9"),
                "£1 – €é");
    expect_charset(state, "windows-1252");
}

static void refuses_windows_1252_for_xml(void **state)
{
    expect_fault(state, SOURCE_TEXT, STR_LIT("<p>\nab\xA3</p>"),
                 "a.csv:2:3 bad-encoding `a.csv` is not UTF-8 text (byte 7 of "
                 "the file is 0xA3) | save it again as UTF-8\n");
}

static void refuses_bytes_of_no_encoding(void **state)
{
    expect_fault(state, SOURCE_CSV, STR_LIT("\xA3,\x81"),
                 "a.csv:1:2 bad-encoding `a.csv` is neither UTF-8 nor "
                 "Windows-1252 text (byte 3 of the file is 0x81) | save it "
                 "again as CSV UTF-8\n");
}

static void refuses_a_nul_byte(void **state)
{
    expect_fault(state, SOURCE_CSV, STR_LIT("a\0b"),
                 "a.csv:1:2 bad-encoding `a.csv` is not a text: it holds a NUL "
                 "byte (byte 2 of the file is 0x00) | save it again as CSV "
                 "UTF-8\n");
}

static void refuses_utf16_by_name(void **state)
{
    expect_fault(state, SOURCE_CSV,
                 STR_LIT("\xFF\xFE"
                         "a\0"),
                 "a.csv:1:1 bad-encoding `a.csv` is UTF-16 text | save it "
                 "again as UTF-8\n");
}

static void refuses_a_renamed_workbook_by_name(void **state)
{
    expect_fault(state, SOURCE_CSV, STR_LIT("PK\x03\x04...\0"),
                 "a.csv:1:1 not-csv `a.csv` is a workbook (.xlsx) or another "
                 "ZIP file, whatever its name says | open it and save the "
                 "sheet as CSV UTF-8\n");
}

static void digests_the_bytes_as_they_lie_on_disk(void **state)
{
    static const uint8_t abc[4] = {0xba, 0x78, 0x16, 0xbf}; /* FIPS 180-4 */
    struct state *s = *state;

    expect_text(state, SOURCE_TEXT, STR_LIT("abc"), "abc");
    assert_memory_equal(s->source->sha256, abc, sizeof(abc));
}

static void follows_links_that_stay_inside(void **state)
{
    struct state *s = *state;
    char folder[FOLDER_PATH_SIZE];
    char link_path[FOLDER_PATH_SIZE];

    test_folder_path(&s->folder, "d", folder);
    assert_int_equal(mkdir(folder, 0700), 0);
    write_bytes(state, "d/x.csv", STR_LIT("x"));
    test_folder_path(&s->folder, "l.csv", link_path);
    assert_int_equal(symlink("d/x.csv", link_path), 0);
    assert_int_equal(read_file(state, "l.csv", SOURCE_CSV), ST_OK);
    assert_int_equal(read_file(state, "d/../d/./x.csv", SOURCE_CSV), ST_OK);
    assert_string_equal(s->source->name, "d/../d/./x.csv");
}

static void refuses_a_folder_that_is_a_link_out(void **state)
{
    struct state *s = *state;
    char link_path[FOLDER_PATH_SIZE];

    test_folder_path(&s->folder, "d", link_path);
    assert_int_equal(symlink("/etc", link_path), 0);
    assert_int_equal(read_file(state, "d/passwd", SOURCE_CSV), ST_DATA);
    assert_non_null(strstr(reading_faults(&s->reading, false), "outside"));
}

static void refuses_a_neighbour_with_the_same_beginning(void **state)
{
    struct state *s = *state;
    char inner[FOLDER_PATH_SIZE];
    char link_path[FOLDER_PATH_SIZE];

    test_folder_path(&s->folder, "d", inner);
    assert_int_equal(mkdir(inner, 0700), 0);
    test_folder_path(&s->folder, "d/l", link_path);
    write_bytes(state, "dx", STR_LIT("x"));
    assert_int_equal(symlink("../dx", link_path), 0);
    assert_int_equal(file_in(&s->reading.arena, inner, "l", true, SOURCE_TEXT,
                             NOWHERE, &s->reading.findings, &s->source),
                     ST_DATA);
    assert_null(s->source);
}

static void refuses_a_file_larger_than_the_arena(void **state)
{
    struct state *s = *state;

    write_bytes(state, "a.csv", STR_LIT("0123456789"));
    s->reading.arena.limit = s->reading.arena.used + 64 * 1024;
    assert_int_equal(read_file(state, "a.csv", SOURCE_CSV), ST_LIMIT);
    assert_string_equal(
        reading_faults(&s->reading, false),
        "1:1 limit `a.csv` has 10 bytes, more than can be read\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(takes_utf8_with_and_without_a_mark),
        TEST(takes_windows_1252_for_data),
        TEST(refuses_windows_1252_for_xml),
        TEST(refuses_bytes_of_no_encoding),
        TEST(refuses_a_nul_byte),
        TEST(refuses_utf16_by_name),
        TEST(refuses_a_renamed_workbook_by_name),
        TEST(digests_the_bytes_as_they_lie_on_disk),
        TEST(follows_links_that_stay_inside),
        TEST(refuses_a_folder_that_is_a_link_out),
        TEST(refuses_a_neighbour_with_the_same_beginning),
        TEST(refuses_a_file_larger_than_the_arena),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
