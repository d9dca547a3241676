#include "tests/support/html_page.h"
#include "tests/support/sample_pictures.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <string.h>

static struct doc_node *add_picture(struct html_page *p,
                                    const struct picture *model)
{
    struct doc_node *n = html_page_add(p, p->doc.root, DOC_PICTURE, NULL);

    n->text = STR_LIT("A \"box\" & no more");
    n->u.picture = model;
    return n;
}

static void a_drawing_is_one_image_in_two_layouts(void **state)
{
    static const struct picture_box box = {
        {"R&D", 3}, {"<new>", 5}, UINT32_MAX};
    static const struct picture model = {.kind = PICTURE_STRUCTURE,
                                         .u.structure = {&box, 1}};
    struct html_page p;
    struct doc_node *n;

    (void)state;
    html_page_begin(&p);
    n = add_picture(&p, &model);
    doc_text(&p.doc, doc_add(&p.doc, n, DOC_CAPTION), STR_LIT("Figure 1"));
    html_page_write(&p);
    assert_non_null(
        strstr(p.html.ptr,
               "<figure>\n"
               "<figcaption id=\".1\">Figure 1</figcaption>\n"
               "<div class=\"drawing\" role=\"img\" aria-label=\"A "
               "&quot;box&quot; &amp; no more\">\n"
               "<div class=\"wide\">\n"
               "<svg aria-hidden=\"true\" "
               "viewBox=\"0 0 480 37\">\n"
               "<path d=\"M165 0L315 0L315 37L165 37Z\" fill=\"#eef2f0\"/>\n"
               "<path d=\"M165 0.5L315 0.5M165 36.5L315 36.5M165.5 0L165.5 "
               "37M314.5 0L314.5 37\" stroke=\"#00543c\" "
               "stroke-width=\"1\"/>\n"
               "<path d=\"M165.5 1L314.5 1M165.5 36L314.5 36M166 0.5L166 "
               "36.5M314 0.5L314 36.5\" stroke=\"#00543c\" "
               "stroke-width=\"1\"/>\n"
               "<text fill=\"#0b0c0c\" font-size=\"10\" "
               "font-weight=\"700\"><tspan x=\"229.17\" y=\"15.4\" "
               "textLength=\"21.66\" "
               "lengthAdjust=\"spacingAndGlyphs\">R&amp;D</tspan></text>\n"
               "<text fill=\"#505a5f\" font-size=\"10\"><tspan x=\"224.99\" "
               "y=\"27.9\" textLength=\"30.02\" "
               "lengthAdjust=\"spacingAndGlyphs\">&lt;new&gt;</tspan></text>\n"
               "</svg>\n"
               "</div>\n"
               "<div class=\"narrow\" hidden=\"\">\n"
               "<svg aria-hidden=\"true\" viewBox=\"0 0 290 "));
    assert_null(strstr(p.html.ptr, "tabindex")); /* it moves nowhere */
    html_page_end(&p);
}

#define MAP                                                                    \
    "data:image/"                                                              \
    "png;base64,"                                                              \
    "iVBORw0KGgoAAAANSUhEUgAAAAQAAAACCAIAAADwyuo0AAAAE0lEQVR42mP4z8AARGDiPwMy" \
    "BwBnsgf595JWggAAAABJRU5ErkJggg=="

static void a_picture_travels_inside_the_page(void **state)
{
    struct doc_node *n;
    struct html_page p;

    (void)state;
    html_page_begin(&p);
    n = add_picture(&p, &sample_image);
    doc_text(&p.doc, doc_add(&p.doc, n, DOC_CAPTION), STR_LIT("Figure 1"));
    html_page_main(&p, "<figure>\n"
                       "<figcaption id=\".1\">Figure 1</figcaption>\n"
                       "<img src=\"" MAP "\" "
                       "alt=\"A &quot;box&quot; &amp; no more\" "
                       "width=\"107\" height=\"53\"/>\n"
                       "</figure>\n");
}

static void a_decorative_picture_has_an_empty_alternative_text(void **state)
{
    struct picture model = sample_image;
    struct html_page p;

    (void)state;
    model.u.image.decorative = true;
    model.u.image.width = 0;
    html_page_begin(&p);
    add_picture(&p, &model)->text = STR_LIT("");
    html_page_main(&p, "<div class=\"picture\">\n"
                       "<img src=\"" MAP "\" "
                       "alt=\"\" width=\"4\" height=\"2\"/>"
                       "</div>\n");
}

/* One, two or three letters of padding: what RFC 4648 has as examples. */
static void bytes_of_any_length_become_base64(void **state)
{
    static const char *const wanted[] = {
        "", "Zg==", "Zm8=", "Zm9v", "Zm9vYg==", "Zm9vYmE=", "Zm9vYmFy"};

    (void)state;
    for (size_t i = 0; i < 7; i++) {
        const struct image file = {.name = "f",
                                   .bytes = {"foobar", i},
                                   .width = 1,
                                   .height = 1,
                                   .form = IMAGE_JPEG,
                                   .channels = 1};
        const struct picture model = {.kind = PICTURE_IMAGE,
                                      .u.image = {&file, 0, false}};
        char img[80];
        struct html_page p;

        (void)snprintf(img, sizeof(img), "src=\"data:image/jpeg;base64,%s\"",
                       wanted[i]);
        html_page_begin(&p);
        add_picture(&p, &model);
        html_page_write(&p);
        assert_non_null(strstr(p.html.ptr, img));
        html_page_end(&p);
    }
}

static void a_logo_stands_in_the_header(void **state)
{
    struct doc_node *n;
    struct html_page p;

    (void)state;
    html_page_begin(&p);
    n = add_picture(&p, &sample_image);
    n->role = ROLE_LOGO;
    n->text = STR_LIT("A council");
    html_page_write(&p);
    assert_non_null(strstr(p.html.ptr, "<header>\n<div class=\"logo\">\n"
                                       "<img src=\"" MAP "\" "
                                       "alt=\"A council\" width=\"107\" "
                                       "height=\"53\"/></div>\n</header>"));
    html_page_end(&p);
}

/* What stands in HTML from BEGIN up to END. */
static struct str part(const struct html_page *p, const char *begin,
                       const char *end)
{
    const char *from = strstr(p->html.ptr, begin);
    const char *to;

    assert_non_null(from);
    to = strstr(from, end);
    assert_non_null(to);
    return (struct str){from, (size_t)(to - from)};
}

/* A label on several lines is one text, its lines apart by their spaces. */
static void a_text_keeps_its_words_over_lines(void **state)
{
    struct html_page p;
    struct str text;
    size_t at;

    (void)state;
    html_page_begin(&p);
    add_picture(&p, &sample_timeline);
    html_page_write(&p);
    text = part(&p, "Tell residents", "</text>");
    at = str_find(text, STR_LIT("</tspan> <tspan x="));
    assert_true(at > 0 && at < text.len);
    assert_true(str_ends(text, STR_LIT("partnerships</tspan>")));
    html_page_end(&p);
}

static void words_that_were_broken_are_not_parted_by_a_space(void **state)
{
    static const char word[] = "Llanfairpwllgwyngyllgogerychwyrndrobwll"
                               "llantysiliogogogoch"
                               "Llanfairpwllgwyngyllgogerychwyrndrobwll";
    const struct picture_box box = {str_of(word), {"", 0}, UINT32_MAX};
    const struct picture model = {.kind = PICTURE_STRUCTURE,
                                  .u.structure = {&box, 1}};
    struct html_page p;
    struct str text;

    (void)state;
    html_page_begin(&p);
    add_picture(&p, &model);
    html_page_write(&p);
    text = part(&p, "Llanfair", "</text>");
    assert_true(str_find(text, STR_LIT("</tspan><tspan")) < text.len);
    assert_true(str_find(text, STR_LIT("</tspan> <tspan")) == text.len);
    html_page_end(&p);
}

static void every_line_has_the_length_it_was_measured(void **state)
{
    struct html_page p;
    size_t lines = 0;
    size_t lengths = 0;

    (void)state;
    html_page_begin(&p);
    add_picture(&p, &sample_structure);
    html_page_write(&p);
    for (const char *c = p.html.ptr; (c = strstr(c, "<tspan ")) != NULL; c++)
        lines++;
    for (const char *c = p.html.ptr; (c = strstr(c, " textLength=\"")) != NULL;
         c++)
        lengths++;
    assert_true(lines >= 14);
    assert_int_equal(lines, lengths);
    html_page_end(&p);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_drawing_is_one_image_in_two_layouts),
        cmocka_unit_test(a_picture_travels_inside_the_page),
        cmocka_unit_test(a_decorative_picture_has_an_empty_alternative_text),
        cmocka_unit_test(bytes_of_any_length_become_base64),
        cmocka_unit_test(a_logo_stands_in_the_header),
        cmocka_unit_test(a_text_keeps_its_words_over_lines),
        cmocka_unit_test(words_that_were_broken_are_not_parted_by_a_space),
        cmocka_unit_test(every_line_has_the_length_it_was_measured),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
