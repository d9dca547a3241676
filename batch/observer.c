#include "batch/observer.h"

#include <stdarg.h>
#include <string.h>

#define LINE_MEMORY ((size_t)1024 * 1024) /* paths make long lines */

PRINTF_LIKE(3, 0)
static void line_of(const struct observer *o, enum priority priority,
                    const char *fmt, va_list args)
{
    struct arena arena;
    struct str line;

    arena_init(&arena, LINE_MEMORY);
    line = arena_vprintf(&arena, fmt, args);
    o->line(o->context, priority,
            arena_status(&arena) == ST_OK ? line : str_of(fmt));
    arena_free(&arena);
}

void observer_line(const struct observer *o, enum priority priority,
                   const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    line_of(o, priority, fmt, args);
    va_end(args);
}

void observer_error(const struct observer *o, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    line_of(o, PRIORITY_ERROR, fmt, args);
    va_end(args);
}

void observer_cannot(const struct observer *o, const char *folder,
                     const char *name, const char *step, int why)
{
    observer_error(o, "%s%s%s: error: cannot %s: %s", folder,
                   name[0] == '\0' ? "" : "/", name, step, strerror(why));
}
