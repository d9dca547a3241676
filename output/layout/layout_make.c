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
    mem_free(s->places);
    mem_free(s->ends);
    mem_free(s->marks);
}

#define TIGHTER 92 /* hundredths of spaces that spare a page */

/* The tree, from its first block to its last, onto pages. */
static void make_pages(struct layout_parts *m)
{
    const struct text_style body =
        text_style(m, SET_BODY, FACE_REGULAR, m->style->house->colours.text);
    struct flow f;

    items_part(m);
    notes_find(m);
    flow_init(&f, m, &body, page_text_left(m), page_text_right(m, false));
    f.paged = true;
    flow_content(&f, m->doc->root);
    if (f.targets != NULL) { /* they begin where everything has ended */
        f.gap = 0;
        flow_emit(&f, box_new(m, 0));
    }
    page_finish(m);
    free_scratch(&m->scratch);
    m->scratch = (struct scratch){.text = NULL};
}

static struct layout_parts parts_of(const struct doc *d, struct shaper *shaper,
                                    struct arena *arena,
                                    struct findings *findings,
                                    struct layout *layout)
{
    *layout = (struct layout){.arena = arena};
    return (struct layout_parts){
        .doc = d,
        .style = d->style,
        .sizes = &d->style->house->sizes,
        .shaper = shaper,
        .arena = arena,
        .findings = findings,
        .layout = layout,
    };
}

static struct house_sizes tighter(const struct house_sizes *sizes)
{
    struct house_sizes s = *sizes;

    s.paragraph_space = s.paragraph_space * TIGHTER / 100;
    s.heading_space = s.heading_space * TIGHTER / 100;
    return s;
}

/* Another layout in the place of M's, where it spares the stray page, or leaves
   more on it: what M says of the tree has been said. */
static void take_better(struct layout_parts *m,
                        const struct layout_parts *other)
{
    const struct layout *l = other->layout;
    struct findings *heard = m->findings;
    struct layout *layout = m->layout;

    if (!layout_ok(other) || l->npages > layout->npages ||
        (l->npages == layout->npages && page_is_stray(l)))
        return;
    *m = *other;
    *layout = *l;
    m->layout = layout;
    m->findings = heard;
}

/* The last page holds next to nothing: closer spaces spare it, or what comes
   last before it is drawn over to it. */
static void mend_last_page(struct layout_parts *m, struct house_sizes *sizes)
{
    struct arena *a = m->arena;
    struct findings unheard;
    struct layout layout;
    struct layout_parts other;

    if (!layout_ok(m) || !page_is_stray(m->layout) || a->used > a->limit / 4)
        return;
    findings_init_unheard(&unheard, a);
    other = parts_of(m->doc, m->shaper, a, &unheard, &layout);
    *sizes = tighter(m->sizes);
    other.sizes = sizes;
    make_pages(&other);
    take_better(m, &other);
    if (!page_is_stray(m->layout))
        return;
    other = parts_of(m->doc, m->shaper, a, &unheard, &layout);
    other.page_before = page_begun_over(m);
    if (other.page_before == NULL)
        return;
    make_pages(&other);
    take_better(m, &other);
}

enum status layout_make(const struct doc *d, struct shaper *shaper,
                        struct arena *arena, struct findings *findings,
                        struct layout *layout)
{
    struct layout_parts m = parts_of(d, shaper, arena, findings, layout);
    struct house_sizes sizes;

    init_linebreak();
    make_pages(&m);
    mend_last_page(&m, &sizes);
    numbers_fill(&m);
    running_make(&m);
    pages_prove(&m);
    free_scratch(&m.scratch);
    return status_worst(arena_status(arena), shaper_status(shaper));
}
