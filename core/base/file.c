#include "core/base/file.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

bool file_path(const char *folder, const char *name, char path[PATH_MAX])
{
    const int n = snprintf(path, PATH_MAX, "%s/%s", folder, name);

    return n >= 0 && n < PATH_MAX;
}

FILE *file_open_at(int folder, const char *name)
{
    const int fd =
        openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    struct stat about;
    FILE *file = NULL;
    int why;

    if (fd < 0 && (errno == ELOOP || errno == ENXIO))
        errno = ENOENT; /* a link, or a socket */
    if (fd >= 0 && fstat(fd, &about) == 0) {
        if (S_ISREG(about.st_mode))
            file = fdopen(fd, "r");
        else
            errno = S_ISDIR(about.st_mode) ? EISDIR : ENOENT;
    }
    why = errno;
    if (file == NULL && fd >= 0)
        (void)close(fd); /* opened for reading: nothing can be lost */
    errno = why;
    return file;
}

ssize_t file_fill(int fd, char *room, size_t size)
{
    size_t len = 0;

    while (len < size) {
        const ssize_t n = read(fd, room + len, size - len);

        if (n < 0 && errno != EINTR)
            return -1;
        if (n == 0)
            break;
        if (n > 0)
            len += (size_t)n;
    }
    return (ssize_t)len;
}

/* A regular file and its size, or -1 with errno. */
static int open_regular(const char *path, size_t *size)
{
    const int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat about;
    int why = 0;

    if (fd < 0)
        return -1;
    if (fstat(fd, &about) != 0)
        why = errno;
    else if (!S_ISREG(about.st_mode))
        why = S_ISDIR(about.st_mode) ? EISDIR : ENOTSUP;
    if (why != 0) {
        (void)close(fd); /* opened for reading: nothing can be lost */
        errno = why;
        return -1;
    }
    *size = (size_t)about.st_size;
    return fd;
}

static enum status read_whole(struct arena *arena, int fd, size_t size,
                              struct str *bytes)
{
    char *room = arena_alloc(arena, size + 1, 1);
    ssize_t n;

    if (room == NULL)
        return arena_status(arena);
    /* One byte more than there was tells whether it grew. */
    n = file_fill(fd, room, size + 1);
    if (n >= 0 && (size_t)n != size)
        errno = EBUSY;
    if (n < 0 || (size_t)n != size)
        return ST_NOINPUT;
    room[size] = '\0';
    *bytes = (struct str){room, size};
    return ST_OK;
}

enum status file_read(struct arena *arena, const char *path, size_t limit,
                      struct str *bytes)
{
    size_t size = 0;
    const int fd = open_regular(path, &size);
    enum status st = ST_NOINPUT;
    int why = EFBIG;

    if (fd < 0)
        return ST_NOINPUT;
    if (size <= limit) {
        st = read_whole(arena, fd, size, bytes);
        why = errno;
    }
    (void)close(fd); /* opened for reading: nothing can be lost */
    errno = why;
    return st;
}

static bool has_rest(int fd, struct str bytes)
{
    char block[16384];
    ssize_t n;

    do {
        n = file_fill(fd, block, sizeof(block));
        if (n < 0)
            return false;
        if ((size_t)n > bytes.len ||
            (n > 0 && memcmp(block, bytes.ptr, (size_t)n) != 0)) {
            errno = 0;
            return false;
        }
        bytes = str_from(bytes, (size_t)n);
    } while (n > 0);
    errno = 0;
    return bytes.len == 0;
}

bool file_has(const char *path, struct str bytes)
{
    size_t size = 0;
    const int fd = open_regular(path, &size);
    bool has = false;
    int why = 0;

    if (fd < 0)
        return false;
    if (size == bytes.len) {
        has = has_rest(fd, bytes);
        why = errno;
    }
    (void)close(fd); /* opened for reading: nothing can be lost */
    errno = why;
    return has;
}

bool file_is_same(const char *a, const char *b)
{
    struct stat x;
    struct stat y;

    return stat(a, &x) == 0 && stat(b, &y) == 0 && x.st_dev == y.st_dev &&
           x.st_ino == y.st_ino;
}
