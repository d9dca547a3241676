#include "output/layout/table_parts.h"

#include "core/base/buf.h"

static const struct doc_node *caption_of(const struct doc_node *table)
{
    return table->first != NULL && table->first->kind == DOC_CAPTION
               ? table->first
               : NULL;
}

static void make_caption(struct table_layout *t, struct flow *f,
                         const struct doc_node *caption)
{
    const struct layout_parts *m = t->m;
    struct text_style style = t->style;
    struct flow above;

    style.face |= FACE_BOLD;
    style.size = m->sizes->table;
    flow_init(&above, t->m, &style, t->edges[0], t->edges[t->ncolumns]);
    above.landscape = t->landscape;
    flow_target(f, caption);
    flow_paragraph(&above, caption, &style, KEEP_STRONG);
    if (above.out.first != NULL) {
        for (struct box *s = above.out.first; s != NULL; s = s->next)
            s->keep = KEEP_STRONG;
        flow_emit_all(f, &above.out);
        flow_space(f, m->sizes->paragraph_space / 2);
    }
}

static void make_groups(struct table_layout *t, struct flow *f,
                        bool (*wanted)(const struct doc_node *group))
{
    for (const struct doc_node *g = t->node->first; g != NULL; g = g->next) {
        if (g->kind != DOC_ROW_GROUP || !wanted(g))
            continue;
        flow_target(f, g);
        table_rows(t, f, g);
    }
}

static bool is_head(const struct doc_node *group)
{
    return group->level == GROUP_HEAD;
}

static bool is_no_head(const struct doc_node *group)
{
    return group->level != GROUP_HEAD;
}

/* --- the head on later pages --- */

/* The caption with "(continued)", as a node of its own that no tree has. */
static const struct doc_node *continued(const struct table_layout *t,
                                        const struct doc_node *caption)
{
    struct arena *a = t->m->arena;
    const struct wording *wording = t->m->doc->wording;
    struct doc_node *node = doc_new(a, DOC_CAPTION);
    struct doc_node *text = doc_new(a, DOC_TEXT);
    struct placeholder placeholder = {.name = "caption"};
    struct buf words;

    if (node == NULL || text == NULL)
        return NULL;
    buf_init(&words, a->limit);
    doc_plain_text(caption, &words);
    placeholder.value = buf_view(&words);
    if (buf_status(&words) != ST_OK)
        arena_fail(a, buf_status(&words));
    else
        text->text = wording_fill(a, wording->phrases[PHRASE_CONTINUED],
                                  &placeholder, 1);
    buf_free(&words);
    doc_append(node, text);
    return node;
}

/* Makes what is repeated, as artifacts; nothing when it would take more than
   half a page. */
static void make_repeat(struct table_layout *t, const struct flow *outer)
{
    struct layout_parts *m = t->m;
    const struct doc_node *caption = caption_of(t->node);
    const struct doc_node *again = caption == NULL || m->doc->wording == NULL
                                       ? NULL
                                       : continued(t, caption);
    struct flow f;

    flow_init(&f, m, &t->style, t->edges[0], t->edges[t->ncolumns]);
    f.landscape = outer->landscape;
    m->artifact = ARTIFACT_REPEAT;
    if (again != NULL)
        make_caption(t, &f, again);
    make_groups(t, &f, is_head);
    m->artifact = ARTIFACT_NONE;
    if (boxes_height(&f.out) > page_text_height(m, t->landscape) / 2)
        return;
    t->repeat = (struct page_repeat){f.out, boxes_height(&f.out)};
}

/* --- all of it --- */

static struct table_layout *new_table_layout(struct flow *f,
                                             const struct doc_node *node)
{
    struct layout_parts *m = f->m;
    struct table_layout *t = arena_alloc(m->arena, 1, sizeof(*t));

    if (t == NULL)
        return NULL;
    t->m = m;
    t->node = node;
    t->columns = node->u.table->columns;
    t->ncolumns = node->u.table->ncolumns;
    t->style = f->style;
    t->style.size = m->sizes->table;
    t->style.align = ALIGN_START;
    t->padding = m->sizes->cell_padding;
    t->padding_above = m->sizes->cell_padding * 3 / 5;
    t->landscape = f->landscape;
    return t;
}

static void make_table(struct table_layout *t, struct flow *f)
{
    struct layout_parts *m = t->m;
    const struct doc_node *caption = caption_of(t->node);
    const bool landscape = f->landscape;

    if (t->edges[0] < flow_left(f)) /* nothing hangs beside it */
        flow_label_alone(f, KEEP_STRONG);
    f->landscape = t->landscape;
    t->row_limit = INT32_MAX;
    if (f->paged) {
        t->row_limit = page_text_height(m, t->landscape);
        make_repeat(t, f);
        t->row_limit -= t->repeat.height;
    }
    if (caption != NULL)
        make_caption(t, f, caption);
    make_groups(t, f, is_head);
    f->repeat = f->paged ? &t->repeat : NULL;
    make_groups(t, f, is_no_head);
    f->repeat = NULL;
    f->landscape = landscape;
}

void table_make(struct flow *f, const struct doc_node *table)
{
    struct layout_parts *m = f->m;
    struct table_layout *t = new_table_layout(f, table);

    if (t == NULL || t->ncolumns == 0)
        return;
    if (m->depth >= NESTING_MAX) {
        arena_fail(m->arena, ST_LIMIT);
        return;
    }
    m->depth++;
    if (table_fit(t, f))
        make_table(t, f);
    m->depth--;
    flow_space(f, m->sizes->paragraph_space * 3 / 2);
}
