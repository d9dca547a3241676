#include "input/prose/prose_attributes.h"
#include "core/value/guidance.h"
#include "input/prose/prose_elements.h"
#include "input/prose/prose_image.h"

struct str prose_fold(struct arena *arena, struct str text)
{
    char *out = arena_alloc(arena, text.len + 1, 1);
    size_t len = 0;

    if (out == NULL)
        return (struct str){NULL, 0};
    for (size_t i = 0; i < text.len; i++) {
        if (!xml_is_space(text.ptr[i]))
            out[len++] = text.ptr[i];
        else if (len == 0 || out[len - 1] != ' ')
            out[len++] = ' ';
    }
    return (struct str){out, len};
}

void prose_fill_conditions(struct prose_reading *p, struct doc_node *node,
                           const struct xml_node *xml,
                           const struct xml_attribute_rule *when,
                           const struct xml_attribute_rule *each)
{
    struct doc_conditions *c;

    if (xml_given(xml, when) == NULL &&
        (each == NULL || xml_given(xml, each) == NULL))
        return;
    c = arena_alloc(p->reading.arena, 1, sizeof(*c));
    if (c == NULL)
        return;
    c->when = xml_value(xml, when);
    c->when_at = xml_value_at(xml, when);
    if (each != NULL) {
        c->each = str_trim(xml_value(xml, each));
        c->each_at = xml_value_at(xml, each);
    }
    doc_set_conditions(node, c);
}

void prose_fill_block(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml)
{
    XML_FILL_AS(&p->reading, xml, prose_block, doc_node, node);
    prose_fill_conditions(p, node, xml, AT(prose_block, when),
                          AT(prose_block, each));
}

void prose_fill_paragraph(struct prose_reading *p, struct doc_node *node,
                          const struct xml_node *xml)
{
    XML_FILL_AS(&p->reading, xml, prose_paragraph, doc_node, node);
}

/* The series that the attribute `style` names; OTHERWISE where there is none.
   An unknown name is a finding. */
static const struct label_series *style_of(struct prose_reading *p,
                                           const struct xml_node *xml,
                                           const struct label_series *otherwise)
{
    const struct xml_attribute_rule *style = AT(prose_style, style);
    const struct template *t = p->options->template_used;
    const struct str name = xml_value(xml, style);
    const struct label_series *series;
    struct str known[SERIES_MAX];

    if (xml_given(xml, style) == NULL || t == NULL)
        return otherwise;
    series = template_series(t, name);
    if (series != NULL)
        return series;
    for (size_t i = 0; i < t->nseries && i < SERIES_MAX; i++)
        known[i] = str_of(t->series[i].id);
    finding(p->reading.findings, FINDING_UNKNOWN_NAME, xml_value_at(xml, style),
            "the template has no series of labels `%.*s`", STR_ARG(name));
    finding_nearest(p->reading.findings, name, known,
                    t->nseries < SERIES_MAX ? t->nseries : SERIES_MAX);
    return NULL;
}

void prose_fill_heading(struct prose_reading *p, struct doc_node *node,
                        const struct xml_node *xml)
{
    node->level = 1;
    node->keep_next = true;
    node->u.series = style_of(p, xml, NULL);
}

void prose_fill_list(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml)
{
    node->u.series = style_of(p, xml, p->options->list_series);
}

static void read_columns(struct prose_reading *p, const struct xml_node *xml,
                         struct generator_call *call)
{
    struct list l = list_of(p->reading.arena, sizeof(struct generator_column));

    for (const struct xml_node *n = xml->first; n != NULL; n = n->next) {
        struct generator_column *column = NULL;

        if (n->element == &prose_column_element &&
            xml_given(n, AT(prose_column, id)) != NULL)
            column = list_add(&l);
        if (column == NULL)
            continue;
        XML_FILL_AS(&p->reading, n, prose_column, generator_column, column);
        column->at = xml_value_at(n, AT(prose_column, id));
        column->spans = xml_given(n, AT(prose_column, span)) != NULL;
        column->span_at = xml_value_at(n, AT(prose_column, span));
    }
    call->columns = l.items;
    call->ncolumns = l.count;
}

struct list prose_no_arguments(struct prose_reading *p)
{
    return list_of(p->reading.arena, sizeof(struct generator_argument));
}

void prose_add_argument(struct prose_reading *p, struct list *arguments,
                        const struct xml_attribute *a)
{
    struct generator_argument *argument = list_add(arguments);

    if (argument != NULL)
        *argument = (struct generator_argument){
            .name = arena_cstr(p->reading.arena, a->name),
            .value = a->value,
            .at = a->value_at,
        };
}

/* Arguments of the generator: those that print no table refuse them. */
static void read_arguments(struct prose_reading *p, const struct xml_node *xml,
                           struct generator_call *call)
{
    const struct xml_attribute_rule *rules[] = {AT(prose_table, chosen),
                                                AT(prose_table, across)};
    struct list l = prose_no_arguments(p);

    for (size_t i = 0; i < sizeof(rules) / sizeof(rules[0]); i++) {
        const struct xml_attribute *a = xml_given(xml, rules[i]);

        if (a != NULL)
            prose_add_argument(p, &l, a);
    }
    call->arguments = l.items;
    call->narguments = l.count;
}

/* Whether the table has an attribute, or holds something, that is none of
   its own: it was said, and may be what was meant. */
static bool has_faults(const struct xml_node *table)
{
    for (const struct xml_node *n = table->first; n != NULL; n = n->next) {
        if (!xml_is_text(n) && n->element != &prose_column_element)
            return true;
    }
    return xml_refused_any(table);
}

void prose_fill_call(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml)
{
    struct generator_call *call =
        arena_alloc(p->reading.arena, 1, sizeof(*call));

    if (call == NULL)
        return;
    XML_FILL_AS(&p->reading, xml, prose_table, generator_call, call);
    call->data_at = xml_value_at(xml, AT(prose_table, data));
    call->caption_at = xml_value_at(xml, AT(prose_table, caption));
    guidance_find(p->options->wording, call->caption,
                  xml_value_at(xml, AT(prose_table, caption)),
                  p->reading.findings);
    read_columns(p, xml, call);
    read_arguments(p, xml, call);
    node->u.call = call;
    if (call->data != NULL)
        return;
    if (!has_faults(xml)) {
        finding(p->reading.findings, FINDING_MISSING, xml->at,
                "<table> has neither `data` nor rows of its own");
        finding_hint(p->reading.findings,
                     "name the data that it prints, or write a table of "
                     "words: <row><cell>...</cell></row>");
    }
    doc_unlink(node);
}

/* A decorative picture has neither an alternative text nor a caption. */
static void prove_decorative(const struct prose_reading *p,
                             const struct xml_node *xml,
                             const struct prose_picture *asked)
{
    if (!asked->decorative || (asked->alt.len == 0 && asked->caption.len == 0))
        return;
    finding(p->reading.findings, FINDING_BAD_ATTRIBUTE,
            xml_value_at(xml, AT(prose_picture, decorative)),
            "a decorative picture has neither alternative text nor caption");
    finding_hint(p->reading.findings,
                 "leave decorative= out where the picture tells something");
}

void prose_fill_image(struct prose_reading *p, struct doc_node *node,
                      const struct xml_node *xml)
{
    struct prose_picture asked;

    XML_FILL(&p->reading, xml, prose_picture, &asked);
    asked.alt = prose_fold(p->reading.arena, str_trim(asked.alt));
    asked.alt_at = xml_value_at(xml, AT(prose_picture, alt));
    asked.caption = prose_fold(p->reading.arena, str_trim(asked.caption));
    asked.caption_at = xml_value_at(xml, AT(prose_picture, caption));
    asked.file_at = xml_value_at(xml, AT(prose_picture, file));
    prove_decorative(p, xml, &asked);
    prose_image(p->reading.arena, p->options, &asked, node,
                p->reading.findings);
}

static const char *target_of(const struct prose_reading *p,
                             const struct xml_node *xml,
                             const struct xml_attribute_rule *rule)
{
    const char *target = xml_name(&p->reading, xml, rule);

    return target == NULL ? "" : target;
}

void prose_fill_link(struct prose_reading *p, struct doc_node *node,
                     const struct xml_node *xml)
{
    node->u.target = target_of(p, xml, AT(prose_link, href));
}

void prose_fill_reference(struct prose_reading *p, struct doc_node *node,
                          const struct xml_node *xml)
{
    node->u.target = target_of(p, xml, AT(prose_reference, to));
}

void prose_fill_phrase(struct prose_reading *p, struct doc_node *node,
                       const struct xml_node *xml)
{
    XML_FILL_AS(&p->reading, xml, prose_phrase, doc_node, node);
    prose_fill_conditions(p, node, xml, AT(prose_phrase, when), NULL);
}

void prose_fill_page_number(struct prose_reading *p, struct doc_node *node,
                            const struct xml_node *xml)
{
    (void)p;
    (void)xml;
    node->medium = MEDIUM_PRINT;
}
