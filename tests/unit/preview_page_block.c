#include "preview/page_block.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <string.h>

#define HEAD "<!DOCTYPE html>\n<html><head><title>T</title><style>a>b{}</style>"
#define PAGE(body) HEAD "</head><body>" body "</body></html>\n"

/* ELEMENT with BYTES is what NOW has anew; none where BYTES is NULL. */
static void expect(const char *before, const char *now, size_t element,
                   const char *bytes)
{
    const struct page_block b = page_block_of(str_of(before), str_of(now));

    assert_int_equal(b.known, bytes != NULL);
    if (bytes == NULL)
        return;
    assert_int_equal(b.element, element);
    assert_true(str_is((struct str){now + b.at, b.len}, bytes));
}

static void names_the_smallest_element(void **state)
{
    const char *before =
        PAGE("<main><p>one</p><p>two <b>bold</b></p><hr/></main>");
    const char *now = PAGE("<main><p>one</p><p>2 <b>bold</b></p><hr/></main>");

    (void)state;
    expect(before, now, 7, "<p>2 <b>bold</b></p>");
    assert_int_equal(page_block_of(str_of(before), str_of(now)).elements, 10);
    expect(before, PAGE("<main><p>one</p><p>two <b>bald</b></p><hr/></main>"),
           8, "<b>bald</b>");
    expect(before, PAGE("<main><p>one</p><p>two <i>bold</i></p><hr/></main>"),
           7, "<p>two <i>bold</i></p>");
}

static void names_what_holds_all_that_changed(void **state)
{
    const char *before = PAGE("<main><p>one</p><ul><li>a</li></ul></main>");

    (void)state;
    expect(before, PAGE("<main><p>one</p><ul><li>a</li><li>b</li></ul></main>"),
           7, "<ul><li>a</li><li>b</li></ul>");
    expect(before, PAGE("<main><p>one</p><ul></ul></main>"), 7, "<ul></ul>");
    expect(before, PAGE("<main><p>1</p><ul><li>b</li></ul></main>"), 5,
           "<main><p>1</p><ul><li>b</li></ul></main>");
    expect(before, PAGE("<main><p>one</p><hr/><ul><li>a</li></ul></main>"), 5,
           "<main><p>one</p><hr/><ul><li>a</li></ul></main>");
    expect(before, PAGE("<main><p id=\"x\">one</p><ul><li>a</li></ul></main>"),
           5, "<main><p id=\"x\">one</p><ul><li>a</li></ul></main>");
    /* One more of the same: where it was put nobody can tell. */
    expect(before, PAGE("<main><p>one</p><p>one</p><ul><li>a</li></ul></main>"),
           5, "<main><p>one</p><p>one</p><ul><li>a</li></ul></main>");
}

static void names_no_page_and_no_part_of_a_drawing(void **state)
{
    (void)state;
    expect(PAGE("<p>a</p>"), PAGE("<p>a</p><p>b</p>"), 0, NULL);
    expect(HEAD "<meta/></head><body></body></html>",
           HEAD "</head><body></body></html>", 0, NULL);
    expect(PAGE("<p><svg><g><text>1</text><path/></g></svg></p>"),
           PAGE("<p><svg><g><text>2</text><path/></g></svg></p>"), 6,
           "<svg><g><text>2</text><path/></g></svg>");
    expect(HEAD "</head></html>",
           "<!DOCTYPE html>\n<html><head><title>U"
           "</title><style>a>b{}</style></head></html>",
           2, "<title>U</title>");
    expect("<html><style>a<b{}</style><p>1</p></html>",
           "<html><style>a<b{}</style><p>2</p></html>", 2, "<p>2</p>");
}

static void knows_nothing_of_what_is_the_same_or_broken(void **state)
{
    static const char *const pages[] = {
        "",         "<",    ">",       "<>",      "</",          "</>",
        "<a",       "<a>",  "</a>",    "</a><a>", "<a></a></a>", "<a><b></a>",
        "<!-- -->", "<a/>", "<style>", "<1>",
    };

    (void)state;
    expect(PAGE("<p>a</p>"), PAGE("<p>a</p>"), 0, NULL);
    expect("", PAGE("<p>a</p>"), 0, NULL);
    expect(PAGE("<p>a</p>"), "", 0, NULL);
    for (size_t i = 0; i < sizeof(pages) / sizeof(pages[0]); i++) {
        for (size_t k = 0; k < sizeof(pages) / sizeof(pages[0]); k++) {
            const struct str now = str_of(pages[k]);
            const struct page_block b = page_block_of(str_of(pages[i]), now);

            assert_true(!b.known || b.at + b.len <= now.len);
        }
    }
}

/* Its bytes alone, without the NUL. */
static void put(char *to, const char *text)
{
    while (*text != '\0')
        *to++ = *text++;
}

static void knows_nothing_of_what_is_too_large_or_deep(void **state)
{
    static char one[PAGE_BLOCK_MAX + 100], other[sizeof(one)];
    const size_t len = sizeof(one);

    (void)state;
    for (size_t i = 0; i + 3 < len; i += 3)
        put(one + i, "<a>");
    memcpy(other, one, len - 10);
    other[len - 12] = 'x';
    assert_false(page_block_of((struct str){one, len - 10},
                               (struct str){other, len - 10})
                     .known);
    memset(one, ' ', len);
    put(one, "<p>");
    put(one + len - 4, "</p>");
    memcpy(other, one, len);
    other[10] = 'x';
    assert_false(
        page_block_of((struct str){one, len}, (struct str){other, len}).known);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_the_smallest_element),
        cmocka_unit_test(names_what_holds_all_that_changed),
        cmocka_unit_test(names_no_page_and_no_part_of_a_drawing),
        cmocka_unit_test(knows_nothing_of_what_is_the_same_or_broken),
        cmocka_unit_test(knows_nothing_of_what_is_too_large_or_deep),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
