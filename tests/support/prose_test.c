#include "tests/support/prose_test.h"
#include "tests/support/sample_pictures.h"
#include "tests/support/wording.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <stdlib.h>
#include <string.h>

/* Every name is a picture, but "missing.png". */
static struct source *open_image(void *owner, const char *name, struct place at)
{
    struct prose_test *s = owner;
    const struct image *map = sample_image.u.image.file;

    if (strcmp(name, "missing.png") != 0)
        return reading_source(&s->reading, name, map->bytes);
    finding(&s->reading.findings, FINDING_NO_FILE, at, "no `%s`", name);
    return NULL;
}

const struct label_series prose_test_bullet = {.id = "bullet"};
const struct label_series prose_test_numbers = {.id = "numbers"};

int prose_test_open(void **state)
{
    struct prose_test *s = calloc(1, sizeof(*s));

    assert_non_null(s);
    reading_init(&s->reading);
    buf_init(&s->dump, 1024 * 1024);
    s->options = (struct prose_options){
        .list_series = &prose_test_bullet,
        .ordered_series = &prose_test_numbers,
        .wording = test_wording(),
    };
    *state = s;
    return 0;
}

int prose_test_close(void **state)
{
    struct prose_test *s = *state;

    buf_free(&s->dump);
    reading_free(&s->reading);
    free(s);
    return 0;
}

struct doc_node *prose_test_read(struct prose_test *s, struct str text)
{
    const struct source *source = reading_source(&s->reading, "legal.md", text);
    struct doc_node *fragment = prose_from_markdown(
        &s->reading.arena, source->text, (struct place){source, 1, 1},
        &s->options, &s->reading.findings);

    assert_non_null(fragment);
    return fragment;
}

const char *prose_test_dump(struct prose_test *s, struct doc_node *fragment)
{
    struct doc d;
    char *line;

    doc_init(&d, &s->reading.arena);
    d.root = fragment;
    buf_clear(&s->dump);
    doc_dump(&d, &s->dump);
    buf_char(&s->dump, '\0');
    assert_int_equal(buf_status(&s->dump), ST_OK);
    line = strchr(s->dump.ptr, '\n');
    assert_non_null(line);
    return line + 1;
}

const char *tree_of(void **state, const char *text)
{
    struct prose_test *s = *state;
    const char *tree = prose_test_dump(s, prose_test_read(s, str_of(text)));

    assert_string_equal(reading_faults(&s->reading, false), "");
    return tree;
}

const char *faults_of(void **state, const char *text)
{
    struct prose_test *s = *state;

    prose_test_read(s, str_of(text));
    return reading_faults(&s->reading, false);
}

void prose_test_take_images(struct prose_test *s)
{
    s->images =
        image_files_of(&s->reading.arena, &s->reading.findings, open_image, s);
    s->options.images = &s->images;
}
