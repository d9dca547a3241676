#include "output/drawing/drawing_make.h"

#include "output/drawing/sketch.h"

const struct drawing *drawing_make(const struct doc_node *picture,
                                   const struct house *house, int32_t width,
                                   struct shaper *shaper, struct arena *arena,
                                   struct findings *findings)
{
    const struct picture *model = picture->u.picture;
    struct sketch s = {
        .drawing = arena_alloc(arena, 1, sizeof(struct drawing)),
        .house = house,
        .shaper = shaper,
        .arena = arena,
        .findings = findings,
        .at = picture->at,
    };

    if (s.drawing == NULL)
        return NULL;
    s.drawing->width = width < DRAWING_WIDTH_MIN ? DRAWING_WIDTH_MIN : width;
    switch (model->kind) {
    case PICTURE_TIMELINE:
        s.drawing->height = timeline_draw(&s, &model->u.timeline);
        break;
    case PICTURE_BARS: s.drawing->height = bars_draw(&s, &model->u.bars); break;
    case PICTURE_STRUCTURE:
        s.drawing->height = structure_draw(&s, &model->u.structure);
        break;
    case PICTURE_IMAGE: arena_fail(arena, ST_BUG); break;
    }
    return arena_status(arena) == ST_OK ? s.drawing : NULL;
}
