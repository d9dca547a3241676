#include "input/csv/csv_in.h"
#include "tests/support/csv_test.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void finds_columns_by_name(void **state)
{
    struct csv_test *s = *state;

    assert_string_equal(csv_test_table(state, "SHARE,net-cost,BUDGET LINE\n"
                                              "50%,1,A\n"),
                        "2: A|1|50%\n");
    assert_int_equal(s->table->columns[0].field, 3);
    assert_int_equal(s->table->columns[2].field, 1);
    assert_string_equal(s->table->columns[1].id, "amount");
}

static void does_without_columns_that_are_not_required(void **state)
{
    struct csv_test *s = *state;

    assert_string_equal(csv_test_table(state, "Budget line,Amount\nA,1\n"),
                        "2: A|1\n");
    assert_int_equal(s->table->ncolumns, 2);
}

static void passes_over_title_lines(void **state)
{
    struct csv_test *s = *state;

    s->options.heading_line = 3;
    assert_string_equal(csv_test_table(state,
                                       "Our; budget\n\nBudget line,Amount\n"
                                       "A,1\n"),
                        "4: A|1\n");
    assert_int_equal(s->table->columns[0].at.line, 3);
}

static void finds_headings_below_titles(void **state)
{
    struct csv_test *s = *state;

    csv_test_finds(state, "Our budget,\n\nBudget line,Amount\nA,1\n",
                   "budget.csv:3:1 assumed the headings are taken to be in "
                   "record 3; what stands above them is left out | "
                   "heading-line=\"3\" in the data element says so\n");
    assert_int_equal(s->status, ST_OK);
    assert_string_equal(csv_test_dump(s), "4: A|1\n");
}

static void refuses_a_heading_line_that_is_not_there(void **state)
{
    struct csv_test *s = *state;

    s->options.heading_line = 2;
    csv_test_finds(state, "Budget line,Amount\n\nA,1\n",
                   "report.xml:1:1 bad-value record 2 of `budget.csv` is blank "
                   "and holds no headings\n");
    s->options.heading_line = 9;
    csv_test_finds(state, "Budget line,Amount\nA,1\n",
                   "report.xml:1:1 missing `budget.csv` has no headings: it "
                   "ends after record 2\n");
}

static void refuses_an_empty_file(void **state)
{
    csv_test_finds(state, "", "report.xml:1:1 missing `budget.csv` is empty\n");
    csv_test_finds(state, "\n,,,\n",
                   "report.xml:1:1 missing `budget.csv` has no headings: it "
                   "ends after record 2\n");
}

static void refuses_a_table_of_another_kind(void **state)
{
    csv_test_finds(state, "Name,Telephone\nA,1\n",
                   "budget.csv:1:1 missing none of these headings is a column "
                   "of kind `budget-lines` | name the kind that this table is, "
                   "or the line of its headings (heading-line)\n");
    assert_null(((struct csv_test *)*state)->table);
}

static void names_a_column_that_is_missing(void **state)
{
    csv_test_finds(state, "Budget line,Share\nA,\n",
                   "budget.csv:1:1 missing column `Amount` is missing; it may "
                   "also be called `Budget`, `Net cost` | the headings are "
                   "`Budget line`, `Share`\n");
    assert_null(((struct csv_test *)*state)->table);
    csv_test_finds(state, "Budget line,Amuont\nA,1\n",
                   "budget.csv:1:2 missing column `Amount` is missing; it may "
                   "also be called `Budget`, `Net cost` | is `Amuont` meant to "
                   "be it? <column id=\"amount\" from=\"Amuont\"/> in the "
                   "data element says so\n");
}

static void leaves_out_what_no_column_is_called(void **state)
{
    csv_test_finds(
        state, "Budget line,Amount,Shard,Remarks,,\nA,1,,,x,\n",
        "budget.csv:1:3 doubtful `Shard` is no column of this kind "
        "of table, and left out | is it meant to be `Share`? <column "
        "id=\"share\" from=\"Shard\"/> in the data element says so\n"
        "budget.csv:1:3 left-out 2 columns that nobody asked for are "
        "left out: `Shard`, `Remarks`\n"
        "budget.csv:2:5 not-csv record 2 has 5 fields, its headings "
        "are 4 | a field that holds the separator must stand in "
        "quotation marks\n");
    csv_test_finds(state, "Budget line,,Amount\nA,,1\nB,x,2\nC,y,9\n",
                   "budget.csv:1:2 left-out 1 column that nobody asked for is "
                   "left out: column B without a heading\n");
}

static void prefers_the_heading_whose_alias_comes_first(void **state)
{
    static const char left_out[] =
        "1:%d doubtful `%s` is left out: it is another name of `Amount`, and "
        "another heading is taken for that | columns=\"...\" in the data "
        "element names what is wanted; <column id=\"amount\" from=\"%s\"/> "
        "there takes it instead\n";
    static const struct {
        const char *text;
        const char *left_out;
        int field;
    } cases[] = {
        {"Budget line,Amount,Budget\nA,1,2\n", "Budget", 3},
        {"Budget line,Budget,Amount\nA,2,1\n", "Budget", 2},
        {"Budget line,Net cost,Budget\nA,2,1\n", "Net cost", 2},
        {"Budget line,Net cost,Amount,Budget\nA,2,1,3\n", NULL, 0},
    };
    struct csv_test *s = *state;

    for (size_t i = 0; i < COUNT(cases); i++) {
        char want[512];

        csv_test_read_anew(s, cases[i].text);
        assert_string_equal(csv_test_dump(s), "2: A|1\n");
        if (cases[i].left_out == NULL)
            continue;
        (void)snprintf(want, sizeof(want), left_out, cases[i].field,
                       cases[i].left_out, cases[i].left_out);
        assert_string_equal(reading_faults(&s->reading, false), want);
    }
}

static void refuses_two_headings_of_one_column(void **state)
{
    csv_test_finds(state, "Budget line,Amount,amount\nA,1,2\n",
                   "budget.csv:1:3 duplicate-id heading `amount` is that of an "
                   "earlier column, too | the other is `Amount` in cell B1\n");
}

static void maps_and_chooses_columns(void **state)
{
    static const struct str wanted[] = {{"says", 4}, {"line", 4}, {"year", 4}};
    struct column_map maps[] = {
        {.id = "line", .from = {"Where", 5}},
        {.id = "says", .from = {"Who?", 4}},
    };
    struct csv_test *s = *state;

    s->options.kind = &csv_test_profile;
    s->options.maps = maps;
    s->options.nmaps = 2;
    csv_test_read_anew(s, "Line,Where,2012/13,Who?,Total\nx,A,1,B,1\n");
    assert_string_equal(csv_test_dump(s), "2: 1|A|1|B\n");
    s->options.wanted = wanted;
    s->options.nwanted = 3;
    csv_test_read_anew(s, "Line,Where,2012/13,Who?,Total\nx,A,1,B,1\n");
    assert_string_equal(csv_test_dump(s), "2: B|A|1\n");
    assert_string_equal(s->table->columns[0].id, "says");
    maps[1].used = false;
    csv_test_read_anew(s, "Line,Where,2012/13,Total\nx,A,1,1\n");
    assert_non_null(strstr(reading_faults(&s->reading, false),
                           "the data has no heading `Who?`"));
    assert_non_null(strstr(reading_faults(&s->reading, false),
                           "the data has no column `says`"));
}

static void reads_units_from_headings(void **state)
{
    struct csv_test *s = *state;

    csv_test_read_anew(s, "Budget line,Amount (\xC2\xA3"
                          "000)\nA,\"1,200\"\n");
    assert_int_equal(s->table->cells[1].value.pence, 120000000);
    assert_int_equal(s->table->columns[1].zeros, 3);
    assert_true(str_is(s->table->columns[1].heading, "Amount"));
    s->options.unit = (struct unit){true, 6};
    csv_test_read_anew(s, "Budget line,Amount\nA,1.2\n");
    assert_int_equal(s->table->cells[1].value.pence, 120000000);
    csv_test_read_anew(s, "Budget line,Amount \xC2\xA3"
                          "000\nA,1.2\n");
    assert_non_null(strstr(reading_faults(&s->reading, false),
                           "names another unit than the data element"));
    s->options.unit = (struct unit){false, 0};
    csv_test_read_anew(s, "In \xC2\xA3"
                          "000,\nBudget line,Amount\nA,5\n");
    assert_int_equal(s->table->cells[1].value.pence, 500000);
    assert_non_null(strstr(reading_faults(&s->reading, false),
                           "is taken for the unit of the amounts"));
}

static void joins_a_second_row_of_headings(void **state)
{
    struct csv_test *s = *state;

    csv_test_read_anew(s, "Budget line,Amount\n,\xC2\xA3"
                          "000\nA,5\n");
    assert_string_equal(csv_test_dump(s), "3: A|5\n");
    assert_int_equal(s->table->cells[1].value.pence, 500000);
    s->options.kind = &csv_test_profile;
    csv_test_read_anew(s, "Line,Budget,,Total\n,2012/13,2013/14,\nA,1,2,3\n");
    assert_string_equal(csv_test_dump(s), "3: 3|A|1|2\n");
    assert_int_equal(s->table->columns[3].year, 2013);
    /* A row of data whose only words are years is one. */
    csv_test_read_anew(s, "Line,2012/13\n2012/13,\n");
    assert_string_equal(csv_test_dump(s), "2: 2012/13|\n");
}

static void reads_every_financial_year(void **state)
{
    struct csv_test *s = *state;

    s->options.kind = &csv_test_profile;
    s->options.wants_all = true;
    assert_string_equal(csv_test_table(state,
                                       "Line,2012/13,2013-14,2014/15,Total,"
                                       "Who says so?\nA,1,2,3,6,Finance\n"),
                        "2: 6|A|1|2|3|Finance\n");
    assert_int_equal(s->table->columns[0].year, 0);
    assert_int_equal(s->table->columns[2].year, 2012);
    assert_int_equal(s->table->columns[4].year, 2014);
    assert_string_equal(s->table->columns[3].id, "year");
    assert_string_equal(s->table->columns[5].id, "who-says-so");
    assert_null(s->table->columns[5].kind);
}

static void refuses_years_that_are_no_sequence(void **state)
{
    struct csv_test *s = *state;

    s->options.kind = &csv_test_profile;
    csv_test_finds(state, "Line,2012/13,2014/15\nA,1,2\n",
                   "budget.csv:1:3 bad-year financial year `2014/15` does not "
                   "follow 2012/13 | put a column for each year, in the "
                   "order of the years\n");
    csv_test_finds(state, "Line,2012/13,2012/13\nA,1,2\n",
                   "budget.csv:1:3 bad-year financial year `2012/13` does not "
                   "follow 2012/13 | put a column for each year, in the "
                   "order of the years\n");
    csv_test_finds(state, "Line,2012/13,2013/15\nA,1,2\n",
                   "budget.csv:1:3 bad-year `2013/15` is not a financial "
                   "year\n");
    csv_test_finds(state, "Line,Total\nA,1\n",
                   "budget.csv:1:1 missing column `Year` is missing | it is a "
                   "column for each year, headed 2026/27, or with its unit "
                   "2026/27 £m; the headings are `Line`, `Total`\n");
}

static void gives_extra_columns_ids_of_their_own(void **state)
{
    struct csv_test *s = *state;

    s->options.kind = &csv_test_profile;
    s->options.wants_all = true;
    csv_test_table(state, "Line,2012/13,Share,Share %,(?)\nA,1,2,3,4\n");
    assert_string_equal(s->table->columns[2].id, "share");
    assert_string_equal(s->table->columns[3].id, "share-4");
    assert_string_equal(s->table->columns[4].id, "-5");
}

static void takes_a_short_row_of_headings(void **state)
{
    csv_test_finds(state, "Budget line,Amount\nA,1,x\nB,5,y\n",
                   "budget.csv:2:3 doubtful the rows have more fields than "
                   "there are headings: what has no heading is left out | give "
                   "each column a heading\n");
    assert_string_equal(csv_test_dump(*state), "2: A|1\n3: B|5\n");
    /* One row is none: its text may hold the separator. */
    csv_test_finds(state, "Budget line,Amount\nA,1,x\n",
                   "budget.csv:2:3 not-csv record 2 has 3 fields, its headings "
                   "are 2 | a field that holds the separator must stand in "
                   "quotation marks\n");
}

static void leaves_out_headings_that_stand_again(void **state)
{
    csv_test_finds(state, "Budget line,Amount\nA,1\nBudget line,Amount\nB,5\n",
                   "budget.csv:3:1 left-out the headings stand here again, and "
                   "are left out\n");
    assert_string_equal(csv_test_dump(*state), "2: A|1\n4: B|5\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, csv_test_open, csv_test_close)
        TEST(finds_columns_by_name),
        TEST(does_without_columns_that_are_not_required),
        TEST(passes_over_title_lines),
        TEST(finds_headings_below_titles),
        TEST(refuses_a_heading_line_that_is_not_there),
        TEST(refuses_an_empty_file),
        TEST(refuses_a_table_of_another_kind),
        TEST(names_a_column_that_is_missing),
        TEST(leaves_out_what_no_column_is_called),
        TEST(prefers_the_heading_whose_alias_comes_first),
        TEST(refuses_two_headings_of_one_column),
        TEST(maps_and_chooses_columns),
        TEST(reads_units_from_headings),
        TEST(joins_a_second_row_of_headings),
        TEST(reads_every_financial_year),
        TEST(refuses_years_that_are_no_sequence),
        TEST(gives_extra_columns_ids_of_their_own),
        TEST(takes_a_short_row_of_headings),
        TEST(leaves_out_headings_that_stand_again),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
