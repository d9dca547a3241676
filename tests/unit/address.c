#include "core/doc/address.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void leads_to_the_web_mail_and_telephones(void **state)
{
    (void)state;
    assert_true(address_leads(STR_LIT("https://example.gov.uk/a?b=c#d")));
    assert_true(address_leads(STR_LIT("HTTP://example.gov.uk")));
    assert_true(address_leads(STR_LIT("mailto:x@example.gov.uk")));
    assert_true(address_leads(STR_LIT("tel:01632960001")));
    assert_false(address_leads(STR_LIT("https://")));
    assert_false(address_leads(STR_LIT("https://example.gov.uk/a b")));
    assert_false(address_leads((struct str){NULL, 0}));
    assert_false(address_leads(STR_LIT("mailto:x.y")));
    assert_true(address_leads(STR_LIT("mailto:x@example.gov.uk?subject=A")));
}

static void assert_authority(struct str address, struct str expected)
{
    assert_true(str_eq(address_authority(address), expected));
}

static void knows_the_server_of_a_link_to_the_web(void **state)
{
    (void)state;
    assert_authority(STR_LIT("https://example.gov.uk"),
                     STR_LIT("example.gov.uk"));
    assert_authority(STR_LIT("HTTP://a@example.gov.uk:80/b@c"),
                     STR_LIT("a@example.gov.uk:80"));
    assert_authority(STR_LIT("https://example.gov.uk?a/b"),
                     STR_LIT("example.gov.uk"));
    assert_authority(STR_LIT("https://example.gov.uk#a/b"),
                     STR_LIT("example.gov.uk"));
    assert_authority(STR_LIT("https:///a"), STR_LIT(""));
    assert_authority(STR_LIT("mailto:a@example.gov.uk"),
                     STR_LIT("mailto:a@example.gov.uk"));
    assert_authority(STR_LIT("a/b"), STR_LIT("a/b"));
}

static void knows_what_can_be_the_name_of_a_server(void **state)
{
    static const char *const servers[] = {
        "example.gov.uk", "example.gov.uk.", "example.gov.uk:8080",
        "localhost:",     "1.2.3.4",         "xn--cyngor-t-k4a.example",
        "[::1]:80",       "a_b.example",     "t\xC5\xB7.example",
    };
    static const char *const none[] = {
        "",
        ":80",
        "a..example",
        ".example",
        "a.example:port",
        "[::1",
        "[]",
        "-a.example",
        "a.example:99999",
        "a%2e.uk",
        "[::1]80",
        "a-.example",
        "a.example:111111111111",
        "0123456789012345678901234567890123456789012345678901234567890123.uk",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(servers) / sizeof(servers[0]); i++)
        assert_null(address_server_fault(str_of(servers[i])));
    for (size_t i = 0; i < sizeof(none) / sizeof(none[0]); i++)
        assert_non_null(address_server_fault(str_of(none[i])));
}

static void finds_what_nobody_sees(void **state)
{
    (void)state;
    assert_int_equal(address_unseen(STR_LIT("https://a.uk/\xC3\xA9")), 0);
    assert_int_equal(address_unseen(STR_LIT("https://a.uk/\xC2\xADx")), 0xAD);
    assert_int_equal(address_unseen(STR_LIT("https://a.uk/\xC2\xA0")), 0xA0);
    assert_int_equal(address_unseen(STR_LIT("\xE2\x80\x8Bhttps://a.uk")),
                     0x200B);
}

static const struct str unsafe[] = {
    STR_INIT("javascript:alert(1)"),     STR_INIT("JavaScript:alert(1)"),
    STR_INIT("java\tscript:alert(1)"),   STR_INIT(" javascript:alert(1)"),
    STR_INIT("\x01javascript:alert(1)"), STR_INIT("vbscript:x"),
    STR_INIT("data:text/html,x"),        STR_INIT("file:///etc/passwd"),
    STR_INIT("C:\\budget.docx"),         STR_INIT("s:/budget.docx"),
    STR_INIT("\\\\server\\share"),       STR_INIT("//example.gov.uk"),
    STR_INIT("view-source:x"),           STR_INIT("ms-word:ofe|u|x"),
};

static void leads_nowhere_that_runs_or_opens_a_file(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof(unsafe) / sizeof(unsafe[0]); i++) {
        assert_false(address_leads(unsafe[i]));
        assert_false(address_is_words(unsafe[i]));
    }
}

static void leaves_words_alone(void **state)
{
    (void)state;
    assert_true(address_is_words(STR_LIT("Civic Centre, room 5")));
    assert_true(address_is_words(STR_LIT("Room: 5")));
    assert_true(address_is_words(STR_LIT("With the clerk:")));
    assert_true(address_is_words(STR_LIT("Democratic Services, 10:30 to 4")));
    assert_true(address_is_words((struct str){NULL, 0}));
    assert_false(address_is_words(STR_LIT("https://example.gov.uk")));
}

static void files_beside_are_told_from_all_else(void **state)
{
    static const char *const beside[] = {"a.pdf", "2026-11/a%20b.html",
                                         "a/b/c.html"};
    static const char *const not_beside[] = {
        "",        "/a.pdf",          "//host/a.pdf", "../a.pdf",
        "a b",     "javascript:x",    "x:a.pdf",      "#a",
        "?a",      "\\\\host\\a.pdf", "a\nb",         "C:\\a.pdf",
        "a\\b.pdf"};

    (void)state;
    for (size_t i = 0; i < sizeof(beside) / sizeof(beside[0]); i++)
        assert_true(address_is_beside(str_of(beside[i])));
    for (size_t i = 0; i < sizeof(not_beside) / sizeof(not_beside[0]); i++)
        assert_false(address_is_beside(str_of(not_beside[i])));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leads_to_the_web_mail_and_telephones),
        cmocka_unit_test(knows_the_server_of_a_link_to_the_web),
        cmocka_unit_test(knows_what_can_be_the_name_of_a_server),
        cmocka_unit_test(finds_what_nobody_sees),
        cmocka_unit_test(leads_nowhere_that_runs_or_opens_a_file),
        cmocka_unit_test(leaves_words_alone),
        cmocka_unit_test(files_beside_are_told_from_all_else),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
