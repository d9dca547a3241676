#include "batch/worker.h"
#include "batch/stop_signals.h"
#include "batch/worker_message.h"

#include <errno.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sysexits.h>
#include <unistd.h>

bool worker_send(int fd, const void *bytes, size_t len)
{
    const char *p = bytes;

    while (len > 0) {
        const ssize_t n = send(fd, p, len, MSG_NOSIGNAL);

        if (n < 0 && errno != EINTR)
            return false;
        if (n > 0) {
            p += n;
            len -= (size_t)n;
        }
    }
    return true;
}

/* False at the end of orders. */
static bool receive(int fd, worker_order *order)
{
    char *p = (char *)order;
    size_t len = 0;

    while (len < sizeof(*order)) {
        const ssize_t n = read(fd, p + len, sizeof(*order) - len);

        if (n == 0 || (n < 0 && errno != EINTR))
            return false;
        if (n > 0)
            len += (size_t)n;
    }
    return true;
}

/* False when nobody hears of it. */
static bool answer(const struct worker_task *t, size_t job, unsigned missing,
                   struct outcome *outcome)
{
    struct buf message;
    bool sent = false;

    buf_init(&message, t->limit);
    if (worker_message_encode(job, missing, outcome, &message) == ST_OK)
        sent = worker_send(t->fd, message.ptr, message.len);
    buf_free(&message);
    return sent;
}

_Noreturn void worker_run(const struct worker_task *t)
{
    worker_order order = 0;
    unsigned missing;

    /* A parent that is killed takes its workers with it, so that the next run
       finds the output folder at rest. Where that cannot be had it waits: the
       lock is theirs, too. */
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != t->parent)
        _exit(EX_OSERR);
    stop_signals_allow_worker();
    missing = confine_enter(t->confinement);
    while (receive(t->fd, &order)) {
        struct outcome outcome;
        enum status st;
        bool heard;

        if (order >= t->jobs->count)
            _exit(EX_SOFTWARE);
        st = report_build(t->builder, &t->jobs->items[order], &outcome);
        heard = answer(t, (size_t)order, missing, &outcome);
        outcome_free(&outcome);
        if (!heard)
            _exit(EX_IOERR);
        /* Caches that ran out of memory stay failed: the next process has
           new ones. */
        if (st >= ST_NOMEM)
            break;
    }
    _exit(EX_OK);
}
