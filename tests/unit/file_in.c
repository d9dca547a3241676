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
    reading_free(&s->reading);
    reading_init(&s->reading);
}

static void takes_utf8_with_and_without_a_mark(void **state)
{
    expect_text(state, SOURCE_TEXT, STR_LIT(""), "");
    expect_text(state, SOURCE_TEXT, STR_LIT("£1"), "£1");
    expect_text(state, SOURCE_CSV, STR_LIT("\xEF\xBB\xBF£1"), "£1");
    expect_charset(state, "utf-8");
}

static void says_what_it_took_the_text_for(void **state)
{
    struct state *s = *state;

    write_bytes(state, "a.csv",
                STR_LIT("\xA3"
                        "1 \x96 \x80"
                        "2 caf\xE9"));
    assert_int_equal(read_file(state, "a.csv", SOURCE_CSV), ST_OK);
    assert_true(str_is(s->source->text, "£1 – €2 café"));
    expect_charset(state, "windows-1252");
    assert_string_equal(reading_faults(&s->reading, true),
                        "a.csv:0:0 assumed read as Windows-1252: it is not "
                        "UTF-8\n");
}

static void says_that_it_could_be_another(void **state)
{
    struct state *s = *state;

    write_bytes(state, "a.csv",
                STR_LIT("x\ncost\x96"
                        "benefit\n"));
    assert_int_equal(read_file(state, "a.csv", SOURCE_CSV), ST_OK);
    assert_string_equal(
        reading_faults(&s->reading, true),
        "a.csv:0:0 encoding-doubt `a.csv` could be Windows-1252 or DOS code "
        "page 850: line 2 has `cost–benefit` or `costûbenefit`; it was read "
        "as the first | save it again as UTF-8, or say which it is: "
        "encoding=\"windows-1252\" or encoding=\"ibm850\"\n");
}

static void takes_wide_text(void **state)
{
    expect_text(state, SOURCE_TEXT,
                STR_LIT("\xFF\xFE"
                        "\xA3\0"
                        "1\0"),
                "£1");
    expect_charset(state, "utf-16le");
    expect_text(state, SOURCE_CSV, STR_LIT("\xFE\xFF\0a\0b"), "ab");
    expect_text(state, SOURCE_CSV, STR_LIT("\0\0\xFE\xFF\0\0\0a"), "a");
    expect_charset(state, "utf-32be");
}

static void passes_over_marks_at_the_beginning(void **state)
{
    expect_text(state, SOURCE_CSV, STR_LIT("\xEF\xBB\xBF\xEF\xBB\xBF£1"), "£1");
    expect_text(state, SOURCE_CSV, STR_LIT("\xEF\xBB\xBFï»¿£1"), "£1");
    expect_text(state, SOURCE_CSV, STR_LIT("ï»¿£1"), "£1");
}

static void refuses_half_a_character(void **state)
{
    expect_fault(state, SOURCE_CSV, STR_LIT("\xFE\xFF\0a\0\n\0b\xDE\x00"),
                 "a.csv:2:2 bad-encoding `a.csv` is not utf-16be text "
                 "throughout: here is half a character | save it again as CSV "
                 "UTF-8\n");
    expect_fault(state, SOURCE_CSV, STR_LIT("\xFE\xFF\0a\0\0\0b"),
                 "a.csv:1:2 bad-encoding `a.csv` is not utf-16be text "
                 "throughout: here is a NUL character | save it again as CSV "
                 "UTF-8\n");
}

static void refuses_undeclared_sets_in_xml(void **state)
{
    expect_fault(state, SOURCE_TEXT, STR_LIT("<p>\nab\xA3</p>"),
                 "a.csv:2:3 bad-encoding `a.csv` is not UTF-8 text (byte 7 of "
                 "the file is 0xA3) | save it again as UTF-8\n");
}

static void believes_the_declaration_of_xml(void **state)
{
    expect_text(state, SOURCE_TEXT,
                STR_LIT("<?xml version='1.0' encoding='ISO-8859-1'?><p>\xA3"
                        "1</p>"),
                "<?xml version='1.0' encoding='ISO-8859-1'?><p>£1</p>");
    expect_fault(state, SOURCE_TEXT,
                 STR_LIT("<?xml version=\"1.0\" encoding=\"koi8-r\"?><p>"
                         "\xA3</p>"),
                 "a.csv:1:1 bad-value `koi8-r` is no character set that can be "
                 "read | known here: utf-8, utf-16, utf-16le, utf-16be, "
                 "utf-32, utf-32le, utf-32be, windows-1252, iso-8859-1, "
                 "iso-8859-14, iso-8859-15, ibm437, and others\n");
}

static void doubts_a_declaration_that_the_bytes_deny(void **state)
{
    struct state *s = *state;

    write_bytes(state, "a.xml",
                STR_LIT("<?xml version='1.0' encoding='cp850'?><p>£</p>"));
    assert_int_equal(read_file(state, "a.xml", SOURCE_TEXT), ST_OK);
    expect_charset(state, "utf-8");
    assert_string_equal(reading_faults(&s->reading, true),
                        "a.xml:1:1 encoding-doubt `a.xml` is said to be cp850 "
                        "and is UTF-8: it was read as UTF-8 | leave "
                        "`encoding` out, or say utf-8\n");
}

static void refuses_two_sets_in_one_file(void **state)
{
    expect_fault(state, SOURCE_CSV, STR_LIT("Caf\xC3\xA9\nCaf\xE9\n"),
                 "a.csv:2:4 bad-encoding `a.csv` is in two character sets: "
                 "here it is not UTF-8 (byte 10 of the file is 0xE9), but at "
                 "1:4 it is (é) | correct the one or the other; it was perhaps "
                 "put together from two files\n");
    expect_fault(state, SOURCE_CSV, STR_LIT("\xA3,£\n"),
                 "a.csv:1:1 bad-encoding `a.csv` is in two character sets: "
                 "here it is not UTF-8 (byte 1 of the file is 0xA3), but at "
                 "1:3 it is (£) | correct the one or the other; it was perhaps "
                 "put together from two files\n");
}

static void refuses_bytes_of_no_encoding(void **state)
{
    expect_fault(state, SOURCE_CSV,
                 STR_LIT("1\x81"
                         "2\x8D"
                         "3\x90"),
                 "a.csv:1:2 bad-encoding `a.csv` is text in no character set "
                 "that makes sense (byte 2 of the file is 0x81) | save it "
                 "again as CSV UTF-8\n");
}

static void refuses_a_nul_byte(void **state)
{
    expect_fault(state, SOURCE_CSV, STR_LIT("a\0b"),
                 "a.csv:1:2 bad-encoding `a.csv` is not a text: it holds a NUL "
                 "byte (byte 2 of the file is 0x00) | save it again as CSV "
                 "UTF-8\n");
}

/* What comes of BYTES that are said to be NAME. */
static enum status read_as(void **state, const char *name, struct str bytes)
{
    struct state *s = *state;
    const struct source *named =
        reading_source(&s->reading, "report.xml", STR_LIT("x"));
    const struct encoding_given given = {
        str_of(name), {named, 3, 7}, {NULL, 0}};

    write_bytes(state, "a.csv", bytes);
    s->source = NULL;
    return file_in_encoded(&s->reading.arena, s->folder.path, "a.csv", true,
                           SOURCE_CSV, (struct place){named, 1, 1}, given,
                           &s->reading.findings, &s->source);
}

static void reads_what_it_is_told(void **state)
{
    struct state *s = *state;

    assert_int_equal(read_as(state, "cp850", STR_LIT("\x96,\x9C")), ST_OK);
    assert_true(str_is(s->source->text, "û,£"));
    expect_charset(state, "ibm850");
    assert_int_equal(read_as(state, "UTF-16BE", STR_LIT("\0a")), ST_OK);
    assert_true(str_is(s->source->text, "a"));
    assert_int_equal(read_as(state, "utf-16", STR_LIT("a\0")), ST_OK);
    assert_true(str_is(s->source->text, "a"));
    assert_int_equal(read_as(state, "utf-8", STR_LIT("£")), ST_OK);
    assert_int_equal(read_as(state, "Latin-1", STR_LIT("plain")), ST_OK);
    assert_string_equal(reading_faults(&s->reading, true), "");
}

static void expect_denied(void **state, const char *name, struct str bytes,
                          const char *fault)
{
    struct state *s = *state;

    assert_int_equal(read_as(state, name, bytes), ST_DATA);
    assert_null(s->source);
    assert_string_equal(reading_faults(&s->reading, true), fault);
    reading_free(&s->reading);
    reading_init(&s->reading);
}

static void refuses_to_be_told_what_is_not_so(void **state)
{
    expect_denied(state, "cp850",
                  STR_LIT("\xFF\xFE"
                          "a\0"),
                  "report.xml:3:7 bad-encoding `a.csv` begins with the byte "
                  "order mark of utf-16le: it is not cp850 | leave `encoding` "
                  "out\n");
    expect_denied(state, "utf-16be",
                  STR_LIT("\xFF\xFE"
                          "a\0"),
                  "report.xml:3:7 bad-encoding `a.csv` begins with the byte "
                  "order mark of utf-16le: it is not utf-16be | leave "
                  "`encoding` out\n");
    expect_denied(state, "cp1252", STR_LIT("a\0"),
                  "report.xml:3:7 bad-encoding `a.csv` holds a NUL byte: it is "
                  "not cp1252 | leave `encoding` out\n");
    expect_denied(state, "utf-16", STR_LIT("abcd"),
                  "report.xml:3:7 bad-encoding `a.csv` has no byte order mark, "
                  "and its bytes do not tell which utf-16 it is | say utf-16le "
                  "or utf-16be\n");
    expect_denied(state, "utf-8", STR_LIT("\xA3"),
                  "a.csv:1:1 bad-encoding `a.csv` is not UTF-8 text (byte 1 of "
                  "the file is 0xA3) | save it again as CSV UTF-8\n");
    expect_denied(state, "windows-1252", STR_LIT("\xA3\x81"),
                  "a.csv:1:2 bad-encoding `a.csv` is not Windows-1252 text "
                  "(byte 2 of the file is 0x81) | save it again as CSV "
                  "UTF-8\n");
}

static void refuses_a_renamed_workbook_by_name(void **state)
{
    expect_fault(state, SOURCE_CSV, STR_LIT("PK\x03\x04...\0"),
                 "a.csv:1:1 not-csv `a.csv` is a workbook (.xlsx) or another "
                 "ZIP file, whatever its name says | open it and save the "
                 "sheet as CSV UTF-8, words as a Word file (.docx)\n");
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
        "1:1 limit `a.csv` has 10 bytes, more than can be read | "
        "--max-memory sets how many MiB a report may take\n");
}

int main(void)
{
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
    const struct CMUnitTest tests[] = {
        TEST(takes_utf8_with_and_without_a_mark),
        TEST(says_what_it_took_the_text_for),
        TEST(says_that_it_could_be_another),
        TEST(takes_wide_text),
        TEST(passes_over_marks_at_the_beginning),
        TEST(refuses_half_a_character),
        TEST(refuses_undeclared_sets_in_xml),
        TEST(believes_the_declaration_of_xml),
        TEST(doubts_a_declaration_that_the_bytes_deny),
        TEST(refuses_two_sets_in_one_file),
        TEST(refuses_bytes_of_no_encoding),
        TEST(refuses_a_nul_byte),
        TEST(reads_what_it_is_told),
        TEST(refuses_to_be_told_what_is_not_so),
        TEST(refuses_a_renamed_workbook_by_name),
        TEST(digests_the_bytes_as_they_lie_on_disk),
        TEST(follows_links_that_stay_inside),
        TEST(refuses_a_folder_that_is_a_link_out),
        TEST(refuses_a_neighbour_with_the_same_beginning),
        TEST(refuses_a_file_larger_than_the_arena),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
