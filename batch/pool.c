#include "batch/pool.h"
#include "batch/stop_signals.h"
#include "batch/worker.h"
#include "batch/worker_message.h"

#include <assert.h>
#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define WHY_SIZE 160

/* For files that are being put in place: the slowest disk syncs them. */
#define GRACE_MS 5000

int64_t pool_clock(void)
{
    struct timespec t = {0, 0};

    (void)clock_gettime(CLOCK_MONOTONIC, &t); /* cannot fail on Linux */
    return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

void pool_open(struct pool *pool, struct report_builder *builder,
               const struct batch_settings *settings, const struct jobs *jobs,
               const struct confinement *confinement, int stop_fd)
{
    *pool = (struct pool){
        .builder = builder,
        .settings = settings,
        .jobs = jobs,
        .confinement = confinement,
        .stop_fd = stop_fd,
        .nworkers = settings->workers,
    };
    if (pool->nworkers > jobs->count)
        pool->nworkers = jobs->count;
}

/* Closes the sockets of the other workers: as long as this process held them,
   those would not see that the parent has gone. */
static _Noreturn void become_worker(const struct pool *pool, int fd,
                                    pid_t parent)
{
    const struct worker_task task = {
        .builder = pool->builder,
        .jobs = pool->jobs,
        .confinement = pool->confinement,
        .limit = worker_message_limit(pool->settings),
        .parent = parent,
        .fd = fd,
    };

    for (size_t i = 0; i < pool->nworkers; i++) {
        if (pool->workers[i].pid != 0)
            (void)close(pool->workers[i].fd);
    }
    worker_run(&task);
}

enum { READ_SIZE = 65536 };

/* With room to read beyond its end, which is how one that is too long shows. */
static void begin_message(const struct pool *pool, struct pool_worker *w)
{
    buf_init(&w->in, worker_message_limit(pool->settings) + READ_SIZE);
}

/* False, with errno, when there can be no process. */
static bool start(struct pool *pool, struct pool_worker *w)
{
    const pid_t parent = getpid();
    int ends[2];
    pid_t pid;

    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return false;
    /* What is buffered now would be printed by both. */
    (void)fflush(NULL);
    pid = fork();
    if (pid == 0) {
        (void)close(ends[0]);
        become_worker(pool, ends[1], parent);
    }
    (void)close(ends[1]);
    if (pid < 0) {
        const int why = errno;

        (void)close(ends[0]);
        errno = why;
        return false;
    }
    *w = (struct pool_worker){.pid = pid, .fd = ends[0]};
    begin_message(pool, w);
    return true;
}

/* Ends W if it has not ended by itself; how it ended is in *how. One that
   cannot be killed ends when it finds nobody at the other end. */
static void end(struct pool *pool, struct pool_worker *w, bool kill_it,
                int *how)
{
    pid_t got;

    (void)close(w->fd);
    if (kill_it)
        (void)kill(w->pid, SIGKILL); /* it may have gone already */
    do {
        got = waitpid(w->pid, how, 0);
    } while (got < 0 && errno == EINTR);
    pool->one_may_live = pool->one_may_live || got != w->pid;
    buf_free(&w->in);
    w->pid = 0;
    w->busy = false;
}

/* What comes before it is asked for, or its end: W is of no further use. */
static bool is_spoilt(const struct pool_worker *w)
{
    char byte;
    const ssize_t n = recv(w->fd, &byte, 1, MSG_PEEK | MSG_DONTWAIT);

    return n >= 0 || (errno != EAGAIN && errno != EINTR);
}

static bool give(struct pool_worker *w, size_t job)
{
    const worker_order order = job;

    if (!worker_send(w->fd, &order, sizeof(order)))
        return false;
    w->busy = true;
    w->job = job;
    w->since = pool_clock();
    return true;
}

/* A worker may have been killed while it had nothing to do: that costs no
   report. False when no process can be started. */
static bool employ(struct pool *pool, struct pool_worker *w, size_t job,
                   bool new)
{
    int how = 0;

    if (w->pid != 0 && ((new && w->used) || is_spoilt(w) || !give(w, job)))
        end(pool, w, true, &how);
    return w->pid != 0 || (start(pool, w) && give(w, job));
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
    return *new || pool->next < pool->jobs->count;
}

static void took_job(struct pool *pool, bool new)
{
    if (new)
        pool->nagain--;
    else
        pool->next++;
}

/* The report of JOB cannot be had. */
static enum pool_event lose(struct pool *pool, size_t job, int64_t since,
                            enum status status, const char *why,
                            struct pool_result *result)
{
    pool->lost_one = true;
    *result = (struct pool_result){.job = job, .ms = pool_clock() - since};
    outcome_lost(&result->outcome, pool->settings, &pool->jobs->items[job],
                 status, why);
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
    else
        (void)snprintf(why, WHY_SIZE, "its process ended with status %d",
                       WEXITSTATUS(how));
    return ST_BUG;
}

static enum pool_event lose_dead(struct pool *pool, struct pool_worker *w,
                                 struct pool_result *result)
{
    char why[WHY_SIZE];
    int how = 0;
    enum status st;

    end(pool, w, false, &how);
    st = explain_end(how, why);
    return lose(pool, w->job, w->since, st, why, result);
}

static enum pool_event lose_killed(struct pool *pool, struct pool_worker *w,
                                   enum status status, const char *why,
                                   struct pool_result *result)
{
    int how = 0;

    end(pool, w, true, &how);
    return lose(pool, w->job, w->since, status, why, result);
}

/* A worker may close its end without ending: killed, then, it is lost. */
static enum pool_event lose_closed(struct pool *pool, struct pool_worker *w,
                                   struct pool_result *result)
{
    siginfo_t info = {.si_pid = 0};

    for (int tries = 0; tries < 100 && info.si_pid == 0; tries++) {
        const struct timespec moment = {0, 10000000};

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
    int how = 0;

    if (!w->used)
        return false;
    end(pool, w, true, &how);
    pool->lost_one = true;
    pool->again[pool->nagain++] = job;
    return true;
}

/* What W says; true when that is a result. */
static bool hear(struct pool *pool, struct pool_worker *w,
                 struct pool_result *result)
{
    const struct worker_message_about about = {
        pool->settings, &pool->jobs->items[w->job], w->job};
    struct pool_result got = {.job = w->job};
    char *room = buf_reserve(&w->in, READ_SIZE);
    ssize_t n = 0;

    if (room == NULL) {
        (void)lose_killed(pool, w, buf_status(&w->in),
                          "its result takes more memory than there is", result);
        return true;
    }
    n = recv(w->fd, room, READ_SIZE, MSG_DONTWAIT);
    if (n < 0 && (errno == EINTR || errno == EAGAIN))
        return false;
    if (n <= 0) {
        if (hand_on(pool, w))
            return false;
        (void)lose_closed(pool, w, result);
        return true;
    }
    w->in.len += (size_t)n;
    switch (worker_message_decode(buf_view(&w->in), &about, &got.missing,
                                  &got.outcome)) {
    case MESSAGE_PARTIAL: return false;
    case MESSAGE_WHOLE:
        got.ms = pool_clock() - w->since;
        buf_free(&w->in);
        begin_message(pool, w);
        w->busy = false;
        w->used = true;
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

static int64_t time_limit_ms(const struct pool *pool)
{
    return (int64_t)pool->settings->timeout * 1000;
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
    return (int)(least > 60000 ? 60000 : least);
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
                   pool->settings->timeout);
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

/* One round of waiting. True when *event is settled. */
static bool wait_round(struct pool *pool, struct pool_result *result,
                       enum pool_event *event)
{
    struct pollfd fds[WORKERS_MAX + 1];
    struct pool_worker *late;

    for (size_t i = 0; i < pool->nworkers; i++) {
        const struct pool_worker *w = &pool->workers[i];

        fds[i] = (struct pollfd){.fd = w->busy ? w->fd : -1, .events = POLLIN};
    }
    fds[pool->nworkers] =
        (struct pollfd){.fd = pool->stop_fd, .events = POLLIN};
    if (poll(fds, pool->nworkers + 1, until_due(pool)) < 0) {
        if (errno == EINTR)
            return false;
        *event = lose_waiting(pool, result);
        return true;
    }
    if (fds[pool->nworkers].revents != 0) {
        *event = POOL_STOPPED;
        return true;
    }
    *event = POOL_RESULT;
    for (size_t i = 0; i < pool->nworkers; i++) {
        if (fds[i].revents != 0 && hear(pool, &pool->workers[i], result))
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

/* Until W has answered, which it does when its files are in place, or is no
   more. */
static void await_end(const struct pool_worker *w, int64_t until)
{
    struct pollfd fd = {.fd = w->fd, .events = POLLIN};
    int64_t left;

    do {
        left = until - pool_clock();
    } while (left > 0 && poll(&fd, 1, (int)left) < 0 && errno == EINTR);
}

void pool_close(struct pool *pool)
{
    const int64_t until = pool_clock() + GRACE_MS;
    int how = 0;

    for (size_t i = 0; i < pool->nworkers; i++) {
        if (pool->workers[i].busy)
            (void)kill(pool->workers[i].pid, STOP_WORKER); /* or it has gone */
    }
    for (size_t i = 0; i < pool->nworkers; i++) {
        if (pool->workers[i].busy) {
            pool->lost_one = true;
            await_end(&pool->workers[i], until);
        }
        if (pool->workers[i].pid != 0)
            end(pool, &pool->workers[i], true, &how);
    }
}
