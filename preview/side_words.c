#include "preview/side_words.h"

bool side_is_old(const struct shown_report *s)
{
    return s->state == REPORT_FAULTS || s->state == REPORT_NOT_BUILT ||
           s->state == REPORT_GONE;
}

void side_count(struct buf *out, uint64_t n, const char *one)
{
    buf_printf(out, "%llu %s%s", (unsigned long long)n, one, n == 1 ? "" : "s");
}

/* What is seen while what was saved last is not. */
static void add_good(const struct shown_report *s, struct buf *words)
{
    if (s->good[0] == '\0')
        buf_puts(words, "There is no page yet.");
    else
        buf_printf(words, "This is the last good version, saved %s.", s->good);
}

static void add_right(const struct shown_report *s, const char *what,
                      struct buf *words)
{
    buf_printf(words, "%s Saved %s.", what, s->good);
}

/* A template, or a copy, that was chosen here. */
static void add_view(const struct shown_report *s, struct buf *words)
{
    if (s->instead[0] != '\0')
        buf_printf(words,
                   " Shown with %s; the report says %s. Nothing in the report "
                   "is changed.",
                   s->instead, s->says[0] == '\0' ? "nothing" : s->says);
    if (s->audience == AUDIENCE_INTERNAL)
        buf_puts(words, " Internal copy: not for publication.");
}

static void add_state(const struct shown_report *s, struct buf *state,
                      struct buf *words)
{
    switch (s->state) {
    case REPORT_WAITING: buf_puts(state, "Building"); break;
    case REPORT_RIGHT:
        buf_puts(state, "Right");
        add_right(s, "As it would be published.", words);
        break;
    case REPORT_WARNINGS:
        side_count(state, s->warnings, "warning");
        add_right(s, "It can be published.", words);
        break;
    case REPORT_FAULTS:
        side_count(state, s->errors, "fault");
        add_good(s, words);
        if (s->good[0] != '\0' && !str_is(str_of(s->saved), s->good))
            buf_printf(words, " What you saved at %s is not shown.", s->saved);
        break;
    case REPORT_NOT_BUILT:
        buf_puts(state, "Not built");
        buf_puts(words, "councilpress stopped while it built this report");
        if (s->why[0] != '\0')
            buf_printf(words, " (%s)", s->why);
        buf_puts(words, ". ");
        add_good(s, words);
        break;
    case REPORT_GONE:
        buf_puts(state, "Folder gone");
        buf_printf(words, "%s is not there any more. ", s->job->folder);
        add_good(s, words);
        break;
    }
}

void side_words(const struct shown_report *s, struct buf *state,
                struct buf *words)
{
    if (s->slow) {
        buf_puts(state, "Building");
        if (s->good[0] != '\0')
            buf_printf(words, "What you see is of %s.", s->good);
    } else {
        add_state(s, state, words);
    }
    add_view(s, words);
}
