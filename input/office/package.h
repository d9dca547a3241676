/*
 * package.h - the parts of a zip container: a workbook or a Word file.
 *
 * Nothing is ever written, and the name of a part is never the name of a file
 * of this machine. libzip refuses two parts of one name and parts that overlap
 * (ZIP_CHECKCONS). What a part holds is read by unpack.h.
 *
 * Ownership: the caller's struct; package_close() frees what it holds. The
 * source's bytes stay where they are and outlive it.
 * Failure: a finding at the file: ST_DATA or ST_LIMIT; or want of memory.
 *
 * Source: PKWARE's APPNOTE; ECMA-376 Part 2 (Open Packaging Conventions).
 */
#ifndef INPUT_OFFICE_PACKAGE_H
#define INPUT_OFFICE_PACKAGE_H

#include "core/finding/finding.h"

#define PACKAGE_PARTS_MAX 2000
#define PACKAGE_PART_MAX ((uint64_t)128 * 1024 * 1024) /* bytes unpacked */
#define PACKAGE_SUM_MAX ((uint64_t)512 * 1024 * 1024)
#define PACKAGE_RATIO_MAX 200 /* unpacked to packed, of a part above 1 MiB */

struct zip;

struct package {
    struct zip *zip;
    const struct source *source;
    struct findings *findings;
    const char *expected; /* "a workbook (.xlsx, .ods)", for messages */
    const char *way_out;  /* how to go on when it is none */
    uint64_t unpacked;    /* bytes of all parts that were unpacked */
};

/* SOURCE is SOURCE_BYTES. What is no container, has a password or is of an
   older format is named for what it is. */
MUST_CHECK enum status package_open(struct package *p,
                                    const struct source *source,
                                    const char *expected, const char *way_out,
                                    struct findings *findings);

void package_close(struct package *p);

bool package_has(const struct package *p, struct str name);

/* Parts are found by name: the number of it. */
bool package_find(const struct package *p, struct str name, uint64_t *at);

/* The Nth part's name, from 0; empty beyond the last. */
struct str package_part_name(const struct package *p, size_t n);

/* A finding [bad-office-file] at the file: its part NAME is not as it must
   be. */
void package_refuse(const struct package *p, struct str name, const char *what);

/* The same: it asks for a password. */
void package_refuse_locked(const struct package *p);

/* That the container is no such file as was expected: WHAT it is. */
void package_is_other(const struct package *p, const char *what);

#endif
