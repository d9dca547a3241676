#include "generators/generator_rows.h"
#include "generators/generator_tools.h"

static const struct template_role *role_of(const struct template *t,
                                           struct str id)
{
    for (size_t i = 0; i < t->nroles; i++) {
        if (str_is(id, t->roles[i].id))
            return &t->roles[i];
    }
    return NULL;
}

/* Name, job, organisation: those that there are. */
static void add_who(const struct generator_in *in, struct doc *d,
                    struct doc_node *value, const struct person *p,
                    bool with_name)
{
    const struct str parts[] = {with_name ? p->name : (struct str){NULL, 0},
                                p->job, p->organisation};

    for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++) {
        if (parts[i].len == 0)
            continue;
        if (value->first != NULL)
            doc_text(d, value, in->wording->phrases[PHRASE_LIST_SEPARATOR]);
        doc_text(d, value, parts[i]);
    }
}

/* A line that begins with a word of the wording; WORD's line. */
static void add_line(struct doc *d, struct doc_node *value, struct str word)
{
    if (value->first != NULL)
        doc_add(d, value, DOC_BREAK);
    doc_text(d, value, arena_printf(d->arena, "%.*s ", STR_ARG(word)));
}

static void add_value(const struct generator_in *in, struct doc *d,
                      struct doc_node *field, const struct person *p,
                      bool with_name)
{
    struct doc_node *value = doc_add(d, field, DOC_FIELD_VALUE);
    struct doc_node *link;

    if (value == NULL)
        return;
    add_who(in, d, value, p, with_name);
    if (p->address.len > 0) {
        if (value->first != NULL)
            doc_add(d, value, DOC_BREAK);
        doc_text(d, value, p->address);
    }
    if (p->telephone.len > 0) {
        add_line(d, value, in->wording->phrases[PHRASE_TELEPHONE]);
        doc_text(d, value, p->telephone);
    }
    if (p->email.len > 0) {
        add_line(d, value, in->wording->phrases[PHRASE_EMAIL]);
        link = doc_add(d, value, DOC_LINK);
        if (link == NULL)
            return;
        link->at = p->at;
        link->u.target =
            arena_printf(d->arena, "mailto:%.*s", STR_ARG(p->email)).ptr;
        doc_text(d, link, p->email);
    }
}

/* The label of the role, or none. */
static struct str label_of(const struct generator_in *in,
                           const struct person *p)
{
    const struct template_role *role =
        role_of(in->template_used, str_of(p->role));

    return role != NULL ? role->label : (struct str){NULL, 0};
}

/* A list says of one name one thing (HTML, the dl element). */
static bool has_name(const struct doc_node *list, struct str name)
{
    const struct doc_node *text;

    for (const struct doc_node *field = list->first; field != NULL;
         field = field->next) {
        text = field->first == NULL ? NULL : field->first->first;
        if (text != NULL && str_eq(text->text, name))
            return true;
    }
    return false;
}

/* Under the label of the role, or under the name where it has none. */
static void add_person(const struct generator_in *in, struct doc *d,
                       struct doc_node **list, struct doc_node *section,
                       const struct person *p)
{
    const struct str label = label_of(in, p);
    const bool labelled = label.len > 0;
    const struct str name = labelled ? label : p->name;
    struct doc_node *field;

    if (*list == NULL || has_name(*list, name))
        *list = doc_add(d, section, DOC_FIELD_LIST);
    field = doc_add(d, *list, DOC_FIELD);
    if (field == NULL)
        return;
    generate_mark(in, p);
    field->at = p->at;
    field->audience = (uint8_t)p->audience;
    doc_text(d, doc_add(d, field, DOC_FIELD_NAME), name);
    add_value(in, d, field, p, labelled);
}

static void refuse_role(const struct generator_in *in,
                        const struct generator_argument *role)
{
    const struct template *t = in->template_used;
    struct str *known =
        arena_alloc(in->findings->arena, t->nroles, sizeof(*known));

    finding(in->findings, FINDING_UNKNOWN_NAME, role->at,
            "the template has no role of a person `%.*s`",
            STR_ARG(role->value));
    for (size_t i = 0; known != NULL && i < t->nroles; i++)
        known[i] = str_of(t->roles[i].id);
    if (known != NULL)
        finding_nearest(in->findings, role->value, known, t->nroles);
}

void generate_contacts(const struct generator_in *in, struct doc *d,
                       struct doc_node *section)
{
    const struct generator_argument *role = generate_argument(in, "role");
    const struct report *r = in->report;
    struct doc_node *list = NULL;

    if (role != NULL && role_of(in->template_used, role->value) == NULL) {
        refuse_role(in, role);
        return;
    }
    for (size_t i = 0; i < r->npeople; i++) {
        if (role == NULL || str_is(role->value, r->people[i].role))
            add_person(in, d, &list, section, &r->people[i]);
    }
}
