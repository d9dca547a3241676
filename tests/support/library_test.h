/*
 * library_test.h - a folder of templates of a test's own, read as a library.
 *
 * Ownership: all belongs to the test, which library_test_close() frees.
 */
#ifndef TESTS_SUPPORT_LIBRARY_TEST_H
#define TESTS_SUPPORT_LIBRARY_TEST_H

#include "generators/generator_table.h"
#include "input/templates/library.h"
#include "tests/support/folder.h"
#include "tests/support/reading.h"

/* How a template begins that has a title and a house style. */
#define LIBRARY_TEST_BEGIN                                                     \
    "<template format='1' title='T' house='plain' lang='en-GB'>\n"             \
    "<header><field id='title' role='title'/></header>\n"

struct library_test {
    struct reading reading;
    struct test_folder folder;
    struct generator_names known;
    struct library *library;
    enum status status;
};

void library_test_folder(struct library_test *s, const char *name);

/* A folder of templates with the English wording, a house style of defaults
   and a kind, but no template. */
int library_test_open(void **state);

int library_test_close(void **state);

void library_test_write(void **state, const char *name, const char *text);

/* Everything below FOLDER. */
void library_test_read(struct library_test *s, const char *folder);

const struct library_unit *library_test_unit(const struct library_test *s,
                                             enum library_part part,
                                             const char *id);

const char *library_test_faults(void **state);

/* Of the template `base`, with BODY behind that begin. */
const char *library_test_template_faults(void **state, const char *body);

const struct template *library_test_template(void **state, const char *id);

#endif
