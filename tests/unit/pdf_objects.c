#include "output/pdf/pdf_objects.h"
#include "output/pdf/pdf_file.h"
#include "tests/support/command.h"
#include "tests/support/folder.h"

#include <stdio.h>
#include <string.h>

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LIMIT ((size_t)16 << 20)

struct case_objects {
    struct pdf_objects objects;
    struct buf out;
};

static int open_objects(void **state)
{
    static struct case_objects c;

    buf_init(&c.out, LIMIT);
    pdf_objects_init(&c.objects, &c.out, libdeflate_alloc_compressor(6));
    assert_non_null(c.objects.deflate);
    pdf_file_begin(&c.out);
    *state = &c;
    return 0;
}

static int close_objects(void **state)
{
    struct case_objects *c = *state;

    libdeflate_free_compressor(c->objects.deflate);
    pdf_objects_free(&c->objects);
    buf_free(&c->out);
    return 0;
}

static void add_number(struct pdf_objects *o, uint32_t number)
{
    struct buf *b = pdf_object_open(o, number, PACK_ANY);

    buf_int(b, number);
    pdf_object_close(o);
}

/* A catalog (1) and a page tree without pages (2), then N numbers. */
static void write_file(struct pdf_objects *o, uint32_t n)
{
    pdf_objects_begin(o, 3);
    buf_puts(pdf_object_open(o, 1, PACK_ANY), "<</Type/Catalog/Pages 2 0 R>>");
    pdf_object_close(o);
    buf_puts(pdf_object_open(o, 2, PACK_ANY), "<</Type/Pages/Kids[]/Count 0>>");
    pdf_object_close(o);
    for (uint32_t i = 0; i < n; i++)
        add_number(o, pdf_object_number(o));
    pdf_objects_finish(o, STR_LIT("/Root 1 0 R"));
}

static void a_full_object_stream_is_followed_by_another(void **state)
{
    struct case_objects *c = *state;
    struct test_folder folder;
    struct buf said;
    char path[FOLDER_PATH_SIZE];
    FILE *f;

    write_file(&c->objects, 600);
    assert_int_equal(pdf_objects_status(&c->objects), ST_OK);
    test_folder_init(&folder);
    test_folder_path(&folder, "objects.pdf", path);
    f = fopen(path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(c->out.ptr, 1, c->out.len, f), c->out.len);
    assert_int_equal(fclose(f), 0);
    buf_init(&said, LIMIT);
    assert_int_equal(test_command(&said, "qpdf --check '%s'", path), 0);
    buf_clear(&said);
    assert_int_equal(test_command(&said, "qpdf --show-xref '%s'", path), 0);
    /* 602 objects in three streams, and the cross-reference stream. */
    assert_int_equal(test_count(said.ptr, ": compressed"), 602);
    assert_int_equal(test_count(said.ptr, ": uncompressed"), 4);
    buf_clear(&said);
    assert_int_equal(test_command(&said, "qpdf --show-object=410 '%s'", path),
                     0);
    assert_string_equal(said.ptr, "410\n");
    buf_free(&said);
    test_folder_free(&folder);
}

/* How often WORDS stand in OUT, which holds any byte. */
static size_t count_words(const struct buf *out, const char *words)
{
    const size_t len = strlen(words);
    size_t n = 0;

    for (size_t i = 0; i + len <= out->len; i++)
        n += memcmp(out->ptr + i, words, len) == 0;
    return n;
}

static void add_of_kind(struct pdf_objects *o, enum pdf_pack_kind kind)
{
    buf_puts(pdf_object_open(o, pdf_object_number(o), kind), "null");
    pdf_object_close(o);
}

static void kinds_are_packed_apart_where_there_are_many(void **state)
{
    struct case_objects *c = *state;

    pdf_objects_begin(&c->objects, 1);
    for (int i = 0; i < 200; i++) {
        add_of_kind(&c->objects, PACK_ROWS);
        add_of_kind(&c->objects, PACK_CELLS);
    }
    pdf_objects_flush(&c->objects);
    assert_int_equal(pdf_objects_status(&c->objects), ST_OK);
    assert_int_equal(count_words(&c->out, "/Type/ObjStm/N 200/"), 2);
}

static void what_is_left_of_all_kinds_shares_a_stream(void **state)
{
    struct case_objects *c = *state;

    pdf_objects_begin(&c->objects, 1);
    for (int i = 0; i < 60; i++) {
        add_of_kind(&c->objects, PACK_HEADS);
        add_of_kind(&c->objects, PACK_CELLS);
    }
    pdf_objects_flush(&c->objects);
    assert_int_equal(pdf_objects_status(&c->objects), ST_OK);
    assert_int_equal(count_words(&c->out, "/Type/ObjStm/N 120/"), 1);
    assert_true(pdf_object_written(&c->objects, 120));
    assert_false(pdf_object_written(&c->objects, 122));
}

static void a_number_before_its_time_is_our_mistake(void **state)
{
    struct case_objects *c = *state;

    assert_int_equal(pdf_object_number(&c->objects), 0);
    assert_int_equal(pdf_objects_status(&c->objects), ST_BUG);
}

static void numbers_end_where_the_standard_says(void **state)
{
    struct case_objects *c = *state;

    pdf_objects_begin(&c->objects, PDF_OBJECTS_MAX);
    assert_int_equal(pdf_object_number(&c->objects), PDF_OBJECTS_MAX);
    assert_int_equal(pdf_object_number(&c->objects), 0);
    assert_int_equal(pdf_objects_status(&c->objects), ST_LIMIT);
}

static void what_was_written_is_known(void **state)
{
    struct case_objects *c = *state;

    pdf_objects_begin(&c->objects, 10);
    assert_false(pdf_object_written(&c->objects, 5));
    pdf_stream(&c->objects, 5, STR_LIT(""), STR_LIT("x"), STREAM_PLAIN);
    add_number(&c->objects, 7);
    assert_true(pdf_object_written(&c->objects, 5));
    assert_false(pdf_object_written(&c->objects, 6));
    assert_true(pdf_object_written(&c->objects, 7));
    assert_false(pdf_object_written(&c->objects, 4000000));
}

static void a_stream_says_how_long_it_is(void **state)
{
    struct case_objects *c = *state;

    buf_clear(&c->out);
    pdf_stream(&c->objects, 5, STR_LIT("/Type/X"), STR_LIT("abc"),
               STREAM_PLAIN);
    buf_char(&c->out, '\0');
    assert_string_equal(c->out.ptr, "5 0 obj\n<</Type/X/Length 3>>\nstream\n"
                                    "abc\nendstream\nendobj\n");
}

#define TEST(name)                                                             \
    cmocka_unit_test_setup_teardown(name, open_objects, close_objects)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_full_object_stream_is_followed_by_another),
        TEST(kinds_are_packed_apart_where_there_are_many),
        TEST(what_is_left_of_all_kinds_shares_a_stream),
        TEST(a_number_before_its_time_is_our_mistake),
        TEST(numbers_end_where_the_standard_says),
        TEST(what_was_written_is_known),
        TEST(a_stream_says_how_long_it_is),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
