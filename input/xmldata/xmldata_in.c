#include "input/xmldata/xmldata_in.h"
#include "core/base/mem.h"
#include "input/table/table_columns.h"
#include "input/xml/xml_in.h"
#include "input/xmldata/xmldata_parts.h"

#include <string.h>

struct xml_rows {
    struct row_reader reader;
    struct arena *arena;
    struct findings *findings;
    const struct table_options *options;
    const struct xml_node *const *records;
    size_t nrecords;
    struct place at; /* of the headings, where there are no records */
    size_t next;     /* record; 0: the headings */
    struct list fields;
    size_t guess;        /* which of them is likely to be met next */
    bool names_units;    /* one that is no column may */
    bool has_attributes; /* elements in records do */
    bool has_said_lines;
    struct str *texts;
    struct spot *spots;
    struct buf name;
};

/* The reader of the file has each name once. */
static bool is_name(struct str a, struct str b)
{
    return (a.ptr == b.ptr && a.len == b.len) || str_eq(a, b);
}

/* Whether F is what RECORD, by its number, calls NAME and has not given. */
static bool is_meant(const struct xml_field *f, struct str name, size_t record)
{
    return f->seen != record && !f->from_parent &&
           (is_name(f->name, name) || str_same_word(f->name, name));
}

/* Index of the field NAME of RECORD; the number of fields when there is none.
   Records are alike: the next one is mostly the one after the last. */
static size_t find_field(struct xml_rows *r, struct str name, size_t record)
{
    struct xml_field *fields = r->fields.items;
    size_t i = r->guess;

    if (i >= r->fields.count || !is_meant(&fields[i], name, record)) {
        i = 0;
        while (i < r->fields.count && !is_meant(&fields[i], name, record))
            i++;
    }
    r->guess = i + 1;
    if (i < r->fields.count)
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

static struct xml_field *add_field(struct xml_rows *r, struct str name,
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

/* Whether MET, of the field F, says a unit. Records are alike: its name is
   judged once. */
static bool may_name_unit(const struct xml_rows *r, struct xml_field *f,
                          const struct xml_met *met)
{
    const struct str called = xml_met_called(met);

    if (!is_name(f->called, called)) {
        f->called = called;
        f->is_called_unit = xml_is_unit_name(called);
    }
    return xml_may_name_unit(r->arena, r->options, met, f->is_called_unit);
}

/* MET is a field of RECORD, by its number from 1. What hardly any file has is
   looked for here, so that others need not walk all records for it. */
static void collect_field(struct xml_rows *r, struct xml_walk *walk,
                          const struct xml_met *met, size_t record)
{
    const size_t i = find_field(r, met->name, record);
    struct xml_field *f;

    if (i == r->fields.count)
        f = add_field(r,
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
        r->names_units = may_name_unit(r, f, met);
}

/* The fields of all records, in the order in which they are met. */
static void collect_fields(struct xml_rows *r)
{
    for (size_t i = 0; i < r->nrecords && r->reader.status == ST_OK; i++) {
        const struct xml_node *record = r->records[i];
        struct xml_walk walk;
        struct xml_met met;

        r->guess = 0;
        xml_walk_begin(&walk, record, &r->name);
        walk.is_placeless = true;
        while (r->reader.status == ST_OK && xml_walk_next(&walk, &met)) {
            if (met.node != record) {
                r->has_attributes |= met.attribute != NULL;
                see_mixed(r, &met);
            }
            collect_field(r, &walk, &met, i + 1);
        }
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
        f = add_field(r, from, xml_met_place(&met));
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

/* Nothing says which fields the records would have: those of the kind. */
static void add_from_kind(struct xml_rows *r)
{
    const struct kind *kind = r->options->kind;

    for (size_t i = 0; i < kind->ncolumns; i++) {
        if (!kind->columns[i].repeats)
            (void)add_field(r, str_of(kind->columns[i].id), r->at);
    }
}

static void clear_record(struct xml_rows *r, struct place at)
{
    struct record *now = &r->reader.now;

    for (size_t i = 0; i < r->fields.count; i++) {
        r->texts[i] = (struct str){NULL, 0};
        r->spots[i] = (struct spot){at.line, at.column};
    }
    now->number = at.line;
    now->nfilled = 0;
}

static void put(struct xml_rows *r, size_t i, struct str text, struct place at)
{
    r->texts[i] = text;
    r->spots[i] = (struct spot){at.line, at.column};
    if (text.len > 0 && i >= r->reader.now.nfilled)
        r->reader.now.nfilled = i + 1;
}

/* Once: XML does not tell whether an editor broke these lines. */
static void put_met(struct xml_rows *r, size_t i, const struct xml_met *met)
{
    const struct str text = xml_met_text(r->arena, met);
    const struct place at = xml_met_place(met);
    const size_t limit = XML_FIELD_MAX * arena_times(r->arena);

    if (text.len > limit) {
        refuse(r, at, "the text that begins here is longer", limit, "bytes");
        return;
    }
    put(r, i, text, at);
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

static void put_headings(struct xml_rows *r)
{
    const struct xml_field *fields = r->fields.items;

    clear_record(r, r->nrecords > 0 ? r->records[0]->at : r->at);
    for (size_t i = 0; i < r->fields.count; i++)
        put(r, i, fields[i].name, fields[i].at);
}

static void put_record(struct xml_rows *r, size_t record)
{
    const struct xml_node *node = r->records[record];
    const struct xml_field *fields = r->fields.items;
    struct xml_walk walk;
    struct xml_met met;

    clear_record(r, node->at);
    r->guess = 0;
    xml_walk_begin(&walk, node, &r->name);
    while (xml_walk_next(&walk, &met)) {
        /* Numbered behind those of collect_fields(). */
        const size_t i = find_field(r, met.name, r->nrecords + record + 1);

        if (i < r->fields.count)
            put_met(r, i, &met);
    }
    for (size_t i = 0; i < r->fields.count; i++) {
        if (fields[i].from_parent &&
            xml_from_parent(node, fields[i].name, &met))
            put_met(r, i, &met);
    }
}

static bool next_row(struct row_reader *reader)
{
    struct xml_rows *r = (struct xml_rows *)reader;

    if (reader->status == ST_OK)
        reader->status =
            status_worst(arena_status(r->arena), buf_status(&r->name));
    reader->now.nfilled = 0;
    if (r->next == 0 && reader->status == ST_OK) {
        put_headings(r);
        r->next = 1;
        return true;
    }
    while (reader->status == ST_OK && r->next <= r->nrecords) {
        put_record(r, r->next++ - 1);
        if (reader->now.nfilled > 0)
            return true;
    }
    return false;
}

static size_t count_left(const struct row_reader *reader)
{
    const struct xml_rows *r = (const struct xml_rows *)reader;

    return r->nrecords + 1 - r->next;
}

/* What the records say of all their amounts, or of cells that would be blank.
 */
static void see_records(struct xml_rows *r, const struct xml_beside *said)
{
    struct xml_unit unit =
        xml_unit_of_all(said, &r->fields, r->options, r->findings);

    if (r->has_attributes) {
        xml_see_values(r->arena, r->records, r->nrecords, r->options,
                       r->findings);
        xml_see_about(r->arena, r->records, r->nrecords, r->options,
                      r->findings);
    }
    if (r->names_units)
        xml_see_units(r->arena, r->records, r->nrecords, r->options,
                      r->findings, &unit);
    r->reader.unit_beside = unit.text;
    r->reader.unit_at = unit.at;
    r->reader.unit = unit.unit;
    r->reader.unit_within = unit.within;
}

static enum status open_rows(struct xml_rows *r, const struct xml_beside *said)
{
    collect_fields(r);
    see_records(r, said);
    xml_see_currencies(r->arena, r->records, r->nrecords, &r->fields, said,
                       r->options, r->findings);
    xml_see_slips(r->records, r->nrecords, &r->fields, r->findings);
    xml_see_groups(r->arena, r->records, r->nrecords, r->options, r->findings);
    if (r->reader.status == ST_OK)
        add_from_parents(r);
    if (r->nrecords == 0)
        add_from_kind(r);
    if (r->reader.status != ST_OK)
        return r->reader.status;
    r->texts = arena_alloc(r->arena, r->fields.count, sizeof(*r->texts));
    r->spots = arena_alloc(r->arena, r->fields.count, sizeof(*r->spots));
    r->reader.now.fields = r->texts;
    r->reader.now.nfields = r->fields.count;
    r->reader.now.spots = r->spots;
    return arena_status(r->arena);
}

static enum status read_records(struct arena *arena, struct place at,
                                const struct xml_node *const *records,
                                size_t count, struct xml_beside said,
                                const struct table_options *options,
                                struct findings *findings,
                                const struct record_user *user)
{
    struct xml_rows r = {
        .reader = {.now = {.source = at.source},
                   .status = ST_OK,
                   .named = true,
                   .period_beside = said.period,
                   .period_at = said.period_at,
                   .ways = said.ways,
                   .next = next_row,
                   .left = count_left},
        .arena = arena,
        .findings = findings,
        .options = options,
        .records = records,
        .nrecords = count,
        .at = at,
        .fields = list_of(arena, sizeof(struct xml_field)),
    };
    enum status st;

    buf_init(&r.name, XML_NAME_MAX);
    st = open_rows(&r, &said);
    if (st == ST_OK)
        st = user->use(user->context, &r.reader);
    st = status_worst(st, buf_status(&r.name));
    buf_free(&r.name);
    return st;
}

/* What table_in() is given, and gives. */
struct table_making {
    struct arena *arena;
    const struct table_options *options;
    struct findings *findings;
    const struct table *table;
};

static enum status make_table(void *context, struct row_reader *reader)
{
    struct table_making *m = context;

    return table_in(m->arena, reader, m->options, m->findings, &m->table);
}

enum status xmldata_rows(struct arena *arena,
                         const struct xml_node *const *rows, size_t count,
                         const struct table_options *options,
                         struct findings *findings, const struct table **table)
{
    struct table_making making = {arena, options, findings, NULL};
    const struct record_user user = {make_table, &making};
    const enum status st =
        read_records(arena, rows[0]->at, rows, count, (struct xml_beside){0},
                     options, findings, &user);

    *table = making.table;
    return st;
}

enum status xmldata_use(struct arena *arena, const struct source *source,
                        struct str path, struct place path_at,
                        const struct table_options *options,
                        struct findings *findings,
                        const struct record_user *user)
{
    struct list records = list_of(arena, sizeof(const struct xml_node *));
    struct xml_beside said = {0};
    const struct xml_node *root;
    enum status read;
    enum status st;

    read = xml_read_data(arena, source, path, options, findings, &root);
    if (root == NULL)
        return read;
    st = xml_refuse_root(root, source, findings);
    if (st == ST_OK)
        st = xml_find_records(arena, root, path, path_at, findings, &records,
                              &said.ways);
    if (st == ST_OK) {
        xml_see_beside(arena, root, &records, options, findings, &said);
        xml_see_elsewhere(arena, root, &records, path, options, findings);
    }
    if (st == ST_OK)
        st = read_records(arena, root->at, records.items, records.count, said,
                          options, findings, user);
    return status_worst(read, st);
}

enum status xmldata_in(struct arena *arena, const struct source *source,
                       struct str path, struct place path_at,
                       const struct table_options *options,
                       struct findings *findings, const struct table **table)
{
    struct table_making making = {arena, options, findings, NULL};
    const struct record_user user = {make_table, &making};
    const enum status st =
        xmldata_use(arena, source, path, path_at, options, findings, &user);

    *table = making.table;
    return st;
}

enum status xmldata_ways(struct arena *arena, const struct source *source,
                         struct findings *findings, struct list *ways)
{
    const struct xml_node *root;
    const enum status st = xml_in(arena, source, NULL, findings, &root);

    if (root != NULL && !xml_is_other_root(root))
        xml_find_ways(arena, root, ways);
    return st;
}
