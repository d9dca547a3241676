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
        assert_string_equal(csv_test_table(state, cases[i].text), "2: A|1\n"
                                                                  "3: B|2\n");
        assert_int_equal(((struct csv_test *)*state)->source->delimiter,
                         cases[i].delimiter);
    }
}

/* A file may say whatever it likes: as a delimiter a quotation mark would have
   the fields looked for beside those that were read, and fewer rows counted
   than there are. */
static void takes_no_delimiter_that_is_none(void **state)
{
    static const char said[] = {'"', 'a', 'P', '0', ' ', '.', '=', '\0', '\''};
    struct csv_test *s = *state;
    char text[] = "sep=?\n\"XService\n\"Xabcdefgh\n\"Xabcdefgh\n\"Xabc\n";

    for (size_t i = 0; i < COUNT(said); i++) {
        text[4] = said[i];
        csv_test_read(s, (struct str){text, sizeof(text) - 1});
        assert_int_equal(s->status, ST_DATA);
        assert_int_equal(s->source->delimiter, ',');
    }
    text[4] = ',';
    csv_test_read(s, (struct str){text, sizeof(text) - 1});
    assert_int_equal(s->source->delimiter, ',');
}

static void keeps_what_quotation_marks_hold(void **state)
{
    assert_string_equal(
        csv_test_table(state, "Budget line,Amount\n"
                              "\"A, the \"\"first\"\"\n\n of two\",1"
                              "\n  \"B\" , \"2\"\n\"\"\"C\"\"\",\"5\""),
        "2: A, the \"first\"\n\n of two|1\n"
        "3: B|2\n"
        "4: \"C\"|5\n");
}

static void leaves_plain_text_where_it_is(void **state)
{
    struct csv_test *s = *state;
    const struct str text = STR_LIT("Budget line,Amount\n A ,\"1\"\n");
    const struct cell *cells;

    csv_test_read(s, text);
    assert_int_equal(s->status, ST_OK);
    cells = s->table->cells;
    assert_ptr_equal(cells[0].ptr, s->source->text.ptr + 20);
    assert_ptr_equal(cells[1].ptr, s->source->text.ptr + 24);
}

static void counts_blank_records_and_passes_over_them(void **state)
{
    assert_string_equal(csv_test_table(state,
                                       "\n ,,\n\nBudget line,Amount,\n\nA,1,\n"
                                       ",,\n  \t\nB,2,\n\n"),
                        "6: A|1\n"
                        "9: B|2\n");
    assert_int_equal(((struct csv_test *)*state)->table->columns[0].at.line, 4);
}

static void says_what_each_row_is(void **state)
{
    assert_string_equal(csv_test_table(state,
                                       "Budget line,Amount\nA,1\nof which,\n"
                                       "Totals,2\nGRAND TOTAL,3\n"),
                        "2: A|1\n"
                        "3: of which| (7)\n"
                        "4: Totals|2\n"
                        "5: GRAND TOTAL|3 (3)\n");
}

static void refuses_blanks_where_a_cell_must_be_filled(void **state)
{
    csv_test_finds(state, "Budget line,Amount,Share\nA,,\n,2,\nTotal,,\n",
                   "budget.csv:2:2 missing column `Amount` must be filled in "
                   "every row\n"
                   "budget.csv:3:1 missing column `Budget line` must be filled "
                   "in every row\n");
}

static void refuses_records_that_are_too_wide(void **state)
{
    csv_test_finds(state, "Budget line,Amount\nA,1\nB,2,3\nD,1,234\nE,5\n",
                   "budget.csv:3:3 not-csv record 3 has 3 fields, its headings "
                   "are 2 | a field that holds the separator must stand in "
                   "quotation marks\n"
                   "budget.csv:4:3 not-csv record 4 has 3 fields, its headings "
                   "are 2 | a field that holds the separator must stand in "
                   "quotation marks\n");
    assert_string_equal(csv_test_dump(*state), "2: A|1\n5: E|5\n");
}

static void reads_what_a_short_row_leaves_out_as_blank(void **state)
{
    csv_test_finds(state, "Budget line,Amount,Share\nA,1\nB,2,50%\nC,9\n",
                   "budget.csv:2:2 assumed the row ends before its last "
                   "columns, as others do, which are read as blank\n");
    assert_string_equal(csv_test_dump(*state),
                        "2: A|1|\n3: B|2|50%\n4: C|9|\n");
    csv_test_finds(state, "Budget line,Amount\nA\n",
                   "budget.csv:2:1 assumed the row ends before its last "
                   "columns, which are read as blank\n"
                   "budget.csv:2:2 missing column `Amount` must be filled in "
                   "every row\n");
}

static void keeps_notes_below_a_table(void **state)
{
    struct csv_test *s = *state;

    csv_test_read_anew(s, "Budget line,Amount\nA,1\nTotal,1\n,\nNotes,\n"
                          "Provisional,\n");
    assert_string_equal(csv_test_dump(s), "2: A|1\n3: Total|1 (3)\n");
    assert_int_equal(s->table->nnotes, 2);
    assert_true(str_is(s->table->notes[1].text, "Provisional"));
    assert_int_equal(s->table->notes[1].at.line, 6);
    assert_string_equal(reading_faults(&s->reading, false), "");
    /* Without a total a blank row parts them, where rows must be filled. */
    csv_test_read_anew(s, "Budget line,Amount\nA,1\n\nSource: ledger\n");
    assert_int_equal(s->table->nnotes, 1);
    csv_test_read_anew(s, "Budget line,Amount\nA,1\nSource: ledger\n");
    assert_int_equal(s->table->nnotes, 0);
    assert_non_null(strstr(reading_faults(&s->reading, false), "missing"));
    /* What rows follow is none. */
    csv_test_read_anew(s, "Budget line,Amount\nA,1\nTotal,1\nof which,\nB,2\n");
    assert_string_equal(csv_test_dump(s), "2: A|1\n3: Total|1 (3)\n"
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
    struct csv_test *s = *state;

    for (size_t i = 0; i < COUNT(cases); i++) {
        char text[128] = "Budget line,Amount\n";
        const char *faults;

        (void)snprintf(text, sizeof(text), "Budget line,Amount\n%s",
                       cases[i].text);
        csv_test_read_anew(s, text);
        assert_string_equal(csv_test_dump(s), cases[i].rows);
        faults = reading_faults(&s->reading, false);
        if (cases[i].fault == NULL)
            assert_string_equal(faults, "");
        else
            assert_non_null(strstr(faults, cases[i].fault));
    }
}

static void doubts_fields_that_hold_rows(void **state)
{
    csv_test_finds(
        state, "Budget line,Amount,Share\n\"A,1\n\"\"B\"\",2,50%\",3,50%\n",
        "budget.csv:2:1 doubtful this field holds lines that look "
        "like whole rows | if they are rows, the quotation mark that "
        "opens the field is one too many\n");
    csv_test_finds(state,
                   "Budget line,Amount,Share\n\"A,\nso, he said, all\","
                   "3,50%\n",
                   "");
}

static void says_that_there_are_no_rows(void **state)
{
    csv_test_finds(
        state, "Budget line,Amount\n",
        "budget.csv:1:1 no-rows there are headings here, but no rows "
        "| the head of the table is printed\n");
    assert_int_equal(((struct csv_test *)*state)->table->nrows, 0);
}

static void names_the_place_where_a_quotation_mark_opened(void **state)
{
    static const char hint[] = " | put the whole field in quotation marks "
                               "and write each mark inside it twice\n";
    char want[256];

    csv_test_finds(state, "Budget line,Amount\nA,1\n\nB,\"2\nC,3\nD,4\n",
                   "budget.csv:4:2 not-csv the quotation mark that opens here "
                   "is never closed | close it at the end of its field, or "
                   "write a mark inside a field twice\n");
    (void)snprintf(want, sizeof(want),
                   "budget.csv:2:1 not-csv the quotation mark that opens here "
                   "is not closed: the next one, on line 4, does not end a "
                   "field%s",
                   hint);
    csv_test_finds(state, "Budget line,Amount\n\"A,1\nB,2\n\"C\",3\n", want);
    (void)snprintf(want, sizeof(want),
                   "budget.csv:2:2 not-csv text follows the closing quotation "
                   "mark of this field%s",
                   hint);
    csv_test_finds(state, "Budget line,Amount\nA,\"1\"2\nB,2\n", want);
    (void)snprintf(want, sizeof(want),
                   "budget.csv:2:1 not-csv a quotation mark stands inside a "
                   "field that does not begin with one%s",
                   hint);
    csv_test_finds(state, "Budget line,Amount\nA 5\" pipe,1\nB,2\n", want);
    assert_null(((struct csv_test *)*state)->table);
}

static void shows_the_line_where_a_quotation_mark_opened(void **state)
{
    struct csv_test *s = *state;
    struct position p;

    csv_test_faults(state, "Budget line,Amount\n\"A\n\",1\n\nB,\"2\nC,3\n");
    source_locate(s->reading.findings.first->at, &p);
    assert_int_equal(p.line, 5);
    assert_int_equal(p.column, 3);
    assert_string_equal(p.cell, "B4");
}

static void refuses_one_key_twice_among_plain_rows(void **state)
{
    csv_test_finds(
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
    csv_test_finds(
        state, "Budget line,Amount\nA,1\nB,2\nTotal,3\nB,2\nC,3\n",
        "budget.csv:5:1 below-total `B` stands below the total and is in none: "
        "it counts as a row like any other; 2 rows are so | put it above the "
        "total, or into a file of its own; a <line> of kind `budget-lines` "
        "with its name says that it may stand there\n"
        "budget.csv:5:1 duplicate-id `B` is the key of an earlier row, "
        "too | the other is in cell A3; `2` below "
        "`Amount` is counted twice\n");
    csv_test_finds(
        state, "Budget line,Amount\nA,1\nAA,1\nB,2\nAA,3\n",
        "budget.csv:5:1 duplicate-id `AA` is the key of an earlier row, "
        "too | the other is in cell A3\n");
}

static void takes_one_key_once_in_each_group(void **state)
{
    struct csv_test *s = *state;

    s->options.kind = &csv_test_grouped;
    csv_test_table(state, "Group,Name\nX,a\n,b\nY,a\n,b\n1.1,c\n11,c\n");
    csv_test_finds(
        state, "Group,Name\nX,a\n,b\n,a\n",
        "budget.csv:4:2 duplicate-id `a` is the key of an earlier row, "
        "too | the other is in cell B2; <column id=\"name\" from=\"...\"/> in "
        "the data element takes another heading for what rows are called, "
        "id=\"group\" one that parts them\n");
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

static void assert_limit(struct csv_test *s, struct buf *b, const char *fault)
{
    s->options.kind = &csv_test_profile;
    findings_init(&s->reading.findings, &s->reading.arena);
    csv_test_read(s, buf_view(b));
    assert_int_equal(s->status, ST_LIMIT);
    assert_non_null(strstr(reading_faults(&s->reading, false), fault));
    assert_null(s->table);
    buf_free(b);
}

static void refuses_more_than_it_can_hold(void **state)
{
    struct csv_test *s = *state;
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
    struct csv_test *s = *state;
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
    struct csv_test *s = *state;
    struct buf b;

    write_big(&b, 5, 20000, 3);
    s->options.kind = &csv_test_profile;
    s->options.wants_all = true;
    csv_test_read(s, buf_view(&b));
    assert_int_equal(s->status, ST_OK);
    assert_int_equal(s->table->nrows, 20000);
    assert_int_equal(s->table->cells[5 * 20000 - 4].value.pence, 11100);
    assert_int_equal(s->table->records[19999], 20001);
    buf_free(&b);
}

static void says_when_memory_is_short(void **state)
{
    struct csv_test *s = *state;
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
#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, csv_test_open, csv_test_close)
        TEST(reads_any_line_end_and_delimiter),
        TEST(takes_no_delimiter_that_is_none),
        TEST(keeps_what_quotation_marks_hold),
        TEST(leaves_plain_text_where_it_is),
        TEST(counts_blank_records_and_passes_over_them),
        TEST(says_what_each_row_is),
        TEST(refuses_blanks_where_a_cell_must_be_filled),
        TEST(refuses_records_that_are_too_wide),
        TEST(reads_what_a_short_row_leaves_out_as_blank),
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
