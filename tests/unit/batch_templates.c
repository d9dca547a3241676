/*
 * What becomes of the reports of a run whose templates change, are broken or
 * not there.
 */
#include "tests/support/run.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void a_broken_neighbour_harms_nobody(void **state)
{
    struct test_run *r = *state;

    test_run_report(r, "a", "Words.");
    test_run_command(r, "mkdir", "templates/half");
    test_run_template(r, "half/template.xml", "<template format=\"1\" ti");
    test_run_template(r, "kinds/half.xml", "<kind><kind>");
    test_run_template(r, "kinds/~$years.xml", "lock");
    test_run_template(r, "house/half.xml", "junk");
    test_run_template(r, "wording/zz.xml", "");
    assert_int_equal(test_run_all(r), ST_OK);
    assert_string_equal(r->heard.ptr, "opened: plain en-GB small\na: ok\n");
    assert_int_equal(test_run_all(r), ST_OK);
    assert_int_equal(r->result.unchanged, 1);
}

/* In the order of the reports, by whichever worker they are found. */
static void what_is_wrong_with_a_template_is_said_once(void **state)
{
    struct test_run *r = *state;

    test_run_report(r, "a", "Words.");
    test_run_report(r, "b", "Words.");
    test_run_report(r, "c", "Words.");
    test_run_template(r, "small/template.xml",
                      "<template format=\"1\" title=\"S\" house=\"plain\" "
                      "lang=\"en-GB\">\n<header><field id=\"title\" "
                      "role=\"title\"/></header>\n<sektion/></template>");
    assert_int_equal(test_run_all(r), ST_DATA);
    assert_int_equal(r->result.failed, 3);
    assert_non_null(strstr(r->heard.ptr, "findings: <3>small/template.xml:3:1: "
                                         "error: <sektion> cannot"));
    assert_null(
        strstr(strstr(r->heard.ptr, "<sektion>") + 1, "error: <sektion>"));
    assert_non_null(strstr(r->heard.ptr, "\na: data\n"));
    assert_non_null(strstr(r->heard.ptr, "in/b: not built: its template"));
    assert_non_null(strstr(r->heard.ptr, "in/c: not built: its template"));
}

static void a_change_of_a_template_rebuilds_what_uses_it(void **state)
{
    struct test_run *r = *state;

    test_run_report(r, "a", "Words.");
    test_run_report_of(r, "b", "no-attachments", "Words.");
    assert_int_equal(test_run_all(r), ST_OK);
    test_run_template(
        r, "no-attachments/template.xml",
        "<template format=\"1\" title=\"Other\" extends=\"small\"/>");
    assert_int_equal(test_run_all(r), ST_OK);
    assert_non_null(strstr(r->heard.ptr, "a: ok, unchanged\nb: ok\n"));
    test_run_command(r, "touch", "templates/kinds/new.xml");
    assert_int_equal(test_run_all(r), ST_OK);
    assert_int_equal(r->result.unchanged, 2);
    test_run_template(r, "house/plain.xml",
                      "<house format=\"1\" council=\"Another\"/>");
    assert_int_equal(test_run_all(r), ST_OK);
    assert_int_equal(r->result.unchanged, 0);
}

static void a_template_that_is_broken_costs_its_reports(void **state)
{
    struct test_run *r = *state;

    test_run_report(r, "a", "Words.");
    test_run_report_of(r, "b", "no-attachments", "Words.");
    test_run_template(r, "no-attachments/template.xml", "<templ");
    assert_int_equal(test_run_all(r), ST_DATA);
    assert_true(r->result.whole);
    assert_int_equal(r->result.failed, 1);
    assert_non_null(strstr(r->heard.ptr, "\na: ok\nfindings: <3>"));
    assert_true(test_run_has(r, "out/a.pdf"));
    assert_false(test_run_has(r, "out/b.pdf"));
}

static void without_templates_nothing_begins(void **state)
{
    struct test_run *r = *state;

    test_run_report(r, "a", "Words.");
    test_run_command(r, "rm -r", "templates");
    assert_int_equal(test_run_all(r), ST_NOINPUT);
    assert_true(str_starts(str_of(r->heard.ptr), STR_LIT("findings: <3>")));
    assert_null(strstr(r->heard.ptr, "opened"));
    assert_false(r->result.whole || test_run_has(r, "out"));
}

int main(void)
{
#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, test_run_begin, test_run_end)
    const struct CMUnitTest tests[] = {
        TEST(a_broken_neighbour_harms_nobody),
        TEST(what_is_wrong_with_a_template_is_said_once),
        TEST(a_change_of_a_template_rebuilds_what_uses_it),
        TEST(a_template_that_is_broken_costs_its_reports),
        TEST(without_templates_nothing_begins),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
