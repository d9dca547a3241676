/*
 * element_list.c - every element and attribute of files, and what else the
 * manual's reference lists, as JSON on standard output: for
 * tests/lint/reference.py and schemas.py.
 */
#include "figures/pipe.h"
#include "generators/generator.h"
#include "generators/generator_table.h"
#include "input/report/report_elements.h"
#include "input/templates/calendar_elements.h"
#include "input/templates/house_elements.h"
#include "input/templates/kind_elements.h"
#include "input/templates/rules_elements.h"
#include "input/templates/template_elements.h"
#include "input/templates/wording_elements.h"
#include "input/xml/xml_vocabulary.h"
#include "tests/lint/list_json.h"

#include <stdlib.h>

static const struct xml_element *const roots[] = {
    &report_element,  &template_element, &kind_element, &house_element,
    &wording_element, &calendar_element, &rules_element};

static const char *const type_names[XML_TYPE_MAX] = {
    [XML_TEXT] = "text",
    [XML_EXPANDED] = "expanded",
    [XML_EXPRESSION] = "when",
    [XML_WORDS] = "words",
    [XML_PATTERN] = "pattern",
    [XML_ID] = "id",
    [XML_NAME] = "name",
    [XML_FILE] = "file",
    [XML_LANGUAGE] = "language",
    [XML_ADDRESS] = "address",
    [XML_NUMBER] = "number",
    [XML_LENGTH] = "length",
    [XML_PERCENTAGE] = "percent",
    [XML_COLOUR] = "colour",
    [XML_LIST] = "list",
    [XML_CHOICE] = "choice",
    [XML_VERSION] = "version",
    [XML_REFERENCE] = "reference",
    [XML_REFERENCES] = "references",
    [XML_PATH] = "path",
    [XML_DATE] = "date",
    [XML_CELL] = "cell",
    [XML_COLOURS] = "colours",
};

static void put_choices(struct json_out *j, const char *name,
                        const struct choice *choices)
{
    json_out_name(j, name);
    json_out_array(j);
    for (; choices != NULL && choices->name != NULL; choices++) {
        json_out_object(j);
        json_out_member_cstr(j, "name", choices->name);
        json_out_member_cstr(j, "sentence", choices->sentence);
        json_out_member_cstr(j, "needs", choices->needs);
        json_out_end(j);
    }
    json_out_end(j);
}

/* What an absent attribute means, as a file would say it. */
static void put_otherwise(struct json_out *j,
                          const struct xml_attribute_rule *rule)
{
    char text[32];

    json_out_name(j, "otherwise");
    switch (rule->type) {
    case XML_CHOICE:
        json_out_cstr(
            j, rule->stored ? choice_name(rule->choices, rule->otherwise) : "");
        return;
    case XML_NUMBER:
        (void)snprintf(text, sizeof(text), "%d", (int)rule->otherwise);
        break;
    case XML_LENGTH:
        (void)snprintf(text, sizeof(text), "%gpt", rule->otherwise / 1000.0);
        break;
    case XML_PERCENTAGE:
        (void)snprintf(text, sizeof(text), "%g%%", rule->otherwise / 10.0);
        break;
    case XML_COLOUR:
        (void)snprintf(text, sizeof(text), "#%06x", (unsigned)rule->otherwise);
        break;
    default: json_out_cstr(j, rule->otherwise_text); return;
    }
    json_out_cstr(j, text);
}

static void put_attribute(struct json_out *j,
                          const struct xml_attribute_rule *rule, bool common)
{
    json_out_object(j);
    json_out_member_bool(j, "common", common);
    json_out_member_cstr(j, "name", rule->name);
    json_out_member_cstr(j, "sentence", rule->sentence);
    json_out_member_cstr(j, "type", type_names[rule->type]);
    json_out_member_bool(j, "required", rule->required);
    put_otherwise(j, rule);
    json_out_member_cstr(j, "otherwise_says", rule->otherwise_says);
    put_choices(j, "choices", rule->choices);
    json_out_member_int(j, "min", rule->min);
    json_out_member_int(j, "max", rule->max);
    json_out_member_cstr(j, "placeholders", rule->placeholders);
    json_out_member_bool(j, "placeholder_needed", rule->placeholder_needed);
    json_out_member_cstr(j, "empty", rule->empty);
    json_out_member_cstr(j, "of", rule->of);
    json_out_member_bool(j, "decides", rule->decides);
    json_out_member_cstr(j, "only_for", rule->only_for);
    json_out_member_cstr(j, "unless", rule->unless);
    json_out_member_bool(j, "instead", rule->instead);
    json_out_member_int(j, "since", rule->since);
    json_out_end(j);
}

static void put_element(struct json_out *j, const struct xml_vocabulary *v,
                        const struct xml_element *e)
{
    json_out_object(j);
    json_out_member_cstr(j, "name", e->name);
    json_out_member_cstr(j, "sentence", e->sentence);
    json_out_member_bool(j, "text", e->text != XML_TEXT_NONE);
    json_out_member_bool(j, "any_attribute", e->any_attribute);
    json_out_member_bool(j, "any_name", e->any_name);
    json_out_member_bool(j, "merges", e->merges);
    json_out_member_int(j, "since", e->since);
    json_out_name(j, "attributes");
    json_out_array(j);
    for (size_t i = 0; i < e->nattributes; i++)
        put_attribute(j, &e->attributes[i], false);
    for (size_t i = 0; i < e->ncommon; i++)
        put_attribute(j, &e->common[i], true);
    json_out_end(j);
    json_out_name(j, "children");
    json_out_array(j);
    for (size_t i = 0; i < e->nchildren; i++) {
        const struct xml_child *child = &e->children[i];

        json_out_object(j);
        json_out_member_int(j, "element",
                            (int64_t)xml_vocabulary_index(v, child->element));
        json_out_member_int(j, "min", child->min);
        json_out_name(j, "max");
        if (child->max == XML_NO_LIMIT)
            json_out_cstr(j, NULL);
        else
            json_out_int(j, child->max);
        json_out_end(j);
    }
    json_out_end(j);
    json_out_end(j);
}

static void put_vocabulary(struct json_out *j, const struct xml_element *root)
{
    struct xml_vocabulary v;

    xml_vocabulary_of(root, &v);
    json_out_array(j);
    for (size_t i = 0; i < v.count; i++)
        put_element(j, &v, v.elements[i]);
    json_out_end(j);
}

static void put_generators(struct json_out *j)
{
    const struct generator_names names = generator_names();

    json_out_name(j, "generators");
    json_out_array(j);
    for (size_t i = 0; i < names.count; i++) {
        const struct generator *g = generator_find(names.names[i]);

        json_out_object(j);
        json_out_member_cstr(j, "name", g->name);
        json_out_member_cstr(j, "sentence", g->sentence);
        json_out_member_bool(j, "needs_data", g->needs_data);
        json_out_name(j, "arguments");
        json_out_array(j);
        for (size_t k = 0; g->arguments[k].name != NULL; k++) {
            json_out_object(j);
            json_out_member_cstr(j, "name", g->arguments[k].name);
            json_out_member_cstr(j, "sentence", g->arguments[k].sentence);
            json_out_end(j);
        }
        json_out_end(j);
        json_out_end(j);
    }
    json_out_end(j);
}

static void put_checks(struct json_out *j)
{
    static const struct {
        const char *name, *sentence, *codes, *needs;
    } checks[] = {
#define CHECK(constant, name, sentence, codes, needs)                          \
    {name, sentence, codes, needs},
        CHECK_TYPES(CHECK)
#undef CHECK
    };

    json_out_name(j, "checks");
    json_out_array(j);
    for (size_t i = 0; i < sizeof(checks) / sizeof(checks[0]); i++) {
        json_out_object(j);
        json_out_member_cstr(j, "name", checks[i].name);
        json_out_member_cstr(j, "sentence", checks[i].sentence);
        json_out_member_cstr(j, "codes", checks[i].codes);
        json_out_member_cstr(j, "needs", checks[i].needs);
        json_out_end(j);
    }
    json_out_end(j);
}

static void put_pipes(struct json_out *j)
{
    json_out_name(j, "pipes");
    json_out_array(j);
    for (int i = PIPE_PLAIN + 1; i < PIPE_MAX; i++) {
        json_out_object(j);
        json_out_member_cstr(j, "name", pipe_name((enum pipe)i));
        json_out_member_cstr(j, "sentence", pipe_sentence((enum pipe)i));
        json_out_end(j);
    }
    json_out_end(j);
}

static void put_phrases(struct json_out *j)
{
    json_out_name(j, "phrases");
    json_out_array(j);
    for (int i = 0; i < PHRASE_MAX; i++) {
        json_out_object(j);
        json_out_member_cstr(j, "name", wording_phrase_name((enum phrase)i));
        json_out_member_cstr(j, "sentence", wording_phrase_choices[i].sentence);
        json_out_member_cstr(j, "placeholders",
                             wording_phrase_placeholders((enum phrase)i));
        json_out_end(j);
    }
    json_out_end(j);
}

static void put_all(struct json_out *j)
{
    json_out_object(j);
    json_out_name(j, "vocabularies");
    json_out_object(j);
    for (size_t i = 0; i < sizeof(roots) / sizeof(roots[0]); i++) {
        json_out_name(j, roots[i]->name);
        put_vocabulary(j, roots[i]);
    }
    json_out_end(j);
    put_generators(j);
    put_checks(j);
    put_pipes(j);
    put_phrases(j);
    put_choices(j, "words", wording_word_choices);
    json_out_end(j);
}

int main(void)
{
    struct buf out;
    struct json_out j;
    bool whole;

    buf_init(&out, LIST_MEMORY);
    json_out_init(&j, &out, true);
    put_all(&j);
    whole = list_print(&out);
    buf_free(&out);
    return whole ? EXIT_SUCCESS : EXIT_FAILURE;
}
