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
#define FILES_SENT 5 /* page and places twice, the PDF once */
#define MAGIC 0x6370726576696577u

/* Before the bytes: both ends are one program. The page alone may come before
   all that there is. */
struct refresh_head {
    uint64_t magic;
    uint64_t whole; /* 0: it is the page alone */
    uint64_t status;
    uint64_t errors, warnings, pages;
    uint64_t record, html, pdf, places; /* bytes */
};

/* Copies of the files, which live no longer than the call. */
struct refresh_taken {
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

/* HEAD with the lengths of PARTS, and these. */
static bool send_all(int fd, struct refresh_head head,
                     const struct refreshed *parts)
{
    head.magic = MAGIC;
    head.record = parts->record.len;
    head.html = parts->html.len;
    head.pdf = parts->pdf.len;
    head.places = parts->places.len;
    return worker_send(fd, &head, sizeof(head)) &&
           worker_send(fd, parts->record.ptr, parts->record.len) &&
           worker_send(fd, parts->html.ptr, parts->html.len) &&
           worker_send(fd, parts->pdf.ptr, parts->pdf.len) &&
           worker_send(fd, parts->places.ptr, parts->places.len);
}

/* What cannot be sent is not heard at the end either. */
static void send_page(void *context, const struct buf *files, struct str places,
                      uint32_t pages)
{
    const struct refresh_taken *t = context;
    const struct refreshed page = {.html = file_of(files, "html"),
                                   .places = places};

    (void)send_all(t->fd, (struct refresh_head){.pages = pages}, &page);
}

static void take_files(void *context, const struct buf *files,
                       struct str places)
{
    struct refresh_taken *t = context;

    buf_str(&t->places, places);
    buf_str(&t->html, file_of(files, "html"));
    buf_str(&t->pdf, file_of(files, "pdf"));
}

/* What was built, to the parent; the exit status of the process. */
static int send_report(const struct refresh_taken *t, enum status status,
                       const struct outcome *outcome)
{
    const struct refresh_head head = {
        .whole = 1,
        .status = (uint64_t)status,
        .errors = outcome->errors,
        .warnings = outcome->warnings,
        .pages = outcome->pages,
    };
    const struct refreshed parts = {
        .record = buf_view(&outcome->texts[TEXT_RECORD]),
        .html = buf_view(&t->html),
        .pdf = buf_view(&t->pdf),
        .places = buf_view(&t->places),
    };

    if (buf_status(&t->html) != ST_OK || buf_status(&t->pdf) != ST_OK ||
        buf_status(&t->places) != ST_OK)
        return EX_OSERR;
    return send_all(t->fd, head, &parts) ? EX_OK : EX_IOERR;
}

/* In the process that builds. */
static _Noreturn void build_refresh(int fd, pid_t parent,
                                    const struct refresh_task *task)
{
    struct refresh_taken taken = {.fd = fd};
    const struct file_taker taker = {.context = &taken,
                                     .paged_pages = (uint32_t)task->last.pages,
                                     .paged_bytes = task->last.bytes,
                                     .take_page = send_page,
                                     .take = take_files};
    const struct report_targets none = {.nfiles = 0};
    const int nobody = open("/dev/null", O_WRONLY | O_CLOEXEC);
    struct outcome outcome;
    enum status st;

    (void)prctl(PR_SET_PDEATHSIG, SIGKILL);
    if (getppid() != parent || nobody < 0 || !worker_replace_streams(nobody))
        _exit(EX_OSERR);
    (void)confine_enter(task->confinement, fd);
    buf_init(&taken.html, task->settings->max_memory);
    buf_init(&taken.pdf, task->settings->max_memory);
    buf_init(&taken.places, task->settings->max_memory);
    task->settings->taker = &taker;
    st = report_build(task->builder, task->job, &none, &outcome);
    _exit(send_report(&taken, st, &outcome));
}

enum status refresh_begin(struct refresh *r, const struct refresh_task *task)
{
    const pid_t parent = getpid();
    int ends[2];

    *r = (struct refresh){.fd = -1, .since = pool_clock()};
    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return ST_NOMEM;
    r->pid = fork();
    if (r->pid == 0)
        build_refresh(ends[1], parent, task);
    (void)close(ends[1]);
    if (r->pid < 0 || fcntl(ends[0], F_SETFL, O_NONBLOCK) != 0) {
        (void)close(ends[0]);
        refresh_end(r);
        return ST_NOMEM;
    }
    r->fd = ends[0];
    buf_init(&r->in, 2 * sizeof(struct refresh_head) + RECORD_BYTES_MAX +
                         FILES_SENT * task->settings->max_memory + READ_SIZE);
    return ST_OK;
}

/* The message that begins IN, all of it; its length, or 0. */
static size_t refresh_message(struct str in, bool whole,
                              struct refreshed *result)
{
    const char *p = in.ptr;
    struct refresh_head h;

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
    r->page = refresh_message(buf_view(&r->in), false, result);
    if (r->page == 0)
        return false;
    (void)setpriority(PRIO_PROCESS, (id_t)r->pid, NICE_AFTER_PAGE);
    return true;
}

static bool take_whole(const struct refresh *r, struct refreshed *result)
{
    const struct str rest = str_from(buf_view(&r->in), r->page);

    return rest.len > 0 && refresh_message(rest, true, result) == rest.len;
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
static int end_refresh(struct refresh *r)
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
    (void)end_refresh(r);
}

void refresh_end_lost(struct refresh *r, char *why, size_t size)
{
    const int how = end_refresh(r);

    if (WIFSIGNALED(how) && WTERMSIG(how) == SIGKILL)
        (void)snprintf(why, size, "it was killed");
    else if (WIFSIGNALED(how))
        (void)snprintf(why, size, "a crash: signal %d", WTERMSIG(how));
    else
        (void)snprintf(why, size, "memory");
}
