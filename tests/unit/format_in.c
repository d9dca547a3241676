#include "input/format_in.h"
#include "input/xml_in.h"
#include "tests/support/reading.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static const struct str generators[] = {
    {"narrative", 9},  {"recommendations", 15}, {"table", 5},
    {"timetable", 9},  {"contacts", 8},         {"background-papers", 17},
    {"appendices", 10}};
static const struct generator_names known = {
    generators, sizeof(generators) / sizeof(generators[0])};

static void reads_the_templates_that_come_with_it(void **state)
{
    struct reading r;
    struct format f;

    (void)state;
    reading_init(&r);
    assert_int_equal(format_in(&r.arena, "templates", &known, &r.findings, &f),
                     ST_OK);
    assert_string_equal(reading_faults(&r, true), "");
    assert_non_null(format_template(&f, str_of("cabinet-2018")));
    assert_non_null(format_kind(&f, str_of("timetable")));
    assert_null(format_template(&f, str_of("kinds")));
    reading_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(reads_the_templates_that_come_with_it),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
