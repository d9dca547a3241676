/*
 * library_faults.h - what commands that look at templates say of faults.
 */
#ifndef CMD_LIBRARY_FAULTS_H
#define CMD_LIBRARY_FAULTS_H

#include "cmd/options.h"
#include "core/base/list.h"
#include "core/finding/finding.h"

/* On standard error. */
void library_print_faults(const struct options *options,
                          const struct findings *findings);

/* There is no WHAT called NAME; NAMES are const char *, and COMMAND lists
   them. */
MUST_CHECK enum status library_refuse(struct arena *arena, const char *what,
                                      const char *command,
                                      const struct list *names,
                                      const char *name);

#endif
