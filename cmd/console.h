/*
 * console.h - what the program says to a person, on standard error.
 *
 * The only place that prints messages, so that one line stays one line and a
 * progress line is wiped before it.
 */
#ifndef CMD_CONSOLE_H
#define CMD_CONSOLE_H

#include "batch/messages.h"
#include "core/base/status.h"
#include "core/base/str.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

/* Whether standard error is the journal of systemd: its device and inode are
   those of $JOURNAL_STREAM (systemd.exec(5)). Lines then begin with their
   priority. */
bool console_is_journal(void);

/* First of all: a standard stream that was closed is given to nobody else, and
   what is written to it fails. */
void console_open(void);

/* A line, after "councilpress: ", of what hinders us. What a terminal would act
   on is written out, as in console_visible(). */
void console_error(const char *fmt, ...) PRINTF_LIKE(1, 2);

/* One of another priority. */
void console_line(enum priority priority, const char *fmt, ...)
    PRINTF_LIKE(2, 3);

/* TEXT, most often a path, as a terminal may be given it: utf8_visible(). */
void console_visible(FILE *file, struct str text);

/* Findings, as messages_add() made them; those that only say how data was read
   with NOTES. */
void console_findings(struct str text, bool notes);

/* On a terminal: how far a batch is after so many milliseconds. Nothing
 * anywhere else. */
void console_progress(size_t done, size_t total, size_t failed, int64_t ms);
void console_progress_end(void);

/* Standard output that was closed or is full loses reports silently unless
   somebody asks: ST_OUTPUT then, after a message. */
MUST_CHECK enum status console_close(void);

#endif
