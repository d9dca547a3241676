#include "input/prose/prose_image.h"
#include "core/model/picture.h"
#include "core/value/guidance.h"

static void add_caption(struct arena *arena, const struct prose_picture *asked,
                        struct doc_node *picture)
{
    struct doc_node *caption = doc_new(arena, DOC_CAPTION);
    struct doc_node *text = doc_new(arena, DOC_TEXT);

    if (caption == NULL || text == NULL)
        return;
    caption->at = asked->caption_at;
    text->at = asked->caption_at;
    text->text = asked->caption;
    doc_append(caption, text);
    doc_append(picture, caption);
}

void prose_image(struct arena *arena, const struct prose_options *options,
                 const struct prose_picture *asked, struct doc_node *node,
                 struct findings *findings)
{
    struct picture *model = arena_alloc(arena, 1, sizeof(*model));

    if (model == NULL)
        return;
    *model = (struct picture){
        .kind = PICTURE_IMAGE,
        .u.image = {image_file(options->images, asked->file, asked->file_at),
                    asked->width, asked->decorative}};
    node->kind = DOC_PICTURE;
    node->u.picture = model;
    if (asked->decorative)
        return;
    node->text = asked->alt;
    guidance_find(options->wording, asked->alt, asked->alt_at, findings);
    if (asked->caption.len == 0)
        return;
    add_caption(arena, asked, node);
    guidance_find(options->wording, asked->caption, asked->caption_at,
                  findings);
}
