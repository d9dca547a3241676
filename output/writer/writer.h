/*
 * writer.h - the formats in which a report is written, one a row of
 * writer_table.c.
 *
 * To add one: a folder of output/ for it, and a row.
 */
#ifndef OUTPUT_WRITER_WRITER_H
#define OUTPUT_WRITER_WRITER_H

#include "core/base/buf.h"
#include "core/doc/doc.h"
#include "output/html/html_paper.h"
#include "output/layout/layout.h"
#include "output/pdf/pdf.h"

/* What there is of a report when its formats are written. */
struct writer_in {
    const struct doc *doc; /* proven by doc_check() */
    const struct layout *layout;
    const struct layout_hearer *hearer; /* of its pages, by whoever draws them;
                                           NULL: they are kept */
    struct shaper *shaper;              /* what it fails at sticks in it */
    struct pdf_cache *pdf_cache;
    struct html_paper paper; /* the file of a paged format */
    struct buf *places; /* gets html_places_json(); NULL: nobody wants it */
};

struct writer {
    const char *name; /* as -f calls it */
    const char *extension;
    const char *media_type; /* IANA's */
    bool paged;             /* its file has the pages of the layout */

    /* The whole file into OUT, which is empty; of no use after a failure. */
    enum status (*write)(const struct writer_in *in, struct buf *out);
};

#define WRITERS_MAX 7

/* In the order in which they are written and listed: first what takes most
   memory on its way. */
extern const struct writer writers[];
extern const size_t writer_count;

#endif
