#include "output/layout/layout_make.h"

#include "core/base/mem.h"
#include "output/layout/layout_parts.h"

#include <linebreak.h>

static void free_scratch(struct scratch *s)
{
    mem_free(s->text);
    mem_free(s->breaks);
    mem_free(s->levels);
    mem_free(s->pieces);
    mem_free(s->runs);
    mem_free(s->atoms);
    mem_free(s->marks);
}

/* The tree, from its first block to its last, onto pages. */
static void make_pages(struct layout_parts *m)
{
    const struct text_style body =
        text_style(m, SET_BODY, FACE_REGULAR, m->style->house->colours.text);
    struct flow f;

    flow_init(&f, m, &body, page_text_left(m), page_text_right(m, false));
    f.paged = true;
    flow_content(&f, m->doc->root);
    if (f.targets != NULL) { /* they begin where everything has ended */
        f.gap = 0;
        flow_emit(&f, box_new(m, 0));
    }
    page_finish(m);
}

enum status layout_make(const struct doc *d, struct shaper *shaper,
                        struct arena *arena, struct findings *findings,
                        struct layout *layout)
{
    struct layout_parts m = {
        .doc = d,
        .style = d->style,
        .sizes = &d->style->house->sizes,
        .shaper = shaper,
        .arena = arena,
        .findings = findings,
        .layout = layout,
    };

    *layout = (struct layout){.arena = arena};
    init_linebreak();
    notes_find(&m);
    make_pages(&m);
    numbers_fill(&m);
    running_make(&m);
    free_scratch(&m.scratch);
    return status_worst(arena_status(arena), shaper_status(shaper));
}
