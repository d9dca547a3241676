/*
 * run.h - a run without a command line: settings, paths, and an observer that
 * writes down what it hears.
 *
 * Ownership: test_run_begin() makes all of it, test_run_end() frees it.
 */
#ifndef TESTS_SUPPORT_RUN_H
#define TESTS_SUPPORT_RUN_H

#include "batch/batch.h"
#include "tests/support/folder.h"

/* A run in a folder of its own, which has in/ and templates/. */
struct test_run {
    struct test_folder folder;
    char in[FOLDER_PATH_SIZE];
    char out[FOLDER_PATH_SIZE];
    char templates[FOLDER_PATH_SIZE];
    const char *folders[1];
    struct arena arena;
    struct batch_settings settings;
    struct observer observer;
    struct batch_result result;
    struct buf heard; /* a line for each call, ended by a NUL */
    size_t done;      /* as progress said last */
};

int test_run_begin(void **state);
int test_run_end(void **state);

/* Runs COMMAND on NAME in the folder of R. */
void test_run_command(const struct test_run *r, const char *command,
                      const char *name);

/* A report NAME of TEMPLATE, or of the template "small", whose only paragraph
   is TEXT. */
void test_run_report_of(const struct test_run *r, const char *name,
                        const char *template, const char *text);
void test_run_report(const struct test_run *r, const char *name,
                     const char *text);

/* The file NAME of templates/. */
void test_run_template(const struct test_run *r, const char *name,
                       const char *text);

/* Builds what lies below PATHS, or below in/; what was heard of the run before
   is forgotten. */
enum status test_run_paths(struct test_run *r, const char *const *paths,
                           size_t npaths);
enum status test_run_all(struct test_run *r);

/* Whether the folder of R has NAME. */
bool test_run_has(const struct test_run *r, const char *name);

#endif
