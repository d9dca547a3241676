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
    {.role = ROW_TOTAL, .aliases = total_aliases, .naliases = 2},
    {.role = ROW_GROUP_TITLE, .aliases = group_aliases, .naliases = 1},
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

static void read_anew(struct state *s, const char *text)
{
    findings_init(&s->reading.findings, &s->reading.arena);
    print_message("%s\n", text);
    read_text(s, str_of(text));
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
            buf_str(&s->dump, cell_as_typed(table_cell(t, row, c)));
        }
        if (t->row_roles[row] != ROW_ENTRY)
            buf_printf(&s->dump, " (%d)", t->row_roles[row]);
        buf_char(&s->dump, '\n');
    }
    buf_char(&s->dump, '\0');
    assert_int_equal(buf_status(&s->dump), ST_OK);
    return s->dump.ptr;
}

/* That the delimiter was assumed is a note. */
static void assert_no_fault(struct state *s)
{
    const char *faults = reading_faults(&s->reading, false);

    if (strstr(faults, "1:1 assumed the fields") != faults)
        assert_string_equal(faults, "");
}

static const char *table_of(void **state, const char *text)
{
    struct state *s = *state;

    read_text(s, str_of(text));
    assert_no_fault(s);
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
    const struct state *s = *state;

    print_message("%s\n", text);
    assert_string_equal(faults_of(state, text), faults);
    assert_int_equal(s->status,
                     s->reading.findings.errors > 0 ? ST_DATA : ST_OK);
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

/* A file may say whatever it likes: as a delimiter a quotation mark would have
   the fields looked for beside those that were read, and fewer rows counted
   than there are. */
static void takes_no_delimiter_that_is_none(void **state)
{
    static const char said[] = {'"', 'a', 'P', '0', ' ', '.', '=', '\0', '\''};
    struct state *s = *state;
    char text[] = "sep=?\n\"XService\n\"Xabcdefgh\n\"Xabcdefgh\n\"Xabc\n";

    for (size_t i = 0; i < COUNT(said); i++) {
        text[4] = said[i];
        read_text(s, (struct str){text, sizeof(text) - 1});
        assert_int_equal(s->status, ST_DATA);
        assert_int_equal(s->source->delimiter, ',');
    }
    text[4] = ',';
    read_text(s, (struct str){text, sizeof(text) - 1});
    assert_int_equal(s->source->delimiter, ',');
}

static void keeps_what_quotation_marks_hold(void **state)
{
    assert_string_equal(table_of(state,
                                 "Budget line,Amount\n"
                                 "\"A, the \"\"first\"\"\n\n of two\",1"
                                 "\n  \"B\" , \"2\"\n\"\"\"C\"\"\",\"5\""),
                        "2: A, the \"first\"\n\n of two|1\n"
                        "3: B|2\n"
                        "4: \"C\"|5\n");
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

static void finds_headings_below_titles(void **state)
{
    struct state *s = *state;

    assert_faults(state, "Our budget,\n\nBudget line,Amount\nA,1\n",
                  "budget.csv:3:1 assumed the headings are taken to be in "
                  "record 3; what stands above them is left out | "
                  "heading-line=\"3\" in the data element says so\n");
    assert_int_equal(s->status, ST_OK);
    assert_string_equal(dump_table(s), "4: A|1\n");
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

static void leaves_out_what_no_column_is_called(void **state)
{
    assert_faults(state, "Budget line,Amount,Shard,Remarks,,\nA,1,,,x,\n",
                  "budget.csv:1:3 doubtful `Shard` is no column of this kind "
                  "of table, and left out | is it meant to be `Share`? <column "
                  "id=\"share\" from=\"Shard\"/> in the data element says so\n"
                  "budget.csv:1:3 left-out 2 columns that nobody asked for are "
                  "left out: `Shard`, `Remarks`\n"
                  "budget.csv:2:5 not-csv record 2 has 5 fields, its headings "
                  "are 4 | a field that holds the separator must stand in "
                  "quotation marks\n");
    assert_faults(state, "Budget line,,Amount\nA,,1\nB,x,2\nC,y,9\n",
                  "budget.csv:1:2 left-out 1 column that nobody asked for is "
                  "left out: column B without a heading\n");
}

static void prefers_the_heading_whose_alias_comes_first(void **state)
{
    static const char left_out[] = "1:%d left-out 1 column that nobody asked "
                                   "for is left out: `%s`\n";
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
    struct state *s = *state;

    for (size_t i = 0; i < COUNT(cases); i++) {
        char want[128];

        read_anew(s, cases[i].text);
        assert_string_equal(dump_table(s), "2: A|1\n");
        if (cases[i].left_out == NULL)
            continue;
        (void)snprintf(want, sizeof(want), left_out, cases[i].field,
                       cases[i].left_out);
        assert_string_equal(reading_faults(&s->reading, false), want);
    }
}

static void refuses_two_headings_of_one_column(void **state)
{
    assert_faults(state, "Budget line,Amount,amount\nA,1,2\n",
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
    struct state *s = *state;

    s->options.kind = &profile;
    s->options.maps = maps;
    s->options.nmaps = 2;
    read_anew(s, "Line,Where,2012/13,Who?,Total\nx,A,1,B,1\n");
    assert_string_equal(dump_table(s), "2: 1|A|1|B\n");
    s->options.wanted = wanted;
    s->options.nwanted = 3;
    read_anew(s, "Line,Where,2012/13,Who?,Total\nx,A,1,B,1\n");
    assert_string_equal(dump_table(s), "2: B|A|1\n");
    assert_string_equal(s->table->columns[0].id, "says");
    maps[1].used = false;
    read_anew(s, "Line,Where,2012/13,Total\nx,A,1,1\n");
    assert_non_null(strstr(reading_faults(&s->reading, false),
                           "the data has no heading `Who?`"));
    assert_non_null(strstr(reading_faults(&s->reading, false),
                           "the data has no column `says`"));
}

static void reads_units_from_headings(void **state)
{
    struct state *s = *state;

    read_anew(s, "Budget line,Amount (\xC2\xA3"
                 "000)\nA,\"1,200\"\n");
    assert_int_equal(s->table->cells[1].value.pence, 120000000);
    assert_int_equal(s->table->columns[1].zeros, 3);
    assert_true(str_is(s->table->columns[1].heading, "Amount"));
    s->options.unit = (struct unit){true, 6};
    read_anew(s, "Budget line,Amount\nA,1.2\n");
    assert_int_equal(s->table->cells[1].value.pence, 120000000);
    read_anew(s, "Budget line,Amount \xC2\xA3"
                 "000\nA,1.2\n");
    assert_non_null(strstr(reading_faults(&s->reading, false),
                           "names another unit than the data element"));
    s->options.unit = (struct unit){false, 0};
    read_anew(s, "In \xC2\xA3"
                 "000,\nBudget line,Amount\nA,5\n");
    assert_int_equal(s->table->cells[1].value.pence, 500000);
    assert_non_null(strstr(reading_faults(&s->reading, false),
                           "is taken for the unit of the amounts"));
}

static void joins_a_second_row_of_headings(void **state)
{
    struct state *s = *state;

    read_anew(s, "Budget line,Amount\n,\xC2\xA3"
                 "000\nA,5\n");
    assert_string_equal(dump_table(s), "3: A|5\n");
    assert_int_equal(s->table->cells[1].value.pence, 500000);
    s->options.kind = &profile;
    read_anew(s, "Line,Budget,,Total\n,2012/13,2013/14,\nA,1,2,3\n");
    assert_string_equal(dump_table(s), "3: 3|A|1|2\n");
    assert_int_equal(s->table->columns[3].year, 2013);
    /* A row of data whose only words are years is one. */
    read_anew(s, "Line,2012/13\n2012/13,\n");
    assert_string_equal(dump_table(s), "2: 2012/13|\n");
}

static void reads_every_financial_year(void **state)
{
    struct state *s = *state;

    s->options.kind = &profile;
    s->options.wants_all = true;
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
    s->options.wants_all = true;
    table_of(state, "Line,2012/13,Share,Share %,(?)\nA,1,2,3,4\n");
    assert_string_equal(s->table->columns[2].id, "share");
    assert_string_equal(s->table->columns[3].id, "share-4");
    assert_string_equal(s->table->columns[4].id, "-5");
}

static void says_what_each_row_is(void **state)
{
    assert_string_equal(table_of(state, "Budget line,Amount\nA,1\nof which,\n"
                                        "Totals,2\nGRAND TOTAL,3\n"),
                        "2: A|1\n"
                        "3: of which| (7)\n"
                        "4: Totals|2\n"
                        "5: GRAND TOTAL|3 (3)\n");
}

static void refuses_blanks_where_a_cell_must_be_filled(void **state)
{
    assert_faults(state, "Budget line,Amount,Share\nA,,\n,2,\nTotal,,\n",
                  "budget.csv:2:2 missing column `Amount` must be filled in "
                  "every row\n"
                  "budget.csv:3:1 missing column `Budget line` must be filled "
                  "in every row\n");
}

static void refuses_records_that_are_too_wide(void **state)
{
    assert_faults(state, "Budget line,Amount\nA,1\nB,2,3\nD,1,234\nE,5\n",
                  "budget.csv:3:3 not-csv record 3 has 3 fields, its headings "
                  "are 2 | a field that holds the separator must stand in "
                  "quotation marks\n"
                  "budget.csv:4:3 not-csv record 4 has 3 fields, its headings "
                  "are 2 | a field that holds the separator must stand in "
                  "quotation marks\n");
    assert_string_equal(dump_table(*state), "2: A|1\n5: E|5\n");
}

static void takes_a_short_row_of_headings(void **state)
{
    assert_faults(state, "Budget line,Amount\nA,1,x\nB,5,y\n",
                  "budget.csv:2:3 doubtful the rows have more fields than "
                  "there are headings: what has no heading is left out | give "
                  "each column a heading\n");
    assert_string_equal(dump_table(*state), "2: A|1\n3: B|5\n");
    /* One row is none: its text may hold the separator. */
    assert_faults(state, "Budget line,Amount\nA,1,x\n",
                  "budget.csv:2:3 not-csv record 2 has 3 fields, its headings "
                  "are 2 | a field that holds the separator must stand in "
                  "quotation marks\n");
}

static void reads_what_a_short_row_leaves_out_as_blank(void **state)
{
    assert_faults(state, "Budget line,Amount,Share\nA,1\nB,2,50%\nC,9\n",
                  "budget.csv:2:2 assumed the row ends before its last "
                  "columns, as others do, which are read as blank\n");
    assert_string_equal(dump_table(*state), "2: A|1|\n3: B|2|50%\n4: C|9|\n");
    assert_faults(state, "Budget line,Amount\nA\n",
                  "budget.csv:2:1 assumed the row ends before its last "
                  "columns, which are read as blank\n"
                  "budget.csv:2:2 missing column `Amount` must be filled in "
                  "every row\n");
}

static void leaves_out_headings_that_stand_again(void **state)
{
    assert_faults(state, "Budget line,Amount\nA,1\nBudget line,Amount\nB,5\n",
                  "budget.csv:3:1 left-out the headings stand here again, and "
                  "are left out\n");
    assert_string_equal(dump_table(*state), "2: A|1\n4: B|5\n");
}

static void keeps_notes_below_a_table(void **state)
{
    struct state *s = *state;

    read_anew(s, "Budget line,Amount\nA,1\nTotal,1\n,\nNotes,\n"
                 "Provisional,\n");
    assert_string_equal(dump_table(s), "2: A|1\n3: Total|1 (3)\n");
    assert_int_equal(s->table->nnotes, 2);
    assert_true(str_is(s->table->notes[1].text, "Provisional"));
    assert_int_equal(s->table->notes[1].at.line, 6);
    assert_string_equal(reading_faults(&s->reading, false), "");
    /* Without a total a blank row parts them, where rows must be filled. */
    read_anew(s, "Budget line,Amount\nA,1\n\nSource: ledger\n");
    assert_int_equal(s->table->nnotes, 1);
    read_anew(s, "Budget line,Amount\nA,1\nSource: ledger\n");
    assert_int_equal(s->table->nnotes, 0);
    assert_non_null(strstr(reading_faults(&s->reading, false), "missing"));
    /* What rows follow is none. */
    read_anew(s, "Budget line,Amount\nA,1\nTotal,1\nof which,\nB,2\n");
    assert_string_equal(dump_table(s), "2: A|1\n3: Total|1 (3)\n"
                                       "4: of which| (7)\n5: B|2\n");
    assert_int_equal(s->table->nnotes, 0);
}

static void knows_a_total_that_its_kind_does_not(void **state)
{
    static const struct {
        const char *text;
        const char *rows;
        const char *fault;
    } cases[] = {
        {"A,1\nB,2\n,3\n", "2: A|1\n3: B|2\n4: |3 (3)\n",
         "a row without a name is read as a total"},
        {"A,1\nB,2\nSub-total,3\nC,4\n",
         "2: A|1\n3: B|2\n4: Sub-total|3 (4)\n5: C|4\n",
         "`Sub-total` is read as a sub-total: it is the sum"},
        {"A,1\nB,2\nSub-total,4\n", "2: A|1\n3: B|2\n4: Sub-total|4 (4)\n",
         "though it is not the sum"},
        {"A,1\nB,2\nTotal cost,3\n", "2: A|1\n3: B|2\n4: Total cost|3 (3)\n",
         "`Total cost` is read as a total"},
        {"A,1\nB,2\nNet total,9\n", "2: A|1\n3: B|2\n4: Net total|9 (3)\n",
         "`Net total` is read as a total: its name says so"},
        {"A,1\nB,2\nTotal Fitness,2\n", "2: A|1\n3: B|2\n4: Total Fitness|2\n",
         "`Total Fitness` looks like a total, but is not the sum"},
        {"A,1\nB,2\nC,4\nNet,7\nD,5\n",
         "2: A|1\n3: B|2\n4: C|4\n5: Net|7\n6: D|5\n",
         "`Net` is the sum of the rows above it: it counts as a row"},
        {"A,1\nB,2\nC,4\nTotal,7\nD,14\n",
         "2: A|1\n3: B|2\n4: C|4\n5: Total|7 (3)\n6: D|14\n",
         "`D` stands below the total and is in none"},
        {"A,1\nB,2\nC,4\nTotal,7\nD,7\n",
         "2: A|1\n3: B|2\n4: C|4\n5: Total|7 (3)\n6: D|7\n",
         "`D` stands below the total and is in none"},
        {"A,1\nB,2\nTotal,3\nD,-1\nNet,2\n",
         "2: A|1\n3: B|2\n4: Total|3 (3)\n5: D|-1\n6: Net|2 (3)\n",
         "`Net` is read as a total: it is the sum"},
        {"A,1\nB,2\nAll,3\n", "2: A|1\n3: B|2\n4: All|3\n",
         "`All` is the sum of the rows above it: it counts as a row"},
        {"A,1\nB,2\nC,3\nAll,6\n", "2: A|1\n3: B|2\n4: C|3\n5: All|6 (3)\n",
         "`All` is read as a total"},
        {"Total Gas & Power,5\nB,2\nC,3\n",
         "2: Total Gas & Power|5\n3: B|2\n4: C|3\n", NULL},
        {"A,1\nB,2\nC,4\n", "2: A|1\n3: B|2\n4: C|4\n", NULL},
        {"A,0\nB,0\nC,0\n", "2: A|0\n3: B|0\n4: C|0\n", NULL},
        {"A,1\nTotal,1\n", "2: A|1\n3: Total|1 (3)\n", NULL},
    };
    struct state *s = *state;

    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[128] = "Budget line,Amount\n";
        const char *faults;

        (void)snprintf(text, sizeof(text), "Budget line,Amount\n%s",
                       cases[i].text);
        read_anew(s, text);
        assert_string_equal(dump_table(s), cases[i].rows);
        faults = reading_faults(&s->reading, false);
        if (cases[i].fault == NULL)
            assert_string_equal(faults, "");
        else
            assert_non_null(strstr(faults, cases[i].fault));
    }
}

static void doubts_fields_that_hold_rows(void **state)
{
    assert_faults(state,
                  "Budget line,Amount,Share\n\"A,1\n\"\"B\"\",2,50%\",3,50%\n",
                  "budget.csv:2:1 doubtful this field holds lines that look "
                  "like whole rows | if they are rows, the quotation mark that "
                  "opens the field is one too many\n");
    assert_faults(state,
                  "Budget line,Amount,Share\n\"A,\nso, he said, all\","
                  "3,50%\n",
                  "");
}

static void says_that_there_are_no_rows(void **state)
{
    assert_faults(state, "Budget line,Amount\n",
                  "budget.csv:1:1 no-rows there are headings here, but no rows "
                  "| the head of the table is printed\n");
    assert_int_equal(((struct state *)*state)->table->nrows, 0);
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
        "budget.csv:7:1 below-total `A` stands below the total and is in "
        "none: it counts as a row like any other | put it above the total, or "
        "into a file of its own; a <line> of kind `budget-lines` with its name "
        "says that it may stand there\n"
        "budget.csv:7:1 duplicate-id `A` is the key of an earlier row, "
        "too | the other is in cell A2\n");
}

/* Keys in order are not looked up: those that stand behind each other are. */
static void refuses_one_key_twice_among_keys_in_order(void **state)
{
    assert_faults(
        state, "Budget line,Amount\nA,1\nB,2\nTotal,3\nB,2\nC,3\n",
        "budget.csv:5:1 below-total `B` stands below the total and is in none: "
        "it counts as a row like any other; 2 rows are so | put it above the "
        "total, or into a file of its own; a <line> of kind `budget-lines` "
        "with its name says that it may stand there\n"
        "budget.csv:5:1 duplicate-id `B` is the key of an earlier row, "
        "too | the other is in cell A3; `2` below "
        "`Amount` is counted twice\n");
    assert_faults(
        state, "Budget line,Amount\nA,1\nAA,1\nB,2\nAA,3\n",
        "budget.csv:5:1 duplicate-id `AA` is the key of an earlier row, "
        "too | the other is in cell A3\n");
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

static void says_how_many_rows_are_too_many(void **state)
{
    struct state *s = *state;
    struct arena small;
    struct buf b;

    buf_init(&b, (size_t)1024 * 1024);
    buf_puts(&b, "Budget line,Amount\n");
    for (size_t i = 0; i < 1000; i++)
        buf_printf(&b, "A%zu,1\n", i);
    s->source = reading_source(&s->reading, "budget.csv", buf_view(&b));
    arena_init(&small, (size_t)48 * 1024);
    s->status =
        csv_in(&small, s->source, &s->options, &s->reading.findings, &s->table);
    assert_int_equal(s->status, ST_LIMIT);
    assert_non_null(strstr(reading_faults(&s->reading, false),
                           "`budget.csv` has up to 1001 rows of 2 columns"));
    arena_free(&small);
    buf_free(&b);
}

static void reads_many_rows(void **state)
{
    struct state *s = *state;
    struct buf b;

    write_big(&b, 5, 20000, 3);
    s->options.kind = &profile;
    s->options.wants_all = true;
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
    for (size_t limit = 0; limit < 16384; limit += 64) {
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
        TEST(takes_no_delimiter_that_is_none),
        TEST(keeps_what_quotation_marks_hold),
        TEST(leaves_plain_text_where_it_is),
        TEST(counts_blank_records_and_passes_over_them),
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
        TEST(says_what_each_row_is),
        TEST(refuses_blanks_where_a_cell_must_be_filled),
        TEST(refuses_records_that_are_too_wide),
        TEST(takes_a_short_row_of_headings),
        TEST(reads_what_a_short_row_leaves_out_as_blank),
        TEST(leaves_out_headings_that_stand_again),
        TEST(keeps_notes_below_a_table),
        TEST(knows_a_total_that_its_kind_does_not),
        TEST(doubts_fields_that_hold_rows),
        TEST(says_that_there_are_no_rows),
        TEST(names_the_place_where_a_quotation_mark_opened),
        TEST(shows_the_line_where_a_quotation_mark_opened),
        TEST(refuses_one_key_twice_among_plain_rows),
        TEST(refuses_one_key_twice_among_keys_in_order),
        TEST(takes_one_key_once_in_each_group),
        TEST(refuses_more_than_it_can_hold),
        TEST(says_how_many_rows_are_too_many),
        TEST(reads_many_rows),
        TEST(says_when_memory_is_short),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
