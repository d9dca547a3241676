/*
 * xmldata_rows.h - what the files that make records of XML a row_reader share.
 * For xmldata_in.c, xmldata_columns.c and xmldata_flat.c only.
 *
 * Ownership: the arena's, but for the buffer of names, which xmldata_in.c
 * frees. Failure: `status` of the reader, and what sticks in arena and buffer.
 */
#ifndef INPUT_XMLDATA_XMLDATA_ROWS_H
#define INPUT_XMLDATA_XMLDATA_ROWS_H

#include "input/xmldata/xmldata_parts.h"

struct xml_rows {
    struct row_reader reader;
    struct arena *arena;
    struct findings *findings;
    const struct table_options *options;
    const struct xml_node *const *records;
    size_t nrecords;
    struct place at;     /* of the headings, where there are no records */
    size_t next;         /* record; 0: the headings */
    struct list fields;  /* struct xml_field */
    size_t guess;        /* which of them is likely to be met next */
    bool names_units;    /* one that is no column may */
    bool has_attributes; /* elements in records do */
    bool has_said_lines;
    struct str *texts;
    struct spot *spots;
    struct buf name;
};

/* xmldata_columns.c: index of the field NAME of RECORD, by its number from 1;
   the number of fields when there is none. */
size_t xml_search_field(struct xml_rows *r, struct str name, size_t record);
/* Another field; NULL: the reader's status says why. */
struct xml_field *xml_add_field(struct xml_rows *r, struct str name,
                                struct place at);
/* Whether what is CALLED so and says TEXT, of the field F, says a unit. */
bool xml_field_names_unit(const struct xml_rows *r, struct xml_field *f,
                          struct str called, struct str text);
/* Those of RECORD, by its NUMBER, that are in the tree: of one that is flat its
   own attributes. */
void xml_collect_of_tree(struct xml_rows *r, const struct xml_node *record,
                         size_t number);
/* Those that parents are asked for, or that the kind has where there are no
   records. */
void xml_add_other_fields(struct xml_rows *r);
/* MET as field I of the record that is made. */
void xml_put_met(struct xml_rows *r, size_t i, const struct xml_met *met);

/* xmldata_flat.c: the fields of RECORD, which is flat, by its NUMBER: they are
   collected; they are put into the record that is made. */
void xml_collect_flat(struct xml_rows *r, const struct xml_node *record,
                      size_t number);
void xml_put_flat(struct xml_rows *r, const struct xml_node *record,
                  size_t number);

/* The reader of the file has each name once. */
static inline bool xml_is_one_name(struct str a, struct str b)
{
    return (a.ptr == b.ptr && a.len == b.len) || str_eq(a, b);
}

/* As xml_search_field(). Records are alike: the next field is mostly the one
   after the last. */
static inline size_t xml_find_field(struct xml_rows *r, struct str name,
                                    size_t record)
{
    struct xml_field *next = r->fields.items;

    if (next == NULL || r->guess >= r->fields.count)
        return xml_search_field(r, name, record);
    next += r->guess;
    if (next->seen == record || next->from_parent ||
        next->name.ptr != name.ptr || next->name.len != name.len)
        return xml_search_field(r, name, record);
    next->seen = record;
    return r->guess++;
}

/* TEXT, which begins AT, as field I of the record that is made. */
static inline void xml_put(struct xml_rows *r, size_t i, struct str text,
                           struct place at)
{
    r->texts[i] = text;
    r->spots[i] = (struct spot){at.line, at.column};
    if (text.len > 0 && i >= r->reader.now.nfilled)
        r->reader.now.nfilled = i + 1;
}

#endif
