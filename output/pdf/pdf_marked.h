/*
 * pdf_marked.h - the marked-content sequences of a document: for each the page
 * and number it has there, and the node it begins with.
 *
 * The pages are written first, in drawing order; the structure tree after
 * them, in the order of the document. In between a run is found by the node
 * that it shows. Nothing in the output depends on the addresses by which it
 * is found.
 *
 * Failure: sticks; pdf_runs_status() is asked once.
 */
#ifndef OUTPUT_PDF_PDF_MARKED_H
#define OUTPUT_PDF_PDF_MARKED_H

#include "core/base/buf.h"
#include "core/doc/doc.h"

#define PDF_NONE UINT32_MAX

struct pdf_run {
    const struct doc_node *src;
    uint32_t page;    /* index, from 0 */
    uint32_t next;    /* the next run of SRC, or PDF_NONE */
    uint32_t element; /* its object number; 0: not yet in the structure */
    uint32_t box;     /* of a picture; else PDF_NONE */
};

/* Where a picture is, in milli-points from the lower left of its page. */
struct pdf_box {
    int64_t left, foot, right, top;
};

struct pdf_runs {
    struct buf runs;   /* struct pdf_run */
    struct buf starts; /* uint32_t: the first run of each page */
    struct buf slots;  /* uint32_t: a hash table of first runs, by SRC */
    struct buf boxes;  /* struct pdf_box */
};

void pdf_runs_init(struct pdf_runs *runs, size_t limit);
void pdf_runs_free(struct pdf_runs *runs);
MUST_CHECK enum status pdf_runs_status(const struct pdf_runs *runs);

/* Begins the next page. */
void pdf_runs_page(struct pdf_runs *runs);

/* A new sequence on the page that was begun last: its number (MCID) there. */
uint32_t pdf_runs_add(struct pdf_runs *runs, const struct doc_node *src);

/* The sequence that was added last is a picture in BOX. */
void pdf_runs_box(struct pdf_runs *runs, struct pdf_box box);

/* The box of RUN; NULL: it has none. */
const struct pdf_box *pdf_run_box(const struct pdf_runs *runs, uint32_t run);

/* After the last page: makes pdf_runs_first() work. */
void pdf_runs_index(struct pdf_runs *runs);

/* The first run of SRC, or PDF_NONE; the others by ->next. */
uint32_t pdf_runs_first(const struct pdf_runs *runs,
                        const struct doc_node *src);

uint32_t pdf_runs_count(const struct pdf_runs *runs);
struct pdf_run *pdf_run(const struct pdf_runs *runs, uint32_t run);
uint32_t pdf_run_mcid(const struct pdf_runs *runs, uint32_t run);
/* The first run of PAGE; pdf_runs_count() for the page after the last. */
uint32_t pdf_runs_start(const struct pdf_runs *runs, uint32_t page);

#endif
