#include "core/base/file.h"
#include "tests/support/folder.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEMORY ((size_t)1024 * 1024)

struct state {
    struct test_folder folder;
    struct arena arena;
    char path[FOLDER_PATH_SIZE]; /* of "a" in it */
};

static int set_up(void **state)
{
    struct state *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    test_folder_init(&s->folder);
    test_folder_path(&s->folder, "a", s->path);
    arena_init(&s->arena, MEMORY);
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct state *s = *state;

    arena_free(&s->arena);
    test_folder_free(&s->folder);
    free(s);
    return 0;
}

static void reads_a_file_whole(void **state)
{
    struct state *s = *state;
    struct str bytes;

    test_folder_write(&s->folder, "a", "words");
    assert_int_equal(file_read(&s->arena, s->path, 5, &bytes), ST_OK);
    assert_true(str_is(bytes, "words"));
    assert_int_equal(bytes.ptr[5], '\0');
    test_folder_write(&s->folder, "a", "");
    assert_int_equal(file_read(&s->arena, s->path, 5, &bytes), ST_OK);
    assert_int_equal(bytes.len, 0);
}

static void expect_refusal(struct state *s, int why)
{
    struct str bytes;

    errno = 0;
    assert_int_equal(file_read(&s->arena, s->path, 5, &bytes), ST_NOINPUT);
    assert_int_equal(errno, why);
    errno = 0;
    assert_false(file_has(s->path, STR_LIT("")));
    assert_int_equal(errno, why);
}

static void refuses_what_is_no_file(void **state)
{
    struct state *s = *state;

    expect_refusal(s, ENOENT);
    assert_int_equal(mkfifo(s->path, 0600), 0);
    expect_refusal(s, ENOTSUP);
    assert_int_equal(unlink(s->path), 0);
    assert_int_equal(mkdir(s->path, 0700), 0);
    expect_refusal(s, EISDIR);
    assert_int_equal(rmdir(s->path), 0);
}

static void refuses_what_is_too_large(void **state)
{
    struct state *s = *state;
    struct str bytes;

    test_folder_write(&s->folder, "a", "letters");
    assert_int_equal(file_read(&s->arena, s->path, 6, &bytes), ST_NOINPUT);
    assert_int_equal(errno, EFBIG);
    assert_int_equal(file_read(&s->arena, s->path, 7, &bytes), ST_OK);
    arena_free(&s->arena);
    arena_init(&s->arena, 4);
    assert_int_equal(file_read(&s->arena, s->path, 7, &bytes), ST_LIMIT);
}

static void tells_whether_a_file_is_what_it_was(void **state)
{
    struct state *s = *state;

    test_folder_write(&s->folder, "a", "words");
    assert_true(file_has(s->path, STR_LIT("words")));
    assert_false(file_has(s->path, STR_LIT("Words")));
    assert_int_equal(errno, 0);
    assert_false(file_has(s->path, STR_LIT("word")));
    assert_int_equal(errno, 0);
    assert_false(file_has(s->path, STR_LIT("words.")));
    test_folder_write(&s->folder, "a", "");
    assert_true(file_has(s->path, STR_LIT("")));
}

/* Longer than what is compared at once. */
static void compares_long_files_to_their_end(void **state)
{
    enum { LONG = 50000 };
    struct state *s = *state;
    char *text = arena_alloc(&s->arena, LONG + 1, 1);

    assert_non_null(text);
    memset(text, 'x', LONG);
    test_folder_write(&s->folder, "a", text);
    assert_true(file_has(s->path, (struct str){text, LONG}));
    text[LONG - 1] = 'y';
    assert_false(file_has(s->path, (struct str){text, LONG}));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(reads_a_file_whole, set_up, tear_down),
        cmocka_unit_test_setup_teardown(refuses_what_is_no_file, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(refuses_what_is_too_large, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(tells_whether_a_file_is_what_it_was,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(compares_long_files_to_their_end,
                                        set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
