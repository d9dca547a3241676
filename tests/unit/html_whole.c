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

/* A figure is of the innermost element that holds its words. */
static void says_what_each_figure_was_made_of(void **state)
{
    const struct source csv = {.name = "a.csv",
                               .kind = SOURCE_CSV,
                               .text = STR_LIT("Item,Cost\nRoads,2\nSea,3\n")};
    struct figure_origin rows = {.first = {&csv, 2, 2}, .last = {&csv, 3, 2}};
    struct html_page p;
    struct printed_figures figures;
    struct buf list;
    struct buf json;
    struct doc_node *n;

    (void)state;
    n = html_page_add(&p, html_page_begin(&p), DOC_PARAGRAPH, "It costs £5.");
    printed_figures_init(&figures, p.doc.arena);
    printed_figures_add(
        &figures,
        (struct printed_figure){.words = str_to(str_from(n->first->text, 9), 3),
                                .given_by = STR_LIT("{{a.total}}"),
                                .origins = &rows});
    printed_figures_sort(&figures);
    p.doc.figures = &figures;
    buf_init(&list, 4096);
    buf_init(&json, 4096);
    html_write(&p.doc, p.shaper, &p.html, &list,
               (struct html_paper){.words = {NULL, 0}});
    html_places_json(&list, &json);
    assert_int_equal(buf_status(&json), ST_OK);
    buf_char(&json, '\0');
    assert_non_null(strstr(
        json.ptr,
        ",\"a.csv\",\"\",2,7,\"B2\",0,\"B2:B3\",\"£5\",\"{{a.total}}\"]"));
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
        cmocka_unit_test(says_where_each_element_comes_from),
        cmocka_unit_test(says_what_each_figure_was_made_of),
        cmocka_unit_test(no_room_for_places_is_no_half_list),
        cmocka_unit_test(contents_are_a_landmark_and_give_a_way_back),
        cmocka_unit_test(data_is_saved_by_links_at_the_end_of_main),
        cmocka_unit_test(contents_lead_to_the_data),
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
