#include "input/xml/xml_value.h"
#include "input/xml/xml_type.h"

#include <assert.h>

#define ID_LENGTH_MAX 64

const char *const xml_yes_no[] = {"yes", "no", NULL};
const char *const xml_audiences[] = {"published", "internal", NULL};

bool xml_yes(const struct xml_node *node, const char *name)
{
    return str_is(xml_get(node, name), "yes");
}

enum audience xml_audience(const struct xml_node *node)
{
    return str_is(xml_get(node, "copy"), "internal") ? AUDIENCE_INTERNAL
                                                     : AUDIENCE_PUBLIC;
}

const char *xml_cstr(struct arena *arena, const struct xml_node *node,
                     const char *name)
{
    const struct str s = str_trim(xml_get(node, name));

    return s.len == 0 ? NULL : arena_cstr(arena, s);
}

static bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_id(struct str s)
{
    if (s.len == 0 || s.len > ID_LENGTH_MAX || !is_letter(s.ptr[0]))
        return false;
    for (size_t i = 1; i < s.len; i++) {
        const char c = s.ptr[i];

        if (!is_letter(c) && !is_digit(c) && c != '-' && c != '_')
            return false;
    }
    return true;
}

const char *xml_id(const struct xml_reading *r, const struct xml_node *node,
                   const char *name)
{
    const struct str s = xml_get(node, name);

    if (xml_attribute(node, name) == NULL)
        return NULL;
    if (is_id(s))
        return arena_cstr(r->arena, s);
    finding(r->findings, FINDING_BAD_VALUE, xml_value_place(node, name),
            "`%.*s` cannot be a name", STR_ARG(s));
    finding_hint(r->findings,
                 "begin with a letter and go on with letters, digits and "
                 "hyphens, at most %d",
                 ID_LENGTH_MAX);
    return NULL;
}

/* Subtags of one to eight letters and digits, the first of two letters or
   three: RFC 5646 without its registry. */
static bool is_lang(struct str s)
{
    size_t subtags = 0;

    while (s.len > 0) {
        const bool last = str_find_char(s, '-') == s.len;
        const struct str tag = str_cut(&s, '-');

        if (tag.len < 1 || tag.len > 8 || (!last && s.len == 0))
            return false;
        for (size_t i = 0; i < tag.len; i++) {
            if (!is_letter(tag.ptr[i]) &&
                (subtags == 0 || !is_digit(tag.ptr[i])))
                return false;
        }
        if (subtags == 0 && (tag.len < 2 || tag.len > 3))
            return false;
        subtags++;
    }
    return subtags > 0;
}

const char *xml_lang(const struct xml_reading *r, const struct xml_node *node,
                     const char *name)
{
    const struct str s = xml_get(node, name);

    if (xml_attribute(node, name) == NULL)
        return NULL;
    if (is_lang(s))
        return arena_cstr(r->arena, s);
    finding(r->findings, FINDING_BAD_VALUE, xml_value_place(node, name),
            "`%.*s` is no language tag", STR_ARG(s));
    finding_hint(r->findings, "write en-GB for British English, cy for Welsh");
    return NULL;
}

uint32_t xml_number(const struct xml_reading *r, const struct xml_node *node,
                    const char *name, uint32_t max)
{
    const struct str s = xml_get(node, name);
    uint64_t n = 0;
    size_t i = 0;

    if (xml_attribute(node, name) == NULL)
        return 0;
    while (i < s.len && is_digit(s.ptr[i]) && n <= max)
        n = n * 10 + (uint64_t)(s.ptr[i++] - '0');
    if (s.len > 0 && i == s.len && n <= max)
        return (uint32_t)n;
    finding(r->findings, FINDING_BAD_VALUE, xml_value_place(node, name),
            "`%.*s` is no whole number from 0 to %u", STR_ARG(s),
            (unsigned)max);
    return 0;
}

size_t xml_choice(const struct xml_node *node, const char *name,
                  const char *const *names, size_t otherwise)
{
    const struct str s = xml_get(node, name);

    for (size_t i = 0; names[i] != NULL; i++) {
        if (str_is(s, names[i]))
            return i;
    }
    return otherwise;
}

const struct str *xml_split(struct arena *arena, struct str value,
                            char separator, size_t *count)
{
    struct list l = list_of(arena, sizeof(struct str));

    while (value.len > 0) {
        const struct str piece = str_trim(str_cut(&value, separator));
        struct str *item = piece.len == 0 ? NULL : list_add(&l);

        if (item != NULL)
            *item = arena_str(arena, piece);
    }
    *count = l.count;
    return l.items;
}

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
