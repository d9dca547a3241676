#include "input/prose/prose_attributes.h"
#include "input/prose/prose_elements.h"
#include "input/xml/xml_misplaced.h"

/*
 * What bodies of templates have beside prose: facts, what stands beside each
 * other, the title, generators by their names, pieces.
 */

/* An element may become what is added: a side is one. */
static struct doc_node *add(struct prose_reading *p, struct doc_node *parent,
                            enum doc_kind kind, struct place at)
{
    struct doc_node *n = doc_new_prose(p->reading.arena, kind);

    if (n != NULL)
        n->at = at;
    doc_append(parent, n);
    return n;
}

static struct doc_node *add_text(struct prose_reading *p,
                                 struct doc_node *parent, struct str text,
                                 struct place at)
{
    struct doc_node *n = add(p, parent, DOC_TEXT, at);

    if (n != NULL)
        n->text = text;
    return n;
}

/* Three places, which start, centre and end fill. */
void prose_fill_sides(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml)
{
    XML_FILL_AS(&p->reading, xml, prose_sides, doc_node, node);
    if (str_is(xml_value(xml, AT(prose_sides, sign)), "yes"))
        node->level |= RULE_SIGN;
    if (str_is(xml_value(xml, AT(prose_sides, first)), "no"))
        node->level |= RULE_LATER_PAGES;
    for (size_t i = 0; i < 3; i++)
        add(p, node, DOC_PARAGRAPH, xml->at);
}

/* The field with the role of the title, as an expression. */
void prose_fill_title(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml)
{
    const struct template *t = p->options->template_used;

    node->level = 1;
    node->role = ROLE_TITLE;
    node->keep_next = true;
    for (size_t i = 0; xml->first == NULL && t != NULL && i < t->nfields; i++) {
        if (t->fields[i].role == FIELD_ROLE_TITLE)
            add_text(p, node,
                     arena_printf(p->reading.arena, "{{%s}}", t->fields[i].id),
                     xml->at);
    }
}

void prose_fill_logo(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml)
{
    (void)p;
    (void)xml;
    node->role = ROLE_LOGO;
    node->keep_next = true;
}

static struct generator_call *new_call(struct prose_reading *p,
                                       struct doc_node *node)
{
    struct generator_call *call =
        arena_alloc(p->reading.arena, 1, sizeof(*call));

    node->u.call = call;
    return call;
}

void prose_fill_narrative(struct prose_reading *p, struct doc_node *node,
                          const struct xml_node *xml)
{
    struct generator_call *call = new_call(p, node);

    (void)xml;
    if (call != NULL)
        call->with = "narrative"; /* docs/templates.md */
}

static const struct xml_element *vocabulary_of(const struct xml_node *xml)
{
    while (xml->parent != NULL)
        xml = xml->parent;
    return xml->element;
}

static void add_name(struct list *names, struct str text)
{
    struct str *name = list_add(names);

    if (name != NULL)
        *name = text;
}

/* A name that is no generator's may have been meant for an element's. */
static bool is_generator(struct prose_reading *p, const struct xml_node *xml)
{
    const struct generator_names *known = p->options->generators;
    const struct xml_element *parent = xml->parent->element;
    struct list names = list_of(p->reading.arena, sizeof(struct str));

    for (size_t i = 0; known != NULL && i < known->count; i++) {
        if (str_eq(known->names[i], xml->name))
            return true;
    }
    if (known == NULL)
        return true;
    for (size_t i = 0; parent != NULL && i < parent->nchildren; i++) {
        if (!parent->children[i].element->any_name)
            add_name(&names, str_of(parent->children[i].element->name));
    }
    for (size_t i = 0; i < known->count; i++)
        add_name(&names, known->names[i]);
    finding(p->reading.findings, FINDING_BAD_ELEMENT, xml->at,
            "<%.*s> is neither a block that can stand here nor a generator",
            STR_ARG(xml->name));
    xml_hint_misplaced(p->reading.findings, vocabulary_of(xml), xml->name,
                       names.items, names.count);
    return false;
}

static void read_arguments(struct prose_reading *p, const struct xml_node *xml,
                           struct generator_call *call)
{
    struct list l = prose_no_arguments(p);

    for (size_t i = 0; i < xml->nattributes; i++) {
        const struct xml_attribute *a = &xml->attributes[i];

        if (!xml_is_described(xml, a))
            prose_add_argument(p, &l, a);
    }
    call->arguments = l.items;
    call->narguments = l.count;
}

void prose_fill_generator(struct prose_reading *p, struct doc_node *node,
                          const struct xml_node *xml)
{
    struct generator_call *call = new_call(p, node);

    if (call == NULL)
        return;
    if (!is_generator(p, xml)) {
        doc_unlink(node);
        return;
    }
    if (xml->refused_text) {
        finding(p->reading.findings, FINDING_BAD_ELEMENT, xml->at,
                "text cannot stand directly in <%.*s>", STR_ARG(xml->name));
        finding_hint(p->reading.findings,
                     "what it prints is made of what the report gives: write "
                     "words before or after it");
    }
    XML_FILL_AS(&p->reading, xml, prose_generator, generator_call, call);
    call->data_at = xml_value_at(xml, AT(prose_generator, data));
    call->caption_at = xml_value_at(xml, AT(prose_generator, caption));
    call->with = arena_cstr(p->reading.arena, xml->name);
    read_arguments(p, xml, call);
}

/* A piece may use those that stand before it: none uses itself. */
void prose_fill_use(struct prose_reading *p, struct doc_node *node,
                    const struct xml_node *xml)
{
    const struct xml_attribute_rule *rule = AT(prose_use, piece);
    const struct prose_options *o = p->options;
    struct list names = list_of(p->reading.arena, sizeof(struct str));

    for (size_t i = 0; i < o->npieces; i++) {
        struct str *name = list_add(&names);

        if (name != NULL)
            *name = str_of(o->pieces[i].id);
        if (str_is(xml_value(xml, rule), o->pieces[i].id)) {
            *o->pieces[i].used = true;
            if (o->pieces[i].prose != NULL)
                doc_copy(p->reading.arena, o->pieces[i].prose, node);
            return;
        }
    }
    if (xml_given(xml, rule) != NULL)
        xml_unknown(&p->reading, xml, rule, names.items, names.count);
}

struct doc_node *prose_begin_fact(struct prose_reading *p,
                                  struct doc_node *field,
                                  const struct xml_node *xml)
{
    const struct xml_attribute_rule *label = AT(prose_fact, label);

    field->u.series = p->options->fact_series;
    return doc_fact(p->reading.arena, field, xml_value(xml, label),
                    xml_value_at(xml, label));
}

struct doc_node *prose_begin_key(struct prose_reading *p,
                                 struct doc_node *field,
                                 const struct xml_node *xml)
{
    const struct xml_attribute_rule *label = AT(prose_key, label);
    const struct place at = xml_value_at(xml, label);
    const char *to = xml_name(&p->reading, xml, AT(prose_key, to));
    struct doc_node *name = add(p, field, DOC_FIELD_NAME, at);

    if (to != NULL && name != NULL) {
        name =
            add(p, name, DOC_REFERENCE, xml_value_at(xml, AT(prose_key, to)));
        if (name != NULL)
            name->u.target = to;
    }
    add_text(p, name, xml_value(xml, label), at);
    return add(p, field, DOC_FIELD_VALUE, xml->at);
}

void prose_fill_figures(struct prose_reading *p, struct doc_node *node,
                        const struct xml_node *xml)
{
    (void)p;
    (void)xml;
    node->role = ROLE_FIGURES;
}
