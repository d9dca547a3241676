#include "preview/watch.h"

#include "tests/support/folder.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <string.h>
#include <sys/inotify.h>
#include <sys/stat.h>
#include <sys/vfs.h>
#include <unistd.h>

/* The edge: these stand before libc's own when the program is linked. */
static long type;    /* of every file system */
static bool no_room; /* the kernel watches no more */

int statfs(const char *path, struct statfs *out)
{
    (void)path;
    memset(out, 0, sizeof(*out));
    out->f_type = type;
    return 0;
}

int inotify_add_watch(int fd, const char *path, uint32_t mask)
{
    static int number;

    (void)fd;
    (void)path;
    (void)mask;
    if (no_room) {
        errno = ENOSPC;
        return -1;
    }
    return ++number;
}

struct heard {
    size_t count;
    size_t owner;
};

static void hear(void *context, size_t owner, int64_t settle, bool restructured)
{
    struct heard *h = context;

    assert_int_equal(settle, WATCH_SETTLE);
    assert_true(restructured);
    h->count++;
    h->owner = owner;
}

/* How many folders W finds changed. */
static size_t look(struct watch *w)
{
    struct heard heard = {0, 0};
    const struct watch_heard to = {&heard, hear};

    watch_look(w, &to);
    assert_true(heard.count == 0 || heard.owner == 7);
    return heard.count;
}

static void finds_each_change(const struct test_folder *folder)
{
    struct watch w;
    char path[FOLDER_PATH_SIZE];

    assert_int_equal(watch_open(&w), ST_OK);
    test_folder_write(folder, "a.csv", "1\n");
    watch_add(&w, folder->path, 7);
    assert_true(w.polled);
    assert_int_equal(look(&w), 0);
    test_folder_write(folder, "a.csv", "11\n");
    assert_int_equal(look(&w), 1);
    assert_int_equal(look(&w), 0);
    test_folder_write(folder, "b.csv", "1\n");
    assert_int_equal(look(&w), 1);
    test_folder_write(folder, ".~lock.b.csv#", "me\n");
    test_folder_write(folder, "b.csv~", "old\n");
    test_folder_write(folder, ".hidden", "x\n");
    assert_int_equal(look(&w), 0);
    test_folder_path(folder, "sub", path);
    assert_int_equal(mkdir(path, 0700), 0);
    assert_int_equal(look(&w), 1);
    test_folder_path(folder, "a.csv", path);
    assert_int_equal(unlink(path), 0);
    assert_int_equal(look(&w), 1);
    watch_close(&w);
}

static void looks_at_what_other_machines_write(void **state)
{
    static const long types[] = {0x6969, 0x01021997, 0x65735546};

    (void)state;
    no_room = false;
    for (size_t i = 0; i < sizeof(types) / sizeof(types[0]); i++) {
        struct test_folder folder;

        type = types[i];
        test_folder_init(&folder);
        finds_each_change(&folder);
        test_folder_free(&folder);
    }
}

static void looks_at_what_the_kernel_does_not_watch(void **state)
{
    struct test_folder folder;

    (void)state;
    type = 0xEF53; /* ext4 */
    no_room = true;
    test_folder_init(&folder);
    finds_each_change(&folder);
    test_folder_free(&folder);
}

static void looks_at_nothing_else(void **state)
{
    struct test_folder folder;
    struct watch w;

    (void)state;
    type = 0xEF53;
    no_room = false;
    test_folder_init(&folder);
    assert_int_equal(watch_open(&w), ST_OK);
    watch_add(&w, folder.path, 7);
    assert_false(w.polled);
    test_folder_write(&folder, "a.csv", "1\n");
    assert_int_equal(look(&w), 0);
    watch_close(&w);
    test_folder_free(&folder);
}

/* What it writes itself is no save; a folder is added once for each owner. */
static void adds_one_once(void **state)
{
    struct test_folder own;
    struct test_folder other;
    struct watch w;

    (void)state;
    type = 0xEF53;
    no_room = false;
    test_folder_init(&own);
    test_folder_init(&other);
    assert_int_equal(watch_open(&w), ST_OK);
    watch_pass_over(&w, own.path);
    assert_false(watch_add_one(&w, own.path, 7));
    assert_true(watch_add_one(&w, other.path, 7));
    assert_false(watch_add_one(&w, other.path, 7));
    assert_true(watch_add_one(&w, other.path, 8));
    assert_false(watch_add_one(&w, NULL, 7));
    assert_int_equal(w.folders.count, 2);
    watch_close(&w);
    test_folder_free(&own);
    test_folder_free(&other);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(looks_at_what_other_machines_write),
        cmocka_unit_test(looks_at_what_the_kernel_does_not_watch),
        cmocka_unit_test(looks_at_nothing_else),
        cmocka_unit_test(adds_one_once),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
