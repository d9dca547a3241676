#include "cmd/console.h"
#include "cmd/help.h"
#include "cmd/read_options.h"
#include "core/base/version.h"

#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <sysexits.h>

/* What is known of 100,000 reports takes a fifth of it. */
#define RUN_MEMORY ((size_t)1024 * 1024 * 1024)

/* After sysexits.h; docs/man/councilpress.1 explains each. */
static int exit_status(enum status st)
{
    switch (st) {
    case ST_OK: return EX_OK;
    case ST_DATA: return EX_DATAERR;
    case ST_LIMIT: return EX_DATAERR;
    case ST_NOINPUT: return EX_NOINPUT;
    case ST_BUSY: return EX_TEMPFAIL;
    case ST_CREATE: return EX_CANTCREAT;
    case ST_OUTPUT: return EX_IOERR;
    case ST_NOMEM: return EX_OSERR;
    case ST_BUG: return EX_SOFTWARE;
    case ST_MAX: return EX_SOFTWARE;
    }
    return EX_SOFTWARE;
}

static enum status run(struct arena *arena, struct options *options)
{
    if (options->help)
        return help_print(arena, options->command);
    if (options->version) {
        (void)puts("councilpress " COUNCILPRESS_VERSION);
        return ST_OK;
    }
    return options->command->run(arena, options);
}

int main(int argc, char **argv)
{
    struct arena arena;
    struct options options;
    enum status st;

    console_open();
    /* What is longer than `ulimit -f` allows is a fault like a full disk. */
    (void)signal(SIGXFSZ, SIG_IGN);
    arena_init(&arena, RUN_MEMORY);
    st = read_options(&arena, argc, argv, &options);
    if (st != ST_OK) {
        if (st == ST_NOMEM)
            console_error("out of memory");
        arena_free(&arena);
        return st == ST_DATA ? EX_USAGE : exit_status(st);
    }
    st = run(&arena, &options);
    if (st == ST_NOMEM)
        console_error("out of memory");
    if (st == ST_BUG)
        console_error(
            "a fault of the program itself: please report it with the "
            "folder that shows it");
    arena_free(&arena);
    return exit_status(status_worst(st, console_close()));
}
