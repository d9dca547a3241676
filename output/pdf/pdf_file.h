/*
 * pdf_file.h - the file around the objects: its header, what libharu made,
 * and its end.
 *
 * libharu's own way of saving knows neither object streams nor a document
 * without a clock in its /ID; so its objects are walked here, printed by
 * libharu one by one, and put where ours are (pdf_objects.h).
 */
#ifndef OUTPUT_PDF_PDF_FILE_H
#define OUTPUT_PDF_PDF_FILE_H

#include "output/pdf/pdf_haru.h"
#include "output/pdf/pdf_objects.h"

#define PDF_ID_SIZE 16 /* bytes: what every writer of PDF gives; a UUID */

/* "%PDF-1.7" and four bytes that say: this is no text. */
void pdf_file_begin(struct buf *out);

/*
 * Writes every object of libharu's that has not been written yet, then the
 * cross-reference stream. ID is both identifiers of the file: they are equal
 * in one that was not changed after it was made (ISO 32000-1, 14.4).
 */
MUST_CHECK enum status pdf_file_end(struct pdf_haru *h, struct pdf_objects *o,
                                    const uint8_t id[PDF_ID_SIZE]);

#endif
