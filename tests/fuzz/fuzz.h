/*
 * fuzz.h - what the fuzz targets share.
 *
 * A target is one file with LLVMFuzzerTestOneInput(). With libFuzzer it is
 * run on what that invents (`make fuzz`); linked with replay.c it is run on
 * files (`make check-fuzz`). A finding about the input is as it should be;
 * FUZZ_MUST() ends the process where the program breaks a promise of its own.
 *
 * Templates, kinds, wording and house styles are read once, from the folder
 * that FUZZ_TEMPLATES names in the environment.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include "core/finding/finding.h"
#include "input/templates/library_uses.h"

#include <stddef.h>
#include <stdint.h>

#define FUZZ_MEMORY ((size_t)64 * 1024 * 1024)

#define FUZZ_MUST(truth)                                                       \
    do {                                                                       \
        if (!(truth))                                                          \
            fuzz_broken(__FILE__, __LINE__, #truth);                           \
    } while (0)

_Noreturn void fuzz_broken(const char *file, int line, const char *promise);

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What lasts as long as one input. */
struct fuzz {
    struct arena arena;
    struct findings findings;
};

void fuzz_begin(struct fuzz *f);

/*
 * Sorts and prints the findings, in both forms, and frees everything. ST says
 * how it went: data that is refused is refused with an error, and nothing is
 * ever a fault of the program.
 */
void fuzz_end(struct fuzz *f, enum status st);

/* Never fails: without templates there is nothing to fuzz. All of them have
   been read. */
struct library *fuzz_library(void);
const struct templates *fuzz_templates(void);
const struct template *fuzz_template(void); /* the first */

/* BYTES as if read from a file NAME, or NULL when they are no text. */
struct source *fuzz_source(struct fuzz *f, const char *name,
                           enum source_kind kind, struct str bytes);

/* Cuts the first line, without its end, off the head of BYTES. */
struct str fuzz_cut_line(struct str *bytes);

/*
 * While BLOB is set, whatever is read below FUZZ_FOLDER comes from it. It holds
 * several files, each after a line "=== NAME".
 */
#define FUZZ_FOLDER "/fuzz"
void fuzz_files(struct str blob);

#endif
