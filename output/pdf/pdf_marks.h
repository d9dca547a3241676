/*
 * pdf_marks.h - the marked-content sequences of a document: for each the page
 * and number it has there, and the node it begins with.
 *
 * The pages are written first, in drawing order; the structure tree after
 * them, in the order of the document. In between a sequence, a mark for short,
 * is found by the node that it shows. Nothing in the output depends on the
 * addresses by which it is found.
 *
 * Failure: sticks; pdf_marks_status() is asked once.
 */
#ifndef OUTPUT_PDF_PDF_MARKS_H
#define OUTPUT_PDF_PDF_MARKS_H

#include "core/base/buf.h"
#include "core/doc/doc.h"

#define PDF_NONE UINT32_MAX

struct pdf_mark {
    const struct doc_node *src;
    uint32_t page;    /* index, from 0 */
    uint32_t next;    /* the next mark of SRC, or PDF_NONE */
    uint32_t element; /* its object number; 0: not yet in the structure */
    uint32_t box;     /* of a picture; else PDF_NONE */
};

/* Where a picture is, in milli-points from the lower left of its page. */
struct pdf_box {
    int64_t left, foot, right, top;
};

struct pdf_marks {
    struct buf marks;   /* struct pdf_mark */
    struct buf starts;  /* uint32_t: the first mark of each page */
    struct buf entries; /* uint32_t: a hash table of first marks, by SRC */
    struct buf boxes;   /* struct pdf_box */
};

void pdf_marks_init(struct pdf_marks *marks, size_t limit);
void pdf_marks_free(struct pdf_marks *marks);
MUST_CHECK enum status pdf_marks_status(const struct pdf_marks *marks);

/* Begins the next page. */
void pdf_marks_page(struct pdf_marks *marks);

/* A new sequence on the page that was begun last: its number (MCID) there. */
uint32_t pdf_marks_add(struct pdf_marks *marks, const struct doc_node *src);

/* The sequence that was added last is a picture in BOX. */
void pdf_marks_box(struct pdf_marks *marks, struct pdf_box box);

/* The box of MARK; NULL: it has none. */
const struct pdf_box *pdf_mark_box(const struct pdf_marks *marks,
                                   uint32_t mark);

/* After the last page: makes pdf_marks_first() work. */
void pdf_marks_index(struct pdf_marks *marks);

/* The first mark of SRC, or PDF_NONE; the others by ->next. */
uint32_t pdf_marks_first(const struct pdf_marks *marks,
                         const struct doc_node *src);

uint32_t pdf_marks_count(const struct pdf_marks *marks);
struct pdf_mark *pdf_mark(const struct pdf_marks *marks, uint32_t mark);
uint32_t pdf_mark_mcid(const struct pdf_marks *marks, uint32_t mark);
/* The first mark of PAGE; pdf_marks_count() for the page after the last. */
uint32_t pdf_marks_start(const struct pdf_marks *marks, uint32_t page);

#endif
