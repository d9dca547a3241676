#include "core/doc/doc.h"

struct doc_walk doc_walk(const struct doc_node *top)
{
    return (struct doc_walk){.top = top};
}

bool doc_walk_next(struct doc_walk *w)
{
    if (!w->started) {
        w->started = true;
        w->node = w->top;
        w->entering = true;
        return w->top != NULL;
    }
    if (w->node == NULL)
        return false;
    if (w->entering && !w->skipping && w->node->first != NULL) {
        w->node = w->node->first;
    } else if (w->entering) {
        w->entering = false;
    } else if (w->node == w->top) {
        w->node = NULL;
    } else if (w->node->next != NULL) {
        w->node = w->node->next;
        w->entering = true;
    } else {
        w->node = w->node->parent;
    }
    w->skipping = false;
    return w->node != NULL;
}

void doc_walk_skip(struct doc_walk *w)
{
    w->skipping = true;
}

struct doc_node *doc_following(const struct doc_node *top,
                               struct doc_node *node)
{
    if (node->first != NULL)
        return node->first;
    while (node != top && node->next == NULL)
        node = node->parent;
    return node == top ? NULL : node->next;
}

/* A label stands apart from the words after it. */
static bool ends_words(const struct doc_node *n)
{
    return n->kind == DOC_LABEL || n->kind == DOC_BREAK ||
           !doc_kind_is_inline(n->kind);
}

const char *doc_language(const struct doc_node *node)
{
    while (node != NULL && node->lang == NULL)
        node = node->parent;
    return node == NULL ? NULL : node->lang;
}

enum doc_medium doc_medium(const struct doc_node *node)
{
    while (node != NULL && node->medium == MEDIUM_BOTH)
        node = node->parent;
    return node == NULL ? MEDIUM_BOTH : (enum doc_medium)node->medium;
}

struct doc_plain doc_plain(const struct doc_node *node)
{
    return (struct doc_plain){.walk = doc_walk(node)};
}

bool doc_plain_next(struct doc_plain *p)
{
    while (doc_walk_next(&p->walk)) {
        const struct doc_node *n = p->walk.node;

        if (doc_is_text(n) && p->walk.entering && n->text.len > 0) {
            p->apart = (p->parted || ends_words(n)) && p->last != '\0' &&
                       p->last != ' ';
            p->parted = false;
            p->last = n->text.ptr[n->text.len - 1];
            return true;
        }
        if (n->kind == DOC_NOTE_MARK && n != p->walk.top) {
            if (p->walk.entering)
                doc_walk_skip(&p->walk);
        } else if (ends_words(n) &&
                   !(n->kind == DOC_LABEL && p->walk.entering)) {
            p->parted = true;
        }
    }
    return false;
}

void doc_plain_text(const struct doc_node *node, struct buf *out)
{
    struct doc_plain p = doc_plain(node);

    while (doc_plain_next(&p)) {
        if (p.apart)
            buf_char(out, ' ');
        buf_str(out, p.walk.node->text);
    }
}

struct place doc_place(const struct doc_node *node)
{
    while (node != NULL && node->at.source == NULL)
        node = node->parent;
    return node == NULL ? NOWHERE : node->at;
}

struct str doc_words(struct arena *a, const struct doc_node *node)
{
    struct buf text;

    if (node == NULL)
        return (struct str){NULL, 0};
    buf_init(&text, a->limit);
    doc_plain_text(node, &text);
    return arena_take(a, &text);
}
