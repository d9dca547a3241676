#include "preview/accepts.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

static bool takes_gzip(const char *value)
{
    struct accepts a;

    accepts_init(&a);
    accepts_take(&a, value);
    return accepts_gzip(&a);
}

static void packs_for_who_says_so(void **state)
{
    static const char *const values[] = {
        "gzip",
        "GZip",
        "x-gzip",
        "gzip, deflate, br, zstd",
        "br,gzip",
        "gzip;q=1",
        "gzip;q=1.",
        "gzip;q=1.000",
        "gzip;q=0.001",
        "gzip; Q=0.5",
        "br ,\tgzip\t;\tq=0.5 , *;q=0",
        "*",
        "*;q=0.1",
        "br;q=1.0, *;q=0.5",
        "identity;q=0.5, gzip;q=0.5",
        "identity;q=0, *",
        ",,gzip,,",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
        assert_true(takes_gzip(values[i]));
}

static void packs_for_nobody_else(void **state)
{
    static const char *const values[] = {
        NULL,
        "",
        ",",
        ";",
        "identity",
        "br",
        "xgzip",
        "gzipx",
        "gzip x",
        "gzip;q=0",
        "gzip;q=0.",
        "gzip;q=0.0",
        "gzip;q=0.000",
        "gzip;q=0.0000",
        "gzip;q=",
        "gzip;q",
        "gzip;",
        "gzip;q=-1",
        "gzip;q=1.001",
        "gzip;q=2",
        "gzip;q=10",
        "gzip;q=.5",
        "gzip;q=0,5",
        "gzip;q= 1",
        "gzip;q=1;x=1",
        "gzip;level=9",
        "*;q=0",
        "*;q=0.0",
        "gzip;q=0, *",
        "*, gzip;q=0",
        "gzip;q=0.5, identity",
        "*;q=0.5, identity;q=0.8",
    };

    (void)state;
    for (size_t i = 0; i < sizeof(values) / sizeof(values[0]); i++)
        assert_false(takes_gzip(values[i]));
}

static void takes_several_headers_as_one(void **state)
{
    struct accepts a;

    (void)state;
    accepts_init(&a);
    assert_false(accepts_gzip(&a));
    accepts_take(&a, "*");
    assert_true(accepts_gzip(&a));
    accepts_take(&a, "gzip;q=0.0");
    assert_false(accepts_gzip(&a));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(packs_for_who_says_so),
        cmocka_unit_test(packs_for_nobody_else),
        cmocka_unit_test(takes_several_headers_as_one),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
