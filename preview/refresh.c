#include "preview/refresh.h"
#include "batch/pool.h"
#include "batch/record.h"
#include "batch/worker.h"
#include "core/base/str.h"
#include "output/writer/writer.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#define READ_SIZE ((size_t)64 * 1024)
#define MAGIC 0x6370726576696577u

/* Before the bytes: both ends are one program. */
struct head {
    uint64_t magic;
    uint64_t status;
    uint64_t errors, warnings, pages;
    uint64_t record, html, pdf, places; /* bytes */
};

/* Copies of the files, which live no longer than the call. */
struct taken {
    struct buf html, pdf, places;
};

static void take_files(void *context, const struct buf *files,
                       struct str places)
{
    struct taken *t = context;

    buf_str(&t->places, places);
    for (size_t i = 0; i < writer_count; i++) {
        const struct str name = str_of(writers[i].name);

        if (str_is(name, "html"))
            buf_str(&t->html, buf_view(&files[i]));
        else if (str_is(name, "pdf"))
            buf_str(&t->pdf, buf_view(&files[i]));
    }
}

/* In the process that builds. */
static _Noreturn void build(int fd, pid_t parent,
                            struct batch_settings *settings,
                            struct report_builder *builder,
                            const struct confinement *confinement,
                            const struct job *job)
{
    struct taken taken;
    const struct file_taker taker = {&taken, take_files};
    const struct report_targets none = {.nfiles = 0};
    struct outcome outcome;
    struct head head = {.magic = MAGIC};
    bool sent;

    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent)
        _exit(EX_OSERR);
    (void)confine_enter(confinement, fd);
    buf_init(&taken.html, settings->max_memory);
    buf_init(&taken.pdf, settings->max_memory);
    buf_init(&taken.places, settings->max_memory);
    settings->taker = &taker;
    head.status = (uint64_t)report_build(builder, job, &none, &outcome);
    if (buf_status(&taken.html) != ST_OK || buf_status(&taken.pdf) != ST_OK ||
        buf_status(&taken.places) != ST_OK)
        _exit(EX_OSERR);
    head.errors = outcome.errors;
    head.warnings = outcome.warnings;
    head.pages = outcome.pages;
    head.record = outcome.texts[TEXT_RECORD].len;
    head.html = taken.html.len;
    head.pdf = taken.pdf.len;
    head.places = taken.places.len;
    sent = worker_send(fd, &head, sizeof(head)) &&
           worker_send(fd, outcome.texts[TEXT_RECORD].ptr, head.record) &&
           worker_send(fd, taken.html.ptr, head.html) &&
           worker_send(fd, taken.pdf.ptr, head.pdf) &&
           worker_send(fd, taken.places.ptr, head.places);
    _exit(sent ? EX_OK : EX_IOERR);
}

enum status refresh_begin(struct refresh *r, struct batch_settings *settings,
                          struct report_builder *builder,
                          const struct confinement *confinement,
                          const struct job *job)
{
    const pid_t parent = getpid();
    int ends[2];

    *r = (struct refresh){.fd = -1, .since = pool_clock()};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return ST_NOMEM;
    r->pid = fork();
    if (r->pid == 0)
        build(ends[1], parent, settings, builder, confinement, job);
    (void)close(ends[1]);
    if (r->pid < 0 || fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0) {
        (void)close(ends[0]);
        refresh_end(r);
        return ST_NOMEM;
    }
    r->fd = ends[0];
    buf_init(&r->in, sizeof(struct head) + RECORD_BYTES_MAX +
                         3 * settings->max_memory + READ_SIZE);
    return ST_OK;
}

/* All of it is there, as long as it says. */
static bool is_whole(const struct refresh *r, struct refreshed *result)
{
    struct head h;
    const char *p = r->in.ptr;

    if (r->in.len < sizeof(h))
        return false;
    memcpy(&h, p, sizeof(h));
    if (h.magic != MAGIC || h.status >= ST_MAX || h.record > r->in.len ||
        h.html > r->in.len || h.pdf > r->in.len || h.places > r->in.len ||
        sizeof(h) + h.record + h.html + h.pdf + h.places != r->in.len)
        return false;
    p += sizeof(h);
    *result = (struct refreshed){
        .status = (enum status)h.status,
        .errors = h.errors,
        .warnings = h.warnings,
        .pages = h.pages,
        .record = {p, h.record},
        .html = {p + h.record, h.html},
        .pdf = {p + h.record + h.html, h.pdf},
        .places = {p + h.record + h.html + h.pdf, h.places},
    };
    return true;
}

enum refresh_state refresh_take(struct refresh *r, struct refreshed *result)
{
    for (;;) {
        char *room = buf_reserve(&r->in, READ_SIZE);
        ssize_t n;

        if (room == NULL)
            return REFRESH_LOST;
        n = recv(r->fd, room, READ_SIZE, 0);
        if (n > 0) {
            r->in.len += (size_t)n;
            continue;
        }
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0 && (errno == EAGAIN || errno == EWOULDBLOCK))
            return REFRESH_RUNNING;
        return n == 0 && is_whole(r, result) ? REFRESH_DONE : REFRESH_LOST;
    }
}

void refresh_end(struct refresh *r)
{
    if (r->fd >= 0)
        (void)close(r->fd);
    if (r->pid > 0) {
        (void)kill(r->pid, SIGKILL); /* it may have gone already */
        while (waitpid(r->pid, NULL, 0) < 0 && errno == EINTR)
            ;
    }
    buf_free(&r->in);
    *r = (struct refresh){.fd = -1};
}
