/*
 * forged.c - stands for a report that has taken over the process that builds
 * it, and lies to the parent: preloaded, it changes what is said of the report
 * whose name is in FORGED_REPORT, as FORGED says:
 *
 *   escape   texts that a terminal acts on
 *   bytes    texts that are no UTF-8
 *   unmarked a message without a priority
 *   json     a record that is no JSON
 *   urgent   a priority of the journal's that wakes everybody
 *   name     the record of another report
 *   nested   JSON that is nested a hundred thousand times
 *   big      the first text is FORGED_SIZE bytes long
 *   huge     lengths that wrap around
 *   counts   counts that no report can have
 *   slow     the truth, a byte at a time
 *   twice    the truth, and once more
 *   early    the truth, and the beginning of an answer to no order
 *   random   bytes changed, from FORGED_SEED on
 */
#define _GNU_SOURCE

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { TEXTS = 9, LENGTHS_AT = 72, HEAD = LENGTHS_AT + 8 * TEXTS };
enum { STATUS_AT = 4, COUNTS_AT = 16 };

static const char escape[] = "<3>\033]0;owned\007\033[2J\r\xc2\x9b\n";
static const char json[] = "{\"format\":1,\"x\":\"\033[2J\"}\n{]no JSON";
static const char bytes[] = "<3>\xff\xfe\xc0\xaf\xed\xa0\x80\n";
static const char urgent[] = "<0>the roof is on fire\n";
static const char name[] =
    "{\"format\":1,\"name\":\"another\",\"status\":\"ok\"}\n";

static ssize_t pass(int fd, const void *p, size_t n)
{
    return syscall(SYS_sendto, fd, p, n, MSG_NOSIGNAL, NULL, 0);
}

static int pass_all(int fd, const char *p, size_t n)
{
    while (n > 0) {
        const ssize_t k = pass(fd, p, n);

        if (k <= 0)
            return 0;
        p += k;
        n -= (size_t)k;
    }
    return 1;
}

/* A head of this one's; messages, shared ones, template, reason and codes are
   TEXT. What `check` alone prints a build may not answer. */
static void send_texts(int fd, char *head, const char *text, const char *record)
{
    const char *const texts[TEXTS] = {text, text, record, "", text,
                                      text, text, "",     ""};
    uint64_t lengths[TEXTS];

    for (int i = 0; i < TEXTS; i++)
        lengths[i] = strlen(texts[i]);
    memcpy(head + LENGTHS_AT, lengths, sizeof(lengths));
    (void)pass_all(fd, head, HEAD);
    for (int i = 0; i < TEXTS; i++)
        (void)pass_all(fd, texts[i], lengths[i]);
}

static void send_nested(int fd, char *head)
{
    enum { DEPTH = 100000 };
    static char record[2 * DEPTH + 1];

    memset(record, '[', DEPTH);
    memset(record + DEPTH, ']', DEPTH);
    send_texts(fd, head, "", record);
}

static void send_big(int fd, char *head)
{
    static char block[1 << 20];
    uint64_t lengths[TEXTS] = {strtoull(getenv("FORGED_SIZE"), NULL, 10)};
    uint64_t sent = 0;

    memset(block, 'A', sizeof(block));
    memcpy(head + LENGTHS_AT, lengths, sizeof(lengths));
    (void)pass_all(fd, head, HEAD);
    while (sent < lengths[0] && pass_all(fd, block, sizeof(block)))
        sent += sizeof(block);
}

static void send_random(int fd, char *p, size_t n)
{
    unsigned seed = (unsigned)atoi(getenv("FORGED_SEED"));
    const int changes = 1 + rand_r(&seed) % 6;

    for (int i = 0; i < changes; i++) {
        const size_t within = rand_r(&seed) % 2 ? HEAD : n;

        p[(size_t)rand_r(&seed) % within] = (char)rand_r(&seed);
    }
    if (rand_r(&seed) % 4 == 0)
        n -= (size_t)rand_r(&seed) % n;
    (void)pass_all(fd, p, n);
    if (rand_r(&seed) % 5 == 0)
        (void)shutdown(fd, SHUT_WR);
}

static int is(const char *what)
{
    return strcmp(getenv("FORGED"), what) == 0;
}

ssize_t send(int fd, const void *message, size_t n, int flags)
{
    const char *report = getenv("FORGED_REPORT");
    char *p;

    (void)flags;
    if (report == NULL || n < HEAD ||
        memmem(message, n, report, strlen(report)) == NULL)
        return pass(fd, message, n);
    p = malloc(n);
    memcpy(p, message, n);
    if (is("escape")) {
        send_texts(fd, p, escape, "");
    } else if (is("bytes")) {
        send_texts(fd, p, bytes, "");
    } else if (is("unmarked")) {
        send_texts(fd, p, "4>no more\n", "");
    } else if (is("json")) {
        send_texts(fd, p, "", json);
    } else if (is("urgent")) {
        send_texts(fd, p, urgent, "");
    } else if (is("name")) {
        memset(p + STATUS_AT, 0, 4);
        send_texts(fd, p, "", name);
    } else if (is("nested")) {
        send_nested(fd, p);
    } else if (is("big")) {
        send_big(fd, p);
    } else if (is("huge")) {
        memset(p + LENGTHS_AT, 0xff, 8 * TEXTS);
        (void)pass_all(fd, p, n);
    } else if (is("counts")) {
        memset(p + COUNTS_AT, 0xff, 48);
        (void)pass_all(fd, p, n);
    } else if (is("slow")) {
        for (size_t i = 0; i < n; i++) {
            (void)pass(fd, p + i, 1);
            (void)usleep(10);
        }
    } else if (is("twice")) {
        (void)pass_all(fd, p, n);
        (void)pass_all(fd, p, n);
    } else if (is("early")) {
        (void)pass_all(fd, p, n);
        (void)pass(fd, p, 10);
    } else if (is("random")) {
        send_random(fd, p, n);
    }
    free(p);
    return (ssize_t)n;
}
