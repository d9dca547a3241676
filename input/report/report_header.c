#include "core/doc/address.h"
#include "core/value/guidance.h"
#include "input/report/report_elements.h"
#include "input/report/report_parts.h"

static const struct template_field *find_field(const struct template *t,
                                               struct str id)
{
    for (size_t i = 0; i < t->nfields; i++) {
        if (str_is(id, t->fields[i].id))
            return &t->fields[i];
    }
    return NULL;
}

static struct field *find_given(const struct list *given, const char *id)
{
    struct field *fields = given->items;

    for (size_t i = 0; i < given->count; i++) {
        if (str_is(str_of(id), fields[i].id))
            return &fields[i];
    }
    return NULL;
}

static void set_field(const struct report_reading *r, struct field *f,
                      const struct template_field *declared, struct str text,
                      struct place at)
{
    f->text = text;
    f->at = at;
    guidance_find(r->wording, text, at, r->xml.findings);
    (void)xml_refuse_expression(&r->xml, "a header field", text, at);
    if (declared == NULL)
        return;
    f->id = declared->id;
    if (declared->audience == AUDIENCE_INTERNAL)
        f->audience = AUDIENCE_INTERNAL;
    report_read_field_value(r, declared, f);
}

static void unknown_field(const struct report_reading *r,
                          const struct xml_node *node)
{
    const struct template *t = r->template_used;
    struct list names = list_of(r->xml.arena, sizeof(struct str));

    for (size_t i = 0; i < t->nfields; i++)
        report_offer(&names, t->fields[i].id);
    xml_unknown(&r->xml, node, AT(field, id), names.items, names.count);
}

static void read_field(struct report_reading *r, const struct xml_node *node,
                       struct list *given)
{
    const struct template_field *declared = NULL;
    struct field field = {0};
    struct field *kept;

    XML_FILL(&r->xml, node, field, &field);
    if (field.id == NULL)
        return;
    if (r->template_used != NULL) {
        declared = find_field(r->template_used, str_of(field.id));
        if (declared == NULL) {
            unknown_field(r, node);
            return;
        }
    }
    kept = list_add(given);
    if (kept == NULL)
        return;
    *kept = field;
    set_field(r, kept, declared, xml_text(r->xml.arena, node),
              xml_text_place(node));
}

static void take_fields(struct report_reading *r, struct list *given)
{
    const struct template *t = r->template_used;

    for (size_t i = 0; t != NULL && i < t->nfields; i++)
        report_take_field(r, &t->fields[i], find_given(given, t->fields[i].id),
                          given);
}

/* What --set says replaces what the report says, or is added to it. */
static void override_fields(struct report_reading *r, struct list *given)
{
    const struct template *t = r->template_used;

    for (size_t i = 0; t != NULL && i < t->nfields; i++) {
        const struct report_override *o =
            report_overridden(r, t->fields[i].id, NULL);
        struct field *f;

        if (o == NULL)
            continue;
        f = find_given(given, t->fields[i].id);
        if (f == NULL)
            f = list_add(given);
        if (f != NULL)
            set_field(r, f, &t->fields[i], o->value, o->at);
    }
}

static void check_required(const struct report_reading *r,
                           const struct list *given, struct place at)
{
    const struct template *t = r->template_used;

    for (size_t i = 0; t != NULL && i < t->nfields; i++) {
        const struct template_field *declared = &t->fields[i];
        const struct field *f = find_given(given, declared->id);

        if (declared->required == REQUIRED_NO || declared->when.len > 0 ||
            declared->value.len > 0 || (f != NULL && f->text.len > 0) ||
            r->made->of_lost)
            continue;
        finding(r->xml.findings, FINDING_MISSING, f == NULL ? at : f->at,
                "the header field `%s` is required", declared->id);
        finding_hint(r->xml.findings, "add <field id=\"%s\"> to the header",
                     declared->id);
    }
}

void report_read_header(struct report_reading *r)
{
    struct list given = list_of(r->xml.arena, sizeof(struct field));
    const struct xml_node *header = xml_first(r->root, &header_element);

    for (const struct xml_node *h = header; h != NULL; h = h->next) {
        if (h->element != &header_element)
            continue;
        for (const struct xml_node *n = h->first; n != NULL; n = n->next) {
            if (n->element == &field_element)
                read_field(r, n, &given);
        }
    }
    override_fields(r, &given);
    take_fields(r, &given);
    check_required(r, &given, header == NULL ? r->root->at : header->at);
    r->made->fields = given.items;
    r->made->nfields = given.count;
}

static bool is_role(const struct report_reading *r, struct str id)
{
    const struct template *t = r->template_used;

    for (size_t i = 0; i < t->nroles; i++) {
        if (str_is(id, t->roles[i].id))
            return true;
    }
    return false;
}

static void check_role(const struct report_reading *r,
                       const struct xml_node *node)
{
    const struct xml_attribute_rule *role = AT(person, role);
    const struct template *t = r->template_used;
    struct list names = list_of(r->xml.arena, sizeof(struct str));

    if (t == NULL || xml_given(node, role) == NULL ||
        is_role(r, xml_value(node, role)))
        return;
    for (size_t i = 0; i < t->nroles; i++)
        report_offer(&names, t->roles[i].id);
    xml_unknown(&r->xml, node, role, names.items, names.count);
}

/* What is none would be a link that leads nowhere. */
static void check_email(const struct report_reading *r,
                        const struct xml_node *node, struct person *p)
{
    if (p->email.len == 0 || address_is_email(p->email))
        return;
    finding(r->xml.findings, FINDING_BAD_VALUE,
            xml_value_at(node, AT(person, email)),
            "`%.*s` is no e-mail address", STR_ARG(p->email));
    finding_hint(r->xml.findings, "write one address and nothing else: "
                                  "ann.green@example.gov.uk");
    p->email = (struct str){NULL, 0};
}

static void read_person(struct report_reading *r, const struct xml_node *node,
                        struct list *people)
{
    struct person *p = list_add(people);

    if (p == NULL)
        return;
    XML_FILL(&r->xml, node, person, p);
    p->at = node->at;
    xml_refuse_expressions(&r->xml, node, "what is said of a person");
    check_role(r, node);
    check_email(r, node, p);
}

void report_read_people(struct report_reading *r)
{
    struct list people = list_of(r->xml.arena, sizeof(struct person));
    const struct template *t = r->template_used;
    const struct person *items;

    for (const struct xml_node *n = r->root->first; n != NULL; n = n->next) {
        if (n->element == &person_element)
            read_person(r, n, &people);
    }
    if (t != NULL)
        report_take_people(r, &people);
    items = people.items;
    for (size_t i = 0; t != NULL && i < t->nroles; i++) {
        size_t p = 0;

        while (p < people.count &&
               !str_eq(str_of(items[p].role), str_of(t->roles[i].id)))
            p++;
        if (t->roles[i].required == REQUIRED_NO || p < people.count ||
            r->made->of_lost)
            continue;
        finding(r->xml.findings, FINDING_MISSING, r->root->at,
                "a person with the role `%s` is required", t->roles[i].id);
        finding_hint(r->xml.findings, "add <person role=\"%s\" name=\"...\"/>",
                     t->roles[i].id);
    }
    r->made->people = people.items;
    r->made->npeople = people.count;
}
