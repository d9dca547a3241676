/*
 * The fields that some record has: the columns, as they are met first, and as
 * each record fills them.
 */
#include "input/table/table_columns.h"
#include "input/xmldata/xmldata_rows.h"

/* Whether F is what RECORD, by its number, calls NAME and has not given. */
static bool is_meant(const struct xml_field *f, struct str name, size_t record)
{
    return f->seen != record && !f->from_parent &&
           (xml_is_one_name(f->name, name) || str_same_word(f->name, name));
}

size_t xml_search_field(struct xml_rows *r, struct str name, size_t record)
{
    struct xml_field *fields = r->fields.items;
    const size_t count = fields == NULL ? 0 : r->fields.count;
    size_t i = r->guess;

    if (i >= count || !is_meant(&fields[i], name, record)) {
        i = 0;
        while (i < count && !is_meant(&fields[i], name, record))
            i++;
    }
    r->guess = i + 1;
    if (i < count)
        fields[i].seen = record;
    return i;
}

/* WHAT is more than LIMIT THINGS. */
static void refuse(struct xml_rows *r, struct place at, const char *what,
                   size_t limit, const char *things)
{
    finding(r->findings, FINDING_LIMIT, at, "%s than %zu %s", what, limit,
            things);
    finding_hint(r->findings, ARENA_TIMES_HINT);
    r->reader.status = ST_LIMIT;
}

struct xml_field *xml_add_field(struct xml_rows *r, struct str name,
                                struct place at)
{
    const size_t limit = COLUMNS_MAX * arena_times(r->arena);
    struct xml_field *f = NULL;

    if (r->fields.count == limit)
        refuse(r, at, "the records have more", limit, "different fields");
    else
        f = list_add(&r->fields);
    if (f != NULL)
        *f = (struct xml_field){
            .name = name,
            .at = at,
            .is_column = columns_named(r->options, name) != NULL,
        };
    return f;
}

static void refuse_elements(const struct xml_rows *r, const struct xml_met *met)
{
    finding(r->findings, FINDING_BAD_ELEMENT, xml_met_place(met),
            "<%.*s> holds text and elements: a cell is text alone",
            STR_ARG(met->node->name));
    finding_hint(r->findings, "take the tags out of it");
}

static void see_mixed(const struct xml_rows *r, const struct xml_met *met)
{
    bool complete;

    if (xml_met_holds_elements(met) &&
        columns_known(r->options, &met->name, 1, &complete) > 0)
        refuse_elements(r, met);
}

/* Records are alike: a name is judged once. */
bool xml_field_names_unit(const struct xml_rows *r, struct xml_field *f,
                          struct str called, struct str text)
{
    if (!xml_is_one_name(f->called, called)) {
        f->called = called;
        f->is_called_unit = xml_is_unit_name(called);
    }
    return xml_may_name_unit(r->arena, r->options, called, text,
                             f->is_called_unit);
}

/* MET is a field of RECORD, by its number from 1. What hardly any file has is
   looked for here, so that others need not walk all records for it. */
static void collect_field(struct xml_rows *r, struct xml_walk *walk,
                          const struct xml_met *met, size_t record)
{
    const size_t i = xml_find_field(r, met->name, record);
    struct xml_field *f;

    if (i == r->fields.count)
        f = xml_add_field(r,
                          met->name.ptr == r->name.ptr
                              ? arena_str(r->arena, met->name)
                              : met->name,
                          xml_walk_place(walk, met));
    else
        f = (struct xml_field *)r->fields.items + i;
    if (f == NULL)
        return;
    f->seen = record;
    if (!f->is_column && !r->names_units)
        r->names_units = xml_field_names_unit(r, f, xml_met_called(met),
                                              xml_met_text(r->arena, met));
}

void xml_collect_of_tree(struct xml_rows *r, const struct xml_node *record,
                         size_t number)
{
    struct xml_walk walk;
    struct xml_met met;

    xml_walk_begin(&walk, record, &r->name);
    walk.is_placeless = true;
    while (r->reader.status == ST_OK && !xml_walk_is_at_flat(&walk) &&
           xml_walk_next(&walk, &met)) {
        if (met.node != record) {
            r->has_attributes |= met.attribute != NULL;
            see_mixed(r, &met);
        }
        collect_field(r, &walk, &met, number);
    }
}

/* What a parent says is text, and it says it once. False: a finding. */
static bool see_from_parent(const struct xml_rows *r,
                            const struct xml_node *record,
                            const struct xml_met *met)
{
    const struct xml_node *other = xml_another_of_parent(record, met);

    if (other != NULL) {
        finding(r->findings, FINDING_BAD_ELEMENT, other->at,
                "this is another <%.*s> of the same parent, and only one can "
                "be the cell of its records",
                STR_ARG(other->name));
        finding_hint(r->findings, "take one of them away, or give it another "
                                  "name");
        return false;
    }
    while (record != NULL && record != met->node)
        record = record->parent;
    if (record != NULL || !xml_met_holds_elements(met))
        return true; /* a parent holds its records */
    refuse_elements(r, met);
    return false;
}

/* The column that the data element wants from the parents of records. */
static void add_from_parent(struct xml_rows *r, struct column_map *map)
{
    const struct str from = map->from;
    const struct xml_node *seen = NULL;
    struct xml_field *f = NULL;
    bool sound = true;

    for (size_t i = 0; i < r->nrecords && sound; i++) {
        struct xml_met met;

        if (!xml_from_parent(r->records[i], from, &met) || met.node == seen)
            continue;
        seen = met.node;
        sound = see_from_parent(r, r->records[i], &met);
        if (f != NULL)
            continue;
        f = xml_add_field(r, from, xml_met_place(&met));
        if (f == NULL)
            return;
        f->from_parent = true;
    }
    /* Parents of rows in report.xml say nothing that anybody could want. */
    if (f == NULL && sound && r->nrecords > 0 && r->records[0]->element == NULL)
        xml_say_no_parent(r->arena, r->records[0], map, r->findings);
}

static void add_from_parents(struct xml_rows *r)
{
    for (size_t m = 0; m < r->options->nmaps && r->reader.status == ST_OK;
         m++) {
        if (str_starts(r->options->maps[m].from, STR_LIT("../")))
            add_from_parent(r, &r->options->maps[m]);
    }
}

/* What the data element says that the column ID is made of, or ID itself. */
static struct str name_of_column(const struct table_options *options,
                                 const char *id)
{
    for (size_t m = 0; m < options->nmaps; m++) {
        const struct column_map *map = &options->maps[m];

        if (map->id != NULL && str_eq(str_of(map->id), str_of(id)))
            return map->from;
    }
    return str_of(id);
}

/* Nothing says which fields the records would have: those of the kind. What
   else the data element names is no slip, then. */
static void add_from_kind(struct xml_rows *r)
{
    const struct kind *kind = r->options->kind;

    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (!kind->columns[i].repeats)
            (void)xml_add_field(
                r, name_of_column(r->options, kind->columns[i].id), r->at);
    }
    for (size_t m = 0; m < r->options->nmaps; m++)
        r->options->maps[m].used = true;
}

void xml_add_other_fields(struct xml_rows *r)
{
    if (r->reader.status == ST_OK)
        add_from_parents(r);
    if (r->nrecords == 0)
        add_from_kind(r);
}

/* It is said once that XML does not tell whether an editor broke lines. */
void xml_put_met(struct xml_rows *r, size_t i, const struct xml_met *met)
{
    const struct str text = xml_met_text(r->arena, met);
    const struct place at = xml_met_place(met);
    const size_t limit = XML_FIELD_MAX * arena_times(r->arena);
    const struct xml_field *f = (struct xml_field *)r->fields.items + i;

    /* What is left out may be a document in base64. */
    if (text.len > limit && (f->is_column || f->from_parent)) {
        refuse(r, at, "the text that begins here is longer", limit, "bytes");
        return;
    }
    xml_put(r, i, text, at);
    if (r->has_said_lines || str_find_char(text, '\n') == text.len ||
        !xml_met_has_lines(met))
        return;
    r->has_said_lines = true;
    finding(r->findings, FINDING_ASSUMED, at,
            "lines of a text stay lines where one of them begins at the left "
            "edge, as here");
    finding_hint(r->findings,
                 "indent them all where they are to run on as one");
}
