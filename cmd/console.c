#include "cmd/console.h"
#include "core/base/arena.h"
#include "core/base/buf.h"
#include "core/base/utf8.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define LINE_MEMORY ((size_t)1024 * 1024) /* paths make long lines */

/* Back to the line's start, and wipe to its end (ECMA-48, 8.3.41). */
#define WIPE_LINE "\r\033[K"

void console_open(void)
{
    int fd;

    do {
        fd = open("/dev/null", O_RDONLY | O_CLOEXEC);
    } while (fd >= 0 && fd <= STDERR_FILENO);
    if (fd >= 0)
        (void)close(fd);
}

bool console_is_journal(void)
{
    const char *stream = getenv("JOURNAL_STREAM");
    struct stat about;
    char name[64];

    if (stream == NULL || fstat(STDERR_FILENO, &about) != 0)
        return false;
    (void)snprintf(name, sizeof(name), "%" PRIuMAX ":%" PRIuMAX,
                   (uintmax_t)about.st_dev, (uintmax_t)about.st_ino);
    return strcmp(stream, name) == 0;
}

static bool progress_wanted(void)
{
    return isatty(STDERR_FILENO) == 1;
}

/* What every line of ours begins with. */
static void begin_line(enum priority priority)
{
    console_progress_end();
    if (console_is_journal())
        (void)fprintf(stderr, "<%d>", (int)priority);
    (void)fputs("councilpress: ", stderr);
}

PRINTF_LIKE(2, 0)
static void console_args(enum priority priority, const char *fmt, va_list args)
{
    struct arena arena;
    struct str line;

    arena_init(&arena, LINE_MEMORY);
    line = arena_vprintf(&arena, fmt, args);
    begin_line(priority);
    console_visible(stderr, arena_status(&arena) == ST_OK ? line : str_of(fmt));
    (void)fputc('\n', stderr);
    arena_free(&arena);
}

void console_error(const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    console_args(PRIORITY_ERROR, fmt, args);
    va_end(args);
}

void console_line(enum priority priority, const char *fmt, ...)
{
    va_list args;

    va_start(args, fmt);
    console_args(priority, fmt, args);
    va_end(args);
}

void console_visible(FILE *file, struct str text)
{
    struct buf b;

    buf_init(&b, LINE_MEMORY);
    utf8_visible(&b, text);
    if (b.len > 0)
        (void)fwrite(b.ptr, 1, b.len, file);
    buf_free(&b);
}

void console_findings(struct str text, bool notes)
{
    const size_t mark = console_is_journal() ? 0 : PRIORITY_MARK_SIZE;

    if (text.len > 0)
        console_progress_end();
    while (text.len > 0) {
        const struct str line = str_cut(&text, '\n');
        const struct str said =
            str_from(line, line.len < mark ? line.len : mark);

        if (!notes && messages_priority(line) == PRIORITY_NOTICE)
            continue;
        if (said.len > 0)
            (void)fwrite(said.ptr, 1, said.len, stderr);
        (void)fputc('\n', stderr);
    }
}

/* How fast it has been, and how long the rest takes at that. */
static void print_pace(size_t done, size_t total, int64_t ms)
{
    const uint64_t spent = ms < 1 ? 1 : (uint64_t)ms;
    const uint64_t rate = (uint64_t)done * 1000 / spent;
    const uint64_t left = spent * (total - done) / done / 1000;

    if (rate > 0)
        (void)fprintf(stderr, ", %" PRIu64 "/s", rate);
    if (left >= 60)
        (void)fprintf(stderr, ", %" PRIu64 " min left", (left + 59) / 60);
    else
        (void)fprintf(stderr, ", %" PRIu64 " s left", left);
}

void console_progress(size_t done, size_t total, size_t failed, int64_t ms)
{
    if (total < 2 || done == 0 || !progress_wanted())
        return;
    (void)fprintf(stderr, WIPE_LINE "%zu of %zu reports, %zu failed", done,
                  total, failed);
    print_pace(done, total, ms);
    (void)fflush(stderr);
}

void console_progress_end(void)
{
    if (progress_wanted())
        (void)fputs(WIPE_LINE, stderr);
}

enum status console_close(void)
{
    const bool failed = fflush(stdout) != 0 || ferror(stdout) != 0;

    if (failed || fclose(stdout) != 0) {
        const int why = errno;

        begin_line(PRIORITY_ERROR);
        (void)fprintf(stderr, "standard output: %s\n", strerror(why));
        return ST_OUTPUT;
    }
    return ST_OK;
}
