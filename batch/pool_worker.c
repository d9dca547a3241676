#include "batch/pool_worker.h"
#include "batch/worker.h"
#include "batch/worker_message.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* A process prints nothing, unless a library or a sanitizer has something to
   complain of. */
enum { SAID_LINES_MAX = 100, SAID_LINE_MAX = 2000, SAID_READ_SIZE = 4096 };

int64_t pool_clock(void)
{
    struct timespec t = {0, 0};

    (void)clock_gettime(CLOCK_MONOTONIC, &t); /* cannot fail on Linux */
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

/* With room to read beyond its end, which is how one that is too long shows. */
void pool_worker_begin_message(const struct pool_work *work,
                               struct pool_worker *w)
{
    buf_init(&w->in, worker_message_limit(work->settings) + WORKER_READ_SIZE);
}

static _Noreturn void become_worker(const struct pool_work *work, int fd,
                                    int said, pid_t parent)
{
    const struct worker_task task = {
        .builder = work->builder,
        .jobs = work->jobs,
        .confinement = work->confinement,
        .limit = worker_message_limit(work->settings),
        .parent = parent,
        .fd = fd,
        .said = said,
    };

    worker_run(&task);
}

static void close_both(const int ends[2])
{
    const int why = errno;

    (void)close(ends[0]);
    (void)close(ends[1]);
    errno = why;
}

/* Reading does not wait: whoever took over a worker may print half a line. */
static bool open_pipe(int ends[2])
{
    if (pipe(ends) != 0)
        return false;
    if (fcntl(ends[0], F_SETFD, FD_CLOEXEC) == 0 &&
        fcntl(ends[1], F_SETFD, FD_CLOEXEC) == 0 &&
        fcntl(ends[0], F_SETFL, O_NONBLOCK) == 0)
        return true;
    close_both(ends);
    return false;
}

static bool open_ends(int talk[2], int said[2])
{
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, talk) != 0)
        return false;
    if (open_pipe(said))
        return true;
    close_both(talk);
    return false;
}

bool pool_worker_start(const struct pool_work *work, struct pool_worker *w)
{
    const pid_t parent = getpid();
    const size_t number = w->number;
    int talk[2];
    int said[2];
    pid_t pid;

    if (!open_ends(talk, said))
        return false;
    /* What is buffered now would be printed by both. */
    (void)fflush(NULL);
    pid = fork();
    if (pid == 0)
        become_worker(work, talk[1], said[1], parent);
    if (pid < 0) {
        close_both(talk);
        close_both(said);
        return false;
    }
    (void)close(talk[1]);
    (void)close(said[1]);
    *w = (struct pool_worker){
        .pid = pid, .fd = talk[0], .said = said[0], .number = number};
    pool_worker_begin_message(work, w);
    buf_init(&w->line, SAID_LINE_MAX + SAID_READ_SIZE);
    return true;
}

static void pass_on_line(const struct pool_work *work, struct pool_worker *w,
                         struct str line)
{
    const char *folder = work->jobs->items[w->job].folder;

    w->lines++;
    if (w->lines < SAID_LINES_MAX)
        observer_line(work->observer, PRIORITY_WARNING,
                      "%s: its process says: %.*s", folder, STR_ARG(line));
    else if (w->lines == SAID_LINES_MAX)
        observer_line(work->observer, PRIORITY_WARNING,
                      "%s: its process says more, which is left out", folder);
}

/* Whole lines, and one that is too long. */
static void pass_on_lines(const struct pool_work *work, struct pool_worker *w,
                          bool end)
{
    struct str rest = buf_view(&w->line);
    struct buf kept;

    buf_init(&kept, w->line.limit);
    while (rest.len > 0) {
        const size_t at = str_find_char(rest, '\n');

        if (at == rest.len && at < SAID_LINE_MAX && !end)
            break;
        pass_on_line(work, w, str_to(rest, at));
        rest = str_from(rest, at < rest.len ? at + 1 : at);
    }
    buf_str(&kept, rest);
    buf_free(&w->line);
    w->line = kept;
}

/* True when there was something. */
static bool hear_some(const struct pool_work *work, struct pool_worker *w)
{
    char bytes[SAID_READ_SIZE];
    ssize_t n;

    do {
        n = read(w->said, bytes, sizeof(bytes));
    } while (n < 0 && errno == EINTR);
    if (n <= 0)
        return false;
    buf_add(&w->line, bytes, (size_t)n);
    pass_on_lines(work, w, false);
    return true;
}

void pool_worker_hear_said(const struct pool_work *work, struct pool_worker *w)
{
    (void)hear_some(work, w);
}

/* What is left of a process that is no more. */
static void hear_last_words(const struct pool_work *work, struct pool_worker *w)
{
    while (w->lines <= SAID_LINES_MAX && hear_some(work, w))
        continue;
    pass_on_lines(work, w, true);
}

/* The files of its last two orders, as far as they are not in their places. */
static void discard(const struct pool_work *work, const struct pool_worker *w)
{
    char stage[STAGE_SIZE];

    for (int odd = 0; odd < 2; odd++) {
        report_files_stage(w->number, odd == 1, stage);
        report_files_discard(work->settings, work->out, stage);
    }
}

int pool_worker_end(const struct pool_work *work, struct pool_worker *w)
{
    int how = 0;

    (void)close(w->fd);
    while (waitpid(w->pid, &how, 0) < 0 && errno == EINTR)
        continue;
    hear_last_words(work, w);
    discard(work, w);
    (void)close(w->said);
    buf_free(&w->in);
    buf_free(&w->line);
    w->pid = 0;
    w->busy = false;
    return how;
}

void pool_worker_kill(const struct pool_work *work, struct pool_worker *w)
{
    (void)kill(w->pid, SIGKILL); /* it may have gone already */
    (void)pool_worker_end(work, w);
}

bool pool_worker_is_spoilt(const struct pool_worker *w)
{
    char byte;
    const ssize_t n = recv(w->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);

    return n >= 0 || (errno != EAGAIN && errno != EINTR);
}

bool pool_worker_give(const struct pool_work *work, struct pool_worker *w,
                      size_t job)
{
    struct worker_order order = {.job = job};
    char stage[STAGE_SIZE];
    int files[WRITERS_MAX];
    size_t nfiles;
    bool sent;

    report_files_stage(w->number, !w->odd, stage);
    if (!report_files_open(work->settings, work->out, stage, files, &nfiles))
        order.error = errno;
    order.nfiles = (uint32_t)nfiles;
    sent = worker_send_order(w->fd, &order, files);
    for (size_t i = 0; i < nfiles; i++)
        (void)close(files[i]); /* they are the worker's */
    if (!sent)
        return false;
    w->odd = !w->odd;
    w->busy = true;
    w->job = job;
    w->since = pool_clock();
    return true;
}
