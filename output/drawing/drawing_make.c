#include "output/drawing/drawing_make.h"

#include "output/drawing/sketch.h"

/* S has everything but its drawing. */
static const struct drawing *make(struct sketch *s, const struct picture *model,
                                  int32_t width)
{
    s->drawing = arena_alloc(s->arena, 1, sizeof(*s->drawing));
    if (s->drawing == NULL)
        return NULL;
    s->drawing->width = width;
    switch (model->kind) {
#define DRAW(kind, name)                                                       \
    case kind: s->drawing->height = name##_draw(s, &model->u.name); break;
        PICTURE_MODELS(DRAW)
#undef DRAW
    case PICTURE_IMAGE: arena_fail(s->arena, ST_BUG); break;
    }
    return arena_status(s->arena) == ST_OK ? s->drawing : NULL;
}

const struct drawing *drawing_make(const struct doc_node *picture,
                                   const struct house *house, int32_t width,
                                   struct shaper *shaper, struct arena *arena,
                                   struct findings *findings)
{
    struct sketch s = {
        .house = house,
        .shaper = shaper,
        .arena = arena,
        .findings = findings,
        .at = picture->at,
    };

    return make(&s, picture->u.picture,
                width < DRAWING_WIDTH_MIN ? DRAWING_WIDTH_MIN : width);
}

const struct drawing *drawing_make_narrow(const struct doc_node *picture,
                                          const struct house *house,
                                          struct shaper *shaper,
                                          struct arena *arena)
{
    struct sketch s = {
        .narrow = true,
        .house = house,
        .shaper = shaper,
        .arena = arena,
        .at = picture->at,
    };

    return make(&s, picture->u.picture, DRAWING_NARROW);
}
