#include "input/xml/xml_check.h"
#include "input/xml/xml_attributes.h"
#include "input/xml/xml_misplaced.h"
#include "input/xml/xml_vocabulary.h"

static int since_of(const struct xml_child *child)
{
    return child->since > child->element->since ? child->since
                                                : child->element->since;
}

static void names_of_children(const struct xml_checking *c,
                              const struct xml_element *element,
                              struct xml_names *names)
{
    names->count = 0;
    for (size_t i = 0; i < element->nchildren; i++) {
        const struct xml_child *child = &element->children[i];

        if (!child->element->any_name && xml_is_there(c, since_of(child)))
            xml_names_add(names, child->element->name);
    }
}

/* What ELEMENT may hold by the name NAME, or by any name; NULL: nothing. */
static const struct xml_child *find_child(const struct xml_checking *c,
                                          const struct xml_element *element,
                                          struct str name)
{
    const struct xml_child *any = NULL;

    for (size_t i = 0; i < element->nchildren; i++) {
        const struct xml_child *child = &element->children[i];

        if (child->element->any_name && xml_is_there(c, since_of(child)))
            any = child;
        else if (str_is(name, child->element->name))
            return child;
    }
    return any;
}

static void refuse_child(struct xml_checking *c, const struct xml_node *node,
                         const struct xml_child *known)
{
    const struct xml_element *parent = node->parent->element;
    struct xml_names allowed;

    names_of_children(c, parent, &allowed);
    finding(c->findings, FINDING_BAD_ELEMENT, node->at,
            "<%.*s> cannot stand in <%.*s>", STR_ARG(node->name),
            STR_ARG(node->parent->name));
    if (known != NULL)
        xml_say_since(c, since_of(known));
    else if (allowed.count == 0)
        finding_hint(c->findings, "<%.*s> holds no elements",
                     STR_ARG(node->parent->name));
    else
        xml_hint_misplaced(c->findings, c->root, node->name, allowed.words,
                           allowed.count);
}

/* An element of that name, wherever it may stand: what a misplaced one holds
   is looked at all the same. */
static const struct xml_element *find_anywhere(const struct xml_element *root,
                                               struct str name)
{
    struct xml_vocabulary v;

    xml_vocabulary_of(root, &v);
    for (size_t i = 0; i < v.count; i++) {
        if (!v.elements[i]->any_name && str_is(name, v.elements[i]->name))
            return v.elements[i];
    }
    return NULL;
}

static const struct xml_element *check_root(const struct xml_checking *c,
                                            const struct xml_node *node)
{
    if (str_is(node->name, c->root->name))
        return c->root;
    finding(c->findings, FINDING_BAD_ELEMENT, node->at,
            "the file begins with <%.*s>, not with <%s>", STR_ARG(node->name),
            c->root->name);
    return find_anywhere(c->root, node->name);
}

/* The element that was meant where NODE, by its attributes, is another of
   nearly the same name: that is one fault, and not one for each attribute. */
static const struct xml_element *meant_instead(const struct xml_checking *c,
                                               const struct xml_node *node,
                                               const struct xml_element *known)
{
    const struct xml_element *parent = node->parent->element;
    const struct xml_attribute *odd = xml_attribute_not_of(c, node, known);

    if (odd == NULL || known->any_attribute || !xml_lacks_any(node, known))
        return NULL;
    for (size_t i = 0; i < parent->nchildren; i++) {
        const struct xml_element *e = parent->children[i].element;
        const struct str name = str_of(e->name);

        if (e == known || e->any_name ||
            !xml_is_there(c, since_of(&parent->children[i])) ||
            str_nearest(node->name, &name, 1) != 0 ||
            xml_attribute_not_of(c, node, e) != NULL || xml_lacks_any(node, e))
            continue;
        finding(c->findings, FINDING_BAD_ATTRIBUTE, odd->at,
                "<%s> has no attribute `%.*s`", known->name,
                STR_ARG(odd->name));
        finding_hint(c->findings, "did you mean <%s>?", e->name);
        return e;
    }
    return NULL;
}

static const struct xml_element *check_child(struct xml_checking *c,
                                             const struct xml_node *node)
{
    const struct xml_child *known =
        find_child(c, node->parent->element, node->name);

    if (known != NULL && xml_is_there(c, since_of(known))) {
        const struct xml_element *other =
            meant_instead(c, node, known->element);

        return other == NULL ? known->element : other;
    }
    refuse_child(c, node, known);
    return known != NULL ? known->element : find_anywhere(c->root, node->name);
}

void xml_check_element(struct xml_checking *c, struct xml_node *node)
{
    node->element = NULL;
    if (c->root == NULL)
        return;
    if (node->parent == NULL)
        node->element = check_root(c, node);
    else if (node->parent->element == NULL)
        return; /* its parent is unknown, and one message is enough */
    else
        node->element = check_child(c, node);
    if (node->element == NULL)
        return;
    if (node->parent == NULL)
        xml_note_version(c, node);
    xml_check_attributes(c, node);
}

bool xml_check_text(const struct xml_checking *c, struct xml_node *parent,
                    struct str run, struct place at)
{
    const struct str text = str_trim(run);
    struct xml_names allowed;
    size_t blanks;

    if (c->root == NULL)
        return text.len > 0;
    if (parent->element == NULL)
        return false;
    if (parent->element->text != XML_TEXT_NONE)
        return true;
    if (text.len == 0 || parent->refused_text)
        return false;
    parent->refused_text = true;
    if (parent->element->any_name)
        return false; /* who knows its name says whether it is known */
    blanks = (size_t)(text.ptr - run.ptr);
    /* To advance looks the place up from the file's beginning. */
    finding(c->findings, FINDING_BAD_ELEMENT,
            blanks == 0 ? at : source_advance(at, run, blanks),
            "text cannot stand directly in <%.*s>", STR_ARG(parent->name));
    names_of_children(c, parent->element, &allowed);
    if (allowed.count > 0)
        finding_nearest(c->findings, (struct str){NULL, 0}, allowed.words,
                        allowed.count);
    return false;
}

bool xml_holds_value(const struct xml_node *node, const struct xml_checking *c)
{
    return c->root == NULL || (node != NULL && node->element != NULL &&
                               node->element->text == XML_TEXT_VALUE);
}

/* The children of NODE that CHILD describes; *first_too_many is the first that
   are more than it allows. */
static size_t count_children(const struct xml_node *node,
                             const struct xml_child *child,
                             const struct xml_node **too_many)
{
    size_t count = 0;

    *too_many = NULL;
    for (const struct xml_node *n = node->first; n != NULL; n = n->next) {
        if (n->element != child->element)
            continue;
        count++;
        if (count > child->max && *too_many == NULL)
            *too_many = n;
    }
    return count;
}

static void check_count(const struct xml_checking *c,
                        const struct xml_node *node,
                        const struct xml_child *child)
{
    const char *name = child->element->name;
    const char *parent = node->element->name;
    const struct xml_node *too_many;
    const size_t count = count_children(node, child, &too_many);

    if (count >= child->min && count <= child->max)
        return;
    if (count == 0 && xml_may_be_a_part(node))
        return;
    if (child->min > 1)
        finding(c->findings,
                count < child->min ? FINDING_MISSING : FINDING_BAD_ELEMENT,
                node->at, "<%s> has %zu <%s>, not %zu", parent, count, name,
                (size_t)child->min);
    else if (count == 0)
        finding(c->findings, FINDING_MISSING, node->at, "<%s> lacks <%s>",
                parent, name);
    else if (child->max == 1)
        finding(c->findings, FINDING_BAD_ELEMENT, too_many->at,
                "<%s> stands twice in <%s>", name, parent);
    else
        finding(c->findings, FINDING_BAD_ELEMENT, too_many->at,
                "more than %u <%s> stand in <%s>", (unsigned)child->max, name,
                parent);
}

/* An attribute that gives what otherwise the element holds: a file. */
static void check_instead(const struct xml_checking *c,
                          const struct xml_node *node)
{
    for (size_t i = 0; i < xml_count_rules(node->element); i++) {
        if (node->given[i] != NULL && xml_rule_at(node->element, i)->instead)
            finding(
                c->findings, FINDING_BAD_ELEMENT, node->first->at,
                "<%.*s> holds something, or has the attribute `%s`, not both",
                STR_ARG(node->name), xml_rule_at(node->element, i)->name);
    }
}

void xml_check_end(const struct xml_checking *c, const struct xml_node *node)
{
    const struct xml_element *element = node->element;

    if (element == NULL || node->given == NULL)
        return;
    for (size_t i = 0; i < element->nchildren; i++) {
        const struct xml_child *child = &element->children[i];

        if ((child->min > 0 || child->max < XML_NO_LIMIT) &&
            xml_is_there(c, since_of(child)))
            check_count(c, node, child);
    }
    if (node->first != NULL)
        check_instead(c, node);
}
