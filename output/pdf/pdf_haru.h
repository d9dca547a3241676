/*
 * pdf_haru.h - a libharu document whose memory is ours and whose first
 * error is kept.
 *
 * libharu's calls are made without a check after each: its objects refuse
 * NULL, and its first error stays. Its owner asks pdf_haru_status() once,
 * before anything is written.
 */
#ifndef OUTPUT_PDF_PDF_HARU_H
#define OUTPUT_PDF_PDF_HARU_H

#include "core/base/status.h"
#include "core/base/str.h"

#include <hpdf.h>

#include <stdint.h>

struct pdf_haru {
    HPDF_Doc doc;
    HPDF_STATUS error;      /* the first; 0: none */
    unsigned long failures; /* of allocations, before it was opened */
};

/* The struct stays where it is until pdf_haru_close(), which is called after
   a failure, too. */
MUST_CHECK enum status pdf_haru_open(struct pdf_haru *h);
void pdf_haru_close(struct pdf_haru *h);

/* ST_NOMEM; ST_LIMIT when something is larger than libharu's objects can
   be; ST_BUG for any other error of it. */
MUST_CHECK enum status pdf_haru_status(const struct pdf_haru *h);

/* The object number of one of libharu's indirect objects. */
uint32_t pdf_haru_number(const void *object);

/*
 * An object whose number is libharu's and whose bytes are written by us
 * (pdf_objects.h): its dictionaries can refer to it. NULL after a failure.
 */
void *pdf_haru_reserve(struct pdf_haru *h);

/* A new dictionary or array in OWNER, or NULL: what libharu cannot add it
   frees, so none is made apart from its owner. */
HPDF_Dict pdf_haru_dict(struct pdf_haru *h, HPDF_Dict owner, const char *key);
HPDF_Array pdf_haru_array(struct pdf_haru *h, HPDF_Dict owner, const char *key);

/* OWNER[KEY] = TEXT, for any text (libharu's own strings end at U+FFFF). */
void pdf_haru_text(struct pdf_haru *h, HPDF_Dict owner, const char *key,
                   struct str text);

/* [PAGE /XYZ X Y 0]: a place in points, at the reader's own magnification,
   which HPDF_Destination_SetXYZ() does not allow. NULL after a failure. */
HPDF_Destination pdf_haru_destination(HPDF_Page page, HPDF_REAL x, HPDF_REAL y);

#endif
