#include "output/layout/layout_make.h"
#include "tests/support/laid_fixture.h"
#include "tests/support/laid_prose.h"
#include "tests/support/sample.h"
#include "tests/support/sample_parts.h"
#include "tests/support/tree.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

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
    laid_fill_but(&t, 3);
    doc_heading(&t.d, t.d.root, 2, STR_LIT("Costs"));
    laid_prose(&t, t.d.root, "Then", 3);
    laid_make(&t);
    assert_int_equal(page_of_text(&t, "Costs"), 2);
    assert_good_pages(&t);
}

/* An empty sign-off behind a line of text, on a page of which FREE lines were
   left. */
static struct doc_node *begin_sign_off(void **state, int free)
{
    close_test(state);
    open_test(state);
    laid_fill_but(&t, free);
    doc_paragraph(&t.d, t.d.root, STR_LIT("Agreed"));
    return doc_add(&t.d, t.d.root, DOC_SIGN_OFF);
}

static void a_sign_off_never_stands_alone(void **state)
{
    (void)state;
    for (int free = 3; free < 9; free++) {
        struct doc_node *s = begin_sign_off(state, free);

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

/* Those who are asked, rather than leave half a page empty; the last two stand
   together, and the first with the text. */
static void many_people_are_parted(void **state)
{
    static const char *const names[] = {"Ann",  "Bob", "Cem",
                                        "Dora", "Eli", "Fay"};
    bool parted = false;

    (void)state;
    for (int free = 14; free < 24; free++) {
        struct doc_node *s = begin_sign_off(state, free);

        for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
            struct doc_node *field =
                doc_add(&t.d, doc_add(&t.d, s, DOC_FIELD_LIST), DOC_FIELD);

            doc_text(&t.d, doc_add(&t.d, field, DOC_FIELD_NAME),
                     str_of(names[i]));
            field = doc_add(&t.d, field, DOC_FIELD_VALUE);
            doc_text(&t.d, field, STR_LIT("Director"));
            doc_add(&t.d, field, DOC_BREAK);
            doc_text(&t.d, field, STR_LIT("Telephone"));
            doc_add(&t.d, field, DOC_BREAK);
            doc_text(&t.d, field, STR_LIT("Mail"));
        }
        laid_make(&t);
        assert_int_equal(page_of_text(&t, "Agreed"), page_of_text(&t, "Ann"));
        assert_int_equal(page_of_text(&t, "Eli"), page_of_text(&t, "Fay"));
        parted = parted ||
                 (page_of_text(&t, "Bob") == 1 && page_of_text(&t, "Fay") == 2);
        assert_good_pages(&t);
    }
    assert_true(parted);
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
        laid_fill_but(&t, free);
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
        laid_fill_but(&t, free);
        laid_prose(&t, t.d.root, "Begin", 3);
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
    laid_prose(&t, t.d.root, "Begin", 2);
    sample_big_table(&t.d, t.d.root, 5);
    laid_make(&t);
    assert_every_text_once(&t);
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
        TEST(many_people_are_parted),
        TEST(no_item_of_a_list_stands_alone),
        TEST(no_line_of_a_paragraph_stands_alone),
        TEST(headings_without_end_are_parted_in_the_end),
        TEST(page_breaks_make_no_empty_pages),
        TEST(a_page_smaller_than_a_line_still_ends),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
