#include "batch/messages.h"
#include "core/base/utf8.h"

/* A line of its own, which no finding has: between those that are shared. */
#define END_OF_MESSAGE "<6>\n"

int messages_priority(struct str line)
{
    if (line.len < PRIORITY_MARK_SIZE || line.ptr[0] != '<' ||
        line.ptr[2] != '>' || line.ptr[1] < '0' + PRIORITY_ERROR ||
        line.ptr[1] > '0' + PRIORITY_INFO)
        return 0;
    return line.ptr[1] - '0';
}

/* LINES, each behind the mark of PRIORITY. */
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

void messages_mark(struct buf *text, size_t from, enum priority priority)
{
    struct buf marked;

    if (from >= text->len)
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

static enum priority priority_of(enum finding_level level)
{
    switch (level) {
    case LEVEL_ACKNOWLEDGED:
    case LEVEL_JUDGE: return PRIORITY_INFO;
    case LEVEL_NOTE: return PRIORITY_NOTICE;
    case LEVEL_WARNING: return PRIORITY_WARNING;
    case LEVEL_ERROR: return PRIORITY_ERROR;
    }
    return PRIORITY_ERROR;
}

/* What was opened, up to the name that the finding says; of what is no file
   the report. */
static void add_folder(const struct job *job, const struct source *source,
                       struct buf *out)
{
    struct str path;

    if (source == NULL || source->path == NULL) {
        utf8_visible(out, str_of(job->folder));
        buf_puts(out, ": ");
        return;
    }
    path = str_of(source->path);
    if (str_ends(path, str_of(source->name)))
        utf8_visible(out, str_to(path, path.len - str_of(source->name).len));
}

void messages_add(const struct findings *findings, const struct job *job,
                  struct buf *out, struct buf *shared)
{
    struct source_cursor cursor = {.source = NULL};
    size_t from;

    for (const struct finding *f = findings->first; f != NULL; f = f->next) {
        const bool apart = f->shared && shared != NULL;
        struct buf *text = apart ? shared : out;

        from = text->len;
        if (job != NULL && !job->alone && !apart)
            add_folder(job, f->at.source, text);
        finding_print(f, &cursor, text);
        messages_mark(text, from, priority_of(f->level));
        if (apart)
            buf_puts(text, END_OF_MESSAGE);
    }
    from = out->len;
    findings_print_dropped(findings, out);
    messages_mark(out, from,
                  findings_stop(findings) ? PRIORITY_ERROR : PRIORITY_WARNING);
}

struct str messages_cut(struct str *shared)
{
    const struct str end = STR_LIT(END_OF_MESSAGE);
    const struct str all = *shared;
    size_t len = 0;

    while (shared->len > 0) {
        if (str_starts(*shared, end)) {
            *shared = str_from(*shared, end.len);
            break;
        }
        (void)str_cut(shared, '\n');
        len = all.len - shared->len;
    }
    return str_to(all, len);
}

void messages_error(const struct job *job, const char *why, struct buf *out)
{
    const size_t from = out->len;

    utf8_visible(out, str_of(job->folder));
    buf_printf(out, ": error: %s\n", why);
    messages_mark(out, from, PRIORITY_ERROR);
}
