#include "output/html/html.h"

#include "tests/support/html_page.h"
#include "tests/support/sample_parts.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void notes_and_their_marks_lead_to_each_other(void **state)
{
    struct html_page p;
    struct doc_node *root = html_page_begin(&p);
    struct doc_node *paragraph =
        html_page_add(&p, root, DOC_PARAGRAPH, "Costs fell.");
    struct doc_node *mark = html_page_add(&p, paragraph, DOC_NOTE_MARK, NULL);
    struct doc_node *note = html_page_add(&p, root, DOC_NOTE, "By a tenth.");

    (void)state;
    mark->u.target = "n1";
    sample_label(&p.doc, mark, "1");
    note->id = "n1";
    sample_label(&p.doc, note, "1");
    html_page_main(
        &p, "<p>Costs fell.<sup><a id=\".mark-n1\" href=\"#n1\" "
            "role=\"doc-noteref\">1</a></sup></p>\n"
            "<p class=\"note\" id=\"n1\" role=\"doc-footnote\"><span "
            "class=\"label\">1</span> By a tenth. <a class=\"screen\" "
            "href=\"#.mark-n1\" role=\"doc-backlink\">Back to the text</a>"
            "</p>\n");
}

static void a_note_leads_back_to_the_first_of_its_marks(void **state)
{
    struct html_page p;
    struct doc_node *root = html_page_begin(&p);
    struct doc_node *note;
    char *first;

    (void)state;
    for (int i = 0; i < 3; i++) {
        struct doc_node *paragraph =
            html_page_add(&p, root, DOC_PARAGRAPH, "Costs");
        struct doc_node *mark =
            html_page_add(&p, paragraph, DOC_NOTE_MARK, NULL);

        mark->u.target = "n1";
        sample_label(&p.doc, mark, "1");
    }
    note = html_page_add(&p, root, DOC_NOTE, "Net.");
    note->id = "n1";
    sample_label(&p.doc, note, "1");
    html_page_write(&p);
    first = strstr(p.html.ptr, "id=\".mark-n1\"");
    assert_non_null(first);
    assert_null(strstr(first + 1, "id=\".mark-n1\""));
    html_page_end(&p);
}

static void inlines_keep_words_and_spaces_as_they_are(void **state)
{
    struct html_page p;
    struct doc_node *paragraph =
        html_page_add(&p, html_page_begin(&p), DOC_PARAGRAPH, "a");
    struct doc_node *strong = html_page_add(&p, paragraph, DOC_STRONG, "b");

    (void)state;
    html_page_add(&p, strong, DOC_EMPHASIS, "c");
    doc_text(&p.doc, paragraph, STR_LIT(" d "));
    html_page_add(&p, paragraph, DOC_SPAN, "dŵr")->lang = "cy";
    html_page_add(&p, paragraph, DOC_TEXT, NULL)->text = STR_LIT(" e");
    html_page_main(&p, "<p>a<strong>b<em>c</em></strong> d <span "
                       "lang=\"cy\">dŵr</span> e</p>\n");
}

static void links_lead_to_safe_addresses_only(void **state)
{
    struct html_page p;
    struct doc_node *paragraph =
        html_page_add(&p, html_page_begin(&p), DOC_PARAGRAPH, NULL);

    (void)state;
    html_page_add(&p, paragraph, DOC_LINK, "good")->u.target =
        "https://example.gov.uk/?a=1&b=\"2\"";
    html_page_add(&p, paragraph, DOC_LINK, "bad")->u.target =
        "javascript:alert(1)";
    html_page_add(&p, paragraph, DOC_REFERENCE, "4.1")->u.target = "costs";
    html_page_main(&p,
                   "<p><a href=\"https://example.gov.uk/?a=1&amp;b=%222%22\">"
                   "good</a><span>bad</span><a href=\"#costs\">4.1</a></p>\n");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(notes_and_their_marks_lead_to_each_other),
        cmocka_unit_test(a_note_leads_back_to_the_first_of_its_marks),
        cmocka_unit_test(inlines_keep_words_and_spaces_as_they_are),
        cmocka_unit_test(links_lead_to_safe_addresses_only),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
