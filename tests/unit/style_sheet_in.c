#include "input/templates/style_sheet_in.h"

#include "tests/support/folder.h"
#include "tests/support/reading.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void assert_rules(const char *sheet, const char *want)
{
    struct reading r;
    struct str got;

    reading_init(&r);
    got = style_sheet_in(&r.arena, reading_source(&r, "s.css", str_of(sheet)),
                         &r.findings);
    assert_string_equal(reading_faults(&r, false), "");
    if (!str_is(got, want))
        print_error("%.*s\n", STR_ARG(got));
    assert_true(str_is(got, want));
    reading_free(&r);
}

static void assert_fault(const char *sheet, const char *want)
{
    struct reading r;
    struct str got;

    reading_init(&r);
    got = style_sheet_in(&r.arena, reading_source(&r, "s.css", str_of(sheet)),
                         &r.findings);
    if (strncmp(reading_faults(&r, false), want, strlen(want)) != 0)
        print_error("%s", reading_faults(&r, false));
    assert_memory_equal(reading_faults(&r, false), want, strlen(want));
    assert_int_equal(got.len, 0);
    reading_free(&r);
}

static void leaves_comments_and_needless_spaces_out(void **state)
{
    (void)state;
    assert_rules("", "");
    assert_rules(" /* nothing */ \n", "");
    assert_rules("p , ul  ul {\r\n\tmargin : 0  auto ;\n  color: red;\n}\n",
                 "p,ul ul{margin :0 auto;color:red}\n");
    assert_rules("p{x:y;;}ul{;}", "p{x:y}\nul{}\n");
    assert_rules("a > b, c:hover d { x: y }", "a>b,c:hover d{x:y}\n");
    assert_rules("a :hover { x: y } b { }", "a :hover{x:y}\nb{}\n");
    assert_rules("p { m: calc(100% - 2 * (1px + 2px)) }",
                 "p{m:calc(100% - 2 * (1px + 2px))}\n");
    assert_rules("a/* a */b{c:d}", "a b{c:d}\n");
    assert_rules("[ lang = 'cy' ]{x:y}", "[lang = 'cy']{x:y}\n");
}

static void rules_in_rules_have_their_lines(void **state)
{
    (void)state;
    assert_rules("@media (min-width: 64em) { p { x: y } ul { x: y } }",
                 "@media(min-width:64em){\np{x:y}\nul{x:y}\n}\n");
    assert_rules("@MEDIA print{@page :first{margin:0}}",
                 "@MEDIA print{\n@page :first{margin:0}\n}\n");
    assert_rules("@layer a, b;\n@layer a{p{x:y}}",
                 "@layer a,b;@layer a{\np{x:y}\n}\n");
}

static void a_string_is_kept_as_it_is(void **state)
{
    (void)state;
    assert_rules("p{content:\"a  /* b */ ; } \\\" \\26 '\"}",
                 "p{content:\"a  /* b */ ; } \\\" \\26 '\"}\n");
    assert_rules("p{content:'\"' 'x;'}", "p{content:'\"' 'x;'}\n");
}

static void a_picture_may_be_in_the_sheet(void **state)
{
    (void)state;
    assert_rules("p{background:url(data:image/png;base64,AA==)}",
                 "p{background:url(data:image/png;base64,AA==)}\n");
    assert_rules("p{background:URL( \"DATA:image/png;base64,;}\" )}",
                 "p{background:URL(\"DATA:image/png;base64,;}\")}\n");
}

static void refuses_what_loads_something(void **state)
{
    static const char elsewhere[] = "bad-style `url()` to elsewhere: a page "
                                    "loads nothing | a small picture";

    (void)state;
    assert_fault("@import 'x.css';",
                 "1:1 bad-style `@import` cannot stand in a style sheet");
    assert_fault("@IMPORT url(data:,);", "1:1 bad-style `@IMPORT` cannot");
    assert_fault("@charset \"utf-8\";", "1:1 bad-style `@charset` cannot");
    assert_fault("@font-face{src:local(x)}", "1:1 bad-style `@font-face`");
    assert_fault("@namespace \"x\";", "1:1 bad-style `@namespace`");
    assert_fault("@\\69mport 'x';", "1:1 bad-style `@` cannot");
    for (int i = 0; i < 6; i++) {
        static const char *const sheets[] = {
            "p{\n  x:url(a.png)}",   "p{\n  x:url('a.png')}",
            "p{\n  x:url( //a.b )}", "p{\n  x:URL(\"https://a.b\")}",
            "p{\n  x:Url()}",        "p{\n  x:url(x url(data:,))}",
        };
        struct buf want;

        buf_init(&want, 1000);
        buf_printf(&want, "2:5 %s", elsewhere);
        buf_char(&want, '\0');
        assert_fault(sheets[i], want.ptr);
        buf_free(&want);
    }
    assert_fault("p{x:image-set(\"a.png\" 1x)}",
                 "1:5 bad-style `image-set` loads a picture");
    assert_fault("p{x:-webkit-image-set('a' 1x)}",
                 "1:5 bad-style `-webkit-image-set` loads a picture");
    assert_fault("p{x:src('a')}", "1:5 bad-style `src` loads a picture");
    assert_fault("p{x:u\\72l(a)}", "1:6 bad-style `\\` can stand in a string");
}

static void refuses_what_could_not_stand_in_a_page(void **state)
{
    (void)state;
    assert_fault("p{x:y}\n</style><script>",
                 "2:1 bad-style `<` cannot stand in a style sheet | in a "
                 "string, write `\\3C `");
    assert_fault("p{content:'</style>'}", "1:12 bad-style `<` cannot stand");
    assert_fault("p{content:'\\<'}", "1:13 bad-style `<` cannot stand");
    assert_fault("p{content:'R&D'}", "1:13 bad-style `&` cannot stand in a "
                                     "style sheet | in a string, write `\\26");
    assert_fault("p{content:']]>'}", "1:14 bad-style `]]>` cannot stand");
    assert_fault("a[b] ]] >c{}", "1:6 bad-style `]` closes nothing");
    assert_fault("@media(width<40em){}", "1:13 bad-style `<` cannot stand");
    assert_fault("p{\x01}", "1:3 bad-style `a control character` cannot");
    assert_fault("p{x:url(data:&)}", "1:14 bad-style `&` cannot stand");
}

static void refuses_what_is_not_closed(void **state)
{
    (void)state;
    assert_fault("p{x:y}\n\n  /* and so on",
                 "3:3 bad-style `/*` begins a comment that is not closed");
    assert_fault("p{x:'y\n'}",
                 "1:5 bad-style `'` begins a string that is not closed");
    assert_fault("p{x:'y", "1:5 bad-style `'` begins a string");
    assert_fault("p{x:'y\\", "1:5 bad-style `'` begins a string");
    assert_fault("\xc3\xa9\xc3\xa9{\nx:y", "1:3 bad-style `{` is not closed");
    assert_fault("p{x:calc(1px}", "1:13 bad-style `}` closes nothing");
    assert_fault("p{x:y}}", "1:7 bad-style `}` closes nothing that is open");
    assert_fault("p{x:url(data:,", "1:8 bad-style `(` is not closed");
    assert_fault("p{x:url(data:, y)}",
                 "1:9 bad-style `data:,` wants quotes around it");
    assert_fault("((((((((((((((((((((((((((((((((((((((((",
                 "1:33 bad-style `(` is deeper in brackets");
}

static void finds_all_faults_in_one_run(void **state)
{
#define KNOWN                                                                  \
    " | known here: @media, @supports, @container, @layer, @keyframes, "       \
    "@page, @property, @counter-style\n"

    (void)state;
    assert_fault("@import 'a';\r@import 'b';\r\np{x:url(y)}",
                 "1:1 bad-style `@import` cannot stand in a style sheet of a "
                 "page" KNOWN
                 "2:1 bad-style `@import` cannot stand in a style sheet of a "
                 "page" KNOWN "3:5 bad-style `url()` to elsewhere");
}

static void refuses_a_sheet_that_is_too_large(void **state)
{
    struct buf b;

    (void)state;
    buf_init(&b, SIZE_MAX);
    while (b.len <= STYLE_SHEET_BYTES_MAX)
        buf_puts(&b, "p{x:y}\n");
    buf_char(&b, '\0');
    assert_fault(b.ptr, "1:1 limit a style sheet has at most 256 KiB");
    buf_free(&b);
}

static void takes_the_one_that_is_shipped(void **state)
{
    const struct test_folder ours = {.path = "templates/style"};
    struct reading r;
    struct buf text;
    struct str got;

    (void)state;
    reading_init(&r);
    buf_init(&text, STYLE_SHEET_BYTES_MAX);
    assert_true(test_folder_read(&ours, "screen.css", &text));
    got = style_sheet_in(&r.arena, reading_source(&r, "s.css", buf_view(&text)),
                         &r.findings);
    assert_string_equal(reading_faults(&r, false), "");
    assert_true(str_starts(got, STR_LIT("*,*::before,*::after{box-sizing")));
    assert_true(str_ends(got, STR_LIT("display:block}\n}\n")));
    buf_free(&text);
    reading_free(&r);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(leaves_comments_and_needless_spaces_out),
        cmocka_unit_test(rules_in_rules_have_their_lines),
        cmocka_unit_test(a_string_is_kept_as_it_is),
        cmocka_unit_test(a_picture_may_be_in_the_sheet),
        cmocka_unit_test(refuses_what_loads_something),
        cmocka_unit_test(refuses_what_could_not_stand_in_a_page),
        cmocka_unit_test(refuses_what_is_not_closed),
        cmocka_unit_test(finds_all_faults_in_one_run),
        cmocka_unit_test(refuses_a_sheet_that_is_too_large),
        cmocka_unit_test(takes_the_one_that_is_shipped),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
