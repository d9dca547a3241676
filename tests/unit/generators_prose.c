#include "input/xml/xml_in.h"
#include "tests/support/generating.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* The tree of a report whose one section holds the prose XML. */
static void make(struct generating *g, const char *xml)
{
    generating_init(g);
    generating_section(g, "s", xml);
    generating_make(g, AUDIENCE_PUBLIC);
}

static const struct kind_column columns[] = {
    {.id = "site", .title = {"Site", 4}, .role = COLUMN_KEY},
    {.id = "open", .title = {"Open", 4}},
};
static const struct kind sites = {
    .id = "sites", .columns = columns, .ncolumns = 2};

static void numbers_paragraphs_of_the_section_alone(void **state)
{
    struct generating g;

    (void)state;
    make(&g, "<p>A</p><p number=\"no\">B</p><list><item><p>C</p><p>D</p></item>"
             "</list><quote><p>E</p></quote><p>F</p>");
    test_labels(&g.doc, "1. 1.1 a) 1.2");
    generating_has(&g, "    paragraph keep-next\n      text \"B\"\n");
    test_words(g.doc.root, "Title 1. s 1.1 A B a) C D E 1.2 F");
    generating_free(&g);
}

static void puts_headings_below_that_of_their_section(void **state)
{
    struct generating g;

    (void)state;
    make(&g, "<heading>Sub</heading><p>A</p>");
    generating_has(&g, "    heading level=3 keep-next\n      text \"Sub\"\n");
    test_labels(&g.doc, "1. 1.1");
    generating_free(&g);
}

static void expands_expressions_over_joined_texts(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_value(&g.t, "n", TYPE_NUMBER, "43");
    generating_section(&g, "s",
                       "<p>{{n<!-- -->}} of {{<![CDATA[n]]>|words}}"
                       " and <strong>{{n}}</strong></p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title 1. s 1.1 43 of 43 and 43");
    generating_free(&g);
}

static void never_looks_at_a_result_again(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_value(&g.t, "n", TYPE_TEXT, "{{m}} <strong>");
    generating_section(&g, "s", "<p>{{n}}</p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "text \"{{m}} <strong>\"");
    generating_free(&g);
}

static void leaves_out_what_a_condition_does_not_hold_for(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_value(&g.t, "n", TYPE_NUMBER, "3");
    generating_section(&g, "s",
                       "<p when=\"n &gt; 2\">A</p><p when=\"n = 2\">B</p>"
                       "<list><item when=\"n = 2\">C</item></list>");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title 1. s 1.1 A");
    generating_has_no(&g, "list");
    generating_free(&g);
}

static void repeats_a_block_for_each_row(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_data(&g.t, "sites", &sites,
                     "Site;Open\nNorth;yes\nSouth;no\nWest;yes\n");
    generating_section(
        &g, "s",
        "<list><item each=\"sites\" when=\"row.open\">{{row.site}}</item>"
        "</list><p each=\"sites\">At {{row.site}}</p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title 1. s a) North b) West 1.1 At North 1.2 At "
                           "South 1.3 At West");
    generating_free(&g);
}

static void repeats_blocks_inside_a_repeated_block(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_data(&g.t, "sites", &sites, "Site;Open\nN;1\nS;2\n");
    test_report_data(&g.t, "more", &sites, "Site;Open\nX;1\nY;2\n");
    generating_section(&g, "s",
                       "<list><item each=\"sites\"><p>{{row.site}}</p>"
                       "<quote><p each=\"more\">{{row.site}}</p></quote>"
                       "<p>{{row.open}}</p></item></list>");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title 1. s a) N X Y 1 b) S X Y 2");
    generating_free(&g);
}

static void names_data_that_is_not_there(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_section(&g, "s", "<p>A</p><p each=\"nowhere\">B</p>");
    g.t.report.source = g.given[0].prose->at.source;
    generating_refuse(&g, "unknown-name", "nowhere");
    generating_free(&g);
}

static void puts_notes_after_the_block_that_marks_them(void **state)
{
    struct generating g;

    (void)state;
    make(&g, "<p>A<note>first</note> and<note>second</note></p><p>B</p>");
    generating_has(&g, "      note-mark target=\".note-1\" \"1\"\n"
                       "        label \"1\"\n");
    test_words(g.doc.root, "Title 1. s 1.1 A and 1 first 2 second 1.2 B");
    generating_free(&g);
}

static void gives_each_repeated_note_a_number_of_its_own(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_data(&g.t, "sites", &sites, "Site;Open\nN;1\nS;2\n");
    generating_section(&g, "s",
                       "<p each=\"sites\">A<note>of {{row.site}}</note></p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title 1. s 1.1 A 1 of N 1.2 A 2 of S");
    generating_free(&g);
}

static void keeps_notes_in_items_with_their_words(void **state)
{
    struct generating g;

    (void)state;
    make(&g, "<list><item>A<note>x</note></item><item>B</item></list>");
    test_words(g.doc.root, "Title 1. s a) A 1 x b) B");
    generating_free(&g);
}

static void leaves_internal_prose_out_of_the_published_copy(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_value(&g.t, "n", TYPE_NUMBER, "43")->audience =
        AUDIENCE_INTERNAL;
    generating_section(&g, "s",
                       "<p>A</p><p copy=\"internal\">{{n}}</p><p>B</p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title 1. s 1.1 A 1.3 B");
    generating_free(&g);
}

static void refuses_an_internal_value_in_open_text(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_value(&g.t, "n", TYPE_NUMBER, "43")->audience =
        AUDIENCE_INTERNAL;
    generating_section(&g, "s", "<p>A {{n}}</p>");
    generating_refuse(&g, "exempt", "n");
    generating_free(&g);
}

static void refuses_a_reference_into_internal_prose(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_section(&g, "s",
                       "<p>see <ref to=\"x\"/></p>"
                       "<p id=\"x\" copy=\"internal\">A</p>");
    generating_refuse(&g, "exempt", "`x`");
    generating_free(&g);
}

static void fills_a_generator_call_where_it_stands(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_data(&g.t, "sites", &sites, "Site;Open\nN;1\n");
    generating_section(&g, "s",
                       "<p>A</p><table id=\"t\" data=\"sites\" caption=\"Two "
                       "{{count(sites)}}\"/><p>see <ref to=\"t\"/></p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "table #t columns=");
    test_words(g.doc.root,
               "Title 1. s 1.1 A Two 1 Site Open N 1 1.2 see Two 1");
    generating_free(&g);
}

static void fills_each_place_in_its_order(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_data(&g.t, "sites", &sites, "Site;Open\nN;1\nS;2\n");
    test_report_data(&g.t, "none", &sites, "Site;Open\n");
    generating_section(&g, "s",
                       "<table data=\"sites\" caption=\"One\"/>"
                       "<table each=\"none\" data=\"sites\" caption=\"Empty\"/>"
                       "<p>A</p>"
                       "<table each=\"sites\" data=\"sites\" caption=\"Two\"/>"
                       "<table each=\"none\" data=\"sites\" "
                       "caption=\"Empty\"/>");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title 1. s One Site Open N 1 S 2 1.1 A Two Site "
                           "Open N 1 S 2 Two Site Open N 1 S 2");
    generating_has_no(&g, "Empty");
    generating_has_no(&g, "slot");
    generating_free(&g);
}

static void leaves_out_a_section_whose_places_stay_empty(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_data(&g.t, "none", &sites, "Site;Open\n");
    test_report_data(&g.t, "sites", &sites, "Site;Open\nN;1\n");
    generating_section(&g, "s",
                       "<table each=\"none\" data=\"sites\" caption=\"E\"/>");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title");
    generating_free(&g);
}

static void fills_places_in_what_generators_print(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_data(&g.t, "sites", &sites, "Site;Open\nN;1\n");
    generating_recommendation(&g, "r1",
                              "<p>B</p><table data=\"sites\" caption=\"In\"/>")
        ->audience = AUDIENCE_INTERNAL;
    generating_recommendation(&g, "r2", "<p>C</p>");
    generating_call(&g, "recommendations", NULL, NULL, NULL);
    g.t.template.recommendation_series = &g.series[TEST_PARAGRAPH];
    generating_make(&g, AUDIENCE_INTERNAL);
    test_words(g.doc.root,
               "Title 1. recommendations 1.1 B In Site Open N 1 1.2 C");
    generating_has(&g, "    table internal");
    generating_free(&g);
}

static void refuses_a_generator_in_itself(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_data(&g.t, "sites", &sites, "Site;Open\nN;1\n");
    generating_section(&g, "s",
                       "<p>A</p><table data=\"sites\" with=\"narrative\"/>");
    generating_refuse(&g, "bad-element", "`narrative`");
    generating_free(&g);
}

static void names_a_generator_that_is_not_there(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_section(&g, "s", "<p>A</p><table data=\"x\" with=\"tabel\"/>");
    generating_refuse(&g, "unknown-name", "tabel");
    generating_free(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(numbers_paragraphs_of_the_section_alone),
        cmocka_unit_test(puts_headings_below_that_of_their_section),
        cmocka_unit_test(expands_expressions_over_joined_texts),
        cmocka_unit_test(never_looks_at_a_result_again),
        cmocka_unit_test(leaves_out_what_a_condition_does_not_hold_for),
        cmocka_unit_test(repeats_a_block_for_each_row),
        cmocka_unit_test(repeats_blocks_inside_a_repeated_block),
        cmocka_unit_test(names_data_that_is_not_there),
        cmocka_unit_test(puts_notes_after_the_block_that_marks_them),
        cmocka_unit_test(gives_each_repeated_note_a_number_of_its_own),
        cmocka_unit_test(keeps_notes_in_items_with_their_words),
        cmocka_unit_test(leaves_internal_prose_out_of_the_published_copy),
        cmocka_unit_test(refuses_an_internal_value_in_open_text),
        cmocka_unit_test(refuses_a_reference_into_internal_prose),
        cmocka_unit_test(fills_a_generator_call_where_it_stands),
        cmocka_unit_test(fills_each_place_in_its_order),
        cmocka_unit_test(leaves_out_a_section_whose_places_stay_empty),
        cmocka_unit_test(fills_places_in_what_generators_print),
        cmocka_unit_test(refuses_a_generator_in_itself),
        cmocka_unit_test(names_a_generator_that_is_not_there),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
