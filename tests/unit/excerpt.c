#include "core/finding/excerpt.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

static struct source csv = {
    .name = "budget.csv",
    .kind = SOURCE_CSV,
    .text = STR_INIT("Label,Budget,Actual,Over\nKS2,\"384,740\",1,2\n"
                     "\"two\nlines\",3\n"),
};

static void expect_cells(struct place at, const char *wanted)
{
    struct excerpt_cursor cursor = {.line = {.source = NULL}};
    struct excerpt e;
    char got[256] = "";
    size_t n = 0;

    excerpt_make(&cursor, at, &e);
    assert_int_equal(e.row, e.ncells > 0 ? at.line : 0);
    for (size_t i = 0; i < e.ncells; i++)
        n += (size_t)snprintf(got + n, sizeof(got) - n, "%u=%.*s;",
                              e.cells[i].column, STR_ARG(e.cells[i].text));
    assert_string_equal(got, wanted);
}

static void shows_a_cell_between_its_neighbours(void **state)
{
    (void)state;
    expect_cells((struct place){&csv, 2, 1}, "1=KS2;2=384,740;");
    expect_cells((struct place){&csv, 2, 2}, "1=KS2;2=384,740;3=1;");
    expect_cells((struct place){&csv, 2, 4}, "1=KS2;3=1;4=2;");
    expect_cells((struct place){&csv, 3, 2}, "1=\"two;2=3;");
}

static void shows_a_cell_that_is_missing_as_empty(void **state)
{
    (void)state;
    expect_cells((struct place){&csv, 3, 3}, "1=\"two;2=3;3=;");
    expect_cells((struct place){&csv, 3, 0}, "");
}

static void expect_line(const char *text, uint32_t column, const char *wanted)
{
    const struct source s = {.name = "report.xml", .text = str_of(text)};
    struct excerpt_cursor cursor = {.line = {.source = NULL}};
    struct excerpt e;
    char got[1024];

    excerpt_make(&cursor, (struct place){&s, 1, column}, &e);
    assert_int_equal(e.ncells, 0);
    (void)snprintf(got, sizeof(got), "%s%.*s[%.*s]%.*s%s",
                   e.cut_before ? "..." : "", STR_ARG(e.before),
                   STR_ARG(e.mark), STR_ARG(e.after), e.cut_after ? "..." : "");
    assert_string_equal(got, wanted);
}

static void shows_a_line_with_what_is_meant(void **state)
{
    (void)state;
    expect_line("<p>R&D</p>\nNext", 5, "<p>R[&D]</p>");
    expect_line("<p>R&D</p>", 1, "[<p]>R&D</p>");
    expect_line("Words", 6, "Words[]");
    expect_line("Words", 0, "[]");
}

static void cuts_a_long_line_around_it_between_characters(void **state)
{
    char text[1024] = "";
    struct excerpt_cursor cursor = {.line = {.source = NULL}};
    struct source s = {.name = "report.xml"};
    struct excerpt e;

    (void)state;
    for (size_t i = 0; i < 100; i++)
        strcat(text, "\xC3\xA9\xC3\xA9");
    s.text = str_of(text);
    excerpt_make(&cursor, (struct place){&s, 1, 2}, &e);
    assert_int_equal(e.before.len, 2);
    assert_true(e.cut_after);
    assert_true(e.mark.len % 2 == 0 && e.mark.len <= 2 * EXCERPT_AROUND);
    s.text = STR_LIT("one two three four five six seven eight nine ten eleven "
                     "twelve thirteen fourteen fifteen sixteen seventeen "
                     "eighteen HERE one two three four five six seven eight "
                     "nine ten eleven twelve thirteen fourteen fifteen sixteen "
                     "seventeen eighteen");
    excerpt_make(&cursor, (struct place){&s, 1, 1}, &e);
    assert_false(e.cut_before);
    cursor = (struct excerpt_cursor){.line = {.source = NULL}};
    excerpt_make(
        &cursor,
        (struct place){&s, 1,
                       (uint32_t)(strstr(s.text.ptr, "HERE") - s.text.ptr) + 1},
        &e);
    assert_true(e.cut_before && e.cut_after);
    assert_true(str_is(e.mark, "HERE"));
    assert_true(e.before.len <= EXCERPT_AROUND &&
                e.after.len <= EXCERPT_AROUND);
    assert_true(str_starts(e.before, STR_LIT("six ")) ||
                e.before.ptr[-1] == ' ');
    assert_true(e.after.ptr[e.after.len] == ' ');
}

static void shows_nothing_where_there_is_no_text(void **state)
{
    const struct source sheet = {
        .name = "a.xlsx", .kind = SOURCE_SHEET, .sheet = "One"};
    struct excerpt_cursor cursor = {.line = {.source = NULL}};
    struct excerpt e;

    (void)state;
    excerpt_make(&cursor, (struct place){&sheet, 1, 2}, &e);
    assert_int_equal(e.ncells, 0);
    assert_int_equal(e.mark.len, 0);
    excerpt_make(&cursor, NOWHERE, &e);
    assert_int_equal(e.ncells, 0);
}

static void names_the_columns_around_one(void **state)
{
    uint32_t columns[EXCERPT_CELLS];

    (void)state;
    assert_int_equal(excerpt_columns(0, columns), 0);
    assert_int_equal(excerpt_columns(1, columns), 2);
    assert_int_equal(excerpt_columns(2, columns), 3);
    assert_int_equal(excerpt_columns(9, columns), 4);
    assert_int_equal(columns[0], 1);
    assert_int_equal(columns[1], 8);
    assert_int_equal(columns[3], 10);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(shows_a_cell_between_its_neighbours),
        cmocka_unit_test(shows_a_cell_that_is_missing_as_empty),
        cmocka_unit_test(shows_a_line_with_what_is_meant),
        cmocka_unit_test(cuts_a_long_line_around_it_between_characters),
        cmocka_unit_test(shows_nothing_where_there_is_no_text),
        cmocka_unit_test(names_the_columns_around_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
