#include "output/html/html.h"
#include "output/html/html_places.h"

#include "tests/support/command.h"
#include "tests/support/html_page.h"
#include "tests/support/sample.h"
#include "tests/support/sample_parts.h"

#include <libxml/parser.h>

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void puts_title_author_date_and_language_into_the_head(void **state)
{
    struct html_page p;
    char *style;

    (void)state;
    html_page_begin(&p);
    p.doc.title = STR_LIT("Roads & paths <2026>");
    html_page_write(&p);
    style = strstr(p.html.ptr, "<style>");
    assert_non_null(style);
    *style = '\0';
    assert_string_equal(
        p.html.ptr,
        "<!DOCTYPE html>\n"
        "<html lang=\"en-GB\">\n"
        "<head>\n"
        "<meta charset=\"utf-8\"/>\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src "
        "'none'; img-src data:; style-src 'unsafe-inline'\"/>\n"
        "<title>Roads &amp; paths &lt;2026&gt;</title>\n"
        "<meta name=\"viewport\" content=\"width=device-width, "
        "initial-scale=1\"/>\n"
        "<meta name=\"author\" content=\"Example Borough Council\"/>\n"
        "<meta name=\"description\" content=\"Report to Cabinet, 12 February "
        "2026\"/>\n"
        "<meta name=\"dcterms.date\" content=\"2026-02-12\"/>\n");
    html_page_end(&p);
}

static void leaves_out_metadata_that_the_report_does_not_give(void **state)
{
    struct html_page p;

    (void)state;
    html_page_begin(&p);
    p.doc.author = STR_LIT("");
    p.doc.subject = STR_LIT("");
    p.doc.date.year = 0;
    html_page_write(&p);
    assert_null(strstr(p.html.ptr, "\"author\""));
    assert_null(strstr(p.html.ptr, "\"description\""));
    assert_null(strstr(p.html.ptr, "dcterms"));
    html_page_end(&p);
}

static void skips_to_main(void **state)
{
    struct html_page p;

    (void)state;
    html_page_begin(&p);
    html_page_add(&p, p.doc.root, DOC_PARAGRAPH, "text");
    html_page_write(&p);
    assert_non_null(strstr(p.html.ptr,
                           "<body><a class=\"skip screen\" href=\"#.main\">"
                           "Skip to main content</a>\n"
                           "<main id=\".main\">\n"));
    html_page_end(&p);
}

static void head_and_sign_off_are_landmarks_around_main(void **state)
{
    struct html_page p;
    struct doc_node *root = html_page_begin(&p);

    (void)state;
    html_page_add(&p, root, DOC_PARAGRAPH, "Council")->role = ROLE_COUNCIL;
    html_page_add(&p, root, DOC_PARAGRAPH, "To Cabinet")->role = ROLE_ADDRESSEE;
    doc_heading(&p.doc, root, 1, STR_LIT("Title"));
    html_page_add(&p, root, DOC_PARAGRAPH, "Sub")->role = ROLE_SUBTITLE;
    html_page_add(&p, html_page_add(&p, root, DOC_SIGN_OFF, NULL),
                  DOC_PARAGRAPH, "Signed")
        ->role = ROLE_CLOSING;
    html_page_body(&p, "<header>\n"
                       "<p class=\"council\">Council</p>\n"
                       "<p class=\"addressee\">To Cabinet</p>\n"
                       "</header>\n"
                       "<main id=\".main\">\n"
                       "<h1 id=\".1\">Title</h1>\n"
                       "<p class=\"subtitle\">Sub</p>\n"
                       "</main>\n"
                       "<footer>\n"
                       "<p class=\"closing\">Signed</p>\n"
                       "</footer>\n");
}

static void a_sign_off_with_something_after_it_stays_in_main(void **state)
{
    struct html_page p;
    struct doc_node *root = html_page_begin(&p);

    (void)state;
    html_page_add(&p, html_page_add(&p, root, DOC_SIGN_OFF, NULL),
                  DOC_PARAGRAPH, "Signed");
    html_page_add(&p, root, DOC_PARAGRAPH, "Council")->role = ROLE_COUNCIL;
    html_page_main(&p, "<footer>\n<p>Signed</p>\n</footer>\n"
                       "<p class=\"council\">Council</p>\n");
}

static void sections_are_named_by_their_headings(void **state)
{
    struct html_page p;
    struct doc_node *root = html_page_begin(&p);
    struct doc_node *part;
    struct doc_node *s;

    (void)state;
    part = html_page_add(&p, root, DOC_PART, NULL);
    doc_heading(&p.doc, part, 2, STR_LIT("Part"))->id = "annex";
    s = html_page_add(&p, part, DOC_SECTION, NULL);
    s->id = "legal";
    s->lang = "cy";
    doc_heading(&p.doc, s, 3, STR_LIT("Cyfreithiol"));
    html_page_add(&p, s, DOC_PARAGRAPH, "Dim.");
    html_page_main(&p, "<section class=\"part\" aria-labelledby=\"annex\">\n"
                       "<h2 id=\"annex\">Part</h2>\n"
                       "<section id=\"legal\" lang=\"cy\">\n"
                       "<h3 id=\".1\">Cyfreithiol</h3>\n"
                       "<p>Dim.</p>\n"
                       "</section>\n"
                       "</section>\n");
}

static void numbers_hang_where_paragraphs_have_them(void **state)
{
    struct html_page p;
    struct doc_node *s =
        html_page_add(&p, html_page_begin(&p), DOC_SECTION, NULL);
    struct doc_node *lead;

    (void)state;
    sample_label(&p.doc, doc_heading(&p.doc, s, 2, STR_LIT("Costs")), "2.");
    sample_label(&p.doc, html_page_add(&p, s, DOC_PARAGRAPH, "One."), "2.1");
    lead = html_page_add(&p, s, DOC_PARAGRAPH, "Two:");
    lead->role = ROLE_LEAD;
    lead->id = "two";
    sample_label(&p.doc, lead, "2.2");
    html_page_add(&p, s, DOC_PARAGRAPH, "Unnumbered.");
    html_page_main(&p,
                   "<section class=\"numbered\">\n"
                   "<h2 class=\"n\" id=\".1\"><span class=\"label\">2.</span> "
                   "Costs</h2>\n"
                   "<p class=\"n\"><span class=\"label\">2.1</span> One.</p>\n"
                   "<p class=\"n lead\" id=\"two\"><span class=\"label\">"
                   "2.2</span> Two:</p>\n"
                   "<p>Unnumbered.</p>\n"
                   "</section>\n");
}

static void a_number_of_a_heading_alone_does_not_hang(void **state)
{
    struct html_page p;
    struct doc_node *s =
        html_page_add(&p, html_page_begin(&p), DOC_SECTION, NULL);

    (void)state;
    sample_label(&p.doc, doc_heading(&p.doc, s, 2, STR_LIT("Costs")), "2.");
    html_page_add(&p, s, DOC_PARAGRAPH, "None.");
    html_page_main(&p,
                   "<section>\n"
                   "<h2 id=\".1\"><span class=\"label\">2.</span> Costs</h2>\n"
                   "<p>None.</p>\n"
                   "</section>\n");
}

static void
where_paragraphs_have_numbers_those_of_headings_hang_too(void **state)
{
    struct html_page p;
    struct doc_node *root = html_page_begin(&p);
    struct doc_node *s = html_page_add(&p, root, DOC_SECTION, NULL);

    (void)state;
    sample_label(&p.doc, doc_heading(&p.doc, s, 2, STR_LIT("Table")), "1.");
    s = html_page_add(&p, root, DOC_SECTION, NULL);
    sample_label(&p.doc, html_page_add(&p, s, DOC_PARAGRAPH, "One."), "2.1");
    html_page_main(&p,
                   "<section class=\"numbered\">\n"
                   "<h2 class=\"n\" id=\".1\"><span class=\"label\">1.</span> "
                   "Table</h2>\n"
                   "</section>\n"
                   "<div class=\"numbered\">\n"
                   "<p class=\"n\"><span class=\"label\">2.1</span> One.</p>\n"
                   "</div>\n");
}

static void lists_print_their_labels_and_stay_lists(void **state)
{
    static const struct label_series letters = {.pattern = {"{item:a})", 9}};
    static const struct label_series bullets = {.pattern = {"•", 3}};
    struct html_page p;
    struct doc_node *root = html_page_begin(&p);
    struct doc_node *outer = html_page_add(&p, root, DOC_LIST, NULL);
    struct doc_node *inner;
    struct doc_node *item;

    (void)state;
    outer->u.series = &letters;
    sample_label(&p.doc, html_page_add(&p, outer, DOC_ITEM, "one"), "a)");
    item = html_page_add(&p, outer, DOC_ITEM, NULL);
    html_page_add(&p, item, DOC_PARAGRAPH, "two");
    sample_label(&p.doc, item, "b)");
    inner = html_page_add(&p, item, DOC_LIST, NULL);
    inner->u.series = &bullets;
    sample_label(&p.doc, html_page_add(&p, inner, DOC_ITEM, "three"), "•");
    html_page_main(&p, "<ol>\n"
                       "<li><span class=\"label\">a)</span> one</li>\n"
                       "<li><span class=\"label\">b)</span>\n"
                       "<p>two</p>\n"
                       "<ul>\n"
                       "<li><span class=\"label\">•</span> three</li>\n"
                       "</ul>\n"
                       "</li>\n"
                       "</ol>\n");
}

static void wide_labels_get_a_wider_column(void **state)
{
    static const struct label_series roman = {.pattern = {"({item:i})", 10}};
    struct html_page p;
    struct doc_node *list =
        html_page_add(&p, html_page_begin(&p), DOC_LIST, NULL);

    (void)state;
    list->u.series = &roman;
    sample_label(&p.doc, html_page_add(&p, list, DOC_ITEM, "x"), "(iii)");
    html_page_main(&p, "<ol class=\"wide\">\n"
                       "<li><span class=\"label\">(iii)</span> x</li>\n"
                       "</ol>\n");
}

static void fields_are_a_description_list(void **state)
{
    struct html_page p;
    struct doc_node *field = html_page_add(
        &p, html_page_add(&p, html_page_begin(&p), DOC_FIELD_LIST, NULL),
        DOC_FIELD, NULL);
    struct doc_node *value;

    (void)state;
    html_page_add(&p, field, DOC_FIELD_NAME, "Wards");
    value = html_page_add(&p, field, DOC_FIELD_VALUE, "Hill");
    html_page_add(&p, value, DOC_BREAK, NULL);
    doc_text(&p.doc, value, STR_LIT("Vale"));
    html_page_main(&p, "<dl>\n<div><dt>Wards</dt><dd>Hill<br/>Vale</dd></div>\n"
                       "</dl>\n");
}

static void contents_are_a_landmark_and_give_a_way_back(void **state)
{
    struct html_page p;
    struct doc_node *contents =
        html_page_add(&p, html_page_begin(&p), DOC_CONTENTS, NULL);
    struct doc_node *item;
    struct doc_node *page;

    (void)state;
    doc_heading(&p.doc, contents, 2, STR_LIT("Contents"));
    item = html_page_add(&p, contents, DOC_CONTENTS_ITEM, NULL);
    item->level = 2;
    html_page_add(&p, item, DOC_REFERENCE, "Costs")->u.target = "costs";
    sample_label(&p.doc, item->first, "1.");
    page = html_page_add(&p, item, DOC_PAGE_NUMBER, NULL);
    page->u.target = "costs";
    page->medium = MEDIUM_PRINT;
    item = html_page_add(&p, contents, DOC_CONTENTS_ITEM, NULL);
    item->level = 3;
    html_page_add(&p, item, DOC_REFERENCE, "Staff")->u.target = "staff";
    html_page_main(&p,
                   "<nav aria-labelledby=\".1\">\n"
                   "<h2 id=\".1\">Contents</h2>\n"
                   "<ul>\n"
                   "<li class=\"n\"><a href=\"#costs\"><span class=\"label\">"
                   "1.</span> Costs</a></li>\n"
                   "<li class=\"deep\"><a href=\"#staff\">Staff</a></li>\n"
                   "</ul>\n"
                   "</nav>\n"
                   "<p class=\"top screen\"><a href=\"#\">Back to top</a></p>"
                   "\n");
}

static void data_is_saved_by_links_at_the_end_of_main(void **state)
{
    struct doc_attachment second = {
        .name = STR_LIT("a&b.csv"),
        .bytes = STR_LIT("\xa3"),
        .media_type = "text/csv",
        .charset = "windows-1252",
        .description = STR_LIT("Costs <net> (CSV, windows-1252, 0.1 kB)"),
    };
    struct doc_attachment first = {
        .name = STR_LIT("budget.csv"),
        .bytes = STR_LIT("a,b\n"),
        .media_type = "text/csv",
        .charset = "utf-8",
        .description = STR_LIT("Budget (CSV, 0.1 kB)"),
        .next = &second,
    };
    struct html_page p;
    struct doc_node *root = html_page_begin(&p);

    (void)state;
    p.doc.attachments = &first;
    html_page_add(&p, root, DOC_PARAGRAPH, "text");
    html_page_add(&p, html_page_add(&p, root, DOC_SIGN_OFF, NULL),
                  DOC_PARAGRAPH, "Signed");
    html_page_body(
        &p, "<main id=\".main\">\n"
            "<p>text</p>\n"
            "<section class=\"screen\" aria-labelledby=\".attachments\">\n"
            "<h2 id=\".attachments\">Figures in this report</h2>\n"
            "<ul class=\"plain\">\n"
            "<li><a download=\"budget.csv\" "
            "href=\"data:text/csv;charset=utf-8;base64,YSxiCg==\">"
            "Budget (CSV, 0.1 kB)</a></li>\n"
            "<li><a download=\"a&amp;b.csv\" "
            "href=\"data:text/csv;charset=windows-1252;base64,ow==\">"
            "Costs &lt;net&gt; (CSV, windows-1252, 0.1 kB)</a></li>\n"
            "</ul>\n"
            "</section>\n"
            "</main>\n"
            "<footer>\n"
            "<p>Signed</p>\n"
            "</footer>\n");
}

static void contents_lead_to_the_data(void **state)
{
    struct doc_attachment file = {
        .name = STR_LIT("a.csv"), .media_type = "text/csv", .charset = "utf-8"};
    struct html_page p;
    struct doc_node *contents =
        html_page_add(&p, html_page_begin(&p), DOC_CONTENTS, NULL);

    (void)state;
    p.doc.attachments = &file;
    html_page_add(&p, html_page_add(&p, contents, DOC_CONTENTS_ITEM, NULL),
                  DOC_REFERENCE, "Costs")
        ->u.target = "costs";
    html_page_write(&p);
    assert_non_null(strstr(p.html.ptr,
                           "<li><a href=\"#costs\">Costs</a></li>\n"
                           "<li class=\"screen\"><a href=\"#.attachments\">"
                           "Figures in this report</a></li>\n"
                           "</ul>\n</nav>\n"));
    html_page_end(&p);
}

static void
print_only_matter_is_left_out_and_screen_only_is_marked(void **state)
{
    struct html_page p;
    struct doc_node *root = html_page_begin(&p);
    struct doc_node *running = html_page_add(&p, root, DOC_RUNNING, NULL);
    struct doc_node *paragraph;

    (void)state;
    html_page_add(&p, running, DOC_PARAGRAPH, "running");
    html_page_add(&p, root, DOC_PARAGRAPH, "paper")->medium = MEDIUM_PRINT;
    paragraph = html_page_add(&p, root, DOC_PARAGRAPH, "screen");
    paragraph->medium = MEDIUM_SCREEN;
    paragraph = html_page_add(&p, root, DOC_PARAGRAPH, "both");
    html_page_add(&p, paragraph, DOC_PAGE_NUMBER, NULL);
    html_page_add(&p, paragraph, DOC_PAGE_COUNT, NULL);
    paragraph->last->medium = MEDIUM_BOTH;
    doc_text(&p.doc, paragraph, STR_LIT(" here"));
    paragraph->last->medium = MEDIUM_SCREEN;
    html_page_add(&p, root, DOC_PAGE_BREAK, NULL);
    html_page_main(&p, "<p class=\"screen\">screen</p>\n"
                       "<p>both<span class=\"screen\"> here</span></p>\n"
                       "<div class=\"turn\"></div>\n");
}

static void quotes_and_covers_hold_blocks(void **state)
{
    struct html_page p;
    struct doc_node *root = html_page_begin(&p);

    (void)state;
    doc_heading(&p.doc, html_page_add(&p, root, DOC_COVER, NULL), 1,
                STR_LIT("Title"));
    html_page_add(&p, html_page_add(&p, root, DOC_QUOTE, NULL), DOC_PARAGRAPH,
                  "Words");
    html_page_main(&p,
                   "<div class=\"cover\">\n<h1 id=\".1\">Title</h1>\n</div>\n"
                   "<blockquote>\n<p>Words</p>\n</blockquote>\n");
}

static void the_sample_report_is_well_formed_xml_too(void **state)
{
    struct html_page p;
    xmlDoc *xml;

    (void)state;
    html_page_begin(&p);
    sample_report(&p.doc, &p.arena);
    html_page_write(&p);
    xml = xmlReadMemory(p.html.ptr, (int)p.html.len - 1, "page.html", NULL,
                        XML_PARSE_NONET | XML_PARSE_NOERROR);
    assert_non_null(xml);
    xmlFreeDoc(xml);
    xmlCleanupParser();
    html_page_end(&p);
}

static void nothing_is_fetched_and_nothing_runs(void **state)
{
    static const char *const never[] = {
        "<script", "<link", "<iframe", "@import", "url(",
    };
    struct html_page p;
    char *body;

    (void)state;
    html_page_begin(&p);
    sample_report(&p.doc, &p.arena);
    html_page_write(&p);
    for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++)
        assert_null(strstr(p.html.ptr, never[i]));
    assert_int_equal(test_count(p.html.ptr, "src="),
                     test_count(p.html.ptr, "<img src=\"data:image/"));
    body = strstr(p.html.ptr, "<body>");
    assert_non_null(body);
    assert_null(strstr(body, "style="));
    html_page_end(&p);
}

static void the_same_tree_gives_the_same_bytes(void **state)
{
    struct html_page a;
    struct html_page b;

    (void)state;
    html_page_begin(&a);
    html_page_begin(&b);
    sample_report(&a.doc, &a.arena);
    sample_report(&b.doc, &b.arena);
    html_page_write(&a);
    html_page_write(&b);
    assert_int_equal(a.html.len, b.html.len);
    assert_memory_equal(a.html.ptr, b.html.ptr, a.html.len);
    html_page_end(&a);
    html_page_end(&b);
}

static void a_kind_without_a_writer_is_our_bug(void **state)
{
    struct html_page p;

    (void)state;
    html_page_add(&p, html_page_begin(&p), DOC_GENERATOR_CALL, NULL);
    html_write(&p.doc, p.shaper, &p.html, NULL,
               (struct html_paper){.words = {NULL, 0}});
    assert_int_equal(buf_status(&p.html), ST_BUG);
    html_page_end(&p);
}

/* Sources in any order, lines and cells, and an element that comes from none.
 */
static void says_where_each_element_comes_from(void **state)
{
    const struct source report = {.name = "report.xml",
                                  .text = STR_LIT("<p>\n<table/>\n")};
    const struct source csv = {.name = "a.csv",
                               .kind = SOURCE_CSV,
                               .text = STR_LIT("Item,Cost\nRoads,2\n")};
    struct html_page p;
    struct buf list;
    struct buf json;
    struct doc_node *first;
    struct doc_node *second;

    (void)state;
    first = html_page_add(&p, html_page_begin(&p), DOC_PARAGRAPH, "Cost");
    second = html_page_add(&p, p.doc.root, DOC_PARAGRAPH, "Roads");
    first->at = (struct place){&csv, 2, 2};
    second->at = (struct place){&report, 2, 1};
    buf_init(&list, 4096);
    buf_init(&json, 4096);
    html_write(&p.doc, p.shaper, &p.html, &list,
               (struct html_paper){.words = {NULL, 0}});
    html_places_json(&list, &json);
    assert_int_equal(buf_status(&json), ST_OK);
    buf_char(&json, '\0');
    assert_non_null(strstr(json.ptr, ",\"a.csv\",\"\",2,7,\"B2\"]"));
    assert_non_null(strstr(json.ptr, ",\"report.xml\",\"\",2,1,\"\"]"));
    buf_free(&list);
    buf_free(&json);
    html_page_end(&p);
}

static void no_room_for_places_is_no_half_list(void **state)
{
    struct buf list;
    struct buf json;

    (void)state;
    buf_init(&list, 4);
    buf_init(&json, 4096);
    html_places_add(&list, 1, NOWHERE);
    html_places_json(&list, &json);
    assert_int_equal(buf_status(&json), ST_LIMIT);
    buf_free(&list);
    buf_free(&json);
}

static void a_page_larger_than_allowed_is_not_cut_in_silence(void **state)
{
    struct html_page p;

    (void)state;
    html_page_begin(&p);
    sample_report(&p.doc, &p.arena);
    for (size_t limit = 0; limit < 12000; limit += 97) {
        buf_init(&p.html, limit);
        html_write(&p.doc, p.shaper, &p.html, NULL,
                   (struct html_paper){.words = {NULL, 0}});
        assert_int_equal(buf_status(&p.html), ST_LIMIT);
        buf_free(&p.html);
    }
    html_page_end(&p);
}

/* In the contents, where there are any, as an entry after the data files. */
static void leads_to_the_pages_once(void **state)
{
    struct html_page p;
    const char *found;

    (void)state;
    html_page_begin(&p);
    html_page_add(&p, p.doc.root, DOC_PARAGRAPH, "text");
    p.paper = (struct html_paper){
        .address = STR_LIT("roads%20%26.pdf"),
        .words = STR_LIT("As PDF (3 pages, 40 kB) & so on"),
    };
    html_page_write(&p);
    found = strstr(p.html.ptr,
                   "<p class=\"screen\"><a href=\"roads%20%26.pdf\" "
                   "type=\"application/pdf\">As PDF (3 pages, 40 kB) &amp; so "
                   "on</a></p>\n</main>");
    assert_non_null(found);
    assert_null(strstr(found + 5, "<p class=\"screen\"><a"));
    html_page_end(&p);
}

static void leads_to_the_pages_from_the_contents(void **state)
{
    struct html_page p;
    struct doc_node *contents;
    struct doc_node *item;

    (void)state;
    html_page_begin(&p);
    contents = html_page_add(&p, p.doc.root, DOC_CONTENTS, NULL);
    item = html_page_add(&p, contents, DOC_CONTENTS_ITEM, NULL);
    html_page_add(&p, item, DOC_REFERENCE, "Roads")->u.target = "roads";
    p.paper = (struct html_paper){
        .address = STR_LIT("roads.pdf"),
        .words = STR_LIT("As PDF"),
    };
    html_page_write(&p);
    assert_non_null(strstr(p.html.ptr,
                           "<li class=\"screen\"><a href=\"roads.pdf\" "
                           "type=\"application/pdf\">As PDF</a></li>\n</ul>"));
    assert_null(strstr(p.html.ptr, "<p class=\"screen\"><a"));
    html_page_end(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(puts_title_author_date_and_language_into_the_head),
        cmocka_unit_test(leaves_out_metadata_that_the_report_does_not_give),
        cmocka_unit_test(skips_to_main),
        cmocka_unit_test(says_where_each_element_comes_from),
        cmocka_unit_test(no_room_for_places_is_no_half_list),
        cmocka_unit_test(head_and_sign_off_are_landmarks_around_main),
        cmocka_unit_test(a_sign_off_with_something_after_it_stays_in_main),
        cmocka_unit_test(sections_are_named_by_their_headings),
        cmocka_unit_test(numbers_hang_where_paragraphs_have_them),
        cmocka_unit_test(a_number_of_a_heading_alone_does_not_hang),
        cmocka_unit_test(
            where_paragraphs_have_numbers_those_of_headings_hang_too),
        cmocka_unit_test(lists_print_their_labels_and_stay_lists),
        cmocka_unit_test(wide_labels_get_a_wider_column),
        cmocka_unit_test(fields_are_a_description_list),
        cmocka_unit_test(contents_are_a_landmark_and_give_a_way_back),
        cmocka_unit_test(data_is_saved_by_links_at_the_end_of_main),
        cmocka_unit_test(contents_lead_to_the_data),
        cmocka_unit_test(
            print_only_matter_is_left_out_and_screen_only_is_marked),
        cmocka_unit_test(quotes_and_covers_hold_blocks),
        cmocka_unit_test(the_sample_report_is_well_formed_xml_too),
        cmocka_unit_test(nothing_is_fetched_and_nothing_runs),
        cmocka_unit_test(the_same_tree_gives_the_same_bytes),
        cmocka_unit_test(a_kind_without_a_writer_is_our_bug),
        cmocka_unit_test(a_page_larger_than_allowed_is_not_cut_in_silence),
        cmocka_unit_test(leads_to_the_pages_once),
        cmocka_unit_test(leads_to_the_pages_from_the_contents),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
