/*
 * unpack.h - the bytes of one part of a container, all of them at once.
 *
 * What the container says of a part's size is a claim. It is held against the
 * limits of package.h, and no more is made room for; a part that then holds
 * more or less is damaged, as is one whose checksum is not that of its bytes.
 *
 * Ownership: the caller's struct; unpacked_free() frees what it holds.
 * Failure: as package.h.
 *
 * Source: PKWARE's APPNOTE 4.4.5 (deflate is method 8), 4.4.7 (CRC-32).
 */
#ifndef INPUT_OFFICE_UNPACK_H
#define INPUT_OFFICE_UNPACK_H

#include "input/office/package.h"

struct unpacked {
    char *bytes;
    size_t len;
    size_t taken;     /* from the beginning, by unpacked_take() */
    size_t forgotten; /* of these, what is no memory any more */
};

MUST_CHECK enum status unpack(struct package *p, struct str name,
                              struct unpacked *u);

/* Copies the next bytes to OUT, SIZE at most, and forgets them; how many they
   were: 0 at the end. */
size_t unpacked_take(struct unpacked *u, char *out, size_t size);

/* The same in ARENA, as they are. */
MUST_CHECK enum status unpack_to_arena(struct package *p, struct str name,
                                       struct arena *arena, struct str *bytes);

void unpacked_free(struct unpacked *u);

#endif
