#include "batch/worker.h"
#include "batch/worker_message.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
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

/* What travels beside an order. */
union order_files {
    struct cmsghdr head;
    char room[CMSG_SPACE(WRITERS_MAX * sizeof(int))];
};

bool worker_send_order(int fd, const struct worker_order *order,
                       const int *files)
{
    union order_files beside = {.room = {0}};
    struct worker_order copy = *order;
    struct iovec bytes = {&copy, sizeof(copy)};
    struct msghdr message = {.msg_iov = &bytes, .msg_iovlen = 1};
    const size_t size = order->nfiles * sizeof(int);
    ssize_t n;

    if (order->nfiles > 0) {
        message.msg_control = &beside;
        message.msg_controllen = CMSG_SPACE(size);
        beside.head = (struct cmsghdr){.cmsg_len = CMSG_LEN(size),
                                       .cmsg_level = SOL_SOCKET,
                                       .cmsg_type = SCM_RIGHTS};
        memcpy(CMSG_DATA(&beside.head), files, size);
    }
    do {
        n = sendmsg(fd, &message, MSG_NOSIGNAL);
    } while (n < 0 && errno == EINTR);
    return n == (ssize_t)sizeof(copy);
}

/* False at the end of orders. An order is small: it comes whole. */
static bool receive(int fd, struct worker_order *order, int files[WRITERS_MAX])
{
    union order_files beside = {.room = {0}};
    struct iovec bytes = {order, sizeof(*order)};
    struct msghdr message = {.msg_iov = &bytes,
                             .msg_iovlen = 1,
                             .msg_control = &beside,
                             .msg_controllen = sizeof(beside)};
    const struct cmsghdr *head;
    size_t size;
    ssize_t n;

    do {
        n = recvmsg(fd, &message, MSG_CMSG_CLOEXEC);
    } while (n < 0 && errno == EINTR);
    if (n != (ssize_t)sizeof(*order))
        return false;
    head = CMSG_FIRSTHDR(&message);
    size = order->nfiles * sizeof(int);
    if (order->nfiles == 0)
        return true;
    if (head == NULL || head->cmsg_type != SCM_RIGHTS ||
        order->nfiles > WRITERS_MAX || head->cmsg_len != CMSG_LEN(size))
        return false;
    memcpy(files, CMSG_DATA(head), size);
    return true;
}

/* What nobody hears of is the process's own status. */
static int answer(const struct worker_task *t, size_t job, unsigned missing,
                  struct outcome *outcome)
{
    struct buf message;
    int status = EX_OSERR; /* no memory for it */

    buf_init(&message, t->limit);
    if (worker_message_encode(job, missing, outcome, &message) == ST_OK)
        status =
            worker_send(t->fd, message.ptr, message.len) ? EX_OK : EX_IOERR;
    buf_free(&message);
    return status;
}

bool worker_replace_streams(int out)
{
    const int nothing = open("/dev/null", O_RDONLY | O_CLOEXEC);

    return nothing >= 0 && dup2(nothing, STDIN_FILENO) >= 0 &&
           dup2(out, STDOUT_FILENO) >= 0 && dup2(out, STDERR_FILENO) >= 0;
}

_Noreturn void worker_run(const struct worker_task *t)
{
    struct worker_order order = {0};
    int files[WRITERS_MAX];
    unsigned missing;

    /* A parent that is killed takes its workers with it, which have nothing to
       do that would last. Signals to stop, which a terminal sends to all
       processes of a run, stay blocked: they are for the parent. */
    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != t->parent)
        _exit(EX_OSERR);
    if (!worker_replace_streams(t->said))
        _exit(EX_OSERR);
    missing = confine_enter(t->confinement, t->fd);
    while (receive(t->fd, &order, files)) {
        const struct report_targets targets = {files, order.nfiles,
                                               order.error};
        struct outcome outcome;
        enum status st;
        int answered;

        if (order.job >= t->jobs->count)
            _exit(EX_SOFTWARE);
        st = report_build(t->builder, &t->jobs->items[order.job], &targets,
                          &outcome);
        answered = answer(t, (size_t)order.job, missing, &outcome);
        outcome_free(&outcome);
        for (size_t i = 0; i < order.nfiles; i++)
            (void)close(files[i]); /* those that are filled are closed */
        if (answered != EX_OK)
            _exit(answered);
        /* Caches that ran out of memory stay failed: the next process has
           new ones. */
        if (st >= ST_NOMEM)
            break;
    }
    _exit(EX_OK);
}
