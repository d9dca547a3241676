#include "output/pdf/pdf_struct_map.h"

#include <string.h>

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LIMIT ((size_t)1 << 20)

static struct arena arena;
static struct doc doc;
static struct buf b;

static int open_doc(void **state)
{
    (void)state;
    arena_init(&arena, LIMIT);
    doc_init(&doc, &arena);
    buf_init(&b, LIMIT);
    return 0;
}

static int close_doc(void **state)
{
    (void)state;
    buf_free(&b);
    arena_free(&arena);
    return 0;
}

static void assert_attributes(const struct doc_node *node, const char *want)
{
    buf_clear(&b);
    pdf_write_attributes(&b, node, (struct str){NULL, 0});
    buf_char(&b, '\0');
    assert_string_equal(b.ptr, want);
}

static void assert_owner(const struct doc_node *src,
                         const struct doc_node *node, const char *type,
                         bool wrapped)
{
    const struct pdf_owner owner = pdf_owner_of(src);

    assert_ptr_equal(owner.node, node);
    assert_string_equal(owner.type, type);
    assert_int_equal(owner.wrapped, wrapped);
}

static void the_label_of_an_item_stands_beside_its_body(void **state)
{
    struct doc_node *list = doc_add(&doc, doc.root, DOC_LIST);
    struct doc_node *item = doc_add(&doc, list, DOC_ITEM);
    struct doc_node *label = doc_add(&doc, item, DOC_LABEL);
    struct doc_node *mark = doc_text(&doc, label, STR_LIT("a)"));
    struct doc_node *text = doc_text(&doc, item, STR_LIT("body"));
    struct doc_node *p = doc_paragraph(&doc, item, STR_LIT("block"));

    (void)state;
    assert_owner(mark, label, "Lbl", false);
    assert_owner(label, label, "Lbl", false);
    assert_owner(text, item, "LBody", true);
    assert_owner(p->first, p, "P", false);
}

static void the_number_of_a_paragraph_is_part_of_it(void **state)
{
    struct doc_node *p = doc_add(&doc, doc.root, DOC_PARAGRAPH);
    struct doc_node *label = doc_add(&doc, p, DOC_LABEL);
    struct doc_node *number = doc_text(&doc, label, STR_LIT("1.1"));

    (void)state;
    assert_owner(number, p, "P", false);
}

static void a_mark_of_a_note_is_a_link_in_a_reference(void **state)
{
    struct doc_node *p = doc_add(&doc, doc.root, DOC_PARAGRAPH);
    struct doc_node *mark = doc_add(&doc, p, DOC_NOTE_MARK);
    struct doc_node *label = doc_add(&doc, mark, DOC_LABEL);
    struct doc_node *number = doc_text(&doc, label, STR_LIT("1"));

    (void)state;
    assert_string_equal(pdf_tag_of(mark).type, "Reference");
    assert_owner(number, mark, "Link", true);
    assert_ptr_equal(pdf_link_of(number), mark);
    assert_null(pdf_link_of(p));
}

static void contents_keep_their_heading_out_of_the_list(void **state)
{
    struct doc_node *contents = doc_add(&doc, doc.root, DOC_CONTENTS);
    struct doc_node *item = doc_add(&doc, contents, DOC_CONTENTS_ITEM);
    struct doc_node *page = doc_add(&doc, item, DOC_PAGE_NUMBER);

    (void)state;
    assert_string_equal(pdf_tag_of(contents).wrap, "TOC");
    assert_int_equal(pdf_tag_of(contents).outside, DOC_HEADING);
    assert_owner(page, item, "Reference", true);
}

static void another_language_makes_an_element_of_anything(void **state)
{
    struct doc_node *p = doc_paragraph(&doc, doc.root, STR_LIT("Tŷ"));

    (void)state;
    p->first->lang = "cy";
    assert_owner(p->first, p->first, "Span", false);
    assert_attributes(p->first, "/Lang(cy)");
}

static void headings_and_groups_follow_their_level(void **state)
{
    struct doc_node *h = doc_heading(&doc, doc.root, 6, STR_LIT("x"));
    struct doc_node *group = doc_add(&doc, doc.root, DOC_ROW_GROUP);

    (void)state;
    assert_string_equal(pdf_tag_of(h).type, "H6");
    h->level = 0; /* doc_check() refuses it: no reading beyond the table */
    assert_string_equal(pdf_tag_of(h).type, "H1");
    h->level = 255;
    assert_string_equal(pdf_tag_of(h).type, "H6");
    group->level = GROUP_FOOT;
    assert_string_equal(pdf_tag_of(group).type, "TFoot");
    group->level = 77;
    assert_string_equal(pdf_tag_of(group).type, "TBody");
}

static void cells_tell_scope_and_spans(void **state)
{
    struct doc_node *row = doc_add(&doc, doc.root, DOC_ROW);
    struct doc_node *cell = doc_cell(&doc, row, SCOPE_NONE, STR_LIT("1"));

    (void)state;
    assert_string_equal(pdf_tag_of(cell).type, "TD");
    assert_attributes(cell, "");
    cell->u.cell.columns = 1;
    assert_attributes(cell, "");
    cell->u.cell.columns = 3;
    assert_attributes(cell, "/A<</O/Table/ColSpan 3>>");
    cell->u.cell.rows = 2;
    cell->u.cell.scope = SCOPE_BOTH;
    assert_string_equal(pdf_tag_of(cell).type, "TH");
    assert_attributes(cell, "/A<</O/Table/Scope/Both/RowSpan 2/ColSpan 3>>");
}

static void lists_tell_how_they_are_numbered(void **state)
{
    static const struct {
        const char *pattern;
        const char *want;
    } cases[] = {
        {"{item:a})", "/A<</O/List/ListNumbering/LowerAlpha>>"},
        {"({item:i})", "/A<</O/List/ListNumbering/LowerRoman>>"},
        {"{item:A}", "/A<</O/List/ListNumbering/UpperAlpha>>"},
        {"{item:I}", "/A<</O/List/ListNumbering/UpperRoman>>"},
        {"{section:I}.{item}", "/A<</O/List/ListNumbering/Decimal>>"},
        {"{section}.{item:a}", "/A<</O/List/ListNumbering/LowerAlpha>>"},
        {"{item}: a", "/A<</O/List/ListNumbering/Decimal>>"},
        {"{item", "/A<</O/List/ListNumbering/Decimal>>"},
        {"{item:", "/A<</O/List/ListNumbering/Decimal>>"},
        {"•", "/A<</O/List/ListNumbering/Disc>>"},
        {"{", "/A<</O/List/ListNumbering/Disc>>"},
        {"", "/A<</O/List/ListNumbering/None>>"},
    };
    struct doc_node *list = doc_add(&doc, doc.root, DOC_LIST);
    struct label_series series = {.id = "item"};

    (void)state;
    assert_attributes(list, "/A<</O/List/ListNumbering/None>>");
    list->u.series = &series;
    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        series.pattern = str_of(cases[i].pattern);
        assert_attributes(list, cases[i].want);
    }
}

static void a_picture_has_its_alternative_text_and_place(void **state)
{
    struct doc_node *figure = doc_add(&doc, doc.root, DOC_PICTURE);
    const struct pdf_box box = {70866, -1500, 400000, 72125};

    (void)state;
    figure->text = STR_LIT("Visits (in thousands)");
    buf_clear(&b);
    pdf_write_picture(&b, figure, &box);
    buf_char(&b, '\0');
    assert_string_equal(b.ptr, "/Alt(Visits \\(in thousands\\))"
                               "/A<</O/Layout/Placement/Block"
                               "/BBox[70.866 -1.5 400 72.125]>>");
}

/* An Alt is read instead of all that its element holds. */
static void the_caption_of_a_picture_stands_outside_it(void **state)
{
    struct doc_node *figure = doc_add(&doc, doc.root, DOC_PICTURE);
    struct doc_node *caption = doc_add(&doc, figure, DOC_CAPTION);
    struct doc_node *text = doc_text(&doc, caption, STR_LIT("Visits"));

    (void)state;
    assert_owner(figure, figure, "Figure", true);
    assert_owner(text, caption, "Caption", false);
    assert_string_equal(pdf_tag_of(figure).type, "Div");
    assert_int_equal(pdf_tag_of(figure).outside, DOC_CAPTION);
}

static void running_matter_and_screen_have_no_element(void **state)
{
    struct doc_node *p = doc_paragraph(&doc, doc.root, STR_LIT("x"));
    struct doc_node *running = doc_add(&doc, doc.root, DOC_RUNNING);

    (void)state;
    assert_false(pdf_tag_skips(p));
    assert_true(pdf_tag_skips(running));
    p->medium = MEDIUM_SCREEN;
    assert_true(pdf_tag_skips(p));
    p->medium = MEDIUM_PRINT;
    assert_false(pdf_tag_skips(p));
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_doc, close_doc)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_label_of_an_item_stands_beside_its_body),
        TEST(the_number_of_a_paragraph_is_part_of_it),
        TEST(a_mark_of_a_note_is_a_link_in_a_reference),
        TEST(contents_keep_their_heading_out_of_the_list),
        TEST(another_language_makes_an_element_of_anything),
        TEST(headings_and_groups_follow_their_level),
        TEST(cells_tell_scope_and_spans),
        TEST(lists_tell_how_they_are_numbered),
        TEST(a_picture_has_its_alternative_text_and_place),
        TEST(the_caption_of_a_picture_stands_outside_it),
        TEST(running_matter_and_screen_have_no_element),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
