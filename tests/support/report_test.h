/*
 * report_test.h - a folder with a report.xml that is read with a small
 * template, and the faults that come of it.
 *
 * The template, "plain", has fields title, date, period and council, sections
 * background and finance, a part plan, persons author and contact, labels
 * letter; the kind "budget-lines" has columns line and amount.
 *
 * Ownership: report_test_open() makes everything, report_test_close() frees it.
 */
#ifndef TESTS_SUPPORT_REPORT_TEST_H
#define TESTS_SUPPORT_REPORT_TEST_H

#include "input/report/report_in.h"
#include "tests/support/folder.h"
#include "tests/support/reading.h"

struct report_test {
    struct reading reading;
    struct test_folder folder;
    struct template known;
    struct templates templates;
    struct report report;
    const struct template *used;
    enum status status;
};

int report_test_open(void **state);
int report_test_close(void **state);

/* A file beside report.xml. */
void report_test_write(void **state, const char *name, const char *text);

/* Writes a report.xml with all that the template asks for, and BODY after it;
   the faults of it. */
const char *report_test_faults(void **state, const char *body);

/* Reads what stands there, with what the command line says. */
const char *report_test_read(struct report_test *s,
                             const struct override *overrides,
                             size_t noverrides);

#endif
