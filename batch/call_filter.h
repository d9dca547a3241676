/*
 * call_filter.h - the calls of the kernel that are left to a process which
 * reads other people's files: a list of those that it needs, by name, so that
 * every architecture has one and a call that is invented tomorrow is refused.
 *
 * Of some calls only a use is left: none cuts a file off, none asks for signals
 * or sends one to others, none makes memory a program.
 */
#ifndef BATCH_CALL_FILTER_H
#define BATCH_CALL_FILTER_H

#include <stdbool.h>

/* Stands in the rules for the number of the process that takes them on; no
   call, flag or process has it (pid_max is at most 2^22). */
#define CALL_FILTER_SELF 0x7f5e1f00U

/* For the rest of this process's life, which can gain no privileges any more;
   what is refused answers EPERM. False when the kernel takes no filter. */
bool call_filter_enter(void);

#endif
