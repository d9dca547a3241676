#include "output/layout/layout_parts.h"

/* --- names and values in two columns --- */

struct field_columns {
    int32_t labels; /* width of the column of numbers, or 0 */
    int32_t names;
    struct text_style name_style;
};

static const struct doc_node *child(const struct doc_node *node,
                                    enum doc_kind kind)
{
    const struct doc_node *n = node->first;

    while (n != NULL && n->kind != kind)
        n = n->next;
    return n;
}

/* Names get what the widest needs, up to a third of the width. */
static struct field_columns measure_fields(struct flow *f,
                                           const struct doc_node *list)
{
    struct layout_parts *m = f->m;
    struct field_columns c = {.name_style = f->style};
    const int32_t third = (f->right - flow_left(f)) / 3;

    c.name_style.face |= FACE_BOLD;
    for (const struct doc_node *n = list->first; n != NULL; n = n->next) {
        const struct doc_node *name = child(n, DOC_FIELD_NAME);
        int32_t width;

        if (name == NULL)
            continue;
        inline_atoms(m, name, &c.name_style, true);
        width = line_extent(m).max + f->style.size;
        c.names = width > c.names ? width : c.names;
        if (block_has_label(name)) {
            width =
                label_width(m, name, &c.name_style) + label_gap(&c.name_style);
            if (width < m->sizes->number_column)
                width = m->sizes->number_column;
            c.labels = width > c.labels ? width : c.labels;
        }
    }
    if (c.labels > third)
        c.labels = third;
    if (c.names > third)
        c.names = third;
    return c;
}

static void make_field(struct flow *f, const struct doc_node *field,
                       const struct field_columns *c)
{
    struct layout_parts *m = f->m;
    const struct doc_node *name = child(field, DOC_FIELD_NAME);
    const struct doc_node *value = child(field, DOC_FIELD_VALUE);
    const int32_t left = flow_left(f);
    const int32_t middle = left + c->labels + c->names;
    struct boxes both = {NULL, NULL};
    struct flow names;
    struct flow values;

    flow_init(&names, m, &c->name_style, left + c->labels, middle);
    flow_init(&values, m, &f->style, name == NULL ? left : middle, f->right);
    names.levels[0].hang = c->labels;
    values.compact = true;
    flow_target(f, field);
    if (name != NULL) {
        flow_target(f, name);
        flow_paragraph(&names, name, &c->name_style, KEEP_NOT);
    }
    if (value != NULL) {
        flow_target(f, value);
        flow_content(&values, value);
    }
    boxes_beside(m, &names.out, &values.out, &both);
    flow_emit_all(f, &both);
    flow_space(f, m->sizes->paragraph_space / 2);
}

void fields_make(struct flow *f, const struct doc_node *list)
{
    const struct field_columns c = measure_fields(f, list);

    if (f->m->depth >= NESTING_MAX) {
        arena_fail(f->m->arena, ST_LIMIT);
        return;
    }
    f->m->depth++;
    for (const struct doc_node *n = list->first; n != NULL && layout_ok(f->m);
         n = n->next) {
        if (n->medium != MEDIUM_SCREEN)
            make_field(f, n, &c);
    }
    f->m->depth--;
}

/* --- contents --- */

/* The number's room is kept free, so that filling it moves nothing. */
static void add_page_number(struct flow *f, const struct doc_node *number,
                            int32_t width, struct box *line)
{
    struct layout_parts *m = f->m;
    const struct line_box box = {f->right - width, width, 0};
    struct text_style style = f->style;
    struct boxes lines = {NULL, NULL};

    style.align = ALIGN_END;
    inline_atoms(m, number, &style, false);
    line_make(m, &style, box, &lines);
    if (lines.first != NULL)
        box_merge(m, line, lines.first, line->baseline - lines.first->baseline);
}

void contents_item(struct flow *f, const struct doc_node *item)
{
    struct layout_parts *m = f->m;
    const struct doc_node *reference = child(item, DOC_REFERENCE);
    const struct doc_node *number = child(item, DOC_PAGE_NUMBER);
    const int32_t width = inline_number_width(m, &f->style);
    const int32_t hang = m->sizes->number_column;
    int32_t left = flow_left(f) + hang;
    struct flow text;

    if (reference == NULL)
        return;
    if (item->level > 2)
        left += (item->level - 2) * m->sizes->list_indent;
    flow_init(&text, m, &f->style, left, f->right - width - f->style.size);
    if (block_has_label(reference))
        text.levels[0].hang = hang;
    else
        text.levels[0].left -= hang;
    flow_paragraph(&text, reference, &f->style, KEEP_NOT);
    if (number != NULL && text.out.last != NULL)
        add_page_number(f, number, width, text.out.last);
    flow_emit_all(f, &text.out);
    flow_space(f, m->sizes->paragraph_space / 2);
}
