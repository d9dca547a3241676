/*
 * xml_reader.h - what the parts of xml_in share while a file is parsed.
 *
 * For xml_in.c, xml_tag.c, xml_run.c, xml_record.c and xml_fault.c only.
 * libxml2 counts columns in bytes, lines to 65,535, and neither for attributes;
 * so places are counted here, from the byte that the parser stands at.
 */
#ifndef INPUT_XML_XML_READER_H
#define INPUT_XML_XML_READER_H

#include "core/base/buf.h"
#include "input/xml/xml_check.h"
#include "input/xml/xml_flat.h"

#include <libxml/parser.h>

#define MET_PLACES 256 /* of the names; xml_flat_element has 8 bits for one */
#define MET_MAX 200    /* names in them, so that each is found soon */
#define MET_NONE SIZE_MAX /* no place: all are taken */

/* The names of elements of data, each where its text lies in memory says. */
struct met_names {
    const xmlChar *local[MET_PLACES]; /* libxml2's, or NULL */
    struct str *names;                /* the same, in the arena */
    size_t count;
};

/* The record that is being read. */
struct flat_record {
    struct xml_node *node; /* NULL: none is */
    bool is_listed;        /* it is flat so far, and the tree has none of it */
    bool in_element;       /* the newest of its elements is not closed */
    const xmlChar *called; /* libxml2's name of the record */
    const xmlChar *newest; /* and of that element; NULL: there is none */
    struct xml_flat *now;  /* the list, with room for all that there may be */
};

struct reader {
    struct arena *arena;
    const struct source *source;
    struct xml_checking checking;
    struct findings *findings;
    xmlParserCtxt *parser;
    const struct xml_records *records; /* of data; NULL: it has none */
    struct flat_record flat;
    struct cursor cursor;       /* at the newest node or attribute */
    struct cursor fault_cursor; /* at the newest fault */
    size_t after;               /* first byte behind the newest markup */
    size_t fed;                 /* as many bytes libxml2 has been given */
    size_t fed_tag;             /* the last < among them */
    struct xml_node *root;
    struct xml_node *open;   /* the innermost element that is not closed */
    struct xml_node *before; /* the newest child of it; or NULL */
    size_t depth;
    bool is_plain;    /* the source, of data: text_is_plain() */
    bool in_run;      /* of text, which is being collected */
    size_t run_at;    /* its first byte in the source */
    size_t run_len;   /* as many bytes of it stand there as they are */
    bool run_differs; /* not all do: `text` has it */
    struct buf text;
    bool after_return; /* the run ends with a line end given as &#13; */
    struct met_names met;
    size_t reference_end; /* of the last such reference; 0: none was met */
    bool root_only;       /* the first tag is the last that is looked at */
    bool stopped;         /* nothing further is looked at */
    int stopped_by;       /* libxml2's newest error then */
    enum status status;   /* why, when it is not the document's fault */
    bool broken;          /* no tree can be had from it */
};

/* libxml2's newest error that is the document's. */
static inline int reader_error(const struct reader *r)
{
    return r->stopped ? r->stopped_by : r->parser->errNo;
}

/* The byte that the parser stands at. Each tag and text asks. */
static inline size_t reader_offset(const struct reader *r)
{
    const xmlParserInput *in = r->parser->input;
    const size_t end = r->source->text.len;
    size_t at;

    if (in == NULL || in->cur == NULL)
        return end;
    at = (size_t)in->consumed + (size_t)(in->cur - in->base);
    return at < end ? at : end;
}

/* Where byte OFFSET is; CURSOR moves there, and may stand anywhere. */
static inline struct place reader_place(const struct reader *r,
                                        struct cursor *cursor, size_t offset)
{
    return cursor_move(cursor, r->source, offset);
}

/*
 * Nothing is made of the rest. The parser itself is left alone until it
 * returns: xmlStopParser() frees the bytes that it may be looking at when it
 * reports an error. At most a chunk is read in vain.
 */
void reader_stop(struct reader *r);

/* A node of the open element, which goes on with it. NULL: there is no memory,
   and nothing further is looked at. */
struct xml_node *reader_new_node(struct reader *r);
void reader_append(struct reader *r, struct xml_node *child);

/* xml_tag.c: the name of an attribute or element. */
struct str reader_name(const struct reader *r, const xmlChar *prefix,
                       const xmlChar *local);
struct str reader_element_name(struct reader *r, const xmlChar *prefix,
                               const xmlChar *local);
/* The index of what elements of data are called, LOCAL; MET_NONE: there
   are too many names. */
size_t reader_met_name(struct reader *r, const xmlChar *local);

/* The COUNT attributes of NODE, whose tag has its name at byte TAG. GIVEN are
   libxml2's five pointers each: local name, prefix, namespace, first byte and
   end of the value. */
void reader_attributes(struct reader *r, struct xml_node *node, size_t tag,
                       size_t count, const xmlChar **given);

/* xml_run.c: a run of text begins behind the newest markup; PIECE, as libxml2
   gives it, is its next; its text, of data that is left where it stands, else
   in the arena. */
void run_begin(struct reader *r);
void run_add(struct reader *r, struct str piece);
struct str run_text(const struct reader *r);
/* Whether all of the run that ends here stands in the source as it was read;
   whether it is nothing but white space there. */
bool run_is_source(const struct reader *r);
bool run_is_space(const struct reader *r);

/* xml_record.c: NODE, whose tag begins at TAG_AT and calls it LOCAL, begins.
   Whether what is in it is flat is seen from then on. */
void flat_begin(struct reader *r, struct xml_node *node, size_t tag_at,
                const xmlChar *local);
/* An element in it begins, LOCAL, whose tag ends before BEHIND and is BARE
   where it says its name alone; an element, or the record, ends. False: it goes
   into the tree. */
bool flat_open(struct reader *r, const xmlChar *local, bool bare,
               size_t behind);
bool flat_close(struct reader *r);
/* The record is not flat: the tree gets all of it. */
void flat_make(struct reader *r);

/* libxml2's structured error handler; DATA is the reader. */
void xml_fault(void *data, xmlError *error);

/* <!DOCTYPE> was met. */
void xml_fault_doctype(struct reader *r);

#endif
