#include "input/table/table_cells.h"
#include "core/base/utf8.h"
#include "tests/support/reading.h"
#include "tests/support/wording.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct str levels[] = {{"High", 4}, {"Low", 3}};

/* A column of each type. */
static const struct kind_column typed_columns[] = {
    {.id = "group", .title = {"Group", 5}, .role = COLUMN_GROUP},
    {.id = "name", .title = {"Name", 4}, .role = COLUMN_KEY},
    {.id = "remark", .title = {"Remark", 6}},
    {.id = "prose", .title = {"Prose", 5}, .type = TYPE_PROSE},
    {.id = "money", .title = {"Money", 5}, .type = TYPE_MONEY},
    {.id = "number", .title = {"Number", 6}, .type = TYPE_NUMBER},
    {.id = "percent", .title = {"Percent", 7}, .type = TYPE_PERCENT},
    {.id = "date", .title = {"Date", 4}, .type = TYPE_DATE},
    {.id = "when", .title = {"When", 4}, .type = TYPE_PERIOD},
    {.id = "year", .title = {"Year", 4}, .type = TYPE_YEAR},
    {.id = "level",
     .title = {"Level", 5},
     .type = TYPE_CHOICE,
     .choices = levels,
     .nchoices = 2},
};

static const struct label_series bullet = {.id = "bullet"};
static const struct prose_options prose = {.list_series = &bullet};

struct state {
    struct reading reading;
    struct source *source;
    struct cell_reader reader;
    struct cell cell;
};

static int set_up(void **state)
{
    struct state *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    reading_init(&s->reading);
    s->source = reading_source(&s->reading, "budget.csv", STR_LIT(""));
    s->source->kind = SOURCE_CSV;
    cell_reader_init(&s->reader, &s->reading.arena, test_wording(), &prose,
                     &s->reading.findings);
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct state *s = *state;

    reading_free(&s->reading);
    free(s);
    return 0;
}

/* TEXT as a cell of COLUMN, the third field of record 7. */
static const struct cell *read_cell(void **state, const char *column,
                                    const char *text)
{
    struct state *s = *state;
    const struct kind_column *c = NULL;

    for (size_t i = 0; i < COUNT(typed_columns); i++) {
        if (strcmp(typed_columns[i].id, column) == 0)
            c = &typed_columns[i];
    }
    findings_init(&s->reading.findings, &s->reading.arena);
    cell_read(&s->reader, &(struct cell_column){.kind = c}, str_of(text),
              (struct place){s->source, 7, 3}, &s->cell);
    print_message("%s `%s`: %s\n", column, text,
                  reading_faults(&s->reading, false));
    return &s->cell;
}

static void reads_money_in_pence(void **state)
{
    static const struct {
        const char *text;
        int64_t pence;
        int scale;
    } cases[] = {
        {"\xC2\xA3"
         "1,234.56",
         123456, 2},
        {"1234.5", 123450, 2},
        {"(1,234)", -123400, 0},
        {"-\xC2\xA3"
         "1,234",
         -123400, 0},
        {"1,234-", -123400, 0},
        {"75k", 7500000, 0},
        {"1.2m", 120000000, 0},
        {"12.5000", 1250, 2},
        {"0.500", 50, 2},
        {"1,234.500", 123450, 2},
        {"1.250m", 125000000, 0},
        {"0", 0, 0},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct cell *c = read_cell(state, "money", cases[i].text);

        assert_int_equal(c->state, CELL_VALUE);
        assert_int_equal(c->value.pence, cases[i].pence);
        assert_int_equal(c->scale, cases[i].scale);
    }
}

static void refuses_what_may_be_thousands(void **state)
{
    static const char *const cases[] = {"1.000", "£12.500", "(1.250)",
                                        "999.990", "1.000 CR"};

    for (size_t i = 0; i < COUNT(cases); i++)
        assert_int_equal(read_cell(state, "money", cases[i])->state, CELL_BAD);
    assert_int_equal(read_cell(state, "number", "1.000")->state, CELL_VALUE);
}

static void takes_a_sign_without_a_figure_for_a_blank(void **state)
{
    static const struct {
        const char *column;
        const char *text;
        enum cell_state want;
    } cases[] = {
        {"money", "£", CELL_BLANK},  {"money", "£-", CELL_DASH},
        {"money", "£ –", CELL_DASH}, {"money", "£nil", CELL_BAD},
        {"money", "££", CELL_BAD},   {"number", "£", CELL_BAD},
        {"remark", "£", CELL_VALUE},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        const struct cell *c = read_cell(state, cases[i].column, cases[i].text);

        assert_int_equal(c->state, cases[i].want);
        assert_true(str_is(cell_as_typed(c), cases[i].text));
    }
}

static void reads_each_type(void **state)
{
    const struct cell *c = read_cell(state, "number", "1,234.50");

    assert_int_equal(c->value.coefficient, 123450);
    assert_int_equal(c->scale, 2);
    c = read_cell(state, "percent", "31.18%");
    assert_int_equal(c->value.coefficient, 3118);
    c = read_cell(state, "date", "6 th April, 2011");
    assert_int_equal(c->value.date.day, 6);
    c = read_cell(state, "when", "By end July 2014");
    assert_int_equal(c->value.period->count, 1);
    c = read_cell(state, "year", "2012/13");
    assert_int_equal(c->value.year, 2012);
    c = read_cell(state, "level", "low");
    assert_int_equal(c->value.choice, 1);
    c = read_cell(state, "prose", "- one\n- two");
    assert_int_equal(c->value.prose->first->kind, DOC_LIST);
    c = read_cell(state, "prose", "> 5%");
    assert_int_equal(c->value.prose->first->kind, DOC_PARAGRAPH);
    c = read_cell(state, "remark", "None of them");
    assert_int_equal(c->state, CELL_VALUE);
}

static void keeps_states_apart_from_values(void **state)
{
    static const struct {
        const char *text;
        enum cell_state state;
    } cases[] = {
        {"", CELL_BLANK},
        {"-", CELL_DASH},
        {"\xE2\x80\x93", CELL_DASH},
        {"nil", CELL_NIL},
        {"None", CELL_NIL},
        {"n/a", CELL_NOT_APPLICABLE},
        {"TBC", CELL_TO_BE_CONFIRMED},
        {"[c]", CELL_WORDS},
        {"[X]", CELL_WORDS},
        {":", CELL_WORDS},
    };
    static const char *const columns[] = {
        "money", "number", "percent", "date", "when", "year", "level",
    };

    for (size_t c = 0; c < COUNT(columns); c++) {
        for (size_t i = 0; i < COUNT(cases); i++) {
            const struct cell *cell =
                read_cell(state, columns[c], cases[i].text);

            assert_int_equal(cell->state, cases[i].state);
            assert_int_equal(((struct state *)*state)->reading.findings.count,
                             0);
        }
    }
}

static void takes_no_name_for_a_state(void **state)
{
    static const char *const columns[] = {"name", "group", "remark", "prose",
                                          "a column that is extra"};
    static const char *const texts[] = {"None", "None.", "-",
                                        "n/a",  "TBC",   "[c]"};

    for (size_t c = 0; c < COUNT(columns); c++) {
        for (size_t i = 0; i < COUNT(texts); i++) {
            const struct cell *cell = read_cell(state, columns[c], texts[i]);

            assert_int_equal(cell->state, CELL_VALUE);
            assert_true(str_is(cell_as_typed(cell), texts[i]));
        }
    }
}

static void says_what_is_wrong_with_a_cell(void **state)
{
    static const struct {
        const char *column;
        const char *text;
        const char *fault;
    } cases[] = {
        {"money", "abc", "bad-figure `abc` is not an amount of money | "},
        {"number", "abc", "bad-figure `abc` is not a number | "},
        {"percent", "abc", "bad-figure `abc` is not a percentage | "},
        {"money", "#REF!", "bad-figure `#REF!` is a broken formula | mend it"},
        {"remark", "#DIV/0!", "bad-figure `#DIV/0!` is a broken formula"},
        {"remark", "####",
         "bad-figure `####` stands where a figure did not fit"},
        {"remark", "#NAME?", "bad-figure `#NAME?` is a broken formula"},
        {"prose", "#N/A", "bad-figure `#N/A` is a broken formula"},
        {"money", "1.2E+05", "bad-figure `1.2E+05` has lost digits | give"},
        {"money", "12,34", "bad-figure `12,34` has a misplaced comma"},
        {"money", "1.234", "bad-figure `1.234` has more decimals than money"},
        {"number", "99999999999999999999", "has more digits than can be kept"},
        {"money", "99999999999999999", "has more digits than can be kept"},
        {"date", "31 June 2012", "bad-date `31 June 2012` is no day of the"},
        {"date", "02/25/2012", "bad-date `02/25/2012` has its month first"},
        {"date", "Monday 5 October 2012",
         "names the wrong day of the week | that day is a Friday"},
        {"date", "soon", "bad-date `soon` is not a date"},
        {"when", "By 31 June 2012", "is no day of the calendar"},
        {"year", "2012/14", "bad-year `2012/14` is not a financial year"},
        {"level", "Hgh",
         "bad-value `Hgh` is not one of the choices | did "
         "you mean `High`?"},
        {"prose", "a <b>c</b>", "bad-element HTML (`<b>`) is not taken"},
        {"date", "41306",
         "bad-date `41306` is a spreadsheet's number for a day "
         "| it stands for 2013-02-01"},
        {"when", "6 October 2026 to 5 October 2025", "ends before it begins"},
        {"number", "12 m", "has letters behind its digits"},
        {"money", "1 23", "has a space between its digits"},
        {"money", "63.230000000000004", "has digits that nobody typed"},
    };

    for (size_t i = 0; i < COUNT(cases); i++) {
        struct state *s = *state;
        const struct cell *c = read_cell(state, cases[i].column, cases[i].text);

        assert_non_null(
            strstr(reading_faults(&s->reading, false), cases[i].fault));
        assert_int_equal(s->reading.findings.first->at.line, 7);
        assert_int_equal(s->reading.findings.first->at.column, 3);
        assert_true(c->len == strlen(cases[i].text));
    }
}

static void takes_text_that_begins_with_a_number_sign(void **state)
{
    static const char *const texts[] = {"#1 priority", "#OurTown!", "# Head",
                                        "#", "#HASH"};

    for (size_t i = 0; i < COUNT(texts); i++) {
        assert_int_equal(read_cell(state, "remark", texts[i])->state,
                         CELL_VALUE);
        assert_int_equal(((struct state *)*state)->reading.findings.count, 0);
    }
}

static void cuts_long_texts_in_messages(void **state)
{
    struct state *s = *state;
    char text[402] = "";

    for (size_t i = 0; i < 200; i++)
        memcpy(text + 2 * i, "\xC3\xA9", 2);
    read_cell(state, "money", text);
    assert_int_equal(utf8_valid(s->reading.findings.first->text),
                     s->reading.findings.first->text.len);
    assert_true(s->reading.findings.first->text.len < 120);
}

/* Whatever is read at once is read alike the long way, which says nothing of
   it. */
static void reads_plain_figures_alike(void **state)
{
    static const char *const texts[] = {
        "7",
        "-7",
        "1234",
        "12.3",
        "12.34",
        "12.345",
        "1.000",
        "1,234",
        "1,234.5",
        "-1,234,567.89",
        "12,34",
        "1234,567",
        "0",
        "0.00",
        "-0",
        "00.5",
        ".5",
        "5.",
        "-",
        "1.2.3",
        "(7)",
        "+7",
        "7-",
        "£7",
        "7m",
        "7*",
        "1 234",
        "TBC",
        "",
        "123456789012345",
        "1234567890123456",
        "1234567890123.45",
    };
    struct state *s = *state;
    size_t plain = 0;

    for (size_t c = 0; c < COUNT(typed_columns); c++) {
        const enum value_type type = typed_columns[c].type;

        for (size_t i = 0; i < COUNT(texts); i++) {
            struct cell_column column = {.kind = &typed_columns[c]};
            const struct str text = str_of(texts[i]);
            const size_t said = s->reading.findings.count;
            struct cell quick;

            if ((type != TYPE_MONEY && type != TYPE_NUMBER) ||
                !cell_read_plain(&column, text, &quick))
                continue;
            plain++;
            cell_read(&s->reader, &column, text,
                      (struct place){s->source, 1, 1}, &s->cell);
            assert_int_equal(s->reading.findings.count, said);
            assert_int_equal(s->cell.state, CELL_VALUE);
            assert_int_equal(quick.state, CELL_VALUE);
            assert_int_equal(quick.value.pence, s->cell.value.pence);
            assert_int_equal(quick.scale, s->cell.scale);
            assert_int_equal(quick.marked, s->cell.marked);
            assert_true(str_eq(cell_as_typed(&quick), text));
        }
    }
    assert_true(plain > 15);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name) cmocka_unit_test_setup_teardown(name, set_up, tear_down)
        TEST(reads_money_in_pence),
        TEST(reads_plain_figures_alike),
        TEST(refuses_what_may_be_thousands),
        TEST(takes_a_sign_without_a_figure_for_a_blank),
        TEST(reads_each_type),
        TEST(keeps_states_apart_from_values),
        TEST(takes_no_name_for_a_state),
        TEST(says_what_is_wrong_with_a_cell),
        TEST(takes_text_that_begins_with_a_number_sign),
        TEST(cuts_long_texts_in_messages),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
