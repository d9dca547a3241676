#include "output/html/html_escape.h"

#include "output/html/html_parts.h"
#include "tests/support/sample.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

typedef void escape_fn(struct buf *out, struct str s);

static void assert_bytes(struct buf *got, const char *want)
{
    buf_char(got, '\0');
    assert_int_equal(buf_status(got), ST_OK);
    assert_string_equal(got->ptr, want);
}

static void assert_escaped(escape_fn *escape, struct str in, const char *want)
{
    struct buf out;

    buf_init(&out, 1 << 20);
    escape(&out, in);
    assert_bytes(&out, want);
    buf_free(&out);
}

static void leaves_plain_text_as_it_is(void **state)
{
    (void)state;
    assert_escaped(html_escape_text, STR_LIT(""), "");
    assert_escaped(html_escape_text, (struct str){NULL, 0}, "");
    assert_escaped(html_escape_text, STR_LIT("£1,234 – “quoted” 'so'\tx\ny"),
                   "£1,234 – “quoted” 'so'\tx\ny");
}

static void escapes_markup_in_text(void **state)
{
    (void)state;
    assert_escaped(html_escape_text, STR_LIT("</p><script>R&D;]]>"),
                   "&lt;/p&gt;&lt;script&gt;R&amp;D;]]&gt;");
    assert_escaped(html_escape_text, STR_LIT("&"), "&amp;");
    assert_escaped(html_escape_text, STR_LIT("a\"b"), "a\"b");
}

static void shows_control_characters_as_replacement_characters(void **state)
{
    static const char controls[] = "a\0b\x01\x08\x0b\x0c\x0e\x1b\x1f\x7fz";

    (void)state;
    assert_escaped(html_escape_text, STR_LIT(controls),
                   "a\xef\xbf\xbd"
                   "b\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd"
                   "\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbd\xef\xbf\xbdz");
}

static void escapes_quotes_in_attributes(void **state)
{
    (void)state;
    assert_escaped(html_escape_attr, STR_LIT("\" onclick=\"x<>&"),
                   "&quot; onclick=&quot;x&lt;&gt;&amp;");
}

static void encodes_what_an_address_may_not_hold(void **state)
{
    (void)state;
    assert_escaped(html_escape_url,
                   STR_LIT("https://example.gov.uk/a b\"<>\\^`{|}\n?x=1&y=2#z"),
                   "https://example.gov.uk/"
                   "a%20b%22%3C%3E%5C%5E%60%7B%7C%7D%0A?x=1&amp;y=2#z");
    assert_escaped(html_escape_url, STR_LIT("https://example.gov.uk/caf%C3%A9"),
                   "https://example.gov.uk/caf%C3%A9");
    assert_escaped(html_escape_url, STR_LIT("https://example.gov.uk/café"),
                   "https://example.gov.uk/café");
}

/* RFC 4648, section 10. */
static void base64_agrees_with_the_standard(void **state)
{
    (void)state;
    assert_escaped(html_base64, (struct str){NULL, 0}, "");
    assert_escaped(html_base64, STR_LIT("f"), "Zg==");
    assert_escaped(html_base64, STR_LIT("fo"), "Zm8=");
    assert_escaped(html_base64, STR_LIT("foo"), "Zm9v");
    assert_escaped(html_base64, STR_LIT("foob"), "Zm9vYg==");
    assert_escaped(html_base64, STR_LIT("fooba"), "Zm9vYmE=");
    assert_escaped(html_base64, STR_LIT("foobar"), "Zm9vYmFy");
}

static void base64_takes_every_byte(void **state)
{
    (void)state;
    assert_escaped(html_base64, STR_LIT("\x00\xff\xfe\x80\xa3\x7f"),
                   "AP/+gKN/");
    assert_escaped(html_base64, STR_LIT("\xfb\xef\xbe"), "++++");
}

static void base64_that_has_no_room_is_not_cut(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, 7);
    html_base64(&b, STR_LIT("foob"));
    assert_int_equal(buf_status(&b), ST_LIMIT);
    assert_int_equal(b.len, 0);
    buf_free(&b);
    buf_init(&b, SIZE_MAX);
    html_base64(&b, (struct str){"", SIZE_MAX});
    assert_int_equal(buf_status(&b), ST_LIMIT);
    buf_free(&b);
}

static void allows_four_schemes_in_any_case(void **state)
{
    (void)state;
    assert_true(html_url_is_safe(STR_LIT("https://example.gov.uk/")));
    assert_true(html_url_is_safe(STR_LIT("HTTP://example.gov.uk/")));
    assert_true(html_url_is_safe(STR_LIT("mailto:a@example.gov.uk")));
    assert_true(html_url_is_safe(STR_LIT("tel:01632960001")));
}

static void refuses_every_other_scheme(void **state)
{
    static const char *const bad[] = {
        "",
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "ftp://example.gov.uk/",
        "//example.gov.uk/",
        "example.gov.uk",
        "appendix.pdf",
        "#top",
        "https:",
        "https://",
        "http:example.gov.uk",
        "mailto:",
        "tel:",
        " https://example.gov.uk/",
        "x:https://example.gov.uk/",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++) {
        if (html_url_is_safe(str_of(bad[i])))
            print_error("%zu\n", i);
        assert_false(html_url_is_safe(str_of(bad[i])));
    }
}

static void quotes_css_strings(void **state)
{
    (void)state;
    assert_escaped(html_escape_css_string, STR_LIT("Liberation Sans"),
                   "\"Liberation Sans\"");
    assert_escaped(html_escape_css_string, STR_LIT("a\"b\\c\nd</style>\0&"),
                   "\"a\\22 b\\5C c\\0A d\\3C /style\\3E \xef\xbf\xbd\\26 \"");
}

static void a_house_style_cannot_leave_its_declaration(void **state)
{
    struct house house = *sample_style.house;
    struct style style = sample_style;
    struct buf out;

    (void)state;
    house.fonts.css = STR_LIT("Arial, x}</style><script>, 'Gill \"Sans', "
                              "\"open;, sans-serif");
    style.house = &house;
    buf_init(&out, 1 << 20);
    html_css(&out, &style);
    buf_char(&out, '\0');
    assert_int_equal(buf_status(&out), ST_OK);
    assert_non_null(
        strstr(out.ptr, "--font:\"Arial\",\"x}\\3C /style\\3E \\3C script\\3E "
                        "\",\"Gill \\22 Sans\",\"\\22 open;\",sans-serif;"));
    assert_null(strstr(out.ptr, "<"));
    buf_free(&out);
}

static void sizes_of_a_house_are_multiples_of_its_body(void **state)
{
    struct buf out;

    (void)state;
    buf_init(&out, 1 << 20);
    html_css(&out, &sample_style);
    buf_char(&out, '\0');
    assert_int_equal(buf_status(&out), ST_OK);
    assert_non_null(strstr(out.ptr, "--leading:1.4;--paper:12pt;"));
    assert_non_null(strstr(out.ptr, "--h1:1.833rem;--h1-line:1.2;"));
    assert_non_null(strstr(out.ptr, "--number:3rem;"));
    assert_non_null(strstr(out.ptr, "--text:#0b0c0c;"));
    assert_non_null(strstr(out.ptr, "@page{size:595.276pt 841.89pt;margin:"
                                    "62.362pt 70.866pt 70.866pt 70.866pt;"));
    buf_free(&out);
}

static void closes_what_an_owner_opened_and_no_more(void **state)
{
    struct html_tags t;
    struct buf out;
    int outer;
    int inner;

    (void)state;
    buf_init(&out, 1 << 20);
    html_tags_init(&t, &out);
    html_open(&t, TAG_UL, &outer);
    html_open(&t, TAG_LI, &outer);
    html_open(&t, TAG_STRONG, &inner);
    html_open(&t, TAG_EM, &inner);
    html_attr(&t, "lang", STR_LIT("cy"));
    html_text(&t, STR_LIT("dŵr"));
    html_open(&t, TAG_BR, &inner);
    html_close(&t, &inner);
    html_close(&t, &inner);
    html_text(&t, STR_LIT("."));
    html_close(&t, &outer);
    html_close(&t, &outer);
    assert_bytes(&out, "<ul>\n<li><strong><em lang=\"cy\">dŵr<br/></em>"
                       "</strong>.</li>\n</ul>\n");
    buf_free(&out);
}

static void an_empty_element_has_an_end_tag(void **state)
{
    struct html_tags t;
    struct buf out;
    int owner;

    (void)state;
    buf_init(&out, 1 << 20);
    html_tags_init(&t, &out);
    html_open(&t, TAG_TD, &owner);
    html_attr_int(&t, "colspan", 2);
    html_close(&t, &owner);
    assert_bytes(&out, "<td colspan=\"2\"></td>");
    buf_free(&out);
}

static void refuses_more_open_elements_than_a_tree_can_need(void **state)
{
    struct html_tags t;
    struct buf out;
    int owner;

    (void)state;
    buf_init(&out, 1 << 20);
    html_tags_init(&t, &out);
    for (int i = 0; i < HTML_OPEN_MAX; i++)
        html_open(&t, TAG_SPAN, &owner);
    assert_int_equal(buf_status(&out), ST_OK);
    html_open(&t, TAG_SPAN, &owner);
    html_close(&t, &owner);
    assert_int_equal(buf_status(&out), ST_LIMIT);
    buf_free(&out);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_plain_text_as_it_is),
        cmocka_unit_test(escapes_markup_in_text),
        cmocka_unit_test(shows_control_characters_as_replacement_characters),
        cmocka_unit_test(escapes_quotes_in_attributes),
        cmocka_unit_test(encodes_what_an_address_may_not_hold),
        cmocka_unit_test(base64_agrees_with_the_standard),
        cmocka_unit_test(base64_takes_every_byte),
        cmocka_unit_test(base64_that_has_no_room_is_not_cut),
        cmocka_unit_test(allows_four_schemes_in_any_case),
        cmocka_unit_test(refuses_every_other_scheme),
        cmocka_unit_test(quotes_css_strings),
        cmocka_unit_test(a_house_style_cannot_leave_its_declaration),
        cmocka_unit_test(sizes_of_a_house_are_multiples_of_its_body),
        cmocka_unit_test(closes_what_an_owner_opened_and_no_more),
        cmocka_unit_test(an_empty_element_has_an_end_tag),
        cmocka_unit_test(refuses_more_open_elements_than_a_tree_can_need),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
