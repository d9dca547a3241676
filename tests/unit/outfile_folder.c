#include "batch/outfile.h"
#include "tests/support/folder.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <sys/stat.h>

static void makes_a_folder_with_its_parents_once_and_again(void **state)
{
    char path[FOLDER_PATH_SIZE];
    struct outfile_error e;
    struct test_folder f;
    struct stat s;

    (void)state;
    test_folder_init(&f);
    test_folder_path(&f, "a//b/c/", path);
    assert_int_equal(outfile_folder(path, &e), ST_OK);
    assert_int_equal(stat(path, &s), 0);
    assert_true(S_ISDIR(s.st_mode));
    assert_int_equal(outfile_folder(path, &e), ST_OK);
    assert_int_equal(outfile_folder("/", &e), ST_OK);
    test_folder_free(&f);
}

static void makes_no_folder_where_a_file_is_in_the_way(void **state)
{
    char path[FOLDER_PATH_SIZE];
    struct outfile_error e;
    struct test_folder f;

    (void)state;
    test_folder_init(&f);
    test_folder_write(&f, "a", "text");
    test_folder_path(&f, "a/b", path);
    assert_int_equal(outfile_folder(path, &e), ST_CREATE);
    assert_int_equal(e.error, ENOTDIR);
    assert_string_equal(e.step, "create folder");
    test_folder_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(makes_a_folder_with_its_parents_once_and_again),
        cmocka_unit_test(makes_no_folder_where_a_file_is_in_the_way),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
