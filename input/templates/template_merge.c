#include "input/templates/template_parts.h"
#include "input/view/figure_check_elements.h"
#include "input/view/view_elements.h"
#include "input/xml/xml_attributes.h"

/*
 * One rule for all that a template takes over from one that it extends: what
 * has an id merges by it, attribute by attribute; what it holds replaces what
 * the other holds, where it holds anything; `remove` takes it out; order is
 * that of the template that is extended, and new ones follow. Templates of
 * format 1 replace the whole.
 */

/* What tells the nodes of a list apart: the attribute RULE or, where sections
   of the report's own stand, the element alone. */
struct merging {
    const struct template_reading *r;
    const struct xml_element *element;
    const struct xml_attribute_rule *id;
    struct list *all; /* const struct xml_node * */
};

static bool is_same(const struct merging *m, const struct xml_node *a,
                    const struct xml_node *b)
{
    return a->element == b->element &&
           (a->element != m->element ||
            str_eq(xml_value(a, m->id), xml_value(b, m->id)));
}

static size_t find_same(const struct merging *m, const struct xml_node *node)
{
    const struct xml_node *const *nodes = m->all->items;
    size_t i = 0;

    while (i < m->all->count && !is_same(m, nodes[i], node))
        i++;
    return i;
}

/* Choices of a field stand in an attribute or in elements: those of OVER, a
   field that is BOTH now, replace the others whichever way they are written. */
static void replace_choices(const struct xml_node *over, struct xml_node *both,
                            const struct xml_attribute **given)
{
    const struct xml_attribute_rule *choices = AT(template_field, choices);

    if (over->element != &template_field_element)
        return;
    if (over->first != NULL)
        given[xml_find_rule(over->element, str_of(choices->name))] =
            xml_given(over, choices);
    else if (xml_given(over, choices) != NULL)
        both->first = NULL;
}

/* What OVER gives over what UNDER gives. */
static const struct xml_node *put_over(const struct template_reading *r,
                                       const struct xml_node *under,
                                       const struct xml_node *over)
{
    const struct xml_element *e = over->element;
    const size_t n = e->ncommon + e->nattributes;
    struct xml_node *both = arena_alloc(r->xml->arena, 1, sizeof(*both));
    const struct xml_attribute **given =
        arena_alloc(r->xml->arena, n, sizeof(struct xml_attribute *));

    if (both == NULL || given == NULL)
        return over;
    for (size_t i = 0; i < n; i++)
        given[i] = over->given[i] != NULL ? over->given[i] : under->given[i];
    *both = *over;
    both->given = given;
    if (over->first == NULL)
        both->first = under->first;
    replace_choices(over, both, given);
    return both;
}

static void say_twice(const struct merging *m, const struct xml_node *node,
                      const struct xml_node *before)
{
    finding(m->r->xml->findings, FINDING_DUPLICATE_ID,
            xml_value_at(node, m->id),
            "the %s `%.*s` stands twice, first in line %u", node->element->name,
            STR_ARG(xml_value(node, m->id)), (unsigned)before->at.line);
    finding_hint(m->r->xml->findings,
                 "give it another id, or make one of the two");
}

/* Messages say why it is not there. */
static void keep_removed(const struct merging *m, const struct xml_node *node)
{
    struct template *made = m->r->made;
    struct template_removed *kept =
        arena_alloc(m->r->xml->arena, 1, sizeof(*kept));

    if (kept == NULL)
        return;
    *kept = (struct template_removed){made->removed, xml_value(node, m->id),
                                      node->at};
    made->removed = kept;
}

static void take_out(const struct merging *m, const struct xml_node *node,
                     size_t i)
{
    const struct xml_node **nodes = m->all->items;
    struct list names;

    if (i < m->all->count && nodes[i]->at.source != node->at.source) {
        keep_removed(m, node);
        for (m->all->count--; i < m->all->count; i++)
            nodes[i] = nodes[i + 1];
        return;
    }
    names = list_of(m->r->xml->arena, sizeof(struct str));
    for (i = 0; i < m->all->count; i++) {
        struct str *name = nodes[i]->element == m->element &&
                                   nodes[i]->at.source != node->at.source
                               ? list_add(&names)
                               : NULL;

        if (name != NULL)
            *name = xml_value(nodes[i], m->id);
    }
    finding(m->r->xml->findings, FINDING_UNKNOWN_NAME,
            xml_value_at(node, m->id),
            "there is no %s `%.*s` to take out of the template that is "
            "extended",
            node->element->name, STR_ARG(xml_value(node, m->id)));
    finding_nearest(m->r->xml->findings, xml_value(node, m->id), names.items,
                    names.count);
}

/* REMOVE is the attribute by which NODE, of a template of VERSION, is taken
   out. */
static void merge_node(const struct merging *m, const struct xml_node *node,
                       const struct xml_attribute_rule *remove, int version)
{
    const size_t i = find_same(m, node);
    const struct xml_node **nodes = m->all->items;
    const struct xml_node **place;

    if (remove != NULL && node->element == m->element &&
        str_is(xml_value(node, remove), "yes")) {
        take_out(m, node, i);
    } else if (i < m->all->count && nodes[i]->at.source != node->at.source) {
        nodes[i] = version == 1 ? node : put_over(m->r, nodes[i], node);
    } else {
        if (i < m->all->count && node->element == m->element)
            say_twice(m, node, nodes[i]);
        place = list_add(m->all); /* both are read, for the faults they have */
        if (place != NULL)
            *place = node;
    }
}

/* The children ELEMENT of PARENT, and OTHER ones that have no id, go into ALL.
 */
static void merge(const struct xml_node *parent, const struct merging *m,
                  const struct xml_attribute_rule *remove,
                  const struct xml_element *other, int version)
{
    for (const struct xml_node *n = parent->first; n != NULL; n = n->next) {
        if (n->element == NULL)
            continue;
        if (n->element == other ||
            (n->element == m->element && xml_given(n, m->id) != NULL))
            merge_node(m, n, remove, version);
    }
}

#define MERGE(r, parent, E, list, other, version)                              \
    merge((parent),                                                            \
          &(const struct merging){(r), &E##_element, AT(E, id), (list)},       \
          AT(E, removed), (other), (version))

static bool holds_node(const struct list *l, const struct xml_node *node)
{
    const struct xml_node *const *nodes = l->items;

    for (size_t i = 0; i < l->count; i++) {
        if (nodes[i] == node)
            return true;
    }
    return false;
}

static bool says(const struct xml_node *node,
                 const struct xml_attribute_rule *rule)
{
    for (size_t i = 0; i < node->nattributes; i++) {
        if (str_is(node->attributes[i].name, rule->name))
            return true;
    }
    return false;
}

/* Whether a section lacks its id, which is a finding: it may be any. */
static bool has_nameless_section(const struct template_reading *r)
{
    for (size_t i = 0; i < r->nroots; i++) {
        for (const struct xml_node *n = r->roots[i]->first; n != NULL;
             n = n->next) {
            if (n->element == &template_section_element &&
                !says(n, AT(template_section, id)))
                return true;
        }
    }
    return false;
}

/* The section that a place of <order> names, or NULL and a finding. */
static const struct xml_node *section_of_place(const struct template_reading *r,
                                               const struct xml_node *place)
{
    const struct xml_attribute_rule *id = AT(template_section, id);
    const struct xml_attribute_rule *section = AT(template_place, section);
    const struct xml_node *const *nodes = r->sections.items;
    struct list names = list_of(r->xml->arena, sizeof(struct str));

    for (size_t i = 0; i < r->sections.count; i++) {
        const bool own = nodes[i]->element == &template_own_sections_element;
        struct str *name;

        if (place->element == &template_own_sections_element
                ? own
                : !own && str_eq(xml_value(nodes[i], id),
                                 xml_value(place, section)))
            return nodes[i];
        name = own ? NULL : list_add(&names);
        if (name != NULL)
            *name = xml_value(nodes[i], id);
    }
    if (place->element == &template_place_element && !has_nameless_section(r))
        xml_unknown(r->xml, place, section, names.items, names.count);
    return NULL;
}

/* Only places of sections: a second place for the report's own sections is
   refused by the description of <order> already. */
static void refuse_twice(const struct template_reading *r,
                         const struct xml_node *place)
{
    if (place->element != &template_place_element)
        return;
    finding(r->xml->findings, FINDING_DUPLICATE_ID,
            xml_value_at(place, AT(template_place, section)),
            "the section `%.*s` has two places",
            STR_ARG(xml_value(place, AT(template_place, section))));
    finding_hint(r->xml->findings, "take one of them out");
}

/* Sections in the order of <order>, then those that it does not name. */
static void reorder(struct template_reading *r, const struct xml_node *order)
{
    const struct xml_node *const *nodes = r->sections.items;
    struct list after = list_of(r->xml->arena, sizeof(struct xml_node *));
    const struct xml_node **place;

    for (const struct xml_node *n = order->first; n != NULL; n = n->next) {
        const struct xml_node *found;

        if (n->element != &template_place_element &&
            n->element != &template_own_sections_element)
            continue;
        found = section_of_place(r, n);
        if (found == NULL && n->element == &template_own_sections_element)
            found = n; /* the place is given here alone */
        if (found != NULL && holds_node(&after, found)) {
            refuse_twice(r, n);
            continue;
        }
        place = found == NULL ? NULL : list_add(&after);
        if (place != NULL)
            *place = found;
    }
    for (size_t i = 0; i < r->sections.count; i++) {
        place = holds_node(&after, nodes[i]) ? NULL : list_add(&after);
        if (place != NULL)
            *place = nodes[i];
    }
    r->sections = after;
}

/* VIEW with COLUMNS, which are several templates'. */
static const struct xml_node *with_columns(const struct template_reading *r,
                                           const struct xml_node *view,
                                           const struct list *columns)
{
    const struct xml_node *const *nodes = columns->items;
    struct xml_node *made = arena_alloc(r->xml->arena, 1, sizeof(*made));
    struct xml_node *copies =
        arena_alloc(r->xml->arena, columns->count, sizeof(*copies));

    if (made == NULL || copies == NULL)
        return view;
    for (size_t i = 0; i < columns->count; i++) {
        copies[i] = *nodes[i];
        copies[i].next = i + 1 < columns->count ? &copies[i + 1] : NULL;
    }
    *made = *view;
    made->first = columns->count > 0 ? copies : NULL;
    return made;
}

/* Columns of a view have ids, and merge as all that has. */
static void merge_columns(struct template_reading *r)
{
    const struct xml_attribute_rule *id = AT(template_view, id);
    const struct xml_node **views = r->views.items;

    for (size_t v = 0; v < r->views.count; v++) {
        struct list columns = list_of(r->xml->arena, sizeof(struct xml_node *));
        size_t parts = 0;

        for (size_t i = r->nroots; i-- > 0;) {
            const int version = xml_version(r->roots[i]);
            const struct xml_node *n = r->roots[i]->first;

            for (; n != NULL; n = n->next) {
                if (n->element != &template_view_element ||
                    !str_eq(xml_value(n, id), xml_value(views[v], id)))
                    continue;
                if (version == 1 ||
                    str_is(xml_value(n, AT(template_view, removed)), "yes"))
                    columns.count = 0;
                MERGE(r, n, template_view_column, &columns, NULL, version);
                parts++;
            }
        }
        if (parts > 1)
            views[v] = with_columns(r, views[v], &columns);
    }
}

static void prove_whole(const struct template_reading *r,
                        const struct list *merged)
{
    const struct xml_node *const *nodes = merged->items;

    for (size_t i = 0; i < merged->count; i++)
        xml_prove_whole(r->xml->findings, nodes[i]);
}

void template_merge(struct template_reading *r)
{
    for (size_t i = r->nroots; i-- > 0;) {
        const struct xml_node *root = r->roots[i];
        const int version = xml_version(root);
        const struct xml_node *header =
            xml_first(root, &template_header_element);
        const struct xml_node *fields =
            xml_first(root, &template_fields_element);
        const struct xml_node *order = xml_first(root, &template_order_element);

        MERGE(r, root, template_series, &r->series_nodes, NULL, version);
        MERGE(r, root, template_role, &r->roles, NULL, version);
        MERGE(r, root, template_data, &r->data, NULL, version);
        MERGE(r, root, template_view, &r->views, NULL, version);
        MERGE(r, root, template_figure_check, &r->checks, NULL, version);
        MERGE(r, root, template_section, &r->sections,
              &template_own_sections_element, version);
        MERGE(r, root, template_part, &r->parts, NULL, version);
        MERGE(r, root, template_piece, &r->pieces, NULL, version);
        if (fields != NULL)
            MERGE(r, fields, template_field, &r->fields, NULL, version);
        if (header != NULL)
            MERGE(r, header, template_field, &r->fields, NULL, version);
        if (order != NULL)
            reorder(r, order);
    }
    merge_columns(r);
    prove_whole(r, &r->data);
    prove_whole(r, &r->views);
    prove_whole(r, &r->checks);
}

const struct xml_node *template_merged(const struct template_reading *r,
                                       const struct xml_element *element)
{
    const struct xml_node *merged = NULL;

    for (size_t i = r->nroots; i-- > 0;) {
        const struct xml_node *n = xml_first(r->roots[i], element);

        if (n == NULL)
            continue;
        merged = merged == NULL || xml_version(r->roots[i]) == 1
                     ? n
                     : put_over(r, merged, n);
    }
    return merged;
}

struct list template_merge_part(const struct template_reading *r, struct str id)
{
    struct list sections = list_of(r->xml->arena, sizeof(struct xml_node *));

    for (size_t i = r->nroots; i-- > 0;) {
        const struct xml_node *n = r->roots[i]->first;
        const int version = xml_version(r->roots[i]);

        for (; n != NULL; n = n->next) {
            if (n->element != &template_part_element ||
                !str_eq(xml_value(n, AT(template_part, id)), id))
                continue;
            if (version == 1 ||
                str_is(xml_value(n, AT(template_part, removed)), "yes"))
                sections.count = 0;
            MERGE(r, n, template_section, &sections,
                  &template_own_sections_element, version);
        }
    }
    return sections;
}
