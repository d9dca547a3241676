#include "tests/support/folder.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

void test_folder_init(struct test_folder *f)
{
    const char *base = getenv("TMPDIR");
    int n;

    if (base == NULL || base[0] == '\0')
        base = "/tmp";
    n = snprintf(f->path, sizeof(f->path), "%s/councilpress.XXXXXX", base);
    assert_true(n > 0 && (size_t)n < sizeof(f->path));
    assert_non_null(mkdtemp(f->path));
}

void test_folder_path(const struct test_folder *f, const char *name, char *out)
{
    const int n = snprintf(out, FOLDER_PATH_SIZE, "%s/%s", f->path, name);

    assert_true(n > 0 && n < FOLDER_PATH_SIZE);
}

/* The next name that is not . or .., or NULL. */
static const char *next_name(DIR *dir)
{
    const struct dirent *e;

    while ((e = readdir(dir)) != NULL) {
        if (strcmp(e->d_name, ".") != 0 && strcmp(e->d_name, "..") != 0)
            return e->d_name;
    }
    return NULL;
}

/*
 * Folders in it are emptied by following the first entry down and removing
 * upwards, so no stack of open folders is needed.
 */
void test_folder_free(struct test_folder *f)
{
    char path[FOLDER_PATH_SIZE];

    (void)snprintf(path, sizeof(path), "%s", f->path);
    for (;;) {
        DIR *dir = opendir(path);
        const char *name = dir == NULL ? NULL : next_name(dir);
        char child[FOLDER_PATH_SIZE + 256 + 2];

        if (name != NULL)
            (void)snprintf(child, sizeof(child), "%s/%s", path, name);
        if (dir != NULL)
            (void)closedir(dir);
        if (name != NULL && unlink(child) == 0)
            continue;
        if (name != NULL) {
            assert_true(strlen(child) < sizeof(path));
            memcpy(path, child, strlen(child) + 1);
            continue;
        }
        assert_int_equal(rmdir(path), 0);
        if (strcmp(path, f->path) == 0)
            return;
        *strrchr(path, '/') = '\0';
    }
}

bool test_folder_read(const struct test_folder *f, const char *name,
                      struct buf *out)
{
    char path[FOLDER_PATH_SIZE];
    char bytes[4096];
    FILE *file;
    size_t n;

    test_folder_path(f, name, path);
    file = fopen(path, "rb");
    if (file == NULL)
        return false;
    while ((n = fread(bytes, 1, sizeof(bytes), file)) > 0)
        buf_add(out, bytes, n);
    assert_false(ferror(file));
    assert_int_equal(fclose(file), 0);
    return true;
}

void test_folder_write(const struct test_folder *f, const char *name,
                       const char *text)
{
    char path[FOLDER_PATH_SIZE];
    FILE *file;

    test_folder_path(f, name, path);
    file = fopen(path, "wb");
    assert_non_null(file);
    assert_int_equal(fwrite(text, 1, strlen(text), file), strlen(text));
    assert_int_equal(fclose(file), 0);
}

size_t test_folder_count(const struct test_folder *f)
{
    DIR *dir = opendir(f->path);
    size_t n = 0;

    assert_non_null(dir);
    while (next_name(dir) != NULL)
        n++;
    assert_int_equal(closedir(dir), 0);
    return n;
}
