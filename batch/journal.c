#include "batch/journal.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool journal_listens(void)
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

/* LINES, each behind the prefix of PRIORITY. */
static void add_marked(struct buf *out, struct str lines,
                       enum priority priority)
{
    while (lines.len > 0) {
        const struct str line = str_cut(&lines, '\n');

        buf_printf(out, "<%d>", (int)priority);
        buf_str(out, line);
        buf_char(out, '\n');
    }
}

void journal_mark(struct buf *text, size_t from, enum priority priority)
{
    struct buf marked;

    if (from >= text->len || !journal_listens())
        return;
    buf_init(&marked, text->limit);
    add_marked(&marked, str_from(buf_view(text), from), priority);
    text->len = from;
    if (buf_status(&marked) == ST_OK)
        buf_str(text, buf_view(&marked));
    else
        buf_fail(text, buf_status(&marked));
    buf_free(&marked);
}
