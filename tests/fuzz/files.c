/*
 * Files that lie in memory. The linker sends calls of file_in() here (--wrap),
 * so that a report of many files is one input of a target. No other process is
 * asked for the fonts that it may name.
 */
#include "core/base/digest.h"
#include "input/file/encoding_in.h"
#include "input/file/file_in.h"
#include "tests/fuzz/fuzz.h"

#include <string.h>

enum status __real_file_in_encoded(struct arena *arena, const char *folder,
                                   const char *name, bool inside,
                                   enum source_kind kind, struct place at,
                                   struct encoding_given given,
                                   struct findings *findings,
                                   struct source **source);
enum status __wrap_file_in_encoded(struct arena *arena, const char *folder,
                                   const char *name, bool inside,
                                   enum source_kind kind, struct place at,
                                   struct encoding_given given,
                                   struct findings *findings,
                                   struct source **source);
const char *__wrap_fontconfig_file(struct arena *a, const char *family,
                                   const char *face);

static struct str files;

void fuzz_files(struct str blob)
{
    files = blob;
}

/* The bytes between "=== NAME" and the next line of that form. */
static bool find(const char *name, struct str *bytes)
{
    struct str rest = files;
    bool found = false;

    while (rest.len > 0) {
        const char *start = rest.ptr;
        struct str line = fuzz_cut_line(&rest);

        if (str_starts(line, STR_LIT("=== "))) {
            if (found)
                return true;
            found = str_is(str_from(line, strlen("=== ")), name);
            *bytes = (struct str){rest.ptr, 0};
        } else if (found) {
            bytes->len += (size_t)(rest.ptr - start);
        }
    }
    return found;
}

static enum status take(struct arena *arena, const char *name,
                        enum source_kind kind, struct place at,
                        struct encoding_given given, struct findings *findings,
                        struct source **source)
{
    struct source *s = arena_alloc(arena, 1, sizeof(*s));
    struct str bytes;
    enum status st;

    *source = NULL;
    if (s == NULL)
        return arena_status(arena);
    if (!find(name, &bytes)) {
        finding(findings, FINDING_NO_FILE, at, "cannot read `%s`", name);
        return ST_NOINPUT;
    }
    s->name = s->path = arena_cstr(arena, str_of(name));
    s->kind = kind;
    s->bytes = arena_str(arena, bytes);
    if (arena_status(arena) != ST_OK)
        return arena_status(arena);
    digest_sha256(s->bytes, s->sha256);
    st = encoding_in(arena, s, given, findings);
    if (st == ST_OK)
        *source = s;
    return st;
}

enum status __wrap_file_in_encoded(struct arena *arena, const char *folder,
                                   const char *name, bool inside,
                                   enum source_kind kind, struct place at,
                                   struct encoding_given given,
                                   struct findings *findings,
                                   struct source **source)
{
    if (strcmp(folder, FUZZ_FOLDER) == 0)
        return take(arena, name, kind, at, given, findings, source);
    return __real_file_in_encoded(arena, folder, name, inside, kind, at, given,
                                  findings, source);
}

const char *__wrap_fontconfig_file(struct arena *a, const char *family,
                                   const char *face)
{
    (void)a;
    (void)family;
    (void)face;
    return NULL;
}
