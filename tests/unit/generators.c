#include "input/xml/xml_in.h"
#include "tests/support/generating.h"
#include "tests/support/tree.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

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
