/*
 * What a PDF holds beside its pages: data, pixels, a profile of colours.
 */
#include "tests/support/command.h"
#include "tests/support/pdf.h"
#include "tests/support/sample.h"
#include "tests/support/sample_pictures.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>
#include <string.h>

static void the_data_travels_inside(void **state)
{
    static struct doc_attachment second = {
        .name = {"\xc3\xa9t\xc3\xa9.csv", 9},
        .bytes = {"", 0},
        .media_type = "text/csv",
        .relationship = "Data",
    };
    static struct doc_attachment first = {
        .name = {"budget.csv", 10},
        .bytes = {"Library,Cost\nHillside,139650\n", 29},
        .media_type = "text/csv",
        .relationship = "Source",
        .description = {"The budget (2026)", 17},
        .date = {2026, 1, 31},
        .next = &second,
    };
    struct test_pdf *t = *state;
    const char *said;

    t->doc.attachments = &first;
    second.name.len = strlen(second.name.ptr);
    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    test_pdf_make(t);
    said = test_pdf_ask(t, "pdfdetach -list '%s'");
    assert_has(said, "2 embedded files");
    assert_has(said, "budget.csv");
    assert_has(said, "\xc3\xa9t\xc3\xa9.csv");
    said = test_pdf_ask(t, "pdfdetach -save 1 -o /dev/stdout '%s'");
    assert_string_equal(said, first.bytes.ptr);
    said = test_pdf_ask(t, "qpdf --qdf --object-streams=disable '%s' - |"
                           " strings");
    assert_has(said, "/AFRelationship /Source");
    assert_has(said, "/Subtype /text#2fcsv");
    assert_has(said, "(D:20260131000000Z)");
    assert_has(said, "/Desc (The budget \\(2026\\))");
    assert_has(said, "/CheckSum <d41d8cd98f00b204e9800998ecf8427e>");
    assert_has(said, "/Size 29");
    assert_int_equal(test_count(said, "/AF ["), 1);
}

static void add_picture(struct test_pdf *t, const struct picture *model,
                        const char *alt)
{
    struct doc_node *n = doc_add(&t->doc, t->doc.root, DOC_PICTURE);

    assert_non_null(n);
    n->text = str_of(alt);
    n->u.picture = model;
}

/* Once, though it is shown twice; and the decorative one is no Figure. */
static void a_picture_is_an_image_of_its_pixels(void **state)
{
    static const char ppm[] = "P6\n4 2\n255\n"
                              "\377\0\0\377\0\0\0\0\377\0\0\377"
                              "\377\0\0\377\0\0\0\0\377\0\0\377";
    struct picture decorative = sample_image;
    struct test_pdf *t = *state;
    const char *said;

    decorative.u.image.decorative = true;
    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    add_picture(t, &sample_image, "A map (of the west)");
    add_picture(t, &sample_image, "The map again");
    add_picture(t, &decorative, "");
    test_pdf_make(t);
    said = test_pdf_ask(t, "qpdf --qdf --object-streams=disable '%s' - |"
                           " strings");
    assert_int_equal(test_count(said, "/Subtype /Image"), 1);
    assert_int_equal(test_count(said, "/S /Figure"), 2);
    assert_int_equal(test_count(said, "/Alt (A map \\(of the west\\))"), 1);
    assert_int_equal(test_count(said, "/Interpolate"), 0);
    test_pdf_ask(t, "cd \"$(dirname '%s')\" && pdfimages *.pdf it");
    buf_clear(&t->said);
    assert_true(test_folder_read(&t->folder, "it-000.ppm", &t->said));
    assert_int_equal(t->said.len, sizeof(ppm) - 1);
    assert_memory_equal(t->said.ptr, ppm, sizeof(ppm) - 1);
}

/* A reader looks a name up by halving the tree: UTF-16 keys, which begin with
   a byte order mark, stand after all that are ASCII. */
static void files_stand_in_the_order_of_their_keys(void **state)
{
    static struct doc_attachment files[] = {{.name = {"z\xc3\xa9.csv", 7}},
                                            {.name = {"a\xc3\xa9.csv", 7}},
                                            {.name = {"z.csv", 5}},
                                            {.name = {"b.csv", 5}}};
    struct test_pdf *t = *state;
    const char *said;
    const char *at;

    for (size_t i = 0; i < 4; i++) {
        files[i].media_type = "text/csv";
        files[i].relationship = "Data";
        files[i].next = i == 3 ? NULL : &files[i + 1];
    }
    t->doc.attachments = files;
    doc_heading(&t->doc, t->doc.root, 1, t->doc.title);
    test_pdf_make(t);
    said = test_pdf_ask(t, "qpdf --qdf --object-streams=disable '%s' - |"
                           " grep -a -A12 '/Names \\['");
    at = strstr(said, "(b.csv)");
    assert_non_null(at);
    at = strstr(at, "(z.csv)");
    assert_non_null(at);
    at = strstr(at, "<feff006100e9");
    assert_non_null(at);
    assert_non_null(strstr(at, "<feff007a00e9"));
}

static void assert_refused(struct test_pdf *t, const char *path,
                           enum status why, enum finding_id id)
{
    struct str profile;
    struct findings f;

    findings_init(&f, &t->run);
    assert_int_equal(pdf_profile_open(&t->run, path, &f, &profile), why);
    assert_int_equal(f.count, 1);
    assert_int_equal(f.first->id, id);
}

static void refuses_a_profile_that_is_missing_or_none(void **state)
{
    struct test_pdf *t = *state;
    char path[FOLDER_PATH_SIZE];

    assert_refused(t, "/nonexistent/sRGB.icc", ST_NOINPUT, FINDING_NO_FILE);
    assert_refused(t, "/", ST_NOINPUT, FINDING_NO_FILE);
    assert_refused(t, "/dev/null", ST_NOINPUT, FINDING_NO_FILE);
    assert_refused(t, "/usr/share/color/icc/Gray.icc", ST_DATA,
                   FINDING_BAD_VALUE);
    test_folder_write(&t->folder, "short.icc", "acsp");
    test_folder_path(&t->folder, "short.icc", path);
    assert_refused(t, path, ST_DATA, FINDING_BAD_VALUE);
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_pdf, close_pdf)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_data_travels_inside),
        TEST(a_picture_is_an_image_of_its_pixels),
        TEST(files_stand_in_the_order_of_their_keys),
        TEST(refuses_a_profile_that_is_missing_or_none),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
