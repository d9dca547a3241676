/*
 * What some records have in place of what others have: a field whose name has a
 * slip of the pen, and a parent that does not say which group its records are
 * of, or what else it is asked for.
 */
#include "core/base/ascii.h"
#include "input/table/cell_faults.h"
#include "input/table/table_columns.h"
#include "input/xmldata/xmldata_parts.h"

#define PAIRS_MAX 8 /* of names that are looked for in all records */

/* How many records have a field that may be a slip, and what it is meant to be.
 */
struct slip_count {
    size_t of_slip; /* with something in it */
    size_t of_meant;
    size_t of_both;
    size_t of_neither;
};

static bool says_something(const struct xml_met *met)
{
    bool text;
    bool elements;

    if (met->attribute != NULL)
        return str_trim(met->attribute->value).len > 0;
    xml_contents(met->node, &text, &elements);
    return text;
}

static void count_fields(const struct xml_node *record, struct str slip,
                         struct str meant, struct buf *name,
                         struct slip_count *n)
{
    struct xml_walk walk;
    struct xml_met met;
    bool has_slip = false;
    bool has_meant = false;

    xml_walk_begin(&walk, record, name);
    walk.is_placeless = true;
    while (xml_walk_next(&walk, &met)) {
        has_slip |= str_eq(met.name, slip) && says_something(&met);
        has_meant |= str_same_word(met.name, meant);
    }
    n->of_slip += has_slip;
    n->of_meant += has_meant;
    n->of_both += has_slip && has_meant;
    n->of_neither += !has_slip && !has_meant;
}

/* Each record has the one or the other; or what few have stands for what many
   do. Fields that most records go without are two that may be near. */
static bool is_in_place_of(const struct xml_node *const *records, size_t count,
                           struct str slip, struct str meant)
{
    struct slip_count n = {.of_slip = 0};
    struct buf name;

    buf_init(&name, XML_NAME_MAX);
    for (size_t i = 0; i < count && n.of_both == 0; i++)
        count_fields(records[i], slip, meant, &name, &n);
    buf_free(&name);
    return n.of_both == 0 && n.of_slip > 0 &&
           (n.of_neither == 0 || n.of_slip * 2 <= n.of_meant);
}

/* date1 and date2, 2025 and 2026 are two names. */
static bool has_other_digits(struct str a, struct str b)
{
    size_t i = 0;
    size_t k = 0;

    for (;;) {
        while (i < a.len && !is_digit(a.ptr[i]))
            i++;
        while (k < b.len && !is_digit(b.ptr[k]))
            k++;
        if (i == a.len || k == b.len)
            return i < a.len || k < b.len;
        if (a.ptr[i++] != b.ptr[k++])
            return true;
    }
}

/* How many elements the way to a field leads through. */
static size_t depth_of(struct str name)
{
    size_t depth = 0;

    for (size_t i = 0; i < name.len; i++)
        depth += name.ptr[i] == '/';
    return depth;
}

static void say_slip(const struct xml_field *slip,
                     const struct xml_field *meant, struct findings *findings)
{
    finding(findings, FINDING_DOUBTFUL, slip->at,
            "`%.*s` is left out: it stands where other records have `%.*s`, "
            "whose cells are blank here",
            STR_ARG(slip->name), STR_ARG(meant->name));
    finding_hint(findings, "is it meant to be `%.*s`? Call it so",
                 STR_ARG(meant->name));
}

void xml_see_slips(const struct xml_node *const *records, size_t count,
                   const struct list *fields, struct findings *findings)
{
    const struct xml_field *list = fields->items;
    size_t pairs = 0;

    for (size_t i = 0; i < fields->count; i++) {
        if (list[i].is_column || list[i].from_parent)
            continue;
        for (size_t k = 0; k < fields->count && pairs < PAIRS_MAX; k++) {
            if (list[k].is_column && !list[k].from_parent &&
                !has_other_digits(list[i].name, list[k].name) &&
                depth_of(list[i].name) == depth_of(list[k].name) &&
                str_is_slip(list[i].name, list[k].name) && ++pairs > 0 &&
                is_in_place_of(records, count, list[i].name, list[k].name)) {
                say_slip(&list[i], &list[k], findings);
                break;
            }
        }
    }
}

/* A line of totals or of funding is of no group, and so is what stands below it
   in a parent without a name. */
static bool is_of_no_group(const struct table_options *options,
                           const struct xml_node *record, struct arena *arena)
{
    struct xml_walk walk;
    struct xml_met met;
    struct buf name;
    bool found = false;

    buf_init(&name, XML_NAME_MAX);
    xml_walk_begin(&walk, record, &name);
    while (!found && xml_walk_next(&walk, &met)) {
        const struct str text = xml_met_text(arena, &met);

        found = xml_is_line(options->kind, text, false) ||
                wording_has(options->wording, WORD_TOTAL, text);
    }
    buf_free(&name);
    return found;
}

/* The element that FROM begins at, of RECORD. */
static const struct xml_node *parent_of(const struct xml_node *record,
                                        struct str from)
{
    while (str_starts(from, STR_LIT("../")) && record->parent != NULL) {
        record = record->parent;
        from = str_from(from, 3);
    }
    return record;
}

static void say_no_group(const struct xml_node *parent,
                         const struct column_map *map, struct str last,
                         struct str more, struct findings *findings)
{
    finding(findings, FINDING_DOUBTFUL, parent->at,
            "<%.*s> has nothing that `%.*s` leads to: its records are printed "
            "below `%.*s`, as those before them are%.*s",
            STR_ARG(parent->name), STR_ARG(map->from), STR_ARG(last),
            STR_ARG(more));
    finding_hint(findings, "say there which group they are of");
}

/* The column of MAP is that of groups, whose blank cells go on with the group
   above. */
static void see_groups(struct arena *arena,
                       const struct xml_node *const *records, size_t count,
                       const struct table_options *options,
                       const struct column_map *map, struct findings *findings)
{
    const struct xml_node *first = NULL; /* parent without a name */
    const struct xml_node *seen = NULL;
    struct str last = {NULL, 0};
    struct str before = {NULL, 0}; /* FIRST */
    size_t parents = 0;

    for (size_t i = 0; i < count; i++) {
        const struct xml_node *parent = parent_of(records[i], map->from);
        struct xml_met met;
        struct str text = {NULL, 0};

        if (parent == seen)
            continue;
        seen = parent;
        if (is_of_no_group(options, records[i], arena))
            continue;
        if (xml_from_parent(records[i], map->from, &met))
            text = xml_met_text(arena, &met);
        if (text.len > 0) {
            last = text;
        } else if (last.len > 0) {
            before = parents == 0 ? last : before;
            first = parents == 0 ? parent : first;
            parents++;
        }
    }
    if (first != NULL)
        say_no_group(first, map, before,
                     others_are_so(arena, parents, "parents"), findings);
}

void xml_see_groups(struct arena *arena, const struct xml_node *const *records,
                    size_t count, const struct table_options *options,
                    struct findings *findings)
{
    for (size_t m = 0; m < options->nmaps; m++) {
        const struct column_map *map = &options->maps[m];
        const struct kind_column *c =
            map->id == NULL || !str_starts(map->from, STR_LIT("../"))
                ? NULL
                : kind_column(options->kind, str_of(map->id));

        if (c != NULL && c->role == COLUMN_GROUP)
            see_groups(arena, records, count, options, map, findings);
    }
}

void xml_say_no_parent(struct arena *arena, const struct xml_node *record,
                       struct column_map *map, struct findings *findings)
{
    struct list names = list_of(arena, sizeof(struct str));

    map->used = true; /* nobody else need say so */
    finding(findings, FINDING_UNKNOWN_NAME, map->at,
            "`%.*s` leads to nothing that a parent of the records says",
            STR_ARG(map->from));
    xml_list_of_parents(arena, record, &names);
    if (names.count > 0)
        finding_hint(findings, "what they say is %.*s",
                     STR_ARG(xml_join_names(arena, &names)));
}
