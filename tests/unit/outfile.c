#include "batch/outfile.h"

#include "tests/support/folder.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

/*
 * The edge: what the kernel would do. These stand before libc's own when the
 * program is linked, so outfile.c calls them.
 */
struct edge {
    size_t room;          /* bytes before the disk is full */
    size_t most;          /* bytes that one write takes */
    unsigned fail_sync;   /* the how-manieth sync fails; 0: none */
    bool interrupt_write; /* every second call is interrupted */
    bool interrupt_sync;
};

static const struct edge sound = {.room = SIZE_MAX, .most = SIZE_MAX};
static struct edge edge = {.room = SIZE_MAX, .most = SIZE_MAX};

ssize_t write(int fd, const void *bytes, size_t len)
{
    static bool interrupt;
    struct iovec piece = {(void *)bytes, len};

    interrupt = edge.interrupt_write && !interrupt;
    if (interrupt || edge.room == 0) {
        errno = interrupt ? EINTR : ENOSPC;
        return -1;
    }
    if (piece.iov_len > edge.most)
        piece.iov_len = edge.most;
    if (piece.iov_len > edge.room)
        piece.iov_len = edge.room;
    edge.room -= edge.room == SIZE_MAX ? 0 : piece.iov_len;
    return writev(fd, &piece, 1);
}

int fsync(int fd)
{
    static bool interrupt;

    (void)fd;
    interrupt = edge.interrupt_sync && !interrupt;
    if (!interrupt && (edge.fail_sync == 0 || --edge.fail_sync > 0))
        return 0;
    errno = interrupt ? EINTR : EIO;
    return -1;
}

static void assert_file(const struct test_folder *f, const char *name,
                        const char *want)
{
    struct buf got;

    buf_init(&got, 1 << 20);
    assert_true(test_folder_read(f, name, &got));
    buf_char(&got, '\0');
    assert_int_equal(buf_status(&got), ST_OK);
    assert_string_equal(got.ptr, want);
    buf_free(&got);
}

static struct outfile file_of(const char *name, const char *text)
{
    return (struct outfile){name, str_of(text)};
}

static void writes_a_set_of_files_and_nothing_else(void **state)
{
    const struct outfile files[] = {
        file_of("a.pdf", "one"), file_of("a.html", ""), file_of("a.json", "3")};
    struct outfile_error e;
    struct test_folder f;

    (void)state;
    test_folder_init(&f);
    assert_int_equal(outfile_put(f.path, files, 3, &e), ST_OK);
    assert_file(&f, "a.pdf", "one");
    assert_file(&f, "a.html", "");
    assert_file(&f, "a.json", "3");
    assert_int_equal(test_folder_count(&f), 3);
    assert_null(e.name);
    test_folder_free(&f);
}

static void replaces_a_longer_file_whole(void **state)
{
    const struct outfile file = file_of("a.html", "new");
    struct outfile_error e;
    struct test_folder f;

    (void)state;
    test_folder_init(&f);
    test_folder_write(&f, "a.html", "old and longer");
    assert_int_equal(outfile_put(f.path, &file, 1, &e), ST_OK);
    assert_file(&f, "a.html", "new");
    test_folder_free(&f);
}

static void gives_the_mode_that_the_umask_leaves(void **state)
{
    const struct outfile file = file_of("a.html", "text");
    const mode_t before = umask(027);
    char path[FOLDER_PATH_SIZE];
    struct outfile_error e;
    struct test_folder f;
    struct stat s;

    (void)state;
    test_folder_init(&f);
    assert_int_equal(outfile_put(f.path, &file, 1, &e), ST_OK);
    test_folder_path(&f, "a.html", path);
    assert_int_equal(stat(path, &s), 0);
    assert_int_equal(s.st_mode & 0777, 0640);
    (void)umask(before);
    test_folder_free(&f);
}

static void takes_a_name_as_long_as_the_file_system_allows(void **state)
{
    char name[NAME_MAX + 1];
    struct outfile_error e;
    struct test_folder f;
    struct outfile file;

    (void)state;
    memset(name, 'n', NAME_MAX);
    name[NAME_MAX] = '\0';
    file = file_of(name, "text");
    test_folder_init(&f);
    assert_int_equal(outfile_put(f.path, &file, 1, &e), ST_OK);
    assert_file(&f, name, "text");
    test_folder_free(&f);
}

static void passes_over_a_temporary_that_a_killed_run_left(void **state)
{
    const struct outfile file = file_of("a.html", "text");
    struct outfile_error e;
    struct test_folder f;
    char stale[64];

    (void)state;
    test_folder_init(&f);
    (void)snprintf(stale, sizeof(stale), ".a.html.%06lx.tmp",
                   ((unsigned long)getpid() * 1000) & 0xffffffUL);
    test_folder_write(&f, stale, "half");
    assert_int_equal(outfile_put(f.path, &file, 1, &e), ST_OK);
    assert_file(&f, "a.html", "text");
    assert_file(&f, stale, "half");
    test_folder_free(&f);
}

static void goes_on_after_interruptions_and_short_writes(void **state)
{
    const struct outfile file = file_of("a.html", "twenty-one characters");
    struct outfile_error e;
    struct test_folder f;
    enum status st;

    (void)state;
    test_folder_init(&f);
    edge = (struct edge){.room = SIZE_MAX,
                         .most = 4,
                         .interrupt_write = true,
                         .interrupt_sync = true};
    st = outfile_put(f.path, &file, 1, &e);
    edge = sound;
    assert_int_equal(st, ST_OK);
    assert_file(&f, "a.html", "twenty-one characters");
    test_folder_free(&f);
}

/* Puts a.pdf and a.html over old ones at an edge that fails. */
static void assert_old_files_stay(struct edge failing, const char *name,
                                  const char *step, int error)
{
    const struct outfile files[] = {file_of("a.pdf", "new"),
                                    file_of("a.html", "and newer")};
    struct outfile_error e;
    struct test_folder f;
    enum status st;

    test_folder_init(&f);
    test_folder_write(&f, "a.pdf", "old");
    test_folder_write(&f, "a.html", "old");
    edge = failing;
    st = outfile_put(f.path, files, 2, &e);
    edge = sound;
    assert_int_equal(st, ST_OUTPUT);
    assert_string_equal(e.name, name);
    assert_string_equal(e.step, step);
    assert_int_equal(e.error, error);
    assert_file(&f, "a.pdf", "old");
    assert_file(&f, "a.html", "old");
    assert_int_equal(test_folder_count(&f), 2);
    test_folder_free(&f);
}

static void keeps_the_old_files_when_the_disk_is_full(void **state)
{
    (void)state;
    for (size_t room = 0; room < 12; room++) {
        const struct edge failing = {.room = room, .most = SIZE_MAX};

        assert_old_files_stay(failing, room < 3 ? "a.pdf" : "a.html", "write",
                              ENOSPC);
    }
}

static void keeps_the_old_files_when_a_sync_fails(void **state)
{
    struct edge failing = sound;

    (void)state;
    failing.fail_sync = 1;
    assert_old_files_stay(failing, "a.pdf", "sync", EIO);
    failing.fail_sync = 2;
    assert_old_files_stay(failing, "a.html", "sync", EIO);
}

static void tells_when_the_folder_cannot_be_synced(void **state)
{
    const struct outfile file = file_of("a.html", "text");
    struct outfile_error e;
    struct test_folder f;
    enum status st;

    (void)state;
    test_folder_init(&f);
    edge.fail_sync = 2;
    st = outfile_put(f.path, &file, 1, &e);
    edge = sound;
    assert_int_equal(st, ST_OUTPUT);
    assert_string_equal(e.step, "sync folder");
    assert_int_equal(test_folder_count(&f), 1);
    test_folder_free(&f);
}

static void says_which_file_cannot_be_renamed_and_removes_the_rest(void **state)
{
    const struct outfile files[] = {file_of("folder", "text"),
                                    file_of("a.json", "text")};
    char path[FOLDER_PATH_SIZE];
    struct outfile_error e;
    struct test_folder f;

    (void)state;
    test_folder_init(&f);
    test_folder_path(&f, "folder", path);
    assert_int_equal(mkdir(path, 0777), 0);
    assert_int_equal(outfile_put(f.path, files, 2, &e), ST_OUTPUT);
    assert_string_equal(e.name, "folder");
    assert_string_equal(e.step, "rename");
    assert_int_equal(test_folder_count(&f), 1);
    test_folder_free(&f);
}

static void takes_back_what_was_renamed_before_a_rename_fails(void **state)
{
    const struct outfile files[] = {file_of("a.pdf", "new"),
                                    file_of("fresh.html", "new"),
                                    file_of("folder", "new")};
    char path[FOLDER_PATH_SIZE];
    struct outfile_error e;
    struct test_folder f;

    (void)state;
    test_folder_init(&f);
    test_folder_path(&f, "folder", path);
    assert_int_equal(mkdir(path, 0777), 0);
    test_folder_write(&f, "a.pdf", "old");
    assert_int_equal(outfile_put(f.path, files, 3, &e), ST_OUTPUT);
    assert_string_equal(e.name, "folder");
    assert_file(&f, "a.pdf", "old");
    assert_int_equal(test_folder_count(&f), 2); /* a.pdf and the folder */
    test_folder_free(&f);
}

static void refuses_a_folder_that_is_not_there(void **state)
{
    const struct outfile file = file_of("a.html", "text");
    char path[FOLDER_PATH_SIZE];
    struct outfile_error e;
    struct test_folder f;

    (void)state;
    test_folder_init(&f);
    test_folder_path(&f, "missing", path);
    assert_int_equal(outfile_put(path, &file, 1, &e), ST_CREATE);
    assert_string_equal(e.name, path);
    assert_int_equal(e.error, ENOENT);
    test_folder_free(&f);
}

static void refuses_a_folder_that_is_a_file(void **state)
{
    const struct outfile file = file_of("a.html", "text");
    char path[FOLDER_PATH_SIZE];
    struct outfile_error e;
    struct test_folder f;

    (void)state;
    test_folder_init(&f);
    test_folder_write(&f, "plain", "text");
    test_folder_path(&f, "plain", path);
    assert_int_equal(outfile_put(path, &file, 1, &e), ST_CREATE);
    assert_int_equal(e.error, ENOTDIR);
    test_folder_free(&f);
}

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
        cmocka_unit_test(writes_a_set_of_files_and_nothing_else),
        cmocka_unit_test(replaces_a_longer_file_whole),
        cmocka_unit_test(gives_the_mode_that_the_umask_leaves),
        cmocka_unit_test(takes_a_name_as_long_as_the_file_system_allows),
        cmocka_unit_test(passes_over_a_temporary_that_a_killed_run_left),
        cmocka_unit_test(goes_on_after_interruptions_and_short_writes),
        cmocka_unit_test(keeps_the_old_files_when_the_disk_is_full),
        cmocka_unit_test(keeps_the_old_files_when_a_sync_fails),
        cmocka_unit_test(tells_when_the_folder_cannot_be_synced),
        cmocka_unit_test(
            says_which_file_cannot_be_renamed_and_removes_the_rest),
        cmocka_unit_test(takes_back_what_was_renamed_before_a_rename_fails),
        cmocka_unit_test(refuses_a_folder_that_is_not_there),
        cmocka_unit_test(refuses_a_folder_that_is_a_file),
        cmocka_unit_test(makes_a_folder_with_its_parents_once_and_again),
        cmocka_unit_test(makes_no_folder_where_a_file_is_in_the_way),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
