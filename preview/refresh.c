#include "preview/refresh.h"
#include "batch/pool.h"
#include "batch/record.h"
#include "batch/worker.h"
#include "core/base/str.h"
#include "output/writer/writer.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <sysexits.h>
#include <unistd.h>

#define READ_SIZE ((size_t)64 * 1024)
#define NICE_AFTER_PAGE 10
#define MAGIC 0x6370726576696577u

/* Before the bytes: both ends are one program. The page alone may come before
   all that there is. */
struct head {
    uint64_t magic;
    uint64_t whole; /* 0: it is the page alone */
    uint64_t status;
    uint64_t errors, warnings, pages;
    uint64_t record, html, pdf, places; /* bytes */
};

/* Copies of the files, which live no longer than the call. */
struct taken {
    int fd;
    struct buf html, pdf, places;
};

static struct str file_of(const struct buf *files, const char *format)
{
    for (size_t i = 0; i < writer_count; i++) {
        if (strcmp(writers[i].name, format) == 0)
            return buf_view(&files[i]);
    }
    return (struct str){NULL, 0};
}

static bool send_all(int fd, const struct head *head, struct str record,
                     struct str html, struct str pdf, struct str places)
{
    return worker_send(fd, head, sizeof(*head)) &&
           worker_send(fd, record.ptr, record.len) &&
           worker_send(fd, html.ptr, html.len) &&
           worker_send(fd, pdf.ptr, pdf.len) &&
           worker_send(fd, places.ptr, places.len);
}

/* What cannot be sent is not heard at the end either. */
static void send_page(void *context, const struct buf *files, struct str places,
                      uint32_t pages)
{
    const struct taken *t = context;
    const struct str html = file_of(files, "html");
    const struct str none = {NULL, 0};
    const struct head head = {
        .magic = MAGIC, .pages = pages, .html = html.len, .places = places.len};

    (void)send_all(t->fd, &head, none, html, none, places);
}

static void take_files(void *context, const struct buf *files,
                       struct str places)
{
    struct taken *t = context;

    buf_str(&t->places, places);
    buf_str(&t->html, file_of(files, "html"));
    buf_str(&t->pdf, file_of(files, "pdf"));
}

/* In the process that builds. */
static _Noreturn void build(int fd, pid_t parent,
                            struct batch_settings *settings,
                            struct report_builder *builder,
                            const struct confinement *confinement,
                            const struct job *job, struct last_pdf last)
{
    struct taken taken = {.fd = fd};
    const struct file_taker taker = {.context = &taken,
                                     .paged_pages = (uint32_t)last.pages,
                                     .paged_bytes = last.bytes,
                                     .take_page = send_page,
                                     .take = take_files};
    const struct report_targets none = {.nfiles = 0};
    struct outcome outcome;
    struct head head = {.magic = MAGIC, .whole = 1};
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
    sent = send_all(fd, &head, buf_view(&outcome.texts[TEXT_RECORD]),
                    buf_view(&taken.html), buf_view(&taken.pdf),
                    buf_view(&taken.places));
    _exit(sent ? EX_OK : EX_IOERR);
}

enum status refresh_begin(struct refresh *r, struct batch_settings *settings,
                          struct report_builder *builder,
                          const struct confinement *confinement,
                          const struct job *job, struct last_pdf last)
{
    const pid_t parent = getpid();
    int ends[2];

    *r = (struct refresh){.fd = -1, .since = pool_clock()};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return ST_NOMEM;
    r->pid = fork();
    if (r->pid == 0)
        build(ends[1], parent, settings, builder, confinement, job, last);
    (void)close(ends[1]);
    if (r->pid < 0 || fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0) {
        (void)close(ends[0]);
        refresh_end(r);
        return ST_NOMEM;
    }
    r->fd = ends[0];
    buf_init(&r->in, 2 * sizeof(struct head) + RECORD_BYTES_MAX +
                         5 * settings->max_memory + READ_SIZE);
    return ST_OK;
}

/* The message that begins IN, all of it; its length, or 0. */
static size_t message(struct str in, bool whole, struct refreshed *result)
{
    const char *p = in.ptr;
    struct head h;

    if (in.len < sizeof(h))
        return 0;
    memcpy(&h, p, sizeof(h));
    if (h.magic != MAGIC || (h.whole != 0) != whole || h.status >= ST_MAX ||
        h.record > in.len || h.html > in.len || h.pdf > in.len ||
        h.places > in.len ||
        sizeof(h) + h.record + h.html + h.pdf + h.places > in.len)
        return 0;
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
    return sizeof(h) + h.record + h.html + h.pdf + h.places;
}

/* The page, once. Whoever shows it goes before what is still to be made. */
static bool take_page(struct refresh *r, struct refreshed *result)
{
    if (r->page > 0)
        return false;
    r->page = message(buf_view(&r->in), false, result);
    if (r->page == 0)
        return false;
    (void)setpriority(PRIO_PROCESS, (id_t)r->pid, NICE_AFTER_PAGE);
    return true;
}

static bool take_whole(const struct refresh *r, struct refreshed *result)
{
    const struct str rest = str_from(buf_view(&r->in), r->page);

    return rest.len > 0 && message(rest, true, result) == rest.len;
}

enum refresh_state refresh_take(struct refresh *r, struct refreshed *result)
{
    for (;;) {
        char *room;
        ssize_t n;

        if (take_page(r, result))
            return REFRESH_PAGE;
        room = buf_reserve(&r->in, READ_SIZE);
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
        return n == 0 && take_whole(r, result) ? REFRESH_DONE : REFRESH_LOST;
    }
}

/* How it ended, as waitpid() says. */
static int end(struct refresh *r)
{
    int how = 0;

    if (r->fd >= 0)
        (void)close(r->fd);
    if (r->pid > 0) {
        (void)kill(r->pid, SIGKILL); /* it may have gone already */
        while (waitpid(r->pid, &how, 0) < 0 && errno == EINTR)
            ;
    }
    buf_free(&r->in);
    *r = (struct refresh){.fd = -1};
    return how;
}

void refresh_end(struct refresh *r)
{
    (void)end(r);
}

void refresh_end_lost(struct refresh *r, char *why, size_t size)
{
    const int how = end(r);

    if (WIFSIGNALED(how) && WTERMSIG(how) == SIGKILL)
        (void)snprintf(why, size, "it was killed");
    else if (WIFSIGNALED(how))
        (void)snprintf(why, size, "a crash: signal %d", WTERMSIG(how));
    else
        (void)snprintf(why, size, "memory");
}
