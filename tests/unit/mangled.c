#include "input/text/mangled.h"
#include "core/base/utf8.h"
#include "input/text/charset.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_meant(const char *text, const char *want)
{
    struct buf meant;

    buf_init(&meant, SIZE_MAX);
    assert_true(mangled_find(str_of(text)) < strlen(text));
    assert_true(mangled_mend(&meant, str_of(text)));
    assert_true(str_is(buf_view(&meant), want));
    buf_free(&meant);
}

static void finds_what_was_meant(void **state)
{
    (void)state;
    assert_meant("Childrenâ€™s", "Children’s");
    assert_meant("Â£12", "£12");
    assert_meant("CafÃ©", "Café");
    assert_meant("dÅ´r Å·", "dŴr ŷ");
    assert_meant("â‚¬5", "€5");
    assert_meant("ï»¿Name", "Name");
    assert_meant("ðŸ˜€", "😀");
    /* U+009D is nothing in Windows-1252 and was taken as it is. */
    assert_meant("â€œa\xC3\xA2\xE2\x82\xAC\xC2\x9D", "“a”");
    /* Twice, three times. */
    assert_meant("Ã¢â‚¬â„¢", "’");
    assert_meant("ÃƒÂ¢Ã¢â€šÂ¬Ã¢â€žÂ¢", "’");
    /* Mac Roman, code pages 850 and 437. */
    assert_meant("‚Äô ¬£ √©", "’ £ é");
    assert_meant("ÔÇÖ ┬ú ├® 5┬░ m┬▓", "’ £ é 5° m²");
    assert_meant("ΓÇÖ ┬ú ├⌐", "’ £ é");
    assert_meant("Ð˜Ð²Ð°Ð½", "Иван");
}

static void takes_right_text_as_it_is(void **state)
{
    static const char *const texts[] = {
        "",
        "plain",
        "£5–£10, 1–2 …",
        "‘É’ “É” l’été «é» “Ä”",
        "À Â Ã Ê Ñ Ö Ü ß ø å æ œ",
        "Âge, ÂGE, SÃO PAULO, Ñuñoa",
        "¬ √ ≈ ∆ — ’",
        "┌──┐ │ é │ ├─┤",
        "Γ Δ Ελληνικά",
        "Иван Петров",
        "中文",
        "Siôn, Ŵyn, Cŵn, Ŷ",
        "\xFF\xC3",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(texts) / sizeof(texts[0]); i++)
        assert_int_equal(mangled_find(str_of(texts[i])), strlen(texts[i]));
}

static void says_when_a_character_was_lost(void **state)
{
    struct buf meant;

    (void)state;
    buf_init(&meant, SIZE_MAX);
    assert_false(mangled_mend(&meant, str_of("Oï¿½Neill")));
    buf_free(&meant);
}

/* Each letter of Latin-1, mangled by each set that it can be read as. */
static void mends_what_it_mangles(void **state)
{
    static const enum charset_id sets[] = {CHARSET_WINDOWS_1252,
                                           CHARSET_MACINTOSH};
    struct buf text;
    struct buf mangled;
    struct buf meant;

    (void)state;
    buf_init(&text, SIZE_MAX);
    buf_init(&mangled, SIZE_MAX);
    buf_init(&meant, SIZE_MAX);
    for (size_t s = 0; s < sizeof(sets) / sizeof(sets[0]); s++) {
        for (uint32_t c = 0xA1; c <= 0xFF; c++) {
            bool whole = true;

            buf_clear(&text);
            buf_clear(&mangled);
            buf_clear(&meant);
            buf_puts(&text, "a");
            utf8_put(&text, c);
            for (size_t i = 0; i < text.len; i++) {
                const uint32_t read = charset_character(
                    &charsets[sets[s]], (unsigned char)text.ptr[i]);

                whole = whole && read != 0;
                utf8_put(&mangled, read);
            }
            if (!whole)
                continue;
            assert_int_equal(mangled_find(buf_view(&mangled)), 1);
            assert_true(mangled_mend(&meant, buf_view(&mangled)));
            assert_true(str_eq(buf_view(&meant), buf_view(&text)));
        }
    }
    buf_free(&text);
    buf_free(&mangled);
    buf_free(&meant);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_was_meant),
        cmocka_unit_test(takes_right_text_as_it_is),
        cmocka_unit_test(says_when_a_character_was_lost),
        cmocka_unit_test(mends_what_it_mangles),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
