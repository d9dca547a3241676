#include "tests/support/laid.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

static struct laid_test t;
static struct style narrow;

static int open_test(void **state)
{
    (void)state;
    laid_open(&t);
    narrow = *t.d.style;
    return 0;
}

static int close_test(void **state)
{
    (void)state;
    laid_close(&t);
    return 0;
}

/* Lays TEXT out as a paragraph of WIDTH points; its lines are then those of
   the first page. */
static void set(const char *text, int32_t width)
{
    narrow.page.right = narrow.page.width - narrow.page.left - width * 1000;
    t.d.style = &narrow;
    doc_paragraph(&t.d, t.d.root, str_of(text));
    laid_make(&t);
    assert_every_text_once(&t);
    assert_no_overlap(&t);
}

static void assert_lines(const char *const *lines)
{
    const struct layout_item *item = t.layout.pages->first;

    for (; *lines != NULL; lines++, item = item->next) {
        struct str text;

        assert_non_null(item);
        text = item_text(&t.tree, item);
        if (!str_is(text, *lines))
            fail_msg("want |%s|, have |%.*s|", *lines, STR_ARG(text));
    }
    assert_null(item);
}

#define ASSERT_LINES(...) assert_lines((const char *const[]){__VA_ARGS__, NULL})

static void lines_are_filled_and_their_spaces_kept(void **state)
{
    (void)state;
    set("The Cabinet agreed the budget for the year.", 88);
    ASSERT_LINES("The Cabinet ", "agreed the ", "budget for the ", "year.");
    assert_inside_margins(&t);
}

static void white_space_is_one_space(void **state)
{
    (void)state;
    set("  The \n\t Cabinet  ", 200);
    ASSERT_LINES("The Cabinet");
}

static void a_no_break_space_is_never_broken(void **state)
{
    (void)state;
    set("from 23\xc2\xa0March\xc2\xa0"
        "2018",
        92);
    ASSERT_LINES("from ", "23\xc2\xa0March\xc2\xa0"
                          "2018");
}

static void numbers_and_years_are_never_broken(void **state)
{
    (void)state;
    set("in 2012/13 and 2013-14 and 2014–15 about 1,234,567", 55);
    ASSERT_LINES("in ", "2012/13 ", "and ", "2013-14 ", "and ", "2014–15 ",
                 "about ", "1,234,567");
}

static void neither_pounds_nor_dates_are_broken(void **state)
{
    (void)state;
    set("paid £1,234,567 (£51,234) on 10/09/2017", 66);
    ASSERT_LINES("paid ", "£1,234,567 ", "(£51,234) ", "on ", "10/09/2017");
}

static void a_slash_behind_digits_alone_is_as_any_other(void **state)
{
    (void)state;
    set("12/governor", 50);
    ASSERT_LINES("12/", "governor");
    assert_int_equal(findings_of(&t, FINDING_WIDE_WORD), 0);
}

static void a_day_stays_with_its_month(void **state)
{
    struct wording wording = *t.d.wording;

    (void)state;
    wording.calendar.months[1] = STR_LIT("February");
    t.d.wording = &wording;
    set("people on 22 February 2018 and 22 people", 75);
    ASSERT_LINES("people on ", "22 February ", "2018 and 22 ", "people");
}

static void a_month_stays_with_its_year(void **state)
{
    struct wording wording = *t.d.wording;

    (void)state;
    wording.calendar.months[1] = STR_LIT("February");
    t.d.wording = &wording;
    set("Forward plan: February 2027 to March", 130);
    ASSERT_LINES("Forward plan: ", "February 2027 to March");
}

static void a_slash_and_a_dash_are_no_places_to_break(void **state)
{
    (void)state;
    set("this and/or that", 45);
    ASSERT_LINES("this ", "and/or ", "that");
}

static void a_wide_word_is_broken_at_its_slash_first(void **state)
{
    (void)state;
    set("headteacher/governor", 80);
    ASSERT_LINES("headteacher/", "governor");
    assert_int_equal(findings_of(&t, FINDING_WIDE_WORD), 0);
}

static void a_hyphen_between_words_is_a_place_to_break(void **state)
{
    (void)state;
    set("their well-being matters", 65);
    ASSERT_LINES("their well-", "being ", "matters");
}

static void one_letter_does_not_stand_alone_before_its_hyphen(void **state)
{
    (void)state;
    set("by any e-mail", 50);
    ASSERT_LINES("by any ", "e-mail");
}

static void an_address_is_broken_between_its_parts(void **state)
{
    (void)state;
    set("www.example.gov.uk/libraries/survey", 124);
    ASSERT_LINES("www.example.gov.uk/", "libraries/survey");
    assert_int_equal(findings_of(&t, FINDING_WIDE_WORD), 0);
}

static void a_word_wider_than_its_line_is_cut_and_named(void **state)
{
    (void)state;
    set("a Llanfairpwllgwyngyllgogerych b", 73);
    ASSERT_LINES("a ", "Llanfairpwllg", "wyngyllgoger", "ych b");
    assert_int_equal(findings_of(&t, FINDING_WIDE_WORD), 1);
    assert_inside_margins(&t);
}

static void a_character_wider_than_its_line_stands_alone(void **state)
{
    (void)state;
    set("WWW", 3);
    ASSERT_LINES("W", "W", "W");
    assert_int_equal(findings_of(&t, FINDING_WIDE_WORD), 1);
}

static void a_cut_never_parts_the_bytes_of_a_character(void **state)
{
    (void)state;
    set("ééééééééé", 14);
    ASSERT_LINES("éé", "éé", "éé", "éé", "é");
}

static void styles_do_not_break_a_word(void **state)
{
    struct doc_node *p;
    struct doc_node *strong;

    (void)state;
    narrow.page.right = narrow.page.width - narrow.page.left - 60000;
    t.d.style = &narrow;
    p = doc_paragraph(&t.d, t.d.root, STR_LIT("again un"));
    strong = doc_add(&t.d, p, DOC_STRONG);
    doc_text(&t.d, strong, STR_LIT("help"));
    doc_text(&t.d, p, STR_LIT("ful"));
    laid_make(&t);
    ASSERT_LINES("again ", "un", "help", "ful");
    assert_int_equal(find_item(&t, "un")->y, find_item(&t, "ful")->y);
    assert_int_equal(find_item(&t, "help")->face, FACE_BOLD);
    assert_every_text_once(&t);
}

static void a_break_begins_a_new_line_and_keeps_words_apart(void **state)
{
    struct doc_node *p;

    (void)state;
    p = doc_paragraph(&t.d, t.d.root, STR_LIT("Town Hall"));
    doc_add(&t.d, p, DOC_BREAK);
    doc_text(&t.d, p, STR_LIT("High Street"));
    laid_make(&t);
    ASSERT_LINES("Town Hall ", "High Street");
}

static void a_mark_stays_with_the_word_before_it(void **state)
{
    struct doc_node *p;
    struct doc_node *mark;

    (void)state;
    narrow.page.right = narrow.page.width - narrow.page.left - 58000;
    t.d.style = &narrow;
    p = doc_paragraph(&t.d, t.d.root, STR_LIT("of the survey,"));
    mark = doc_add(&t.d, p, DOC_NOTE_MARK);
    doc_text(&t.d, doc_add(&t.d, mark, DOC_LABEL), STR_LIT("1"));
    laid_make(&t);
    ASSERT_LINES("of the ", "survey,", "1");
    assert_true(find_item(&t, "1")->y < find_item(&t, "survey")->y);
    assert_true(find_item(&t, "1")->height < 12000);
}

static void a_megabyte_without_a_space_is_laid_out(void **state)
{
    const size_t len = 1 << 20;
    char *text = arena_alloc(&t.tree, len + 1, 1);

    (void)state;
    memset(text, 'm', len);
    doc_paragraph(&t.d, t.d.root, (struct str){text, len});
    laid_make(&t);
    assert_int_equal(findings_of(&t, FINDING_WIDE_WORD), 1);
    assert_true(t.layout.npages > 100);
    assert_inside_margins(&t);
}

/* One after the other, "bb" would stand beside "aaaa" and leave "c" alone with
   half a line before a full one. */
static void lines_are_chosen_for_the_whole_paragraph(void **state)
{
    (void)state;
    set("mmm mm mm mmmmm mm", 65);
    ASSERT_LINES("mmm ", "mm mm ", "mmmmm ", "mm");
}

static void the_last_line_has_more_than_a_short_word(void **state)
{
    (void)state;
    set("The Cabinet agreed the budget of a year in which it is", 250);
    ASSERT_LINES("The Cabinet agreed the budget of a year in ", "which it is");
}

/* What fits on one line, an author's own ends, and words wider than a line are
   as they were. */
static void an_authors_lines_are_kept(void **state)
{
    struct doc_node *p;

    (void)state;
    narrow.page.right = narrow.page.width - narrow.page.left - 88000;
    t.d.style = &narrow;
    p = doc_paragraph(&t.d, t.d.root, STR_LIT("Town Hall"));
    doc_add(&t.d, p, DOC_BREAK);
    doc_text(&t.d, p, STR_LIT("The Cabinet agreed the budget"));
    doc_add(&t.d, p, DOC_BREAK);
    doc_text(&t.d, p, STR_LIT("a"));
    laid_make(&t);
    ASSERT_LINES("Town Hall ", "The Cabinet ", "agreed the ", "budget ", "a");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_test, close_test)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(lines_are_filled_and_their_spaces_kept),
        TEST(white_space_is_one_space),
        TEST(a_no_break_space_is_never_broken),
        TEST(numbers_and_years_are_never_broken),
        TEST(neither_pounds_nor_dates_are_broken),
        TEST(a_slash_behind_digits_alone_is_as_any_other),
        TEST(a_day_stays_with_its_month),
        TEST(a_month_stays_with_its_year),
        TEST(a_slash_and_a_dash_are_no_places_to_break),
        TEST(a_wide_word_is_broken_at_its_slash_first),
        TEST(a_hyphen_between_words_is_a_place_to_break),
        TEST(one_letter_does_not_stand_alone_before_its_hyphen),
        TEST(an_address_is_broken_between_its_parts),
        TEST(a_word_wider_than_its_line_is_cut_and_named),
        TEST(a_character_wider_than_its_line_stands_alone),
        TEST(a_cut_never_parts_the_bytes_of_a_character),
        TEST(styles_do_not_break_a_word),
        TEST(a_break_begins_a_new_line_and_keeps_words_apart),
        TEST(a_mark_stays_with_the_word_before_it),
        TEST(a_megabyte_without_a_space_is_laid_out),
        TEST(lines_are_chosen_for_the_whole_paragraph),
        TEST(the_last_line_has_more_than_a_short_word),
        TEST(an_authors_lines_are_kept),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
