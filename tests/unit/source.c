#include "core/finding/source.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

static struct source text_source(const char *text)
{
    return (struct source){
        .name = "report.xml", .kind = SOURCE_TEXT, .text = str_of(text)};
}

static struct source csv_source(const char *text)
{
    return (struct source){.name = "budget.csv",
                           .kind = SOURCE_CSV,
                           .delimiter = ',',
                           .text = str_of(text)};
}

static struct place place(const struct source *s, uint32_t line,
                          uint32_t column)
{
    return (struct place){s, line, column};
}

static void assert_found(const struct source *s, uint32_t line, uint32_t column,
                         const struct position *want, const char *text,
                         const char *mark)
{
    struct position found;

    source_locate(place(s, line, column), &found);
    assert_int_equal(found.line, want->line);
    assert_int_equal(found.column, want->column);
    assert_string_equal(found.cell, want->cell);
    assert_true(str_is(found.text, text));
    assert_true(str_is(found.mark, mark));
    if (found.mark.len > 0)
        assert_true(found.mark.ptr >= found.text.ptr &&
                    found.mark.ptr + found.mark.len <=
                        found.text.ptr + found.text.len);
}

#define AT(l, c) (&(struct position){.line = (l), .column = (c)})
#define CELL(l, c, n)                                                          \
    (&(struct position){.line = (l), .column = (c), .cell = n})

static void finds_lines_and_columns_of_text(void **state)
{
    const struct source s = text_source("<a>\r\n  <caf\xC3\xA9 x='1'>\rend\n");

    (void)state;
    assert_found(&s, 1, 1, AT(1, 1), "<a>", "<a");
    assert_found(&s, 2, 3, AT(2, 3), "  <caf\xC3\xA9 x='1'>", "<caf\xC3\xA9");
    assert_found(&s, 2, 9, AT(2, 9), "  <caf\xC3\xA9 x='1'>", "x");
    assert_found(&s, 2, 10, AT(2, 10), "  <caf\xC3\xA9 x='1'>", "=");
    assert_found(&s, 3, 1, AT(3, 1), "end", "end");
    assert_found(&s, 3, 0, AT(3, 0), "end", "");
}

static void stays_inside_the_text_when_a_place_does_not(void **state)
{
    const struct source s = text_source("one\ntwo");
    const struct source empty = text_source("");

    (void)state;
    assert_found(&s, 1, 99, AT(1, 4), "one", "");
    assert_found(&s, 99, 1, AT(2, 4), "two", "");
    assert_found(&s, 0, 0, AT(0, 0), "", "");
    assert_found(&empty, 5, 5, AT(1, 1), "", "");
    assert_found(NULL, 5, 5, AT(0, 0), "", "");
}

static void knows_nothing_about_the_command_line(void **state)
{
    const struct source s = {.name = "--set", .kind = SOURCE_OPTION};

    (void)state;
    assert_found(&s, 1, 1, AT(0, 0), "", "");
}

static void finds_fields_of_records(void **state)
{
    const struct source s = csv_source("Label, Amount\r\n"
                                       "\r\n"
                                       "A, 12 ,\xC2\xA3"
                                       "5\r\n"
                                       "\"x, y\",3\r\n");

    (void)state;
    assert_found(&s, 1, 1, CELL(1, 1, "A1"), "Label, Amount", "Label");
    assert_found(&s, 1, 2, CELL(1, 8, "B1"), "Label, Amount", "Amount");
    assert_found(&s, 2, 1, CELL(2, 1, "A2"), "", "");
    assert_found(&s, 3, 2, CELL(3, 4, "B3"),
                 "A, 12 ,\xC2\xA3"
                 "5",
                 "12");
    assert_found(&s, 3, 3, CELL(3, 8, "C3"),
                 "A, 12 ,\xC2\xA3"
                 "5",
                 "\xC2\xA3"
                 "5");
    assert_found(&s, 4, 1, CELL(4, 1, "A4"), "\"x, y\",3", "\"x, y\"");
    assert_found(&s, 4, 2, CELL(4, 8, "B4"), "\"x, y\",3", "3");
    assert_found(&s, 4, 0, AT(4, 0), "\"x, y\",3", "");
}

static void counts_a_quoted_newline_as_part_of_its_record(void **state)
{
    const struct source s =
        csv_source("a,\"one\ntwo \"\"q\"\"\r\nthree\",c\nd,e\n");

    (void)state;
    assert_found(&s, 1, 2, CELL(1, 3, "B1"), "a,\"one", "\"one");
    assert_found(&s, 1, 3, CELL(3, 8, "C1"), "three\",c", "c");
    assert_found(&s, 2, 2, CELL(4, 3, "B2"), "d,e", "e");
}

static void reads_other_delimiters(void **state)
{
    struct source s = csv_source("a;1,5;c\n");
    struct source t = csv_source("a\t\t c\n");

    (void)state;
    s.delimiter = ';';
    t.delimiter = '\t';
    assert_found(&s, 1, 2, CELL(1, 3, "B1"), "a;1,5;c", "1,5");
    assert_found(&t, 1, 2, CELL(1, 3, "B1"), "a\t\t c", "");
    assert_found(&t, 1, 3, CELL(1, 5, "C1"), "a\t\t c", "c");
}

static void leaves_a_quote_inside_a_field_alone(void **state)
{
    const struct source s = csv_source("5\" pipe,2\nnext,3\n");

    (void)state;
    assert_found(&s, 1, 2, CELL(1, 9, "B1"), "5\" pipe,2", "2");
    assert_found(&s, 2, 1, CELL(2, 1, "A2"), "next,3", "next");
}

static void points_to_the_end_of_a_record_that_is_too_short(void **state)
{
    const struct source s = csv_source("a,b\nc\n\"open,d\n");

    (void)state;
    assert_found(&s, 1, 9, CELL(1, 4, "I1"), "a,b", "");
    assert_found(&s, 2, 2, CELL(2, 2, "B2"), "c", "");
    assert_found(&s, 3, 2, CELL(4, 1, "B3"), "", "");
    assert_found(&s, 77, 1, CELL(4, 1, "A77"), "", "");
}

static void finds_the_same_with_a_cursor_in_any_order(void **state)
{
    const struct source csv = csv_source("a,\"b\nb\",c\n\nd,e,f\n,,\n1,2,3");
    const struct source text =
        text_source("one two\nthree\r\nfour\r\n\r\nfive");
    const struct source *sources[] = {&csv, &text};
    struct source_cursor cursor = {.source = NULL};
    uint64_t seed = 5;

    (void)state;
    for (int i = 0; i < 5000; i++) {
        struct position alone;
        struct position next;
        struct place at;

        seed = seed * UINT64_C(6364136223846793005) + 1;
        at = place(sources[seed >> 60 & 1], (uint32_t)(seed >> 40) % 8,
                   (uint32_t)(seed >> 50) % 6);
        source_locate(at, &alone);
        source_locate_next(&cursor, at, &next);
        assert_int_equal(alone.line, next.line);
        assert_int_equal(alone.column, next.column);
        assert_string_equal(alone.cell, next.cell);
        assert_ptr_equal(alone.text.ptr, next.text.ptr);
        assert_ptr_equal(alone.mark.ptr, next.mark.ptr);
        assert_int_equal(alone.mark.len, next.mark.len);
    }
}

/* Without the cursor this would read 20 MB a thousand times. */
static void finds_a_thousand_places_in_a_large_file_at_once(void **state)
{
    const size_t rows = 1000 * 1000;
    struct source s = csv_source("");
    struct source_cursor cursor = {.source = NULL};
    char *text = malloc(rows * 20);
    const clock_t start = clock();

    (void)state;
    assert_non_null(text);
    for (size_t i = 0; i < rows; i++)
        memcpy(text + i * 20, "label of it, 1234.5\n", 20);
    s.text = (struct str){text, rows * 20};
    for (uint32_t i = 1; i <= 1000; i++) {
        struct position p;

        source_locate_next(&cursor, place(&s, i * 1000, 2), &p);
        assert_int_equal(p.line, i * 1000);
        assert_int_equal(p.column, 14);
    }
    assert_true((clock() - start) / CLOCKS_PER_SEC < 10);
    free(text);
}

static void names_columns_as_a_spreadsheet_does(void **state)
{
    static const struct {
        uint32_t field;
        const char *letters;
    } cases[] = {{1, "A"},    {5, "E"},     {26, "Z"},
                 {27, "AA"},  {52, "AZ"},   {53, "BA"},
                 {702, "ZZ"}, {703, "AAA"}, {16384, "XFD"}};
    const struct source csv = csv_source("");
    const struct source text = text_source("");
    const struct source sheet = {
        .name = "budget.xlsx", .kind = SOURCE_SHEET, .sheet = "Revenue"};
    char letters[8];
    char cell[SOURCE_CELL_SIZE];

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct str s = str_of(cases[i].letters);

        source_column_letters(cases[i].field, letters);
        assert_string_equal(letters, cases[i].letters);
        assert_int_equal(source_column_number(&s), cases[i].field);
        assert_int_equal(s.len, 0);
    }
    source_column_letters(0, letters);
    assert_string_equal(letters, "");
    source_column_letters(UINT32_MAX, letters);
    assert_string_equal(letters, "MWLQKWU");
    place_cell_name((struct place){&csv, 14, 5}, cell);
    assert_string_equal(cell, "E14");
    place_cell_name((struct place){&sheet, 14, 5}, cell);
    assert_string_equal(cell, "E14");
    place_cell_name((struct place){&csv, UINT32_MAX, UINT32_MAX}, cell);
    assert_string_equal(cell, "MWLQKWU4294967295");
    place_cell_name((struct place){&text, 14, 5}, cell);
    assert_string_equal(cell, "14:5");
    place_cell_name((struct place){&text, UINT32_MAX, UINT32_MAX}, cell);
    assert_string_equal(cell, "4294967295:4294967295");
}

static void reads_the_column_of_a_cell(void **state)
{
    struct str s = STR_LIT("e14");

    (void)state;
    assert_int_equal(source_column_number(&s), 5);
    assert_true(str_is(s, "14"));
    assert_int_equal(source_column_number(&s), 0);
    assert_true(str_is(s, "14"));
    s = STR_LIT("ABCDEFG1");
    assert_int_equal(source_column_number(&s), 0);
    assert_true(str_is(s, "ABCDEFG1"));
    s = STR_LIT("");
    assert_int_equal(source_column_number(&s), 0);
}

static void assert_advanced(const struct source *s, struct place at,
                            const char *text, const char *to, uint32_t line,
                            uint32_t column)
{
    const struct str all = str_of(text);
    const struct place found =
        source_advance(at, all, str_find(all, str_of(to)));

    assert_ptr_equal(found.source, s);
    assert_int_equal(found.line, line);
    assert_int_equal(found.column, column);
}

static void follows_a_text_through_its_source(void **state)
{
    const struct source s =
        text_source("<p>There were\n   <strong>43</strong> R&amp;D &#xA3;5 "
                    "{{x}}</p>\r\n<p>caf\xC3\xA9\r\n{{y}}</p>");
    const struct place at = {&s, 1, 4};
    const struct place next = {&s, 3, 4};
    const char *folded = "There were 43 R&D \xC2\xA3"
                         "5 {{x}}";

    (void)state;
    assert_advanced(&s, at, folded, "There", 1, 4);
    assert_advanced(&s, at, folded, "were", 1, 10);
    assert_advanced(&s, at, folded, "43", 2, 12);
    assert_advanced(&s, at, folded, "R&D", 2, 24);
    assert_advanced(&s, at, folded, "D", 2, 30);
    assert_advanced(&s, at, folded, "{{x}}", 2, 40);
    assert_advanced(&s, next, "caf\xC3\xA9\n{{y}}", "{{y}}", 4, 1);
    assert_advanced(&s, next, "caf\xC3\xA9 {{y}}", "\xC3\xA9", 3, 7);
}

static void walks_as_it_advances(void **state)
{
    static const char *const texts[] = {
        "There were 43 R&D \302\2435 {{x}} caf\303\251 {{y}}",
        "There is something else",
        "  There  were",
        "",
    };
    const struct source s =
        text_source("<p>There were\n   <strong>43</strong> R&amp;D &#xA3;5 "
                    "{{x}}</p>\r\n<p>caf\xC3\xA9\r\n{{y}}</p>");
    const struct place at = {&s, 1, 4};

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
        const struct str text = str_of(texts[i]);
        struct source_walk walk = source_walk_begin(at, text);

        for (size_t n = 0; n <= text.len; n++) {
            const struct place here = source_walk_to(&walk, n);
            const struct place there = source_advance(at, text, n);

            assert_int_equal(here.line, there.line);
            assert_int_equal(here.column, there.column);
        }
    }
}

static void keeps_the_place_when_the_source_does_not_tell(void **state)
{
    const struct source s = text_source("<p>abc</p>");
    const struct source csv = csv_source("abc\n");

    (void)state;
    assert_advanced(&s, place(&s, 1, 4), "something else", "else", 1, 4);
    assert_advanced(&s, place(&s, 1, 0), "abc", "c", 1, 0);
    assert_advanced(&csv, place(&csv, 1, 1), "abc", "c", 1, 1);
    assert_advanced(NULL, NOWHERE, "abc", "c", 0, 0);
}

static void sorts_places_by_file_line_and_column(void **state)
{
    const struct source a = {.name = "a.csv", .path = "x/a.csv"};
    const struct source b = {.name = "b.csv", .path = "x/b.csv"};
    const struct source other = {.name = "a.csv", .path = "y/a.csv"};
    const struct place order[] = {
        NOWHERE,         place(&a, 0, 0), place(&a, 1, 2),     place(&a, 2, 1),
        place(&a, 2, 9), place(&a, 9, 1), place(&other, 1, 1), place(&b, 1, 1),
    };
    const size_t n = sizeof(order) / sizeof(*order);

    (void)state;
    for (size_t i = 0; i < n; i++) {
        for (size_t k = 0; k < n; k++) {
            const int c = place_compare(order[i], order[k]);

            assert_int_equal((c > 0) - (c < 0), (i > k) - (i < k));
        }
    }
}

/* The text has each accent in its letter, the source has not. */
static void follows_letters_whatever_their_accents(void **state)
{
    const struct source s = text_source("<p>Cafe\xCC\x81 e\xCC\x81\xCC\xA3 "
                                        "<b>e&#x301;</b> \xE1\x84\x80\xE1\x85"
                                        "\xA1 {{x}}</p>");
    const struct place at = {&s, 1, 4};
    const char *text = "Caf\xC3\xA9 \xE1\xBA\xB9\xCC\x81 \xC3\xA9 "
                       "\xEA\xB0\x80 {{x}}";

    (void)state;
    assert_advanced(&s, at, text, "Caf", 1, 4);
    assert_advanced(&s, at, text, "\xC3\xA9", 1, 7);
    assert_advanced(&s, at, text, "\xE1\xBA\xB9", 1, 10);
    assert_advanced(&s, at, text, "\xC3\xA9 \xEA", 1, 17);
    assert_advanced(&s, at, text, "\xEA\xB0\x80", 1, 30);
    assert_advanced(&s, at, text, "{{x}}", 1, 33);
}

static void assert_character(const char *text, uint32_t line, uint32_t column,
                             uint32_t c, uint32_t want_line,
                             uint32_t want_column)
{
    const struct source source = {.name = "a.xml", .text = str_of(text)};
    const struct place at = {&source, line, column};
    const struct place found = source_find_character(at, c, NULL, 0);

    assert_int_equal(found.line, want_line);
    assert_int_equal(found.column, want_column);
}

static void finds_a_character_behind_a_place(void **state)
{
    (void)state;
    assert_character("<p a='x'/>\n<p b='\xE4\xB8\xAD'/>", 2, 1, 0x4E2D, 2, 7);
    assert_character("<p>\xE4\xB8\xAD</p>\n<p>\xE4\xB8\xAD</p>", 2, 1, 0x4E2D,
                     2, 4);
    /* As a reference, in decimal or not. */
    assert_character("<p>ab&#x4e2D;</p>", 1, 1, 0x4E2D, 1, 6);
    assert_character("<p>ab&#20013;</p>", 1, 1, 0x4E2D, 1, 6);
    /* Before the place where it is not behind; at the place where nowhere. */
    assert_character("\xE4\xB8\xAD\n<p/>", 2, 1, 0x4E2D, 1, 1);
    assert_character("a\n&amp;&#;&#x;&#xZ;<p/>", 2, 2, 0x4E2D, 2, 2);
    assert_character("a\xFF", 1, 1, UINT32_MAX, 1, 1);
    assert_character("", 1, 1, 0x4E2D, 1, 1);
    assert_null(source_find_character(NOWHERE, 0x4E2D, NULL, 0).source);
}

static void finds_a_character_in_other_files(void **state)
{
    const struct source report = {.name = "a.xml",
                                  .text = STR_INIT("<p>{{x}}</p>")};
    const struct source table = {
        .name = "b.csv",
        .kind = SOURCE_CSV,
        .delimiter = ';',
        .text = STR_INIT("A;B\r\n\"c;\n\"\"\"; d\n\n1;2 \xE4\xB8\xAD")};
    const struct source sheet = {.name = "c.xlsx", .kind = SOURCE_SHEET};
    const struct source *const files[] = {&report, &sheet, &table};
    const struct place at = {&report, 1, 4};
    const struct place cell = {&table, 1, 1};
    struct place found;

    (void)state;
    found = source_find_character(at, 0x4E2D, files, 3);
    assert_ptr_equal(found.source, &table);
    assert_int_equal(found.line, 4);
    assert_int_equal(found.column, 2);
    found = source_find_character(at, 'd', files, 3);
    assert_int_equal(found.line, 2);
    assert_int_equal(found.column, 2);
    found = source_find_character(at, 'p', files, 3);
    assert_ptr_equal(found.source, &report);
    found = source_find_character(at, 'z', files, 3);
    assert_ptr_equal(found.source, &report);
    assert_int_equal(found.column, 4);
    /* A cell is a place already. */
    found = source_find_character(cell, 0x4E2D, files, 3);
    assert_int_equal(found.line, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_lines_and_columns_of_text),
        cmocka_unit_test(stays_inside_the_text_when_a_place_does_not),
        cmocka_unit_test(knows_nothing_about_the_command_line),
        cmocka_unit_test(finds_fields_of_records),
        cmocka_unit_test(counts_a_quoted_newline_as_part_of_its_record),
        cmocka_unit_test(reads_other_delimiters),
        cmocka_unit_test(leaves_a_quote_inside_a_field_alone),
        cmocka_unit_test(points_to_the_end_of_a_record_that_is_too_short),
        cmocka_unit_test(finds_the_same_with_a_cursor_in_any_order),
        cmocka_unit_test(finds_a_thousand_places_in_a_large_file_at_once),
        cmocka_unit_test(names_columns_as_a_spreadsheet_does),
        cmocka_unit_test(reads_the_column_of_a_cell),
        cmocka_unit_test(follows_a_text_through_its_source),
        cmocka_unit_test(follows_letters_whatever_their_accents),
        cmocka_unit_test(walks_as_it_advances),
        cmocka_unit_test(keeps_the_place_when_the_source_does_not_tell),
        cmocka_unit_test(sorts_places_by_file_line_and_column),
        cmocka_unit_test(finds_a_character_behind_a_place),
        cmocka_unit_test(finds_a_character_in_other_files),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
