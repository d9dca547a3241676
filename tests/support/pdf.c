#include "tests/support/pdf.h"
#include "tests/support/command.h"
#include "tests/support/pages.h"
#include "tests/support/sample.h"

#include <stdio.h>
#include <string.h>

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LIMIT ((size_t)256 << 20)

void test_pdf_init(struct test_pdf *t)
{
    memset(t, 0, sizeof(*t));
    arena_init(&t->run, LIMIT);
    arena_init(&t->report, LIMIT);
    findings_init(&t->findings, &t->run);
    assert_int_equal(font_set_open(&t->run, sample_style.house, NULL,
                                   &t->findings, &t->fonts),
                     ST_OK);
    assert_int_equal(
        pdf_profile_open(&t->run, PDF_PROFILE_PATH, &t->findings, &t->profile),
        ST_OK);
    t->shaper = shaper_new(&t->fonts);
    t->cache = pdf_cache_new(&t->fonts, t->profile);
    assert_non_null(t->shaper);
    assert_non_null(t->cache);
    buf_init(&t->bytes, LIMIT);
    buf_init(&t->said, LIMIT);
    test_folder_init(&t->folder);
    test_folder_path(&t->folder, "report.pdf", t->path);
    sample_doc(&t->doc, &t->report);
}

void test_pdf_free(struct test_pdf *t)
{
    test_folder_free(&t->folder);
    buf_free(&t->said);
    buf_free(&t->bytes);
    pdf_cache_free(t->cache);
    shaper_free(t->shaper);
    font_set_close(&t->fonts);
    arena_free(&t->report);
    arena_free(&t->run);
}

void test_pdf_lay_out(struct test_pdf *t)
{
    assert_int_equal(doc_status(&t->doc), ST_OK);
    test_pages(&t->doc, t->shaper, &t->report, &t->layout);
}

void test_pdf_write(struct test_pdf *t)
{
    FILE *f;

    buf_clear(&t->bytes);
    assert_int_equal(pdf_write(&t->doc, &t->layout, t->cache, NULL, &t->bytes),
                     ST_OK);
    f = fopen(t->path, "wb");
    assert_non_null(f);
    assert_int_equal(fwrite(t->bytes.ptr, 1, t->bytes.len, f), t->bytes.len);
    assert_int_equal(fclose(f), 0);
}

void test_pdf_make(struct test_pdf *t)
{
    test_pdf_lay_out(t);
    test_pdf_write(t);
    test_pdf_ask(t, "qpdf --check '%s' 2>&1");
}

const char *test_pdf_ask(struct test_pdf *t, const char *command)
{
    const char *placeholder = strstr(command, "%s");
    int status;

    assert_non_null(placeholder);
    buf_clear(&t->said);
    status = test_command(&t->said, "%.*s%s%s", (int)(placeholder - command),
                          command, t->path, placeholder + 2);
    if (status != 0)
        print_error("%s: %d\n%s\n", command, status, t->said.ptr);
    assert_int_equal(status, 0);
    return t->said.ptr;
}

int open_pdf(void **state)
{
    static struct test_pdf t;

    test_pdf_init(&t);
    *state = &t;
    return 0;
}

int close_pdf(void **state)
{
    test_pdf_free(*state);
    return 0;
}

void assert_has(const char *text, const char *part)
{
    if (strstr(text, part) == NULL)
        print_error("no \"%s\" in:\n%s\n", part, text);
    assert_non_null(strstr(text, part));
}

void assert_lacks(const char *text, const char *part)
{
    if (strstr(text, part) != NULL)
        print_error("\"%s\" in:\n%s\n", part, text);
    assert_null(strstr(text, part));
}
