#include "input/xml/xml_value.h"
#include "input/xml/xml_type.h"

#include <assert.h>

/* Which of N rules from RULES on RULE is; N when none. */
static size_t index_in(const struct xml_attribute_rule *rules, size_t n,
                       const struct xml_attribute_rule *rule)
{
    const uintptr_t first = (uintptr_t)rules;
    const uintptr_t asked = (uintptr_t)rule;

    if (asked < first || asked >= first + n * sizeof(*rules))
        return n;
    return (asked - first) / sizeof(*rules);
}

/* What NODE gives for RULES and those after it; NULL where NODE is nothing
   that is known. An attribute of another element is a mistake of ours. */
static const struct xml_attribute *const *
given_from(const struct xml_node *node, const struct xml_attribute_rule *rules)
{
    const struct xml_element *e = node == NULL ? NULL : node->element;
    size_t i;

    if (e == NULL || node->given == NULL)
        return NULL;
    i = index_in(e->common, e->ncommon, rules);
    if (i == e->ncommon)
        i += index_in(e->attributes, e->nattributes, rules);
    assert(i < e->ncommon + e->nattributes);
    return node->given + i;
}

const struct xml_attribute *xml_given(const struct xml_node *node,
                                      const struct xml_attribute_rule *rule)
{
    const struct xml_attribute *const *given = given_from(node, rule);

    return given == NULL ? NULL : *given;
}

bool xml_refused_any(const struct xml_node *node)
{
    const struct xml_element *e = node->element;
    size_t taken = 0;

    for (size_t i = 0; i < e->ncommon + e->nattributes; i++)
        taken += node->given[i] != NULL;
    return taken < node->nattributes;
}

struct str xml_value(const struct xml_node *node,
                     const struct xml_attribute_rule *rule)
{
    const struct xml_attribute *a = xml_given(node, rule);

    return a == NULL ? str_of(rule->otherwise_text) : a->value;
}

const char *xml_name(const struct xml_reading *r, const struct xml_node *node,
                     const struct xml_attribute_rule *rule)
{
    struct str name = str_trim(xml_value(node, rule));

    if (name.len == 0)
        name = str_of(rule->otherwise_text);
    return name.len == 0 ? NULL : arena_cstr(r->arena, name);
}

struct place xml_value_at(const struct xml_node *node,
                          const struct xml_attribute_rule *rule)
{
    const struct xml_attribute *a = xml_given(node, rule);

    return a == NULL ? node->at : a->value_at;
}

void xml_fill(const struct xml_reading *r, const struct xml_node *node,
              const struct xml_attribute_rule *rules, size_t nrules, void *into)
{
    const struct xml_attribute *const *given = given_from(node, rules);

    for (size_t i = 0; i < nrules; i++) {
        if (rules[i].stored)
            xml_type_store(r, given == NULL ? NULL : given[i], &rules[i], into);
    }
}

void xml_fill_given(const struct xml_reading *r, const struct xml_node *node,
                    const struct xml_attribute_rule *rules, size_t nrules,
                    void *into)
{
    const struct xml_attribute *const *given = given_from(node, rules);

    for (size_t i = 0; given != NULL && i < nrules; i++) {
        if (rules[i].stored && given[i] != NULL)
            xml_type_store(r, given[i], &rules[i], into);
    }
}

int xml_version(const struct xml_node *root)
{
    const struct xml_element *e = root->element;

    for (size_t i = 0; e != NULL && i < e->nattributes; i++) {
        const struct xml_attribute_rule *rule = &e->attributes[i];

        if (rule->type == XML_VERSION)
            return choice_of(rule->choices, xml_value(root, rule),
                             XML_VERSION_NEWEST);
    }
    return XML_VERSION_NEWEST;
}

static void add_language(struct list *languages,
                         const struct xml_attribute *language)
{
    const struct xml_attribute *const *known = languages->items;
    const struct xml_attribute **added;

    for (size_t i = 0; i < languages->count; i++) {
        if (str_eq(known[i]->value, language->value))
            return;
    }
    added = list_add(languages);
    if (added != NULL)
        *added = language;
}

void xml_languages(const struct xml_node *root, struct list *languages)
{
    for (const struct xml_node *n = root; n != NULL;
         n = xml_following(root, n)) {
        for (size_t i = 0; i < n->nattributes; i++) {
            if (str_is(n->attributes[i].name, "lang"))
                add_language(languages, &n->attributes[i]);
        }
    }
}

struct str xml_language_meant(const struct xml_attribute *lang)
{
    const size_t letters = str_find_char(lang->value, '-');

    return letters == 3 ? str_to(lang->value, 2) : (struct str){NULL, 0};
}

void xml_language_unknown(const struct xml_reading *r,
                          const struct xml_attribute *lang)
{
    const struct str meant = xml_language_meant(lang);

    finding(r->findings, FINDING_LANGUAGE, lang->value_at,
            "there is no wording for the language `%.*s`",
            STR_ARG(lang->value));
    finding_hint(r->findings, "did you mean `%.*s`?", STR_ARG(meant));
}

bool xml_is_described(const struct xml_node *node,
                      const struct xml_attribute *a)
{
    const struct xml_element *e = node->element;

    for (size_t i = 0; i < e->ncommon; i++) {
        if (str_is(a->name, e->common[i].name))
            return true;
    }
    for (size_t i = 0; i < e->nattributes; i++) {
        if (str_is(a->name, e->attributes[i].name))
            return true;
    }
    return false;
}

void xml_unknown(const struct xml_reading *r, const struct xml_node *node,
                 const struct xml_attribute_rule *rule, const struct str *known,
                 size_t nknown)
{
    const struct str value = xml_value(node, rule);

    finding(r->findings, FINDING_UNKNOWN_NAME, xml_value_at(node, rule),
            "there is no %s `%.*s`", rule->of, STR_ARG(value));
    finding_nearest(r->findings, value, known, nknown);
}

const struct xml_attribute_rule *
xml_rule_named(const struct xml_attribute_rule *rules, size_t nrules,
               const char *name)
{
    size_t i = 0;

    while (i < nrules && !str_is(str_of(name), rules[i].name))
        i++;
    assert(i < nrules);
    return &rules[i];
}

bool xml_refuse_expression(const struct xml_reading *r, const char *what,
                           struct str text, struct place at)
{
    const size_t start = str_find(text, STR_LIT("{{"));

    if (start == text.len)
        return true;
    finding(
        r->findings, FINDING_BAD_EXPRESSION, source_advance(at, text, start),
        "%s is printed as it is written: nothing is worked out in it", what);
    finding_hint(r->findings,
                 "write out what should stand here, or let the words of a "
                 "section, a caption or the title of a view's column say it");
    return false;
}

void xml_refuse_expressions(const struct xml_reading *r,
                            const struct xml_node *node, const char *what)
{
    for (size_t i = 0; i < node->nattributes; i++) {
        const struct xml_attribute *a = &node->attributes[i];

        (void)xml_refuse_expression(r, what, a->value, a->value_at);
    }
}
