/*
 * status.h - how an operation ended.
 *
 * The only error type of the program, mildest first: a batch ends with the
 * worst status of its reports. cmd/main.c maps each to an exit status.
 */
#ifndef CORE_BASE_STATUS_H
#define CORE_BASE_STATUS_H

#define MUST_CHECK __attribute__((warn_unused_result))
#define PRINTF_LIKE(fmt, args) __attribute__((format(printf, fmt, args)))

enum status {
    ST_OK = 0,
    ST_DATA,    /* the input is wrong; nothing was written */
    ST_LIMIT,   /* the input is larger than the caller allows */
    ST_NOINPUT, /* an input file cannot be opened or read */
    ST_BUSY,    /* another run writes to the output folder */
    ST_CREATE,  /* an output file or folder cannot be created */
    ST_OUTPUT,  /* an output file cannot be written, synced or renamed */
    ST_NOMEM,   /* the system gave no memory */
    ST_BUG,     /* the value of a result that nobody has set yet */
    ST_MAX,
};

static inline enum status status_worst(enum status a, enum status b)
{
    return a > b ? a : b;
}

/* One word for records: "ok", "data" ... */
const char *status_name(enum status st);

#endif
