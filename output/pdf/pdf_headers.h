/*
 * pdf_headers.h - which header cells a cell of a table has (ISO 32000-1,
 * 14.8.5.7: Headers).
 *
 * Where each header cell stands for its own row or column, its Scope says
 * all. Where one spans several, or names the rows that follow it, a reader
 * would have to guess: there every cell names its headers by their ids. They
 * are found as in HTML (4.9.12): the header cells above it in the head, those
 * of its row, the title of its group.
 *
 * Rows are met in their order and forgotten, so that memory holds the headers
 * that are in force and not the table.
 *
 * Ownership: pdf_headers_free() in any case.
 * Failure: sticks in STATUS.
 */
#ifndef OUTPUT_PDF_PDF_HEADERS_H
#define OUTPUT_PDF_PDF_HEADERS_H

#include "core/base/buf.h"
#include "core/doc/doc.h"

#include <stdbool.h>
#include <stdint.h>

struct pdf_headers_table;

struct pdf_headers {
    struct pdf_headers_table *table; /* the innermost that is open */
    enum status status;
};

void pdf_headers_init(struct pdf_headers *h);
void pdf_headers_free(struct pdf_headers *h);

/* For each TABLE, ROW_GROUP and ROW that the walk enters or leaves; anything
   else is passed over. */
void pdf_headers_enter(struct pdf_headers *h, const struct doc_node *node);
void pdf_headers_leave(struct pdf_headers *h, const struct doc_node *node);

/*
 * When CELL is left: the ids of its headers into OUT, as PDF writes them,
 * nothing where it has none. True: CELL is a header that others name, and
 * gets the id NEXT_ID.
 */
bool pdf_headers_cell(struct pdf_headers *h, const struct doc_node *cell,
                      uint32_t next_id, struct buf *out);

#endif
