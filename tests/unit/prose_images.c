#include "tests/support/prose_test.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void says_once_that_an_image_is_refused(void **state)
{
    struct prose_test *s = *state;

    faults_of(state, "![an *old* ![b](c) `d`](e) after");
    assert_int_equal(s->reading.findings.count, 1);
}

static void an_image_alone_in_its_paragraph_is_a_picture(void **state)
{
    prose_test_take_images(*state);
    assert_string_equal(
        tree_of(state,
                "Before.\n\n![A *map* of\nR&amp;D](m.png \"Where &copy; is\")\n"
                "\n<!-- a comment -->\nAfter.\n"),
        "fragment\n"
        "  paragraph\n"
        "    text \"Before.\"\n"
        "  picture \"A map of R&D\"\n"
        "    image \"m.png\" png 4x2 palette\n"
        "    caption\n"
        "      text \"Where \302\251 is\"\n"
        "  paragraph\n"
        "    text \"After.\"\n");
    assert_string_equal(
        tree_of(state, "> ![A](m.png)\n\n- one\n\n  ![B](<m n.png>)\n"),
        "fragment\n"
        "  quote\n"
        "    picture \"A\"\n"
        "      image \"m.png\" png 4x2 palette\n"
        "  list series=bullet\n"
        "    item\n"
        "      paragraph\n"
        "        text \"one\"\n"
        "      picture \"B\"\n"
        "        image \"m n.png\" png 4x2 palette\n");
}

static void an_image_beside_words_is_refused(void **state)
{
    static const char *const texts[] = {
        "a ![b](m.png)",    "![b](m.png) a",       "![b](m.png)\na",
        "*![b](m.png)*",    "[![b](m.png)](x)",    "![b](m.png)![c](m.png)",
        "- ![b](m.png)",    "## ![b](m.png)",      "![b](m.png)**c**",
        "![b](m.png)\\\nc", "![b](m.png) &amp; c",
    };
    struct prose_test *s = *state;

    prose_test_take_images(s);
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        const char *faults = faults_of(state, texts[i]);

        assert_non_null(strstr(faults, "bad-element an image inside a line of "
                                       "text is not taken in prose | leave an "
                                       "empty line"));
        assert_true(s->reading.findings.errors > 0);
        findings_init(&s->reading.findings, &s->reading.arena);
    }
}

static void an_image_has_a_place_for_its_faults(void **state)
{
    struct prose_test *s = *state;

    prose_test_take_images(s);
    assert_string_equal(faults_of(state, "One\n\n![b](missing.png)\n"),
                        "3:6 no-file no `missing.png`\n");
    findings_init(&s->reading.findings, &s->reading.arena);
    assert_string_equal(faults_of(state, "One\n\n![b]()\n"),
                        "3:3 missing this image names no file\n");
    findings_init(&s->reading.findings, &s->reading.arena);
    assert_non_null(
        strstr(faults_of(state, "![[Insert text]](m.png)"), "1:3 guidance"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, prose_test_open, prose_test_close)
        TEST(says_once_that_an_image_is_refused),
        TEST(an_image_alone_in_its_paragraph_is_a_picture),
        TEST(an_image_beside_words_is_refused),
        TEST(an_image_has_a_place_for_its_faults),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
