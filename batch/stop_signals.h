/*
 * stop_signals.h - SIGINT, SIGTERM and SIGHUP as something to wait for: a batch
 * stops where it is whole, and then dies of the signal, as whoever sent it
 * expects.
 *
 * A signal that was ignored when the program started stays ignored (nohup).
 */
#ifndef BATCH_STOP_SIGNALS_H
#define BATCH_STOP_SIGNALS_H

#include "core/base/status.h"

#include <signal.h>

struct stop_signals {
    int fd; /* readable once a signal has come */
    sigset_t before;
};

/* The signals wait from here on. ST_NOMEM when the kernel has no room. */
MUST_CHECK enum status stop_signals_open(struct stop_signals *stop);

/* The one that has come; SIGTERM when that cannot be told. */
int stop_signals_which(const struct stop_signals *stop);

void stop_signals_close(struct stop_signals *stop);

/*
 * Between the two no signal ends the process: files that belong together are
 * put in place as one. What has come meanwhile comes at the end.
 */
void stop_signals_hold(sigset_t *before);
void stop_signals_release(const sigset_t *before);

/* Exit status 128 + SIGNAL to a shell. */
_Noreturn void stop_signals_die(int signal);

#endif
