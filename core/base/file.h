/*
 * file.h - files read whole, and whether they are still what was read.
 *
 * A pipe, a device or a folder is never read and holds nobody up.
 */
#ifndef CORE_BASE_FILE_H
#define CORE_BASE_FILE_H

#include "core/base/arena.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <sys/types.h>

/* FOLDER/NAME as PATH; false when no path can be so long. */
MUST_CHECK bool file_path(const char *folder, const char *name,
                          char path[PATH_MAX]);

/* The file NAME of the open FOLDER, to be read line by line. NULL with errno
   when it cannot be had: a link, a pipe or a socket is none (ENOENT). The
   caller closes it. */
FILE *file_open_at(int folder, const char *name);

/* Fills ROOM from FD, to its end or to SIZE bytes. Returns how many, or -1
   with errno. */
ssize_t file_fill(int fd, char *room, size_t size);

/*
 * All of the file PATH, followed by a NUL byte that is not counted. ST_NOINPUT
 * with errno when it cannot be had; EFBIG says that it has more than LIMIT
 * bytes, EBUSY that it changed while it was read.
 */
MUST_CHECK enum status file_read(struct arena *arena, const char *path,
                                 size_t limit, struct str *bytes);

/* Whether the file PATH has exactly BYTES now. Where it cannot be read it has
   not, and errno says why; otherwise errno is 0. */
MUST_CHECK bool file_has(const char *path, struct str bytes);

/* Whether both paths lead to one file or folder, by whatever name or link;
   false where either leads to none. */
bool file_is_same(const char *a, const char *b);

#endif
