/*
 * option_table.h - every option, one a row of option_table.c.
 *
 * From the rows come what is read, --help, and by `make options` the list of
 * the manual page and the completions of three shells. To add one: a row, with
 * a function if no other reads such a value, and the field it sets; then
 * `make options`, which puts its sentence into the manual page, where it may
 * be made longer.
 */
#ifndef CMD_OPTION_TABLE_H
#define CMD_OPTION_TABLE_H

#include "cmd/options.h"

struct option_row;

/* An option as it was given. */
struct option_in {
    struct arena *arena;
    struct options *options;
    const struct option_row *row;
    const char *value; /* NULL: it takes none */
};

enum { NOT_WITH_MAX = 2 };

struct option_row {
    const char *name;     /* behind "--" */
    const char *argument; /* what its value is called; NULL: it takes none */

    /* What it does, in one sentence without a full stop. In it, {values} is
       the list of its values and {all} the last of them. */
    const char *help;

    /* Into in->options, or false after a message. */
    bool (*read)(const struct option_in *in);
    size_t field; /* of struct options, where READ is for any field */

    /* What its value can be; NULL when that is no list. Of these, the list
       ends with a NULL, and is NULL itself when there is no memory. */
    const char *const *(*values)(struct arena *arena);

    const char *not_with[NOT_WITH_MAX]; /* other options; NULL: no more */
    const char *needs;                  /* another option; NULL: none */
    const char *must;  /* none of its commands can do without it: the command
                          that lists what its value can be; NULL: all can */
    unsigned commands; /* it goes with: bits of enum command_id; 0: it stands
                          for a command itself */
    char letter;       /* behind "-"; 0: none */
    bool folder;       /* its value is the name of a folder */
    bool named;        /* it is of the NAME that its command takes */
    bool repeats;      /* each time it is given counts */
    bool yields;       /* to a later one: it says where and how a run is done,
                          which whoever calls a script may say otherwise; of
                          all others the same value alone may be given again */
};

#define OPTIONS_MAX 64

extern const struct option_row option_rows[];
extern const size_t option_count; /* up to OPTIONS_MAX */

/* ITEMS, which end with a NULL, as "a, b or c". Empty without memory. */
struct str option_choice(struct arena *arena, const char *const *items);

#endif
