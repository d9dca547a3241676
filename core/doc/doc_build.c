#include "core/base/ascii.h"
#include "core/doc/doc.h"

#include <assert.h>

void doc_init(struct doc *d, struct arena *arena)
{
    *d = (struct doc){.arena = arena, .audience = AUDIENCE_PUBLIC};
    d->turns = list_of(arena, sizeof(struct doc_row));
    d->of_one_row = list_of(arena, sizeof(const char *));
    d->root = doc_new(arena, DOC_ROOT);
}

enum status doc_status(const struct doc *d)
{
    return arena_status(d->arena);
}

struct doc_node *doc_new(struct arena *a, enum doc_kind kind)
{
    struct doc_node *n = arena_alloc(a, 1, sizeof(*n));

    if (n != NULL)
        n->kind = (uint8_t)kind;
    return n;
}

struct doc_node *doc_new_prose(struct arena *a, enum doc_kind kind)
{
    struct doc_prose_node *n = arena_alloc(a, 1, sizeof(*n));

    if (n == NULL)
        return NULL;
    n->node.kind = (uint8_t)kind;
    n->node.of_prose = true;
    return &n->node;
}

void doc_set_conditions(struct doc_node *node,
                        const struct doc_conditions *conditions)
{
    assert(node->of_prose);
    ((struct doc_prose_node *)node)->conditions = conditions;
}

void doc_say_same(struct doc_node *node, const struct doc_node *from)
{
    const bool of_prose = node->of_prose;

    *node = *from;
    node->of_prose = of_prose;
}

struct doc_node *doc_new_like(struct arena *a, const struct doc_node *from)
{
    const enum doc_kind kind = (enum doc_kind)from->kind;
    struct doc_node *n =
        from->of_prose ? doc_new_prose(a, kind) : doc_new(a, kind);

    if (n == NULL)
        return NULL;
    doc_say_same(n, from);
    if (n->of_prose)
        doc_set_conditions(n, doc_conditions(from));
    return n;
}

void doc_append(struct doc_node *parent, struct doc_node *child)
{
    if (parent == NULL || child == NULL)
        return;
    assert(!doc_is_text(parent));
    child->parent = parent;
    child->next = NULL;
    if (parent->last == NULL)
        parent->first = child;
    else
        parent->last->next = child;
    parent->last = child;
}

void doc_insert_first(struct doc_node *parent, struct doc_node *child)
{
    if (parent == NULL || child == NULL)
        return;
    assert(!doc_is_text(parent));
    child->parent = parent;
    child->next = parent->first;
    parent->first = child;
    if (parent->last == NULL)
        parent->last = child;
}

void doc_insert_after(struct doc_node *before, struct doc_node *node)
{
    if (before == NULL || node == NULL)
        return;
    node->parent = before->parent;
    node->next = before->next;
    before->next = node;
    if (before->parent != NULL && before->parent->last == before)
        before->parent->last = node;
}

void doc_unlink(struct doc_node *node)
{
    struct doc_node *before = NULL;
    struct doc_node *parent = node == NULL ? NULL : node->parent;

    if (parent == NULL)
        return;
    for (struct doc_node *n = parent->first; n != node; n = n->next)
        before = n;
    if (before == NULL)
        parent->first = node->next;
    else
        before->next = node->next;
    if (parent->last == node)
        parent->last = before;
    node->parent = NULL;
    node->next = NULL;
}

void doc_open_cell(struct arena *a, struct doc_node *cell)
{
    struct doc_node *n;

    if (cell->kind != DOC_CELL || cell->text.len == 0)
        return;
    n = doc_new(a, DOC_TEXT);
    if (n != NULL)
        n->text = cell->text;
    cell->text = (struct str){NULL, 0};
    doc_append(cell, n);
}

struct doc_node *doc_add(struct doc *d, struct doc_node *parent,
                         enum doc_kind kind)
{
    struct doc_node *n;

    if (parent == NULL)
        return NULL;
    doc_open_cell(d->arena, parent);
    n = doc_new(d->arena, kind);
    doc_append(parent, n);
    return n;
}

struct doc_node *doc_text(struct doc *d, struct doc_node *parent,
                          struct str text)
{
    struct doc_node *n = doc_add(d, parent, DOC_TEXT);

    if (n != NULL)
        n->text = text;
    return n;
}

struct doc_node *doc_paragraph(struct doc *d, struct doc_node *parent,
                               struct str text)
{
    struct doc_node *n = doc_add(d, parent, DOC_PARAGRAPH);

    if (text.len > 0)
        doc_text(d, n, text);
    return n;
}

struct doc_node *doc_heading(struct doc *d, struct doc_node *parent, int level,
                             struct str text)
{
    struct doc_node *n = doc_add(d, parent, DOC_HEADING);

    if (n == NULL)
        return NULL;
    n->level = (uint8_t)(level < 1                ? 1
                         : level > HEADING_LEVELS ? HEADING_LEVELS
                                                  : level);
    n->keep_next = true;
    if (text.len > 0)
        doc_text(d, n, text);
    return n;
}

struct doc_node *doc_cell(struct doc *d, struct doc_node *row,
                          enum doc_scope scope, struct str text)
{
    struct doc_node *n = doc_add(d, row, DOC_CELL);

    if (n == NULL)
        return NULL;
    n->u.cell.scope = (uint8_t)scope;
    n->text = text;
    return n;
}

/* Whether the expression TEXT names `row`: not as part of another name, and
   not as a column. */
static bool expression_names_row(struct str text)
{
    char before = ' ';

    for (size_t i = 0; i < text.len; before = text.ptr[i - 1]) {
        const size_t from = i;

        while (i < text.len && is_name_byte(text.ptr[i]))
            i++;
        if (before != '.' &&
            str_is(str_to(str_from(text, from), i - from), "row"))
            return true;
        i += i == from;
    }
    return false;
}

/* Whether the label is another for each row. */
static bool names_row(struct str label)
{
    while (str_find(label, STR_LIT("{{")) < label.len) {
        label = str_from(label, str_find(label, STR_LIT("{{")) + 2);
        if (expression_names_row(str_to(label, str_find(label, STR_LIT("}}")))))
            return true;
    }
    return false;
}

static struct doc_node *add_at(struct arena *a, struct doc_node *parent,
                               enum doc_kind kind, struct place at)
{
    struct doc_node *n = doc_new(a, kind);

    if (n != NULL)
        n->at = at;
    doc_append(parent, n);
    return n;
}

struct doc_node *doc_fact(struct arena *a, struct doc_node *field,
                          struct str label, struct place label_at)
{
    const struct doc_conditions *conditions = doc_conditions(field);
    struct doc_node *name = add_at(a, field, DOC_FIELD_NAME, label_at);
    struct doc_node *words = add_at(a, name, DOC_TEXT, label_at);
    struct doc_node *value = add_at(a, field, DOC_FIELD_VALUE, field->at);
    struct doc_node *block;

    if (words != NULL)
        words->text = label;
    if (conditions == NULL || conditions->each.len == 0 || names_row(label))
        return value;
    block = doc_new_prose(a, DOC_BLOCK);
    if (block == NULL)
        return value;
    block->at = field->at;
    doc_append(value, block);
    doc_set_conditions(block, conditions);
    doc_set_conditions(field, NULL);
    return block;
}

void doc_copy(struct arena *a, const struct doc_node *from,
              struct doc_node *into)
{
    const struct doc_node *parent = from;
    struct doc_walk w = doc_walk(from);

    while (into != NULL && doc_walk_next(&w)) {
        struct doc_node *n;

        if (!w.entering || w.node == from)
            continue;
        for (; parent != w.node->parent; parent = parent->parent)
            into = into->parent;
        n = doc_new_like(a, w.node);
        if (n == NULL)
            return;
        n->first = NULL;
        n->last = NULL;
        n->next = NULL;
        doc_append(into, n);
        parent = w.node;
        into = n;
    }
}
