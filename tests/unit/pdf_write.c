#include "core/base/digest.h"
#include "core/base/utf8.h"
#include "tests/support/command.h"
#include "tests/support/pages.h"
#include "tests/support/pdf.h"
#include "tests/support/sample.h"

#include <stdio.h>
#include <string.h>

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void write_sample(struct test_pdf *t)
{
    sample_report(&t->doc, &t->report);
    test_pdf_make(t);
}

/* tests/pdf/sample.structure is what poppler reads, element for node. */
static void the_structure_of_the_sample_is_its_tree(void **state)
{
    struct test_pdf *t = *state;

    write_sample(t);
    test_pdf_ask(t, "pdfinfo -struct-text '%s' 2>&1 |"
                    " sed 's/Object [0-9]* 0/Object/' |"
                    " diff -u tests/pdf/sample.structure - >&2");
}

static void a_paragraph_over_pages_is_one_element(void **state)
{
    struct test_pdf *t = *state;
    struct doc_node *p;
    const char *said;

    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    p = doc_paragraph(&t->doc, t->doc.root, STR_LIT("It begins. "));
    for (int i = 0; i < 200; i++)
        doc_text(&t->doc, p, STR_LIT("It goes on for more than a page. "));
    test_pdf_make(t);
    assert_true(t->layout.npages > 1);
    said = test_pdf_ask(t, "pdfinfo -struct '%s' 2>&1");
    assert_int_equal(test_count(said, "\n  P "), 1);
}

static void a_table_over_many_pages_is_one_element(void **state)
{
    struct test_pdf *t = *state;
    const char *said;

    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    sample_big_table(&t->doc, t->doc.root, 400);
    test_pdf_make(t);
    assert_true(t->layout.npages > 5);
    said = test_pdf_ask(t, "pdfinfo -struct '%s' 2>&1");
    assert_int_equal(test_count(said, "\n  Table"), 1);
    assert_int_equal(test_count(said, "THead"), 1);
    assert_int_equal(test_count(said, "Caption"), 1);
    assert_true(test_count(said, "\n      TR") >= 400);
    assert_true(test_count(said, "/Scope /Row") >= 400);
    assert_int_equal(test_count(said, "/Scope /Column"), 6);
}

static void equal_inputs_give_equal_bytes(void **state)
{
    struct test_pdf *t = *state;
    uint8_t first[DIGEST_SIZE];
    uint8_t second[DIGEST_SIZE];

    write_sample(t);
    digest_sha256(buf_view(&t->bytes), first);
    test_pdf_write(t); /* now from a warm cache */
    digest_sha256(buf_view(&t->bytes), second);
    assert_memory_equal(first, second, DIGEST_SIZE);
}

static void what_a_process_wrote_before_changes_no_byte(void **state)
{
    struct test_pdf *t = *state;
    uint8_t first[DIGEST_SIZE];
    uint8_t second[DIGEST_SIZE];

    write_sample(t);
    digest_sha256(buf_view(&t->bytes), first);

    sample_doc(&t->doc, &t->report);
    doc_heading(&t->doc, t->doc.root, 1, STR_LIT("Δοκιμή ✓ ⅓"));
    test_pdf_make(t);

    write_sample(t);
    digest_sha256(buf_view(&t->bytes), second);
    assert_memory_equal(first, second, DIGEST_SIZE);
}

static void other_inputs_give_another_id(void **state)
{
    struct test_pdf *t = *state;
    char first[64];

    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    test_pdf_make(t);
    test_pdf_ask(t, "qpdf --show-object=trailer '%s' | grep -o 'ID.*'");
    (void)snprintf(first, sizeof(first), "%.40s", t->said.ptr);
    t->doc.inputs_sha256[31] = 1;
    test_pdf_write(t);
    test_pdf_ask(t, "qpdf --show-object=trailer '%s' | grep -o 'ID.*'");
    assert_lacks(t->said.ptr, first);
}

static void words_are_extracted_as_they_were_written(void **state)
{
    static const char *const words[] = {
        "Tŷ Pawb, Ŵyl yr Ŷd: £1,234.56 – “quoted” − ✓ done",
        "Ελληνικά и кириллица",
        "e\xcc\x81tude and 1\302\240234",
        "AVATAR To. office affluent",
    };
    struct test_pdf *t = *state;
    const char *said;

    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        doc_paragraph(&t->doc, t->doc.root, str_of(words[i]));
    test_pdf_make(t);
    said = test_pdf_ask(t, "pdfinfo -struct-text '%s' 2>/dev/null");
    for (size_t i = 0; i < sizeof(words) / sizeof(words[0]); i++)
        assert_has(said, words[i]);
}

static void put_words(struct buf *b, uint32_t first, uint32_t last)
{
    for (uint32_t c = first; c <= last; c++) {
        utf8_put(b, c);
        if (c % 16 == 15)
            buf_char(b, ' ');
    }
}

/* Codes of one byte run out after 191 of them. */
static void a_face_may_use_more_glyphs_than_a_byte_has_codes(void **state)
{
    struct test_pdf *t = *state;
    struct buf text;
    const char *said;

    buf_init(&text, 4096);
    put_words(&text, 0x00C0, 0x017E);
    put_words(&text, 0x0400, 0x044F);
    buf_char(&text, '\0');
    assert_int_equal(buf_status(&text), ST_OK);
    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    doc_paragraph(&t->doc, t->doc.root, str_of(text.ptr));
    test_pdf_make(t);
    said = test_pdf_ask(t, "pdfinfo -struct-text '%s' 2>/dev/null");
    assert_has(said, "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß àáâã");
    assert_has(said, "рстуфхцчшщъыьэюя");
    said = test_pdf_ask(t, "mutool draw -q -F txt '%s' 2>/dev/null");
    assert_has(said, "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß");
    assert_has(said, "рстуфхцчшщъыьэюя");
    buf_free(&text);
}

static void all_fonts_are_embedded_subsets_with_unicode(void **state)
{
    struct test_pdf *t = *state;
    const char *said;

    write_sample(t);
    said = test_pdf_ask(t, "pdffonts '%s' | tail -n +3");
    assert_int_equal(test_count(said, "\n"), 3); /* of four: no bold italic */
    assert_int_equal(test_count(said, "+LiberationSans"), 3);
    assert_int_equal(
        test_count(said, "CID TrueType      Custom           yes yes yes"), 3);
}

static void a_fallback_is_there_only_where_it_is_used(void **state)
{
    struct test_pdf *t = *state;

    doc_heading(&t->doc, t->doc.root, 1, STR_LIT("Done ✓"));
    test_pdf_make(t);
    assert_has(test_pdf_ask(t, "pdffonts '%s'"), "+DejaVuSans");
}

static void info_and_xmp_agree(void **state)
{
    struct test_pdf *t = *state;
    const char *said;

    t->doc.title = STR_LIT("R&D <£5m> – Tŷ Pawb");
    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    test_pdf_make(t);
    said = test_pdf_ask(t, "pdfinfo -isodates '%s'");
    assert_has(said, "R&D <£5m> – Tŷ Pawb\n");
    assert_has(said, "Author:          Example Borough Council\n");
    assert_has(said, "CreationDate:    2026-02-12T00:00:00Z\n");
    assert_has(said, "ModDate:         2026-02-12T00:00:00Z\n");
    said = test_pdf_ask(t, "pdfinfo -meta '%s'");
    assert_has(said, ">R&amp;D &lt;£5m&gt; – Tŷ Pawb<");
    assert_has(said, "<xmp:CreateDate>2026-02-12T00:00:00Z</");
    assert_has(said, "<xmp:ModifyDate>2026-02-12T00:00:00Z</");
    assert_has(said, "<pdfuaid:part>1</");
    assert_has(said, "<pdfaid:part>3</");
    assert_has(said, "<pdfaid:conformance>A</");
}

static void a_report_without_a_date_has_no_time_at_all(void **state)
{
    struct test_pdf *t = *state;

    t->doc.date.year = 0;
    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    test_pdf_make(t);
    assert_lacks(test_pdf_ask(t, "pdfinfo '%s'"), "Date");
    assert_lacks(test_pdf_ask(t, "pdfinfo -meta '%s'"), "Date");
}

static void the_catalog_says_language_title_tags_and_colours(void **state)
{
    struct test_pdf *t = *state;
    const char *said;

    write_sample(t);
    said = test_pdf_ask(t, "qpdf --qdf --object-streams=disable '%s' - |"
                           " strings");
    assert_has(said, "/Lang (en-GB)");
    assert_has(said, "/DisplayDocTitle true");
    assert_has(said, "/Marked true");
    assert_has(said, "/S /GTS_PDFA1");
    assert_has(said, "/PageMode /UseOutlines");
    assert_int_equal(test_count(said, "/Tabs /S"), t->layout.npages);
}

static void headings_are_bookmarks_in_their_order_and_depth(void **state)
{
    struct test_pdf *t = *state;
    struct doc *d = &t->doc;

    doc_heading(d, d->root, 1, STR_LIT("One"));
    doc_heading(d, d->root, 2, STR_LIT("Two"));
    doc_heading(d, d->root, 3, STR_LIT("Tŷ"));
    doc_heading(d, d->root, 2, STR_LIT("Four"));
    test_pdf_make(t);
    assert_string_equal(test_pdf_ask(t, "mutool show '%s' outline |"
                                        " cut -d '#' -f 1 | tr -d '|+-'"),
                        "\t\"One\"\t\n"
                        "\t\t\"Two\"\t\n"
                        "\t\t\t\"Tŷ\"\t\n"
                        "\t\t\"Four\"\t\n");
}

static void a_link_to_nowhere_is_only_text(void **state)
{
    struct test_pdf *t = *state;
    struct doc_node *p;
    struct doc_node *link;
    const char *said;

    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    p = doc_paragraph(&t->doc, t->doc.root, STR_LIT("See "));
    link = doc_add(&t->doc, p, DOC_REFERENCE);
    doc_text(&t->doc, link, STR_LIT("paragraph 9"));
    link->u.target = "not-there";
    link = doc_add(&t->doc, p, DOC_LINK); /* without any target */
    doc_text(&t->doc, link, STR_LIT(" or this, "));
    link = doc_add(&t->doc, p, DOC_LINK);
    doc_text(&t->doc, link, STR_LIT("the page"));
    link->u.target = "https://www.example.gov.uk/tŷ (1)";
    test_pdf_make(t);
    said = test_pdf_ask(t, "pdfinfo -struct-text '%s'");
    assert_has(said, "Span (inline)\n      \"paragraph 9\"");
    assert_has(said, "Link (inline)\n      \"the page\"\n      Object");
    said = test_pdf_ask(t, "pdfinfo -url '%s'");
    assert_has(said, "https://www.example.gov.uk/t%C5%B7%20(1)");
}

static void a_note_has_an_id_of_its_own(void **state)
{
    struct test_pdf *t = *state;

    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    for (int i = 0; i < 300; i++)
        doc_text(&t->doc, doc_add(&t->doc, t->doc.root, DOC_NOTE),
                 STR_LIT("A note."));
    test_pdf_make(t);
    test_pdf_ask(t, "pdfinfo -struct '%s' | grep Note | sort -u |"
                    " wc -l | grep -qx 300");
}

static void the_limit_of_the_output_is_kept(void **state)
{
    struct test_pdf *t = *state;
    struct buf small;

    sample_report(&t->doc, &t->report);
    test_pdf_lay_out(t);
    for (size_t limit = 0; limit < 60000; limit += 4001) {
        buf_init(&small, limit);
        assert_int_equal(pdf_write(&t->doc, &t->layout, t->cache, NULL, &small),
                         ST_LIMIT);
        buf_free(&small);
    }
}

static void a_piece_of_a_page_in_no_element_is_our_mistake(void **state)
{
    static struct doc_node stray = {.kind = DOC_PARAGRAPH};
    struct test_pdf *t = *state;

    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    test_pdf_lay_out(t);
    t->layout.pages->last->src = &stray;
    t->layout.pages->last->artifact = ARTIFACT_NONE;
    assert_int_equal(pdf_write(&t->doc, &t->layout, t->cache, NULL, &t->bytes),
                     ST_BUG);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_pdf, close_pdf)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_structure_of_the_sample_is_its_tree),
        TEST(a_paragraph_over_pages_is_one_element),
        TEST(a_table_over_many_pages_is_one_element),
        TEST(equal_inputs_give_equal_bytes),
        TEST(what_a_process_wrote_before_changes_no_byte),
        TEST(other_inputs_give_another_id),
        TEST(words_are_extracted_as_they_were_written),
        TEST(a_face_may_use_more_glyphs_than_a_byte_has_codes),
        TEST(all_fonts_are_embedded_subsets_with_unicode),
        TEST(a_fallback_is_there_only_where_it_is_used),
        TEST(info_and_xmp_agree),
        TEST(a_report_without_a_date_has_no_time_at_all),
        TEST(the_catalog_says_language_title_tags_and_colours),
        TEST(headings_are_bookmarks_in_their_order_and_depth),
        TEST(a_link_to_nowhere_is_only_text),
        TEST(a_note_has_an_id_of_its_own),
        TEST(the_limit_of_the_output_is_kept),
        TEST(a_piece_of_a_page_in_no_element_is_our_mistake),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
