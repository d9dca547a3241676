#include "input/table/cell_prose.h"
#include "core/doc/doc.h"
#include "tests/support/prose_test.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

static void put_node(struct buf *out, const struct doc_node *n, bool entering)
{
    switch (n->kind) {
    case DOC_PARAGRAPH: buf_puts(out, entering ? "[" : "]"); break;
    case DOC_LIST:
        buf_puts(out, !entering                            ? "}"
                      : n->u.series == &prose_test_numbers ? "1{"
                                                           : "{");
        break;
    case DOC_ITEM: buf_puts(out, entering ? "(" : ")"); break;
    case DOC_EMPHASIS: buf_char(out, '_'); break;
    case DOC_STRONG: buf_char(out, '!'); break;
    case DOC_BREAK: buf_puts(out, entering ? "/" : ""); break;
    case DOC_TEXT:
        if (entering)
            buf_str(out, n->text);
        break;
    default: buf_puts(out, entering ? "<other>" : ""); break;
    }
}

/* [] a paragraph, {()()} a list and its items, / a break, _ and ! emphasis. */
static const char *words_of(struct prose_test *s, const char *text)
{
    struct source *source = reading_source(&s->reading, "a.csv", str_of(text));
    struct doc_node *prose;
    struct doc_walk w;

    source->kind = SOURCE_CSV;
    s->options.cell = true; /* as table_in() reads it */
    prose = cell_prose(&s->reading.arena, source->text,
                       (struct place){source, 1, 1}, &s->options,
                       &s->reading.findings);
    assert_non_null(prose);
    buf_clear(&s->dump);
    for (w = doc_walk(prose); doc_walk_next(&w);) {
        if (w.node->kind != DOC_FRAGMENT)
            put_node(&s->dump, w.node, w.entering);
    }
    buf_char(&s->dump, '\0');
    assert_int_equal(buf_status(&s->dump), ST_OK);
    return s->dump.ptr;
}

static void check(void **state, const char *const cases[][2], size_t n)
{
    struct prose_test *s = *state;

    for (size_t i = 0; i < n; i++) {
        print_message("%s\n", cases[i][0]);
        assert_string_equal(words_of(s, cases[i][0]), cases[i][1]);
        assert_string_equal(reading_faults(&s->reading, false), "");
    }
}

static void takes_one_line_for_text(void **state)
{
    static const char *const cases[][2] = {
        {"plain words", "[plain words]"},
        {"> 5% over budget", "[> 5% over budget]"},
        {">5%", "[>5%]"},
        {"1. Awaiting grant", "[1. Awaiting grant]"},
        {"12) Awaiting grant", "[12) Awaiting grant]"},
        {"+ 3 posts", "[+ 3 posts]"},
        {"- 3 posts", "[- 3 posts]"},
        {"* from April", "[* from April]"},
        {"-", "[-]"},
        {"---", "[---]"},
        {"***", "[***]"},
        {"* * *", "[* * *]"},
        {"___", "[___]"},
        {"===", "[===]"},
        {"# 1 in the county", "[# 1 in the county]"},
        {"#1", "[#1]"},
        {"```", "[```]"},
        {"~~~", "[~~~]"},
        {"[a]: b", "[[a]: b]"},
        {"Cost 2*3*4", "[Cost 2*3*4]"},
        {"2 * 3 * 4", "[2 * 3 * 4]"},
        {"a_b_c", "[a_b_c]"},
        {"5.", "[5.]"},
        {"1.5 posts", "[1.5 posts]"},
        {"2026", "[2026]"},
    };

    check(state, cases, sizeof(cases) / sizeof(*cases));
}

static void keeps_emphasis(void **state)
{
    static const char *const cases[][2] = {
        {"*soon*, he said", "[_soon_, he said]"},
        {"**Late** again", "[!Late! again]"},
        {"_soon_", "[_soon_]"},
        {"3 *of* 4", "[3 _of_ 4]"},
    };

    check(state, cases, sizeof(cases) / sizeof(*cases));
}

static void keeps_typed_lines(void **state)
{
    static const char *const cases[][2] = {
        {"a) resurface\nb) sign", "[a) resurface/b) sign]"},
        {"one\r\ntwo\rthree", "[one/two/three]"},
        {"one\n\ntwo", "[one][two]"},
        {"one\n\n\n\ntwo", "[one][two]"},
        {"> 5%\n+ 3 posts", "[> 5%/+ 3 posts]"},
        {"# one\n===", "[# one/===]"},
        {"one\n---", "[one/---]"},
        {"one\n    indented", "[one/indented]"},
        {"2*3*4\n5*6*7", "[2*3*4/5*6*7]"},
    };

    check(state, cases, sizeof(cases) / sizeof(*cases));
}

static void makes_lists_of_typed_bullets(void **state)
{
    static const char *const cases[][2] = {
        {"\xE2\x80\xA2 benches\n\xE2\x80\xA2 a path", "{(benches)(a path)}"},
        {"\xE2\x80\xA2\tbenches\n\xE2\x80\xA2 a path", "{(benches)(a path)}"},
        {"\xC2\xB7 one\n\xC2\xB7 two", "{(one)(two)}"},
        {"Buy:\n\xE2\x80\xA2 benches\n\xE2\x80\xA2 a path",
         "[Buy:]{(benches)(a path)}"},
        {"Buy:\n- benches\n- a path\nSoon.",
         "[Buy:]{(benches)(a path)}[Soon.]"},
        {"* one\n* two", "{(one)(two)}"},
        {"1. one\n2. two", "1{(one)(two)}"},
        {"1. one\n   1. in\n   2. it\n2. two", "1{([one]1{(in)(it)})(two)}"},
        /* A number that its list would not print is a line. */
        {"one\n3. three", "[one/3. three]"},
        {"2026. A good year.\n5. of 7", "[2026. A good year./5. of 7]"},
        {"1. one\n3. three", "1{(one)}[3. three]"},
        {"- one\n  and more\n- two", "{(one and more)(two)}"},
        {"- one\n  - inner\n- two", "{([one]{(inner)})(two)}"},
        {"- 2*3*4\n- two", "{(2*3*4)(two)}"},
        {"\xE2\x80\xA2\nx", "[\xE2\x80\xA2/x]"},
    };

    check(state, cases, sizeof(cases) / sizeof(*cases));
}

static void still_refuses_what_no_prose_takes(void **state)
{
    struct prose_test *s = *state;

    (void)words_of(s, "a <b>c</b>");
    assert_non_null(strstr(reading_faults(&s->reading, false), "HTML"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, prose_test_open, prose_test_close)
        TEST(takes_one_line_for_text),
        TEST(keeps_emphasis),
        TEST(keeps_typed_lines),
        TEST(makes_lists_of_typed_bullets),
        TEST(still_refuses_what_no_prose_takes),
#undef TEST
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
