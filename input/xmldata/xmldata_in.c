#include "input/xmldata/xmldata_in.h"
#include "core/base/mem.h"
#include "input/table/table_columns.h"
#include "input/xml/xml_in.h"
#include "input/xmldata/xmldata_rows.h"

#include <string.h>

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

static void put_headings(struct xml_rows *r)
{
    const struct xml_field *fields = r->fields.items;

    clear_record(r, r->nrecords > 0 ? r->records[0]->at : r->at);
    for (size_t i = 0; i < r->fields.count; i++)
        xml_put(r, i, fields[i].name, fields[i].at);
}

/* What is in the tree: of a record that is flat its own attributes. */
static void put_of_tree(struct xml_rows *r, const struct xml_node *record,
                        size_t number)
{
    struct xml_walk walk;
    struct xml_met met;

    xml_walk_begin(&walk, record, &r->name);
    while (!xml_walk_is_at_flat(&walk) && xml_walk_next(&walk, &met)) {
        const size_t i = xml_find_field(r, met.name, number);

        if (i < r->fields.count)
            xml_put_met(r, i, &met);
    }
}

static void put_record(struct xml_rows *r, size_t record)
{
    const struct xml_node *node = r->records[record];
    const struct xml_field *fields = r->fields.items;
    /* Numbered behind those of collect_fields(). */
    const size_t number = r->nrecords + record + 1;
    struct xml_met met;

    clear_record(r, node->at);
    r->guess = 0;
    if (!xml_is_flat(node) || node->nattributes > 0)
        put_of_tree(r, node, number);
    if (xml_is_flat(node))
        xml_put_flat(r, node, number);
    for (size_t i = 0; i < r->fields.count; i++) {
        if (fields[i].from_parent &&
            xml_from_parent(node, fields[i].name, &met))
            xml_put_met(r, i, &met);
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

/* The fields of all records, in the order in which they are met. */
static void collect_fields(struct xml_rows *r)
{
    for (size_t i = 0; i < r->nrecords && r->reader.status == ST_OK; i++) {
        const struct xml_node *record = r->records[i];

        r->guess = 0;
        if (!xml_is_flat(record) || record->nattributes > 0)
            xml_collect_of_tree(r, record, i + 1);
        if (xml_is_flat(record))
            xml_collect_flat(r, record, i + 1);
    }
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
    xml_add_other_fields(r);
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
        st = xml_find_records(arena, root, path, path_at, options, findings,
                              &records, &said.ways);
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
