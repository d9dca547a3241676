#include "batch/call_filter.h"

#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <string.h>
#include <sys/prctl.h>
#include <unistd.h>

/* Made by call_filter_rules.c, for the architecture that is built for. */
static const struct sock_filter rules[] = {
#include "batch/call_filter.inc"
};

#define RULES (sizeof(rules) / sizeof(rules[0]))

bool call_filter_enter(void)
{
    struct sock_filter filter[RULES];
    struct sock_fprog program = {(unsigned short)RULES, filter};

    memcpy(filter, rules, sizeof(rules));
    for (size_t i = 0; i < RULES; i++) {
        if (filter[i].code == (BPF_JMP | BPF_JEQ | BPF_K) &&
            filter[i].k == CALL_FILTER_SELF)
            filter[i].k = (unsigned)getpid();
    }
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
           prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}
