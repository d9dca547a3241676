/*
 * Columns whose elements hold nothing, while an attribute of theirs does:
 * <budget value="100"/>. Their cells would be blank.
 */
#include "core/base/ascii.h"
#include "input/table/table_columns.h"
#include "input/xmldata/xmldata_parts.h"

#define VALUE STR_LIT("value")
#define NAMES_KEPT 64 /* of attributes, which are looked up once */

/* An attribute that some element in a record has. */
struct in_attribute {
    struct str name;                  /* the way to it: budget/@value */
    struct str way;                   /* to its element */
    const struct kind_column *column; /* that the element is; NULL: none, or
                                         the attribute is a column itself */
    struct xml_met first;             /* where its element is blank */
    bool met;
};

struct values {
    struct arena *arena;
    const struct table_options *options;
    struct list attributes; /* struct in_attribute */
    struct buf name;
};

/* xml:lang, xsi:nil and such say something about an element, and so does its
   language or unit. */
static bool is_about_element(struct str name)
{
    return str_find_char(name, ':') < name.len ||
           str_same_word(name, STR_LIT("lang")) ||
           str_same_word(name, STR_LIT("nil")) ||
           str_same_word(name, STR_LIT("id")) ||
           str_same_word(name, STR_LIT("unit")) ||
           str_same_word(name, STR_LIT("currency"));
}

static struct in_attribute *find_attribute(const struct values *v,
                                           struct str name)
{
    struct in_attribute *list = v->attributes.items;
    size_t i = 0;

    while (i < v->attributes.count && !str_eq(list[i].name, name))
        i++;
    return i < v->attributes.count ? &list[i] : NULL;
}

static struct in_attribute *add_attribute(struct values *v,
                                          const struct xml_met *met)
{
    struct in_attribute *a =
        v->attributes.count == NAMES_KEPT ? NULL : list_add(&v->attributes);

    if (a == NULL)
        return NULL;
    *a = (struct in_attribute){.name = arena_str(v->arena, met->name)};
    a->way = str_to(a->name, a->name.len - met->attribute->name.len - 2);
    if (!is_about_element(met->attribute->name) &&
        columns_named(v->options, a->name) == NULL)
        a->column = columns_named(v->options, a->way);
    return a;
}

/* A blank element has an attribute that says something. */
static void see_attribute(struct values *v, const struct xml_met *met)
{
    bool text;
    bool elements;
    struct in_attribute *a;

    xml_contents(met->node, &text, &elements);
    if (text || elements || str_trim(met->attribute->value).len == 0)
        return;
    a = find_attribute(v, met->name);
    if (a == NULL)
        a = add_attribute(v, met);
    if (a == NULL || a->met)
        return;
    a->met = true;
    a->first = *met;
}

/* Whether what is called WAY holds text in any record. */
static bool holds_text(struct values *v, const struct xml_node *const *records,
                       size_t count, struct str way)
{
    for (size_t i = 0; i < count; i++) {
        struct xml_walk walk;
        struct xml_met met;

        xml_walk_begin(&walk, records[i], &v->name);
        while (xml_walk_next(&walk, &met)) {
            if (str_same_word(met.name, way) &&
                xml_met_text(v->arena, &met).len > 0)
                return true;
        }
    }
    return false;
}

/* Anything may be an attribute of a text; not so where a table is not whole
   without it, or where figures are wanted and stand there. */
static bool is_certain(const struct in_attribute *a)
{
    return str_same_word(a->first.attribute->name, VALUE) ||
           a->column->required ||
           (value_is_figure(a->column->type) &&
            has_digit(a->first.attribute->value));
}

static void say_blank(const struct in_attribute *a, struct findings *findings)
{
    finding(findings, is_certain(a) ? FINDING_MISSING : FINDING_DOUBTFUL,
            a->first.attribute->at,
            "<%.*s> holds no text, and what its attribute `%.*s` says is not "
            "read: the cells of column `%s` would be blank",
            STR_ARG(a->first.node->name), STR_ARG(a->first.attribute->name),
            a->column->id);
    finding_hint(findings,
                 "<column id=\"%s\" from=\"%.*s\"/> in the data element makes "
                 "a column of the attribute",
                 a->column->id, STR_ARG(a->name));
}

void xml_see_values(struct arena *arena, const struct xml_node *const *records,
                    size_t count, const struct table_options *options,
                    struct findings *findings)
{
    struct values v = {
        arena, options, list_of(arena, sizeof(struct in_attribute)), {0}};
    const struct in_attribute *list;

    buf_init(&v.name, XML_NAME_MAX);
    for (size_t i = 0; i < count; i++) {
        struct xml_walk walk;
        struct xml_met met;

        xml_walk_begin(&walk, records[i], &v.name);
        while (xml_walk_next(&walk, &met)) {
            if (met.attribute != NULL && met.node != records[i])
                see_attribute(&v, &met);
        }
    }
    list = v.attributes.items;
    for (size_t i = 0; i < v.attributes.count; i++) {
        const struct in_attribute *a = &list[i];

        if (a->column != NULL &&
            (str_same_word(a->first.attribute->name, VALUE) ||
             !holds_text(&v, records, count, a->way)))
            say_blank(a, findings);
    }
    buf_free(&v.name);
}
