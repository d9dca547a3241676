#include "batch/beside.h"

#include "tests/support/folder.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define MEMORY ((size_t)1024 * 1024)

static void make_report(const struct test_folder *f, const char *name,
                        const char *attributes)
{
    char path[FOLDER_PATH_SIZE];
    struct buf text;

    test_folder_path(f, name, path);
    assert_int_equal(mkdir(path, 0700), 0);
    buf_init(&text, MEMORY);
    buf_printf(&text, "<report format=\"2\" template=\"t\" %s/>", attributes);
    buf_char(&text, '\0');
    assert_true(strlen(path) + sizeof("/report.xml") < sizeof(path));
    memcpy(path + strlen(path), "/report.xml", sizeof("/report.xml"));
    test_folder_write(f, path + strlen(f->path) + 1, text.ptr);
    buf_free(&text);
}

/* What the report NAME may read beside it, sorted nowhere: how many folders,
   and whether WANTED is among them. */
static size_t found(struct beside *b, const struct test_folder *f,
                    const char *name, const char *wanted)
{
    char path[FOLDER_PATH_SIZE];
    struct arena arena;
    struct list paths;
    bool there = false;
    size_t count;

    test_folder_path(f, name, path);
    arena_init(&arena, MEMORY);
    paths = list_of(&arena, sizeof(const char *));
    beside_folders(b, &arena, path, &paths);
    for (size_t i = 0; i < paths.count; i++) {
        const char *last =
            strrchr(((const char *const *)paths.items)[i], '/') + 1;

        there |= strcmp(last, wanted) == 0;
    }
    assert_true(there || paths.count == 0);
    count = paths.count;
    arena_free(&arena);
    return count;
}

static struct beside opened(const char *const *roots, size_t nroots)
{
    const struct batch_settings s = {
        .roots = roots, .nroots = nroots, .max_memory = MEMORY};
    struct beside b;

    beside_open(&b, &s);
    return b;
}

static void make_all(struct test_folder *f)
{
    char path[FOLDER_PATH_SIZE];

    test_folder_init(f);
    make_report(f, "2026-09", "");
    make_report(f, "2026-10", "previous=\"../{month-before}\"");
    make_report(f, "annex", "of=\"../2026-10\"");
    make_report(f, "plain", "");
    make_report(f, "far", "previous=\"../../etc\"");
    test_folder_path(f, "deeper", path);
    assert_int_equal(mkdir(path, 0700), 0);
    make_report(f, "deeper/2026-11", "previous=\"../{month-before}\"");
    make_report(f, "deeper/2026-10", "");
}

static void finds_what_a_report_names_beside_it(void **state)
{
    const char *const elsewhere[] = {"/nowhere", "/usr"};
    struct test_folder f;
    struct beside b;

    (void)state;
    make_all(&f);
    b = opened(elsewhere, 2);
    /* Its own fits, too. */
    assert_int_equal(found(&b, &f, "2026-10", "2026-09"), 2);
    /* And what that one names. */
    assert_int_equal(found(&b, &f, "annex", "2026-10"), 3);
    assert_int_equal(found(&b, &f, "annex", "2026-09"), 3);
    assert_int_equal(found(&b, &f, "plain", ""), 0);
    assert_int_equal(found(&b, &f, "far", ""), 0);
    assert_int_equal(found(&b, &f, "deeper/2026-11", "2026-10"), 2);
    assert_int_equal(found(&b, &f, "2026-10", "2026-09"), 2);
    assert_int_equal(found(&b, &f, "none", ""), 0);
    beside_close(&b);
    test_folder_free(&f);
}

static void looks_for_nothing_below_a_path_of_the_run(void **state)
{
    struct test_folder f;
    const char *roots[] = {f.path};
    char path[FOLDER_PATH_SIZE];
    struct beside b;

    (void)state;
    make_all(&f);
    b = opened(roots, 1);
    assert_int_equal(found(&b, &f, "2026-10", ""), 0);
    assert_int_equal(found(&b, &f, "deeper/2026-11", ""), 0);
    beside_close(&b);
    /* A name that only begins like it is another folder. */
    test_folder_path(&f, "deep", path);
    roots[0] = path;
    assert_int_equal(mkdir(path, 0700), 0);
    b = opened(roots, 1);
    assert_int_equal(found(&b, &f, "deeper/2026-11", "2026-10"), 2);
    assert_int_equal(found(&b, &f, "2026-10", "2026-09"), 2);
    beside_close(&b);
    roots[0] = "/";
    b = opened(roots, 1);
    assert_int_equal(found(&b, &f, "2026-10", ""), 0);
    beside_close(&b);
    test_folder_free(&f);
}

/* A report that is linked to lies where it really is. */
static void takes_no_link_for_its_folder(void **state)
{
    struct test_folder f;
    char path[FOLDER_PATH_SIZE];
    const char *const roots[] = {path};
    struct beside b;

    (void)state;
    make_all(&f);
    test_folder_path(&f, "linked", path);
    assert_int_equal(mkdir(path, 0700), 0);
    memcpy(path + strlen(path), "/r", sizeof("/r"));
    assert_int_equal(symlink("../deeper/2026-11", path), 0);
    path[strlen(path) - 2] = '\0';
    b = opened(roots, 1);
    assert_int_equal(found(&b, &f, "linked/r", "2026-10"), 2);
    beside_close(&b);
    test_folder_free(&f);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(finds_what_a_report_names_beside_it),
        cmocka_unit_test(looks_for_nothing_below_a_path_of_the_run),
        cmocka_unit_test(takes_no_link_for_its_folder),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
