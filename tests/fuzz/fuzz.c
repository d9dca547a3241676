#include "tests/fuzz/fuzz.h"
#include "core/base/mem.h"
#include "generators/generate.h"
#include "generators/generator_table.h"
#include "input/file/encoding_in.h"
#include "input/templates/templates_in.h"
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

    buf_init(&text, FUZZ_MEMORY);
    findings_print(&f->findings, &text);
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

const struct templates *fuzz_templates(void)
{
    static struct arena arena;
    static struct templates templates;
    const struct generator_names names = generator_names();
    const char *folder = getenv("FUZZ_TEMPLATES");
    struct findings findings;

    if (templates.count > 0)
        return &templates;
    arena_init(&arena, RUN_MEMORY);
    findings_init(&findings, &arena);
    FUZZ_MUST(folder != NULL);
    FUZZ_MUST(xml_in_setup() == ST_OK);
    FUZZ_MUST(templates_in(&arena, folder, NULL, &names, &findings,
                           &templates) == ST_OK);
    return &templates;
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
