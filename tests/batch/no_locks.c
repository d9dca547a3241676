/* A file system without locks, for a program that this is preloaded into. */
#include <errno.h>

int flock(int fd, int operation);

int flock(int fd, int operation)
{
    (void)fd;
    (void)operation;
    errno = ENOLCK;
    return -1;
}
