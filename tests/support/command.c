#include "tests/support/command.h"

#include <stdio.h>
#include <string.h>

#include <sys/wait.h>

#define COMMAND_MAX 2048

int test_command(struct buf *out, const char *fmt, ...)
{
    char command[COMMAND_MAX];
    char bytes[4096];
    va_list args;
    size_t n;
    FILE *f;
    int status;

    va_start(args, fmt);
    status = vsnprintf(command, sizeof(command), fmt, args);
    va_end(args);
    if (status < 0 || (size_t)status >= sizeof(command))
        return -1;
    f = popen(command, "r");
    if (f == NULL)
        return -1;
    while ((n = fread(bytes, 1, sizeof(bytes), f)) > 0)
        buf_add(out, bytes, n);
    status = pclose(f);
    buf_char(out, '\0');
    if (buf_status(out) != ST_OK)
        return -1;
    out->len--;
    return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
}

size_t test_count(const char *text, const char *needle)
{
    size_t n = 0;

    for (const char *p = strstr(text, needle); p != NULL;
         p = strstr(p + strlen(needle), needle))
        n++;
    return n;
}
