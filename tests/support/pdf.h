/*
 * pdf.h - reports written as PDF into a folder, for programs that read them.
 */
#ifndef TESTS_SUPPORT_PDF_H
#define TESTS_SUPPORT_PDF_H

#include "output/pdf/pdf.h"
#include "tests/support/folder.h"

struct test_pdf {
    struct arena run;    /* fonts, profile */
    struct arena report; /* tree and layout */
    struct findings findings;
    struct font_set fonts;
    struct str profile;
    struct shaper *shaper;
    struct pdf_cache *cache;
    struct doc doc;
    struct layout layout;
    struct buf bytes; /* of the PDF written last */
    struct buf said;  /* what the last program said */
    struct test_folder folder;
    char path[FOLDER_PATH_SIZE]; /* of the PDF written last */
};

/* Opens fonts, profile and folder; the tree is empty: sample_doc(). */
void test_pdf_init(struct test_pdf *t);
void test_pdf_free(struct test_pdf *t);

/* The same for each test of a program. */
int open_pdf(void **state);
int close_pdf(void **state);

/* Lays the tree out (tests/support/pages.h). */
void test_pdf_lay_out(struct test_pdf *t);

/* Writes the layout to BYTES and to the file PATH. */
void test_pdf_write(struct test_pdf *t);

/* Lays out, writes, and has qpdf check the file. */
void test_pdf_make(struct test_pdf *t);

/* Runs COMMAND with the file's path for its %s; what it says is returned and
   stays in SAID. Fails the test when the command does. */
const char *test_pdf_ask(struct test_pdf *t, const char *command);

void assert_has(const char *text, const char *part);
void assert_lacks(const char *text, const char *part);

#endif
