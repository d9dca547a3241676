#include "input/xml/xml_in.h"
#include "input/xmldata/xmldata_parts.h"

#define STEPS_MAX 16
#define XML_MEANT_MAX 3 /* ways in a message */

struct path {
    struct str steps[STEPS_MAX];
    size_t count;
    bool from_root; /* it begins with the root, and says so */
};

/* Namespaces are read past, and so is the prefix of one. */
static struct str without_prefix(struct str name)
{
    const size_t colon = str_find_char(name, ':');

    return colon < name.len ? str_trim(str_from(name, colon + 1)) : name;
}

static bool split(struct str text, struct path *p)
{
    struct str rest = str_trim(text);

    *p = (struct path){.from_root = rest.len > 0 && rest.ptr[0] == '/'};
    if (p->from_root)
        rest = str_from(rest, 1);
    while (rest.len > 0) {
        const bool ends_open = rest.ptr[rest.len - 1] == '/';
        const struct str step = without_prefix(str_trim(str_cut(&rest, '/')));

        if (step.len == 0 || ends_open || p->count == STEPS_MAX)
            return false;
        p->steps[p->count++] = step;
    }
    return !p->from_root || p->count > 0;
}

/* Whether P leads to NODE: from the root, or from what the root holds. */
static bool leads_to(const struct path *p, const struct xml_node *node,
                     bool *with_root)
{
    const struct xml_node *first = node;

    for (size_t i = p->count; i-- > 0; node = node->parent) {
        if (node == NULL || !str_eq(node->name, p->steps[i]))
            return false;
        first = node;
    }
    *with_root = first->parent == NULL;
    return *with_root || (!p->from_root && first->parent->parent == NULL);
}

/* Whether P, a path, leads to NODE, an element: as xml_find_records() looks. */
static bool is_record(const void *p, const struct xml_node *node)
{
    const struct path *path = p;
    bool with_root;

    if (path->count == 0)
        return node->parent != NULL && node->parent->parent == NULL;
    return leads_to(path, node, &with_root);
}

/* Whether columns are made of elements that parents of records hold: a record
   may be among them. */
static bool asks_for_elements(const struct table_options *options)
{
    for (size_t i = 0; i < options->nmaps; i++) {
        struct str from = options->maps[i].from;
        const bool of_parent = str_starts(from, STR_LIT("../"));

        while (str_starts(from, STR_LIT("../")))
            from = str_from(from, 3);
        if (of_parent && !str_starts(from, STR_LIT("@")))
            return true;
    }
    return false;
}

enum status xml_read_data(struct arena *arena, const struct source *source,
                          struct str path, const struct table_options *options,
                          struct findings *findings,
                          const struct xml_node **root)
{
    struct path p;
    const struct xml_records records = {is_record, &p};

    if (!split(path, &p) || asks_for_elements(options))
        return xml_in(arena, source, NULL, findings, root);
    return xml_records_in(arena, source, &records, findings, root);
}

size_t xml_last_beside(const struct xml_node *const *records, size_t count,
                       size_t first)
{
    while (first + 1 < count && records[first]->first == NULL &&
           records[first]->next == records[first + 1])
        first++;
    return first;
}

/* The next element that is not part of NODE, a record. */
const struct xml_node *xml_beyond(const struct xml_node *root,
                                  const struct xml_node *node)
{
    while (node != root && node->next == NULL)
        node = node->parent;
    return node == root ? NULL : node->next;
}

bool xml_path_leads(struct str path, const struct xml_node *node)
{
    struct path p;
    bool with_root;

    if (!split(path, &p))
        return false;
    if (p.count == 0) /* what the root holds */
        return node->parent != NULL && node->parent->parent == NULL;
    return leads_to(&p, node, &with_root);
}

static void take(struct list *records, const struct xml_node *node)
{
    const struct xml_node **kept = list_add(records);

    if (kept != NULL)
        *kept = node;
}

static void refuse_two_ways(const struct path *p, struct place at,
                            struct findings *findings)
{
    finding(findings, FINDING_BAD_VALUE, at,
            "the path leads to elements in two ways: `%.*s` is the root of the "
            "file, and stands in it",
            STR_ARG(p->steps[0]));
    finding_hint(findings, "begin it with / and the name of the root");
}

/* Whether N stands beside RECORD, or NULL, and is called so: a path leads to
   both or to neither. The reader of the file has each name once. */
static bool is_beside(const struct xml_node *n, const struct xml_node *record)
{
    return record != NULL && n->parent == record->parent &&
           n->name.ptr == record->name.ptr && n->name.len == record->name.len;
}

static enum status take_by_path(const struct xml_node *root,
                                const struct path *p, struct place at,
                                struct findings *findings, struct list *records)
{
    const struct xml_node *n = root;
    const struct xml_node *newest = NULL;
    bool found[2] = {false, false};

    while (n != NULL) {
        bool with_root;

        if (!is_beside(n, newest)) {
            if (xml_is_text(n) || !leads_to(p, n, &with_root)) {
                n = xml_following(root, n);
                continue;
            }
            found[with_root] = true;
        }
        newest = n;
        take(records, n);
        n = xml_beyond(root, n);
    }
    if (!found[0] || !found[1])
        return ST_OK;
    refuse_two_ways(p, at, findings);
    return ST_DATA;
}

static struct str path_of(struct arena *arena, const struct xml_node *root,
                          const struct xml_node *node)
{
    struct str way = node->name;

    for (node = node->parent; node != NULL && node != root; node = node->parent)
        way =
            arena_printf(arena, "%.*s/%.*s", STR_ARG(node->name), STR_ARG(way));
    return way;
}

struct str xml_join_names(struct arena *arena, const struct list *names)
{
    const struct str *list = names->items;
    struct str all = {NULL, 0};

    for (size_t i = 0; i < names->count; i++)
        all = arena_printf(arena, "%.*s%s`%.*s`", STR_ARG(all),
                           i == 0 ? "" : ", ", STR_ARG(list[i]));
    return all;
}

void xml_find_ways(struct arena *arena, const struct xml_node *root,
                   struct list *ways)
{
    for (const struct xml_node *n = root; n != NULL;
         n = xml_following(root, n)) {
        if (!xml_is_text(n) && n->next != NULL && xml_cell_name(n) == NULL &&
            str_eq(n->next->name, n->name) && ways->count < XML_LISTED_MAX)
            xml_add_name(ways, path_of(arena, root, n));
    }
}

/* The ways that are offered. */
static struct str offer(struct arena *arena, const struct xml_node *root,
                        struct findings *findings)
{
    struct list ways = list_of(arena, sizeof(struct str));
    struct str all;

    xml_find_ways(arena, root, &ways);
    all = xml_join_names(arena, &ways);
    if (ways.count > 0)
        finding_hint(findings,
                     "path=\"...\" in the data element says where the records "
                     "are; what stands more than once is %.*s",
                     STR_ARG(all));
    else
        finding_hint(findings, "path=\"...\" in the data element says where "
                               "the records are");
    return all;
}

/* What the root holds, where all of it has one name. */
static enum status take_children(struct arena *arena,
                                 const struct xml_node *root,
                                 struct findings *findings,
                                 struct list *records)
{
    const struct xml_node *first = NULL;

    for (const struct xml_node *n = root->first; n != NULL; n = n->next) {
        if (xml_is_text(n))
            continue;
        if (first != NULL && !str_eq(first->name, n->name)) {
            finding(findings, FINDING_MISSING, n->at,
                    "<%.*s> holds <%.*s> and <%.*s>: which of them are the "
                    "records?",
                    STR_ARG(root->name), STR_ARG(first->name),
                    STR_ARG(n->name));
            (void)offer(arena, root, findings);
            return ST_DATA;
        }
        first = first == NULL ? n : first;
        take(records, n);
    }
    return arena_status(arena);
}

/* Records that hold nothing but elements which hold elements: what is meant
   lies deeper. */
static bool lies_deeper(const struct list *records)
{
    const struct xml_node *const *list = records->items;

    for (size_t i = 0; i < records->count; i++) {
        for (const struct xml_node *n = list[i]->first; n != NULL; n = n->next)
            if (!xml_is_text(n) && n->next != NULL &&
                str_eq(n->name, n->next->name) &&
                (n->nattributes > 0 || !xml_is_empty(n)))
                return true;
    }
    return false;
}

/* Whether the attributes of NODE say that it holds nothing: count="0", xsi:nil.
 */
static bool says_nothing(const struct xml_node *node)
{
    for (size_t i = 0; i < node->nattributes; i++) {
        const struct xml_attribute *a = &node->attributes[i];

        if (!str_eq(str_trim(a->value), STR_LIT("0")) &&
            str_find_char(a->name, ':') == a->name.len)
            return false;
    }
    return true;
}

/* Whether the path without its last step leads to elements, and each of them is
   empty: there are no records this time. */
static bool holds_none(const struct xml_node *root, const struct path *p)
{
    struct path holders = *p;
    bool found = false;

    if (p->steps[p->count - 1].ptr[0] == '@')
        return false;
    holders.count--;
    if (holders.count == 0)
        return !p->from_root && xml_is_empty(root);
    for (const struct xml_node *n = root; n != NULL;
         n = xml_following(root, n)) {
        bool with_root;

        if (xml_is_text(n) || !leads_to(&holders, n, &with_root))
            continue;
        if (!xml_is_empty(n) || (n != root && !says_nothing(n)))
            return false; /* it may be a record itself */
        found = true;
    }
    return found;
}

/* The name of an element that a step was meant to be: D of `D[1]`; that before
   an attribute. */
static struct str name_meant(const struct path *p)
{
    struct str name = p->steps[p->count - 1];

    if (name.ptr[0] == '@' && p->count > 1)
        name = p->steps[p->count - 2];
    return str_trim(str_to(name, str_find_char(name, '[')));
}

bool xml_is_read_elsewhere(const struct table_options *options,
                           const struct xml_node *node)
{
    for (size_t i = 0; i < options->nother_paths; i++) {
        if (xml_path_leads(options->other_paths[i], node))
            return true;
    }
    return false;
}

/* The ways to what is called as the last step of P; OPTIONS: and no other data
   of the report read. */
static void find_meant(struct arena *arena, const struct xml_node *root,
                       const struct path *p,
                       const struct table_options *options, struct list *ways)
{
    const struct str name = name_meant(p);

    for (const struct xml_node *n = xml_following(root, root); n != NULL;
         n = xml_following(root, n)) {
        if (!xml_is_text(n) && ways->count < XML_MEANT_MAX &&
            str_same_word(n->name, name) &&
            (options == NULL || !xml_is_read_elsewhere(options, n)))
            xml_add_name(ways, path_of(arena, root, n));
    }
}

static void offer_meant(struct arena *arena, const struct xml_node *root,
                        const struct path *p, struct findings *findings)
{
    struct list ways = list_of(arena, sizeof(struct str));

    find_meant(arena, root, p, NULL, &ways);
    if (ways.count == 0)
        (void)offer(arena, root, findings);
    else
        finding_hint(findings, "did you mean %.*s?",
                     STR_ARG(xml_join_names(arena, &ways)));
}

/* What PATH leads to is empty; what is called so may be elsewhere. */
static void see_meant(struct arena *arena, const struct xml_node *root,
                      const struct path *p, struct str path, struct place at,
                      const struct table_options *options,
                      struct findings *findings)
{
    struct list ways = list_of(arena, sizeof(struct str));

    find_meant(arena, root, p, options, &ways);
    if (ways.count == 0)
        return;
    finding(findings, FINDING_DOUBTFUL, at,
            "what `%.*s` leads to is empty, and <%.*s> stands elsewhere",
            STR_ARG(path), STR_ARG(name_meant(p)));
    finding_hint(findings, "did you mean %.*s?",
                 STR_ARG(xml_join_names(arena, &ways)));
}

enum status xml_find_records(struct arena *arena, const struct xml_node *root,
                             struct str path, struct place path_at,
                             const struct table_options *options,
                             struct findings *findings, struct list *records,
                             struct str *ways)
{
    struct path p;
    enum status st;

    if (!split(path, &p)) {
        finding(findings, FINDING_BAD_VALUE, path_at,
                "`%.*s` is no path of elements", STR_ARG(path));
        finding_hint(findings, "write their names with / between: plan/step");
        return ST_DATA;
    }
    if (p.count == 0) {
        st = take_children(arena, root, findings, records);
        if (st == ST_OK && lies_deeper(records)) {
            const struct xml_node *const *list = records->items;

            finding(findings, FINDING_ASSUMED, list[0]->at,
                    "each <%.*s> is taken for a record",
                    STR_ARG(list[0]->name));
            *ways = offer(arena, root, findings);
        }
        return st;
    }
    st = take_by_path(root, &p, path_at, findings, records);
    if (st != ST_OK || records->count > 0)
        return st == ST_OK ? arena_status(arena) : st;
    if (holds_none(root, &p)) {
        see_meant(arena, root, &p, path, path_at, options, findings);
        return arena_status(arena);
    }
    finding(findings, FINDING_UNKNOWN_NAME, path_at,
            "`%.*s` leads to no element of `%s`", STR_ARG(path),
            root->at.source->name);
    offer_meant(arena, root, &p, findings);
    return ST_DATA;
}
