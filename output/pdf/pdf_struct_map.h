/*
 * pdf_struct_map.h - which structure element a node of the tree is (ISO
 * 32000-1, 14.8.4), and its attributes (14.8.5).
 *
 * Most nodes are one element; some are none, and what they hold belongs to
 * the element around them; some are two, one in the other, because the
 * standard asks for it: an item of a list holds its label and a body.
 */
#ifndef OUTPUT_PDF_PDF_STRUCT_MAP_H
#define OUTPUT_PDF_PDF_STRUCT_MAP_H

#include "core/base/buf.h"
#include "core/doc/doc.h"
#include "output/pdf/pdf_marks.h"

struct pdf_tag {
    const char *type; /* NULL: no element of its own */
    /* A second element within the first, around all children but those of
       the kind OUTSIDE; NULL: none. */
    const char *wrap;
    enum doc_kind outside;
};

struct pdf_tag pdf_tag_of(const struct doc_node *node);

/* Nothing of NODE is in the PDF's structure: running matter, and what is
   meant for the screen. */
bool pdf_tag_skips(const struct doc_node *node);

/* The element that what is drawn for SRC belongs to. */
struct pdf_owner {
    const struct doc_node *node;
    const char *type;
    bool wrapped; /* it is the second element of NODE */
};
struct pdf_owner pdf_owner_of(const struct doc_node *src);

/* The LINK, REFERENCE or NOTE_MARK that SRC is part of, or NULL. */
const struct doc_node *pdf_link_of(const struct doc_node *src);

/* /A and /Lang of the element, as far as it has any; of a cell with the ids of
   its HEADERS (pdf_headers.h). */
void pdf_write_attributes(struct buf *b, const struct doc_node *node,
                          struct str headers);

/* /Alt and /A of a Figure that is drawn in BOX (14.9.3, 14.8.5.4.3). */
void pdf_write_picture(struct buf *b, const struct doc_node *node,
                       const struct pdf_box *box);

/* Types that are not in the standard of PDF 1.7, and what they stand for. */
extern const char pdf_role_map[];

#endif
