#include "tests/support/library_test.h"
#include "generators/generate.h"
#include "input/templates/library.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>

void library_test_folder(struct library_test *s, const char *name)
{
    char path[FOLDER_PATH_SIZE];

    test_folder_path(&s->folder, name, path);
    assert_int_equal(mkdir(path, 0700), 0);
}

int library_test_open(void **state)
{
    struct library_test *s = calloc(1, sizeof(*s));
    struct test_folder ours = {.path = "templates/wording"};
    struct buf wording;

    assert_non_null(s);
    reading_init(&s->reading);
    s->known = generator_names();
    test_folder_init(&s->folder);
    library_test_folder(s, "wording");
    library_test_folder(s, "house");
    library_test_folder(s, "kinds");
    library_test_folder(s, "base");
    library_test_folder(s, "more");
    buf_init(&wording, (size_t)1024 * 1024);
    assert_true(test_folder_read(&ours, "en-GB.xml", &wording));
    buf_char(&wording, '\0');
    test_folder_write(&s->folder, "wording/en-GB.xml", wording.ptr);
    buf_free(&wording);
    test_folder_write(&s->folder, "house/plain.xml",
                      "<house format='1' council='Example Council'/>");
    *state = s;
    return 0;
}

int library_test_close(void **state)
{
    struct library_test *s = *state;

    test_folder_free(&s->folder);
    reading_free(&s->reading);
    free(s);
    return 0;
}

void library_test_write(void **state, const char *name, const char *text)
{
    struct library_test *s = *state;

    test_folder_write(&s->folder, name, text);
}

void library_test_read(struct library_test *s, const char *folder)
{
    const char **folders = arena_alloc(&s->reading.arena, 1, sizeof(*folders));

    assert_non_null(folders);
    folders[0] = folder;
    s->status = library_open(&s->reading.arena, folders, 1, "templates",
                             &s->known, &s->reading.findings, &s->library);
    if (s->status == ST_OK)
        s->status = library_read_all(s->library, &s->reading.findings);
}

const struct library_unit *library_test_unit(const struct library_test *s,
                                             enum library_part part,
                                             const char *id)
{
    return library_unit(s->library, part, str_of(id));
}

const char *library_test_faults(void **state)
{
    struct library_test *s = *state;

    library_test_read(s, s->folder.path);
    return reading_faults(&s->reading, true);
}

const char *library_test_template_faults(void **state, const char *body)
{
    char text[8192];
    const int n = snprintf(text, sizeof(text), "%s%s</template>",
                           LIBRARY_TEST_BEGIN, body);

    assert_true(n > 0 && (size_t)n < sizeof(text));
    library_test_write(state, "base/template.xml", text);
    return library_test_faults(state);
}

const struct template *library_test_template(void **state, const char *id)
{
    const struct library_test *s = *state;
    const struct library_unit *u = library_test_unit(s, LIBRARY_TEMPLATES, id);

    assert_non_null(u);
    assert_non_null(u->made);
    return u->made;
}
