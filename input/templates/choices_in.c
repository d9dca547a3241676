#include "input/templates/choices_in.h"
#include "input/templates/kind_elements.h"
#include "input/xml/xml_value.h"

static const struct kind_column *taken_by(const struct kind_column *c,
                                          struct str name)
{
    return kind_column_choice(c, name) < c->nchoices ? c : NULL;
}

/* No text may stand for two of them. */
static void prove_choice(const struct xml_reading *xml,
                         const struct xml_node *node, const char *whose,
                         const struct kind_column *c,
                         const struct kind_choice *choice)
{
    struct str twice = {NULL, 0};

    if (taken_by(c, choice->value) != NULL)
        twice = choice->value;
    for (size_t i = 0; i < choice->naliases; i++) {
        if (taken_by(c, choice->aliases[i]) != NULL)
            twice = choice->aliases[i];
    }
    if (twice.len > 0)
        finding(xml->findings, FINDING_DUPLICATE_ID, node->at,
                "`%.*s` is a name of two choices of %s `%s`", STR_ARG(twice),
                whose, c->id == NULL ? "" : c->id);
}

struct kind_titles kind_titles_in(const struct xml_reading *xml,
                                  const struct xml_node *node,
                                  const struct xml_element *element,
                                  const char *lang, bool as_written)
{
    struct list all = list_of(xml->arena, sizeof(struct kind_title));

    for (const struct xml_node *n = node->first; n != NULL; n = n->next) {
        const struct kind_titles before = {all.items, all.count, NULL};
        struct kind_title title = {0};
        struct kind_title *kept;

        if (n->element != element)
            continue;
        XML_FILL(xml, n, kind_title, &title);
        title.text = xml_text(xml->arena, n);
        if (as_written)
            (void)xml_refuse_expression(xml, "what a kind says", title.text,
                                        xml_text_place(n));
        if (title.lang != NULL &&
            kind_title_in(&before, (struct str){NULL, 0}, title.lang).len > 0)
            finding(xml->findings, FINDING_DUPLICATE_ID, n->at,
                    "there are two %ss in `%s`", element->name, title.lang);
        if (title.text.len == 0)
            finding(xml->findings, FINDING_BAD_VALUE, n->at,
                    "a %s says nothing", element->name);
        kept = list_add(&all);
        if (kept != NULL)
            *kept = title;
    }
    return (struct kind_titles){all.items, all.count, lang};
}

/* Those of elements, which have other names as well. */
static void read_described(const struct xml_reading *xml,
                           const struct xml_node *node,
                           const struct choices_of *of, struct kind_column *c)
{
    size_t count = 0;
    struct kind_choice *described;
    struct str *names;

    for (const struct xml_node *n = node->first; n != NULL; n = n->next)
        count += n->element == of->element;
    if (count == 0)
        return;
    if (c->nchoices > 0)
        finding(xml->findings, FINDING_BAD_ELEMENT, node->first->at,
                "choices stand in the attribute already");
    else if (c->type != TYPE_CHOICE)
        finding(xml->findings, FINDING_BAD_ELEMENT, node->first->at,
                "only a %s of type `choice` has them", of->whose);
    described = arena_alloc(xml->arena, count, sizeof(*described));
    names = arena_alloc(xml->arena, count, sizeof(*names));
    if (described == NULL || names == NULL)
        return;
    c->described = described;
    c->choices = names;
    c->nchoices = 0;
    for (const struct xml_node *n = node->first; n != NULL; n = n->next) {
        struct kind_choice *choice = &described[c->nchoices];

        if (n->element != of->element)
            continue;
        xml_fill(xml, n, of->attributes, of->nattributes, choice);
        xml_refuse_expressions(xml, n, "what a choice says");
        choice->at = n->at;
        choice->titles =
            kind_titles_in(xml, n, &kind_title_element, of->lang, true);
        prove_choice(xml, n, of->whose, c, choice);
        names[c->nchoices++] = choice->value;
    }
}

/* Those of the attribute: a text stands for one of them alone. */
static void prove_listed(const struct xml_reading *xml,
                         const struct xml_node *node,
                         const struct choices_of *of,
                         const struct kind_column *c)
{
    struct kind_column before = *c;

    for (size_t i = 1; i < c->nchoices; i++) {
        before.nchoices = i;
        if (taken_by(&before, c->choices[i]) == NULL)
            continue;
        finding(xml->findings, FINDING_DUPLICATE_ID, node->at,
                "`%.*s` stands twice among the choices of the %s `%s`",
                STR_ARG(c->choices[i]), of->whose, c->id == NULL ? "" : c->id);
        finding_hint(xml->findings, "take one of them out");
        return;
    }
}

void choices_in(const struct xml_reading *xml, const struct xml_node *node,
                const struct choices_of *of, struct kind_column *c)
{
    prove_listed(xml, node, of, c);
    read_described(xml, node, of, c);
    if (c->type != TYPE_CHOICE || c->nchoices > 0)
        return;
    finding(xml->findings, FINDING_MISSING, node->at,
            "a %s of type `choice` has no choices", of->whose);
    finding_hint(xml->findings, "name them in `choices`, or each in an "
                                "element `choice`");
}
