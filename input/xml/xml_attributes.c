#include "input/xml/xml_attributes.h"

const struct xml_attribute_rule *xml_rule_at(const struct xml_element *element,
                                             size_t i)
{
    return i < element->ncommon ? &element->common[i]
                                : &element->attributes[i - element->ncommon];
}

size_t xml_count_rules(const struct xml_element *element)
{
    return element->ncommon + element->nattributes;
}

size_t xml_find_rule(const struct xml_element *element, struct str name)
{
    const size_t n = xml_count_rules(element);
    size_t i = 0;

    while (i < n && !str_is(name, xml_rule_at(element, i)->name))
        i++;
    return i;
}

const struct xml_attribute *
xml_attribute_not_of(const struct xml_checking *c, const struct xml_node *node,
                     const struct xml_element *element)
{
    for (size_t i = 0; i < node->nattributes; i++) {
        const size_t k = xml_find_rule(element, node->attributes[i].name);

        if (k == xml_count_rules(element) ||
            !xml_is_there(c, xml_rule_at(element, k)->since))
            return &node->attributes[i];
    }
    return NULL;
}

bool xml_lacks_any(const struct xml_node *node,
                   const struct xml_element *element)
{
    for (size_t i = 0; i < xml_count_rules(element); i++) {
        const struct xml_attribute_rule *rule = xml_rule_at(element, i);
        size_t k = 0;

        while (k < node->nattributes &&
               !str_is(node->attributes[k].name, rule->name))
            k++;
        if (rule->required && k == node->nattributes)
            return true;
    }
    return false;
}

/* What HTML calls NAME is called here; empty: it has no name of its own. */
static struct str named_here(struct str name)
{
    static const struct {
        const char *html, *here;
    } names[] = {{"src", "file"}};

    for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++) {
        if (str_is(name, names[i].html))
            return str_of(names[i].here);
    }
    return (struct str){NULL, 0};
}

static void refuse_attribute(struct xml_checking *c,
                             const struct xml_node *node,
                             const struct xml_attribute *a,
                             const struct xml_attribute_rule *known)
{
    const struct xml_element *element = node->element;
    struct xml_names allowed = {.count = 0};

    for (size_t i = 0; i < xml_count_rules(element); i++) {
        if (xml_is_there(c, xml_rule_at(element, i)->since))
            xml_names_add(&allowed, xml_rule_at(element, i)->name);
    }
    finding(c->findings, FINDING_BAD_ATTRIBUTE, a->at,
            "<%s> has no attribute `%.*s`", element->name, STR_ARG(a->name));
    if (known != NULL)
        xml_say_since(c, known->since);
    else if (allowed.count == 0)
        finding_hint(c->findings, "<%s> takes no attributes", element->name);
    else if (xml_find_rule(element, named_here(a->name)) <
             xml_count_rules(element))
        finding_hint(c->findings, "what HTML calls `%.*s` is `%.*s` here",
                     STR_ARG(a->name), STR_ARG(named_here(a->name)));
    else
        finding_nearest(c->findings, a->name, allowed.words, allowed.count);
}

static void match_attribute(struct xml_checking *c, struct xml_node *node,
                            const struct xml_attribute *a)
{
    const size_t i = xml_find_rule(node->element, a->name);
    const struct xml_attribute_rule *rule = i < xml_count_rules(node->element)
                                                ? xml_rule_at(node->element, i)
                                                : NULL;

    if (rule != NULL && xml_is_there(c, rule->since))
        node->given[i] = a;
    else if (rule != NULL || !node->element->any_attribute)
        refuse_attribute(c, node, a, rule);
}

void xml_note_version(struct xml_checking *c, const struct xml_node *node)
{
    c->version = XML_VERSION_NEWEST; /* of a file that does not say */
    for (size_t i = 0; i < xml_count_rules(node->element); i++) {
        const struct xml_attribute_rule *rule = xml_rule_at(node->element, i);

        for (size_t k = 0; k < node->nattributes; k++) {
            if (rule->type == XML_VERSION &&
                str_is(node->attributes[k].name, rule->name))
                c->version = choice_of(rule->choices, node->attributes[k].value,
                                       c->version);
        }
    }
}

/* Whether attribute I of NODE says anything: words that are blank do not; one
   that the file is too old for was said to. */
static bool says_something(const struct xml_node *node, size_t i)
{
    const struct xml_attribute *a = node->given[i];

    for (size_t k = 0; a == NULL && k < node->nattributes; k++) {
        if (str_is(node->attributes[k].name,
                   xml_rule_at(node->element, i)->name))
            return true;
    }
    return a != NULL && (xml_rule_at(node->element, i)->type != XML_WORDS ||
                         str_trim(a->value).len > 0);
}

/* Where each of two attributes is needed unless the other is given, one message
   is enough: for the one that stands first. */
static void check_unless(const struct xml_checking *c,
                         const struct xml_node *node, size_t i)
{
    const struct xml_element *element = node->element;
    const struct xml_attribute_rule *rule = xml_rule_at(element, i);
    const size_t k = xml_find_rule(element, str_of(rule->unless));
    const struct xml_attribute_rule *other = xml_rule_at(element, k);
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

        if (xml_find_rule(element, given) == xml_count_rules(element) &&
            (str_nearest(given, &name, 1) == 0 ||
             str_eq(named_here(given), name)))
            return true;
    }
    return false;
}

bool xml_may_be_a_part(const struct xml_node *node)
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
    const struct xml_attribute_rule *rule = xml_rule_at(node->element, i);
    const bool lacking =
        rule->required && rule->only_for == NULL && node->given[i] == NULL;

    if (rule->unless == NULL && !lacking)
        return; /* most rules ask for nothing */
    if (rule->type != XML_ID && node->parent != NULL && xml_may_be_a_part(node))
        return;
    if (!xml_is_there(c, rule->since) ||
        (node->given[i] == NULL && is_misspelt(node, rule)))
        return;
    if (rule->unless != NULL)
        check_unless(c, node, i);
    else
        finding(c->findings, FINDING_MISSING, node->at,
                "<%.*s> lacks its attribute `%s`", STR_ARG(node->name),
                rule->name);
}

/* The choice of NODE that decides which other attributes it takes; NULL where
   none does. */
static const struct choice *deciding(const struct xml_node *node,
                                     const struct xml_attribute_rule **decides)
{
    for (size_t i = 0; i < xml_count_rules(node->element); i++) {
        const struct xml_attribute_rule *rule = xml_rule_at(node->element, i);

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

    for (size_t i = 0; choice != NULL && i < xml_count_rules(element); i++) {
        const struct xml_attribute_rule *rule = xml_rule_at(element, i);
        const struct xml_attribute *given = node->given[i];

        if (given == NULL && is_needed(rule, choice))
            finding(c->findings, FINDING_MISSING, node->at,
                    "a %s of %s `%s` lacks its attribute `%s`", element->name,
                    decides->name, choice->name, rule->name);
        if (given == NULL || rule->only_for == NULL ||
            is_among(rule->only_for, choice->name))
            continue;
        finding(c->findings, FINDING_BAD_ATTRIBUTE, given->at,
                "a %s of %s `%s` takes no `%s`", element->name, decides->name,
                choice->name, rule->name);
        if (node->given[xml_find_rule(element, str_of(decides->name))] == NULL)
            finding_hint(
                c->findings, "say %s=\"%.*s\" here", decides->name,
                STR_ARG(str_to(str_of(rule->only_for),
                               str_find_char(str_of(rule->only_for), ' '))));
    }
}

void xml_check_attributes(struct xml_checking *c, struct xml_node *node)
{
    const size_t n = xml_count_rules(node->element);

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
            !xml_type_check(node, node->given[i], xml_rule_at(node->element, i),
                            c->findings))
            node->given[i] = NULL;
    }
}

void xml_prove_whole(struct findings *findings, const struct xml_node *node)
{
    if (!xml_may_be_a_part(node))
        return; /* it was proven as it was read */
    for (size_t i = 0; i < xml_count_rules(node->element); i++) {
        const struct xml_attribute_rule *rule = xml_rule_at(node->element, i);

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
