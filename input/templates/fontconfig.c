#include "input/templates/fontconfig.h"
#include "core/base/str.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#define ANSWER_MAX 4096

/* Signs that divide the parts of fontconfig's patterns. */
static const char signs[] = "\\-:,=";

static char *quoted_family(struct arena *a, const char *name)
{
    char *out = arena_alloc(a, 2 * strlen(name) + 1, 1);
    char *end = out;

    if (out == NULL)
        return NULL;
    for (; *name != '\0'; name++) {
        if (strchr(signs, *name) != NULL)
            *end++ = '\\';
        *end++ = *name;
    }
    return out;
}

static _Noreturn void become_fc_match(const char *pattern, int out)
{
    const int null = open("/dev/null", O_WRONLY | O_CLOEXEC);

    if (null >= 0 && dup2(null, STDERR_FILENO) >= 0 &&
        dup2(out, STDOUT_FILENO) >= 0)
        (void)execlp("fc-match", "fc-match", "--format",
                     "%{family}\n%{style}\n%{file}\n", pattern, (char *)NULL);
    _exit(1);
}

/* How much of what FD says stands in ANSWER. */
static size_t hear_fc_match(int fd, char answer[ANSWER_MAX])
{
    size_t len = 0;
    ssize_t n;

    do {
        n = read(fd, answer + len, ANSWER_MAX - len);
        if (n > 0)
            len += (size_t)n;
    } while ((n > 0 && len < ANSWER_MAX) || (n < 0 && errno == EINTR));
    return n < 0 ? 0 : len;
}

/* What fc-match says; empty when it cannot. */
static struct str ask_fc_match(const char *pattern, char answer[ANSWER_MAX])
{
    struct str said = {answer, 0};
    int ends[2];
    int how = 1;
    pid_t pid;

    if (socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return said;
    pid = fork();
    if (pid == 0)
        become_fc_match(pattern, ends[1]);
    (void)close(ends[1]);
    if (pid > 0) {
        said.len = hear_fc_match(ends[0], answer);
        if (said.len == ANSWER_MAX)
            (void)kill(pid, SIGKILL); /* or it has ended */
        while (waitpid(pid, &how, 0) < 0 && errno == EINTR)
            continue;
    }
    (void)close(ends[0]);
    return how == 0 ? said : (struct str){answer, 0};
}

/* NAME is one of NAMES, which have commas between. */
static bool is_among(struct str names, const char *name)
{
    while (names.len > 0) {
        if (str_is(str_cut(&names, ','), name))
            return true;
    }
    return false;
}

const char *fontconfig_file(struct arena *a, const char *family,
                            const char *face)
{
    const char *family_quoted = quoted_family(a, family);
    const char *face_quoted = quoted_family(a, face);
    char answer[ANSWER_MAX];
    struct str said;
    struct str pattern;

    if (family_quoted == NULL || face_quoted == NULL)
        return NULL;
    pattern = arena_printf(a, "%s:style=%s", family_quoted, face_quoted);
    if (pattern.ptr == NULL)
        return NULL;
    said = ask_fc_match(pattern.ptr, answer);
    /* It always knows something that is alike. */
    if (!is_among(str_cut(&said, '\n'), family) ||
        !is_among(str_cut(&said, '\n'), face))
        return NULL;
    said = str_cut(&said, '\n');
    return said.len == 0 || said.ptr[0] != '/' ? NULL : arena_cstr(a, said);
}
