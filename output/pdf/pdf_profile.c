#include "output/pdf/pdf.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

#define PROFILE_MAX ((size_t)4 * 1024 * 1024)
#define HEADER_SIZE 128 /* ICC.1, 7.2 */

/* What ISO 19005-3, 6.2.3 asks for: a display or output profile, for RGB. */
static bool is_rgb_profile(struct str bytes)
{
    return bytes.len > HEADER_SIZE && memcmp(bytes.ptr + 36, "acsp", 4) == 0 &&
           memcmp(bytes.ptr + 16, "RGB ", 4) == 0 &&
           (memcmp(bytes.ptr + 12, "mntr", 4) == 0 ||
            memcmp(bytes.ptr + 12, "prtr", 4) == 0);
}

/* Appends all of F to BYTES; false when it cannot be read. */
static bool read_all(FILE *f, struct buf *bytes)
{
    for (;;) {
        char *room = buf_reserve(bytes, BUFSIZ);
        size_t n;

        if (room == NULL)
            return true; /* the buffer says why */
        n = fread(room, 1, BUFSIZ, f);
        bytes->len += n;
        if (n < BUFSIZ)
            return ferror(f) == 0;
    }
}

static enum status unreadable(struct findings *findings, const char *path,
                              int error)
{
    finding(findings, FINDING_NO_FILE, NOWHERE,
            "the colour profile %s cannot be read: %s", path, strerror(error));
    finding_hint(findings, "install the package icc-profiles-free");
    return ST_NOINPUT;
}

enum status pdf_profile_open(struct arena *arena, const char *path,
                             struct findings *findings, struct str *profile)
{
    FILE *f = fopen(path, "rb");
    struct buf bytes;
    enum status st;

    if (f == NULL)
        return unreadable(findings, path, errno);
    buf_init(&bytes, PROFILE_MAX);
    st = read_all(f, &bytes) ? buf_status(&bytes)
                             : unreadable(findings, path, errno);
    if (st == ST_LIMIT || (st == ST_OK && !is_rgb_profile(buf_view(&bytes)))) {
        finding(findings, FINDING_BAD_VALUE, NOWHERE,
                "%s is not a colour profile for RGB", path);
        st = ST_DATA;
    }
    if (st == ST_OK) {
        *profile = arena_str(arena, buf_view(&bytes));
        st = arena_status(arena);
    }
    buf_free(&bytes);
    (void)fclose(f); /* it was only read */
    return st;
}
