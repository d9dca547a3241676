#include "input/templates/kind_names.h"
#include "core/model/heading_sense.h"
#include "input/templates/kind_elements.h"
#include "input/xml/xml_value.h"

/* The names that stand in an attribute, at its value. */
struct name_list {
    struct str all;
    struct place at;
};

/* Of TEXT, which is a part of LIST. */
static struct place name_at(const struct name_list *list, struct str text)
{
    return source_advance(list->at, list->all,
                          (size_t)(text.ptr - list->all.ptr));
}

/* The next of *REST without blanks around it; where it is blank, its end. */
static struct str next_name(struct str *rest)
{
    return str_trim(str_cut(rest, ';'));
}

/* What moves with the calendar is another name than its words. */
static bool is_same(struct str a, struct str b)
{
    return heading_is(a, b) &&
           name_has_placeholder(a) == name_has_placeholder(b);
}

static bool is_among(const struct str *names, size_t n, struct str name)
{
    for (size_t i = 0; i < n; i++) {
        if (is_same(names[i], name))
            return true;
    }
    return false;
}

/* How O is called NAME; NULL: it is not. */
static const char *called(const struct kind_column *o, struct str name)
{
    if (o->id != NULL && is_same(str_of(o->id), name))
        return "the id";
    if (o->span.len == 0 && is_same(o->title, name))
        return "the heading";
    for (size_t i = 0; o->span.len == 0 && i < o->titles.count; i++) {
        if (is_same(o->titles.list[i].text, name))
            return "a heading";
    }
    return is_among(o->aliases, o->naliases, name) ? "an alias" : NULL;
}

/* Those that repeat are found by what they repeat over. */
static bool is_found_by_name(const struct kind_column *c)
{
    return !c->repeats;
}

/* A column that must be there may have for an alias what one is called that
   data may lack: the name is its own where nothing else is called as it is. A
   group within a group takes what the others leave. */
static bool may_share(const struct kind_column *o, const struct kind_column *c,
                      struct str name)
{
    if (o->role == COLUMN_INNER_GROUP || c->role == COLUMN_INNER_GROUP)
        return true;
    return !o->required && c->required &&
           is_among(c->aliases, c->naliases, name);
}

/* The first message a name is enough. */
static void prove_name(struct findings *findings, const struct kind_column *o,
                       const struct kind_column *c, struct str name,
                       const struct name_list *list)
{
    for (; o < c; o++) {
        const char *as = is_found_by_name(o) ? called(o, name) : NULL;

        if (as == NULL || may_share(o, c, name))
            continue;
        finding(findings, FINDING_DUPLICATE_ID, name_at(list, name),
                "`%.*s` is %s of column `%s`, too", STR_ARG(name), as,
                o->id == NULL ? "" : o->id);
        finding_hint(findings, "data has one column for a name: leave it to "
                               "the one that is meant");
        return;
    }
}

/* Whether NAME, behind which REST stands in LIST, is neither blank nor given
   twice. */
static bool prove_listed(struct findings *findings,
                         const struct name_list *list, struct str name,
                         struct str rest)
{
    struct str before = str_to(list->all, (size_t)(name.ptr - list->all.ptr));

    if (name.len == 0 && rest.len == 0)
        return false; /* what ends with a semicolon */
    if (name.len == 0) {
        finding(findings, FINDING_BAD_VALUE, name_at(list, name),
                "nothing stands between two semicolons here");
        finding_hint(findings, "take one of them out, or write the name");
        return false;
    }
    while (before.len > 0) {
        const struct str other = next_name(&before);
        size_t len;

        /* `Sub-total; Subtotal` is no slip, though one is enough. */
        if (!str_starts_folded(other, name, &len) || len < other.len)
            continue;
        finding(findings, FINDING_DUPLICATE_ID, name_at(list, name),
                "`%.*s` is given twice", STR_ARG(name));
        finding_hint(findings, "capitals make no other name of it: once is "
                               "enough");
        return false;
    }
    return true;
}

/* Adds NAME to KNOWN; false: none that is there may be the same. */
static bool may_be_known(struct number_map *known, struct str name)
{
    const uint64_t hash = str_word_hash(name, 0);
    const bool is_known = number_map_get(known, hash) != 0;

    if (!is_known)
        number_map_set(known, hash, 1);
    return is_known;
}

static void prove_title(struct findings *findings, const struct xml_node *node,
                        struct number_map *known,
                        const struct kind_column *first,
                        const struct kind_column *c)
{
    const struct xml_attribute_rule *rule = AT(kind_column, title);

    if (xml_given(node, rule) == NULL)
        return;
    if (str_trim(c->title).len == 0) {
        finding(findings, FINDING_BAD_VALUE, xml_value_at(node, rule),
                "column `%s` has a heading that says nothing",
                c->id == NULL ? "" : c->id);
        finding_hint(findings, "by its heading it is found in data, and what "
                               "stands below it understood");
    } else if (c->span.len == 0 && may_be_known(known, c->title)) {
        prove_name(findings, first, c, c->title,
                   &(struct name_list){c->title, xml_value_at(node, rule)});
    }
}

void kind_names_of_column(struct findings *findings,
                          const struct xml_node *node, struct number_map *known,
                          const struct kind_column *first,
                          const struct kind_column *c)
{
    const struct xml_attribute_rule *rule = AT(kind_column, aliases);
    const struct name_list list = {xml_value(node, rule),
                                   xml_value_at(node, rule)};
    struct str rest = list.all;

    if (!is_found_by_name(c))
        return;
    prove_title(findings, node, known, first, c);
    while (rest.len > 0) {
        const struct str name = next_name(&rest);

        if ((name.len == 0 || may_be_known(known, name)) &&
            prove_listed(findings, &list, name, rest))
            prove_name(findings, first, c, name, &list);
    }
    (void)may_be_known(known, str_of(c->id));
    for (size_t i = 0; i < c->titles.count; i++)
        (void)may_be_known(known, c->titles.list[i].text);
}

void kind_names_of_line(struct findings *findings, const struct xml_node *node,
                        const struct kind_row *first, const struct kind_row *l)
{
    const struct xml_attribute_rule *rule = AT(kind_row, aliases);
    const struct name_list list = {xml_value(node, rule),
                                   xml_value_at(node, rule)};
    struct str rest = list.all;

    while (rest.len > 0) {
        const struct str name = next_name(&rest);

        if (!prove_listed(findings, &list, name, rest))
            continue;
        for (const struct kind_row *o = first; o < l; o++) {
            if (!is_among(o->aliases, o->naliases, name))
                continue;
            finding(findings, FINDING_DUPLICATE_ID, name_at(&list, name),
                    "`%.*s` is the name of another line, too", STR_ARG(name));
            finding_hint(findings, "a row is one of them: leave the name to "
                                   "the line that is meant");
            break;
        }
    }
}
