/*
 * pdf_objects.h - the objects of a PDF file that we write ourselves: their
 * numbers, where they lie, and the object streams that hold them.
 *
 * An object that is no stream goes into an object stream of up to
 * PDF_PACK_MAX (ISO 32000-1, 7.5.7), compressed as a whole. Those of which a
 * long table has thousands are packed among their like, which compresses
 * best; what is left of all packs at the end shares a stream if it can. A
 * stream is written at once. So what is kept in memory is the file, an object
 * stream of each kind, and eight bytes an object.
 *
 * Numbers below the first own one are libharu's; those that it reserved for
 * us (pdf_haru_reserve()) are written here all the same.
 *
 * Failure: sticks; pdf_objects_status() is asked once, at the end.
 */
#ifndef OUTPUT_PDF_PDF_OBJECTS_H
#define OUTPUT_PDF_PDF_OBJECTS_H

#include "core/base/buf.h"

#include <libdeflate.h>

#include <stdbool.h>
#include <stdint.h>

#define PDF_PACK_MAX 255         /* an index is one byte of the file */
#define PDF_OBJECTS_MAX 8388607U /* ISO 19005-3, 6.1.13 */

enum pdf_entry_kind { /* the types of a cross-reference stream: 7.5.8.3 */
                      ENTRY_FREE,
                      ENTRY_OFFSET,
                      ENTRY_PACKED,
};

struct pdf_entry {
    uint32_t where; /* offset, or the number of its object stream */
    uint8_t kind;   /* enum pdf_entry_kind */
    uint8_t index;  /* in its object stream */
};

enum pdf_stream_form {
    STREAM_PLAIN,    /* written as it is */
    STREAM_DEFLATE,  /* to be compressed */
    STREAM_DEFLATED, /* compressed already: zlib's format */
};

enum pdf_pack_kind {
    PACK_ANY,
    PACK_ROWS,  /* elements of table rows */
    PACK_HEADS, /* of header cells */
    PACK_CELLS, /* of data cells */
    PACK_KINDS,
};

/* An object stream that is being filled. */
struct pdf_pack {
    struct buf bytes;
    uint32_t numbers[PDF_PACK_MAX]; /* of its objects */
    uint32_t offsets[PDF_PACK_MAX]; /* of each in BYTES */
    uint32_t count;
};

struct pdf_objects {
    struct buf *out;
    struct libdeflate_compressor *deflate;
    struct buf entries; /* struct pdf_entry, by object number */
    struct buf scratch; /* a stream's compressed bytes */
    struct buf joined;  /* an object stream before it is compressed */
    struct pdf_pack packs[PACK_KINDS];
    struct pdf_pack *open; /* the one that an object is being written to */
    uint32_t next; /* the next own number; 0: libharu is still numbering */
    enum status status;
};

/* OUT and DEFLATE stay the caller's. */
void pdf_objects_init(struct pdf_objects *o, struct buf *out,
                      struct libdeflate_compressor *deflate);
void pdf_objects_free(struct pdf_objects *o);
MUST_CHECK enum status pdf_objects_status(const struct pdf_objects *o);

/* Something that was to become one of them has failed. */
void pdf_objects_fail(struct pdf_objects *o, enum status why);

/* libharu's numbers end before FIRST; ours begin there. */
void pdf_objects_begin(struct pdf_objects *o, uint32_t first);

/* A number of our own; 0 after a failure. */
uint32_t pdf_object_number(struct pdf_objects *o);

/* The value of object NUMBER is written into the buffer returned, before any
   other object is opened. Only after pdf_objects_begin(). */
struct buf *pdf_object_open(struct pdf_objects *o, uint32_t number,
                            enum pdf_pack_kind kind);
void pdf_object_close(struct pdf_objects *o);

/* ENTRIES of its dictionary but Length and Filter, "/Type/Metadata"; may be
   empty. */
void pdf_stream(struct pdf_objects *o, uint32_t number, struct str entries,
                struct str bytes, enum pdf_stream_form form);

/* What is written directly: notes the offset and prints "12 0 obj". */
void pdf_object_direct(struct pdf_objects *o, uint32_t number);

bool pdf_object_written(const struct pdf_objects *o, uint32_t number);

/* Writes the object streams that are not full. */
void pdf_objects_flush(struct pdf_objects *o);

/* Flushes, writes the cross-reference stream with the TRAILER's entries in
   it, and the end of the file. */
void pdf_objects_finish(struct pdf_objects *o, struct str trailer);

#endif
