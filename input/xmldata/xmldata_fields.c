#include "input/text/text_in.h"
#include "input/xmldata/xmldata_parts.h"

#include <limits.h>
#include <string.h>

#define CELL STR_LIT("cell")
#define CELL_COLUMN STR_LIT("column")
#define PARENT STR_LIT("../")

void xml_contents(const struct xml_node *node, bool *text, bool *elements)
{
    *text = node->text.len > 0;
    *elements = xml_is_flat(node);
    for (const struct xml_node *n = node->first; n != NULL; n = n->next) {
        if (xml_is_text(n))
            *text |= str_trim(n->text).len > 0;
        else
            *elements = true;
    }
}

const struct xml_attribute *xml_cell_name(const struct xml_node *node)
{
    const struct xml_attribute *attributes = node->attributes;

    if (attributes == NULL || !str_eq(node->name, CELL))
        return NULL;
    for (size_t i = 0; i < node->nattributes; i++) {
        if (str_eq(attributes[i].name, CELL_COLUMN))
            return &attributes[i];
    }
    return NULL;
}

static struct str own_name(const struct xml_node *node)
{
    const struct xml_attribute *a = xml_cell_name(node);

    return a == NULL ? node->name : str_trim(a->value);
}

/* How many elements lie between NODE and the record that it is part of. */
static size_t depth_below(const struct xml_node *record,
                          const struct xml_node *node)
{
    size_t depth = 0;

    for (; node != record; node = node->parent)
        depth++;
    return depth;
}

static const struct xml_node *ancestor(const struct xml_node *node, size_t up)
{
    for (; up > 0; up--)
        node = node->parent;
    return node;
}

/* The way from the record to what is being looked at. */
static struct str name_here(struct xml_walk *w, const struct xml_attribute *a)
{
    const size_t depth = depth_below(w->record, w->node);

    if (depth == 0)
        return a != NULL ? a->name : w->node->name;
    if (depth == 1 && a == NULL)
        return own_name(w->node);
    buf_clear(w->name);
    for (size_t up = depth; up-- > 0;) {
        buf_str(w->name, own_name(ancestor(w->node, up)));
        if (up > 0)
            buf_char(w->name, '/');
    }
    if (a != NULL) {
        buf_puts(w->name, "/@");
        buf_str(w->name, a->name);
    }
    return buf_view(w->name);
}

void xml_walk_begin(struct xml_walk *w, const struct xml_node *record,
                    struct buf *buf)
{
    *w = (struct xml_walk){.record = record, .node = record, .name = buf};
    if (xml_is_flat(record)) {
        w->flat = xml_flat_walk(record);
        w->text_done = true; /* it has none of its own */
    }
}

/* An element without elements is a field, blank or not; so is one's text beside
   its elements. A record is one only for its text. */
static bool is_field(const struct xml_walk *w)
{
    bool text;
    bool elements;

    xml_contents(w->node, &text, &elements);
    return text || (!elements && w->node != w->record);
}

static const struct xml_node *next_element(const struct xml_node *record,
                                           const struct xml_node *node)
{
    do
        node = xml_following(record, node);
    while (node != NULL && xml_is_text(node));
    return node;
}

/* The next element of a record that is flat. */
static bool next_flat(struct xml_walk *w, struct xml_met *met)
{
    if (!xml_flat_next(&w->flat, &w->element))
        return false;
    if (!w->is_placeless && w->element.text.len > 0)
        xml_flat_text_place(&w->flat, &w->element);
    else if (!w->is_placeless)
        xml_flat_place(&w->flat, &w->element);
    *met = (struct xml_met){w->element.name, NULL, &w->element};
    return true;
}

struct place xml_walk_place(struct xml_walk *w, const struct xml_met *met)
{
    if (met->attribute != NULL)
        return met->attribute->at;
    if (met->node == &w->element)
        xml_flat_place(&w->flat, &w->element);
    return met->node->at;
}

bool xml_walk_next(struct xml_walk *w, struct xml_met *met)
{
    while (w->node != NULL) {
        while (w->attribute < w->node->nattributes) {
            const struct xml_attribute *a =
                &w->node->attributes[w->attribute++];

            if (a == xml_cell_name(w->node) && w->node != w->record)
                continue;
            *met = (struct xml_met){name_here(w, a), a, w->node};
            return true;
        }
        if (!w->text_done && is_field(w)) {
            w->text_done = true;
            *met = (struct xml_met){name_here(w, NULL), NULL, w->node};
            return true;
        }
        if (xml_is_flat(w->record))
            return next_flat(w, met);
        w->node = next_element(w->record, w->node);
        w->attribute = 0;
        w->text_done = false;
    }
    return false;
}

bool xml_met_holds_elements(const struct xml_met *met)
{
    bool text;
    bool elements;

    if (met->attribute != NULL || met->node->first == NULL)
        return false;
    xml_contents(met->node, &text, &elements);
    return elements;
}

/* Whether the eight bytes at TEXT are ASCII without controls, and no two spaces
   among them stand side by side. */
static bool is_settled_word(const char *text)
{
    const uint64_t ones = UINT64_C(0x0101010101010101);
    const uint64_t high = ones << 7;
    uint64_t w;
    uint64_t spaces;

    memcpy(&w, text, sizeof(w));
    if (((w | (w - ones * ' ')) & high) != 0)
        return false;
    spaces = ~((w ^ (ones * ' ')) + (high - ones)) & high;
    return (spaces & (spaces >> CHAR_BIT)) == 0;
}

/* The same of all words of TEXT: the last byte of each is looked at again,
   beside the next. */
static bool has_settled_words(struct str text)
{
    const size_t size = sizeof(uint64_t);
    size_t i = 0;

    while (text.len - i >= size && is_settled_word(text.ptr + i))
        i += size - 1;
    return text.len - i < size && text.len >= size &&
           is_settled_word(text.ptr + text.len - size);
}

bool xml_is_settled(struct str text)
{
    if (has_settled_words(text))
        return true; /* most are */
    for (size_t i = 0; i < text.len; i++) {
        const char c = text.ptr[i];

        if (c > ' ' && c < 0x7F)
            continue;
        if ((c != ' ' && xml_is_space(c)) ||
            (c == ' ' && i + 1 < text.len && text.ptr[i + 1] == ' ') ||
            c == TEXT_BREAK_BYTES.ptr[0])
            return false;
    }
    return true;
}

/* Whether lines were typed into TEXT: one begins where the line of the file
   does. Else what follows line ends is the indentation of the file. */
static bool has_typed_lines(struct str text)
{
    for (size_t i = 0; i + 1 < text.len; i++) {
        if (text.ptr[i] == '\n' && !xml_is_space(text.ptr[i + 1]))
            return true;
    }
    return false;
}

/* OUT ends with a space, or with nothing, where a word is to follow. */
static void end_word(struct str out, size_t *len)
{
    if (*len > 0 && out.ptr[*len - 1] == ' ')
        (*len)--;
}

/* TEXT in its own bytes, with white space as one space. KEEPS: but for the ends
   of lines. */
static struct str fold(char *out, size_t total, bool keeps)
{
    const struct str text = {out, total};
    size_t len = 0;

    for (size_t i = 0; i < text.len; i++) {
        const struct str rest = str_from(text, i);
        const bool is_break = str_starts(rest, TEXT_BREAK_BYTES);
        const bool at_start =
            len == 0 || out[len - 1] == ' ' || out[len - 1] == '\n';

        if (is_break || (keeps && rest.ptr[0] == '\n')) {
            end_word((struct str){out, len}, &len);
            out[len++] = '\n';
            i += is_break ? TEXT_BREAK_BYTES.len - 1 : 0;
        } else if (!xml_is_space(rest.ptr[0])) {
            out[len++] = rest.ptr[0];
        } else if (!at_start) {
            out[len++] = ' ';
        }
    }
    return str_trim((struct str){out, len});
}

static void add(char *out, size_t *len, struct str text)
{
    if (text.len > 0)
        memcpy(out + *len, text.ptr, text.len);
    *len += text.len;
}

static struct str attribute_text(struct arena *arena,
                                 const struct xml_attribute *a)
{
    const struct str text = str_trim(a->value);
    char *out;

    if (xml_is_settled(text))
        return text;
    out = arena_alloc(arena, text.len, 1);
    if (out == NULL)
        return (struct str){NULL, 0};
    memcpy(out, text.ptr, text.len);
    return fold(out, text.len, true);
}

struct str xml_met_text(struct arena *arena, const struct xml_met *met)
{
    const struct xml_node *first = met->node->first;
    const struct str own = str_trim(met->node->text);
    size_t total = own.len;
    size_t len = 0;
    char *out;

    if (met->attribute != NULL)
        return attribute_text(arena, met->attribute);
    if (first == NULL && xml_is_settled(own))
        return own;
    if (first != NULL && first->next == NULL &&
        xml_is_settled(str_trim(first->text)))
        return str_trim(first->text);
    for (const struct xml_node *n = first; n != NULL; n = n->next)
        total += n->text.len;
    out = arena_alloc(arena, total + 1, 1);
    if (out == NULL)
        return (struct str){NULL, 0};
    add(out, &len, own);
    for (const struct xml_node *n = first; n != NULL; n = n->next)
        add(out, &len, n->text);
    return fold(out, len, has_typed_lines(str_trim((struct str){out, len})));
}

bool xml_met_has_lines(const struct xml_met *met)
{
    if (met->attribute != NULL)
        return false;
    if (has_typed_lines(str_trim(met->node->text)))
        return true;
    for (const struct xml_node *n = met->node->first; n != NULL; n = n->next) {
        if (has_typed_lines(str_trim(n->text)))
            return true;
    }
    return false;
}

struct place xml_met_place(const struct xml_met *met)
{
    if (met->attribute != NULL)
        return met->attribute->value_at;
    if (met->node->text.len > 0)
        return xml_text_place(met->node);
    for (const struct xml_node *n = met->node->first; n != NULL; n = n->next) {
        if (xml_is_text(n) && str_trim(n->text).len > 0)
            return xml_behind_space(n->at, n->text);
    }
    return met->node->at;
}

/* Whether what is called NAME is what somebody calls WANTED, perhaps with the
   prefix of a namespace, which is read past. */
static bool is_called(struct str name, struct str wanted)
{
    const size_t colon = str_find_char(wanted, ':');

    return str_eq(name, wanted) ||
           (colon < wanted.len && str_eq(name, str_from(wanted, colon + 1)));
}

static const struct xml_attribute *find_attribute(const struct xml_node *node,
                                                  struct str name)
{
    for (size_t i = 0; i < node->nattributes; i++) {
        if (is_called(node->attributes[i].name, name))
            return &node->attributes[i];
    }
    return NULL;
}

static const struct xml_node *find_child(const struct xml_node *node,
                                         struct str name)
{
    const struct xml_node *n = node->first;

    while (n != NULL && (xml_is_text(n) || !is_called(own_name(n), name)))
        n = n->next;
    return n;
}

/* Whether NODE says all that it says in what it holds, and in attributes: it is
   no text that may be blank. */
static bool is_holder(const struct xml_node *node)
{
    bool text;
    bool elements;

    xml_contents(node, &text, &elements);
    return !text && (elements || node->nattributes > 0);
}

bool xml_from_parent(const struct xml_node *record, struct str from,
                     struct xml_met *met)
{
    const struct xml_node *node = record;

    while (node != NULL && str_starts(from, PARENT)) {
        node = node->parent;
        from = str_from(from, PARENT.len);
    }
    while (node != NULL && from.len > 0 && from.ptr[0] != '@')
        node = find_child(node, str_cut(&from, '/'));
    if (node == NULL)
        return false;
    *met = (struct xml_met){
        from, from.len > 0 ? find_attribute(node, str_from(from, 1)) : NULL,
        node};
    return from.len == 0 ? !is_holder(node) : met->attribute != NULL;
}

static bool is_among(const struct list *names, struct str name)
{
    const struct str *list = names->items;

    for (size_t i = 0; i < names->count; i++) {
        if (str_eq(list[i], name))
            return true;
    }
    return false;
}

void xml_add_name(struct list *names, struct str name)
{
    struct str *place = names->count >= XML_LISTED_MAX || is_among(names, name)
                            ? NULL
                            : list_add(names);

    if (place != NULL)
        *place = name;
}

/* What the parents of RECORD say, as from="" names it. */
void xml_list_of_parents(struct arena *arena, const struct xml_node *record,
                         struct list *names)
{
    struct str up = PARENT;

    for (const struct xml_node *n = record->parent; n != NULL; n = n->parent) {
        for (size_t i = 0; i < n->nattributes; i++)
            xml_add_name(names, arena_printf(arena, "%.*s@%.*s", STR_ARG(up),
                                             STR_ARG(n->attributes[i].name)));
        for (const struct xml_node *c = n->first; c != NULL; c = c->next) {
            bool text;
            bool elements;

            if (xml_is_text(c) || str_eq(c->name, record->name))
                continue;
            xml_contents(c, &text, &elements);
            if (text && !elements)
                xml_add_name(names, arena_printf(arena, "%.*s%.*s", STR_ARG(up),
                                                 STR_ARG(own_name(c))));
        }
        up = arena_printf(arena, "../%.*s", STR_ARG(up));
    }
}

static bool holds(const struct xml_node *node, const struct xml_node *inner)
{
    while (inner != NULL && inner != node)
        inner = inner->parent;
    return inner != NULL;
}

const struct xml_node *xml_another_of_parent(const struct xml_node *record,
                                             const struct xml_met *met)
{
    for (const struct xml_node *n = met->node; n != NULL && !holds(n, record);
         n = n->parent) {
        const struct xml_node *other = n->next;

        while (other != NULL &&
               (xml_is_text(other) || !str_eq(own_name(other), own_name(n))))
            other = other->next;
        if (other != NULL)
            return other;
    }
    return NULL;
}
