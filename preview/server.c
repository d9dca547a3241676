#include "preview/server.h"
#include "batch/pool.h"
#include "batch/templates_folder.h"
#include "core/base/mem.h"
#include "preview/accepts.h"
#include "preview/answer.h"
#include "preview/jumps.h"

#include <arpa/inet.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#define CONNECTIONS_MAX 64
#define HEADERS_MAX (32 * 1024)
#define MADE_MAX ((size_t)64 * 1024 * 1024)
#define NONCE_MS 30000
#define IDLE_SECONDS 120

/* A request, from its first line on. */
struct page_request {
    bool begun; /* its head has been looked at */
    size_t len; /* of its target, which is as it came */
    char target[];
};

static void *begin_request(void *context, const char *target,
                           struct MHD_Connection *connection)
{
    const size_t len = strlen(target);
    struct page_request *r = mem_zalloc(1, sizeof(*r) + len + 1);

    (void)context;
    (void)connection;
    if (r == NULL)
        return NULL;
    r->len = len;
    memcpy(r->target, target, len);
    return r;
}

static void end_request(void *context, struct MHD_Connection *connection,
                        void **request, enum MHD_RequestTerminationCode how)
{
    (void)context;
    (void)connection;
    (void)how;
    mem_free(*request);
    *request = NULL;
}

static struct str argument(struct MHD_Connection *connection, const char *name)
{
    return str_of(
        MHD_lookup_connection_value(connection, MHD_GET_ARGUMENT_KIND, name));
}

/* Which reports pages show, and how: each begins with a number. */
struct pages_wanted {
    const struct server *server;
    struct str template_name, copy; /* of the last */
    int64_t number;                 /* likewise; -1: it is none */
    bool begun;
    size_t reports[SHOWN_MAX + 1]; /* one more than there may be */
    size_t count;
};

/* All is read of the last. A report, template or copy that is not there is the
   first, the report's own and that of the others. */
static void end_wanted(struct pages_wanted *w)
{
    const struct reports *reports = w->server->reports;
    const struct list *names = &w->server->facts->templates;
    const size_t n = w->number >= 0 && (size_t)w->number < reports->njobs
                         ? (size_t)w->number
                         : 0;
    struct str instead = STR_LIT("");

    for (size_t i = 0; i < names->count; i++) {
        const char *name = ((const char *const *)names->items)[i];

        if (str_is(w->template_name, name))
            instead = str_of(name);
    }
    if (w->count <= SHOWN_MAX)
        w->reports[w->count++] =
            reports_view(w->server->reports, n, instead,
                         (enum audience)choice_of(audience_choices, w->copy,
                                                  (int)reports->audience));
    w->begun = false;
    w->template_name = w->copy = STR_LIT("");
    w->number = 0;
}

static enum MHD_Result take_wanted(void *context, enum MHD_ValueKind kind,
                                   const char *name, const char *value)
{
    struct pages_wanted *w = context;
    const struct str text = str_of(value);

    (void)kind;
    if (strcmp(name, "n") == 0) {
        if (w->begun)
            end_wanted(w);
        w->number = places_number(text);
    } else if (strcmp(name, "template") == 0) {
        w->template_name = text;
    } else if (strcmp(name, "copy") == 0) {
        w->copy = text;
    } else {
        return MHD_YES;
    }
    w->begun = true;
    return MHD_YES;
}

static enum MHD_Result send_stream(struct server *s,
                                   struct MHD_Connection *connection)
{
    struct pages_wanted w = {.server = s};

    (void)MHD_get_connection_values(connection, MHD_GET_ARGUMENT_KIND,
                                    take_wanted, &w);
    end_wanted(&w);
    return streams_open(&s->streams, connection, w.reports, w.count);
}

static enum MHD_Result take_origin(void *context, enum MHD_ValueKind kind,
                                   const char *name, const char *value)
{
    struct request_origin *o = context;

    (void)kind;
    if (strcasecmp(name, MHD_HTTP_HEADER_HOST) == 0) {
        o->hosts++;
        o->host = value;
    } else if (strcasecmp(name, MHD_HTTP_HEADER_ORIGIN) == 0) {
        o->origin = value == NULL ? "" : value;
    } else if (strcasecmp(name, "Sec-Fetch-Site") == 0) {
        o->fetch_site = value == NULL ? "" : value;
    }
    return MHD_YES;
}

static bool is_foreign(const struct server *s,
                       struct MHD_Connection *connection)
{
    const union MHD_ConnectionInfo *info =
        MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CLIENT_ADDRESS);
    struct sockaddr_in peer;

    if (info == NULL || info->client_addr == NULL)
        return true;
    memcpy(&peer, info->client_addr, sizeof(peer));
    return request_is_foreign(ntohs(peer.sin_port), s->port, getuid());
}

static enum MHD_Result send_report(struct server *s,
                                   struct MHD_Connection *connection,
                                   const struct request_route *route)
{
    const struct shown_report *r;
    struct answer a = {.status = MHD_HTTP_OK, .policy = PDF_POLICY};

    if (route->report >= s->reports->count)
        return answer_refuse(connection, MHD_HTTP_NOT_FOUND,
                             "no such report\n");
    reports_look(s->reports, route->report);
    r = &s->reports->items[route->report];
    switch (route->route) {
    case ROUTE_PDF:
        a.type = "application/pdf";
        a.body = buf_view(&r->pdf);
        break;
    default:
        a.type = "text/html; charset=utf-8";
        a.policy = REPORT_POLICY;
        a.body = buf_view(&r->html);
        a.version = r->version;
        break;
    }
    if (a.body.len == 0)
        return answer_refuse(connection, MHD_HTTP_NOT_FOUND, "not built yet\n");
    return answer_send(connection, &a);
}

/* What is made for the answer: beside the report, or of a piece of it. */
static enum MHD_Result send_made(struct server *s,
                                 struct MHD_Connection *connection,
                                 const struct request_route *route)
{
    struct answer a = {.status = MHD_HTTP_OK,
                       .policy = PDF_POLICY,
                       .type = "application/json"};
    const struct str element = argument(connection, "e");
    const size_t n = route->report;
    enum MHD_Result result;
    struct buf out;

    if (n >= s->reports->count)
        return answer_refuse(connection, MHD_HTTP_NOT_FOUND,
                             "no such report\n");
    buf_init(&out, MADE_MAX);
    if (route->route == ROUTE_SIDE) {
        a.type = "text/html; charset=utf-8";
        side_write(s->reports, n, s->facts, &out);
    } else if (route->route == ROUTE_PLACE) {
        jump_from(s->reports, n, element, &out);
    } else if (route->route == ROUTE_FIND) {
        jump_to(s->reports, n, argument(connection, "q"), &out);
    } else {
        jump_step(s->reports, n, element, route->route == ROUTE_NEXT, &out);
    }
    a.body = buf_view(&out);
    result = buf_status(&out) == ST_OK
                 ? answer_send(connection, &a)
                 : answer_refuse(connection, MHD_HTTP_INTERNAL_SERVER_ERROR,
                                 "no memory\n");
    buf_free(&out);
    return result;
}

static enum MHD_Result take_accepts(void *context, enum MHD_ValueKind kind,
                                    const char *name, const char *value)
{
    (void)kind;
    if (strcasecmp(name, MHD_HTTP_HEADER_ACCEPT_ENCODING) == 0)
        accepts_take(context, value);
    return MHD_YES;
}

static bool wants_packed(struct MHD_Connection *connection)
{
    struct accepts a;

    accepts_init(&a);
    (void)MHD_get_connection_values(connection, MHD_HEADER_KIND, take_accepts,
                                    &a);
    return accepts_gzip(&a);
}

static enum MHD_Result send_asset(struct MHD_Connection *connection,
                                  const char *type, const struct asset *asset)
{
    const bool packed = asset->packed.len > 0 && wants_packed(connection);
    const struct answer a = {.status = MHD_HTTP_OK,
                             .type = type,
                             .policy = SHELL_POLICY,
                             .varies = true,
                             .packed = packed,
                             .body = packed ? asset->packed : asset->plain};

    return answer_send(connection, &a);
}

/* The browser was started with an address that works once: others may have
   seen it among the arguments of processes. */
static enum MHD_Result send_away(struct server *s,
                                 struct MHD_Connection *connection)
{
    char location[SECRET_TEXT + 2] = "/";
    struct answer a = {.status = MHD_HTTP_SEE_OTHER,
                       .type = "text/plain; charset=utf-8",
                       .policy = PDF_POLICY,
                       .location = location};

    memcpy(location + 1, s->token, SECRET_TEXT - 1);
    memcpy(location + SECRET_TEXT, "/", 2);
    s->nonce[0] = '\0';
    return answer_send(connection, &a);
}

/* What ROUTE leads to. */
static enum MHD_Result send_route(struct server *s,
                                  struct MHD_Connection *connection,
                                  const struct request_route *route)
{
    switch (route->route) {
    case ROUTE_SHELL:
        return send_asset(connection, "text/html; charset=utf-8", &s->shell);
    case ROUTE_STYLE:
        return send_asset(connection, "text/css; charset=utf-8", &s->style);
    case ROUTE_SCRIPT:
        return send_asset(connection, "text/javascript; charset=utf-8",
                          &s->script);
    case ROUTE_STREAM:
        return send_asset(connection, "text/javascript; charset=utf-8",
                          &s->stream);
    case ROUTE_EVENTS: return send_stream(s, connection);
    case ROUTE_PAGE:
    case ROUTE_PDF: return send_report(s, connection, route);
    case ROUTE_SIDE:
    case ROUTE_PLACE:
    case ROUTE_FIND:
    case ROUTE_NEXT:
    case ROUTE_BACK: return send_made(s, connection, route);
    case ROUTE_OPEN: return send_away(s, connection);
    case ROUTE_NONE: break;
    }
    return answer_refuse(connection, MHD_HTTP_NOT_FOUND, "nothing is here\n");
}

static bool is_allowed(const struct server *s,
                       struct MHD_Connection *connection,
                       const struct request_route *route)
{
    const bool typed =
        route->route == ROUTE_SHELL || route->route == ROUTE_OPEN;
    struct request_origin origin = {.hosts = 0};

    (void)MHD_get_connection_values(connection, MHD_HEADER_KIND, take_origin,
                                    &origin);
    return request_is_ours(&origin, s->port, typed) &&
           !is_foreign(s, connection);
}

static enum MHD_Result answer_request(void *context,
                                      struct MHD_Connection *connection,
                                      const char *url, const char *method,
                                      const char *version, const char *upload,
                                      size_t *size, void **request)
{
    struct server *s = context;
    struct page_request *r = *request;
    struct request_route route;

    (void)url;
    (void)version;
    (void)upload;
    (void)size;
    if (r == NULL)
        return MHD_NO;
    if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0)
        return answer_refuse(connection, MHD_HTTP_METHOD_NOT_ALLOWED,
                             "only GET and HEAD\n");
    if (!r->begun) { /* answered at once its connection would be closed */
        r->begun = true;
        return MHD_YES;
    }
    if (pool_clock() > s->nonce_until)
        s->nonce[0] = '\0';
    route = request_route((struct str){r->target, r->len}, s->token, s->nonce);
    if (!is_allowed(s, connection, &route))
        return answer_refuse(connection, MHD_HTTP_FORBIDDEN, "not for you\n");
    if (route.route != ROUTE_NONE)
        s->last = pool_clock();
    return send_route(s, connection, &route);
}

static enum status read_assets(struct server *s, struct arena *arena,
                               const struct observer *observer)
{
    const char *folder = shipped_folder(arena, "preview", "preview/page");

    if (folder != NULL && asset_read(arena, folder, "page.html", &s->shell) &&
        asset_read(arena, folder, "page.css", &s->style) &&
        asset_read(arena, folder, "page.js", &s->script) &&
        asset_read(arena, folder, "stream.js", &s->stream))
        return ST_OK;
    observer_error(observer, "the preview's own files are not beside the "
                             "program: install it again");
    return ST_NOINPUT;
}

static bool start_server(struct server *s, unsigned port)
{
    struct sockaddr_in address = {.sin_family = AF_INET,
                                  .sin_port = htons((uint16_t)port)};
    const union MHD_DaemonInfo *info;

    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    s->daemon = MHD_start_daemon(
        MHD_USE_EPOLL | MHD_ALLOW_SUSPEND_RESUME | MHD_USE_ITC, 0, NULL, NULL,
        answer_request, s, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
        MHD_OPTION_URI_LOG_CALLBACK, begin_request, s,
        MHD_OPTION_NOTIFY_COMPLETED, end_request, s,
        MHD_OPTION_CONNECTION_LIMIT, (unsigned)CONNECTIONS_MAX,
        MHD_OPTION_CONNECTION_MEMORY_LIMIT, (size_t)HEADERS_MAX,
        MHD_OPTION_CONNECTION_TIMEOUT, (unsigned)IDLE_SECONDS, MHD_OPTION_END);
    if (s->daemon == NULL)
        return false;
    info = MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_BIND_PORT);
    s->port = info == NULL ? 0 : info->port;
    return s->port != 0;
}

enum status server_open(struct server *s, struct arena *arena,
                        const struct observer *observer,
                        struct reports *reports, const struct side_facts *facts,
                        unsigned port)
{
    enum status st;

    *s = (struct server){.reports = reports,
                         .facts = facts,
                         .streams = {.reports = reports},
                         .last = pool_clock()};
    st = read_assets(s, arena, observer);
    if (st != ST_OK)
        return st;
    if (!secret_make(s->token) || !secret_make(s->nonce)) {
        observer_error(observer, "no random numbers can be had");
        return ST_NOMEM;
    }
    s->nonce_until = pool_clock() + NONCE_MS;
    if (start_server(s, port))
        return ST_OK;
    if (port != 0)
        observer_error(observer,
                       "port %u cannot be had: another program has it, or "
                       "leave --port out",
                       port);
    else
        observer_error(observer, "no port of this machine can be had");
    return ST_NOINPUT;
}

void server_close(struct server *s)
{
    if (s->daemon == NULL)
        return;
    /* Once to wake what sleeps, and once to end it. */
    streams_end(&s->streams);
    server_run(s);
    server_run(s);
    MHD_stop_daemon(s->daemon);
    s->daemon = NULL;
}

int server_fd(const struct server *s)
{
    const union MHD_DaemonInfo *info =
        MHD_get_daemon_info(s->daemon, MHD_DAEMON_INFO_EPOLL_FD);

    return info == NULL ? -1 : info->listen_fd;
}

int64_t server_wait(const struct server *s)
{
    MHD_UNSIGNED_LONG_LONG ms = 0;

    if (MHD_get_timeout(s->daemon, &ms) != MHD_YES)
        return -1;
    return ms > INT32_MAX ? INT32_MAX : (int64_t)ms;
}

void server_run(struct server *s)
{
    (void)MHD_run(s->daemon);
}
