/* syscall(2) is no part of POSIX. */
#define _GNU_SOURCE

#include "batch/outfile.h"

#include "tests/support/folder.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/syscall.h>
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
    const char *lie; /* the target whose rename is done and answered with EIO */
};

static const struct edge sound = {.room = SIZE_MAX, .most = SIZE_MAX};
static struct edge edge = {.room = SIZE_MAX, .most = SIZE_MAX};

ssize_t write(int fd, const void *bytes, size_t len)
{
    static bool interrupt;
    const union {
        const void *given;
        void *taken; /* writev() only reads */
    } both = {bytes};
    struct iovec piece = {both.taken, len};

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

int renameat(int from, const char *old, int to, const char *new)
{
    const bool lie = edge.lie != NULL && strcmp(new, edge.lie) == 0;
    const long done = syscall(SYS_renameat2, from, old, to, new, 0);

    if (!lie)
        return (int)done;
    errno = EIO;
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

struct outfile {
    const char *name;
    struct str bytes;
};

static struct outfile file_of(const char *name, const char *text)
{
    return (struct outfile){name, str_of(text)};
}

static int open_folder(const char *path)
{
    const int fd = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);

    assert_true(fd >= 0);
    return fd;
}

static const char *const staged[] = {"0", "1", "2"};

static enum status put_from(int stage, const char *folder,
                            const struct outfile *files, size_t n,
                            struct outfile_error *e)
{
    struct outfile_move moves[3];
    const int to = open_folder(folder);
    enum status st = ST_OK;

    for (size_t i = 0; st == ST_OK && i < n; i++) {
        moves[i] = (struct outfile_move){staged[i], files[i].name};
        st = outfile_fill(outfile_create(stage, staged[i]), files[i].name,
                          files[i].bytes, true, e);
    }
    if (st == ST_OK)
        st = outfile_place(stage, to, moves, n, e);
    if (st == ST_OK)
        st = outfile_sync(to, folder, e);
    (void)close(to);
    return st;
}

/* Up to three FILES into FOLDER, by a folder in it that is gone then. */
static enum status put_set(const char *folder, const struct outfile *files,
                           size_t n, struct outfile_error *e)
{
    char path[2 * FOLDER_PATH_SIZE];
    enum status st;
    int stage;

    (void)snprintf(path, sizeof(path), "%s/.stage", folder);
    assert_int_equal(mkdir(path, 0777), 0);
    stage = open_folder(path);
    st = put_from(stage, folder, files, n, e);
    for (size_t i = 0; i < n; i++)
        (void)unlinkat(stage, staged[i], 0);
    (void)close(stage);
    assert_int_equal(rmdir(path), 0); /* nothing else is left there */
    return st;
}

static void writes_a_set_of_files_and_nothing_else(void **state)
{
    const struct outfile files[] = {
        file_of("a.pdf", "one"), file_of("a.html", ""), file_of("a.json", "3")};
    struct outfile_error e;
    struct test_folder f;

    (void)state;
    test_folder_init(&f);
    assert_int_equal(put_set(f.path, files, 3, &e), ST_OK);
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
    assert_int_equal(put_set(f.path, &file, 1, &e), ST_OK);
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
    assert_int_equal(put_set(f.path, &file, 1, &e), ST_OK);
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
    assert_int_equal(put_set(f.path, &file, 1, &e), ST_OK);
    assert_file(&f, name, "text");
    test_folder_free(&f);
}

static void replaces_what_a_killed_run_left_on_the_way(void **state)
{
    struct outfile_error e;
    struct test_folder f;
    int folder;

    (void)state;
    test_folder_init(&f);
    test_folder_write(&f, "0", "half, and longer");
    folder = open_folder(f.path);
    assert_int_equal(outfile_fill(outfile_create(folder, "0"), "a.html",
                                  STR_LIT("text"), true, &e),
                     ST_OK);
    (void)close(folder);
    assert_file(&f, "0", "text");
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
    st = put_set(f.path, &file, 1, &e);
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
    st = put_set(f.path, files, 2, &e);
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
    st = put_set(f.path, &file, 1, &e);
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
    assert_int_equal(put_set(f.path, files, 2, &e), ST_OUTPUT);
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
    assert_int_equal(put_set(f.path, files, 3, &e), ST_OUTPUT);
    assert_string_equal(e.name, "folder");
    assert_file(&f, "a.pdf", "old");
    assert_int_equal(test_folder_count(&f), 2); /* a.pdf and the folder */
    test_folder_free(&f);
}

/* As NFS may, where the answer is lost. */
static void believes_the_folder_and_not_the_answer(void **state)
{
    const struct outfile files[] = {file_of("a.pdf", "new"),
                                    file_of("a.html", "new"),
                                    file_of("a.json", "new")};
    const char *const names[] = {"a.pdf", "a.html", "a.json"};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct outfile_error e;
        struct test_folder f;
        enum status st;

        test_folder_init(&f);
        test_folder_write(&f, "a.pdf", "old");
        edge.lie = names[i];
        st = put_set(f.path, files, 3, &e);
        edge = sound;
        assert_int_equal(st, ST_OK);
        for (size_t n = 0; n < 3; n++)
            assert_file(&f, names[n], "new");
        test_folder_free(&f);
    }
}

static void puts_back_what_a_lying_rename_replaced(void **state)
{
    const struct outfile files[] = {file_of("a.pdf", "new"),
                                    file_of("folder", "new")};
    char path[FOLDER_PATH_SIZE];
    struct outfile_error e;
    struct test_folder f;
    enum status st;

    (void)state;
    test_folder_init(&f);
    test_folder_path(&f, "folder", path);
    assert_int_equal(mkdir(path, 0777), 0);
    test_folder_write(&f, "a.pdf", "old");
    edge.lie = "a.pdf";
    st = put_set(f.path, files, 2, &e);
    edge = sound;
    assert_int_equal(st, ST_OUTPUT);
    assert_false(e.mixed);
    assert_file(&f, "a.pdf", "old");
    test_folder_free(&f);
}

/* Whoever made it may not have one file be two, or another's. */
static void takes_only_a_file_of_its_own(void **state)
{
    const struct outfile_move move = {"0", "a.pdf"};
    struct outfile_error e;
    struct test_folder f;
    int folder;

    (void)state;
    for (int how = 0; how < 4; how++) {
        test_folder_init(&f);
        folder = open_folder(f.path);
        test_folder_write(&f, "other", "mine");
        switch (how) {
        case 0: assert_int_equal(symlinkat("other", folder, "0"), 0); break;
        case 1:
            assert_int_equal(linkat(folder, "other", folder, "0", 0), 0);
            break;
        case 2: assert_int_equal(mkfifoat(folder, "0", 0600), 0); break;
        default: assert_int_equal(mkdirat(folder, "0", 0700), 0); break;
        }
        assert_int_equal(outfile_place(folder, folder, &move, 1, &e),
                         ST_OUTPUT);
        assert_string_equal(e.name, "a.pdf");
        (void)close(folder);
        test_folder_free(&f);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(writes_a_set_of_files_and_nothing_else),
        cmocka_unit_test(replaces_a_longer_file_whole),
        cmocka_unit_test(gives_the_mode_that_the_umask_leaves),
        cmocka_unit_test(takes_a_name_as_long_as_the_file_system_allows),
        cmocka_unit_test(replaces_what_a_killed_run_left_on_the_way),
        cmocka_unit_test(goes_on_after_interruptions_and_short_writes),
        cmocka_unit_test(keeps_the_old_files_when_the_disk_is_full),
        cmocka_unit_test(keeps_the_old_files_when_a_sync_fails),
        cmocka_unit_test(tells_when_the_folder_cannot_be_synced),
        cmocka_unit_test(
            says_which_file_cannot_be_renamed_and_removes_the_rest),
        cmocka_unit_test(takes_back_what_was_renamed_before_a_rename_fails),
        cmocka_unit_test(believes_the_folder_and_not_the_answer),
        cmocka_unit_test(puts_back_what_a_lying_rename_replaced),
        cmocka_unit_test(takes_only_a_file_of_its_own),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
