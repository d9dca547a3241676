#include "output/layout/layout_make.h"
#include "tests/support/laid_fixture.h"
#include "tests/support/laid_prose.h"
#include "tests/support/sample_pictures.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* --- pictures --- */

static struct doc_node *picture(const struct picture *model,
                                const char *caption)
{
    struct doc_node *n = doc_add(&t.d, t.d.root, DOC_PICTURE);

    n->text = STR_LIT("What it shows");
    n->u.picture = model;
    if (caption != NULL)
        doc_text(&t.d, doc_add(&t.d, n, DOC_CAPTION), str_of(caption));
    return n;
}

static const struct layout_item *find_kind(enum layout_kind kind,
                                           uint32_t *page)
{
    for (const struct layout_page *p = t.layout.pages; p != NULL; p = p->next) {
        for (const struct layout_item *i = p->first; i != NULL; i = i->next) {
            *page = p->number;
            if (i->kind == kind)
                return i;
        }
    }
    fail_msg("no picture");
    return NULL;
}

static const struct layout_item *find_drawing(uint32_t *page)
{
    return find_kind(LAYOUT_DRAWING, page);
}

static void a_picture_is_as_wide_as_the_text(void **state)
{
    const struct layout_item *item;
    uint32_t page;

    (void)state;
    picture(&sample_bars, "Costs");
    laid_make(&t);
    item = find_drawing(&page);
    assert_int_equal(item->x, style.page.left);
    assert_int_equal(item->width,
                     style.page.width - style.page.left - style.page.right);
    assert_int_equal(item->height, item->drawing->height);
    assert_true(item->y > find_item(&t, "Costs")->y);
    assert_int_equal(t.findings.count, 0);
    assert_good_pages(&t);
}

static void a_picture_is_not_parted_and_keeps_its_caption(void **state)
{
    uint32_t page;

    (void)state;
    for (int free = 1; free < 24; free++) {
        close_test(state);
        open_test(state);
        laid_fill_but(&t, free);
        picture(&sample_timeline, "Dates");
        laid_prose(&t, t.d.root, "Then", 1);
        laid_make(&t);
        find_drawing(&page);
        assert_int_equal(page_of_text(&t, "Dates"), page);
        assert_good_pages(&t);
    }
}

static void a_picture_is_shrunk_to_stand_below_its_headings(void **state)
{
    static struct image file;
    static struct picture model;
    uint32_t page;

    (void)state;
    file = (struct image){
        .name = "map.png", .width = 400, .height = 1200, .channels = 3};
    model = (struct picture){.kind = PICTURE_IMAGE,
                             .u.image = {&file, 453000, false}};
    laid_fill_but(&t, 10);
    doc_heading(&t.d, t.d.root, 2, STR_LIT("Grants"));
    doc_heading(&t.d, t.d.root, 3, STR_LIT("Where they went"));
    picture(&model, "A map");
    laid_make(&t);
    assert_good_pages(&t);
    (void)find_kind(LAYOUT_IMAGE, &page);
    assert_int_equal(page, 2);
    assert_int_equal(page_of_text(&t, "Grants"), page);
    assert_int_equal(page_of_text(&t, "Where"), page);
    assert_int_equal(page_of_text(&t, "A map"), page);
}

/* Half a page is enough for any picture, and so is three fifths of what it
   would have on a page of its own; what is smaller leaves its page empty. */
static void a_picture_fills_its_page_rather_than_leave_it_empty(void **state)
{
    const int32_t page = style.page.height - style.page.top - style.page.bottom;
    static struct image file;
    static struct picture model;

    (void)state;
    model =
        (struct picture){.kind = PICTURE_IMAGE, .u.image = {&file, 0, false}};
    for (uint32_t height = 300; height <= 1200; height += 300) {
        for (int free = 4; free < 40; free += 3) {
            const struct layout_item *item;
            uint32_t number;

            close_test(state);
            open_test(state);
            file = (struct image){.name = "map.png",
                                  .width = 300,
                                  .height = height,
                                  .channels = 3};
            laid_fill_but(&t, free);
            picture(&model, "A map");
            doc_paragraph(&t.d, t.d.root, STR_LIT("Source: survey"))->role =
                ROLE_FOOT;
            laid_prose(&t, t.d.root, "Then", 60);
            laid_make(&t);
            item = find_kind(LAYOUT_IMAGE, &number);
            assert_int_equal(page_of_text(&t, "A map"), number);
            if (number == 2) /* its page had no room that is enough for it */
                assert_true(t.layout.pages->filled >= 500);
            assert_true(item->height * 100 >= page * 40 ||
                        (int64_t)item->height * 100 >=
                            (int64_t)height * PICTURE_MPT_PER_DOT * 60);
        }
    }
}

/* The words below it belong to it, not to the picture after them. */
static void words_below_a_picture_are_not_held_by_what_follows(void **state)
{
    struct doc_node *first;
    uint32_t page;

    (void)state;
    laid_fill_but(&t, 24);
    first = picture(&sample_bars, "Costs");
    first->keep_next = true;
    doc_paragraph(&t.d, t.d.root, STR_LIT("Source: survey"))->role = ROLE_FOOT;
    for (unsigned i = 0; i < 2; i++)
        picture(&sample_bars, "Income");
    laid_make(&t);
    assert_good_pages(&t);
    (void)find_drawing(&page);
    assert_int_equal(page, 1);
    assert_int_equal(page_of_text(&t, "Source"), 1);
    assert_int_equal(page_of_text(&t, "Income"), 2);
}

static void a_picture_higher_than_a_page_is_shrunk_and_said(void **state)
{
    struct picture_box boxes[PICTURE_ROWS_MAX];
    const struct picture model = {.kind = PICTURE_STRUCTURE,
                                  .u.structure = {boxes, PICTURE_ROWS_MAX}};
    const struct layout_item *item;
    uint32_t page;

    (void)state;
    for (uint32_t i = 0; i < PICTURE_ROWS_MAX; i++)
        boxes[i] = (struct picture_box){STR_LIT("Team"), STR_LIT("Role"),
                                        i == 0 ? PICTURE_NO_PARENT : i - 1};
    picture(&model, "Teams of the council, one below the other");
    laid_make(&t);
    item = find_drawing(&page);
    assert_true(item->height < item->drawing->height);
    assert_true(item->width < item->drawing->width);
    assert_int_equal(page, page_of_text(&t, "Teams"));
    assert_int_equal(findings_of(&t, FINDING_SMALL_TEXT), 1);
    assert_good_pages(&t);
}

/* A picture from a file, WIDTH x HEIGHT pixels, ASKED milli-points wide. */
static const struct layout_item *placed(uint32_t width, uint32_t height,
                                        int32_t asked)
{
    static struct image file;
    static struct picture model;
    uint32_t page;

    file = (struct image){
        .name = "map.png", .width = width, .height = height, .channels = 3};
    model = (struct picture){.kind = PICTURE_IMAGE,
                             .u.image = {&file, asked, false}};
    picture(&model, "A map");
    laid_make(&t);
    assert_good_pages(&t);
    assert_ptr_equal(find_kind(LAYOUT_IMAGE, &page)->image, &file);
    assert_int_equal(page, page_of_text(&t, "A map"));
    return find_kind(LAYOUT_IMAGE, &page);
}

static void a_file_is_as_large_as_it_asks_and_there_is_room(void **state)
{
    const int32_t width = style.page.width - style.page.left - style.page.right;
    const int32_t page = style.page.height - style.page.top - style.page.bottom;
    static const struct {
        uint32_t width, height;
        int32_t asked;
    } cases[] = {
        {200, 100, 0},                       /* 96 dots an inch */
        {200, 100, 40000},                   /* as asked */
        {2000, 1000, 0},                     /* no wider than the text */
        {200, 100, 2000000}, {500, 2000, 0}, /* no higher than a page */
        {2000, 1, 0},                        /* never nothing */
        {1, 2000, 2835},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const uint32_t w = cases[i].width;
        const uint32_t h = cases[i].height;
        const struct layout_item *item;

        close_test(state);
        open_test(state);
        item = placed(w, h, cases[i].asked);
        assert_int_equal(item->x, style.page.left);
        assert_in_range(item->width, 1, width);
        assert_in_range(item->height, 1, page);
        /* It keeps its shape, but for half a milli-point. */
        if (item->width > 1000 && item->height > 1000)
            assert_in_range((int64_t)item->height * w + 2 * w,
                            (int64_t)item->width * h,
                            (int64_t)item->width * h + 4 * w);
        if (i == 0)
            assert_int_equal(item->width, 200 * PICTURE_MPT_PER_DOT);
        if (i == 1)
            assert_int_equal(item->width, 40000);
        if (i == 2 || i == 3)
            assert_int_equal(item->width, width);
    }
}

static void a_decorative_picture_is_no_content(void **state)
{
    struct picture model = sample_image;
    uint32_t page;

    (void)state;
    model.u.image.decorative = true;
    picture(&model, NULL);
    laid_make(&t);
    assert_int_equal(find_kind(LAYOUT_IMAGE, &page)->artifact,
                     ARTIFACT_DECORATION);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_test, close_test)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_picture_is_as_wide_as_the_text),
        TEST(a_picture_is_not_parted_and_keeps_its_caption),
        TEST(a_picture_is_shrunk_to_stand_below_its_headings),
        TEST(a_picture_fills_its_page_rather_than_leave_it_empty),
        TEST(words_below_a_picture_are_not_held_by_what_follows),
        TEST(a_picture_higher_than_a_page_is_shrunk_and_said),
        TEST(a_file_is_as_large_as_it_asks_and_there_is_room),
        TEST(a_decorative_picture_is_no_content),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
