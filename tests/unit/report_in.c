#include "core/doc/doc.h"
#include "input/xml/xml_in.h"
#include "tests/support/report_test.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

static void reads_all_that_a_report_holds(void **state)
{
    struct report_test *s = *state;
    const struct report *r = &s->report;

    report_test_write(state, "b.csv",
                      "Line,Amount\nSchools,£1200\nParks,\"1,200\"\n");
    report_test_write(state, "f.md", "Money *matters*.\n");
    assert_string_equal(
        report_test_faults(
            state, "<data id='b' file='b.csv' kind='budget-lines' "
                   "as-at='2012-09-20' title='Budget' copy='internal'/>"
                   "<value id='n' type='number'> 43 </value>"
                   "<value id='m' type='money'>£1.5m</value>"
                   "<recommendations><recommendation id='r1'><p>Do.</p>"
                   "<reason><p>Why.</p></reason></recommendation>"
                   "</recommendations>"
                   "<section id='background'><p>Old.</p></section>"
                   "<part id='plan' title='Plan'>"
                   "<section id='finance' file='f.md'/></part>"
                   "<appendix id='a' title='A'><p>X</p></appendix>"
                   "<paper id='p' title='P' address='https://example.gov.uk'/>"
                   "<acknowledge code='sum' at='b.csv:B3' because='old'/>"),
        "");
    assert_int_equal(s->status, ST_OK);
    assert_ptr_equal(s->used, &s->known);
    assert_string_equal(r->lang, "en-GB");
    assert_int_equal(r->nsources, 3);
    assert_int_equal(r->fields[1].date.month, 10);
    assert_int_equal(report_data(r, STR_LIT("b"))->as_at.day, 20);
    assert_int_equal(r->data[0].audience, AUDIENCE_INTERNAL);
    assert_int_equal(r->data[0].table->nrows, 2);
    assert_int_equal(r->values[0].cell.value.coefficient, 43);
    assert_int_equal(r->values[1].cell.value.pence, 150000000);
    assert_non_null(r->recommendations[0].reason);
    assert_int_equal(r->parts[0].nsections, 1);
    assert_non_null(r->parts[0].sections[0].prose->first);
    assert_non_null(r->appendices[0].prose);
    assert_null(r->papers[0].prose);
    assert_ptr_equal(r->acknowledgements[0].data, &r->data[0]);
    assert_int_equal(r->acknowledgements[0].cell.line, 3);
    assert_int_equal(r->acknowledgements[0].cell.column, 2);
}

static void names_the_nearest_of_unknown_names(void **state)
{
    struct report_test *s = *state;

    assert_string_equal(
        report_test_faults(
            state, "<data id='b' file='no.csv' kind='budget-line'/>\n"
                   "<section id='backgruond'/>\n"
                   "<part id='plans'/>\n"
                   "<part id='plan'><section id='background'/></part>\n"
                   "<person role='autor' job='x'/>\n"
                   "<acknowledge code='sun' at='c.csv:A1' because='x'/>"),
        "report.xml:2:20 no-file cannot read `no.csv`: No such file or "
        "directory | known here: report.xml\n"
        "report.xml:2:34 unknown-name there is no kind of table `budget-line` "
        "| did you mean `budget-lines`?\n"
        "report.xml:3:14 unknown-name there is no section `backgruond` | did "
        "you mean `background`?\n"
        "report.xml:4:11 unknown-name there is no part `plans` | did you mean "
        "`plan`?\n"
        "report.xml:5:30 unknown-name there is no section `background` | known "
        "here: finance\n"
        "report.xml:6:15 unknown-name there is no role of a person `autor` | "
        "did you mean `author`?\n"
        "report.xml:7:20 bad-value `sun` is no fault that a report can own up "
        "to | "
        "did you mean `sum`?\n"
        "report.xml:7:29 unknown-name no data is read from a file `c.csv` | "
        "did you mean `no.csv`?\n");
    assert_int_equal(s->status, ST_DATA);
}

static void goes_on_without_a_template(void **state)
{
    struct report_test *s = *state;

    report_test_write(state, "report.xml",
                      "<report format='1' template='plane'>\n"
                      "<value id='v' type='money'>lots</value></report>");
    assert_string_equal(
        report_test_read(s, NULL, 0),
        "report.xml:1:30 unknown-name there is no template `plane` | did you "
        "mean `plain`?\n"
        "report.xml:2:28 bad-figure `lots` is not an amount of money | write "
        "it as 1,234.56, (1,234) or 75k\n");
    assert_int_equal(s->status, ST_DATA);
    assert_null(s->used);
}

static void asks_for_what_the_template_requires(void **state)
{
    struct report_test *s = *state;

    report_test_write(state, "report.xml",
                      "<report format='1' template='plain'>\n"
                      "<header><field id='title'> </field>\n"
                      "<field id='dat'/></header></report>");
    assert_string_equal(
        report_test_read(s, NULL, 0),
        "report.xml:1:1 missing a person with the role `contact` is required "
        "| add <person role=\"contact\" name=\"...\"/>\n"
        "report.xml:2:1 missing the header field `date` is required | add "
        "<field id=\"date\"> to the header\n"
        "report.xml:2:9 missing the header field `title` is required | add "
        "<field id=\"title\"> to the header\n"
        "report.xml:3:12 unknown-name there is no header field `dat` | did "
        "you mean `date`?\n");
}

static void refuses_bad_dates(void **state)
{
    report_test_write(state, "b.csv", "Line,Amount\nSchools,1\n");
    assert_string_equal(
        report_test_faults(state,
                           "<data id='b' file='b.csv' kind='budget-lines' "
                           "as-at='31 June 2012'/>"
                           "<value id='d' type='date'>\n 02/25/2012</value>"),
        "report.xml:2:54 bad-date `31 June 2012` is no day of the calendar\n"
        "report.xml:3:2 bad-date `02/25/2012` has its month first | write the "
        "day first\n");
}

static void reads_a_month_with_and_without_a_day(void **state)
{
    struct report_test *s = *state;

    assert_string_equal(
        report_test_faults(state,
                           "<header><field id='period'>April 2013</field>"
                           "</header>"),
        "");
    assert_int_equal(s->report.fields[2].date.month, 4);
    assert_int_equal(s->report.fields[2].date.year, 2013);
}

static void refuses_the_same_id_twice_and_names_both_places(void **state)
{
    assert_string_equal(
        report_test_faults(
            state, "<value id='date' type='text'>x</value>\n"
                   "<section id='background'><p id='a'>x</p></section>\n"
                   "<section id='background'/>\n"
                   "<appendix id='a' title='A'/>"),
        "report.xml:2:30 duplicate-id the id `date` is given twice, first at "
        "report.xml:1:89\n"
        "report.xml:4:1 duplicate-id the id `background` is given twice, "
        "first at report.xml:3:1\n"
        "report.xml:5:1 duplicate-id the id `a` is given twice, first at "
        "report.xml:3:26\n");
}

static void finds_guidance_wherever_it_was_left(void **state)
{
    report_test_write(state, "f.md", "One.\n\nTwo [insert amount] three.\n");
    assert_string_equal(
        report_test_faults(
            state,
            "<header><field id='council'>[Insert name]</field></header>\n"
            "<section id='background'><p>It is\n"
            "  <em>so</em>: delete as\n  applicable</p></section>\n"
            "<section id='finance' file='f.md'/>\n"
            "<paper title='Lorem ipsum dolor'/>"),
        "f.md:3:5 guidance guidance is left in the text: `[insert`\n"
        "report.xml:2:29 guidance guidance is left in the text: `[Insert`\n"
        "report.xml:4:16 guidance guidance is left in the text: `delete as "
        "applicable`\n"
        "report.xml:7:15 guidance guidance is left in the text: `Lorem "
        "ipsum`\n");
}

static void refuses_files_outside_its_folder(void **state)
{
    struct report_test *s = *state;
    char link_path[FOLDER_PATH_SIZE];
    char pipe_path[FOLDER_PATH_SIZE];

    test_folder_path(&s->folder, "link.csv", link_path);
    test_folder_path(&s->folder, "pipe.csv", pipe_path);
    assert_int_equal(symlink("/etc/passwd", link_path), 0);
    assert_int_equal(mkfifo(pipe_path, 0600), 0);
    assert_string_equal(
        report_test_faults(
            state, "<data id='a' file='/etc/passwd' kind='budget-lines'/>\n"
                   "<data id='b' file='x/../../b.csv' kind='budget-lines'/>\n"
                   "<data id='c' file='link.csv' kind='budget-lines'/>\n"
                   "<data id='d' file='pipe.csv' kind='budget-lines'/>\n"
                   "<data id='e' file='.' kind='budget-lines'/>\n"
                   "<data id='f' file='' kind='budget-lines'/>"),
        "report.xml:2:20 outside `/etc/passwd` is an absolute path | copy the "
        "file into the folder and name it there\n"
        "report.xml:3:20 outside `x/../../b.csv` leads out of the folder | "
        "copy the file into the folder and name it there\n"
        "report.xml:4:20 outside `link.csv` is a link that leads out of the "
        "folder | copy the file into the folder and name it there\n"
        "report.xml:5:20 no-file cannot read `pipe.csv`: it is not a regular "
        "file\n"
        "report.xml:6:20 no-file cannot read `.`: it is a folder\n"
        "report.xml:7:20 bad-value the name of a file is empty\n");
    assert_int_equal(s->status, ST_DATA);
}

static void finds_the_faults_of_all_files_in_one_run(void **state)
{
    report_test_write(state, "b.csv", "Line,Amount\nSchools,#REF!\n");
    report_test_write(state, "f.md", "a\nxxxx\n");
    assert_string_equal(
        report_test_faults(
            state, "<data id='b' file='b.csv' kind='budget-lines'/>\n"
                   "<section id='finance' file='f.md' words='3'/>\n"
                   "<section id='background'><p>R&D <list "
                   "style='letters'><item>x</item></list></p></section>"),
        "b.csv:2:2 bad-figure `#REF!` is a broken formula | mend it in the "
        "spreadsheet and export the sheet again\n"
        "f.md:2:1 guidance guidance is left in the text: `xxxx`\n"
        "report.xml:3:35 bad-attribute <section> has no attribute `words` | "
        "known here: id, file, encoding, copy\n"
        "report.xml:4:30 bad-xml `&` begins no character reference here | "
        "write &amp; for &\n"
        "report.xml:4:33 bad-element <list> cannot stand in <p> | known here: "
        "strong, em, a, ref, phrase, br, note\n"
        "report.xml:4:46 unknown-name the template has no series of labels "
        "`letters` | did you mean `letter`?\n");
}

static void says_that_there_is_no_report(void **state)
{
    struct report_test *s = *state;
    const char *said = report_test_read(s, NULL, 0);

    assert_int_equal(s->status, ST_NOINPUT);
    assert_non_null(strstr(said, "/report.xml`: No such file"));
}

static void stops_at_a_report_that_is_not_well_formed(void **state)
{
    struct report_test *s = *state;

    assert_string_equal(report_test_faults(state, "<section id='background'>"),
                        "report.xml:2:26 bad-xml </report> does not close "
                        "<section>, which was opened in line 2\n");
    assert_int_equal(s->status, ST_DATA);
}

static void refuses_acknowledgements_that_name_no_cell(void **state)
{
    static const char *const bad[] = {
        "b.csv",     "b.csv:",
        "b.csv:6",   "b.csv:F",
        "b.csv:F0",  "b.csv:F6x",
        ":",         "",
        "b.csv:F-1", "b.csv:F99999999999999999999"};
    struct report_test *s = *state;

    report_test_write(state, "b.csv", "Line,Amount\nSchools,1\n");
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        struct str body;

        body = arena_printf(&s->reading.arena,
                            "<data id='b' file='b.csv' kind='budget-lines'/>"
                            "<acknowledge code='sum' because='x' at='%s'/>",
                            bad[i]);
        s->reading.findings = (struct findings){.arena = &s->reading.arena};
        if (strstr(report_test_faults(state, body.ptr), "names no cell") ==
            NULL)
            fail_msg("`%s` was taken for a cell", bad[i]);
    }
}

int main(void)
{
#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, report_test_open, report_test_close)
    const struct CMUnitTest tests[] = {
        TEST(reads_all_that_a_report_holds),
        TEST(names_the_nearest_of_unknown_names),
        TEST(goes_on_without_a_template),
        TEST(asks_for_what_the_template_requires),
        TEST(refuses_bad_dates),
        TEST(reads_a_month_with_and_without_a_day),
        TEST(refuses_the_same_id_twice_and_names_both_places),
        TEST(finds_guidance_wherever_it_was_left),
        TEST(refuses_files_outside_its_folder),
        TEST(finds_the_faults_of_all_files_in_one_run),
        TEST(says_that_there_is_no_report),
        TEST(stops_at_a_report_that_is_not_well_formed),
        TEST(refuses_acknowledgements_that_name_no_cell),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
