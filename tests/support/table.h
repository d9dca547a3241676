/*
 * table.h - a report of tables, values and fields, made in memory, for tests
 * of what is computed from them.
 *
 * A table is written as its lines, cells separated by semicolons, the
 * headings first. A heading is a column's title or, for one that repeats, a
 * financial year. Cells are read by their column's type, without the care of
 * the real reader: `nil`, `-`, `n/a` and `TBC` are states, and what cannot be
 * read is CELL_BAD. Failures end the test.
 */
#ifndef TESTS_SUPPORT_TABLE_H
#define TESTS_SUPPORT_TABLE_H

#include "figures/figures.h"
#include "tests/support/reading.h"

#define TEST_THINGS_MAX 32

struct test_report {
    struct reading reading; /* its arena holds everything */
    struct template template;
    struct report report;
    struct data data[TEST_THINGS_MAX];
    struct field fields[TEST_THINGS_MAX];
    struct named_value values[TEST_THINGS_MAX];
    struct acknowledgement acknowledgements[TEST_THINGS_MAX];
    struct figures figures;
};

void test_report_init(struct test_report *t);
void test_report_free(struct test_report *t);

/* A data element ID, whose file is ID.csv. */
struct data *test_report_data(struct test_report *t, const char *id,
                              const struct kind *kind, const char *text);
struct field *test_report_field(struct test_report *t, const char *id,
                                const char *text);
struct named_value *test_report_value(struct test_report *t, const char *id,
                                      enum value_type type, const char *text);

/* AT is a cell such as F3 of the data ID. */
void test_report_acknowledge(struct test_report *t, const char *code,
                             const char *id, const char *at);

/* Runs figures_compute(). */
void test_report_compute(struct test_report *t);

/* reading_faults() with the names of files. */
const char *test_report_faults(struct test_report *t);

#endif
