#include "output/html/html.h"

#include "tests/support/sample.h"

#include <libxml/parser.h>

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

#define LIMIT ((size_t)64 << 20)

struct page {
    struct arena arena;
    struct doc doc;
    struct buf html;
};

/* A tree with a title, to which a test adds blocks. */
static struct doc_node *begin(struct page *p)
{
    arena_init(&p->arena, LIMIT);
    buf_init(&p->html, LIMIT);
    sample_doc(&p->doc, &p->arena);
    return p->doc.root;
}

static void end(struct page *p)
{
    buf_free(&p->html);
    arena_free(&p->arena);
}

static void write_page(struct page *p)
{
    assert_int_equal(doc_status(&p->doc), ST_OK);
    html_write(&p->doc, &p->html);
    buf_char(&p->html, '\0');
    assert_int_equal(buf_status(&p->html), ST_OK);
}

/* Compares what stands between the skip link and the end of the body. */
static void assert_body(struct page *p, const char *want)
{
    static const char before[] = "Skip to main content</a>\n";
    static const char after[] = "</body>\n</html>\n";
    char *start;
    char *stop;

    write_page(p);
    start = strstr(p->html.ptr, before);
    assert_non_null(start);
    start += sizeof(before) - 1;
    stop = strstr(start, after);
    assert_non_null(stop);
    assert_string_equal(stop, after);
    *stop = '\0';
    assert_string_equal(start, want);
    end(p);
}

/* The same for a tree whose blocks all stand in main. */
static void assert_main(struct page *p, const char *want)
{
    char text[8192] = "<main id=\".main\">\n";

    assert_true(strlen(want) < sizeof(text) - 64);
    strcat(text, want);
    strcat(text, "</main>\n");
    assert_body(p, text);
}

static struct doc_node *add(struct page *p, struct doc_node *parent,
                            enum doc_kind kind, const char *text)
{
    struct doc_node *n = doc_add(&p->doc, parent, kind);

    if (text != NULL)
        doc_text(&p->doc, n, str_of(text));
    assert_non_null(n);
    return n;
}

static void puts_title_author_date_and_language_into_the_head(void **state)
{
    struct page p;
    char *style;

    (void)state;
    begin(&p);
    p.doc.title = STR_LIT("Roads & paths <2026>");
    write_page(&p);
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
    end(&p);
}

static void leaves_out_metadata_that_the_report_does_not_give(void **state)
{
    struct page p;

    (void)state;
    begin(&p);
    p.doc.author = STR_LIT("");
    p.doc.subject = STR_LIT("");
    p.doc.date.year = 0;
    write_page(&p);
    assert_null(strstr(p.html.ptr, "\"author\""));
    assert_null(strstr(p.html.ptr, "\"description\""));
    assert_null(strstr(p.html.ptr, "dcterms"));
    end(&p);
}

static void skips_to_main(void **state)
{
    struct page p;

    (void)state;
    begin(&p);
    add(&p, p.doc.root, DOC_PARAGRAPH, "text");
    write_page(&p);
    assert_non_null(strstr(p.html.ptr,
                           "<body><a class=\"skip screen\" href=\"#.main\">"
                           "Skip to main content</a>\n"
                           "<main id=\".main\">\n"));
    end(&p);
}

static void head_and_sign_off_are_landmarks_around_main(void **state)
{
    struct page p;
    struct doc_node *root = begin(&p);

    (void)state;
    add(&p, root, DOC_PARAGRAPH, "Council")->role = ROLE_COUNCIL;
    add(&p, root, DOC_PARAGRAPH, "To Cabinet")->role = ROLE_ADDRESSEE;
    doc_heading(&p.doc, root, 1, STR_LIT("Title"));
    add(&p, root, DOC_PARAGRAPH, "Sub")->role = ROLE_SUBTITLE;
    add(&p, add(&p, root, DOC_SIGN_OFF, NULL), DOC_PARAGRAPH, "Signed")->role =
        ROLE_CLOSING;
    assert_body(&p, "<header>\n"
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
    struct page p;
    struct doc_node *root = begin(&p);

    (void)state;
    add(&p, add(&p, root, DOC_SIGN_OFF, NULL), DOC_PARAGRAPH, "Signed");
    add(&p, root, DOC_PARAGRAPH, "Council")->role = ROLE_COUNCIL;
    assert_main(&p, "<footer>\n<p>Signed</p>\n</footer>\n"
                    "<p class=\"council\">Council</p>\n");
}

static void sections_are_named_by_their_headings(void **state)
{
    struct page p;
    struct doc_node *root = begin(&p);
    struct doc_node *part;
    struct doc_node *s;

    (void)state;
    part = add(&p, root, DOC_PART, NULL);
    doc_heading(&p.doc, part, 2, STR_LIT("Part"))->id = "annex";
    s = add(&p, part, DOC_SECTION, NULL);
    s->id = "legal";
    s->lang = "cy";
    doc_heading(&p.doc, s, 3, STR_LIT("Cyfreithiol"));
    add(&p, s, DOC_PARAGRAPH, "Dim.");
    assert_main(&p,
                "<section class=\"part\" aria-labelledby=\"annex\">\n"
                "<h2 id=\"annex\">Part</h2>\n"
                "<section id=\"legal\" lang=\"cy\" aria-labelledby=\".1\">\n"
                "<h3 id=\".1\">Cyfreithiol</h3>\n"
                "<p>Dim.</p>\n"
                "</section>\n"
                "</section>\n");
}

static void numbers_hang_where_paragraphs_have_them(void **state)
{
    struct page p;
    struct doc_node *s = add(&p, begin(&p), DOC_SECTION, NULL);
    struct doc_node *lead;

    (void)state;
    sample_label(&p.doc, doc_heading(&p.doc, s, 2, STR_LIT("Costs")), "2.");
    sample_label(&p.doc, add(&p, s, DOC_PARAGRAPH, "One."), "2.1");
    lead = add(&p, s, DOC_PARAGRAPH, "Two:");
    lead->role = ROLE_LEAD;
    lead->id = "two";
    sample_label(&p.doc, lead, "2.2");
    add(&p, s, DOC_PARAGRAPH, "Unnumbered.");
    assert_main(&p, "<section class=\"numbered\" aria-labelledby=\".1\">\n"
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
    struct page p;
    struct doc_node *s = add(&p, begin(&p), DOC_SECTION, NULL);

    (void)state;
    sample_label(&p.doc, doc_heading(&p.doc, s, 2, STR_LIT("Costs")), "2.");
    add(&p, s, DOC_PARAGRAPH, "None.");
    assert_main(&p, "<section aria-labelledby=\".1\">\n"
                    "<h2 id=\".1\"><span class=\"label\">2.</span> Costs</h2>\n"
                    "<p>None.</p>\n"
                    "</section>\n");
}

static void lists_print_their_labels_and_stay_lists(void **state)
{
    static const struct doc_series letters = {.pattern = {"{item:a})", 9}};
    static const struct doc_series bullets = {.pattern = {"•", 3}};
    struct page p;
    struct doc_node *root = begin(&p);
    struct doc_node *outer = add(&p, root, DOC_LIST, NULL);
    struct doc_node *inner;
    struct doc_node *item;

    (void)state;
    outer->u.series = &letters;
    sample_label(&p.doc, add(&p, outer, DOC_ITEM, "one"), "a)");
    item = add(&p, outer, DOC_ITEM, NULL);
    add(&p, item, DOC_PARAGRAPH, "two");
    sample_label(&p.doc, item, "b)");
    inner = add(&p, item, DOC_LIST, NULL);
    inner->u.series = &bullets;
    sample_label(&p.doc, add(&p, inner, DOC_ITEM, "three"), "•");
    assert_main(&p, "<ol role=\"list\">\n"
                    "<li><span class=\"label\">a)</span> one</li>\n"
                    "<li><span class=\"label\">b)</span>\n"
                    "<p>two</p>\n"
                    "<ul role=\"list\">\n"
                    "<li><span class=\"label\">•</span> three</li>\n"
                    "</ul>\n"
                    "</li>\n"
                    "</ol>\n");
}

static void wide_labels_get_a_wider_column(void **state)
{
    static const struct doc_series roman = {.pattern = {"({item:i})", 10}};
    struct page p;
    struct doc_node *list = add(&p, begin(&p), DOC_LIST, NULL);

    (void)state;
    list->u.series = &roman;
    sample_label(&p.doc, add(&p, list, DOC_ITEM, "x"), "(iii)");
    assert_main(&p, "<ol class=\"wide\" role=\"list\">\n"
                    "<li><span class=\"label\">(iii)</span> x</li>\n"
                    "</ol>\n");
}

static void fields_are_a_description_list(void **state)
{
    struct page p;
    struct doc_node *field =
        add(&p, add(&p, begin(&p), DOC_FIELD_LIST, NULL), DOC_FIELD, NULL);
    struct doc_node *value;

    (void)state;
    add(&p, field, DOC_FIELD_NAME, "Wards");
    value = add(&p, field, DOC_FIELD_VALUE, "Hill");
    add(&p, value, DOC_BREAK, NULL);
    doc_text(&p.doc, value, STR_LIT("Vale"));
    assert_main(&p, "<dl>\n<div><dt>Wards</dt><dd>Hill<br/>Vale</dd></div>\n"
                    "</dl>\n");
}

static void notes_and_their_marks_lead_to_each_other(void **state)
{
    struct page p;
    struct doc_node *root = begin(&p);
    struct doc_node *paragraph = add(&p, root, DOC_PARAGRAPH, "Costs fell.");
    struct doc_node *mark = add(&p, paragraph, DOC_NOTE_MARK, NULL);
    struct doc_node *note = add(&p, root, DOC_NOTE, "By a tenth.");

    (void)state;
    mark->u.target = "n1";
    sample_label(&p.doc, mark, "1");
    note->id = "n1";
    sample_label(&p.doc, note, "1");
    assert_main(&p,
                "<p>Costs fell.<sup><a id=\".mark-n1\" href=\"#n1\" "
                "role=\"doc-noteref\">1</a></sup></p>\n"
                "<p class=\"note\" id=\"n1\" role=\"doc-footnote\"><span "
                "class=\"label\">1</span> By a tenth. <a class=\"screen\" "
                "href=\"#.mark-n1\" role=\"doc-backlink\">Back to the text</a>"
                "</p>\n");
}

static void inlines_keep_words_and_spaces_as_they_are(void **state)
{
    struct page p;
    struct doc_node *paragraph = add(&p, begin(&p), DOC_PARAGRAPH, "a");
    struct doc_node *strong = add(&p, paragraph, DOC_STRONG, "b");

    (void)state;
    add(&p, strong, DOC_EMPHASIS, "c");
    doc_text(&p.doc, paragraph, STR_LIT(" d "));
    add(&p, paragraph, DOC_PHRASE, "dŵr")->lang = "cy";
    add(&p, paragraph, DOC_TEXT, NULL)->text = STR_LIT(" e");
    assert_main(&p, "<p>a<strong>b<em>c</em></strong> d <span "
                    "lang=\"cy\">dŵr</span> e</p>\n");
}

static void links_lead_to_safe_addresses_only(void **state)
{
    struct page p;
    struct doc_node *paragraph = add(&p, begin(&p), DOC_PARAGRAPH, NULL);

    (void)state;
    add(&p, paragraph, DOC_LINK, "good")->u.target =
        "https://example.gov.uk/?a=1&b=\"2\"";
    add(&p, paragraph, DOC_LINK, "bad")->u.target = "javascript:alert(1)";
    add(&p, paragraph, DOC_REFERENCE, "4.1")->u.target = "costs";
    assert_main(&p, "<p><a href=\"https://example.gov.uk/?a=1&amp;b=%222%22\">"
                    "good</a><span>bad</span><a href=\"#costs\">4.1</a></p>\n");
}

static void contents_are_a_landmark_and_give_a_way_back(void **state)
{
    struct page p;
    struct doc_node *contents = add(&p, begin(&p), DOC_CONTENTS, NULL);
    struct doc_node *item;
    struct doc_node *page;

    (void)state;
    doc_heading(&p.doc, contents, 2, STR_LIT("Contents"));
    item = add(&p, contents, DOC_CONTENTS_ITEM, NULL);
    item->level = 2;
    add(&p, item, DOC_REFERENCE, "Costs")->u.target = "costs";
    sample_label(&p.doc, item->first, "1.");
    page = add(&p, item, DOC_PAGE_NUMBER, NULL);
    page->u.target = "costs";
    page->medium = MEDIUM_PRINT;
    item = add(&p, contents, DOC_CONTENTS_ITEM, NULL);
    item->level = 3;
    add(&p, item, DOC_REFERENCE, "Staff")->u.target = "staff";
    assert_main(&p, "<nav aria-labelledby=\".1\">\n"
                    "<h2 id=\".1\">Contents</h2>\n"
                    "<ul role=\"list\">\n"
                    "<li class=\"n\"><a href=\"#costs\"><span class=\"label\">"
                    "1.</span> Costs</a></li>\n"
                    "<li class=\"deep\"><a href=\"#staff\">Staff</a></li>\n"
                    "</ul>\n"
                    "</nav>\n"
                    "<p class=\"top screen\"><a href=\"#\">Back to top</a></p>"
                    "\n");
}

static void
print_only_matter_is_left_out_and_screen_only_is_marked(void **state)
{
    struct page p;
    struct doc_node *root = begin(&p);
    struct doc_node *running = add(&p, root, DOC_RUNNING, NULL);
    struct doc_node *paragraph;

    (void)state;
    add(&p, running, DOC_PARAGRAPH, "running");
    add(&p, root, DOC_PARAGRAPH, "paper")->medium = MEDIUM_PRINT;
    paragraph = add(&p, root, DOC_PARAGRAPH, "screen");
    paragraph->medium = MEDIUM_SCREEN;
    paragraph = add(&p, root, DOC_PARAGRAPH, "both");
    add(&p, paragraph, DOC_PAGE_NUMBER, NULL);
    add(&p, paragraph, DOC_PAGE_COUNT, NULL);
    paragraph->last->medium = MEDIUM_BOTH;
    doc_text(&p.doc, paragraph, STR_LIT(" here"));
    paragraph->last->medium = MEDIUM_SCREEN;
    add(&p, root, DOC_PAGE_TURN, NULL);
    assert_main(&p, "<p class=\"screen\">screen</p>\n"
                    "<p>both<span class=\"screen\"> here</span></p>\n"
                    "<div class=\"turn\"></div>\n");
}

static void quotes_and_covers_hold_blocks(void **state)
{
    struct page p;
    struct doc_node *root = begin(&p);

    (void)state;
    doc_heading(&p.doc, add(&p, root, DOC_COVER, NULL), 1, STR_LIT("Title"));
    add(&p, add(&p, root, DOC_QUOTE, NULL), DOC_PARAGRAPH, "Words");
    assert_main(&p, "<div class=\"cover\">\n<h1 id=\".1\">Title</h1>\n</div>\n"
                    "<blockquote>\n<p>Words</p>\n</blockquote>\n");
}

static const struct doc_column columns[] = {
    {ALIGN_START, false},
    {ALIGN_START, true},
    {ALIGN_END, true},
    {ALIGN_END, true},
};
static const struct doc_table model = {.columns = columns, .ncolumns = 4};

static struct doc_node *group(struct page *p, struct doc_node *table,
                              enum doc_group level)
{
    struct doc_node *g = add(p, table, DOC_ROW_GROUP, NULL);

    g->level = (uint8_t)level;
    return g;
}

static struct doc_node *cell(struct page *p, struct doc_node *row,
                             enum doc_scope scope, const char *text,
                             uint16_t rows, uint16_t cols)
{
    struct doc_node *c = doc_cell(&p->doc, row, scope, str_of(text));

    assert_non_null(c);
    c->u.cell.rows = rows;
    c->u.cell.columns = cols;
    return c;
}

/* Group titles, spans and alignment by column, under spans or beside them. */
static void cells_know_their_columns_and_what_they_head(void **state)
{
    struct page p;
    struct doc_node *table = add(&p, begin(&p), DOC_TABLE, NULL);
    struct doc_node *row;

    (void)state;
    table->u.table = &model;
    table->id = "t";
    add(&p, table, DOC_CAPTION, "Costs");
    row = add(&p, group(&p, table, GROUP_HEAD), DOC_ROW, NULL);
    cell(&p, row, SCOPE_BOTH, "Area", 2, 1);
    cell(&p, row, SCOPE_COLUMN, "From", 2, 1);
    cell(&p, row, SCOPE_COLUMN, "Cost", 1, 2)->u.cell.align = ALIGN_CENTRE;
    row = add(&p, row->parent, DOC_ROW, NULL);
    cell(&p, row, SCOPE_COLUMN, "Net", 1, 1);
    cell(&p, row, SCOPE_COLUMN, "Gross", 1, 1);
    row = add(&p, group(&p, table, GROUP_BODY), DOC_ROW, NULL);
    row->role = ROLE_GROUP_TITLE;
    cell(&p, row, SCOPE_ROW, "North", 0, 4);
    row = add(&p, row->parent, DOC_ROW, NULL);
    cell(&p, row, SCOPE_ROW, "Hill", 2, 1);
    cell(&p, row, SCOPE_NONE, "May", 0, 0);
    cell(&p, row, SCOPE_NONE, "1", 0, 0);
    cell(&p, row, SCOPE_NONE, "2", 0, 0);
    row = add(&p, row->parent, DOC_ROW, NULL);
    row->role = ROLE_TOTAL;
    cell(&p, row, SCOPE_NONE, "June", 0, 0);
    cell(&p, row, SCOPE_NONE, "see note", 0, 2);
    assert_main(
        &p,
        "<div class=\"scroll\" id=\"t\" role=\"region\" "
        "aria-labelledby=\".1\" tabindex=\"0\">\n"
        "<table>\n"
        "<caption id=\".1\">Costs</caption>\n"
        "<colgroup span=\"1\"></colgroup>\n"
        "<colgroup span=\"1\"></colgroup>\n"
        "<colgroup span=\"2\"></colgroup>\n"
        "<thead>\n"
        "<tr><th scope=\"col\" rowspan=\"2\">Area</th><th scope=\"col\" "
        "rowspan=\"2\">From</th><th class=\"c\" scope=\"colgroup\" "
        "colspan=\"2\">Cost</th></tr>\n"
        "<tr><th class=\"r\" scope=\"col\">Net</th><th class=\"r\" "
        "scope=\"col\">Gross</th></tr>\n"
        "</thead>\n"
        "<tbody>\n"
        "<tr class=\"group\"><th scope=\"rowgroup\" colspan=\"4\">North</th>"
        "</tr>\n"
        "<tr><th scope=\"row\" rowspan=\"2\">Hill</th><td class=\"k\">May</td>"
        "<td class=\"r\">1</td><td class=\"r\">2</td></tr>\n"
        "<tr class=\"total\"><td class=\"k\">June</td><td colspan=\"2\">see "
        "note</td></tr>\n"
        "</tbody>\n"
        "</table>\n"
        "</div>\n");
}

static void a_table_without_caption_is_named_by_the_heading_above(void **state)
{
    struct page p;
    struct doc_node *root = begin(&p);
    struct doc_node *table;
    struct doc_node *row;

    (void)state;
    doc_heading(&p.doc, root, 1, STR_LIT("Title"))->id = "title";
    table = add(&p, root, DOC_TABLE, NULL);
    table->u.table = &model;
    row = add(&p, group(&p, table, GROUP_FOOT), DOC_ROW, NULL);
    cell(&p, row, SCOPE_ROW, "Total", 0, 3);
    cell(&p, row, SCOPE_NONE, "3", 0, 0);
    assert_main(&p, "<h1 id=\"title\">Title</h1>\n"
                    "<div class=\"scroll\" role=\"region\" "
                    "aria-labelledby=\"title\" tabindex=\"0\">\n"
                    "<table>\n"
                    "<tfoot>\n"
                    "<tr><th scope=\"row\" colspan=\"3\">Total</th><td "
                    "class=\"r\">3</td></tr>\n"
                    "</tfoot>\n"
                    "</table>\n"
                    "</div>\n");
}

/* Kinds allow a table in a quotation in a cell: columns go on after it. */
static void a_table_inside_a_cell_does_not_disturb_the_outer_one(void **state)
{
    struct page p;
    struct doc_node *outer = add(&p, begin(&p), DOC_TABLE, NULL);
    struct doc_node *row;
    struct doc_node *inner;
    struct doc_node *first;
    char *found;

    (void)state;
    outer->u.table = &model;
    row = add(&p, group(&p, outer, GROUP_BODY), DOC_ROW, NULL);
    first = cell(&p, row, SCOPE_ROW, NULL, 0, 2);
    cell(&p, row, SCOPE_NONE, "8", 0, 0);
    cell(&p, row, SCOPE_NONE, "9", 0, 0);
    inner = add(&p, add(&p, first, DOC_QUOTE, NULL), DOC_TABLE, NULL);
    inner->u.table = &model;
    row = add(&p, group(&p, inner, GROUP_BODY), DOC_ROW, NULL);
    cell(&p, row, SCOPE_ROW, "inner", 0, 4);
    write_page(&p);
    found = strstr(p.html.ptr, "inner</th></tr>\n</tbody>\n</table>\n</div>\n"
                               "</blockquote>\n</th><td class=\"r\">8</td>"
                               "<td class=\"r\">9</td></tr>\n");
    assert_non_null(found);
    end(&p);
}

static void the_sample_report_is_well_formed_xml_too(void **state)
{
    struct page p;
    xmlDoc *xml;

    (void)state;
    begin(&p);
    sample_report(&p.doc, &p.arena);
    write_page(&p);
    xml = xmlReadMemory(p.html.ptr, (int)p.html.len - 1, "page.html", NULL,
                        XML_PARSE_NONET | XML_PARSE_NOERROR);
    assert_non_null(xml);
    xmlFreeDoc(xml);
    xmlCleanupParser();
    end(&p);
}

static void nothing_is_fetched_and_nothing_runs(void **state)
{
    static const char *const never[] = {
        "<script", "<link", "<img", "<iframe", "src=", "@import", "url(",
    };
    struct page p;
    char *body;

    (void)state;
    begin(&p);
    sample_report(&p.doc, &p.arena);
    write_page(&p);
    for (size_t i = 0; i < sizeof(never) / sizeof(never[0]); i++)
        assert_null(strstr(p.html.ptr, never[i]));
    body = strstr(p.html.ptr, "<body>");
    assert_non_null(body);
    assert_null(strstr(body, "style="));
    end(&p);
}

static void the_same_tree_gives_the_same_bytes(void **state)
{
    struct page a;
    struct page b;

    (void)state;
    begin(&a);
    begin(&b);
    sample_report(&a.doc, &a.arena);
    sample_report(&b.doc, &b.arena);
    write_page(&a);
    write_page(&b);
    assert_int_equal(a.html.len, b.html.len);
    assert_memory_equal(a.html.ptr, b.html.ptr, a.html.len);
    end(&a);
    end(&b);
}

static void a_kind_without_a_writer_is_our_bug(void **state)
{
    struct page p;

    (void)state;
    add(&p, begin(&p), DOC_SLOT, NULL);
    html_write(&p.doc, &p.html);
    assert_int_equal(buf_status(&p.html), ST_BUG);
    end(&p);
}

static void a_page_larger_than_allowed_is_not_cut_in_silence(void **state)
{
    struct page p;

    (void)state;
    begin(&p);
    sample_report(&p.doc, &p.arena);
    for (size_t limit = 0; limit < 12000; limit += 97) {
        buf_init(&p.html, limit);
        html_write(&p.doc, &p.html);
        assert_int_equal(buf_status(&p.html), ST_LIMIT);
        buf_free(&p.html);
    }
    end(&p);
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
        cmocka_unit_test(lists_print_their_labels_and_stay_lists),
        cmocka_unit_test(wide_labels_get_a_wider_column),
        cmocka_unit_test(fields_are_a_description_list),
        cmocka_unit_test(notes_and_their_marks_lead_to_each_other),
        cmocka_unit_test(inlines_keep_words_and_spaces_as_they_are),
        cmocka_unit_test(links_lead_to_safe_addresses_only),
        cmocka_unit_test(contents_are_a_landmark_and_give_a_way_back),
        cmocka_unit_test(
            print_only_matter_is_left_out_and_screen_only_is_marked),
        cmocka_unit_test(quotes_and_covers_hold_blocks),
        cmocka_unit_test(cells_know_their_columns_and_what_they_head),
        cmocka_unit_test(a_table_without_caption_is_named_by_the_heading_above),
        cmocka_unit_test(a_table_inside_a_cell_does_not_disturb_the_outer_one),
        cmocka_unit_test(the_sample_report_is_well_formed_xml_too),
        cmocka_unit_test(nothing_is_fetched_and_nothing_runs),
        cmocka_unit_test(the_same_tree_gives_the_same_bytes),
        cmocka_unit_test(a_kind_without_a_writer_is_our_bug),
        cmocka_unit_test(a_page_larger_than_allowed_is_not_cut_in_silence),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
