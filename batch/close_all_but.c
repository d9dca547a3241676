/* close_range(2) is no part of POSIX. */
#define _GNU_SOURCE

#include "batch/close_all_but.h"

#include <unistd.h>

enum { FIRST_OTHER = STDERR_FILENO + 1, OTHERS_MAX = 65536 };

void close_all_but(int kept)
{
    const long most = sysconf(_SC_OPEN_MAX);

    if ((kept <= FIRST_OTHER ||
         close_range(FIRST_OTHER, (unsigned)kept - 1, 0) == 0) &&
        close_range((unsigned)kept + 1, ~0U, 0) == 0)
        return;
    /* A kernel before 5.9 has them closed one by one. */
    for (int fd = FIRST_OTHER; fd < most && fd < OTHERS_MAX; fd++) {
        if (fd != kept)
            (void)close(fd); /* most are none */
    }
}
