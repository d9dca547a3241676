#include "input/xml/xml_type.h"
#include "core/base/ascii.h"
#include "core/value/guidance.h"
#include "core/value/language.h"
#include "input/xml/measure.h"
#include "input/xml/placeholders.h"
#include "input/xml/xml_split.h"

#include <assert.h>
#include <string.h>

#define ID_LENGTH_MAX 64

const struct choice xml_yes_choices[] = {
    {"yes", true, NULL, NULL}, {"no", false, NULL, NULL}, CHOICE_END};
const struct choice xml_no_choices[] = {
    {"yes", false, NULL, NULL}, {"no", true, NULL, NULL}, CHOICE_END};

const struct choice xml_versions[] = {
    {"1", 1, "every version of the program reads it", NULL},
    {"2", 2, "versions after 0.1.0 read it", NULL},
    CHOICE_END};

/* A value on its way to be proven. */
struct proof {
    const struct xml_node *node;
    const struct xml_attribute *given;
    const struct xml_attribute_rule *rule;
    struct findings *findings;
};

static bool is_id(struct str s)
{
    if (s.len == 0 || s.len > ID_LENGTH_MAX || !is_ascii_letter(s.ptr[0]))
        return false;
    for (size_t i = 1; i < s.len; i++) {
        const char c = s.ptr[i];

        if (!is_ascii_letter(c) && !is_digit(c) && c != '-' && c != '_')
            return false;
    }
    return true;
}

static bool prove_id(const struct proof *p)
{
    if (is_id(p->given->value))
        return true;
    finding(p->findings, FINDING_BAD_VALUE, p->given->value_at,
            "`%.*s` cannot be a name", STR_ARG(p->given->value));
    finding_hint(p->findings,
                 "begin with a letter and go on with letters, digits and "
                 "hyphens, at most %d",
                 ID_LENGTH_MAX);
    return false;
}

/* Subtags of one to eight letters and digits, the first of two letters or
   three: RFC 5646 without its registry. */
static bool is_language(struct str s)
{
    size_t subtags = 0;

    while (s.len > 0) {
        const bool last = str_find_char(s, '-') == s.len;
        const struct str tag = str_cut(&s, '-');

        if (tag.len < 1 || tag.len > 8 || (!last && s.len == 0))
            return false;
        for (size_t i = 0; i < tag.len; i++) {
            if (!is_ascii_letter(tag.ptr[i]) &&
                (subtags == 0 || !is_digit(tag.ptr[i])))
                return false;
        }
        if (subtags == 0 && (tag.len < 2 || tag.len > 3))
            return false;
        subtags++;
    }
    return subtags > 0;
}

/* Of a tag that has the form of one. */
static void look_at_codes(const struct proof *p)
{
    static const char *const faults[] = {
        [LANGUAGE_UNKNOWN] = "is the code of no language",
        [LANGUAGE_NONE] = "names no language",
        [LANGUAGE_COUNTRY] = "has the code of no country: the United Kingdom's "
                             "is GB",
    };
    const enum language_fault fault = language_check(p->given->value);

    if (fault == LANGUAGE_SOUND)
        return;
    finding(p->findings, FINDING_LANGUAGE, p->given->value_at, "`%.*s` %s",
            STR_ARG(p->given->value), faults[fault]);
    finding_hint(p->findings,
                 "en-GB is British English, cy Welsh, gd Gaelic, fr French, ur "
                 "Urdu: ISO 639-1 has them all");
}

static bool prove_language(const struct proof *p)
{
    if (is_language(p->given->value)) {
        look_at_codes(p);
        return true;
    }
    finding(p->findings, FINDING_BAD_VALUE, p->given->value_at,
            "`%.*s` is no language tag", STR_ARG(p->given->value));
    finding_hint(p->findings, "write en-GB for British English, cy for Welsh");
    return false;
}

static bool read_number(struct str s, int32_t min, int32_t max,
                        uint32_t *number)
{
    uint64_t n = 0;
    size_t i = 0;

    while (i < s.len && is_digit(s.ptr[i]) && n <= INT32_MAX)
        n = n * 10 + (uint64_t)(s.ptr[i++] - '0');
    if (s.len == 0 || i < s.len || n > (uint64_t)max || n < (uint64_t)min)
        return false;
    *number = (uint32_t)n;
    return true;
}

static bool prove_number(const struct proof *p)
{
    uint32_t number;

    if (read_number(p->given->value, p->rule->min, p->rule->max, &number))
        return true;
    finding(p->findings, FINDING_BAD_VALUE, p->given->value_at,
            "`%.*s` is no whole number from %d to %d", STR_ARG(p->given->value),
            (int)p->rule->min, (int)p->rule->max);
    return false;
}

static bool lies_between(int32_t n, const struct xml_attribute_rule *rule)
{
    return n >= rule->min && n <= rule->max;
}

static bool prove_length(const struct proof *p)
{
    int32_t mpt;

    if (measure_length(p->given->value, &mpt) && lies_between(mpt, p->rule))
        return true;
    finding(p->findings, FINDING_BAD_VALUE, p->given->value_at,
            "`%.*s` is no length for the %s of <%.*s>",
            STR_ARG(p->given->value), p->rule->name, STR_ARG(p->node->name));
    finding_hint(p->findings, "write it as 25mm or 12.5pt, from %dpt to %dpt",
                 (int)(p->rule->min / 1000), (int)(p->rule->max / 1000));
    return false;
}

static bool prove_percentage(const struct proof *p)
{
    int32_t n;

    if (measure_percentage(p->given->value, &n) && lies_between(n, p->rule))
        return true;
    finding(p->findings, FINDING_BAD_VALUE, p->given->value_at,
            "`%.*s` is no percentage from %d%% to %d%%",
            STR_ARG(p->given->value), (int)p->rule->min / 10,
            (int)p->rule->max / 10);
    return false;
}

static bool prove_colour(const struct proof *p, struct str text)
{
    uint32_t colour;

    if (measure_colour(text, &colour))
        return true;
    finding(p->findings, FINDING_BAD_VALUE, p->given->value_at,
            "`%.*s` is no colour", STR_ARG(text));
    finding_hint(p->findings, "write it as #1d70b8");
    return false;
}

static bool prove_colours(const struct proof *p)
{
    struct str rest = p->given->value;
    int32_t count = 0;
    bool good = true;

    for (;;) {
        const struct str word = str_cut_word(&rest);

        if (word.len == 0)
            break;
        good = prove_colour(p, word) && good;
        count++;
    }
    if (count <= p->rule->max)
        return good;
    finding(p->findings, FINDING_LIMIT, p->given->value_at,
            "the %s of <%.*s> are at most %d", p->rule->name,
            STR_ARG(p->node->name), (int)p->rule->max);
    return false;
}

static bool prove_choice(const struct proof *p, const struct choice *choices)
{
    const struct str value = p->given->value;
    struct str names[XML_NAMES_MAX];
    size_t count = 0;

    if (choice_find(choices, value) != NULL)
        return true;
    for (; choices->name != NULL; choices++) {
        assert(count < XML_NAMES_MAX); /* tables are ours */
        names[count++] = str_of(choices->name);
    }
    if (p->rule->type == XML_REFERENCE)
        finding(p->findings, FINDING_UNKNOWN_NAME, p->given->value_at,
                "there is no %s `%.*s`", p->rule->of, STR_ARG(value));
    else if (p->rule->of != NULL)
        finding(p->findings, FINDING_BAD_VALUE, p->given->value_at,
                "`%.*s` is no %s", STR_ARG(value), p->rule->of);
    else
        finding(p->findings, FINDING_BAD_VALUE, p->given->value_at,
                "`%.*s` cannot be the %s of <%.*s>", STR_ARG(value),
                p->rule->name, STR_ARG(p->node->name));
    finding_nearest(p->findings, value, names, count);
    return false;
}

/* What comes later has whole numbers, too. */
static bool prove_version(const struct proof *p)
{
    uint32_t number;

    if (!read_number(p->given->value, XML_VERSION_NEWEST + 1, INT32_MAX,
                     &number))
        return prove_choice(p, p->rule->choices);
    finding(p->findings, FINDING_BAD_VALUE, p->given->value_at,
            "<%.*s> is of format %u, which is newer than this program",
            STR_ARG(p->node->name), (unsigned)number);
    finding_hint(p->findings,
                 "take a newer version of the program, or write it in format "
                 "%d: what is unknown below may be new as well",
                 XML_VERSION_NEWEST);
    return false;
}

/* Where all names that there can be are known; others are looked for by whoever
   reads them. */
static bool prove_reference(const struct proof *p)
{
    return p->rule->choices == NULL || prove_choice(p, p->rule->choices);
}

static bool prove_pattern(const struct proof *p)
{
    const struct str text = p->given->value;

    if (p->rule->placeholder_needed && str_find_char(text, '{') == text.len) {
        finding(p->findings, FINDING_BAD_VALUE, p->given->value_at,
                "the pattern has no place for its value: one of {%s}",
                p->rule->placeholders);
        return true;
    }
    placeholders_check(p->findings, text, p->given->value_at,
                       p->rule->placeholders);
    return true; /* it fills what it can */
}

/* A list of nothing but semicolons is as blank as spaces are. */
static bool is_blank(struct str text, enum xml_type type)
{
    for (size_t i = 0; i < text.len; i++) {
        if (!xml_is_space(text.ptr[i]) &&
            (type != XML_LIST || text.ptr[i] != ';'))
            return false;
    }
    return true;
}

static bool prove_filled(const struct proof *p)
{
    if (p->rule->empty == NULL || !is_blank(p->given->value, p->rule->type))
        return true;
    finding(p->findings,
            p->rule->type == XML_FILE ? FINDING_BAD_VALUE : FINDING_MISSING,
            p->given->value_at, "%s", p->rule->empty);
    if (p->rule->hint != NULL)
        finding_hint(p->findings, "%s", p->rule->hint);
    return false;
}

/* What an element without an id says, no template that extends another can be
   meant to take away. */
static bool prove_condition(const struct proof *p)
{
    const struct xml_node *n = p->node;

    for (size_t i = 0; i < n->nattributes; i++) {
        if (str_is(n->attributes[i].name, "id"))
            return prove_filled(p);
    }
    if (is_blank(p->given->value, XML_EXPRESSION)) {
        finding(p->findings, FINDING_DOUBTFUL, p->given->value_at,
                "`%.*s` says no condition, so it always holds",
                STR_ARG(p->given->name));
        finding_hint(p->findings, "write one, or take the attribute out");
    }
    return prove_filled(p);
}

bool xml_type_check(const struct xml_node *node, const struct xml_attribute *a,
                    const struct xml_attribute_rule *rule,
                    struct findings *findings)
{
    const struct proof p = {node, a, rule, findings};

    switch (rule->type) {
    case XML_ID: return prove_id(&p);
    case XML_LANGUAGE: return prove_language(&p);
    case XML_VERSION: return prove_version(&p);
    case XML_CHOICE: return prove_choice(&p, rule->choices);
    case XML_REFERENCE: return prove_reference(&p);
    case XML_NUMBER: return prove_number(&p);
    case XML_LENGTH: return prove_length(&p);
    case XML_PERCENTAGE: return prove_percentage(&p);
    case XML_COLOUR: return prove_colour(&p, a->value);
    case XML_COLOURS: return prove_colours(&p);
    case XML_PATTERN: return prove_pattern(&p);
    case XML_EXPRESSION: return prove_condition(&p);
    default: return prove_filled(&p);
    }
}

/* Texts */

static struct str text_of(const struct xml_attribute *a,
                          const struct xml_attribute_rule *rule)
{
    if (a != NULL && (a->value.len > 0 || rule->otherwise_text == NULL))
        return a->value;
    return str_of(rule->otherwise_text);
}

static struct str words_of(const struct xml_reading *r,
                           const struct xml_attribute *a)
{
    const struct str words =
        a == NULL ? (struct str){NULL, 0} : str_trim(a->value);

    if (a != NULL)
        guidance_find(r->wording, words, a->value_at, r->findings);
    return words;
}

static const char *name_of(const struct xml_reading *r,
                           const struct xml_attribute *a,
                           const struct xml_attribute_rule *rule)
{
    const struct str name = str_trim(text_of(a, rule));

    return name.len == 0 ? NULL : arena_cstr(r->arena, name);
}

/* Numbers */

static uint32_t number_of(const struct xml_attribute *a,
                          const struct xml_attribute_rule *rule)
{
    uint32_t n = (uint32_t)rule->otherwise;

    if (a != NULL)
        (void)read_number(a->value, rule->min, rule->max, &n);
    return n;
}

static int32_t measure_of(const struct xml_attribute *a,
                          const struct xml_attribute_rule *rule)
{
    int32_t n = rule->otherwise;

    if (a != NULL && rule->type == XML_LENGTH)
        (void)measure_length(a->value, &n);
    else if (a != NULL)
        (void)measure_percentage(a->value, &n);
    return n;
}

static uint32_t colour_of(const struct xml_attribute *a,
                          const struct xml_attribute_rule *rule)
{
    uint32_t colour = (uint32_t)rule->otherwise;

    if (a != NULL)
        (void)measure_colour(a->value, &colour);
    return colour;
}

static int chosen_of(const struct xml_attribute *a,
                     const struct xml_attribute_rule *rule)
{
    return a == NULL ? rule->otherwise
                     : choice_of(rule->choices, a->value, rule->otherwise);
}

/* An enum takes an int in a struct, or a byte where there are many of it. */
static void store_choice(char *member, size_t size, int value)
{
    const unsigned wide = (unsigned)value;
    const uint8_t narrow = (uint8_t)value;

    assert(size == sizeof(wide) || size == sizeof(narrow));
    if (size == sizeof(wide))
        memcpy(member, &wide, sizeof(wide));
    else
        memcpy(member, &narrow, sizeof(narrow));
}

static void store_list(const struct xml_reading *r,
                       const struct xml_attribute *a,
                       const struct xml_attribute_rule *rule, char *into)
{
    size_t count;
    const struct str *items = xml_split(
        r->arena, a == NULL ? (struct str){NULL, 0} : a->value, ';', &count);

    memcpy(into + rule->offset, &items, sizeof(items));
    memcpy(into + rule->counted, &count, sizeof(count));
}

void xml_type_store(const struct xml_reading *r, const struct xml_attribute *a,
                    const struct xml_attribute_rule *rule, void *into)
{
    char *member = (char *)into + rule->offset;

    switch (rule->type) {
    case XML_TEXT:
    case XML_EXPANDED:
    case XML_EXPRESSION:
    case XML_PATTERN: *(struct str *)(void *)member = text_of(a, rule); break;
    case XML_WORDS: *(struct str *)(void *)member = words_of(r, a); break;
    case XML_ADDRESS:
        *(struct str *)(void *)member = str_trim(text_of(a, rule));
        break;
    case XML_ID:
    case XML_NAME:
    case XML_FILE:
    case XML_LANGUAGE:
        *(const char **)(void *)member = name_of(r, a, rule);
        break;
    case XML_CHOICE:
        store_choice(member, rule->size, chosen_of(a, rule));
        break;
    case XML_NUMBER: *(uint32_t *)(void *)member = number_of(a, rule); break;
    case XML_LENGTH:
    case XML_PERCENTAGE:
        *(int32_t *)(void *)member = measure_of(a, rule);
        break;
    case XML_COLOUR: *(uint32_t *)(void *)member = colour_of(a, rule); break;
    case XML_LIST: store_list(r, a, rule, into); break;
    case XML_VERSION:
    case XML_REFERENCE:
    case XML_REFERENCES:
    case XML_PATH:
    case XML_DATE:
    case XML_CELL:
    case XML_COLOURS:
    case XML_TYPE_MAX: break; /* their readers make something of them */
    }
}
