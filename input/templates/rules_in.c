#include "core/base/fold.h"
#include "input/templates/library_parts.h"
#include "input/templates/rules_elements.h"

struct rules_reading {
    struct templates_reading *load;
    const struct xml_reading *xml;
    const struct xml_node *roots[EXTENDED_MAX]; /* nearest first */
    size_t nroots;
    struct list fields; /* struct rules_field */
    struct list rules;  /* struct rule */
};

static const struct calendar *find_calendar(struct rules_reading *r)
{
    const struct xml_attribute_rule *calendar = AT(rules, calendar);
    size_t i = 0;

    while (i < r->nroots && xml_given(r->roots[i], calendar) == NULL)
        i++;
    return i == r->nroots ? NULL
                          : templates_named(r->load, r->roots[i], calendar,
                                            LIBRARY_CALENDARS);
}

/* A name that one of the files gave before counts as said here. */
static void read_field(struct rules_reading *r, const struct xml_node *node)
{
    const struct str id = xml_value(node, AT(rules_field, id));
    struct rules_field *all = r->fields.items;
    struct rules_field *place = NULL;

    for (size_t i = 0; i < r->fields.count; i++) {
        if (all[i].id != NULL && str_is(id, all[i].id))
            place = &all[i];
    }
    if (place == NULL)
        place = list_add(&r->fields);
    if (place != NULL)
        XML_FILL(r->xml, node, rules_field, place);
}

static size_t find_rule(const struct rules_reading *r, struct str id)
{
    const struct rule *all = r->rules.items;
    size_t i = 0;

    while (i < r->rules.count && (all[i].id == NULL || !str_is(id, all[i].id)))
        i++;
    return i;
}

static void read_names(const struct rules_reading *r,
                       const struct xml_node *node,
                       const struct xml_attribute_rule *rule,
                       const struct str **names, size_t *count)
{
    if (xml_given(node, rule) != NULL)
        *names = xml_split(r->xml->arena, xml_value(node, rule), ' ', count);
}

static void read_place(const struct xml_node *node,
                       const struct xml_attribute_rule *rule,
                       struct place *place)
{
    if (xml_given(node, rule) != NULL)
        *place = xml_value_at(node, rule);
}

/* What NODE gives, over what the files that are extended gave. */
static void fill_rule(const struct rules_reading *r,
                      const struct xml_node *node, struct rule *rule)
{
    XML_FILL_GIVEN(r->xml, node, rule, rule, rule);
    rule->at = node->at;
    read_names(r, node, AT(rule, needs), &rule->needs, &rule->nneeds);
    read_names(r, node, AT(rule, given), &rule->given, &rule->ngiven);
    read_names(r, node, AT(rule, section), &rule->sections, &rule->nsections);
    read_place(node, AT(rule, when), &rule->when_at);
    read_place(node, AT(rule, test), &rule->test_at);
    read_place(node, AT(rule, says), &rule->says_at);
}

static void say_unknown(const struct rules_reading *r,
                        const struct xml_node *node)
{
    const struct xml_attribute_rule *id = AT(rule, id);
    struct list names = list_of(r->xml->arena, sizeof(struct str));
    const struct rule *all = r->rules.items;

    for (size_t i = 0; i < r->rules.count; i++) {
        struct str *name = all[i].id == NULL ? NULL : list_add(&names);

        if (name != NULL)
            *name = str_of(all[i].id);
    }
    finding(r->xml->findings, FINDING_UNKNOWN_NAME, xml_value_at(node, id),
            "there is no rule `%.*s` to take out of the rules that are "
            "extended",
            STR_ARG(xml_value(node, id)));
    finding_nearest(r->xml->findings, xml_value(node, id), names.items,
                    names.count);
}

static void take_out(struct rules_reading *r, const struct xml_node *node,
                     size_t i)
{
    struct rule *all = r->rules.items;

    if (i == r->rules.count || all[i].at.source == node->at.source) {
        say_unknown(r, node);
        return;
    }
    for (r->rules.count--; i < r->rules.count; i++)
        all[i] = all[i + 1];
}

static void read_rule(struct rules_reading *r, const struct xml_node *node)
{
    const struct xml_attribute_rule *id = AT(rule, id);
    const size_t i = find_rule(r, xml_value(node, id));
    struct rule *all = r->rules.items;
    struct rule *rule;
    bool is_new;

    if (xml_given(node, id) == NULL)
        return;
    if (str_is(xml_value(node, AT(rule, removed)), "yes")) {
        take_out(r, node, i);
        return;
    }
    if (i < r->rules.count && all[i].at.source == node->at.source) {
        finding(r->xml->findings, FINDING_DUPLICATE_ID, xml_value_at(node, id),
                "the rule `%.*s` stands twice, first in line %u",
                STR_ARG(xml_value(node, id)), (unsigned)all[i].at.line);
        finding_hint(r->xml->findings, "give it another id, or make one of "
                                       "the two");
        return;
    }
    is_new = i == r->rules.count;
    rule = is_new ? list_add(&r->rules) : &all[i];
    if (rule == NULL)
        return;
    if (is_new) {
        *rule =
            (struct rule){.id = NULL}; /* one that was taken out was there */
        XML_FILL(r->xml, NULL, rule, rule);
    }
    fill_rule(r, node, rule);
}

/* A name that no element says is a slip of the pen: left unsaid, the rule could
   never be computed, and nobody would know why. */
static void prove_names(const struct rules_reading *r, const struct rules *made,
                        const struct rule *rule, const struct str *names,
                        size_t n)
{
    struct list known = list_of(r->xml->arena, sizeof(struct str));

    for (size_t i = 0; i < made->nfields; i++) {
        struct str *name = made->fields[i].id == NULL ? NULL : list_add(&known);

        if (name != NULL)
            *name = str_of(made->fields[i].id);
    }
    for (size_t i = 0; i < n; i++) {
        if (rules_field(made, names[i]) != NULL)
            continue;
        finding(r->xml->findings, FINDING_UNKNOWN_NAME, rule->at,
                "the rule `%s` names a field `%.*s` that these rules do not "
                "have",
                rule->id, STR_ARG(names[i]));
        if (str_nearest(names[i], known.items, known.count) >= 0)
            finding_nearest(r->xml->findings, names[i], known.items,
                            known.count);
        else
            finding_hint(
                r->xml->findings,
                "declare it in the rules: <field id=\"%.*s\" title=\"what "
                "it is\"/>",
                STR_ARG(names[i]));
    }
}

static void prove_said(const struct rules_reading *r, const struct rule *rule,
                       struct str text, const char *name)
{
    if (str_trim(text).len > 0)
        return;
    finding(r->xml->findings, FINDING_MISSING, rule->at,
            "the rule `%s` says no `%s`", rule->id, name);
}

/* A sentence is looked for by its letters: one without any is everywhere. */
static void prove_sentence(const struct rules_reading *r,
                           const struct rule *rule)
{
    struct fold f;

    fold_begin(&f, rule->sentence, FOLD_LETTERS);
    if (rule->sentence.len == 0 || fold_next(&f) != FOLD_END)
        return;
    finding(r->xml->findings, FINDING_BAD_VALUE, rule->at,
            "the sentence of the rule `%s` has no letters", rule->id);
    finding_hint(r->xml->findings, "write the words that must be printed");
}

static void prove_rule(const struct rules_reading *r, const struct rules *made,
                       const struct rule *rule)
{
    const int tests = (rule->test.len > 0) + (rule->ngiven > 0) +
                      (rule->nsections > 0) + (rule->sentence.len > 0);

    if (rule->id == NULL)
        return;
    prove_said(r, rule, rule->title, "title");
    prove_said(r, rule, rule->source, "source");
    if (tests != 1) {
        finding(r->xml->findings, FINDING_BAD_VALUE, rule->at,
                tests == 0 ? "the rule `%s` asks nothing"
                           : "the rule `%s` asks several things",
                rule->id);
        finding_hint(r->xml->findings,
                     "give it one of `test`, `given`, `section` and "
                     "`sentence`; a rule that asks another thing than one that "
                     "is extended is removed there and has another id here");
    }
    prove_sentence(r, rule);
    prove_names(r, made, rule, rule->needs, rule->nneeds);
    prove_names(r, made, rule, rule->given, rule->ngiven);
}

const struct rules *rules_in(struct templates_reading *load, const char *id,
                             const struct library_file *file)
{
    const struct xml_reading *xml = &load->reading;
    struct rules_reading r = {
        .load = load,
        .xml = xml,
        .fields = list_of(xml->arena, sizeof(struct rules_field)),
        .rules = list_of(xml->arena, sizeof(struct rule)),
    };
    struct rules *made = arena_alloc(xml->arena, 1, sizeof(*made));

    if (made != NULL)
        r.nroots = extended_roots(load, id, file, LIBRARY_RULES,
                                  AT(rules, extends), "rules", r.roots);
    if (r.nroots == 0)
        return NULL;
    XML_FILL(xml, r.roots[0], rules, made);
    made->id = id;
    made->at = r.roots[0]->at;
    made->calendar = find_calendar(&r);
    for (size_t i = r.nroots; i-- > 0;) {
        for (const struct xml_node *n = r.roots[i]->first; n != NULL;
             n = n->next) {
            if (n->element == &rules_field_element)
                read_field(&r, n);
            else if (n->element == &rule_element)
                read_rule(&r, n);
        }
    }
    made->fields = r.fields.items;
    made->nfields = r.fields.count;
    made->rules = r.rules.items;
    made->nrules = r.rules.count;
    for (size_t i = 0; i < made->nrules; i++)
        prove_rule(&r, made, &made->rules[i]);
    return made;
}
