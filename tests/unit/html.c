#include "output/html/html.h"
#include "output/html/html_places.h"

#include "tests/support/html_page.h"
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

static void labels_that_are_words_have_a_column_of_their_width(void **state)
{
    static const struct label_series papers = {.pattern = {"Paper {item}", 12}};
    struct html_page p;
    struct doc_node *list =
        html_page_add(&p, html_page_begin(&p), DOC_LIST, NULL);

    (void)state;
    list->u.series = &papers;
    sample_label(&p.doc, html_page_add(&p, list, DOC_ITEM, "x"), "Paper 9");
    sample_label(&p.doc, html_page_add(&p, list, DOC_ITEM, "y"), "Paper 10");
    html_page_main(&p, "<ol class=\"wide\" style=\"--l:4.59rem\">\n"
                       "<li><span class=\"label\">Paper 9</span> x</li>\n"
                       "<li><span class=\"label\">Paper 10</span> y</li>\n"
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

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(puts_title_author_date_and_language_into_the_head),
        cmocka_unit_test(leaves_out_metadata_that_the_report_does_not_give),
        cmocka_unit_test(skips_to_main),
        cmocka_unit_test(head_and_sign_off_are_landmarks_around_main),
        cmocka_unit_test(a_sign_off_with_something_after_it_stays_in_main),
        cmocka_unit_test(sections_are_named_by_their_headings),
        cmocka_unit_test(numbers_hang_where_paragraphs_have_them),
        cmocka_unit_test(a_number_of_a_heading_alone_does_not_hang),
        cmocka_unit_test(
            where_paragraphs_have_numbers_those_of_headings_hang_too),
        cmocka_unit_test(lists_print_their_labels_and_stay_lists),
        cmocka_unit_test(wide_labels_get_a_wider_column),
        cmocka_unit_test(labels_that_are_words_have_a_column_of_their_width),
        cmocka_unit_test(fields_are_a_description_list),
        cmocka_unit_test(
            print_only_matter_is_left_out_and_screen_only_is_marked),
        cmocka_unit_test(quotes_and_covers_hold_blocks),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
