/*
 * A run without a command line: what it builds, and what it says.
 */
#include "batch/out_folder.h"
#include "tests/support/run.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <fcntl.h>
#include <stdio.h>
#include <string.h>
#include <sys/file.h>
#include <unistd.h>

static void tells_each_report_in_order_and_puts_its_files(void **state)
{
    struct test_run *r = *state;

    test_run_report(r, "a", "Words.");
    test_run_report(r, "b", "{{no}}");
    test_run_report(r, "c", "Words.");
    assert_int_equal(test_run_all(r), ST_DATA);
    assert_true(
        str_starts(str_of(r->heard.ptr),
                   STR_LIT("opened: plain en-GB small\na: ok\nb: data\n")));
    assert_true(str_ends(str_of(r->heard.ptr), STR_LIT("\nc: ok\n")));
    assert_true(r->result.whole);
    assert_int_equal(r->done, 3);
    assert_int_equal(r->result.done, 3);
    assert_int_equal(r->result.failed, 1);
    assert_int_equal(r->result.errors, 1);
    assert_int_equal(r->result.unchanged, 0);
    assert_true(test_run_has(r, "out/a.pdf") && test_run_has(r, "out/a.html"));
    assert_true(test_run_has(r, "out/c.json") &&
                test_run_has(r, "out/manifest.json"));
    assert_false(test_run_has(r, "out/b.pdf") || test_run_has(r, "out/b.json"));
}

static void each_line_of_a_finding_has_its_priority(void **state)
{
    struct test_run *r = *state;
    struct str said;
    size_t lines = 0;

    test_run_report(r, "b", "{{no}}");
    assert_int_equal(test_run_all(r), ST_DATA);
    said = str_of(r->heard.ptr);
    while (said.len > 0) {
        const struct str line = str_cut(&said, '\n');

        lines += str_starts(line, STR_LIT("<3>"));
    }
    assert_true(lines >= 3); /* the message, the line, the mark */
    assert_non_null(strstr(r->heard.ptr, "<3>report.xml:2:"));
}

/* The files of a report are those of the wanted formats, and its record. */
static void writes_each_format_that_is_wanted_alone(void **state)
{
    struct test_run *r = *state;

    test_run_report(r, "a", "Words.");
    for (size_t wanted = 0; wanted < writer_count; wanted++) {
        char name[64];

        for (size_t i = 0; i < writer_count; i++)
            r->settings.formats[i] = i == wanted;
        assert_int_equal(test_run_all(r), ST_OK);
        assert_int_equal(r->result.unchanged, 0);
        for (size_t i = 0; i < writer_count; i++) {
            (void)snprintf(name, sizeof(name), "out/a.%s",
                           writers[i].extension);
            assert_int_equal(test_run_has(r, name), i == wanted);
        }
        test_run_command(r, "rm -r", "out");
    }
}

static void without_a_folder_for_files_none_is_written(void **state)
{
    struct test_run *r = *state;

    r->settings.out = NULL;
    test_run_report(r, "a", "Words.");
    test_run_report(r, "b", "Words.");
    assert_int_equal(test_run_all(r), ST_OK);
    assert_string_equal(r->heard.ptr,
                        "opened: plain en-GB small\na: ok\nb: ok\n");
    assert_int_equal(r->result.pages, 2);
    assert_false(test_run_has(r, "out"));
}

static void a_stage_is_printed_instead(void **state)
{
    struct test_run *r = *state;

    r->settings.out = NULL;
    r->settings.dump = STAGE_DOC;
    test_run_report(r, "a", "Words to find.");
    assert_int_equal(test_run_all(r), ST_OK);
    assert_non_null(strstr(r->heard.ptr, "Words to find."));
}

static void what_has_not_changed_is_not_built_again(void **state)
{
    struct test_run *r = *state;

    test_run_report(r, "a", "Words.");
    test_run_report(r, "b", "Words.");
    assert_int_equal(test_run_all(r), ST_OK);
    test_run_report(r, "b", "Other words.");
    assert_int_equal(test_run_all(r), ST_OK);
    assert_string_equal(r->heard.ptr,
                        "opened: plain en-GB small\na: ok, unchanged\nb: ok\n");
    assert_int_equal(r->result.unchanged, 1);
    r->settings.force = true;
    assert_int_equal(test_run_all(r), ST_OK);
    assert_int_equal(r->result.unchanged, 0);
}

static void names_what_has_no_report_any_more(void **state)
{
    struct test_run *r = *state;

    test_run_report(r, "a", "Words.");
    test_run_report(r, "b", "Words.");
    assert_int_equal(test_run_all(r), ST_OK);
    assert_int_equal(r->result.norphans, 0);
    test_run_command(r, "rm -r", "in/a");
    assert_int_equal(test_run_all(r), ST_OK);
    assert_int_equal(r->result.norphans, 1);
    assert_string_equal(r->result.orphans[0].name, "a");
    assert_true(test_run_has(r, "out/a.pdf"));
}

static void a_path_that_is_not_there_costs_itself(void **state)
{
    struct test_run *r = *state;
    const char *paths[] = {"no/such/path", r->in};

    test_run_report(r, "a", "Words.");
    assert_int_equal(test_run_paths(r, paths, 2), ST_NOINPUT);
    assert_string_equal(r->heard.ptr,
                        "line 3: no/such/path: No such file or directory\n"
                        "opened: plain en-GB small\na: ok\n");
    assert_true(r->result.whole);
    assert_int_equal(r->result.failed, 0);
    assert_true(test_run_has(r, "out/a.pdf"));
}

static void without_a_report_nothing_begins(void **state)
{
    struct test_run *r = *state;

    test_run_report(r, "a", "Words.");
    assert_int_equal(test_run_paths(r, NULL, 0), ST_OK);
    assert_string_equal(r->heard.ptr, "");
    assert_false(r->result.whole);
}

static void two_with_one_name_cost_themselves_alone(void **state)
{
    struct test_run *r = *state;

    test_run_report(r, "a/x", "Words.");
    test_run_report(r, "b/x", "Words.");
    test_run_report(r, "c", "Words.");
    assert_int_equal(test_run_all(r), ST_DATA);
    assert_non_null(strstr(r->heard.ptr, "would write the same files"));
    assert_false(test_run_has(r, "out/x.pdf"));
    assert_true(test_run_has(r, "out/c.pdf"));
}

static void a_folder_that_another_run_has_is_left_alone(void **state)
{
    struct test_run *r = *state;
    char lock[FOLDER_PATH_SIZE];
    int fd;

    test_run_report(r, "a", "Words.");
    assert_int_equal(test_run_all(r), ST_OK);
    test_run_report(r, "a", "Other words.");
    test_folder_path(&r->folder, "out/" OUT_LOCK_NAME, lock);
    fd = open(lock, O_RDWR);
    assert_true(fd >= 0);
    assert_int_equal(flock(fd, LOCK_EX), 0);
    assert_int_equal(test_run_all(r), ST_BUSY);
    assert_non_null(strstr(r->heard.ptr, "--wait waits for its end"));
    assert_false(r->result.whole);
    assert_int_equal(close(fd), 0);
    assert_int_equal(test_run_all(r), ST_OK);
    assert_int_equal(r->result.unchanged, 0);
}

static void strict_makes_errors_of_warnings(void **state)
{
    struct test_run *r = *state;
    char text[400];

    /* A word that no line can hold. */
    memset(text, 'w', sizeof(text) - 1);
    text[sizeof(text) - 1] = '\0';
    test_run_report(r, "a", text);
    assert_int_equal(test_run_all(r), ST_OK);
    assert_int_equal(r->result.warnings, 1);
    r->settings.strict = true;
    assert_int_equal(test_run_all(r), ST_DATA);
    assert_int_equal(r->result.errors, 1);
}

int main(void)
{
#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, test_run_begin, test_run_end)
    const struct CMUnitTest tests[] = {
        TEST(tells_each_report_in_order_and_puts_its_files),
        TEST(each_line_of_a_finding_has_its_priority),
        TEST(writes_each_format_that_is_wanted_alone),
        TEST(without_a_folder_for_files_none_is_written),
        TEST(a_stage_is_printed_instead),
        TEST(what_has_not_changed_is_not_built_again),
        TEST(names_what_has_no_report_any_more),
        TEST(a_path_that_is_not_there_costs_itself),
        TEST(without_a_report_nothing_begins),
        TEST(two_with_one_name_cost_themselves_alone),
        TEST(a_folder_that_another_run_has_is_left_alone),
        TEST(strict_makes_errors_of_warnings),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
