#include "generators/table_csv.h"
#include "input/csv/csv_in.h"
#include "tests/support/reading.h"
#include "tests/support/wording.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct str amount_aliases[] = {{"Budget", 6}};
static const struct str levels[] = {{"High", 4}, {"Low", 3}};
static const struct kind_column columns[] = {
    {.id = "item",
     .title = {"Item", 4},
     .type = TYPE_TEXT,
     .role = COLUMN_KEY,
     .required = true},
    {.id = "amount",
     .title = {"Amount", 6},
     .type = TYPE_MONEY,
     .aliases = amount_aliases,
     .naliases = 1,
     .required = true},
    {.id = "count", .title = {"Count", 5}, .type = TYPE_NUMBER},
    {.id = "share", .title = {"Share", 5}, .type = TYPE_PERCENT},
    {.id = "date", .title = {"Date", 4}, .type = TYPE_DATE},
    {.id = "level",
     .title = {"Level", 5},
     .type = TYPE_CHOICE,
     .choices = levels,
     .nchoices = 2},
    {.id = "note", .title = {"Note", 4}, .type = TYPE_PROSE},
    {.id = "team",
     .title = {"Team", 4},
     .type = TYPE_TEXT,
     .role = COLUMN_GROUP},
};
static const struct kind kind = {
    .id = "some",
    .columns = columns,
    .ncolumns = COUNT(columns),
};

static void expect(const char *text, const char *wanted,
                   const struct str *asked, size_t nasked)
{
    struct reading reading;
    const struct table *table;
    struct table_options options = {
        .kind = &kind,
        .wording = test_wording(),
        .wanted = asked,
        .nwanted = nasked,
    };
    struct source *source;
    struct str csv;

    reading_init(&reading);
    source = reading_source(&reading, "some.csv", str_of(text));
    source->kind = SOURCE_CSV;
    options.at = (struct place){source, 1, 1};
    assert_int_equal(
        csv_in(&reading.arena, source, &options, &reading.findings, &table),
        ST_OK);
    csv = table_csv(&reading.arena, table);
    print_message("%.*s\n", STR_ARG(csv));
    assert_true(str_is(csv, wanted));
    reading_free(&reading);
}

static void figures_are_plain(void **state)
{
    (void)state;
    expect("Item,Amount,Count,Share,Date\n"
           "A,\"\xC2\xA3"
           "1,234.50\",\"1,000.25\",45.0%,5 October 2012\n"
           "B,(75k),-3,-0.5%,05/10/2012\n"
           "C,TBC,-,n/a,\n",
           "Item,Amount,Count,Share,Date\r\n"
           "A,1234.50,1000.25,45.0%,2012-10-05\r\n"
           "B,-75000.00,-3,-0.5%,2012-10-05\r\n"
           "C,TBC,-,n/a,\r\n",
           NULL, 0);
    expect("Item,Budget \xC2\xA3"
           "000\nA,572\nB,0.5\n",
           "Item,Amount\r\nA,572000\r\nB,500\r\n", NULL, 0);
}

static void what_nobody_asked_for_stays(void **state)
{
    static const struct str asked[] = {{"amount", 6}, {"level", 5}};

    (void)state;
    expect("Title\n\nItem,Secret,Amount,Level,,\nA,CANARY,1,low,,\n",
           "Item,Amount,Level\r\nA,1,Low\r\n", NULL, 0);
    expect("Item,Secret,Amount,Level\nCANARY,CANARY,1,High\n",
           "Amount,Level\r\n1,High\r\n", asked, COUNT(asked));
}

static void words_are_as_typed_but_no_formulas(void **state)
{
    (void)state;
    expect("Item,Amount,Note\n"
           "=1+1,-1,\"Says \"\"yes\"\", then\n- a\n- b\"\n"
           "+44 1632,1,@home\n"
           "-5,2,- \n"
           "- 5 posts,3,\xEF\xBC\x9D"
           "A1\n",
           "Item,Amount,Note\r\n"
           "'=1+1,-1,\"Says \"\"yes\"\", then\n- a\n- b\"\r\n"
           "'+44 1632,1,'@home\r\n"
           "-5,2,-\r\n"
           "'- 5 posts,3,'\xEF\xBC\x9D"
           "A1\r\n",
           NULL, 0);
}

static void a_table_without_rows_has_its_headings(void **state)
{
    (void)state;
    expect("Item,Amount\n", "Item,Amount\r\n", NULL, 0);
}

/* As merged cells of a workbook are: whoever sorts the file keeps the group. A
   total is of none. */
static void groups_are_named_in_each_row(void **state)
{
    (void)state;
    expect("Team,Item,Amount\nRoads,A,1\n,B,2\nParks,C,3\n,D,4\n,Total,10\n",
           "Item,Amount,Team\r\nA,1,Roads\r\nB,2,Roads\r\nC,3,Parks\r\n"
           "D,4,Parks\r\nTotal,10,\r\n",
           NULL, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(figures_are_plain),
        cmocka_unit_test(what_nobody_asked_for_stays),
        cmocka_unit_test(words_are_as_typed_but_no_formulas),
        cmocka_unit_test(a_table_without_rows_has_its_headings),
        cmocka_unit_test(groups_are_named_in_each_row),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
