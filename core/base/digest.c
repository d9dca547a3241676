#include "core/base/digest.h"
#include "core/base/file.h"

#include <nettle/md5.h>
#include <nettle/sha2.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

void digest_sha256(struct str bytes, uint8_t out[DIGEST_SIZE])
{
    struct sha256_ctx ctx;

    sha256_init(&ctx);
    if (bytes.len > 0)
        sha256_update(&ctx, bytes.len, (const uint8_t *)bytes.ptr);
    sha256_digest(&ctx, DIGEST_SIZE, out);
}

void digest_md5(struct str bytes, uint8_t out[DIGEST_MD5_SIZE])
{
    struct md5_ctx ctx;

    md5_init(&ctx);
    if (bytes.len > 0)
        md5_update(&ctx, bytes.len, (const uint8_t *)bytes.ptr);
    md5_digest(&ctx, DIGEST_MD5_SIZE, out);
}

void digest_hex(const uint8_t digest[DIGEST_SIZE], char out[DIGEST_HEX_SIZE])
{
    static const char digits[] = "0123456789abcdef";

    for (size_t i = 0; i < DIGEST_SIZE; i++) {
        out[2 * i] = digits[digest[i] >> 4];
        out[2 * i + 1] = digits[digest[i] & 0xF];
    }
    out[2 * DIGEST_SIZE] = '\0';
}

/* All of FD into CTX. */
static bool update_all(struct sha256_ctx *ctx, int fd)
{
    char block[16384];
    ssize_t n;

    do {
        n = file_fill(fd, block, sizeof(block));
        if (n > 0)
            sha256_update(ctx, (size_t)n, (const uint8_t *)block);
    } while (n > 0);
    return n == 0;
}

bool digest_file(const char *path, uint8_t out[DIGEST_SIZE])
{
    const int fd = open(path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    struct stat about;
    struct sha256_ctx ctx;
    bool whole;

    if (fd < 0)
        return false;
    sha256_init(&ctx);
    whole = fstat(fd, &about) == 0 && S_ISREG(about.st_mode) &&
            update_all(&ctx, fd);
    (void)close(fd); /* opened for reading: nothing can be lost */
    if (whole)
        sha256_digest(&ctx, DIGEST_SIZE, out);
    return whole;
}
