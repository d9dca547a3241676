/*
 * program_folder.h - where the running program lies, and so what was installed
 * with it.
 */
#ifndef BATCH_PROGRAM_FOLDER_H
#define BATCH_PROGRAM_FOLDER_H

#include "core/base/str.h"

#include <limits.h>

/* The folder, in BUFFER, with a / at its end; empty when it is not known. In a
   root without /proc it is where the program was called. */
struct str program_folder(char buffer[PATH_MAX]);

#endif
