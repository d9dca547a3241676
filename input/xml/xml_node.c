#include "input/xml/xml_node.h"
#include "core/base/buf.h"
#include "input/text/text_in.h"

const struct xml_node *xml_first(const struct xml_node *node,
                                 const struct xml_element *element)
{
    const struct xml_node *n = node->first;

    while (n != NULL && n->element != element)
        n = n->next;
    return n;
}

const struct xml_node *xml_following(const struct xml_node *top,
                                     const struct xml_node *node)
{
    if (node->first != NULL)
        return node->first;
    while (node != top && node->next == NULL)
        node = node->parent;
    return node == top ? NULL : node->next;
}

struct place xml_behind_space(struct place at, struct str text)
{
    for (size_t i = 0; i < text.len && xml_is_space(text.ptr[i]); i++) {
        if (text.ptr[i] == '\n') {
            at.line++;
            at.column = 1;
        } else {
            at.column++;
        }
    }
    return at;
}

struct place xml_text_place(const struct xml_node *node)
{
    const struct xml_node *first = node->first;

    if (!xml_is_text(node) && node->text.len > 0)
        return xml_behind_space((struct place){node->at.source,
                                               node->text_at.line,
                                               node->text_at.column},
                                node->text);
    if (first == NULL || (first->next == NULL && xml_is_text(first) &&
                          str_trim(first->text).len == 0))
        return node->at;
    return xml_behind_space(first->at, first->text);
}

struct str xml_text(struct arena *arena, const struct xml_node *node)
{
    size_t total = 0;
    size_t len = 0;
    char *out;

    for (const struct xml_node *n = node; n != NULL; n = xml_following(node, n))
        total += n->text.len;
    out = arena_alloc(arena, total + 1, 1);
    if (out == NULL)
        return (struct str){NULL, 0};
    for (const struct xml_node *n = node; n != NULL;
         n = xml_following(node, n)) {
        for (size_t i = 0; i < n->text.len; i++) {
            const struct str rest = str_from(n->text, i);
            const bool line = str_starts(rest, TEXT_BREAK_BYTES);

            if (!line && !xml_is_space(rest.ptr[0]))
                out[len++] = rest.ptr[0];
            else if (len > 0 && out[len - 1] != ' ')
                out[len++] = ' ';
            i += line ? TEXT_BREAK_BYTES.len - 1 : 0;
        }
    }
    if (len > 0 && out[len - 1] == ' ')
        out[--len] = '\0';
    return (struct str){out, len};
}
