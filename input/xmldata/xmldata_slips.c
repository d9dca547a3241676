/*
 * What some records have in place of what others have: a field whose name has a
 * slip of the pen, and a parent that does not say which group its records are
 * of, or what else it is asked for.
 */
#include "input/table/table_columns.h"
#include "input/xmldata/xmldata_parts.h"

#define PAIRS_MAX 8 /* of names that are looked for in all records */

/* Whether a record has both fields A and B. */
static bool stand_together(const struct xml_node *record, struct str a,
                           struct str b, struct buf *name)
{
    struct xml_walk walk;
    struct xml_met met;
    bool has_a = false;
    bool has_b = false;

    xml_walk_begin(&walk, record, name);
    walk.is_placeless = true;
    while (!(has_a && has_b) && xml_walk_next(&walk, &met)) {
        has_a |= str_same_word(met.name, a);
        has_b |= str_same_word(met.name, b);
    }
    return has_a && has_b;
}

static bool is_in_place_of(const struct xml_node *const *records, size_t count,
                           struct str slip, struct str meant)
{
    struct buf name;
    bool together = false;

    buf_init(&name, XML_NAME_MAX);
    for (size_t i = 0; i < count && !together; i++)
        together = stand_together(records[i], slip, meant, &name);
    buf_free(&name);
    return !together;
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
                str_is_slip(list[i].name, list[k].name) && ++pairs > 0 &&
                is_in_place_of(records, count, list[i].name, list[k].name)) {
                say_slip(&list[i], &list[k], findings);
                break;
            }
        }
    }
}

/* A line of totals is of no group. */
static bool is_sum(const struct table_options *options,
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

        found = xml_is_name_of_sum(options->kind, text) ||
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

        if (parent == seen || is_sum(options, records[i], arena))
            continue;
        seen = parent;
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
                     parents < 2
                         ? (struct str){NULL, 0}
                         : arena_printf(arena, "; %zu parents are so", parents),
                     findings);
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
