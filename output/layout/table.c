#include "output/layout/table_parts.h"

/* A table of no more than SMALL_ROWS, on up to half a page, is whole where that
   leaves no page empty. */
#define SMALL_ROWS 12
#define WHOLE_PART 2
#define FEW_ROWS 6 /* fewer do not leave three on either side: */
#define FEW_PART 4 /* on so much of a page they are always whole */

static const struct doc_node *caption_of(const struct doc_node *table)
{
    return table->first != NULL && table->first->kind == DOC_CAPTION
               ? table->first
               : NULL;
}

/* What says what TABLE is: its caption, or what leads to the figures of a
   picture; or NULL. */
static const struct doc_node *name_of(const struct doc_node *table)
{
    const struct doc_node *lead = table->parent->first;

    if (caption_of(table) != NULL)
        return caption_of(table);
    return table->parent->kind == DOC_FOLD && lead->role == ROLE_LEAD &&
                   lead->next == table
               ? lead
               : NULL;
}

static void make_caption(struct table_layout *t, struct flow *f,
                         const struct doc_node *caption)
{
    const struct layout_parts *m = t->m;
    struct text_style style = t->style;
    struct flow above;

    text_style_set(m, SET_CAPTION, &style);
    style.face |= FACE_BOLD;
    flow_init(&above, t->m, &style, t->edges[0], t->edges[t->ncolumns]);
    above.landscape = t->landscape;
    flow_target(f, caption);
    flow_paragraph(&above, caption, &style, KEEP_STRONG);
    if (above.out.first != NULL) {
        for (struct box *s = above.out.first; s != NULL; s = s->next)
            s->keep = KEEP_STRONG;
        flow_emit_all(f, &above.out);
        flow_space(f, m->sizes->paragraph_space / 4);
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

/* Makes what is repeated, as artifacts; nothing when it would take more than
   half a page. */
static void make_repeat(struct table_layout *t, const struct flow *outer)
{
    struct layout_parts *m = t->m;
    const struct doc_node *name = name_of(t->node);
    const struct doc_node *again =
        name == NULL ? NULL : table_phrase(t, PHRASE_CONTINUED, name);
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
    t->repeat = table_repeat(t, f.out);
}

/* --- small tables --- */

static size_t count_rows(const struct doc_node *table)
{
    size_t count = 0;

    for (const struct doc_node *g = table->first; g != NULL; g = g->next) {
        if (g->kind != DOC_ROW_GROUP || g->level == GROUP_HEAD)
            continue;
        for (const struct doc_node *r = table_row_printed(g->first); r != NULL;
             r = table_row_printed(r->next))
            count++;
    }
    return count;
}

/* Gives the boxes of a small table to the pages, held together. */
static void add_held(struct table_layout *t, struct boxes *held)
{
    const int32_t page = page_text_height(t->m, t->landscape);
    const int32_t height = boxes_height(held);
    const bool few = t->nrows < FEW_ROWS && height <= page / FEW_PART;
    const enum keep keep = height > page / WHOLE_PART        ? KEEP_NOT
                           : t->node->u.table->matrix || few ? KEEP_FIRM
                                                             : KEEP_WHOLE;

    page_add_all(t->m, held, keep);
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
    text_style_set(m, SET_TABLE, &t->style);
    t->style.align = ALIGN_START;
    t->padding = m->sizes->cell_padding;
    t->padding_left =
        m->style->house->look.table_head == HEAD_TINT || table_is_boxed(t)
            ? t->padding
            : 0;
    t->padding_above = m->sizes->cell_padding * 17 / 20;
    t->landscape = f->landscape;
    return t;
}

/* --- tables on a page on their side --- */

/* Takes the places of the table and what is in it out of those that begin at
   the next box. */
static struct layout_target *take_targets(struct flow *f,
                                          const struct doc_node *table)
{
    struct layout_target **t = &f->targets;
    struct layout_target *taken;

    while (*t != NULL && (*t)->node != table)
        t = &(*t)->next;
    taken = *t;
    *t = NULL;
    return taken;
}

/* Text goes on where the table would leave the rest of its page empty, and
   says where the table is. */
static bool let_text_go_on(struct table_layout *t, struct flow *f)
{
    struct layout_parts *m = t->m;
    const struct doc_node *caption = caption_of(t->node);
    const struct doc_node *words =
        !t->landscape || f->landscape || !f->paged || caption == NULL
            ? NULL
            : table_phrase(t, PHRASE_TURNED_TABLE, caption);
    struct layout_target *targets;
    struct text_style style = f->style;

    if (words == NULL || !page_wait(m, true))
        return false;
    page_wait(m, false);
    targets = take_targets(f, t->node);
    style.size = m->sizes->table;
    style.colour = m->style->house->colours.secondary;
    m->artifact = ARTIFACT_REPEAT;
    flow_paragraph(f, words, &style, KEEP_NOT);
    m->artifact = ARTIFACT_NONE;
    f->targets = targets;
    return page_wait(m, true);
}

static void make_table(struct table_layout *t, struct flow *f)
{
    struct layout_parts *m = t->m;
    const struct doc_node *caption = caption_of(t->node);
    const bool landscape = f->landscape;
    struct boxes held = {NULL, NULL};

    if (let_text_go_on(t, f))
        f->gap = 0;
    else if (t->edges[0] < flow_left(f)) /* nothing hangs beside it */
        flow_label_alone(f, KEEP_STRONG);
    f->landscape = t->landscape;
    t->page = INT32_MAX;
    t->nrows = count_rows(t->node);
    t->repeat = table_repeat(t, held);
    if (f->paged) {
        t->page = page_text_height(m, t->landscape);
        make_repeat(t, f);
    }
    if (f->paged && t->nrows <= SMALL_ROWS)
        f->held = &held;
    block_space_above(f, t->node);
    if (caption != NULL)
        make_caption(t, f, caption);
    make_groups(t, f, is_head);
    f->repeat = f->paged ? &t->repeat : NULL;
    make_groups(t, f, is_no_head);
    f->repeat = NULL;
    f->held = NULL;
    add_held(t, &held);
    if (f->paged)
        page_wait(m, false);
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
    flow_space(f, table_has_foot(table) ? m->sizes->paragraph_space / 2
                                        : m->sizes->paragraph_space * 3 / 2);
}
