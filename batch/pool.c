#include "batch/pool.h"
#include "batch/worker_message.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <time.h>

#define WHY_SIZE 160

enum {
    POLL_MS_MAX = 60000, /* of one wait, which begins again */
    END_WAIT_MS = 10,    /* between looks whether a process has ended */
    END_WAITS_MAX = 100,
};

void pool_open(struct pool *pool, const struct pool_work *work, int stop_fd)
{
    *pool = (struct pool){
        .work = *work,
        .stop_fd = stop_fd,
        .nworkers = work->settings->workers,
    };
    if (pool->nworkers > work->jobs->count)
        pool->nworkers = work->jobs->count;
    for (size_t i = 0; i < pool->nworkers; i++)
        pool->workers[i].number = i;
}

/* A worker may have been killed while it had nothing to do: that costs no
   report. False when no process can be started. */
static bool employ(struct pool *pool, struct pool_worker *w, size_t job,
                   bool new)
{
    if (w->pid != 0 && ((new && w->used) || pool_worker_is_spoilt(w) ||
                        !pool_worker_give(&pool->work, w, job)))
        pool_worker_kill(&pool->work, w);
    return w->pid != 0 || (pool_worker_start(&pool->work, w) &&
                           pool_worker_give(&pool->work, w, job));
}

static size_t count_busy(const struct pool *pool)
{
    size_t busy = 0;

    for (size_t i = 0; i < pool->nworkers; i++)
        busy += pool->workers[i].busy;
    return busy;
}

/* The next report to be handed out, and whether it needs a new worker; false:
   there is none. */
static bool next_job(const struct pool *pool, size_t *job, bool *new)
{
    *new = pool->nagain > 0;
    *job = *new ? pool->again[pool->nagain - 1] : pool->next;
    return *new || pool->next < pool->work.jobs->count;
}

static void took_job(struct pool *pool, bool new)
{
    if (new)
        pool->nagain--;
    else
        pool->next++;
}

/* W need not wait while the files of its last report are put in place. One that
   fails here is replaced when its turn comes. */
static void go_on(struct pool *pool, struct pool_worker *w)
{
    size_t job;
    bool new;

    if (next_job(pool, &job, &new) && !new && !pool_worker_is_spoilt(w) &&
        pool_worker_give(&pool->work, w, job))
        took_job(pool, false);
}

/* The report of JOB cannot be had. */
static enum pool_event lose(struct pool *pool, size_t job, int64_t since,
                            enum status status, const char *why,
                            struct pool_result *result)
{
    *result = (struct pool_result){.job = job, .ms = pool_clock() - since};
    outcome_lost(&result->outcome, pool->work.settings,
                 &pool->work.jobs->items[job], status, why);
    return POOL_RESULT;
}

/* SIGKILL that is not ours is most often the kernel's, short of memory. */
static enum status explain_end(int how, char why[WHY_SIZE])
{
    if (WIFSIGNALED(how) && WTERMSIG(how) == SIGKILL) {
        (void)snprintf(why, WHY_SIZE,
                       "its process was killed, by somebody or by a system "
                       "that was short of memory; build it again");
        return ST_NOMEM;
    }
    if (WIFSIGNALED(how))
        (void)snprintf(why, WHY_SIZE, "its process crashed (signal %d: %s)",
                       WTERMSIG(how), strsignal(WTERMSIG(how)));
    else if (WEXITSTATUS(how) == EX_OSERR)
        (void)snprintf(why, WHY_SIZE,
                       "the system had not enough for its process");
    else
        (void)snprintf(why, WHY_SIZE, "its process ended with status %d",
                       WEXITSTATUS(how));
    return !WIFSIGNALED(how) && WEXITSTATUS(how) == EX_OSERR ? ST_NOMEM
                                                             : ST_BUG;
}

static enum pool_event lose_dead(struct pool *pool, struct pool_worker *w,
                                 struct pool_result *result)
{
    char why[WHY_SIZE];
    enum status st;

    st = explain_end(pool_worker_end(&pool->work, w), why);
    return lose(pool, w->job, w->since, st, why, result);
}

static enum pool_event lose_killed(struct pool *pool, struct pool_worker *w,
                                   enum status status, const char *why,
                                   struct pool_result *result)
{
    pool_worker_kill(&pool->work, w);
    return lose(pool, w->job, w->since, status, why, result);
}

/* W has closed its end, and most often ends. One that does not is killed. */
static enum pool_event lose_closed(struct pool *pool, struct pool_worker *w,
                                   struct pool_result *result)
{
    siginfo_t info = {.si_pid = 0};

    for (int i = 0; i < END_WAITS_MAX && info.si_pid == 0; i++) {
        const struct timespec moment = {0, END_WAIT_MS * 1000000L};

        if (waitid(P_PID, (id_t)w->pid, &info, WEXITED | WNOHANG | WNOWAIT) !=
            0)
            break;
        if (info.si_pid == 0)
            (void)nanosleep(&moment, NULL);
    }
    if (info.si_pid != 0)
        return lose_dead(pool, w, result);
    return lose_killed(pool, w, ST_BUG, "its process would not answer", result);
}

/* Whether the report that W has is somebody else's to try. */
static bool hand_on(struct pool *pool, struct pool_worker *w)
{
    const size_t job = w->job;

    if (!w->used)
        return false;
    pool_worker_kill(&pool->work, w);
    pool->again[pool->nagain++] = job;
    return true;
}

/* W has answered. It is ready for the next report before the files of this one
   are put in place. */
static void take_answer(struct pool *pool, struct pool_worker *w,
                        struct pool_result *result)
{
    result->ms = pool_clock() - w->since;
    report_files_stage(w->number, w->odd, result->stage);
    buf_free(&w->in);
    pool_worker_begin_message(&pool->work, w);
    w->busy = false;
    w->used = true;
    go_on(pool, w);
}

/* What W has said so far; true when that is a result. */
static bool decode(struct pool *pool, struct pool_worker *w,
                   struct pool_result *result)
{
    const struct worker_message_about about = {
        pool->work.settings, &pool->work.jobs->items[w->job], w->job};
    struct pool_result got = {.job = w->job};

    switch (worker_message_decode(buf_view(&w->in), &about, &got.missing,
                                  &got.outcome)) {
    case MESSAGE_PARTIAL: return false;
    case MESSAGE_WHOLE:
        take_answer(pool, w, &got);
        *result = got;
        return true;
    case MESSAGE_BAD:
        if (hand_on(pool, w))
            return false;
        (void)lose_killed(pool, w, ST_BUG,
                          "its process answered what is no result", result);
        return true;
    case MESSAGE_NO_MEMORY:
        (void)lose_killed(pool, w, ST_NOMEM, "no memory for its result",
                          result);
        return true;
    }
    return false;
}

/* Reads what W has sent; true when there is a result. */
static bool hear(struct pool *pool, struct pool_worker *w,
                 struct pool_result *result)
{
    char *room = buf_reserve(&w->in, WORKER_READ_SIZE);
    ssize_t n;

    if (room == NULL) {
        (void)lose_killed(pool, w, buf_status(&w->in),
                          "its result takes more memory than there is", result);
        return true;
    }
    n = recv(w->fd, room, WORKER_READ_SIZE, MSG_DONTWAIT);
    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return false;
    if (n > 0) {
        w->in.len += (size_t)n;
        return decode(pool, w, result);
    }
    if (hand_on(pool, w))
        return false;
    (void)lose_closed(pool, w, result);
    return true;
}

static int64_t time_limit_ms(const struct pool *pool)
{
    return (int64_t)pool->work.settings->timeout * 1000;
}

/* Milliseconds until the first report is due; -1: none is. */
static int until_due(const struct pool *pool)
{
    const int64_t now = pool_clock();
    int64_t least = -1;

    for (size_t i = 0; i < pool->nworkers; i++) {
        const struct pool_worker *w = &pool->workers[i];
        int64_t left = w->since + time_limit_ms(pool) - now;

        if (!w->busy)
            continue;
        if (left < 0)
            left = 0;
        if (least < 0 || left < least)
            least = left;
    }
    return (int)(least > POLL_MS_MAX ? POLL_MS_MAX : least);
}

static struct pool_worker *overdue(struct pool *pool)
{
    const int64_t now = pool_clock();

    for (size_t i = 0; i < pool->nworkers; i++) {
        struct pool_worker *w = &pool->workers[i];

        if (w->busy && now - w->since >= time_limit_ms(pool))
            return w;
    }
    return NULL;
}

static enum pool_event lose_overdue(struct pool *pool, struct pool_worker *w,
                                    struct pool_result *result)
{
    char why[WHY_SIZE];

    (void)snprintf(why, WHY_SIZE,
                   "not done after %u seconds: raise --timeout, or split it",
                   pool->work.settings->timeout);
    return lose_killed(pool, w, ST_LIMIT, why, result);
}

/* A system that is too short of memory to wait for anybody costs the report
   that was begun first. */
static enum pool_event lose_waiting(struct pool *pool,
                                    struct pool_result *result)
{
    struct pool_worker *first = NULL;
    char why[WHY_SIZE];

    (void)snprintf(why, WHY_SIZE, "its process cannot be waited for: %s",
                   strerror(errno));
    for (size_t i = 0; i < pool->nworkers; i++) {
        struct pool_worker *w = &pool->workers[i];

        if (w->busy && (first == NULL || w->since < first->since))
            first = w;
    }
    assert(first != NULL); /* nobody waits without one */
    return lose_killed(pool, first, ST_NOMEM, why, result);
}

/* Where something can come from: the workers that have a report, then what all
   of them print, then the signals. */
struct poll_set {
    struct pollfd fds[2 * WORKERS_MAX + 1];
    struct pollfd *said;
    struct pollfd *stop;
};

static nfds_t fill_poll_set(const struct pool *pool, struct poll_set *set)
{
    set->said = set->fds + pool->nworkers;
    set->stop = set->said + pool->nworkers;
    for (size_t i = 0; i < pool->nworkers; i++) {
        const struct pool_worker *w = &pool->workers[i];

        set->fds[i] =
            (struct pollfd){.fd = w->busy ? w->fd : -1, .events = POLLIN};
        set->said[i] =
            (struct pollfd){.fd = w->busy ? w->said : -1, .events = POLLIN};
    }
    *set->stop = (struct pollfd){.fd = pool->stop_fd, .events = POLLIN};
    return 2 * pool->nworkers + 1;
}

/* What workers print, which may not be asked for without end: the pipe of one
   that has closed it is always ready. */
static void hear_said(struct pool *pool, const struct poll_set *set)
{
    for (size_t i = 0; i < pool->nworkers; i++) {
        if ((set->said[i].revents & POLLIN) != 0)
            pool_worker_hear_said(&pool->work, &pool->workers[i]);
    }
}

/* One round of waiting. True when *event is settled. */
static bool wait_round(struct pool *pool, struct pool_result *result,
                       enum pool_event *event)
{
    struct poll_set set;
    struct pool_worker *late;

    if (poll(set.fds, fill_poll_set(pool, &set), until_due(pool)) < 0) {
        if (errno == EINTR)
            return false;
        *event = lose_waiting(pool, result);
        return true;
    }
    if (set.stop->revents != 0) {
        *event = POOL_STOPPED;
        return true;
    }
    hear_said(pool, &set);
    *event = POOL_RESULT;
    for (size_t i = 0; i < pool->nworkers; i++) {
        if (set.fds[i].revents != 0 && hear(pool, &pool->workers[i], result))
            return true;
    }
    late = overdue(pool);
    if (late != NULL)
        *event = lose_overdue(pool, late, result);
    return late != NULL;
}

/* False when a report is lost, as no process could take it. */
static bool hand_out(struct pool *pool, struct pool_result *result)
{
    size_t job;
    bool new;

    for (size_t i = 0; i < pool->nworkers && next_job(pool, &job, &new); i++) {
        struct pool_worker *w = &pool->workers[i];
        char why[WHY_SIZE];

        if (w->busy)
            continue;
        if (employ(pool, w, job, new)) {
            took_job(pool, new);
        } else if (count_busy(pool) == 0) {
            (void)snprintf(why, WHY_SIZE, "no process can be started: %s",
                           strerror(errno));
            took_job(pool, new);
            (void)lose(pool, job, pool_clock(), ST_NOMEM, why, result);
            return false;
        }
    }
    return true;
}

enum pool_event pool_next(struct pool *pool, struct pool_result *result)
{
    enum pool_event event = POOL_DONE;

    do {
        if (!hand_out(pool, result))
            return POOL_RESULT;
        if (count_busy(pool) == 0)
            return POOL_DONE;
    } while (!wait_round(pool, result, &event));
    return event;
}

void pool_close(struct pool *pool)
{
    for (size_t i = 0; i < pool->nworkers; i++) {
        if (pool->workers[i].pid != 0)
            pool_worker_kill(&pool->work, &pool->workers[i]);
    }
}
