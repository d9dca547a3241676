#include "output/layout/layout_make.h"
#include "tests/support/laid.h"
#include "tests/support/sample.h"
#include "tests/support/sample_parts.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/tree.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static struct laid_test t;
static struct style style;

static int open_test(void **state)
{
    (void)state;
    laid_open(&t);
    style = *t.d.style;
    t.d.style = &style;
    return 0;
}

static int close_test(void **state)
{
    (void)state;
    laid_close(&t);
    return 0;
}

static const char words[] =
    "The Cabinet considered what residents had said about the opening hours "
    "of libraries, and asked officers to report again in the autumn. ";

/* A paragraph of N sentences that begins with NAME. */
static struct doc_node *prose(struct doc_node *parent, const char *name, int n)
{
    struct doc_node *p = doc_paragraph(&t.d, parent, str_of(name));

    doc_text(&t.d, p, STR_LIT(" "));
    for (int i = 0; i < n; i++)
        doc_text(&t.d, p, str_of(words));
    return p;
}

/* Height of text on an empty page, in lines of body text. */
static int lines_a_page(void)
{
    const struct page_style *page = &style.page;

    return (page->height - page->top - page->bottom) / 16800;
}

/* Fills the page but for LINES lines. */
static void fill_but(int lines)
{
    struct doc_node *p = NULL;
    const int n = lines_a_page() - lines;

    for (int i = 0; i < n; i++) {
        if (p == NULL)
            p = doc_paragraph(&t.d, t.d.root, STR_LIT("filled"));
        else
            doc_text(&t.d, p, STR_LIT("filled"));
        if (i + 1 < n)
            doc_add(&t.d, p, DOC_BREAK);
    }
}

/* --- the whole --- */

static void the_sample_is_printed_once_and_in_its_place(void **state)
{
    (void)state;
    sample_report(&t.d, &t.tree);
    laid_make(&t);
    assert_int_equal(t.findings.count, 0);
    assert_int_equal(t.layout.npages, 6);
    assert_good_pages(&t);
}

static void the_same_tree_gives_the_same_pages(void **state)
{
    struct layout again;
    struct arena arena;
    struct buf a;
    struct buf b;

    (void)state;
    sample_report(&t.d, &t.tree);
    laid_make(&t);
    arena_init(&arena, (size_t)64 << 20);
    assert_int_equal(layout_make(&t.d, t.shaper, &arena, &t.findings, &again),
                     ST_OK);
    buf_init(&a, (size_t)1 << 20);
    buf_init(&b, (size_t)1 << 20);
    layout_dump(&t.layout, &a);
    layout_dump(&again, &b);
    assert_true(a.len > 1000);
    assert_true(str_eq(buf_view(&a), buf_view(&b)));
    buf_free(&a);
    buf_free(&b);
    arena_free(&arena);
}

static void an_empty_tree_is_an_empty_page(void **state)
{
    (void)state;
    laid_make(&t);
    assert_int_equal(t.layout.npages, 1);
    assert_null(t.layout.pages->first);
    assert_null(t.layout.pages->next);
}

static void a_full_arena_is_said(void **state)
{
    struct arena small;

    (void)state;
    sample_report(&t.d, &t.tree);
    for (size_t limit = 0; limit < 20000; limit += 997) {
        arena_init(&small, limit);
        assert_int_equal(
            layout_make(&t.d, t.shaper, &small, &t.findings, &t.layout),
            ST_LIMIT);
        arena_free(&small);
    }
}

/* --- blocks --- */

static struct doc_node *numbered(struct doc_node *parent, const char *label,
                                 const char *text)
{
    struct doc_node *p = doc_paragraph(&t.d, parent, str_of(text));

    sample_label(&t.d, p, label);
    return p;
}

static void numbers_hang_in_a_column_of_their_own(void **state)
{
    struct doc_node *s = doc_add(&t.d, t.d.root, DOC_SECTION);
    const int32_t left = style.page.left;
    struct doc_node *h = doc_heading(&t.d, s, 2, STR_LIT("Costs"));

    (void)state;
    sample_label(&t.d, h, "4.");
    numbered(s, "4.1", "First");
    doc_paragraph(&t.d, s, STR_LIT("Unnumbered"));
    laid_make(&t);
    assert_int_equal(find_item(&t, "4. ")->x, left);
    assert_int_equal(find_item(&t, "4.1")->x, left);
    assert_int_equal(find_item(&t, "Costs")->x, left + 36000);
    assert_int_equal(find_item(&t, "First")->x, left + 36000);
    assert_int_equal(find_item(&t, "Unnumbered")->x, left + 36000);
    assert_int_equal(find_item(&t, "4.1")->y, find_item(&t, "First")->y);
}

static void a_wide_number_pushes_only_its_first_line(void **state)
{
    struct doc_node *s = doc_add(&t.d, t.d.root, DOC_SECTION);
    struct doc_node *p = numbered(s, "4.100.100", "First");

    (void)state;
    doc_add(&t.d, p, DOC_BREAK);
    doc_text(&t.d, p, STR_LIT("second"));
    laid_make(&t);
    assert_true(find_item(&t, "First")->x > style.page.left + 36000);
    assert_int_equal(find_item(&t, "second")->x, style.page.left + 36000);
    assert_good_pages(&t);
}

static void a_list_is_indented_by_its_widest_label(void **state)
{
    struct doc_node *l = doc_add(&t.d, t.d.root, DOC_LIST);

    (void)state;
    for (int i = 0; i < 2; i++) {
        struct doc_node *item = doc_add(&t.d, l, DOC_ITEM);

        doc_text(&t.d, item, i == 0 ? STR_LIT("First") : STR_LIT("Second"));
        sample_label(&t.d, item, i == 0 ? "1" : "Background paper 2");
    }
    laid_make(&t);
    assert_int_equal(find_item(&t, "First")->x, find_item(&t, "Second")->x);
    assert_true(find_item(&t, "Second")->x >
                find_item(&t, "Background")->x +
                    find_item(&t, "Background")->width);
}

static void an_empty_item_keeps_its_label(void **state)
{
    struct doc_node *l = doc_add(&t.d, t.d.root, DOC_LIST);

    (void)state;
    sample_label(&t.d, doc_add(&t.d, l, DOC_ITEM), "a)");
    doc_paragraph(&t.d, t.d.root, STR_LIT("After"));
    laid_make(&t);
    assert_good_pages(&t);
    assert_true(find_item(&t, "After")->y > find_item(&t, "a)")->y);
}

static void a_cover_is_a_page_of_its_own(void **state)
{
    struct doc_node *c = doc_add(&t.d, t.d.root, DOC_COVER);

    (void)state;
    doc_heading(&t.d, c, 1, STR_LIT("Annual report"));
    doc_paragraph(&t.d, t.d.root, STR_LIT("Begins"));
    laid_make(&t);
    assert_int_equal(page_of_text(&t, "Annual"), 1);
    assert_int_equal(page_of_text(&t, "Begins"), 2);
    assert_true(find_item(&t, "Annual")->y > style.page.height / 3);
}

static size_t count_feet(const struct layout_page *page)
{
    size_t n = 0;

    for (const struct layout_item *i = page->first; i != NULL; i = i->next)
        n += i->artifact == ARTIFACT_FOOTER;
    return n;
}

static void a_cover_has_neither_head_nor_foot(void **state)
{
    struct doc_node *running = doc_add(&t.d, t.d.root, DOC_RUNNING);
    struct doc_node *c;

    (void)state;
    running->level = 1;
    doc_paragraph(&t.d, running, STR_LIT("Foot"));
    c = doc_add(&t.d, t.d.root, DOC_COVER);
    doc_heading(&t.d, c, 1, STR_LIT("Annual report"));
    doc_paragraph(&t.d, t.d.root, STR_LIT("Begins"));
    laid_make(&t);
    assert_int_equal(count_feet(t.layout.pages), 0);
    assert_int_equal(count_feet(t.layout.pages->next), 1);
}

static void lines_of_a_heading_are_of_about_one_length(void **state)
{
    const struct layout_item *first;
    const struct layout_item *second;

    (void)state;
    doc_heading(&t.d, t.d.root, 1,
                STR_LIT("Sustaining school improvement in the borough from "
                        "April"));
    laid_make(&t);
    first = find_item(&t, "Sustaining");
    for (second = first->next; second->kind != LAYOUT_TEXT;)
        second = second->next;
    assert_true(second->y > first->y);
    assert_true(second->width > first->width / 2);
}

static void what_is_for_screens_is_not_printed(void **state)
{
    struct doc_node *p = doc_paragraph(&t.d, t.d.root, STR_LIT("Skip"));

    (void)state;
    p->medium = MEDIUM_SCREEN;
    laid_make(&t);
    assert_null(t.layout.pages->first);
}

/* --- pages --- */

static void a_heading_goes_with_its_text(void **state)
{
    (void)state;
    fill_but(3);
    doc_heading(&t.d, t.d.root, 2, STR_LIT("Costs"));
    prose(t.d.root, "Then", 3);
    laid_make(&t);
    assert_int_equal(page_of_text(&t, "Costs"), 2);
    assert_good_pages(&t);
}

static void a_sign_off_never_stands_alone(void **state)
{
    (void)state;
    for (int free = 3; free < 9; free++) {
        struct doc_node *s;

        close_test(state);
        open_test(state);
        fill_but(free);
        doc_paragraph(&t.d, t.d.root, STR_LIT("Agreed"));
        s = doc_add(&t.d, t.d.root, DOC_SIGN_OFF);
        doc_paragraph(&t.d, s, STR_LIT("Signed"));
        doc_paragraph(&t.d, s, STR_LIT("Director"));
        doc_paragraph(&t.d, t.d.root, STR_LIT("Appendix"));
        laid_make(&t);
        assert_int_equal(page_of_text(&t, "Agreed"),
                         page_of_text(&t, "Director"));
        assert_int_equal(page_of_text(&t, "Signed"),
                         page_of_text(&t, "Director"));
        assert_good_pages(&t);
    }
    assert_int_equal(t.layout.npages, 1);
}

static void no_item_of_a_list_stands_alone(void **state)
{
    const struct label_series bullets = test_series("b", "-", 0, NULL);
    bool parted = false;

    (void)state;
    for (int free = 3; free < 12; free++) {
        struct doc_node *l;
        uint32_t last;

        close_test(state);
        open_test(state);
        fill_but(free);
        l = test_list(&t.d, t.d.root, &bullets);
        test_item(&t.d, l, "Once");
        test_item(&t.d, l, "Twice");
        test_item(&t.d, l, "Thrice");
        test_item(&t.d, l, "Often");
        laid_make(&t);
        last = page_of_text(&t, "Often");
        assert_int_equal(page_of_text(&t, "Once"), page_of_text(&t, "Twice"));
        assert_int_equal(page_of_text(&t, "Thrice"), last);
        parted = parted || page_of_text(&t, "Twice") != last;
    }
    assert_true(parted);
}

static void no_line_of_a_paragraph_stands_alone(void **state)
{
    (void)state;
    for (int free = 1; free < 8; free++) {
        const struct layout_item *first;
        size_t lines = 0;

        close_test(state);
        open_test(state);
        fill_but(free);
        prose(t.d.root, "Begin", 3);
        laid_make(&t);
        assert_good_pages(&t);
        if (page_of_text(&t, "Begin") == 2 || t.layout.npages == 1)
            continue;
        first = find_item(&t, "Begin");
        for (const struct layout_item *i = t.layout.pages->first; i != NULL;
             i = i->next)
            lines += i->kind == LAYOUT_TEXT && i->y >= first->y &&
                     i->x == style.page.left;
        assert_true(lines >= 2);
        assert_non_null(t.layout.pages->next->first->next);
    }
}

static void headings_without_end_are_parted_in_the_end(void **state)
{
    (void)state;
    for (int i = 0; i < 200; i++)
        doc_heading(&t.d, t.d.root, 2, STR_LIT("Costs"));
    laid_make(&t);
    assert_in_range(t.layout.npages, 5, 20);
    assert_every_text_once(&t);
    assert_inside_margins(&t);
}

static void page_breaks_make_no_empty_pages(void **state)
{
    (void)state;
    doc_add(&t.d, t.d.root, DOC_PAGE_BREAK);
    doc_paragraph(&t.d, t.d.root, STR_LIT("One"));
    doc_add(&t.d, t.d.root, DOC_PAGE_BREAK);
    doc_add(&t.d, t.d.root, DOC_PAGE_BREAK);
    doc_paragraph(&t.d, t.d.root, STR_LIT("Two"));
    doc_add(&t.d, t.d.root, DOC_PAGE_BREAK);
    laid_make(&t);
    assert_int_equal(t.layout.npages, 2);
    assert_int_equal(page_of_text(&t, "Two"), 2);
}

static void a_page_smaller_than_a_line_still_ends(void **state)
{
    (void)state;
    style.page.height = style.page.top + style.page.bottom + 1000;
    prose(t.d.root, "Begin", 2);
    sample_big_table(&t.d, t.d.root, 5);
    laid_make(&t);
    assert_every_text_once(&t);
}

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
        fill_but(free);
        picture(&sample_timeline, "Dates");
        prose(t.d.root, "Then", 1);
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
    fill_but(10);
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
            fill_but(free);
            picture(&model, "A map");
            doc_paragraph(&t.d, t.d.root, STR_LIT("Source: survey"))->role =
                ROLE_FOOT;
            prose(t.d.root, "Then", 60);
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

/* --- notes --- */

static void marked(struct doc_node *p, const char *id)
{
    struct doc_node *mark = doc_add(&t.d, p, DOC_NOTE_MARK);

    mark->u.target = id;
    doc_text(&t.d, doc_add(&t.d, mark, DOC_LABEL), STR_LIT("*"));
}

static void note(struct doc_node *parent, const char *id, const char *text,
                 int n)
{
    struct doc_node *node = doc_add(&t.d, parent, DOC_NOTE);

    node->id = id;
    doc_text(&t.d, node, str_of(text));
    for (int i = 0; i < n; i++)
        doc_text(&t.d, node, str_of(words));
}

static void a_note_stands_at_the_foot_of_its_page(void **state)
{
    (void)state;
    marked(prose(t.d.root, "One", 1), "n1");
    note(t.d.root, "n1", "Noted", 0);
    prose(t.d.root, "Two", 1);
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(find_item(&t, "Noted")->height, 10000);
    assert_true(find_item(&t, "Noted")->y >
                style.page.height - style.page.bottom - 14000);
}

static void a_line_goes_to_the_page_that_has_room_for_its_note(void **state)
{
    (void)state;
    fill_but(4);
    marked(prose(t.d.root, "One", 0), "n1");
    note(t.d.root, "n1", "Noted", 6);
    laid_make(&t);
    assert_good_pages(&t);
    assert_int_equal(page_of_text(&t, "One"), 2);
    assert_int_equal(page_of_text(&t, "Noted"), 2);
}

static void a_note_longer_than_a_page_goes_on(void **state)
{
    (void)state;
    prose(t.d.root, "Zero", 20);
    marked(prose(t.d.root, "One", 0), "n1");
    note(t.d.root, "n1", "Noted", 200);
    prose(t.d.root, "Two", 1);
    laid_make(&t);
    assert_good_pages(&t);
    /* 200 lines and a few at 50 a page: no page is left empty. */
    assert_in_range(t.layout.npages, 5, 7);
    assert_int_equal(page_of_text(&t, "One"), 1);
    assert_int_equal(page_of_text(&t, "Noted"), 1);
    assert_int_equal(page_of_text(&t, "Two"), t.layout.npages);
    assert_int_equal(findings_of(&t, FINDING_LONG_NOTE), 1);
}

static void no_line_of_a_note_goes_on_alone(void **state)
{
    for (int n = 14; n < 50; n++) {
        uint32_t last = 0;
        size_t lines = 0;

        close_test(state);
        open_test(state);
        fill_but(10);
        marked(prose(t.d.root, "One", 0), "n1");
        note(t.d.root, "n1", "Noted", n);
        laid_make(&t);
        assert_good_pages(&t);
        last = t.layout.npages;
        for (const struct layout_page *p = t.layout.pages; p != NULL;
             p = p->next) {
            int32_t y = 0;

            lines = 0;
            for (const struct layout_item *i = p->first; i != NULL;
                 i = i->next) {
                if (i->kind == LAYOUT_TEXT && i->src != NULL &&
                    i->src->parent->kind == DOC_NOTE && i->y != y) {
                    lines++;
                    y = i->y;
                }
            }
        }
        assert_true(last >= 1 && lines != 1);
    }
}

static void notes_may_mark_each_other_and_themselves(void **state)
{
    struct doc_node *n;

    (void)state;
    marked(prose(t.d.root, "One", 0), "n1");
    note(t.d.root, "n1", "First", 0);
    marked(t.d.root->last, "n2");
    note(t.d.root, "n2", "Second", 0);
    n = t.d.root->last;
    marked(n, "n1");
    marked(n, "n2");
    laid_make(&t);
    assert_good_pages(&t);
}

static void a_note_that_nothing_marks_stands_in_its_place(void **state)
{
    (void)state;
    prose(t.d.root, "One", 0);
    note(t.d.root, "n1", "Noted", 0);
    prose(t.d.root, "Two", 0);
    laid_make(&t);
    assert_good_pages(&t);
    assert_true(find_item(&t, "Noted")->y < find_item(&t, "Two")->y);
}

/* --- page numbers --- */

static void contents_know_the_pages(void **state)
{
    struct doc_node *c = doc_add(&t.d, t.d.root, DOC_CONTENTS);
    struct doc_node *item;
    struct doc_node *number;

    (void)state;
    doc_heading(&t.d, c, 2, STR_LIT("Contents"));
    item = doc_add(&t.d, c, DOC_CONTENTS_ITEM);
    item->level = 2;
    doc_text(&t.d, doc_add(&t.d, item, DOC_REFERENCE), STR_LIT("Costs"));
    number = doc_add(&t.d, item, DOC_PAGE_NUMBER);
    number->u.target = "costs";
    for (int i = 0; i < 11; i++)
        doc_paragraph(&t.d, doc_add(&t.d, t.d.root, DOC_SECTION),
                      STR_LIT("filler")),
            doc_add(&t.d, t.d.root, DOC_PAGE_BREAK);
    doc_heading(&t.d, t.d.root, 2, STR_LIT("What it costs"))->id = "costs";
    laid_make(&t);
    assert_int_equal(page_of_text(&t, "What it"), 12);
    assert_ptr_equal(find_item(&t, "12")->src, number);
    assert_int_equal(find_item(&t, "12")->x + find_item(&t, "12")->width,
                     style.page.width - style.page.right);
    assert_int_equal(page_of_node(&t, test_find(&t.d, "costs")), 12);
    assert_int_equal(page_of_node(&t, number), 0);
}

static void running_matter_is_no_content(void **state)
{
    size_t feet = 0;

    (void)state;
    sample_report(&t.d, &t.tree);
    laid_make(&t);
    for (const struct layout_page *p = t.layout.pages; p != NULL; p = p->next) {
        for (const struct layout_item *i = p->first; i != NULL; i = i->next) {
            if (i->artifact != ARTIFACT_FOOTER)
                continue;
            assert_null(i->src);
            feet += str_is(item_text(&t.tree, i), "Page ");
        }
    }
    assert_int_equal(feet, t.layout.npages);
}

static void every_heading_and_id_is_a_target_in_order(void **state)
{
    const struct layout_target *before = NULL;
    size_t headings = 0;
    struct doc_walk w;

    (void)state;
    sample_report(&t.d, &t.tree);
    laid_make(&t);
    w = doc_walk(t.d.root);
    while (doc_walk_next(&w)) {
        if (!w.entering || (w.node->kind != DOC_HEADING && w.node->id == NULL))
            continue;
        assert_true(page_of_node(&t, w.node) > 0);
        headings++;
    }
    assert_true(headings > 8);
    for (const struct layout_target *x = t.layout.targets; x != NULL;
         x = x->next) {
        if (x->node->kind != DOC_HEADING)
            continue;
        if (before != NULL)
            assert_true(before->page->number < x->page->number ||
                        (before->page == x->page && before->y < x->y));
        before = x;
    }
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_test, close_test)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_sample_is_printed_once_and_in_its_place),
        TEST(the_same_tree_gives_the_same_pages),
        TEST(an_empty_tree_is_an_empty_page),
        TEST(a_full_arena_is_said),
        TEST(numbers_hang_in_a_column_of_their_own),
        TEST(a_wide_number_pushes_only_its_first_line),
        TEST(a_list_is_indented_by_its_widest_label),
        TEST(an_empty_item_keeps_its_label),
        TEST(a_cover_is_a_page_of_its_own),
        TEST(a_cover_has_neither_head_nor_foot),
        TEST(lines_of_a_heading_are_of_about_one_length),
        TEST(what_is_for_screens_is_not_printed),
        TEST(a_heading_goes_with_its_text),
        TEST(a_sign_off_never_stands_alone),
        TEST(no_item_of_a_list_stands_alone),
        TEST(no_line_of_a_paragraph_stands_alone),
        TEST(headings_without_end_are_parted_in_the_end),
        TEST(page_breaks_make_no_empty_pages),
        TEST(a_picture_is_as_wide_as_the_text),
        TEST(a_picture_is_not_parted_and_keeps_its_caption),
        TEST(a_picture_is_shrunk_to_stand_below_its_headings),
        TEST(a_picture_fills_its_page_rather_than_leave_it_empty),
        TEST(a_picture_higher_than_a_page_is_shrunk_and_said),
        TEST(a_file_is_as_large_as_it_asks_and_there_is_room),
        TEST(a_decorative_picture_is_no_content),
        TEST(a_page_smaller_than_a_line_still_ends),
        TEST(a_note_stands_at_the_foot_of_its_page),
        TEST(a_line_goes_to_the_page_that_has_room_for_its_note),
        TEST(a_note_longer_than_a_page_goes_on),
        TEST(no_line_of_a_note_goes_on_alone),
        TEST(notes_may_mark_each_other_and_themselves),
        TEST(a_note_that_nothing_marks_stands_in_its_place),
        TEST(contents_know_the_pages),
        TEST(running_matter_is_no_content),
        TEST(every_heading_and_id_is_a_target_in_order),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
