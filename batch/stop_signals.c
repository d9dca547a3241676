#include "batch/stop_signals.h"

#include <stdio.h>
#include <sys/signalfd.h>
#include <unistd.h>

static const int signals[] = {SIGINT, SIGTERM, SIGHUP};

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static void add_wanted(sigset_t *set)
{
    (void)sigemptyset(set); /* these fail for numbers that are no signal */
    for (size_t i = 0; i < COUNT(signals); i++) {
        struct sigaction now;

        if (sigaction(signals[i], NULL, &now) == 0 && now.sa_handler != SIG_IGN)
            (void)sigaddset(set, signals[i]);
    }
}

enum status stop_signals_open(struct stop_signals *stop)
{
    sigset_t set;

    add_wanted(&set);
    stop->fd = -1;
    if (sigprocmask(SIG_BLOCK, &set, &stop->before) != 0)
        return ST_BUG;
    stop->fd = signalfd(-1, &set, SFD_CLOEXEC | SFD_NONBLOCK);
    if (stop->fd >= 0)
        return ST_OK;
    stop_signals_close(stop);
    return ST_NOMEM;
}

int stop_signals_which(const struct stop_signals *stop)
{
    struct signalfd_siginfo info;

    if (read(stop->fd, &info, sizeof(info)) != (ssize_t)sizeof(info))
        return SIGTERM; /* what it was cannot be told: the run ends all the same
                         */
    return (int)info.ssi_signo;
}

void stop_signals_close(struct stop_signals *stop)
{
    if (stop->fd >= 0)
        (void)close(stop->fd); /* holds no data */
    stop->fd = -1;
    (void)sigprocmask(SIG_SETMASK, &stop->before, NULL); /* was valid before */
}

void stop_signals_hold(sigset_t *before)
{
    sigset_t set;

    (void)sigemptyset(&set); /* these fail for numbers that are no signal */
    for (size_t i = 0; i < COUNT(signals); i++)
        (void)sigaddset(&set, signals[i]);
    (void)sigprocmask(SIG_BLOCK, &set, before);
}

void stop_signals_release(const sigset_t *before)
{
    (void)sigprocmask(SIG_SETMASK, before, NULL); /* was valid before */
}

_Noreturn void stop_signals_die(int number)
{
    sigset_t set;

    (void)fflush(NULL); /* the signal says more than a full disk now */
    (void)signal(number, SIG_DFL);
    (void)sigemptyset(&set);
    (void)sigaddset(&set, number);
    (void)sigprocmask(SIG_UNBLOCK, &set, NULL);
    (void)raise(number);
    _exit(128 + number);
}
