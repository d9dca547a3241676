/*
 * csv_test.h - tables read from CSV text, for tests of the reader.
 *
 * Ownership: all belongs to the test, which csv_test_close() frees.
 */
#ifndef TESTS_SUPPORT_CSV_TEST_H
#define TESTS_SUPPORT_CSV_TEST_H

#include "input/csv/csv_in.h"
#include "tests/support/reading.h"

extern const struct kind csv_test_budget;
extern const struct kind csv_test_grouped; /* keys are unique in their group */
extern const struct kind
    csv_test_profile; /* with years, and columns of its own */

struct csv_test {
    struct reading reading;
    struct table_options options;
    struct source *source;
    const struct table *table;
    enum status status;
    struct buf dump;
};

int csv_test_open(void **state);

int csv_test_close(void **state);

void csv_test_read(struct csv_test *s, struct str text);

void csv_test_read_anew(struct csv_test *s, const char *text);

/* "record: cell|cell", with the line's role where it is not plain. */
const char *csv_test_dump(struct csv_test *s);

/* That the delimiter was assumed is a note. */
void csv_test_no_fault(struct csv_test *s);

const char *csv_test_table(void **state, const char *text);

/* Of this text alone. */
const char *csv_test_faults(void **state, const char *text);

void csv_test_finds(void **state, const char *text, const char *faults);

#endif
