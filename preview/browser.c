#include "preview/browser.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

static bool is_set(const char *name)
{
    const char *value = getenv(name);

    return value != NULL && value[0] != '\0';
}

/* Started by a process that ends at once, so that nobody has to wait for it. */
static _Noreturn void start_browser(const char *address)
{
    sigset_t none;

    (void)sigemptyset(&none);
    (void)sigprocmask(SIG_SETMASK, &none, NULL);
    if (fork() == 0) {
        (void)setsid();
        (void)execlp("xdg-open", "xdg-open", address, (char *)NULL);
        _exit(EXIT_FAILURE);
    }
    _exit(EXIT_SUCCESS);
}

bool browser_open(unsigned port, const char *nonce)
{
    char address[96];
    pid_t pid;

    if ((!is_set("DISPLAY") && !is_set("WAYLAND_DISPLAY")) ||
        is_set("SSH_CONNECTION"))
        return false;
    (void)snprintf(address, sizeof(address), "http://127.0.0.1:%u/o/%s", port,
                   nonce);
    pid = fork();
    if (pid == 0)
        start_browser(address);
    if (pid > 0)
        (void)waitpid(pid, NULL, 0);
    return pid > 0;
}
