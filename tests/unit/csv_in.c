#include "input/csv/csv_in.h"
#include "tests/support/reading.h"
#include "tests/support/wording.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct str amount_aliases[] = {{"Budget", 6}, {"Net cost", 8}};
static const struct str total_aliases[] = {{"Total", 5}, {"Grand total", 11}};
static const struct str group_aliases[] = {{"of which", 8}};

static const struct kind_column budget_columns[] = {
    {.id = "line",
     .title = {"Budget line", 11},
     .type = TYPE_TEXT,
     .role = COLUMN_KEY,
     .required = true,
     .filled = true},
    {.id = "amount",
     .title = {"Amount", 6},
     .type = TYPE_MONEY,
     .role = COLUMN_AMOUNT,
     .required = true,
     .filled = true,
     .aliases = amount_aliases,
     .naliases = 2},
    {.id = "share", .title = {"Share", 5}, .type = TYPE_PERCENT},
};
static const struct kind_row budget_lines[] = {
    {ROW_TOTAL, total_aliases, 2},
    {ROW_GROUP_TITLE, group_aliases, 1},
};
static const struct kind budget = {
    .id = "budget-lines",
    .columns = budget_columns,
    .ncolumns = COUNT(budget_columns),
    .rows = budget_lines,
    .nrows = COUNT(budget_lines),
};

/* Keys that are unique in their group. */
static const struct kind_column grouped_columns[] = {
    {.id = "group", .title = {"Group", 5}, .role = COLUMN_GROUP},
    {.id = "name", .title = {"Name", 4}, .role = COLUMN_KEY},
};
static const struct kind grouped = {
    .id = "grouped",
    .columns = grouped_columns,
    .ncolumns = COUNT(grouped_columns),
};

static const struct kind_column profile_columns[] = {
    {.id = "total",
     .title = {"Total", 5},
     .type = TYPE_MONEY,
     .role = COLUMN_TOTAL},
    {.id = "line",
     .title = {"Line", 4},
     .role = COLUMN_LABEL,
     .required = true},
    {.id = "year",
     .title = {"Year", 4},
     .type = TYPE_MONEY,
     .required = true,
     .repeats = true},
};
static const struct kind profile = {
    .id = "profile",
    .columns = profile_columns,
    .ncolumns = COUNT(profile_columns),
    .extra_columns = true,
};

struct state {
    struct reading reading;
    struct table_options options;
    struct source *source;
    const struct table *table;
    enum status status;
    struct buf dump;
};

static int set_up(void **state)
{
    struct state *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    reading_init(&s->reading);
    buf_init(&s->dump, 1024 * 1024);
    s->options = (struct table_options){
        .kind = &budget,
        .wording = test_wording(),
        .at = {reading_source(&s->reading, "report.xml", STR_LIT("<data/>")), 1,
               1},
    };
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct state *s = *state;

    buf_free(&s->dump);
    reading_free(&s->reading);
    free(s);
    return 0;
}

static void read_text(struct state *s, struct str text)
{
    s->source = reading_source(&s->reading, "budget.csv", text);
    s->source->kind = SOURCE_CSV;
    s->status = csv_in(&s->reading.arena, s->source, &s->options,
                       &s->reading.findings, &s->table);
}

/* "record: cell|cell", with the line's role where it is not plain. */
static const char *dump_table(struct state *s)
{
    const struct table *t = s->table;

    buf_clear(&s->dump);
    for (size_t row = 0; t != NULL && row < t->nrows; row++) {
        buf_printf(&s->dump, "%u:", t->records[row]);
        for (size_t c = 0; c < t->ncolumns; c++) {
            buf_char(&s->dump, c == 0 ? ' ' : '|');
            buf_str(&s->dump, cell_text(table_cell(t, row, c)));
        }
        if (t->row_roles[row] != ROW_ENTRY)
            buf_printf(&s->dump, " (%d)", t->row_roles[row]);
        buf_char(&s->dump, '\n');
    }
    buf_char(&s->dump, '\0');
    assert_int_equal(buf_status(&s->dump), ST_OK);
    return s->dump.ptr;
}

static const char *table_of(void **state, const char *text)
{
    struct state *s = *state;

    read_text(s, str_of(text));
    assert_string_equal(reading_faults(&s->reading, false), "");
    assert_int_equal(s->status, ST_OK);
    assert_non_null(s->table);
    return dump_table(s);
}

/* Of this text alone. */
static const char *faults_of(void **state, const char *text)
{
    struct state *s = *state;

    findings_init(&s->reading.findings, &s->reading.arena);
    read_text(s, str_of(text));
    return reading_faults(&s->reading, true);
}

static void assert_faults(void **state, const char *text, const char *faults)
{
    print_message("%s\n", text);
    assert_string_equal(faults_of(state, text), faults);
    assert_int_equal(((struct state *)*state)->status, ST_DATA);
}

static void reads_any_line_end_and_delimiter(void **state)
{
    static const struct {
        const char *text;
        char delimiter;
    } cases[] = {
        {"Budget line,Amount\nA,1\nB,2\n", ','},
        {"Budget line,Amount\r\nA,1\r\nB,2", ','},
        {"Budget line,Amount\rA,1\rB,2\r", ','},
        {"Budget line;Amount\nA;1\nB;2\n", ';'},
        {"Budget line\tAmount\r\nA\t1\r\nB\t2\r\n", '\t'},
        {"\"Budget, line\";Amount\nA;1\nB;2\n", ';'},
        {"\"Budget;;; line\",Amount\nA,1\nB,2\n", ','},
        {"Budget line , Amount,,\n A , \"1\" ,,\nB,2,,\n", ','},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        print_message("%s\n", cases[i].text);
        assert_string_equal(table_of(state, cases[i].text), "2: A|1\n"
                                                            "3: B|2\n");
        assert_int_equal(((struct state *)*state)->source->delimiter,
                         cases[i].delimiter);
    }
}

static void keeps_what_quotation_marks_hold(void **state)
{
    assert_string_equal(table_of(state,
                                 "Budget line,Amount\n"
                                 "\"A, the \"\"first\"\"\n\n of two\",1"
                                 "\n  \"B\" , \"2\"\n\"\"\"C\"\"\",\"3\""),
                        "2: A, the \"first\"\n\n of two|1\n"
                        "3: B|2\n"
                        "4: \"C\"|3\n");
}

static void leaves_plain_text_where_it_is(void **state)
{
    struct state *s = *state;
    const struct str text = STR_LIT("Budget line,Amount\n A ,\"1\"\n");
    const struct cell *cells;

    read_text(s, text);
    assert_int_equal(s->status, ST_OK);
    cells = s->table->cells;
    assert_ptr_equal(cells[0].ptr, s->source->text.ptr + 20);
    assert_ptr_equal(cells[1].ptr, s->source->text.ptr + 24);
}

static void counts_blank_records_and_passes_over_them(void **state)
{
    assert_string_equal(table_of(state, "\n ,,\n\nBudget line,Amount,\n\nA,1,\n"
                                        ",,\n  \t\nB,2,\n\n"),
                        "6: A|1\n"
                        "9: B|2\n");
    assert_int_equal(((struct state *)*state)->table->columns[0].at.line, 4);
}

static void finds_columns_by_name(void **state)
{
    struct state *s = *state;

    assert_string_equal(table_of(state, "SHARE,net-cost,BUDGET LINE\n"
                                        "50%,1,A\n"),
                        "2: A|1|50%\n");
    assert_int_equal(s->table->columns[0].field, 3);
    assert_int_equal(s->table->columns[2].field, 1);
    assert_string_equal(s->table->columns[1].id, "amount");
}

static void does_without_columns_that_are_not_required(void **state)
{
    struct state *s = *state;

    assert_string_equal(table_of(state, "Budget line,Amount\nA,1\n"),
                        "2: A|1\n");
    assert_int_equal(s->table->ncolumns, 2);
}

static void passes_over_title_lines(void **state)
{
    struct state *s = *state;

    s->options.heading_line = 3;
    assert_string_equal(table_of(state, "Our; budget\n\nBudget line,Amount\n"
                                        "A,1\n"),
                        "4: A|1\n");
    assert_int_equal(s->table->columns[0].at.line, 3);
}

static void says_where_the_headings_are(void **state)
{
    assert_faults(state, "Our budget,\n\nBudget line,Amount\nA,1\n",
                  "budget.csv:1:1 missing the first record does not hold the "
                  "headings, record 3 does | write heading-line=\"3\" in its "
                  "data element\n");
}

static void refuses_a_heading_line_that_is_not_there(void **state)
{
    struct state *s = *state;

    s->options.heading_line = 2;
    assert_faults(state, "Budget line,Amount\n\nA,1\n",
                  "report.xml:1:1 bad-value record 2 of `budget.csv` is blank "
                  "and holds no headings\n");
    s->options.heading_line = 9;
    assert_faults(state, "Budget line,Amount\nA,1\n",
                  "report.xml:1:1 missing `budget.csv` has no headings: it "
                  "ends after record 2\n");
}

static void refuses_an_empty_file(void **state)
{
    assert_faults(state, "", "report.xml:1:1 missing `budget.csv` is empty\n");
    assert_faults(state, "\n,,,\n",
                  "report.xml:1:1 missing `budget.csv` has no headings: it "
                  "ends after record 2\n");
}

static void refuses_a_table_of_another_kind(void **state)
{
    assert_faults(state, "Name,Telephone\nA,1\n",
                  "budget.csv:1:1 missing none of these headings is a column "
                  "of kind `budget-lines` | name the kind that this table is, "
                  "or the line of its headings (heading-line)\n");
    assert_null(((struct state *)*state)->table);
}

static void names_a_column_that_is_missing(void **state)
{
    assert_faults(state, "Budget line,Share\nA,\n",
                  "budget.csv:1:1 missing column `Amount` is missing; it may "
                  "also be called `Budget`, `Net cost` | the headings are "
                  "`Budget line`, `Share`\n");
    assert_null(((struct state *)*state)->table);
    assert_faults(state, "Budget line,Amuont\nA,1\n",
                  "budget.csv:1:2 missing column `Amount` is missing; it may "
                  "also be called `Budget`, `Net cost` | is `Amuont` meant to "
                  "be it?\n");
}

static void names_columns_that_are_not_known(void **state)
{
    assert_faults(state, "Budget line,Amount,Shard,Remarks\nA,1,,\n",
                  "budget.csv:1:3 unknown-name column `Shard` is not one of "
                  "this kind of table | did you mean `Share`?\n"
                  "budget.csv:1:4 unknown-name column `Remarks` is not one of "
                  "this kind of table | known here: Budget line, Amount, "
                  "Share\n");
    assert_non_null(((struct state *)*state)->table);
}

static void refuses_two_headings_of_one_column(void **state)
{
    assert_faults(state, "Budget line,Amount,budget\nA,1,2\n",
                  "budget.csv:1:3 duplicate-id heading `budget` is that of an "
                  "earlier column, too | the other is `Amount` in cell B1\n");
}

static void refuses_text_below_a_blank_heading(void **state)
{
    assert_faults(state, "Budget line,,Amount\nA,,1\nB,x,2\nC,y,3\n",
                  "budget.csv:3:2 missing this column has no heading\n");
}

static void reads_every_financial_year(void **state)
{
    struct state *s = *state;

    s->options.kind = &profile;
    assert_string_equal(table_of(state, "Line,2012/13,2013-14,2014/15,Total,"
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
    struct state *s = *state;

    s->options.kind = &profile;
    assert_faults(state, "Line,2012/13,2014/15\nA,1,2\n",
                  "budget.csv:1:3 bad-year financial year `2014/15` does not "
                  "follow 2012/13\n");
    assert_faults(state, "Line,2012/13,2012/13\nA,1,2\n",
                  "budget.csv:1:3 bad-year financial year `2012/13` does not "
                  "follow 2012/13\n");
    assert_faults(state, "Line,2012/13,2013/15\nA,1,2\n",
                  "budget.csv:1:3 bad-year `2013/15` is not a financial "
                  "year\n");
    assert_faults(state, "Line,Total\nA,1\n",
                  "budget.csv:1:1 missing column `Year` is missing | the "
                  "headings are `Line`, `Total`\n");
}

static void gives_extra_columns_ids_of_their_own(void **state)
{
    struct state *s = *state;

    s->options.kind = &profile;
    table_of(state, "Line,2012/13,Share,Share %,(?)\nA,1,2,3,4\n");
    assert_string_equal(s->table->columns[2].id, "share");
    assert_string_equal(s->table->columns[3].id, "share-4");
    assert_string_equal(s->table->columns[4].id, "-5");
}

static void says_what_each_row_is(void **state)
{
    assert_string_equal(table_of(state, "Budget line,Amount\nA,1\nof which,\n"
                                        "GRAND TOTAL,1\nTotals,2\n"),
                        "2: A|1\n"
                        "3: of which| (7)\n"
                        "4: GRAND TOTAL|1 (3)\n"
                        "5: Totals|2\n");
}

static void refuses_blanks_where_a_cell_must_be_filled(void **state)
{
    assert_faults(state, "Budget line,Amount,Share\nA,,\n,2,\nTotal,,\n",
                  "budget.csv:2:2 missing column `Amount` must be filled in "
                  "every row\n"
                  "budget.csv:3:1 missing column `Budget line` must be filled "
                  "in every row\n");
}

static void refuses_ragged_records(void **state)
{
    assert_faults(state, "Budget line,Amount\nA,1\nB,2,3\nC\nD,1,234\nE,5\n",
                  "budget.csv:3:3 not-csv record 3 has 3 fields, its headings "
                  "are 2 | a field that holds the separator must stand in "
                  "quotation marks\n"
                  "budget.csv:4:1 not-csv record 4 has 1 field, its headings "
                  "are 2 | a separator or part of the record is missing\n"
                  "budget.csv:5:3 not-csv record 5 has 3 fields, its headings "
                  "are 2 | a field that holds the separator must stand in "
                  "quotation marks\n");
    assert_string_equal(dump_table(*state), "2: A|1\n6: E|5\n");
}

static void names_the_place_where_a_quotation_mark_opened(void **state)
{
    static const char hint[] = " | put the whole field in quotation marks "
                               "and write each mark inside it twice\n";
    char want[256];

    assert_faults(state, "Budget line,Amount\nA,1\n\nB,\"2\nC,3\nD,4\n",
                  "budget.csv:4:2 not-csv the quotation mark that opens here "
                  "is never closed | close it at the end of its field, or "
                  "write a mark inside a field twice\n");
    (void)snprintf(want, sizeof(want),
                   "budget.csv:2:1 not-csv the quotation mark that opens here "
                   "is not closed: the next one, on line 4, does not end a "
                   "field%s",
                   hint);
    assert_faults(state, "Budget line,Amount\n\"A,1\nB,2\n\"C\",3\n", want);
    (void)snprintf(want, sizeof(want),
                   "budget.csv:2:2 not-csv text follows the closing quotation "
                   "mark of this field%s",
                   hint);
    assert_faults(state, "Budget line,Amount\nA,\"1\"2\nB,2\n", want);
    (void)snprintf(want, sizeof(want),
                   "budget.csv:2:1 not-csv a quotation mark stands inside a "
                   "field that does not begin with one%s",
                   hint);
    assert_faults(state, "Budget line,Amount\nA 5\" pipe,1\nB,2\n", want);
    assert_null(((struct state *)*state)->table);
}

static void shows_the_line_where_a_quotation_mark_opened(void **state)
{
    struct state *s = *state;
    struct position p;

    faults_of(state, "Budget line,Amount\n\"A\n\",1\n\nB,\"2\nC,3\n");
    source_locate(s->reading.findings.first->at, &p);
    assert_int_equal(p.line, 5);
    assert_int_equal(p.column, 3);
    assert_string_equal(p.cell, "B4");
}

static void refuses_one_key_twice_among_plain_rows(void **state)
{
    assert_faults(
        state,
        "Budget line,Amount\nA,1\nTotal,1\nB,2\nA,3\nTotal,5\n"
        "A,6\n",
        "budget.csv:5:1 duplicate-id `A` is the key of an earlier row, "
        "too | the other is in cell A2\n"
        "budget.csv:7:1 duplicate-id `A` is the key of an earlier row, "
        "too | the other is in cell A2\n");
}

static void takes_one_key_once_in_each_group(void **state)
{
    struct state *s = *state;

    s->options.kind = &grouped;
    table_of(state, "Group,Name\nX,a\n,b\nY,a\n,b\n1.1,c\n11,c\n");
    assert_faults(
        state, "Group,Name\nX,a\n,b\n,a\n",
        "budget.csv:4:2 duplicate-id `a` is the key of an earlier row, "
        "too | the other is in cell B2\n");
}

/* COLUMNS headings and fields of LENGTH bytes, ROWS times. */
static void write_big(struct buf *b, size_t columns, size_t rows, size_t length)
{
    buf_init(b, (size_t)64 * 1024 * 1024);
    for (size_t r = 0; r <= rows; r++) {
        for (size_t c = 0; c < columns; c++) {
            if (c > 0)
                buf_char(b, ',');
            if (r == 0)
                buf_printf(b, c == 0 ? "Line" : c == 1 ? "2012/13" : "c%zu", c);
            for (size_t i = 0; r > 0 && i < length; i++)
                buf_char(b, '1');
        }
        buf_char(b, '\n');
    }
    assert_int_equal(buf_status(b), ST_OK);
}

static void assert_limit(struct state *s, struct buf *b, const char *fault)
{
    s->options.kind = &profile;
    findings_init(&s->reading.findings, &s->reading.arena);
    read_text(s, buf_view(b));
    assert_int_equal(s->status, ST_LIMIT);
    assert_non_null(strstr(reading_faults(&s->reading, false), fault));
    assert_null(s->table);
    buf_free(b);
}

static void refuses_more_than_it_can_hold(void **state)
{
    struct state *s = *state;
    struct buf b;

    write_big(&b, 10000, 1, 1);
    assert_limit(s, &b, "1:1001 limit the table has 10000 columns");
    write_big(&b, 17000, 1, 1);
    assert_limit(s, &b, "1:1 limit record 1 has more than 16384 fields");
    write_big(&b, 3, 1, 2000000);
    assert_limit(s, &b, "2:1 limit the field that begins here is longer than");
    buf_init(&b, (size_t)4 * 1024 * 1024);
    buf_puts(&b, "Line,2012/13\nA,\"");
    for (size_t i = 0; i < 2000000; i++)
        buf_char(&b, '\n');
    assert_limit(s, &b, "2:2 limit the field that begins here is longer than");
}

static void reads_many_rows(void **state)
{
    struct state *s = *state;
    struct buf b;

    write_big(&b, 5, 20000, 3);
    s->options.kind = &profile;
    read_text(s, buf_view(&b));
    assert_int_equal(s->status, ST_OK);
    assert_int_equal(s->table->nrows, 20000);
    assert_int_equal(s->table->cells[5 * 20000 - 4].value.pence, 11100);
    assert_int_equal(s->table->records[19999], 20001);
    buf_free(&b);
}

static void says_when_memory_is_short(void **state)
{
    struct state *s = *state;
    struct arena small;

    s->source = reading_source(&s->reading, "budget.csv",
                               STR_LIT("Budget line,Amount\nA,1\n"));
    for (size_t limit = 0; limit < 2048; limit += 16) {
        arena_init(&small, limit);
        s->status = csv_in(&small, s->source, &s->options, &s->reading.findings,
                           &s->table);
        assert_int_equal(s->status == ST_OK, s->table != NULL);
        assert_true(s->status == ST_OK || s->status == ST_LIMIT);
        arena_free(&small);
    }
    assert_int_equal(s->status, ST_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(reads_any_line_end_and_delimiter),
        TEST(keeps_what_quotation_marks_hold),
        TEST(leaves_plain_text_where_it_is),
        TEST(counts_blank_records_and_passes_over_them),
        TEST(finds_columns_by_name),
        TEST(does_without_columns_that_are_not_required),
        TEST(passes_over_title_lines),
        TEST(says_where_the_headings_are),
        TEST(refuses_a_heading_line_that_is_not_there),
        TEST(refuses_an_empty_file),
        TEST(refuses_a_table_of_another_kind),
        TEST(names_a_column_that_is_missing),
        TEST(names_columns_that_are_not_known),
        TEST(refuses_two_headings_of_one_column),
        TEST(refuses_text_below_a_blank_heading),
        TEST(reads_every_financial_year),
        TEST(refuses_years_that_are_no_sequence),
        TEST(gives_extra_columns_ids_of_their_own),
        TEST(says_what_each_row_is),
        TEST(refuses_blanks_where_a_cell_must_be_filled),
        TEST(refuses_ragged_records),
        TEST(names_the_place_where_a_quotation_mark_opened),
        TEST(shows_the_line_where_a_quotation_mark_opened),
        TEST(refuses_one_key_twice_among_plain_rows),
        TEST(takes_one_key_once_in_each_group),
        TEST(refuses_more_than_it_can_hold),
        TEST(reads_many_rows),
        TEST(says_when_memory_is_short),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
