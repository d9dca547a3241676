#include "core/base/json_out.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static void assert_written(struct buf *b, const char *want)
{
    assert_int_equal(buf_status(b), ST_OK);
    buf_char(b, '\0');
    assert_string_equal(b->ptr, want);
    buf_free(b);
}

static void puts_commas_between_members(void **state)
{
    struct buf b;
    struct json_out j;

    (void)state;
    buf_init(&b, 1000);
    json_out_init(&j, &b, false);
    json_out_object(&j);
    json_out_name(&j, "empty");
    json_out_array(&j);
    json_out_end(&j);
    json_out_name(&j, "list");
    json_out_array(&j);
    json_out_int(&j, INT64_MIN);
    json_out_bool(&j, true);
    json_out_cstr(&j, NULL);
    json_out_object(&j);
    json_out_end(&j);
    json_out_end(&j);
    json_out_name(&j, "last");
    json_out_string(&j, STR_LIT("x"));
    json_out_end(&j);
    assert_written(&b, "{\"empty\":[],\"list\":[-9223372036854775808,true,"
                       "null,{}],\"last\":\"x\"}");
}

static void writes_members_with_their_names(void **state)
{
    struct buf b;
    struct json_out j;

    (void)state;
    buf_init(&b, 1000);
    json_out_init(&j, &b, false);
    json_out_object(&j);
    json_out_member_string(&j, "a", STR_LIT("x\"y"));
    json_out_member_cstr(&j, "b", NULL);
    json_out_member_int(&j, "c", -1);
    json_out_member_count(&j, "d", 0);
    json_out_member_bool(&j, "e", false);
    json_out_end(&j);
    assert_written(&b, "{\"a\":\"x\\\"y\",\"b\":null,\"c\":-1,\"d\":0,"
                       "\"e\":false}");
}

static void indents_what_a_person_reads(void **state)
{
    struct buf b;
    struct json_out j;

    (void)state;
    buf_init(&b, 1000);
    json_out_init(&j, &b, true);
    json_out_object(&j);
    json_out_name(&j, "a");
    json_out_array(&j);
    json_out_int(&j, 1);
    json_out_int(&j, 2);
    json_out_end(&j);
    json_out_name(&j, "b");
    json_out_array(&j);
    json_out_end(&j);
    json_out_end(&j);
    assert_written(&b, "{\n  \"a\": [\n    1,\n    2\n  ],\n  \"b\": []\n}\n");
}

static void escapes_strings(void **state)
{
    static const struct {
        struct str text;
        const char *want;
    } cases[] = {
        {STR_INIT(""), "\"\""},
        {STR_INIT("caf\xC3\xA9 \xF0\x9F\x98\x80"),
         "\"caf\xC3\xA9 \xF0\x9F\x98\x80\""},
        {STR_INIT("a\"b\\c/d"), "\"a\\\"b\\\\c/d\""},
        {STR_INIT("\n\r\t\b\f"), "\"\\n\\r\\t\\u0008\\u000c\""},
        {STR_INIT("\0\x1F\x7F"), "\"\\u0000\\u001f\\u007f\""},
        {STR_INIT("\xC2\x85\xE2\x80\xA8\xE2\x80\xA9"),
         "\"\\u0085\\u2028\\u2029\""},
        {STR_INIT("\xE2\x80\xAE"), "\"\\u202e\""},
        {STR_INIT("\xF3\xA0\x81\x81"), "\"\\udb40\\udc41\""},
        {STR_INIT("caf\xE9\xED\xA0\x80"),
         "\"caf\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\""},
    };

    (void)state;
    for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
        struct buf b;
        struct json_out j;

        buf_init(&b, 1000);
        json_out_init(&j, &b, false);
        json_out_string(&j, cases[i].text);
        assert_written(&b, cases[i].want);
    }
}

static void escapes_names(void **state)
{
    struct buf b;
    struct json_out j;

    (void)state;
    buf_init(&b, 1000);
    json_out_init(&j, &b, false);
    json_out_object(&j);
    json_out_name(&j, "a\"b");
    json_out_int(&j, 0);
    json_out_end(&j);
    assert_written(&b, "{\"a\\\"b\":0}");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(puts_commas_between_members),
        cmocka_unit_test(writes_members_with_their_names),
        cmocka_unit_test(indents_what_a_person_reads),
        cmocka_unit_test(escapes_strings),
        cmocka_unit_test(escapes_names),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
