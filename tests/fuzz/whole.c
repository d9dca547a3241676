/*
 * A report folder, all its files in one input (fuzz.h), the whole way to HTML
 * and PDF in memory.
 */
#include "batch/house_resources.h"
#include "core/access/accessibility.h"
#include "core/doc/doc.h"
#include "figures/figures.h"
#include "generators/generate.h"
#include "input/report/report_in.h"
#include "output/html/html.h"
#include "output/layout/layout_make.h"
#include "tests/fuzz/fuzz.h"

#include <libxml/parser.h>

#define SHAPED_MAX ((size_t)16 * 1024 * 1024)

static struct house_resources_list *houses(void)
{
    static struct house_resources_list opened;
    static struct arena arena;
    struct findings findings;

    if (opened.count > 0)
        return &opened;
    arena_init(&arena, FUZZ_MEMORY);
    findings_init(&findings, &arena);
    FUZZ_MUST(house_resources_open(&arena, fuzz_templates(), &findings,
                                   &opened) == ST_OK);
    return &opened;
}

/* HTML is well-formed XML; a PDF begins and ends as one. */
static void check_outputs(struct str html, struct str pdf)
{
    xmlDoc *doc = xmlReadMemory(html.ptr, (int)html.len, "out.html", NULL,
                                XML_PARSE_NONET | XML_PARSE_HUGE);

    FUZZ_MUST(doc != NULL);
    xmlFreeDoc(doc);
    FUZZ_MUST(str_starts(pdf, STR_LIT("%PDF-1.7")));
    FUZZ_MUST(str_ends(str_trim(pdf), STR_LIT("%%EOF")));
}

static enum status write_outputs(struct fuzz *f, const struct doc *d,
                                 struct house_resources *house)
{
    struct arena pages;
    struct layout layout;
    struct buf html;
    struct buf pdf;
    enum status st;

    arena_init(&pages, FUZZ_MEMORY);
    buf_init(&html, FUZZ_MEMORY);
    buf_init(&pdf, FUZZ_MEMORY);
    st = layout_make(d, house->shaper, &pages, &f->findings, &layout);
    if (st == ST_OK && !findings_stop(&f->findings)) {
        html_write(d, house->shaper, &html);
        st = status_worst(buf_status(&html),
                          pdf_write(d, &layout, house->pdf_cache, &pdf));
        if (st == ST_OK)
            check_outputs(buf_view(&html), buf_view(&pdf));
    }
    FUZZ_MUST(shaper_status(house->shaper) == ST_OK);
    shaper_trim(house->shaper, SHAPED_MAX);
    buf_free(&pdf);
    buf_free(&html);
    arena_free(&pages);
    return st;
}

/* Stops where the program itself would. */
static enum status make(struct fuzz *f)
{
    const struct template *t = NULL;
    struct accessibility seen;
    struct report report;
    struct figures figures;
    struct doc doc;
    enum status st;
    enum status next;

    doc_init(&doc, &f->arena);
    st = report_in(&f->arena, FUZZ_FOLDER, "report", fuzz_templates(), NULL, 0,
                   &f->findings, &report, &t);
    if (st > ST_DATA || t == NULL)
        return st;
    st = status_worst(
        st, figures_compute(&f->arena, &report, t, &f->findings, &figures));
    if (st <= ST_DATA)
        st = status_worst(st,
                          generate_report(&report, &figures, t, AUDIENCE_PUBLIC,
                                          &f->findings, &doc));
    if (st > ST_DATA)
        return st;
    next = doc_check(&doc, &f->findings);
    if (next <= ST_DATA)
        accessibility_look(&doc, &f->findings, &seen);
    if (next == ST_OK)
        next = write_outputs(f, &doc, house_resources_of(houses(), t->house));
    return status_worst(st, next);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz f;
    enum status st;

    (void)houses();
    fuzz_begin(&f);
    fuzz_files((struct str){(const char *)data, size});
    st = make(&f);
    if (st == ST_OK && findings_stop(&f.findings))
        st = ST_DATA;
    fuzz_end(&f, st);
    return 0;
}
