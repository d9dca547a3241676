/*
 * image_in.h - PNG and JPEG files into what writers embed (core/model/image.h).
 *
 * What a file is, its first bytes say, whatever its name. Everything is
 * decoded once to prove it; anything that a decoder only warns of is a fault
 * in a JPEG file, as is a wrong checksum in a PNG file. Then:
 *
 * - A side of more than IMAGE_SIDE_MAX pixels, which is 300 to the inch
 *   across a page, is shrunk to that by averaging areas.
 * - Transparency becomes white, 16 bits become 8, a palette its colours.
 * - An Exif orientation is carried out (JPEG).
 * - CMYK becomes RGB, with a finding.
 * - All values are taken for sRGB: profiles and gamma are not looked at.
 * - A JPEG file that none of this changes stays as it is, scan by scan, but
 *   without metadata: no position, camera or preview leaves the house. What is
 *   behind a picture's end is dropped.
 *
 * Failure: a finding, and a picture of one pixel that stands in for what
 * could not be read; NULL when the arena failed.
 */
#ifndef INPUT_PICTURE_IMAGE_IN_H
#define INPUT_PICTURE_IMAGE_IN_H

#include "core/base/list.h"
#include "core/finding/finding.h"
#include "core/finding/source.h"
#include "core/model/image.h"

/*
 * The images of a report, or of all templates: each file is read once,
 * however often it is named.
 */
struct image_files {
    struct arena *arena;
    struct findings *findings;
    /* Reads what NAME, at AT, means to OWNER, as SOURCE_BYTES; NULL after a
       finding. The same file is the same source. */
    struct source *(*open)(void *owner, const char *name, struct place at);
    void *owner;
    struct list read; /* struct image_read */
};

struct image_files image_files_of(
    struct arena *arena, struct findings *findings,
    struct source *(*open)(void *owner, const char *name, struct place at),
    void *owner);

/* NAME may be NULL: it is not known, and a finding was made. */
const struct image *image_file(struct image_files *files, const char *name,
                               struct place at);

/* The image in SOURCE; findings are at AT. */
const struct image *image_in(struct arena *arena, const struct source *source,
                             struct place at, struct findings *findings);

#endif
