#include "input/xml/xml_rule_check.h"

#include <assert.h>
#include <string.h>

#define NAMES_MAX 64 /* of a rule's children, attributes or values */

/* The names that a message offers. */
struct names {
    struct str words[NAMES_MAX];
    size_t count;
};

static void names_add(struct names *n, const char *name)
{
    assert(n->count < NAMES_MAX); /* rules are ours */
    n->words[n->count++] = str_of(name);
}

static void names_of(struct names *n, const char *const *list)
{
    n->count = 0;
    for (; list != NULL && *list != NULL; list++)
        names_add(n, *list);
}

static bool names_have(const struct names *n, struct str name)
{
    for (size_t i = 0; i < n->count; i++) {
        if (str_eq(n->words[i], name))
            return true;
    }
    return false;
}

static const struct xml_rule *find_rule(const struct xml_rule *rules,
                                        size_t nrules, struct str name)
{
    for (size_t i = 0; i < nrules; i++) {
        if (str_is(name, rules[i].name))
            return &rules[i];
    }
    return NULL;
}

static const struct xml_rule *rule_of(const struct xml_vocabulary *v,
                                      struct str name)
{
    const struct xml_rule *r = find_rule(v->rules, v->nrules, name);

    return r != NULL ? r : find_rule(v->shared, v->nshared, name);
}

static void check_root(const struct xml_vocabulary *v,
                       const struct xml_node *node, struct findings *findings)
{
    if (str_is(node->name, v->root))
        return;
    finding(findings, FINDING_BAD_ELEMENT, node->at,
            "the file begins with <%.*s>, not with <%s>", STR_ARG(node->name),
            v->root);
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

static bool hint_of_html(const struct xml_node *node,
                         const struct names *allowed, struct findings *findings)
{
    for (size_t i = 0; i < sizeof(html_names) / sizeof(html_names[0]); i++) {
        if (str_is(node->name, html_names[i].html) &&
            names_have(allowed, str_of(html_names[i].here))) {
            finding_hint(findings, "what HTML calls <%s> is <%s> here",
                         html_names[i].html, html_names[i].here);
            return true;
        }
    }
    return false;
}

static void check_child(const struct xml_node *node, struct findings *findings)
{
    const struct xml_node *parent = node->parent;
    struct names allowed;

    names_of(&allowed, parent->rule->children);
    if (names_have(&allowed, node->name))
        return;
    finding(findings, FINDING_BAD_ELEMENT, node->at,
            "<%.*s> cannot stand in <%.*s>", STR_ARG(node->name),
            STR_ARG(parent->name));
    if (allowed.count == 0)
        finding_hint(findings, "<%.*s> holds no elements",
                     STR_ARG(parent->name));
    else if (!hint_of_html(node, &allowed, findings))
        finding_nearest(findings, node->name, allowed.words, allowed.count);
}

static void check_value(const struct xml_node *node,
                        const struct xml_attribute *a,
                        const struct xml_old_rule *rule,
                        struct findings *findings)
{
    struct names allowed;

    if (rule->values == NULL)
        return;
    names_of(&allowed, rule->values);
    if (names_have(&allowed, a->value))
        return;
    finding(findings, FINDING_BAD_VALUE, a->value_at,
            "`%.*s` cannot be the %.*s of <%.*s>", STR_ARG(a->value),
            STR_ARG(a->name), STR_ARG(node->name));
    finding_nearest(findings, a->value, allowed.words, allowed.count);
}

static const struct xml_old_rule *attribute_rule(const struct xml_rule *rule,
                                                 struct str name)
{
    for (size_t i = 0; i < rule->nattributes; i++) {
        if (str_is(name, rule->attributes[i].name))
            return &rule->attributes[i];
    }
    return NULL;
}

static void refuse_attribute(const struct xml_node *node,
                             const struct xml_attribute *a,
                             struct findings *findings)
{
    const struct xml_rule *rule = node->rule;
    struct names allowed = {.count = 0};

    for (size_t i = 0; i < rule->nattributes; i++)
        names_add(&allowed, rule->attributes[i].name);
    finding(findings, FINDING_BAD_ATTRIBUTE, a->at,
            "<%.*s> has no attribute `%.*s`", STR_ARG(node->name),
            STR_ARG(a->name));
    if (allowed.count == 0)
        finding_hint(findings, "<%.*s> takes no attributes",
                     STR_ARG(node->name));
    else
        finding_nearest(findings, a->name, allowed.words, allowed.count);
}

static void check_attributes(const struct xml_node *node,
                             struct findings *findings)
{
    const struct xml_rule *rule = node->rule;

    for (size_t i = 0; i < node->nattributes; i++) {
        const struct xml_attribute *a = &node->attributes[i];
        const struct xml_old_rule *known = attribute_rule(rule, a->name);

        if (known == NULL && !rule->any_attribute)
            refuse_attribute(node, a, findings);
        else if (known != NULL)
            check_value(node, a, known, findings);
    }
    for (size_t i = 0; i < rule->nattributes; i++) {
        const struct xml_old_rule *known = &rule->attributes[i];

        if (known->required && xml_attribute(node, known->name) == NULL)
            finding(findings, FINDING_MISSING, node->at,
                    "<%.*s> lacks its attribute `%s`", STR_ARG(node->name),
                    known->name);
    }
}

void xml_rule_check_element(const struct xml_vocabulary *v,
                            struct xml_node *node, struct findings *findings)
{
    node->rule = NULL;
    if (node->parent == NULL)
        check_root(v, node, findings);
    else if (node->parent->rule == NULL)
        return; /* its parent is unknown, and one message is enough */
    else
        check_child(node, findings);
    node->rule = rule_of(v, node->name);
    if (node->rule != NULL)
        check_attributes(node, findings);
}

bool xml_rule_check_text(struct xml_node *run, struct findings *findings)
{
    struct xml_node *parent = run->parent;
    const struct str text = str_trim(run->text);

    if (parent->rule == NULL)
        return false;
    if (parent->rule->text == XML_TEXT_MIXED)
        return true;
    if (text.len == 0 || parent->refused_text)
        return false;
    parent->refused_text = true;
    finding(
        findings, FINDING_BAD_ELEMENT,
        source_advance(run->at, run->text, (size_t)(text.ptr - run->text.ptr)),
        "text cannot stand directly in <%.*s>", STR_ARG(parent->name));
    if (parent->rule->children != NULL) {
        struct names allowed;

        names_of(&allowed, parent->rule->children);
        finding_nearest(findings, (struct str){NULL, 0}, allowed.words,
                        allowed.count);
    }
    return false;
}
