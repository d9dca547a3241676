#include "core/base/digest.h"

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void assert_sha256(struct str bytes, const char *want)
{
    uint8_t digest[DIGEST_SIZE];
    char hex[DIGEST_HEX_SIZE];

    digest_sha256(bytes, digest);
    digest_hex(digest, hex);
    assert_string_equal(hex, want);
}

/* The examples of FIPS 180-4. */
static void agrees_with_the_standard(void **state)
{
    (void)state;
    assert_sha256(
        STR_LIT(""),
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_sha256(
        (struct str){NULL, 0},
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    assert_sha256(
        STR_LIT("abc"),
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    assert_sha256(
        STR_LIT("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

static void digests_more_than_one_block(void **state)
{
    static char many[1000000];

    (void)state;
    memset(many, 'a', sizeof(many));
    assert_sha256(
        (struct str){many, sizeof(many)},
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

/* RFC 1321, A.5. */
static void gives_md5_where_it_is_asked_for(void **state)
{
    static const uint8_t abc[DIGEST_MD5_SIZE] = {
        0x90, 0x01, 0x50, 0x98, 0x3c, 0xd2, 0x4f, 0xb0,
        0xd6, 0x96, 0x3f, 0x7d, 0x28, 0xe1, 0x7f, 0x72};
    static const uint8_t nothing[DIGEST_MD5_SIZE] = {
        0xd4, 0x1d, 0x8c, 0xd9, 0x8f, 0x00, 0xb2, 0x04,
        0xe9, 0x80, 0x09, 0x98, 0xec, 0xf8, 0x42, 0x7e};
    uint8_t sum[DIGEST_MD5_SIZE];

    (void)state;
    digest_md5(STR_LIT("abc"), sum);
    assert_memory_equal(sum, abc, sizeof(sum));
    digest_md5((struct str){NULL, 0}, sum);
    assert_memory_equal(sum, nothing, sizeof(sum));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(agrees_with_the_standard),
        cmocka_unit_test(digests_more_than_one_block),
        cmocka_unit_test(gives_md5_where_it_is_asked_for),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
