#include "input/prose/prose_elements.h"
#include "input/templates/template_parts.h"

/* What stands alone; a condition and the like make it a block of a body. */
static bool is_piece(const struct xml_node *node)
{
    return (node->element == &prose_narrative_element &&
            node->nattributes == 0) ||
           node->element == &template_generate_element;
}

static void check_generator(const struct template_reading *r,
                            const struct xml_node *node)
{
    const struct xml_attribute_rule *with = AT(template_generate, with);
    const struct generator_names *known = r->generators;

    if (known == NULL || xml_given(node, with) == NULL)
        return;
    for (size_t i = 0; i < known->count; i++) {
        if (str_eq(known->names[i], xml_value(node, with)))
            return;
    }
    xml_unknown(r->xml, node, with, known->names, known->count);
}

/* Attributes that are the generator's own. */
static void read_arguments(const struct template_reading *r,
                           const struct xml_node *node,
                           struct generator_call *call)
{
    struct list l = list_of(r->xml->arena, sizeof(struct generator_argument));

    for (size_t i = 0; i < node->nattributes; i++) {
        const struct xml_attribute *a = &node->attributes[i];
        struct generator_argument *argument;

        if (xml_is_described(node, a))
            continue;
        argument = list_add(&l);
        if (argument == NULL)
            return;
        argument->name = arena_cstr(r->xml->arena, a->name);
        argument->value = a->value;
        argument->at = a->value_at;
    }
    call->arguments = l.items;
    call->narguments = l.count;
}

static const struct generator_call *read_call(const struct template_reading *r,
                                              const struct xml_node *node)
{
    struct generator_call *call = arena_alloc(r->xml->arena, 1, sizeof(*call));

    if (call == NULL)
        return NULL;
    if (node->element == &prose_narrative_element) {
        call->with = "narrative"; /* docs/templates.md */
        return call;
    }
    check_generator(r, node);
    XML_FILL_AS(r->xml, node, template_generate, generator_call, call);
    call->data_at = xml_value_at(node, AT(template_generate, data));
    call->caption_at = xml_value_at(node, AT(template_generate, caption));
    read_arguments(r, node, call);
    return call;
}

static struct str condition_of(const struct xml_node *block)
{
    if (block->element != &template_generate_element)
        return (struct str){NULL, 0};
    return xml_value(block, AT(template_generate, when));
}

/* What NODE holds, in order: a generator each, and the blocks of standard
   wording between two of them together. It may be another's, of a template
   that is extended. */
struct template_body template_read_body(const struct template_reading *r,
                                        const struct xml_node *node)
{
    const struct prose_options options = template_prose(r);
    struct list l = list_of(r->xml->arena, sizeof(struct template_block));
    const struct xml_node *n = node->first;
    const struct xml_node *parent = n == NULL ? node : n->parent;

    while (n != NULL) {
        const struct xml_node *end = n->next;
        struct template_block *p = list_add(&l);

        if (p == NULL)
            break;
        p->at = n->at;
        if (is_piece(n)) {
            p->type = BLOCK_GENERATE;
            p->call = read_call(r, n);
            p->when = condition_of(n);
            if (p->when.len > 0)
                p->when_at = xml_value_at(n, AT(template_generate, when));
        } else {
            while (end != NULL && !is_piece(end))
                end = end->next;
            p->type = BLOCK_PROSE;
            p->prose = prose_from_xml_run(r->xml->arena, parent, n, end,
                                          &options, r->xml->findings);
        }
        n = end;
    }
    return (struct template_body){l.items, l.count};
}

/* Where sections of the report's own stand. */
static void read_own_sections(const struct template_reading *r,
                              const struct xml_node *node, uint8_t level,
                              const struct template_numbering *numbering,
                              struct template_section *s)
{
    XML_FILL(r->xml, NULL, template_section, s);
    s->of_report = true;
    s->level = level;
    s->heading_series = template_series_in(
        r, node, AT(template_own_sections, headings), numbering->headings);
    s->paragraph_series = template_series_in(
        r, node, AT(template_own_sections, paragraphs), numbering->paragraphs);
    s->at = node->at;
}

static void read_section(const struct template_reading *r,
                         const struct xml_node *node, uint8_t level,
                         const struct template_numbering *numbering,
                         struct template_section *s)
{
    const struct template_body body = template_read_body(r, node);

    XML_FILL(r->xml, node, template_section, s);
    s->level = level;
    s->heading_series = template_series_in(
        r, node, AT(template_section, headings), numbering->headings);
    s->paragraph_series = template_series_in(
        r, node, AT(template_section, paragraphs), numbering->paragraphs);
    s->empty_in = xml_name(r->xml, node, AT(template_section, empty_in));
    s->blocks = body.blocks;
    s->nblocks = body.nblocks;
    s->at = node->at;
    s->heading_at = xml_value_at(node, AT(template_section, heading));
    s->empty_at = xml_value_at(node, AT(template_section, empty));
    s->when_at = xml_value_at(node, AT(template_section, when));
    s->each_at = xml_value_at(node, AT(template_section, each));
}

/* That SECTION, which AT says lists LISTED, stands once in each copy that this
   one is of: one left out would take with it all that it lists. */
static void check_lister(const struct template_reading *r, struct place at,
                         const struct template_section *section,
                         const struct template_section *listed)
{
    const char *fault = NULL;

    if (section->when.len > 0)
        fault = "has a condition that may leave it out";
    else if (section->each.len > 0)
        fault = "stands once for each row, or not at all";
    else if (section->audience == AUDIENCE_INTERNAL &&
             listed->audience != AUDIENCE_INTERNAL)
        fault = "is left out of the published copy";
    if (fault != NULL)
        finding(r->xml->findings, FINDING_BAD_VALUE, at,
                "the section `%s` %s, with all that it lists", section->id,
                fault);
}

/* That the section which lists those with nothing to print stands below them in
   every report, and that they have a heading to be listed by. */
static void check_empty_in(const struct template_reading *r,
                           const struct xml_node *node,
                           const struct template_section *sections,
                           size_t nsections, size_t at)
{
    const struct xml_attribute_rule *rule = AT(template_section, empty_in);
    const struct str wanted = xml_value(node, rule);
    struct list names = list_of(r->xml->arena, sizeof(struct str));

    if (sections[at].empty_in == NULL)
        return;
    if (sections[at].heading.len == 0)
        finding(r->xml->findings, FINDING_MISSING, node->at,
                "the section `%s` has no heading by which `%.*s` could list it",
                sections[at].id, STR_ARG(wanted));
    for (size_t i = at + 1; i < nsections; i++) {
        struct str *name = NULL;

        if (sections[i].id == NULL)
            continue;
        if (str_is(wanted, sections[i].id)) {
            check_lister(r, xml_value_at(node, rule), &sections[i],
                         &sections[at]);
            return;
        }
        name = list_add(&names);
        if (name != NULL)
            *name = str_of(sections[i].id);
    }
    finding(r->xml->findings, FINDING_UNKNOWN_NAME, xml_value_at(node, rule),
            "no section `%.*s` stands below this one", STR_ARG(wanted));
    finding_nearest(r->xml->findings, wanted, names.items, names.count);
}

static void read_sections(const struct template_reading *r,
                          const struct list *all, uint8_t level,
                          const struct template_numbering *numbering,
                          const struct template_section **made, size_t *count)
{
    const struct xml_node *const *nodes = all->items;
    struct template_section *sections =
        arena_alloc(r->xml->arena, all->count, sizeof(*sections));

    for (size_t i = 0; sections != NULL && i < all->count; i++) {
        if (nodes[i]->element == &template_own_sections_element)
            read_own_sections(r, nodes[i], level, numbering, &sections[i]);
        else
            read_section(r, nodes[i], level, numbering, &sections[i]);
    }
    for (size_t i = 0; sections != NULL && i < all->count; i++) {
        if (!sections[i].of_report)
            check_empty_in(r, nodes[i], sections, all->count, i);
    }
    *made = sections;
    *count = sections == NULL ? 0 : all->count;
}

static void read_parts(struct template_reading *r,
                       const struct template_numbering *numbering)
{
    const struct xml_node *const *nodes = r->parts.items;
    const size_t n = r->parts.count;
    struct template_part *parts = arena_alloc(r->xml->arena, n, sizeof(*parts));

    if (parts == NULL)
        return;
    for (size_t i = 0; i < n; i++) {
        struct template_part *p = &parts[i];
        const struct list sections =
            template_merge_part(r, xml_value(nodes[i], AT(template_part, id)));

        XML_FILL(r->xml, nodes[i], template_part, p);
        p->heading_series = numbering->parts;
        p->at = nodes[i]->at;
        p->heading_at = xml_value_at(nodes[i], AT(template_part, heading));
        p->when_at = xml_value_at(nodes[i], AT(template_part, when));
        p->each_at = xml_value_at(nodes[i], AT(template_part, each));
        read_sections(r, &sections, 3, numbering, &p->sections, &p->nsections);
    }
    r->made->parts = parts;
    r->made->nparts = n;
}

void template_read_sections(struct template_reading *r,
                            const struct template_numbering *numbering)
{
    const struct xml_node *sign_off =
        template_first(r, &template_sign_off_element);

    read_sections(r, &r->sections, 2, numbering, &r->made->sections,
                  &r->made->nsections);
    read_parts(r, numbering);
    if (sign_off != NULL) {
        const struct template_body body = template_read_body(r, sign_off);

        r->made->sign_off = body.blocks;
        r->made->nsign_off = body.nblocks;
    }
}
