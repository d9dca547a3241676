/*
 * xmldata_parts.h - what the files that make records of XML share
 * (xmldata_in.c). For input/xmldata/ alone.
 *
 * Ownership: nodes are those of the file that was read and stay as they are;
 * texts that are made belong to the arena. Failure: want of memory sticks in
 * arena and buffer, which xmldata_in.c asks at each record.
 */
#ifndef INPUT_XMLDATA_XMLDATA_PARTS_H
#define INPUT_XMLDATA_XMLDATA_PARTS_H

#include "core/base/buf.h"
#include "core/base/list.h"
#include "input/table/table_in.h"
#include "input/xml/xml_flat.h"
#include "input/xml/xml_node.h"

/* A field of a record, where it was met: an attribute, or an element that holds
   text. */
struct xml_met {
    struct str name;                       /* valid until the next one */
    const struct xml_attribute *attribute; /* or NULL */
    const struct xml_node *node;           /* that has it, or is it; where the
                                              record is flat valid as long */
};

/* A field that some record has: a column. */
struct xml_field {
    struct str name;
    struct place at;     /* where it was met first */
    size_t seen;         /* in which record last, from 1 */
    bool from_parent;    /* NAME is what the data element asks for */
    bool is_column;      /* NAME is a column of the kind */
    struct str called;   /* what was met last, as xml_met_called() says it */
    bool is_called_unit; /* and CALLED is the name of one */
};

struct xml_walk {
    const struct xml_node *record;
    size_t attribute;            /* of NODE, that is next */
    const struct xml_node *node; /* that is looked at; NULL: at the end */
    bool text_done;
    bool is_placeless;         /* nobody asks where all of it stands */
    struct buf *name;          /* of a field that lies deeper */
    struct xml_flat_walk flat; /* of a record that is */
    struct xml_node element;   /* of that one */
};

#define XML_NAME_MAX 4096                   /* of the way to a field */
#define XML_FIELD_MAX ((size_t)1024 * 1024) /* bytes of its text */

/* xmldata_fields.c: the fields of RECORD, one after another. BUF holds names on
   the way. */
void xml_walk_begin(struct xml_walk *w, const struct xml_node *record,
                    struct buf *buf);
bool xml_walk_next(struct xml_walk *w, struct xml_met *met);
/* Whether the elements of a record that is flat are next, or its end. */
static inline bool xml_walk_is_at_flat(const struct xml_walk *w)
{
    return xml_is_flat(w->record) && w->attribute == w->record->nattributes;
}
/* Of a walk that is placeless: where what was met last stands. */
struct place xml_walk_place(struct xml_walk *w, const struct xml_met *met);

/* The attribute that names the field which NODE is: <cell column="2026/27">;
   NULL: it is called as its element is. */
const struct xml_attribute *xml_cell_name(const struct xml_node *node);
/* Whether NODE holds text, and whether it holds elements. */
void xml_contents(const struct xml_node *node, bool *text, bool *elements);
/* A cell is text. Where a column is made of an element that holds elements as
   well, what they say would be lost. */
bool xml_met_holds_elements(const struct xml_met *met);
/* The text of a field, with lines where it has them; and where it begins. */
struct str xml_met_text(struct arena *arena, const struct xml_met *met);
struct place xml_met_place(const struct xml_met *met);
/* Whether TEXT is what a cell of it says, but for space at its ends. */
bool xml_is_settled(struct str text);
/* Whether ends of lines of the file are taken for such of its text. */
bool xml_met_has_lines(const struct xml_met *met);

/* What FROM, which begins with ../, leads to from RECORD; false: nothing. */
bool xml_from_parent(const struct xml_node *record, struct str from,
                     struct xml_met *met);
/* Adds what the parents of RECORD say, as a from= names it, to NAMES, struct
   str. */
void xml_list_of_parents(struct arena *arena, const struct xml_node *record,
                         struct list *names);
/* An element beside one that MET, led to so, is or stands in, and which is
   called as that one is: nobody says which is meant. NULL: there is none. */
const struct xml_node *xml_another_of_parent(const struct xml_node *record,
                                             const struct xml_met *met);

/* xmldata_path.c: xml_in() of data whose records PATH leads to. */
MUST_CHECK enum status
xml_read_data(struct arena *arena, const struct source *source, struct str path,
              const struct table_options *options, struct findings *findings,
              const struct xml_node **root);
/* Adds the elements that PATH leads to, struct xml_node pointers, to RECORDS;
 *WAYS: others that may be meant, where there is no path. */
MUST_CHECK enum status xml_find_records(struct arena *arena,
                                        const struct xml_node *root,
                                        struct str path, struct place path_at,
                                        const struct table_options *options,
                                        struct findings *findings,
                                        struct list *records, struct str *ways);
/* Whether PATH leads to NODE. */
bool xml_path_leads(struct str path, const struct xml_node *node);
/* Whether that of other data of the report does. */
bool xml_is_read_elsewhere(const struct table_options *options,
                           const struct xml_node *node);
/* xmldata_ways(). */
void xml_find_ways(struct arena *arena, const struct xml_node *root,
                   struct list *ways);

/* Whether ROOT is that of a program's file which holds no records: a workbook,
   a web page. Such a file is ST_DATA, and a finding. */
bool xml_is_other_root(const struct xml_node *root);
MUST_CHECK enum status xml_refuse_root(const struct xml_node *root,
                                       const struct source *source,
                                       struct findings *findings);

#define XML_LISTED_MAX 12 /* names in a message */
/* Adds NAME to NAMES, struct str, unless it or enough others are there. */
void xml_add_name(struct list *names, struct str name);
struct str xml_join_names(struct arena *arena, const struct list *names);
/* The last of the COUNT records that stand behind FIRST, one of them, with
   nothing between, and none of which before that one has nodes in the tree:
   such as are flat, or empty. */
size_t xml_last_beside(const struct xml_node *const *records, size_t count,
                       size_t first);
/* The next element that is not part of NODE, a record. */
const struct xml_node *xml_beyond(const struct xml_node *root,
                                  const struct xml_node *node);

/* A text in a file that names the unit of its money; or empty. */
struct xml_unit {
    struct str text;
    struct place at;
    struct unit unit;
    bool within; /* the records, and not beside them */
};

/* A unit that something beside the records says. */
struct xml_said_unit {
    struct xml_unit unit;
    const struct xml_node *holder; /* of which it is said */
    size_t next;                   /* record behind that place */
    bool alone;                    /* the text says nothing else */
};

/* Of which records a unit is. */
enum xml_unit_of {
    XML_UNIT_OF_ALL,
    XML_UNIT_OF_SOME,
    XML_UNIT_DIFFERS,   /* others have another one */
    XML_UNIT_OF_OTHERS, /* it is that of another table */
};

/* What stands beside the records. */
struct xml_beside {
    struct xml_unit unit;
    enum xml_unit_of unit_of;
    struct str period; /* that it says they are of; or empty */
    struct place period_at;
    struct str currency; /* that it names, and that is another; or empty */
    struct place currency_at;
    struct str ways; /* to what may be the records as well; or empty */
};

/* xmldata_units.c: the unit that TEXT, of a field called NAME, says; *ALONE: it
   says nothing else. */
struct unit xml_unit_of(struct arena *arena,
                        const struct table_options *options, struct str name,
                        struct str text, bool *alone);
/* Whether what is called NAME says of which day or period the records are. */
bool xml_is_period_name(struct str name);
/* What the element or attribute is called that MET is; whether that is how a
   unit is. */
struct str xml_met_called(const struct xml_met *met);
bool xml_is_unit_name(struct str name);
/* Whether a field of a record, CALLED so, says in TEXT a unit and no more;
   IS_CALLED_SO: its name is that of one. */
bool xml_may_name_unit(struct arena *arena, const struct table_options *options,
                       struct str called, struct str text, bool is_called_so);
/* *UNIT: that which all records, or all of their amounts, say. An error where
   some say it. Of records of which a field that is no column may name one. */
void xml_see_units(struct arena *arena, const struct xml_node *const *records,
                   size_t count, const struct table_options *options,
                   struct findings *findings, struct xml_unit *unit);

/* xmldata_beside.c: says what stands beside the records in a file, and is no
   field of theirs; *SAID: what of it says
   their unit and period. */
void xml_see_beside(struct arena *arena, const struct xml_node *root,
                    const struct list *records,
                    const struct table_options *options,
                    struct findings *findings, struct xml_beside *said);

/* xmldata_scopes.c: of what is SAID, struct xml_said_unit, what is the unit of
   the records; that of all which have FIELDS, struct xml_field: an error where
   it is that of some. */
void xml_settle_units(struct arena *arena, const struct list *said,
                      const struct list *records,
                      const struct table_options *options,
                      struct xml_beside *beside);
struct xml_unit xml_unit_of_all(const struct xml_beside *beside,
                                const struct list *fields,
                                const struct table_options *options,
                                struct findings *findings);

/* xmldata_elsewhere.c: warns of what is like a record, and that the path does
   not lead to: called as they are, or with figures as they have. */
void xml_see_elsewhere(struct arena *arena, const struct xml_node *root,
                       const struct list *records, struct str path,
                       const struct table_options *options,
                       struct findings *findings);

/* Whether KIND calls a line NAME; OF_SUMS: one of sums. */
bool xml_is_line(const struct kind *kind, struct str name, bool of_sums);

/* xmldata_slips.c: warns of FIELDS, struct xml_field, that are no columns, and
   whose names are those of columns but for a slip; of parents without the name
   of a group that others have. */
void xml_see_slips(const struct xml_node *const *records, size_t count,
                   const struct list *fields, struct findings *findings);
void xml_see_groups(struct arena *arena, const struct xml_node *const *records,
                    size_t count, const struct table_options *options,
                    struct findings *findings);

/* An error: from no record, as from RECORD, MAP leads anywhere. */
void xml_say_no_parent(struct arena *arena, const struct xml_node *record,
                       struct column_map *map, struct findings *findings);

/* xmldata_about.c: what attributes of amounts say that changes them. */
void xml_see_about(struct arena *arena, const struct xml_node *const *records,
                   size_t count, const struct table_options *options,
                   struct findings *findings);

/* Whether TEXT, of what is called NAME, is a currency that money is not printed
   in. */
bool xml_is_other_currency(const struct table_options *options, struct str name,
                           struct str text);
/* Warns of such a one in the records or, where they have money, beside them. */
void xml_see_currencies(struct arena *arena,
                        const struct xml_node *const *records, size_t count,
                        const struct list *fields,
                        const struct xml_beside *beside,
                        const struct table_options *options,
                        struct findings *findings);

/* xmldata_values.c: says which columns of the COUNT records are blank though an
   attribute of an element in them is not. */
void xml_see_values(struct arena *arena, const struct xml_node *const *records,
                    size_t count, const struct table_options *options,
                    struct findings *findings);

#endif
