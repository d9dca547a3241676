#include "output/pdf/pdf_content.h"
#include "tests/support/command.h"
#include "tests/support/pdf.h"

#include <string.h>

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LIMIT ((size_t)16 << 20)

/* A page that is made by hand, and what it was written as. */
struct case_page {
    struct test_pdf pdf;
    struct layout_page page;
    struct pdf_fonts fonts;
    struct pdf_images images;
    struct pdf_marks marks;
    struct pdf_links links;
    struct buf out;
    struct doc_node *paragraph;
};

static int open_page(void **state)
{
    static struct case_page c;

    memset(&c, 0, sizeof(c));
    test_pdf_init(&c.pdf);
    pdf_fonts_init(&c.fonts, c.pdf.cache, LIMIT);
    pdf_images_init(&c.images, LIMIT);
    pdf_marks_init(&c.marks, LIMIT);
    pdf_links_init(&c.links, LIMIT);
    buf_init(&c.out, LIMIT);
    c.page.height = 800000;
    c.page.width = 600000;
    c.paragraph = doc_paragraph(&c.pdf.doc, c.pdf.doc.root, STR_LIT("unused"));
    *state = &c;
    return 0;
}

static int close_page(void **state)
{
    struct case_page *c = *state;

    buf_free(&c->out);
    pdf_links_free(&c->links);
    pdf_marks_free(&c->marks);
    pdf_images_free(&c->images);
    pdf_fonts_free(&c->fonts);
    test_pdf_free(&c->pdf);
    return 0;
}

static struct layout_item *add_item(struct case_page *c, enum layout_kind kind,
                                    const struct doc_node *src)
{
    struct layout_item *item = arena_alloc(&c->pdf.report, 1, sizeof(*item));

    assert_non_null(item);
    item->kind = kind & LAYOUT_KIND;
    item->src = src;
    item->x = 100000;
    item->y = 200000;
    item->width = 50000;
    item->height = 10000;
    if (c->page.last == NULL)
        c->page.first = item;
    else
        c->page.last->next = item;
    c->page.last = item;
    return item;
}

/* An item of one word. */
static struct layout_item *
add_word(struct case_page *c, const struct doc_node *src, const char *text)
{
    struct layout_item *item = add_item(c, LAYOUT_TEXT, src);
    struct shaped_word word = {.x = 0};

    word.shaped = shape(c->pdf.shaper, FACE_REGULAR, str_of(text));
    assert_non_null(word.shaped);
    layout_set_words(item, &word, 1);
    return item;
}

static const char *written(struct case_page *c)
{
    const struct pdf_noted noted = {&c->fonts, &c->images, &c->marks,
                                    &c->links};

    pdf_content(&c->page, 0, &noted, &c->out);
    buf_char(&c->out, '\0');
    assert_int_equal(buf_status(&c->out), ST_OK);
    assert_int_equal(pdf_fonts_status(&c->fonts), ST_OK);
    return c->out.ptr;
}

static void an_empty_page_is_nothing(void **state)
{
    assert_string_equal(written(*state), "");
}

static void a_word_is_glyphs_in_an_element(void **state)
{
    struct case_page *c = *state;

    add_word(c, c->paragraph->first, "no");
    assert_string_equal(written(c), "BT\n"
                                    "/P<</MCID 0>>BDC\n"
                                    "0 0 0 rg\n"
                                    "100 600 Td\n"
                                    "/F0 10 Tf\n"
                                    "[(no)]TJ\n"
                                    "EMC\n"
                                    "ET\n");
}

static void lines_of_a_paragraph_share_a_sequence(void **state)
{
    struct case_page *c = *state;

    add_word(c, c->paragraph->first, "one");
    add_word(c, c->paragraph->first, "two")->y += 14500;
    written(c);
    assert_int_equal(test_count(c->out.ptr, "BDC"), 1);
    assert_int_equal(test_count(c->out.ptr, "BT\n"), 1);
    assert_int_equal(test_count(c->out.ptr, "\n0 -14.5 Td\n"), 1);
    assert_int_equal(pdf_marks_count(&c->marks), 1);
}

static void two_paragraphs_do_not(void **state)
{
    struct case_page *c = *state;
    struct doc_node *other =
        doc_paragraph(&c->pdf.doc, c->pdf.doc.root, STR_LIT("unused"));

    add_word(c, c->paragraph->first, "one");
    add_word(c, other->first, "two");
    written(c);
    assert_int_equal(test_count(c->out.ptr, "/MCID"), 2);
    assert_int_equal(pdf_marks_count(&c->marks), 2);
}

static void an_artifact_between_two_lines_ends_the_sequence(void **state)
{
    struct case_page *c = *state;

    add_word(c, c->paragraph->first, "one");
    add_word(c, NULL, "continued")->artifact = ARTIFACT_REPEAT;
    add_word(c, c->paragraph->first, "two");
    written(c);
    assert_int_equal(test_count(c->out.ptr, "/MCID"), 2);
    assert_int_equal(test_count(c->out.ptr, "BDC\n"), 3);
    assert_int_equal(test_count(c->out.ptr, "EMC\n"), 3);
    assert_int_equal(test_count(c->out.ptr, "BT\n"), 1);
}

static void rectangles_are_drawn_before_text_and_in_one_path(void **state)
{
    struct case_page *c = *state;

    add_word(c, c->paragraph->first, "one");
    add_item(c, LAYOUT_FILL, c->paragraph)->artifact = ARTIFACT_RULE;
    add_word(c, c->paragraph->first, "two");
    add_item(c, LAYOUT_FILL, c->paragraph)->artifact = ARTIFACT_BACKGROUND;
    add_item(c, LAYOUT_FILL, c->paragraph)->colour = 0xff0000;
    assert_int_equal(test_count(written(c),
                                "/Artifact<</Type/Layout>>BDC\n"
                                "0 0 0 rg\n"
                                "100 590 50 10 re\n100 590 50 10 re\nf\n"
                                "1 0 0 rg\n"
                                "100 590 50 10 re\nf\n"
                                "EMC\nBT\n/P"),
                     1);
    assert_int_equal(test_count(c->out.ptr, "/MCID"), 1);
}

/* Of each kind of artifact, a mark of its own (ISO 32000-1, 14.6.1). */
static void a_mark_stands_inside_or_outside_a_text_object(void **state)
{
    struct case_page *c = *state;

    add_word(c, NULL, "head")->artifact = ARTIFACT_HEADER;
    add_item(c, LAYOUT_FILL, NULL)->artifact = ARTIFACT_HEADER;
    assert_string_equal(
        written(c),
        "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n"
        "0 0 0 rg\n100 590 50 10 re\nf\nEMC\nBT\n"
        "/Artifact<</Type/Pagination/Subtype/Header/Attached[/Top]>>BDC\n"
        "100 600 Td\n/F0 10 Tf\n[(head)]TJ\nEMC\nET\n");
}

static void running_matter_is_an_artifact_of_its_kind(void **state)
{
    struct case_page *c = *state;

    add_word(c, NULL, "head")->artifact = ARTIFACT_HEADER;
    add_word(c, NULL, "council")->artifact = ARTIFACT_HEADER;
    add_word(c, NULL, "foot")->artifact = ARTIFACT_FOOTER;
    add_word(c, c->paragraph->first, "again")->artifact = ARTIFACT_REPEAT;
    written(c);
    assert_int_equal(
        test_count(c->out.ptr, "/Subtype/Header/Attached[/Top]>>BDC\n"), 1);
    assert_int_equal(
        test_count(c->out.ptr, "/Subtype/Footer/Attached[/Bottom]>>BDC\n"), 1);
    assert_int_equal(
        test_count(c->out.ptr, "<</Type/Pagination/Subtype/Header>>BDC\n"), 1);
    assert_int_equal(test_count(c->out.ptr, "MCID"), 0);
}

static void a_rectangle_is_never_content(void **state)
{
    struct case_page *c = *state;

    add_item(c, LAYOUT_FILL, c->paragraph);
    written(c);
    assert_int_equal(test_count(c->out.ptr, "MCID"), 0);
}

static void a_colour_is_set_once(void **state)
{
    struct case_page *c = *state;

    add_word(c, c->paragraph->first, "one")->colour = 0x1d70b8;
    add_word(c, c->paragraph->first, "two")->colour = 0x1d70b8;
    add_item(c, LAYOUT_FILL, NULL)->colour = 0xffffff;
    written(c);
    assert_int_equal(test_count(c->out.ptr, ".114 .439 .722 rg\n"), 1);
    assert_int_equal(test_count(c->out.ptr, "1 1 1 rg\n"), 1);
}

static void kerning_moves_the_pen_and_is_made_up_for(void **state)
{
    struct case_page *c = *state;

    add_word(c, c->paragraph->first, "To");
    written(c);
    /* T and o come 111 thousandths nearer. */
    assert_int_equal(test_count(c->out.ptr, "[(T)111(o)]TJ"), 1);
}

static void a_word_stands_where_it_was_laid(void **state)
{
    struct case_page *c = *state;
    struct layout_item *item = add_word(c, c->paragraph->first, "n");
    struct shaped_word *words = arena_alloc(&c->pdf.report, 2, sizeof(*words));

    words[0] = layout_word(item, 0);
    words[0].space_after = true;
    words[1] = layout_word(item, 0);
    words[1].x = 20000; /* 2000 thousandths; n and space are 556 + 278 */
    layout_set_words(item, words, 2);
    written(c);
    assert_int_equal(test_count(c->out.ptr, "[(n )-1166(n)]TJ"), 1);
}

static void a_space_at_the_end_of_a_line_is_drawn(void **state)
{
    struct case_page *c = *state;
    struct layout_item *item = add_word(c, c->paragraph->first, "n");
    struct shaped_word word = layout_word(item, 0);

    word.space_after = true;
    layout_set_words(item, &word, 1);
    written(c);
    assert_int_equal(test_count(c->out.ptr, "[(n )]TJ"), 1);
}

static void a_fallback_is_another_font_for_its_characters_only(void **state)
{
    struct case_page *c = *state;

    add_word(c, c->paragraph->first, "a✓b");
    written(c);
    assert_int_equal(test_count(c->out.ptr, "/F0 10 Tf\n"), 2);
    assert_int_equal(test_count(c->out.ptr, "/F5 10 Tf\n"), 1);
    assert_int_equal(test_count(c->out.ptr, " Td\n"), 1);
}

/* A soft hyphen has no glyph, and its neighbours keep their meaning. */
static void
text_that_its_glyphs_cannot_tell_is_written_beside_them(void **state)
{
    struct case_page *c = *state;

    add_word(c, c->paragraph->first, "no\xc2\xadon");
    add_word(c, c->paragraph->first, "noon");
    written(c);
    assert_int_equal(test_count(c->out.ptr,
                                "/Span<</ActualText<FEFF006E006F00AD006F006E>>>"
                                "BDC\n[(noon)]TJ\nEMC\n"),
                     1);
    assert_int_equal(test_count(c->out.ptr, "\n[(noon)]TJ\n"), 2);
    assert_int_equal(test_count(c->out.ptr, "BDC\n"), 2);
    assert_int_equal(test_count(c->out.ptr, "EMC\n"), 2);
}

static void every_line_of_a_link_has_a_place(void **state)
{
    struct case_page *c = *state;
    struct doc_node *link = doc_add(&c->pdf.doc, c->paragraph, DOC_LINK);
    struct doc_node *text = doc_text(&c->pdf.doc, link, STR_LIT("unused"));
    struct layout_item *second;
    const struct pdf_link *links;
    size_t n;

    add_word(c, text, "one");
    second = add_word(c, text, "two");
    second->x += 60000;
    add_word(c, text, "three")->y += 14000;
    written(c);
    links = pdf_links_drawn(&c->links, &n);
    assert_int_equal(n, 2);
    assert_ptr_equal(links[0].node, link);
    assert_int_equal(links[0].width, 110000);
    assert_int_equal(links[0].y, 192000);
    assert_int_equal(links[1].width, 50000);
}

/* A picture 40 pt wide and 20 pt high: a triangle, two strokes, a word. */
static struct layout_item *add_picture(struct case_page *c, int32_t width)
{
    static struct drawing_point corners[] = {{0, 0}, {10000, 0}, {0, 20000}};
    static struct drawing_point ends[] = {
        {0, 5000}, {40000, 5000}, {0, 6500}, {40000, 6500}};
    static struct drawing_line line = {.nwords = 1, .x = 2000, .y = 15000};
    static struct drawing_item text = {
        .kind = DRAWING_TEXT, .size = 10000, .lines = &line, .nlines = 1};
    static struct drawing_item strokes = {.next = &text,
                                          .kind = DRAWING_LINES,
                                          .colour = 0xff0000,
                                          .size = 500,
                                          .points = ends,
                                          .npoints = 4};
    static struct drawing_item area = {.next = &strokes,
                                       .kind = DRAWING_AREA,
                                       .colour = 0x00ff00,
                                       .points = corners,
                                       .npoints = 3};
    static const struct drawing drawing = {40000, 20000, &area, &text};
    struct doc_node *figure =
        doc_add(&c->pdf.doc, c->pdf.doc.root, DOC_PICTURE);
    struct layout_item *word = add_word(c, c->paragraph->first, "n");
    struct layout_item *item = add_item(c, LAYOUT_DRAWING, figure);
    static struct shaped_word drawn;

    drawn = layout_word(word, 0);
    line.words = &drawn;
    item->width = width;
    item->height = width / 2;
    item->drawing = &drawing;
    add_word(c, c->paragraph->first, "n");
    return item;
}

static void a_drawing_is_vectors_in_a_Figure(void **state)
{
    struct case_page *c = *state;

    add_picture(c, 40000);
    written(c);
    assert_int_equal(test_count(c->out.ptr,
                                "/Figure<</MCID 1>>BDC\n"
                                "q\n1 0 0 1 100 580 cm\n"
                                "0 1 0 rg\n0 20 m 10 20 l 0 0 l f\n"
                                "1 0 0 RG\n.5 w\n0 15 m 40 15 l "
                                "0 13.5 m 40 13.5 l S\n"
                                "0 0 0 rg\nBT\n2 5 Td\n[(n)]TJ\nET\n"
                                "Q\nEMC\n"),
                     1);
}

static void what_a_picture_sets_is_set_again_after_it(void **state)
{
    struct case_page *c = *state;
    const char *after;

    add_picture(c, 40000);
    written(c);
    after = strstr(c->out.ptr, "Q\nEMC\n");
    assert_non_null(after);
    assert_int_equal(test_count(after, "/F0 10 Tf\n"), 1);
    assert_int_equal(test_count(after, "0 0 0 rg\n"), 1);
}

static struct layout_item *add_file(struct case_page *c, const char *name)
{
    struct image *file = arena_alloc(&c->pdf.report, 1, sizeof(*file));
    struct doc_node *figure =
        doc_add(&c->pdf.doc, c->pdf.doc.root, DOC_PICTURE);
    struct layout_item *item = add_item(c, LAYOUT_IMAGE, figure);

    assert_non_null(file);
    file->name = name;
    file->bytes = str_of(name);
    item->image = file;
    item->width = 40000;
    item->height = 20000;
    return item;
}

static void an_image_is_shown_in_a_Figure_by_its_name(void **state)
{
    struct case_page *c = *state;
    const struct pdf_box *box;

    add_file(c, "a");
    add_file(c, "b");
    add_file(c, "a");
    written(c);
    assert_int_equal(test_count(c->out.ptr,
                                "/Figure<</MCID 0>>BDC\n"
                                "q\n40 0 0 20 100 580 cm\n/I0 Do\nQ\n"
                                "EMC\n"),
                     1);
    assert_int_equal(test_count(c->out.ptr, "/I0 Do"), 2);
    assert_int_equal(test_count(c->out.ptr, "/I1 Do"), 1);
    box = pdf_mark_box(&c->marks, 1);
    assert_non_null(box);
    assert_int_equal(box->left, 100000);
    assert_int_equal(box->foot, 580000);
    assert_int_equal(box->right, 140000);
    assert_int_equal(box->top, 600000);
}

static void a_decorative_picture_is_an_artifact(void **state)
{
    struct case_page *c = *state;

    add_file(c, "a")->artifact = ARTIFACT_DECORATION;
    written(c);
    assert_int_equal(test_count(c->out.ptr,
                                "/Artifact<</Type/Layout>>BDC\nq\n"
                                "40 0 0 20 100 580 cm\n/I0 Do\nQ\nEMC\n"),
                     1);
    assert_int_equal(pdf_marks_count(&c->marks), 0);
}

static void a_picture_is_scaled_to_its_place(void **state)
{
    struct case_page *c = *state;
    const struct pdf_box *box;

    add_picture(c, 10000);
    written(c);
    assert_int_equal(test_count(c->out.ptr, "q\n.25 0 0 .25 100 595 cm\n"), 1);
    box = pdf_mark_box(&c->marks, 1);
    assert_null(pdf_mark_box(&c->marks, 0));
    assert_null(pdf_mark_box(&c->marks, 2));
    assert_non_null(box);
    assert_int_equal(box->left, 100000);
    assert_int_equal(box->foot, 595000);
    assert_int_equal(box->right, 110000);
    assert_int_equal(box->top, 600000);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_page, close_page)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(an_empty_page_is_nothing),
        TEST(a_word_is_glyphs_in_an_element),
        TEST(lines_of_a_paragraph_share_a_sequence),
        TEST(two_paragraphs_do_not),
        TEST(an_artifact_between_two_lines_ends_the_sequence),
        TEST(rectangles_are_drawn_before_text_and_in_one_path),
        TEST(a_mark_stands_inside_or_outside_a_text_object),
        TEST(running_matter_is_an_artifact_of_its_kind),
        TEST(a_rectangle_is_never_content),
        TEST(a_colour_is_set_once),
        TEST(kerning_moves_the_pen_and_is_made_up_for),
        TEST(a_word_stands_where_it_was_laid),
        TEST(a_space_at_the_end_of_a_line_is_drawn),
        TEST(a_fallback_is_another_font_for_its_characters_only),
        TEST(text_that_its_glyphs_cannot_tell_is_written_beside_them),
        TEST(every_line_of_a_link_has_a_place),
        TEST(a_drawing_is_vectors_in_a_Figure),
        TEST(what_a_picture_sets_is_set_again_after_it),
        TEST(an_image_is_shown_in_a_Figure_by_its_name),
        TEST(a_decorative_picture_is_an_artifact),
        TEST(a_picture_is_scaled_to_its_place),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
