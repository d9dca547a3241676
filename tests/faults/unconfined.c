/*
 * unconfined.c - stands for batch/confine.c in a program that LeakSanitizer may
 * look into: it wants /proc and a process of its own, which a confined process
 * cannot have.
 *
 * FAULT_LEAK in the environment makes each process that reads reports lose
 * memory, so that a sweep can prove that it would see it.
 */
#include "batch/close_all_but.h"
#include "batch/confine.h"

#include <sanitizer/lsan_interface.h>
#include <stdlib.h>
#include <unistd.h>

const char *__asan_default_options(void);
_Noreturn void __real__exit(int status);
_Noreturn void __wrap__exit(int status);
int __wrap_kill(pid_t pid, int number);

const char *__asan_default_options(void)
{
    return "detect_leaks=1";
}

/* Written to, so that no compiler leaves it out. */
static void lose_memory(void)
{
    volatile char *lost = malloc(100);

    if (lost != NULL)
        lost[0] = 'x';
}

void confine_open(struct confinement *c, const struct batch_settings *settings,
                  const struct jobs *jobs, const char *const *templates,
                  size_t ntemplates)
{
    (void)jobs;
    (void)templates;
    (void)ntemplates;
    *c = (struct confinement){-1, settings->max_memory};
}

void confine_close(struct confinement *c)
{
    (void)c;
}

unsigned confine_enter(const struct confinement *c, int kept)
{
    (void)c;
    close_all_but(kept);
    if (getenv("FAULT_LEAK") != NULL)
        lose_memory();
    return 0;
}

/* Workers end by _exit(), past what LeakSanitizer does at the end... */
void __wrap__exit(int status)
{
    (void)__lsan_do_recoverable_leak_check(); /* it says what it finds */
    __real__exit(status);
}

/* ...and are not killed: they find that nobody has orders for them. */
int __wrap_kill(pid_t pid, int number)
{
    (void)pid;
    (void)number;
    return 0;
}
