/*
 * A target without libFuzzer: runs it on each file that is named, and on each
 * file of each folder.
 */
#include "core/base/buf.h"
#include "tests/fuzz/fuzz.h"

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FILE_MAX ((size_t)16 * 1024 * 1024)

/* False when PATH is no file. */
static bool run_file(const char *path)
{
    FILE *file = fopen(path, "rb");
    struct buf b;
    char chunk[4096];
    size_t n;
    bool read;

    if (file == NULL)
        return false;
    buf_init(&b, FILE_MAX);
    while ((n = fread(chunk, 1, sizeof(chunk), file)) > 0)
        buf_add(&b, chunk, n);
    read = ferror(file) == 0 && buf_status(&b) == ST_OK;
    (void)fclose(file);
    if (read)
        (void)LLVMFuzzerTestOneInput((const uint8_t *)b.ptr, b.len);
    buf_free(&b);
    return read;
}

static long run_folder(DIR *dir, const char *path)
{
    const struct dirent *e;
    char name[4096];
    long runs = 0;

    while ((e = readdir(dir)) != NULL) {
        if (e->d_name[0] == '.')
            continue;
        (void)snprintf(name, sizeof(name), "%s/%s", path, e->d_name);
        if (!run_file(name)) {
            (void)fprintf(stderr, "%s: cannot be read\n", name);
            return -1;
        }
        runs++;
    }
    return runs;
}

int main(int argc, char **argv)
{
    long runs = 0;

    for (int i = 1; i < argc; i++) {
        DIR *dir = opendir(argv[i]);
        const long n =
            dir != NULL ? run_folder(dir, argv[i]) : run_file(argv[i]) - 1;

        if (dir != NULL)
            (void)closedir(dir);
        if (n < 0)
            return EXIT_FAILURE;
        runs += dir != NULL ? n : 1;
    }
    (void)printf("%s: %ld inputs\n", argv[0], runs);
    return runs > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
