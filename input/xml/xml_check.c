#include "input/xml/xml_check.h"
#include "input/xml/xml_type.h"
#include "input/xml/xml_vocabulary.h"

#include <assert.h>

/* The names that a message offers. */
struct names {
    struct str words[XML_NAMES_MAX];
    size_t count;
};

static void names_add(struct names *n, const char *name)
{
    assert(n->count < XML_NAMES_MAX); /* vocabularies are ours */
    n->words[n->count++] = str_of(name);
}

static bool names_have(const struct names *n, const char *name)
{
    for (size_t i = 0; i < n->count; i++) {
        if (str_is(n->words[i], name))
            return true;
    }
    return false;
}

/* Whether the file is of a version that has what came SINCE. */
static bool is_there(const struct xml_checking *c, int since)
{
    return since <= c->version;
}

static int since_of(const struct xml_child *child)
{
    return child->since > child->element->since ? child->since
                                                : child->element->since;
}

/* Once a file: the rest of it is then read as one of that version, since its
   author took it for one. */
static void say_since(struct xml_checking *c, int since)
{
    finding_hint(c->findings,
                 "it is there from format=\"%d\" on: write that in <%s>", since,
                 c->root->name);
    c->version = since;
}

static void names_of_children(const struct xml_checking *c,
                              const struct xml_element *element,
                              struct names *names)
{
    names->count = 0;
    for (size_t i = 0; i < element->nchildren; i++) {
        const struct xml_child *child = &element->children[i];

        if (!child->element->any_name && is_there(c, since_of(child)))
            names_add(names, child->element->name);
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

        if (child->element->any_name && is_there(c, since_of(child)))
            any = child;
        else if (str_is(name, child->element->name))
            return child;
    }
    return any;
}

/* Names that HTML has for what stands in prose under another. */
static const struct {
    const char *html;
    const char *here;
} html_names[] = {
    {"b", "strong"},         {"i", "em"},       {"ul", "list"},
    {"ol", "list"},          {"li", "item"},    {"h1", "heading"},
    {"h2", "heading"},       {"h3", "heading"}, {"h4", "heading"},
    {"blockquote", "quote"}, {"div", "p"},      {"span", "phrase"},
};

static bool hint_of_html(const struct xml_checking *c, struct str name,
                         const struct names *allowed)
{
    for (size_t i = 0; i < sizeof(html_names) / sizeof(html_names[0]); i++) {
        if (str_is(name, html_names[i].html) &&
            names_have(allowed, html_names[i].here)) {
            finding_hint(c->findings, "what HTML calls <%s> is <%s> here",
                         html_names[i].html, html_names[i].here);
            return true;
        }
    }
    return false;
}

static void refuse_child(struct xml_checking *c, const struct xml_node *node,
                         const struct xml_child *known)
{
    const struct xml_element *parent = node->parent->element;
    struct names allowed;

    names_of_children(c, parent, &allowed);
    finding(c->findings, FINDING_BAD_ELEMENT, node->at,
            "<%.*s> cannot stand in <%s>", STR_ARG(node->name), parent->name);
    if (known != NULL)
        say_since(c, since_of(known));
    else if (allowed.count == 0)
        finding_hint(c->findings, "<%s> holds no elements", parent->name);
    else if (!hint_of_html(c, node->name, &allowed))
        finding_nearest(c->findings, node->name, allowed.words, allowed.count);
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

/* Attributes: the common ones first, as in node->given. */
static const struct xml_attribute_rule *
rule_at(const struct xml_element *element, size_t i)
{
    return i < element->ncommon ? &element->common[i]
                                : &element->attributes[i - element->ncommon];
}

static size_t count_rules(const struct xml_element *element)
{
    return element->ncommon + element->nattributes;
}

/* Its index, or the number of them. */
static size_t find_rule(const struct xml_element *element, struct str name)
{
    const size_t n = count_rules(element);
    size_t i = 0;

    while (i < n && !str_is(name, rule_at(element, i)->name))
        i++;
    return i;
}

/* The first of NODE's attributes that ELEMENT does not have, or NULL. */
static const struct xml_attribute *not_of(const struct xml_checking *c,
                                          const struct xml_node *node,
                                          const struct xml_element *element)
{
    for (size_t i = 0; i < node->nattributes; i++) {
        const size_t k = find_rule(element, node->attributes[i].name);

        if (k == count_rules(element) ||
            !is_there(c, rule_at(element, k)->since))
            return &node->attributes[i];
    }
    return NULL;
}

/* Whether NODE lacks what ELEMENT has to have. */
static bool lacks_any(const struct xml_node *node,
                      const struct xml_element *element)
{
    for (size_t i = 0; i < count_rules(element); i++) {
        const struct xml_attribute_rule *rule = rule_at(element, i);
        size_t k = 0;

        while (k < node->nattributes &&
               !str_is(node->attributes[k].name, rule->name))
            k++;
        if (rule->required && k == node->nattributes)
            return true;
    }
    return false;
}

/* The element that was meant where NODE, by its attributes, is another of
   nearly the same name: that is one fault, and not one for each attribute. */
static const struct xml_element *meant_instead(const struct xml_checking *c,
                                               const struct xml_node *node,
                                               const struct xml_element *known)
{
    const struct xml_element *parent = node->parent->element;
    const struct xml_attribute *odd = not_of(c, node, known);

    if (odd == NULL || known->any_attribute || !lacks_any(node, known))
        return NULL;
    for (size_t i = 0; i < parent->nchildren; i++) {
        const struct xml_element *e = parent->children[i].element;
        const struct str name = str_of(e->name);

        if (e == known || e->any_name ||
            !is_there(c, since_of(&parent->children[i])) ||
            str_nearest(node->name, &name, 1) != 0 ||
            not_of(c, node, e) != NULL || lacks_any(node, e))
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

    if (known != NULL && is_there(c, since_of(known))) {
        const struct xml_element *other =
            meant_instead(c, node, known->element);

        return other == NULL ? known->element : other;
    }
    refuse_child(c, node, known);
    return known != NULL ? known->element : find_anywhere(c->root, node->name);
}

static void refuse_attribute(struct xml_checking *c,
                             const struct xml_node *node,
                             const struct xml_attribute *a,
                             const struct xml_attribute_rule *known)
{
    const struct xml_element *element = node->element;
    struct names allowed = {.count = 0};

    for (size_t i = 0; i < count_rules(element); i++) {
        if (is_there(c, rule_at(element, i)->since))
            names_add(&allowed, rule_at(element, i)->name);
    }
    finding(c->findings, FINDING_BAD_ATTRIBUTE, a->at,
            "<%s> has no attribute `%.*s`", element->name, STR_ARG(a->name));
    if (known != NULL)
        say_since(c, known->since);
    else if (allowed.count == 0)
        finding_hint(c->findings, "<%s> takes no attributes", element->name);
    else
        finding_nearest(c->findings, a->name, allowed.words, allowed.count);
}

static void match_attribute(struct xml_checking *c, struct xml_node *node,
                            const struct xml_attribute *a)
{
    const size_t i = find_rule(node->element, a->name);
    const struct xml_attribute_rule *rule =
        i < count_rules(node->element) ? rule_at(node->element, i) : NULL;

    if (rule != NULL && is_there(c, rule->since))
        node->given[i] = a;
    else if (rule != NULL || !node->element->any_attribute)
        refuse_attribute(c, node, a, rule);
}

/* The version that a root says its file has. */
static void note_version(struct xml_checking *c, const struct xml_node *node)
{
    c->version = XML_VERSION_NEWEST; /* of a file that does not say */
    for (size_t i = 0; i < count_rules(node->element); i++) {
        const struct xml_attribute_rule *rule = rule_at(node->element, i);

        for (size_t k = 0; k < node->nattributes; k++) {
            if (rule->type == XML_VERSION &&
                str_is(node->attributes[k].name, rule->name))
                c->version = choice_of(rule->choices, node->attributes[k].value,
                                       c->version);
        }
    }
}

/* Whether attribute I of NODE says anything: words that are blank do not. */
static bool says_something(const struct xml_node *node, size_t i)
{
    const struct xml_attribute *a = node->given[i];

    return a != NULL && (rule_at(node->element, i)->type != XML_WORDS ||
                         str_trim(a->value).len > 0);
}

/* Where each of two attributes is needed unless the other is given, one message
   is enough: for the one that stands first. */
static void check_unless(const struct xml_checking *c,
                         const struct xml_node *node, size_t i)
{
    const struct xml_element *element = node->element;
    const struct xml_attribute_rule *rule = rule_at(element, i);
    const size_t k = find_rule(element, str_of(rule->unless));
    const struct xml_attribute_rule *other = rule_at(element, k);
    const bool either =
        other->unless != NULL && str_is(str_of(other->unless), rule->name);

    if (says_something(node, i) || says_something(node, k))
        return;
    if (!either)
        finding(c->findings, FINDING_MISSING, node->at,
                "<%s> lacks its attribute `%s`", element->name, rule->name);
    else if (i < k)
        finding(c->findings, FINDING_MISSING, node->at,
                "<%s> has neither `%s` nor `%s`", element->name, rule->name,
                rule->unless);
}

/* Whether an attribute that NODE cannot have was meant for the one of RULE:
   that was said, and is all that is wrong. */
static bool is_misspelt(const struct xml_node *node,
                        const struct xml_attribute_rule *rule)
{
    const struct xml_element *element = node->element;
    const struct str name = str_of(rule->name);

    for (size_t k = 0; k < node->nattributes && !element->any_attribute; k++) {
        const struct str given = node->attributes[k].name;

        if (find_rule(element, given) == count_rules(element) &&
            str_nearest(given, &name, 1) == 0)
            return true;
    }
    return false;
}

/* Whether the rest of NODE may stand in a file that its own extends. */
static bool may_be_a_part(const struct xml_node *node)
{
    const struct xml_node *file = node;

    if (!node->element->merges)
        return false;
    while (file->parent != NULL)
        file = file->parent;
    for (size_t i = 0; i < file->nattributes; i++) {
        if (str_is(file->attributes[i].name, "extends"))
            return true;
    }
    return false;
}

static void check_required(const struct xml_checking *c,
                           const struct xml_node *node, size_t i)
{
    const struct xml_attribute_rule *rule = rule_at(node->element, i);

    if (rule->type != XML_ID && node->parent != NULL && may_be_a_part(node))
        return;
    if (!is_there(c, rule->since) ||
        (node->given[i] == NULL && is_misspelt(node, rule)))
        return;
    if (rule->unless != NULL)
        check_unless(c, node, i);
    else if (rule->required && rule->only_for == NULL && node->given[i] == NULL)
        finding(c->findings, FINDING_MISSING, node->at,
                "<%s> lacks its attribute `%s`", node->element->name,
                rule->name);
}

/* The choice of NODE that decides which other attributes it takes; NULL where
   none does. */
static const struct choice *deciding(const struct xml_node *node,
                                     const struct xml_attribute_rule **decides)
{
    for (size_t i = 0; i < count_rules(node->element); i++) {
        const struct xml_attribute_rule *rule = rule_at(node->element, i);

        if (!rule->decides)
            continue;
        *decides = rule;
        if (node->given[i] != NULL)
            return choice_find(rule->choices, node->given[i]->value);
        return rule->required ? NULL
                              : choice_with(rule->choices, rule->otherwise);
    }
    return NULL;
}

static bool is_among(const char *words, const char *word)
{
    struct str rest = str_of(words);

    while (rest.len > 0) {
        if (str_is(str_cut(&rest, ' '), word))
            return true;
    }
    return false;
}

static bool is_needed(const struct xml_attribute_rule *rule,
                      const struct choice *choice)
{
    return is_among(choice->needs, rule->name) ||
           (rule->required && is_among(rule->only_for, choice->name));
}

/* What a choice needs, and what is taken with another one only. */
static void check_decided(const struct xml_checking *c,
                          const struct xml_node *node)
{
    const struct xml_attribute_rule *decides = NULL;
    const struct choice *choice = deciding(node, &decides);
    const struct xml_element *element = node->element;

    for (size_t i = 0; choice != NULL && i < count_rules(element); i++) {
        const struct xml_attribute_rule *rule = rule_at(element, i);
        const struct xml_attribute *given = node->given[i];

        if (given == NULL && is_needed(rule, choice))
            finding(c->findings, FINDING_MISSING, node->at,
                    "a %s of %s `%s` lacks its attribute `%s`", element->name,
                    decides->name, choice->name, rule->name);
        if (given != NULL && rule->only_for != NULL &&
            !is_among(rule->only_for, choice->name))
            finding(c->findings, FINDING_BAD_ATTRIBUTE, given->at,
                    "a %s of %s `%s` takes no `%s`", element->name,
                    decides->name, choice->name, rule->name);
    }
}

static void check_attributes(struct xml_checking *c, struct xml_node *node)
{
    const size_t n = count_rules(node->element);

    node->given = arena_alloc(c->arena, n, sizeof(struct xml_attribute *));
    if (node->given == NULL)
        return;
    for (size_t i = 0; i < node->nattributes; i++)
        match_attribute(c, node, &node->attributes[i]);
    for (size_t i = 0; i < n; i++)
        check_required(c, node, i);
    check_decided(c, node);
    for (size_t i = 0; i < n; i++) {
        if (node->given[i] != NULL &&
            !xml_type_check(node, node->given[i], rule_at(node->element, i),
                            c->findings))
            node->given[i] = NULL;
    }
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
        note_version(c, node);
    check_attributes(c, node);
}

bool xml_check_text(const struct xml_checking *c, struct xml_node *run)
{
    struct xml_node *parent = run->parent;
    const struct str text = str_trim(run->text);
    struct names allowed;

    if (c->root == NULL)
        return text.len > 0;
    if (parent->element == NULL)
        return false;
    if (parent->element->text != XML_TEXT_NONE)
        return true;
    if (text.len == 0 || parent->refused_text)
        return false;
    parent->refused_text = true;
    finding(
        c->findings, FINDING_BAD_ELEMENT,
        source_advance(run->at, run->text, (size_t)(text.ptr - run->text.ptr)),
        "text cannot stand directly in <%s>", parent->element->name);
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
    if (count == 0 && may_be_a_part(node))
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
    for (size_t i = 0; i < count_rules(node->element); i++) {
        if (node->given[i] != NULL && rule_at(node->element, i)->instead)
            finding(c->findings, FINDING_BAD_ELEMENT, node->first->at,
                    "<%s> holds something, or has the attribute `%s`, not both",
                    node->element->name, rule_at(node->element, i)->name);
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
            is_there(c, since_of(child)))
            check_count(c, node, child);
    }
    if (node->first != NULL)
        check_instead(c, node);
}

void xml_prove_whole(struct findings *findings, const struct xml_node *node)
{
    if (!may_be_a_part(node))
        return; /* it was proven as it was read */
    for (size_t i = 0; i < count_rules(node->element); i++) {
        const struct xml_attribute_rule *rule = rule_at(node->element, i);

        if (!rule->required || rule->type == XML_ID || node->given[i] != NULL ||
            is_misspelt(node, rule))
            continue;
        finding(findings, FINDING_MISSING, node->at,
                "<%s> lacks its attribute `%s`, and what is extended has no "
                "%s of this id",
                node->element->name, rule->name, node->element->name);
        finding_hint(findings, "correct the id, or say %s=\"...\"", rule->name);
        return;
    }
}
