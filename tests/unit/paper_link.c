#include "batch/paper_link.h"

#include "tests/support/wording.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static struct arena arena;

static int set_up(void **state)
{
    (void)state;
    arena_init(&arena, 65536);
    return 0;
}

static int tear_down(void **state)
{
    (void)state;
    arena_free(&arena);
    return 0;
}

static struct wording with_links(void)
{
    struct wording w = *test_wording();

    w.phrases[PHRASE_AS_PDF] = STR_LIT("PDF ({pages} pages, {size})");
    w.phrases[PHRASE_AS_PDF_PAGE] = STR_LIT("PDF (1 page, {size})");
    w.phrases[PHRASE_KILOBYTES] = STR_LIT("{number} kB");
    w.phrases[PHRASE_MEGABYTES] = STR_LIT("{number} MB");
    return w;
}

static struct html_paper link_of(const char *name, enum audience audience,
                                 uint32_t pages, size_t bytes)
{
    const struct wording w = with_links();
    const struct batch_settings settings = {.audience = audience};
    const struct job job = {.name = name};

    return paper_link(&arena, &w, &settings, &job, "pdf", pages, bytes);
}

static void says_pages_and_size(void **state)
{
    struct html_paper paper = link_of("roads", AUDIENCE_PUBLIC, 12, 53049);

    (void)state;
    assert_string_equal(paper.address.ptr, "roads.pdf");
    assert_string_equal(paper.words.ptr, "PDF (12 pages, 53 kB)");
    paper = link_of("roads", AUDIENCE_PUBLIC, 1, 1250000);
    assert_string_equal(paper.words.ptr, "PDF (1 page, 1.3 MB)");
}

/* The page lies in the same folder. */
static void its_address_is_the_name_alone_as_links_have_it(void **state)
{
    (void)state;
    assert_string_equal(
        link_of("2026/a: b#?%", AUDIENCE_PUBLIC, 2, 9).address.ptr,
        "a%3A%20b%23%3F%25.pdf");
    assert_string_equal(
        link_of("Ff\303\264n", AUDIENCE_PUBLIC, 2, 9).address.ptr,
        "Ff%C3%B4n.pdf");
}

static void a_copy_leads_to_the_same_copy(void **state)
{
    (void)state;
    assert_string_equal(link_of("roads", AUDIENCE_INTERNAL, 2, 9).address.ptr,
                        "roads.internal.pdf");
}

static void a_wording_without_the_phrase_has_no_link(void **state)
{
    struct wording w = with_links();
    const struct batch_settings settings = {.audience = AUDIENCE_PUBLIC};
    const struct job job = {.name = "roads"};

    (void)state;
    w.phrases[PHRASE_AS_PDF] = STR_LIT("");
    assert_int_equal(
        paper_link(&arena, &w, &settings, &job, "pdf", 2, 9).words.len, 0);
    assert_true(paper_link(&arena, &w, &settings, &job, "pdf", 1, 9).words.len >
                0);
}

static void want_of_memory_sticks(void **state)
{
    (void)state;
    arena_free(&arena);
    arena_init(&arena, 16);
    link_of("roads", AUDIENCE_PUBLIC, 2, 9);
    assert_int_equal(arena_status(&arena), ST_LIMIT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(says_pages_and_size, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            its_address_is_the_name_alone_as_links_have_it, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_copy_leads_to_the_same_copy, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            a_wording_without_the_phrase_has_no_link, set_up, tear_down),
        cmocka_unit_test_setup_teardown(want_of_memory_sticks, set_up,
                                        tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
