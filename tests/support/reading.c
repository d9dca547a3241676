#include "tests/support/reading.h"

/* cmocka.h wants these before it. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#define LIMIT ((size_t)64 * 1024 * 1024)

void reading_init(struct reading *r)
{
    arena_init(&r->arena, LIMIT);
    findings_init(&r->findings, &r->arena);
    buf_init(&r->out, LIMIT);
}

void reading_free(struct reading *r)
{
    buf_free(&r->out);
    arena_free(&r->arena);
}

struct source *reading_source(struct reading *r, const char *name,
                              struct str text)
{
    struct source *s = arena_alloc(&r->arena, 1, sizeof(*s));

    assert_non_null(s);
    s->name = name;
    s->path = name;
    s->bytes = arena_str(&r->arena, text);
    s->text = s->bytes;
    s->charset = "utf-8";
    return s;
}

const char *reading_faults(struct reading *r, bool names)
{
    findings_sort(&r->findings);
    buf_clear(&r->out);
    for (const struct finding *f = r->findings.first; f != NULL; f = f->next) {
        if (names)
            buf_printf(&r->out,
                       "%s:", f->at.source == NULL ? "-" : f->at.source->name);
        buf_printf(&r->out, "%u:%u %s %.*s", (unsigned)f->at.line,
                   (unsigned)f->at.column, finding_code(f->id),
                   STR_ARG(f->text));
        if (f->hint.len > 0)
            buf_printf(&r->out, " | %.*s", STR_ARG(f->hint));
        buf_char(&r->out, '\n');
    }
    buf_char(&r->out, '\0');
    assert_int_equal(buf_status(&r->out), ST_OK);
    return r->out.ptr;
}
