#include "input/xml/xml_in.h"
#include "tests/support/generating.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void recommendations_are_paragraphs_where_they_share_a_series(void **s)
{
    struct generating g;

    (void)s;
    generating_init(&g);
    generating_call(&g, "recommendations", NULL, "lead", "That Cabinet:");
    generating_recommendation(&g, "one", "<p>notes A</p><p>and so</p>")
        ->reason = generating_prose(&g, "<p>because</p>");
    generating_recommendation(&g, NULL, "<p>notes <ref to=\"one\"/></p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "    paragraph role=lead keep-next\n");
    generating_has(&g, "    paragraph #one\n      label \"1.1\"\n");
    test_words(g.doc.root->last,
               "1. recommendations That Cabinet: 1.1 notes A and so because "
               "1.2 notes 1.1");
    generating_free(&g);
}

static void recommendations_are_a_list_in_a_series_of_their_own(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    g.t.template.recommendation_series = &g.series[TEST_ITEM];
    generating_call(&g, "recommendations", NULL, NULL, NULL);
    generating_recommendation(&g, "one", "<p>notes A</p>");
    generating_recommendation(&g, NULL, "<p>notes <ref to=\"one\"/></p>")
        ->reason = generating_prose(&g, "<p>because</p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "      item #one\n"
                       "        label \"a)\"\n"
                       "        text \"notes A\"\n");
    generating_has(&g, "        paragraph role=reason\n"
                       "          text \"because\"\n");
    test_words(g.doc.root->last,
               "1. recommendations a) notes A b) notes a because");
    generating_free(&g);
}

static void reasons_begin_with_the_words_of_the_template(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    g.t.template.recommendation_series = &g.series[TEST_ITEM];
    generating_call(&g, "recommendations", NULL, "reason", "Reason:");
    generating_recommendation(&g, NULL, "<p>notes A</p>")->reason =
        generating_prose(&g, "<p><em>because</em></p><p>more</p>");
    generating_recommendation(&g, NULL, "<p>notes B</p>")->reason =
        generating_prose(&g, "<list><item>since</item></list>");
    generating_recommendation(&g, NULL, "<p>notes C</p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "        paragraph role=reason\n"
                       "          strong\n"
                       "            text \"Reason:\"\n"
                       "          text \" \"\n"
                       "          emphasis\n");
    generating_has(&g, "        paragraph role=reason keep-next\n"
                       "          strong\n"
                       "            text \"Reason:\"\n"
                       "        list series=item\n");
    test_words(g.doc.root->last,
               "1. recommendations a) notes A Reason: because more "
               "b) notes B Reason: a) since c) notes C");
    generating_free(&g);
}

static void internal_recommendations_keep_their_number(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_value(&g.t, "n", TYPE_NUMBER, "43")->audience =
        AUDIENCE_INTERNAL;
    generating_call(&g, "recommendations", NULL, NULL, NULL);
    generating_recommendation(&g, NULL, "<p>{{n}}</p>")->audience =
        AUDIENCE_INTERNAL;
    generating_recommendation(&g, NULL, "<p>B</p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root->last, "1. recommendations 1.2 B");
    generating_free(&g);
}

static void a_lead_goes_with_the_last_recommendation(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_call(&g, "recommendations", NULL, "lead", "That Cabinet:");
    generating_recommendation(&g, NULL, "<p>A</p>")->audience =
        AUDIENCE_INTERNAL;
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title");
    generating_free(&g);
}

static void prints_people_with_telephone_and_mail(void **state)
{
    const struct template_role role = {.id = "contact",
                                       .label = {"Contact", 7}};
    struct generating g;

    (void)state;
    generating_init(&g);
    g.t.template.roles = &role;
    g.t.template.nroles = 1;
    generating_call(&g, "contacts", NULL, "role", "contact");
    g.people[0] = (struct person){.role = "contact",
                                  .name = STR_LIT("Officer"),
                                  .job = STR_LIT("Head of Service"),
                                  .telephone = STR_LIT("01632 960118"),
                                  .email = STR_LIT("a@example.gov.uk")};
    g.people[1] = (struct person){.role = "author", .name = STR_LIT("X")};
    g.t.report.npeople = 2;
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root->last,
               "1. contacts Contact Officer, Head of Service Telephone "
               "01632 960118 E-mail a@example.gov.uk");
    generating_has(&g, "link target=\"mailto:a@example.gov.uk\"");
    generating_free(&g);
}

static void lists_background_papers_with_their_addresses(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_call(&g, "background-papers", NULL, NULL, NULL);
    g.papers[0] = (struct paper){.title = STR_LIT("One"),
                                 .address = STR_LIT("https://x.gov.uk/1")};
    g.papers[1] = (struct paper){.title = STR_LIT("Two"),
                                 .address = STR_LIT("Riverside House")};
    g.papers[2] = (struct paper){.title = STR_LIT("Three"),
                                 .audience = AUDIENCE_INTERNAL};
    g.t.report.npapers = 3;
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root->last,
               "1. background-papers a) One b) Two, Riverside House");
    generating_has(&g, "link target=\"https://x.gov.uk/1\"");
    generating_free(&g);
}

static void appendices_are_called_by_one_label_everywhere(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_section(&g, "legal", "<p>see <ref to=\"app\"/></p>");
    generating_call(&g, "appendices", NULL, "series", "appendix");
    g.appendices[0] = (struct paper){.title = STR_LIT("Map")};
    g.appendices[1] = (struct paper){.id = "app",
                                     .title = STR_LIT("Replies"),
                                     .prose = generating_prose(&g, "<p>A</p>")};
    g.t.report.nappendices = 2;
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root,
               "Title 1. legal 1.1 see Appendix 2 2. appendices Appendix 1 Map "
               "Appendix 2 Replies Appendix 2 Replies A");
    generating_has(&g,
                   "  page-break\n  section #app-text\n    heading level=2");
    generating_free(&g);

    generating_init(&g);
    generating_call(&g, "appendices", NULL, "series", "apendix");
    g.t.report.nappendices = 1;
    g.appendices[0] = (struct paper){.title = STR_LIT("Map")};
    generating_refuse(&g, "unknown-name", "apendix");
    generating_free(&g);
}

static const struct kind_column some_column = {.id = "a", .title = {"A", 1}};
static const struct kind some_kind = {
    .id = "k", .title = {"Some", 4}, .columns = &some_column, .ncolumns = 1};

static void attaches_each_published_file_once(void **state)
{
    struct generating g;
    struct data *d;

    (void)state;
    generating_init(&g);
    d = test_report_data(&g.t, "one", &some_kind, "A\n1\n");
    d->title = STR_LIT("First");
    d->as_at = (struct date){2018, 3, 29};
    test_report_data(&g.t, "two", &some_kind, "A\n2\n")->file = "old/one.csv";
    test_report_data(&g.t, "three", &some_kind, "A\n1\n")->file = "one.csv";
    test_report_data(&g.t, "two", &some_kind, "A\n3\n")->file = "one.csv";
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "attachment name=\"one.csv\" type=\"text/csv\" "
                       "charset=\"utf-8\" relationship=\"Data\" "
                       "description=\"First (CSV, 0.1 kB)\" "
                       "date=2018-03-29 bytes=6\n"
                       "attachment name=\"two-one.csv\"");
    generating_has(&g, "attachment name=\"two-two-one.csv\"");
    generating_has_no(&g, "three");
    generating_free(&g);
}

static void what_is_kept_back_is_attached_under_no_name(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_data(&g.t, "pay", &some_kind, "A\n1\n")->audience =
        AUDIENCE_INTERNAL;
    test_report_data(&g.t, "copy", &some_kind, "A\n1\n");
    test_report_data(&g.t, "large", &some_kind, "A\n2\n")->kept_back = true;
    test_report_data(&g.t, "open", &some_kind, "A\n3\n");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "attachment name=\"open.csv\"");
    generating_has_no(&g, "attachment name=\"pay.csv\"");
    generating_has_no(&g, "attachment name=\"copy.csv\"");
    generating_has_no(&g, "attachment name=\"large.csv\"");
    generating_free(&g);

    generating_init(&g);
    test_report_data(&g.t, "pay", &some_kind, "A\n1\n")->audience =
        AUDIENCE_INTERNAL;
    test_report_data(&g.t, "large", &some_kind, "A\n2\n")->kept_back = true;
    generating_make(&g, AUDIENCE_INTERNAL);
    generating_has(&g, "attachment name=\"pay.csv\"");
    generating_has_no(&g, "attachment name=\"large.csv\"");
    generating_free(&g);

    generating_init(&g);
    test_report_data(&g.t, "open", &some_kind, "A\n1\n");
    g.t.template.attach = false;
    generating_make(&g, AUDIENCE_INTERNAL);
    generating_has_no(&g, "attachment");
    generating_free(&g);
}

/* What a file of SIZE bytes is called: a heading, and one cell. */
static void expect_description(size_t size, const char *want)
{
    const size_t around = strlen("A\r\n\r\n");
    struct generating g;
    struct table *table;
    struct cell *cell;
    char *words;
    struct data *d;

    generating_init(&g);
    d = test_report_data(&g.t, "one", &some_kind, "A\n1\n");
    table = arena_alloc(&g.t.reading.arena, 1, sizeof(*table));
    cell = arena_alloc(&g.t.reading.arena, 1, sizeof(*cell));
    words = arena_alloc(&g.t.reading.arena, size, 1);
    assert_non_null(table);
    assert_non_null(cell);
    assert_non_null(words);
    memset(words, 'x', size - around);
    *table = *d->table;
    *cell = table->cells[0];
    cell->ptr = words;
    cell->len = (uint32_t)(size - around);
    table->cells = cell;
    d->table = table;
    generating_make(&g, AUDIENCE_PUBLIC);
    assert_non_null(g.doc.attachments);
    assert_int_equal(g.doc.attachments->bytes.len, size);
    assert_true(str_is(g.doc.attachments->description, want));
    generating_free(&g);
}

static void says_format_and_size(void **state)
{
    (void)state;
    expect_description(6, "Some (CSV, 0.1 kB)");
    expect_description(149, "Some (CSV, 0.1 kB)");
    expect_description(150, "Some (CSV, 0.2 kB)");
    expect_description(1049, "Some (CSV, 1 kB)");
    expect_description(1150, "Some (CSV, 1.2 kB)");
    expect_description(999949, "Some (CSV, 999.9 kB)");
    expect_description(999950, "Some (CSV, 1 MB)");
}

static void files_of_one_title_are_told_apart_by_name(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    test_report_data(&g.t, "one", &some_kind, "A\n1\n");
    test_report_data(&g.t, "two", &some_kind, "A\n2\n");
    test_report_data(&g.t, "own", &some_kind, "A\n3\n")->title = STR_LIT("Own");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "description=\"Some, one.csv (CSV, 0.1 kB)\"");
    generating_has(&g, "description=\"Some, two.csv (CSV, 0.1 kB)\"");
    generating_has(&g, "description=\"Own (CSV, 0.1 kB)\"");
    generating_free(&g);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(
            recommendations_are_paragraphs_where_they_share_a_series),
        cmocka_unit_test(recommendations_are_a_list_in_a_series_of_their_own),
        cmocka_unit_test(internal_recommendations_keep_their_number),
        cmocka_unit_test(reasons_begin_with_the_words_of_the_template),
        cmocka_unit_test(a_lead_goes_with_the_last_recommendation),
        cmocka_unit_test(prints_people_with_telephone_and_mail),
        cmocka_unit_test(lists_background_papers_with_their_addresses),
        cmocka_unit_test(appendices_are_called_by_one_label_everywhere),
        cmocka_unit_test(attaches_each_published_file_once),
        cmocka_unit_test(what_is_kept_back_is_attached_under_no_name),
        cmocka_unit_test(says_format_and_size),
        cmocka_unit_test(files_of_one_title_are_told_apart_by_name),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
