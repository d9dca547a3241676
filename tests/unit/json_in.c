#include "core/base/json_in.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

/* TEXT read and written again. */
static void assert_again(struct str text, const char *want)
{
    json_t *tree = NULL;
    struct json_out out;
    struct buf b;

    buf_init(&b, 1 << 20);
    json_out_init(&out, &b, false);
    assert_int_equal(json_in(text, &tree), ST_OK);
    json_in_put(tree, &out);
    buf_char(&b, '\0');
    assert_int_equal(buf_status(&b), ST_OK);
    assert_string_equal(b.ptr, want);
    json_decref(tree);
    buf_free(&b);
}

static void assert_refused(struct str text)
{
    json_t *tree = NULL;

    assert_int_equal(json_in(text, &tree), ST_DATA);
    assert_null(tree);
}

static void every_value_comes_back_in_its_order(void **state)
{
    (void)state;
    assert_again(STR_LIT("{}"), "{}");
    assert_again(STR_LIT(" [ ] "), "[]");
    assert_again(STR_LIT("{\"z\": [1, -20, \"x\", true, false, null, {}, []],"
                         " \"a\": {\"b\": {\"c\": 1}, \"d\": 2}}"),
                 "{\"z\":[1,-20,\"x\",true,false,null,{},[]],"
                 "\"a\":{\"b\":{\"c\":1},\"d\":2}}");
}

/* Escaped or not, it is written as json_out.h writes it. */
static void what_is_dangerous_to_show_is_escaped_again(void **state)
{
    (void)state;
    assert_again(STR_LIT("[\"\\u001b]0;x\\u0007\", \"\xe2\x80\xae\"]"),
                 "[\"\\u001b]0;x\\u0007\",\"\\u202e\"]");
    assert_again(STR_LIT("[\"\\u0041\\/\\\\\\\"\\u0000\"]"),
                 "[\"A/\\\\\\\"\\u0000\"]");
    assert_again(STR_LIT("{\"\\u001b\":\"\\ud83d\\ude00\"}"),
                 "{\"\\u001b\":\"\xf0\x9f\x98\x80\"}");
}

static void refuses_what_is_no_json(void **state)
{
    static const char *const bad[] = {
        "",
        " ",
        "{",
        "{]",
        "[1,]",
        "{\"a\"}",
        "[\"a]",
        "[\"\n\"]",
        "[\"\x1b\"]",
        "[\"\xff\"]",
        "[01]",
        "[+1]",
        "[1] x",
        "{}{]not",
        "nul",
        "[\"\\ud83d\"]",
        "[99999999999999999999]",
        "{1:2}",
        "[\"\\\"]",
    };

    (void)state;
    assert_refused((struct str){NULL, 0});
    for (size_t i = 0; i < sizeof(bad) / sizeof(bad[0]); i++)
        assert_refused(str_of(bad[i]));
}

static void refuses_what_nobody_here_writes(void **state)
{
    (void)state;
    assert_refused(STR_LIT("[1.5]"));
    assert_refused(STR_LIT("[1e3]"));
    assert_refused(STR_LIT("[1E3]"));
    assert_refused(STR_LIT("{\"a\":1,\"a\":2}"));
}

/* COUNT times OPEN, then the same of CLOSE. */
static enum status read_many(const char *open, const char *close, size_t count)
{
    json_t *tree = NULL;
    enum status st;
    struct buf b;

    buf_init(&b, SIZE_MAX);
    for (size_t i = 0; i < count; i++)
        buf_puts(&b, open);
    for (size_t i = 0; i < count; i++)
        buf_puts(&b, close);
    st = json_in(buf_view(&b), &tree);
    json_decref(tree);
    buf_free(&b);
    return st;
}

static void refuses_more_than_its_bounds(void **state)
{
    struct buf b;
    json_t *tree = NULL;

    (void)state;
    assert_int_equal(read_many("[", "]", JSON_IN_DEPTH), ST_OK);
    assert_int_equal(read_many("[", "]", JSON_IN_DEPTH + 1), ST_DATA);
    assert_int_equal(read_many("{\"a\":[", "]}", JSON_IN_DEPTH / 2), ST_OK);
    assert_int_equal(read_many("[", "]", 10000000), ST_DATA);
    buf_init(&b, SIZE_MAX);
    buf_puts(&b, "[");
    for (size_t i = 0; i + 2 < JSON_IN_VALUES_MAX; i++)
        buf_puts(&b, "0,");
    buf_puts(&b, "0]");
    assert_int_equal(json_in(buf_view(&b), &tree), ST_OK);
    json_decref(tree);
    b.len--;
    buf_puts(&b, ",0]");
    assert_refused(buf_view(&b));
    buf_free(&b);
}

/* Brackets and commas of a text are none of the tree. */
static void a_text_counts_as_one_value(void **state)
{
    (void)state;
    assert_again(
        STR_LIT("[\"[[[[[[[[[[[[[[[[[[[[{{{{{{{{{{{{,,,,1.5 \\\" [\"]"),
        "[\"[[[[[[[[[[[[[[[[[[[[{{{{{{{{{{{{,,,,1.5 \\\" [\"]");
}

static void a_text_is_empty_where_there_is_none(void **state)
{
    json_t *tree = NULL;

    (void)state;
    assert_int_equal(json_in(STR_LIT("[1, \"x\"]"), &tree), ST_OK);
    assert_int_equal(json_in_text(json_array_get(tree, 0)).len, 0);
    assert_true(str_is(json_in_text(json_array_get(tree, 1)), "x"));
    assert_int_equal(json_in_text(json_array_get(tree, 2)).len, 0);
    assert_int_equal(json_in_text(json_object_get(tree, "x")).len, 0);
    json_decref(tree);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_value_comes_back_in_its_order),
        cmocka_unit_test(what_is_dangerous_to_show_is_escaped_again),
        cmocka_unit_test(refuses_what_is_no_json),
        cmocka_unit_test(refuses_what_nobody_here_writes),
        cmocka_unit_test(refuses_more_than_its_bounds),
        cmocka_unit_test(a_text_counts_as_one_value),
        cmocka_unit_test(a_text_is_empty_where_there_is_none),
    };

    json_in_setup();
    return cmocka_run_group_tests(tests, NULL, NULL);
}
