/*
 * prose_image.h - an image in prose, from XML or from CommonMark, as a
 * picture. For the readers of prose.
 */
#ifndef INPUT_PROSE_PROSE_IMAGE_H
#define INPUT_PROSE_PROSE_IMAGE_H

#include "input/prose/prose_in.h"

struct prose_picture {
    struct str alt;
    struct place alt_at;
    struct str caption; /* may be empty */
    struct place caption_at;
    const char *file; /* NULL: a finding was made */
    struct place file_at;
    int32_t width; /* in milli-points; 0: not given */
    bool decorative;
};

/* Makes NODE a DOC_PICTURE; OPTIONS' images are not NULL. */
void prose_image(struct arena *arena, const struct prose_options *options,
                 const struct prose_picture *asked, struct doc_node *node,
                 struct findings *findings);

#endif
