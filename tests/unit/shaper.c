#include "core/base/utf8.h"
#include "output/font/font.h"
#include "tests/support/laid_fixture.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <stdio.h>
#include <string.h>

static const struct shaped *word(const char *text)
{
    const struct shaped *s = shape(t.shaper, FACE_REGULAR, str_of(text));

    assert_non_null(s);
    if (s->missing)
        shape_missing(s, NOWHERE, &t.findings);
    return s;
}

static void a_word_is_shaped_once(void **state)
{
    char again[] = "budget";

    (void)state;
    assert_ptr_equal(word("budget"), word(again));
    assert_ptr_not_equal(word("budget"), word("budgets"));
    assert_ptr_not_equal(word("budget"),
                         shape(t.shaper, FACE_BOLD, STR_LIT("budget")));
}

static void many_words_are_all_found_again(void **state)
{
    static const struct shaped *kept[5000];
    char text[16];

    (void)state;
    for (int i = 0; i < 5000; i++) {
        (void)snprintf(text, sizeof(text), "%d", i);
        kept[i] = word(text);
    }
    for (int i = 0; i < 5000; i++) {
        (void)snprintf(text, sizeof(text), "%d", i);
        assert_ptr_equal(word(text), kept[i]);
    }
}

static void the_advance_of_a_word_is_that_of_its_glyphs(void **state)
{
    const struct shaped *s = word("Tower");
    int32_t sum = 0;

    (void)state;
    assert_int_equal(s->nglyphs, 5);
    for (uint16_t i = 0; i < s->nglyphs; i++)
        sum += font_glyph_width(s->face, shaped_glyph(s, i).id) +
               shaped_glyph(s, i).kern;
    assert_int_equal(s->advance, sum);
    assert_int_equal(shaped_advance(s), sum);
}

static void kerning_is_on(void **state)
{
    const struct shaped *s = word("To");

    (void)state;
    assert_true(shaped_glyph(s, 0).kern < 0);
    assert_false(s->plain);
    assert_true(word("no")->plain);
}

/* Liberation Sans kerns 1 and 1. */
static void figures_are_never_kerned(void **state)
{
    const struct shaped *s = word("£11,171.14");

    (void)state;
    assert_true(s->plain);
    for (uint16_t i = 0; i < s->nglyphs; i++) {
        assert_int_equal(shaped_glyph(s, i).kern, 0);
        assert_int_equal(shaped_glyph(s, i).x_offset, 0);
    }
    assert_true(word("11")->plain);
    assert_true(word("AV")->advance < word("A")->advance + word("V")->advance);
    assert_int_equal(word("1T")->advance,
                     word("1")->advance + word("T")->advance);
    assert_int_equal(word("1,111,111")->advance, word("8,888,888")->advance);
}

/* Of most words no glyph is kept; a soft hyphen has those of another text. */
static void glyphs_of_ascii_are_those_of_the_face(void **state)
{
    const struct shaped *minus = word("-");
    const struct shaped *hyphen = shape_hyphen(t.shaper, FACE_REGULAR);
    const struct shaped *figure = word("1,234.56");
    const struct shaped *pounds = word("\xC2\xA3"
                                       "12");

    (void)state;
    assert_true(figure->plain && figure->ascii);
    for (size_t i = 0; i < figure->nglyphs; i++) {
        const char c[2] = {figure->text.ptr[i], '\0'};

        assert_int_equal(shaped_id(figure, i), shaped_id(word(c), 0));
        assert_int_equal(shaped_glyph(figure, i).cluster, i);
    }
    assert_true(pounds->plain && pounds->ascii);
    assert_int_equal(shaped_id(pounds, 0), shaped_id(word("£"), 0));
    assert_int_equal(shaped_id(pounds, 1), shaped_id(figure, 0));
    assert_int_equal(shaped_glyph(pounds, 1).cluster, 2);
    assert_true(word("a£")->plain && !word("a£")->ascii);
    assert_int_equal(shaped_id(word("a£"), 1), shaped_id(pounds, 0));
    assert_false(hyphen->ascii);
    assert_int_equal(shaped_id(hyphen, 0), shaped_id(minus, 0));
    assert_int_equal(hyphen->advance, minus->advance);
    assert_int_equal(hyphen->text.len, 2);
}

static void ligatures_are_off(void **state)
{
    (void)state;
    assert_int_equal(word("office")->nglyphs, 6);
}

static void a_character_of_another_face_is_a_part_of_its_own(void **state)
{
    const struct shaped *s = word("a✓b");

    (void)state;
    assert_true(str_is(s->text, "a"));
    assert_int_equal(s->face->index, FACE_REGULAR);
    assert_non_null(s->rest);
    assert_true(str_is(s->rest->text, "✓"));
    assert_int_equal(s->rest->face->index, FACE_MAX);
    assert_non_null(s->rest->rest);
    assert_true(str_is(s->rest->rest->text, "b"));
    assert_null(s->rest->rest->rest);
    assert_int_equal(shaped_advance(s),
                     s->advance + s->rest->advance + s->rest->rest->advance);
    assert_int_equal(t.findings.count, 0);
}

static void a_character_no_face_has_is_found_once(void **state)
{
    (void)state;
    (void)word("\xf0\x9f\xa6\x86"
               "duck"); /* U+1F986 */
    (void)word("two\xf0\x9f\xa6\x86\xf0\x9f\xa6\x86");
    (void)word("\xf0\x9f\xa6\x86"
               "duck");
    assert_int_equal(t.findings.count, 1);
    assert_int_equal(t.findings.first->id, FINDING_NO_GLYPH);
    assert_true(str_starts(t.findings.first->text, STR_LIT("U+1F986 (")));
}

static void the_next_report_hears_of_it_too(void **state)
{
    struct findings other;

    (void)state;
    (void)word("\xf0\x9f\xa6\x86");
    findings_init(&other, &t.tree);
    shape_missing(shape(t.shaper, FACE_REGULAR, STR_LIT("\xf0\x9f\xa6\x86")),
                  NOWHERE, &other);
    assert_int_equal(other.count, 1);
}

/* U+205F and U+3000 are made from the space. A line separator is not, nor a
   variation selector behind one of them: HarfBuzz leaves them without a glyph,
   which no PDF may have. */
static void what_harfbuzz_cannot_show_is_missing(void **state)
{
    static const struct {
        const char *text;
        const char *missing; /* the beginning of its finding; or NULL */
    } cases[] = {
        {"ab\xe2\x81\x9f"
         "cd",
         NULL},
        {"ab\xe3\x80\x80"
         "cd",
         NULL},
        {"x\xef\xb8\x8f", NULL}, /* U+FE0F */
        {"ab\xe2\x80\xa8"
         "cd",
         "U+2028 ("},
        {"\xe2\x80\xa9", "U+2029 ("},
        {"ab\xe2\x81\x9f\xef\xb8\x82"
         "cd",
         "U+FE02 ("},
        {"\xe2\x81\x9f\xef\xb8\x83", "U+FE03 ("},
        {"a\xee\x80\x80", "U+E000 ("},
        {"\xef\xbf\xbe", "U+FFFE ("},
        {"\xe3\x85\xa4", "U+3164 ("}, /* filler of Hangul */
        {"\xe1\x85\x9f", "U+115F ("},
        {"a\xc2\x92", "U+0092 ("},
        {"a\x01", "U+0001 ("},
    };

    for (size_t i = 0; i < sizeof(cases) / sizeof(cases[0]); i++) {
        const struct shaped *s;

        close_test(state);
        open_test(state);
        for (s = word(cases[i].text); s != NULL; s = s->rest) {
            for (size_t g = 0; g < s->nglyphs; g++)
                assert_int_not_equal(shaped_id(s, g), 0);
        }
        assert_int_equal(t.findings.count, cases[i].missing != NULL);
        if (cases[i].missing != NULL)
            assert_true(
                str_starts(t.findings.first->text, str_of(cases[i].missing)));
    }
}

/* Whatever the character: each glyph is one, or its character is named. */
static void no_character_is_without_glyph_in_silence(void **state)
{
    char text[8] = "a";
    struct buf c;

    (void)state;
    buf_init(&c, SIZE_MAX);
    for (uint32_t u = 0x80; u < 0x30000; u += u < 0x3100 ? 1 : 61) {
        buf_clear(&c);
        utf8_put(&c, u);
        memcpy(text + 1, c.ptr, c.len);
        text[1 + c.len] = '\0';
        for (const struct shaped *s =
                 shape(t.shaper, FACE_REGULAR, str_of(text));
             s != NULL; s = s->rest) {
            for (size_t g = 0; g < s->nglyphs; g++)
                assert_int_not_equal(shaped_id(s, g), 0);
        }
    }
    buf_free(&c);
    assert_int_equal(shaper_status(t.shaper), ST_OK);
}

/* No letter is in one face and its accent in another. */
static void a_letter_and_its_marks_are_in_one_face(void **state)
{
    /* m with circumflex, x with dot below: no characters of their own. */
    static const char *const texts[] = {"m\xcc\x82", "x\xcc\xa3\xcc\x81",
                                        "\xc5\xb5\xcc\xb2"};

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++) {
        const struct shaped *s = word(texts[i]);

        assert_null(s->rest);
        assert_true(str_is(s->text, texts[i]));
    }
    assert_int_equal(t.findings.count, 0);
}

static void unseen_characters_need_no_glyph(void **state)
{
    (void)state;
    assert_int_equal(word("co\xc2\xadoperate")->rest, NULL);
    (void)word("a\xe2\x80\x8b"
               "b"); /* U+200B */
    (void)word("5\xe2\x80\xaf"
               "000"); /* U+202F */
    assert_int_equal(t.findings.count, 0);
}

static void a_bad_byte_is_shown_as_a_replacement(void **state)
{
    size_t len = 0;

    (void)state;
    for (const struct shaped *s = word("a\xff"
                                       "b");
         s != NULL; s = s->rest)
        len += s->text.len;
    assert_int_equal(len, 3);
    assert_int_equal(shaped_advance(word("\xff")),
                     shaped_advance(word("\xef\xbf\xbd")));
}

static void a_word_of_any_length_is_a_chain(void **state)
{
    static char text[100001];
    const struct shaped *s;
    size_t len = 0;

    (void)state;
    memset(text, 'x', sizeof(text) - 1);
    s = word(text);
    assert_int_equal(shaped_advance(s), 500 * 100000);
    for (; s != NULL; s = s->rest)
        len += s->text.len;
    assert_int_equal(len, 100000);
}

static void an_empty_word_has_no_width(void **state)
{
    (void)state;
    assert_int_equal(shaped_advance(word("")), 0);
    assert_int_equal(shape_space(t.shaper, FACE_REGULAR)->advance, 278);
}

static void trimming_forgets_words_but_not_how_to_shape(void **state)
{
    const int32_t advance = word("minutes")->advance;

    (void)state;
    shaper_trim(t.shaper, 1 << 20);
    shaper_trim(t.shaper, 0);
    assert_int_equal(word("minutes")->advance, advance);
    assert_int_equal(shaper_status(t.shaper), ST_OK);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_test, close_test)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_word_is_shaped_once),
        TEST(many_words_are_all_found_again),
        TEST(the_advance_of_a_word_is_that_of_its_glyphs),
        TEST(kerning_is_on),
        TEST(figures_are_never_kerned),
        TEST(glyphs_of_ascii_are_those_of_the_face),
        TEST(ligatures_are_off),
        TEST(a_character_of_another_face_is_a_part_of_its_own),
        TEST(a_character_no_face_has_is_found_once),
        TEST(the_next_report_hears_of_it_too),
        TEST(unseen_characters_need_no_glyph),
        TEST(what_harfbuzz_cannot_show_is_missing),
        TEST(no_character_is_without_glyph_in_silence),
        TEST(a_letter_and_its_marks_are_in_one_face),
        TEST(a_bad_byte_is_shown_as_a_replacement),
        TEST(a_word_of_any_length_is_a_chain),
        TEST(an_empty_word_has_no_width),
        TEST(trimming_forgets_words_but_not_how_to_shape),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
