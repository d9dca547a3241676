#include "preview/request.h"
#include "core/base/ascii.h"

#include <nettle/memops.h>
#include <stdio.h>
#include <string.h>
#include <sys/random.h>

bool secret_make(char out[SECRET_TEXT])
{
    static const char digits[] = "0123456789abcdef";
    unsigned char bytes[SECRET_BYTES];

    if (getrandom(bytes, sizeof(bytes), 0) != (ssize_t)sizeof(bytes))
        return false;
    for (size_t i = 0; i < SECRET_BYTES; i++) {
        out[2 * i] = digits[bytes[i] >> 4];
        out[2 * i + 1] = digits[bytes[i] & 15];
    }
    out[SECRET_TEXT - 1] = '\0';
    return true;
}

/* The secret that begins TARGET is cut off it; without telling by time how
   much of it is right. */
static bool cut_secret(struct str *target, const char *secret)
{
    if (secret[0] == '\0' || target->len < SECRET_TEXT - 1 ||
        memeql_sec(target->ptr, secret, SECRET_TEXT - 1) == 0)
        return false;
    *target = str_from(*target, SECRET_TEXT - 1);
    return true;
}

static struct request_route numbered(struct str target)
{
    static const struct {
        const char *path;
        enum route route;
    } routes[] = {{"/page", ROUTE_PAGE}, {"/report.pdf", ROUTE_PDF},
                  {"/side", ROUTE_SIDE}, {"/place", ROUTE_PLACE},
                  {"/find", ROUTE_FIND}, {"/next", ROUTE_NEXT},
                  {"/back", ROUTE_BACK}};
    struct request_route r = {ROUTE_NONE, 0};
    size_t digits = 0;

    while (digits < target.len && digits < 6 && is_digit(target.ptr[digits]))
        r.report = r.report * 10 + (size_t)(target.ptr[digits++] - '0');
    target = str_from(target, digits);
    if (digits == 0)
        return r;
    for (size_t i = 0; i < sizeof(routes) / sizeof(routes[0]); i++) {
        if (str_is(target, routes[i].path))
            r.route = routes[i].route;
    }
    return r;
}

struct request_route request_route(struct str target, const char *token,
                                   const char *nonce)
{
    static const struct {
        const char *path;
        enum route route;
    } routes[] = {{"", ROUTE_SHELL},
                  {"page.css", ROUTE_STYLE},
                  {"page.js", ROUTE_SCRIPT},
                  {"stream.js", ROUTE_STREAM},
                  {"events", ROUTE_EVENTS}};
    struct request_route r = {ROUTE_NONE, 0};

    target = str_to(target, str_find_char(target, '?'));
    /* What is escaped is none of ours: a NUL byte, a way out of a folder. */
    if (str_find_char(target, '%') < target.len)
        return r;
    if (str_starts(target, STR_LIT("/o/"))) {
        target = str_from(target, 3);
        if (cut_secret(&target, nonce) && target.len == 0)
            r.route = ROUTE_OPEN;
        return r;
    }
    if (!str_starts(target, STR_LIT("/")))
        return r;
    target = str_from(target, 1);
    if (!cut_secret(&target, token) || !str_starts(target, STR_LIT("/")))
        return r;
    target = str_from(target, 1);
    for (size_t i = 0; i < sizeof(routes) / sizeof(routes[0]); i++) {
        if (str_is(target, routes[i].path)) {
            r.route = routes[i].route;
            return r;
        }
    }
    return numbered(target);
}

bool request_is_ours(const struct request_origin *o, unsigned port, bool shell)
{
    char host[32];
    char origin[40];

    (void)snprintf(host, sizeof(host), "127.0.0.1:%u", port);
    (void)snprintf(origin, sizeof(origin), "http://%s", host);
    if (o->hosts != 1 || o->host == NULL || strcmp(o->host, host) != 0)
        return false;
    if (o->origin != NULL && strcmp(o->origin, origin) != 0)
        return false;
    return o->fetch_site == NULL || strcmp(o->fetch_site, "same-origin") == 0 ||
           (shell && strcmp(o->fetch_site, "none") == 0);
}

/* Who holds the peer's end of a connection. */
enum holder {
    HOLDER_UNKNOWN, /* no table could be read */
    HOLDER_UNLISTED,
    HOLDER_OURS,
    HOLDER_FOREIGN,
};

/* Lines of a table of the kernel's (proc(5), /proc/net/tcp), of which those of
   IPv6 have longer addresses: "  0: 0100007F:9C41 0100007F:C350 01 ... uid". */
static enum holder find_holder(const char *path, unsigned peer_port,
                               unsigned port, uid_t user)
{
    FILE *table = fopen(path, "re");
    enum holder holder = HOLDER_UNLISTED;
    char line[512];

    if (table == NULL)
        return HOLDER_UNKNOWN;
    while (holder == HOLDER_UNLISTED &&
           fgets(line, sizeof(line), table) != NULL) {
        unsigned from;
        unsigned to;
        unsigned uid;

        if (sscanf(line,
                   " %*u: %*[0-9A-F]:%x %*[0-9A-F]:%x %*x %*x:%*x %*x:%*x %*x "
                   "%u",
                   &from, &to, &uid) == 3 &&
            from == peer_port && to == port)
            holder = uid == 0 || uid == user ? HOLDER_OURS : HOLDER_FOREIGN;
    }
    (void)fclose(table);
    return holder;
}

bool request_is_foreign(unsigned peer_port, unsigned port, uid_t user)
{
    const enum holder holder =
        find_holder("/proc/net/tcp", peer_port, port, user);

    if (holder != HOLDER_UNLISTED)
        return holder == HOLDER_FOREIGN;
    /* A socket of IPv6 may speak to an address of IPv4. */
    return find_holder("/proc/net/tcp6", peer_port, port, user) != HOLDER_OURS;
}
