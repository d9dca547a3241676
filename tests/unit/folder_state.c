/*
 * What stands in an output folder: batch/folder_state.c.
 *
 * getline() and scandir() are this program's own, so that memory runs short
 * inside them, where the allocator of the program does not count it.
 */
#define _GNU_SOURCE /* RTLD_NEXT */

#include "batch/folder_state.h"
#include "tests/support/folder.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <dirent.h>
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define MEMORY ((size_t)1024 * 1024)

static const char manifest[] = "{\n"
                               "  \"format\": 2,\n"
                               "  \"reports\": [\n"
                               "    {\n"
                               "      \"name\": \"2026-10/roads\",\n"
                               "      \"status\": \"data\",\n"
                               "      \"failed-runs\": 3,\n"
                               "      \"orphan\": false,\n"
                               "      \"files\": null\n"
                               "    }\n"
                               "  ]\n"
                               "}\n";

struct state {
    struct test_folder folder;
    struct batch_settings settings;
    struct out_folder out;
    struct arena arena;
};

static int lines_left;   /* that can be read; -1: all */
static bool cannot_list; /* a folder, for want of memory */

ssize_t getline(char **line, size_t *room, FILE *file)
{
    if (lines_left == 0) {
        errno = ENOMEM;
        return -1;
    }
    lines_left -= lines_left > 0;
    return getdelim(line, room, '\n', file);
}

int scandir(const char *folder, struct dirent ***names,
            int (*filter)(const struct dirent *),
            int (*order)(const struct dirent **, const struct dirent **))
{
    union {
        void *found;
        int (*call)(const char *, struct dirent ***,
                    int (*)(const struct dirent *),
                    int (*)(const struct dirent **, const struct dirent **));
    } real = {dlsym(RTLD_NEXT, "scandir")};

    if (cannot_list) {
        errno = ENOMEM;
        return -1;
    }
    return real.call(folder, names, filter, order);
}

static int set_up(void **state)
{
    struct state *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    test_folder_init(&s->folder);
    test_folder_write(&s->folder, "manifest.json", manifest);
    s->settings = batch_settings_default();
    s->settings.out = s->folder.path;
    s->out = OUT_FOLDER_NONE;
    s->out.fd = open(s->folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    arena_init(&s->arena, MEMORY);
    lines_left = -1;
    cannot_list = false;
    *state = s;
    return 0;
}

static int tear_down(void **state)
{
    struct state *s = *state;

    (void)close(s->out.fd);
    arena_free(&s->arena);
    test_folder_free(&s->folder);
    free(s);
    return 0;
}

static void keeps_what_the_manifest_says(void **state)
{
    struct state *s = *state;
    struct folder_state got;
    const struct folder_entry *roads;

    assert_int_equal(folder_state_read(&s->arena, &s->settings, &s->out, &got),
                     ST_OK);
    roads = folder_state_find(&got, "2026-10/roads");
    assert_non_null(roads);
    assert_int_equal(roads->failed_runs, 3);
    assert_null(folder_state_find(&got, "2026-11/roads"));
}

/* What could not be read would be missing in the next manifest. */
static void a_manifest_that_memory_cuts_short_is_none(void **state)
{
    struct state *s = *state;
    struct folder_state got;

    lines_left = 4;
    assert_int_equal(folder_state_read(&s->arena, &s->settings, &s->out, &got),
                     ST_NOMEM);
}

static void a_folder_that_memory_hides_is_not_empty(void **state)
{
    struct state *s = *state;
    struct folder_state got;

    cannot_list = true;
    assert_int_equal(folder_state_read(&s->arena, &s->settings, &s->out, &got),
                     ST_NOMEM);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_what_the_manifest_says, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            a_manifest_that_memory_cuts_short_is_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_folder_that_memory_hides_is_not_empty,
                                        set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
