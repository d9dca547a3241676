#include "input/xml/xml_in.h"
#include "tests/support/generating.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void lays_out_header_fields_by_role_and_label(void **state)
{
    struct generating g;
    struct template_field *f;

    (void)state;
    generating_init(&g);
    f = generating_field(&g, "council", "", NULL);
    f->role = FIELD_ROLE_COUNCIL;
    f->value = STR_LIT("{{meeting}} council");
    generating_field(&g, "meeting", "Meeting", "Cabinet");
    generating_field(&g, "wards", "Wards", "North; South ;West")->type =
        FIELD_LIST;
    generating_field(&g, "nothing", "Nothing", "");
    generating_field(&g, "secret", "Secret", "x")->hidden = true;
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title Cabinet council Meeting Cabinet Wards North, "
                           "South and West");
    generating_has(&g, "  heading role=title level=1 keep-next\n");
    generating_has(&g, "  paragraph role=council\n");
    generating_has(&g, "document lang=en-GB title=\"Title\" author=\"Example "
                       "Council\" subject=\"Report\" published\n");
    generating_free(&g);
}

static void prints_dates_of_the_header_by_their_pattern(void **state)
{
    const struct date day = {2018, 4, 16};
    struct generating g;
    struct template_field *f;

    (void)state;
    generating_init(&g);
    generating_field(&g, "month", "Month", "2018-04-16")->type = FIELD_MONTH;
    f = generating_field(&g, "date", "Date", "2018-04-16");
    f->type = FIELD_DATE;
    f->pattern = STR_LIT("{month} {day}");
    g.t.fields[1].date = day;
    g.t.fields[1].months = 1;
    g.t.fields[2].date = day;
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title Month April 2018 Date April 16");
    generating_has(&g, " date=2018-04-16 published\n");
    generating_free(&g);
}

static void puts_the_header_on_a_cover(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    g.t.template.header = HEADER_COVER;
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "  cover\n    heading role=title level=1 keep-next\n");
    generating_free(&g);
}

static void numbers_header_rows_and_sections_in_one_sequence(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    g.t.template.header_series = &g.series[TEST_SECTION];
    generating_field(&g, "meeting", "Meeting", "Cabinet");
    generating_field(&g, "date", "Date", "today");
    generating_section(&g, "legal", "<p>A</p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_labels(&g.doc, "1. 2. 3. 3.1");
    generating_free(&g);
}

static void internal_fields_say_nothing_in_the_published_copy(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_field(&g, "meeting", "Meeting", "secret");
    g.t.fields[1].audience = AUDIENCE_INTERNAL;
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has_no(&g, "secret");
    generating_free(&g);
}

static void prints_sections_in_the_order_of_the_template(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_section(&g, "legal", NULL);
    generating_section(&g, "finance", "<p>B</p>")->heading =
        STR_LIT("Finance {{title}}");
    generating_section(&g, "risks", NULL)->empty = STR_LIT("None.");
    generating_section(&g, "never", "<p>C</p>")->when =
        STR_LIT("title is empty");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root, "Title 1. Finance Title 1.1 B 2. risks 2.1 None.");
    generating_has(&g, "    paragraph role=statement\n");
    generating_free(&g);
}

static void names_a_required_section_that_is_missing(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_section(&g, "legal", "")->required = REQUIRED_YES;
    generating_refuse(&g, "missing", "`legal`");
    generating_free(&g);
}

static void names_prose_that_no_piece_prints(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_call(&g, "contacts", NULL, NULL, NULL);
    g.given[0] = (struct report_section){
        .id = "contacts", .prose = generating_prose(&g, "<p>lost</p>")};
    g.t.report.nsections = 1;
    generating_refuse(&g, "bad-element", "`contacts`");
    generating_free(&g);
}

static void names_recommendations_that_the_template_never_prints(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_section(&g, "legal", "<p>A</p>");
    generating_recommendation(&g, NULL, "<p>lost</p>");
    generating_refuse(&g, "bad-element", "recommendations");
    generating_free(&g);

    generating_init(&g);
    g.papers[0] = (struct paper){.title = STR_LIT("lost")};
    g.t.report.npapers = 1;
    generating_refuse(&g, "bad-element", "papers");
    generating_free(&g);
}

static void warns_of_a_section_that_is_too_long(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_section(&g, "legal", "<p>one two three</p>")->words = 2;
    generating_section(&g, "risks", "<p>one two</p>")->words = 2;
    generating_make(&g, AUDIENCE_PUBLIC);
    test_one_finding(&g.t.reading.findings, "too-long", "`legal` has 3 words");
    generating_free(&g);
}

static void begins_a_section_on_a_new_page(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_section(&g, "legal", "<p>A</p>")->page_before = true;
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "  page-break\n  section #legal\n");
    generating_free(&g);
}

static void puts_parts_after_the_sections_with_their_own_numbers(void **state)
{
    const struct template_section section = {
        .id = "purpose", .heading = {"Purpose", 7}, .level = 3};
    const struct template_part parts[] = {
        {.id = "a",
         .heading = {"Part A", 6},
         .sections = &section,
         .nsections = 1,
         .page_before = true},
        {.id = "b", .heading = {"Part B", 6}},
    };
    struct report_section given = {.id = "purpose"};
    struct report_part part = {
        .id = "a", .title = {"First", 5}, .sections = &given, .nsections = 1};
    struct generating g;

    (void)state;
    generating_init(&g);
    given.prose = generating_prose(&g, "<heading>Deep</heading><p>A</p>");
    g.t.template.parts = parts;
    g.t.template.nparts = 2;
    g.t.report.parts = &part;
    g.t.report.nparts = 1;
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "  page-break\n  part #a\n    heading level=2");
    generating_has(&g, "      heading level=4");
    test_words(g.doc.root, "Title First Purpose Deep A");
    generating_free(&g);
}

static void sections_of_one_name_are_told_apart_by_their_part(void **state)
{
    const struct template_section section = {
        .id = "s", .heading = {"S", 1}, .level = 3};
    const struct template_part parts[] = {
        {.id = "a", .heading = {"A", 1}, .sections = &section, .nsections = 1},
        {.id = "b", .heading = {"B", 1}, .sections = &section, .nsections = 1},
    };
    struct report_section given = {.id = "s"};
    const struct report_part made[] = {
        {.id = "a", .sections = &given, .nsections = 1},
        {.id = "b", .sections = &given, .nsections = 1},
    };
    struct generating g;

    (void)state;
    generating_init(&g);
    given.prose = generating_prose(&g, "<p>see <ref to=\"b.s\"/></p>");
    g.t.template.parts = parts;
    g.t.template.nparts = 2;
    g.t.report.parts = made;
    g.t.report.nparts = 2;
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "    section #s\n");
    generating_has(&g, "    section #b.s\n");
    generating_free(&g);
}

static void running_matter_is_for_print(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    g.t.template.running_foot =
        generating_prose(&g, "<sides><start>{{title}}</start></sides>"
                             "<p>A</p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "  running print foot\n"
                       "    paragraph\n"
                       "      text \"Title\"\n"
                       "    paragraph\n"
                       "    paragraph\n"
                       "    paragraph\n"
                       "      text \"A\"\n"
                       "    paragraph\n"
                       "    paragraph\n");
    generating_free(&g);
}

static void contents_name_what_is_left_in_the_copy(void **state)
{
    struct generating g;

    (void)state;
    generating_init(&g);
    g.t.template.contents = true;
    generating_section(&g, "legal", "<p>A</p>");
    generating_section(&g, "secret", "<p>B</p>");
    g.given[1].audience = AUDIENCE_INTERNAL;
    generating_section(&g, "risks", "<p>C</p>");
    generating_make(&g, AUDIENCE_PUBLIC);
    test_words(g.doc.root->first->next, "Contents 1. legal 3. risks");
    generating_has(&g, "    contents-item level=2\n"
                       "      reference target=\"risks\"\n"
                       "        text \"3. risks\"\n"
                       "      page-number print target=\"risks\"\n");
    generating_free(&g);
}

static void a_sign_off_stands_at_the_end(void **state)
{
    struct template_block piece = {.type = BLOCK_PROSE};
    struct generating g;

    (void)state;
    generating_init(&g);
    generating_section(&g, "legal", "<p>A</p>");
    piece.prose = generating_prose(&g, "<heading>End</heading><p>B</p>");
    g.t.template.sign_off = &piece;
    g.t.template.nsign_off = 1;
    generating_make(&g, AUDIENCE_PUBLIC);
    generating_has(&g, "  sign-off\n    heading level=2");
    test_words(g.doc.root->last, "End B");
    generating_free(&g);
}

static void a_large_table_takes_time_in_proportion(void **state)
{
    static const struct kind_column columns[] = {
        {.id = "a", .title = {"A", 1}, .role = COLUMN_KEY},
        {.id = "b", .title = {"B", 1}, .type = TYPE_MONEY},
    };
    static const struct kind kind = {
        .id = "k", .columns = columns, .ncolumns = 2};
    struct generating g;
    struct buf text;

    (void)state;
    generating_init(&g);
    buf_init(&text, 1 << 24);
    buf_puts(&text, "A;B\n");
    for (int i = 0; i < 20000; i++)
        buf_printf(&text, "row %d;%d\n", i, i);
    buf_char(&text, '\0');
    assert_int_equal(buf_status(&text), ST_OK);
    generating_call(&g, "table", "d", NULL, NULL);
    test_report_data(&g.t, "d", &kind, text.ptr);
    generating_make(&g, AUDIENCE_PUBLIC);
    assert_int_equal(g.doc.root->last->last->last->last->parent->kind,
                     DOC_ROW_GROUP);
    buf_free(&text);
    generating_free(&g);
}

/* A report with a bit of everything, whose arena has ROOM more bytes for the
   tree. */
static enum status make_within(size_t room)
{
    struct generating g;
    enum status st;

    generating_init(&g);
    test_report_value(&g.t, "n", TYPE_NUMBER, "43");
    g.t.template.contents = true;
    generating_field(&g, "wards", "Wards", "North; South")->type = FIELD_LIST;
    generating_section(&g, "legal",
                       "<p>A<note>{{n}}</note></p><list><item>"
                       "<ref to=\"app\"/></item></list>");
    generating_call(&g, "recommendations", NULL, "lead", "That {{n}}:");
    generating_recommendation(&g, NULL, "<p>A</p>")->audience =
        AUDIENCE_INTERNAL;
    generating_call(&g, "appendices", NULL, "series", "appendix");
    g.appendices[0] = (struct paper){.id = "app",
                                     .title = STR_LIT("Replies"),
                                     .prose = generating_prose(&g, "<p>A</p>")};
    g.t.report.nappendices = 1;
    test_report_compute(&g.t);
    g.t.reading.arena.limit = g.t.reading.arena.used + room;
    st = generate_report(&g.t.report, &g.t.figures, &g.t.template,
                         AUDIENCE_PUBLIC, &g.t.reading.findings, &g.doc);
    if (st == ST_OK)
        st = doc_check(&g.doc, &g.t.reading.findings);
    generating_free(&g);
    return st;
}

static void says_that_memory_ran_out_wherever_it_does(void **state)
{
    size_t room = 0;

    (void)state;
    while (make_within(room) == ST_LIMIT)
        room += 48;
    assert_int_equal(make_within(room), ST_OK);
    assert_true(room > 4096);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(lays_out_header_fields_by_role_and_label),
        cmocka_unit_test(prints_dates_of_the_header_by_their_pattern),
        cmocka_unit_test(puts_the_header_on_a_cover),
        cmocka_unit_test(numbers_header_rows_and_sections_in_one_sequence),
        cmocka_unit_test(internal_fields_say_nothing_in_the_published_copy),
        cmocka_unit_test(prints_sections_in_the_order_of_the_template),
        cmocka_unit_test(names_a_required_section_that_is_missing),
        cmocka_unit_test(names_prose_that_no_piece_prints),
        cmocka_unit_test(names_recommendations_that_the_template_never_prints),
        cmocka_unit_test(warns_of_a_section_that_is_too_long),
        cmocka_unit_test(begins_a_section_on_a_new_page),
        cmocka_unit_test(puts_parts_after_the_sections_with_their_own_numbers),
        cmocka_unit_test(sections_of_one_name_are_told_apart_by_their_part),
        cmocka_unit_test(running_matter_is_for_print),
        cmocka_unit_test(contents_name_what_is_left_in_the_copy),
        cmocka_unit_test(a_sign_off_stands_at_the_end),
        cmocka_unit_test(a_large_table_takes_time_in_proportion),
        cmocka_unit_test(says_that_memory_ran_out_wherever_it_does),
    };

    if (xml_in_setup() != ST_OK)
        return 1;
    return cmocka_run_group_tests(tests, NULL, NULL);
}
