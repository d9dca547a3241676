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
#include <string.h>
#include <sys/stat.h>
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
    struct observer observer;
    char heard[256]; /* its last line */
    struct batch_settings settings;
    struct out_folder out;
    struct arena arena;
};

/* What the functions below look at. They are declared inline where a compiler
   optimises, and so may name nothing static. */
extern int lines_left;  /* that can be read; -1: all */
extern int why_no_list; /* errno of a folder; 0: it is listed */
int lines_left;
int why_no_list;

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

    if (why_no_list != 0) {
        errno = why_no_list;
        return -1;
    }
    return real.call(folder, names, filter, order);
}

static void hear(void *context, enum priority priority, struct str line)
{
    struct state *s = context;

    (void)priority;
    (void)snprintf(s->heard, sizeof(s->heard), "%.*s", (int)line.len, line.ptr);
}

static int set_up(void **state)
{
    struct state *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    test_folder_init(&s->folder);
    test_folder_write(&s->folder, "manifest.json", manifest);
    s->settings = batch_settings_default();
    s->settings.out = s->folder.path;
    s->observer = (struct observer){.context = s, .line = hear};
    s->out = OUT_FOLDER_NONE;
    s->out.settings = &s->settings;
    s->out.observer = &s->observer;
    s->out.path = s->folder.path;
    s->out.fd = open(s->folder.path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    arena_init(&s->arena, MEMORY);
    lines_left = -1;
    why_no_list = 0;
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

static enum status state_of(struct state *s, struct folder_state *got)
{
    return folder_state_read(&s->arena, &s->out, got);
}

static void keeps_what_the_manifest_says(void **state)
{
    struct state *s = *state;
    struct folder_state got;
    const struct folder_entry *roads;

    assert_int_equal(state_of(s, &got), ST_OK);
    roads = folder_state_find(&got, "2026-10/roads");
    assert_non_null(roads);
    assert_int_equal(roads->failed_runs, 3);
    assert_null(folder_state_find(&got, "2026-11/roads"));
    assert_string_equal(s->heard, "");
}

static void a_folder_without_a_manifest_is_empty(void **state)
{
    struct state *s = *state;
    struct folder_state got;

    assert_int_equal(unlinkat(s->out.fd, "manifest.json", 0), 0);
    assert_int_equal(state_of(s, &got), ST_OK);
    assert_int_equal(got.count, 0);
    assert_string_equal(s->heard, "");
}

/* What could not be read would be missing in the next manifest. */
static void a_manifest_that_memory_cuts_short_is_none(void **state)
{
    struct state *s = *state;
    struct folder_state got;

    lines_left = 4;
    assert_int_equal(state_of(s, &got), ST_NOMEM);
    assert_non_null(strstr(s->heard, "manifest.json: error: cannot read"));
}

static void a_manifest_that_cannot_be_opened_is_not_empty(void **state)
{
    struct state *s = *state;
    struct folder_state got;

    assert_int_equal(
        renameat(s->out.fd, "manifest.json", s->out.fd, "elsewhere.txt"), 0);
    assert_int_equal(mkdirat(s->out.fd, "manifest.json", 0700), 0);
    assert_int_equal(state_of(s, &got), ST_CREATE);
    assert_non_null(strstr(s->heard, "manifest.json: error: cannot read"));
}

/* What somebody put into the output folder leads nowhere. */
static void a_link_is_no_manifest(void **state)
{
    struct state *s = *state;
    struct folder_state got;

    assert_int_equal(
        renameat(s->out.fd, "manifest.json", s->out.fd, "elsewhere.txt"), 0);
    assert_int_equal(symlinkat("elsewhere.txt", s->out.fd, "manifest.json"), 0);
    assert_int_equal(state_of(s, &got), ST_OK);
}

static void a_folder_that_is_not_listed_is_not_empty(void **state)
{
    struct state *s = *state;
    struct folder_state got;

    why_no_list = ENOMEM;
    assert_int_equal(state_of(s, &got), ST_NOMEM);
    why_no_list = EMFILE;
    assert_int_equal(state_of(s, &got), ST_NOMEM);
    why_no_list = ENFILE;
    assert_int_equal(state_of(s, &got), ST_NOMEM);
    assert_non_null(strstr(s->heard, ": error: cannot read"));
    why_no_list = EACCES;
    assert_int_equal(state_of(s, &got), ST_CREATE);
    why_no_list = ENOENT;
    assert_int_equal(state_of(s, &got), ST_OK);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(keeps_what_the_manifest_says, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(a_folder_without_a_manifest_is_empty,
                                        set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_manifest_that_memory_cuts_short_is_none, set_up, tear_down),
        cmocka_unit_test_setup_teardown(
            a_manifest_that_cannot_be_opened_is_not_empty, set_up, tear_down),
        cmocka_unit_test_setup_teardown(a_link_is_no_manifest, set_up,
                                        tear_down),
        cmocka_unit_test_setup_teardown(
            a_folder_that_is_not_listed_is_not_empty, set_up, tear_down),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
