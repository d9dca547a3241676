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
#include "input/xml/xml_cursor.h"
#include "input/xml/xml_node.h"

#include <libxml/parser.h>

struct xml_records; /* input/xml/xml_flat.h */

#define METS_KEPT 64

/* The name of an element of data. */
struct met_name {
    const xmlChar *local; /* libxml2's */
    struct str name;
};

/* A record that may prove to be flat. */
struct flat_record {
    struct xml_node *node; /* that is being read; NULL: none is */
    struct arena_mark mark;
    size_t inside;   /* the first byte behind its tag */
    struct place at; /* of it */
    size_t findings; /* made before */
    bool is_odd;     /* it is not flat */
};

struct reader {
    struct arena *arena;
    const struct source *source;
    struct xml_checking checking;
    struct findings *findings;
    xmlParserCtxt *parser;
    const struct xml_records *records; /* of data; NULL: it has none */
    struct flat_record flat;
    struct cursor cursor; /* at the newest node or attribute */
    size_t after;         /* first byte behind the newest markup */
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
    struct met_name names[METS_KEPT];
    size_t reference_end; /* of the last such reference; 0: none was met */
    bool root_only;       /* the first tag is the last that is looked at */
    bool stopped;         /* nothing further is looked at */
    enum status status;   /* why, when it is not the document's fault */
    bool broken;          /* no tree can be had from it */
};

/* The byte that the parser stands at. */
size_t reader_offset(const struct reader *r);

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

/* xml_tag.c: the name of an attribute; that of the element whose tag has it at
   byte TAG. */
struct str reader_name(const struct reader *r, const xmlChar *prefix,
                       const xmlChar *local);
struct str reader_element_name(struct reader *r, size_t tag,
                               const xmlChar *prefix, const xmlChar *local);

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
/* Whether TEXT, of the run that ends here, is all of it as it stands in the
   source. */
bool run_is_source(const struct reader *r, struct str text);

/* xml_record.c: NODE begins, and what stands in it behind the reader's place;
   it is BARE where its tag says its name alone. The open one ends. */
void flat_start(struct reader *r, struct xml_node *node, bool bare);
void flat_end(struct reader *r);
/* The run that ends here was read as TEXT. */
void flat_text(struct reader *r, struct str text);

/* libxml2's structured error handler; DATA is the reader. */
void xml_fault(void *data, xmlError *error);

/* <!DOCTYPE> was met. */
void xml_fault_doctype(struct reader *r);

#endif
