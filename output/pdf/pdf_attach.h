/*
 * pdf_attach.h - the data that a report was made from, inside it as
 * associated files (ISO 19005-3, 6.8).
 */
#ifndef OUTPUT_PDF_PDF_ATTACH_H
#define OUTPUT_PDF_PDF_ATTACH_H

#include "core/doc/doc.h"
#include "output/pdf/pdf_haru.h"
#include "output/pdf/pdf_objects.h"

struct pdf_attachments {
    const struct doc_attachment *files;
    struct pdf_haru_object **specs; /* their file specifications */
    struct pdf_haru_object *names;  /* their name tree */
    size_t count;
};

/* Makes the catalog refer to the files of D. ST_NOMEM; libharu's failures
   stay with it. pdf_attachments_free() in any case. */
MUST_CHECK enum status pdf_attachments_make(struct pdf_attachments *a,
                                            const struct doc *d,
                                            struct pdf_haru *h);
void pdf_attachments_free(struct pdf_attachments *a);

void pdf_attachments_write(const struct pdf_attachments *a,
                           struct pdf_objects *o);

#endif
