#include "output/writer/writer.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void each_has_a_name_and_an_extension_of_its_own(void **state)
{
    (void)state;
    assert_true(writer_count >= 1 && writer_count <= WRITERS_MAX);
    for (size_t i = 0; i < writer_count; i++) {
        for (size_t k = 0; k < i; k++) {
            assert_string_not_equal(writers[i].name, writers[k].name);
            assert_string_not_equal(writers[i].extension, writers[k].extension);
        }
        /* A comma divides names; records end in .json. */
        assert_null(strpbrk(writers[i].name, ", "));
        assert_null(strpbrk(writers[i].extension, "./"));
        assert_string_not_equal(writers[i].extension, "json");
    }
}

/* RFC 6838, 4.2: type/subtype. */
static void media_types_are_of_two_parts(void **state)
{
    (void)state;
    for (size_t i = 0; i < writer_count; i++) {
        const char *slash = strchr(writers[i].media_type, '/');

        assert_non_null(slash);
        assert_true(slash > writers[i].media_type && slash[1] != '\0');
        assert_null(strchr(slash + 1, '/'));
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(each_has_a_name_and_an_extension_of_its_own),
        cmocka_unit_test(media_types_are_of_two_parts),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
