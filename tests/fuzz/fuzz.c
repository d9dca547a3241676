#include "tests/fuzz/fuzz.h"
#include "core/base/mem.h"
#include "generators/generate.h"
#include "generators/generator_table.h"
#include "input/file/encoding_in.h"
#include "input/xml/xml_in.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define RUN_MEMORY ((size_t)256 * 1024 * 1024)

_Noreturn void fuzz_broken(const char *file, int line, const char *promise)
{
    (void)fprintf(stderr, "%s:%d: broken promise: %s\n", file, line, promise);
    abort();
}

void fuzz_begin(struct fuzz *f)
{
    arena_init(&f->arena, FUZZ_MEMORY);
    findings_init(&f->findings, &f->arena);
}

static void print_findings(struct fuzz *f)
{
    struct buf text;
    struct json_out json;
    struct source_cursor cursor = {.source = NULL};

    buf_init(&text, FUZZ_MEMORY);
    for (const struct finding *x = f->findings.first; x != NULL; x = x->next)
        finding_print(x, &cursor, &text);
    findings_print_dropped(&f->findings, &text);
    FUZZ_MUST(buf_status(&text) == ST_OK);
    buf_clear(&text);
    json_out_init(&json, &text, false);
    findings_json(&f->findings, &json);
    FUZZ_MUST(buf_status(&text) == ST_OK);
    buf_free(&text);
}

void fuzz_end(struct fuzz *f, enum status st)
{
    FUZZ_MUST(st < ST_NOMEM);
    FUZZ_MUST(st != ST_OK || arena_status(&f->arena) == ST_OK);
    if (arena_status(&f->arena) == ST_OK) {
        findings_sort(&f->findings);
        FUZZ_MUST(st != ST_DATA || findings_stop(&f->findings));
        print_findings(f);
    }
    arena_free(&f->arena);
}

struct library *fuzz_library(void)
{
    static struct arena arena;
    static struct generator_names names;
    static struct library *library;
    static const char *folder;
    struct findings findings;

    if (library != NULL)
        return library;
    names = generator_names();
    folder = getenv("FUZZ_TEMPLATES");
    arena_init(&arena, RUN_MEMORY);
    findings_init(&findings, &arena);
    FUZZ_MUST(folder != NULL);
    FUZZ_MUST(xml_in_setup() == ST_OK);
    FUZZ_MUST(library_open(&arena, &folder, 1, NULL, &names, &findings,
                           &library) == ST_OK);
    FUZZ_MUST(library_read_all(library, &findings) == ST_OK);
    return library;
}

const struct templates *fuzz_templates(void)
{
    static struct arena arena;
    static struct findings findings;
    static struct library_uses uses;
    static struct templates templates;

    arena_free(&arena);
    arena_init(&arena, RUN_MEMORY);
    findings_init(&findings, &arena);
    uses = library_uses_of(fuzz_library(), &arena, &findings);
    templates = library_templates(&uses);
    return &templates;
}

const struct template *fuzz_template(void)
{
    size_t count = 0;
    const struct library_unit *const *units =
        library_units(fuzz_library(), &count);

    for (size_t i = 0; i < count; i++) {
        if (units[i]->part == LIBRARY_TEMPLATES)
            return units[i]->made;
    }
    FUZZ_MUST(false);
    return NULL;
}

struct source *fuzz_source(struct fuzz *f, const char *name,
                           enum source_kind kind, struct str bytes)
{
    struct source *s = arena_alloc(&f->arena, 1, sizeof(*s));

    FUZZ_MUST(s != NULL);
    s->name = name;
    s->path = name;
    s->kind = kind;
    s->bytes = arena_str(&f->arena, bytes);
    return encoding_in(&f->arena, s, ENCODING_NOT_GIVEN, &f->findings) == ST_OK
               ? s
               : NULL;
}

struct str fuzz_cut_line(struct str *bytes)
{
    return str_cut(bytes, '\n');
}
