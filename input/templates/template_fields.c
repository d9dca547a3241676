#include "core/model/reserved_name.h"
#include "core/value/report_period.h"
#include "input/templates/choices_in.h"
#include "input/templates/template_parts.h"

/* Whether what it is to the report cannot be: that was said. */
static bool has_bad_role(const struct xml_node *field)
{
    const struct xml_attribute_rule *role = AT(template_field, role);

    for (size_t i = 0; i < field->nattributes; i++) {
        if (str_is(field->attributes[i].name, role->name))
            return xml_given(field, role) == NULL;
    }
    return false;
}

/* Its choices, as a column has them; what it says by itself is one. */
static void read_answers(const struct template_reading *r,
                         const struct xml_node *node, struct template_field *f)
{
    struct kind_column *c = arena_alloc(r->xml->arena, 1, sizeof(*c));
    const struct str value = f->value;
    const struct choices_of of = {
        .whose = "header field",
        .element = &template_choice_element,
        .attributes = template_choice_attributes,
        .nattributes = template_choice_nattributes,
        .lang = f->lang != NULL ? f->lang : r->made->lang,
    };

    if (c == NULL)
        return;
    *c = (struct kind_column){
        .id = f->id,
        .type = f->type == FIELD_CHOICE ? TYPE_CHOICE : TYPE_TEXT,
        .choices = f->choices,
        .nchoices = f->nchoices,
        .titles.own = of.lang,
        .at = node->at,
    };
    choices_in(r->xml, node, &of, c);
    if (f->type != FIELD_CHOICE)
        return;
    f->answers = c;
    if (f->sample.len > 0)
        (void)template_answer(f, f->sample,
                              xml_value_at(node, AT(template_field, sample)),
                              r->xml->findings);
    if (value.len > 0 && str_find(value, STR_LIT("{{")) == value.len)
        (void)template_answer(f, value, f->value_at, r->xml->findings);
}

/* To be confirmed, n/a: what a report may say of a day, too. */
static bool is_no_day_yet(const struct wording *w, struct str text)
{
    const enum word word = wording_word(w, text);

    return word == WORD_TO_BE_CONFIRMED || word == WORD_NOT_APPLICABLE;
}

/* What F says of a day or of months in W: false when it is neither. */
static bool read_day(struct arena *a, const struct wording *w, struct str text,
                     struct template_field *f)
{
    return f->type == FIELD_DATE
               ? date_read(text, &w->calendar, &f->day) == DATE_OK
               : report_period_months(a, text, w, &f->day, &f->months);
}

/* TEXT, at AT, which a template says itself, is held to its field's type as
   what a report says is. */
static void prove_day(const struct template_reading *r, struct str text,
                      struct place at, struct template_field *f)
{
    const struct template *t = r->made;
    const bool is_day = f->type == FIELD_DATE;

    for (size_t i = 0; i < t->nwordings; i++) {
        if (read_day(r->xml->arena, t->wordings[i], text, f))
            return;
    }
    if (read_day(r->xml->arena, t->wording, text, f))
        return;
    f->day = (struct date){0};
    if (is_day && is_no_day_yet(t->wording, text))
        return;
    finding(r->xml->findings, FINDING_BAD_DATE, at,
            "`%.*s` is not a %s, as the header field `%s` is", STR_ARG(text),
            is_day ? "date" : "month, a quarter or a financial year",
            f->id == NULL ? "" : f->id);
    finding_hint(r->xml->findings, "write it as %s",
                 is_day ? "5 October 2026"
                        : "September 2026, Quarter 2 2026/27 or 2026/27");
}

/* The days of its sample and of its value: that of the value stays. */
static void read_days(const struct template_reading *r,
                      const struct xml_node *node, struct template_field *f)
{
    if ((f->type != FIELD_DATE && f->type != FIELD_MONTH) ||
        r->made->wording == NULL || xml_version(r->roots[0]) == 1)
        return;
    if (f->sample.len > 0)
        prove_day(r, f->sample, xml_value_at(node, AT(template_field, sample)),
                  f);
    f->day = (struct date){0};
    if (f->value.len > 0 && str_find(f->value, STR_LIT("{{")) == f->value.len)
        prove_day(r, f->value, f->value_at, f);
}

void template_read_fields(struct template_reading *r)
{
    const struct xml_node *const *nodes = r->fields.items;
    const size_t n = r->fields.count;
    struct template_field *fields =
        arena_alloc(r->xml->arena, n, sizeof(*fields));
    size_t titles = 0;
    bool lacks_role = false;

    if (fields == NULL)
        return;
    for (size_t i = r->nroots; i-- > 0;)
        XML_FILL_GIVEN(r->xml, xml_first(r->roots[i], &template_header_element),
                       template_header, template, r->made);
    for (size_t i = 0; i < n; i++) {
        XML_FILL(r->xml, nodes[i], template_field, &fields[i]);
        reserved_name_refuse(fields[i].id, nodes[i]->at, r->xml->findings);
        fields[i].at = nodes[i]->at;
        fields[i].label_at = xml_value_at(nodes[i], AT(template_field, label));
        fields[i].value_at = xml_value_at(nodes[i], AT(template_field, value));
        fields[i].when_at = xml_value_at(nodes[i], AT(template_field, when));
        fields[i].each_at = xml_value_at(nodes[i], AT(template_field, each));
        read_answers(r, nodes[i], &fields[i]);
        read_days(r, nodes[i], &fields[i]);
        titles += fields[i].role == FIELD_ROLE_TITLE;
        lacks_role |= has_bad_role(nodes[i]);
    }
    r->made->fields = fields;
    r->made->nfields = n;
    if (titles != 1 && !lacks_role)
        finding(r->xml->findings,
                titles == 0 ? FINDING_MISSING : FINDING_BAD_VALUE,
                r->roots[0]->at,
                "one header field must have the role `title`; here %zu have",
                titles);
    if (titles == 0 && !lacks_role)
        finding_hint(r->xml->findings, "add <field id=\"title\" role=\"title\" "
                                       "required=\"yes\"/> to its fields");
}
