/*
 * package.h - the parts of a zip container: a workbook or a Word file.
 *
 * Nothing is ever written, and the name of a part is never the name of a file
 * of this machine. What the container says of a part's size is a claim: limits
 * hold of the bytes that come out. libzip refuses two parts of one name and
 * parts that overlap (ZIP_CHECKCONS).
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
    uint64_t unpacked;    /* bytes of all parts that were read */
};

/* SOURCE is SOURCE_BYTES. What is no container, has a password or is of an
   older format is named for what it is. */
MUST_CHECK enum status package_open(struct package *p,
                                    const struct source *source,
                                    const char *expected, const char *way_out,
                                    struct findings *findings);

void package_close(struct package *p);

bool package_has(const struct package *p, struct str name);

/* The Nth part's name, from 0; empty beyond the last. */
struct str package_part_name(const struct package *p, size_t n);

/*
 * Hands the bytes of the part NAME to TAKE, piece by piece; it returns false
 * to stop, and the status is then ST_OK all the same. The damage of a part
 * shows at its end: what was taken before is worth nothing then.
 */
MUST_CHECK enum status package_read(struct package *p, struct str name,
                                    bool (*take)(void *user, struct str bytes),
                                    void *user);

/* The whole part NAME, in ARENA. */
MUST_CHECK enum status package_bytes(struct package *p, struct str name,
                                     struct arena *arena, struct str *bytes);

/* A finding [bad-office-file] at the file: its part NAME is not as it must
   be. */
void package_refuse(const struct package *p, struct str name, const char *what);

#endif
