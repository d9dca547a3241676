/*
 * prose_image.h - an image in prose, from XML or from CommonMark, as a
 * picture. For the readers of prose.
 */
#ifndef INPUT_PROSE_PROSE_IMAGE_H
#define INPUT_PROSE_PROSE_IMAGE_H

#include "core/base/attribute.h"
#include "core/model/style.h"
#include "input/prose/prose_in.h"

/* clang-format off */
#define PROSE_PICTURE_ATTRIBUTES(A, E)                                         \
    A(E, FILE, file, "file",                                                   \
      "a PNG or JPEG file: in a report in its folder, in a template below "    \
      "the template's", REQUIRED)                                              \
    A(E, EXPANDED, alt, "alt",                                                 \
      "what it shows, in words, for those who cannot see it", OPTIONAL)        \
    A(E, YES, decorative, "decorative",                                        \
      "whether it tells nothing, and has neither words nor caption", OPTIONAL) \
    A(E, EXPANDED, caption, "caption", "its caption", OPTIONAL)                \
    A(E, LENGTH, width, "width", "how wide it is printed", OPTIONAL,           \
      .min = 2835, .max = 2835000, .otherwise_says = "an inch for 96 pixels")
/* clang-format on */

/* A file that is NULL was found to be none. */
struct prose_picture {
    PROSE_PICTURE_ATTRIBUTES(ATTRIBUTE_MEMBER, prose_picture)
    struct place alt_at;
    struct place caption_at;
    struct place file_at;
};

/* Makes NODE a DOC_PICTURE; OPTIONS' images are not NULL. */
void prose_image(struct arena *arena, const struct prose_options *options,
                 const struct prose_picture *asked, struct doc_node *node,
                 struct findings *findings);

#endif
