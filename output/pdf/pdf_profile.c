#include "core/base/file.h"
#include "output/pdf/pdf.h"

#include <errno.h>
#include <string.h>

#define PROFILE_MAX ((size_t)4 * 1024 * 1024)

/* The header of a profile, and where in it stands what (ICC.1, 7.2). */
enum { HEADER_SIZE = 128, AT_CLASS = 12, AT_COLOURS = 16, AT_SIGNATURE = 36 };

/* What ISO 19005-3, 6.2.3 asks for: a display or output profile, for RGB. */
static bool is_rgb_profile(struct str bytes)
{
    return bytes.len > HEADER_SIZE &&
           memcmp(bytes.ptr + AT_SIGNATURE, "acsp", 4) == 0 &&
           memcmp(bytes.ptr + AT_COLOURS, "RGB ", 4) == 0 &&
           (memcmp(bytes.ptr + AT_CLASS, "mntr", 4) == 0 ||
            memcmp(bytes.ptr + AT_CLASS, "prtr", 4) == 0);
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
    enum status st = file_read(arena, path, PROFILE_MAX, profile);

    if (st == ST_NOINPUT && errno != EFBIG)
        return unreadable(findings, path, errno);
    if (st == ST_NOINPUT || (st == ST_OK && !is_rgb_profile(*profile))) {
        finding(findings, FINDING_BAD_VALUE, NOWHERE,
                "%s is not a colour profile for RGB", path);
        st = ST_DATA;
    }
    return st;
}
