#include "input/view/view_in.h"

/* The tables of both elements begin alike. */
static struct view_words words(const struct xml_node *node, size_t key)
{
    const struct xml_attribute_rule *rule = &node->element->attributes[key];

    return (struct view_words){xml_value(node, rule), xml_value_at(node, rule)};
}

static void check_further(const struct xml_reading *r,
                          const struct xml_node *node,
                          const struct view_column *c)
{
    const bool typed =
        xml_given(node, &node->element->attributes[view_column_type_at]) !=
        NULL;

    if (c->value.len > 0 && !typed) {
        finding(r->findings, FINDING_MISSING, node->at,
                "a column with a `value` has no `type`");
        finding_hint(r->findings, "say what its cells hold: text, money, "
                                  "number, percent or date");
    } else if (c->value.len > 0 && c->title.len == 0) {
        finding(r->findings, FINDING_MISSING, node->at,
                "a column with a `value` has no `title`");
        finding_hint(r->findings, "give its heading: title=\"...\"");
    } else if (c->value.len == 0 && typed) {
        finding(r->findings, FINDING_BAD_ATTRIBUTE, node->at,
                "a column without a `value` is one of the data, and has its "
                "type");
        finding_hint(r->findings, "leave type= out, or say value=\"...\"");
    }
}

static void read_further(const struct xml_reading *r,
                         const struct xml_node *node, struct view *view)
{
    struct list all = list_of(r->arena, sizeof(struct view_column));

    for (const struct xml_node *n = node->first; n != NULL; n = n->next) {
        const bool is_column = n->element == &view_column_element ||
                               n->element == &template_view_column_element;
        struct view_column *c = is_column ? list_add(&all) : NULL;

        if (c == NULL)
            continue;
        if (n->element == &view_column_element)
            XML_FILL(r, n, view_column, c);
        else
            XML_FILL_AS(r, n, template_view_column, view_column, c);
        c->at = n->at;
        c->value_at = words(n, view_column_value_at).at;
        c->title_at = words(n, view_column_title_at).at;
        check_further(r, n, c);
    }
    view->further = all.items;
    view->nfurther = all.count;
}

static void read_view(const struct xml_reading *r, const struct xml_node *node,
                      struct view *view)
{
    if (node->element == &view_element)
        XML_FILL(r, node, view, view);
    else
        XML_FILL_AS(r, node, template_view, view, view);
    view->of = words(node, view_data_at);
    view->where = words(node, view_where_at);
    view->group = words(node, view_group_at);
    view->sum = words(node, view_sum_at);
    view->mean = words(node, view_mean_at);
    view->least = words(node, view_min_at);
    view->greatest = words(node, view_max_at);
    view->sort = words(node, view_sort_at);
    view->columns = words(node, view_columns_at);
    view->at = node->at;
    view->title_at = words(node, view_title_at).at;
    read_further(r, node, view);
}

struct list views_in(const struct xml_reading *r,
                     const struct xml_node *const *nodes, size_t nnodes)
{
    struct list all = list_of(r->arena, sizeof(struct view));

    for (size_t i = 0; i < nnodes; i++) {
        const bool is_view = nodes[i]->element == &view_element ||
                             nodes[i]->element == &template_view_element;
        struct view *view = is_view ? list_add(&all) : NULL;

        if (view != NULL)
            read_view(r, nodes[i], view);
    }
    return all;
}
