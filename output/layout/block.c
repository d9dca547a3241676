#include "output/layout/band.h"
#include "output/layout/cover.h"

/* --- styles --- */

static struct text_style heading_style(const struct layout_parts *m,
                                       const struct doc_node *node)
{
    const bool alone =
        node->parent->kind == DOC_CONTENTS && contents_are_ruled(node->parent);
    const enum type_set set = node->role == ROLE_TITLE || alone
                                  ? SET_TITLE
                                  : set_of_heading(node->level);
    struct text_style style =
        text_style(m, set, FACE_BOLD, m->style->house->colours.text);

    style.balance = true;
    return style;
}

/* --- blocks that hold inlines --- */

/* The rule under the title. */
static void title_rule(struct flow *f)
{
    struct layout_parts *m = f->m;
    struct box *s = box_new(m, 2000);
    struct layout_item *rule =
        item_fill(m, ARTIFACT_RULE, NULL, m->style->house->colours.accent);

    if (s == NULL || rule == NULL)
        return;
    rule->x = flow_left(f);
    rule->width = f->right - rule->x;
    rule->height = 2000;
    box_item(s, rule);
    s->space = m->sizes->paragraph_space;
    flow_emit(f, s);
}

struct heading_spaces {
    int32_t before;
    int32_t after;
};

static struct heading_spaces heading_spaces(const struct layout_parts *m,
                                            const struct doc_node *node)
{
    const int32_t before = m->sizes->heading_space;
    const int32_t after = m->sizes->paragraph_space;

    if (node->role == ROLE_TITLE)
        return (struct heading_spaces){before, before * 7 / 10};
    switch (set_of_heading(node->level)) {
    case SET_HEADING_3:
        return (struct heading_spaces){before * 7 / 10, after / 2};
    case SET_HEADING_4: return (struct heading_spaces){before / 2, after / 4};
    default: return (struct heading_spaces){before, after * 5 / 8};
    }
}

static void enter_page_break(struct flow *f, const struct doc_node *node)
{
    (void)node;
    if (f->paged)
        page_break(f->m);
    f->gap = 0;
}

static void enter_heading(struct flow *f, const struct doc_node *node)
{
    const struct text_style style = heading_style(f->m, node);
    const struct heading_spaces spaces = heading_spaces(f->m, node);
    int32_t space = spaces.before;

    if (f->paged && node == f->m->page_before)
        enter_page_break(f, node);
    if (f->banded && node->role == ROLE_TITLE)
        space = 0;
    else if (f->panel != PANEL_NONE && node == node->parent->first)
        space = f->m->sizes->paragraph_space;
    flow_space(f, space);
    flow_paragraph(f, node, &style, KEEP_STRONG);
    if (node->role == ROLE_TITLE && !f->banded)
        title_rule(f);
    flow_space(f, spaces.after);
}

/* Of a figure; a table sees to its own. */
static void enter_caption(struct flow *f, const struct doc_node *node)
{
    const struct text_style style = caption_style(f);

    flow_paragraph(f, node, &style, KEEP_STRONG);
    flow_space(f, block_space(f));
}

/* A note that no line marks: it stands where it is in the tree. */
static void enter_note(struct flow *f, const struct doc_node *node)
{
    struct text_style style = f->style;

    text_style_set(f->m, SET_SMALL, &style);
    flow_paragraph(f, node, &style, KEEP_NOT);
    flow_space(f, block_space(f));
}

/* --- blocks that hold blocks --- */

static struct flow_level *push(struct flow *f)
{
    if (f->depth + 1 >= FLOW_DEPTH_MAX) {
        arena_fail(f->m->arena, ST_LIMIT);
        return &f->levels[f->depth];
    }
    f->depth++;
    f->levels[f->depth] = f->levels[f->depth - 1];
    f->levels[f->depth].bar = -1;
    return &f->levels[f->depth];
}

static void leave(struct flow *f, const struct doc_node *node)
{
    (void)node;
    if (f->depth > 0)
        f->depth--;
}

static bool is_numbered(const struct doc_node *section)
{
    for (const struct doc_node *n = section->first; n != NULL; n = n->next) {
        if ((n->kind == DOC_HEADING || n->kind == DOC_PARAGRAPH) &&
            block_has_label(n))
            return true;
    }
    return false;
}

/* Numbers hang in a column of their own, left of everything in a section. */
static void enter_section(struct flow *f, const struct doc_node *node)
{
    struct flow_level *level = push(f);

    if (f->paged && node == f->m->page_before)
        enter_page_break(f, node);
    if (node->role == ROLE_RECOMMENDATIONS)
        panel_enter(f);
    if (level->hang > 0 || !is_numbered(node))
        return;
    level->hang = f->m->sizes->number_column;
    level->left += level->hang;
}

static void leave_section(struct flow *f, const struct doc_node *node)
{
    leave(f, node);
    if (node->role == ROLE_RECOMMENDATIONS)
        panel_leave(f);
}

static void enter_part(struct flow *f, const struct doc_node *node)
{
    (void)node;
    push(f)->hang = 0;
}

static void enter_cover(struct flow *f, const struct doc_node *node)
{
    struct cover_page cover;

    push(f)->hang = 0;
    if (f->paged) {
        page_break(f->m);
        f->m->pages.bare = true;
    }
    if (f->m->style->house->look.cover == COVER_PLAIN) {
        flow_emit(f, box_new(f->m, page_text_height(f->m, false) / 3));
        flow_content(f, node);
    } else {
        cover_begin(f, &cover);
        do {
            flow_content(&cover.words, node);
        } while (cover_again(f, &cover));
        cover_end(f, &cover);
    }
    leave(f, node);
    enter_page_break(f, node);
    f->m->pages.bare = false;
}

static void enter_quote(struct flow *f, const struct doc_node *node)
{
    struct flow_level *level = push(f);

    (void)node;
    level->hang = 0;
    level->bar = level->left;
    level->left += f->m->sizes->list_indent;
}

static void enter_listing(struct flow *f, const struct doc_node *node)
{
    listing_make(f, node);
    flow_space(f, block_space(f));
}

/* Who answers for a report never stands on a page without any of it. */
static void enter_sign_off(struct flow *f, const struct doc_node *node)
{
    enter_section(f, node);
    flow_space(f, f->m->sizes->heading_space);
    if (f->paged)
        page_hold(f->m);
    f->together = true;
}

static void leave_sign_off(struct flow *f, const struct doc_node *node)
{
    leave(f, node);
    f->together = false;
    if (f->paged)
        page_release(f->m);
}

/* A list that is numbered as the paragraphs around it are (1.1, 1.2): its
   labels stand in their column. */
static bool hangs_as_paragraphs(const struct flow *f,
                                const struct doc_node *list)
{
    return f->levels[f->depth].hang > 0 && list->u.series != NULL &&
           list->u.series->within != NULL && list->first != NULL &&
           block_has_label(list->first);
}

static void enter_list(struct flow *f, const struct doc_node *node)
{
    const bool hangs = hangs_as_paragraphs(f, node);
    const int32_t room = f->right - flow_left(f);
    struct flow_level *level = push(f);

    if (hangs) {
        level->label_column = 0; /* labels go into level->hang */
        return;
    }
    level->hang = 0;
    level->label_column =
        block_label_column(f->m, node, &f->style, f->m->sizes->list_indent);
    if (level->label_column > room / 2)
        level->label_column = room / 2;
}

static void enter_item(struct flow *f, const struct doc_node *node)
{
    struct flow_level *level = push(f);
    const int32_t column =
        level->label_column > 0 ? level->label_column : level->hang;

    level->left += level->label_column;
    if (block_has_label(node)) {
        const int32_t x = level->left - column;
        const int32_t used = flow_label(f, node, &f->style, x);

        /* Too wide for its column: the text begins below it. */
        if (used + label_gap(&f->style) > column)
            flow_label_alone(f, KEEP_STRONG);
    }
    level->hang = 0;
    if (block_holds_inlines(node))
        flow_paragraph(f, node, &f->style, KEEP_NOT);
}

/* No page ends after the first item of a list, nor before its last. */
static bool stays_with_next(const struct doc_node *item)
{
    const struct doc_node *next = block_followed_by(item);

    return next != NULL &&
           (item == item->parent->first || block_followed_by(next) == NULL);
}

static void leave_item(struct flow *f, const struct doc_node *node)
{
    const bool apart = f->levels[f->depth].label_column == 0;
    int32_t space = block_space(f) / (apart || f->compact ? 1 : 2);

    if (f->label != NULL)
        flow_label_alone(f, KEEP_NOT);
    leave(f, node);
    if (f->paged && stays_with_next(node))
        page_hold(f->m);
    if (block_holds_inlines(node) && f->gap > space)
        f->gap = space;
    flow_space(f, space);
}

static void leave_list(struct flow *f, const struct doc_node *node)
{
    leave(f, node);
    flow_space(f, block_space(f));
}

static void enter_picture(struct flow *f, const struct doc_node *node)
{
    if (!band_has(f, node))
        block_space_above(f, node);
}

/* Below its caption, which is among its children. It leads to nothing: a list
   after it says the same again, and may stand on the next page. */
static void leave_picture(struct flow *f, const struct doc_node *node)
{
    const struct doc_node *next = block_followed_by(node);
    const bool kept = node->keep_next && next != NULL;

    if (band_has(f, node))
        return;
    picture_place(f, node, kept ? KEEP_FIRM : KEEP_NOT);
    if (next != NULL && next->role == ROLE_FOOT)
        flow_space(f, f->m->sizes->paragraph_space / 2);
    else
        flow_space(f, node->role == ROLE_LOGO ? f->m->sizes->paragraph_space
                                              : f->m->sizes->heading_space);
}

static void enter_sides(struct flow *f, const struct doc_node *node)
{
    struct boxes lines = {NULL, NULL};

    if (node->first == NULL)
        return;
    f->m->scratch.nmarks = 0;
    sides_make(f->m, node->first, &f->style, flow_left(f), f->right, &lines);
    flow_emit_all(f, &lines);
    flow_space(f, block_space(f));
}

/* --- which is which --- */

static bool is_field_list(const struct doc_node *node)
{
    return node != NULL && node->kind == DOC_FIELD_LIST;
}

static void enter_field_list(struct flow *f, const struct doc_node *node)
{
    if (node->role == ROLE_FIGURES)
        key_figures_make(f, node);
    else
        fields_make(f, node);
    flow_space(f, block_space(f));
    /* Of several people two may stand alone, rather than half a page be left
       empty for them. */
    if (f->together && is_field_list(node->next) &&
        is_field_list(node->next->next))
        page_ease(f->m);
}

static void enter_contents(struct flow *f, const struct doc_node *node)
{
    (void)node;
    push(f)->hang = 0;
}

static void leave_contents(struct flow *f, const struct doc_node *node)
{
    contents_end(f, node);
    leave_list(f, node);
}

/* What a block does when it is entered and left. OWN: it lays out its children
   itself; those of the others are entered next. */
static const struct {
    void (*enter)(struct flow *f, const struct doc_node *node);
    void (*leave)(struct flow *f, const struct doc_node *node);
    bool own;
} actions[DOC_KIND_MAX] = {
    [DOC_COVER] = {enter_cover, NULL, true},
    [DOC_PART] = {enter_part, leave, false},
    [DOC_SECTION] = {enter_section, leave_section, false},
    [DOC_QUOTE] = {enter_quote, leave, false},
    [DOC_LIST] = {enter_list, leave_list, false},
    [DOC_ITEM] = {enter_item, leave_item, false},
    [DOC_FIELD_LIST] = {enter_field_list, NULL, true},
    [DOC_TABLE] = {table_make, NULL, true},
    [DOC_PICTURE] = {enter_picture, leave_picture, false},
    [DOC_NOTE] = {enter_note, NULL, true},
    [DOC_CONTENTS] = {enter_contents, leave_contents, false},
    [DOC_SIGN_OFF] = {enter_sign_off, leave_sign_off, false},
    [DOC_FOLD] = {NULL, leave, false},
    [DOC_SIDES] = {enter_sides, NULL, true},
    [DOC_HEADING] = {enter_heading, NULL, true},
    [DOC_PARAGRAPH] = {block_enter_paragraph, NULL, true},
    [DOC_LISTING] = {enter_listing, NULL, true},
    [DOC_CAPTION] = {enter_caption, NULL, true},
    [DOC_CONTENTS_ITEM] = {contents_item, NULL, true},
    [DOC_PAGE_BREAK] = {enter_page_break, NULL, true},
};

/* A note that a line marks stands, and begins, at the foot of a page. */
static bool is_passed_over(struct layout_parts *m, const struct doc_node *n)
{
    return n->kind == DOC_RUNNING || n->medium == MEDIUM_SCREEN ||
           (n->kind == DOC_NOTE && note_is_placed(m, n)) ||
           doc_kind_is_inline((enum doc_kind)n->kind);
}

void flow_content(struct flow *f, const struct doc_node *node)
{
    struct doc_walk w = doc_walk(node);

    if (block_holds_inlines(node)) {
        flow_paragraph(f, node, &f->style, KEEP_NOT);
        return;
    }
    while (doc_walk_next(&w) && layout_ok(f->m)) {
        const struct doc_node *n = w.node;

        if (n == node)
            continue;
        if (is_passed_over(f->m, n)) {
            doc_walk_skip(&w);
        } else if (w.entering) {
            flow_target(f, n);
            if (actions[n->kind].enter != NULL)
                actions[n->kind].enter(f, n);
            if (actions[n->kind].own)
                doc_walk_skip(&w);
        } else if (actions[n->kind].leave != NULL) {
            actions[n->kind].leave(f, n);
        }
    }
}
