#include "output/layout/layout.h"

static const char *const face_names[FACE_MAX] = {"regular", "bold", "italic",
                                                 "bold-italic", "code"};

static const char *const artifact_names[] = {
    [ARTIFACT_NONE] = "",
    [ARTIFACT_HEADER] = " header",
    [ARTIFACT_FOOTER] = " footer",
    [ARTIFACT_REPEAT] = " repeat",
    [ARTIFACT_BACKGROUND] = " background",
    [ARTIFACT_RULE] = " rule",
    [ARTIFACT_DECORATION] = " decoration",
};

/* The block that an inline stands in. */
static const struct doc_node *block_of(const struct doc_node *n)
{
    while (n->parent != NULL && doc_kind_is_inline((enum doc_kind)n->kind) &&
           n->kind != DOC_LABEL)
        n = n->parent;
    return n;
}

static void dump_words(const struct layout_item *item, struct buf *out)
{
    for (uint32_t i = 0; i < item->nwords; i++) {
        const struct shaped_word w = layout_word(item, i);

        for (const struct shaped *s = w.shaped; s != NULL; s = s->rest)
            buf_str(out, s->text);
        if (w.space_after)
            buf_char(out, ' ');
    }
}

static void dump_item(const struct layout_item *item, struct buf *out)
{
    static const char *const kinds[] = {
        [LAYOUT_TEXT] = "text",
        [LAYOUT_FILL] = "fill",
        [LAYOUT_DRAWING] = "drawing",
        [LAYOUT_IMAGE] = "image",
    };

    buf_printf(out, "  %s %d,%d %dx%d", kinds[item->kind], (int)item->x,
               (int)item->y, (int)item->width, (int)item->height);
    if (item->kind == LAYOUT_TEXT)
        buf_printf(out, " %s", face_names[item->face]);
    buf_printf(out, " #%06x%s", (unsigned)item->colour,
               artifact_names[item->artifact]);
    if (item->src != NULL)
        buf_printf(out, " %s",
                   doc_kind_name((enum doc_kind)block_of(item->src)->kind));
    if (item->kind == LAYOUT_IMAGE)
        buf_printf(out, " %s", item->image->name);
    if (item->kind == LAYOUT_TEXT) {
        buf_puts(out, " |");
        dump_words(item, out);
        buf_char(out, '|');
    }
    buf_char(out, '\n');
    if (item->kind == LAYOUT_DRAWING)
        drawing_dump(item->drawing, out);
}

void layout_drawn(struct layout *l)
{
    struct layout_page *page = l->drawn == NULL ? l->pages : l->drawn->next;

    if (page == NULL)
        return;
    page->first = NULL;
    page->last = NULL;
    l->drawn = page;
    for (uint32_t i = 0; i < l->nparts; i++) {
        struct layout_part *part = &l->parts[i];

        if (part->arena == NULL || part->last_page > page->number)
            continue;
        arena_free(part->arena);
        part->arena = NULL;
    }
}

void layout_dump(const struct layout *l, struct buf *out)
{
    for (const struct layout_page *p = l->pages; p != NULL; p = p->next) {
        buf_printf(out, "page %u %dx%d\n", (unsigned)p->number, (int)p->width,
                   (int)p->height);
        for (const struct layout_item *i = p->first; i != NULL; i = i->next)
            dump_item(i, out);
    }
    for (const struct layout_target *t = l->targets; t != NULL; t = t->next) {
        buf_printf(out, "target %s",
                   doc_kind_name((enum doc_kind)t->node->kind));
        if (t->node->id != NULL)
            buf_printf(out, " %s", t->node->id);
        buf_printf(out, " page %u %d,%d\n", (unsigned)t->page->number,
                   (int)t->x, (int)t->y);
    }
}
